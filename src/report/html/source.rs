//! The model's own text, file by file, each line with its number and its anchor.

use serde::Serialize;

use super::words::{Words, line_anchor};
use crate::source::{SourceFile, Sources};
use crate::text::{harmless, html as texts};

#[derive(Debug, Serialize)]
pub(super) struct Source {
    caption: String,
    /// The file's path, where there are several.
    name: Option<String>,
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    anchor: String,
    /// The number, as wide as the last one, for readers without the style.
    shown: String,
    text: String,
}

pub(super) fn sources(words: &Words, sources: &Sources) -> Vec<Source> {
    let several = sources.files().len() > 1;
    sources.files().enumerate().map(|(at, file)| source(words, at, file, several)).collect()
}

fn source(words: &Words, at: usize, file: &SourceFile, several: bool) -> Source {
    let width = file.text.lines().count().to_string().len();
    let line = |(number, text): (usize, &str)| Line {
        anchor: line_anchor(at, number + 1),
        shown: format!("{:>width$}  ", number + 1),
        text: shown(text),
    };
    // The folders above the model tell of a machine and its user: paths start from its own.
    let name = harmless(words.paths[at]);
    let caption = match at {
        0 => texts::source_caption(&name, &words.audit.hash, several, words.lang),
        _ => texts::part_caption(&name, words.lang),
    };
    Source {
        caption: words.say(&caption),
        name: several.then_some(name),
        lines: file.text.lines().enumerate().map(line).collect(),
    }
}

/// A line without characters that act, its tabs kept.
fn shown(line: &str) -> String {
    line.split('\t').map(harmless).collect::<Vec<_>>().join("\t")
}
