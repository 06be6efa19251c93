//! Words on the templates of the report: the command that writes them, and what can be wrong with a user's own.

use super::Lang;
use super::cli::did_you_mean;
use super::problem::nearest;

fixed! {
    /// `templates`.
    command => "Écrit les gabarits du rapport et son style, pour en faire les siens", "Writes the templates of the report and its style, to make them your own";
    /// Where to.
    output => "Dossier où les écrire", "Directory where to write them";
    /// `--force`.
    force => "Remplace même des fichiers modifiés", "Replaces even files that were changed";
    /// `report --templates`.
    option => "Dossier de gabarits et de parties du style, qui remplacent ceux du même chemin ; `enclair templates` les écrit",
        "Directory of templates and parts of the style, which replace those of the same path; `enclair templates` writes them";
    /// Where they went.
    written => "Gabarits écrits :", "Templates written:";
    /// A file that differs from what would be written.
    not_ours => "ce fichier diffère de celui d’enclair ; --force pour le remplacer", "this file differs from that of enclair; use --force to replace it";
    /// What the folder of templates is not.
    no_folder => "ce n’est pas un dossier", "this is not a directory";
    /// A file that is none: a pipe, a device, a directory.
    no_file => "ce n’est pas un fichier ordinaire", "this is not an ordinary file";
    /// A file that is no text.
    not_text => "ce n’est pas un texte en UTF-8", "this is not UTF-8 text";
    /// A file that is too large.
    large => "plus de 1 Mo", "larger than 1 MB";
    /// A folder with too many files or levels.
    too_many => "trop de fichiers", "too many files";
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read as a template: what the engine says.
    Syntax(String),
    /// It uses a variable that does not exist.
    NoVariable {
        /// The variable.
        name: String,
        /// Those that exist there.
        known: Vec<String>,
    },
    /// It uses a field that its value does not have.
    NoField {
        /// The field.
        name: String,
        /// Those that it has.
        known: Vec<String>,
    },
    /// It uses something that has no value, written so.
    NoValue(String),
    /// It names another template that does not exist.
    NoTemplate(String),
    /// Templates include each other in a circle.
    Circle(Vec<String>),
    /// A part of the style would end the element that holds it.
    EndsStyle,
    /// Something else: what the engine says.
    Other(String),
}

impl Fault {
    /// The names that exist where one that does not was used.
    pub fn known(&self, lang: Lang) -> Option<String> {
        let (Self::NoVariable { known, .. } | Self::NoField { known, .. }) = self else { return None };
        let list = known.join(", ");
        (!known.is_empty()).then(|| lang.pick(format!("Existent ici : {list}."), format!("Known here: {list}.")))
    }

    /// The fault in a sentence, with a way out.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Syntax(why) => lang.pick(
                format!("ce gabarit ne se lit pas ; le moteur dit : {}", lang.quote(why)),
                format!("this template cannot be read; the engine says: {}", lang.quote(why)),
            ),
            Self::NoVariable { name, known } => {
                let what =
                    lang.pick(format!("la variable `{name}` n’existe pas"), format!("there is no variable `{name}`"));
                way(&what, name, known, lang)
            }
            Self::NoField { name, known } => {
                let what = lang.pick(format!("le champ `{name}` n’existe pas"), format!("there is no field `{name}`"));
                way(&what, name, known, lang)
            }
            Self::NoValue(text) => lang.pick(format!("`{text}` n’a pas de valeur"), format!("`{text}` has no value")),
            Self::NoTemplate(name) => {
                lang.pick(format!("le gabarit `{name}` n’existe pas"), format!("there is no template `{name}`"))
            }
            Self::Circle(through) => {
                let circle = through.join(" → ");
                lang.pick(
                    format!("des gabarits s’incluent en rond : {circle}"),
                    format!("templates include each other in a circle: {circle}"),
                )
            }
            Self::EndsStyle => {
                lang.pick("un style ne peut pas contenir `</style`", "a style cannot contain `</style`").to_owned()
            }
            Self::Other(why) => lang
                .pick(format!("le moteur dit : {}", lang.quote(why)), format!("the engine says: {}", lang.quote(why))),
        }
    }
}

/// What is wrong, and the name that is near.
fn way(what: &str, name: &str, known: &[String], lang: Lang) -> String {
    let near = nearest(name, known).map(|near| did_you_mean(near, lang));
    let parts = [Some(what.to_owned()), near];
    parts.into_iter().flatten().collect::<Vec<_>>().join(lang.pick(" ; ", "; "))
}

/// Where a fault stands: a file, its line and column.
pub fn place(file: &str, at: Option<(usize, usize)>, own: bool, lang: Lang) -> String {
    let file = match (own, lang) {
        (true, _) => format!("`{file}`"),
        (false, Lang::Fr) => format!("gabarit d’origine `{file}`"),
        (false, Lang::En) => format!("original template `{file}`"),
    };
    match (at, lang) {
        (None, _) => file,
        (Some((line, column)), Lang::Fr) => format!("{file}, ligne {line}, colonne {column}"),
        (Some((line, column)), Lang::En) => format!("{file}, line {line}, column {column}"),
    }
}

/// A fault in its place.
pub fn told(place: &str, sentence: &str, lang: Lang) -> String {
    lang.pick(format!("{place} : {sentence}"), format!("{place}: {sentence}"))
}

/// A file that replaces nothing.
pub fn unknown(path: &str, name: &str, known: &[String], lang: Lang) -> String {
    let what = lang.pick(
        format!("`{path}` ne remplace aucun gabarit ni partie du style"),
        format!("`{path}` replaces no template nor part of the style"),
    );
    let known = known.iter().filter(|one| *one != name).cloned().collect::<Vec<_>>();
    let file = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    // A file of the right name in the wrong folder is near too.
    let moved = known.iter().find(|one| file(one) == file(name)).map(String::as_str);
    let way = match nearest(name, &known).or(moved) {
        Some(near) => did_you_mean(near, lang),
        None => lang
            .pick(
                "`enclair templates -o DOSSIER` écrit ceux qui existent",
                "`enclair templates -o DIRECTORY` writes those that exist",
            )
            .to_owned(),
    };
    lang.pick(format!("{what} ; {way}"), format!("{what}; {way}"))
}

/// Something in the folder of templates that cannot be used.
pub fn unusable(path: &str, why: &str, lang: Lang) -> String {
    lang.pick(format!("`{path}` : {why}"), format!("`{path}`: {why}"))
}
