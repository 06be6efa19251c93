//! From a sketch to a scene: how wide columns and gutters are, where hops enter, where texts stand.

use super::columns::{Columns, Slot};
use super::font::Face;
use super::scene::{Badge, Card, HALF_TUBE, Icon, Ink, Look, Mark, Panel, Rect, Scene, Sheath, Stroke, Tube, Words};
use super::sketch::{Edge, Node, Sketch};

/// The width of a card.
pub(super) const CARD: i32 = 152;
/// From the side of a card to its texts.
pub(super) const PAD: i32 = 12;
/// Between cards.
const GAP: i32 = 16;
/// The head of a lane or a perimeter.
const HEAD: i32 = 46;
/// Where hops curve.
const CURVE: i32 = 40;
/// Around it all.
pub(super) const MARGIN: i32 = 14;
/// From the side of a panel to what is in it.
const INSET: i32 = 10;
/// The room of a hop with its two words.
const WORDED: i32 = 42;
/// The room of a hop without words.
const BARE: i32 = 20;
/// The room of a padlock.
const LOCK: i32 = 22;

pub(super) const NAME: Face = Face::bold(13);
pub(super) const TEXT: Face = Face::regular(12);
pub(super) const SMALL: Face = Face::regular(11);
const LABEL: Face = Face::bold(11);

/// Where a hop leaves a card or enters it.
#[derive(Debug, Clone, Copy)]
struct Port {
    edge: usize,
    /// Towards which height it goes.
    towards: i32,
    room: i32,
}

/// A sketch on its way to a scene.
pub(super) struct Layout<'s> {
    sketch: &'s Sketch,
    columns: Columns,
    /// For each hop, the slots of its way, from left to right; its two cards if they share a column.
    ways: Vec<Vec<usize>>,
    /// The left side of the cards of each column.
    left: [i32; 4],
    /// The room of words before each column, and of those that come back to it after.
    before: [i32; 4],
    after: [i32; 4],
    /// The room of those that come back to a column.
    turns: [i32; 4],
    /// How far each hop that comes back to its column goes, beside the others.
    tracks: Vec<i32>,
    /// The height of each port: for each hop, at its left end and at its right end.
    ports: Vec<[i32; 2]>,
}

const fn lane(node: &Node) -> usize {
    node.lane as usize
}

impl<'s> Layout<'s> {
    pub(super) fn new(sketch: &'s Sketch, body_of: impl Fn(&Node) -> i32) -> Self {
        let lanes: Vec<usize> = sketch.nodes.iter().map(lane).collect();
        let mut slots: Vec<Slot> = Vec::new();
        for (at, node) in sketch.nodes.iter().enumerate() {
            let height = body_of(node).max(ports_height(sketch, &lanes, at));
            let group = if lanes[at] >= 2 { node.perimeter.unwrap_or(0) } else { 0 };
            slots.push(Slot { lane: lanes[at], group, height, top: 0 });
        }
        let mut joins = Vec::new();
        let mut ways = Vec::new();
        for edge in &sketch.edges {
            let [mut from, mut to] = edge.ends;
            if lanes[from] > lanes[to] {
                (from, to) = (to, from);
            }
            let mut way = vec![from];
            for passed in lanes[from] + 1..lanes[to] {
                let group = if passed >= 2 { slots[to].group } else { 0 };
                slots.push(Slot { lane: passed, group, height: BARE, top: 0 });
                way.push(slots.len() - 1);
            }
            way.push(to);
            if lanes[from] != lanes[to] {
                joins.extend(way.windows(2).map(|pair| (pair[0], pair[1])));
            }
            ways.push(way);
        }
        let columns = Columns::new(slots, joins, sketch.zones.len(), (GAP, HEAD));
        let mut layout = Self {
            sketch,
            columns,
            ways,
            left: [0; 4],
            before: [0; 4],
            after: [0; 4],
            turns: [0; 4],
            tracks: Vec::new(),
            ports: Vec::new(),
        };
        layout.measure();
        layout.enter();
        layout
    }

    fn is_loop(&self, edge: usize) -> bool {
        let way = &self.ways[edge];
        self.columns.slots[way[0]].lane == self.columns.slots[way[way.len() - 1]].lane
    }

