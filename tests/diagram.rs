//! Drawings, measured: on every model of the gallery, in both languages, nothing overlaps, nothing is cut, nothing is crossed;
//! and what they show is what the facts say.

use std::path::PathBuf;

use enclair::audit::audit;
use enclair::compare::{Channel, Pipe, Presence, Spot, SystemMap};
use enclair::diagram::{HALF_TUBE, Rect, Scene, Sheath, Subject, Tube, alike, scene};
use enclair::kernel::{Fact, Strength};
use enclair::lower::{Case, Resolution, lower};
use enclair::model::{self, Model};
use enclair::source::{Limits, SourceFile};
use enclair::text::Lang;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// A model with an encryption that can be broken.
const BROKEN: &str = "models/defeats/34-broken-construction.yaml";

/// Every model of the project.
fn models() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("models")];
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(&directory).expect("models/ can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 100, "only {} models", found.len());
    found
}

fn model(path: &PathBuf) -> Model {
    let text = std::fs::read_to_string(path).expect("a model");
    let file = SourceFile::new(&path.display().to_string(), text);
    model::load(file, &Limits::default()).unwrap_or_else(|problems| panic!("{}: {:?}", path.display(), problems.list))
}

/// What is drawn of a model: the overview and each data asset, in both languages.
fn scenes(model: &Model) -> Vec<(String, Scene)> {
    let audit = audit(model).expect("an audit");
    let map = SystemMap::new(model, &audit);
    let mut all = Vec::new();
    for lang in Lang::ALL {
        all.push((format!("overview, {lang}"), scene(&map, &audit, Subject::Overview, lang)));
        for group in alike(&map, &audit, lang) {
            let name = format!("{}, {lang}", audit.data[group[0]].id);
            all.push((name, scene(&map, &audit, Subject::Data(group[0]), lang)));
        }
    }
    all
}

/// Everything that takes room, by what it is.
struct Room<'s> {
    scene: &'s Scene,
    faults: Vec<String>,
}

/// Whether a tube enters a rectangle, as far as its thickness goes.
fn enters(tube: &Tube, rect: Rect) -> bool {
    let near = f64::from(HALF_TUBE) - 1.0;
    let (left, top) = (f64::from(rect.x) - near, f64::from(rect.y) - near);
    let (right, bottom) = (f64::from(rect.right()) + near, f64::from(rect.bottom()) + near);
    tube.points().iter().any(|(x, y)| left < *x && *x < right && top < *y && *y < bottom)
}

