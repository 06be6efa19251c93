//! Single changes over the gallery, each with the answers that it must move and those that it must not, foreseen from
//! the facts before anything was computed.

use std::path::{Path, PathBuf};

use enclair::audit::{Audit, Verdict, audit};
use enclair::model::{Model, load};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_yaml::{Mapping, Value};

/// The fewest changes that count as a proof.
const FEWEST: usize = 200;
/// The name of the variant that a change makes.
const NAME: &str = "zz-mutation";

/// A change, where it is written, and what is foreseen.
struct Mutation {
    file: PathBuf,
    entry: Mapping,
}

impl Mutation {
    fn text(&self, key: &str) -> Option<&str> {
        self.entry.get(key).and_then(Value::as_str)
    }

    fn list(&self, key: &str) -> Vec<Value> {
        self.entry.get(key).and_then(Value::as_sequence).cloned().unwrap_or_default()
    }

    fn name(&self) -> String {
        let part = |key| self.text(key).unwrap_or("?");
        format!("{}: {} ({})", self.file.display(), part("id"), part("model"))
    }

    /// The model of the gallery, with the change as one more variant.
    fn model(&self) -> Model {
        let path = Path::new("models").join(self.text("model").expect("a model is named"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}: {}", self.name(), path.display()));
        let mut variant = Mapping::new();
        for key in ["remove", "change", "add"] {
            if let Some(value) = self.entry.get(key) {
                variant.insert(key.into(), value.clone());
            }
        }
        assert!(!variant.is_empty(), "{} changes nothing", self.name());
        if let Some(of) = self.text("variant") {
            variant.insert("of".into(), of.into());
        }
        variant.insert("expect".into(), Value::Sequence(self.list("flips")));
        let variant = serde_json::to_string(&variant).expect("a variant can be written");
        let line = format!("  {NAME}: {variant}\n");
        let text = match text.split_once("\nvariants:\n") {
            Some((before, after)) => format!("{before}\nvariants:\n{line}{after}"),
            None => format!("{text}\nvariants:\n{line}"),
        };
        let loaded = load(SourceFile::new("model.yaml", text), &Limits::default());
        loaded.unwrap_or_else(|mistakes| panic!("{}\n{}", self.name(), mistakes.render(Lang::En, Style::Plain)))
    }
}

fn mutations() -> Vec<Mutation> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir("tests/mutations").expect("the folder").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let text = std::fs::read_to_string(file).expect("the changes can be read");
        let entries: Vec<Mapping> =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        entries.into_iter().map(|entry| Mutation { file: file.clone(), entry }).collect::<Vec<_>>()
    };
    files.iter().flat_map(read).collect()
}

/// What a cell answers, marks and best case included; an actor that nothing makes has nothing.
fn cell(audit: &Audit, actor: &str, data: &str) -> String {
    let is = |verdict: &&Verdict| audit.actors[verdict.actor].id == actor && audit.data[verdict.data].id == data;
    let told = |verdict: &Verdict| {
        let best = verdict.undetermined.as_ref().map(|best| (best.past, best.new));
        format!("{:?} {:?} {} {best:?}", verdict.past, verdict.new, verdict.next_use)
    };
    audit.verdicts.iter().find(is).map_or_else(|| "None None false None".to_owned(), told)
}

/// What does not come out as foreseen of a change.
fn faults(mutation: &Mutation) -> Vec<String> {
    let model = mutation.model();
    let audited = |model: &Model| audit(model).unwrap_or_else(|error| panic!("{}: {error}", mutation.name()));
    let base = match mutation.text("variant") {
        Some(variant) => audited(&model.variant(variant).expect("the variant changed")),
        None => audited(&model),
    };
    let changed = audited(&model.variant(NAME).expect("the change"));
    let mut faults = Vec::new();
    let unmet = changed.expectations.iter().filter(|one| !one.holds());
    faults.extend(
        unmet.map(|one| format!("not as foreseen: {} {:?}: {:?}", one.about.who(), one.about.data(), one.checks)),
    );
    let (flips, keeps) = (mutation.list("flips"), mutation.list("keeps"));
    if flips.is_empty() || keeps.is_empty() {
        faults.push("nothing is foreseen to move, or nothing to stay".to_owned());
    }
    let named = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    for entry in &flips {
        // What is foreseen of a claim, of an order or of several together is checked as an expectation.
        if ["claim", "order", "with"].iter().any(|key| entry.get(key).is_some()) {
            continue;
        }
        let (actor, data) = (named(entry, "actor"), named(entry, "data"));
        if cell(&base, &actor, &data) == cell(&changed, &actor, &data) {
            faults.push(format!("does not move: {actor} {data}: {}", cell(&base, &actor, &data)));
        }
    }
    for entry in &keeps {
        let (actor, data) = (named(entry, "actor"), named(entry, "data"));
        // A change may bring an actor, who reads nothing of what stays out of reach.
        let has = |audit: &Audit| audit.actors.iter().any(|one| one.id == actor);
        let known = (has(&base) || has(&changed)) && base.data.iter().any(|one| one.id == data);
        let (before, after) = (cell(&base, &actor, &data), cell(&changed, &actor, &data));
        if !known || before != after {
            faults.push(format!("does not stay: {actor} {data}: {before}, then {after}"));
        }
    }
    faults.into_iter().map(|fault| format!("{}: {fault}", mutation.name())).collect()
}

#[test]
fn every_change_moves_what_it_must_and_nothing_that_it_must_not() {
    let all = mutations();
    assert!(all.len() >= FEWEST, "only {} changes", all.len());
    let faults: Vec<String> = all.par_iter().flat_map_iter(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_change_has_a_name_of_its_own_and_says_why() {
    let mut names: Vec<String> = Vec::new();
    for mutation in mutations() {
        assert!(mutation.text("why").is_some_and(|why| why.len() > 20), "{}", mutation.name());
        names.push(mutation.name());
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
}
