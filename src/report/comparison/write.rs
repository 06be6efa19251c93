//! Side by side, for a terminal and for a document.

use super::{Grid, Part, Sheet};
use crate::report::diff::escaped;
use crate::report::human::{Look, coloured, side_table};
use crate::report::wrap::wrap;
use crate::text::{Lang, comparison as words, typeset};

/// Columns beside each other on a terminal, the first one included; it is repeated with those that follow.
const COLUMNS: usize = 4;

/// For a terminal.
pub fn human(sheet: &Sheet, look: Look) -> String {
    let lang = look.lang;
    let mut out = format!("{}\n", look.bold(&typeset(words::title(lang), lang)));
    out.extend(sheet.legends(lang).iter().map(|legend| wrap(legend, "  ", lang)));
    let names = sheet.names(lang);
    for Part { title, grid, notes } in sheet.parts(lang) {
        out += &look.heading(title);
        out.extend(grid.iter().map(|grid| tables(grid, &names, look)));
        out.extend(notes.iter().map(|note| wrap(&note.replace('`', ""), "  ", lang)));
    }
    out
}

/// A table; more than one where there are too many columns.
fn tables(grid: &Grid, names: &[String], look: Look) -> String {
    let others: Vec<usize> = (1..names.len()).collect();
    let table = |part: &[usize]| {
        let shown: Vec<usize> = std::iter::once(0).chain(part.iter().copied()).collect();
        let pick = |all: &[String]| shown.iter().map(|at| all[*at].clone()).collect::<Vec<_>>();
        let row = |first: &str, cells: &[String]| -> Vec<String> {
            let first = typeset(first, look.lang);
            std::iter::once(first).chain(pick(cells).iter().map(|cell| typeset(cell, look.lang))).collect()
        };
        let rows = grid.lines.iter().map(|(about, cells)| row(about, cells)).collect();
        coloured(&side_table(row(grid.heading, names), rows), look) + "\n"
    };
    if others.is_empty() { table(&[]) } else { others.chunks(COLUMNS - 1).map(table).collect() }
}

/// For a document or the comment of a pull request: all names escaped.
pub fn markdown(sheet: &Sheet, lang: Lang) -> String {
    let mut out = format!("## {}\n\n", escaped(words::title(lang), lang));
    for legend in sheet.legends(lang) {
        out.extend(["- ", &numbered(&escaped(&legend, lang)), "\n"]);
    }
    let names = sheet.names(lang);
    for Part { title, grid, notes } in sheet.parts(lang) {
        out.extend(["\n### ", &escaped(title, lang), "\n"]);
        if let Some(grid) = grid {
            out += "\n";
            out += &line(grid.heading, &names, lang);
            out.extend(["|", &"---|".repeat(names.len() + 1), "\n"]);
            out.extend(grid.lines.iter().map(|(about, cells)| line(about, cells, lang)));
        }
        if !notes.is_empty() {
            out += "\n";
        }
        out.extend(notes.iter().map(|note| format!("- {}\n", numbered(&escaped(&note.replace('`', ""), lang)))));
    }
    out
}

/// A line of a table.
fn line(about: &str, cells: &[String], lang: Lang) -> String {
    let cell = |text: &String| text.split('\n').map(|line| escaped(line, lang)).collect::<Vec<_>>().join("<br>");
    let cells: Vec<String> = cells.iter().map(cell).collect();
    format!("| {} | {} |\n", escaped(about, lang), cells.join(" | "))
}

/// A text of a list that does not start a list of its own.
fn numbered(text: &str) -> String {
    match text.split_once(". ") {
        Some((number, rest)) if number.chars().all(|c| c.is_ascii_digit()) => format!("{number}\\. {rest}"),
        _ => text.to_owned(),
    }
}
