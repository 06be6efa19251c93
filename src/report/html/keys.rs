//! Key custody: what each key opens, where it is kept, which services use it, who can get it.

use serde::Serialize;

use super::words::{Graded, Lines, Words};
use crate::audit::ActorKind;
use crate::compare::{Custody, Kept, KeptAt, Opened, OpenedHow};
use crate::kernel::Grade;
use crate::report::actors;
use crate::text::Both;
use crate::text::html::keys::{self as texts, OpenedText};

#[derive(Debug, Serialize)]
pub(super) struct Keys {
    within_reach: Option<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    lines: Lines,
    opens: Vec<String>,
    /// Whether nobody knows where it is.
    unknown: bool,
    kept: Vec<String>,
    users: Vec<String>,
    learnt: Vec<Learnt>,
}

/// Who gets a key at one grade.
#[derive(Debug, Serialize)]
struct Learnt {
    grade: Graded,
    names: String,
}

pub(super) fn keys(words: &Words, custody: &[Custody]) -> Keys {
    let reached = custody.iter().filter(|key| is_within_reach(words, key)).count();
    let sentence = texts::within_reach(reached, custody.len(), words.lang);
    Keys {
        within_reach: (!custody.is_empty()).then(|| words.say(&sentence)),
        rows: custody.iter().map(|key| row(words, key)).collect(),
    }
}

/// Whether an organisation or an admin gets a key by the rights that it has.
fn is_within_reach(words: &Words, key: &Custody) -> bool {
    let inside = |at: usize| matches!(words.audit.actors[at].kind, ActorKind::Organisation | ActorKind::Admin);
    key.learnt.iter().any(|(actor, grade)| *grade <= Grade::Privilege && inside(*actor))
}

fn row(words: &Words, key: &Custody) -> Row {
    let opens: Vec<String> = key.opens.iter().map(|one| opened(words, one)).collect();
    let nothing = || words.say(texts::opens_nothing(words.lang));
    Row {
        name: words.head(&key.label),
        lines: words.lines(key.positions.iter().map(|at| at.of_line())),
        opens: if opens.is_empty() { vec![nothing()] } else { opens },
        unknown: key.kept == Kept::Unknown,
        kept: kept(words, key),
        users: users(words, key),
        learnt: learnt(words, key),
    }
}

fn names(words: &Words, list: &[Both]) -> String {
    list.iter().map(|one| words.name(one)).collect::<Vec<_>>().join(", ")
}

fn opened(words: &Words, one: &Opened) -> String {
    let text = match one.how {
        OpenedHow::EndToEnd => OpenedText::EndToEnd,
        OpenedHow::Content => OpenedText::Content,
        OpenedHow::Medium => OpenedText::Medium,
        OpenedHow::Link => OpenedText::Link,
        OpenedHow::DeviceCopy => OpenedText::DeviceCopy,
        OpenedHow::Key => OpenedText::Key,
    };
    words.say(&text.phrase(&names(words, &one.what), &words.list(&one.at), words.lang))
}

fn kept(words: &Words, key: &Custody) -> Vec<String> {
    let lang = words.lang;
    let place =
        |at: &KeptAt| texts::kept(&words.name(&at.place), &words.list(&at.under), &words.list(&at.opens_to), lang);
    let mut all: Vec<String> = match &key.kept {
        Kept::Unknown => vec![texts::custody_unknown(lang).to_owned()],
        Kept::Nowhere => vec![texts::nowhere(lang).to_owned()],
        Kept::At(places) => places.iter().map(place).collect(),
    };
    let password = key.password.as_ref();
    all.extend(password.map(|one| texts::from_password(&words.name(&one.label), one.guessable, lang)));
    all.iter().map(|text| words.say(text)).collect()
}

fn users(words: &Words, key: &Custody) -> Vec<String> {
    let lang = words.lang;
    let mut all: Vec<String> = key.users.iter().map(|one| words.name(one)).collect();
    let mut told = |list: &[Both], sentence: fn(&str, crate::text::Lang) -> String| {
        if !list.is_empty() {
            all.push(words.say(&sentence(&names(words, list), lang)));
        }
    };
    told(&key.seen_by, texts::seen_by);
    told(&key.policy_admins, texts::policy_admins);
    all.extend(key.logged.then(|| words.say(texts::logged(lang))));
    all
}

fn learnt(words: &Words, key: &Custody) -> Vec<Learnt> {
    let of = |grade: Grade| {
        let actors = key.learnt.iter().filter(|(_, one)| *one == grade).map(|(actor, _)| *actor);
        let names = actors::listed(words.audit, actors, words.lang);
        (!names.is_empty()).then(|| Learnt { grade: words.grade(grade), names: words.say(&names) })
    };
    Grade::PUBLIC.into_iter().filter_map(of).collect()
}
