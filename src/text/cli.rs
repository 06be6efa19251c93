//! Help and messages of the command line.

use std::io::ErrorKind;

use super::Lang;

fixed! {
    /// The tool in one line.
    about => "Dit qui peut lire en clair des données de santé, par quel chemin, et ce qu’il faut pour y arriver",
        "Tells who can read health data in plaintext, by which path, and what it takes";
    /// After the list of commands.
    after_help => "Rien ne quitte la machine : ni réseau, ni télémétrie, ni configuration cachée.\nCodes de sortie : 0 aucune attente manquée, aucun seuil atteint ; 1 attente non tenue ou seuil --fail-on atteint ; 2 commande ou modèle invalide ; 3 erreur interne ou sortie impossible à écrire.\n\nExemples :\n  enclair report modele.yaml\n  enclair check --fail-on reader modeles/\n  enclair explain modele.yaml --actor hebergeur --data dossier",
        "Nothing leaves the machine: no network, no telemetry, no hidden configuration.\nExit codes: 0 no expectation missed, no threshold reached; 1 an expectation not met or a --fail-on threshold reached; 2 invalid command or model; 3 internal error or output that cannot be written.\n\nExamples:\n  enclair report model.yaml\n  enclair check --fail-on reader models/\n  enclair explain model.yaml --actor host --data record";
    /// `check`.
    check => "Affiche qui lit quoi, vérifie les attentes et les affirmations", "Shows who reads what, checks expectations and claims";
    /// `report`.
    report => "Écrit le rapport HTML, et affiche la réponse en bref", "Writes the HTML report, and prints the answer in brief";
    /// `explain`.
    explain => "Explique une réponse, pas à pas", "Explains one answer, step by step";
    /// `facts`.
    facts => "Affiche les faits de base, pour refaire le calcul sans nous", "Prints the base facts, to recompute without us";
    /// `rules`.
    rules => "Affiche les règles, telles qu’elles s’exécutent", "Prints the rules, as they run";
    /// A model argument.
    model => "Fichier de modèle, ou « - » pour l’entrée standard", "Model file, or `-` for standard input";
    /// Model arguments.
    models => "Fichiers de modèle, dossiers qui en contiennent, ou « - » pour l’entrée standard",
        "Model files, directories that hold some, or `-` for standard input";
    /// `--lang`.
    lang => "Langue : celle du modèle par défaut", "Language: the model’s own by default";
    /// `--color`.
    color => "Couleurs : jamais dans un fichier, sauf demande", "Colours: never in a file, unless asked";
    /// `--format` of check.
    format => "Format de sortie", "Output format";
    /// `--fail-on`.
    fail_on => "Sort en 1 si un constat de ce genre existe, hors constats acceptés. Genres : reader[=DEGRÉ], claim, undetermined, finding (n’importe lequel), high, medium, low (constat du catalogue d’au moins cette gravité), acceptance (expirée, sans objet ou non datée), none (DEGRÉ : privilege par défaut, tampering ou breach). Une variante se juge par --variant.",
        "Exits with 1 if such a finding exists, accepted ones apart. Kinds: reader[=GRADE], claim, undetermined, finding (any), high, medium, low (a finding of the catalogue at least that severe), acceptance (expired, unmatched or undated), none (GRADE: privilege by default, tampering or breach). A variant is judged with --variant.";
    /// `--date`.
    date => "Jour auquel les risques acceptés sont jugés ; sinon SOURCE_DATE_EPOCH, sinon la date du modèle",
        "Day on which accepted risks are judged; else SOURCE_DATE_EPOCH, else the model’s date";
    /// What `SOURCE_DATE_EPOCH` holds.
    epoch_form => "un nombre de secondes depuis le 1er janvier 1970", "a number of seconds since 1 January 1970";
    /// `--actor`.
    actor => "Nom de l’acteur dans le modèle (adversary/… compris)", "The actor’s name in the model (adversary/… included)";
    /// `--data`.
    data => "Nom de la donnée dans le modèle", "The data asset’s name in the model";
    /// `--best`.
    best => "Les inconnues au mieux, au lieu du pire", "Unknowns at their best, instead of worst";
    /// `--output`.
    output => "Fichier, dossier, ou « - » pour la sortie standard ; par défaut reports/<nom>[.<variante>].<langue>.html",
        "File, directory, or `-` for standard output; default reports/<stem>[.<variant>].<lang>.html";
    /// `--force`.
    force => "Remplace même un fichier que l’outil n’a pas écrit", "Replaces even a file the tool did not write";
    /// `--variant`.
    variant => "Nom d’une variante du modèle, à la place du modèle lui-même", "Name of a variant of the model, instead of the model itself";
    /// `--help`.
    help => "Affiche cette aide", "Prints this help";
    /// `--version`.
    version => "Affiche la version", "Prints the version";
    /// Heading.
    usage => "Utilisation :", "Usage:";
    /// Heading.
    commands => "Commandes\u{a0}", "Commands";
    /// Heading.
    options => "Options\u{a0}", "Options";
    /// Heading.
    arguments => "Arguments\u{a0}", "Arguments";
    /// Error prefix.
    error => "erreur", "error";
    /// Where the report went.
    written => "Rapport écrit :", "Report written:";
    /// Output is a file somebody else wrote.
    not_ours => "ce fichier n’a pas été écrit par enclair ; --force pour le remplacer", "this file was not written by enclair; use --force to replace it";
    /// Bad usage with no better words.
    bad_usage => "commande mal formée", "malformed command";
    /// The pipe of the facts' certificates, in `rules`.
    rules_note => "La conclusion vaut au plus élevé des degrés de ses prémisses et du plancher (après @) ; de plusieurs chemins, le plus facile compte. gets(A,I,W) : une donnée « stored » est lue, passé et suite, une donnée « live » pour la suite seulement ; un secret est connu, et s’il est « live », à partir de sa prochaine utilisation. Sur une donnée, toute règle sauf R0 a pour plancher « privilege ». every(A,L) : A connaît chaque secret de la liste L ; own(A,L) : de même, et par conception ; among(K,L) : K est dans L ; others(A,L,P) : A connaît chaque clé de L qui ne vient pas du mot de passe P ; _ : n’importe quoi.",
        "A conclusion has the highest grade of its premises and of the floor (after @); of several ways the easiest counts. gets(A,I,W): data that is “stored” is read, past and new, data that is “live” new only; a secret is known, and if it is “live”, from its next use on. On data, every rule but R0 has the floor “privilege”. every(A,L): A knows each secret of the list L; own(A,L): the same, and by design; among(K,L): K is of L; others(A,L,P): A knows each key of L that does not come from password P; _: anything.";
}

