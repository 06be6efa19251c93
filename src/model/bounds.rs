//! Grades expected: one of them, or a bound.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::statements::GradeWord;

/// What bounds look like.
pub(super) const BOUND_PATTERN: &str = "^(>=|<=|>|<) *(design|privilege|tampering|breach|none)$";

/// How a grade is compared with the one expected; a harder grade is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The very one.
    Is,
    /// It or a harder one.
    AtLeast,
    /// It or an easier one.
    AtMost,
    /// A harder one.
    Above,
    /// An easier one.
    Below,
}

impl Comparison {
    /// Every bound, the two signs before the one that starts them.
    const BOUNDS: [Self; 4] = [Self::AtLeast, Self::AtMost, Self::Above, Self::Below];

    const fn sign(self) -> &'static str {
        match self {
            Self::Is => "",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Above => ">",
            Self::Below => "<",
        }
    }
}

/// A grade expected, or a bound on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExpectedGrade {
    /// How it is compared.
    pub comparison: Comparison,
    /// The grade it is compared with.
    pub grade: GradeWord,
}

impl ExpectedGrade {
    /// Reads `tampering` or `>= tampering`.
    pub fn parse(text: &str) -> Option<Self> {
        let (comparison, rest) = Comparison::BOUNDS
            .into_iter()
            .find_map(|bound| Some((bound, text.strip_prefix(bound.sign())?.trim_start_matches(' '))))
            .unwrap_or((Comparison::Is, text));
        let grade = GradeWord::ALL.into_iter().find(|grade| grade.id() == rest)?;
        Some(Self { comparison, grade })
    }

    /// Whether a grade is as expected.
    pub fn is_met(self, found: GradeWord) -> bool {
        match self.comparison {
            Comparison::Is => found == self.grade,
            Comparison::AtLeast => found >= self.grade,
            Comparison::AtMost => found <= self.grade,
            Comparison::Above => found > self.grade,
            Comparison::Below => found < self.grade,
        }
    }

    /// Whether every grade is as expected, or none is: such a bound expects nothing.
    pub fn is_idle(self) -> bool {
        let met = GradeWord::ALL.into_iter().filter(|grade| self.is_met(*grade)).count();
        met == 0 || met == GradeWord::ALL.len()
    }

    /// Every way to write one that expects something.
    pub(super) fn words() -> Vec<String> {
        let bounds = Comparison::BOUNDS
            .into_iter()
            .flat_map(|comparison| GradeWord::ALL.map(|grade| Self { comparison, grade }));
        let bounds = bounds.filter(|bound| !bound.is_idle()).map(|bound| bound.to_string());
        GradeWord::ALL.iter().map(|grade| grade.id().to_owned()).chain(bounds).collect()
    }
}

impl fmt::Display for ExpectedGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.comparison {
            Comparison::Is => f.write_str(self.grade.id()),
            bound => write!(f, "{} {}", bound.sign(), self.grade.id()),
        }
    }
}

impl<'de> Deserialize<'de> for ExpectedGrade {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("not a grade"))
    }
}

impl JsonSchema for ExpectedGrade {
    fn schema_name() -> Cow<'static, str> {
        "ExpectedGrade".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let exact = generator.subschema_for::<GradeWord>();
        json_schema!({
            "description": "A grade, or a bound on it, in quotes: `\">= tampering\"`. A harder grade is greater.",
            "anyOf": [exact, { "type": "string", "pattern": BOUND_PATTERN }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_read_with_or_without_a_space() {
        let read = |text: &str| ExpectedGrade::parse(text).map(|bound| bound.to_string());
        for (text, bound) in [("tampering", "tampering"), (">=breach", ">= breach"), ("<  none", "< none")] {
            assert_eq!(read(text).as_deref(), Some(bound), "{text}");
        }
        for text in ["", ">=", "=> breach", ">= often", "== none", "> = none", "breach >"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_harder_grade_is_greater() {
        let met = |bound: &str| -> Vec<&str> {
            let bound = ExpectedGrade::parse(bound).expect("a bound");
            GradeWord::ALL.iter().filter(|grade| bound.is_met(**grade)).map(|grade| grade.id()).collect()
        };
        assert_eq!(met(">= tampering"), ["tampering", "breach", "none"]);
        assert_eq!(met("> tampering"), ["breach", "none"]);
        assert_eq!(met("<= privilege"), ["design", "privilege"]);
        assert_eq!(met("< privilege"), ["design"]);
        assert_eq!(met("breach"), ["breach"]);
        let idle = |bound: &str| ExpectedGrade::parse(bound).is_some_and(ExpectedGrade::is_idle);
        assert!(["> none", "< design", ">= design", "<= none"].into_iter().all(idle));
        assert!(!["> design", "<= design", ">= none", "none"].into_iter().any(idle));
        assert_eq!(ExpectedGrade::words().len(), 5 + 16);
    }
}
