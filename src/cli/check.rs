//! `enclair check`.

use std::path::PathBuf;

use clap::ArgMatches;

use super::input::{self, Refusal};
use super::{Console, Exit};
use crate::audit::{Audit, FindingKind};
use crate::kernel::Grade;
use crate::report::human::{self, Look};
use crate::report::json::{self, Outcome};
use crate::text::cli as words;
use crate::text::typeset;

/// What makes `check` end with findings, beyond expectations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Threshold {
    Reader(Grade),
    Claim,
    Undetermined,
}

impl Threshold {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "reader" => Some(Self::Reader(Grade::Privilege)),
            "claim" => Some(Self::Claim),
            "undetermined" => Some(Self::Undetermined),
            _ => {
                let grade = Grade::from_id(text.strip_prefix("reader=")?)?;
                (grade.is_reachable()).then_some(Self::Reader(grade))
            }
        }
    }

    /// Whether the audit reaches it.
    fn is_reached(self, audit: &Audit) -> bool {
        match self {
            Self::Claim => audit.findings.iter().any(|finding| finding.kind == FindingKind::Claim),
            Self::Undetermined => audit.findings.iter().any(|finding| {
                let verdict = finding.verdict.map(|at| &audit.verdicts[at]);
                verdict.is_some_and(|verdict| verdict.undetermined.is_some())
            }),
            Self::Reader(limit) => audit.verdicts.iter().any(|verdict| {
                let common = audit.actors[verdict.actor].kind == crate::audit::ActorKind::CommonBase;
                !common && !verdict.intended && verdict.easiest().public() <= limit
            }),
        }
    }
}

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let mut thresholds = Vec::new();
    for text in matches.get_many::<String>("fail-on").into_iter().flatten() {
        let Some(threshold) = Threshold::parse(text) else {
            let known = "reader, reader=tampering, reader=breach, claim, undetermined";
            console.error(&words::invalid_value(text, "--fail-on", known, lang));
            return Exit::Usage;
        };
        thresholds.push(threshold);
    }
    let given: Vec<PathBuf> = matches.get_many::<PathBuf>("models").into_iter().flatten().cloned().collect();
    let paths = match input::expand(&given) {
        Ok(paths) => paths,
        Err(empty) => {
            console.error(&format!("`{}` : {}", empty.display(), words::no_model(lang)));
            return Exit::Usage;
        }
    };
    let json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    check(&paths, &thresholds, json, console)
}

fn check(paths: &[PathBuf], thresholds: &[Threshold], json: bool, console: &mut Console) -> Exit {
    let mut exit = Exit::Clean;
    let mut outcomes = Vec::new();
    let (mut refused, mut failed) = (0, 0);
    for (at, path) in paths.iter().enumerate() {
        match input::dossier(path) {
            Ok((model, dossier)) => {
                let unmet = dossier.audit.expectations.iter().any(|one| !one.holds());
                failed += usize::from(unmet);
                if unmet || thresholds.iter().any(|threshold| threshold.is_reached(&dossier.audit)) {
                    exit = exit.max(Exit::Findings);
                }
                if json {
                    outcomes.push(Outcome::Done(Box::new(dossier)));
                } else {
                    let look = Look { lang: console.lang_of(&model), style: console.style };
                    let before = if at > 0 { "\n\n" } else { "" };
                    let text = format!("{before}{}", human::check(&dossier, &model, look));
                    exit = exit.max(console.print(&text));
                }
            }
            Err(Refusal::Model(diagnostics)) => {
                refused += 1;
                exit = exit.max(Exit::Usage);
                console.mistakes(&diagnostics);
                outcomes.push(Outcome::Refused(diagnostics));
            }
            Err(Refusal::Internal(why)) => {
                console.error(&why);
                return Exit::Failure;
            }
        }
    }
    if json {
        return exit.max(print_json(&outcomes, console));
    }
    if paths.len() > 1 {
        let lang = console.lang();
        let line = typeset(&words::summary(paths.len(), refused, failed, lang), lang);
        exit = exit.max(console.print(&format!("\n{line}\n")));
    }
    exit
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
