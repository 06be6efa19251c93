//! Words around findings: severity and its reasons, what to do, conditions of good results.

use super::{References, Rule, cost, headed, reads, to_do_head, weighed};
use crate::text::Lang;

/// How much a finding weighs, in three words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
}

impl Severity {
    /// Every one, heaviest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// The one with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// The word.
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::High, Lang::Fr) => "élevée",
            (Self::High, Lang::En) => "high",
            (Self::Medium, Lang::Fr) => "moyenne",
            (Self::Medium, Lang::En) => "medium",
            (Self::Low, Lang::Fr) => "faible",
            (Self::Low, Lang::En) => "low",
        }
    }
}

impl Severity {
    /// The word beside a number of findings.
    pub const fn counted(self, count: usize, lang: Lang) -> &'static str {
        match (self, count > 1, lang) {
            (Self::High, false, Lang::Fr) => "élevé",
            (Self::High, true, Lang::Fr) => "élevés",
            (Self::Medium, false, Lang::Fr) => "moyen",
            (Self::Medium, true, Lang::Fr) => "moyens",
            (Self::Low, false, Lang::Fr) => "faible",
            (Self::Low, true, Lang::Fr) => "faibles",
            (severity, _, Lang::En) => severity.word(lang),
        }
    }
}

/// Who reads that way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// People or organisations of the model.
    Inside,
    /// Adversaries alone.
    Outside,
}

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Metadata and patterns.
    Metadata,
    /// Other personal data.
    Personal,
    /// Health data, or the table that leads to people.
    Health,
}

/// How many people are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HowMany {
    /// One person at a time.
    One,
    /// So many.
    Number(u64),
    /// Not said.
    Unknown,
}

/// The reasons of a severity: who, how, what, how many.
pub fn reasons(who: Who, how: &str, what: What, how_many: HowMany, lang: Lang) -> String {
    let who = match (who, lang) {
        (Who::Inside, Lang::Fr) => "acteur du système",
        (Who::Inside, Lang::En) => "an actor of the system",
        (Who::Outside, Lang::Fr) => "attaquant",
        (Who::Outside, Lang::En) => "an attacker",
    };
    let what = match (what, lang) {
        (What::Health, Lang::Fr) => "données de santé",
        (What::Health, Lang::En) => "health data",
        (What::Personal, Lang::Fr) => "données personnelles, hors santé",
        (What::Personal, Lang::En) => "personal data other than health",
        (What::Metadata, Lang::Fr) => "métadonnées",
        (What::Metadata, Lang::En) => "metadata",
    };
    let how_many = match (how_many, lang) {
        (HowMany::One, Lang::Fr) => "une personne à la fois".to_owned(),
        (HowMany::One, Lang::En) => "one person at a time".to_owned(),
        (HowMany::Number(1), Lang::Fr) => "1 personne".to_owned(),
        (HowMany::Number(1), Lang::En) => "1 person".to_owned(),
        (HowMany::Number(number), Lang::Fr) => format!("{} personnes", lang.number(number)),
        (HowMany::Number(number), Lang::En) => format!("{} people", lang.number(number)),
        (HowMany::Unknown, Lang::Fr) => "nombre de personnes non dit".to_owned(),
        (HowMany::Unknown, Lang::En) => "number of people not stated".to_owned(),
    };
    format!("{who}, {how}, {what}, {how_many}")
}

/// `Severity high: …`.
pub fn severity(word: &str, reasons: &str, lang: Lang) -> String {
    format!("{}.", headed(&weighed(word, lang), reasons, lang))
}

/// The title, with what it is raised on.
pub fn titled(rule: Rule, about: &str, lang: Lang) -> String {
    lang.pick(format!("{} : {about}", rule.title(lang)), format!("{}: {about}", rule.title(lang)))
}

/// Readers at one grade, and of what.
pub fn readers(grade: &str, names: &str, data: &str) -> String {
    format!("{grade}, {names} ({data})")
}

