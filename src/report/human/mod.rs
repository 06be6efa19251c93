//! The terminal's tables: one sentence first, then who reads what, then what it rests on.

mod accepted;
mod claims;
mod set;
mod story;
mod tables;

pub(super) use accepted::acceptance;
pub use claims::refutation;
pub use set::{Line, summary};
pub use story::story;
pub use tables::ladder;
pub(super) use tables::{cell, coloured, count_table, move_table, readers_cell, scenario_table, side_table, table};

use super::summary::{Summary, grade_text};
use super::wrap::wrap;
use super::{Glance, actors, evidence, findings, hds, scenarios, together, transfers};
use crate::audit::{About, Audit, Compelled, Verdict};
use crate::compare::Dossier;
use crate::kernel::Grade;
use crate::model::Model;
use crate::source::{Notice, Style};
use crate::text::human as words;
use crate::text::labels::capitalised;
use crate::text::report as sentences;
use crate::text::silence::{self, Topic};
use crate::text::{Both, Lang, together as pairs, typeset};

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

    /// A title, a line before it.
    pub fn heading(self, text: &str) -> String {
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
    out += &tables::matrix(audit, &summary, look);
    out += &remarks(audit, &summary, lang);
    out += &findings::short(audit, model, look);
    out += &claims::section(audit, model, look);
    out += &tables::numbers(dossier, look);
    out += &compelled(audit, look);
    out += &together(audit, look);
    out += &scenarios::brief(dossier, look);
    out += &transfers::brief(dossier, look);
    out += &hds::brief(dossier, look);
    out += &assumptions(audit, look);
    out += &questions(audit, look);
    out += &silences(audit, look);
    out += &expectations(audit, model, look);
    out += &accepted::section(audit, look);
    out
}

/// What `check` prints of a variant, after the model itself.
pub fn variant(dossier: &Dossier, model: &Model, look: Look) -> String {
    let (Some(variant), lang) = (&model.variant, look.lang) else { return String::new() };
    let mut out = look.heading(&words::variant_title(variant.label.get(lang), &variant.id, lang));
    out += &wrap(&Summary::new(&dossier.audit).answer.headline(lang), "  ", lang);
    out + &expectations(&dossier.audit, model, look) + &accepted::section(&dossier.audit, look)
}

/// What `report` prints of a model.
pub fn brief(dossier: &Dossier, look: Look) -> String {
    let summary = Summary::new(&dossier.audit);
    let mut out = headline(&dossier.audit, &summary, look);
    out += &look.heading(words::ladder_title(look.lang));
    out += &ladder(&dossier.ladder, &dossier.audit, look);
    out + &accepted::section(&dossier.audit, look)
}

/// The system, and the file of its model.
pub(super) fn named(audit: &Audit, lang: Lang) -> String {
    format!("{} ({})", audit.system.get(lang), audit.file)
}

fn headline(audit: &Audit, summary: &Summary, look: Look) -> String {
    let mut out = format!("{}\n", look.bold(&named(audit, look.lang)));
    if let Some(basis) = audit.story.as_ref().and_then(|story| story.basis_in(look.lang)) {
        out += &wrap(&capitalised(basis), "", look.lang);
    }
    out.push('\n');
    out += &wrap(&summary.answer.headline(look.lang), "", look.lang);
    if summary.undetermined > 0 {
        out +=
            &wrap(&words::undetermined_count(summary.undetermined, audit.unknowns().len(), look.lang), "", look.lang);
    }
    out
}

/// What the marks in the cells of the table mean, where there are any.
fn marks(audit: &Audit, summary: &Summary, lang: Lang) -> String {
    marks_of(audit, summary, lang).iter().map(|note| wrap(note, "  ", lang)).collect()
}

fn marks_of(audit: &Audit, summary: &Summary, lang: Lang) -> Vec<String> {
    let shown = summary.rows.iter().flat_map(|row| row.verdicts.iter()).map(|at| &audit.verdicts[*at]);
    marks_in(&shown.collect::<Vec<_>>(), lang)
}

