//! The minutes, for the comment of a pull request: whole.

use super::{Minutes, minutes, set};
use crate::compare::{Diff, Side};
use crate::text::{Lang, diff as words, harmless};

/// For the comment of a pull request: all names escaped, proofs folded.
pub fn markdown(diff: &Diff, sides: (Side, Side), facts: bool, lang: Lang) -> String {
    let Minutes { title, balance, brief, sections } = minutes(diff, sides, facts, lang);
    let mut out = format!("## {}\n", escaped(&title, lang));
    for sentence in &balance {
        out.extend(["\n**", &escaped(sentence, lang), "**\n"]);
    }
    if !brief.is_empty() {
        out.extend(["\n", &escaped(words::who_moves(lang), lang), "\n\n"]);
    }
    out.extend(brief.iter().map(|line| format!("- {}\n", escaped(line, lang))));
    for (title, items) in sections {
        out.extend(["\n### ", &escaped(title, lang), "\n\n"]);
        for item in items {
            out.extend(["- ", &escaped(&item.text, lang), "\n"]);
            if !item.details.is_empty() {
                out += &folded(item.title, &item.details, lang);
            }
        }
    }
    out
}

/// A folded block inside an item of a list.
fn folded(title: &str, lines: &[String], lang: Lang) -> String {
    let lines: Vec<String> = lines.iter().map(|line| unlisted(&escaped(line, lang))).collect();
    let lines = lines.join(
        "<br>
  ",
    );
    format!("  <details><summary>{}</summary>\n\n  {lines}\n\n  </details>\n", escaped(title, lang))
}

/// A line that does not start a list of its own.
fn unlisted(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.split_at(digits) {
        ("", rest) if rest.starts_with(['+', '-']) => format!("\\{rest}"),
        (number, rest) if digits > 0 && rest.starts_with('.') => format!("{number}\\{rest}"),
        _ => line.to_owned(),
    }
}

/// Text that neither Markdown nor HTML takes for its own, on one line.
pub(in crate::report) fn escaped(text: &str, lang: Lang) -> String {
    let mut out = String::new();
    for c in harmless(&set(text, lang)).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            // A mention would notify somebody; a number sign links to another request.
            '@' => out += "&#64;",
            '#' => out += "&#35;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // So that no address in a name becomes a link.
            ':' => out += "&#58;",
            other => out.push(other),
        }
    }
    out.replace("www.", "www&#46;")
}
