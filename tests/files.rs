//! The real binary on models in several files and on their variants.

#[path = "support/binary.rs"]
mod binary;

use std::path::Path;

use binary::{enclair, run_in, told_of};
use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

const MODEL: &str = r#"enclair: 1
system: { name: Notes, vendor: acme, date: 2026-11-22, language: en }
include: [parts/people.yaml, parts/where.yaml]
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: shop }
backups: {}
links:
  - { from: app, to: server, tls: "1.3", carries: note }
admins: {}
claims:
  - { says: Only you can read your notes, data: note, only: patient }
expect:
  - { actor: cloud, data: note, past: privilege, new: privilege }
variants:
  target:
    label: { fr: Cible, en: Target }
    add:
      end_to_end:
        - { data: note, between: [app], recipients_from: none, verified: true }
    expect:
      - { actor: cloud, data: note, past: none, new: none }
      - { actor: acme, data: note, past: none, new: none }
  in-house: { of: target, change: { hosting: { vm: acme } } }
"#;
const PEOPLE: &str = "organisations:
  acme: { country: FR, owned_by: none }
  cloud: { country: FR, owned_by: none }
people:
  patient: {}
";
const WHERE: &str = "hosting:
  vm: cloud
backend:
  server: { runs_on: vm, code_from: shop, keeps: note }
  shop: { operator: acme, keeps: unknown }
storage: {}
";

/// A folder with the model and its parts.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("parts")).expect("a folder");
    for (path, text) in [("m.yaml", MODEL), ("parts/people.yaml", PEOPLE), ("parts/where.yaml", WHERE)] {
        std::fs::write(folder.path().join(path), text).expect("a file");
    }
    folder
}

fn told(folder: &Path, arguments: &[&str]) -> String {
    told_of(&run_in(folder, arguments))
}

#[test]
fn check_prints_the_model_then_its_variants() {
    let folder = folder();
    let variants = |arguments: &[&str], word: &str| {
        let told = told(folder.path(), arguments);
        let start = told.find(word).unwrap_or_else(|| panic!("{told}"));
        (told[..start].to_owned(), told[start..].to_owned())
    };
    let (model, english) = variants(&["check", "m.yaml"], "Variant:");
    assert!(model.contains("\n  ::: parts/where.yaml:4:3\n") && model.starts_with("exit 1\n--- out\nNotes (m.yaml)\n"));
    assert_snapshot!("files-variants-en", english);
    assert_snapshot!("files-variants-fr", variants(&["check", "m.yaml", "--lang", "fr"], "Variante").1);
    let alone = told(folder.path(), &["check", "m.yaml", "--variant", "target"]);
    assert!(alone.starts_with("exit 1\n--- out\nNotes – Target (m.yaml)\n") && !alone.contains("Variant:"), "{alone}");
}

#[test]
fn explain_tells_the_file_of_each_line() {
    let folder = folder();
    let cell = ["--actor", "cloud", "--data", "note"];
    assert_snapshot!("files-explain", told(folder.path(), &[&["explain", "m.yaml"], &cell[..]].concat()));
    let none = told(folder.path(), &[&["explain", "m.yaml", "--variant", "target"], &cell[..]].concat());
    assert!(none.contains("out of reach"), "{none}");
}

#[test]
fn expectations_of_variants_count_and_thresholds_are_of_the_model() {
    let folder = folder();
    let code = |arguments: &[&str]| run_in(folder.path(), arguments).status.code();
    assert_eq!(code(&["check", "m.yaml"]), Some(1), "`acme` still reads under `target`");
    assert_eq!(code(&["check", "m.yaml", "--variant", "in-house"]), Some(0));
    assert_eq!(code(&["check", "m.yaml", "--variant", "in-house", "--fail-on", "reader"]), Some(0));
    let held = MODEL.replace("      - { actor: acme, data: note, past: none, new: none }\n", "");
    std::fs::write(folder.path().join("m.yaml"), held).expect("written");
    assert_eq!(code(&["check", "m.yaml"]), Some(0));
    assert_eq!(code(&["check", "m.yaml", "--fail-on", "reader"]), Some(1));
}

