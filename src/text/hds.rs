//! Words of HDS beside end-to-end encryption: activities, what states them, requirements, what is to be published.

mod borders;

pub use borders::{
    NO_TRANSFER, QUALIFIED, ask, from_not_stated, inside, law, law_open, located, maybe_hosts, not_located, outside,
    published, remote,
};

use super::Lang;

fixed! {
    /// Title.
    title => "HDS et bout en bout, côte à côte", "HDS and end-to-end, side by side";
    /// Header: who.
    organisation => "organisation", "organisation";
    /// Header: which activities.
    activity => "activité déduite", "activity derived";
    /// Header: what they follow from.
    because => "parce que", "because of";
    /// Header: what states them.
    certificate => "son certificat", "its certificate";
    /// What the table is.
    duties_note => "Activités 1 à 6 (Code de la santé publique, R.1111-9), déduites de ce que chacun fait dans le modèle sur des données de santé : l’outil ne conclut rien en droit. Ce qui n’est pas précisé n’est pas tenu pour absent.",
        "Activities 1 to 6 (French Public Health Code, R.1111-9), derived from what each does with health data in the model: the tool draws no conclusion of law. What is not stated is not taken for missing.";
    /// There is no activity.
    no_duty => "Aucune activité d’hébergement de données de santé ne se déduit de ce modèle.",
        "No activity of hosting health data follows from this model.";
    /// There is no certificate.
    nothing_stated => "Le modèle ne dit rien de certificats. Activités 1 à 6 déduites de ce qu’il décrit (« ? » : incertaine), sans conclure en droit :",
        "The model says nothing of certificates. Activities 1 to 6 derived from what it describes (“?”: uncertain), with no conclusion of law:";
    /// Header: the actor.
    actor => "acteur", "actor";
    /// Header: the data.
    data => "données", "data";
    /// Header: end-to-end.
    end_to_end => "bout en bout", "end-to-end";
    /// Title of what frames.
    frames_intro => "Ce que HDS organise autour de chaque lecture par privilège d’un hébergeur, d’après le modèle :",
        "What HDS organises around each reading by privilege of a host, by the model:";
    /// What framing does not do.
    frames_close => "Cela encadre et trace l’accès ; le degré reste le même.", "This frames and traces the access; the grade stays the same.";
    /// No flow.
    no_flow => "Aucun flux de données de santé n’est décrit sans TLS entre deux hébergeurs, ou entre un hébergeur et le dehors ; à l’intérieur d’un même périmètre, voir le constat EC-011.",
        "No flow of health data is described without TLS between two hosts, or between a host and the outside; inside one perimeter, see finding EC-011.";
    /// Ends of a flow may be under the same host.
    maybe_inside => "peut-être sous le même hébergeur, sous aucun, ou sans donnée de santé : non précisé",
        "maybe under the same host, under none, or without health data: not stated";
    /// What a flow carries is not known.
    data_unknown => "données non précisées", "data not stated";
    /// Why an activity is uncertain.
    uncertain_note => "Activité incertaine : le modèle ne dit pas sur quelles machines, ce qui est gardé, ou si un partenaire garde pour autrui.",
        "Activity uncertain: the model does not say on whose machines, what is kept, or whether a partner keeps it for others.";
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

    /// The same, of activities by their numbers.
    pub fn of(self, numbers: &str, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Met => (format!("couvre {numbers}"), format!("covers {numbers}")),
            Self::NotCovered => (format!("ne mentionne pas {numbers}"), format!("does not mention {numbers}")),
            Self::Expired => (format!("échu pour {numbers}"), format!("expired for {numbers}")),
            Self::NotStated => (format!("non précisé pour {numbers}"), format!("not stated for {numbers}")),
            Self::NoEnd => (format!("couvre {numbers}, fin non précisée"), format!("covers {numbers}, end not stated")),
            Self::NoDay => (
                format!("couvre {numbers}, sans jour pour en juger la fin"),
                format!("covers {numbers}, with no day to judge its end"),
            ),
            Self::NotDerivable | Self::Own => {
                let phrase = self.phrase(lang);
                (format!("{phrase} ({numbers})"), format!("{phrase} ({numbers})"))
            }
        };
        lang.pick(fr, en)
    }
}

