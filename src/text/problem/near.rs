//! What may have been meant instead of a wrong word.

use crate::text::Lang;

/// The help under a wrong word: the one that is near, or those possible.
pub(super) fn suggest(wrong: &str, known: &[String], lang: Lang) -> String {
    if let Some(near) = nearest(wrong, known) {
        return lang.pick(format!("vouliez-vous dire `{near}` ?"), format!("did you mean `{near}`?"));
    }
    if known.is_empty() {
        return lang.pick("rien de tel n’est déclaré", "nothing of the kind is declared").into();
    }
    possible(known, lang)
}

/// The words possible in a place.
pub(super) fn possible(known: &[String], lang: Lang) -> String {
    let shown: Vec<String> = known.iter().take(12).map(|word| format!("`{word}`")).collect();
    let more = if known.len() > shown.len() { ", …" } else { "" };
    lang.pick(format!("possibles : {}{more}", shown.join(", ")), format!("possible: {}{more}", shown.join(", ")))
}

/// The known word nearest to a wrong one, if one is near. Old spellings of booleans are near the new
/// ones; a version is never near another.
pub fn nearest<'k>(wrong: &str, known: &'k [String]) -> Option<&'k str> {
    let boolean = match wrong.to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "true" => "true",
        "no" | "n" | "off" | "false" => "false",
        _ => "",
    };
    if let Some(word) = known.iter().find(|word| *word == boolean) {
        return Some(word);
    }
    let near = |distance: usize, word: &str| {
        let length = word.chars().count();
        distance <= 1 + length / 4 && distance < length && word.contains(char::is_alphabetic)
    };
    // The distance is at least the difference of lengths: most words need not be compared, and a very long
    // one with none.
    let length = wrong.chars().count();
    let plain = wrong.to_lowercase();
    let comparable = |word: &&String| {
        let other = word.chars().count();
        length.abs_diff(other) <= 1 + other / 4
    };
    known
        .iter()
        .filter(comparable)
        .map(|word| (strsim::damerau_levenshtein(&plain, &word.to_lowercase()), word))
        .filter(|(distance, word)| near(*distance, word) && *word != wrong)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word.as_str())
}

/// An identifier made of a name that is not one, if anything is left of it.
pub fn identifier(name: &str) -> Option<String> {
    let plain = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let folded: String = name.to_lowercase().chars().map(plain).collect();
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        let known = words(&["storage", "backend"]);
        assert_eq!(nearest("storgae", &known), Some("storage"));
        assert_eq!(nearest("organisations", &known), None);
        assert_eq!(nearest("x", &words(&["k"])), None);
    }

    #[test]
    fn no_version_stands_for_another_and_old_booleans_have_a_new_spelling() {
        assert_eq!(nearest("1.1", &words(&["1.3", "1.2", "old"])), None);
        assert_eq!(nearest("no", &words(&["unknown", "true", "false"])), Some("false"));
    }

    #[test]
    fn an_identifier_is_made_of_what_is_left() {
        assert_eq!(identifier("Médecin_Chef").as_deref(), Some("medecin-chef"));
        assert_eq!(identifier("—"), None);
    }
}
