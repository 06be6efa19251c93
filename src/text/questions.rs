//! Words of `enclair questions`: the list, and the message to one organisation.

use super::Lang;
use super::silence::Topic;

fixed! {
    /// `questions`.
    command => "Liste les questions à poser, la plus décisive d’abord, par organisation ou pour l’une d’elles",
        "Lists the questions to ask, most decisive first, by organisation or for one of them";
    /// `--to`.
    to => "Seulement les questions à poser à cette organisation, prêtes à envoyer",
        "Only the questions to ask this organisation, ready to be sent";
    /// `--output`.
    output => "Fichier, ou « - » pour la sortie standard, par défaut", "File, or `-` for standard output, the default";
    /// `--force`.
    force => "Remplace le fichier s’il existe", "Replaces the file if it exists";
    /// Where the questions went.
    written => "Questions écrites :", "Questions written:";
    /// A file is there already.
    exists => "ce fichier existe déjà ; --force pour le remplacer", "this file exists already; use --force to replace it";
    /// How a message starts.
    hello => "Bonjour,", "Hello,";
    /// How a message ends.
    thanks => "Merci d’avance pour votre réponse.", "Thank you in advance for your reply.";
    /// What an unanswered question counts as.
    counted => "Sans réponse, nous comptons la première.", "Without an answer, we count the first.";
    /// What an unanswered question on a topic counts as.
    uncounted => "Sans réponse, le calcul n’en tient pas compte.", "Without an answer, the computation leaves it out.";
    /// What an unanswered question on accounts counts as.
    password => "Sans réponse, nous comptons un mot de passe seul.", "Without an answer, we count a password alone.";
}

/// The columns of the table.
pub const fn columns(lang: Lang) -> [&'static str; 10] {
    match lang {
        Lang::Fr => [
            "organisation",
            "nom",
            "question",
            "au pire",
            "au mieux",
            "réponses en jeu",
            "données",
            "à renseigner",
            "ligne",
            "sujet",
        ],
        Lang::En => [
            "organisation",
            "name",
            "question",
            "at worst",
            "at best",
            "answers at stake",
            "data",
            "to fill in",
            "line",
            "topic",
        ],
    }
}

/// How many questions there are.
pub fn title(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (0, Lang::Fr) => "Aucune question à poser.".to_owned(),
        (0, Lang::En) => "No question to ask.".to_owned(),
        (1, Lang::Fr) => "Une question à poser.".to_owned(),
        (1, Lang::En) => "One question to ask.".to_owned(),
        (_, Lang::Fr) => format!("{count} questions à poser, par organisation, la plus décisive d’abord."),
        (_, Lang::En) => format!("{count} questions to ask, by organisation, the most decisive first."),
    }
}

/// Title of a document.
pub fn document(system: &str, lang: Lang) -> String {
    lang.pick(format!("Questions à poser : {system}"), format!("Questions to ask: {system}"))
}

/// No question for an organisation.
pub fn none_for(organisation: &str, lang: Lang) -> String {
    lang.pick(format!("Aucune question à poser à {organisation}."), format!("No question to ask {organisation}."))
}

/// What a message is about.
pub fn opening(system: &str, count: usize, lang: Lang) -> String {
    let system = lang.quote(system);
    match (count, lang) {
        (1, Lang::Fr) => format!(
            "Nous décrivons qui peut lire en clair les données du système {system}. Une question dépend de vous. « Nous ne savons pas » est aussi une réponse utile."
        ),
        (1, Lang::En) => format!(
            "We are describing who can read in plaintext the data of the system {system}. One question depends on you. “We do not know” is a useful answer too."
        ),
        (_, Lang::Fr) => format!(
            "Nous décrivons qui peut lire en clair les données du système {system}. {count} questions dépendent de vous, la plus importante d’abord. « Nous ne savons pas » est aussi une réponse utile."
        ),
        (_, Lang::En) => format!(
            "We are describing who can read in plaintext the data of the system {system}. {count} questions depend on you, the most important first. “We do not know” is a useful answer too."
        ),
    }
}

/// The two answers between which a question decides.
pub fn answers(worst: &str, best: &str, lang: Lang) -> String {
    lang.pick(format!("Au pire : {worst} ; au mieux : {best}."), format!("At worst: {worst}; at best: {best}."))
}

/// The same, for whoever is asked, and what is counted until they answer.
pub fn hesitation(worst: &str, best: &str, topic: Option<Topic>, lang: Lang) -> String {
    let (worst, best) = (lang.quote(worst), lang.quote(best));
    let until = match topic {
        None => counted(lang),
        Some(Topic::SignIn) => password(lang),
        Some(_) => uncounted(lang),
    };
    lang.pick(
        format!("Nous hésitons entre deux réponses : {worst}, ou {best}. {until}"),
        format!("We hesitate between two answers: {worst}, or {best}. {until}"),
    )
}

/// How many answers a question decides, and on which data.
pub fn decides(count: usize, data: &str, topic: bool, lang: Lang) -> String {
    let on = match (data.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::Fr) => format!(", sur : {data}"),
        (false, Lang::En) => format!(", on: {data}"),
    };
    match (count, lang) {
        (0, Lang::Fr) if topic => "Le modèle n’en dit rien : aucune réponse n’en tient compte.".to_owned(),
        (0, Lang::En) if topic => "The model says nothing of it: no answer takes it into account.".to_owned(),
        (0, Lang::Fr) => format!("Ne change aucune réponse à elle seule{on}."),
        (0, Lang::En) => format!("Changes no answer on its own{on}."),
        (1, Lang::Fr) => format!("Décide d’une réponse{on}."),
        (1, Lang::En) => format!("Decides one answer{on}."),
        (_, Lang::Fr) => format!("Décide de {count} réponses{on}."),
        (_, Lang::En) => format!("Decides {count} answers{on}."),
    }
}

/// The data concerned, and how much hangs on it, for whoever is asked.
pub fn stakes(count: usize, data: &str, lang: Lang) -> String {
    let hangs = match (count, lang) {
        (1, Lang::Fr) => "une réponse à « qui peut lire quoi ? » en dépend".to_owned(),
        (1, Lang::En) => "one answer to “who can read what?” depends on it".to_owned(),
        (_, Lang::Fr) => format!("{count} réponses à « qui peut lire quoi ? » en dépendent"),
        (_, Lang::En) => format!("{count} answers to “who can read what?” depend on it"),
    };
    match (data.is_empty(), count, lang) {
        (true, _, _) => String::new(),
        (false, 0, Lang::Fr) => format!("Données concernées : {data}."),
        (false, 0, Lang::En) => format!("Data concerned: {data}."),
        (false, _, Lang::Fr) => format!("Données concernées : {data} ; {hangs}."),
        (false, _, Lang::En) => format!("Data concerned: {data}; {hangs}."),
    }
}

/// Where the answer is to be written; `absent` is the word of `has_no` that says that there is none.
pub fn fill_in(property: &str, line: usize, absent: Option<&str>, lang: Lang) -> String {
    let none = match (absent, lang) {
        (None, _) => String::new(),
        (Some(word), Lang::Fr) => format!(", ou has_no: {word}"),
        (Some(word), Lang::En) => format!(", or has_no: {word}"),
    };
    lang.pick(
        format!("À renseigner : {property}, ligne {line}{none}."),
        format!("To fill in: {property}, line {line}{none}."),
    )
}

/// A reference for whoever is asked to recall.
pub fn reference(property: &str, lang: Lang) -> String {
    lang.pick(format!("Référence à rappeler : {property}."), format!("Reference to recall: {property}."))
}
