//! Words of the findings in the HTML report, beside those that every output shares.

use super::plural;
use crate::text::Lang;

fixed! {
    /// How findings are told one by one, and what a remedy is.
    intro => "Plus bas, règle par règle : celles dont un constat pèse le plus d’abord, et sous chacune les constats du plus lourd au plus léger. Chaque remède proposé a été appliqué seul et le modèle recalculé : le constat disparaît, ou s’allège si c’est dit, comme s’il avait toujours été ainsi. Qui perdrait un accès prévu est nommé.",
        "Below, rule by rule: those with the heaviest finding first, and under each its findings from the heaviest to the lightest. Each remedy that is proposed was applied alone and the model solved again: the finding is gone, or lighter where it says so, as if it had always been so. Whoever would lose an intended access is named.";
    /// Head of the column of findings.
    finding => "Constat", "Finding";
    /// Head of the column of readers, before and after a remedy.
    before_after => "Lecteurs non prévus par privilège, avant → après", "Unintended readers by privilege, before → after";
    /// What a remedy brings.
    effect => "Ce que cela donne", "What that gives";
    /// Where a finding is declared.
    declared => "Dans le modèle", "In the model";
    /// The proof of a finding.
    proof => "Preuve", "Proof";
    /// Folded: who is moved by a remedy.
    moves => "Qui lit moins, et qui lit plus", "Who reads less, and who reads more";
    /// Folded: what other catalogues call a rule.
    elsewhere => "Dans d’autres catalogues", "In other catalogues";
    /// Before a link to the proof of the matrix.
    same_as_cell => "Le même chemin que dans la table :", "The same path as in the table:";
    /// Before a link to the proof of another finding.
    same_path_as => "Le même chemin que", "The same path as";
    /// Before a link to the remedy of another finding.
    same_moves_as => "Qui lit moins, et qui lit plus : comme", "Who reads less, and who reads more: as";
    /// In place of data named just before.
    same_data => "mêmes données", "same data";
    /// In place of a proof.
    no_proof => "Aucun chemin à cet endroit seul.", "No path at this place alone.";
    /// No change makes it disappear.
    to_accept => "à accepter", "to accept";
    /// It was not computed.
    uncomputed => "remède non calculé", "remedy not computed";
    /// A remedy was found that removes no reader by privilege.
    remedied => "remède trouvé", "remedy found";
    /// A remedy was found that lightens.
    lighter => "s’allège", "can be lightened";
    /// Nobody accepts any risk.
    none_accepted => "Le modèle ne consigne aucun risque accepté.", "The model records no accepted risk.";
}

/// What the relations to other catalogues are.
pub const fn related(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => {
            "Les rapprochements avec d’autres catalogues sont faits par l’outil, pour s’y retrouver. Ils ne disent pas qu’une exigence est ou n’est pas tenue."
        }
        Lang::En => {
            "The relations to other catalogues are made by the tool, to find one’s way. They do not say that a requirement is or is not met."
        }
    }
}

/// The caption of the heaviest findings, and their order.
pub fn heaviest(shown: usize, all: usize, lang: Lang) -> String {
    match (shown == all, lang) {
        (true, Lang::Fr) => {
            format!("Les {all} constats en bref : ceux acceptés à la fin, sinon par gravité, puis par lecteurs retirés")
        }
        (true, Lang::En) => {
            format!("All {all} findings in brief: accepted ones last, else by severity, then by readers removed")
        }
        (false, Lang::Fr) => format!(
            "Les {shown} constats les plus lourds, sur {all} : ceux acceptés à la fin, sinon par gravité, puis par lecteurs retirés"
        ),
        (false, Lang::En) => format!(
            "The {shown} heaviest findings of {all}: accepted ones last, else by severity, then by readers removed"
        ),
    }
}

/// How many readers by privilege there are before and after a remedy.
pub fn remedy_counts(before: usize, after: usize, lang: Lang) -> String {
    lang.pick(format!("remède : {before} → {after}"), format!("remedy: {before} → {after}"))
}

/// How many read that way, each at the grade that is the easiest to them.
pub fn read_by(grades: &[(usize, &str)], lang: Lang) -> String {
    if let [(count, grade)] = grades {
        return match (plural(*count, lang), lang) {
            (false, Lang::Fr) => format!("{count} lecteur, {grade}"),
            (true, Lang::Fr) => format!("{count} lecteurs, {grade}"),
            (false, Lang::En) => format!("{count} reader, {grade}"),
            (true, Lang::En) => format!("{count} readers, {grade}"),
        };
    }
    let parts: Vec<String> = grades.iter().map(|(count, grade)| format!("{count} {grade}")).collect();
    format!("{}{}", lang.pick("Lecteurs : ", "Readers: "), parts.join(", "))
}

/// How many steps a proof has.
pub fn steps(count: usize, lang: Lang) -> String {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => format!("{count} étape"),
        (true, Lang::Fr) => format!("{count} étapes"),
        (false, Lang::En) => format!("{count} step"),
        (true, Lang::En) => format!("{count} steps"),
    }
}

/// How many findings a rule has.
pub fn findings(count: usize, lang: Lang) -> String {
    match (plural(count, lang), lang) {
        (false, Lang::Fr) => format!("{count} constat"),
        (true, Lang::Fr) => format!("{count} constats"),
        (false, Lang::En) => format!("{count} finding"),
        (true, Lang::En) => format!("{count} findings"),
    }
}

/// A change by its number in the section of changes.
pub fn whom_it_moves(number: usize, lang: Lang) -> (&'static str, String) {
    lang.pick(
        ("Qui lit moins, et qui lit plus :", format!("changement {number}")),
        ("Who reads less, and who reads more:", format!("change {number}")),
    )
}
