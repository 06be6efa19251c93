//! Words of what is missing to read, and of what a good answer rests on.

use super::labels::capitalised;
use super::steps::Act;
use super::{Lang, typeset};

/// Something that an actor lacks, its name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// A secret.
    Secret(String),
    /// A power on a component.
    Power(Act, String),
}

impl Lack {
    fn phrase(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Secret(secret), _) => secret.clone(),
            (Self::Power(Act::Store, component), Lang::Fr) => format!("l’accès aux octets de {component}"),
            (Self::Power(Act::Store, component), Lang::En) => format!("access to the bytes of {component}"),
            (Self::Power(act, component), Lang::Fr) => format!("le pouvoir de {}", act.on(component, lang)),
            (Self::Power(act, component), Lang::En) => format!("the power to {}", act.on(component, lang)),
        }
    }
}

/// Why having it would be enough, with every name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Enough {
    /// In clear there, and kept.
    ClearKept(String),
    /// In clear there while it passes.
    ClearPassing(String),
    /// The ciphertext there is had already.
    CiphertextHad(String),
    /// It is encrypted there, and its keys are had already.
    KeysHad(String, Vec<String>),
    /// It is encrypted there.
    Encrypted(String),
    /// That gives these keys, and the ciphertext there is had already.
    GivesKeys(String, Vec<String>),
    /// That leads to the key and to the ciphertext there.
    Leads(String),
    /// That leads to this, which has it in clear.
    LeadsToClear(String),
    /// What opens this.
    Opens(String),
    /// That gives what opens this.
    LeadsToOpen(String),
    /// This end encrypts for whom that names.
    Named(String, String),
    /// The encryption there yields to who can alter the server.
    Weak(String),
    /// Nothing more to say.
    Plain,
}

impl Enough {
    fn clause(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::ClearKept(component), Lang::Fr) => format!("{component} l’a en clair"),
            (Self::ClearKept(component), Lang::En) => format!("{component} has it in clear"),
            (Self::ClearPassing(component), Lang::Fr) => format!("cela passe en clair par {component}"),
            (Self::ClearPassing(component), Lang::En) => format!("it passes in clear through {component}"),
            (Self::CiphertextHad(component), Lang::Fr) => format!("il a déjà accès au chiffré ({component})"),
            (Self::CiphertextHad(component), Lang::En) => format!("it already reaches the ciphertext at {component}"),
            (Self::KeysHad(component, keys), Lang::Fr) => {
                format!("c’est chiffré dans {component}, et il a déjà la clé ({})", lang.list(keys))
            }
            (Self::KeysHad(component, keys), Lang::En) => {
                format!("it is encrypted at {component}, and it already has the key ({})", lang.list(keys))
            }
            (Self::Encrypted(component), Lang::Fr) => format!("c’est chiffré dans {component}"),
            (Self::Encrypted(component), Lang::En) => format!("it is encrypted at {component}"),
            (Self::GivesKeys(component, keys), Lang::Fr) => {
                format!("cela donne {}, et il a déjà accès au chiffré ({component})", lang.list(keys))
            }
            (Self::GivesKeys(component, keys), Lang::En) => {
                format!("that gives {}, and it already reaches the ciphertext at {component}", lang.list(keys))
            }
            (Self::Leads(component), Lang::Fr) => format!("cela mène au chiffré et à sa clé ({component})"),
            (Self::Leads(component), Lang::En) => format!("that leads to the ciphertext and to its key ({component})"),
            (Self::LeadsToClear(component), Lang::Fr) => format!("cela mène à {component}, qui l’a en clair"),
            (Self::LeadsToClear(component), Lang::En) => format!("that leads to {component}, which has it in clear"),
            (Self::LeadsToOpen(component), Lang::Fr) => format!("cela donne de quoi ouvrir {component}"),
            (Self::LeadsToOpen(component), Lang::En) => format!("that gives what opens {component}"),
            (Self::Opens(component), Lang::Fr) => format!("c’est ce qui ouvre {component}"),
            (Self::Opens(component), Lang::En) => format!("that opens {component}"),
            (Self::Named(end, source), Lang::Fr) => {
                format!("{end} chiffre pour les destinataires que lui donne {source}")
            }
            (Self::Named(end, source), Lang::En) => format!("{end} encrypts for the recipients that {source} names"),
            (Self::Weak(component), Lang::Fr) => format!("le chiffrement y cède à un serveur actif ({component})"),
            (Self::Weak(component), Lang::En) => {
                format!("the encryption there yields to an active server ({component})")
            }
            (Self::Plain, _) => String::new(),
        }
    }
}

