//! Sentences about people and groups of owners.

use crate::text::Lang;

/// Somebody, and how many people that is.
pub fn staff(name: &str, count: Option<u64>, lang: Lang) -> String {
    match count {
        Some(count) => format!("{name} ({})", lang.number(count)),
        None => lang.pick(format!("{name} (nombre non dit)"), format!("{name} (number not told)")),
    }
}

/// The group of people of no organisation.
pub const fn no_group(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Hors de toute organisation",
        Lang::En => "Of no organisation",
    }
}

/// A count out of all data.
pub fn out_of(count: usize, all: usize, lang: Lang) -> String {
    lang.pick(format!("{count} sur {all}"), format!("{count} of {all}"))
}

/// Organisations and people who read nothing at any grade.
pub fn nothing(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("Ne lisent rien, à aucun degré : {names}."),
        format!("These read nothing, at any grade: {names}."),
    )
}