    /// How wide gutters are, and where columns start.
    fn measure(&mut self) {
        for (at, edge) in self.sketch.edges.iter().enumerate() {
            let way = &self.ways[at];
            let end = self.columns.slots[way[way.len() - 1]].lane;
            let room = LABEL.width(&edge.above).max(LABEL.width(&edge.below)) + lock(edge) + 6;
            let side = if self.is_loop(at) { &mut self.after[end] } else { &mut self.before[end] };
            *side = (*side).max(room);
        }
        let turns = self.turn();
        let mut x = MARGIN + INSET;
        for (lane, turn) in turns.into_iter().enumerate() {
            if lane > 0 {
                x += CURVE + self.before[lane];
            }
            self.left[lane] = x;
            x += CARD + self.after[lane] + turn + if lane < 3 { 2 * INSET } else { 0 };
        }
        self.turns = turns;
    }

    /// Gives each hop that comes back to its column a track of its own, the longer the further; and says how wide these are.
    fn turn(&mut self) -> [i32; 4] {
        self.tracks = vec![0; self.ways.len()];
        [0, 1, 2, 3].map(|lane| self.turn_in(lane))
    }

    fn turn_in(&mut self, lane: usize) -> i32 {
        let slot = |at: usize, end: usize| &self.columns.slots[self.ways[at][end]];
        let mut loops: Vec<usize> =
            (0..self.ways.len()).filter(|at| self.is_loop(*at) && slot(*at, 0).lane == lane).collect();
        loops.sort_by_key(|at| (slot(*at, 0).middle() - slot(*at, 1).middle()).abs());
        let mut far = 0;
        for at in loops {
            far += 2 * if self.sketch.edges[at].sheath == Sheath::None { 4 } else { HALF_TUBE + 4 };
            self.tracks[at] = far + 14;
        }
        if far > 0 { far + 24 } else { 0 }
    }

    /// Where each hop leaves and enters: on each side of a card, in the order of where it goes.
    fn enter(&mut self) {
        self.ports = vec![[0; 2]; self.sketch.edges.len()];
        for node in 0..self.sketch.nodes.len() {
            for left in [true, false] {
                let mut ports = self.ports_of(node, left);
                ports.sort_by_key(|port| port.towards);
                let whole: i32 = ports.iter().map(|port| port.room).sum();
                let slot = &self.columns.slots[node];
                let mut y = slot.middle() - whole / 2;
                for port in ports {
                    let way = &self.ways[port.edge];
                    let first = way[0] == node;
                    self.ports[port.edge][usize::from(!first)] = y + port.room / 2;
                    y += port.room;
                }
            }
        }
    }

    fn ports_of(&self, node: usize, left: bool) -> Vec<Port> {
        let mut ports = Vec::new();
        for (edge, way) in self.ways.iter().enumerate() {
            let (first, last) = (way[0], way[way.len() - 1]);
            let towards = |other: usize| self.columns.slots[other].middle();
            if self.is_loop(edge) {
                if !left && (first == node || last == node) {
                    let other = if first == node { last } else { first };
                    let room = if first == node { WORDED } else { BARE };
                    ports.push(Port { edge, towards: towards(other), room });
                }
            } else if left && last == node {
                ports.push(Port { edge, towards: towards(way[way.len() - 2]), room: WORDED });
            } else if !left && first == node {
                ports.push(Port { edge, towards: towards(way[1]), room: BARE });
            }
        }
        ports
    }

    pub(super) fn rect(&self, node: usize) -> Rect {
        let slot = &self.columns.slots[node];
        Rect::new(self.left[slot.lane], MARGIN + slot.top, CARD, slot.height)
    }

    /// The right side of the columns.
    pub(super) fn right(&self) -> i32 {
        self.left[3] + CARD + self.after[3] + self.turns[3] + INSET + MARGIN
    }

    /// The bottom of the columns.
    pub(super) fn bottom(&self) -> i32 {
        MARGIN + self.columns.total()
    }

    /// The hops.
    pub(super) fn tubes(&self) -> Vec<Tube> {
        (0..self.sketch.edges.len()).map(|edge| self.tube(edge)).collect()
    }

