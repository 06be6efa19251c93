//! The embedded font: how wide texts are. It serves the layout, the PNG and the tests; browsers may draw with another,
//! and this one is among the widest, so that what fits here fits there.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// `DejaVu Sans`, in a part of its characters.
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/DejaVuSans.ttf");
/// The same, bold.
pub(super) const BOLD: &[u8] = include_bytes!("../../assets/fonts/DejaVuSans-Bold.ttf");
/// The name of its family.
pub(super) const FAMILY: &str = "DejaVu Sans";

/// A size of text, in pixels of the drawing, and its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// The size.
    pub size: u8,
    /// Whether it is bold.
    pub bold: bool,
}

impl Face {
    /// A regular text of a size.
    pub(super) const fn regular(size: u8) -> Self {
        Self { size, bold: false }
    }

    /// A bold text of a size.
    pub(super) const fn bold(size: u8) -> Self {
        Self { size, bold: true }
    }

    /// The height of a line, in pixels.
    pub(super) fn line(self) -> i32 {
        i32::from(self.size) + 4
    }

    /// The width of a text, in pixels, rounded up.
    pub fn width(self, text: &str) -> i32 {
        let font = FontRef::new(if self.bold { BOLD } else { REGULAR }).expect("internal error: the embedded font");
        let charmap = font.charmap();
        let metrics = font.glyph_metrics(Size::new(f32::from(self.size)), LocationRef::default());
        let one = |character: char| {
            let glyph = charmap.map(character).unwrap_or_default();
            // A character that the font lacks is drawn by another, taken as wide as it is high.
            if glyph.to_u32() == 0 { f32::from(self.size) } else { metrics.advance_width(glyph).unwrap_or_default() }
        };
        #[expect(clippy::cast_possible_truncation, reason = "texts are short")]
        let width = text.chars().map(one).sum::<f32>().ceil() as i32;
        width
    }

    /// A text in lines that are no wider than asked; what does not fit in so many lines is cut, with an ellipsis.
    pub(super) fn wrapped(self, text: &str, width: i32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if self.width(&longer) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut pieces = self.pieces(word, width);
            line = pieces.pop().unwrap_or_default();
            lines.extend(pieces);
        }
        lines.extend((!line.is_empty()).then_some(line));
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.shortened(&format!("{last} …"), width);
            }
        }
        lines
    }

    /// A word in pieces that fit.
    fn pieces(self, word: &str, width: i32) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for character in word.chars() {
            let piece = pieces.last().map(|piece| format!("{piece}{character}")).unwrap_or_default();
            match pieces.last_mut() {
                Some(last) if last.is_empty() || self.width(&piece) <= width => *last = piece,
                _ => pieces.push(character.to_string()),
            }
        }
        pieces
    }

    /// A text in one line, cut with an ellipsis if it is too wide.
    pub(super) fn shortened(self, text: &str, width: i32) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept: String = text.trim_end_matches([' ', '…']).to_owned();
        while !kept.is_empty() && self.width(&format!("{kept}…")) > width {
            kept.pop();
        }
        format!("{}…", kept.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_characters() {
        let face = Face::regular(12);
        assert_eq!(face.width(""), 0);
        assert!(face.width("iiii") < face.width("mmmm"));
        assert!(Face::bold(12).width("Serveur") > face.width("Serveur"));
        assert_eq!(face.width("漢"), 12, "lacking, taken as a square");
    }

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        let face = Face::regular(12);
        let lines = face.wrapped("un nom vraiment très long qui ne tient pas", 80, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| face.width(line) <= 80), "{lines:?}");
        assert!(lines[1].ends_with('…'), "{lines:?}");
        let broken = face.wrapped(&"x".repeat(60), 80, 9);
        assert!(broken.len() > 3 && broken.iter().all(|line| face.width(line) <= 80));
        assert_eq!(face.wrapped("court", 80, 2), ["court"]);
    }
}
