//! Parts of `check` that have a command of their own: short in one, whole in the other, the same in JSON.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::loaded;
use binary::{code, run, text, told};
use enclair::compare::{Dossier, State};
use insta::assert_snapshot;

const TELECONSULTATION: &str = "models/teleconsultation.yaml";
const IMAGING: &str = "models/ehealth/imaging.yaml";
const SCHEME: &str = "models/article-1-transit.yaml";
/// Lines of `check` on the teleconsultation, which printed 474 with both parts whole.
const LONGEST: usize = 450;

fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&out(arguments)).expect("the result is JSON")
}

/// The lines of a text between a title and the next blank line.
fn section<'t>(shown: &'t str, title: &str) -> &'t str {
    let (_, after) = shown.split_once(title).unwrap_or_else(|| panic!("no {title}: {shown}"));
    after.split("\n\n").next().unwrap_or(after)
}

#[test]
fn check_is_shorter_and_says_where_the_whole_is() {
    for (lang, titles) in [
        ("fr", ["Si cela arrive : combien", "Pays tiers (hors EEE)"]),
        ("en", ["If it happens: how many", "Third countries"]),
    ] {
        let shown = out(&["check", "--lang", lang, TELECONSULTATION]).replace('\u{a0}', " ");
        assert!(shown.lines().count() <= LONGEST, "{} lines", shown.lines().count());
        for (title, command) in titles.into_iter().zip(["scenarios", "transfers"]) {
            let part = section(&shown, title).replace("\n    ", " ");
            assert!(part.contains(&format!("enclair {command} {TELECONSULTATION}")), "{part}");
        }
        assert!(!shown.contains("34(3)(a)"), "the whole is elsewhere");
    }
}

/// A line for each event, whose numbers are those of its outcomes.
#[test]
fn the_counts_are_those_of_the_scenarios() {
    let model = loaded(&std::fs::read_to_string(TELECONSULTATION).expect("the model can be read"));
    let dossier = Dossier::new(&model).expect("the model is audited");
    let shown = out(&["check", "--lang", "en", TELECONSULTATION]);
    let part = section(&shown, "If it happens: how many data stay protected");
    let cells = |event: &str| -> Vec<String> {
        let line = part.lines().find(|line| line.contains(event)).unwrap_or_else(|| panic!("no {event}: {part}"));
        let cells = line.trim_matches('│').split('┆').skip(1);
        cells.map(|cell| cell.trim().to_owned()).collect()
    };
    for (event, actor) in [
        ("injection: Database", "adversary/injection/database"),
        ("intruder: API", "adversary/intruder/api"),
        ("intruder: CDN", "adversary/intruder/cdn"),
        ("active network attacker", "adversary/network-attacker"),
    ] {
        let Some(one) = dossier.scenarios.iter().find(|one| one.actor == actor) else {
            panic!("no {actor}: {:?}", dossier.scenarios.iter().map(|one| &one.actor).collect::<Vec<_>>())
        };
        let count = |state: State| match one.outcomes.iter().filter(|outcome| outcome.state == state).count() {
            0 => "–".to_owned(),
            count => count.to_string(),
        };
        let found = cells(event);
        for (cell, state) in found.iter().zip([State::Readable, State::Subvertible, State::Intact]) {
            assert_eq!(cell.trim_end_matches(['*', '?']), count(state), "{event}, {state:?}: {found:?}");
        }
        let people = one.concerned.expect("people are concerned");
        assert!(found[3].replace([',', '≥', ' ', '\u{a0}'], "") == people.at_least.to_string(), "{event}: {found:?}");
    }
    assert_eq!(cells("injection: Database")[..3], ["2", "1*", "1"]);
}

#[test]
fn each_command_tells_the_whole_in_both_languages() {
    for lang in ["fr", "en"] {
        assert_snapshot!(format!("scenarios-{lang}"), told(&["scenarios", "--lang", lang, TELECONSULTATION]));
        assert_snapshot!(format!("transfers-{lang}"), told(&["transfers", "--lang", lang, TELECONSULTATION]));
        assert_snapshot!(format!("hds-{lang}"), told(&["hds", "--lang", lang, TELECONSULTATION]));
        for command in ["scenarios", "transfers", "hds"] {
            assert_snapshot!(format!("help-{command}-{lang}"), told(&[command, "--help", "--lang", lang]));
            let shown = out(&[command, "--lang", lang, TELECONSULTATION]);
            assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
            assert!(!shown.contains("(JSON)"), "nothing is left to the JSON: {shown}");
            assert_eq!(shown, out(&[command, "--lang", lang, TELECONSULTATION]));
        }
    }
}

#[test]
fn the_json_is_that_of_check() {
    for lang in ["fr", "en"] {
        for path in [TELECONSULTATION, SCHEME] {
            let check = json(&["check", "--format", "json", "--lang", lang, path]);
            for command in ["scenarios", "transfers", "hds"] {
                let own = json(&[command, "--format", "json", "--lang", lang, path]);
                assert_eq!(own["format"], format!("enclair-{command}/1"));
                assert_eq!(own["file"], path);
                assert!(own[command] == check[command], "{command} of {path}");
            }
        }
    }
}

#[test]
fn a_variant_takes_the_place_of_the_model() {
    let own = json(&["transfers", "--format", "json", IMAGING]);
    let target = json(&["transfers", "--format", "json", "--variant", "target", IMAGING]);
    assert_eq!((&own["variant"], &target["variant"]), (&serde_json::Value::Null, &serde_json::json!("target")));
    let actors = |of: &serde_json::Value| of["transfers"]["actors"].as_array().expect("actors").len();
    assert!(actors(&target) < actors(&own), "the target keeps nobody in Sfax");
    let shown = out(&["scenarios", "--lang", "en", "--variant", "target", IMAGING]);
    assert!(shown.starts_with("Imaging and teleradiology (Valmont University Hospital) – Target"), "{shown}");
    assert_eq!(code(&["scenarios", "--variant", "nowhere", IMAGING]), Some(2));
    assert_eq!(code(&["transfers", "none.yaml"]), Some(2));
}
