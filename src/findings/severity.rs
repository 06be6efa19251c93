//! How much a finding weighs, and why: who reads, how, what, and of how many people.
//!
//! What counts two for health data, one for other personal data, none for metadata; reading by privilege adds one;
//! one person at a time takes one away. Three is high, two is medium, less is low. Nothing else bears on it.

use super::{Raised, Read};
use crate::kernel::Grade;
use crate::model::{AccountScope, Architecture, DataKind};
use crate::text::finding::{HowMany, Rule, Severity, What, Who};

/// A severity with its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The severity.
    pub severity: Severity,
    /// Who reads that way.
    pub who: Who,
    /// The grade that decided.
    pub how: Grade,
    /// The data that decided.
    pub what: What,
    /// How many people are concerned.
    pub how_many: HowMany,
}

impl Raised {
    /// How much it weighs.
    pub fn weight(&self, architecture: &Architecture) -> Weight {
        let points = |what: What, grade: Grade| what as usize + usize::from(grade <= Grade::Privilege);
        let heaviest =
            self.reads.iter().map(|read| (what_of(architecture, &read.data), read.grade)).max_by(|one, other| {
                // Of equals, the first that is told: the easiest.
                points(one.0, one.1).cmp(&points(other.0, other.1)).then(other.1.cmp(&one.1))
            });
        let (what, how) = heaviest.unwrap_or((What::Metadata, Grade::None));
        // Who and how many are those of the reads that decide, and of no other.
        let decisive: Vec<&Read> =
            self.reads.iter().filter(|read| (what_of(architecture, &read.data), read.grade) == (what, how)).collect();
        let one = self.is_one_at_a_time(architecture);
        let severity = match (points(what, how), one) {
            (3, false) => Severity::High,
            (3, true) | (2, false) => Severity::Medium,
            _ => Severity::Low,
        };
        let outside = decisive.iter().all(|read| read.actor.starts_with("adversary/"));
        let who = if outside { Who::Outside } else { Who::Inside };
        let how_many = if one { HowMany::One } else { self.how_many(architecture, &decisive) };
        Weight { severity, who, how, what, how_many }
    }

    /// Whether each such reading shows one person: their device, or an account that shows its owner alone.
    fn is_one_at_a_time(&self, architecture: &Architecture) -> bool {
        match self.rule {
            Rule::LostDevice => self.about.iter().all(|name| {
                let users = architecture.clients.get(name).map(|client| client.used_by.iter());
                users.is_some_and(|mut users| users.all(|user| is_single(architecture, &user.0)))
            }),
            Rule::StolenUser => self.about.iter().all(|name| is_single(architecture, name)),
            _ => false,
        }
    }

    /// How many people the most widespread of the data is about; unknown as soon as one of them is, and where nothing
    /// says how many a device or an account shows.
    fn how_many(&self, architecture: &Architecture, decisive: &[&Read]) -> HowMany {
        if matches!(self.rule, Rule::LostDevice | Rule::StolenUser) && !self.is_said_to_show_many(architecture) {
            return HowMany::Unknown;
        }
        let subjects = decisive.iter().map(|read| architecture.data.get(&read.data)?.subjects);
        let most = subjects.collect::<Option<Vec<u64>>>().and_then(|all| all.into_iter().max());
        most.map_or(HowMany::Unknown, HowMany::Number)
    }

    /// Whether an account concerned is said to show many people.
    fn is_said_to_show_many(&self, architecture: &Architecture) -> bool {
        let bulk = |people: &str| {
            architecture.accounts.get(people).is_some_and(|account| account.scope == Some(AccountScope::Bulk))
        };
        self.about.iter().any(|name| match architecture.clients.get(name) {
            Some(client) => client.used_by.iter().any(|user| bulk(&user.0)),
            None => bulk(name),
        })
    }
}

/// What a data asset counts as.
fn what_of(architecture: &Architecture, data: &str) -> What {
    match architecture.data.get(data).map(|data| data.kind) {
        Some(DataKind::Health | DataKind::PseudonymMap) => What::Health,
        Some(DataKind::Metadata) => What::Metadata,
        _ => What::Personal,
    }
}

/// Whether an account is said to show its owner alone.
fn is_single(architecture: &Architecture, people: &str) -> bool {
    architecture.accounts.get(people).is_some_and(|account| account.scope == Some(AccountScope::Single))
}
