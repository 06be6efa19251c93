//! Words on several models at once: the summary table, and the page that links their reports.

use super::Lang;

fixed! {
    /// Title of the page and of the table.
    title => "Les systèmes, d’un coup d’œil", "The systems at a glance";
    /// What the columns of numbers count.
    intro => "Combien d’acteurs non prévus peuvent lire des données de santé, par privilège / par altération / par effraction, chacun compté une fois, au plus facile. D’un modèle sans donnée de santé, toutes les données comptent, hors métadonnées. D’une variante à l’autre, les nombres se comparent ; d’un système à l’autre, ils dépendent aussi du détail de la description.",
        "How many unintended actors can read health data, by privilege / by tampering / by breach, each counted once, at the easiest. Of a model without health data, all data count but metadata. Numbers compare a system with its variants; from one system to another they also depend on how much is described.";
    /// Column of the terminal: the three numbers.
    readers_of => "lisent", "readers";
    /// Column.
    system => "Système", "System";
    /// Column of the terminal.
    model => "Modèle", "Model";
    /// Column of the bars.
    readers => "Lecteurs non prévus", "Unintended readers";
    /// Column: verdicts of claims.
    claims => "Affirmations", "Claims";
    /// Column: how many claims are refuted.
    refuted => "réfutées", "refuted";
    /// Column: answers that depend on what is not known.
    unknown => "à déterminer", "unknown";
    /// Column: expectations met.
    expected => "tenues", "met";
    /// A model with mistakes.
    invalid => "refusé", "refused";
    /// A model that the tool failed on.
    failed => "erreur", "failed";
    /// Title of models without a report.
    refused_title => "Modèles sans rapport", "Models without a report";
    /// Title of the list of reports.
    written => "Rapports écrits :", "Reports written:";
    /// `-o -` with several models.
    one_to_output => "la sortie standard ne prend qu’un rapport : donner un dossier à -o", "standard output takes one report: give a directory to -o";
    /// `--summary`.
    summary_option => "Le tableau récapitulatif seul, une ligne par modèle et par variante", "The summary table alone, a line for each model and variant";
}

/// A model whose report would have the same name as another file.
pub fn same_target(one: &str, other: &str, lang: Lang) -> String {
    lang.pick(
        format!("le rapport de `{one}` aurait le même nom que celui de `{other}` : le demander séparément"),
        format!("the report of `{one}` would have the same name as that of `{other}`: ask for it apart"),
    )
}

/// How many systems, and variants of them.
pub fn counted(systems: usize, variants: usize, lang: Lang) -> String {
    let (s, v) = (if systems > 1 { "s" } else { "" }, if variants > 1 { "s" } else { "" });
    match lang {
        Lang::Fr if variants == 0 => format!("{systems} système{s}"),
        Lang::Fr => format!("{systems} système{s}, {variants} variante{v}"),
        Lang::En if variants == 0 => format!("{systems} system{s}"),
        Lang::En => format!("{systems} system{s}, {variants} variant{v}"),
    }
}

/// What a bar shows, for who cannot see it.
pub fn bar([privilege, tampering, breach]: [usize; 3], lang: Lang) -> String {
    lang.pick(
        format!("{privilege} par privilège, {tampering} par altération, {breach} par effraction"),
        format!("{privilege} by privilege, {tampering} by tampering, {breach} by breach"),
    )
}