#[test]
fn json_tells_files_and_variants() {
    let folder = folder();
    let json = |arguments: &[&str]| -> Value {
        serde_json::from_slice(&run_in(folder.path(), arguments).stdout).expect("the result is JSON")
    };
    let root = json(&["check", "m.yaml", "--format", "json"]);
    assert_eq!(root["findings"][0]["locations"][2]["file"], "parts/where.yaml");
    assert_eq!(root["claims"][0]["location"]["file"], "m.yaml");
    let question =
        root["questions"].as_array().expect("questions").iter().find(|one| one["property"] == "backend.shop.keeps");
    assert_eq!(
        question.expect("the question")["location"],
        serde_json::json!({ "file": "parts/where.yaml", "line": 5, "column": 34 })
    );
    let names: Vec<&String> = root["variants"].as_object().expect("variants").keys().collect();
    assert_eq!(names, ["target", "in-house"]);
    let target = &root["variants"]["target"];
    assert_eq!((&target["format"], &target["variant"]), (&root["format"], &Value::from("target")));
    assert_eq!(target["expectations"][1]["holds"], false);
    assert!(root.get("variant").is_none() && target.get("variants").is_none());
    let alone = json(&["check", "m.yaml", "--variant", "target", "--format", "json"]);
    assert_eq!(&alone, target, "a variant is the same alone");
    let explained = json(&["explain", "m.yaml", "--actor", "cloud", "--data", "note", "--format", "json"]);
    assert_eq!(explained["past"]["proof"][0]["locations"][0]["file"], "parts/where.yaml");
    std::fs::write(folder.path().join("parts/where.yaml"), WHERE.replace("vm: cloud", "vm: clout")).expect("written");
    let refused = json(&["check", "m.yaml", "--format", "json"]);
    assert_eq!(
        (&refused["file"], &refused["errors"][0]["location"]["file"]),
        (&"m.yaml".into(), &"parts/where.yaml".into())
    );
}

#[test]
fn an_unknown_variant_is_bad_usage() {
    let folder = folder();
    let cell = ["--actor", "cloud", "--data", "note"];
    for command in [&["check"][..], &["report"], &["facts"], &[&["explain"], &cell[..]].concat()] {
        let told = told(folder.path(), &[command, &["m.yaml", "--variant", "targt"]].concat());
        let expected = "exit 2\n--- out\n--- err\nerror: `m.yaml` has no variant `targt`; did you mean `target`?\n";
        assert_eq!(told, expected, "{command:?}");
    }
}

