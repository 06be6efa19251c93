//! Words on what statements rest on.

use super::Lang;

/// What a statement of the model rests on, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Support {
    /// The model does not say it: a default.
    Assumed,
    /// The author of the model says it.
    Declared,
    /// A document says it.
    Document,
    /// Somebody saw it.
    Observed,
    /// Somebody tried it.
    Tested,
}

impl Support {
    /// Every level, weakest first.
    pub const ALL: [Self; 5] = [Self::Assumed, Self::Declared, Self::Document, Self::Observed, Self::Tested];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Assumed => "assumed",
            Self::Declared => "declared",
            Self::Document => "document",
            Self::Observed => "observed",
            Self::Tested => "tested",
        }
    }

    /// One thing with this support.
    pub const fn name(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Assumed, Lang::Fr) => "supposé",
            (Self::Assumed, Lang::En) => "assumed",
            (Self::Declared, Lang::Fr) => "déclaré",
            (Self::Declared, Lang::En) => "declared",
            (Self::Document, _) => "document",
            (Self::Observed, Lang::Fr) => "constaté",
            (Self::Observed, Lang::En) => "observed",
            (Self::Tested, Lang::Fr) => "testé",
            (Self::Tested, Lang::En) => "tested",
        }
    }

    /// Facts with this support, as many as there are.
    fn facts(self, count: usize, lang: Lang) -> String {
        let several = if count > 1 { "s" } else { "" };
        let words = match (self, lang) {
            (Self::Assumed, Lang::Fr) => format!("fait{several} seulement supposé{several}"),
            (Self::Declared, Lang::Fr) => format!("fait{several} seulement déclaré{several}"),
            (Self::Document, Lang::Fr) => format!("fait{several} qu’un document atteste"),
            (Self::Observed, Lang::Fr) => format!("fait{several} constaté{several}"),
            (Self::Tested, Lang::Fr) => format!("fait{several} testé{several}"),
            (Self::Assumed, Lang::En) => format!("fact{several} only assumed"),
            (Self::Declared, Lang::En) => format!("fact{several} only declared"),
            (Self::Document, Lang::En) => format!("fact{several} that a document states"),
            (Self::Observed, Lang::En) => format!("fact{several} observed"),
            (Self::Tested, Lang::En) => format!("fact{several} tested"),
        };
        format!("{count} {words}")
    }
}

/// What a proof rests on at its weakest, and where.
pub fn rests_on(support: Support, count: usize, lines: &str, lang: Lang) -> String {
    lang.pick("Cette preuve repose", "This proof rests").to_owned() + &at_weakest(support, count, lines, lang)
}

/// The same, of two proofs that rest on the same.
pub fn both_rest_on(support: Support, count: usize, lines: &str, lang: Lang) -> String {
    lang.pick("Ces deux preuves reposent", "Both proofs rest").to_owned() + &at_weakest(support, count, lines, lang)
}

fn at_weakest(support: Support, count: usize, lines: &str, lang: Lang) -> String {
    let facts = support.facts(count, lang);
    // A list of lines holds a space when there are several.
    let word = match (lines.contains(' '), lang) {
        (false, Lang::Fr) => "ligne",
        (true, Lang::Fr) => "lignes",
        (false, Lang::En) => "line",
        (true, Lang::En) => "lines",
    };
    let weakest = match (support > Support::Declared, lang) {
        (true, Lang::Fr) => ", au plus faible,",
        (true, Lang::En) => ", at its weakest,",
        (false, _) => "",
    };
    lang.pick(format!("{weakest} sur {facts} ({word} {lines})."), format!("{weakest} on {facts} ({word} {lines})."))
}

/// Beside a place: what it rests on, with its reference, its date and who says so.
pub fn beside(support: Support, details: &[&str], lang: Lang) -> String {
    let mut words = vec![support.name(lang)];
    words.extend(details);
    format!(" [{}]", words.join(", "))
}

/// Who says so.
pub fn by(who: &str, lang: Lang) -> String {
    lang.pick(format!("par {who}"), format!("by {who}"))
}

/// How many answers by privilege rest on something only declared or assumed.
pub fn weak_answers(assumed: usize, declared: usize, all: usize, lang: Lang) -> String {
    match (assumed + declared, lang) {
        (0, Lang::Fr) => format!(
            "Les {all} réponses « privilège » d’acteurs non prévus reposent toutes sur des documents, des constats ou des tests."
        ),
        (0, Lang::En) => {
            format!("All {all} answers by privilege of unintended actors rest on documents, observations or tests.")
        }
        (_, Lang::Fr) if declared == all => format!(
            "Les {all} réponses « privilège » d’acteurs non prévus reposent toutes, au moins en partie, sur ce qui est seulement déclaré, aucune sur ce qui est supposé ou inconnu ; `enclair explain` dit sur quoi."
        ),
        (_, Lang::En) if declared == all => format!(
            "All {all} answers by privilege of unintended actors rest, at least in part, on what is only declared, and none on what is assumed or unknown; `enclair explain` says on what."
        ),
        (_, Lang::Fr) => format!(
            "Des {all} réponses « privilège » d’acteurs non prévus, {assumed} reposent en partie sur ce qui est seulement supposé ou inconnu, et {declared} autres sur ce qui est seulement déclaré ; `enclair explain` dit sur quoi."
        ),
        (_, Lang::En) => format!(
            "Of the {all} answers by privilege of unintended actors, {assumed} rest in part on what is only assumed or unknown, and {declared} others on what is only declared; `enclair explain` says on what."
        ),
    }
}

/// How many facts have each support, adversaries apart.
pub fn counts(counts: &[(Support, usize)], lang: Lang) -> String {
    let number = |count: usize| lang.number(u64::try_from(count).unwrap_or(u64::MAX));
    let one = |(support, count): &(Support, usize)| format!("{} : {}", support.name(lang), number(*count));
    let list: Vec<String> = counts.iter().map(one).collect();
    let list = lang.pick(list.join(" ; "), list.join("; ").replace(" : ", ": "));
    lang.pick(
        format!("Sur quoi reposent les faits de ce modèle, adversaires pris d’office à part : {list}."),
        format!("What the facts of this model rest on, built-in adversaries apart: {list}."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_proof_rests_on_is_said_in_both_languages() {
        assert_eq!(
            rests_on(Support::Declared, 3, "12, 40, 57", Lang::Fr),
            "Cette preuve repose sur 3 faits seulement déclarés (lignes 12, 40, 57)."
        );
        assert_eq!(
            rests_on(Support::Document, 1, "12", Lang::En),
            "This proof rests, at its weakest, on 1 fact that a document states (line 12)."
        );
    }
}