/// An argument that the tool does not have.
pub fn unknown_argument(argument: &str, lang: Lang) -> String {
    lang.pick(format!("argument inconnu `{argument}`"), format!("unknown argument `{argument}`"))
}

/// A value that an option does not take.
pub fn invalid_value(value: &str, argument: &str, known: &str, lang: Lang) -> String {
    let known = if known.is_empty() {
        String::new()
    } else {
        lang.pick(format!(" ; possibles : {known}"), format!("; possible: {known}"))
    };
    lang.pick(
        format!("`{value}` n’est pas une valeur de `{argument}`{known}"),
        format!("`{value}` is not a value of `{argument}`{known}"),
    )
}

/// Two arguments that exclude each other.
pub fn conflict(one: &str, other: &str, lang: Lang) -> String {
    lang.pick(format!("`{one}` et `{other}` ne vont pas ensemble"), format!("`{one}` and `{other}` exclude each other"))
}

/// Arguments that are missing.
pub fn missing(arguments: &str, lang: Lang) -> String {
    lang.pick(format!("il manque {arguments}"), format!("missing: {arguments}"))
}

/// A name near a wrong one.
pub fn did_you_mean(near: &str, lang: Lang) -> String {
    lang.pick(format!("vouliez-vous dire `{near}` ?"), format!("did you mean `{near}`?"))
}

