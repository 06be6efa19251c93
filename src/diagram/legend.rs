//! The legend: each sign with its word, in the drawing itself, since drawings travel alone.

use super::layout::{MARGIN, SMALL};
use super::scene::{Card, Icon, Ink, Look, Mark, Panel, Rect, Scene, Sheath, Stroke, Tube, Words};
use crate::text::{Lang, diagram as texts, typeset};

/// The height of a line.
const LINE: i32 = 26;
/// The width of a sample.
const SAMPLE: i32 = 40;

/// A sign of the legend.
enum Sign {
    Box(Look),
    Tube(Sheath, Look),
    Icon(Icon),
}

/// Adds the legend below a scene.
pub(super) fn add(scene: &mut Scene, lang: Lang) {
    scene.size.1 -= MARGIN;
    let signs = [
        (Sign::Box(Look::Clear), texts::legend_clear(lang)),
        (Sign::Box(Look::Sealed), texts::legend_sealed(lang)),
        (Sign::Box(Look::Open), texts::legend_open(lang)),
        (Sign::Tube(Sheath::Closed, Look::Blank), texts::legend_closed(lang)),
        (Sign::Tube(Sheath::Dotted, Look::Blank), texts::legend_dotted(lang)),
        (Sign::Tube(Sheath::None, Look::Clear), texts::legend_core_clear(lang)),
        (Sign::Tube(Sheath::None, Look::Sealed), texts::legend_core_sealed(lang)),
        (Sign::Icon(Icon::Eye), texts::legend_eye(lang)),
        (Sign::Icon(Icon::Key), texts::legend_key(lang)),
    ];
    let (left, right) = (MARGIN + 10, scene.size.0 - MARGIN - 10);
    let (mut x, mut y) = (left, scene.size.1 + 12 + LINE / 2);
    let top = scene.size.1 + 8;
    for (sign, text) in signs {
        let text = typeset(text, lang);
        let sample = if matches!(sign, Sign::Icon(_)) { 16 } else { SAMPLE };
        let width = sample + 8 + SMALL.width(&text);
        if x + width > right {
            (x, y) = (left, y + LINE);
        }
        draw(scene, &sign, (x, y), sample);
        scene.notes.push(Words { x: x + sample + 8, y: y + 4, text, face: SMALL, ink: Ink::Black });
        x += width + 22;
    }
    let rect = Rect::new(MARGIN, top, scene.size.0 - 2 * MARGIN, y + LINE / 2 + 2 - top);
    scene.panels.push(Panel { rect, perimeter: false, lines: Vec::new(), marks: Vec::new() });
    scene.size.1 = rect.bottom() + MARGIN;
}

fn draw(scene: &mut Scene, sign: &Sign, (x, y): (i32, i32), width: i32) {
    match sign {
        Sign::Box(look) => scene.cards.push(Card {
            name: String::new(),
            rect: Rect::new(x, y - 9, width, 18),
            look: *look,
            lines: Vec::new(),
            marks: Vec::new(),
            badges: Vec::new(),
        }),
        Sign::Tube(sheath, core) => {
            let marks = if *sheath == Sheath::Closed {
                vec![Mark { icon: Icon::Lock, x: x + width / 2, y }]
            } else {
                Vec::new()
            };
            let at = scene.cards.len();
            scene.tubes.push(Tube {
                name: String::new(),
                ends: [at, at],
                start: (x, y),
                strokes: vec![Stroke::Line(x + width, y)],
                sheath: *sheath,
                core: *core,
                labels: Vec::new(),
                marks,
            });
        }
        Sign::Icon(icon) => scene.marks.push(Mark { icon: *icon, x: x + 8, y }),
    }
}