    fn tube(&self, at: usize) -> Tube {
        let edge = &self.sketch.edges[at];
        let way = &self.ways[at];
        let (first, last) = (way[0], way[way.len() - 1]);
        let [from, to] = self.ports[at].map(|y| MARGIN + y);
        let lane = self.columns.slots[first].lane;
        let start = (self.left[lane] + CARD, from);
        let (strokes, words) = if self.is_loop(at) {
            let out = start.0 + self.after[lane];
            (turned(start.0, out, out + self.tracks[at], (from, to)), (start.0, from))
        } else {
            self.across(way, (from, to))
        };
        let names = |node: usize| self.sketch.nodes[node].name.as_str();
        let (labels, marks) = written(edge, words);
        Tube {
            name: format!("{} – {}", names(first), names(last)),
            ends: [first, last],
            start,
            strokes,
            sheath: edge.sheath,
            core: edge.core,
            labels,
            marks,
        }
    }

    /// A way from a column to another: a curve in each gutter, level in between.
    fn across(&self, way: &[usize], (from, to): (i32, i32)) -> (Vec<Stroke>, (i32, i32)) {
        let mut strokes = Vec::new();
        let mut y = from;
        let mut x = 0;
        for (at, slot) in way.iter().enumerate().skip(1) {
            let slot = &self.columns.slots[*slot];
            let start = self.left[slot.lane - 1] + CARD;
            let level = start + self.after[slot.lane - 1] + self.turns[slot.lane - 1] + INSET / 2;
            let end = self.left[slot.lane] - self.before[slot.lane];
            let next = if at + 1 == way.len() { to } else { MARGIN + slot.middle() };
            let middle = level.midpoint(end);
            strokes.push(Stroke::Line(level, y));
            strokes.push(Stroke::Curve([(middle, y), (middle, next), (end, next)]));
            x = end;
            y = next;
            strokes.push(Stroke::Line(self.left[slot.lane], y));
            if at + 1 < way.len() {
                strokes.push(Stroke::Line(self.left[slot.lane] + CARD, y));
            }
        }
        (strokes, (x, y))
    }

    /// Lanes and perimeters.
    pub(super) fn panels(&self, titles: [&str; 2]) -> Vec<Panel> {
        let height = self.bottom() - MARGIN;
        let used = |at: usize| self.sketch.nodes.iter().any(|node| lane(node) == at);
        let mut panels = Vec::new();
        for lane in (0..titles.len()).filter(|lane| used(*lane)) {
            let rect = self.lane(lane, MARGIN, height);
            panels.push(Panel {
                rect,
                perimeter: false,
                lines: head(rect, titles[lane], "", rect.w),
                marks: Vec::new(),
            });
        }
        for (group, top, height) in self.columns.bands() {
            if !self.sketch.nodes.iter().any(|node| node.perimeter == Some(group)) {
                continue;
            }
            let (one, other) = (self.lane(2, MARGIN + top, height), self.lane(3, MARGIN + top, height));
            let rect = Rect { w: other.right() - one.x, ..one };
            let zone = &self.sketch.zones[group];
            // Between two perimeters hops may pass beside the title of one; within a single one, none does.
            let alone = self.columns.groups.len() == 1;
            let mut lines = head(rect, &zone.title, &zone.note, if alone { self.left[3] - rect.x } else { one.w });
            let mut marks = Vec::new();
            if let Some(key) = zone.keys.first() {
                let more = if zone.keys.len() > 1 { format!(" +{}", zone.keys.len() - 1) } else { String::new() };
                let (x, y) = (self.left[3] + 20, rect.y + 30);
                let text = format!("{}{more}", SMALL.shortened(key, CARD - 20 - SMALL.width(&more)));
                lines.push(Words { x, y, text, face: SMALL, ink: Ink::Black });
                marks.push(Mark { icon: Icon::Key, x: x - 12, y: y - 4 });
            }
            panels.push(Panel { rect, perimeter: true, lines, marks });
        }
        panels
    }

    fn lane(&self, lane: usize, top: i32, height: i32) -> Rect {
        let left = self.left[lane] - self.before[lane] - INSET;
        let right = self.left[lane] + CARD + self.after[lane] + self.turns[lane] + INSET;
        Rect::new(left, top, right - left, height)
    }

    /// Everything above the band of readers.
    pub(super) fn scene(&self, cards: Vec<Card>, titles: [&str; 2]) -> Scene {
        Scene {
            title: String::new(),
            description: String::new(),
            size: (self.right(), self.bottom()),
            panels: self.panels(titles),
            cards,
            tubes: self.tubes(),
            notes: Vec::new(),
            marks: Vec::new(),
        }
    }
}

