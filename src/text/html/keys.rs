//! Sentences about keys: what they open, where they are, what opens them.

use crate::text::Lang;

/// What a key is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum OpenedText {
    EndToEnd,
    Content,
    Medium,
    Link,
    DeviceCopy,
    Key,
}

impl OpenedText {
    /// What it opens, names already in words; no data where the model does not say.
    pub fn phrase(self, what: &str, at: &str, lang: Lang) -> String {
        let what = if what.is_empty() { lang.pick("contenu non dit", "content not told") } else { what };
        let (fr, en) = match self {
            Self::EndToEnd => {
                (format!("de bout en bout, entre {at} : {what}"), format!("end-to-end, between {at}: {what}"))
            }
            Self::Content => (
                format!("chiffré par l’application, dans {at} : {what}"),
                format!("encrypted by the application, in {at}: {what}"),
            ),
            Self::Medium => (format!("le support de {at} : {what}"), format!("the medium of {at}: {what}")),
            Self::Link => (format!("sur {at} : {what}"), format!("on {at}: {what}")),
            Self::DeviceCopy => (format!("la copie de {what}, dans {at}"), format!("the copy of {what}, in {at}")),
            Self::Key => (format!("une autre clé, {what}, dans {at}"), format!("another key, {what}, in {at}")),
        };
        lang.pick(fr, en)
    }
}

/// A place of a key, with the keys that seal it there and what opens its lock.
pub fn kept(place: &str, under: &str, opens_to: &str, lang: Lang) -> String {
    let under = (!under.is_empty()).then(|| lang.pick(format!("sous {under}"), format!("under {under}")));
    let lock = (!opens_to.is_empty())
        .then(|| lang.pick(format!("remise contre {opens_to}"), format!("handed out for {opens_to}")));
    let more: Vec<String> = under.into_iter().chain(lock).collect();
    if more.is_empty() { place.to_owned() } else { format!("{place} ({})", more.join(", ")) }
}

/// Where a key is kept is not known.
pub const fn custody_unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "non connu : au pire, partout",
        Lang::En => "not known: at worst, everywhere",
    }
}

/// A key that is kept nowhere.
pub const fn nowhere(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "nulle part",
        Lang::En => "nowhere",
    }
}

/// The password that a key is computed from.
pub fn from_password(password: &str, guessable: Option<bool>, lang: Lang) -> String {
    let guess = match (guessable, lang) {
        (Some(true), Lang::Fr) => "peut être deviné",
        (Some(true), Lang::En) => "can be guessed",
        (Some(false), Lang::Fr) => "ne se devine pas",
        (Some(false), Lang::En) => "cannot be guessed",
        (None, Lang::Fr) => "devinable ou non : non connu",
        (None, Lang::En) => "guessable or not: not known",
    };
    lang.pick(format!("calculée depuis {password} ({guess})"), format!("computed from {password} ({guess})"))
}

/// What sees a key pass.
pub fn seen_by(names: &str, lang: Lang) -> String {
    lang.pick(format!("la voient passer : {names}"), format!("see it pass: {names}"))
}

/// Who can change who may use a key.
pub fn policy_admins(names: &str, lang: Lang) -> String {
    lang.pick(format!("peuvent changer qui s’en sert : {names}"), format!("can change who may use it: {names}"))
}

/// Each use of a key is logged.
pub const fn logged(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "chaque usage est journalisé",
        Lang::En => "each use is logged",
    }
}

/// A key that opens nothing described.
pub const fn opens_nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "rien de décrit",
        Lang::En => "nothing described",
    }
}

/// Keys that nobody but their ends or keepers should have, by how many get them by privilege.
pub fn within_reach(count: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "Clés qu’au moins une organisation ou un administrateur peut obtenir par privilège : {count} sur {all}."
        ),
        Lang::En => format!("Keys that at least one organisation or admin can get by privilege: {count} of {all}."),
    }
}
