//! Words of claims, explained: what each says, and what it does not say. None bears on a verdict.

use crate::text::{Both, Lang};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $word:ident: $id:literal, [$($pattern:literal),+],
        $fr:literal => $fr_text:literal, $en:literal => $en_text:literal);+ $(;)?) => {
        /// A word of claims.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Word { $($(#[$doc])* $word),+ }

        impl Word {
            /// Every word, in the order in which they are explained.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];

            /// The stable identifier.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$word => $id),+ }
            }

            /// What it is called.
            pub const fn name(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$word, Lang::Fr) => $fr, (Self::$word, Lang::En) => $en),+ }
            }

            /// What it says, and what it does not.
            pub const fn explanation(self, lang: Lang) -> &'static str {
                match (self, lang) { $((Self::$word, Lang::Fr) => $fr_text, (Self::$word, Lang::En) => $en_text),+ }
            }

            /// The words by which it is known, in both languages, without capitals, accents or hyphens.
            const fn patterns(self) -> &'static [&'static str] {
                match self { $(Self::$word => &[$($pattern),+]),+ }
            }
        }
    };
}

vocabulary! {
    /// Zero-knowledge.
    ZeroKnowledge: "zero-knowledge",
        ["zero knowledge", "zeroknowledge", "connaissance nulle", "zero connaissance", "aucune connaissance", "no knowledge"],
        "zero-knowledge" => "veut dire que le service n’apprend ni la donnée, ni la clé. Ne dit pas qui fournit le code qui chiffre, ni comment un accès perdu se récupère.",
        "zero-knowledge" => "means that the service learns neither the data nor the key. Does not say who supplies the code that encrypts, nor how a lost access is recovered.";
    /// End-to-end.
    EndToEnd: "end-to-end", ["bout en bout", "end to end", "e2e", "e2ee", "end2end"],
        "de bout en bout" => "veut dire que seuls les terminaux ont la clé. Se dit aussi d’un simple tunnel entre deux machines : les bouts restent à nommer.",
        "end-to-end" => "means that only the users’ devices have the key. Also said of a mere tunnel between two machines: the ends remain to be named.";
    /// HDS.
    Hds: "hds", ["hds", "hebergeur de donnees de sante", "health data hosting"],
        "HDS" => "est un certificat d’hébergeur, pour des activités. Ce n’est pas un chiffrement : ne dit ni ce qui est chiffré, ni qui a la clé.",
        "HDS" => "is a certificate of a host, for some activities. It is no encryption: it says neither what is encrypted nor who has the key.";
    /// Military-grade.
    Military: "military-grade", ["military", "militaire", "militaires"],
        "militaire" => "ne désigne aucun algorithme ni aucune règle. Ne dit ni ce qui est chiffré, ni qui a la clé.",
        "military-grade" => "names no algorithm and no rule. Says neither what is encrypted nor who has the key.";
    /// Bank-grade.
    Bank: "bank-grade", ["bank grade", "bank level", "banking grade", "bancaire", "bancaires", "banque", "banques"],
        "bancaire" => "ne désigne aucun algorithme ni aucune règle. Une banque lit les comptes de ses clients.",
        "bank-grade" => "names no algorithm and no rule. A bank reads its customers’ accounts.";
    /// AES-256.
    Aes: "aes-256", ["aes", "aes256", "256 bits", "256 bit", "256bits", "256bit"],
        "AES-256" => "est un algorithme et la longueur de sa clé. Ne dit pas qui a cette clé, ni où la donnée est déchiffrée.",
        "AES-256" => "is an algorithm and the length of its key. Does not say who has that key, nor where the data is decrypted.";
    /// TLS.
    Tls: "tls", ["tls", "ssl", "https"],
        "TLS" => "chiffre le transport entre deux machines. Celle qui reçoit lit en clair.",
        "TLS" => "encrypts transport between two machines. The one that receives reads in plaintext.";
    /// At rest.
    AtRest: "at-rest", ["au repos", "at rest", "disques chiffres", "disque chiffre"],
        "au repos" => "protège les octets d’un disque ou d’une copie. Ce qui tourne avec la clé lit en clair.",
        "at rest" => "protects the bytes of a disk or a copy. What runs with the key reads in plaintext.";
    /// Encrypted.
    Encrypted: "encrypted",
        ["chiffre", "chiffree", "chiffres", "chiffrees", "chiffrement", "crypte", "cryptee", "cryptes", "cryptees", "cryptage", "encrypted", "encryption"],
        "chiffré" => "ne dit ni entre quels points, ni qui a la clé. Qui a la clé lit.",
        "encrypted" => "says neither between which points nor who has the key. Whoever has the key reads.";
    /// Anonymised.
    Anonymised: "anonymised",
        ["anonyme", "anonymes", "anonymise", "anonymisee", "anonymises", "anonymisees", "anonymisation", "anonymous", "anonymised", "anonymized", "anonymisation", "anonymization"],
        "anonymisé" => "veut dire que plus personne ne peut reconnaître quelqu’un. Avec une table ou une clé pour revenir aux personnes, c’est une pseudonymisation.",
        "anonymised" => "means that nobody can recognise anyone any more. With a table or a key that leads back to people, it is pseudonymisation.";
    /// Pseudonymised.
    Pseudonymised: "pseudonymised",
        ["pseudonyme", "pseudonymes", "pseudonymise", "pseudonymisee", "pseudonymises", "pseudonymisees", "pseudonymisation", "pseudonymised", "pseudonymized", "pseudonymization"],
        "pseudonymisé" => "veut dire qu’il faut une table ou une clé pour revenir aux personnes. Ne dit pas qui l’a.",
        "pseudonymised" => "means that it takes a table or a key to lead back to people. Does not say who has it.";
    /// Sovereign.
    Sovereign: "sovereign",
        ["souverain", "souveraine", "souverains", "souveraines", "souverainete", "sovereign", "sovereignty"],
        "souverain" => "parle du pays dont dépend une organisation. Ne dit pas qui a la clé : un hébergeur d’ici peut lire aussi.",
        "sovereign" => "speaks of the country that an organisation answers to. Does not say who has the key: a host at home can read too.";
    /// Secure.
    Secure: "secure",
        ["securise", "securisee", "securises", "securisees", "securite maximale", "secure", "secured", "ultra secure"],
        "sécurisé" => "ne dit pas contre qui, ni comment. Aucun acteur n’est nommé.",
        "secure" => "does not say against whom, nor how. No actor is named.";
    /// Unbreakable.
    Unbreakable: "unbreakable",
        ["inviolable", "inviolables", "incassable", "incassables", "impenetrable", "impenetrables", "unbreakable", "unhackable"],
        "inviolable" => "se dit d’un algorithme. Qui a la clé n’a rien à casser.",
        "unbreakable" => "is said of an algorithm. Whoever has the key has nothing to break.";
    /// GDPR.
    Gdpr: "gdpr", ["rgpd", "gdpr"],
        "RGPD" => "est un règlement sur les traitements. Ne dit pas qui peut lire en clair.",
        "GDPR" => "is a regulation on processing. Does not say who can read in plaintext.";
}

