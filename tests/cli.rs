//! The real binary, as a user runs it: what it prints, in both languages, and how it ends.

#[path = "support/binary.rs"]
mod binary;

use std::path::Path;

use binary::{code, enclair, run, text, told};
use insta::assert_snapshot;

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_slice(&run(arguments).stdout).expect("the result is JSON")
}

#[test]
fn check_prints_the_answer_then_the_table() {
    assert_snapshot!("check-article-1-fr", told(&["check", "models/article-1-transit.yaml"]));
    assert_snapshot!("check-article-1-en", told(&["check", "--lang", "en", "models/article-1-transit.yaml"]));
    assert_snapshot!("check-teleconsultation-fr", told(&["check", "models/teleconsultation.yaml"]));
    assert_snapshot!("check-teleconsultation-en", told(&["check", "--lang", "en", "models/teleconsultation.yaml"]));
}

#[test]
fn tables_fit_80_columns() {
    for lang in ["fr", "en"] {
        for model in ["models/teleconsultation.yaml", "models/article-3-end-to-end.yaml"] {
            let shown = text(&run(&["check", "--lang", lang, model]).stdout);
            for line in shown.lines().filter(|line| line.starts_with(['│', '╭', '╰', '╞'])) {
                assert!(line.chars().count() <= 80, "{line}");
            }
        }
    }
}

#[test]
fn explain_prints_numbered_steps() {
    let host = ["explain", "models/teleconsultation.yaml", "--actor", "host", "--data", "message"];
    assert_snapshot!("explain-host-fr", told(&host));
    assert_snapshot!("explain-host-en", told(&[&host[..], &["--lang", "en"]].concat()));
    let thief = ["explain", "models/article-2-at-rest.yaml", "--actor", "adversary/thief/stockage", "--data", "hello"];
    assert_snapshot!("explain-none", told(&thief));
    let explained = json(&[&host[..], &["--format", "json"]].concat());
    assert_eq!(explained["format"], "enclair-explain/1");
    assert_eq!(explained["past"]["grade"], "privilege");
    assert!(explained["past"]["proof"][0]["locations"][0]["line"].is_u64());
}

#[test]
fn facts_and_rules_are_printed_as_they_run() {
    assert_snapshot!("facts-article-1", told(&["facts", "models/article-1-transit.yaml"]));
    assert_snapshot!("rules-en", told(&["rules", "--lang", "en"]));
    assert_snapshot!("rules-fr", told(&["rules", "--lang", "fr"]));
    let worst = text(&run(&["facts", "models/teleconsultation.yaml"]).stdout);
    let best = text(&run(&["facts", "--best", "models/teleconsultation.yaml"]).stdout);
    assert_ne!(worst, best);
    for facts in [&worst, &best] {
        let lines: Vec<&str> = facts.lines().collect();
        assert!(lines.is_sorted(), "facts are sorted by bytes");
    }
    let asp = text(&run(&["facts", "--format", "asp", "models/teleconsultation.yaml"]).stdout);
    assert!(asp.contains("needs(") && !asp.contains('['));
}

#[test]
fn help_is_in_both_languages() {
    for lang in ["fr", "en"] {
        assert_snapshot!(format!("help-{lang}"), told(&["--help", "--lang", lang]));
        for command in ["check", "changes", "report", "explain", "facts", "rules"] {
            assert_snapshot!(format!("help-{command}-{lang}"), told(&[command, "--help", "--lang", lang]));
        }
    }
    let french = text(&run(&["check", "--help", "--lang", "fr"]).stdout);
    for english in ["Usage", "Options:", "Print", "Arguments:", "possible", "default"] {
        assert!(!french.contains(english) || french.contains("Utilisation"), "{english}");
        assert!(!french.contains("Print") && !french.contains("possible values"), "{french}");
    }
}

#[test]
fn the_language_is_asked_for_then_the_models_then_the_environments() {
    let rules = |name: &str, value: &str| {
        let output = enclair(&["rules"]).env(name, value).output().expect("the binary runs");
        text(&output.stdout)
    };
    assert!(rules("ENCLAIR_LANG", "fr").contains("pas de protection"));
    assert!(rules("LANG", "fr_FR.UTF-8").contains("pas de protection"));
    assert!(rules("LANG", "C").contains("no protection"));
    let own = enclair(&["check", "models/article-1-transit.yaml"]).env("ENCLAIR_LANG", "en").output();
    assert!(text(&own.expect("the binary runs").stdout).contains("acteur"));
}

