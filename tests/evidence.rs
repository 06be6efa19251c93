//! Evidence: looked up where facts come from, told with each proof, and without any weight on an answer.

#[path = "support/bench.rs"]
mod bench;

use bench::{loaded, lowered, paths, text_of};
use enclair::audit::{Audit, audit};
use enclair::kernel::plain;
use enclair::lower::Case;
use enclair::model::Model;
use enclair::source::Route;
use enclair::text::evidence::Support;

const MODEL: &str = r"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR, owned_by: none }
  cloud: { country: FR, owned_by: acme, evidence: { level: observed, date: 2026-01-01, on: country } }
people: {}
data:
  note: { kind: health, readers: none }
clients: {}
backend: {}
storage:
  db:
    operator: cloud
    holds: note
    used_by: none
    at_rest: none
    evidence:
      - { level: document, ref: Contract, date: 2026-05-02 }
      - { level: tested, date: 2026-05-03, on: [operator, holds] }
      - { level: declared, on: holds }
      - { level: declared, on: at_rest }
backups: {}
links: []
admins: {}
";

fn audited(text: &str) -> Audit {
    audit(&loaded(text)).unwrap_or_else(|error| panic!("{error}"))
}

fn level(model: &Model, keys: &[&str]) -> Option<&'static str> {
    let route = keys.iter().fold(Route::default(), |route, key| route.key(key));
    model.architecture.evidence(&route).map(|evidence| evidence.level.id())
}

#[test]
fn a_property_goes_before_its_entry_and_the_strongest_before_others() {
    let model = loaded(MODEL);
    assert_eq!(level(&model, &["storage", "db", "used_by"]), Some("document"));
    assert_eq!(level(&model, &["storage", "db"]), Some("document"));
    assert_eq!(level(&model, &["storage", "db", "operator"]), Some("tested"));
    // Two on `holds`: the strongest. One on `at_rest`, weaker than that of the entry: it wins all the same.
    assert_eq!(level(&model, &["storage", "db", "holds"]), Some("tested"));
    assert_eq!(level(&model, &["storage", "db", "at_rest"]), Some("declared"));
    assert_eq!(level(&model, &["organisations", "cloud", "country"]), Some("observed"));
    assert_eq!(level(&model, &["organisations", "cloud", "owned_by"]), None);
    assert_eq!(level(&model, &["system", "vendor"]), None);
}

/// The weakest evidence of the proof that an actor reads the note.
fn weakest(audit: &Audit, actor: &str) -> Option<Support> {
    let verdict = audit.verdicts.iter().find(|verdict| audit.actors[verdict.actor].id == actor)?;
    audit.support(audit.shortest_proof(verdict))
}

#[test]
fn a_proof_rests_on_the_weakest_of_its_places() {
    let audit = audited(MODEL);
    // The operator and what is held were tried; that the vendor owns the host is only said.
    assert_eq!(weakest(&audit, "cloud"), Some(Support::Tested));
    assert_eq!(weakest(&audit, "acme"), Some(Support::Declared));
    // A built-in adversary is not counted: its way rests on what is held.
    assert_eq!(weakest(&audit, "adversary/thief/db"), Some(Support::Tested));
    assert_eq!(audit.weak_answers(), (0, 1, 2));
    assert!(audit.has_evidence() && !audited(&without(MODEL)).has_evidence());
}

#[test]
fn a_default_is_weaker_than_what_is_said() {
    let text = MODEL
        .replace("    used_by: none\n", "    used_by: api\n")
        .replace("backend: {}", "backend:\n  api: { operator: acme, evidence: { level: tested, date: 2026-02-02 } }");
    let audit = audited(&text);
    let assumed = audit.supports.iter().find(|(support, _)| *support == Support::Assumed);
    assert!(assumed.is_some_and(|(_, count)| *count > 0), "{:?}", audit.supports);
    let proofs = audit.proofs.iter().filter_map(enclair::audit::ProofView::weakest);
    assert!(proofs.filter(|weakest| weakest.support == Support::Assumed).count() > 0);
}

#[test]
fn every_fact_but_those_about_adversaries_is_counted_once() {
    let audit = audited(MODEL);
    let counted: usize = audit.supports.iter().map(|(_, count)| count).sum();
    assert!(counted > 0 && counted < audit.facts, "{counted} of {}", audit.facts);
    for (support, wanted) in [(Support::Tested, 1), (Support::Document, 0)] {
        let (_, count) = audit.supports.iter().find(|(one, _)| *one == support).expect("every level is there");
        assert!(*count >= wanted, "{:?}", audit.supports);
    }
}

/// A model without its evidence.
fn without(text: &str) -> String {
    fn strip(value: &mut serde_yaml::Value, depth: usize) {
        match value {
            serde_yaml::Value::Mapping(map) => {
                if depth == 2 {
                    map.remove("evidence");
                }
                map.values_mut().for_each(|child| strip(child, depth + 1));
            }
            serde_yaml::Value::Sequence(list) => list.iter_mut().for_each(|child| strip(child, depth + 1)),
            _ => {}
        }
    }
    let mut value = bench::alone(text);
    strip(&mut value, 0);
    serde_yaml::to_string(&value).expect("a value is written")
}

#[test]
fn no_fact_and_no_answer_depends_on_evidence() {
    let mut stated = 0;
    let models = paths().iter().map(|path| text_of(path)).chain([MODEL.to_owned()]).collect::<Vec<_>>();
    for text in models {
        let bare = without(&text);
        assert!(!bare.contains("evidence:"));
        stated += text.matches("evidence:").count();
        for case in [Case::Worst, Case::Best] {
            assert_eq!(plain(&lowered(&loaded(&text), case).facts), plain(&lowered(&loaded(&bare), case).facts));
        }
        let cells = |text: &str| -> Vec<_> {
            audited(text).verdicts.iter().map(|one| (one.past, one.new, one.next_use, one.same_path)).collect()
        };
        assert_eq!(cells(&text), cells(&bare));
    }
    assert!(stated >= 6, "only {stated} entries state evidence");
}
