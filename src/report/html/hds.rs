//! HDS and end-to-end encryption side by side: what each changes, then what HDS organises.

use serde::Serialize;

use super::words::{Lines, Span, Words};
use crate::compare::CertificateView;
use crate::compare::hds::{Changed, DutyState, Hds as HdsView};
use crate::kernel::Grade;
use crate::report::grade_text;
use crate::report::hds::{Line, Told, state, tally};
use crate::text::hds as sentences;
use crate::text::html::hds::Side as SideText;
use crate::text::html::{self as texts, hds as own};

#[derive(Debug, Serialize)]
pub(super) struct Hds {
    pub(super) title: String,
    /// All that there is to say where there is no health data, nor any certificate.
    nothing: Option<String>,
    checked: String,
    sides: [Side; 2],
    tables: Vec<Table>,
    others: Option<String>,
    certificates: Vec<Certificate>,
    duties: Option<Duties>,
    delegations: Vec<Block>,
    flows: Vec<Block>,
    /// What the numbers of the requirements are of, where they first stand.
    exi: String,
    frames: Vec<Block>,
    law: Vec<Block>,
}

/// One of the two columns.
#[derive(Debug, Serialize)]
struct Side {
    class: &'static str,
    title: String,
    number: String,
    label: String,
    notes: Vec<Vec<Span>>,
}

/// Who reads health data by privilege, and no longer does end-to-end.
#[derive(Debug, Serialize)]
struct Table {
    caption: String,
    rows: Vec<Change>,
}

#[derive(Debug, Serialize)]
struct Change {
    actors: String,
    data: String,
    moved: String,
}

#[derive(Debug, Serialize)]
struct Certificate {
    organisation: String,
    activities: String,
    until: Option<String>,
    reads: String,
}

#[derive(Debug, Serialize)]
struct Duties {
    intro: String,
    rows: Vec<Duty>,
    notes: Vec<Vec<Span>>,
}

#[derive(Debug, Serialize)]
struct Duty {
    organisation: String,
    activities: String,
    why: Vec<Why>,
    class: &'static str,
    state: String,
}

#[derive(Debug, Serialize)]
struct Why {
    name: String,
    lines: Lines,
}

/// A sentence and its items, each cut where code begins and ends.
#[derive(Debug, Serialize)]
pub(super) struct Block {
    pub(super) says: Vec<Span>,
    pub(super) items: Vec<Vec<Span>>,
}

pub(super) fn hds(words: &Words, hds: &HdsView) -> Hds {
    let told = Told { audit: words.audit, hds, files: words.paths, lang: words.lang };
    let blocks = |lines: Vec<String>| blocks(words, lines.into_iter().map(Line::Says).collect());
    Hds {
        title: words.say(sentences::title(words.lang)),
        nothing: nothing(words, hds),
        checked: words.say(own::checked(words.lang)),
        sides: [certificates(words, &told), end_to_end(words, &told)],
        tables: tables(words, &told),
        others: others(words, &told),
        certificates: hds.certificates.iter().map(|one| certificate(words, one)).collect(),
        duties: (hds.stated && !hds.duties.is_empty()).then(|| duties(words, &told)),
        delegations: if hds.stated { blocks(told.delegations()) } else { Vec::new() },
        flows: if hds.stated { blocks(told.flows()) } else { Vec::new() },
        exi: words.say(own::exi(words.lang)),
        frames: if hds.stated { self::blocks(words, told.frames()) } else { Vec::new() },
        law: if hds.stated { self::blocks(words, told.sovereignty()) } else { Vec::new() },
    }
}

fn side(words: &Words, text: SideText, class: &'static str, count: usize, notes: &[String]) -> Side {
    Side {
        class,
        title: words.say(text.title(words.lang)),
        number: words.lang.number(u64::try_from(count).unwrap_or(u64::MAX)),
        label: String::new(),
        notes: notes.iter().map(|note| words.coded(note)).collect(),
    }
}

fn certificates(words: &Words, told: &Told) -> Side {
    let changed = &told.hds.changed;
    let count = changed.without.max(changed.with_all);
    let activities = if told.hds.stated { tally(&told.hds.duties, words.lang) } else { told.briefly() };
    let notes = [activities];
    let label = words.say(&own::changed(count, changed.cells, words.lang));
    Side { label, ..side(words, SideText::Certificates, "framed", count, &notes) }
}

/// Nothing to set side by side.
fn nothing(words: &Words, hds: &HdsView) -> Option<String> {
    let health = words.audit.data.iter().any(|data| data.health);
    (!health && hds.certificates.is_empty()).then(|| words.say(own::no_health(words.lang)))
}

/// The answers that end-to-end encryption changes, where the model has it already or not.
fn sealed(told: &Told, declared: bool) -> usize {
    told.hds.changed.end_to_end.iter().filter(|one| one.declared == declared).count()
}

