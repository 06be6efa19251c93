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
    /// Title of those who stay by tampering.
    stays_tampering_title => "Ce qui reste par altération : qui lit s’il altère, et rien par privilège",
        "What stays by tampering: who reads if they tamper, nothing by privilege";
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
    /// Gone and there again, under the same label.
    replaced => "Remplacé", "Replaced";
    /// On both sides, with other facts.
    changed => "Modifié", "Changed";
    /// What is encrypted end to end, as a part of a model.
    end_to_end => "ce qui est chiffré de bout en bout", "what is encrypted end to end";
    /// A step that rests on what the model before did not have.
    new_step => "nouveau", "new";
    /// A claim that is refuted before and after.
    still_refuted => "Toujours réfutée", "Still refuted";
    /// What the lists of the opening are about.
    who_moves => "Qui n’est pas destiné à lire :", "Of those who are not meant to read:";
    /// Only after, of assumptions.
    assumed => "Désormais supposé", "Now assumed";
    /// Only before, of assumptions.
    unassumed => "N’est plus supposé", "No longer assumed";
    /// Only after, of questions.
    opened => "Ouverte", "Opened";
    /// Only before, of questions.
    closed => "Fermée", "Closed";
    /// Only before, of questions about what is not there any more.
    pointless => "Sans objet (retiré)", "No longer applies (removed)";
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

/// The title, where both are of one file: from one of its architectures to another.
pub fn title_within(system: &str, (old, new): (Option<&str>, Option<&str>), file: &str, lang: Lang) -> String {
    let quoted = |name: Option<&str>, other: &str| name.map_or_else(|| other.to_owned(), |name| lang.quote(name));
    match lang {
        Lang::Fr => {
            let from = old.map_or_else(|| "de l’existant".to_owned(), |name| format!("de {}", lang.quote(name)));
            format!("{system} : {from} à {} ({file})", quoted(new, "l’existant"))
        }
        Lang::En => format!("{system}: from {} to {} ({file})", quoted(old, "as is"), quoted(new, "as is")),
    }
}

/// What a count of readers is of: health data; else all data but metadata; nothing to say where that is all data.
pub const fn counted(health: bool, apart: bool, lang: Lang) -> Option<&'static str> {
    match (health, apart, lang) {
        (true, _, Lang::Fr) => Some("données de santé"),
        (true, _, Lang::En) => Some("health data"),
        (false, true, Lang::Fr) => Some("données (hors métadonnées)"),
        (false, true, Lang::En) => Some("data (metadata apart)"),
        (false, false, _) => None,
    }
}

/// The balance, in a sentence: readers by privilege of the data that matter most, then of all data where that is more.
pub fn balance(of: Option<&str>, main: (usize, usize), all: (usize, usize), lang: Lang) -> String {
    let what = of.map_or_else(String::new, |of| format!("{of}, "));
    let whole = of.filter(|_| main != all).map_or_else(String::new, |_| {
        lang.pick(format!(" (toutes données : {} → {})", all.0, all.1), format!(" (all data: {} → {})", all.0, all.1))
    });
    let s = match (lang, main.0) {
        (Lang::Fr, 0 | 1) | (Lang::En, 1) => "",
        _ => "s",
    };
    let (before, after) = main;
    super::labels::capitalised(&lang.pick(
        format!("{what}par privilège : {before} lecteur{s} non prévu{s} → {after}{whole}."),
        format!("{what}by privilege: {before} unintended reader{s} → {after}{whole}."),
    ))
}

/// Marks who or what is on one side only.
pub const ABSENT: &str = "†";

/// Who reads now by a grade; or who already did, and reads more by it.
pub fn gained_by(count: usize, already: bool, grade: &str, names: &str, lang: Lang) -> String {
    let s = if count > 1 { "" } else { "s" };
    lang.pick(
        format!("{count} li{} {} {grade} : {names}", verb(count), if already { "davantage" } else { "désormais" }),
        if already {
            format!("{count} read{s} more {grade}: {names}")
        } else {
            format!("{count} now read{s} {grade}: {names}")
        },
    )
}

/// Who reads nothing by a grade any more; or less.
pub fn lost_by(count: usize, still: bool, grade: &str, names: &str, lang: Lang) -> String {
    let (ne, rien) = if still { ("", "moins") } else { ("ne ", "plus rien") };
    let s = if count > 1 { "" } else { "s" };
    lang.pick(
        format!("{count} {ne}li{} {rien} {grade} : {names}", verb(count)),
        if still {
            format!("{count} read{s} less {grade}: {names}")
        } else {
            format!("{count} no longer read{s} anything {grade}: {names}")
        },
    )
}

/// Those of them, of so many, who read nothing by privilege any more, and still read by tampering.
pub fn still_by_tampering(count: usize, of: usize, names: &str, lang: Lang) -> String {
    if count == of {
        let text = match (count, lang) {
            (1, Lang::Fr) => "et lit encore, par altération",
            (1, Lang::En) => "and still reads by tampering",
            (_, Lang::Fr) => "et tous lisent encore, par altération",
            (_, Lang::En) => "and all of them still read by tampering",
        };
        return text.to_owned();
    }
    match (count, lang) {
        (1, Lang::Fr) => format!("parmi eux, 1 lit encore, s’il altère : {names}"),
        (_, Lang::Fr) => format!("parmi eux, {count} lisent encore, s’ils altèrent : {names}"),
        (1, Lang::En) => format!("of these, 1 still reads by tampering: {names}"),
        (_, Lang::En) => format!("of these, {count} still read by tampering: {names}"),
    }
}

const fn verb(count: usize) -> &'static str {
    if count > 1 { "sent" } else { "t" }
}

/// A claim, and the data that it is tested on where these are not all.
pub fn claim(says: &str, only: &[&str], lang: Lang) -> String {
    let says = lang.quote(says);
    if only.is_empty() {
        return says;
    }
    let data = lang.list(only);
    lang.pick(format!("{says}, pour {data} seulement"), format!("{says}, for {data} only"))
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
