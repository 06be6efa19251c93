//! Words of HDS beside end-to-end encryption: activities, what states them, requirements, what is to be published.

use super::Lang;

fixed! {
    /// Title.
    title => "HDS et bout en bout, côte à côte", "HDS and end-to-end, side by side";
    /// Header: who.
    organisation => "organisation", "organisation";
    /// Header: which activities.
    activity => "activité", "activity";
    /// Header: what they follow from.
    because => "parce que", "because of";
    /// Header: what states them.
    certificate => "son certificat", "its certificate";
    /// What the table is.
    duties_note => "Activités 1 à 6 (CSP R.1111-9), d’après ce que chacun fait dans le modèle sur des données de santé. Ce qui n’est pas précisé n’est pas tenu pour absent, et l’outil ne conclut rien en droit.",
        "Activities 1 to 6 (CSP R.1111-9), by what each does with health data in the model. What is not stated is not taken for missing, and the tool draws no conclusion of law.";
    /// There is no activity.
    no_duty => "Aucune activité d’hébergement de données de santé ne se déduit de ce modèle.",
        "No activity of hosting health data follows from this model.";
    /// There is no certificate.
    nothing_stated => "Le modèle ne dit rien de certificats. D’après ce qu’il décrit, les activités 1 à 6 (« ? » : incertaine) sont à :",
        "The model says nothing of certificates. By what it describes, activities 1 to 6 (“?”: uncertain) are with:";
    /// Header: the actor.
    actor => "acteur", "actor";
    /// Header: the data.
    data => "données", "data";
    /// Header: certificates.
    with_certificates => "tous les certificats", "every certificate";
    /// Header: end-to-end.
    end_to_end => "bout en bout", "end-to-end";
    /// Certificates leave an answer as it is.
    unchanged => "inchangé", "unchanged";
    /// Title of what frames.
    frames_intro => "Ce que HDS organise autour de chaque lecture par privilège d’un prestataire :",
        "What HDS organises around each reading by privilege of a provider:";
    /// What framing does not do.
    frames_close => "Cela encadre et trace l’accès ; le degré reste le même.", "This frames and traces the access; the grade stays the same.";
    /// No flow.
    no_flow => "Aucun flux de données de santé n’est décrit sans TLS entre deux hébergeurs, ou entre un hébergeur et le dehors.",
        "No flow of health data is described without TLS between two hosts, or between a host and the outside.";
    /// Ends of a flow may be under the same host.
    maybe_inside => "peut-être sous le même hébergeur, ou sans donnée de santé : non précisé", "maybe under the same host, or without health data: not stated";
    /// What a flow carries is not known.
    data_unknown => "données non précisées", "data not stated";
    /// Why an activity is uncertain.
    uncertain_note => "Activité incertaine : le modèle ne dit pas sur quelles machines, ou ne dit pas ce qui est gardé.",
        "Activity uncertain: the model does not say on whose machines, or does not say what is kept.";
    /// Data that the model has end-to-end already.
    declared => "* Déjà de bout en bout dans le modèle : l’avant est celui du transit et du repos.",
        "* End-to-end in the model already: before is in transit and at rest.";
    /// By default.
    by_default => "par défaut", "by default";
}

/// What is said of an activity, by the reason or state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum StateText {
    Met,
    NotCovered,
    Expired,
    NotStated,
    NoEnd,
    NoDay,
    NotDerivable,
    Own,
}

impl StateText {
    /// In a few words.
    pub const fn phrase(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Met, Lang::Fr) => "couvre",
            (Self::Met, Lang::En) => "covers",
            (Self::NotCovered, Lang::Fr) => "ne mentionne pas",
            (Self::NotCovered, Lang::En) => "does not mention",
            (Self::Expired, Lang::Fr) => "échu",
            (Self::Expired, Lang::En) => "expired",
            (Self::NotStated, Lang::Fr) => "non précisé",
            (Self::NotStated, Lang::En) => "not stated",
            (Self::NoEnd, Lang::Fr) => "couvre, fin non précisée",
            (Self::NoEnd, Lang::En) => "covers, end not stated",
            (Self::NoDay, Lang::Fr) => "couvre ; aucun jour pour en juger la fin",
            (Self::NoDay, Lang::En) => "covers; no day to judge its end",
            (Self::NotDerivable, Lang::Fr) => "activité incertaine",
            (Self::NotDerivable, Lang::En) => "activity uncertain",
            (Self::Own, Lang::Fr) => "système propre : pas demandé ici",
            (Self::Own, Lang::En) => "own system: not asked here",
        }
    }
}

