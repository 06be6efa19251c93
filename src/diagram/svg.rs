//! SVG of a scene. Colours are presentation attributes, which no content security policy takes away; there is no script, no
//! style and no address.

use std::fmt::Write as _;

use super::font::Face;
use super::scene::{Badge, Card, Icon, Ink, Look, Mark, Panel, Scene, Sheath, Stroke, Tube, Words};

const BLACK: &str = "#17212b";
const SOFT: &str = "#55616d";
const LINE: &str = "#b6c0ca";
const PANEL: &str = "#f5f7f9";
const CLEAR: &str = "#b34700";
const SEALED: &str = "#005a8c";
const SEALED_TINT: &str = "#e9f4fb";
const OPEN: &str = "#5b4a8a";
/// Fonts at hand, none wider than the embedded one, which measures.
const FONTS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";

/// How a drawing stands.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// Under its title, for a file of its own: what it was made from. Without it, it is a part of a page.
    pub note: Option<&'a str>,
    /// What the identifiers of the drawing start with, so that several stand in one page.
    pub prefix: &'a str,
    /// Whether it brings the patterns and signs that the drawings of a page share.
    pub shared: bool,
}

/// The height of a title of its own.
const HEADING: i32 = 50;

/// Draws a scene.
pub fn svg(scene: &Scene, frame: Frame) -> String {
    let (width, height) = scene.size;
    let fonts = match frame.note {
        Some(_) => format!("'{}', {FONTS}", super::font::FAMILY),
        None => FONTS.to_owned(),
    };
    let heading = if frame.note.is_some() { HEADING } else { 0 };
    let (prefix, top, whole) = (frame.prefix, -heading, height + heading);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{prefix}t {prefix}d\" viewBox=\"0 {top} {width} {whole}\" width=\"{width}\" height=\"{whole}\" font-family=\"{fonts}\" font-size=\"12\" fill=\"{BLACK}\" stroke-width=\"1.6\">\n<title id=\"{prefix}t\">{}</title>\n<desc id=\"{prefix}d\">{}</desc>\n",
        escaped(&scene.title),
        escaped(&scene.description),
    );
    if frame.note.is_some() {
        put(&mut out, format_args!("<metadata>{MADE}</metadata>\n"));
    }
    if frame.shared {
        out += DEFINITIONS;
    }
    put(&mut out, format_args!("<rect y=\"{top}\" width=\"{width}\" height=\"{whole}\" rx=\"6\" fill=\"#fff\"/>\n"));
    if let Some(note) = frame.note {
        let title = Face::bold(17).shortened(&scene.title, width - 28);
        let (first, second) = (26 - HEADING, 45 - HEADING);
        put(
            &mut out,
            format_args!(
                "<text x=\"14\" y=\"{first}\" font-size=\"17\" font-weight=\"700\">{}</text>\n",
                escaped(&title)
            ),
        );
        put(&mut out, format_args!("<text x=\"14\" y=\"{second}\" fill=\"{SOFT}\">{}</text>\n", escaped(note)));
    }
    scene.panels.iter().for_each(|panel| write_panel(&mut out, panel));
    scene.tubes.iter().enumerate().for_each(|(at, tube)| write_tube(&mut out, tube, prefix, at));
    scene.cards.iter().for_each(|card| write_card(&mut out, card));
    out.push_str("<g font-size=\"11\" font-weight=\"700\">\n");
    scene.tubes.iter().flat_map(|tube| &tube.labels).for_each(|words| write_label(&mut out, words));
    out.push_str("</g>\n");
    scene.tubes.iter().for_each(|tube| write_signs(&mut out, &[], &tube.marks, &[]));
    write_signs(&mut out, &scene.notes, &scene.marks, &[]);
    out + "</svg>\n"
}

/// Writing to a string does not fail.
fn put(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("internal error: writing to a string");
}

/// By which the tool knows its own drawings.
const MADE: &str = concat!("enclair ", env!("CARGO_PKG_VERSION"));