/// What is missing, and why it would be enough.
pub fn missing(lacks: &[Lack], enough: &Enough, lang: Lang) -> String {
    let items: Vec<String> = lacks.iter().map(|lack| lack.phrase(lang)).collect();
    let items = lang.list(&items);
    let reason = enough.clause(lang);
    let lacks = lang.pick(format!("Il lui manque {items}"), format!("It lacks {items}"));
    let text = match (reason.is_empty(), lang) {
        (true, _) => format!("{lacks}."),
        (false, Lang::Fr) => format!("{lacks} : {reason}."),
        (false, Lang::En) => format!("{lacks}: {reason}."),
    };
    typeset(&text, lang)
}

/// What a good answer rests on, with every name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RestText {
    /// The ciphertext at these places is had, these keys are not.
    Sealed(Vec<String>, Vec<String>),
    /// Where a key is, and with whom.
    Custody(String, Vec<String>),
    /// The key is nowhere in the model.
    Nowhere(String),
    /// Where it can be read by who gets there, and the actor does not; or not by its rights.
    OutOfReach(Vec<String>, bool),
    /// The ends verify the recipients that these name.
    Verified(Vec<String>, Vec<String>),
    /// These name recipients, and the actor cannot alter them.
    Unaltered(Vec<String>),
}

impl RestText {
    /// The sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = match (self, lang) {
            (Self::Sealed(places, keys), Lang::Fr) => {
                format!("{} : à sa portée, mais chiffré, et il n’a pas {}.", shortened(places, lang), lang.list(keys))
            }
            (Self::Sealed(places, keys), Lang::En) => {
                let keys = lang.list(keys);
                format!("{}: within its reach, but encrypted, and it does not have {keys}.", shortened(places, lang))
            }
            (Self::Custody(key, places), Lang::Fr) => {
                format!("{key} : seulement chez ou dans {}.", shortened(places, lang))
            }
            (Self::Custody(key, places), Lang::En) => format!("{key}: only with or in {}.", shortened(places, lang)),
            (Self::Nowhere(key), Lang::Fr) => format!("{key} : nulle part dans ce modèle."),
            (Self::Nowhere(key), Lang::En) => format!("{key}: nowhere in this model."),
            (Self::OutOfReach(places, false), Lang::Fr) => {
                format!("lisible seulement hors de sa portée : {}.", shortened(places, lang))
            }
            (Self::OutOfReach(places, false), Lang::En) => {
                format!("readable only out of its reach: {}.", shortened(places, lang))
            }
            (Self::OutOfReach(places, true), Lang::Fr) => {
                format!("lisible seulement là où ses droits ne vont pas : {}.", shortened(places, lang))
            }
            (Self::OutOfReach(places, true), Lang::En) => {
                format!("readable only where its rights do not go: {}.", shortened(places, lang))
            }
            (Self::Verified(ends, sources), Lang::Fr) => {
                let (ends, sources) = (shortened(ends, lang), shortened(sources, lang));
                format!("les destinataires sont vérifiés ({ends}), quoi que disent {sources}.")
            }
            (Self::Verified(ends, sources), Lang::En) => {
                let (ends, sources) = (shortened(ends, lang), shortened(sources, lang));
                format!("recipients are verified ({ends}), whatever {sources} say.")
            }
            (Self::Unaltered(sources), Lang::Fr) => {
                format!("il ne peut pas modifier ce qui nomme les destinataires ({}).", shortened(sources, lang))
            }
            (Self::Unaltered(sources), Lang::En) => {
                format!("it cannot alter what names the recipients ({}).", shortened(sources, lang))
            }
        };
        typeset(&capitalised(&text), lang)
    }
}

