//! What `init` needs to know, and the names that may stand in a model.

use crate::text::problem::identifier;
use crate::text::{Lang, init as words, is_hidden};

/// Yes, no, or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Yes,
    No,
    Unknown,
}

impl Known {
    /// The value of an option.
    pub(super) fn from_id(text: &str) -> Option<Self> {
        match text {
            "yes" => Some(Self::Yes),
            "no" => Some(Self::No),
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }
}

/// All that a first model is made of.
#[derive(Debug, Clone)]
pub(super) struct Answers {
    pub(super) lang: Lang,
    pub(super) name: String,
    pub(super) vendor: String,
    pub(super) users: Vec<String>,
    pub(super) web: bool,
    pub(super) mobile: bool,
    /// `None`: not known.
    pub(super) host: Option<String>,
    pub(super) tls: Known,
    pub(super) at_rest: Known,
    pub(super) backups: Known,
    /// `None`: not known.
    pub(super) admins: Option<String>,
    pub(super) end_to_end: Known,
}

/// The longest name, in characters.
const LONGEST: usize = 100;

/// A name as it will be shown, or why it cannot be.
pub(super) fn name(text: &str, lang: Lang) -> Result<String, &'static str> {
    let text = text.trim();
    if text.chars().any(|c| is_hidden(c) || is_no_character(c)) {
        return Err(words::hidden(lang));
    }
    match text.chars().count() {
        0 => Err(words::empty(lang)),
        length if length > LONGEST => Err(words::too_long(lang)),
        _ => Ok(text.to_owned()),
    }
}

/// Code points that Unicode sets apart, and that YAML readers refuse.
fn is_no_character(c: char) -> bool {
    matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// Names separated by commas.
pub(super) fn names(text: &str, lang: Lang) -> Result<Vec<String>, &'static str> {
    text.split([',', ';'])
        .filter(|part| !part.trim().is_empty())
        .map(|part| name(part, lang))
        .collect::<Result<Vec<_>, _>>()
        .and_then(|names| if names.is_empty() { Err(words::empty(lang)) } else { Ok(names) })
}

/// Whether an answer says that it is not known.
pub(super) fn is_unknown(text: &str) -> bool {
    let text = text.trim().to_lowercase().replace('’', "'");
    matches!(
        text.as_str(),
        "?" | "unknown" | "inconnu" | "inconnue" | "je ne sais pas" | "nsp" | "i don't know" | "i do not know"
    )
}

/// Identifiers of actors, each given once.
#[derive(Debug, Default)]
pub(super) struct Ids(Vec<String>);

impl Ids {
    /// An identifier made of a name, or of a word where the name gives none that may stand.
    pub(super) fn make(&mut self, name: &str, fallback: &str) -> String {
        let own = identifier(name);
        let wanted = match own {
            Some(id) if is_free_word(&id) => id,
            Some(id) => format!("{fallback}-{id}"),
            None => fallback.to_owned(),
        };
        let mut id = wanted.clone();
        let mut number = 1;
        while self.0.contains(&id) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        self.0.push(id.clone());
        id
    }
}

/// Whether an identifier is neither a word of the language, nor a number or a boolean to some readers.
fn is_free_word(id: &str) -> bool {
    const TAKEN: [&str; 13] =
        ["none", "unknown", "unknown-owner", "yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan"];
    !TAKEN.contains(&id) && id.starts_with(|c: char| c.is_ascii_lowercase())
}
