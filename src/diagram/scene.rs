//! What a drawing is made of, in pixels: cards, tubes, panels and texts, each where it stands. Tests measure it.

use super::font::Face;

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    /// The left side.
    pub x: i32,
    /// The top side.
    pub y: i32,
    /// The width.
    pub w: i32,
    /// The height.
    pub h: i32,
}

impl Rect {
    /// A rectangle by its left top corner and its size.
    pub const fn new(x: i32, y: i32, w: i32, h: i32) -> Self {
        Self { x, y, w, h }
    }

    /// The right side.
    pub const fn right(self) -> i32 {
        self.x + self.w
    }

    /// The bottom side.
    pub const fn bottom(self) -> i32 {
        self.y + self.h
    }

    /// Whether it shares more than a side with another.
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether another stands wholly inside.
    pub const fn holds(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}

/// A colour by what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Ordinary text.
    Black,
    /// Secondary text.
    Soft,
    /// Plaintext.
    Clear,
    /// Ciphertext.
    Sealed,
    /// What is not known.
    Open,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Where it starts.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// The text.
    pub text: String,
    /// Its size and weight.
    pub face: Face,
    /// Its colour.
    pub ink: Ink,
}

impl Words {
    /// The room that it takes.
    pub fn rect(&self) -> Rect {
        let size = i32::from(self.face.size);
        Rect::new(self.x, self.y - size, self.face.width(&self.text), size + 3)
    }
}

/// How a card is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In clear: hatched.
    Clear,
    /// Encrypted: flat.
    Sealed,
    /// Not stated: cross-hatched, dotted.
    Open,
    /// Neither: it holds a key, or an authority asks for it.
    Blank,
    /// Somebody who reads without being meant to.
    Reader,
}

/// A picture beside a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Somebody reads without being meant to.
    Eye,
    /// A key is here.
    Key,
    /// A channel is protected.
    Lock,
    /// An authority.
    Law,
}

/// An icon, by its centre; each is 16 wide and high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Which.
    pub icon: Icon,
    /// Its centre.
    pub x: i32,
    /// Its centre.
    pub y: i32,
}

impl Mark {
    /// The room that it takes.
    pub const fn rect(self) -> Rect {
        Rect::new(self.x - 8, self.y - 8, 16, 16)
    }
}

/// A number in a disc: the same beside a reader, and where they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Its centre.
    pub x: i32,
    /// Its centre.
    pub y: i32,
    /// The number, or how many more.
    pub text: String,
}

impl Badge {
    /// The room that it takes.
    pub fn rect(&self) -> Rect {
        Rect::new(self.x - 8, self.y - 8, 16, 16)
    }
}

/// A component, or somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The whole name, for whoever points at it.
    pub name: String,
    /// Its room.
    pub rect: Rect,
    /// How it is filled.
    pub look: Look,
    /// Its texts.
    pub lines: Vec<Words>,
    /// Its icons.
    pub marks: Vec<Mark>,
    /// Its numbers.
    pub badges: Vec<Badge>,
}

/// A part of a path: straight to a point, or a curve that leaves and arrives level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// A straight line, to a point.
    Line(i32, i32),
    /// A curve to a point, by two controls.
    Curve([(i32, i32); 3]),
}

/// How a channel is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheath {
    /// Protected: two full lines.
    Closed,
    /// Not protected: two dotted lines.
    Dotted,
    /// Not known: two dotted lines, and a question mark.
    Unknown,
    /// No channel: a copy.
    None,
}

/// A hop between two cards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tube {
    /// The names of its ends.
    pub name: String,
    /// The cards that it joins, by position.
    pub ends: [usize; 2],
    /// Where it starts.
    pub start: (i32, i32),
    /// Its way.
    pub strokes: Vec<Stroke>,
    /// What is around the data.
    pub sheath: Sheath,
    /// How data is inside.
    pub core: Look,
    /// What is written along it.
    pub labels: Vec<Words>,
    /// Its padlock.
    pub marks: Vec<Mark>,
}

/// Half of the width of a tube.
pub const HALF_TUBE: i32 = 6;

impl Tube {
    /// Points of its middle line, close to each other.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let mut at = (f64::from(self.start.0), f64::from(self.start.1));
        let mut points = vec![at];
        for stroke in &self.strokes {
            let steps = 32;
            let (one, two, end) = match *stroke {
                Stroke::Line(x, y) => (at, (f64::from(x), f64::from(y)), (f64::from(x), f64::from(y))),
                Stroke::Curve([one, two, end]) => (
                    (f64::from(one.0), f64::from(one.1)),
                    (f64::from(two.0), f64::from(two.1)),
                    (f64::from(end.0), f64::from(end.1)),
                ),
            };
            for step in 1..=steps {
                let t = f64::from(step) / f64::from(steps);
                let u = 1.0 - t;
                let blend = |a: f64, b: f64, c: f64, d: f64| {
                    u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
                };
                points.push((blend(at.0, one.0, two.0, end.0), blend(at.1, one.1, two.1, end.1)));
            }
            at = end;
        }
        points
    }
}

/// A panel behind cards: a lane, a perimeter, a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Its room.
    pub rect: Rect,
    /// Whether it is the perimeter of a host: dashed.
    pub perimeter: bool,
    /// Its title and what else is written in it.
    pub lines: Vec<Words>,
    /// Its icons.
    pub marks: Vec<Mark>,
}

/// A drawing, every part in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, in sentences, for whoever cannot see it.
    pub description: String,
    /// Its width and height.
    pub size: (i32, i32),
    /// Lanes, perimeters, bands.
    pub panels: Vec<Panel>,
    /// Components, then readers.
    pub cards: Vec<Card>,
    /// Hops.
    pub tubes: Vec<Tube>,
    /// Other texts.
    pub notes: Vec<Words>,
    /// Icons beside them.
    pub marks: Vec<Mark>,
}
