//! How many can read, as programs read it.

use serde::Serialize;

use crate::compare::{DataNumbers, Dossier, Readers};

/// The numbers of one data asset.
#[derive(Serialize)]
pub(super) struct NumbersJson<'a> {
    data: &'a str,
    subjects: Option<u64>,
    /// Cumulative: at each grade, everyone who reads at that grade or easier.
    readers: Vec<ReadersJson>,
    clear: Vec<ClearJson<'a>>,
}

#[derive(Serialize)]
struct ReadersJson {
    grade: &'static str,
    people: u64,
    at_least: bool,
    owner_groups: usize,
    people_of_no_organisation: bool,
}

#[derive(Serialize)]
struct ClearJson<'a> {
    component: &'a str,
    when: &'static str,
    medium: bool,
}

/// The numbers of each data asset.
pub(super) fn json(dossier: &Dossier) -> Vec<NumbersJson<'_>> {
    dossier.numbers.data.iter().map(one).collect()
}

fn one(numbers: &DataNumbers) -> NumbersJson<'_> {
    let readers = |readers: &Readers| ReadersJson {
        grade: readers.grade.id(),
        people: readers.people,
        at_least: readers.is_at_least(),
        owner_groups: readers.owner_groups,
        people_of_no_organisation: readers.unattached,
    };
    let clear = numbers.clear.iter().map(|at| ClearJson {
        component: &at.id,
        when: if at.stored { "stored" } else { "live" },
        medium: at.medium,
    });
    NumbersJson {
        data: &numbers.id,
        subjects: numbers.subjects,
        readers: numbers.readers.iter().map(readers).collect(),
        clear: clear.collect(),
    }
}
