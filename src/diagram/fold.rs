//! What does not fit is folded: components that stand in one lane and look the same become one card, with their count and
//! their names, and the hops between such cards become one.

use std::collections::BTreeSet;

use super::scene::Look;
use super::sketch::{Pencil, look};
use crate::compare::{Lane, Perimeter, Pipe, Place, Spot, SystemMap};
use crate::text::{Both, Lang, diagram as texts};

/// How much is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fold {
    /// Nothing.
    None,
    /// What looks the same and is read by the same people.
    Readers,
    /// What looks the same.
    Look,
    /// What looks the same, whoever hosts it.
    Hosts,
}

impl Fold {
    /// From the least.
    pub(super) const ALL: [Self; 4] = [Self::None, Self::Readers, Self::Look, Self::Hosts];
}

/// What has to be the same for components to become one card.
#[derive(PartialEq, Eq)]
struct Key {
    lane: Lane,
    perimeter: Option<usize>,
    look: Look,
    readers: Option<BTreeSet<usize>>,
}

impl Pencil<'_> {
    fn key(&self, at: usize, fold: Fold) -> Key {
        let place = &self.map.places[at];
        let readers = self.map.readings.iter().filter(|one| one.at == Spot::Place(at) && self.is_about(one.data));
        Key {
            lane: place.lane,
            perimeter: place.perimeter.map(|at| if fold < Fold::Hosts { at } else { 0 }),
            look: look(self.of(&place.data), self.of(&place.at_rest)),
            readers: (fold < Fold::Look).then(|| readers.map(|one| one.actor).collect()),
        }
    }

    /// The map with only what the drawing is about, folded.
    pub(super) fn folded(&self, fold: Fold) -> SystemMap {
        let shown = self.shown();
        let mut groups: Vec<(Option<Key>, Vec<usize>)> = Vec::new();
        for at in shown {
            let key = (fold > Fold::None).then(|| self.key(at, fold));
            match groups.iter_mut().find(|(known, _)| key.is_some() && *known == key) {
                Some((_, all)) => all.push(at),
                None => groups.push((key, vec![at])),
            }
        }
        let groups: Vec<Vec<usize>> = groups.into_iter().map(|(_, all)| all).collect();
        let group_of = |at: usize| groups.iter().position(|group| group.contains(&at));
        let mut map = SystemMap {
            places: groups.iter().map(|group| self.merged(group)).collect(),
            pipes: Vec::new(),
            perimeters: if fold < Fold::Hosts { self.map.perimeters.clone() } else { self.one_perimeter(&groups) },
            readings: self.map.readings.clone(),
            through: self.map.through.clone(),
        };
        let carried = |pipe: &&Pipe| self.of(&pipe.data).iter().any(|one| one.is_there());
        for pipe in self.map.pipes.iter().filter(carried) {
            if let (Some(from), Some(to)) = (group_of(pipe.ends[0]), group_of(pipe.ends[1])) {
                let hops = pipe.channel(|data| self.is_about(data)).into_iter().collect();
                join(&mut map.pipes, &Pipe { hops, ..pipe.clone() }, [from, to]);
            }
        }
        if fold == Fold::Hosts {
            for place in &mut map.places {
                place.perimeter = place.perimeter.map(|_| 0);
            }
        }
        for reading in &mut map.readings {
            reading.at = self.moved(reading.at, &map.pipes, &group_of);
        }
        map.readings.dedup();
        map
    }

    /// One perimeter for those of all hosts.
    fn one_perimeter(&self, groups: &[Vec<usize>]) -> Vec<Perimeter> {
        let used = |at: &usize| groups.iter().flatten().any(|place| self.map.places[*place].perimeter == Some(*at));
        let hosts: Vec<usize> = (0..self.map.perimeters.len()).filter(used).collect();
        let all = || hosts.iter().map(|at| &self.map.perimeters[*at]);
        let said = |lang: Lang| texts::hosts(hosts.len(), lang);
        let unknown = |lang: Lang| texts::unknown_host(lang).to_owned();
        let name = |one: &Perimeter| {
            one.label.clone().unwrap_or_else(|| Both { fr: unknown(Lang::Fr), en: unknown(Lang::En) })
        };
        vec![Perimeter {
            organisation: None,
            label: Some(Both { fr: said(Lang::Fr), en: said(Lang::En) }),
            hds: None,
            keys: all().flat_map(|one| one.keys.clone()).collect(),
            members: all().map(name).collect(),
        }]
    }

    /// Where a spot is once folded; what is not drawn is nowhere.
    fn moved(&self, at: Spot, pipes: &[Pipe], group_of: &dyn Fn(usize) -> Option<usize>) -> Spot {
        match at {
            Spot::Place(place) => Spot::Place(group_of(place).unwrap_or(usize::MAX)),
            Spot::Pipe(pipe) => {
                let ends = self.map.pipes[pipe].ends.map(|end| group_of(end).unwrap_or(usize::MAX));
                let same = |pipe: &Pipe| pipe.ends == ends || pipe.ends == [ends[1], ends[0]];
                pipes.iter().position(same).map_or(Spot::Place(ends[1]), Spot::Pipe)
            }
        }
    }

    /// One card for some components.
    fn merged(&self, group: &[usize]) -> Place {
        let mut one = self.map.places[group[0]].clone();
        if group.len() == 1 {
            return one;
        }
        let all = || group.iter().map(|at| &self.map.places[*at]);
        let said = |lang: Lang| texts::several(one.lane as usize, group.len(), lang);
        one.label = Both { fr: said(Lang::Fr), en: said(Lang::En) };
        one.members = all().map(|place| place.label.clone()).collect();
        for other in all().skip(1) {
            for (known, more) in one.data.iter_mut().zip(&other.data).chain(one.at_rest.iter_mut().zip(&other.at_rest))
            {
                *known = (*known).max(*more);
            }
            let keys: Vec<_> = other.keys.iter().filter(|key| !one.keys.contains(key)).cloned().collect();
            one.keys.extend(keys);
            let users: Vec<_> = other.users.iter().filter(|user| !one.users.contains(user)).cloned().collect();
            one.users.extend(users);
        }
        one
    }
}

/// Adds a hop between two cards; of several, the weakest counts.
fn join(pipes: &mut Vec<Pipe>, pipe: &Pipe, ends: [usize; 2]) {
    if ends[0] == ends[1] {
        return;
    }
    let same = |known: &&mut Pipe| {
        (known.ends == ends || known.ends == [ends[1], ends[0]]) && known.is_copy() == pipe.is_copy()
    };
    let Some(known) = pipes.iter_mut().find(same) else {
        pipes.push(Pipe { ends, ..pipe.clone() });
        return;
    };
    known.hops.extend(&pipe.hops);
    for (known, more) in known.channels.iter_mut().zip(&pipe.channels) {
        *known = (*known).max(*more);
    }
    for (known, more) in known.data.iter_mut().zip(&pipe.data) {
        *known = (*known).max(*more);
    }
}
