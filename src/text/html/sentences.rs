//! Sentences of the HTML report made of numbers and names, every name already in words.

use crate::text::Lang;

/// Whether a count takes the plural.
pub(super) const fn plural(count: usize, lang: Lang) -> bool {
    match lang {
        Lang::Fr => count > 1,
        Lang::En => count != 1,
    }
}

/// The question that the page answers, about a system.
pub fn title(health: bool, system: &str, lang: Lang) -> String {
    let system = lang.quote(system);
    match (health, lang) {
        (true, Lang::Fr) => format!("Qui peut lire les données de santé de {system} ?"),
        (true, Lang::En) => format!("Who can read the health data of {system}?"),
        (false, Lang::Fr) => format!("Qui peut lire les données de {system} ?"),
        (false, Lang::En) => format!("Who can read the data of {system}?"),
    }
}

/// The date of a model.
pub fn dated(date: Option<&str>, lang: Lang) -> String {
    match (date, lang) {
        (None, Lang::Fr) => "modèle non daté".to_owned(),
        (None, Lang::En) => "undated model".to_owned(),
        (Some(date), Lang::Fr) => format!("modèle du {}", day(date, lang)),
        (Some(date), Lang::En) => format!("model of {}", day(date, lang)),
    }
}

/// A date as the language writes it; models write `2026-11-22`.
pub fn day(date: &str, lang: Lang) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match (lang, parts.as_slice()) {
        (Lang::Fr, [year, month, day]) => format!("{day}/{month}/{year}"),
        _ => date.to_owned(),
    }
}

/// The short hash of a model.
pub fn hashed(hash: &str, lang: Lang) -> String {
    lang.pick(format!("empreinte {hash}"), format!("hash {hash}"))
}

/// The tile of unintended readers: its label, and out of how many actors.
pub fn readers_tile(count: usize, of: u64, lang: Lang) -> (&'static str, String) {
    let of = lang.number(of);
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => ("acteur non prévu lit par privilège", format!("sur {of} examinés")),
        (true, Lang::Fr) => ("acteurs non prévus lisent par privilège", format!("sur {of} examinés")),
        (false, Lang::En) => ("unintended actor reads by privilege", format!("of {of} examined")),
        (true, Lang::En) => ("unintended actors read by privilege", format!("of {of} examined")),
    }
}

/// The tile of data in clear for them: its label, and out of how many.
pub fn data_tile(count: usize, health: bool, of: u64, lang: Lang) -> (&'static str, String) {
    let label = match (plural(count, lang), health, lang) {
        (false, true, Lang::Fr) => "donnée de santé leur est lisible en clair",
        (true, true, Lang::Fr) => "données de santé leur sont lisibles en clair",
        (false, false, Lang::Fr) => "donnée leur est lisible en clair",
        (true, false, Lang::Fr) => "données leur sont lisibles en clair",
        (false, true, Lang::En) => "health data asset is plaintext to them",
        (true, true, Lang::En) => "health data assets are plaintext to them",
        (false, false, Lang::En) => "data asset is plaintext to them",
        (true, false, Lang::En) => "data assets are plaintext to them",
    };
    (label, lang.pick(format!("sur {of}"), format!("of {of}")))
}

/// The tile of unknown facts: its label, and how many answers depend on them.
pub fn unknown_tile(count: usize, answers: usize, lang: Lang) -> (&'static str, String) {
    let label = match (plural(count, lang), lang) {
        (false, Lang::Fr) => "fait non connu",
        (true, Lang::Fr) => "faits non connus",
        (false, Lang::En) => "fact not known",
        (true, Lang::En) => "facts not known",
    };
    let note = match (answers, lang) {
        (_, Lang::Fr) if count == 0 => "le modèle dit tout ce que le langage demande".to_owned(),
        (_, Lang::En) if count == 0 => "the model says all that the language asks".to_owned(),
        (0, Lang::Fr) => "aucune réponse n’en dépend".to_owned(),
        (0, Lang::En) if count == 1 => "no answer depends on it".to_owned(),
        (0, Lang::En) => "no answer depends on them".to_owned(),
        (1, Lang::Fr) => "une réponse en dépend".to_owned(),
        (1, Lang::En) if count == 1 => "one answer depends on it".to_owned(),
        (1, Lang::En) => "one answer depends on them".to_owned(),
        (_, Lang::Fr) => format!("{answers} réponses en dépendent"),
        (_, Lang::En) if count == 1 => format!("{answers} answers depend on it"),
        (_, Lang::En) => format!("{answers} answers depend on them"),
    };
    (label, note)
}

/// What a data asset is: health data or not, and about how many people.
pub fn data_note(health: bool, subjects: Option<u64>, lang: Lang) -> String {
    let kind = health.then(|| lang.pick("santé", "health").to_owned());
    let people = subjects.map(|count| people(count, lang));
    kind.into_iter().chain(people).collect::<Vec<_>>().join(" · ")
}

/// How many people an actor is.
pub fn people(count: u64, lang: Lang) -> String {
    let number = lang.number(count);
    match (count, lang) {
        (0 | 1, Lang::Fr) => format!("{number} personne"),
        (_, Lang::Fr) => format!("{number} personnes"),
        (1, Lang::En) => format!("{number} person"),
        (_, Lang::En) => format!("{number} people"),
    }
}

