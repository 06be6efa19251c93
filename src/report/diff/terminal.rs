//! The minutes, for a terminal: in brief, with what stays; then in tables, worst first; what is open at the end.

use super::cells::{Group, grouped};
use super::{Item, cells, minutes, numbers, stays, turned};
use crate::audit::Audit;
use crate::compare::{CellChange, Diff, FactGroup, Side, Thing};
use crate::kernel::Grade;
use crate::report::human::{Look, coloured, move_table};
use crate::report::wrap::{hang, wrap};
use crate::text::{Lang, diff as words, typeset};

/// Proofs of what is gained that are shown without being asked for, worst first.
const PROOFS: usize = 1;

/// What is shown in full, and is folded otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// The facts and the assumptions that differ.
    pub facts: bool,
    /// The proof of all that is gained, and the steps that no longer hold of all that is lost.
    pub proofs: bool,
    /// In the table of what is lost, what was read by tampering or by breach too; the data of who stays by tampering.
    pub all: bool,
}

/// For a terminal.
pub fn human(diff: &Diff, sides: (Side, Side), detail: Detail, look: Look) -> String {
    let lang = look.lang;
    let minutes = minutes(diff, sides, detail.facts, lang);
    let mut out = wrap(&look.bold(&minutes.title), "", lang);
    out.push('\n');
    out.extend(minutes.balance.iter().map(|sentence| wrap(sentence, "", lang)));
    if !minutes.brief.is_empty() {
        out += &wrap(words::who_moves(lang), "", lang);
    }
    out.extend(minutes.brief.iter().map(|line| wrap(&format!("- {line}"), "  ", lang)));
    let part = |title: &'static str| -> &[Item] {
        minutes.sections.iter().find(|(other, _)| *other == title).map_or(&[], |(_, items)| items)
    };
    let listed = |title: &'static str| section(title, part(title), look);
    out += &listed(words::stays_title(lang));
    if detail.all {
        out += &listed(words::stays_tampering_title(lang));
    } else if !diff.is_empty() {
        let audits = (&sides.0.dossier.audit, &sides.1.dossier.audit);
        out += &section(words::stays_tampering_title(lang), &stays::tamperers(audits, lang), look);
    }
    out += &listed(words::claims_title(lang));
    let every = every(&[&sides.1.dossier.audit, &sides.0.dossier.audit], lang);
    out += &gained(&diff.gained, &every, look);
    out += &proofs(&diff.gained, false, detail.proofs, look);
    out += &lost(&diff.lost, &every, detail.all, look);
    if detail.proofs {
        out += &proofs(&diff.lost, true, true, look);
    }
    out += &listed(words::meant_title(lang));
    out += &listed(words::unsettled_title(lang));
    if detail.facts {
        let titles = [words::behind_title(lang), words::facts_title(lang), words::assumptions_title(lang)];
        out.extend(titles.map(listed));
    } else {
        out += &behind(diff, look);
    }
    out += &section(words::expectations_title(lang), &turned(&diff.expectations, lang), look);
    out += &section(words::numbers_title(lang), &numbers(sides, true, lang), look);
    out + &listed(words::questions_title(lang))
}

fn section(title: &str, items: &[Item], look: Look) -> String {
    if items.is_empty() {
        return String::new();
    }
    items.iter().fold(look.heading(title), |out, item| out + &told(item, look.lang))
}

/// A line, and under it what stands behind it.
fn told(item: &Item, lang: Lang) -> String {
    let mut out = wrap(&format!("- {}", item.text.replace('`', "")), "  ", lang);
    if !item.details.is_empty() {
        out += &wrap(&format!("{}{}", item.title, lang.pick(" :", ":")), "    ", lang);
    }
    out.extend(item.details.iter().map(|line| hang(line, "      ", 3, lang)));
    out
}

/// Every data asset of either model, by its label.
fn every<'a>(audits: &[&'a Audit], lang: Lang) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for data in audits.iter().flat_map(|audit| audit.data.iter()) {
        let label = data.label.get(lang);
        if !all.contains(&label) {
            all.push(label);
        }
    }
    all
}

fn gained(cells: &[CellChange], every: &[&str], look: Look) -> String {
    let rows = rows(cells, false, every, look.lang);
    table(&rows, words::gained_title(look.lang), words::absent_before(look.lang), look)
}

/// What was read by privilege; the rest, which needs a tampering or a breach, is counted unless it is asked for.
fn lost(cells: &[CellChange], every: &[&str], all: bool, look: Look) -> String {
    let lang = look.lang;
    let (shown, folded): (Vec<CellChange>, Vec<CellChange>) =
        cells.iter().cloned().partition(|cell| all || cell.before.easiest() <= Grade::Privilege);
    let mut out = table(&rows(&shown, true, every, lang), words::lost_title(lang), words::absent_after(lang), look);
    if !folded.is_empty() {
        if shown.is_empty() {
            out += &look.heading(words::lost_title(lang));
        }
        out += &wrap(&words::folded_cells(folded.len(), lang), "  ", lang);
    }
    out
}

