//! Where data goes through, the method, and expected answers.

use serde::Serialize;

use super::words::{Lines, Words};
use crate::audit::{DataView, ExpectationView};
use crate::text::{harmless, html as texts};

/// Where the data goes through.
#[derive(Debug, Serialize)]
pub(super) struct Paths {
    data: Vec<PathRow>,
    unreached: Vec<String>,
}

#[derive(Debug, Serialize)]
struct PathRow {
    data: String,
    readers: String,
    points: String,
}

/// A paragraph under its heading.
#[derive(Debug, Serialize)]
pub(super) struct Paragraph {
    title: String,
    text: String,
}

/// Expected answers, and those that did not come out.
#[derive(Debug, Serialize)]
pub(super) struct Expectations {
    sentence: String,
    failed: Vec<Failed>,
}

#[derive(Debug, Serialize)]
struct Failed {
    about: String,
    checks: Vec<String>,
    lines: Lines,
}

pub(super) fn paths(words: &Words) -> Paths {
    let row = |data: &DataView| PathRow {
        data: words.name(&data.label),
        readers: words.list(&data.readers),
        points: words.list(&data.choke_points),
    };
    let lost = words.audit.unreached.iter();
    let lost = lost.map(|(data, reader)| texts::unreached(&words.name(data), &words.name(reader), words.lang));
    Paths {
        data: words.audit.data.iter().map(row).collect(),
        unreached: lost.map(|sentence| words.say(&sentence)).collect(),
    }
}

pub(super) fn method(words: &Words) -> Vec<Paragraph> {
    let paragraph = |(title, text): (&str, String)| Paragraph { title: words.say(title), text: words.say(&text) };
    let (facts, rules) = (words.audit.facts, words.audit.firings.len());
    texts::method(facts, rules, words.lang).into_iter().map(paragraph).collect()
}

pub(super) fn expectations(words: &Words) -> Option<Expectations> {
    let all = &words.audit.expectations;
    let failed: Vec<&ExpectationView> = all.iter().filter(|one| !one.holds()).collect();
    let sentence = texts::expectations(all.len() - failed.len(), all.len(), words.lang);
    (!all.is_empty()).then(|| Expectations {
        sentence: words.say(&sentence),
        failed: failed.into_iter().map(|one| unmet(words, one)).collect(),
    })
}

fn unmet(words: &Words, view: &ExpectationView) -> Failed {
    let wrong = view.checks.iter().filter(|check| !check.is_met);
    let said = wrong.map(|check| texts::unexpected(check.what, &check.expected, &check.found, words.lang));
    Failed {
        about: harmless(format!("{} {}", view.about.who(), view.about.data().unwrap_or_default()).trim_end()),
        checks: said.map(|sentence| words.say(&sentence)).collect(),
        lines: words.lines([view.position.of_line()]),
    }
}
