//! Findings: the fact, what follows, what to do, what it costs, why, and where.

mod catalogue;
mod json;

pub(super) use catalogue::own;
pub use catalogue::{catalogue, hds_rule, rule};
pub use json::{FORMAT, hds_rule_json, json, others_json, rule_json};

use super::human::Look;
use super::summary::grade_text;
use super::wrap::wrap;
use super::{actors, explain, ladder};
use crate::audit::{Audit, Finding, FindingKind, ProofView, RaisedView, labels_of};
use crate::change::Change;
use crate::compare::Remedied;
use crate::compare::hds::HdsFinding;
use crate::findings::{Advice, Thwarted, ThwartedKind, Weight};
use crate::kernel::Grade;
use crate::model::Model;
use crate::source::Position;
use crate::text::finding::{self as words, References, Rule, Severity};
use crate::text::labels::Labels;
use crate::text::{Lang, harmless, typeset};

/// What is told of the findings of a model.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The audit.
    pub audit: &'a Audit,
    /// Its model.
    pub model: &'a Model,
    /// What to do about each.
    pub remedies: &'a [Remedied],
    /// The proof of each, of the first who reads that way.
    pub proofs: &'a [Option<ProofView>],
    /// Those on certificates.
    pub hds: &'a [HdsFinding],
}

/// What `findings` prints; the proofs and the references only if asked.
pub fn text(page: &Page, wanted: Wanted, look: Look) -> String {
    let (audit, lang) = (page.audit, look.lang);
    let labels = labels_of(page.model);
    let mut out = format!("{}\n", look.bold(&format!("{} ({})", audit.system.get(lang), audit.file)));
    out += &look.heading(&count(audit, lang));
    if audit.raised.is_empty() {
        out += &wrap(words::none(lang), "", lang);
    } else {
        out += &wrap(words::order(lang), "", lang);
        if wanted.references {
            out += &wrap(words::catalogues(lang), "", lang);
        }
    }
    let mut group = None;
    for (at, one) in audit.raised.iter().enumerate() {
        let severity = one.weight.severity;
        out.push('\n');
        if group != Some((severity, one.raised.rule)) {
            group = Some((severity, one.raised.rule));
            let title = format!("{} ({})  {}", one.raised.rule.id(), severity.word(lang), one.raised.rule.title(lang));
            out += &wrap(&look.bold(&title), "", lang);
            out += &wrap(one.raised.rule.so_what(lang), "  ", lang);
            if wanted.references {
                out += &wrap(&related(one.raised.rule), "  ", lang);
            }
            out.push('\n');
        }
        out += &one_of(page, at, wanted.proofs, &labels, look);
    }
    out += &certificates(page, wanted, look);
    out += &good(audit, &labels, look);
    out
}

/// The findings on certificates; nothing where there are none.
fn certificates(page: &Page, wanted: Wanted, look: Look) -> String {
    let lang = look.lang;
    let mut out = String::new();
    for one in page.hds {
        if out.is_empty() {
            out += &look.heading(words::heading(lang));
        }
        let title = format!("{}  {}", one.rule.id(), hds_title(one, lang));
        out += &wrap(&look.bold(&title), "", lang);
        let finding = hds_finding(page.audit, one);
        let places = finding.map(|finding| places(page.audit, &finding.locations)).unwrap_or_default();
        let mut lines = vec![places, one.rule.so_what(lang).to_owned(), words::to_do(one.rule.do_this(lang), lang)];
        lines.extend(finding.and_then(|finding| accepted_by(page.audit, finding, lang)));
        lines.extend(wanted.references.then(|| told(one.rule.references())));
        for line in lines {
            out += &wrap(&line, "  ", lang);
        }
    }
    out
}

/// The fact, and what it is about.
fn hds_title(one: &HdsFinding, lang: Lang) -> String {
    let names: Vec<&str> = one.labels.iter().map(|label| label.get(lang)).collect();
    let mut about = names.join(" → ");
    if !one.activities.is_empty() {
        about = format!("{about} ({})", words::activities(&one.activities, lang));
    }
    format!("{}{}{about}", one.rule.title(lang), lang.pick(" : ", ": "))
}

fn hds_finding<'a>(audit: &'a Audit, one: &HdsFinding) -> Option<&'a Finding> {
    let same = |finding: &&Finding| finding.kind == FindingKind::Hds(one.rule) && finding.about == one.about;
    audit.findings.iter().find(same)
}

