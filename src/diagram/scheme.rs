//! A system in one column, from devices to disks: small drawings that stand side by side, one for each kind of encryption.

use super::font::Face;
use super::layout::{NAME, SMALL, TEXT};
use super::scene::{Card, HALF_TUBE, Icon, Ink, Look, Mark, Rect, Scene, Sheath, Stroke, Tube, Words};
use super::sketch::{look, sheath};
use crate::audit::Audit;
use crate::compare::{Channel, Lane, Place, Presence, SystemMap};
use crate::text::{Lang, diagram as texts, typeset};

/// The width of a scheme.
const WIDTH: i32 = 184;
/// The height of a stage.
const STAGE: i32 = 50;
/// The length of a hop.
const HOP: i32 = 52;
/// Around it.
const EDGE: i32 = 4;
/// Where hops go down.
const AXIS: i32 = 44;

/// A stage: what stands in a lane, together.
struct Stage {
    title: &'static str,
    clear: usize,
    all: usize,
    look: Look,
}

/// What joins a stage to the one below.
struct Joint {
    sheath: Sheath,
    core: Look,
    above: String,
    below: String,
}

/// Draws the data that the answer is about, under one kind of encryption.
pub fn scheme(map: &SystemMap, audit: &Audit, title: &str, lang: Lang) -> Scene {
    let scheme = Scheme { map, audit, lang };
    let lanes: Vec<Lane> = Lane::ALL.into_iter().filter(|lane| scheme.places(*lane).next().is_some()).collect();
    let mut stages: Vec<Stage> = lanes.iter().map(|lane| scheme.stage(*lane)).collect();
    let mut joints: Vec<Joint> = lanes.windows(2).map(|pair| scheme.joint(pair[1])).collect();
    if let Some((disk, joint)) = scheme.disks() {
        stages.push(disk);
        joints.push(joint);
    }
    let mut scene = Scene {
        title: title.to_owned(),
        description: String::new(),
        size: (WIDTH, EDGE),
        panels: Vec::new(),
        cards: Vec::new(),
        tubes: Vec::new(),
        notes: Vec::new(),
        marks: Vec::new(),
    };
    let mut said = Vec::new();
    let mut y = EDGE;
    for (at, stage) in stages.iter().enumerate() {
        let state = stage.state(lang);
        said.push(format!("{} – {}", stage.title, state.0));
        scene.cards.push(stage.card(y, &state, lang));
        y += STAGE;
        if let Some(joint) = joints.get(at) {
            scene.tubes.push(joint.tube(at, y));
            y += HOP;
        }
    }
    scene.size.1 = y + EDGE;
    scene.description = typeset(&said.join(" ; ").replace(" ; ", lang.pick(" ; ", "; ")), lang);
    scene
}

struct Scheme<'a> {
    map: &'a SystemMap,
    audit: &'a Audit,
    lang: Lang,
}

impl Scheme<'_> {
    /// The data that the answer is about.
    fn headline(&self, data: &[Presence]) -> Vec<Presence> {
        data.iter().zip(&self.audit.data).filter(|(_, view)| view.headline).map(|(one, _)| *one).collect()
    }

    fn places(&self, lane: Lane) -> impl Iterator<Item = &Place> {
        let there = move |place: &&Place| {
            let all = self.headline(&place.data).into_iter().chain(self.headline(&place.at_rest));
            place.lane == lane && all.into_iter().any(Presence::is_there)
        };
        self.map.places.iter().filter(there)
    }

    fn stage(&self, lane: Lane) -> Stage {
        let title = match lane {
            Lane::Devices => texts::scheme_devices,
            Lane::Network => texts::scheme_network,
            Lane::Services => texts::scheme_services,
            Lane::Data => texts::scheme_kept,
        };
        counted(title(self.lang), self.places(lane).map(|place| self.headline(&place.data)))
    }

    /// What crosses from the stages above a lane to it and below.
    fn joint(&self, lane: Lane) -> Joint {
        let crosses = |ends: [usize; 2]| {
            let [one, other] = ends.map(|at| self.map.places[at].lane);
            one.min(other) < lane && one.max(other) >= lane
        };
        let carried = self.map.pipes.iter().filter(|pipe| crosses(pipe.ends) && !pipe.is_copy());
        let of = |data: usize| self.audit.data[data].headline;
        let carried: Vec<(Channel, Vec<Presence>)> =
            carried.filter_map(|pipe| Some((pipe.channel(of)?, self.headline(&pipe.data)))).collect();
        let data: Vec<Presence> = carried.iter().flat_map(|(_, data)| data.iter().copied()).collect();
        let count = |wanted: &dyn Fn(Channel) -> bool| carried.iter().filter(|(channel, _)| wanted(*channel)).count();
        let unknown = count(&|channel| sheath(channel) == Sheath::Unknown);
        let bare = count(&|channel| sheath(channel) == Sheath::Dotted);
        let open = count(&|channel| channel == Channel::Open);
        let told = |word: &str, some: usize| match carried.len() {
            all if all == some => word.to_owned(),
            all => texts::some_of(word, some, all, self.lang),
        };
        let (sheath, above) = match (bare, unknown, carried.len()) {
            (_, _, 0) => (Sheath::None, String::new()),
            (0, 0, _) => (Sheath::Closed, "TLS".to_owned()),
            (0, unknown, _) => (Sheath::Unknown, told(texts::unknown_tls(self.lang), unknown)),
            (bare, _, _) if bare == open => (Sheath::Dotted, told(texts::no_tls(self.lang), bare)),
            (bare, _, _) => (Sheath::Dotted, told(texts::bare(self.lang), bare)),
        };
        Joint::new(sheath, look(&data, &[]), &above, self.lang)
    }

    /// The bytes at rest of what keeps data.
    fn disks(&self) -> Option<(Stage, Joint)> {
        let kept = self.places(Lane::Data).map(|place| self.headline(&place.at_rest));
        let kept: Vec<Vec<Presence>> = kept.filter(|data| data.iter().any(|one| one.is_there())).collect();
        if kept.is_empty() {
            return None;
        }
        let stage = counted(texts::scheme_rest(self.lang), kept.into_iter());
        let joint = Joint::new(Sheath::None, stage.look, "", self.lang);
        Some((stage, joint))
    }
}