/// Who, what, from which grade to which.
fn table(rows: &[Vec<String>], title: &str, absent: &str, look: Look) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let lang = look.lang;
    let marked = rows.iter().any(|row| row[0].contains(words::ABSENT));
    let header = vec![words::who(lang).to_owned(), words::what(lang).to_owned(), words::grades_title(lang).to_owned()];
    let out = look.heading(title) + &coloured(&move_table(&header, rows), look) + "\n";
    if marked { out + &wrap(absent, "  ", lang) } else { out }
}

/// Worst first, a line for all who moved alike on the same data.
fn rows(cells: &[CellChange], lost: bool, every: &[&str], lang: Lang) -> Vec<Vec<String>> {
    let mut groups = grouped(cells, lang);
    groups.sort_by_key(|group| {
        let CellChange { before, after, .. } = group.first();
        if lost { (before.easiest(), after.easiest()) } else { (after.easiest(), before.easiest()) }
    });
    let mut rows: Vec<(Vec<String>, Vec<&str>, String)> = Vec::new();
    for group in &groups {
        let (who, data, moved) = (who(group), &group.data, moved(group.first(), lang));
        match rows.iter_mut().find(|(_, others, same)| others == data && *same == moved) {
            Some((all, ..)) => all.push(who),
            None => rows.push((vec![who], data.clone(), moved)),
        }
    }
    let set = |text: &str| typeset(text, lang);
    let row = |(who, data, moved): &(Vec<String>, Vec<&str>, String)| {
        vec![set(&who.join(", ")), set(&what(data, every, lang)), set(moved)]
    };
    rows.iter().map(row).collect()
}

/// Some data in words: all of them, or all but a few, where that is shorter.
fn what(data: &[&str], every: &[&str], lang: Lang) -> String {
    let listed = data.join(", ");
    let others: Vec<&str> = every.iter().copied().filter(|label| !data.contains(label)).collect();
    let but = words::all_data(&others, lang);
    if data.len() > 2 && but.chars().count() < listed.chars().count() { but } else { listed }
}

/// The actors of a group, marked where they or the data are on one side only.
fn who(group: &Group) -> String {
    let mark = if group.first().there == (true, true) { "" } else { words::ABSENT };
    format!("{}{mark}", group.actors())
}

fn moved(cell: &CellChange, lang: Lang) -> String {
    let aside = words::aside((true, true), cell.meant, lang);
    format!("{}{aside}", cells::short_grades(cell.before, cell.after, lang))
}

/// Why what is gained is read; or what no longer holds of what is lost.
fn proofs(all: &[CellChange], broken: bool, whole: bool, look: Look) -> String {
    let lang = look.lang;
    let title = if broken { words::broken(lang) } else { words::why_gained(lang) };
    let items: Vec<Item> =
        cells::moved(all, title, broken, lang).into_iter().filter(|item| !item.details.is_empty()).collect();
    if items.is_empty() {
        return String::new();
    }
    let shown = if whole { items.len() } else { PROOFS.min(items.len()) };
    let mut out = look.heading(title);
    for item in &items[..shown] {
        out += &wrap(&format!("- {}", item.text), "  ", lang);
        out.extend(item.details.iter().map(|line| hang(line, "    ", 3, lang)));
    }
    if shown < items.len() {
        out += &wrap(&words::more_proofs(items.len() - shown, lang), "  ", lang);
    }
    out
}

/// What changed in the model, in a few lines.
fn behind(diff: &Diff, look: Look) -> String {
    let lang = look.lang;
    let is_link = |thing: &&Thing| thing.property.starts_with("links.");
    let replaced = |thing: &&Thing| {
        let same = |others: &[Thing]| others.iter().any(|other| other.label == thing.label);
        !is_link(thing) && same(&diff.things_added) && same(&diff.things_removed)
    };
    let mut lines = Vec::new();
    let mut tell = |word: &str, things: &[Thing], wanted: &dyn Fn(&&Thing) -> bool| {
        let chosen: Vec<&Thing> = things.iter().filter(wanted).collect();
        let (between, others): (Vec<&Thing>, Vec<&Thing>) = chosen.into_iter().partition(is_link);
        // People and their accounts go by one name.
        let mut names: Vec<String> = Vec::new();
        for name in others.iter().map(|thing| thing.label.get(lang)) {
            if !names.iter().any(|other| other == name) {
                names.push(name.to_owned());
            }
        }
        names.extend(words::links(between.len(), lang));
        if !names.is_empty() {
            lines.push(words::said(word, &names.join(", "), lang));
        }
    };
    tell(words::replaced(lang), &diff.things_added, &replaced);
    tell(words::added(lang), &diff.things_added, &|thing| !replaced(thing));
    tell(words::removed(lang), &diff.things_removed, &|thing| !replaced(thing));
    tell(words::changed(lang), &diff.things_changed, &|_| true);
    let count = |list: fn(&FactGroup) -> usize| diff.facts.iter().map(list).sum::<usize>();
    let facts = (count(|group| group.added.len()), count(|group| group.removed.len()));
    let assumed = (diff.assumptions_added.len(), diff.assumptions_removed.len());
    if lines.is_empty() && (facts != (0, 0) || assumed != (0, 0)) {
        lines.push(words::folded(facts, diff.facts.len(), assumed, lang));
    }
    if lines.is_empty() {
        return String::new();
    }
    let lines = lines.iter().map(|line| wrap(&format!("- {line}"), "  ", lang)).collect::<String>();
    look.heading(words::behind_title(lang)) + &lines
}
