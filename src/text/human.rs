//! Words of the terminal's tables.

use super::Lang;
use super::rules::GradeText;

/// A grade in one word, for a cell.
pub const fn short_grade(grade: GradeText, lang: Lang) -> &'static str {
    match (grade, lang) {
        (GradeText::Design, Lang::Fr) => "conception",
        (GradeText::Design, Lang::En) => "design",
        (GradeText::Privilege, Lang::Fr) => "privilège",
        (GradeText::Privilege, Lang::En) => "privilege",
        (GradeText::Tampering, Lang::Fr) => "altération",
        (GradeText::Tampering, Lang::En) => "tampering",
        (GradeText::Breach, Lang::Fr) => "effraction",
        (GradeText::Breach, Lang::En) => "breach",
        (GradeText::None, _) => "–",
    }
}

fixed! {
    /// Title of the matrix.
    who_reads => "Qui peut lire quoi, en clair", "Who can read what, in plaintext";
    /// Header of the column of actors.
    actor => "acteur", "actor";
    /// Header of the column of rungs.
    encryption => "chiffrement", "encryption";
    /// Title of the ladder.
    ladder_title => "Le même système, un chiffrement après l’autre", "The same system, one encryption after another";
    /// Title of what each rung bought.
    steps_title => "Ce qu’apporte chaque chiffrement", "What each encryption buys";
    /// What the ladder counts.
    ladder_note => "Dans chaque case, les acteurs qui ne sont pas des lecteurs prévus : par privilège / par altération / par effraction. Chaque ligne est recalculée ; le chiffrement par l’application et le bout en bout s’ajoutent chacun au transit et au repos.",
        "In each cell, actors who are not intended readers: by privilege / by tampering / by breach. Every line is recomputed; encryption by the application and end-to-end each come on top of transit and rest.";
    /// Note on cells with two grades.
    two_grades => "Deux degrés dans une case : ce qui est gardé, puis → ce qui passe désormais.",
        "Two grades in a cell: what is kept, then → what passes from now on.";
    /// Note on the next-use mark.
    next_use => "* à partir de la prochaine utilisation d’une clé ou d’une session.", "* from the next use of a key or a session on.";
    /// Note on the evident mark.
    evident => "! toute façon de faire laisse une trace visible.", "! every way leaves visible evidence.";
    /// Note on the question mark.
    question_mark => "? dépend de ce qui n’est pas connu ; le pire est montré.", "? depends on what is not known; the worst is shown.";
    /// Title of claims.
    claims_title => "Ce que dit l’éditeur", "What the vendor says";
    /// Title of compulsion.
    compelled_title => "Ce qu’une autorité peut exiger d’une organisation", "What an authority can compel an organisation to do";
    /// Title of questions.
    questions_title => "Ce qui n’est pas connu, le plus décisif d’abord", "What is not known, most decisive first";
    /// Word under a refuted claim.
    refuted_label => "cette affirmation ne tient pas", "this claim does not hold";
    /// Word under a failed expectation.
    expected_here => "attendu ici", "expected here";
}

/// How many verdicts depend on how many unknowns.
pub fn undetermined_count(verdicts: usize, questions: usize, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!(
            "{} {} pas connu{} ; {} en dépend{}, et le pire est compté.",
            plural(questions, "Un fait", "faits"),
            if questions == 1 { "n’est" } else { "ne sont" },
            if questions == 1 { "" } else { "s" },
            plural(verdicts, "une réponse", "réponses"),
            if verdicts == 1 { "" } else { "ent" },
        ),
        Lang::En => format!(
            "{} {} not known; {} {} on {}, and the worst is counted.",
            plural(questions, "One fact", "facts"),
            if questions == 1 { "is" } else { "are" },
            plural(verdicts, "one answer", "answers"),
            if verdicts == 1 { "depends" } else { "depend" },
            if questions == 1 { "it" } else { "them" },
        ),
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{count} {many}") }
}

/// Actors that reach nothing.
pub fn out_of_reach(names: &str, lang: Lang) -> String {
    lang.pick(
        format!("Ne lisent rien, dans ce modèle : {names}."),
        format!("These read nothing, in this model: {names}."),
    )
}

/// The common base, apart.
pub fn common_base(name: &str, grade: &str, lang: Lang) -> String {
    lang.pick(
        format!("À part, car vrai de tout système : qui peut modifier chaque terminal ({name}), {grade}."),
        format!("Apart, since true of every system: whoever can alter each device ({name}), {grade}."),
    )
}

/// Data that does not reach a reader.
pub fn unreached(data: &str, reader: &str, lang: Lang) -> String {
    lang.pick(
        format!("Aucun lien déclaré n’amène {data} à son lecteur {reader} : le modèle est peut-être incomplet."),
        format!("No declared link brings {data} to its reader {reader}: the model may be incomplete."),
    )
}

/// The components that every path of some data assets crosses.
pub fn choke_points(data: &[&str], points: &[&str], lang: Lang) -> String {
    let points = lang.list(points);
    match (data, lang) {
        // The preposition would have to be said before each name.
        ([_, _, ..], Lang::Fr) => format!("Points de passage obligés ({}) : {points}.", data.join(", ")),
        (_, Lang::Fr) => format!("Points de passage obligés de {} : {points}.", data.join(", ")),
        (_, Lang::En) => format!("Every exchange of {} goes through {points}.", lang.list(data)),
    }
}

/// Who can tamper against a claim.
pub fn except_by(names: &str, lang: Lang) -> String {
    lang.pick(format!("par altération : {names}"), format!("by tampering: {names}"))
}

/// Who else reads by privilege, against a refuted claim.
pub fn refuted_too(names: &str, lang: Lang) -> String {
    lang.pick(format!("la réfutent aussi, par privilège : {names}"), format!("also refuted, by privilege, by: {names}"))
}