impl Room<'_> {
    fn say(&mut self, fault: String) {
        self.faults.push(fault);
    }

    /// Nothing outside the canvas; texts inside what bears them.
    fn contained(&mut self) {
        let scene = self.scene;
        let whole = Rect::new(0, 0, scene.size.0, scene.size.1);
        for card in &scene.cards {
            if !whole.holds(card.rect) {
                self.say(format!("card “{}” is outside", card.name));
            }
            let lines = card.lines.iter().map(|words| (words.text.clone(), words.rect()));
            let marks = card.marks.iter().map(|mark| ("an icon".to_owned(), mark.rect()));
            let badges = card.badges.iter().map(|badge| (badge.text.clone(), badge.rect()));
            for (what, rect) in lines.chain(marks).chain(badges) {
                if !card.rect.holds(rect) {
                    self.say(format!("“{what}” leaves card “{}”", card.name));
                }
            }
        }
        for panel in &scene.panels {
            if !whole.holds(panel.rect) {
                self.say("a panel is outside".to_owned());
            }
            for words in panel.lines.iter().filter(|words| !panel.rect.holds(words.rect())) {
                self.say(format!("“{}” leaves its panel", words.text));
            }
        }
        for words in scene.notes.iter().chain(scene.tubes.iter().flat_map(|tube| &tube.labels)) {
            if !whole.holds(words.rect()) {
                self.say(format!("“{}” is outside", words.text));
            }
        }
        for tube in &scene.tubes {
            let near = f64::from(HALF_TUBE);
            let (width, height) = (f64::from(whole.w), f64::from(whole.h));
            if tube.points().iter().any(|(x, y)| *x < near || *y < near || *x > width - near || *y > height - near) {
                self.say(format!("tube “{}” is outside", tube.name));
            }
        }
    }

    /// No card on another, no label on a card or on another label, no title under a card.
    fn apart(&mut self) {
        let scene = self.scene;
        for (at, card) in scene.cards.iter().enumerate() {
            for other in scene.cards[at + 1..].iter().filter(|other| other.rect.overlaps(card.rect)) {
                self.say(format!("cards “{}” and “{}” overlap", card.name, other.name));
            }
        }
        let labels: Vec<_> = scene.tubes.iter().flat_map(|tube| &tube.labels).chain(&scene.notes).collect();
        let titles: Vec<_> = scene.panels.iter().flat_map(|panel| &panel.lines).collect();
        for (at, words) in labels.iter().chain(&titles).enumerate() {
            for card in scene.cards.iter().filter(|card| card.rect.overlaps(words.rect())) {
                self.say(format!("“{}” is on card “{}”", words.text, card.name));
            }
            for other in labels.iter().chain(&titles).skip(at + 1).filter(|other| other.rect().overlaps(words.rect())) {
                self.say(format!("“{}” is on “{}”", words.text, other.text));
            }
        }
        for card in &scene.cards {
            for (at, words) in card.lines.iter().enumerate() {
                let marks = card
                    .marks
                    .iter()
                    .map(|mark| mark.rect())
                    .chain(card.badges.iter().map(enclair::diagram::Badge::rect));
                let others = card.lines[at + 1..].iter().map(enclair::diagram::Words::rect).chain(marks);
                for other in others.filter(|other| other.overlaps(words.rect())) {
                    self.say(format!("“{}” is under something of card “{}”: {other:?}", words.text, card.name));
                }
            }
        }
    }

    /// No tube through a card that it does not join, nor through a text or a padlock of another.
    fn uncrossed(&mut self) {
        let scene = self.scene;
        for (at, tube) in scene.tubes.iter().enumerate() {
            for (index, card) in scene.cards.iter().enumerate() {
                let joined = tube.ends.contains(&index);
                if !joined && enters(tube, card.rect) && !tube.name.is_empty() {
                    self.say(format!("tube “{}” goes through card “{}”", tube.name, card.name));
                }
                let deep = Rect::new(card.rect.x + 8, card.rect.y + 8, card.rect.w - 16, card.rect.h - 16);
                if joined && !tube.name.is_empty() && enters(tube, deep) {
                    self.say(format!("tube “{}” goes into card “{}”", tube.name, card.name));
                }
            }
            for words in scene.panels.iter().flat_map(|panel| &panel.lines).filter(|words| enters(tube, words.rect())) {
                self.say(format!("tube “{}” crosses the title “{}”", tube.name, words.text));
            }
            for (other, crossed) in scene.tubes.iter().enumerate().filter(|(other, _)| *other != at) {
                let texts = crossed.labels.iter().map(|words| (words.text.as_str(), words.rect()));
                let locks = crossed.marks.iter().map(|mark| ("a padlock", mark.rect()));
                for (what, _) in texts.chain(locks).filter(|(_, rect)| enters(tube, *rect)) {
                    self.say(format!("tube “{}” crosses “{what}” of “{}” ({other})", tube.name, crossed.name));
                }
            }
        }
    }
}

/// What is wrong with a scene.
fn faults(scene: &Scene) -> Vec<String> {
    let mut room = Room { scene, faults: Vec::new() };
    room.contained();
    room.apart();
    room.uncrossed();
    room.faults
}

