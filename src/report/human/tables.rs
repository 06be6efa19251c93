//! The two tables of a terminal: who reads what, and one encryption after another.

use comfy_table::presets::UTF8_FULL_CONDENSED;
use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width};

use super::Look;
use crate::audit::{Audit, Verdict};
use crate::compare::{ClearAt, DataNumbers, Dossier, Fill, Ladder, Readers, RungKind};
use crate::kernel::Grade;
use crate::report::actors;
use crate::report::summary::{Row, Summary, grade_text};
use crate::report::wrap::{WIDTH, wrap};
use crate::source::Style;
use crate::text::labels::class_and_target;
use crate::text::ladder::FillText;
use crate::text::{Both, Lang, human as words, numbers as count};

/// Data assets beside each other in one table.
const COLUMNS: usize = 4;
/// Width of a cell of the matrix, padding included.
const CELL: u16 = 14;

/// A table of the terminal's width.
pub(in crate::report) fn table() -> Table {
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL_CONDENSED.with_rounded_corners())
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH);
    table
}

pub(super) fn matrix(audit: &Audit, summary: &Summary, look: Look) -> String {
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
        let class = actors::class_of(&actor.id);
        let alike = class
            .and_then(|class| rows.iter_mut().find(|(other, _, others)| *other == Some(class) && *others == cells));
        let label = actor.label.get(lang);
        match alike {
            Some((_, shared, _)) => {
                let target = class_and_target(label, lang).map_or(label, |(_, target)| target);
                shared.push_str(", ");
                shared.push_str(target);
            }
            None => rows.push((class, label.to_owned(), cells)),
        }
    }
    rows.into_iter().map(|(_, label, cells)| (label, cells)).collect()
}

fn cell_of(audit: &Audit, row: &Row, data: usize, lang: Lang) -> String {
    let verdict = row.verdicts.iter().map(|at| &audit.verdicts[*at]).find(|verdict| verdict.data == data);
    verdict.map_or_else(String::new, |verdict| cell(verdict, lang))
}

/// A cell in grade words: what is kept, then what passes from now on when it differs.
pub(in crate::report) fn cell(verdict: &Verdict, lang: Lang) -> String {
    let word = |grade: Grade| -> String {
        let evident = if grade.is_evident() { "!" } else { "" };
        format!("{}{evident}", words::short_grade(grade_text(grade), lang))
    };
    let best = verdict.undetermined.as_ref().map_or((verdict.past, verdict.new), |best| (best.past, best.new));
    let mark = |moves: bool| if moves { "?" } else { "" };
    let (past, new) = (best.0 != verdict.past, best.1 != verdict.new);
    let next = if verdict.next_use { "*" } else { "" };
    if verdict.past == verdict.new {
        return format!("{}{next}{}", word(verdict.past), mark(past || new));
    }
    format!("{}{next}{}\n→{}{}", word(verdict.past), mark(past), word(verdict.new), mark(new))
}

