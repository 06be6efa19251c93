//! What a drawing has to show, in words, before anything has its place.

use super::scene::{Ink, Look, Sheath};
use crate::audit::{ActorKind, Audit};
use crate::compare::{Channel, HeldKey, Lane, Perimeter, Pipe, Place, Presence, Spot, SystemMap};
use crate::model::ComponentSort;
use crate::text::labels::capitalised;
use crate::text::{Both, Lang, diagram as texts, harmless, typeset};

/// What a drawing is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// All data at once.
    Overview,
    /// One data asset, by its position in the audit.
    Data(usize),
}

/// A text of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) ink: Ink,
    pub(super) key: bool,
}

/// A component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    /// Its position in the map.
    pub(super) place: usize,
    pub(super) name: String,
    /// The components that it stands for, if it is several.
    pub(super) members: Vec<String>,
    pub(super) lane: Lane,
    pub(super) perimeter: Option<usize>,
    pub(super) look: Look,
    pub(super) lines: Vec<Said>,
    /// The numbers of those who read there.
    pub(super) readers: Vec<usize>,
}

/// A hop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) ends: [usize; 2],
    pub(super) sheath: Sheath,
    pub(super) core: Look,
    pub(super) above: String,
    pub(super) below: String,
}

/// Somebody who reads without being meant to, or an authority that can obtain it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reader {
    pub(super) number: Option<usize>,
    pub(super) name: String,
    pub(super) lines: Vec<Said>,
    pub(super) law: bool,
}

/// A perimeter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) title: String,
    pub(super) note: String,
    pub(super) keys: Vec<String>,
}

/// All that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sketch {
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
    pub(super) zones: Vec<Zone>,
    pub(super) readers: Vec<Reader>,
    pub(super) notes: Vec<String>,
}

/// What sketching needs.
pub(super) struct Pencil<'a> {
    pub(super) map: &'a SystemMap,
    pub(super) audit: &'a Audit,
    pub(super) subject: Subject,
    pub(super) lang: Lang,
    /// How many components are not drawn.
    pub(super) left_out: usize,
}

