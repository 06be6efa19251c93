//! Words of what changed between two models.

use super::Lang;

fixed! {
    /// `diff`.
    command => "Compare deux modèles : qui lit désormais, qui ne lit plus, et pourquoi",
        "Compares two models: who reads now, who no longer does, and why";
    /// The first model.
    old => "Modèle d’avant ; MODÈLE#variante pour une de ses variantes", "Model before; MODEL#variant for a variant of it";
    /// The second model.
    new => "Modèle d’après, de même ; #variante seul : une variante du modèle d’avant",
        "Model after, likewise; #variant alone: a variant of the model before";
    /// Facts in full.
    facts => "Liste les hypothèses et les faits qui changent, dans la notation de `enclair facts`",
        "Lists the assumptions and the facts that change, in the notation of `enclair facts`";
    /// Proofs in full.
    proofs => "Montre toutes les preuves de ce qui est gagné, et les étapes qui ne tiennent plus de ce qui est perdu",
        "Shows all the proofs of what is gained, and the steps that no longer hold of what is lost";
    /// Rows of what is lost by tampering or breach.
    all => "Montre aussi, parmi les lecteurs perdus, ce qui était lu par altération ou par effraction",
        "Shows, among readers lost, what was read by tampering or by breach too";
    /// Heading of the actors.
    who => "qui", "who";
    /// Heading of the data.
    what => "donnée", "data";
    /// Heading of the grades.
    grades_title => "avant → après", "before → after";
    /// What is gained and is on one side only.
    absent_before => "† absent du modèle d’avant.", "† not in the model before.";
    /// What is lost and is on one side only.
    absent_after => "† absent du modèle d’après, ce qui n’est pas être hors d’atteinte.", "† not in the model after, which is not to be out of reach.";
    /// Title of proofs.
    why_gained => "Pourquoi ces lecteurs lisent désormais", "Why these readers read now";
    /// Title of what stays.
    stays_title => "Ce qui reste : qui lit toujours par privilège, sans y être destiné",
        "What stays: who still reads by privilege, without being meant to";
    /// Nobody does.
    nobody_stays => "Personne, dans ces deux modèles.", "Nobody, in these two models.";
    /// Nothing changed.
    nothing => "Rien ne change : mêmes réponses, mêmes faits, mêmes hypothèses.", "Nothing changes: same answers, same facts, same assumptions.";
    /// Nobody gains.
    no_gain => "Aucun acteur ne lit plus facilement qu’avant, sans y être destiné.", "No actor reads more easily than before without being meant to.";
    /// Title.
    gained_title => "Lecteurs gagnés", "Readers gained";
    /// Title.
    lost_title => "Lecteurs perdus", "Readers lost";
    /// Title.
    meant_title => "Lecteurs déclarés", "Declared readers";
    /// Title.
    unsettled_title => "Ce qui devient connu ou inconnu, au même degré au pire", "What becomes known or unknown, at the same grade at worst";
    /// Title.
    behind_title => "Ce qui change dans le modèle", "What changed in the model";
    /// Title.
    facts_title => "Faits", "Facts";
    /// Title.
    claims_title => "Affirmations", "Claims";
    /// Title.
    expectations_title => "Attentes", "Expectations";
    /// Title.
    assumptions_title => "Hypothèses", "Assumptions";
    /// Title.
    questions_title => "Questions", "Questions";
    /// Title.
    numbers_title => "Nombre de lecteurs, par privilège ou plus facilement", "Number of readers, by privilege or more easily";
    /// Title of a proof.
    proof => "Preuve", "Proof";
    /// Title of the steps that are gone.
    broken => "Étapes de l’ancien chemin qui ne tiennent plus", "Steps of the old path that no longer hold";
    /// Only after.
    added => "Ajouté", "Added";
    /// Only before.
    removed => "Retiré", "Removed";
    /// Only after, of assumptions.
    assumed => "Désormais supposé", "Now assumed";
    /// Only before, of assumptions.
    unassumed => "N’est plus supposé", "No longer assumed";
    /// Only after, of questions.
    opened => "Ouverte", "Opened";
    /// Only before, of questions.
    closed => "Fermée", "Closed";
    /// Becomes a declared reader.
    now_meant => "est désormais lecteur déclaré", "is now a declared reader";
    /// Is no longer one.
    no_longer_meant => "n’est plus lecteur déclaré", "is no longer a declared reader";
    /// Becomes undetermined.
    now_unknown => "dépend désormais de ce qui n’est pas connu", "now depends on what is not known";
    /// Becomes determined.
    now_known => "ne dépend plus de ce qui n’est pas connu", "no longer depends on what is not known";
    /// A claim or an expectation that one side does not have.
    not_there => "absente", "not there";
    /// An expectation that comes out.
    met => "tenue", "met";
    /// One that does not.
    missed => "non tenue", "not met";
    /// What concerns the model as a whole.
    whole => "le modèle", "the model";
}