/// One finding of a rule: on what, where, who, what to do, and why it weighs so much.
fn one_of(page: &Page, at: usize, proofs: bool, labels: &Labels, look: Look) -> String {
    let (audit, one, lang) = (page.audit, &page.audit.raised[at], look.lang);
    let title = format!("{} ({})", look.bold(&about(one, lang)), place(audit, at));
    let mut out = wrap(&title, "  ", lang);
    let remedied = &page.remedies[at];
    let mut lines = vec![readers(audit, one, lang), advice(remedied, labels, lang)];
    if let Some(step) = &remedied.step {
        lines.extend(ladder::names(audit, step, lang).changes(lang));
        if step.privilege.0 == step.privilege.1 {
            lines.push(words::after(step.privilege.0, step.privilege.1, lang));
        }
    }
    if !remedied.cut_off.is_empty() {
        let names = actors::listed(audit, remedied.cut_off.iter().copied(), lang);
        lines.push(crate::text::change::cut_off(&names, lang));
    }
    lines.push(severity(one.weight, lang));
    lines.extend(accepted(audit, at, lang));
    for line in lines {
        out += &wrap(&line, "    ", lang);
    }
    if let Some(proof) = page.proofs[at].as_ref().filter(|_| proofs) {
        out += &explain::steps(proof, page.model, lang);
    }
    out
}

/// What other catalogues call it, in a line.
fn related(rule: Rule) -> String {
    told(rule.references())
}

fn told(references: &References) -> String {
    let all = references.all().into_iter();
    format!("{}.", all.map(|(name, held)| format!("{name} {held}")).collect::<Vec<_>>().join(" – "))
}

/// What is wanted of a page of findings beside them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// The proof of each.
    pub proofs: bool,
    /// What other catalogues call each rule.
    pub references: bool,
}

/// The section of `check`: one line for each rule that is raised, and where to read more.
pub(super) fn short(audit: &Audit, model: &Model, look: Look) -> String {
    let lang = look.lang;
    let labels = labels_of(model);
    let mut out = look.heading(&count(audit, lang));
    if audit.raised.is_empty() {
        out += &wrap(words::none(lang), "  ", lang);
    }
    let mut told: Vec<(Rule, Severity)> = Vec::new();
    for one in &audit.raised {
        let key = (one.raised.rule, one.weight.severity);
        if told.contains(&key) {
            continue;
        }
        told.push(key);
        let same = audit.raised.iter().enumerate();
        let same = same.filter(|(_, other)| (other.raised.rule, other.weight.severity) == key);
        let about: Vec<String> = same.map(|(at, other)| marked(audit, at, about(other, lang), lang)).collect();
        let title = words::titled(one.raised.rule, &about.join(" ; ").replace(" ; ", lang.pick(" ; ", "; ")), lang);
        out += &wrap(&format!("{} ({}) {title}", one.raised.rule.id(), key.1.word(lang)), "  ", lang);
    }
    if !audit.raised.is_empty() {
        out += &wrap(&words::more(&harmless(&audit.file), lang), "  ", lang);
    }
    out += &good(audit, &labels, look);
    out
}

/// A good result, by its identifier, as `rules` tells it.
pub fn good_rule(id: &str, look: Look) -> Option<String> {
    let logic = words::good_rule(id, look.lang)?;
    Some(wrap(&format!("{}  {logic}", look.bold(id)), "", look.lang))
}

/// What a finding is raised on, and whether somebody accepts it.
fn marked(audit: &Audit, at: usize, about: String, lang: Lang) -> String {
    let finding = audit.findings.iter().find(|finding| finding.raised == Some(at));
    match finding.and_then(|finding| finding.accepted) {
        Some(_) => format!("{about} [{}]", words::accepted_word(lang)),
        None => about,
    }
}

/// How many findings there are, by severity.
fn count(audit: &Audit, lang: Lang) -> String {
    let of = |severity: Severity| audit.raised.iter().filter(|one| one.weight.severity == severity).count();
    let each: Vec<String> = Severity::ALL
        .into_iter()
        .map(|severity| format!("{} {}", of(severity), severity.counted(of(severity), lang)))
        .collect();
    let open = lang.pick(" : ", ": ");
    let accepted = audit.findings.iter().filter(|one| one.raised.is_some() && one.accepted.is_some()).count();
    let accepted = if accepted == 0 { String::new() } else { words::of_which_accepted(accepted, lang) };
    format!("{} ({}){open}{}{accepted}", words::title(lang), audit.raised.len(), each.join(", "))
}

/// The fact, and what it is raised on.
pub(super) fn title(one: &RaisedView, lang: Lang) -> String {
    typeset(&words::titled(one.raised.rule, &about(one, lang), lang), lang)
}

/// What a finding is raised on.
pub(super) fn about(one: &RaisedView, lang: Lang) -> String {
    let names: Vec<&str> = one.about.iter().map(|label| label.get(lang)).collect();
    let hop = matches!(one.raised.rule, Rule::ClearFlow | Rule::OldTls | Rule::UnverifiedPeer);
    names.join(if hop { " → " } else { ", " })
}