#[test]
fn facts_and_reports_of_a_variant() {
    let folder = folder();
    let base = told(folder.path(), &["facts", "m.yaml"]);
    let variant = told(folder.path(), &["facts", "m.yaml", "--variant", "in-house"]);
    assert!(base.contains(r#"power("cloud","vm""#) && !variant.contains(r#"power("cloud","vm""#));
    let output = run_in(folder.path(), &["report", "m.yaml", "--variant", "target", "--lang", "fr"]);
    assert_eq!(output.status.code(), Some(0));
    let page = std::fs::read_to_string(folder.path().join("reports/m.target.fr.html")).expect("the report");
    assert!(page.contains("Notes – Cible") && page.contains("parts/where.yaml"));
}

#[test]
fn a_folder_holds_models_and_parts() {
    let folder = folder();
    let told = told(folder.path(), &["check", ".", "--format", "json"]);
    assert!(
        told.starts_with("exit 1") && told.matches("\"model_sha256\"").count() == 3,
        "the model and two variants: {told}"
    );
}

#[test]
fn parts_are_found_from_where_the_model_is() {
    let folder = folder();
    let above = folder.path().parent().expect("a parent");
    let name = folder.path().file_name().expect("a name").to_string_lossy().into_owned();
    assert_eq!(run_in(above, &["facts", &format!("{name}/m.yaml")]).status.code(), Some(0));
    assert_eq!(run_in(&folder.path().join("parts"), &["facts", "../m.yaml"]).status.code(), Some(0));
    let piped =
        |folder: &Path| enclair(&["facts", "-"]).current_dir(folder).write_stdin(MODEL).output().expect("it runs");
    assert_eq!(piped(folder.path()).status.code(), Some(0), "from standard input, from the current folder");
    let lost = piped(above);
    let text = String::from_utf8_lossy(&lost.stderr).into_owned();
    assert_eq!(lost.status.code(), Some(2));
    assert!(text.contains("error[E041]: `parts/people.yaml` cannot be included: the file does not exist"), "{text}");
}

/// What is not a YAML file is not shown, by whatever name.
#[test]
fn what_a_part_may_be_on_the_disk() {
    let folder = folder();
    std::fs::write(folder.path().join("secret"), "root:x:0:0\n").expect("written");
    std::fs::create_dir(folder.path().join("parts/sub.yaml")).expect("a folder");
    let part = folder.path().join("parts/people.yaml");
    let told_with = |included: &str| {
        let text = MODEL.replace("parts/people.yaml", included);
        std::fs::write(folder.path().join("m.yaml"), text).expect("written");
        told(folder.path(), &["facts", "m.yaml"])
    };
    assert!(told_with("parts/sub.yaml").contains("this is a directory, not a file"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(folder.path().join("secret"), folder.path().join("parts/link.yaml"))
            .expect("a link");
        std::os::unix::fs::symlink(&part, folder.path().join("parts/good.yaml")).expect("a link");
        let link = told_with("parts/link.yaml");
        assert!(link.contains("this is not an ordinary YAML file") && !link.contains("root:x"), "{link}");
        assert!(told_with("parts/good.yaml").starts_with("exit 0"));
    }
}

/// The limit on bytes holds over what is read from the disk too.
#[test]
fn large_parts_are_refused() {
    let folder = folder();
    std::fs::write(folder.path().join("parts/people.yaml"), "#".repeat(1024 * 1024)).expect("written");
    let told = told(folder.path(), &["facts", "m.yaml"]);
    assert!(
        told.contains("error[E045]: the model and the files it includes are over 1,048,576 bytes together"),
        "{told}"
    );
    assert!(told.contains(" --> m.yaml:3:11\n"), "{told}");
}

/// Lines of two files may have one number.
#[test]
fn what_an_answer_rests_on_is_shown_in_each_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage =
        |name: &str| format!("storage: {{ {name}: {{ runs_on: vm, used_by: api, holds: note, at_rest: none }} }}\n");
    let model = "enclair: 1
system: { name: Notes, vendor: acme, language: en }
include: part.yaml
"
    .to_owned()
        + &storage("one")
        + "organisations:
  acme: { country: FR, owned_by: none }
  other: { country: FR, owned_by: none }
people: { patient: {} }
data: { note: { kind: health, readers: patient } }
clients: { app: { used_by: patient, kind: mobile, code_from: api, keeps: none } }
hosting: { vm: acme }
backend: { api: { runs_on: vm, code_from: [] } }
backups: {}
links: [{ from: app, to: api, tls: \"1.3\", carries: note }]
admins: {}
";
    let part = "# A part.\n\n\n".to_owned() + &storage("two");
    for (path, text) in [("m.yaml", &model), ("part.yaml", &part)] {
        std::fs::write(folder.path().join(path), text).expect("a file");
    }
    let shown = told(folder.path(), &["explain", "m.yaml", "--actor", "other", "--data", "note"]);
    let rests = shown.split("What this answer rests on:").nth(1).and_then(|rest| rest.split("\n\n").next());
    let rests = rests.unwrap_or_else(|| panic!("{shown}"));
    assert!(rests.contains("     m.yaml:4:") && rests.contains("     part.yaml:4:"), "{rests}");
}