/// The question a claim depends on.
pub fn depends_on(question: &str, lang: Lang) -> String {
    lang.pick(format!("cela dépend de : {question}"), format!("it depends on: {question}"))
}

/// Title of a refutation.
pub fn refuted_title(actor: &str, data: &str, grade: &str, lang: Lang) -> String {
    lang.pick(format!("{actor} peut lire {data}, {grade}"), format!("{actor} can read {data}, {grade}"))
}

/// Heading of a variant, with its name where that is not its label.
pub fn variant_title(label: &str, id: &str, lang: Lang) -> String {
    let name = if label == id { id.to_owned() } else { format!("{label} ({id})") };
    lang.pick(format!("Variante : {name}"), format!("Variant: {name}"))
}

/// Note of a refutation.
pub fn refuted_note(file: &str, actor: &str, data: &str, variant: Option<&str>, lang: Lang) -> String {
    let variant = variant.map(|name| format!(" --variant {name}")).unwrap_or_default();
    let command = format!("enclair explain {file}{variant} --actor {actor} --data {data}");
    lang.pick(format!("la preuve entière : {command}"), format!("the whole proof: {command}"))
}

/// One order.
pub fn compelled_line(authority: &str, organisation: &str, order: &str, data: &str, lang: Lang) -> String {
    lang.pick(
        format!("{organisation} – {authority} : {order} {data}"),
        format!("{organisation} – {authority}: {order} {data}"),
    )
}

/// One certificate.
pub fn certificate_line(organisation: &str, activities: &[String], category: &str, reads: &str, lang: Lang) -> String {
    let numbers = lang.list(activities);
    let word = match (activities.len(), lang) {
        (0 | 1, Lang::Fr) => "activité",
        (0 | 1, Lang::En) => "activity",
        (_, Lang::Fr) => "activités",
        (_, Lang::En) => "activities",
    };
    match (reads.is_empty(), lang) {
        (true, Lang::Fr) => {
            format!("{organisation} ({word} {numbers}, {category}) ne lit rien par privilège dans ce modèle.")
        }
        (true, Lang::En) => {
            format!("{organisation} ({word} {numbers}, {category}) reads nothing by privilege in this model.")
        }
        (false, Lang::Fr) => format!("{organisation} ({word} {numbers}, {category}) lit par privilège {reads}."),
        (false, Lang::En) => format!("{organisation} ({word} {numbers}, {category}) reads by privilege {reads}."),
    }
}

/// Title of a group of assumptions.
pub const fn assumptions_title(worst: bool, lang: Lang) -> &'static str {
    match (worst, lang) {
        (false, Lang::Fr) => "Hypothèses favorables : si elles sont fausses, les réponses peuvent empirer",
        (false, Lang::En) => "Favourable assumptions: if they are wrong, answers may get worse",
        (true, Lang::Fr) => "Hypothèses prises au pire : la réalité ne peut être que meilleure",
        (true, Lang::En) => "Worst-case assumptions: reality can only be better",
    }
}

/// One assumption.
pub fn assumption_line(sentence: &str, about: &str, lang: Lang) -> String {
    match (about.is_empty(), lang) {
        (true, _) => sentence.to_owned(),
        (false, Lang::Fr) => format!("{sentence} : {about}."),
        (false, Lang::En) => format!("{sentence}: {about}."),
    }
}

/// One question, the two answers it decides between, and where to write the answer.
pub fn question_line(
    number: usize,
    text: &str,
    (worst, best): (&str, &str),
    decides: usize,
    (property, line): (&str, usize),
    lang: Lang,
) -> String {
    let bears = match (decides, lang) {
        (0, Lang::Fr) => "Ne change aucune réponse à elle seule".to_owned(),
        (0, Lang::En) => "Changes no answer on its own".to_owned(),
        (_, Lang::Fr) => format!("Décide de {}", plural(decides, "une réponse", "réponses")),
        (_, Lang::En) => format!("Decides {}", plural(decides, "one answer", "answers")),
    };
    lang.pick(
        format!("{number}. {text} Au pire : {worst} ; au mieux : {best}. {bears} ({property}, ligne {line})."),
        format!("{number}. {text} At worst: {worst}; at best: {best}. {bears} ({property}, line {line})."),
    )
}

/// Title of expectations.
pub fn expectations_title(held: usize, all: usize, lang: Lang) -> String {
    lang.pick(format!("Attentes tenues : {held} sur {all}"), format!("Expectations met: {held} of {all}"))
}

/// A failed expectation.
pub fn expectation_failed(actor: &str, data: Option<&str>, lang: Lang) -> String {
    let Some(data) = data else {
        return lang.pick(
            format!("le verdict de l’affirmation `{actor}` n’est pas celui attendu"),
            format!("the verdict of claim `{actor}` is not the expected one"),
        );
    };
    lang.pick(
        format!("la réponse pour `{actor}` et `{data}` n’est pas celle attendue"),
        format!("the answer for `{actor}` and `{data}` is not the expected one"),
    )
}

/// Where an expected answer is known from.
pub fn expected_by(sources: &str, lang: Lang) -> String {
    lang.pick(format!("d’après : {sources}"), format!("according to: {sources}"))
}

/// What was expected and what was found.
pub fn expected_found(what: &str, expected: &str, found: &str, lang: Lang) -> String {
    lang.pick(
        format!("{what} : attendu `{expected}`, trouvé `{found}`"),
        format!("{what}: expected `{expected}`, found `{found}`"),
    )
}

/// Three counts of the ladder.
pub fn counts([privilege, tampering, breach]: [usize; 3]) -> String {
    format!("{privilege} / {tampering} / {breach}")
}
