//! Words of EXI 28 to 31: where data is kept, from where it is reached, whose law, what is to be published.

use crate::text::Lang;

/// Where data is kept (EXI 28), before the places.
pub const fn located(any: bool, lang: Lang) -> &'static str {
    match (any, lang) {
        (true, Lang::Fr) => "EXI 28, conservation dans l’EEE :",
        (true, Lang::En) => "EXI 28, storage in the EEA:",
        (false, Lang::Fr) => "EXI 28, conservation dans l’EEE – rien de décrit n’en garde.",
        (false, Lang::En) => "EXI 28, storage in the EEA – nothing described keeps any.",
    }
}

/// Places outside.
pub fn outside(places: &str, lang: Lang) -> String {
    lang.pick(format!("hors EEE : {places}"), format!("outside: {places}"))
}

/// Places inside.
pub fn inside(places: &str, lang: Lang) -> String {
    lang.pick(format!("dans l’EEE : {places}"), format!("inside: {places}"))
}

/// Places of which nothing says where they are.
pub fn not_located(places: &str, lang: Lang) -> String {
    lang.pick(format!("lieu non précisé (`location`) : {places}"), format!("place not stated (`location`): {places}"))
}

/// Access from outside (EXI 29), before those who have it.
pub const fn remote(outside: bool, open: bool, lang: Lang) -> &'static str {
    match (outside, open, lang) {
        (true, _, Lang::Fr) => {
            "EXI 29, accès distant depuis un pays hors EEE. Il y faut une adéquation (art. 45) ou des garanties (art. 46), et le client informé :"
        }
        (true, _, Lang::En) => {
            "EXI 29, remote access from outside the EEA. That takes adequacy (Art. 45) or safeguards (Art. 46), and an informed client:"
        }
        (false, true, Lang::Fr) => "EXI 29, accès distant depuis un pays hors EEE – aucun n’est décrit, mais :",
        (false, true, Lang::En) => "EXI 29, remote access from outside the EEA – none is described, but:",
        (false, false, Lang::Fr) => "EXI 29, accès distant depuis un pays hors EEE – aucun n’est décrit.",
        (false, false, Lang::En) => "EXI 29, remote access from outside the EEA – none is described.",
    }
}

/// Those of whom nothing says from where they have access.
pub fn from_not_stated(admins: &str, lang: Lang) -> String {
    lang.pick(format!("lieu non précisé (`from`) : {admins}"), format!("place not stated (`from`): {admins}"))
}

/// Law of third countries (EXI 30): the line before those who have a known tie, or the whole of it.
pub const fn law(any: bool, open: bool, lang: Lang) -> &'static str {
    match (any, open, lang) {
        (true, _, Lang::Fr) => {
            "EXI 30, droit d’un pays tiers. Si la protection n’y est pas adéquate, lois, mesures et risques résiduels sont à porter au contrat :"
        }
        (true, _, Lang::En) => {
            "EXI 30, law of a third country. If protection is not adequate there, laws, measures and residual risks go in the contract:"
        }
        (false, true, Lang::Fr) => {
            "EXI 30, droit d’un pays tiers – aucun lien connu de ces hébergeurs n’est décrit dans ce modèle."
        }
        (false, true, Lang::En) => {
            "EXI 30, law of a third country – no known tie of these hosts is described in this model."
        }
        (false, false, Lang::Fr) => {
            "EXI 30, droit d’un pays tiers – aucun de ces hébergeurs n’en relève, dans ce modèle."
        }
        (false, false, Lang::En) => {
            "EXI 30, law of a third country – none of these hosts answers to one, in this model."
        }
    }
}

/// Hosts of which the model does not say whose law they answer to.
pub fn law_open(hosts: &str, lang: Lang) -> String {
    lang.pick(
        format!("À demander : de quel droit relèvent-ils ? {hosts}."),
        format!("To be asked: to whose law do they answer? {hosts}."),
    )
}

/// Who may host for others.
pub fn maybe_hosts(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("À demander : hébergent-ils pour autrui ? {names}. Les EXI 11 à 26, 30 et 31 ne sont rapportées ici qu’à qui a un certificat, ou une activité certaine."),
        format!("To be asked: do they host for others? {names}. EXI 11 to 26, 30 and 31 are told here only of whoever has a certificate, or an activity for certain."),
    )
}

/// The sentence to be published, word for word; it is in French.
pub const QUALIFIED: &str =
    "aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union";
/// The sentence to be published where there is no transfer, word for word.
pub const NO_TRANSFER: &str =
    "aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen";

/// What is to be published (EXI 31), by its identifier; the names follow, or a line for each where something is asked.
pub fn published(outcome: &str, names: &str, lang: Lang) -> String {
    match (outcome, lang) {
        ("secnumcloud", Lang::Fr) => format!(
            "EXI 31, activité dite qualifiée SecNumCloud 3.2, phrase qui serait à publier pour l’activité qualifiée, à vérifier : « {QUALIFIED} » – {names}."
        ),
        ("secnumcloud", Lang::En) => format!(
            "EXI 31, activity said to be qualified SecNumCloud 3.2, sentence that would be published for the qualified activity, to be checked, in French: “{QUALIFIED}” – {names}."
        ),
        ("no-transfer", Lang::Fr) => format!(
            "EXI 31, aucun transfert décrit, phrase qui serait à publier si rien n’est omis, à confirmer par l’hébergeur : « {NO_TRANSFER} » – {names}."
        ),
        ("no-transfer", Lang::En) => format!(
            "EXI 31, no transfer described, sentence that would be published if nothing is left out, to be confirmed by the host, in French: “{NO_TRANSFER}” – {names}."
        ),
        ("table", Lang::Fr) => format!("EXI 31, à publier : le tableau du chapitre 8 – {names}."),
        ("table", Lang::En) => format!("EXI 31, to be published: the table of chapter 8 – {names}."),
        (_, Lang::Fr) => "EXI 31, à publier : non déterminé. À demander :".to_owned(),
        (_, Lang::En) => "EXI 31, to be published: not determined. To be asked:".to_owned(),
    }
}

/// What has to be known first, by its identifier.
pub fn ask(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("secnumcloud", Lang::Fr) => "qualifié SecNumCloud 3.2 ? (`secnumcloud`)",
        ("secnumcloud", Lang::En) => "qualified SecNumCloud 3.2? (`secnumcloud`)",
        ("date", Lang::Fr) => "jour pour juger la qualification ? (`system.date`)",
        ("date", Lang::En) => "day to judge the qualification? (`system.date`)",
        ("location", Lang::Fr) => "où sont les données ? (`location`)",
        ("location", Lang::En) => "where are the data? (`location`)",
        ("law", Lang::Fr) => "le droit d’un pays tiers peut-il lui imposer un accès ? (EXI 30)",
        ("law", Lang::En) => "can the law of a third country impose an access on it? (EXI 30)",
        (_, Lang::Fr) => "d’où ses équipes ont-elles accès ? (`from`)",
        (_, Lang::En) => "from where do its people have access? (`from`)",
    }
}