#[test]
fn nothing_overlaps_nothing_is_cut_nothing_is_crossed() {
    let each = |path: &PathBuf| {
        let scenes = scenes(&model(path));
        let told = |(name, scene): &(String, Scene)| {
            faults(scene).into_iter().map(|fault| format!("{} ({name}): {fault}", path.display())).collect::<Vec<_>>()
        };
        scenes.iter().flat_map(told).collect::<Vec<String>>()
    };
    let faults: Vec<String> = models().par_iter().flat_map(each).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// How a data asset is at a component or on a hop, from the base facts alone: whether it is in clear, keys of channels being
/// known, and whether it is encrypted, and so that it can be broken.
fn told(model: &Model, case: Case, component: &str, data: &str) -> [bool; 3] {
    let facts = lower(&model.architecture, &Resolution::all(case)).facts;
    let [mut clear, mut sealed, mut weak] = [false; 3];
    for (_, fact) in facts.iter() {
        match fact {
            Fact::Clear { component: at, item, .. } if facts.text(*at) == component && facts.text(*item) == data => {
                clear = true;
            }
            Fact::Sealed { component: at, item, keys, strength, .. }
                if facts.text(*at) == component && facts.text(*item) == data =>
            {
                let other =
                    keys.iter().any(|key| !(component.starts_with("net:") && facts.text(*key).starts_with("tls:")));
                clear |= !other;
                sealed |= other;
                weak |= other && *strength == Strength::Weak;
            }
            _ => {}
        }
    }
    [clear, sealed, weak]
}

#[test]
fn every_colour_is_what_the_facts_say() {
    let mut seen = std::collections::BTreeSet::new();
    for path in
        ["models/teleconsultation.yaml", "models/ehealth/imaging.yaml", "models/article-3-end-to-end.yaml", BROKEN]
    {
        let model = model(&PathBuf::from(path));
        let audit = audit(&model).expect("an audit");
        let map = SystemMap::new(&model, &audit);
        let hop = |ends: [usize; 2]| ends.map(|at| map.places[at].id.as_str());
        let places = map.places.iter().map(|place| (vec![place.id.clone()], &place.data));
        let joined = map.pipes.iter().filter(|pipe| !pipe.is_copy());
        let hops = joined.map(|pipe| {
            let [from, to] = hop(pipe.ends);
            (vec![format!("net:{from}->{to}"), format!("net:{to}->{from}")], &pipe.data)
        });
        for (names, shown) in places.chain(hops) {
            for (data, shown) in audit.data.iter().zip(shown) {
                let either = |case| {
                    let each = names.iter().map(|name| told(&model, case, name, &data.id));
                    each.fold([false; 3], |known, more| std::array::from_fn(|at| known[at] | more[at]))
                };
                let ([clear, sealed, mut weak], [best, ..]) = (either(Case::Worst), either(Case::Best));
                // Inside a channel, it is as weak as where it comes from or goes to.
                for end in names.iter().filter_map(|name| name.strip_prefix("net:")).flat_map(|hop| hop.split("->")) {
                    let [clear, _, broken] = told(&model, Case::Worst, end, &data.id);
                    weak |= broken && !clear;
                }
                let expected = match (clear, best, sealed, weak) {
                    (true, true, ..) => Presence::Plain,
                    (true, false, ..) => Presence::Unknown,
                    (false, _, true, true) => Presence::Weak,
                    (false, _, true, false) => Presence::Sealed,
                    (false, _, false, _) => Presence::Absent,
                };
                assert_eq!(*shown, expected, "{path}: {} at {names:?}", data.id);
                seen.insert(expected);
            }
        }
    }
    assert_eq!(seen.len(), 5, "every presence is met: {seen:?}");
}

/// The widest and the highest that a drawing may be to be legible on a sheet of paper turned on its side.
const LARGEST: (i32, i32) = (1420, 1440);

#[test]
fn what_does_not_fit_is_folded_and_never_shrunk() {
    let mut folded = 0;
    for path in models().iter().filter(|path| path.starts_with("models/ehealth")) {
        for (name, scene) in scenes(&model(path)) {
            let (width, height) = scene.size;
            assert!(width <= LARGEST.0 && height <= LARGEST.1, "{} ({name}): {width} × {height}", path.display());
            let texts =
                scene.cards.iter().flat_map(|card| &card.lines).chain(scene.panels.iter().flat_map(|one| &one.lines));
            assert!(texts.clone().all(|words| words.face.size >= 11), "{} ({name})", path.display());
            folded += usize::from(
                texts.into_iter().any(|words| words.text.ends_with("stockages") || words.text.ends_with("services")),
            );
        }
    }
    assert!(folded > 10, "some are folded, with their count: {folded}");
}

#[test]
fn a_fault_of_layout_would_be_seen() {
    let model = model(&PathBuf::from("models/teleconsultation.yaml"));
    let (_, scene) = scenes(&model).swap_remove(0);
    assert!(faults(&scene).is_empty());
    let broken: [fn(&mut Scene); 6] = [
        |scene| scene.cards[0].rect = scene.cards[1].rect,
        |scene| scene.size.0 -= 60,
        |scene| scene.tubes[0].labels[0].x = scene.cards[0].rect.x,
        |scene| scene.cards[2].lines[0].x += 90,
        |scene| scene.tubes[0].start = (scene.cards[3].rect.x + 20, scene.cards[3].rect.y + 20),
        |scene| scene.panels[0].lines[0].x = scene.cards[0].rect.x + scene.cards[0].rect.w,
    ];
    for (at, breaks) in broken.iter().enumerate() {
        let mut copy = scene.clone();
        breaks(&mut copy);
        assert!(!faults(&copy).is_empty(), "breakage {at} is not seen");
    }
}

/// Two hosts, one of which has staff with rights of their own; a device copied under a key and another without; a hop that
/// one data asset crosses with TLS and another without.
const ODD: &str = r#"enclair: 1
system: { name: T, vendor: acme, date: 2026-11-22, language: en }
organisations:
  acme: { role: vendor, country: FR, owned_by: none }
  hosto: { role: host, country: FR, owned_by: none, hds: unknown }
  backer: { role: host, country: FR, owned_by: none, hds: none }
people: { patient: { count: 10 }, doctor: { count: 10 } }
data:
  message: { kind: health, subjects: 10, readers: [patient] }
  note: { kind: health, subjects: 10, readers: [doctor] }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, updates: logged, lock: strong, keeps: message, backed_up_to: { to: cloud, under: bkey } }
  dapp: { used_by: doctor, kind: mobile, code_from: release, updates: logged, lock: strong, keeps: note, backed_up_to: cloud }
