//! The texts written in the sources of `src/text`, those that no model makes the tool say included.

use std::path::PathBuf;

/// A text of the sources, and where it stands.
pub(super) struct Literal {
    pub(super) place: String,
    pub(super) text: String,
}

/// Every text of the sources, tests apart.
pub(super) fn all() -> Vec<Literal> {
    let mut files = files(PathBuf::from("src/text"));
    files.sort();
    let of = |file: &PathBuf| {
        let source = std::fs::read_to_string(file).expect("a source can be read");
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let named = |(line, text)| Literal { place: format!("{}:{line}", file.display()), text };
        strings(source).into_iter().map(named).collect::<Vec<_>>()
    };
    files.iter().flat_map(of).collect()
}

fn files(folder: PathBuf) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the sources can be read").flatten().map(|entry| entry.path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    files.into_iter().chain(folders.into_iter().flat_map(self::files)).collect()
}

/// The strings of a source, each with the line where it starts.
fn strings(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = source;
    let line = |rest: &str| source[..source.len() - rest.len()].matches('\n').count() + 1;
    while let Some(at) = rest.find(['"', '/', '\'', 'r']) {
        let here = &rest[at..];
        let raw =
            here.strip_prefix('r').map(|after| after.trim_start_matches('#')).filter(|after| after.starts_with('"'));
        if here.starts_with("//") {
            rest = here.find('\n').map_or("", |end| &here[end..]);
        } else if let Some(opened) = raw.filter(|_| !rest[..at].ends_with(char::is_alphanumeric)) {
            let hashes = here.len() - opened.len() - 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let text = opened[1..].split(&close).next().unwrap_or_default();
            found.push((line(here), text.to_owned()));
            rest = &opened[1 + text.len() + close.len()..];
        } else if let Some(opened) = here.strip_prefix('"') {
            let (text, after) = string(opened);
            found.push((line(here), text));
            rest = after;
        } else if let Some(opened) = here.strip_prefix('\'') {
            rest = letter(opened);
        } else {
            rest = &here[1..];
        }
    }
    found
}

/// What follows a letter in quotes, or a lifetime.
fn letter(opened: &str) -> &str {
    let skipped = opened.strip_prefix('\\').unwrap_or(opened);
    let mut letters = skipped.char_indices().skip(1);
    match letters.next() {
        Some((at, '\'')) => &skipped[at + 1..],
        _ if skipped.len() < opened.len() => skipped.split_once('\'').map_or("", |(_, after)| after),
        _ => opened,
    }
}

/// A string up to its end, escapes followed, and what comes after it.
fn string(opened: &str) -> (String, &str) {
    let mut text = String::new();
    let mut letters = opened.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => return (text, &opened[at + 1..]),
            '\\' => match letters.next().map(|(_, c)| c) {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('\n') => {
                    let rest = letters.as_str().trim_start();
                    letters = opened.char_indices();
                    let skipped = opened.len() - rest.len();
                    while letters.offset() < skipped {
                        letters.next();
                    }
                }
                Some('u') => {
                    let code: String = letters.by_ref().map(|(_, c)| c).take_while(|c| *c != '}').collect();
                    let code = u32::from_str_radix(code.trim_start_matches('{'), 16).ok().and_then(char::from_u32);
                    text.extend(code);
                }
                other => text.extend(other),
            },
            other => text.push(other),
        }
    }
    (text, "")
}
