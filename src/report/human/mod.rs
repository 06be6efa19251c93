//! The terminal's tables: one sentence first, then who reads what, then what it rests on.

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

use super::summary::{Row, Summary, grade_text};
use super::wrap::{WIDTH, wrap};
use crate::audit::{Audit, ClaimView, Compelled, Verdict};
use crate::compare::{Dossier, Fill, Ladder, RungKind};
use crate::kernel::{Grade, Order};
use crate::model::{ClaimVerdict, Model};
use crate::source::{Notice, Span, Style};
use crate::text::human as words;
use crate::text::report::{self as sentences, FillText};
use crate::text::silence::{self, Topic};
use crate::text::{Both, Lang, typeset};

/// Data assets beside each other in one table.
const COLUMNS: usize = 4;
/// Width of a cell of the matrix, padding included.
const CELL: u16 = 14;

/// How a terminal is written to.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Whether colours are written.
    pub style: Style,
}

impl Look {
    pub(super) fn bold(self, text: &str) -> String {
        self.ansi("1", text)
    }

    fn ansi(self, code: &str, text: &str) -> String {
        match self.style {
            Style::Plain => text.to_owned(),
            Style::Ansi => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
        }
    }

    pub(super) fn heading(self, text: &str) -> String {
        format!("\n{}\n", self.bold(&typeset(text, self.lang)))
    }
}

/// What `check` prints of a model.
pub fn check(dossier: &Dossier, model: &Model, look: Look) -> String {
    let audit = &dossier.audit;
    let summary = Summary::new(audit);
    let lang = look.lang;
    let mut out = headline(audit, &summary, look);
    out += &look.heading(words::who_reads(lang));
    out += &matrix(audit, &summary, look);
    out += &remarks(audit, &summary, lang);
    out += &claims(audit, model, look);
    out += &compelled(audit, look);
    out += &together(audit, look);
    out += &certificates(dossier, look);
    out += &assumptions(audit, look);
    out += &questions(audit, look);
    out += &silences(audit, look);
    out += &expectations(audit, model, look);
    out
}

/// What `check` prints of a variant, after the model itself.
pub fn variant(dossier: &Dossier, model: &Model, look: Look) -> String {
    let (Some(variant), lang) = (&model.variant, look.lang) else { return String::new() };
    let mut out = look.heading(&words::variant_title(variant.label.get(lang), &variant.id, lang));
    out += &wrap(&Summary::new(&dossier.audit).answer.headline(lang), "  ", lang);
    out + &expectations(&dossier.audit, model, look)
}

/// What `report` prints of a model.
pub fn brief(dossier: &Dossier, look: Look) -> String {
    let summary = Summary::new(&dossier.audit);
    let mut out = headline(&dossier.audit, &summary, look);
    out += &look.heading(words::ladder_title(look.lang));
    out += &ladder(&dossier.ladder, &dossier.audit, look);
    out
}

fn headline(audit: &Audit, summary: &Summary, look: Look) -> String {
    let title = format!("{} ({})", audit.system.get(look.lang), audit.file);
    let mut out = format!("{}\n\n", look.bold(&title));
    out += &wrap(&summary.answer.headline(look.lang), "", look.lang);
    if summary.undetermined > 0 {
        out +=
            &wrap(&words::undetermined_count(summary.undetermined, audit.unknowns().len(), look.lang), "", look.lang);
    }
    out
}

fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED.with_rounded_corners())
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH);
    table
}

fn matrix(audit: &Audit, summary: &Summary, look: Look) -> String {
    let lang = look.lang;
    let mut out = String::new();
    let all: Vec<usize> = (0..audit.data.len()).collect();
    for part in all.chunks(COLUMNS) {
        let mut table = table();
        let mut header = vec![words::actor(lang).to_owned()];
        header.extend(part.iter().map(|at| audit.data[*at].label.get(lang).to_owned()));
        table.set_header(header);
        table.set_constraints(part.iter().map(|_| ColumnConstraint::Absolute(Width::Fixed(CELL))).fold(
            vec![ColumnConstraint::LowerBoundary(Width::Fixed(14))],
            |mut all, one| {
                all.push(one);
                all
            },
        ));
        for (label, cells) in grouped(audit, summary, part, lang) {
            table.add_row(std::iter::once(label).chain(cells));
        }
        out += &coloured(&table.to_string(), look);
        out.push('\n');
    }
    out
}

