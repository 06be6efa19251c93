//! The model's own text, each line with its number and its anchor.

use std::path::Path;

use serde::Serialize;

use super::words::Words;
use crate::source::SourceFile;
use crate::text::{harmless, html as texts};

#[derive(Debug, Serialize)]
pub(super) struct Source {
    caption: String,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    number: usize,
    /// The number, as wide as the last one, for readers without the style.
    shown: String,
    text: String,
}

pub(super) fn source(words: &Words, file: &SourceFile) -> Source {
    let width = file.text.lines().count().to_string().len();
    let line =
        |(at, text): (usize, &str)| Line { number: at + 1, shown: format!("{:>width$}  ", at + 1), text: shown(text) };
    let name = harmless(base_name(&words.audit.file));
    Source {
        caption: words.say(&texts::source_caption(&name, &words.audit.hash, words.lang)),
        lines: file.text.lines().enumerate().map(line).collect(),
    }
}

/// The file's own name: the folders above it tell of a machine and its user.
fn base_name(path: &str) -> &str {
    Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or(path)
}

/// A line without characters that act, its tabs kept.
fn shown(line: &str) -> String {
    line.split('\t').map(harmless).collect::<Vec<_>>().join("\t")
}
