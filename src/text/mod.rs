//! Everything the tool can say, in French and in English.
//!
//! A leaf of the crate. Each kind of text is an enum or a function with one exhaustive `match` per
//! language, so that a missing translation does not compile.

/// Texts that depend on nothing but the language: one function each, in both.
macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident => $fr:literal, $en:literal);+ $(;)?) => { $(
        $(#[$doc])*
        pub const fn $name(lang: Lang) -> &'static str {
            match lang { Lang::Fr => $fr, Lang::En => $en }
        }
    )+ };
}

pub mod about;
pub mod accept;
pub mod audit;
pub mod brand;
pub mod change;
pub mod claims;
pub mod cli;
pub mod comparison;
pub mod defence;
pub mod diagram;
pub mod diff;
pub mod evidence;
pub mod explain;
pub mod finding;
pub mod gallery;
pub mod hds;
pub mod html;
pub mod human;
pub mod init;
pub mod labels;
pub mod ladder;
pub mod numbers;
pub mod problem;
pub mod questions;
pub mod report;
pub mod rules;
pub mod scenarios;
pub mod set;
pub mod shell;
pub mod silence;
pub mod steps;
pub mod templates;
pub mod together;
pub mod transfers;

use std::fmt::{self, Write as _};

/// A language of the tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The identifier used in options, models and file names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.id() == id)
    }

    /// Chooses between the French and the English text.
    pub fn pick<T>(self, fr: T, en: T) -> T {
        match self {
            Self::Fr => fr,
            Self::En => en,
        }
    }

    /// A list in words: `a, b and c`.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        joined(items, self.pick("et", "and"))
    }

    /// An alternative in words: `a, b or c`.
    pub fn either<S: AsRef<str>>(self, items: &[S]) -> String {
        joined(items, self.pick("ou", "or"))
    }

    /// A quotation in the language's own marks.
    pub fn quote(self, text: &str) -> String {
        match self {
            Self::Fr => format!("«\u{a0}{text}\u{a0}»"),
            Self::En => format!("“{text}”"),
        }
    }

    /// A whole number with the language's thousands separator.
    pub fn number(self, value: u64) -> String {
        let digits = value.to_string();
        let separator = self.pick('\u{202f}', ',');
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }
}

fn joined<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", first.join(", "), last.as_ref())
        }
    }
}

/// A command on a model, or on a variant of it, as it is typed.
pub(crate) fn command(name: &str, file: &str, variant: Option<&str>) -> String {
    let variant = variant.map(|variant| format!(" --variant {variant}")).unwrap_or_default();
    format!("enclair {name} {file}{variant}")
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Both {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The same text in both languages.
    pub fn same(text: &str) -> Self {
        Self { fr: text.to_owned(), en: text.to_owned() }
    }

    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.fr, &self.en)
    }
}

/// French typography: elisions before a vowel, contracted articles, and no line break before tall
/// punctuation nor inside quotation marks.
///
/// Texts are written with ordinary spaces, around names that are not known in advance; this is
/// applied once, where a sentence is made. Applying it twice changes nothing.
pub fn typeset(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let mut out = elided(text);
    for (apart, contracted) in [("de le", "du"), ("de les", "des"), ("à le", "au"), ("à les", "aux")] {
        out = out.replace(&format!(" {apart} "), &format!(" {contracted} "));
    }
    out = out.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»").replace(" :", "\u{a0}:");
    for mark in ['?', '!', ';'] {
        out = out.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    out
}

/// `de` and `que` before a vowel.
fn elided(text: &str) -> String {
    const VOWELS: &str = "aeiouyàâéèêîôûAEIOUYÀÂÉÈÊÎÔÛ";
    let mut out = text.to_owned();
    for (word, short) in [(" de ", " d’"), (" que ", " qu’"), ("(de ", "(d’")] {
        let mut done = String::with_capacity(out.len());
        let mut parts = out.split(word);
        done.push_str(parts.next().unwrap_or_default());
        for part in parts {
            done.push_str(if part.starts_with(|c| VOWELS.contains(c)) { short } else { word });
            done.push_str(part);
        }
        out = done;
    }
    out
}

/// Shows control, bidirectional and invisible characters by their code, so that they cannot act.
pub fn harmless(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_hidden(c) {
            let _ = write!(out, "U+{:04X}", u32::from(c));
        } else {
            out.push(c);
        }
        out
    })
}

/// Whether a character acts on the text around it or cannot be seen.
///
/// Accents, vowel points and the letters of right-to-left scripts are not among them, nor are the two
/// selectors that choose how an emoji is drawn (U+FE0E, U+FE0F): ordinary text needs them. Joiners are,
/// so that an emoji made of several shows its parts and their codes.
pub fn is_hidden(c: char) -> bool {
    // Most text is plain, and is gone through often.
    if c < '\u{ad}' {
        return c.is_control();
    }
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{fe00}'..='\u{fe0d}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{13430}'..='\u{1343f}' | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        // The last two of every plane are no characters.
        || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        assert_eq!(Lang::Fr.number(1_200_000), "1\u{202f}200\u{202f}000");
        assert_eq!(Lang::En.number(1_200_000), "1,200,000");
        assert_eq!(Lang::En.number(120), "120");
    }

    #[test]
    fn french_is_typeset_around_unknown_names() {
        let text = "En se servant de une session de Éditeur : ce que API renvoie, de le site de « Hello » ?";
        let set =
            "En se servant d’une session d’Éditeur\u{a0}: ce qu’API renvoie, du site de «\u{a0}Hello\u{a0}»\u{202f}?";
        assert_eq!(typeset(text, Lang::Fr), set);
        assert_eq!(typeset(set, Lang::Fr), set);
        assert_eq!(typeset("a : b", Lang::En), "a : b");
    }

    #[test]
    fn hidden_characters_are_shown_by_their_code() {
        assert_eq!(harmless("a\u{202e}b"), "aU+202Eb");
        assert_eq!(harmless("déjà vu"), "déjà vu");
        // Tags, fillers, selectors that nothing draws, what is no character.
        for c in
            ['\u{e0041}', '\u{e0100}', '\u{3164}', '\u{115f}', '\u{fe00}', '\u{34f}', '\u{fffe}', '\u{1ffff}', '\u{1}']
        {
            assert_eq!(harmless(&c.to_string()), format!("U+{:04X}", u32::from(c)));
        }
    }

    #[test]
    fn ordinary_text_of_many_scripts_is_left_as_it_is() {
        let texts = [
            "Hôpital de l’Assomption : « dossier »\u{a0}! 120\u{202f}000",
            "ملفّ المريض",
            "רָשׁוּם רְפוּאִי",
            "患者記録",
            "โรงพยาบาล",
            "❤\u{fe0f} 🏥 👍🏽",
        ];
        for text in texts {
            assert_eq!(harmless(text), text);
        }
        assert_eq!(harmless("👩\u{200d}⚕"), "👩U+200D⚕");
    }
}