impl Pencil<'_> {
    pub(super) fn sketch(&self) -> Sketch {
        let readers = self.numbered();
        let shown = self.shown();
        let nodes: Vec<Node> = shown.iter().map(|at| self.node(*at, &readers)).collect();
        let edges = self.map.pipes.iter().filter_map(|pipe| self.edge(pipe, &shown)).collect();
        let cards = self.readers(&readers).into_iter().chain(self.authorities()).collect();
        Sketch {
            edges,
            zones: self.map.perimeters.iter().map(|zone| self.zone(zone)).collect(),
            readers: cards,
            notes: self.notes(self.left_out),
            nodes,
        }
    }

    /// The components that the drawing is about.
    pub(super) fn shown(&self) -> Vec<usize> {
        let shown = (0..self.map.places.len()).filter(|at| self.is_shown(&self.map.places[*at])).collect();
        self.with_what_joins(shown)
    }

    pub(super) fn name(&self, both: &Both) -> String {
        typeset(&harmless(both.get(self.lang)), self.lang)
    }

    pub(super) fn say(&self, text: &str) -> String {
        typeset(text, self.lang)
    }

    /// Those of the data that the drawing is about.
    pub(super) fn of<'p>(&self, data: &'p [Presence]) -> &'p [Presence] {
        match self.subject {
            Subject::Overview => data,
            Subject::Data(at) => &data[at..=at],
        }
    }

    pub(super) fn is_about(&self, data: usize) -> bool {
        self.subject == Subject::Overview || self.subject == Subject::Data(data)
    }

    pub(super) fn keys<'k>(&self, keys: &'k [HeldKey]) -> impl Iterator<Item = &'k HeldKey> {
        keys.iter().filter(|key| key.sure && key.data.iter().any(|data| self.is_about(*data)))
    }

    fn is_shown(&self, place: &Place) -> bool {
        let there = self.of(&place.data).iter().chain(self.of(&place.at_rest)).any(|one| one.is_there());
        there || self.keys(&place.keys).next().is_some()
    }

    /// Also what stands between two of them, data passing through it on hops alone.
    fn with_what_joins(&self, shown: Vec<usize>) -> Vec<usize> {
        let carried = |pipe: &&Pipe| self.of(&pipe.data).iter().any(|one| one.is_there());
        let ends = self.map.pipes.iter().filter(carried).flat_map(|pipe| pipe.ends);
        let mut all: Vec<usize> = shown.into_iter().chain(ends).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Who reads by rights already granted, without being meant to: those with places of their own have numbers.
    fn numbered(&self) -> Vec<(usize, bool)> {
        let audit = self.audit;
        let reads = |actor: usize| {
            let mut theirs = audit.verdicts.iter().filter(|verdict| verdict.actor == actor);
            theirs.any(|verdict| self.is_about(verdict.data) && verdict.is_unintended_reader())
        };
        let shown = |actor: &usize| audit.actors[*actor].kind != ActorKind::CommonBase && reads(*actor);
        let own = |actor: usize| self.map.readings.iter().any(|one| one.actor == actor && self.is_about(one.data));
        let readers = (0..audit.actors.len()).filter(shown).filter(|actor| !self.is_anyone(*actor));
        readers.map(|actor| (actor, own(actor))).collect()
    }

    /// Whether it is an adversary who reads what anyone does, where anyone does: it is told of in a count.
    pub(super) fn is_anyone(&self, actor: usize) -> bool {
        let audit = self.audit;
        let reads = |actor: usize| self.map.readings.iter().any(|one| one.actor == actor && self.is_about(one.data));
        let anyone = audit.actors.iter().position(|actor| actor.id == "adversary/anyone").filter(|at| reads(*at));
        let adversary = audit.actors[actor].kind == ActorKind::Adversary;
        anyone.is_some_and(|anyone| adversary && actor != anyone && !self.reads_more(actor, anyone))
    }

    fn reads_more(&self, actor: usize, anyone: usize) -> bool {
        let of = |who: usize| self.map.readings.iter().filter(move |one| one.actor == who && self.is_about(one.data));
        of(actor).any(|one| !of(anyone).any(|other| (one.data, one.at) == (other.data, other.at)))
    }

    fn number(readers: &[(usize, bool)], actor: usize) -> Option<usize> {
        let own: Vec<usize> = readers.iter().filter(|(_, own)| *own).map(|(actor, _)| *actor).collect();
        own.iter().position(|one| *one == actor).map(|at| at + 1)
    }

    fn node(&self, at: usize, readers: &[(usize, bool)]) -> Node {
        let place = &self.map.places[at];
        let data = self.of(&place.data);
        let mut here: Vec<usize> = self
            .map
            .readings
            .iter()
            .filter(|one| one.at == Spot::Place(at) && self.is_about(one.data))
            .filter_map(|one| Self::number(readers, one.actor))
            .collect();
        here.sort_unstable();
        here.dedup();
        Node {
            place: at,
            name: capitalised(&self.name(&place.label)),
            members: place.members.iter().map(|one| self.name(one)).collect(),
            lane: place.lane,
            perimeter: place.perimeter,
            look: look(data, self.of(&place.at_rest)),
            lines: self.lines(place, !here.is_empty()),
            readers: here,
        }
    }

    fn lines(&self, place: &Place, read: bool) -> Vec<Said> {
        let lang = self.lang;
        let members: Vec<String> = place.members.iter().map(|one| self.name(one)).collect();
        let mut lines = vec![Said { text: members.join(", "), ink: Ink::Soft, key: false }, self.state(place)];
        lines.extend(self.at_rest(place));
        // Whoever reads where there is only ciphertext has what opens it.
        if read && look(self.of(&place.data), self.of(&place.at_rest)) == Look::Sealed {
            lines.push(Said { text: texts::opened(lang).to_owned(), ink: Ink::Clear, key: false });
        }
        if place.sort == ComponentSort::Client {
            lines.extend(self.people(place));
        }
        let keys = self.keys(&place.keys).map(|key| Said { text: self.name(&key.label), ink: Ink::Black, key: true });
        lines.extend(keys);
        for line in &mut lines {
            line.text = typeset(&line.text, lang);
        }
        lines
    }

    fn state(&self, place: &Place) -> Said {
        let lang = self.lang;
        let count = Count::of(self.of(&place.data));
        let (text, ink) = match count {
            Count { there: 0, .. } if self.of(&place.at_rest).iter().any(|one| one.is_there()) => {
                (String::new(), Ink::Soft)
            }
            Count { there: 0, .. } if self.keys(&place.keys).next().is_none() => {
                (texts::crossed(lang).to_owned(), Ink::Soft)
            }
            Count { there: 0, .. } => (texts::holds_key(lang).to_owned(), Ink::Soft),
            Count { plain: 0, unknown: 0, weak: 0, .. } => (texts::only_sealed(lang).to_owned(), Ink::Sealed),
            Count { plain: 0, unknown: 0, .. } => (texts::only_weak(lang).to_owned(), Ink::Sealed),
            Count { plain: 0, .. } => (texts::open(lang).to_owned(), Ink::Open),
            _ if self.subject == Subject::Overview => {
                (texts::counted_clear(count.plain, count.there, count.unknown, lang), Ink::Clear)
            }
            _ => (texts::clear(lang).to_owned(), Ink::Clear),
        };
        Said { text, ink, key: false }
    }

    /// How it is kept, where that is not what the state says already.
    fn at_rest(&self, place: &Place) -> Option<Said> {
        let lang = self.lang;
        let rest = Count::of(self.of(&place.at_rest));
        let keeps = matches!(place.sort, ComponentSort::Storage | ComponentSort::Backup);
        let same = look(self.of(&place.data), &[]) == look(self.of(&place.at_rest), &[]);
        // What only has ciphertext keeps nothing else.
        if rest.there == 0 || (same && (!keeps || rest.plain + rest.unknown == 0)) {
            return None;
        }
        let (text, ink) = match rest {
            Count { plain: 0, unknown: 0, .. } => (texts::rest_sealed(lang).to_owned(), Ink::Sealed),
            Count { plain: 0, .. } => (texts::rest_open(lang).to_owned(), Ink::Open),
            Count { plain, there, .. } if plain == there => (texts::rest_clear(lang).to_owned(), Ink::Clear),
            Count { plain, there, unknown, .. } => (texts::rest_counted(plain, there, unknown, lang), Ink::Clear),
        };
        Some(Said { text, ink, key: false })
    }

    /// The people of a client: those meant to read, where the drawing is about one data asset.
    fn people(&self, place: &Place) -> Option<Said> {
        let audit = self.audit;
        let people = place.users.iter().filter_map(|user| audit.actors.iter().position(|actor| actor.id == *user));
        let meant = |actor: &usize| match self.subject {
            Subject::Overview => true,
            Subject::Data(data) => {
                let mut of = audit.verdicts.iter().filter(|verdict| verdict.actor == *actor && verdict.data == data);
                of.any(|verdict| verdict.intended)
            }
        };
        let names: Vec<String> = people.filter(meant).map(|actor| self.name(&audit.actors[actor].label)).collect();
        let names = self.lang.list(&names);
        let text = match self.subject {
            _ if names.is_empty() => return None,
            Subject::Overview => texts::users(&names, self.lang),
            Subject::Data(_) => texts::recipients(&names, self.lang),
        };
        Some(Said { text, ink: Ink::Soft, key: false })
    }

    fn edge(&self, pipe: &Pipe, shown: &[usize]) -> Option<Edge> {
        let lang = self.lang;
        let data = self.of(&pipe.data);
        let ends = [shown.iter().position(|at| *at == pipe.ends[0])?, shown.iter().position(|at| *at == pipe.ends[1])?];
        let channel = pipe.channel(|data| self.is_about(data))?;
        let core = look(data, &[]);
        let below = match core {
            Look::Sealed if data.contains(&Presence::Weak) => texts::weak(lang),
            Look::Sealed => texts::sealed(lang),
            Look::Open => texts::legend_open(lang),
            Look::Clear | Look::Blank | Look::Reader => texts::clear(lang),
        };
        let above = self.say(&channel_text(channel, &pipe.hops, lang));
        Some(Edge { ends, sheath: sheath(channel), core, above, below: self.say(below) })
    }

    fn zone(&self, zone: &Perimeter) -> Zone {
        let title = zone.label.as_ref().map(|label| capitalised(&self.name(label)));
        Zone {
            title: title.unwrap_or_else(|| self.say(texts::unknown_host(self.lang))),
            note: match &zone.members[..] {
                [] => self.say(&texts::certificate(zone.hds.as_deref(), self.lang)),
                members => members.iter().map(|one| self.name(one)).collect::<Vec<_>>().join(", "),
            },
            keys: self.keys(&zone.keys).map(|key| self.name(&key.label)).collect(),
        }
    }
}

