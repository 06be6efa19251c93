//! Words of third countries: ties, use cases, and the tool’s own questions on their conditions.

use super::Lang;

/// How an actor is tied to a third country, names already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieText<'a> {
    /// It answers to the law of this country.
    Country(&'a str),
    /// It is controlled by this owner, of this country.
    Owner(&'a str, &'a str),
    /// It has access from this country.
    From(&'a str),
    /// Its country is not known.
    CountryUnknown,
    /// Its own owner is not known.
    OwnUnknown,
    /// The owner of this organisation is not known.
    OwnerUnknown(&'a str),
    /// The country of this owner is not known.
    OwnerCountryUnknown(&'a str),
    /// From where it has access is not known.
    FromUnknown,
    /// For whom it works is not known.
    EmployerUnknown,
}

impl TieText<'_> {
    /// The tie in a few words.
    pub fn phrase(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Country(country) => (format!("pays : {country}"), format!("country: {country}")),
            Self::Owner(owner, country) => {
                (format!("contrôlé par {owner} ({country})"), format!("controlled by {owner} ({country})"))
            }
            Self::From(country) => (format!("accès depuis : {country}"), format!("access from: {country}")),
            Self::CountryUnknown => ("pays inconnu".into(), "country unknown".into()),
            Self::OwnUnknown => ("propriétaire inconnu".into(), "owner unknown".into()),
            Self::OwnerUnknown(of) => (format!("propriétaire inconnu ({of})"), format!("owner unknown ({of})")),
            Self::OwnerCountryUnknown(owner) => {
                (format!("contrôlé par {owner}, de pays inconnu"), format!("controlled by {owner}, country unknown"))
            }
            Self::FromUnknown => ("lieu d’accès inconnu".into(), "place of access unknown".into()),
            Self::EmployerUnknown => ("employeur inconnu".into(), "employer unknown".into()),
        };
        lang.pick(fr, en)
    }
}

/// What a use case comes to, once its conditions are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum AnswerText {
    No,
    NotEstablished,
    Conditional,
    Yes,
}

impl AnswerText {
    /// The answer in a few words.
    pub const fn phrase(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::No, Lang::Fr) => "non",
            (Self::No, Lang::En) => "no",
            (Self::NotEstablished, Lang::Fr) => "non établi, une condition n’est pas remplie",
            (Self::NotEstablished, Lang::En) => "not established, a condition is not met",
            (Self::Conditional, Lang::Fr) => "oui, si…",
            (Self::Conditional, Lang::En) => "yes, if…",
            (Self::Yes, Lang::Fr) => "oui",
            (Self::Yes, Lang::En) => "yes",
        }
    }
}

/// How actors are tied to a third country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is its own words")]
pub enum StandingText {
    Outside,
    Controlled,
    ToAsk,
}

impl StandingText {
    /// The line before those who are.
    pub const fn heading(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Outside, Lang::Fr) => "Hors de l’EEE, par leur pays ou par le lieu de leur accès :",
            (Self::Outside, Lang::En) => "Outside the EEA, by their country or by where they have access from:",
            (Self::Controlled, Lang::Fr) => {
                "Dans l’EEE, sous le contrôle d’une organisation d’un pays tiers (un droit qui peut s’appliquer, et non un transfert décrit) :"
            }
            (Self::Controlled, Lang::En) => {
                "In the EEA, controlled by an organisation of a third country (a law that may apply, and not a transfer described):"
            }
            (Self::ToAsk, Lang::Fr) => {
                "Lisent des données, ou en gardent, et rien ne dit s’ils sont liés à un pays tiers. À demander :"
            }
            (Self::ToAsk, Lang::En) => {
                "Read or keep data, and nothing says whether they are tied to a third country. To be asked:"
            }
        }
    }
}

/// Who may be tied to a third country, after what is not known of them.
pub fn to_ask(unknown: &str, names: &str, lang: Lang) -> String {
    lang.pick(format!("{unknown} : {names}"), format!("{unknown}: {names}"))
}

/// Who has data in the clear, before what is to be asked of each.
pub fn ask_in_the_clear(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("À demander pour chaque CU 6 ou 7 ({names}) :"),
        format!("To be asked for each UC 6 or 7 ({names}):"),
    )
}

/// A use case in the tool’s own words, by its number.
pub const fn use_case(number: u8, lang: Lang) -> &'static str {
    match (number, lang) {
        (1, Lang::Fr) => "chiffré seulement, clé ailleurs",
        (1, Lang::En) => "ciphertext only, key elsewhere",
        (2, Lang::Fr) => "pseudonymes seulement",
        (2, Lang::En) => "pseudonyms only",
        (3, Lang::Fr) => "transit seulement",
        (3, Lang::En) => "transit only",
        (4, Lang::Fr) => "lecteur prévu, de bout en bout",
        (4, Lang::En) => "declared reader, end-to-end",
        (5, Lang::Fr) => "réparti entre plusieurs",
        (5, Lang::En) => "split between several",
        (6, Lang::Fr) => "traite en clair",
        (6, Lang::En) => "processes in the clear",
        (_, Lang::Fr) => "accès distant ou usage propre, en clair",
        (_, Lang::En) => "remote access or own use, in the clear",
    }
}