/// The title.
pub fn title(old: &str, new: &str, lang: Lang) -> String {
    lang.pick(format!("De {old} à {new}"), format!("From {old} to {new}"))
}

/// The balance, in a sentence: actors gained and lost, then readers by privilege of all actors.
pub fn balance(gained: usize, lost: usize, readers: (usize, usize), actors: (usize, usize), lang: Lang) -> String {
    let many = |count: usize| if count > 1 || (lang == Lang::En && count == 0) { "s" } else { "" };
    let ((before, after), (all_before, all_after)) = (readers, actors);
    lang.pick(
        format!(
            "{gained} lecteur{} gagné{}, {lost} perdu{} : par privilège, sans y être destinés, {before} acteurs sur {all_before} lisaient, {after} sur {all_after} lisent.",
            many(gained), many(gained), many(lost)
        ),
        format!(
            "{gained} reader{} gained, {lost} lost: by privilege, without being meant to, {before} of {all_before} actors read before, {after} of {all_after} read now.",
            many(gained)
        ),
    )
}

/// Marks who or what is on one side only.
pub const ABSENT: &str = "†";

/// Who reads now, or more easily, by one grade.
pub fn gained_by(count: usize, grade: &str, names: &str, lang: Lang) -> String {
    let s = if count > 1 { "s" } else { "" };
    lang.pick(format!("{count} gagné{s} {grade} : {names}"), format!("{count} gained {grade}: {names}"))
}

/// Who read by one grade, and no longer does, or less easily.
pub fn lost_by(count: usize, grade: &str, names: &str, lang: Lang) -> String {
    let s = if count > 1 { "s" } else { "" };
    lang.pick(
        format!("{count} perdu{s}, qui lisai{} {grade} : {names}", if count > 1 { "ent" } else { "t" }),
        format!("{count} lost, who read {grade}: {names}"),
    )
}

/// Proofs that are not shown.
pub fn more_proofs(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Fr) => "1 autre preuve avec --proofs.".to_owned(),
        (1, Lang::En) => "1 more proof with --proofs.".to_owned(),
        (_, Lang::Fr) => format!("{count} autres preuves avec --proofs."),
        (_, Lang::En) => format!("{count} more proofs with --proofs."),
    }
}

/// Every data asset but these.
pub fn all_data(but: &[&str], lang: Lang) -> String {
    match (but, lang) {
        ([], Lang::Fr) => "toutes".to_owned(),
        ([], Lang::En) => "all".to_owned(),
        (but, Lang::Fr) => format!("toutes, sauf {}", but.join(", ")),
        (but, Lang::En) => format!("all but {}", but.join(", ")),
    }
}

/// What is lost and is not in the table.
pub fn folded_cells(count: usize, lang: Lang) -> String {
    let s = if count > 1 { "s" } else { "" };
    lang.pick(
        format!("{count} réponse{s} de plus, lue{s} par altération ou par effraction seulement : --all les montre."),
        format!("{count} more answer{s}, read by tampering or by breach only: --all shows them."),
    )
}

