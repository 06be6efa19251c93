//! HDS beside end-to-end encryption, in a terminal: activities, answers, access, flows, location and law.

mod access;
mod borders;
mod changed;
mod json;
mod words;

pub use json::{FORMAT, document};
pub(super) use json::{HdsJson, json};

use comfy_table::{ColumnConstraint, Width};

use super::human::{Look, table};
use super::wrap::wrap;
use crate::audit::Audit;
use crate::compare::Dossier;
use crate::compare::hds::{Duty, DutyState, Gap, Hds};
use crate::source::Position;
use crate::text::{Both, Lang, harmless, hds as text, human};
use words::at;
pub(super) use words::state;

/// What the parts of the section share.
#[derive(Clone, Copy)]
pub(in crate::report) struct Told<'a> {
    pub(in crate::report) audit: &'a Audit,
    pub(in crate::report) hds: &'a Hds,
    /// What the files of the model are called, in their order.
    pub(in crate::report) files: &'a [&'a str],
    pub(in crate::report) lang: Lang,
}

/// A line of the section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) enum Line {
    /// A sentence.
    Says(String),
    /// An item of the sentence before.
    Item(String),
    /// More of the sentence before.
    More(String),
}

/// An activity of an organisation, the numbers of those like it, and the entries that they follow from.
pub(in crate::report) type DutyRow<'a> = (&'a Duty, Vec<String>, Vec<(String, Vec<Position>)>);

/// The short form of `check`: the certificates, what they change, who keeps access, and where the whole is.
pub(super) fn brief(dossier: &Dossier, look: Look) -> String {
    let lang = look.lang;
    let files: Vec<&str> = dossier.audit.files.iter().map(String::as_str).collect();
    let told = Told { audit: &dossier.audit, hds: &dossier.hds, files: &files, lang };
    let mut out = look.heading(text::title(lang));
    if !told.hds.stated {
        return out + &told.say(&told.briefly()) + &told.say(&told.counted());
    }
    out += &told.say_all(&told.certificates());
    out += &told.say(&tally(&told.hds.duties, lang));
    out += &told.say(&told.counted());
    out += &told.say_all(&told.delegations());
    out + &told.say(&text::more(&harmless(&dossier.audit.file), dossier.audit.variant.as_deref(), lang))
}

/// How many activities are in each state.
pub(super) fn tally(duties: &[Duty], lang: Lang) -> String {
    let of = |states: &[DutyState]| duties.iter().filter(|duty| states.contains(&duty.state)).count();
    text::tally(
        [
            of(&[DutyState::Met]),
            of(&[DutyState::NoEnd, DutyState::NoDay]),
            of(&[DutyState::NotCovered, DutyState::Expired]),
            of(&[DutyState::NotStated, DutyState::NotDerivable]),
        ],
        of(&[DutyState::Own]),
        lang,
    )
}

/// What `hds` prints.
pub fn human(dossier: &Dossier, look: Look) -> String {
    look.bold(&super::human::named(&dossier.audit, look.lang)) + "\n" + &section(dossier, look)
}

/// The section of a terminal.
fn section(dossier: &Dossier, look: Look) -> String {
    let lang = look.lang;
    let files: Vec<&str> = dossier.audit.files.iter().map(String::as_str).collect();
    let told = Told { audit: &dossier.audit, hds: &dossier.hds, files: &files, lang };
    let mut out = look.heading(text::title(lang));
    if !told.hds.stated {
        return out + &told.say(&told.briefly()) + &told.say(&told.counted());
    }
    out += &told.duties();
    out += &told.say_all(&told.certificates());
    out += &told.say(&told.counted());
    out += &told.side_by_side();
    out += &told.say_all(&told.delegations());
    out += &told.say_all(&told.flows());
    out += &told.lines(&told.frames());
    out + &told.lines(&told.sovereignty())
}

