//! The order of what stands in each column: hops cross as little as can be.
//!
//! The lane of a component is given; what is free is its place in it. A hop that passes a column without stopping has a
//! slot of its own there, so that it goes through no card.

/// Something that takes room in a column: a card, or the passage of a hop.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// The column.
    pub(super) lane: usize,
    /// The group within it that it cannot leave: its perimeter.
    pub(super) group: usize,
    /// The room that it takes.
    pub(super) height: i32,
    /// Its top, once it is known.
    pub(super) top: i32,
}

impl Slot {
    /// Its middle.
    pub(super) const fn middle(&self) -> i32 {
        self.top + self.height / 2
    }
}

/// The slots of each column, of each of its groups, in order.
type Order = Vec<Vec<Vec<usize>>>;

/// The columns of a drawing.
pub(super) struct Columns {
    pub(super) slots: Vec<Slot>,
    /// Pairs of slots of neighbouring columns, joined by a hop, left first.
    pub(super) joins: Vec<(usize, usize)>,
    /// The slots of each column and group, in order.
    pub(super) order: Order,
    /// The order of the groups.
    pub(super) groups: Vec<usize>,
    gap: i32,
    /// Above the first slot of a group of the last two columns.
    head: i32,
}

/// Rounds of ordering; a few are enough for it to settle.
const ROUNDS: usize = 10;
/// With so many groups, every order of them is tried.
const TRIED: usize = 4;
/// The first column that has groups.
const GROUPED: usize = 2;

impl Columns {
    pub(super) fn new(slots: Vec<Slot>, joins: Vec<(usize, usize)>, groups: usize, (gap, head): (i32, i32)) -> Self {
        let of = |lane: usize, group: usize| {
            let here = |at: &usize| slots[*at].lane == lane && slots[*at].group == group;
            (0..slots.len()).filter(here).collect::<Vec<_>>()
        };
        let order = (0..4).map(|lane| (0..groups.max(1)).map(|group| of(lane, group)).collect()).collect();
        let groups = (0..groups.max(1)).collect();
        let mut columns = Self { slots, joins, order, groups, gap, head };
        columns.arrange();
        columns
    }

    /// Tries every order of the groups, if they are few, and keeps the best.
    fn arrange(&mut self) {
        let used: Vec<usize> = self.groups.iter().copied().filter(|group| self.is_used(*group)).collect();
        let orders = if used.len() <= TRIED { permutations(&used) } else { vec![used] };
        let start = self.order.clone();
        let mut best: Option<(i64, Vec<usize>, Order)> = None;
        for groups in orders {
            (self.groups, self.order) = (groups, start.clone());
            let (cost, order) = self.settled();
            if best.as_ref().is_none_or(|(known, ..)| cost < *known) {
                best = Some((cost, self.groups.clone(), order));
            }
        }
        if let Some((_, groups, order)) = best {
            (self.groups, self.order) = (groups, order);
        }
        self.place();
    }

    fn is_used(&self, group: usize) -> bool {
        (GROUPED..4).any(|lane| !self.order[lane][group].is_empty())
    }

    /// Orders each column by its neighbours, from left to right and back, and gives the best that was seen.
    fn settled(&mut self) -> (i64, Order) {
        self.place();
        let mut best = (self.cost(), self.order.clone());
        for round in 0..ROUNDS {
            let lanes: Vec<usize> = if round % 2 == 0 { vec![1, 2, 3] } else { vec![2, 1, 0] };
            for lane in lanes {
                self.sort(lane, round % 2 == 0);
                self.place();
            }
            let cost = self.cost();
            if cost < best.0 {
                best = (cost, self.order.clone());
            }
        }
        best
    }

    /// Sorts a column by the middle of what its slots are joined to on one side; ties stay in their order.
    fn sort(&mut self, lane: usize, by_left: bool) {
        for group in 0..self.order[lane].len() {
            let mut list = self.order[lane][group].clone();
            let key = |at: &usize| {
                let middles: Vec<i32> = self.neighbours(*at, by_left).map(|other| self.slots[other].middle()).collect();
                let count = i32::try_from(middles.len()).unwrap_or(i32::MAX);
                if count == 0 { self.slots[*at].middle() } else { middles.iter().sum::<i32>() / count }
            };
            list.sort_by_key(key);
            self.order[lane][group] = list;
        }
    }

    fn neighbours(&self, at: usize, left: bool) -> impl Iterator<Item = usize> {
        self.joins.iter().filter_map(move |(one, other)| match left {
            true if *other == at => Some(*one),
            false if *one == at => Some(*other),
            _ => None,
        })
    }

    /// Crossings, then how far hops go up and down.
    fn cost(&self) -> i64 {
        let middle = |at: usize| i64::from(self.slots[at].middle());
        let mut cost = 0;
        for (at, (a, b)) in self.joins.iter().enumerate() {
            cost += (middle(*a) - middle(*b)).abs();
            let same = self.joins[at + 1..].iter().filter(|(c, _)| self.slots[*c].lane == self.slots[*a].lane);
            for (c, d) in same {
                if (middle(*a) - middle(*c)) * (middle(*b) - middle(*d)) < 0 {
                    cost += 400;
                }
            }
        }
        cost
    }

    /// The height of a group: that of the higher of its two columns.
    fn height(&self, group: usize) -> i32 {
        (GROUPED..4).map(|lane| self.stack(&self.order[lane][group])).max().unwrap_or(0)
    }

    fn stack(&self, list: &[usize]) -> i32 {
        let gaps = self.gap * i32::try_from(list.len().saturating_sub(1)).unwrap_or(0);
        list.iter().map(|at| self.slots[*at].height).sum::<i32>() + gaps
    }