/// A sort of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorSort {
    /// An organisation, known or not.
    Organisation,
    /// People who use the system.
    Users,
    /// Admins.
    Admins,
    /// An adversary.
    Adversary,
}

/// What an actor is, and how many people it stands for.
pub fn actor_note(sort: ActorSort, count: Option<u64>, lang: Lang) -> String {
    let sort = match (sort, lang) {
        (ActorSort::Organisation, _) => "organisation",
        (ActorSort::Users, Lang::Fr) => "utilisateurs",
        (ActorSort::Users, Lang::En) => "users",
        (ActorSort::Admins, Lang::Fr) => "administration",
        (ActorSort::Admins, Lang::En) => "administrators",
        (ActorSort::Adversary, Lang::Fr) => "adversaire",
        (ActorSort::Adversary, Lang::En) => "adversary",
    };
    count.map_or_else(|| sort.to_owned(), |count| format!("{sort} · {}", people(count, lang)))
}

/// A sort of row of the matrix, by the easiest way that is not meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowSort {
    /// Unintended, by privilege.
    Privilege,
    /// Unintended, by tampering.
    Tampering,
    /// Unintended, by breach.
    Breach,
    /// Intended readers who reach nothing else.
    Intended,
}

/// The title of rows of the same sort: how many, and how many of them on the data that the answer is about.
pub fn group(sort: RowSort, (named, count): (usize, usize), health: bool, lang: Lang) -> String {
    let title = match (sort, lang) {
        (RowSort::Privilege, Lang::Fr) => "Non prévus, par privilège",
        (RowSort::Privilege, Lang::En) => "Unintended, by privilege",
        (RowSort::Tampering, Lang::Fr) => "Non prévus, par altération au plus facile",
        (RowSort::Tampering, Lang::En) => "Unintended, by tampering at the easiest",
        (RowSort::Breach, Lang::Fr) => "Non prévus, par effraction au plus facile",
        (RowSort::Breach, Lang::En) => "Unintended, by breach at the easiest",
        (RowSort::Intended, Lang::Fr) => "Lecteurs prévus, et rien d’autre",
        (RowSort::Intended, Lang::En) => "Intended readers, and nothing else",
    };
    let title = match (plural(count, lang), lang) {
        (false, Lang::Fr) => format!("{title} : {count} acteur"),
        (true, Lang::Fr) => format!("{title} : {count} acteurs"),
        (false, Lang::En) => format!("{title}: {count} actor"),
        (true, Lang::En) => format!("{title}: {count} actors"),
    };
    if named == count {
        return title;
    }
    let data = match (health, lang) {
        (true, Lang::Fr) => "sur des données de santé",
        (true, Lang::En) => "on health data",
        (false, Lang::Fr) => "hors métadonnées",
        (false, Lang::En) => "metadata apart",
    };
    match (named, lang) {
        (0, Lang::Fr) => format!("{title}, dont aucun {data}"),
        (0, Lang::En) => format!("{title}, none of them {data}"),
        (_, Lang::Fr) => format!("{title}, dont {named} {data}"),
        (_, Lang::En) => format!("{title}, {named} of them {data}"),
    }
}

/// How many actors reach nothing.
pub fn out_of_reach(count: usize, lang: Lang) -> String {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => format!("{count} acteur hors d’atteinte de tout, dans ce modèle"),
        (true, Lang::Fr) => format!("{count} acteurs hors d’atteinte de tout, dans ce modèle"),
        (false, Lang::En) => format!("{count} actor out of reach of everything, in this model"),
        (true, Lang::En) => format!("{count} actors out of reach of everything, in this model"),
    }
}

/// The common base, before its answers.
pub fn base(name: &str, lang: Lang) -> String {
    lang.pick(
        format!("Qui peut modifier chaque terminal ({name}) peut lire ce qu’il affiche. C’est vrai de tout système, donc compté à part :"),
        format!("Whoever can alter every device ({name}) can read what it shows. That is true of every system, so it is counted apart:"),
    )
}

/// A grade on what is kept, when it needs a key to be used again.
pub fn next_use(grade: &str, lang: Lang) -> String {
    lang.pick(format!("{grade}, à partir de la prochaine utilisation"), format!("{grade}, from next use on"))
}

/// Two grades in one line: on what is kept, and on what passes.
pub fn two_grades(past: &str, new: &str, lang: Lang) -> String {
    lang.pick(format!("gardé : {past} ; désormais : {new}"), format!("kept: {past}; from now on: {new}"))
}

/// The best case of an answer.
pub fn best(grades: &str, lang: Lang) -> String {
    lang.pick(format!("au mieux : {grades}"), format!("at best: {grades}"))
}

/// A question by its number.
pub fn question(number: usize, lang: Lang) -> String {
    lang.pick(format!("question {number}"), format!("question {number}"))
}

/// What is kept, and what passes: the two slots of an answer.
pub const fn slots(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Fr => ["gardé :", "désormais :"],
        Lang::En => ["kept:", "from now on:"],
    }
}

/// How many read by privilege what the answer is about, under one kind of encryption: what follows the number.
pub const fn scheme_readers(count: usize, lang: Lang) -> &'static str {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => "lecteur non prévu, par privilège",
        (true, Lang::Fr) => "lecteurs non prévus, par privilège",
        (false, Lang::En) => "unintended reader, by privilege",
        (true, Lang::En) => "unintended readers, by privilege",
    }
}
