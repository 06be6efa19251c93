//! A source file and places in it.

use std::ops::Range;

use crate::text::{harmless, is_hidden};

/// A range of bytes of a file.
pub type Span = Range<usize>;

/// A file that was read, with the start of each line.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name shown to the user.
    pub name: String,
    /// The text, without a byte-order mark.
    pub text: String,
    starts: Vec<usize>,
    hidden: bool,
}

impl SourceFile {
    /// Wraps a text under a name, whose hidden characters are shown by their code.
    pub fn new(name: &str, text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let hidden = text.contains(|c| is_hidden(c) && !"\n\r\t".contains(c));
        Self { name: harmless(name), text, starts, hidden }
    }

    /// The line and column of a byte, from 1, in Unicode code points.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        let column = self.text.get(start..byte.min(self.text.len())).map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// Whether the text has characters that must be shown by their code.
    pub(super) fn has_hidden(&self) -> bool {
        self.hidden
    }

    /// The bytes of whole lines from one byte to another.
    pub(super) fn lines_around(&self, start: Option<usize>, end: Option<usize>) -> (usize, usize) {
        let (start, end) = (start.unwrap_or(0).min(self.text.len()), end.unwrap_or(0).min(self.text.len()));
        let from = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at + 1);
        (from, to)
    }

    /// A line by its number, from 1, without its end.
    pub fn line(&self, number: usize) -> Option<&str> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        self.text.get(start..)?.lines().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_code_points_from_one() {
        let file = SourceFile::new("m", "à: é\nb: x\n".to_owned());
        assert_eq!(file.position(0), (1, 1));
        assert_eq!(file.position(file.text.find('é').unwrap_or(0)), (1, 4));
        assert_eq!(file.position(file.text.find('b').unwrap_or(0)), (2, 1));
        assert_eq!(file.line(2), Some("b: x"));
    }
}