/// Rows with their cells; adversaries of one class that read alike share a row.
fn grouped(audit: &Audit, summary: &Summary, part: &[usize], lang: Lang) -> Vec<(String, Vec<String>)> {
    let mut rows: Vec<(Option<&str>, String, Vec<String>)> = Vec::new();
    for row in &summary.rows {
        let actor = &audit.actors[row.actor];
        let cells: Vec<String> = part.iter().map(|at| cell_of(audit, row, *at, lang)).collect();
        let none = words::short_grade(grade_text(Grade::None), lang);
        if cells.iter().all(|cell| cell == none) {
            continue;
        }
        let class = actor.id.strip_prefix("adversary/").and_then(|rest| rest.split_once('/'));
        let alike = class.and_then(|(class, _)| {
            rows.iter_mut().find(|(other, _, others)| *other == Some(class) && *others == cells)
        });
        let label = actor.label.get(lang);
        match (alike, class) {
            (Some((_, shared, _)), Some(_)) => {
                let target = label.split_once(lang.pick("\u{a0}: ", ": ")).map_or(label, |(_, target)| target);
                shared.push_str(", ");
                shared.push_str(target);
            }
            _ => rows.push((class.map(|(class, _)| class), label.to_owned(), cells)),
        }
    }
    rows.into_iter().map(|(_, label, cells)| (label, cells)).collect()
}

fn cell_of(audit: &Audit, row: &Row, data: usize, lang: Lang) -> String {
    let verdict = row.verdicts.iter().map(|at| &audit.verdicts[*at]).find(|verdict| verdict.data == data);
    verdict.map_or_else(String::new, |verdict| cell(verdict, lang))
}

/// A cell in grade words: what is kept, then what passes from now on when it differs.
fn cell(verdict: &Verdict, lang: Lang) -> String {
    let word = |grade: Grade| -> String {
        let evident = if grade.is_evident() { "!" } else { "" };
        format!("{}{evident}", words::short_grade(grade_text(grade), lang))
    };
    let unknown = if verdict.undetermined.is_some() { "?" } else { "" };
    let next = if verdict.next_use { "*" } else { "" };
    if verdict.past == verdict.new {
        return format!("{}{next}{unknown}", word(verdict.past));
    }
    format!("{}{next}\n→{}{unknown}", word(verdict.past), word(verdict.new))
}

