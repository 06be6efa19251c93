//! The first lines of the minutes: what is compared, how many read, who reads more and who reads less.

use super::cells;
use crate::audit::Audit;
use crate::compare::{CellChange, Diff, readers_by_privilege};
use crate::kernel::Grade;
use crate::report::summary::{Summary, grade_text};
use crate::text::{Lang, diff as words};

/// Adversaries of one class that are named, and not counted.
const NAMED: usize = 2;

/// What is compared with what; of two architectures of one file, its name once.
pub(super) fn title((old, new): (&Audit, &Audit), lang: Lang) -> String {
    if old.file == new.file && old.variant != new.variant {
        let variant = |audit: &'_ Audit| audit.variant.is_some().then(|| audit.own_name.get(lang).to_owned());
        let (before, after) = (variant(old), variant(new));
        return words::title_within(&system(old, lang), (before.as_deref(), after.as_deref()), &old.file, lang);
    }
    let name = |audit: &Audit| format!("{} ({})", audit.system.get(lang), source(audit));
    words::title(&name(old), &name(new), lang)
}

/// The name of the system, without that of the variant.
fn system(audit: &Audit, lang: Lang) -> String {
    let (whole, own) = (audit.system.get(lang), audit.own_name.get(lang));
    let alone = whole.strip_suffix(own).and_then(|rest| rest.strip_suffix(" – "));
    alone.filter(|_| audit.variant.is_some()).unwrap_or(whole).to_owned()
}

/// The file of a model, and its variant.
fn source(audit: &Audit) -> String {
    match &audit.variant {
        Some(variant) => format!("{}#{variant}", audit.file),
        None => audit.file.clone(),
    }
}

/// How many read by privilege: of the data that `check` counts first, then of all.
pub(super) fn balance(diff: &Diff, (old, new): (&Audit, &Audit), lang: Lang) -> Vec<String> {
    if diff.is_empty() {
        return vec![words::nothing(lang).to_owned()];
    }
    let answers = (Summary::new(old).answer, Summary::new(new).answer);
    let of = words::counted(answers.0.health && answers.1.health, answers.0.apart && answers.1.apart, lang);
    let all = (readers_by_privilege(old).len(), readers_by_privilege(new).len());
    // Where both have not the same kinds of data, all data are what they have in common.
    let main = if of.is_some() { (answers.0.privilege.len(), answers.1.privilege.len()) } else { all };
    let mut said = vec![words::balance(of, main, all, lang)];
    if diff.gained.is_empty() {
        said.push(words::no_gain(lang).to_owned());
    }
    said
}

/// Actor by actor: who reads now, or more; who reads nothing any more, or less; by the easiest grade that moved.
pub(super) fn brief(diff: &Diff, (old, new): (&Audit, &Audit), lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for (grade, cells) in by_grade(&diff.gained, |cell| cell.after.easiest()) {
        let (already, now): (Vec<CellChange>, Vec<CellChange>) =
            cells.into_iter().partition(|cell| easiest(old, &cell.actor) <= grade);
        for (already, cells) in [(false, now), (true, already)] {
            lines.extend(told(&cells, lang, |count, names| {
                words::gained_by(count, already, grade_text(grade).name(lang), names, lang)
            }));
        }
    }
    for (grade, cells) in by_grade(&diff.lost, |cell| cell.before.easiest()) {
        let (still, gone): (Vec<CellChange>, Vec<CellChange>) =
            cells.into_iter().partition(|cell| easiest(new, &cell.actor) <= grade);
        let word = |still: bool| {
            move |count: usize, names: &str| words::lost_by(count, still, grade_text(grade).name(lang), names, lang)
        };
        lines.extend(told(&gone, lang, word(false)));
        let of = gone.len();
        let tampers =
            gone.into_iter().filter(|cell| grade <= Grade::Privilege && easiest(new, &cell.actor) == Grade::Tampering);
        lines.extend(told(&tampers.collect::<Vec<_>>(), lang, |count, names| {
            words::still_by_tampering(count, of, names, lang)
        }));
        lines.extend(told(&still, lang, word(true)));
    }
    lines
}

/// A line about some actors, if there are any.
fn told(cells: &[CellChange], lang: Lang, line: impl Fn(usize, &str) -> String) -> Option<String> {
    (!cells.is_empty()).then(|| line(cells.len(), &names(cells, lang)))
}

/// The easiest grade at which an actor reads something without being meant to.
fn easiest(audit: &Audit, actor: &str) -> Grade {
    let own = audit.verdicts.iter().filter(|one| audit.actors[one.actor].id == actor && !one.intended);
    own.map(|one| one.easiest().public()).min().unwrap_or(Grade::None)
}

/// Each actor once, with the first of its cells, at the easiest grade of them all.
fn by_grade(cells: &[CellChange], grade: fn(&CellChange) -> Grade) -> Vec<(Grade, Vec<CellChange>)> {
    let mut all: Vec<&CellChange> = Vec::new();
    for cell in cells {
        match all.iter_mut().find(|one| one.actor == cell.actor) {
            Some(one) if grade(cell) < grade(one) => *one = cell,
            Some(_) => {}
            None => all.push(cell),
        }
    }
    let of = |wanted: Grade| all.iter().filter(|cell| grade(cell) == wanted).map(|cell| (*cell).clone()).collect();
    let groups = Grade::PUBLIC.into_iter().map(|wanted| (wanted, of(wanted)));
    groups.filter(|(_, cells): &(Grade, Vec<CellChange>)| !cells.is_empty()).collect()
}

/// Their names, adversaries of one class together whatever they read.
fn names(cells: &[CellChange], lang: Lang) -> String {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for cell in cells {
        let (name, target) = cells::name_of(cell, lang);
        match (all.iter_mut().find(|(other, _)| *other == name), target) {
            (Some((_, targets)), Some(target)) => targets.push(target.to_owned()),
            (Some(_), None) => {}
            (None, target) => all.push((name.to_owned(), target.map(str::to_owned).into_iter().collect())),
        }
    }
    let told = |(name, targets): &(String, Vec<String>)| match targets.as_slice() {
        [] => name.clone(),
        targets if targets.len() > NAMED => format!("{name} (× {})", targets.len()),
        targets => format!("{name} ({})", targets.join(", ")),
    };
    all.iter().map(told).collect::<Vec<_>>().join(", ")
}
