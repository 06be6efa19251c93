//! Who is told of below a drawing: readers who are not meant to, authorities, and in a line those who would have to act.

use super::scene::Ink;
use super::sketch::{Pencil, Reader, Said, Subject};
use crate::audit::{ActorKind, Verdict};
use crate::compare::{Perimeter, Spot};
use crate::kernel::{Grade, Order};
use crate::text::labels::capitalised;
use crate::text::{Lang, diagram as texts, html, typeset};

/// So many names stand in a line; the others are counted.
const NAMES: usize = 8;

impl Pencil<'_> {
    pub(super) fn readers(&self, readers: &[(usize, bool)]) -> Vec<Reader> {
        let mut number = 0;
        let mut cards: Vec<Reader> = Vec::new();
        for (actor, own) in readers {
            number += usize::from(*own);
            cards.push(self.reader(*actor, own.then_some(number)));
        }
        // Those with a number come first.
        cards.sort_by_key(|card| card.number.is_none());
        cards
    }

    fn reader(&self, actor: usize, number: Option<usize>) -> Reader {
        let (audit, lang) = (self.audit, self.lang);
        let read = audit.verdicts.iter().filter(|verdict| verdict.actor == actor && verdict.is_unintended_reader());
        let read: Vec<usize> = read.map(|verdict| verdict.data).filter(|data| self.is_about(*data)).collect();
        let reads = match (self.subject, &read[..]) {
            (Subject::Overview, [one]) => texts::reads_one(&self.name(&audit.data[*one].label), lang),
            (Subject::Overview, all) => texts::reads_counted(all.len(), audit.data.len(), lang),
            (Subject::Data(_), _) => texts::reads(lang).to_owned(),
        };
        let mut lines = vec![self.said(&reads, Ink::Clear)];
        lines.extend(self.note(actor).map(|note| self.said(&note, Ink::Soft)));
        let spots: Vec<Spot> = self
            .map
            .readings
            .iter()
            .filter(|one| one.actor == actor && self.is_about(one.data))
            .map(|one| one.at)
            .collect();
        let hops: Vec<String> = spots.iter().filter_map(|at| self.hop(*at)).collect();
        if spots.is_empty() {
            lines.extend(self.through(actor).map(|names| self.said(&texts::through(&names, lang), Ink::Soft)));
        } else if hops.len() == spots.len() {
            lines.push(self.said(&some(&distinct(hops), lang), Ink::Soft));
        }
        Reader { number, name: capitalised(&self.name(&audit.actors[actor].label)), lines, law: false }
    }

    /// Between what somebody reads, where it is a hop.
    fn hop(&self, at: Spot) -> Option<String> {
        let Spot::Pipe(pipe) = at else { return None };
        let [from, to] = self.map.pipes[pipe].ends.map(|end| self.name(&self.map.places[end].label));
        Some(texts::on_hop(&from, &to, self.lang))
    }

    fn said(&self, text: &str, ink: Ink) -> Said {
        Said { text: self.say(text), ink, key: false }
    }

    /// How many people; or that it is an adversary, and nobody of the system.
    fn note(&self, actor: usize) -> Option<String> {
        let actor = &self.audit.actors[actor];
        match actor.kind {
            ActorKind::Adversary | ActorKind::CommonBase => {
                Some(html::actor_note(html::ActorSort::Adversary, None, self.lang))
            }
            _ => actor.count.map(|count| html::people(count, self.lang)),
        }
    }

    /// Through whom somebody reads.
    fn through(&self, actor: usize) -> Option<String> {
        let (_, through) = self.map.through.iter().find(|(one, _)| *one == actor)?;
        let names: Vec<String> = through.iter().map(|at| self.name(&self.audit.actors[*at].label)).collect();
        Some(some(&names, self.lang))
    }

    /// The authorities that can obtain it in clear by an order to hand over or to listen.
    pub(super) fn authorities(&self) -> Vec<Reader> {
        let data = |id: &str| self.audit.data.iter().position(|data| data.id == id);
        let mut found: Vec<(String, String, Vec<String>)> = Vec::new();
        for one in &self.audit.compelled {
            let about = data(&one.data).is_some_and(|at| self.is_about(at));
            let obtains = one.past.min(one.new) <= Grade::Privilege && one.order != Order::Alter;
            if !about || !obtains {
                continue;
            }
            let from = self.name(&one.labels[1]);
            match found.iter_mut().find(|(id, ..)| *id == one.authority) {
                Some((.., names)) if names.contains(&from) => {}
                Some((.., names)) => names.push(from),
                None => found.push((one.authority.clone(), self.name(&one.labels[0]), vec![from])),
            }
        }
        let card = |(_, name, from): (String, String, Vec<String>)| Reader {
            number: None,
            name: capitalised(&name),
            lines: vec![self.said(&texts::obtains(&some(&from, self.lang), self.lang), Ink::Soft)],
            law: true,
        };
        found.into_iter().map(card).collect()
    }

    /// Keys on machines that nothing drawn runs on.
    fn kept_apart(&self) -> Vec<String> {
        let drawn = |at: usize| self.map.places.iter().any(|place| place.perimeter == Some(at));
        let apart = self.map.perimeters.iter().enumerate().filter(|(at, _)| !drawn(*at));
        let named = |(_, zone): (usize, &Perimeter)| {
            let keys = self.keys(&zone.keys).map(|key| self.name(&key.label)).collect::<Vec<_>>();
            let host =
                zone.label.as_ref().map_or_else(|| texts::unknown_host(self.lang).to_owned(), |one| self.name(one));
            (!keys.is_empty()).then(|| texts::kept_at(&keys.join(", "), &host, self.lang))
        };
        apart.filter_map(named).collect()
    }

    /// Keys of which it is not known where they are.
    fn lost_keys(&self) -> Option<String> {
        let places = self.map.places.iter().flat_map(|place| &place.keys);
        let keys: Vec<_> = places.chain(self.map.perimeters.iter().flat_map(|zone| &zone.keys)).collect();
        let found = |key: &&&crate::compare::HeldKey| keys.iter().any(|other| other.sure && other.id == key.id);
        let mut names: Vec<String> = Vec::new();
        for key in
            keys.iter().filter(|key| !key.sure && key.data.iter().any(|data| self.is_about(*data)) && !found(key))
        {
            let name = self.name(&key.label);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        (!names.is_empty()).then(|| texts::lost_keys(&names.join(", "), self.lang))
    }

    /// Who would have to tamper or to break in, and what is not drawn.
    pub(super) fn notes(&self, left_out: usize) -> Vec<String> {
        let (audit, lang) = (self.audit, self.lang);
        let easiest = |actor: usize| {
            let theirs = audit.verdicts.iter().filter(|verdict| verdict.actor == actor && !verdict.intended);
            theirs.filter(|verdict| self.is_about(verdict.data)).map(Verdict::easiest).min().unwrap_or(Grade::None)
        };
        let by = |grade: Grade| -> Vec<usize> {
            let all = (0..audit.actors.len()).filter(|actor| audit.actors[*actor].kind != ActorKind::CommonBase);
            all.filter(|actor| easiest(*actor).public() == grade).collect()
        };
        let (tampering, breach) = (by(Grade::Tampering), by(Grade::Breach));
        let anyone = (0..audit.actors.len()).filter(|actor| self.is_anyone(*actor)).count();
        let mut notes: Vec<String> = (anyone > 0).then(|| texts::as_anyone(anyone, lang)).into_iter().collect();
        notes.extend(self.kept_apart());
        notes.extend(self.lost_keys());
        if !tampering.is_empty() {
            let names: Vec<String> = tampering.iter().map(|at| self.name(&audit.actors[*at].label)).collect();
            notes.push(texts::tampering(&some(&names, lang), names.len(), lang));
        }
        notes.extend((!breach.is_empty()).then(|| texts::breach(breach.len(), lang)));
        let not_drawn = if self.subject == Subject::Overview { texts::left_out_of_all } else { texts::left_out };
        notes.extend((left_out > 0).then(|| not_drawn(left_out, lang)));
        notes.iter().map(|note| self.say(note)).collect()
    }
}