/// All readers, grade by grade.
pub fn read_this_way(groups: &[String], lang: Lang) -> String {
    let groups = groups.join(lang.pick(" ; ", "; "));
    format!("{}.", headed(reads(lang), &groups, lang))
}

/// What to do, and what it costs.
pub fn remedy(changes: &str, costs: &str, lang: Lang) -> String {
    format!("{}. {}.", headed(to_do_head(lang), changes, lang), headed(cost(lang), costs, lang))
}

/// What is left of a finding that is lightened.
pub fn lightened(severity: &str, lang: Lang) -> String {
    lang.pick(
        format!("Le constat demeure, de gravité {severity} : accepter ce reste (`accept`)."),
        format!("The finding remains, of {severity} severity: accept what is left (`accept`)."),
    )
}

/// How many readers by privilege there are before and after.
pub fn after(before: usize, after: usize, lang: Lang) -> String {
    lang.pick(
        format!("Lecteurs non prévus par privilège, avant et après : {before}, {after}."),
        format!("Unintended readers by privilege, before and after: {before}, {after}."),
    )
}

fixed! {
    /// Title of the section.
    title => "Constats", "Findings";
    /// What the order is.
    order => "Par gravité, puis par règle. Chaque remède proposé a été appliqué seul et le modèle recalculé : le constat disparaît, ou s’allège si c’est dit, comme s’il avait toujours été ainsi. Qui perdrait un accès prévu est nommé.",
        "By severity, then by rule. Each remedy that is proposed was applied alone and the model solved again: the finding is gone, or lighter where it says so, as if it had always been so. Whoever would lose an intended access is named.";
    /// No change makes the finding disappear.
    accept => "aucun des changements essayés pour ce constat ne le fait disparaître. L’accepter, avec un responsable et une échéance (`accept`), et l’écrire dans l’AIPD.",
        "none of the changes tried for this finding makes it disappear. Accept it, with an owner and a date (`accept`), and record it in the DPIA.";
    /// What could be done was not computed.
    not_computed => "non calculé, ce modèle en demanderait trop.", "not computed, this model would ask for too much.";
    /// There is nothing.
    none => "Aucun constat du catalogue : personne ne lit, sans être prévu, par une de ses voies. La table ci-dessus reste la réponse.",
        "No finding of the catalogue: nobody reads, without being meant to, by one of its ways. The table above remains the answer.";
    /// Title of the catalogue, after the rules of the method.
    catalogue => "Catalogue des constats", "Catalogue of findings";
    /// What the catalogue is.
    catalogue_note => "Chaque règle est une question posée à ce qui est déduit, jamais à un mot. Un nom de règle en argument montre un modèle qui la lève, et dont la variante « twin » ne la lève pas.",
        "Each rule is a question put to what is derived, never to a word. A rule’s name as argument shows a model that raises it, and whose variant “twin” does not.";
    /// Title of the findings that are no query of the catalogue.
    others => "Autres constats", "Other findings";
    /// The rule to show.
    rule_argument => "Règle à montrer, avec un modèle qui la lève : EC-011", "Rule to show, with a model that raises it: EC-011";
    /// Title of good results.
    good => "Ce qui tient, et à quelle condition", "What holds, and on what condition";
    /// `findings`.
    command => "Dit les constats, ce qu’il en résulte, quoi faire et ce que cela coûte", "Tells the findings, what follows, what to do and what it costs";
    /// `--references`.
    references => "Écrit aussi comment d’autres catalogues appellent chaque règle : CWE, ATT&CK, RGPD, HDS…",
        "Writes also what other catalogues call each rule: CWE, ATT&CK, GDPR, HDS…";
    /// `--proofs`.
    proofs => "Écrit aussi la preuve de chaque constat", "Writes also the proof of each finding";
}

/// Which rule, and how many findings, in `check`.
pub fn more(file: &str, lang: Lang) -> String {
    lang.pick(
        format!("Ce qu’il en résulte, le remède et la preuve de chacun : enclair findings {file}"),
        format!("What follows, the remedy and the proof of each: enclair findings {file}"),
    )
}