/// How many links, where there are any.
pub fn links(count: usize, lang: Lang) -> Option<String> {
    let s = if count > 1 { "s" } else { "" };
    (count > 0).then(|| lang.pick(format!("{count} lien{s}"), format!("{count} link{s}")))
}

/// How many facts differ, about how many things, and how many assumptions.
pub fn folded(facts: (usize, usize), things: usize, assumed: (usize, usize), lang: Lang) -> String {
    let s = if things == 1 { "" } else { "s" };
    lang.pick(
        format!(
            "Faits : {} de plus, {} de moins, sur {things} élément{s} ; hypothèses : {} de plus, {} de moins (--facts les liste)",
            facts.0, facts.1, assumed.0, assumed.1
        ),
        format!(
            "Facts: {} more, {} fewer, about {things} thing{s}; assumptions: {} more, {} fewer (--facts lists them)",
            facts.0, facts.1, assumed.0, assumed.1
        ),
    )
}

/// What an actor reads, before and after.
pub fn moved(actor: &str, data: &str, grades: &str, lang: Lang) -> String {
    lang.pick(format!("{actor} – {data} : {grades}"), format!("{actor} – {data}: {grades}"))
}

/// Two grades of one slot or of both.
pub fn from_to(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}

/// Where what is kept and what passes move differently.
pub fn slots(past: &str, new: &str, lang: Lang) -> String {
    lang.pick(format!("gardé, {past} ; au passage, {new}"), format!("kept, {past}; passing, {new}"))
}

/// Where only what is kept moves.
pub fn kept(grades: &str, lang: Lang) -> String {
    lang.pick(format!("gardé, {grades}"), format!("kept, {grades}"))
}

/// Where only what passes moves.
pub fn passing(grades: &str, lang: Lang) -> String {
    lang.pick(format!("au passage, {grades}"), format!("passing, {grades}"))
}

/// Expectations that one side only has.
pub fn expected_apart(added: usize, removed: usize, lang: Lang) -> String {
    lang.pick(
        format!("Propres au modèle d’après : {added} ; propres au modèle d’avant : {removed}"),
        format!("Only in the model after: {added}; only in the model before: {removed}"),
    )
}

/// That the actor or the data is on one side only, or that the actor is or was meant to read.
pub fn aside(there: (bool, bool), meant: (bool, bool), lang: Lang) -> &'static str {
    match (there, meant) {
        ((false, true), _) => lang.pick(" (absent du modèle d’avant)", " (not in the model before)"),
        ((true, false), _) => lang.pick(" (absent du modèle d’après)", " (not in the model after)"),
        (_, (true, false)) => lang.pick(" (y était destiné)", " (was meant to)"),
        (_, (false, true)) => lang.pick(" (y est désormais destiné)", " (is now meant to)"),
        _ => "",
    }
}

/// How many facts differ about one thing.
pub fn facts_of(thing: &str, property: &str, added: usize, removed: usize, lang: Lang) -> String {
    let at = if property.is_empty() || property == thing { String::new() } else { format!(" (`{property}`)") };
    let count = |count: usize, fr: &str, en: &str| {
        let many = if count > 1 { "s" } else { "" };
        lang.pick(format!("{count} fait{many} {fr}"), format!("{count} fact{many} {en}"))
    };
    let parts = [(added, "de plus", "more"), (removed, "de moins", "fewer")];
    let told: Vec<String> = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, fr, en)| count(*n, fr, en)).collect();
    lang.pick(format!("{thing}{at} : {}", told.join(", ")), format!("{thing}{at}: {}", told.join(", ")))
}

/// A word, and what it is about.
pub fn said(word: &str, what: &str, lang: Lang) -> String {
    lang.pick(format!("{word} : {what}"), format!("{word}: {what}"))
}