/// A way that comes back to its column: out, along its track with round corners, and in.
fn turned(card: i32, out: i32, far: i32, (from, to): (i32, i32)) -> Vec<Stroke> {
    let radius = 12.min((from - to).abs() / 2);
    let turn = if to > from { radius } else { -radius };
    vec![
        Stroke::Line(out.max(far - radius), from),
        Stroke::Curve([(far, from), (far, from), (far, from + turn)]),
        Stroke::Line(far, to - turn),
        Stroke::Curve([(far, to), (far, to), (far - radius, to)]),
        Stroke::Line(card, to),
    ]
}

/// The room that the hops of a card need on its busier side.
fn ports_height(sketch: &Sketch, lanes: &[usize], node: usize) -> i32 {
    let mut sides = [0, 0];
    for edge in sketch.edges.iter().filter(|edge| edge.ends.contains(&node)) {
        let other = if edge.ends[0] == node { edge.ends[1] } else { edge.ends[0] };
        match lanes[other].cmp(&lanes[node]) {
            std::cmp::Ordering::Less => sides[0] += WORDED,
            std::cmp::Ordering::Greater => sides[1] += BARE,
            std::cmp::Ordering::Equal => sides[1] += if edge.ends[0] == node { WORDED } else { BARE },
        }
    }
    sides[0].max(sides[1]) + 6
}

/// The title and the note of a panel.
fn head(rect: Rect, title: &str, note: &str, width: i32) -> Vec<Words> {
    let width = width - 2 * INSET;
    let line = |text: &str, y: i32, face: Face, ink: Ink| {
        let text = face.shortened(text, width);
        (!text.is_empty()).then_some(Words { x: rect.x + INSET, y: rect.y + y, text, face, ink })
    };
    let title = line(title, 20, NAME, Ink::Black);
    title.into_iter().chain(line(note, 36, SMALL, Ink::Soft)).collect()
}

/// The room before the words of a hop: that of its padlock, if it has one.
const fn lock(edge: &Edge) -> i32 {
    if matches!(edge.sheath, Sheath::Closed) { LOCK } else { 6 }
}

/// What is written along a hop, above and below it, and its padlock.
fn written(edge: &Edge, (x, y): (i32, i32)) -> (Vec<Words>, Vec<Mark>) {
    let ink = match edge.core {
        Look::Clear | Look::Blank | Look::Reader => Ink::Clear,
        Look::Sealed => Ink::Sealed,
        Look::Open => Ink::Open,
    };
    let channel = if edge.sheath == Sheath::Closed { Ink::Sealed } else { Ink::Soft };
    let left = x;
    let x = x + lock(edge);
    let above = Words { x, y: y - HALF_TUBE - 4, text: edge.above.clone(), face: LABEL, ink: channel };
    let below = Words { x, y: y + HALF_TUBE + 11, text: edge.below.clone(), face: LABEL, ink };
    let lock = (edge.sheath == Sheath::Closed).then_some(Mark { icon: Icon::Lock, x: left + 10, y });
    (vec![above, below], lock.into_iter().collect())
}

/// The discs of those who read at a card: so many fit in a line.
const DISCS: usize = 5;

/// The height of a line of discs, and from one to the next.
const DISC: i32 = 20;

/// How high the discs of so many numbers are.
pub(super) fn discs_height(numbers: usize) -> i32 {
    DISC * i32::try_from(numbers.div_ceil(DISCS)).unwrap_or(0)
}

/// The discs of some numbers, in lines, after an eye.
pub(super) fn discs(numbers: &[usize], (x, y): (i32, i32)) -> (Vec<Badge>, Vec<Mark>) {
    let badge = |(at, number): (usize, &usize)| {
        let [column, row] = [at % DISCS, at / DISCS].map(|place| i32::try_from(place).unwrap_or(0));
        Badge { x: x + 32 + column * DISC, y: y + 9 + row * DISC, text: number.to_string() }
    };
    let eye = (!numbers.is_empty()).then_some(Mark { icon: Icon::Eye, x: x + 8, y: y + 9 });
    (numbers.iter().enumerate().map(badge).collect(), eye.into_iter().collect())
}