/// Patterns and signs.
const DEFINITIONS: &str = concat!(
    "<defs>",
    "<pattern id=\"ec-clear\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#fff2e8\"/><path d=\"M0 0V7\" stroke=\"#b34700\" stroke-width=\"2\" stroke-opacity=\".55\"/></pattern>",
    "<pattern id=\"ec-open\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#f3f0fb\"/><path d=\"M0 0V7M0 0H7\" stroke=\"#5b4a8a\" stroke-width=\"1.4\" stroke-opacity=\".5\"/></pattern>",
    "<g id=\"ec-eye\"><path d=\"M-8 0Q0-9 8 0Q0 9-8 0Z\" fill=\"#fff\" stroke=\"#b34700\" stroke-width=\"1.6\"/><circle r=\"2.8\" fill=\"#b34700\"/></g>",
    "<circle id=\"ec-disc\" r=\"8\" fill=\"#b34700\"/>",
    "<g id=\"ec-key\" fill=\"none\" stroke=\"#17212b\" stroke-width=\"1.6\"><circle cx=\"-4\" r=\"3\"/><path d=\"M-1 0H7M4 0V3.5M7 0V3\"/></g>",
    "<g id=\"ec-lock\"><circle r=\"8\" fill=\"#fff\" stroke=\"#005a8c\" stroke-width=\"1.2\"/><path d=\"M-2.5-1V-2.5A2.5 2.5 0 0 1 2.5-2.5V-1\" fill=\"none\" stroke=\"#005a8c\" stroke-width=\"1.5\"/><rect x=\"-4\" y=\"-1\" width=\"8\" height=\"5.5\" rx=\"1\" fill=\"#005a8c\"/></g>",
    "<g id=\"ec-law\" fill=\"none\" stroke=\"#17212b\" stroke-width=\"1.5\"><path d=\"M0-7V6M-4 6.5H4M-6-5H6M-6-5L-8 1H-4ZM6-5L4 1H8Z\"/></g>",
    "</defs>\n"
);

const fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Black => BLACK,
        Ink::Soft => SOFT,
        Ink::Clear => CLEAR,
        Ink::Sealed => SEALED,
        Ink::Open => OPEN,
    }
}

fn write_panel(out: &mut String, panel: &Panel) {
    let rect = panel.rect;
    let (fill, stroke) = if panel.perimeter { ("#fbfcfd", SOFT) } else { (PANEL, "#d5dce3") };
    let dash = if panel.perimeter { " stroke-dasharray=\"6 4\"" } else { "" };
    put(
        out,
        format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1\"{dash}/>\n",
            rect.x, rect.y, rect.w, rect.h
        ),
    );
    write_signs(out, &panel.lines, &panel.marks, &[]);
}

fn write_signs(out: &mut String, words: &[Words], marks: &[Mark], badges: &[Badge]) {
    for words in words {
        write_words(out, words);
    }
    for mark in marks {
        write_mark(out, *mark);
    }
    write_badges(out, badges);
}

fn write_words(out: &mut String, words: &Words) {
    let Face { size, bold } = words.face;
    let size = if size == 12 { String::new() } else { format!(" font-size=\"{size}\"") };
    let weight = if bold { " font-weight=\"700\"" } else { "" };
    let fill = if words.ink == Ink::Black { String::new() } else { format!(" fill=\"{}\"", ink(words.ink)) };
    let text = escaped(&words.text);
    put(out, format_args!("<text x=\"{}\" y=\"{}\"{fill}{size}{weight}>{text}</text>\n", words.x, words.y));
}

/// A text along a hop, its size and weight being those of all.
fn write_label(out: &mut String, words: &Words) {
    let (fill, text) = (ink(words.ink), escaped(&words.text));
    let weight = if words.face.bold { "" } else { " font-weight=\"400\"" };
    put(out, format_args!("<text x=\"{}\" y=\"{}\" fill=\"{fill}\"{weight}>{text}</text>\n", words.x, words.y));
}

fn write_mark(out: &mut String, mark: Mark) {
    let name = match mark.icon {
        Icon::Eye => "eye",
        Icon::Key => "key",
        Icon::Lock => "lock",
        Icon::Law => "law",
    };
    put(out, format_args!("<use href=\"#ec-{name}\" x=\"{}\" y=\"{}\"/>\n", mark.x, mark.y));
}

