//! Questions to ask, as a text to send, a Markdown document or a table for a spreadsheet.

use std::fmt::Write as _;

use super::human::Look;
use super::wrap::{hang, paragraph};
use crate::audit::{Audit, Question};
use crate::text::silence::Topic;
use crate::text::{Lang, harmless, questions as words, typeset};

/// The questions for one organisation, with their numbers in the whole list.
struct Group<'a> {
    id: &'a str,
    label: &'a str,
    questions: Vec<(usize, &'a Question)>,
}

/// Questions by organisation, that of the most decisive one first; those of one alone if it is named.
fn groups<'a>(audit: &'a Audit, to: Option<&str>, lang: Lang) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, question) in audit.questions.iter().enumerate() {
        if to.is_some_and(|to| question.to != to) {
            continue;
        }
        let numbered = (at + 1, question);
        if let Some(group) = groups.iter_mut().find(|group| group.id == question.to) {
            group.questions.push(numbered);
        } else {
            let label = question.asked.get(lang);
            groups.push(Group { id: &question.to, label, questions: vec![numbered] });
        }
    }
    groups
}

fn data(audit: &Audit, question: &Question, lang: Lang) -> String {
    let names: Vec<&str> = question.data.iter().map(|at| audit.data[*at].label.get(lang)).collect();
    names.join(", ")
}

/// The lines under a question: in the list, and for whoever is asked.
fn details(audit: &Audit, question: &Question, asked: bool, lang: Lang) -> Vec<String> {
    let (worst, best) = (question.answers.0.get(lang), question.answers.1.get(lang));
    let data = data(audit, question, lang);
    let absent = question.topic.filter(|topic| *topic != Topic::SignIn).map(Topic::id);
    let property = audit.property_of(question);
    let property = property.as_str();
    let lines = if asked {
        vec![
            words::hesitation(worst, best, question.topic, lang),
            words::stakes(question.decides, &data, lang),
            words::reference(absent.unwrap_or(property), lang),
        ]
    } else {
        vec![
            words::answers(worst, best, lang),
            words::decides(question.decides, &data, question.topic.is_some(), lang),
            words::fill_in(property, question.position.line, absent, lang),
        ]
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Questions for a terminal, or for a mail to the organisation that is named.
pub fn text(audit: &Audit, to: Option<&str>, look: Look) -> String {
    let lang = look.lang;
    let groups = groups(audit, to, lang);
    match (to, groups.first()) {
        (Some(to), None) => paragraph(&harmless(&words::none_for(label_of(audit, to, lang), lang)), lang),
        (Some(_), Some(group)) => message(audit, group, lang),
        (None, _) => list(audit, &groups, look),
    }
}

fn label_of<'a>(audit: &'a Audit, organisation: &'a str, lang: Lang) -> &'a str {
    let actor = audit.actors.iter().find(|actor| actor.id == organisation);
    actor.map_or(organisation, |actor| actor.label.get(lang))
}

fn message(audit: &Audit, group: &Group, lang: Lang) -> String {
    let opening = words::opening(audit.system.get(lang), group.questions.len(), lang);
    let mut out = format!("{}\n", paragraph(words::hello(lang), lang));
    out += &paragraph(&harmless(&opening), lang);
    for (at, (_, question)) in group.questions.iter().enumerate() {
        out.push('\n');
        out += &hang(&harmless(&format!("{}. {}", at + 1, question.text.get(lang))), "  ", 3, lang);
        for line in details(audit, question, true, lang) {
            out += &hang(&harmless(&line), "     ", 0, lang);
        }
    }
    out + "\n" + &paragraph(words::thanks(lang), lang)
}

fn list(audit: &Audit, groups: &[Group], look: Look) -> String {
    let lang = look.lang;
    let title = harmless(&format!("{} ({})", audit.system.get(lang), audit.file));
    let mut out = format!("{}\n\n", look.bold(&title));
    out += &paragraph(&words::title(audit.questions.len(), lang), lang);
    for group in groups {
        out += &look.heading(&harmless(&format!("{} ({})", group.label, group.id)));
        for (number, question) in &group.questions {
            out += &hang(&harmless(&format!("{number}. {}", question.text.get(lang))), "  ", 3, lang);
            for line in details(audit, question, false, lang) {
                out += &hang(&harmless(&line), "     ", 0, lang);
            }
        }
    }
    out
}

/// Questions as a Markdown document.
pub fn markdown(audit: &Audit, to: Option<&str>, lang: Lang) -> String {
    let said = |text: &str| escaped(&typeset(text, lang));
    let groups = groups(audit, to, lang);
    let mut out = format!("# {}\n", said(&words::document(audit.system.get(lang), lang)));
    match (to, groups.first()) {
        (Some(to), None) => {
            let _ = write!(out, "\n{}\n", said(&words::none_for(label_of(audit, to, lang), lang)));
        }
        (Some(_), Some(group)) => {
            let opening = words::opening(audit.system.get(lang), group.questions.len(), lang);
            let _ = write!(out, "\n{}\n\n{}\n", said(words::hello(lang)), said(&opening));
        }
        (None, _) => {
            let _ = write!(out, "\n{}\n", said(&words::title(audit.questions.len(), lang)));
        }
    }
    for group in &groups {
        if to.is_none() {
            let _ = write!(out, "\n## {} ({})\n", said(group.label), said(group.id));
        }
        for (at, (number, question)) in group.questions.iter().enumerate() {
            let number = if to.is_some() { at + 1 } else { *number };
            let level = if to.is_some() { "##" } else { "###" };
            let _ = write!(out, "\n{level} {number}. {}\n\n", said(question.text.get(lang)));
            for line in details(audit, question, to.is_some(), lang) {
                let _ = writeln!(out, "- {}", said(&line));
            }
        }
    }
    if to.is_some() && !groups.is_empty() {
        let _ = write!(out, "\n{}\n", said(words::thanks(lang)));
    }
    out
}

/// A text that Markdown shows as it is: no markup, no HTML, no link made of an address.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut before = "";
    let text = harmless(text);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' | '@' | '!' => out.extend(['\\', c]),
            ':' if rest.starts_with("//") => out.push_str("\\:"),
            '.' if before.to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            _ => out.push(c),
        }
        before = &text[..at + c.len_utf8()];
    }
    out
}

/// Questions as a table for a spreadsheet: semicolons and a byte-order mark, as French ones read it;
/// they are the same in both languages.
pub fn csv(audit: &Audit, to: Option<&str>, lang: Lang) -> String {
    let mut out = String::from("\u{feff}");
    row(&mut out, words::columns(lang).map(str::to_owned));
    for group in groups(audit, to, lang) {
        for (_, question) in &group.questions {
            let cells = [
                group.id.to_owned(),
                group.label.to_owned(),
                question.text.get(lang).to_owned(),
                question.answers.0.get(lang).to_owned(),
                question.answers.1.get(lang).to_owned(),
                question.decides.to_string(),
                data(audit, question, lang),
                question.property.clone(),
                question.position.line.to_string(),
                question.topic.map_or_else(String::new, |topic| topic.id().to_owned()),
            ];
            row(&mut out, cells.map(|cell| typeset(&cell, lang)));
        }
    }
    out
}

fn row(out: &mut String, cells: [String; 10]) {
    let quoted = cells.map(|cell| format!("\"{}\"", inert(&harmless(&cell)).replace('"', "\"\"")));
    out.push_str(&quoted.join(";"));
    out.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula.
fn inert(cell: &str) -> String {
    const ACTING: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let acts = cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(ACTING);
    if acts { format!("'{cell}") } else { cell.to_owned() }
}
