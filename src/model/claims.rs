//! What the vendor says, tied to something that can be checked. None bears on an answer.

use schemars::JsonSchema;
use serde::Deserialize;

use super::shape::{Id, Label, Many};

/// What the vendor says, and the one statement that it is checked as.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// A name to refer to it.
    pub id: Option<Id>,
    /// The words used.
    pub says: Label,
    /// The data it is about.
    pub data: Many<Id>,
    /// The only actors who can read that data, according to the claim.
    pub only: Option<Many<Id>>,
    /// Actors who cannot read it, according to the claim.
    pub not: Option<Many<Id>>,
    /// Keys without each of which nobody but declared readers can read it, according to the claim.
    pub without: Option<Many<Id>>,
    /// The grade at which, or easier, nobody but declared readers can read it, according to the claim.
    pub nobody: Option<ClaimGrade>,
    /// The clients that alone have it in plaintext, according to the claim.
    pub end_to_end: Option<Many<Id>>,
}

/// The statement that a claim is checked as.
#[derive(Debug, Clone, Copy)]
pub enum Statement<'c> {
    /// Nobody but these actors reads.
    Only(&'c [Id]),
    /// None of these actors reads.
    Not(&'c [Id]),
    /// Nobody but declared readers reads without each of these keys.
    Without(&'c [Id]),
    /// Nobody but declared readers reads at this grade, or easier.
    Nobody(ClaimGrade),
    /// Nobody but declared readers reads, and no component but these clients has the plaintext.
    EndToEnd(&'c [Id]),
}

impl Statement<'_> {
    /// The properties of which a claim has one.
    pub const KEYS: [&'static str; 5] = ["only", "not", "without", "nobody", "end_to_end"];

    /// The property that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Only(_) => "only",
            Self::Not(_) => "not",
            Self::Without(_) => "without",
            Self::Nobody(_) => "nobody",
            Self::EndToEnd(_) => "end_to_end",
        }
    }
}

impl Claim {
    /// The statements that it makes, in the order of the language: one, in a sound model.
    pub fn statements(&self) -> Vec<Statement<'_>> {
        let all = [
            self.only.as_deref().map(|list| Statement::Only(list)),
            self.not.as_deref().map(|list| Statement::Not(list)),
            self.without.as_deref().map(|list| Statement::Without(list)),
            self.nobody.map(Statement::Nobody),
            self.end_to_end.as_deref().map(|list| Statement::EndToEnd(list)),
        ];
        all.into_iter().flatten().collect()
    }
}

/// The grade that a claim excludes, with those that are easier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimGrade {
    /// Rights already granted are enough.
    Privilege,
    /// Something must be altered.
    Tampering,
}

/// What becomes of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimVerdict {
    /// Nothing stands against it, by privilege or by tampering.
    Holds,
    /// It is so by privilege, and not by tampering.
    Tampering,
    /// It is not so.
    Refuted,
    /// It depends on what is not known.
    Undetermined,
}

impl ClaimVerdict {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Tampering => "tampering",
            Self::Refuted => "refuted",
            Self::Undetermined => "undetermined",
        }
    }
}