fn place(audit: &Audit, at: usize) -> String {
    let finding = audit.findings.iter().find(|finding| finding.raised == Some(at));
    places(audit, finding.map(|finding| finding.locations.as_slice()).unwrap_or_default())
}

fn places(audit: &Audit, positions: &[Position]) -> String {
    let place = |at: &Position| format!("{}:{}:{}", harmless(&audit.files[at.file]), at.line, at.column);
    positions.iter().map(place).collect::<Vec<_>>().join(", ")
}

/// Who reads that way: at each grade, those who read so at their easiest, and the data that they have at it.
fn readers(audit: &Audit, one: &RaisedView, lang: Lang) -> String {
    let reads = &one.raised.reads;
    let position = |name: &str| audit.actors.iter().position(|actor| actor.id == name);
    let mut groups: Vec<String> = Vec::new();
    for grade in Grade::PUBLIC {
        let these: Vec<_> = reads.iter().filter(|read| read.grade.public() == grade).collect();
        if these.is_empty() {
            continue;
        }
        let names = actors::listed(audit, these.iter().filter_map(|read| position(&read.actor)), lang);
        let data = audit.data.iter().filter(|data| these.iter().any(|read| read.data == data.id));
        let data: Vec<&str> = data.map(|data| data.label.get(lang)).collect();
        groups.push(words::readers(grade_text(grade).name(lang), &names, &data.join(", ")));
    }
    words::read_this_way(&groups, lang)
}

fn severity(weight: Weight, lang: Lang) -> String {
    let how = grade_text(weight.how).name(lang);
    let reasons = words::reasons(weight.who, how, weight.what, weight.how_many, lang);
    words::severity(weight.severity.word(lang), &reasons, lang)
}

fn advice(remedied: &Remedied, labels: &Labels, lang: Lang) -> String {
    match &remedied.advice {
        Advice::Accept => words::accept(lang).to_owned(),
        Advice::NotComputed => words::not_computed(lang).to_owned(),
        Advice::Do(remedy) | Advice::Lighten(remedy, _) => {
            let mut costs: Vec<&str> = Vec::new();
            for change in &remedy.changes {
                let cost = change.action.cost(lang);
                if !costs.contains(&cost) {
                    costs.push(cost);
                }
            }
            let titles: Vec<String> = remedy.changes.iter().map(|change| titled(change, labels, lang)).collect();
            let told = words::remedy(&titles.join(lang.pick(" ; ", "; ")), &costs.join(lang.pick(" ; ", "; ")), lang);
            match &remedied.advice {
                Advice::Lighten(_, left) => format!("{told} {}", words::lightened(left.word(lang), lang)),
                _ => told,
            }
        }
    }
}

/// A change in words.
fn titled(change: &Change, labels: &Labels, lang: Lang) -> String {
    let (about, place) = change.labels(labels);
    let title = change.action.title(about.get(lang), place.get(lang), lang);
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn accepted(audit: &Audit, at: usize, lang: Lang) -> Option<String> {
    accepted_by(audit, audit.findings.iter().find(|finding| finding.raised == Some(at))?, lang)
}

fn accepted_by(audit: &Audit, finding: &Finding, lang: Lang) -> Option<String> {
    let one = &audit.acceptances[finding.accepted?];
    Some(words::accepted(one.owner.get(lang), &one.until.shown(lang), lang))
}

/// Good results, each with its condition.
pub(super) fn good(audit: &Audit, labels: &Labels, look: Look) -> String {
    if audit.thwarted.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let mut out = look.heading(words::good(lang));
    for one in &audit.thwarted {
        out += &wrap(&format!("{}  {}", one.id, holds(audit, one, labels, lang)), "  ", lang);
    }
    out
}

fn holds(audit: &Audit, one: &Thwarted, labels: &Labels, lang: Lang) -> String {
    let named = |names: &[String]| names.iter().map(|name| labels.get(name, lang)).collect::<Vec<_>>().join(", ");
    let (about, data) = (named(&one.about), named(&one.data));
    match &one.kind {
        ThwartedKind::Bytes { keys } => words::bytes_hold(&about, &data, &named(keys), lang),
        ThwartedKind::Wire { hops } => words::wire_holds(*hops, lang),
        ThwartedKind::EndToEnd { except } => {
            let these = except.iter().filter_map(|name| audit.actors.iter().position(|actor| actor.id == *name));
            let except = (!except.is_empty()).then(|| actors::listed(audit, these, lang));
            words::end_to_end_holds(&data, except.as_deref(), lang)
        }
        ThwartedKind::Content { admin, keys } => {
            words::content_holds(&labels.get(admin, lang), &data, &named(keys), lang)
        }
    }
}
