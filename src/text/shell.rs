//! Words of `enclair schema`, `completions` and `man`.

use super::Lang;

fixed! {
    /// `schema`.
    schema => "Affiche le schéma JSON d’un modèle, pour les éditeurs de texte", "Prints the JSON Schema of a model, for text editors";
    /// `completions`.
    completions => "Affiche de quoi compléter les commandes dans un interpréteur", "Prints what completes commands in a shell";
    /// The shell.
    shell => "Interpréteur de commandes", "Shell";
    /// `man`.
    man => "Affiche les pages de manuel, ou les écrit dans un dossier", "Prints the manual pages, or writes them to a directory";
    /// `--dir`.
    dir => "Dossier où écrire chaque page", "Directory where to write each page";
    /// Where pages went.
    written => "Pages écrites :", "Pages written:";
    /// Another file is there.
    not_ours => "ce fichier n’est pas une page de manuel d’enclair ; le déplacer, ou choisir un autre dossier",
        "this file is not a manual page of enclair; move it, or choose another directory";
}

/// The heading of a section of the manual.
pub fn heading(title: &str, lang: Lang) -> &str {
    match (title, lang) {
        ("NAME", Lang::Fr) => "NOM",
        ("EXTRA", Lang::Fr) => "REMARQUES",
        ("EXTRA", Lang::En) => "NOTES",
        ("Commandes", _) => "COMMANDES",
        ("Commands", _) => "COMMANDS",
        (other, _) => other,
    }
}
