//! `enclair check`.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::input::{self, Refusal};
use super::{Console, Exit, date, work};
use crate::audit::{Audit, FindingKind};
use crate::compare::Dossier;
use crate::kernel::Grade;
use crate::model::{Day, Model};
use crate::report::human::{self, Line, Look};
use crate::report::json::{self, Outcome};
use crate::text::cli as words;
use crate::text::finding::Severity;
use crate::text::typeset;

/// What makes `check` end with findings, beyond expectations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Threshold {
    Reader(Grade),
    Claim,
    Undetermined,
    Finding,
    Severity(Severity),
    Acceptance,
    None,
}

/// The thresholds possible, as they are written.
const THRESHOLDS: &str =
    "reader, reader=tampering, reader=breach, claim, undetermined, finding, high, medium, low, acceptance, none";

impl Threshold {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "reader" => Some(Self::Reader(Grade::Privilege)),
            "claim" => Some(Self::Claim),
            "undetermined" => Some(Self::Undetermined),
            "finding" => Some(Self::Finding),
            "acceptance" => Some(Self::Acceptance),
            "none" => Some(Self::None),
            _ if Severity::from_id(text).is_some() => Severity::from_id(text).map(Self::Severity),
            _ => {
                let grade = Grade::from_id(text.strip_prefix("reader=")?)?;
                (grade.is_reachable()).then_some(Self::Reader(grade))
            }
        }
    }

    /// Whether the audit reaches it. What somebody accepts does not count.
    fn is_reached(self, audit: &Audit) -> bool {
        let mut counted = audit.findings.iter().filter(|finding| finding.accepted.is_none());
        match self {
            Self::Claim => counted.any(|finding| finding.kind == FindingKind::Claim),
            Self::Undetermined => counted.any(|finding| {
                let verdict = finding.verdict.map(|at| &audit.verdicts[at]);
                verdict.is_some_and(|verdict| verdict.undetermined.is_some())
            }),
            Self::Reader(limit) => (0..audit.verdicts.len()).any(|at| {
                let verdict = &audit.verdicts[at];
                let common = audit.actors[verdict.actor].kind == crate::audit::ActorKind::CommonBase;
                let reads = !common && !verdict.intended && verdict.easiest().public() <= limit;
                reads && !is_accepted_reader(audit, at)
            }),
            Self::Severity(least) => {
                counted.any(|finding| finding.raised.is_some_and(|at| audit.raised[at].weight.severity <= least))
            }
            Self::Finding => counted.next().is_some(),
            Self::Acceptance => counted.any(|finding| finding.kind.is_of_acceptance()),
            Self::None => false,
        }
    }
}

/// Whether somebody accepts that a verdict lets somebody read who is not meant to.
fn is_accepted_reader(audit: &Audit, verdict: usize) -> bool {
    audit.findings.iter().any(|finding| {
        finding.kind == FindingKind::Reader && finding.verdict == Some(verdict) && finding.accepted.is_some()
    })
}

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let mut thresholds = Vec::new();
    for text in matches.get_many::<String>("fail-on").into_iter().flatten() {
        let Some(threshold) = Threshold::parse(text) else {
            console.error(&words::invalid_value(text, "--fail-on", THRESHOLDS, lang));
            return Exit::Usage;
        };
        thresholds.push((text.clone(), threshold));
    }
    let (paths, day) = match console.expanded(matches).and_then(|paths| Ok((paths, date::asked(matches, console)?))) {
        Ok(asked) => asked,
        Err(exit) => return exit,
    };
    let wanted = Wanted {
        day,
        variant: matches.get_one::<String>("variant").map(String::as_str),
        json: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
        summary: matches.get_flag("summary"),
    };
    check(&paths, &thresholds, wanted, console)
}

/// What is asked of each check.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    day: Option<Day>,
    variant: Option<&'a str>,
    json: bool,
    summary: bool,
}

