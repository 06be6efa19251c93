//! The files of a model, as one row of bytes: a place in it tells its file.

use std::sync::Arc;

use super::file::{SourceFile, Span};

/// A place as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The file, by its number in the order of reading; 0 is the model's own.
    pub file: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

impl Position {
    /// The line that it is on: its file and its number.
    pub const fn of_line(self) -> (usize, usize) {
        (self.file, self.line)
    }
}

/// A file and where it stands in the row.
#[derive(Debug, Clone)]
struct Placed {
    base: usize,
    path: String,
    file: SourceFile,
}

/// Every file of a model, in the order of reading. The model's own file starts at byte 0, each
/// other one a byte after the end of the one before, so that no two share a place.
#[derive(Debug, Clone)]
pub struct Sources(Arc<Vec<Placed>>);

impl From<SourceFile> for Sources {
    fn from(file: SourceFile) -> Self {
        let path = file.name.rsplit('/').next().unwrap_or_default().to_owned();
        Self(Arc::new(vec![Placed { base: 0, path, file }]))
    }
}

impl Sources {
    /// Adds a file, whose path is relative to the folder of the model's own; gives its first byte.
    pub fn add(&mut self, path: &str, file: SourceFile) -> usize {
        let base = self.0.last().map_or(0, |last| last.base + last.file.text.len() + 1);
        Arc::make_mut(&mut self.0).push(Placed { base, path: path.to_owned(), file });
        base
    }

    /// The model's own file.
    pub fn root(&self) -> &SourceFile {
        &self.0[0].file
    }

    /// Every file, in the order of reading.
    pub fn files(&self) -> impl ExactSizeIterator<Item = &SourceFile> {
        self.0.iter().map(|placed| &placed.file)
    }

    /// The path of each file from the folder of the model's own: the same wherever that folder lies.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|placed| placed.path.as_str())
    }

    /// A file by its number.
    pub fn file(&self, number: usize) -> &SourceFile {
        &self.0[number].file
    }

    /// The file of a byte, by its number, and where that file starts.
    fn holder(&self, byte: usize) -> (usize, usize) {
        let number = self.0.partition_point(|placed| placed.base <= byte).max(1) - 1;
        (number, self.0[number].base)
    }

    /// The file, line and column of a byte.
    pub fn position(&self, byte: usize) -> Position {
        let (file, base) = self.holder(byte);
        let (line, column) = self.0[file].file.position(byte - base);
        Position { file, line, column }
    }

    /// A place as one of its file: its number, and the bytes counted from its start.
    pub fn within(&self, span: &Span) -> (usize, Span) {
        let (number, base) = self.holder(span.start);
        let most = self.0[number].file.text.len();
        let local = |byte: usize| byte.saturating_sub(base).min(most);
        (number, local(span.start)..local(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_of_one_file() {
        let mut sources = Sources::from(SourceFile::new("dir/m.yaml", "ab\nc".to_owned()));
        let base = sources.add("p.yaml", SourceFile::new("dir/p.yaml", "d\ne".to_owned()));
        assert_eq!(base, 5);
        let at = |byte| sources.position(byte);
        assert_eq!(at(3), Position { file: 0, line: 2, column: 1 });
        assert_eq!(at(4), Position { file: 0, line: 2, column: 2 }, "the end of a file is its own");
        assert_eq!(at(5), Position { file: 1, line: 1, column: 1 });
        assert_eq!(at(7), Position { file: 1, line: 2, column: 1 });
        assert_eq!(sources.within(&(5..6)), (1, 0..1));
        assert_eq!(sources.paths().collect::<Vec<_>>(), ["m.yaml", "p.yaml"]);
        let empty = sources.add("q.yaml", SourceFile::new("q", String::new()));
        assert_eq!((sources.position(empty).file, sources.position(empty - 1).file), (2, 1));
    }
}