/// Grade words in colour, beyond the column of actors. The words say it all without.
pub(in crate::report) fn coloured(table: &str, look: Look) -> String {
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

/// A table of a first column of text and cells of a fixed width.
pub(in crate::report) fn scenario_table(header: Vec<String>, rows: Vec<Vec<String>>) -> String {
    fixed(header, rows, CELL + 2)
}

/// The same for models side by side, as wide as four of them let it be.
pub(in crate::report) fn side_table(header: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let width = if header.len() < 5 { CELL + 3 } else { CELL };
    let broken = header.into_iter().map(|name| at_hyphens(&name, usize::from(width) - 2));
    fixed(broken.collect(), rows, width)
}

/// A table of a first column of text and counts, as narrow as their headings.
pub(in crate::report) fn count_table(header: Vec<String>, rows: Vec<Vec<String>>) -> String {
    let mut table = table();
    table.set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_constraint(ColumnConstraint::ContentWidth);
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.add_rows(rows);
    table.to_string()
}

/// A table of who, what and how, as wide as a terminal, in the widths that take the fewest lines.
pub(in crate::report) fn move_table(header: &[String], rows: &[Vec<String>]) -> String {
    /// What is left to the first two columns, by the width of the third.
    const SPLITS: [(u16, u16); 2] = [(27, 49), (23, 53)];
    let table = |(last, both): (u16, u16), first: u16| {
        let mut table = table();
        table.set_header(header);
        let widths = [first, both - first, last].map(|width| ColumnConstraint::Absolute(Width::Fixed(width)));
        table.set_constraints(widths);
        table.add_rows(rows);
        table.to_string()
    };
    let all = SPLITS.into_iter().flat_map(|split| (18..=35).map(move |first| (split, first)));
    all.map(|(split, first)| table(split, first)).min_by_key(|text| text.lines().count()).unwrap_or_default()
}

/// A name cut at its hyphens where it is too long: tables cut words anywhere.
fn at_hyphens(name: &str, width: usize) -> String {
    let (mut out, mut room) = (String::new(), width);
    for part in name.split_inclusive('-') {
        let wide = part.chars().count();
        if wide > room && !out.is_empty() {
            out.push('\n');
            room = width;
        }
        out += part;
        room = room.saturating_sub(wide);
    }
    out
}

fn fixed(header: Vec<String>, rows: Vec<Vec<String>>, width: u16) -> String {
    let mut table = table();
    let cells = vec![ColumnConstraint::Absolute(Width::Fixed(width)); header.len().saturating_sub(1)];
    table.set_header(header);
    table.set_constraints(std::iter::once(ColumnConstraint::LowerBoundary(Width::Fixed(14))).chain(cells));
    table.add_rows(rows);
    table.to_string()
}

/// How many people and owner groups read each data asset, then where it is in clear.
pub(super) fn numbers(dossier: &Dossier, look: Look) -> String {
    let lang = look.lang;
    let mut table = table();
    let header =
        [count::data(lang)].into_iter().chain(Grade::PUBLIC.iter().take(4).map(|grade| grade_text(*grade).name(lang)));
    table.set_header(header);
    for (data, numbers) in dossier.audit.data.iter().zip(&dossier.numbers.data) {
        let cells = numbers.readers.iter().map(|readers| readers_cell(readers, lang));
        table.add_row(std::iter::once(data.label.get(lang).to_owned()).chain(cells));
    }
    let mut out = look.heading(count::title(lang)) + &table.to_string() + "\n";
    out += &wrap(count::note(lang), "  ", lang);
    for (data, numbers) in dossier.audit.data.iter().zip(&dossier.numbers.data) {
        out += &wrap(&in_clear(data.label.get(lang), numbers, lang), "  ", lang);
    }
    out
}

/// How many read, in a cell.
pub(in crate::report) fn readers_cell(readers: &Readers, lang: Lang) -> String {
    count::readers(readers.people, readers.is_at_least(), readers.owner_groups, readers.unattached, lang)
}

fn in_clear(data: &str, numbers: &DataNumbers, lang: Lang) -> String {
    let names = |wanted: fn(&ClearAt) -> bool| {
        let chosen = numbers.clear.iter().filter(|at| wanted(at));
        chosen.map(|at| at.label.get(lang)).collect::<Vec<_>>().join(", ")
    };
    let places = [names(|at| at.stored && !at.medium), names(|at| !at.stored && !at.medium), names(|at| at.medium)];
    count::in_clear(data, numbers.subjects, &places, lang)
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
        for rung in &ladder.rungs {
            let mut cells = vec![super::super::ladder::text(rung.kind).name(lang).to_owned()];
            cells.extend(part.iter().map(|at| words::counts(rung.unintended[*at])));
            table.add_row(cells);
        }
        out += &table.to_string();
        out.push('\n');
    }
    out += &wrap(words::ladder_note(lang), "  ", lang);
    out += &fills(ladder, lang);
    out += &look.heading(words::steps_title(lang));
    out += &wrap(super::super::ladder::scope(audit, lang), "  ", lang);
    out += &steps(ladder, audit, lang);
    out
}

/// What each rung bought.
fn steps(ladder: &Ladder, audit: &Audit, lang: Lang) -> String {
    let told = ladder.rungs.iter().filter_map(|rung| super::super::ladder::step(rung, audit, lang));
    told.map(|text| wrap(&text, "  ", lang)).collect()
}

/// What was filled, each once.
fn fills(ladder: &Ladder, lang: Lang) -> String {
    let rungs = [RungKind::EndToEnd, RungKind::Application].into_iter().filter_map(|kind| ladder.rung(kind));
    let mut fills: Vec<&Fill> = Vec::new();
    for fill in rungs.flat_map(|rung| &rung.fills) {
        if !fills.contains(&fill) {
            fills.push(fill);
        }
    }
    let names = |list: &[Both]| list.iter().map(|both| both.get(lang)).collect::<Vec<_>>().join(", ");
    let sentence = |fill: &Fill| match fill {
        Fill::Tls(links) => FillText::Tls.sentence(&names(links), "", lang),
        Fill::Volume(storages) => FillText::Volume.sentence(&names(storages), "", lang),
        Fill::EndToEnd(data, services) => FillText::EndToEnd.sentence(&names(data), &names(services), lang),
        Fill::Application(storages) => FillText::Application.sentence(&names(storages), "", lang),
        Fill::NoEnd(data) => FillText::NoEnd.sentence(&names(data), "", lang),
        Fill::ContentLeftOut(storages) => FillText::ContentLeftOut.sentence(&names(storages), "", lang),
    };
    fills.into_iter().map(|fill| wrap(&sentence(fill), "  ", lang)).collect()
}