impl Told<'_> {
    fn say(self, line: &str) -> String {
        wrap(line, "  ", self.lang)
    }

    fn say_all(self, lines: &[String]) -> String {
        lines.iter().map(|line| self.say(line)).collect()
    }

    fn lines(self, lines: &[Line]) -> String {
        let told = |line: &Line| match line {
            Line::Says(line) => self.say(line),
            Line::Item(line) => wrap(&format!("- {line}"), "    ", self.lang),
            Line::More(line) => wrap(line, "    ", self.lang),
        };
        lines.iter().map(told).collect()
    }

    /// Who does what, in one paragraph: the model says nothing of certificates.
    pub(in crate::report) fn briefly(self) -> String {
        let mut whose: Vec<(&str, Vec<String>)> = Vec::new();
        for duty in &self.hds.duties {
            let sure = if duty.state == DutyState::NotDerivable { "?" } else { "" };
            let (name, number) = (duty.organisation.get(self.lang), format!("{}{sure}", duty.activity));
            match whose.iter_mut().find(|(known, _)| *known == name) {
                Some((_, all)) => all.push(number),
                None => whose.push((name, vec![number])),
            }
        }
        if whose.is_empty() {
            return text::no_duty(self.lang).to_owned();
        }
        let named: Vec<String> =
            whose.iter().map(|(name, numbers)| format!("{name} ({})", numbers.join(", "))).collect();
        format!("{} {}.", text::nothing_stated(self.lang), named.join(", "))
    }

    /// The activities as a table: those of one organisation that follow from the same entries share a row.
    fn duties(self) -> String {
        let lang = self.lang;
        let mut out = String::new();
        if self.hds.duties.is_empty() {
            out += &self.say(text::no_duty(lang));
        } else {
            out += &self.say(text::duties_note(lang));
            let mut table = table();
            table.set_header([
                text::organisation(lang),
                text::activity(lang),
                text::because(lang),
                text::certificate(lang),
            ]);
            let widths = [18, 10, 32, 15].map(|width| ColumnConstraint::Absolute(Width::Fixed(width)));
            table.set_constraints(widths);
            for (first, numbers, why) in self.rows() {
                let why = why.iter().map(|(name, positions)| at(self.files, name, positions.iter().copied(), lang));
                table.add_row([
                    first.organisation.get(lang).to_owned(),
                    numbers.join(", "),
                    why.collect::<Vec<_>>().join(", "),
                    state(first.state).phrase(lang).to_owned(),
                ]);
            }
            out += &table.to_string();
            out.push('\n');
        }
        out + &self.say_all(&self.duty_notes())
    }

    /// What the table leaves to say, and to ask.
    pub(in crate::report) fn duty_notes(self) -> Vec<String> {
        let lang = self.lang;
        let day = self.hds.day.map(|day| day.shown(lang));
        let mut notes = vec![text::judged(day.as_deref(), lang)];
        let gaps = |gap: Gap| {
            let open = self.hds.open.iter().filter(|open| open.gap == gap);
            let named = open.map(|open| at(self.files, open.what.get(lang), [open.position], lang));
            named.collect::<Vec<_>>().join(", ")
        };
        if self.hds.duties.iter().any(|duty| duty.state == DutyState::NotDerivable) {
            notes.push(text::uncertain_note(lang).to_owned());
        }
        let names = |list: &[Both]| list.iter().map(|both| both.get(lang)).collect::<Vec<_>>().join(", ");
        let mut told = |names: &str, sentence: fn(&str, Lang) -> String| {
            if !names.is_empty() {
                notes.push(sentence(names, lang));
            }
        };
        told(&gaps(Gap::Host), text::open_hosts);
        told(&gaps(Gap::Employer), text::open_employers);
        told(&names(&self.hds.controller_not_stated), text::controllers);
        told(&names(&self.hds.passing), text::passing);
        notes
    }

    /// Each row: one of its activities, their numbers, what they follow from.
    pub(in crate::report) fn rows(&self) -> Vec<DutyRow<'_>> {
        let mut rows: Vec<DutyRow> = Vec::new();
        for duty in &self.hds.duties {
            let (number, why) = (duty.activity.to_string(), self.why(duty));
            let same = |(first, _, because): &&mut DutyRow| {
                first.id == duty.id && first.state == duty.state && *because == why
            };
            match rows.iter_mut().find(same) {
                Some((_, numbers, _)) => numbers.push(number),
                None => rows.push((duty, vec![number], why)),
            }
        }
        rows
    }

    /// The entries that an activity follows from, each once with its lines.
    fn why(&self, duty: &Duty) -> Vec<(String, Vec<Position>)> {
        let lang = self.lang;
        let mut entries: Vec<(String, Vec<Position>)> = Vec::new();
        for why in &duty.why {
            let mut name = why.what.get(lang).to_owned();
            if why.assumed {
                name = format!("{name}, {}", text::by_default(lang));
            }
            match entries.iter_mut().find(|(known, _)| *known == name) {
                Some((_, positions)) => positions.push(why.position),
                None => entries.push((name, vec![why.position])),
            }
        }
        entries
    }

    fn certificates(self) -> Vec<String> {
        let lang = self.lang;
        let mut out = Vec::new();
        for one in &self.hds.certificates {
            let activities: Vec<String> = one.activities.iter().map(u8::to_string).collect();
            let reads: Vec<&str> = one.reads.iter().map(|data| data.get(lang)).collect();
            let category = text::category(one.is_physical(), one.is_managed(), lang);
            let organisation = one.organisation.get(lang);
            out.push(human::certificate_line(organisation, &activities, category, &reads.join(", "), lang));
        }
        out
    }

    fn data(self, data: &[usize]) -> String {
        data.iter().map(|at| self.audit.data[*at].label.get(self.lang)).collect::<Vec<_>>().join(", ")
    }
}