/// Those of readers by privilege of health data. What has no mark needs none: tables tell both kinds apart.
fn shown(told: &Told, declared: bool) -> Vec<Changed> {
    let shown = told.shown().into_iter().filter(|one| one.declared == declared);
    shown.map(|one| Changed { declared: false, ..*one }).collect()
}

fn end_to_end(words: &Words, told: &Told) -> Side {
    let lang = words.lang;
    let count = sealed(told, false);
    let stops = |one: &Changed| one.after.0.min(one.after.1) > Grade::Privilege;
    let stopped = shown(told, false).into_iter().filter(stops).count();
    let already = already(words, told);
    let already = (!already.is_empty()).then(|| own::already(&already, lang));
    let stopped = (count > 0).then(|| own::stopped(stopped, lang));
    let notes: Vec<String> = std::iter::once(own::meaning(lang).to_owned()).chain(already).chain(stopped).collect();
    let label = words.say(&own::changed(count, told.hds.changed.cells, lang));
    Side { label, ..side(words, SideText::EndToEnd, "sealed", count, &notes) }
}

/// The data that the model has end-to-end already, in words.
fn already(words: &Words, told: &Told) -> String {
    let changed = told.hds.changed.end_to_end.iter().filter(|one| one.declared);
    let data: std::collections::BTreeSet<usize> = changed.map(|one| words.audit.verdicts[one.verdict].data).collect();
    words.list(data.into_iter().map(|at| &words.audit.data[at].label))
}

fn tables(words: &Words, told: &Told) -> Vec<Table> {
    let captions = [own::readers(words.lang).to_owned(), own::otherwise(&already(words, told), words.lang)];
    let tables = [false, true].into_iter().zip(captions).map(|(declared, caption)| {
        let shown = shown(told, declared);
        Table { caption: words.say(&caption), rows: rows(words, told, &shown.iter().collect::<Vec<_>>()) }
    });
    tables.filter(|table| !table.rows.is_empty()).collect()
}

fn rows(words: &Words, told: &Told, shown: &[&Changed]) -> Vec<Change> {
    let row = |(actors, data, change): (Vec<&str>, String, String)| Change {
        actors: words.say(&actors.join(", ")),
        data: words.say(&data),
        moved: words.say(&change),
    };
    told.alike(shown, |grade, lang| grade_text(grade).name(lang)).into_iter().map(row).collect()
}

/// The answers that the table of changes leaves out.
fn others(words: &Words, told: &Told) -> Option<String> {
    let others = sealed(told, false) - shown(told, false).len();
    (others > 0).then(|| words.say(&sentences::others(others, "", words.lang)))
}

fn certificate(words: &Words, view: &CertificateView) -> Certificate {
    let numbers: Vec<String> = view.activities.iter().map(u8::to_string).collect();
    let (physical, managed) = (view.is_physical(), view.is_managed());
    let activities = texts::activities(&numbers.join(", "), physical, managed, words.lang);
    Certificate {
        organisation: words.name(&view.organisation),
        activities: words.say(&activities),
        until: view.until.as_ref().map(|date| words.say(&texts::until(date, words.lang))),
        reads: words.list(&view.reads),
    }
}

fn duties(words: &Words, told: &Told) -> Duties {
    let rows = told.rows();
    let row = |(first, numbers, why): &crate::report::hds::DutyRow| Duty {
        organisation: words.name(&first.organisation),
        activities: numbers.join(", "),
        why: why
            .iter()
            .map(|(name, places)| Why {
                name: words.say(name),
                lines: words.lines(places.iter().map(|place| place.of_line())),
            })
            .collect(),
        class: class_of(first.state),
        state: words.say(state(first.state).phrase(words.lang)),
    };
    Duties {
        intro: words.say(sentences::duties_note(words.lang)),
        rows: rows.iter().map(row).collect(),
        notes: told.duty_notes().iter().map(|note| words.coded(note)).collect(),
    }
}

const fn class_of(state: DutyState) -> &'static str {
    match state {
        DutyState::Met => "none",
        DutyState::NotCovered | DutyState::Expired => "privilege",
        DutyState::NotStated | DutyState::NoEnd | DutyState::NoDay | DutyState::NotDerivable => "open",
        DutyState::Own => "design",
    }
}

/// Sentences with the items that follow each.
pub(super) fn blocks(words: &Words, lines: Vec<Line>) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for line in lines {
        match (line, all.last_mut()) {
            (Line::Item(line) | Line::More(line), Some(block)) => block.items.push(words.coded(&line)),
            (Line::Says(line) | Line::Item(line) | Line::More(line), _) => {
                all.push(Block { says: words.coded(&line), items: Vec::new() });
            }
        }
    }
    all
}
