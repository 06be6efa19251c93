//! What was looked at: rules of the computation and of the catalogue, what was skipped and why, what is out of sight.

use serde::Serialize;

use super::words::{Span, Words};
use crate::audit::{AcceptanceState, FindingKind};
use crate::compare::Study;
use crate::compare::hds::DutyState;
use crate::findings::Advice;
use crate::report::findings::own;
use crate::text::finding::{HdsRule, Rule};
use crate::text::html::coverage::{self as texts, Skipped};
use crate::text::labels::capitalised;
use crate::text::silence::{self, Topic};
use crate::text::{Lang, harmless, html, rules as sentences};

#[derive(Debug, Serialize)]
pub(super) struct Looked {
    applied: String,
    rules: Vec<Applied>,
    tally: String,
    raised: Vec<Asked>,
    skipped: Vec<Asked>,
    quiet: Vec<Asked>,
    left: Vec<String>,
    apart: Vec<String>,
}

/// A rule of the computation, and how often it applied.
#[derive(Debug, Serialize)]
struct Applied {
    id: String,
    sentence: String,
    never: bool,
    count: String,
}

/// A rule of the catalogue, and what came out.
#[derive(Debug, Serialize)]
struct Asked {
    id: String,
    /// What it is called, where it is no rule of the catalogue.
    name: Option<String>,
    href: Option<String>,
    title: String,
    answer: Vec<Span>,
}

/// What became of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    Raised,
    Quiet,
    Skipped,
}

pub(super) fn looked(words: &Words, study: &Study) -> Looked {
    let kernel = &words.audit.firings;
    let fired = kernel.iter().filter(|(_, count)| *count > 0).count();
    let mut catalogue = catalogue(words, study);
    let mut taken = |came: Came| {
        let (these, others) = std::mem::take(&mut catalogue).into_iter().partition(|(one, _)| *one == came);
        catalogue = others;
        these.into_iter().map(|(_, asked)| asked).collect::<Vec<Asked>>()
    };
    let (raised, skipped, quiet) = (taken(Came::Raised), taken(Came::Skipped), taken(Came::Quiet));
    Looked {
        applied: words.say(&texts::applied(fired, kernel.len(), words.lang)),
        rules: rules(words),
        tally: words.say(&texts::tally([raised.len(), quiet.len(), skipped.len()], words.lang)),
        raised,
        skipped: shared(skipped),
        quiet,
        left: left(words, study).iter().map(|line| words.say(line)).collect(),
        apart: apart(words),
    }
}

/// Rules that say the same, for the same reason, share a row.
fn shared(all: Vec<Asked>) -> Vec<Asked> {
    let mut rows: Vec<Asked> = Vec::new();
    for one in all {
        match rows.iter_mut().find(|known| known.title == one.title && known.answer == one.answer) {
            Some(known) => {
                known.id = format!("{}, {}", known.id, one.id);
                known.name = known.name.take().zip(one.name).map(|(name, other)| format!("{name}, {other}"));
            }
            None => rows.push(one),
        }
    }
    rows
}

/// The rules of the kernel, then the one that only reports apply.
fn rules(words: &Words) -> Vec<Applied> {
    let firings = &words.audit.firings;
    let rule = |at: usize, count: usize, shown: String| Applied {
        id: format!("R{at}"),
        sentence: capitalised(&words.say(sentences::sentence(at, words.lang))),
        never: count == 0,
        count: words.say(&shown),
    };
    let kernel = firings.iter().enumerate();
    let mut rules: Vec<Applied> =
        kernel.map(|(at, (_, count))| rule(at, *count, html::times(*count, words.lang))).collect();
    let orders = words.audit.compelled.len();
    rules.push(rule(firings.len(), orders, html::orders_counted(orders, words.lang)));
    rules
}

