//! Two models compared: readers gained and lost, and what is behind; and how many read.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::loaded;
use binary::{code, run, text, told};
use enclair::compare::{CellChange, Diff, Dossier, Side, diff};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::report::Summary;
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
const LONGEST: usize = 170;
/// What the minutes fold.
const SHORT: Detail = Detail { facts: false, proofs: false, all: false };

/// A model of the gallery and its target, compared.
fn targeted<T>(name: &str, then: impl Fn(&Diff, (Side, Side)) -> T) -> T {
    let today = model(&format!("models/ehealth/{name}.yaml"));
    let target = today.variant("target").expect("the variant is there");
    compared(&today, &target, then)
}

/// The minutes on a terminal, folded.
fn minutes(found: &Diff, sides: (Side, Side), lang: Lang) -> String {
    human(found, sides, SHORT, Look { lang, style: Style::Plain })
}

/// A text without its line breaks and with plain spaces.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first lines say who; then who stays and what was claimed, tables, one proof; what is open ends it.
#[test]
fn the_minutes_of_a_target_are_short_and_begin_in_brief() {
    for name in ["hospital-record", "imaging", "teleconsultation"] {
        targeted(name, |found, sides| {
            for (lang, titles) in [
                (
                    Lang::Fr,
                    ["Ce qui reste : ", "Ce qui reste par", "Affirmations", "Lecteurs gagnés", "Lecteurs perdus"],
                ),
                (Lang::En, ["What stays: ", "What stays by", "Claims", "Readers gained", "Readers lost"]),
            ] {
                let shown = minutes(found, sides, lang);
                let count = shown.lines().count();
                assert!(count <= LONGEST, "{name}, {lang:?}: {count} lines\n{shown}");
                assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
                let blocks: Vec<&str> = shown.split("\n\n").collect();
                let balance = lang.pick("Données de santé, par privilège : ", "Health data, by privilege: ");
                assert!(blocks[1].replace('\u{a0}', " ").starts_with(balance), "{shown}");
                assert!(blocks[1].lines().any(|line| line.starts_with("  - ")), "who, by grade: {shown}");
                let plain = shown.replace('\u{a0}', " ");
                let at = titles.map(|title| plain.find(&format!("\n\n{title}")));
                assert!(at.iter().flatten().is_sorted(), "{at:?}: {shown}");
                assert!(at[0].is_some() && at[2].is_some() && at[4].is_some(), "{at:?}: {shown}");
            }
        });
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

/// The names of those who read something at a grade or easier, without being meant to.
fn readers(side: Side, grade: Grade) -> std::collections::BTreeSet<String> {
    let audit = &side.dossier.audit;
    let own = audit.verdicts.iter().filter(|one| !one.intended && one.easiest().public() <= grade);
    let base = |id: &String| *id == "adversary/common-base";
    own.map(|one| audit.actors[one.actor].id.clone()).filter(|id| !base(id)).collect()
}

/// The opening counts actors, not cells: nobody is said to read no more who reads something else.
#[test]
fn the_opening_says_who_reads_nothing_any_more_and_who_reads_less() {
    for name in ["imaging", "secure-messaging"] {
        targeted(name, |found, sides| {
            let shown = flat(&minutes(found, sides, Lang::En));
            let (before, after) = (readers(sides.0, Grade::Privilege), readers(sides.1, Grade::Privilege));
            let gone: Vec<&String> = before.difference(&after).collect();
            let tamper = readers(sides.1, Grade::Tampering);
            let still = gone.iter().filter(|id| tamper.contains(**id)).count();
            assert!(still > 0 && still < gone.len());
            assert!(shown.contains(&format!("{} no longer read anything by privilege: ", gone.len())), "{shown}");
            assert!(shown.contains(&format!("of these, {still} still read")), "{still}: {shown}");
            let less: std::collections::BTreeSet<&str> = found
                .lost
                .iter()
                .filter(|cell| cell.before.easiest() <= Grade::Privilege && after.contains(&cell.actor))
                .map(|cell| cell.actor.as_str())
                .collect();
            assert!(!less.is_empty() && shown.contains(&format!("{} read less by privilege: ", less.len())), "{shown}");
            // The first number is that of `check`; that of all data stands beside.
            let count = |side: Side| Summary::new(&side.dossier.audit).answer.privilege.len();
            let all = format!("(all data: {} → {})", before.len(), after.len());
            let main = format!("by privilege: {} unintended readers → {} {all}.", count(sides.0), count(sides.1));
            assert!(shown.contains(&main), "{main}: {shown}");
        });
    }
}

/// A claim bears on the data that it is tested on, and one that is still refuted is not left out.
#[test]
fn claims_say_what_they_are_tested_on_and_are_still_refuted() {
    targeted("research-warehouse", |found, sides| {
        let french = flat(&minutes(found, sides, Lang::Fr));
        let claim = "les clés sont à nous », pour Données pseudonymisées seulement : réfutée → tient";
        assert!(french.contains(claim), "{french}");
        // The claim is tested on one data asset, and its host reads others still.
        let host = french.find("Nubeo (hébergeur), Skyward (maison mère de Nubeo) – Extrait pour Danlab");
        assert!(host.is_some_and(|at| Some(at) < french.find(claim)), "{french}");
        let english = flat(&markdown(found, sides, false, Lang::En));
        assert!(english.contains("the keys are ours”, for Pseudonymised data only"), "{english}");
        let json: serde_json::Value =
            serde_json::from_str(&json(found, sides, Lang::En).expect("it is written")).expect("the result is JSON");
        assert_eq!(json["claims"][0]["data"], serde_json::json!(["cohort"]));
    });
    targeted("imaging", |found, sides| {
        let still: Vec<&str> = found.claims_refuted.iter().map(|flip| flip.says.en.as_str()).collect();
        assert_eq!(still.len(), 1);
        for (lang, text) in [(Lang::Fr, "Toujours réfutée : « Votre compte"), (Lang::En, "Still refuted: “")] {
            assert!(flat(&minutes(found, sides, lang)).contains(text));
        }
    });
    // Tested on more data, it is not the same claim: no verdict of one is set against that of the other.
    let text = std::fs::read_to_string("models/ehealth/research-warehouse.yaml").expect("the model can be read");
    let more = text.replacen("    data: cohort\n    only:", "    data: [cohort, texts]\n    only:", 1);
    assert_ne!(text, more);
    compared(&loaded(&text), &loaded(&more), |found, _| {
        let sides: Vec<_> = found.claims.iter().map(|flip| (flip.before.is_some(), flip.after.is_some())).collect();
        assert_eq!(sides, [(false, true), (true, false)]);
    });
    // All data: nothing is said of them. And a model and itself, refuted as it is, differ in nothing.
    let (one, three) = (model(ONE), model(THREE));
    assert!(!compared(&one, &three, |found, sides| minutes(found, sides, Lang::En)).contains(", for "));
    assert!(!compared(&one, &one, |found, sides| minutes(found, sides, Lang::En)).contains("Still refuted"));
}

#[test]
fn what_is_lost_is_called_as_it_was() {
    targeted("imaging", |found, sides| {
        let old = &sides.0.dossier.audit;
        for cell in &found.lost {
            let actor = old.actors.iter().find(|one| one.id == cell.actor).expect("who loses was there");
            assert_eq!(actor.label, cell.actor_label);
        }
        // The target asks clinicians for a second factor: what was stolen before was a password.
        assert!(flat(&minutes(found, sides, Lang::Fr)).contains("mot de passe volé (Cliniciens"));
    });
}

/// What changed and kept its name, what was put in the place of another, and no count of facts.
#[test]
fn what_changed_in_the_model_is_named() {
    targeted("hospital-record", |found, sides| {
        let (french, english) = (flat(&minutes(found, sides, Lang::Fr)), flat(&minutes(found, sides, Lang::En)));
        assert!(french.contains("- Remplacé : la clé des bandes ") && french.contains("- Modifié : "), "{french}");
        assert!(english.contains("- Replaced: the tape key ") && !english.contains("Facts: "), "{english}");
    });
    targeted("imaging", |found, sides| {
        let changed: Vec<&str> = found.things_changed.iter().map(|one| one.property.as_str()).collect();
        assert!(changed.contains(&"storage.archive"), "{changed:?}");
        let both = found.things_added.iter().chain(&found.things_removed);
        assert!(both.into_iter().all(|one| !changed.contains(&one.property.as_str())));
        assert!(flat(&minutes(found, sides, Lang::En)).contains("- Changed: "));
    });
    // What the target of the messaging writes again, and not what only follows from that.
    targeted("secure-messaging", |found, sides| {
        let changed: Vec<&str> = found.things_changed.iter().map(|one| one.property.as_str()).collect();
        let differs = |one: &str| found.facts.iter().any(|group| group.thing.property == one);
        assert!(changed.contains(&"backend.cache") && changed.contains(&"end_to_end"), "{changed:?}");
        assert!(differs("storage.keys-db") && !changed.contains(&"storage.keys-db"), "{changed:?}");
        let shown = flat(&minutes(found, sides, Lang::Fr));
        assert!(shown.contains("ce qui est chiffré de bout en bout"), "{shown}");
    });
}

/// A proof of what is gained says what is new in it, and not that somebody has its own credentials.
#[test]
fn a_gain_marks_what_is_new() {
    targeted("imaging", |found, sides| {
        for (lang, new, idle) in
            [(Lang::Fr, "tout ce qui est gardé (nouveau).", "détient"), (Lang::En, "all that is kept (new).", "holds")]
        {
            let shown = minutes(found, sides, lang);
            let blocks = shown.split("\n\n").map(flat);
            let proof = blocks.filter(|block| block.contains(" 1. ")).collect::<Vec<_>>().join("\n");
            assert!(proof.contains(new) && !proof.contains(idle), "{shown}");
        }
    });
}

#[test]
fn a_question_about_what_was_removed_is_not_said_to_be_answered() {
    targeted("imaging", |found, sides| {
        assert_eq!(found.questions_pointless.len(), 2);
        let french = flat(&minutes(found, sides, Lang::Fr));
        assert!(french.contains("Sans objet (retiré) : Cache de Sfax"), "{french}");
        assert!(french.contains("Fermée : Qui contrôle Teleradia"), "{french}");
        assert!(flat(&minutes(found, sides, Lang::En)).contains("No longer applies (removed): "));
    });
}

#[test]
fn a_number_that_nobody_gave_is_not_zero_and_a_file_is_named_once() {
    compared(&model(ONE), &model(THREE), |found, sides| {
        for (lang, text) in [(Lang::Fr, "nombre non dit, 2 groupes → "), (Lang::En, "number not told, 2 groups → ")]
        {
            let shown = flat(&minutes(found, sides, lang));
            assert!(shown.contains(text) && !shown.contains("≥ 0"), "{shown}");
        }
    });
    targeted("imaging", |found, sides| {
        for (lang, title) in [
            (Lang::Fr, "Imagerie et téléradiologie (CHU de Valmont) : de l’existant à « Cible » (model.yaml)"),
            (Lang::En, ": from as is to “Target” (model.yaml)"),
        ] {
            let shown = flat(&minutes(found, sides, lang));
            assert!(shown.contains(title) && shown.matches("model.yaml").count() == 1, "{shown}");
        }
    });
}

/// What is folded is said to be, and is all there when asked for.
#[test]
fn what_is_folded_is_shown_on_request() {
    targeted("imaging", |found, sides| {
        let shown = |detail: Detail| human(found, sides, detail, Look { lang: Lang::En, style: Style::Plain });
        let short = flat(&shown(SHORT));
        assert!(short.contains("2 more proofs with --proofs") && short.contains("--all shows them"), "{short}");
        assert!(!short.contains("No longer assumed: ") && !short.contains("no longer hold"), "{short}");
        let proofs = flat(&shown(Detail { proofs: true, ..SHORT }));
        assert!(proofs.contains("Steps of the old path that no longer hold") && !proofs.contains("with --proofs"));
        assert!(proofs.contains("The medium of Recent images has it in clear"), "{proofs}");
        let facts = shown(Detail { facts: true, ..SHORT });
        assert!(facts.contains("No longer assumed: ") && facts.contains("+ "));
        let all = shown(Detail { all: true, ..SHORT });
        let thefts = |text: &str| text.matches("stolen credentials").count();
        assert!(!all.contains("--all shows them") && thefts(&all) > thefts(&short), "{all}");
        // Every cell that is lost is in the table of --all, or counted by the short form.
        let folded = found.lost.iter().filter(|cell| cell.before.easiest() > Grade::Privilege).count();
        assert!(short.contains(&format!("{folded} more answers")), "{folded}: {short}");
        for cell in found.gained.iter().chain(&found.lost).filter(|cell| !cell.actor.contains('/')) {
            let name = cell.actor_label.en.split(' ').next().expect("a name");
            assert!(all.contains(name), "{name}: {all}");
        }
    });
}