/// That a finding is accepted.
pub fn accepted(owner: &str, until: &str, lang: Lang) -> String {
    lang.pick(format!("Accepté par {owner} jusqu’au {until}."), format!("Accepted by {owner} until {until}."))
}

/// The bytes of a storage stay unreadable to their thief.
pub fn bytes_hold(about: &str, data: &str, keys: &str, lang: Lang) -> String {
    lang.pick(
        format!("En cas de vol, {about} : illisible ({data}), sauf à avoir aussi tout ceci : {keys}."),
        format!("If stolen, {about}: unreadable ({data}), unless all of this is had as well: {keys}."),
    )
}

/// The network stays blind.
pub fn wire_holds(hops: usize, lang: Lang) -> String {
    let on = match (hops, lang) {
        (1, Lang::Fr) => "sur 1 tronçon".to_owned(),
        (1, Lang::En) => "on 1 hop".to_owned(),
        (_, Lang::Fr) => format!("sur {hops} tronçons"),
        (_, Lang::En) => format!("on {hops} hops"),
    };
    lang.pick(
        format!(
            "Qui ne fait qu’écouter le réseau public ne lit rien, {on}, tant que les deux bouts du TLS gardent leurs secrets : aux bouts, il s’arrête."
        ),
        format!(
            "Whoever only listens to the public network reads nothing, {on}, as long as both ends of TLS keep their secrets: at the ends, it stops."
        ),
    )
}

/// Nobody who is not meant to reads by privilege what is encrypted from end to end.
pub fn end_to_end_holds(data: &str, except: Option<&str>, lang: Lang) -> String {
    match (except, lang) {
        (None, Lang::Fr) => format!(
            "{data} : chiffré de bout en bout. Dans ce modèle personne d’autre ne lit, même en altérant, hormis qui peut modifier chaque terminal."
        ),
        (None, Lang::En) => format!(
            "{data}: encrypted end-to-end. In this model nobody else reads, even by tampering, but whoever can alter every device."
        ),
        (Some(names), Lang::Fr) => format!(
            "{data} : chiffré de bout en bout. Personne d’autre ne lit par ses droits, tant que ceux-ci n’altèrent rien et ne forcent rien : {names}. À part : qui peut modifier chaque terminal."
        ),
        (Some(names), Lang::En) => format!(
            "{data}: encrypted end-to-end. Nobody else reads by their rights, as long as these alter and force nothing: {names}. Apart: whoever can alter every device."
        ),
    }
}

/// Admins of a storage do not read what the application encrypts.
pub fn content_holds(admins: &str, data: &str, keys: &str, lang: Lang) -> String {
    lang.pick(
        format!(
            "{admins} : ne lit pas {data}, chiffré par l’application, tant que ceci lui reste hors de portée : {keys}."
        ),
        format!(
            "{data}: encrypted by the application, out of reach of {admins}, as long as these keys are too: {keys}."
        ),
    )
}

/// When a rule is raised without mattering.
pub fn mistaken(text: &str, lang: Lang) -> String {
    let text = uncapitalised(text);
    lang.pick(format!("Constat à tort : {text}"), format!("Raised wrongly: {text}"))
}

/// The query on the derivation.
pub fn logic(text: &str, lang: Lang) -> String {
    let text = uncapitalised(text);
    lang.pick(format!("Question : {text}"), format!("Query: {text}"))
}

/// A model that raises a rule, and the variant that does not.
pub fn example(path: &str, twin: &str, lang: Lang) -> String {
    lang.pick(
        format!("Levée par {path}, et non par sa variante {twin} :"),
        format!("Raised by {path}, and not by its variant {twin}:"),
    )
}