fn catalogue(words: &Words, study: &Study) -> Vec<(Came, Asked)> {
    let lang = words.lang;
    let catalogue = Rule::ALL.iter().map(|rule| (FindingKind::Catalogue(*rule), rule.title(lang)));
    let hds = HdsRule::ALL.iter().map(|rule| (FindingKind::Hds(*rule), rule.title(lang)));
    let others = FindingKind::ALL.into_iter().filter_map(|kind| Some((kind, own(kind)?.logic(lang))));
    catalogue.chain(hds).chain(others).map(|(kind, title)| asked(words, study, kind, title)).collect()
}

fn asked(words: &Words, study: &Study, kind: FindingKind, title: &str) -> (Came, Asked) {
    let count = words.audit.findings.iter().filter(|finding| finding.kind == kind).count();
    let (came, answer) = match (count, skipped(words, study, kind)) {
        (0, Some(why)) => (Came::Skipped, why.reason(words.lang)),
        (0, None) => (Came::Quiet, String::new()),
        (count, _) => (Came::Raised, texts::raised(count, words.lang)),
    };
    let href = (count > 0).then(|| match section(kind) {
        Some(section) => format!("#{section}"),
        None => format!("#{}", kind.id()),
    });
    let name = name(kind).map(|name| words.say(name(words.lang)));
    let (title, answer) = (words.say(title), words.coded(&answer));
    (came, Asked { id: kind.id().to_owned(), name, href, title, answer })
}

/// What is no rule of the catalogue is told in a section of its own.
const fn section(kind: FindingKind) -> Option<&'static str> {
    match kind {
        FindingKind::Reader => Some("matrix"),
        FindingKind::Undetermined => Some("questions"),
        FindingKind::Claim => Some("claims"),
        FindingKind::Expectation => Some("expectations"),
        FindingKind::AcceptanceExpired | FindingKind::AcceptanceUnmatched | FindingKind::AcceptanceUndated => {
            Some("accepted")
        }
        FindingKind::Catalogue(_) | FindingKind::Hds(_) => None,
    }
}

/// What is no rule of the catalogue has a name.
fn name(kind: FindingKind) -> Option<fn(Lang) -> &'static str> {
    match kind {
        FindingKind::Reader => Some(texts::reader),
        FindingKind::Undetermined => Some(texts::undetermined),
        FindingKind::Claim => Some(texts::claim),
        FindingKind::Expectation => Some(texts::expectation),
        FindingKind::AcceptanceExpired => Some(texts::acceptance_expired),
        FindingKind::AcceptanceUnmatched => Some(texts::acceptance_unmatched),
        FindingKind::AcceptanceUndated => Some(texts::acceptance_undated),
        FindingKind::Catalogue(_) | FindingKind::Hds(_) => None,
    }
}

/// Why a rule that is not raised was not looked at, if it was not.
fn skipped(words: &Words, study: &Study, kind: FindingKind) -> Option<Skipped> {
    let audit = words.audit;
    let is = |missing: bool, why: Skipped| missing.then_some(why);
    match kind {
        FindingKind::Catalogue(rule) => silent(words, rule),
        FindingKind::Hds(rule) => of_hds(study, rule),
        FindingKind::Claim => is(audit.claims.is_empty(), Skipped::NoClaim),
        FindingKind::Expectation => is(audit.expectations.is_empty(), Skipped::NoExpectation),
        FindingKind::Undetermined => is(audit.unknowns().is_empty(), Skipped::NoUnknown),
        FindingKind::Reader => None,
        FindingKind::AcceptanceExpired | FindingKind::AcceptanceUnmatched | FindingKind::AcceptanceUndated => {
            let undated = audit.acceptances.iter().any(|one| one.state == AcceptanceState::Undated);
            let expiry = kind == FindingKind::AcceptanceExpired && undated;
            is(audit.acceptances.is_empty(), Skipped::NoAcceptance).or(is(expiry, Skipped::UndatedAcceptance))
        }
    }
}

