//! Two models compared: readers gained and lost, and what is behind; and how many read.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::{loaded, paths_under};
use binary::{code, run, text, told};
use enclair::compare::{CellChange, Diff, Dossier, Side, diff};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::report::diff::{Detail, human, json, markdown};
use enclair::report::human::Look;
use enclair::source::Style;
use enclair::text::Lang;
use insta::assert_snapshot;

const ONE: &str = "models/article-1-transit.yaml";
const TWO: &str = "models/article-2-at-rest.yaml";
const THREE: &str = "models/article-3-end-to-end.yaml";

fn compared<T>(old: &Model, new: &Model, then: impl Fn(&Diff, (Side, Side)) -> T) -> T {
    let dossier = |model: &Model| Dossier::new(model).expect("the model is audited");
    let (before, after) = (dossier(old), dossier(new));
    let sides = (Side { model: old, dossier: &before }, Side { model: new, dossier: &after });
    then(&diff(sides.0, sides.1), sides)
}

fn model(path: &str) -> Model {
    loaded(&std::fs::read_to_string(path).expect("the model can be read"))
}

fn cells(changes: &[CellChange]) -> Vec<String> {
    let told = |one: &CellChange| format!("{} {}", one.actor, one.data);
    let mut all: Vec<String> = changes.iter().map(told).collect();
    all.sort();
    all
}

#[test]
fn a_model_and_itself_differ_in_nothing() {
    for name in ["imaging", "teleconsultation", "research-warehouse"] {
        let model = model(&format!("models/ehealth/{name}.yaml"));
        assert!(compared(&model, &model, |found, _| found.is_empty()), "{name}");
    }
    assert_eq!(code(&["diff", ONE, ONE]), Some(0));
}

#[test]
fn what_one_way_gains_the_other_loses() {
    let pairs = [(model(ONE), model(TWO)), (model(TWO), model(THREE)), {
        let today = model("models/ehealth/laboratory-portal.yaml");
        let target = today.variant("target").expect("the variant is there");
        (today, target)
    }];
    for (old, new) in pairs {
        let there = compared(&old, &new, |found, _| (cells(&found.gained), cells(&found.lost)));
        let back = compared(&new, &old, |found, _| (cells(&found.lost), cells(&found.gained)));
        assert_eq!(there, back);
        assert_ne!(there, (Vec::new(), Vec::new()));
    }
}

#[test]
fn a_gain_is_proved_and_a_loss_names_what_no_longer_holds() {
    let today = model("models/ehealth/teleconsultation.yaml");
    let target = today.variant("target").expect("the variant is there");
    compared(&today, &target, |found, _| {
        assert!(!found.gained.is_empty() && !found.lost.is_empty());
        for cell in found.gained.iter().chain(&found.lost) {
            assert!(!cell.steps.is_empty(), "{} {}", cell.actor, cell.data);
            // Were every fact of a proof on both sides, so would its answer be.
            let meant = cell.meant.0 || cell.meant.1;
            assert!(meant || !cell.broken.is_empty(), "{} {}", cell.actor, cell.data);
        }
    });
}

#[test]
fn names_change_nothing() {
    let text = std::fs::read_to_string("models/ehealth/teleconsultation.yaml").expect("the model can be read");
    let labelled: Vec<String> = text
        .lines()
        .map(|line| match line.split_once("label: ") {
            Some((before, after)) if after.starts_with(['{']) => {
                let rest = after.split_once('}').map_or("", |(_, rest)| rest);
                format!("{before}label: Renamed{rest}")
            }
            _ => line.to_owned(),
        })
        .collect();
    let renamed = labelled.join("\n");
    assert_ne!(renamed, text);
    assert!(compared(&loaded(&text), &loaded(&renamed), |found, _| found.is_empty()));
}

#[test]
fn a_gain_ends_with_1_and_mistakes_with_2() {
    // The second scheme adds a storage to the first: its host reads what is kept, where nothing was.
    assert_eq!(code(&["diff", ONE, TWO]), Some(1));
    assert_eq!(code(&["diff", TWO, ONE]), Some(0));
    let target = run(&["diff", "--lang", "en", "models/ehealth/imaging.yaml#target", "models/ehealth/imaging.yaml"]);
    assert_eq!(target.status.code(), Some(1));
    let shown = text(&target.stdout);
    let (gained, lost) = (shown.find("Readers gained"), shown.find("Readers lost"));
    assert!(gained.is_some() && lost.is_none_or(|lost| gained < Some(lost)), "bad news first: {shown}");
    let none = run(&["diff", "none-1.yaml", "none-2.yaml"]);
    assert_eq!(none.status.code(), Some(2));
    let said = text(&none.stderr);
    assert!(said.contains("none-1.yaml") && said.contains("none-2.yaml"), "both are told: {said}");
    assert_eq!(code(&["diff", ONE, "#nowhere"]), Some(2));
}

