//! Organisations by the owner that joins them: their people, and how many data assets each reads.

use super::GRADES;
use super::groups::Groups;
use crate::audit::{ActorKind, Audit};
use crate::text::Both;
use crate::text::labels::Labels;

/// Those whom one owner joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnerGroup {
    /// The owner at the top; none of people of no organisation.
    pub owner: Option<Both>,
    /// Its organisations, and people of whom nobody knows which of them they work for.
    pub members: Vec<Member>,
}

/// A member of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The actor, by position.
    pub actor: usize,
    /// Those who work for it, by position.
    pub staff: Vec<usize>,
    /// How many data assets it reads, its staff included, at each grade or easier: design, privilege, tampering, breach.
    pub reads: [usize; 4],
}

/// Every group, in the order of its first member; adversaries belong to none.
pub(super) fn owners(audit: &Audit, groups: &Groups, labels: &Labels) -> Vec<OwnerGroup> {
    let mut all: Vec<(Option<String>, Vec<Member>)> = Vec::new();
    for (at, actor) in audit.actors.iter().enumerate() {
        let apart = matches!(actor.kind, ActorKind::Adversary | ActorKind::CommonBase);
        if apart || groups.employer(&actor.id).is_some() {
            continue;
        }
        let staff = |(_, other): &(usize, &crate::audit::Actor)| groups.employer(&other.id) == Some(&actor.id);
        let staff = audit.actors.iter().enumerate().filter(staff).map(|(at, _)| at).collect();
        let member = Member { actor: at, staff, reads: GRADES.map(|grade| reads(audit, at, grade)) };
        let owner = groups.of(&actor.id);
        match all.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, members)) => members.push(member),
            None => all.push((owner, vec![member])),
        }
    }
    all.sort_by_key(|(owner, _)| owner.is_none());
    let group = |(owner, members): (Option<String>, Vec<Member>)| OwnerGroup {
        owner: owner.map(|name| labels.both(&name)),
        members,
    };
    all.into_iter().map(group).collect()
}

fn reads(audit: &Audit, actor: usize, grade: crate::kernel::Grade) -> usize {
    let own = audit.verdicts.iter().filter(|verdict| verdict.actor == actor);
    own.filter(|verdict| verdict.easiest().public() <= grade).count()
}
