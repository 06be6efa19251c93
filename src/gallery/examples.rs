//! For each rule of the catalogue of findings, a model that raises it and whose variant `twin` does not.

use crate::model::{Model, load};
use crate::source::{Diagnostics, Limits, SourceFile};
use crate::text::finding::{HdsRule, Own, Rule};

/// A model that raises a rule; its variant [`Example::TWIN`] does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The path of its file in the project.
    pub path: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

macro_rules! example {
    ($stem:literal) => {
        Example {
            path: concat!("models/findings/", $stem, ".yaml"),
            text: include_str!(concat!("../../models/findings/", $stem, ".yaml")),
        }
    };
}

impl Example {
    /// The variant that does not raise the rule.
    pub const TWIN: &'static str = "twin";

    /// The model that raises a rule.
    pub const fn of(rule: Rule) -> Self {
        match rule {
            Rule::HostMemory => example!("ec-001"),
            Rule::Operator => example!("ec-002"),
            Rule::SupportTool => example!("ec-003"),
            Rule::StorageAdmin => example!("ec-004"),
            Rule::ClearStorage => example!("ec-005"),
            Rule::KeyBesideData => example!("ec-006"),
            Rule::KeyWithProvider => example!("ec-007"),
            Rule::ClearBackup => example!("ec-008"),
            Rule::KeyElsewhere => example!("ec-010"),
            Rule::ClearFlow => example!("ec-011"),
            Rule::OldTls => example!("ec-012"),
            Rule::UnverifiedPeer => example!("ec-013"),
            Rule::Intermediary => example!("ec-014"),
            Rule::StolenUser => example!("ec-015"),
            Rule::StolenAdmin => example!("ec-016"),
            Rule::DeliveredCode => example!("ec-017"),
            Rule::ThirdPartyScript => example!("ec-018"),
            Rule::UnverifiedRecipients => example!("ec-019"),
            Rule::Metadata => example!("ec-020"),
            Rule::Pseudonyms => example!("ec-021"),
            Rule::ThirdCountry => example!("ec-022"),
            Rule::ThirdParty => example!("ec-023"),
            Rule::Logs => example!("ec-024"),
            Rule::SideCopy => example!("ec-025"),
            Rule::Staging => example!("ec-026"),
            Rule::KeyInBuildChain => example!("ec-027"),
            Rule::SessionKept => example!("ec-028"),
            Rule::Recovery => example!("ec-029"),
            Rule::OpenStorage => example!("ec-031"),
            Rule::LostDevice => example!("ec-032"),
            Rule::ManagedDevice => example!("ec-033"),
            Rule::DeviceCopy => example!("ec-034"),
            Rule::Impersonation => example!("ec-035"),
            Rule::IdentityProvider => example!("ec-036"),
            Rule::Intruder => example!("ec-037"),
            Rule::Injection => example!("ec-038"),
            Rule::Supplier => example!("ec-039"),
            Rule::Overexposed => example!("ec-043"),
            Rule::Isolation => example!("ec-044"),
        }
    }

    /// The model that raises a rule on certificates.
    pub const fn of_hds(rule: HdsRule) -> Self {
        match rule {
            HdsRule::NotCovered => example!("hds-01"),
            HdsRule::Expired => example!("hds-02"),
            HdsRule::Delegated => example!("hds-03"),
            HdsRule::Perimeter => example!("hds-04"),
        }
    }

    /// Of a finding that is no query of the catalogue, the paths of a model that raises it and of a near one that does
    /// not. Those on expected answers and accepted risks have none: the models of the project keep theirs.
    pub const fn of_own(own: Own) -> Option<(&'static str, &'static str)> {
        match own {
            Own::Reader => Some(("models/article-1-transit.yaml", "models/article-3-end-to-end.yaml")),
            Own::Claim => Some(("models/article-1-transit.yaml", "models/article-4-pinned.yaml")),
            Own::Undetermined => Some(("models/teleconsultation.yaml", "models/article-1-transit.yaml")),
            Own::Expectation | Own::Acceptance => None,
        }
    }

    /// The model.
    ///
    /// # Errors
    /// Its mistakes: a fault of the tool, which no test lets through.
    pub fn load(&self) -> Result<Model, Diagnostics> {
        load(SourceFile::new(self.path, self.text.to_owned()), &Limits::default())
    }
}