fn of_hds(study: &Study, rule: HdsRule) -> Option<Skipped> {
    let hds = &study.dossier.hds;
    let none = hds.certificates.is_empty().then_some(Skipped::NoCertificate);
    let undated = |state: DutyState| matches!(state, DutyState::NoEnd | DutyState::NoDay);
    let dated = || hds.duties.iter().any(|duty| matches!(duty.state, DutyState::Met | DutyState::Expired));
    match rule {
        HdsRule::NotCovered => none,
        HdsRule::Expired => none.or_else(|| {
            let open = !dated() && hds.duties.iter().any(|duty| undated(duty.state));
            open.then_some(Skipped::NoDay)
        }),
        HdsRule::Delegated => none.or_else(|| {
            let operated = hds.certificates.iter().any(|one| one.activities.contains(&5));
            (!operated).then_some(Skipped::NoOperator)
        }),
        HdsRule::Perimeter => (hds.duties.is_empty() && hds.certificates.is_empty()).then_some(Skipped::NoHost),
    }
}

/// The topics that a rule is about, where the model says nothing of them.
fn silent(words: &Words, rule: Rule) -> Option<Skipped> {
    let about = topics(rule);
    let of = |topic: Topic| words.audit.silences().iter().filter(move |question| question.topic == Some(topic));
    let silent: Vec<Topic> = about.iter().copied().filter(|topic| of(*topic).next().is_some()).collect();
    // A rule about several things was looked at as soon as the model speaks of one.
    if silent.is_empty() || silent.len() < about.len() {
        return None;
    }
    let lang = words.lang;
    let one = |topic: Topic| {
        let names: Vec<&str> = of(topic).filter_map(|question| Some(question.about.as_ref()?.get(lang))).collect();
        silence::about(topic.name(lang), &names)
    };
    let partly = silent.iter().any(|topic| of(*topic).any(|question| question.about.is_some()));
    let names = silent.iter().copied().map(one).collect::<Vec<_>>().join(", ");
    Some(if partly { Skipped::Partly(names) } else { Skipped::Silent(names) })
}

/// What a rule is about, among what a model may say nothing of.
const fn topics(rule: Rule) -> &'static [Topic] {
    match rule {
        Rule::SupportTool | Rule::Impersonation => &[Topic::Support],
        Rule::ClearBackup => &[Topic::Backups],
        Rule::Intermediary => &[Topic::Cdn],
        Rule::ThirdParty => {
            &[Topic::ErrorTracking, Topic::Analytics, Topic::Push, Topic::Notifications, Topic::Exports]
        }
        Rule::Logs => &[Topic::Logs, Topic::ErrorTracking],
        Rule::Staging => &[Topic::Staging],
        Rule::ManagedDevice => &[Topic::DeviceManagement],
        Rule::Recovery => &[Topic::SignIn],
        Rule::Supplier => &[Topic::CodeSupply],
        Rule::KeyElsewhere => &[Topic::Recovery],
        _ => &[],
    }
}

/// What would have asked for too much.
fn left(words: &Words, study: &Study) -> Vec<String> {
    let changes = &study.changes;
    let all = changes.effects.len() + changes.skipped;
    let refused = study.remedies.iter().filter(|one| matches!(one.advice, Advice::NotComputed)).count();
    let lines = [
        (changes.skipped, texts::changes_skipped(changes.skipped, all, words.lang)),
        (refused, texts::remedies_skipped(refused, study.remedies.len(), words.lang)),
    ];
    lines.into_iter().filter(|(count, _)| *count > 0).map(|(_, line)| line).collect()
}

fn apart(words: &Words) -> Vec<String> {
    let mut all: Vec<String> = texts::apart(words.lang).iter().map(|line| words.say(line)).collect();
    let topics: Vec<String> =
        crate::report::silences(words.audit, words.lang).iter().map(|name| harmless(name)).collect();
    if !topics.is_empty() {
        all.push(words.say(&texts::silent(&topics.join(", "), words.lang)));
    }
    all
}