/// The category of some activities, in the words of the certificates before 2024: a hint, not a status.
pub const fn category(physical: bool, managed: bool, lang: Lang) -> &'static str {
    match (physical, managed, lang) {
        (true, true, Lang::Fr) => "« hébergeur d’infrastructure physique » et « hébergeur infogéreur »",
        (true, true, Lang::En) => "“physical-infrastructure host” and “managed-services host”",
        (true, false, Lang::Fr) => "« hébergeur d’infrastructure physique »",
        (true, false, Lang::En) => "“physical-infrastructure host”",
        (false, _, Lang::Fr) => "« hébergeur infogéreur »",
        (false, _, Lang::En) => "“managed-services host”",
    }
}

/// The day on which certificates are judged.
pub fn judged(day: Option<&str>, lang: Lang) -> String {
    match (day, lang) {
        (Some(day), Lang::Fr) => format!("Fin des certificats jugée au {day}."),
        (Some(day), Lang::En) => format!("The end of certificates is judged on {day}."),
        (None, Lang::Fr) => "Rien ne dit quel jour juger la fin des certificats : `system.date`, ou `--date`.".into(),
        (None, Lang::En) => {
            "Nothing says on which day to judge the end of certificates: `system.date`, or `--date`.".into()
        }
    }
}

/// Lines of the file, in brackets after what they are about.
pub fn lines(numbers: &[String], lang: Lang) -> String {
    let word = if numbers.len() == 1 { "line" } else { "lines" };
    let numbers = numbers.join(", ");
    lang.pick(format!("l.\u{a0}{numbers}"), format!("{word} {numbers}"))
}

/// What changes of what is kept.
pub fn of_past(change: &str, lang: Lang) -> String {
    lang.pick(format!("{change} (ce qui est gardé)"), format!("{change} (what is kept)"))
}

/// What changes of what passes from now on.
pub fn of_new(change: &str, lang: Lang) -> String {
    lang.pick(format!("{change} (ce qui passe)"), format!("{change} (what passes)"))
}

/// What keeps an activity from being given to anybody.
pub fn open_hosts(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("À demander : qui exploite ceci, ou ses machines ? {names}."),
        format!("To be asked: who operates this, or its machines? {names}."),
    )
}

/// Admins of an unknown employer.
pub fn open_employers(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("À demander : pour qui travaillent-ils ? {names}."),
        format!("To be asked: whom do they work for? {names}."),
    )
}

/// Who may be a controller.
pub fn controllers(names: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "À demander (`controller`) : ces données sont-elles les leurs, à {names} ? Qui exploite son propre système n’est pas certifié pour cela."
        ),
        format!(
            "To be asked (`controller`), of {names}: are these data their own? Whoever runs its own system is not certified for it."
        ),
    )
}

/// Services through which data passes.
pub fn passing(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("Laissent passer des données de santé sans en garder, et aucune activité n’en est déduite : {names}."),
        format!("Health data pass here and are not kept; no activity is derived: {names}."),
    )
}

