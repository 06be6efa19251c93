//! Cards: a component with what is said of it, and those who read.

use super::font::Face;
use super::layout::{CARD, NAME, PAD, TEXT, discs, discs_height};
use super::scene::{Badge, Card, Icon, Ink, Look, Mark, Rect, Words};
use super::sketch::{Node, Reader, Said};

/// The most lines of a name.
const NAME_LINES: usize = 2;
/// The most lines of a text.
const TEXT_LINES: usize = 2;
/// The most keys told of in a card.
const KEYS: usize = 3;
/// The room of a key before its text.
const KEY: i32 = 18;

/// What is written in a card, from its top, before it has its place.
struct Body {
    lines: Vec<(i32, i32, String, Face, Ink)>,
    keys: Vec<i32>,
    height: i32,
}

impl Body {
    fn new(name: &str, said: &[Said], width: i32, indent: i32) -> Self {
        let mut body = Self { lines: Vec::new(), keys: Vec::new(), height: 0 };
        for line in NAME.wrapped(name, width - indent, NAME_LINES) {
            body.add(indent, line, NAME, Ink::Black);
        }
        let (keys, texts): (Vec<&Said>, Vec<&Said>) =
            said.iter().filter(|said| !said.text.is_empty()).partition(|said| said.key);
        for said in texts {
            let most = if said.ink == Ink::Soft { TEXT_LINES + 1 } else { TEXT_LINES };
            for line in TEXT.wrapped(&said.text, width, most) {
                body.add(0, line, TEXT, said.ink);
            }
        }
        let left = keys.len().saturating_sub(KEYS);
        for (at, said) in keys.into_iter().take(KEYS).enumerate() {
            let more = if left > 0 && at + 1 == KEYS { format!(" +{left}") } else { String::new() };
            body.keys.push(body.height + 9);
            for line in TEXT.wrapped(&(said.text.clone() + &more), width - KEY, TEXT_LINES) {
                body.add(KEY, line, TEXT, said.ink);
            }
        }
        body
    }

    fn add(&mut self, x: i32, text: String, face: Face, ink: Ink) {
        self.height += face.line();
        self.lines.push((x, self.height - 4, text, face, ink));
    }

    /// Its texts and icons, from a corner.
    fn at(&self, x: i32, y: i32) -> (Vec<Words>, Vec<Mark>) {
        let words = |(dx, dy, text, face, ink): &(i32, i32, String, Face, Ink)| Words {
            x: x + dx,
            y: y + dy,
            text: text.clone(),
            face: *face,
            ink: *ink,
        };
        let key = |dy: &i32| Mark { icon: Icon::Key, x: x + 7, y: y + dy };
        (self.lines.iter().map(words).collect(), self.keys.iter().map(key).collect())
    }
}

fn body(node: &Node) -> Body {
    Body::new(&node.name, &node.lines, CARD - 2 * PAD, 0)
}

/// How high a component's card has to be.
pub(super) fn height(node: &Node) -> i32 {
    let discs = discs_height(node.readers.len());
    body(node).height + discs + if discs > 0 { 4 } else { 0 } + 2 * PAD
}

/// A component's card.
pub(super) fn component(node: &Node, rect: Rect) -> Card {
    let body = body(node);
    let (x, y) = (rect.x + PAD, rect.y + (rect.h - height(node)) / 2 + PAD);
    let (lines, mut marks) = body.at(x, y);
    let (badges, eyes) = discs(&node.readers, (x, y + body.height + 4));
    marks.extend(eyes);
    Card { name: node.name.clone(), rect, look: node.look, lines, marks, badges }
}

/// The room of an icon or a number before a reader's name.
const DISC: i32 = 44;

/// A reader's card, and how high it has to be.
pub(super) fn reader(reader: &Reader, rect: Rect) -> Card {
    let body = reader_body(reader, rect.w);
    let (x, y) = (rect.x + PAD, rect.y + PAD - 2);
    let (lines, mut marks) = body.at(x, y);
    let icon = if reader.law { Icon::Law } else { Icon::Eye };
    marks.push(Mark { icon, x: x + 8, y: y + 9 });
    let badge = reader.number.map(|number| Badge { x: x + 30, y: y + 9, text: number.to_string() });
    let look = if reader.law { Look::Blank } else { Look::Reader };
    Card { name: reader.name.clone(), rect, look, lines, marks, badges: badge.into_iter().collect() }
}

fn reader_body(reader: &Reader, width: i32) -> Body {
    let indent = if reader.number.is_some() { DISC } else { DISC / 2 };
    Body::new(&reader.name, &reader.lines, width - 2 * PAD, indent)
}

/// How high a reader's card has to be.
pub(super) fn reader_height(reader: &Reader, width: i32) -> i32 {
    reader_body(reader, width).height + 2 * PAD - 4
}