/// How many data assets are somewhere, and how.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub(super) there: usize,
    pub(super) plain: usize,
    pub(super) unknown: usize,
    pub(super) weak: usize,
}

impl Count {
    pub(super) fn of(data: &[Presence]) -> Self {
        let of = |wanted: Presence| data.iter().filter(|one| **one == wanted).count();
        Self {
            there: data.iter().filter(|one| one.is_there()).count(),
            plain: of(Presence::Plain),
            unknown: of(Presence::Unknown),
            weak: of(Presence::Weak),
        }
    }
}

/// How a channel is drawn: closed only where it is protected.
pub(super) const fn sheath(channel: Channel) -> Sheath {
    match channel {
        Channel::Mutual | Channel::Tls13 | Channel::Tls12 => Sheath::Closed,
        Channel::Unknown | Channel::Assumed => Sheath::Unknown,
        Channel::Old | Channel::Unverified | Channel::Open => Sheath::Dotted,
        Channel::Copy => Sheath::None,
    }
}

/// What is written of a channel: of several hops, how many are as the weakest, unless all are protected.
fn channel_text(channel: Channel, hops: &[Channel], lang: Lang) -> String {
    let word = match channel {
        Channel::Mutual => texts::mutual_tls(lang),
        Channel::Tls13 => "TLS 1.3",
        Channel::Tls12 => "TLS 1.2",
        Channel::Old => texts::old_tls(lang),
        Channel::Unverified => texts::unverified_tls(lang),
        Channel::Unknown => texts::unknown_tls(lang),
        Channel::Assumed => texts::assumed_tls(lang),
        Channel::Open => texts::no_tls(lang),
        Channel::Copy => texts::copy(lang),
    };
    let weakest = hops.iter().filter(|one| **one == channel).count();
    match hops.len() {
        0 | 1 => word.to_owned(),
        all if all == weakest => format!("{word} ×{all}"),
        all if channel.is_protected() => format!("TLS ×{all}"),
        all => texts::some_of(word, weakest, all, lang),
    }
}

/// How what holds some data is filled: by the worst of them; at rest counts where nothing passes.
pub(super) fn look(data: &[Presence], at_rest: &[Presence]) -> Look {
    let worst = |data: &[Presence]| data.iter().copied().max().unwrap_or_default();
    let shown = if worst(data).is_there() { worst(data) } else { worst(at_rest) };
    match shown {
        Presence::Plain => Look::Clear,
        Presence::Unknown => Look::Open,
        Presence::Sealed | Presence::Weak => Look::Sealed,
        Presence::Absent => Look::Blank,
    }
}
