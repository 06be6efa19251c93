//! How the tool speaks, as rules that a text keeps or breaks.

use enclair::text::Lang;

use super::blocks::CODE;
use super::neutral::NAME;

/// The most words of a sentence, names apart; twenty is what is aimed at.
pub(super) const MOST_WORDS: usize = 44;

/// What is never said: *crypter* for *chiffrer*, words that praise, and conclusions that are those of the people who
/// answer for a system.
const UNSAID: [&str; 30] = [
    "crypter",
    "crypté",
    "cryptage",
    "sécurisé",
    "ultra-secure",
    "robust",
    "militaire",
    "military",
    "inviolable",
    "unbreakable",
    "zero-knowledge",
    "zero knowledge",
    "best practice",
    "bonnes pratiques",
    "bonne pratique",
    "potentiellement",
    "potentially",
    "conforme",
    "conformité",
    "compliant",
    "compliance",
    "100 %",
    "100%",
    "score",
    "required by hds",
    "hds requires",
    "exigé par hds",
    "imposé par hds",
    "hds impose",
    "hds exige",
];

/// Words of one language that are none of the other.
const FRENCH: [&str; 22] = [
    "le", "la", "les", "des", "du", "une", "est", "dans", "avec", "pour", "qui", "sur", "pas", "peut", "lit", "par",
    "aux", "et", "ou", "ne", "ce", "sans",
];
const ENGLISH: [&str; 18] = [
    "the", "of", "and", "with", "which", "from", "are", "is", "by", "not", "this", "that", "whoever", "reads", "can",
    "to", "who", "without",
];
/// Words that end as a plural does.
const SINGULAR: [&str; 14] = [
    "fois", "accès", "pays", "cas", "mois", "temps", "tls", "access", "process", "address", "is", "was", "has", "needs",
];

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
}

/// What a text that is shown breaks.
pub(super) fn broken(text: &str, lang: Lang) -> Vec<String> {
    let mut faults = said(text);
    faults.extend(assembled(text));
    faults.extend(counted(text));
    faults.extend(foreign(text, lang));
    faults.extend(marks(text, lang));
    faults.extend(figures(text, lang));
    faults.extend(long(text));
    faults
}

/// Words that are never said.
pub(super) fn said(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    UNSAID.iter().filter(|word| lower.contains(*word)).map(|word| format!("says “{word}”")).collect()
}

/// Traces of a sentence made of parts of which one is missing, and typewriter signs.
pub(super) fn assembled(text: &str) -> Vec<String> {
    let signs =
        ["  ", "()", "( ", " )", " ,", " .", ",,", ", ,", "..", ",.", ";.", ":.", "\"", "'", "’’", "...", " -- "];
    let mut faults: Vec<String> =
        signs.iter().filter(|sign| text.contains(*sign)).map(|sign| format!("has “{sign}”")).collect();
    let lower = text.to_lowercase();
    let spaced: Vec<&str> = lower.split([' ', '\u{a0}']).collect();
    let twice = spaced
        .windows(2)
        .filter(|pair| pair[0] == pair[1] && pair[0].chars().count() > 1 && pair[0].chars().all(char::is_alphabetic));
    let names = [NAME.to_lowercase(), CODE.to_lowercase()];
    let twice = twice.filter(|pair| !names.contains(&pair[0].to_owned()) && !["nous", "vous"].contains(&pair[0]));
    faults.extend(twice.map(|pair| format!("says “{}” twice", pair[0])));
    faults
}

/// One thing in the plural.
fn counted(text: &str) -> Vec<String> {
    let spaced: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '(').collect();
    let several = |pair: &&[&str]| {
        let word = pair[1].trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        pair[0] == "1" && word.len() > 2 && word.ends_with(['s', 'x']) && !SINGULAR.contains(&word.as_str())
    };
    spaced.windows(2).filter(several).map(|pair| format!("says “{}”", pair.join(" "))).collect()
}

/// Words of the other language.
fn foreign(text: &str, lang: Lang) -> Vec<String> {
    let known: &[&str] = lang.pick(&ENGLISH, &FRENCH);
    let lower = text.to_lowercase();
    let found = words(&lower).filter(|word| known.contains(word));
    found.map(|word| format!("says “{word}”, which is not translated")).collect()
}

/// Punctuation and quotation marks.
pub(super) fn marks(text: &str, lang: Lang) -> Vec<String> {
    let kept = |c: Option<&char>| c.is_none_or(|c| ['\u{a0}', '\u{202f}'].contains(c));
    let letters: Vec<char> = text.chars().collect();
    let mut faults = Vec::new();
    for (at, c) in letters.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).and_then(|at| letters.get(at)), letters.get(at + 1));
        let ends = after.is_none_or(|c| c.is_whitespace() || ")»”".contains(*c));
        let wrong = match (c, lang) {
            (':' | ';' | '?' | '!', Lang::Fr) => ends && !kept(before),
            (':' | ';' | '?' | '!', Lang::En) => ends && before.is_some_and(|c| c.is_whitespace()),
            ('«', Lang::Fr) => !kept(after) || after.is_none(),
            ('»', Lang::Fr) => !kept(before) || before.is_none(),
            ('“' | '”' | '‘', Lang::Fr) | ('«' | '»', Lang::En) => true,
            _ => false,
        };
        if wrong {
            let around: String = letters[at.saturating_sub(12)..(at + 8).min(letters.len())].iter().collect();
            faults.push(format!("sets “{c}” wrongly in “{around}”"));
        }
    }
    faults
}

/// Dates, and decimals before what they count; versions and sections of other texts are no numbers.
fn figures(text: &str, lang: Lang) -> Vec<String> {
    let tokens: Vec<&str> = text.split(|c: char| c.is_whitespace() || "(),;".contains(c)).collect();
    let counts =
        |at: usize| tokens.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c == '%' || c.is_lowercase()));
    let versioned = |at: usize| at.checked_sub(1).is_some_and(|at| tokens[at].starts_with(char::is_uppercase));
    let wrong = |(at, token): &(usize, &&str)| {
        let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
        let shape: String = token.trim_end_matches('.').chars().map(digit).collect();
        match lang {
            Lang::Fr if shape == "0000-00-00" => true,
            Lang::Fr => shape.contains("0.0") && shape.matches('.').count() == 1 && counts(*at) && !versioned(*at),
            Lang::En => shape == "00/00/0000",
        }
    };
    tokens.iter().enumerate().filter(wrong).map(|(_, token)| format!("writes “{token}”")).collect()
}

/// The sentences of a text, with how many words each has, names and code apart.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let sentences =
        text.split(". ").flat_map(|part| part.split(" · ")).flat_map(|part| part.split_inclusive(['?', '!', '\n']));
    let own = |word: &&str| {
        // Places in the model, and what is said of each, are no words of the sentence.
        let note = word.starts_with('(') && word.trim_end_matches(',').ends_with(')');
        word.chars().any(char::is_alphabetic) && !note && ![NAME, CODE].iter().any(|name| word.contains(name))
    };
    sentences.map(move |sentence| (sentence.split_whitespace().filter(own).count(), sentence))
}

/// Sentences that lose their reader.
pub(super) fn long(text: &str) -> Vec<String> {
    let long = sentences(text).filter(|(words, _)| *words > MOST_WORDS);
    long.map(|(words, sentence)| format!("has a sentence of {words} words: {sentence}")).collect()
}