#[test]
fn a_wrong_command_ends_with_2_in_the_users_words() {
    assert_snapshot!("usage-none", told(&[]));
    assert_snapshot!("usage-unknown-fr", told(&["--lang", "fr", "chek", "x.yaml"]));
    assert_snapshot!("usage-flag-en", told(&["check", "--fail-one", "claim", "x.yaml"]));
    assert_snapshot!("usage-value-fr", told(&["check", "--lang", "fr", "--format", "xml", "x.yaml"]));
    assert_snapshot!("usage-threshold", told(&["check", "--fail-on", "reader=often", "models"]));
    assert_snapshot!(
        "usage-actor",
        told(&["explain", "models/article-1-transit.yaml", "--actor", "hebergeu", "--data", "hello"])
    );
    assert_snapshot!("missing-file-fr", told(&["check", "--lang", "fr", "nowhere.yaml"]).replace("(os error 2)", ""));
    for arguments in
        [&[][..], &["chek"], &["check"], &["check", "nowhere.yaml"], &["explain", "models/article-1-transit.yaml"]]
    {
        assert_eq!(code(arguments), Some(2), "{arguments:?}");
    }
}

#[test]
fn exit_codes_tell_findings_from_mistakes() {
    assert_eq!(code(&["check", "models"]), Some(0));
    assert_eq!(code(&["check", "--fail-on", "claim", "models/article-1-transit.yaml"]), Some(1));
    assert_eq!(code(&["check", "--fail-on", "claim", "models/article-4-pinned.yaml"]), Some(0));
    assert_eq!(code(&["check", "--fail-on", "reader", "models/article-3-end-to-end.yaml"]), Some(0));
    assert_eq!(code(&["check", "--fail-on", "reader=tampering", "models/article-3-end-to-end.yaml"]), Some(1));
    assert_eq!(code(&["check", "--fail-on", "undetermined", "models/teleconsultation.yaml"]), Some(1));
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("wrong.yaml");
    let wrong = std::fs::read_to_string("models/article-1-transit.yaml")
        .expect("the model")
        .replace("actor: user-1, data: hello, past: design", "actor: user-1, data: hello, past: breach");
    std::fs::write(&path, wrong).expect("written");
    let path = path.to_string_lossy();
    assert_eq!(code(&["check", &path]), Some(1));
    assert!(text(&run(&["check", "--lang", "en", &path]).stdout).contains("expected `breach`, found `design`"));
    std::fs::write(&*path, "enclair: 1\n").expect("written");
    assert_eq!(code(&["check", &path]), Some(2));
    assert_eq!(code(&["check", &path, "models/article-1-transit.yaml"]), Some(2));
}

#[test]
fn one_faulty_model_does_not_hide_the_others() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("faulty.yaml");
    std::fs::write(&path, "enclair: 1\nsystem: []\n").expect("written");
    let path = path.to_string_lossy();
    let output = run(&["check", "--lang", "en", &path, "models/article-1-transit.yaml"]);
    assert!(text(&output.stderr).contains("error[E"));
    assert!(text(&output.stdout).contains("Who can read what"));
    assert!(text(&output.stdout).contains("2 models: 1 invalid"));
    let set = json(&["check", "--format", "json", &path, "models/article-1-transit.yaml"]);
    assert_eq!(set["format"], "enclair-check-set/1");
    assert!(set["models"][0]["errors"][0]["location"]["line"].is_u64());
    assert_eq!(set["models"][1]["format"], "enclair-check/1");
}

#[test]
fn json_holds_one_verdict_for_every_actor_and_data_asset() {
    let root = json(&["check", "--format", "json", "models/teleconsultation.yaml"]);
    assert_eq!(root["format"], "enclair-check/1");
    let verdicts = root["verdicts"].as_array().expect("verdicts");
    let mut actors: Vec<&str> = verdicts.iter().filter_map(|one| one["actor"].as_str()).collect();
    actors.sort_unstable();
    actors.dedup();
    assert_eq!(verdicts.len(), actors.len() * 5);
    assert!(actors.contains(&"adversary/common-base") && !actors.iter().any(|actor| actor.starts_with("authority/")));
    let cell =
        verdicts.iter().find(|one| one["actor"] == "mail-company" && one["data"] == "message").expect("the cell");
    assert_eq!(cell["past"], "tampering");
    assert_eq!(cell["undetermined"]["best"]["past"], "none");
    assert_eq!(cell["undetermined"]["questions"][0], "accounts.patient.reset");
    assert!(cell["evident"]["past"].is_boolean());
    let keys = ["compelled", "claims", "expectations", "findings", "assumptions", "questions"];
    for key in keys {
        assert!(root[key].as_array().is_some_and(|list| !list.is_empty()), "{key}");
    }
    assert!(root["findings"][0]["locations"][0]["column"].is_u64());
    assert_eq!(root["claims"][0]["verdict"], "refuted");
}