hosting: { vm: { operator: hosto }, vb: { operator: backer } }
backend:
  api: { runs_on: vm, exposed: internet, code_from: release }
  release: { kind: app-release, operator: acme }
storage:
  cloud: { kind: object-store, operator: acme, used_by: [], holds: [], at_rest: none }
  db: { kind: database, runs_on: vm, used_by: [api], holds: [message, note], at_rest: none }
  other: { kind: database, runs_on: vm, used_by: [api], holds: [note], at_rest: none }
backups: { bk: { of: [db, other], runs_on: vb, at_rest: none } }
links:
  - { from: app, to: api, tls: "1.3", carries: message }
  - { from: dapp, to: api, tls: unverified, carries: note }
  - { from: api, to: db, tls: none, carries: message }
  - { from: db, to: api, tls: "1.3", carries: note }
  - { from: api, to: other, tls: unknown, carries: note }
keys: { bkey: { kept_in: app } }
accounts: {}
end_to_end: []
admins: { sre: { of: hosto, count: 2, mfa: true, can: { run: [db] } } }
"#;

/// The odd model, its audit and its map.
fn odd() -> (enclair::audit::Audit, SystemMap) {
    let model = model::load(SourceFile::new("odd.yaml", ODD.to_owned()), &Limits::default());
    let model = model.unwrap_or_else(|problems| panic!("{:?}", problems.list));
    let audit = audit(&model).expect("an audit");
    let map = SystemMap::new(&model, &audit);
    (audit, map)
}

/// A hop or a copy between two components, whichever way it is written.
fn between<'m>(map: &'m SystemMap, one: &str, other: &str) -> &'m Pipe {
    let named = |pipe: &&Pipe| {
        let ends = pipe.ends.map(|at| map.places[at].id.as_str());
        ends == [one, other] || ends == [other, one]
    };
    map.pipes.iter().find(named).unwrap_or_else(|| panic!("nothing between {one} and {other}"))
}

#[test]
fn whoever_reads_by_themselves_is_told_of_where_they_do() {
    let (audit, map) = odd();
    let reads = |actor: &str, place: &str| {
        map.readings.iter().any(|one| {
            audit.actors[one.actor].id == actor && matches!(one.at, Spot::Place(at) if map.places[at].id == place)
        })
    };
    assert!(reads("sre", "db") && !reads("sre", "api"));
    assert!(
        reads("hosto", "db") && reads("hosto", "api"),
        "the host reads there by its machines, not by its staff alone"
    );
    assert!(reads("backer", "bk") && !reads("backer", "db"));
}

#[test]
fn a_hop_is_as_protected_as_the_links_that_carry_the_data() {
    let (_, map) = odd();
    let pipe = between(&map, "api", "db");
    let of = |data: usize| pipe.channel(|at| at == data);
    assert_eq!([of(0), of(1)], [Some(Channel::Open), Some(Channel::Tls13)]);
    assert_eq!(pipe.channel(|_| true), Some(Channel::Open), "together, the weakest counts");
    assert!(!between(&map, "dapp", "api").channel(|_| true).is_some_and(Channel::is_protected), "unverified");
}

#[test]
fn a_copy_takes_what_its_source_has_as_it_was_sealed() {
    let (_, map) = odd();
    let data = |one, other| between(&map, one, other).data.clone();
    assert_eq!(data("app", "cloud"), [Presence::Sealed, Presence::Absent]);
    assert_eq!(data("dapp", "cloud"), [Presence::Absent, Presence::Plain]);
    assert_eq!(data("other", "bk"), [Presence::Absent, Presence::Plain], "what it does not hold is not copied from it");
}

#[test]
fn what_is_not_stated_is_not_told_as_none() {
    let (audit, map) = odd();
    let hds =
        |id: &str| map.perimeters.iter().find(|one| one.organisation.as_deref() == Some(id)).map(|one| one.hds.clone());
    assert_eq!(hds("hosto"), Some(None));
    assert_eq!(hds("backer"), Some(Some(Vec::new())));
    let scene = scene(&map, &audit, Subject::Overview, Lang::En);
    let told: Vec<&str> = scene.panels.iter().flat_map(|panel| &panel.lines).map(|words| words.text.as_str()).collect();
    assert!(
        told.contains(&"hosting · certificate not stated") && told.contains(&"hosting · no HDS certificate"),
        "{told:?}"
    );
    let labels: Vec<&str> = scene.tubes.iter().flat_map(|tube| &tube.labels).map(|words| words.text.as_str()).collect();
    assert!(labels.contains(&"TLS?") && labels.contains(&"unverified TLS"), "{labels:?}");
    let locked = scene.tubes.iter().filter(|tube| !tube.name.is_empty() && tube.sheath == Sheath::Closed);
    assert_eq!(locked.count(), 1, "one channel is protected: that of the application");
}
