//! The drawing: from the map of a system to a scene, and from a scene to SVG, PNG and text formats.
//!
//! Everything that it shows is an atom of the graph: see [`crate::compare::SystemMap`].

mod cards;
mod columns;
mod fold;
mod font;
mod layout;
mod legend;
mod people;
mod png;
mod scene;
mod scheme;
mod sketch;
mod svg;
mod written;

pub use font::Face;
pub use png::{PngError, png};
pub use scene::{Badge, Card, HALF_TUBE, Icon, Ink, Look, Mark, Panel, Rect, Scene, Sheath, Stroke, Tube, Words};
pub use scheme::scheme;
pub use sketch::Subject;
pub use svg::{Frame, svg};
pub use written::{dot, mermaid};

use fold::Fold;
use layout::{Layout, MARGIN, NAME, TEXT};
use sketch::{Pencil, Sketch};

use crate::audit::Audit;
use crate::compare::SystemMap;
use crate::text::{Lang, diagram as texts};

/// The narrowest reader's card.
const READER: i32 = 198;
/// The most rows of them, if some can be told of in a line.
const ROWS: usize = 2;
/// Between readers' cards.
const BETWEEN: i32 = 10;
/// Where more would be folded: as high as this, and with its readers, it is legible on a sheet of paper.
const HIGHEST: i32 = 720;
/// The narrowest drawing: its legend has to fit.
const NARROWEST: i32 = 760;

/// Draws a system, or one of its data assets, with its legend.
pub fn scene(map: &SystemMap, audit: &Audit, subject: Subject, lang: Lang) -> Scene {
    let mut scene = without_legend(map, audit, subject, lang);
    legend::add(&mut scene, lang);
    scene
}

/// The same for a page in which another drawing has the legend.
pub fn without_legend(map: &SystemMap, audit: &Audit, subject: Subject, lang: Lang) -> Scene {
    let pencil = Pencil { map, audit, subject, lang, left_out: 0 };
    let sketch = fitting(&pencil);
    let layout = Layout::new(&sketch, cards::height);
    let cards = sketch.nodes.iter().enumerate().map(|(at, node)| cards::component(node, layout.rect(at))).collect();
    let titles = [texts::devices, texts::network].map(|title| title(lang));
    let mut scene = layout.scene(cards, titles);
    scene.size.0 = scene.size.0.max(NARROWEST);
    band(&mut scene, &sketch, lang);
    scene.size.1 += MARGIN;
    scene.title = title_of(&pencil);
    scene.description = description(&sketch, &pencil);
    scene
}

/// What a drawing shows, in a few words.
fn title_of(pencil: &Pencil) -> String {
    let about = match pencil.subject {
        Subject::Overview => texts::overview(pencil.lang).to_owned(),
        Subject::Data(data) => pencil.name(&pencil.audit.data[data].label),
    };
    pencil.say(&texts::title(&about, &pencil.name(&pencil.audit.system), pencil.lang))
}

/// What is to be drawn, folded until it fits.
fn fitting(pencil: &Pencil) -> Sketch {
    let folded = Fold::ALL.into_iter().map(|fold| sketch(pencil, fold));
    let fits = |sketch: &Sketch| Layout::new(sketch, cards::height).bottom() <= HIGHEST;
    let mut last = None;
    for sketch in folded {
        if fits(&sketch) {
            return sketch;
        }
        last = Some(sketch);
    }
    last.expect("internal error: there are folds")
}

/// What is to be drawn, folded.
fn sketch(pencil: &Pencil, fold: Fold) -> Sketch {
    let map = pencil.folded(fold);
    let left_out = pencil.map.places.len() - pencil.shown().len();
    Pencil { map: &map, left_out, ..*pencil }.sketch()
}

/// Data assets that look the same, together, in the order of the audit: one drawing shows them all.
pub fn alike(map: &SystemMap, audit: &Audit, lang: Lang) -> Vec<Vec<usize>> {
    let mut found: Vec<(Sketch, Vec<usize>)> = Vec::new();
    for data in 0..audit.data.len() {
        let sketch = Pencil { map, audit, subject: Subject::Data(data), lang, left_out: 0 }.sketch();
        match found.iter_mut().find(|(known, _)| *known == sketch) {
            Some((_, all)) => all.push(data),
            None => found.push((sketch, vec![data])),
        }
    }
    found.into_iter().map(|(_, all)| all).collect()
}

/// Below the components: who reads without being meant to, authorities, and the rest in a few lines.
fn band(scene: &mut Scene, sketch: &Sketch, lang: Lang) {
    let (width, top) = (scene.size.0 - 2 * MARGIN, scene.size.1 + 12);
    let title = crate::text::typeset(texts::readers(lang), lang);
    let mut lines = vec![Words { x: MARGIN + 10, y: top + 20, text: title, face: NAME, ink: Ink::Black }];
    let mut y = top + 32;
    if sketch.readers.iter().all(|reader| reader.law) {
        let text = crate::text::typeset(texts::nobody(lang), lang);
        lines.push(Words { x: MARGIN + 10, y: y + 12, text, face: TEXT, ink: Ink::Sealed });
        y += 26;
    }
    let inner = width - 20;
    let count = (inner + BETWEEN) / (READER + BETWEEN);
    let each = (inner + BETWEEN) / count - BETWEEN;
    let count = usize::try_from(count).unwrap_or(1);
    let (drawn, told) = people::split(&sketch.readers, ROWS * count, lang);
    for row in drawn.chunks(count) {
        let height = row.iter().map(|reader| cards::reader_height(reader, each)).max().unwrap_or(0);
        let mut x = MARGIN + 10;
        for reader in row {
            scene.cards.push(cards::reader(reader, Rect::new(x, y, each, height)));
            x += each + BETWEEN;
        }
        y += height + BETWEEN;
    }
    for note in told.iter().chain(&sketch.notes) {
        for line in TEXT.wrapped(note, inner, 3) {
            y += TEXT.line();
            lines.push(Words { x: MARGIN + 10, y: y - 2, text: line, face: TEXT, ink: Ink::Soft });
        }
    }
    let rect = Rect::new(MARGIN, top, width, y + 8 - top);
    scene.panels.push(Panel { rect, perimeter: false, lines, marks: Vec::new() });
    scene.size.1 = rect.bottom();
}

fn description(sketch: &Sketch, pencil: &Pencil) -> String {
    let of = |look: Look| -> Vec<String> {
        let nodes = sketch.nodes.iter().filter(|node| node.look == look);
        let names =
            nodes.flat_map(|node| if node.members.is_empty() { vec![node.name.clone()] } else { node.members.clone() });
        names.collect()
    };
    let readers: Vec<String> =
        sketch.readers.iter().filter(|reader| !reader.law).map(|reader| reader.name.clone()).collect();
    let all = [&of(Look::Clear)[..], &of(Look::Open), &of(Look::Sealed), &readers];
    pencil.say(&texts::description(all, pencil.lang))
}
