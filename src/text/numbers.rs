//! Words of the numbers: people, owner groups, places in clear.

use super::Lang;

fixed! {
    /// Title of the numbers.
    title => "Combien de personnes peuvent lire, et où c’est en clair", "How many people can read, and where it is in clear";
    /// Heading of the data assets.
    data => "Donnée", "Data";
    /// How to read the table.
    note => "Chaque colonne compte aussi qui lit plus facilement. ≥ : le modèle ne dit pas combien sont certains lecteurs. Chaque personne compte une fois ; les adversaires ne comptent pas. Un groupe réunit les organisations d’un même propriétaire ; les propriétaires inconnus n’en font qu’un. « + hors groupe » : des personnes d’aucune organisation.",
        "Each column also counts who reads more easily. ≥: the model does not say how many some readers are. Each person counts once; adversaries do not count. A group joins the organisations of one owner; unknown owners are one. “+ no group”: people of no organisation.";
}

/// How many people and owner groups.
pub fn readers(people: u64, at_least: bool, groups: usize, unattached: bool, lang: Lang) -> String {
    let plural = |one: &'static str, many: &'static str| {
        if groups > 1 || (groups == 0 && lang == Lang::En) { many } else { one }
    };
    let word = lang.pick(plural("groupe", "groupes"), plural("group", "groups"));
    let apart = if unattached { lang.pick("\n+ hors groupe", "\n+ no group") } else { "" };
    let count = match (at_least, people) {
        // No number is known at all, which is not to be none.
        (true, 0) => lang.pick("nombre non dit", "number not told").to_owned(),
        (true, people) => format!("≥\u{a0}{}", lang.number(people)),
        (false, people) => lang.number(people),
    };
    format!("{count}\n{groups} {word}{apart}")
}

/// Where a data asset is in clear: kept, only passing, on media.
pub fn in_clear(data: &str, subjects: Option<u64>, places: &[String; 3], lang: Lang) -> String {
    let about = subjects.map_or_else(String::new, |count| {
        let number = lang.number(count);
        lang.pick(format!(" ({number} personnes concernées)"), format!(" ({number} people concerned)"))
    });
    let words = lang.pick(
        ["gardé en clair", "en clair au passage", "en clair sur les supports"],
        ["kept in clear", "in clear while passing", "in clear on media"],
    );
    let colon = lang.pick(" : ", ": ");
    let parts = words.iter().zip(places).filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> = parts.map(|(word, names)| format!("{word}{colon}{names}")).collect();
    let nowhere = lang.pick("en clair nulle part dans ce modèle", "in clear nowhere in this model");
    let told = if parts.is_empty() { nowhere.to_owned() } else { parts.join(lang.pick(" ; ", "; ")) };
    format!("{data}{about}{colon}{told}.")
}