/// The words of a text that are explained, in either of its languages.
pub fn words_in(text: &Both) -> Vec<Word> {
    let texts = [folded(&text.fr), folded(&text.en)];
    let has = |word: &&Word| {
        word.patterns().iter().any(|pattern| texts.iter().any(|text| text.contains(&format!(" {pattern} "))))
    };
    Word::ALL.iter().filter(has).copied().collect()
}

/// A text as words between single spaces, without capitals, accents or punctuation.
fn folded(text: &str) -> String {
    let mut out = String::from(" ");
    for c in text.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            "" if ('\u{300}'..='\u{36f}').contains(&c) => {}
            "" if c.is_alphanumeric() => out.push(c),
            // A stop parts two words that no expression joins.
            "" if matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | '(' | ')') => out.push_str(" . "),
            "" if !out.ends_with(' ') => out.push(' '),
            plain => out.push_str(plain),
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// A letter without its accent, where it has one.
const fn plain(c: char) -> &'static str {
    match c {
        'à' | 'â' | 'ä' | 'á' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' => "i",
        'ô' | 'ö' | 'ó' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'œ' => "oe",
        'æ' => "ae",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&'static str> {
        words_in(&Both::same(text)).into_iter().map(Word::id).collect()
    }

    #[test]
    fn words_are_known_whole_whatever_their_case_accents_and_hyphens() {
        assert_eq!(found("Zero-Knowledge"), ["zero-knowledge"]);
        assert_eq!(found("Chiffrement HDS de niveau MILITAIRE"), ["hds", "military-grade", "encrypted"]);
        assert_eq!(found("Anonymise\u{301}es, ultra-sécurisées"), ["anonymised", "secure"]);
        assert_eq!(found("ANONYMISÉ ; hébergement « souverain »"), ["anonymised", "sovereign"]);
        assert_eq!(found("end\u{2011}to\u{2011}end, AES-256 bits"), ["end-to-end", "aes-256"]);
        assert_eq!(found("de bout\nen   bout"), ["end-to-end"]);
        assert_eq!(found("bank-grade encryption"), ["bank-grade", "encrypted"]);
    }

    #[test]
    fn parts_of_words_are_not_words() {
        for text in ["", "shds", "paramilitaires", "insecure", "à bout, en bout de ligne", "tout le bout-en", "caes"] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn either_language_is_read() {
        let both = Both { fr: "Vos notes vous appartiennent".to_owned(), en: "Military-grade".to_owned() };
        assert_eq!(words_in(&both), [Word::Military]);
    }

    #[test]
    fn patterns_are_folded_and_sentences_are_short() {
        for word in Word::ALL {
            for pattern in word.patterns() {
                assert_eq!(folded(pattern).trim(), *pattern, "{pattern}");
            }
            for lang in Lang::ALL {
                for sentence in word.explanation(lang).split(['.', ':']) {
                    let words = sentence.split_whitespace().filter(|part| part.chars().any(char::is_alphanumeric));
                    assert!(words.count() <= 20, "{sentence}");
                }
            }
        }
    }
}