/// How many answers each changes.
pub fn counted(certificates: usize, cells: usize, facts: usize, end_to_end: usize, lang: Lang) -> String {
    let (certificates, cells, facts, end_to_end) = (
        lang.number(certificates as u64),
        lang.number(cells as u64),
        lang.number(facts as u64),
        lang.number(end_to_end as u64),
    );
    match lang {
        Lang::Fr => format!(
            "Réponses que changent les certificats : {certificates} sur {cells}. Le modèle est relu sans aucun, puis avec les six activités et SecNumCloud partout, et traduit de nouveau ({facts} faits). Réponses que change le bout en bout : {end_to_end} sur {cells}."
        ),
        Lang::En => format!(
            "Answers that certificates change: {certificates} of {cells}. The model is read again without any, then with all six activities and SecNumCloud everywhere, and lowered again ({facts} facts). Answers that end-to-end changes: {end_to_end} of {cells}."
        ),
    }
}

/// Answers that are not in the table.
pub fn others(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => {
            "Une autre réponse change avec le bout en bout : autre donnée, adversaire ou degré (JSON).".into()
        }
        (1, Lang::En) => {
            "One more answer changes with end-to-end: other data, an adversary or another grade (JSON).".into()
        }
        (_, Lang::Fr) => format!(
            "{count} autres réponses changent avec le bout en bout : autres données, adversaires et autres degrés (JSON)."
        ),
        (_, Lang::En) => {
            format!("{count} more answers change with end-to-end: other data, adversaries and other grades (JSON).")
        }
    }
}

/// Somebody delegates operation and has access all the same.
pub fn delegation(organisation: &str, operators: &str, rights: &str, reads: &str, lang: Lang) -> String {
    let reads = match (reads.is_empty(), lang) {
        (true, Lang::Fr) => "Aucune donnée de santé lue par privilège.".to_owned(),
        (true, Lang::En) => "No health data read by privilege.".to_owned(),
        (false, Lang::Fr) => format!("Lu par privilège : {reads}."),
        (false, Lang::En) => format!("Read by privilege: {reads}."),
    };
    match lang {
        Lang::Fr => format!(
            "{organisation} : l’exploitation est à {operators}, et ses équipes gardent un accès à la production : {rights}. {reads}"
        ),
        Lang::En => format!(
            "{organisation}: operation is with {operators}, and its staff keep access to production: {rights}. {reads}"
        ),
    }
}

/// What a right allows, before the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum VerbText {
    Run,
    Change,
    Store,
    Read,
    Impersonate,
}

impl VerbText {
    /// The verb.
    pub const fn phrase(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Run, Lang::Fr) => "observer",
            (Self::Run, Lang::En) => "observe",
            (Self::Change, Lang::Fr) => "modifier",
            (Self::Change, Lang::En) => "alter",
            (Self::Store, Lang::Fr) => "lire ce que garde",
            (Self::Store, Lang::En) => "read what is stored at",
            (Self::Read, Lang::Fr) => "voir ce que montre",
            (Self::Read, Lang::En) => "be shown data by",
            (Self::Impersonate, Lang::Fr) => "agir pour autrui par",
            (Self::Impersonate, Lang::En) => "act for people through",
        }
    }
}

/// What is said of the TLS of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum TlsText {
    None,
    Unverified,
    Unknown,
    NotStated,
}

impl TlsText {
    /// In a few words.
    pub const fn phrase(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::None, Lang::Fr) => "sans TLS",
            (Self::None, Lang::En) => "no TLS",
            (Self::Unverified, Lang::Fr) => "TLS non vérifié",
            (Self::Unverified, Lang::En) => "TLS not verified",
            (Self::Unknown, Lang::Fr) => "TLS inconnu",
            (Self::Unknown, Lang::En) => "TLS unknown",
            (Self::NotStated, Lang::Fr) => "lien non décrit",
            (Self::NotStated, Lang::En) => "link not described",
        }
    }
}

/// A flow.
pub fn flow(ends: &str, tls: &str, data: &str, sealed: &str, line: &str, lang: Lang) -> String {
    let sealed = match (sealed.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Fr) => format!(", chiffré autrement : {sealed}"),
        (false, Lang::En) => format!(", encrypted otherwise: {sealed}"),
    };
    let clear = if data.is_empty() { String::new() } else { format!(" – {data}") };
    match lang {
        Lang::Fr => format!("Sort du périmètre d’un hébergeur, {tls} : {ends} ({line}){clear}{sealed}."),
        Lang::En => format!("Leaves the perimeter of a host, {tls}: {ends} ({line}){clear}{sealed}."),
    }
}

