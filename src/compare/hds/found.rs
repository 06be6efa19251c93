//! Findings on certificates, from what is stated and what is done.

use super::{Duty, DutyState, FlowTls, Hds};
use crate::audit::Audit;
use crate::source::Position;
use crate::text::Both;
use crate::text::finding::HdsRule;

/// A finding on certificates.
#[derive(Debug, Clone)]
pub struct HdsFinding {
    /// The rule.
    pub rule: HdsRule,
    /// What it is about, by name: an organisation, or both ends of a flow.
    pub about: Vec<String>,
    /// Their labels.
    pub labels: Vec<Both>,
    /// The activities concerned.
    pub activities: Vec<u8>,
    /// The verdict of the first reading concerned, by position.
    pub verdict: Option<usize>,
    /// Where that is declared, each line once.
    pub locations: Vec<Position>,
}

/// Every such finding, in the order of the rules.
pub(super) fn findings(hds: &Hds, audit: &Audit) -> Vec<HdsFinding> {
    let mut all = of_duties(hds, HdsRule::NotCovered, DutyState::NotCovered);
    all.extend(of_duties(hds, HdsRule::Expired, DutyState::Expired));
    for one in hds.delegations.iter().filter(|one| !one.reads.is_empty()) {
        all.push(HdsFinding {
            rule: HdsRule::Delegated,
            about: vec![one.id.clone()],
            labels: vec![one.organisation.clone()],
            activities: Vec::new(),
            verdict: one.reads.first().and_then(|data| audit.verdict_of(&one.id, &audit.data[*data].id)),
            locations: once(one.rights.iter().map(|right| right.position)),
        });
    }
    for flow in hds.flows.iter().filter(|flow| flow.certain && !flow.clear.is_empty()) {
        if matches!(flow.tls, FlowTls::None | FlowTls::Unverified) {
            all.push(HdsFinding {
                rule: HdsRule::Perimeter,
                about: flow.ends.to_vec(),
                labels: vec![flow.from.clone(), flow.to.clone()],
                activities: Vec::new(),
                verdict: None,
                locations: vec![flow.position],
            });
        }
    }
    all
}

/// One for each organisation that has activities in a state.
fn of_duties(hds: &Hds, rule: HdsRule, state: DutyState) -> Vec<HdsFinding> {
    let mut all: Vec<HdsFinding> = Vec::new();
    for duty in hds.duties.iter().filter(|duty| duty.state == state) {
        let places = duty.why.iter().map(|why| why.position);
        match all.iter_mut().find(|one| one.about == [duty.id.clone()]) {
            Some(one) => {
                one.activities.push(duty.activity);
                one.locations = once(one.locations.iter().copied().chain(places));
            }
            None => all.push(of_duty(rule, duty, once(places))),
        }
    }
    all
}

fn of_duty(rule: HdsRule, duty: &Duty, locations: Vec<Position>) -> HdsFinding {
    HdsFinding {
        rule,
        about: vec![duty.id.clone()],
        labels: vec![duty.organisation.clone()],
        activities: vec![duty.activity],
        verdict: None,
        locations,
    }
}

fn once(positions: impl Iterator<Item = Position>) -> Vec<Position> {
    let mut all = Vec::new();
    for position in positions {
        if !all.contains(&position) {
            all.push(position);
        }
    }
    all
}
