//! The gallery: what it is made of, that it is carried whole, and that its pages say what it computes.
//!
//! `ENCLAIR_UPDATE=1 cargo test --test gallery` writes the list of files and the pages again.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output};

use enclair::audit::{About, Audit, audit};
use enclair::gallery::Entry;
use enclair::kernel::Grade;
use enclair::model::{Basis, Model};
use enclair::source::Style;
use enclair::text::gallery::Group;
use enclair::text::{Both, Lang};

const LIST: &str = "src/gallery/list.rs";

fn updating() -> bool {
    std::env::var_os("ENCLAIR_UPDATE").is_some()
}

fn run(arguments: &[&str]) -> Output {
    let binary = env!("CARGO_BIN_EXE_enclair");
    Command::new(binary).args(arguments).env("ENCLAIR_LANG", "en").output().expect("the binary runs")
}

fn told(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn load(entry: &Entry) -> Model {
    entry.load().unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
}

fn of(group: Group) -> impl Iterator<Item = &'static Entry> {
    Entry::all().iter().filter(move |entry| entry.group() == group)
}

/// The numbers at the head of names: `07`, `c12`.
fn numbers(group: Group) -> BTreeSet<&'static str> {
    of(group).filter_map(|entry| Some(entry.stem().split_once('-')?.0)).collect()
}

#[test]
fn the_list_is_that_of_the_folders() {
    let mut files = Vec::new();
    for group in Group::ALL {
        let folder = PathBuf::from("models").join(group.folder());
        let names = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
        let names = names.filter_map(|name| Some(name.to_string_lossy().strip_suffix(".yaml")?.to_owned()));
        let mut names: Vec<String> = names.map(|name| format!("{}/{name}", group.folder())).collect();
        names.sort();
        files.extend(names);
    }
    if updating() {
        let text = std::fs::read_to_string(LIST).expect("the list can be read");
        let (head, _) = text.split_once("carried![").expect("the list has a place");
        let mut list = format!("{head}carried![\n");
        for file in &files {
            let _ = writeln!(list, "    \"{file}\",");
        }
        std::fs::write(LIST, list + "];\n").expect("written");
        return;
    }
    let carried: Vec<&str> = Entry::all().iter().map(|entry| entry.id).collect();
    assert_eq!(carried, files, "run with ENCLAIR_UPDATE=1");
    let stems: BTreeSet<&str> = Entry::all().iter().map(Entry::stem).collect();
    assert_eq!(stems.len(), carried.len(), "two models are called alike");
}