#[test]
fn facts_are_those_of_the_notation() {
    let found = run(&["diff", "--format", "json", ONE, TWO]);
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).expect("the result is JSON");
    assert_eq!(found["format"], "enclair-diff/1");
    let lines =
        |path: &str| -> Vec<String> { text(&run(&["facts", path]).stdout).lines().map(str::to_owned).collect() };
    let (one, two) = (lines(ONE), lines(TWO));
    let added: Vec<&String> = two.iter().filter(|line| !one.contains(line)).collect();
    let removed: Vec<&String> = one.iter().filter(|line| !two.contains(line)).collect();
    assert_eq!(found["facts"]["added"], serde_json::json!(added));
    assert_eq!(found["facts"]["removed"], serde_json::json!(removed));
}

#[test]
fn hostile_names_stay_text_in_a_comment() {
    let name = "<script>alert(1)</script> @everyone #1 [a](http://b.example) `c` **d** | e";
    let plain = std::fs::read_to_string(ONE).expect("the model can be read");
    let hostile = plain.replacen(
        "organisations:\n",
        "organisations:\n  zz:\n    { label: \"NAME\", country: FR, owned_by: none }\n",
        1,
    );
    let hostile = hostile.replace("NAME", name);
    assert_ne!(hostile, plain);
    let comment = compared(&loaded(&plain), &loaded(&hostile), |found, sides| markdown(found, sides, true, Lang::En));
    assert!(comment.contains("&lt;script&gt;"), "{comment}");
    for raw in ["<script", "@everyone", " #1", "[a]", "http://", "**d**", " `c`"] {
        assert!(!comment.contains(raw), "{raw}: {comment}");
    }
}

#[test]
fn every_format_is_in_both_languages() {
    let (one, three) = (model(TWO), model(THREE));
    compared(&one, &three, |found, sides| {
        for (lang, title) in [(Lang::Fr, "Lecteurs perdus"), (Lang::En, "Readers lost")] {
            let look = Look { lang, style: Style::Plain };
            let shown = human(found, sides, Detail { facts: true, proofs: true, all: true }, look);
            assert!(
                shown.contains(title) && shown.lines().all(|line| line.chars().count() <= 80 || line.contains("(\""))
            );
            let comment = markdown(found, sides, false, lang);
            assert!(comment.contains(title) && comment.contains("<details><summary>"));
            assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
            assert!(json(found, sides, lang).is_ok());
        }
    });
}

const STAFFED: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR, owned_by: group, ACME }
  cloud: { country: FR, owned_by: group, CLOUD }
  group: { country: FR, owned_by: none }
people:
  patient: { count: 1000 }
