//! A source file and places in it.

use std::ops::Range;

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
}

impl SourceFile {
    /// Wraps a text under a name.
    pub fn new(name: &str, text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.to_owned(), text, starts }
    }

    /// The line and column of a byte, from 1, in Unicode code points.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        let column = self.text.get(start..byte.min(self.text.len())).map_or(0, |before| before.chars().count());
        (line, column + 1)
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