/// The way to the help.
pub fn see_help(lang: Lang) -> String {
    lang.pick("Pour l’aide : enclair --help", "For help: enclair --help").to_owned()
}

/// An actor or data asset that the model does not have.
pub fn not_in_model(name: &str, known: &[String], lang: Lang) -> String {
    let what = lang.pick(format!("`{name}` n’est pas dans ce modèle"), format!("`{name}` is not in this model"));
    match super::problem::nearest(name, known) {
        Some(near) => format!("{what} ; {}", did_you_mean(near, lang)).replace(" ; ", lang.pick(" ; ", "; ")),
        None => lang.pick(
            format!("{what} ; possibles : {}", known.join(", ")),
            format!("{what}; possible: {}", known.join(", ")),
        ),
    }
}

/// A variant that the model does not have.
pub fn no_such_variant(name: &str, file: &str, known: &[String], lang: Lang) -> String {
    let what = lang.pick(format!("`{file}` n’a pas de variante `{name}`"), format!("`{file}` has no variant `{name}`"));
    let way = match (super::problem::nearest(name, known), known) {
        (Some(near), _) => did_you_mean(near, lang),
        (None, []) => lang.pick("il n’en a aucune", "it has none").to_owned(),
        (None, known) => {
            lang.pick(format!("possibles : {}", known.join(", ")), format!("possible: {}", known.join(", ")))
        }
    };
    lang.pick(format!("{what} ; {way}"), format!("{what}; {way}"))
}

/// A directory without a model.
pub fn no_model(path: &str, lang: Lang) -> String {
    lang.pick(format!("`{path}` : aucun modèle dans ce dossier"), format!("`{path}`: no model in this directory"))
}

/// Why the system does not let a file be written, where that is usual.
pub const fn io(kind: ErrorKind, lang: Lang) -> Option<&'static str> {
    Some(match (kind, lang) {
        (ErrorKind::PermissionDenied, Lang::Fr) => "accès refusé",
        (ErrorKind::PermissionDenied, Lang::En) => "access denied",
        (ErrorKind::ReadOnlyFilesystem, Lang::Fr) => "l’endroit est en lecture seule",
        (ErrorKind::ReadOnlyFilesystem, Lang::En) => "the place is read-only",
        (ErrorKind::StorageFull, Lang::Fr) => "il n’y a plus de place",
        (ErrorKind::StorageFull, Lang::En) => "there is no space left",
        (ErrorKind::IsADirectory, Lang::Fr) => "c’est un dossier, pas un fichier",
        (ErrorKind::IsADirectory, Lang::En) => "this is a directory, not a file",
        (ErrorKind::AlreadyExists | ErrorKind::NotADirectory, Lang::Fr) => {
            "un dossier de ce chemin est en fait un fichier"
        }
        (ErrorKind::AlreadyExists | ErrorKind::NotADirectory, Lang::En) => "a directory of this path is in fact a file",
        _ => return None,
    })
}

/// An output that could not be written.
pub fn cannot_write(path: &str, why: &str, lang: Lang) -> String {
    lang.pick(format!("`{path}` ne peut pas être écrit : {why}"), format!("`{path}` cannot be written: {why}"))
}

/// A summary line for several models.
pub fn summary(models: usize, refused: usize, failed: usize, lang: Lang) -> String {
    lang.pick(
        format!(
            "{models} modèle{} : {refused} invalide{}, {failed} avec une attente non tenue.",
            if models > 1 { "s" } else { "" },
            if refused > 1 { "s" } else { "" }
        ),
        format!(
            "{models} model{}: {refused} invalid, {failed} with an expectation not met.",
            if models == 1 { "" } else { "s" }
        ),
    )
}

/// Which thresholds a model reaches.
pub fn reached(thresholds: &str, file: &str, lang: Lang) -> String {
    let text = lang.pick(
        format!("--fail-on {thresholds} : seuil atteint par {file} ; `enclair findings {file}` dit quoi faire\n"),
        format!("--fail-on {thresholds}: reached by {file}; `enclair findings {file}` tells what to do\n"),
    );
    super::typeset(&text, lang)
}
