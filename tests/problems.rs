//! Every mistake that a model can have: its place, its words, and that one mistake is told once.

#[path = "support/bench.rs"]
mod bench;
#[path = "problems/combinations.rs"]
mod combinations;
#[path = "problems/derived.rs"]
mod derived;
#[path = "problems/evidence.rs"]
mod evidence;
#[path = "problems/hostile.rs"]
mod hostile;
#[path = "problems/limits.rs"]
mod limits;
#[path = "problems/names.rs"]
mod names;
#[path = "problems/parts.rs"]
mod parts;
#[path = "problems/places.rs"]
mod places;
#[path = "problems/said.rs"]
mod said;
#[path = "problems/several.rs"]
mod several;
#[path = "problems/structure.rs"]
mod structure;
#[path = "problems/variants.rs"]
mod variants;
#[path = "problems/yaml.rs"]
mod yaml;

use enclair::audit::{AuditError, audit};
use enclair::model::load;
use enclair::source::{Diagnostics, Limits, SourceFile, Style};
use enclair::text::Lang;
use enclair::text::problem::Problem;

/// A model without a mistake.
const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release }
hosting:
  vm: { operator: acme }
backend:
  api: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
admins: {}
"#;

/// The model with one text replaced.
fn edit(old: &str, new: &str) -> String {
    assert!(MODEL.contains(old), "the model has no `{old}`");
    MODEL.replacen(old, new, 1)
}

/// The model with a text added.
fn and(tail: &str) -> String {
    format!("{MODEL}{tail}")
}

/// The mistakes of a text.
fn mistakes(text: &str) -> Diagnostics {
    let file = SourceFile::new("model.yaml", text.to_owned());
    load(file, &Limits::default()).err().unwrap_or_else(|| panic!("no mistake in\n{text}"))
}

/// What a user reads of them.
fn told(text: &str) -> String {
    mistakes(text).render(Lang::En, Style::Plain)
}

fn told_in_french(text: &str) -> String {
    mistakes(text).render(Lang::Fr, Style::Plain)
}

/// Whether a text has no mistake.
fn load_ok(text: &str) -> bool {
    load(SourceFile::new("model.yaml", text.to_owned()), &Limits::default()).is_ok()
}

/// The mistakes that only the audit of a text finds.
fn told_by_the_audit(text: &str) -> String {
    let file = SourceFile::new("model.yaml", text.to_owned());
    let model = load(file, &Limits::default());
    let model = model.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)));
    match audit(&model) {
        Err(AuditError::Model(mistakes)) => mistakes.render(Lang::En, Style::Plain),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_model_has_no_mistake() {
    assert!(load_ok(MODEL));
}

/// The snapshots of these files are compared at each run: a code that stands in one is reached.
#[test]
fn every_code_is_reached() {
    let files = [
        include_str!("problems/combinations.rs"),
        include_str!("problems/derived.rs"),
        include_str!("problems/evidence.rs"),
        include_str!("problems/hostile.rs"),
        include_str!("problems/limits.rs"),
        include_str!("problems/names.rs"),
        include_str!("problems/parts.rs"),
        include_str!("problems/places.rs"),
        include_str!("problems/said.rs"),
        include_str!("problems/several.rs"),
        include_str!("problems/structure.rs"),
        include_str!("problems/variants.rs"),
        include_str!("problems/yaml.rs"),
    ];
    let reached = |code: &str| files.iter().any(|file| file.contains(&format!("    error[{code}]: ")));
    let missing: Vec<&&str> = Problem::CODES.iter().filter(|code| !reached(code)).collect();
    assert!(missing.is_empty(), "no faulty text reaches {missing:?}");
}

/// Whatever is wrong, the messages keep to the same manners.
#[test]
fn messages_are_lower_case_without_a_final_period() {
    let texts = [edit("kind: mobile", "kind: moblie"), edit("admins: {}\n", ""), edit("runs_on: vm, code", "code")];
    for text in texts {
        for one in mistakes(&text).list {
            for lang in Lang::ALL {
                let message = one.problem.message(lang);
                assert!(!message.ends_with('.') && !message.starts_with(char::is_uppercase), "{message}");
            }
        }
    }
}