#[test]
fn a_model_comes_from_standard_input_too() {
    let model = std::fs::read("models/article-1-transit.yaml").expect("the model");
    let output = enclair(&["check", "--lang", "en", "-"]).write_stdin(model).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("(<stdin>)"));
}

#[test]
fn colours_are_written_only_where_asked() {
    let plain = run(&["check", "models/article-1-transit.yaml"]).stdout;
    assert!(!plain.contains(&0x1b));
    let coloured = run(&["check", "--color", "always", "models/article-1-transit.yaml"]).stdout;
    assert!(coloured.contains(&0x1b));
    let forced = enclair(&["check", "models/article-1-transit.yaml"]).env("CLICOLOR_FORCE", "1").output();
    assert!(forced.expect("the binary runs").stdout.contains(&0x1b));
    let refused =
        enclair(&["check", "models/article-1-transit.yaml"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output();
    assert!(!refused.expect("the binary runs").stdout.contains(&0x1b));
}

#[test]
fn report_writes_whole_files_and_never_over_another_s() {
    let directory = tempfile::tempdir().expect("a directory");
    let target = directory.path().join("deep/report.html");
    let path = target.to_string_lossy().into_owned();
    let output = run(&["report", "models/article-1-transit.yaml", "-o", &path]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().last(), Some(path.as_str()));
    let page = std::fs::read_to_string(&target).expect("the report");
    assert!(page.starts_with("<!doctype html>") || page.starts_with("<!DOCTYPE html>"));
    assert_eq!(code(&["report", "models/article-1-transit.yaml", "-o", &path]), Some(0), "its own is replaced");
    std::fs::write(&target, "mine").expect("written");
    assert_eq!(code(&["report", "models/article-1-transit.yaml", "-o", &path]), Some(3));
    assert_eq!(std::fs::read_to_string(&target).expect("kept"), "mine");
    assert_eq!(code(&["report", "models/article-1-transit.yaml", "--force", "-o", &path]), Some(0));
    let inside = Path::new(&path).join("below.html");
    assert_eq!(code(&["report", "models/article-1-transit.yaml", "-o", &inside.to_string_lossy()]), Some(3));
    let left: Vec<_> = std::fs::read_dir(target.parent().expect("a parent")).expect("read").flatten().collect();
    assert_eq!(left.len(), 1, "no part is left behind: {left:?}");
}

#[test]
fn report_takes_several_models_into_a_directory() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().to_string_lossy().into_owned();
    let models = ["models/article-1-transit.yaml", "models/article-2-at-rest.yaml"];
    assert_eq!(code(&["report", models[0], models[1], "--lang", "en", "-o", &path]), Some(0));
    for name in ["article-1-transit.en.html", "article-2-at-rest.en.html"] {
        assert!(directory.path().join(name).exists(), "{name}");
    }
}

#[test]
fn the_sample_reports_are_those_the_tool_writes() {
    let samples = [
        ("report", "article-1-transit", "fr", "html"),
        ("report", "article-2-at-rest", "fr", "html"),
        ("report", "article-3-end-to-end", "fr", "html"),
        ("report", "teleconsultation", "fr", "html"),
        ("report", "teleconsultation", "en", "html"),
        ("report", "systems/doctolib-tanker", "fr", "html"),
        ("report", "incidents/02-viamedis-almerys", "fr", "html"),
        ("diagram", "teleconsultation", "fr", "svg"),
        ("diagram", "teleconsultation", "en", "svg"),
    ];
    for (command, model, lang, extension) in samples {
        let stem = model.rsplit('/').next().unwrap_or(model);
        let path = format!("reports/{stem}.{lang}.{extension}");
        let made = run(&[command, &format!("models/{model}.yaml"), "--lang", lang, "-o", "-"]).stdout;
        if std::env::var_os("ENCLAIR_UPDATE").is_some() {
            std::fs::write(&path, &made).expect("written");
        }
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(kept == made, "{path} is not what the tool writes; ENCLAIR_UPDATE=1 rewrites it");
    }
}