/// The tool’s own questions, by name, so that each is answered in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each question is its own sentence")]
pub enum QueryText {
    KeysApart,
    Unaltered,
    Strong,
    Lasting,
    MappingApart,
    ContentAlone,
    Crossed,
    ContentToo,
    ReadersOnly,
    RecipientVerified,
    Exempt,
    PartsAlone,
    OtherLaw,
    Apart,
    PlaintextNeeded,
    LawInPractice,
}

impl QueryText {
    /// The question, answered by yes when the condition is met.
    pub const fn sentence(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::KeysApart, Lang::Fr) => "une clé nécessaire reste-t-elle hors d’atteinte de tout acteur hors EEE ?",
            (Self::KeysApart, Lang::En) => {
                "does a key that is needed stay out of reach of every actor outside the EEA?"
            }
            (Self::Unaltered, Lang::Fr) => "reste-t-elle illisible s’il modifie ce qu’il exploite ou fournit ?",
            (Self::Unaltered, Lang::En) => "does it stay unreadable if it alters what it runs or supplies?",
            (Self::Strong, Lang::Fr) => "le chiffrement est-il sans faiblesse connue ?",
            (Self::Strong, Lang::En) => "is the encryption free of known weaknesses?",
            (Self::Lasting, Lang::Fr) => "le chiffrement tiendra-t-il aussi longtemps que le secret est dû ?",
            (Self::Lasting, Lang::En) => "will the encryption hold as long as the data must stay secret?",
            (Self::MappingApart, Lang::Fr) => {
                "la table de correspondance est-elle hors d’atteinte de tout acteur hors EEE ?"
            }
            (Self::MappingApart, Lang::En) => "is the mapping table out of reach of every actor outside the EEA?",
            (Self::ContentAlone, Lang::Fr) => "le contenu seul ne permet-il de reconnaître personne ?",
            (Self::ContentAlone, Lang::En) => "does the content alone let nobody be recognised?",
            (Self::Crossed, Lang::Fr) => {
                "le recoupement avec ce que des autorités savent d’ailleurs a-t-il été étudié ?"
            }
            (Self::Crossed, Lang::En) => "was linking with what authorities know from elsewhere studied?",
            (Self::ContentToo, Lang::Fr) => "le contenu est-il aussi chiffré de bout en bout ?",
            (Self::ContentToo, Lang::En) => "is the content end-to-end encrypted too?",
            (Self::ReadersOnly, Lang::Fr) => "personne d’autre que les lecteurs prévus ne lit-il par privilège ?",
            (Self::ReadersOnly, Lang::En) => "does nobody but declared readers read by privilege?",
            (Self::RecipientVerified, Lang::Fr) => "les clés des destinataires sont-elles vérifiées ?",
            (Self::RecipientVerified, Lang::En) => "are recipients’ keys verified?",
            (Self::Exempt, Lang::Fr) => "le droit de son pays le protège-t-il d’une remise forcée, clés comprises ?",
            (Self::Exempt, Lang::En) => "does its country’s law protect it from having to hand over, keys included?",
            (Self::PartsAlone, Lang::Fr) => "sa part est-elle illisible sans l’autre ?",
            (Self::PartsAlone, Lang::En) => "is its part unreadable without the other?",
            (Self::OtherLaw, Lang::Fr) => "aucune autorité ne peut-elle contraindre les deux ?",
            (Self::OtherLaw, Lang::En) => "can no authority compel both?",
            (Self::Apart, Lang::Fr) => "les autorités des deux sont-elles sans coopération connue ?",
            (Self::Apart, Lang::En) => "are the authorities of both without known cooperation?",
            (Self::PlaintextNeeded, Lang::Fr) => "sa tâche pourrait-elle se faire sans le clair ?",
            (Self::PlaintextNeeded, Lang::En) => "could its task be done without the plaintext?",
            (Self::LawInPractice, Lang::Fr) => "le droit de ce pays épargne-t-il ces données, en pratique ?",
            (Self::LawInPractice, Lang::En) => "does the law of that country spare these data in practice?",
        }
    }
}

