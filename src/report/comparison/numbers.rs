//! How many people read each data asset in each column, and where it is in clear.

use super::{Grid, Part, Sheet};
use crate::compare::{ClearAt, DataNumbers};
use crate::report::human::readers_cell;
use crate::report::summary::grade_text;
use crate::text::{Both, Lang, comparison as words, numbers as count};

/// Grades at which readers are counted here: a breach is of adversaries, who are no people.
const GRADES: usize = 3;

impl Sheet<'_> {
    /// Every data asset of any column, in the order of the first that has it.
    fn data(&self) -> Vec<(&str, &Both)> {
        let mut all: Vec<(&str, &Both)> = Vec::new();
        for data in self.audits().flat_map(|audit| audit.data.iter()) {
            if !all.iter().any(|(id, _)| *id == data.id) {
                all.push((&data.id, &data.label));
            }
        }
        all
    }

    /// The numbers of a data asset in each column; none where it is not there.
    fn numbers_of(&self, id: &str) -> Vec<Option<&DataNumbers>> {
        let of = |dossier: &'_ crate::compare::Dossier| dossier.numbers.data.iter().position(|one| one.id == id);
        self.dossiers.iter().map(|dossier| of(dossier).map(|at| &dossier.numbers.data[at])).collect()
    }

    /// The lines where a cell differs, or all if they are asked for.
    fn kept(&self, lines: Vec<(String, Vec<String>)>, heading: &'static str) -> Option<Grid> {
        let differs = |cells: &[String]| cells.iter().any(|cell| *cell != cells[0]);
        let lines: Vec<_> = lines.into_iter().filter(|(_, cells)| self.all || differs(cells)).collect();
        (!lines.is_empty()).then_some(Grid { heading, lines })
    }
}

/// The people and the owner groups that read by design, by privilege, by tampering, or more easily.
pub(super) fn people(sheet: &Sheet, lang: Lang) -> Part {
    let mut lines = Vec::new();
    for (id, label) in sheet.data() {
        let numbers = sheet.numbers_of(id);
        for at in 0..GRADES {
            let cell = |one: Option<&DataNumbers>| {
                one.map_or_else(|| words::absent(lang).to_owned(), |one| readers_cell(&one.readers[at], lang))
            };
            let Some(grade) = numbers.iter().flatten().next().map(|one| one.readers[at].grade) else { continue };
            let about = format!("{}, {}", label.get(lang), grade_text(grade).name(lang));
            lines.push((about, numbers.iter().copied().map(cell).collect()));
        }
    }
    let grid = sheet.kept(lines, words::at(lang));
    let notes = grid.iter().map(|_| count::note(lang).to_owned()).collect();
    Part { title: words::numbers(lang), grid, notes }
}

/// Where each data asset is in clear: how many places, then which differ from the first column.
pub(super) fn places(sheet: &Sheet, lang: Lang) -> Part {
    let names = sheet.names(lang);
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    for (id, label) in sheet.data() {
        let numbers = sheet.numbers_of(id);
        let cell = |one: Option<&DataNumbers>| {
            one.map_or_else(|| words::absent(lang).to_owned(), |one| words::places_cell(counted(one), lang))
        };
        lines.push((label.get(lang).to_owned(), numbers.iter().copied().map(cell).collect()));
        for (name, one) in names.iter().zip(&numbers).skip(1) {
            let (Some(first), Some(one)) = (numbers[0], one) else { continue };
            let (more, less) = (only(one, first, lang), only(first, one, lang));
            if !more.is_empty() || !less.is_empty() {
                notes.push(words::elsewhere(name, label.get(lang), &more, &less, lang));
            }
        }
    }
    Part { title: words::places(lang), grid: sheet.kept(lines, words::data(lang)), notes }
}

fn counted(numbers: &DataNumbers) -> [usize; 3] {
    let count = |wanted: fn(&ClearAt) -> bool| numbers.clear.iter().filter(|at| wanted(at)).count();
    [count(|at| at.stored && !at.medium), count(|at| !at.stored && !at.medium), count(|at| at.medium)]
}

/// The places that one has and the other has not, each once by its label.
fn only(of: &DataNumbers, other: &DataNumbers, lang: Lang) -> String {
    let known = |at: &&ClearAt| !other.clear.iter().any(|one| one.id == at.id);
    let names = of.clear.iter().filter(known).map(|at| at.label.get(lang));
    names.collect::<Vec<_>>().join(", ")
}