/// A requirement that frames an access, and what it depends on.
pub const fn requirement(number: u8, lang: Lang) -> &'static str {
    match (number, lang) {
        (11, Lang::Fr) => {
            "EXI 11 : un interlocuteur du client peut désigner un professionnel de santé habilité à accéder aux données. Dépend du client."
        }
        (11, Lang::En) => {
            "EXI 11: a contact of the client can designate a health professional entitled to access the data. Depends on the client."
        }
        (15, Lang::Fr) => {
            "EXI 15 : le client peut consulter les traces des accès du personnel de l’hébergeur. Dépend de traces gardées."
        }
        (15, Lang::En) => {
            "EXI 15: the client can consult the traces of access by the host’s personnel. Depends on traces being kept."
        }
        (16, Lang::Fr) => {
            "EXI 16 : l’audit interne porte aussi sur les traces d’accès de ceux qui opèrent pour l’hébergeur. Dépend des mêmes traces."
        }
        (16, Lang::En) => {
            "EXI 16: internal audits cover the traces of access by those who operate for the host. Depends on the same traces."
        }
        (23, Lang::Fr) => {
            "EXI 23 : le contrat décrit comment l’accès aux données hébergées est encadré. Dépend du contrat."
        }
        (23, Lang::En) => {
            "EXI 23: the contract describes how access to the hosted data is framed. Depends on the contract."
        }
        (_, Lang::Fr) => {
            "EXI 26 : les données hébergées ne servent à rien d’autre que l’hébergement. Un engagement, qui dépend de qui le tient."
        }
        (_, Lang::En) => {
            "EXI 26: the hosted data are used for nothing other than hosting. A commitment, which depends on whoever keeps it."
        }
    }
}

/// On what a requirement depends, in a word, for machines.
pub const fn depends_on(number: u8) -> &'static str {
    match number {
        11 => "client",
        15 | 16 => "traces",
        23 => "contract",
        _ => "commitment",
    }
}

/// The accesses that the requirements frame, by what is said of the certificate of whoever has them.
pub fn framed(state: &str, cells: &str, lang: Lang) -> String {
    lang.pick(format!("Certificat : {state} – {cells}"), format!("Certificate: {state} – {cells}"))
}

/// What the model says of logs.
pub fn traces(logs: Option<&str>, none: bool, lang: Lang) -> String {
    match (logs, none, lang) {
        (Some(lines), _, Lang::Fr) => {
            format!("Traces : le modèle décrit des journaux ({lines}), sans dire s’ils gardent ces accès.")
        }
        (Some(lines), _, Lang::En) => {
            format!("Traces: the model describes logs ({lines}), and does not say whether they keep these accesses.")
        }
        (None, true, Lang::Fr) => "Traces : le modèle dit qu’il n’y a pas de journaux (`has_no`).".into(),
        (None, true, Lang::En) => "Traces: the model says that there are no logs (`has_no`).".into(),
        (None, false, Lang::Fr) => "Traces : le modèle ne dit rien de journaux.".into(),
        (None, false, Lang::En) => "Traces: the model says nothing of logs.".into(),
    }
}

