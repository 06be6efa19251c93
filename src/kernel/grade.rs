//! The grades of access, from a declared reader to out of reach.

use std::fmt;

/// What an actor must do to obtain something; smaller is easier.
///
/// `Evident` is the half-step between tampering and breach: a tampering that leaves evidence a
/// victim or an auditor can see. Outside the kernel it is shown as tampering, marked evident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The actor is a declared reader.
    Design,
    /// Rights already granted are enough; only goodwill stands in the way.
    Privilege,
    /// What a component does must be changed.
    Tampering,
    /// As tampering, and every way leaves evidence.
    Evident,
    /// A vulnerability, a theft, a guess or a broken enclave is needed.
    Breach,
    /// No derivation exists from the declared facts.
    None,
}

impl Grade {
    /// Every grade that a derived fact may have, easiest first.
    pub const REACHABLE: [Self; 5] = [Self::Design, Self::Privilege, Self::Tampering, Self::Evident, Self::Breach];

    /// The five public grades, easiest first.
    pub const PUBLIC: [Self; 5] = [Self::Design, Self::Privilege, Self::Tampering, Self::Breach, Self::None];

    /// The stable identifier used in models, JSON and facts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Privilege => "privilege",
            Self::Tampering | Self::Evident => "tampering",
            Self::Breach => "breach",
            Self::None => "none",
        }
    }

    /// The public grade: `Evident` is a tampering.
    #[must_use]
    pub const fn public(self) -> Self {
        match self {
            Self::Evident => Self::Tampering,
            other => other,
        }
    }

    /// Whether every way at this grade leaves evidence.
    pub const fn is_evident(self) -> bool {
        matches!(self, Self::Evident)
    }

    /// Whether something is reachable at all.
    pub const fn is_reachable(self) -> bool {
        !matches!(self, Self::None)
    }

    /// The grade with this identifier, if there is one.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::PUBLIC.into_iter().find(|grade| grade.id() == id)
    }

    /// A dense index, 0 for `Design`.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