/// The category of some activities, in the words of the certificates before 2024: a hint, not a status.
pub const fn category(physical: bool, managed: bool, lang: Lang) -> &'static str {
    match (physical, managed, lang) {
        (true, true, Lang::Fr) => {
            "« hébergeur d’infrastructure physique » et « hébergeur infogéreur », catégories de 2018"
        }
        (true, true, Lang::En) => "“physical-infrastructure host” and “managed-services host”, 2018 categories",
        (true, false, Lang::Fr) => "« hébergeur d’infrastructure physique », catégorie de 2018",
        (true, false, Lang::En) => "“physical-infrastructure host”, 2018 category",
        (false, _, Lang::Fr) => "« hébergeur infogéreur », catégorie de 2018",
        (false, _, Lang::En) => "“managed-services host”, 2018 category",
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

/// How many answers each changes: certificates, computed again, and end-to-end encryption.
pub fn counted(certificates: usize, cells: usize, end_to_end: usize, lang: Lang) -> String {
    let (changed, all, sealed) =
        (lang.number(certificates as u64), lang.number(cells as u64), lang.number(end_to_end as u64));
    match (certificates, lang) {
        (0 | 1, Lang::Fr) => format!(
            "Un certificat n’entre pas dans le calcul : il encadre l’accès et ne l’empêche pas (vérifié en recalculant : {changed} réponse changée sur {all}). Le bout en bout en change {sealed}."
        ),
        (_, Lang::Fr) => format!(
            "Un certificat n’entre pas dans le calcul : il encadre l’accès et ne l’empêche pas (vérifié en recalculant : {changed} réponses changées sur {all}). Le bout en bout en change {sealed}."
        ),
        (_, Lang::En) => format!(
            "A certificate does not enter the computation: it frames access and does not prevent it (checked by computing again: {changed} of {all} answers changed). End-to-end encryption changes {sealed}."
        ),
    }
}

/// Answers that are not in the table, and where they are, if anywhere.
pub fn others(count: usize, place: &str, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => {
            format!("Une autre réponse change avec le bout en bout : autre donnée, adversaire ou degré{place}.")
        }
        (1, Lang::En) => {
            format!("One more answer changes with end-to-end: other data, an adversary or another grade{place}.")
        }
        (_, Lang::Fr) => format!(
            "{count} autres réponses changent avec le bout en bout : autres données, adversaires et autres degrés{place}."
        ),
        (_, Lang::En) => {
            format!("{count} more answers change with end-to-end: other data, adversaries and other grades{place}.")
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
            "EXI 11 : un interlocuteur du client doit pouvoir désigner un professionnel de santé habilité à accéder aux données. Dépend du client."
        }
        (11, Lang::En) => {
            "EXI 11: a contact of the client must be able to designate a health professional entitled to access the data. Depends on the client."
        }
        (15, Lang::Fr) => {
            "EXI 15 : le client doit pouvoir consulter les traces des accès du personnel de l’hébergeur. Dépend de traces gardées."
        }
        (15, Lang::En) => {
            "EXI 15: the client must be able to consult the traces of access by the host’s personnel. Depends on traces being kept."
        }
        (16, Lang::Fr) => {
            "EXI 16 : l’audit interne doit porter aussi sur les traces d’accès de ceux qui opèrent pour l’hébergeur. Dépend des mêmes traces."
        }
        (16, Lang::En) => {
            "EXI 16: internal audits must also cover the traces of access by those who operate for the host. Depends on the same traces."
        }
        (23, Lang::Fr) => {
            "EXI 23 : le contrat doit décrire comment l’accès aux données hébergées est encadré. Dépend du contrat."
        }
        (23, Lang::En) => {
            "EXI 23: the contract must describe how access to the hosted data is framed. Depends on the contract."
        }
        (_, Lang::Fr) => {
            "EXI 26 : le contrat doit interdire d’utiliser les données hébergées à une autre fin que l’hébergement. Un engagement, qui dépend de qui le tient."
        }
        (_, Lang::En) => {
            "EXI 26: the contract must forbid using the hosted data for anything other than hosting. A commitment, which depends on whoever keeps it."
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

/// `hds`.
pub const fn command(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "Met côte à côte HDS et le bout en bout : activités, certificats, accès encadrés, localisation et droit"
        }
        Lang::En => "Sets HDS and end-to-end side by side: activities, certificates, framed accesses, location and law",
    }
}

/// How many activities that are derived are in each state: covered, covered with an end that is not judged, not
/// mentioned or expired, not stated; and of one’s own system.
pub fn tally([met, endless, missing, unknown]: [usize; 4], own: usize, lang: Lang) -> String {
    let own = match (own, lang) {
        (0, _) => String::new(),
        (_, Lang::Fr) => format!(" ; de son propre système : {own}"),
        (_, Lang::En) => format!("; of one’s own system: {own}"),
    };
    let endless = match (endless, lang) {
        (0, _) => String::new(),
        (_, Lang::Fr) => format!(" ; couvertes, fin non précisée ou sans jour pour en juger : {endless}"),
        (_, Lang::En) => format!("; covered, end not stated or no day to judge it: {endless}"),
    };
    lang.pick(
        format!(
            "Activités déduites de ce que chacun fait. Couvertes par un certificat énoncé : {met}{endless} ; non mentionnées ou échues : {missing} ; sans certificat énoncé, ou incertaines : {unknown}{own}."
        ),
        format!(
            "Activities derived from what each does. Covered by a stated certificate: {met}{endless}; not mentioned or expired: {missing}; no certificate stated, or uncertain: {unknown}{own}."
        ),
    )
}

/// Where the whole is.
pub fn more(file: &str, variant: Option<&str>, lang: Lang) -> String {
    let command = super::command("hds", file, variant);
    lang.pick(
        format!("Par activité, les réponses que change le bout en bout, les flux, les accès encadrés, EXI 28 à 31 : {command}"),
        format!("By activity, the answers that end-to-end changes, flows, framed accesses, EXI 28 to 31: {command}"),
    )
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