/// A model, or the variant asked for, with all of its own variants after it.
fn audited(path: &Path, wanted: Wanted) -> Result<(Vec<Model>, Vec<Dossier>), Refusal> {
    let first = input::load(path, wanted.variant)?;
    let variants: Vec<Model> = first.variants().collect();
    let models = [vec![first], variants].concat();
    let dossiers = models.iter().map(|model| input::audited(model, wanted.day)).collect::<Result<_, _>>()?;
    Ok((models, dossiers))
}

fn check(paths: &[PathBuf], thresholds: &[(String, Threshold)], wanted: Wanted, console: &mut Console) -> Exit {
    let mut exit = Exit::Clean;
    let mut outcomes = Vec::new();
    let mut lines = Vec::new();
    let mut tally = Tally::default();
    let done = work::each(paths, |path| audited(path, wanted));
    for (path, ((folder, name), done)) in paths.iter().zip(input::listed(paths).into_iter().zip(done)) {
        match done {
            Ok((models, dossiers)) => {
                let unmet = dossiers.iter().any(has_unmet);
                tally.failed += usize::from(unmet);
                let over = reached(thresholds, &dossiers);
                if unmet || !over.is_empty() {
                    exit = exit.max(Exit::Findings);
                }
                if !over.is_empty() {
                    console.complain(&words::reached(&over.join(", "), &input::shown(path), console.lang()));
                }
                lines.extend(Line::of(&folder, &name, dossiers.iter().map(|dossier| &dossier.audit)));
                if wanted.json {
                    outcomes.push(Outcome::Done(dossiers));
                } else if !wanted.summary {
                    let before = if tally.shown > 0 { "\n\n" } else { "" };
                    let text = before.to_owned() + &shown(&models, &dossiers, console);
                    tally.shown += 1;
                    exit = exit.max(console.print(&text));
                }
            }
            Err(refusal) => {
                tally.refused += 1;
                exit = exit.max(console.refuse(&refusal));
                lines.push(Line { folder, name, glance: Err(refusal.in_short(console.lang())) });
                outcomes.push(match refusal {
                    Refusal::Model(diagnostics) => Outcome::Refused(diagnostics),
                    other => Outcome::Nothing(input::shown(path), console.why(&other)),
                });
            }
        }
    }
    if wanted.json {
        return exit.max(print_json(&outcomes, console));
    }
    if paths.len() > 1 || wanted.summary {
        let lang = console.lang();
        let table = human::summary(&lines, Look { lang, style: console.style });
        let line = typeset(&words::summary(paths.len(), tally.refused, tally.failed, lang), lang);
        exit = exit.max(console.print(&format!("{table}\n{line}\n")));
    }
    exit
}

/// How many models are refused, how many miss an expectation, and how many are told in full.
#[derive(Default)]
struct Tally {
    refused: usize,
    failed: usize,
    shown: usize,
}

/// Whether an expectation is not met, and nobody accepts that it is not.
fn has_unmet(dossier: &Dossier) -> bool {
    let mut findings = dossier.audit.findings.iter();
    findings.any(|finding| finding.kind == FindingKind::Expectation && finding.accepted.is_none())
}

/// The thresholds that the model itself, its variants apart, reaches, as they were written.
fn reached(thresholds: &[(String, Threshold)], dossiers: &[Dossier]) -> Vec<String> {
    let Some(first) = dossiers.first() else { return Vec::new() };
    let over = thresholds.iter().filter(|(_, threshold)| threshold.is_reached(&first.audit));
    over.map(|(text, _)| text.clone()).collect()
}

/// What is printed of a model and of its variants.
fn shown(models: &[Model], dossiers: &[Dossier], console: &Console) -> String {
    let mut text = String::new();
    for (at, (model, dossier)) in models.iter().zip(dossiers).enumerate() {
        let look = Look { lang: console.lang_of(&models[0]), style: console.style };
        text += &if at == 0 { human::check(dossier, model, look) } else { human::variant(dossier, model, look) };
    }
    text
}

fn print_json(outcomes: &[Outcome], console: &mut Console) -> Exit {
    match json::check(outcomes, console.lang()) {
        Ok(text) => console.print(&text),
        Err(error) => {
            console.error(&error.to_string());
            Exit::Failure
        }
    }
}