/// Those who have a card, and the others in lines: where there are too many, who reads through others, and authorities.
pub(super) fn split(readers: &[Reader], most: usize, lang: Lang) -> (Vec<&Reader>, Vec<String>) {
    if readers.len() <= most {
        return (readers.iter().collect(), Vec::new());
    }
    let (drawn, told): (Vec<&Reader>, Vec<&Reader>) = readers.iter().partition(|reader| reader.number.is_some());
    let (law, through): (Vec<&Reader>, Vec<&Reader>) = told.into_iter().partition(|reader| reader.law);
    let names = |list: &[&Reader]| {
        let names: Vec<String> = list.iter().map(|reader| reader.name.clone()).collect();
        some(&names, lang)
    };
    let mut lines = Vec::new();
    lines.extend((!through.is_empty()).then(|| typeset(&texts::also_through(&names(&through), lang), lang)));
    lines.extend((!law.is_empty()).then(|| typeset(&texts::also_law(&names(&law), lang), lang)));
    (drawn, lines)
}

/// Each text once, where it first stands.
fn distinct(texts: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for text in texts {
        if !once.contains(&text) {
            once.push(text);
        }
    }
    once
}

/// Some of the names, and how many more.
fn some(names: &[String], lang: Lang) -> String {
    if names.len() <= NAMES {
        return names.join(", ");
    }
    format!("{} {}", names[..NAMES].join(", "), texts::more(names.len() - NAMES, lang))
}