/// What the marks of these cells mean.
pub(super) fn marks_in(shown: &[&Verdict], lang: Lang) -> Vec<String> {
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
    notes
}

fn remarks(audit: &Audit, summary: &Summary, lang: Lang) -> String {
    let mut notes = marks_of(audit, summary, lang);
    if !summary.out_of_reach.is_empty() {
        let names = actors::listed(audit, summary.out_of_reach.iter().copied(), lang);
        notes.push(words::out_of_reach(&names, lang));
    }
    if let Some(common) = summary.common_base {
        let verdicts = audit.verdicts.iter().filter(|verdict| verdict.actor == common);
        let easiest = verdicts.map(Verdict::easiest).min().unwrap_or(Grade::None);
        notes.push(words::common_base(audit.actors[common].label.get(lang), grade_text(easiest).name(lang), lang));
    }
    for (data, reader) in &audit.unreached {
        notes.push(words::unreached(data.get(lang), reader.get(lang), lang));
    }
    notes.extend(choke_points(audit, lang));
    notes.extend(evidence::remark(audit, lang));
    notes.iter().map(|note| wrap(note, "  ", lang)).collect()
}

/// What every path crosses; data that cross the same share a note.
fn choke_points(audit: &Audit, lang: Lang) -> Vec<String> {
    let mut alike: Vec<(&[Both], Vec<&str>)> = Vec::new();
    for data in audit.data.iter().filter(|data| !data.choke_points.is_empty()) {
        let label = data.label.get(lang);
        match alike.iter_mut().find(|(points, _)| *points == data.choke_points) {
            Some((_, labels)) => labels.push(label),
            None => alike.push((&data.choke_points, vec![label])),
        }
    }
    let note = |(points, labels): &(&[Both], Vec<&str>)| {
        let points: Vec<&str> = points.iter().map(|both| both.get(lang)).collect();
        words::choke_points(labels, &points, lang)
    };
    alike.iter().map(note).collect()
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
    look.heading(pairs::title(look.lang)) + &together::section(audit, look.lang)
}

/// Orders by authority and organisation; those that reach the same data share a line.
fn orders(rows: &[Compelled]) -> Vec<(&Compelled, Vec<&'static str>, Vec<&Both>)> {
    let whose = |row: &Compelled| (row.authority.clone(), row.organisation.clone());
    let mut merged: Vec<(&Compelled, Vec<&'static str>, Vec<&Both>)> = Vec::new();
    for rows in rows.chunk_by(|one, next| whose(one) == whose(next) && one.order == next.order) {
        let (row, data) = (&rows[0], rows.iter().map(|row| &row.labels[2]).collect());
        match merged.iter_mut().find(|(first, _, others)| whose(first) == whose(row) && *others == data) {
            Some((_, orders, _)) => orders.push(row.order.id()),
            None => merged.push((row, vec![row.order.id()], data)),
        }
    }
    merged
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
            (&property, question.position.line),
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
        let wrong = one.checks.iter().filter(|check| !check.is_met);
        let found = wrong.map(|check| words::expected_found(check.what, &check.expected, &check.found, lang));
        let mut notes: Vec<String> = found.collect();
        if !one.sources.is_empty() {
            notes.push(words::expected_by(&one.sources.join(", "), lang));
        }
        if let About::Cell { actor, with, order: None, data } = &one.about
            && with.is_empty()
        {
            notes.push(words::refuted_note(&audit.file, actor, data, audit.variant.as_deref(), lang));
        }
        let notice = Notice {
            code: "expectation-failed",
            title: words::expectation_failed(&one.about.who(), one.about.data(), lang),
            primary: (one.span.clone(), words::expected_here(lang).to_owned()),
            others: Vec::new(),
            notes,
        };
        out += &notice.render(&model.sources, lang, look.style);
        out += "\n\n";
    }
    out
}
