//! Paragraphs for a terminal.

use crate::text::{Lang, typeset};

/// Columns of a terminal; the same everywhere, so that the same model gives the same bytes.
pub(super) const WIDTH: u16 = 80;

/// A paragraph of a terminal's width.
pub fn paragraph(text: &str, lang: Lang) -> String {
    wrap(text, "", lang)
}

/// A paragraph cut at spaces, each line indented; with an indent, the lines that hang two further.
pub(super) fn wrap(text: &str, indent: &str, lang: Lang) -> String {
    hang(text, indent, 2, lang)
}

/// The same, with a hanging indent of the given width.
pub(super) fn hang(text: &str, indent: &str, by: usize, lang: Lang) -> String {
    let text = typeset(text, lang);
    let hanging = if indent.is_empty() { String::new() } else { format!("{indent}{}", " ".repeat(by)) };
    let mut lines: Vec<String> = Vec::new();
    let mut line = indent.to_owned();
    let mut empty = true;
    for word in text.split(' ') {
        let fits = visible_width(&line) + 1 + visible_width(word) <= usize::from(WIDTH);
        if !empty && !fits {
            lines.push(std::mem::replace(&mut line, hanging.clone()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines.join("\n") + "\n"
}

/// Characters shown, escape sequences left out.
fn visible_width(text: &str) -> usize {
    let mut inside = false;
    text.chars()
        .filter(|c| {
            let escape = *c == '\u{1b}';
            let counted = !inside && !escape;
            inside = (inside || escape) && !c.is_ascii_alphabetic();
            counted
        })
        .count()
}