#[test]
fn the_pages_say_what_is_computed() {
    for (lang, path) in [("en", "docs/gallery.md"), ("fr", "docs/gallery.fr.md")] {
        let page = told(&["gallery", "--format", "markdown", "--lang", lang]);
        if updating() {
            std::fs::write(path, &page).expect("written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(kept == page, "{path}: run with ENCLAIR_UPDATE=1");
    }
}

#[test]
fn every_mechanism_case_practice_and_incident_has_its_model() {
    let two = |number: usize| format!("{number:02}");
    let mechanisms = (1..=42).map(two).chain((1..=37).map(|number| format!("c{number:02}")));
    let wanted: BTreeSet<String> = mechanisms.collect();
    assert_eq!(numbers(Group::Defeats).into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), wanted);
    assert_eq!(
        numbers(Group::Incidents).into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
        (1..=16).map(two).collect()
    );
    assert_eq!(of(Group::Protections).count(), 9);
    assert_eq!(of(Group::Ehealth).count(), 10);
    assert!(of(Group::Systems).count() >= 25);
}

#[test]
fn every_model_tells_its_story_in_both_languages_and_says_what_it_rests_on() {
    for entry in Entry::all() {
        let model = load(entry);
        let about = model.statements.about.as_ref().unwrap_or_else(|| panic!("{}: no story", entry.id));
        let lesson = about.lesson.as_ref().unwrap_or_else(|| panic!("{}: no lesson", entry.id));
        for Both { fr, en } in [&about.what.0, &lesson.0, &model.statements.system.name.0] {
            assert!(fr.len() > 2 && en.len() > 2, "{}", entry.id);
            assert!(!fr.contains('\''), "{}: {fr}", entry.id);
        }
        assert!(about.what.0.fr != about.what.0.en && lesson.0.fr != lesson.0.en, "{}", entry.id);
        assert!(model.statements.system.date.is_some(), "{}: no date", entry.id);
        // A pattern that everybody knows, as a web application over TLS, rests on no source.
        let pattern = entry.group() == Group::Systems && about.sources.is_empty();
        let real = matches!(entry.group(), Group::Systems | Group::Incidents) && !pattern;
        let wanted = if real { Basis::PublicSources } else { Basis::Example };
        assert_eq!(about.basis, Some(wanted), "{}", entry.id);
    }
}

#[test]
fn everything_shown_has_a_label() {
    for entry in Entry::all() {
        let model = load(entry);
        for model in std::iter::once(load(entry)).chain(model.variants()) {
            let part = &model.architecture;
            let mut bare: Vec<&String> = Vec::new();
            bare.extend(part.organisations.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.people.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.data.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.clients.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.backend.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.storage.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            bare.extend(part.admins.iter().filter(|(_, one)| one.label.is_none()).map(|(id, _)| id));
            assert!(bare.is_empty(), "{}: {bare:?}", entry.id);
            if let Some(variant) = &model.variant {
                assert_ne!(variant.label, Both::same(&variant.id), "{}", entry.id);
            }
        }
    }
}

/// The grades of a cell.
fn cell(audit: &Audit, actor: &str, data: &str) -> (Grade, Grade) {
    let verdicts = audit.verdicts.iter();
    let mut found = verdicts.filter(|one| audit.actors[one.actor].id == actor && audit.data[one.data].id == data);
    found.next().map_or((Grade::None, Grade::None), |verdict| (verdict.past, verdict.new))
}

/// The mechanism bites: a variant makes the first answer expected of it better, and none makes it worse.
#[test]
fn every_mechanism_has_a_cure_that_makes_its_first_answer_better() {
    for entry in of(Group::Defeats).filter(|entry| !entry.stem().starts_with('c')) {
        let model = load(entry);
        let before = audit(&model).expect("an audit");
        let mut expected = before.expectations.iter().filter_map(|one| match &one.about {
            About::Cell { actor, with, order, data } => {
                Some((actor.clone(), data.clone())).filter(|_| with.is_empty() && order.is_none())
            }
            About::Claim(_) => None,
        });
        let cured = audit(&model.variant("cured").expect("a cure")).expect("an audit");
        let better = expected.any(|(actor, data)| {
            let ((past, new), (cured_past, cured_new)) = (cell(&before, &actor, &data), cell(&cured, &actor, &data));
            past.min(new) > Grade::Design
                && cured_past >= past
                && cured_new >= new
                && (cured_past, cured_new) != (past, new)
        });
        assert!(better, "{}: the cure cures nothing", entry.id);
    }
}

#[test]
fn every_pair_expects_answers_on_both_sides() {
    for entry in of(Group::Defeats) {
        let model = load(entry);
        assert!(model.statements.expect.len() >= 2, "{}: who gains, and who does not", entry.id);
        assert!(model.variants().count() >= 1, "{}: a pair is of two", entry.id);
        for variant in model.variants() {
            assert!(!variant.statements.expect.is_empty(), "{}", entry.id);
        }
    }
}

#[test]
fn every_practice_states_its_nine_cells_and_every_incident_its_four_counterfactuals() {
    for entry in of(Group::Protections) {
        let model = load(entry);
        let cells: BTreeSet<String> =
            audit(&model).expect("an audit").expectations.iter().map(|one| one.about.who()).collect();
        assert!(cells.len() >= 9, "{}: {cells:?}", entry.id);
        let (_, expected) = entry.text.split_once("\nexpect:\n").expect("a practice expects");
        let own = expected.split("\nvariants:\n").next().unwrap_or_default();
        for column in 1..=9 {
            // The comment of a column, and an answer of it on the next line.
            let (_, after) =
                own.split_once(&format!("\n  # {column}. ")).unwrap_or_else(|| panic!("{}: {column}", entry.id));
            let next = after.lines().skip_while(|line| line.trim_start().starts_with('#') || !line.starts_with("  - "));
            assert!(next.take(1).any(|line| line.contains("data: record")), "{}: column {column}", entry.id);
        }
    }
    for entry in of(Group::Incidents) {
        let model = load(entry);
        assert!(!model.statements.expect.is_empty(), "{}", entry.id);
        for id in ["transit", "at-rest", "application", "end-to-end"] {
            let variant = model.variant(id).unwrap_or_else(|| panic!("{}: no variant {id}", entry.id));
            assert!(!variant.statements.expect.is_empty(), "{}: {id} expects nothing", entry.id);
        }
    }
}

#[test]
fn the_architectures_are_of_a_size_that_users_have_with_a_target() {
    for entry in of(Group::Ehealth) {
        let model = load(entry);
        let count = model.architecture.components().count();
        assert!((15..=60).contains(&count), "{}: {count} components", entry.id);
        assert!(model.variant("target").is_some(), "{}: no target", entry.id);
    }
}

#[test]
fn the_list_and_the_stories_are_told_in_both_languages() {
    for lang in ["fr", "en"] {
        let list = told(&["gallery", "--lang", lang]);
        let lines = list.lines().filter(|line| line.contains('/')).count();
        assert!(lines >= Entry::all().len());
        for id in ["systems/zoom-2020", "defeats/07-key-directory", "incidents/09-vastaamo"] {
            insta::assert_snapshot!(
                format!("story-{}-{lang}", id.replace('/', "-")),
                told(&["gallery", "show", id, "--lang", lang])
            );
        }
    }
    let entry = Entry::find("07-key-directory").expect("names without their folder are known");
    assert_eq!(told(&["gallery", "show", "07-key-directory", "--format", "yaml"]), entry.text);
    let output = run(&["gallery", "show", "07-key-directry"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: the gallery has no model `07-key-directry`; did you mean `07-key-directory`?\n"
    );
}

#[test]
fn a_template_makes_a_model_that_is_checked_at_once() {
    for entry in of(Group::Ehealth) {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("mine.yaml");
        let path = path.to_string_lossy();
        told(&["init", &path, "--template", entry.stem(), "--lang", "en"]);
        let text = std::fs::read_to_string(&*path).expect("the model");
        assert!(
            text.starts_with("# yaml-language-server: $schema=./enclair.schema.json\n#\n# A copy of the model"),
            "{text}"
        );
        assert!(text.lines().any(|line| line.contains("language: en")), "{}", entry.id);
        let checked = run(&["check", &path]);
        assert_eq!(checked.status.code(), Some(0), "{}: {}", entry.id, String::from_utf8_lossy(&checked.stdout));
    }
    assert_eq!(run(&["init", "-", "--template", "signal", "--web"]).status.code(), Some(2));
    assert_eq!(run(&["init", "-", "--template", "nothing-of-the-kind"]).status.code(), Some(2));
}