/// Grade words in colour, beyond the column of actors. The words say it all without.
fn coloured(table: &str, look: Look) -> String {
    if look.style == Style::Plain {
        return table.to_owned();
    }
    let paint = |segment: &str| {
        let mut segment = segment.to_owned();
        for (grade, code) in [(Grade::Privilege, "1;31"), (Grade::Tampering, "33"), (Grade::Design, "32")] {
            let word = words::short_grade(grade_text(grade), look.lang);
            segment = segment.replace(word, &look.ansi(code, word));
        }
        segment
    };
    let line = |line: &str| match line.split_once('┆') {
        Some((actor, rest)) => format!("{actor}┆{}", paint(rest)),
        None => line.to_owned(),
    };
    table.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn remarks(audit: &Audit, summary: &Summary, lang: Lang) -> String {
    let shown = summary.rows.iter().flat_map(|row| row.verdicts.iter()).map(|at| &audit.verdicts[*at]);
    let shown: Vec<&Verdict> = shown.collect();
    let mut notes: Vec<String> = Vec::new();
    if shown.iter().any(|verdict| verdict.past != verdict.new) {
        notes.push(words::two_grades(lang).to_owned());
    }
    if shown.iter().any(|verdict| verdict.next_use) {
        notes.push(words::next_use(lang).to_owned());
    }
    if shown.iter().any(|verdict| verdict.past.is_evident() || verdict.new.is_evident()) {
        notes.push(words::evident(lang).to_owned());
    }
    if shown.iter().any(|verdict| verdict.undetermined.is_some()) {
        notes.push(words::question_mark(lang).to_owned());
    }
    if !summary.out_of_reach.is_empty() {
        let names: Vec<&str> = summary.out_of_reach.iter().map(|at| audit.actors[*at].label.get(lang)).collect();
        notes.push(words::out_of_reach(&names.join(", "), lang));
    }
    if let Some(common) = summary.common_base {
        let verdicts = audit.verdicts.iter().filter(|verdict| verdict.actor == common);
        let easiest = verdicts.map(Verdict::easiest).min().unwrap_or(Grade::None);
        notes.push(words::common_base(audit.actors[common].label.get(lang), grade_text(easiest).name(lang), lang));
    }
    for (data, reader) in &audit.unreached {
        notes.push(words::unreached(data.get(lang), reader.get(lang), lang));
    }
    for data in audit.data.iter().filter(|data| !data.choke_points.is_empty()) {
        let points: Vec<&str> = data.choke_points.iter().map(|both| both.get(lang)).collect();
        notes.push(words::choke_points(data.label.get(lang), &points.join(", "), lang));
    }
    notes.extend(super::evidence::remark(audit, lang));
    notes.iter().map(|note| wrap(note, "  ", lang)).collect()
}

fn claims(audit: &Audit, model: &Model, look: Look) -> String {
    if audit.claims.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let mut out = look.heading(words::claims_title(lang));
    for claim in &audit.claims {
        let said = lang.quote(claim.says.get(lang));
        let verdict = sentences::claim_verdict(claim.verdict.id(), lang);
        out += &wrap(&format!("{said} : {}", look.bold(verdict)).replace(" : ", lang.pick(" : ", ": ")), "  ", lang);
        if claim.verdict == ClaimVerdict::Tampering {
            let names: Vec<&str> =
                claim.against.iter().map(|at| audit.actors[audit.verdicts[*at].actor].label.get(lang)).collect();
            out += &wrap(&words::except_by(&unique(&names).join(", "), lang), "    ", lang);
        }
        for question in &claim.questions {
            out += &wrap(&words::depends_on(audit.questions[*question].text.get(lang), lang), "    ", lang);
        }
        if claim.verdict == ClaimVerdict::Refuted
            && let Some(notice) = refutation(audit, claim, lang)
        {
            out.push('\n');
            out += &notice.render(&model.sources, lang, look.style);
            out += "\n\n";
            let others = claim.against.iter().skip(1).map(|at| &audit.verdicts[*at]);
            let others = others.filter(|verdict| verdict.easiest() <= Grade::Privilege);
            let names: Vec<&str> = others.map(|verdict| audit.actors[verdict.actor].label.get(lang)).collect();
            if !names.is_empty() {
                out += &wrap(&words::refuted_too(&unique(&names).join(", "), lang), "    ", lang);
            }
        }
    }
    out
}

/// The shortest path against a claim, on the lines of the model.
pub fn refutation(audit: &Audit, claim: &ClaimView, lang: Lang) -> Option<Notice> {
    let verdict = &audit.verdicts[*claim.against.first()?];
    let steps = &audit.proofs[audit.shortest_proof(verdict)?].steps;
    let mut others: Vec<(Span, String)> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let place = step.places.iter().find(|place| others.iter().all(|(span, _)| *span != place.span));
        if let Some(place) = place {
            others.push((place.span.clone(), format!("{}. {}", at + 1, step.sentence.get(lang))));
        }
    }
    let actor = audit.actors[verdict.actor].label.get(lang);
    let data = audit.data[verdict.data].label.get(lang);
    let grade = grade_text(verdict.easiest()).name(lang);
    Some(Notice {
        code: "claim-refuted",
        title: words::refuted_title(actor, data, grade, lang),
        primary: (claim.span(lang).clone(), words::refuted_label(lang).to_owned()),
        others,
        notes: vec![words::refuted_note(
            &audit.file,
            &audit.actors[verdict.actor].id,
            &audit.data[verdict.data].id,
            audit.variant.as_deref(),
            lang,
        )],
    })
}