/// Numbers in their discs.
fn write_badges(out: &mut String, badges: &[Badge]) {
    if badges.is_empty() {
        return;
    }
    for badge in badges {
        put(out, format_args!("<use href=\"#ec-disc\" x=\"{}\" y=\"{}\"/>", badge.x, badge.y));
    }
    out.push_str("<g fill=\"#fff\" font-size=\"10\" font-weight=\"700\" text-anchor=\"middle\">");
    for badge in badges {
        put(out, format_args!("<text x=\"{}\" y=\"{}\">{}</text>", badge.x, badge.y + 4, escaped(&badge.text)));
    }
    out.push_str("</g>\n");
}

fn write_card(out: &mut String, card: &Card) {
    let rect = card.rect;
    let (fill, stroke, dash) = match card.look {
        Look::Clear => ("url(#ec-clear)", CLEAR, ""),
        Look::Sealed => (SEALED_TINT, SEALED, ""),
        Look::Open => ("url(#ec-open)", OPEN, " stroke-dasharray=\"2 3\""),
        Look::Blank => ("#fff", LINE, ""),
        Look::Reader => ("#fff", CLEAR, ""),
    };
    out.push_str("<g>");
    // Where the name is cut, it is told whole to whoever points at it.
    let shown: Vec<&str> = card.lines.iter().map(|words| words.text.as_str()).collect();
    if !card.name.is_empty() && !shown.join(" ").starts_with(&card.name) {
        put(out, format_args!("<title>{}</title>", escaped(&card.name)));
    }
    put(
        out,
        format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{fill}\" stroke=\"{stroke}\"{dash}/>\n",
            rect.x, rect.y, rect.w, rect.h
        ),
    );
    if !card.lines.is_empty() && matches!(card.look, Look::Clear | Look::Open) {
        put(
            out,
            format_args!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"#fff\"/>\n",
                rect.x + 6,
                rect.y + 6,
                rect.w - 12,
                rect.h - 12
            ),
        );
    }
    write_signs(out, &card.lines, &card.marks, &card.badges);
    out.push_str("</g>\n");
}

fn path(tube: &Tube) -> String {
    let mut path = format!("M{} {}", tube.start.0, tube.start.1);
    for stroke in &tube.strokes {
        match stroke {
            Stroke::Line(x, y) => put(&mut path, format_args!("L{x} {y}")),
            Stroke::Curve([one, two, end]) => {
                put(&mut path, format_args!("C{} {} {} {} {} {}", one.0, one.1, two.0, two.1, end.0, end.1));
            }
        }
    }
    path
}

/// A hop: its way is written once, and drawn in each of its layers, widest first.
fn write_tube(out: &mut String, tube: &Tube, prefix: &str, at: usize) {
    put(out, format_args!("<g fill=\"none\"><defs><path id=\"{prefix}{at}\" d=\"{}\"/></defs>", path(tube)));
    let sheath: &[(&str, &str, &str)] = match tube.sheath {
        Sheath::Closed => &[("#fff", "16", ""), (SEALED, "12", ""), ("#fff", "9", "")],
        Sheath::Dotted | Sheath::Unknown => &[("#fff", "16", ""), (SOFT, "11", "1.5 4"), ("#fff", "9", "")],
        Sheath::None => &[("#fff", "8", "")],
    };
    let core: &[(&str, &str, &str)] = match tube.core {
        Look::Clear => &[(CLEAR, "3.5", "8 5")],
        Look::Sealed => &[(SEALED, "3.5", "")],
        Look::Open => &[(OPEN, "3.5", "2 3")],
        Look::Blank | Look::Reader => &[],
    };
    for (colour, width, dash) in sheath.iter().chain(core) {
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        put(out, format_args!("<use href=\"#{prefix}{at}\" stroke=\"{colour}\" stroke-width=\"{width}\"{dash}/>"));
    }
    out.push_str("</g>\n");
}

/// A text of which nothing acts in XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(character),
        }
    }
    out
}
