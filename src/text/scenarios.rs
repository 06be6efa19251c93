//! Words of breach scenarios: states, acts, and what three articles turn on.

use super::Lang;

/// What an event leaves of the protection of a data asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateText {
    /// It was intelligible.
    Readable,
    /// A further act would subvert its protection.
    Subvertible,
    /// The ciphertext cannot be opened.
    Intact,
    /// Nothing is reached.
    NotReached,
}

impl StateText {
    /// In one word, for a cell.
    pub const fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Readable, Lang::Fr) => "lisible",
            (Self::Readable, Lang::En) => "readable",
            (Self::Subvertible, Lang::Fr) => "contournable",
            (Self::Subvertible, Lang::En) => "subvertible",
            (Self::Intact, Lang::Fr) => "intacte",
            (Self::Intact, Lang::En) => "intact",
            (Self::NotReached, _) => "–",
        }
    }

    /// What the articles turn on in this state. The French words are the tool’s own.
    pub const fn turns_on(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Readable, Lang::Fr) => {
                "lisible : les données sont intelligibles pour qui les a. Rien dans ce modèle ne les rend inintelligibles : l’exception de l’art. 34(3)(a) du RGPD n’y trouve pas d’appui. Au responsable de répondre : un risque pour les personnes est-il improbable (33(1), 72 heures) ? Est-il élevé (34(1)) ?"
            }
            (Self::Readable, Lang::En) => {
                "readable: the data are intelligible to whoever has them. Nothing in this model renders them “unintelligible to any person who is not authorised to access it”: GDPR 34(3)(a) gives no relief here. For the controller to answer: is a risk to persons unlikely (33(1), 72 hours)? Is it high (34(1))?"
            }
            (Self::Subvertible, Lang::Fr) => {
                "contournable : une protection existe, et l’acte nommé la contournerait. Cet acte a-t-il eu lieu, ou peut-on l’exclure ? Le responsable y répond, et l’art. 34(3)(a) du RGPD en dépend, comme l’appréciation du risque (33(1), 34(1))."
            }
            (Self::Subvertible, Lang::En) => {
                "subvertible: a protection exists, and the act named would subvert it. Was it done, or can that be excluded? The controller answers, and GDPR 34(3)(a) depends on the answer, as does the assessment of the risk (33(1), 34(1))."
            }
            (Self::Intact, Lang::Fr) => {
                "intacte : qui a le chiffré ne peut pas l’ouvrir. L’art. 34(3)(a) du RGPD parle de mesures qui rendent les données inintelligibles ; il dépend ici de clés qui restent hors d’atteinte. Au responsable de répondre : le restent-elles ? Reste-t-il un risque (33(1)), perte comprise ?"
            }
            (Self::Intact, Lang::En) => {
                "intact: whoever has the ciphertext cannot open it. GDPR 34(3)(a) speaks of measures that “render the personal data unintelligible to any person who is not authorised to access it, such as encryption”; here it turns on keys that stay out of reach. For the controller to answer: do they? Does a risk remain (33(1)), loss included?"
            }
            (Self::NotReached, Lang::Fr) => "– : ni la donnée ni son chiffré ne sont atteints, dans ce modèle.",
            (Self::NotReached, Lang::En) => "–: neither the data nor its ciphertext is reached, in this model.",
        }
    }
}

