//! What every page tells of a finding: on what, who reads, why it weighs so much, who accepts it.

use crate::audit::{Audit, Finding, FindingKind, RaisedView};
use crate::compare::hds::HdsFinding;
use crate::findings::{Thwarted, ThwartedKind, Weight};
use crate::kernel::Grade;
use crate::report::{actors, grade_text};
use crate::text::Lang;
use crate::text::finding::{self as words, References, Rule, Severity};
use crate::text::labels::Labels;

/// What a finding is raised on.
pub(in crate::report) fn about(one: &RaisedView, lang: Lang) -> String {
    let names: Vec<&str> = one.about.iter().map(|label| label.get(lang)).collect();
    let hop = matches!(one.raised.rule, Rule::ClearFlow | Rule::OldTls | Rule::UnverifiedPeer);
    names.join(if hop { " → " } else { ", " })
}

/// Those who read at one grade, at their easiest, and the data that they have at it.
pub(in crate::report) struct Group {
    pub(in crate::report) grade: Grade,
    pub(in crate::report) names: String,
    pub(in crate::report) data: String,
}

/// Who reads that way, grade by grade.
pub(in crate::report) fn groups(audit: &Audit, one: &RaisedView, lang: Lang) -> Vec<Group> {
    let reads = &one.raised.reads;
    let position = |name: &str| audit.actors.iter().position(|actor| actor.id == name);
    let group = |grade: Grade| {
        let these: Vec<_> = reads.iter().filter(|read| read.grade.public() == grade).collect();
        let data = audit.data.iter().filter(|data| these.iter().any(|read| read.data == data.id));
        let data: Vec<&str> = data.map(|data| data.label.get(lang)).collect();
        let names = actors::listed(audit, these.iter().filter_map(|read| position(&read.actor)), lang);
        (!these.is_empty()).then(|| Group { grade, names, data: data.join(", ") })
    };
    Grade::PUBLIC.into_iter().filter_map(group).collect()
}

/// Why a finding weighs so much.
pub(in crate::report) fn reasons(weight: Weight, lang: Lang) -> String {
    words::reasons(weight.who, grade_text(weight.how).name(lang), weight.what, weight.how_many, lang)
}

/// How many findings of a severity there are.
pub(in crate::report) fn of_severity(audit: &Audit, severity: Severity) -> usize {
    audit.raised.iter().filter(|one| one.weight.severity == severity).count()
}

/// How many of the catalogue's somebody accepts.
pub(in crate::report) fn accepted_count(audit: &Audit) -> usize {
    audit.findings.iter().filter(|one| one.raised.is_some() && one.accepted.is_some()).count()
}

/// The finding that the catalogue raises, by position.
pub(in crate::report) fn finding_of(audit: &Audit, raised: usize) -> Option<&Finding> {
    audit.findings.iter().find(|finding| finding.raised == Some(raised))
}

/// The finding of the audit that is one on certificates.
pub(in crate::report) fn hds_finding<'a>(audit: &'a Audit, one: &HdsFinding) -> Option<&'a Finding> {
    let same = |finding: &&Finding| finding.kind == FindingKind::Hds(one.rule) && finding.about == one.about;
    audit.findings.iter().find(same)
}

/// Who accepts a finding, and until when.
pub(in crate::report) fn accepted_by(audit: &Audit, finding: &Finding, lang: Lang) -> Option<String> {
    let one = &audit.acceptances[finding.accepted?];
    Some(words::accepted(one.owner.get(lang), &one.until.shown(lang), lang))
}

/// What a finding on certificates is about.
pub(in crate::report) fn hds_about(one: &HdsFinding, lang: Lang) -> String {
    let names: Vec<&str> = one.labels.iter().map(|label| label.get(lang)).collect();
    let about = names.join(" → ");
    if one.activities.is_empty() { about } else { format!("{about} ({})", words::activities(&one.activities, lang)) }
}

/// What other catalogues call it, in a line.
pub(in crate::report) fn told(references: &References) -> String {
    let all = references.all().into_iter();
    format!("{}.", all.map(|(name, held)| format!("{name} {held}")).collect::<Vec<_>>().join(" – "))
}

/// A good result, with its condition.
pub(in crate::report) fn holds(audit: &Audit, one: &Thwarted, labels: &Labels, lang: Lang) -> String {
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