/// A stage, by how many of its places have something in clear.
fn counted(title: &'static str, places: impl Iterator<Item = Vec<Presence>>) -> Stage {
    let each: Vec<Vec<Presence>> = places.collect();
    let clear = each.iter().filter(|data| data.iter().any(|one| one.is_clear())).count();
    let whole: Vec<Presence> = each.iter().flatten().copied().collect();
    Stage { title, clear, all: each.len(), look: look(&whole, &[]) }
}

impl Stage {
    fn state(&self, lang: Lang) -> (String, Ink) {
        match self.look {
            Look::Open => (texts::legend_open(lang).to_owned(), Ink::Open),
            Look::Clear if self.all == 1 => (texts::clear(lang).to_owned(), Ink::Clear),
            Look::Clear => (texts::components_clear(self.clear, self.all, lang), Ink::Clear),
            _ => (texts::only_sealed(lang).to_owned(), Ink::Sealed),
        }
    }

    fn card(&self, y: i32, (state, ink): &(String, Ink), lang: Lang) -> Card {
        let x = EDGE + 14;
        let line = |text: &str, y: i32, face: Face, ink: Ink| {
            let text = face.shortened(&typeset(text, lang), WIDTH - 2 * (EDGE + 14));
            Words { x, y, text, face, ink }
        };
        Card {
            name: self.title.to_owned(),
            rect: Rect::new(EDGE, y, WIDTH - 2 * EDGE, STAGE),
            look: self.look,
            lines: vec![line(self.title, y + 21, NAME, Ink::Black), line(state, y + 38, TEXT, *ink)],
            marks: Vec::new(),
            badges: Vec::new(),
        }
    }
}

impl Joint {
    fn new(sheath: Sheath, core: Look, above: &str, lang: Lang) -> Self {
        let below = match core {
            Look::Blank | Look::Reader => "",
            Look::Sealed => texts::sealed(lang),
            Look::Open => texts::legend_open(lang),
            Look::Clear => texts::clear(lang),
        };
        Self { sheath, core, above: typeset(above, lang), below: typeset(below, lang) }
    }

    fn tube(&self, at: usize, y: i32) -> Tube {
        let x = AXIS + HALF_TUBE + 14;
        let channel = if self.sheath == Sheath::Closed { Ink::Sealed } else { Ink::Soft };
        let core = match self.core {
            Look::Sealed => Ink::Sealed,
            Look::Open => Ink::Open,
            _ => Ink::Clear,
        };
        let words =
            [(&self.above, 22, channel), (&self.below, 37, core)].into_iter().filter(|(text, ..)| !text.is_empty());
        let line = |(text, dy, ink): (&String, i32, Ink)| Words { x, y: y + dy, text: text.clone(), face: SMALL, ink };
        let lock = (self.sheath == Sheath::Closed).then_some(Mark { icon: Icon::Lock, x: AXIS, y: y + HOP / 2 });
        Tube {
            name: String::new(),
            ends: [at, at + 1],
            start: (AXIS, y),
            strokes: vec![Stroke::Line(AXIS, y + HOP)],
            sheath: self.sheath,
            core: self.core,
            labels: words.map(line).collect(),
            marks: lock.into_iter().collect(),
        }
    }
}
