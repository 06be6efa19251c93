//! Findings: the fact, what follows, what to do, what it costs, why, and where.

mod advice;
mod catalogue;
mod json;
mod parts;

pub(super) use advice::{costs, titles};
pub(super) use catalogue::own;
pub use catalogue::{catalogue, hds_rule, rule};
pub use json::{FORMAT, hds_rule_json, json, others_json, rule_json};
pub(super) use parts::*;

use super::human::Look;
use super::summary::grade_text;
use super::wrap::wrap;
use super::{actors, explain, ladder};
use crate::audit::{Audit, ProofView, RaisedView, labels_of};
use crate::compare::Remedied;
use crate::compare::hds::HdsFinding;
use crate::findings::Weight;
use crate::model::Model;
use crate::source::Position;
use crate::text::finding::{self as words, Rule, Severity};
use crate::text::labels::Labels;
use crate::text::{Lang, harmless, typeset};
use advice::advice;

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
    words::headed(one.rule.title(lang), &hds_about(one, lang), lang)
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
    match finding_of(audit, at).and_then(|finding| finding.accepted) {
        Some(_) => format!("{about} [{}]", words::accepted_word(lang)),
        None => about,
    }
}

/// How many findings there are, by severity.
fn count(audit: &Audit, lang: Lang) -> String {
    let of = |severity: Severity| {
        let count = of_severity(audit, severity);
        format!("{count} {}", severity.counted(count, lang))
    };
    let mut counts = Severity::ALL.map(of).join(", ");
    let accepted = accepted_count(audit);
    if accepted > 0 {
        counts = [counts, words::of_which_accepted(accepted, lang)].join(lang.pick(" ; ", "; "));
    }
    words::headed(&format!("{} ({})", words::title(lang), audit.raised.len()), &counts, lang)
}

/// The fact, and what it is raised on.
pub(super) fn title(one: &RaisedView, lang: Lang) -> String {
    typeset(&words::titled(one.raised.rule, &about(one, lang), lang), lang)
}

fn place(audit: &Audit, at: usize) -> String {
    let finding = finding_of(audit, at);
    places(audit, finding.map(|finding| finding.locations.as_slice()).unwrap_or_default())
}

fn places(audit: &Audit, positions: &[Position]) -> String {
    let place = |at: &Position| format!("{}:{}:{}", harmless(&audit.files[at.file]), at.line, at.column);
    positions.iter().map(place).collect::<Vec<_>>().join(", ")
}

/// Who reads that way: at each grade, those who read so at their easiest, and the data that they have at it.
fn readers(audit: &Audit, one: &RaisedView, lang: Lang) -> String {
    let told = |group: Group| words::readers(grade_text(group.grade).name(lang), &group.names, &group.data);
    words::read_this_way(&groups(audit, one, lang).into_iter().map(told).collect::<Vec<_>>(), lang)
}

fn severity(weight: Weight, lang: Lang) -> String {
    words::severity(weight.severity.word(lang), &reasons(weight, lang), lang)
}

fn accepted(audit: &Audit, at: usize, lang: Lang) -> Option<String> {
    accepted_by(audit, finding_of(audit, at)?, lang)
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