fixed! {
    /// `transfers`.
    command => "Dit qui lit, ou n’a que du chiffré, hors de l’EEE, et quel cas d’usage du CEPD c’est",
        "Tells who reads, or has ciphertext only, outside the EEA, and which EDPB use case that is";
    /// Title.
    title => "Pays tiers (hors EEE) : qui lit, qui n’a que du chiffré", "Third countries (outside the EEA): who reads, who has ciphertext only";
    /// What is shown.
    intro => "CU : cas d’usage des Recommandations 01/2020 du CEPD, annexe 2, qui y voit une mesure technique efficace (oui), si chaque condition est remplie, ou n’en voit pas (non). Le classement et les questions sont ceux de l’outil. La base d’un transfert se dit à part : elle ne change aucune réponse.",
        "UC: use case of the EDPB’s Recommendations 01/2020, Annex 2, which sees an effective technical measure in it (yes), if each condition is met, or does not (no). The classification and the questions are the tool’s own. The basis of a transfer is said apart: it changes no answer.";
    /// TLS and at-rest encryption do not help.
    never_rescued => "CU 6 et CU 7 : chiffrer en transit et au repos n’y change rien, tant que l’acteur peut utiliser les clés.",
        "UC 6 and UC 7: encryption in transit and at rest changes nothing, as long as the actor can use the keys.";
    /// An adequacy decision has a date.
    adequacy_dated => "Une décision d’adéquation a une date, et peut tomber : vérifier à chaque revue qu’elle couvre cet acteur.",
        "An adequacy decision has a date, and can fall: at each review, check that it covers this actor.";
    /// It is a declared reader.
    declared => "lecteur prévu", "declared reader";
    /// Unknowns could change it.
    undetermined => "à déterminer", "undetermined";
    /// A condition is met.
    holds => "oui", "yes";
    /// A condition is not met.
    fails => "non", "no";
    /// The model does not say.
    not_stated => "non précisé", "not stated";
    /// Nobody is outside.
    nobody => "Aucun acteur lié à un pays tiers n’a ces données, dans ce modèle.", "No actor tied to a third country has these data, in this model.";
}

/// The basis of a transfer, by its identifier.
pub fn basis(id: &str, lang: Lang) -> &'static str {
    match (id, lang) {
        ("adequacy", Lang::Fr) => "base dite : décision d’adéquation",
        ("adequacy", Lang::En) => "stated basis: adequacy decision",
        ("safeguards", Lang::Fr) => "base dite : garanties appropriées",
        ("safeguards", Lang::En) => "stated basis: appropriate safeguards",
        ("derogation", Lang::Fr) => "base dite : dérogation",
        ("derogation", Lang::En) => "stated basis: derogation",
        ("none", Lang::Fr) => "base dite : aucune",
        ("none", Lang::En) => "stated basis: none",
        ("unknown", Lang::Fr) => "base inconnue",
        ("unknown", Lang::En) => "basis unknown",
        (_, Lang::Fr) => "base non précisée",
        (_, Lang::En) => "basis not stated",
    }
}

/// A use case on some data: its number, what it is, what it comes to.
pub fn case_line(data: &str, number: u8, answer: AnswerText, marks: &[&str], lang: Lang) -> String {
    let named: Vec<&str> = std::iter::once(data).chain(marks.iter().copied()).collect();
    let named = named.join(", ");
    let (what, answer) = (use_case(number, lang), answer.phrase(lang));
    match lang {
        Lang::Fr => format!("CU {number}, {what} : {answer} – {named}"),
        Lang::En => format!("UC {number}, {what}: {answer} – {named}"),
    }
}

/// A use case by its number.
pub fn numbered(number: u8, lang: Lang) -> String {
    lang.pick(format!("CU {number}"), format!("UC {number}"))
}

/// A use case on some data, in a few words.
pub fn case_in_short(data: &str, number: u8, answer: AnswerText, marks: &[&str], lang: Lang) -> String {
    let named: Vec<&str> = std::iter::once(data).chain(marks.iter().copied()).collect();
    let (of, answer, named) = (lang.pick("CU", "UC"), answer.phrase(lang), named.join(", "));
    format!("{of} {number} ({answer}) {named}")
}

/// An actor outside, with what ties it there, and its use cases.
pub fn in_short(actor: &str, ties: &str, cases: &[String], lang: Lang) -> String {
    let cases = cases.join(lang.pick(" ; ", "; "));
    lang.pick(format!("{actor}, {ties} : {cases}"), format!("{actor}, {ties}: {cases}"))
}

/// What the use cases are, and where their conditions are.
pub fn brief_note(file: &str, variant: Option<&str>, lang: Lang) -> String {
    let command = super::command("transfers", file, variant);
    lang.pick(
        format!("CU : cas d’usage des Recommandations 01/2020 du CEPD, annexe 2, qui y voit une mesure technique efficace (oui), si chaque condition est remplie, ou n’en voit pas (non) ; le classement est celui de l’outil. {command} pose les questions dont chaque réponse dépend."),
        format!("UC: use case of the EDPB’s Recommendations 01/2020, Annex 2, which sees an effective technical measure in it (yes), if each condition is met, or does not (no); the classification is the tool’s own. {command} asks the questions on which each answer depends."),
    )
}

/// A question with its answer, who it rests on, and its lines.
pub fn question(query: QueryText, status: &str, about: &[&str], lines: &[String], lang: Lang) -> String {
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    let lines = match (lines, lang) {
        ([], _) => String::new(),
        (lines, Lang::Fr) => format!(", l. {}", lines.join(", ")),
        (lines, Lang::En) => format!(", line {}", lines.join(", ")),
    };
    format!("{} {status}{about}{lines}", query.sentence(lang))
}

/// Admins of whom nothing says from where they have access.
pub fn from_not_stated(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("Lisent, sans que le modèle dise depuis quel pays (`from`) : {names}."),
        format!("These read, and the model does not say from which country (`from`): {names}."),
    )
}
