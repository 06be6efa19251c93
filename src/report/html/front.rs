//! The first screen: identity, question, answer, three numbers; and what the grades mean.

use serde::Serialize;

use super::changes;
use super::words::{VERSION, Words};
use crate::audit::{ActorKind, Verdict};
use crate::compare::Changes;
use crate::report::Summary;
use crate::text::html as texts;
use crate::text::rules::GradeText;

#[derive(Debug, Serialize)]
pub(super) struct Front {
    /// Shown at the head of the page.
    #[serde(skip)]
    pub(super) identity: Vec<String>,
    pub(super) title: String,
    class: &'static str,
    answer: String,
    /// The one change that would help most.
    best: Option<changes::Best>,
    tiles: Vec<Tile>,
}

#[derive(Debug, Serialize)]
struct Tile {
    href: &'static str,
    class: &'static str,
    number: String,
    label: String,
    note: String,
}

/// A grade and what it means.
#[derive(Debug, Serialize)]
pub(super) struct Meaning {
    class: &'static str,
    word: String,
    text: String,
}

pub(super) fn front(words: &Words, summary: &Summary, all: &Changes) -> Front {
    let (audit, lang) = (words.audit, words.lang);
    let answer = &summary.answer;
    let system = words.name(&audit.system);
    let class = match (answer.privilege.is_empty(), answer.tampering.is_empty()) {
        (false, _) => "privilege",
        (true, false) => "tampering",
        (true, true) => "none",
    };
    let mut identity = vec![system.clone(), words.say(&texts::dated(audit.date.as_deref(), lang))];
    identity.extend(audit.story.as_ref().and_then(|story| story.basis_in(lang)).map(|basis| words.say(basis)));
    let counted = changes::Readers::new(audit, summary);
    identity.extend([words.say(&texts::hashed(words.short_hash(), lang)), format!("enclair {VERSION}")]);
    Front {
        identity,
        title: words.say(&texts::title(answer.health, &system, lang)),
        class,
        answer: words.say(&answer.headline(lang)),
        best: changes::best(words, all, &counted),
        tiles: vec![readers(words, summary), data(words, summary), unknown(words, summary)],
    }
}

/// The verdicts that the answer speaks of: not meant, of the data of the headline, the common base apart.
fn concerned<'w>(words: &'w Words) -> impl Iterator<Item = &'w Verdict> {
    let audit = words.audit;
    audit.verdicts.iter().filter(move |verdict| {
        audit.data[verdict.data].headline
            && !verdict.intended
            && audit.actors[verdict.actor].kind != ActorKind::CommonBase
    })
}

fn count<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<std::collections::BTreeSet<T>>().len()
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn tile(words: &Words, href: &'static str, class: &'static str, count: usize, said: &(&str, String)) -> Tile {
    Tile {
        href,
        class: if count == 0 { "none" } else { class },
        number: words.lang.number(number(count)),
        label: words.say(said.0),
        note: words.say(&said.1),
    }
}

fn readers(words: &Words, summary: &Summary) -> Tile {
    let readers = summary.answer.privilege.len();
    let of = count(concerned(words).map(|verdict| verdict.actor));
    let said = texts::readers_tile(readers, number(of), words.lang);
    tile(words, "#matrix", "privilege", readers, &said)
}

fn data(words: &Words, summary: &Summary) -> Tile {
    let health = summary.answer.health;
    let of = words.audit.data.iter().filter(|data| data.headline).count();
    let read = concerned(words).filter(|verdict| verdict.is_unintended_reader());
    let read = count(read.map(|verdict| verdict.data));
    let said = texts::data_tile(read, health, number(of), words.lang);
    tile(words, "#ladder", "privilege", read, &said)
}

fn unknown(words: &Words, summary: &Summary) -> Tile {
    let questions = words.audit.unknowns().len();
    let said = texts::unknown_tile(questions, summary.undetermined, words.lang);
    tile(words, "#questions", "unknown", questions, &said)
}

pub(super) fn grades(words: &Words) -> Vec<Meaning> {
    let meaning = |(grade, text): (crate::kernel::Grade, GradeText)| Meaning {
        class: grade.id(),
        word: words.say(text.name(words.lang)),
        text: words.say(text.meaning(words.lang)),
    };
    crate::kernel::Grade::PUBLIC.into_iter().zip(GradeText::ALL).map(meaning).collect()
}