data:
  note: { kind: health, subjects: 1000, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: cloud
keys: {}
backend:
  api: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
backups: {}
links:
  - { from: app, to: api, tls: "1.3", carries: note }
  - { from: api, to: db, tls: none, carries: note }
admins:
  sre: { of: cloud, count: 6, mfa: true, can: { run: vm, change: vm } }
"#;

#[test]
fn people_are_counted_once_and_an_unknown_number_is_never_0() {
    let count = |acme: &str, cloud: &str| {
        let model = loaded(&STAFFED.replace("ACME", acme).replace("CLOUD", cloud));
        let dossier = Dossier::new(&model).expect("the model is audited");
        let note = dossier.numbers.data[0].clone();
        assert!(note.clear.iter().any(|at| at.id == "db" && at.stored));
        note.readers
    };
    let known = count("count: 3", "count: 10");
    let design = &known[0];
    assert_eq!((design.people, design.owner_groups, design.unattached), (1000, 0, true));
    assert!(!design.is_at_least());
    // The host reads by itself: its ten people, of whom six are counted admins. Its owner reads through it.
    let privilege = &known[1];
    assert!(!privilege.is_at_least());
    assert!(privilege.people >= 1010 && privilege.people <= 1013, "{privilege:?}");
    assert_eq!(privilege.owner_groups, 1, "the host, the vendor and their owner are one group");
    let unknown = count("role: vendor", "role: host");
    assert!(unknown[1].is_at_least() && unknown[1].people >= 1006, "{:?}", unknown[1]);
    for pair in known.windows(2) {
        assert!(pair[0].people <= pair[1].people, "counts are cumulative");
    }
}

#[test]
fn the_json_of_check_has_the_numbers() {
    let found: serde_json::Value =
        serde_json::from_slice(&run(&["check", "--format", "json", ONE]).stdout).expect("the result is JSON");
    let grades: Vec<&str> = found["numbers"][0]["readers"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["grade"].as_str())
        .collect();
    assert_eq!(grades, ["design", "privilege", "tampering", "breach"]);
}

/// Lines of the minutes of an architecture on a terminal, so that they are read.
const LONGEST: usize = 150;

/// The first lines say who, then come tables and one proof; what stays and what is open end it.
#[test]
fn the_minutes_of_a_target_are_short_and_begin_in_brief() {
    for path in paths_under(&["models/ehealth"]) {
        let path = path.to_string_lossy().into_owned();
        for (lang, [gained, lost, stays]) in [
            ("fr", ["Lecteurs gagnés", "Lecteurs perdus", "Ce qui reste"]),
            ("en", ["Readers gained", "Readers lost", "What stays"]),
        ] {
            let shown = text(&run(&["diff", "--lang", lang, &path, "#target"]).stdout);
            let count = shown.lines().count();
            assert!(count <= LONGEST, "{path}, {lang}: {count} lines\n{shown}");
            assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
            let blocks: Vec<&str> = shown.split("\n\n").collect();
            assert!(blocks[1].contains(if lang == "fr" { " perdus\u{a0}: par" } else { " lost: by" }), "{shown}");
            assert!(blocks[1].lines().any(|line| line.starts_with("  - ")), "who, by grade: {shown}");
            let [gained, lost, stays] = [gained, lost, stays].map(|title| shown.find(&format!("\n\n{title}")));
            assert!(gained.is_none_or(|at| Some(at) < lost) && lost < stays && stays.is_some(), "{shown}");
        }
    }
    assert_snapshot!("diff-imaging-fr", told(&["diff", "--lang", "fr", "models/ehealth/imaging.yaml", "#target"]));
    assert_snapshot!(
        "diff-secure-messaging-en",
        told(&["diff", "--lang", "en", "models/ehealth/secure-messaging.yaml", "#target"])
    );
    for lang in ["fr", "en"] {
        assert_snapshot!(format!("help-diff-{lang}"), told(&["diff", "--help", "--lang", lang]));
    }
}

/// What is folded is said to be, and is all there when asked for.
#[test]
fn what_is_folded_is_shown_on_request() {
    let imaging = "models/ehealth/imaging.yaml";
    let shown = |more: &[&str]| text(&run(&[&["diff", "--lang", "en", imaging, "#target"], more].concat()).stdout);
    let short = shown(&[]);
    assert!(short.contains("2 more proofs with --proofs") && short.contains("--all shows them"), "{short}");
    assert!(short.contains("--facts lists them") && !short.contains("no longer hold"), "{short}");
    let proofs = shown(&["--proofs"]);
    assert!(proofs.contains("Steps of the old path that no longer hold") && !proofs.contains("with --proofs"));
    assert!(proofs.contains("The medium of Recent images has it in clear"), "{proofs}");
    let facts = shown(&["--facts"]);
    assert!(facts.contains("No longer assumed: ") && facts.contains("+ ") && !facts.contains("lists them"));
    let all = shown(&["--all"]);
    assert!(!all.contains("--all shows them") && all.contains("Teleradia IT)†"), "{all}");
    // Every cell that is lost is in the table of --all, or counted by the short form.
    let (old, new) = (model(imaging), model(imaging).variant("target").expect("the variant is there"));
    compared(&old, &new, |found, _| {
        let folded = found.lost.iter().filter(|cell| cell.before.easiest() > Grade::Privilege).count();
        assert!(short.contains(&format!("{folded} more answers")), "{folded}: {short}");
        for cell in found.gained.iter().chain(&found.lost).filter(|cell| !cell.actor.contains('/')) {
            let name = cell.actor_label.en.split(' ').next().expect("a name");
            assert!(all.contains(name), "{name}: {all}");
        }
    });
}