fn compelled(audit: &Audit, look: Look) -> String {
    if audit.compelled.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let mut out = look.heading(words::compelled_title(lang));
    for (row, orders, data) in orders(&audit.compelled) {
        let [authority, organisation, _] = &row.labels;
        let names: Vec<&str> = orders.iter().map(|order| sentences::order(order, lang)).collect();
        let data: Vec<&str> = data.iter().map(|label| label.get(lang)).collect();
        let line = words::compelled_line(
            authority.get(lang),
            organisation.get(lang),
            &lang.list(&names),
            &data.join(", "),
            lang,
        );
        out += &wrap(&line, "  ", lang);
    }
    out
}

fn together(audit: &Audit, look: Look) -> String {
    if audit.collusions.is_empty() {
        return String::new();
    }
    look.heading(crate::text::together::title(look.lang)) + &super::together::section(audit, look.lang)
}

/// Orders by authority and organisation; those that reach the same data share a line.
fn orders(rows: &[Compelled]) -> Vec<(&Compelled, Vec<&'static str>, Vec<&Both>)> {
    let mut single: Vec<(&Compelled, Vec<&Both>)> = Vec::new();
    for row in rows {
        let key = |one: &Compelled| (one.authority.clone(), one.organisation.clone(), one.order);
        match single.iter_mut().find(|(first, _)| key(first) == key(row)) {
            Some((_, data)) => data.push(&row.labels[2]),
            None => single.push((row, vec![&row.labels[2]])),
        }
    }
    let mut merged: Vec<(&Compelled, Vec<&'static str>, Vec<&Both>)> = Vec::new();
    for (row, data) in single {
        let alike = merged.iter_mut().find(|(first, _, others)| {
            first.authority == row.authority && first.organisation == row.organisation && *others == data
        });
        match alike {
            Some((_, orders, _)) => orders.push(row.order.id()),
            None => merged.push((row, vec![row.order.id()], data)),
        }
    }
    let rank = |order: &&'static str| Order::ALL.iter().position(|known| known.id() == *order);
    for (_, orders, _) in &mut merged {
        orders.sort_by_key(rank);
    }
    merged
}

fn certificates(dossier: &Dossier, look: Look) -> String {
    let lang = look.lang;
    let mut out = look.heading(words::certificates_title(lang));
    for certificate in &dossier.hds.certificates {
        let activities: Vec<String> = certificate.activities.iter().map(u8::to_string).collect();
        let reads: Vec<&str> = certificate.reads.iter().map(|data| data.get(lang)).collect();
        let line = words::certificate_line(certificate.organisation.get(lang), &activities, &reads.join(", "), lang);
        out += &wrap(&line, "  ", lang);
    }
    out + &wrap(sentences::certificates_line(lang), "  ", lang)
}

fn assumptions(audit: &Audit, look: Look) -> String {
    let lang = look.lang;
    let mut out = String::new();
    for worst in [false, true] {
        let group: Vec<_> = audit.assumptions.iter().filter(|one| one.assumption.is_worst_case() == worst).collect();
        if group.is_empty() {
            continue;
        }
        out += &look.heading(words::assumptions_title(worst, lang));
        for one in group {
            let about: Vec<&str> = one.about.iter().map(|both| both.get(lang)).collect();
            out += &wrap(&words::assumption_line(one.assumption.sentence(lang), &about.join(", "), lang), "  ", lang);
        }
    }
    out
}

fn questions(audit: &Audit, look: Look) -> String {
    if audit.unknowns().is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let mut out = look.heading(words::questions_title(lang));
    for (at, question) in audit.unknowns().iter().enumerate() {
        let property = audit.property_of(question);
        let line = words::question_line(
            at + 1,
            question.text.get(lang),
            (question.answers.0.get(lang), question.answers.1.get(lang)),
            question.decides,
            (&property, question.line),
            lang,
        );
        out += &wrap(&line, "  ", lang);
    }
    out
}

/// What the model says nothing of, in one short block.
fn silences(audit: &Audit, look: Look) -> String {
    let names = super::silences(audit, look.lang);
    if names.is_empty() {
        return String::new();
    }
    let only_accounts = audit.silences().iter().all(|question| question.topic == Some(Topic::SignIn));
    let text = format!("{} {}", silence::silences(&names, look.lang), silence::silences_help(only_accounts, look.lang));
    format!("\n{}", wrap(&text, "", look.lang))
}

fn expectations(audit: &Audit, model: &Model, look: Look) -> String {
    if audit.expectations.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let failed: Vec<_> = audit.expectations.iter().filter(|one| !one.holds()).collect();
    let held = audit.expectations.len() - failed.len();
    let mut out = look.heading(&words::expectations_title(held, audit.expectations.len(), lang));
    for one in failed {
        let wrong = one.checks.iter().filter(|check| check.expected != check.found);
        let notes = wrong.map(|check| words::expected_found(check.what, &check.expected, &check.found, lang)).collect();
        let notice = Notice {
            code: "expectation-failed",
            title: words::expectation_failed(&one.about.0, &one.about.1, lang),
            primary: (one.span.clone(), words::expected_here(lang).to_owned()),
            others: Vec::new(),
            notes,
        };
        out += &notice.render(&model.sources, lang, look.style);
        out += "\n\n";
    }
    out
}

/// The ladder as a table: for each rung, how many actors who are not meant to read each data asset.
pub fn ladder(ladder: &Ladder, audit: &Audit, look: Look) -> String {
    let lang = look.lang;
    let mut out = String::new();
    let all: Vec<usize> = (0..audit.data.len()).collect();
    for part in all.chunks(COLUMNS) {
        let mut table = table();
        let mut header = vec![words::encryption(lang).to_owned()];
        header.extend(part.iter().map(|at| audit.data[*at].label.get(lang).to_owned()));
        table.set_header(header);
        for (position, rung) in ladder.rungs.iter().enumerate() {
            let mut cells = vec![sentences::rung(position, lang).to_owned()];
            cells.extend(part.iter().map(|at| words::counts(rung.unintended[*at])));
            table.add_row(cells);
        }
        out += &table.to_string();
        out.push('\n');
    }
    out += &wrap(words::ladder_note(lang), "  ", lang);
    out += &fills(ladder, lang);
    out
}

fn fills(ladder: &Ladder, lang: Lang) -> String {
    let Some(rung) = ladder.rung(RungKind::EndToEnd) else {
        return String::new();
    };
    let names = |list: &[Both]| list.iter().map(|both| both.get(lang)).collect::<Vec<_>>().join(", ");
    let sentence = |fill: &Fill| match fill {
        Fill::Tls(links) => FillText::Tls.sentence(&names(links), "", lang),
        Fill::Volume(storages) => FillText::Volume.sentence(&names(storages), "", lang),
        Fill::EndToEnd(data, services) => FillText::EndToEnd.sentence(&names(data), &names(services), lang),
        Fill::NoEnd(data) => FillText::NoEnd.sentence(&names(data), "", lang),
        Fill::ContentLeftOut(storages) => FillText::ContentLeftOut.sentence(&names(storages), "", lang),
    };
    rung.fills.iter().map(|fill| wrap(&sentence(fill), "  ", lang)).collect()
}

fn unique<'n>(names: &[&'n str]) -> Vec<&'n str> {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if !seen.contains(name) {
            seen.push(name);
        }
    }
    seen
}
