//! Words of the HTML report: the fixed texts of the page, then the sentences made of numbers and names.

pub mod accepted;
mod around;
pub mod changes;
pub mod coverage;
pub mod findings;
pub mod hds;
pub mod keys;
mod method;
pub mod people;
mod proofs;
pub mod scenarios;
mod sentences;

use super::Lang;

use sentences::plural;

pub use around::around;
pub use method::method;
pub use proofs::*;
pub use sentences::*;

macro_rules! fixed {
    ($($name:ident => $fr:literal, $en:literal);+ $(;)?) => {
        /// The fixed texts, by their key in the template.
        pub fn fixed(lang: Lang) -> Vec<(&'static str, &'static str)> {
            match lang {
                Lang::Fr => vec![$((stringify!($name), $fr)),+],
                Lang::En => vec![$((stringify!($name), $en)),+],
            }
        }
    };
}

fixed! {
    contents => "Dans ce rapport", "In this report";
    figures => "La réponse en trois nombres", "The answer in three numbers";
    drawing_title => "Le schéma", "The drawing";
    drawing_intro => "Une gaine pleine est un canal protégé ; le trait du milieu est la donnée elle-même, tireté en clair, plein chiffrée. Un numéro renvoie à qui lit là sans être destinataire.",
        "A full sheath is a protected channel; the line in the middle is the data itself, dashed in plaintext, full when encrypted. A number points to who reads there without being a recipient.";
    drawing_each => "Donnée par donnée", "One data asset at a time";
    ladder_title => "Le même système, un chiffrement après l’autre", "The same system, one encryption after another";
    ladder_intro => "Combien d’acteurs qui ne sont pas des lecteurs prévus peuvent lire chaque donnée, et à quel degré. Chaque échelon est recalculé en entier. Le chiffrement par l’application et le bout en bout s’ajoutent chacun au transit et au repos.",
        "How many actors who are not intended readers can read each data asset, and at which grade. Every rung is recomputed in full. Encryption by the application and end-to-end each come on top of transit and rest.";
    ladder_caption => "Acteurs non prévus, par échelon et par donnée", "Unintended readers, by rung and data asset";
    ladder_rung => "Chiffrement", "Encryption";
    ladder_grade => "Degré", "Grade";
    fills_title => "Ce que le modèle ne décrit pas, et qu’un échelon suppose", "What the model does not describe, and a rung assumes";
    fills_intro => "Chaque échelon garde ce que suppose celui auquel il s’ajoute ; celui par l’application reprend le chiffrement du contenu déclaré. « Tel que déclaré » ne suppose rien.",
        "Each rung keeps what the one it is added to assumes; that by the application takes back the declared content encryption. “As declared” assumes nothing.";
    grades_title => "Les cinq degrés", "The five grades";
    grades_intro => "Un degré dit ce qu’un acteur doit faire pour lire. Le plus facile compte.",
        "A grade says what an actor must do to read. The easiest counts.";
    past => "gardé", "kept";
    past_meaning => "tout ce qui est stocké aujourd’hui", "everything stored today";
    new => "désormais", "from now on";
    new_meaning => "ce qui passe à partir de maintenant", "what passes from now on";
    unknown_meaning => "la réponse dépend de ce qui n’est pas connu ; le pire est montré, le meilleur est écrit dessous",
        "the answer depends on what is not known; the worst is shown, the best is written below";
    matrix_title => "Qui peut lire quoi, en clair", "Who can read what, in plaintext";
    matrix_intro => "Un seul degré dans une case vaut pour ce qui est gardé comme pour ce qui passe désormais. Chaque réponse mène à sa preuve.",
        "A single grade in a cell holds both for what is kept and for what passes from now on. Every answer leads to its proof.";
    matrix_caption => "Acteurs et données", "Actors and data assets";
    actor => "Acteur", "Actor";
    base_title => "À part", "Apart";
    claims_title => "Ce que dit l’éditeur", "What the vendor says";
    refuting => "Le chemin le plus court, parmi les plus faciles :", "The shortest path, among the easiest:";
    depends_on => "Cela dépend de :", "It depends on:";
    hds_organisation => "Organisation", "Organisation";
    orders_title => "Ce qu’une autorité peut obtenir", "What an authority can obtain";
    orders_intro => "Une autorité s’adresse à une organisation et obtient ce que celle-ci peut lire. Ce que chaque autorité peut exiger est un fait du modèle, pas un avis de droit.",
        "An authority turns to an organisation and obtains what that organisation can read. What each authority can compel is a fact of the model, not legal advice.";
    orders_caption => "Données en clair obtenues par un ordre", "Plaintext data obtained by an order";
    orders_authority => "Autorité", "Authority";
    orders_none => "Aucun ordre déclaré ne donne accès à une donnée en clair.", "No declared order gives access to plaintext data.";
    nothing => "rien", "nothing";
    questions_title => "Ce qui n’est pas connu", "What is not known";
    questions_intro => "Le plus décisif d’abord. Les réponses de ce rapport comptent la pire des deux.",
        "The most decisive first. The answers of this report count the worse of the two.";
    questions_caption => "Questions à poser", "Questions to ask";
    question => "Question", "Question";
    at_worst => "Au pire", "At worst";
    at_best => "Au mieux", "At best";
    decides => "Réponses en jeu", "Answers at stake";
    property => "À renseigner", "To fill in";
    questions_none => "Rien : le modèle renseigne tout ce que le langage demande.", "Nothing: the model fills in all that the language asks.";
    silences_help => "Ce qui existe et n’est pas décrit n’est pas compté.", "What exists and is not described is not counted.";
    assumptions_title => "Ce qui est supposé", "What is assumed";
    assumptions_none => "Rien : aucune valeur par défaut n’a servi.", "Nothing: no default was relied on.";
    favourable_title => "Hypothèses favorables", "Favourable assumptions";
    favourable_intro => "À vérifier : si l’une est fausse, des réponses peuvent empirer.", "To be checked: if one is wrong, answers may get worse.";
    worst_title => "Hypothèses prises au pire", "Worst-case assumptions";
    worst_intro => "Sans risque pour la réponse : la réalité ne peut être que meilleure.", "No risk for the answer: reality can only be better.";
    paths_title => "Par où passent les données", "What the data passes through";
    paths_intro => "Un point de passage obligé est un composant que traverse tout chemin déclaré d’une donnée, entre les terminaux qui l’échangent, ou entre son terminal et son stockage.",
        "A choke point is a component that every declared path of a data asset crosses, between the clients that exchange it, or between its client and its storage.";
    paths_caption => "Lecteurs prévus et points de passage obligés", "Intended readers and choke points";
    paths_data => "Donnée", "Data asset";
    paths_readers => "Lecteurs prévus", "Intended readers";
    paths_points => "Points de passage obligés", "Choke points";
    paths_no_point => "aucun", "none";
    method_title => "Méthode et limites", "Method and limits";
    rules_caption => "Règles, et combien de fois elles se sont appliquées", "Rules, and how often they applied";
    rule => "Règle", "Rule";
    rule_sentence => "Ce qu’elle dit", "What it says";
    rule_count => "Applications", "Applications";
    expectations_title => "Réponses attendues", "Expected answers";
    proofs_title => "Les preuves", "The proofs";
    proofs_intro => "Une preuve par réponse, la plus courte. Chaque étape cite sa règle, le degré atteint, et les lignes du modèle. Une étape qui sert plusieurs fois pour un acteur est écrite une seule fois, à la première ; ensuite, son numéro y mène.",
        "One proof for each answer, the shortest. Each step cites its rule, the grade reached, and the lines of the model. A step that serves an actor several times is written once, at the first; from then on its number leads to it.";
    source_title => "Le modèle", "The model";
}