/// An act that remains to be done, every name already in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActText<'a> {
    /// Altering a component.
    Alter(&'a str),
    /// Shipping altered code to a component, from its supplier.
    Ship(&'a str, &'a str),
    /// Naming oneself among the recipients, to an end, from a source.
    Name(&'a str, &'a str),
    /// Posing as a person at a component.
    Pose(&'a str),
    /// Altering a host that locks its own staff out.
    Unlock(&'a str),
    /// Breaking an enclave.
    Enclave(&'a str),
    /// Guessing a password.
    Guess(&'a str),
    /// Exploiting a weak encryption.
    Weak(&'a str),
    /// Anything else.
    Other,
}

impl ActText<'_> {
    /// The act as an infinitive.
    pub fn phrase(&self, lang: Lang) -> String {
        let (fr, en) = match self {
            Self::Alter(component) => (format!("modifier {component}"), format!("alter {component}")),
            Self::Ship(component, supplier) => (
                format!("livrer un code modifié à {component}, depuis {supplier}"),
                format!("ship altered code to {component}, from {supplier}"),
            ),
            Self::Name(end, source) => (
                format!("s’ajouter aux destinataires que {end} apprend de {source}"),
                format!("join the recipients that {end} learns from {source}"),
            ),
            Self::Pose(component) => (
                format!("se faire passer pour une personne auprès de {component}"),
                format!("pose as a person at {component}"),
            ),
            Self::Unlock(host) => (
                format!("lever le verrou que {host} pose à son propre personnel"),
                format!("lift the lock that {host} sets on its own staff"),
            ),
            Self::Enclave(component) => {
                (format!("percer l’enclave de {component}"), format!("break the enclave of {component}"))
            }
            Self::Guess(component) => (
                format!("deviner le mot de passe qui ouvre ce qu’a {component}"),
                format!("guess the password that opens the data of {component}"),
            ),
            Self::Weak(component) => (
                format!("exploiter un chiffrement faible dans {component}"),
                format!("exploit a weak encryption at {component}"),
            ),
            Self::Other => ("agir au-delà de l’événement".to_owned(), "act beyond the event".to_owned()),
        };
        lang.pick(fr, en)
    }
}

fixed! {
    /// Title.
    title => "Si cela arrive : ce qui reste protégé", "If it happens: what stays protected";
    /// Header of the column of events.
    event => "événement", "event";
    /// What the table supposes.
    intro => "Chaque ligne suppose l’événement arrivé, sans autre acte ; qui peut modifier chaque terminal est laissé à part. Les trois états sont ceux du modèle de notification du CEPD, champ 57 (consultation de juin 2026). La qualification juridique revient au responsable.",
        "Each line supposes that the event has happened, and no other act; whoever can alter each device is left apart. The three states are those of the EDPB’s notification template, field 57 (consultation of June 2026). What the law makes of them is for the controller.";
    /// `scenarios`.
    command => "Suppose que chaque violation est arrivée, et dit ce qui reste protégé",
        "Supposes that each breach has happened, and tells what stays protected";
    /// A model without any.
    none => "Aucun événement à supposer, dans ce modèle.", "No event to suppose, in this model.";
    /// Title of the short form.
    brief_title => "Si cela arrive : combien de données restent protégées", "If it happens: how many data stay protected";
    /// Header of the people concerned.
    concerned => "personnes", "people";
    /// Mark of what passes only, in the short form.
    brief_only_new => "* en partie, seulement ce qui passe désormais.", "* in part, only what passes from then on.";
    /// Mark of what passes only.
    only_new => "* seulement ce qui passe désormais.", "* only what passes from then on.";
    /// Mark of what is not known.
    undetermined => "? dépend de ce qui n’est pas connu ; le pire est montré.", "? depends on what is not known; the worst is shown.";
    /// Note on orders.
    orders => "Un ordre n’est pas en soi une violation. Pour celui d’un pays tiers, l’art. 48 du RGPD demande sur quel accord international il se fonde : ce modèle ne le dit pas.",
        "An order is not in itself a breach. Of one from a third country, GDPR 48 asks on which international agreement it is based: this model does not say.";
}

/// An order, in the column of events.
pub fn order_event(organisation: &str, authority: &str, orders: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{organisation} – {authority} : {orders}"),
        Lang::En => format!("{organisation} – {authority}: {orders}"),
    }
}

/// How many people each data asset is about, and how to count those of several.
pub fn people(data: &[(String, Option<u64>)], lang: Lang) -> String {
    let said = data.iter().filter_map(|(name, count)| Some(format!("{name} {}", lang.number((*count)?))));
    let said = said.collect::<Vec<_>>().join(" ; ");
    let unsaid = data.iter().filter(|(_, count)| count.is_none()).map(|(name, _)| name.as_str());
    let unsaid = unsaid.collect::<Vec<_>>().join(", ");
    let several = lang.pick(
        "Un événement qui atteint plusieurs données concerne entre le plus grand nombre et leur somme.",
        "An event that reaches several data concerns between the largest number and their sum.",
    );
    let parts = match lang {
        Lang::Fr => [format!("Personnes concernées : {said}."), format!("Nombre non dit : {unsaid}.")],
        Lang::En => {
            [format!("People concerned: {}.", said.replace(" ; ", "; ")), format!("Number not said: {unsaid}.")]
        }
    };
    let [first, second] = parts;
    let kept = [(first, said.is_empty()), (second, unsaid.is_empty()), (several.to_owned(), data.len() < 2)];
    kept.into_iter().filter(|(_, empty)| !empty).map(|(part, _)| part).collect::<Vec<_>>().join(" ")
}

/// What remains to be done after some events.
pub fn remains(events: &str, acts: &[String], lang: Lang) -> String {
    let acts = acts.join(" ; ");
    match lang {
        Lang::Fr => format!("Contournable ({events}) ; il reste à : {acts}."),
        Lang::En => format!("Subvertible ({events}); what remains is to: {acts}.").replace(" ; ", "; "),
    }
}

/// What must stay out of reach after some events.
pub fn condition(events: &str, keys: &[Vec<String>], lang: Lang) -> String {
    let sets: Vec<String> = keys.iter().map(|set| set.join(" + ")).collect();
    let sets = sets.join(" ; ");
    match lang {
        Lang::Fr => format!("Intacte ({events}) tant que reste hors d’atteinte : {sets}."),
        Lang::En => format!("Intact ({events}) as long as these stay out of reach: {sets}.").replace(" ; ", "; "),
    }
}

/// How many people some data are about: at least so many; none where nobody says.
pub fn people_concerned(at_least: u64, at_most: u64, unsaid: usize, lang: Lang) -> String {
    match (at_least, unsaid) {
        (0, 1..) => lang.pick("non dit", "not said").to_owned(),
        (count, 0) if count == at_most => lang.number(count),
        (count, _) => format!("≥\u{a0}{}", lang.number(count)),
    }
}

/// How to read the short form, and where the whole is.
pub fn brief_note(file: &str, variant: Option<&str>, lang: Lang) -> String {
    let command = super::command("scenarios", file, variant);
    lang.pick(
        format!("Nombre de données dans chaque état, l’événement étant supposé arrivé, sans autre acte. {command} dit lesquelles, quels actes et quelles clés en décident, et de quels faits dépendent les articles 33 et 34 du RGPD."),
        format!("How many data are in each state, supposing that the event has happened and no other act. {command} tells which, on which acts and keys that turns, and on which facts GDPR 33 and 34 turn."),
    )
}

/// Events that reach nothing.
pub fn nothing(events: &str, lang: Lang) -> String {
    lang.pick(
        format!("N’atteignent rien, pas même le chiffré : {events}."),
        format!("These reach nothing, not even ciphertext: {events}."),
    )
}

/// Where to read a path.
pub fn example(file: &str, actor: &str, data: &str, variant: Option<&str>, lang: Lang) -> String {
    let variant = variant.map(|name| format!(" --variant {name}")).unwrap_or_default();
    let command = format!("enclair explain {file}{variant} --actor {actor} --data {data}");
    lang.pick(format!("Un chemin, pas à pas : {command}"), format!("One path, step by step: {command}"))
}