/// The first few names, and how many more.
fn shortened(names: &[String], lang: Lang) -> String {
    const SHOWN: usize = 5;
    if names.len() <= SHOWN + 1 {
        return lang.list(names);
    }
    let more = names.len() - SHOWN;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    lang.pick(format!("{shown} et {more} autres"), format!("{shown} and {more} more"))
}

/// A slot, named where no heading does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotText {
    /// What is kept.
    Past,
    /// What passes.
    New,
}

/// Title of what is missing: to read at all, or to read by privilege.
pub const fn missing_title(at_all: bool, lang: Lang) -> &'static str {
    match (at_all, lang) {
        (true, Lang::Fr) => "Ce qui manque pour lire, au plus près :",
        (true, Lang::En) => "What is missing to read, nearest first:",
        (false, Lang::Fr) => "Le moins qu’il faille ajouter pour lire par privilège :",
        (false, Lang::En) => "The least to add to read by privilege:",
    }
}

fixed! {
    /// Title of what is missing for what passes only.
    also_missing => "Pour ce qui passe désormais, suffirait aussi :", "For what passes from now on, this would be enough too:";
    /// Title of what the answer rests on.
    rests_title => "Ce sur quoi repose cette réponse :", "What this answer rests on:";
    /// Title of what the answer rests on, for what passes only.
    also_rests => "Et, pour ce qui passe désormais :", "And, for what passes from now on:";
}

/// How many other sets there are, and whether the search was cut short.
pub fn others(count: usize, truncated: bool, lang: Lang) -> Option<String> {
    let ways = match (count, lang) {
        (0, _) => String::new(),
        (1, Lang::Fr) => "une autre façon".to_owned(),
        (1, Lang::En) => "one other way".to_owned(),
        (_, Lang::Fr) => format!("{count} autres façons"),
        (_, Lang::En) => format!("{count} other ways"),
    };
    match (count, truncated, lang) {
        (0, false, _) => None,
        (_, false, Lang::Fr) => Some(format!("Et {ways}.")),
        (_, false, Lang::En) => Some(format!("And {ways}.")),
        (0, true, Lang::Fr) => Some("D’autres façons n’ont pas été cherchées.".to_owned()),
        (0, true, Lang::En) => Some("Other ways were not searched.".to_owned()),
        (_, true, Lang::Fr) => Some(format!("Et {ways} ; d’autres n’ont pas été cherchées.")),
        (_, true, Lang::En) => Some(format!("And {ways}; others were not searched.")),
    }
}

/// The data is nowhere that this slot reads.
pub const fn absent(slot: SlotText, lang: Lang) -> &'static str {
    match (slot, lang) {
        (SlotText::Past, Lang::Fr) => {
            "Rien n’en est gardé dans ce modèle, ni en clair ni chiffré : il n’y a rien à lire."
        }
        (SlotText::Past, Lang::En) => {
            "None of it is kept in this model, in clear or encrypted: there is nothing to read."
        }
        (SlotText::New, Lang::Fr) => "Rien n’en passe nulle part dans ce modèle : il n’y a rien à lire.",
        (SlotText::New, Lang::En) => "None of it passes anywhere in this model: there is nothing to read.",
    }
}

/// Before the favourable assumptions that an answer may rest on.
pub const fn assumptions(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Et sur des hypothèses favorables, à vérifier :",
        Lang::En => "And on favourable assumptions, to be checked:",
    }
}