/// A sentence as it goes on after a colon.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A finding that is no query of the catalogue: it follows from what the model says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Somebody reads by privilege who is not meant to.
    Reader,
    /// A claim is refuted.
    Claim,
    /// An answer depends on what is not known.
    Undetermined,
    /// An answer is not the expected one.
    Expectation,
    /// An accepted risk has expired, covers nothing, or is compared with no day.
    Acceptance,
}

impl Own {
    /// When it is raised.
    pub const fn logic(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Reader, Lang::Fr) => {
                "Un acteur lit par privilège sans être lecteur déclaré ; la table et les constats du catalogue disent par où."
            }
            (Self::Reader, Lang::En) => {
                "An actor reads by privilege without being a declared reader; the table and the catalogue’s findings say by which way."
            }
            (Self::Claim, Lang::Fr) => "Ce que dit l’éditeur est réfuté par un chemin.",
            (Self::Claim, Lang::En) => "What the vendor says is refuted by a path.",
            (Self::Undetermined, Lang::Fr) => {
                "Une réponse dépend de ce que le modèle dit ne pas savoir : la question la plus décisive est posée d’abord."
            }
            (Self::Undetermined, Lang::En) => {
                "An answer depends on what the model says it does not know: the most decisive question comes first."
            }
            (Self::Expectation, Lang::Fr) => "Une réponse n’est pas celle que le modèle attend.",
            (Self::Expectation, Lang::En) => "An answer is not the one that the model expects.",
            (Self::Acceptance, Lang::Fr) => {
                "Un risque accepté a expiré, ne couvre aucun constat, ou n’est comparé à aucun jour."
            }
            (Self::Acceptance, Lang::En) => {
                "An accepted risk has expired, covers no finding, or is compared with no day."
            }
        }
    }

    /// What other catalogues call what it is about.
    pub const fn references(self) -> Option<&'static References> {
        match self {
            Self::Claim => Some(&super::references::CLAIM),
            _ => None,
        }
    }
}

/// Good results, by their identifiers: each is a condition that holds, and no finding.
pub const GOOD: [&str; 4] = ["EC-009", "EC-040", "EC-041", "EC-042"];

/// When a good result is told.
pub fn good_rule(id: &str, lang: Lang) -> Option<&'static str> {
    let (fr, en) = match id {
        "EC-009" => (
            "Ce n’est pas un constat. Un voleur des octets n’a, dans ce modèle, aucun chemin vers ces données ; les clés qu’il lui faudrait aussi sont la condition.",
            "It is no finding. A thief of the bytes has, in this model, no way to these data; the keys that they would need as well are the condition.",
        ),
        "EC-040" => (
            "Ce n’est pas un constat. Qui ne fait qu’écouter le réseau public n’a aucun chemin vers une donnée ; les tronçons dont le TLS peut être forcé ne comptent pas.",
            "It is no finding. Whoever only listens to the public network has no way to any data; hops whose TLS can be broken do not count.",
        ),
        "EC-041" => (
            "Ce n’est pas un constat. D’une donnée chiffrée de bout en bout, personne d’autre que ses lecteurs ne lit par ses droits ; ceux qui liraient en altérant ou en forçant sont nommés.",
            "It is no finding. Of data encrypted end-to-end, nobody but their readers reads by their rights; those who would by tampering or breach are named.",
        ),
        "EC-042" => (
            "Ce n’est pas un constat. Des administrateurs qui lisent un stockage n’ont aucun chemin vers ce que l’application y chiffre ; les clés sont la condition.",
            "It is no finding. Admins who read a storage have no way to what the application encrypts there; the keys are the condition.",
        ),
        _ => return None,
    };
    Some(lang.pick(fr, en))
}

/// The mark of what somebody accepts.
pub const fn accepted_word(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "accepté",
        Lang::En => "accepted",
    }
}

/// How many somebody accepts, after how many there are.
pub fn of_which_accepted(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "dont 1 accepté".to_owned(),
        (_, Lang::Fr) => format!("dont {count} acceptés"),
        (_, Lang::En) => format!("{count} of them accepted"),
    }
}