/// Where data is kept (EXI 28): inside, outside, not stated.
pub fn located([inside, outside, open]: [&str; 3], lang: Lang) -> String {
    let (fr, en) = ("EXI 28, conservation dans l’EEE", "EXI 28, storage in the EEA");
    let part = |text: &str, fr: &str, en: &str| {
        (!text.is_empty()).then(|| lang.pick(format!("{fr} : {text}"), format!("{en}: {text}")))
    };
    let parts = [
        part(outside, "hors EEE", "outside"),
        part(inside, "dans l’EEE", "inside"),
        part(open, "lieu non précisé (`location`)", "place not stated (`location`)"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let said = lang.pick("rien de décrit n’en garde", "nothing described keeps any").to_owned();
    let said = if parts.is_empty() { said } else { parts.join(lang.pick(" ; ", "; ")) };
    lang.pick(format!("{fr} – {said}."), format!("{en} – {said}."))
}

/// Access from outside (EXI 29).
pub fn remote(outside: &str, open: &str, lang: Lang) -> String {
    let outside = match (outside.is_empty(), lang) {
        (true, Lang::Fr) => "aucun n’est décrit".to_owned(),
        (true, Lang::En) => "none is described".to_owned(),
        (false, Lang::Fr) => {
            format!("{outside}. Il y faut une adéquation (art. 45) ou des garanties (art. 46), et le client informé")
        }
        (false, Lang::En) => {
            format!("{outside}. That takes adequacy (Art. 45) or safeguards (Art. 46), and an informed client")
        }
    };
    let open = match (open.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Fr) => format!(" ; lieu non précisé (`from`) : {open}"),
        (false, Lang::En) => format!("; place not stated (`from`): {open}"),
    };
    lang.pick(
        format!("EXI 29, accès distant depuis un pays hors EEE – {outside}{open}."),
        format!("EXI 29, remote access from outside the EEA – {outside}{open}."),
    )
}

/// Law of third countries (EXI 30).
pub fn law(hosts: &str, lang: Lang) -> String {
    match (hosts.is_empty(), lang) {
        (true, Lang::Fr) => {
            "EXI 30, droit d’un pays tiers – aucun de ces prestataires n’en relève, dans ce modèle.".into()
        }
        (true, Lang::En) => {
            "EXI 30, law of a third country – none of these providers answers to one, in this model.".into()
        }
        (false, Lang::Fr) => format!(
            "EXI 30, droit d’un pays tiers – {hosts}. Si la protection n’y est pas adéquate : lois, mesures et risques résiduels à porter au contrat."
        ),
        (false, Lang::En) => format!(
            "EXI 30, law of a third country – {hosts}. If protection is not adequate there: laws, measures and residual risks go in the contract."
        ),
    }
}

/// The sentence to be published, word for word; it is in French.
pub const QUALIFIED: &str =
    "aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union";
/// The sentence to be published where there is no transfer, word for word.
pub const NO_TRANSFER: &str =
    "aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen";

/// What is to be published (EXI 31), by its identifier.
pub fn published(outcome: &str, names: &str, lang: Lang) -> String {
    match (outcome, lang) {
        ("secnumcloud", Lang::Fr) => {
            format!("EXI 31, à publier, activité qualifiée SecNumCloud 3.2 : « {QUALIFIED} » – {names}.")
        }
        ("secnumcloud", Lang::En) => {
            format!("EXI 31, to be published, activity qualified SecNumCloud 3.2, in French: “{QUALIFIED}” – {names}.")
        }
        ("no-transfer", Lang::Fr) => {
            format!("EXI 31, à publier, aucun transfert décrit : « {NO_TRANSFER} » – {names}.")
        }
        ("no-transfer", Lang::En) => {
            format!("EXI 31, to be published, no transfer described, in French: “{NO_TRANSFER}” – {names}.")
        }
        ("table", Lang::Fr) => format!("EXI 31, à publier : le tableau du chapitre 8 – {names}."),
        ("table", Lang::En) => format!("EXI 31, to be published: the table of chapter 8 – {names}."),
        (_, Lang::Fr) => format!("EXI 31, à publier : non déterminé. À demander – {names}."),
        (_, Lang::En) => format!("EXI 31, to be published: not determined. To be asked – {names}."),
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
        (_, Lang::Fr) => "d’où ses équipes ont-elles accès ? (`from`)",
        (_, Lang::En) => "from where do its people have access? (`from`)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_requirement_has_words_of_its_own() {
        for lang in Lang::ALL {
            let all = [11, 15, 16, 23, 26].map(|number| requirement(number, lang));
            assert!(
                all.iter().zip([11, 15, 16, 23, 26]).all(|(text, number)| text.starts_with(&format!("EXI {number}")))
            );
        }
    }
}