    /// Where each group starts, its head included, and how high it is with it.
    pub(super) fn bands(&self) -> Vec<(usize, i32, i32)> {
        let mut top = 0;
        let mut bands = Vec::new();
        for group in &self.groups {
            let height = self.head + self.height(*group) + self.gap;
            bands.push((*group, top, height));
            top += height + self.gap;
        }
        bands
    }

    /// The height of it all.
    pub(super) fn total(&self) -> i32 {
        let grouped = self.bands().last().map_or(0, |(_, top, height)| top + height);
        let free = (0..GROUPED)
            .map(|lane| self.head + self.order[lane].iter().map(|list| self.stack(list)).sum::<i32>() + self.gap);
        free.max().unwrap_or(0).max(grouped)
    }

    /// Gives each slot its top: in its order, as near to what it is joined to as the room allows.
    pub(super) fn place(&mut self) {
        let total = self.total();
        let bands = self.bands();
        for lane in 0..4 {
            if lane < GROUPED {
                let list: Vec<usize> = self.order[lane].iter().flatten().copied().collect();
                self.spread(&list, self.head, total - self.gap);
            } else {
                for (group, top, height) in &bands {
                    let list = self.order[lane][*group].clone();
                    self.spread(&list, top + self.head, top + height - self.gap);
                }
            }
        }
        for _ in 0..4 {
            for lane in [2, 1, 0, 1, 3, 2] {
                self.pull(lane, total, &bands);
            }
        }
    }

    /// Stacks slots in the middle of their room.
    fn spread(&mut self, list: &[usize], top: i32, bottom: i32) {
        let mut y = top + (bottom - top - self.stack(list)).max(0) / 2;
        for at in list {
            self.slots[*at].top = y;
            y += self.slots[*at].height + self.gap;
        }
    }

    /// Moves the slots of a column towards what they are joined to, in their order, within their room.
    fn pull(&mut self, lane: usize, total: i32, bands: &[(usize, i32, i32)]) {
        if lane < GROUPED {
            let list: Vec<usize> = self.order[lane].iter().flatten().copied().collect();
            self.pull_in(&list, self.head, total - self.gap);
            return;
        }
        for (group, top, height) in bands {
            let list = self.order[lane][*group].clone();
            self.pull_in(&list, top + self.head, top + height - self.gap);
        }
    }

    fn pull_in(&mut self, list: &[usize], top: i32, bottom: i32) {
        let wish = |at: &usize| {
            let joined: Vec<i32> = [true, false]
                .into_iter()
                .flat_map(|left| self.neighbours(*at, left))
                .map(|other| self.slots[other].middle())
                .collect();
            let count = i32::try_from(joined.len()).unwrap_or(i32::MAX);
            let slot = &self.slots[*at];
            if count == 0 { slot.top } else { joined.iter().sum::<i32>() / count - slot.height / 2 }
        };
        let mut tops: Vec<i32> = list.iter().map(wish).collect();
        let mut least = top;
        for (at, y) in list.iter().zip(&mut tops) {
            *y = (*y).max(least);
            least = *y + self.slots[*at].height + self.gap;
        }
        let mut most = bottom;
        for (at, y) in list.iter().zip(&mut tops).rev() {
            *y = (*y).min(most - self.slots[*at].height);
            most = *y - self.gap;
        }
        for (at, y) in list.iter().zip(tops) {
            self.slots[*at].top = y;
        }
    }
}

/// Every order of a few things, that which is given first.
fn permutations(of: &[usize]) -> Vec<Vec<usize>> {
    if of.len() <= 1 {
        return vec![of.to_vec()];
    }
    let mut all = Vec::new();
    for (at, first) in of.iter().enumerate() {
        let rest: Vec<usize> = of.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).collect();
        for mut order in permutations(&rest) {
            order.insert(0, *first);
            all.push(order);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(lane: usize, group: usize) -> Slot {
        Slot { lane, group, height: 40, top: 0 }
    }

    #[test]
    fn hops_that_can_be_uncrossed_are() {
        let slots = vec![slot(0, 0), slot(0, 0), slot(1, 0), slot(1, 0)];
        let columns = Columns::new(slots, vec![(0, 3), (1, 2)], 1, (16, 40));
        let above = |one: usize, other: usize| columns.slots[one].top < columns.slots[other].top;
        assert_eq!(above(0, 1), above(3, 2));
    }

    #[test]
    fn nothing_overlaps_and_groups_stay_apart() {
        let slots: Vec<Slot> = (0..12).map(|at| slot(at % 4, if at % 4 >= 2 { at / 4 } else { 0 })).collect();
        let joins = vec![(0, 1), (1, 10), (10, 3), (4, 5), (5, 2), (2, 11), (8, 9), (9, 6), (6, 7)];
        let columns = Columns::new(slots, joins, 3, (16, 40));
        for (at, one) in columns.slots.iter().enumerate() {
            for other in columns.slots[at + 1..].iter().filter(|other| other.lane == one.lane) {
                assert!(one.top + one.height <= other.top || other.top + other.height <= one.top);
            }
            let band = columns.bands().into_iter().find(|(group, ..)| *group == one.group);
            if let Some((_, top, height)) = band.filter(|_| one.lane >= GROUPED) {
                assert!(one.top >= top + 40 && one.top + one.height <= top + height);
            }
        }
    }

    #[test]
    fn every_order_is_tried_once() {
        let all = permutations(&[1, 2, 3]);
        assert_eq!(all.len(), 6);
        assert_eq!(all[0], [1, 2, 3]);
    }
}
