//! The commands that do not compute: questions, a first model, the schema, completions, the manual.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use std::path::Path;

use bench::loaded;
use binary::{code, enclair, run, text, told};
use enclair::audit::{Audit, audit};
use enclair::report::human::Look;
use enclair::report::questions;
use enclair::source::Style;
use enclair::text::Lang;
use insta::assert_snapshot;
use proptest::prelude::*;

const TELECONSULTATION: &str = "models/teleconsultation.yaml";

fn out(arguments: &[&str]) -> String {
    text(&run(arguments).stdout)
}

#[test]
fn help_of_these_commands_is_in_both_languages() {
    for lang in ["fr", "en"] {
        for command in ["questions", "init", "schema", "completions", "man"] {
            let shown = told(&[command, "--help", "--lang", lang]);
            assert!(lang == "en" || !shown.contains("Print"), "{shown}");
            assert_snapshot!(format!("help-{command}-{lang}"), shown);
        }
    }
}

#[test]
fn questions_are_grouped_by_whom_to_ask() {
    assert_snapshot!("questions-fr", told(&["questions", TELECONSULTATION]));
    assert_snapshot!("questions-en", told(&["questions", "--lang", "en", TELECONSULTATION]));
    assert_snapshot!("questions-markdown-fr", told(&["questions", "--format", "markdown", TELECONSULTATION]));
    assert_snapshot!("questions-csv-fr", told(&["questions", "--format", "csv", TELECONSULTATION]));
}

#[test]
fn questions_to_one_organisation_can_be_sent() {
    let to =
        |organisation: &str, lang: &str| told(&["questions", "--to", organisation, "--lang", lang, TELECONSULTATION]);
    assert_snapshot!("questions-to-vendor-fr", to("vendor", "fr"));
    assert_snapshot!("questions-to-backup-en", to("backup-company", "en"));
    assert_snapshot!("questions-to-nothing-fr", to("host", "fr"));
    assert_snapshot!("questions-to-unknown-fr", to("hots", "fr"));
    let markdown = ["questions", "--to", "vendor", "--format", "markdown", "--lang", "en", TELECONSULTATION];
    assert_snapshot!("questions-to-markdown-en", told(&markdown));
    assert_eq!(code(&["questions", "--to", "sre", TELECONSULTATION]), Some(2), "admins are no organisation");
}

/// Who can answer: the machine's operator for bytes at rest, the employer for its admins, the vendor for the rest.
#[test]
fn whom_to_ask_depends_on_what_is_asked() {
    let model = "enclair: 1\nsystem: { name: X, vendor: acme }\norganisations:\n  acme: { country: FR }\n  \
                 hosto: { country: unknown, owned_by: unknown }\n  infog: { country: FR, owned_by: none }\n\
                 people: { nurse: { of: hosto } }\ndata: { note: { kind: health, readers: none } }\n\
                 clients: { desk: { used_by: nurse, kind: desktop, code_from: api, updates: unknown, lock: unknown } }\n\
                 hosting: { vm: { runs_on: iron }, iron: hosto }\n\
                 backend:\n  api: { runs_on: vm, code_from: unknown, keeps: unknown, shield: unknown }\n\
                 storage:\n  db: { runs_on: vm, used_by: api, holds: note, at_rest: unknown }\nbackups: {}\n\
                 links: [{ from: api, to: db, tls: unknown, carries: note }]\n\
                 admins:\n  ops: { of: infog, mfa: unknown, can: { change: api } }\n";
    let audit = audit(&loaded(model)).expect("an audit");
    let asked: Vec<(&str, &str)> =
        audit.unknowns().iter().map(|question| (question.property.as_str(), question.to.as_str())).collect();
    for (property, to) in [
        ("storage.db.at_rest", "hosto"),
        ("backend.api.shield", "hosto"),
        ("backend.api.code_from", "infog"),
        ("backend.api.keeps", "infog"),
        ("clients.desk.lock", "hosto"),
        ("clients.desk.updates", "acme"),
        ("organisations.hosto.country", "hosto"),
        ("organisations.hosto.owned_by", "hosto"),
        ("admins.ops.mfa", "infog"),
        ("links.api->db.tls", "acme"),
    ] {
        assert!(asked.contains(&(property, to)), "{property} → {to}: {asked:?}");
    }
}

#[test]
fn questions_are_in_the_json_with_topic_organisation_and_data() {
    let root: serde_json::Value =
        serde_json::from_str(&out(&["check", "--format", "json", TELECONSULTATION])).expect("JSON");
    let questions = root["questions"].as_array().expect("questions");
    assert_eq!(questions[0]["topic"], serde_json::Value::Null);
    assert_eq!(questions[0]["to"], "vendor");
    assert!(questions[0]["data"].as_array().is_some_and(|data| !data.is_empty()));
    let topics: Vec<&str> = questions.iter().filter_map(|one| one["topic"].as_str()).collect();
    assert_eq!(topics, ["analytics", "staging", "exports"]);
    let first = questions.iter().position(|one| one["topic"].is_string()).expect("a topic");
    assert!(questions[first..].iter().all(|one| one["topic"].is_string() && one["decides"] == 0));
}

#[test]
fn questions_are_written_whole_and_over_nothing() {
    let directory = tempfile::tempdir().expect("a directory");
    let target = directory.path().join("deep/questions.csv");
    let path = target.to_string_lossy().into_owned();
    let arguments = ["questions", "--format", "csv", TELECONSULTATION, "-o", &path];
    assert_eq!(code(&arguments), Some(0));
    let printed = out(&["questions", "--format", "csv", TELECONSULTATION]);
    assert_eq!(std::fs::read_to_string(&target).expect("the table"), printed);
    assert_eq!(code(&arguments), Some(3), "not even over its own");
    assert_eq!(code(&[&arguments[..], &["--force"]].concat()), Some(0));
    let left = std::fs::read_dir(target.parent().expect("a parent")).expect("read").count();
    assert_eq!(left, 1, "no part is left behind");
}

/// A model in which everything that has a label bears this one, and everything is asked.
fn hostile(label: &str) -> Audit {
    let label = format!("\"{}\"", label.replace('\\', "\\\\").replace('"', "\\\""));
    let model = format!(
        "enclair: 1\nsystem: {{ name: {label}, vendor: acme }}\norganisations:\n  \
         acme: {{ country: unknown, label: {label} }}\n  other: {{ country: FR, owned_by: unknown, label: {label} }}\n\
         people: {{ patient: {{ label: {label} }} }}\ndata: {{ note: {{ kind: health, readers: patient, label: {label} }} }}\n\
         clients: {{ app: {{ used_by: patient, kind: mobile, code_from: shop, lock: unknown, label: {label} }} }}\n\
         backend:\n  api: {{ operator: other, keeps: unknown, label: {label} }}\n  shop: {{ operator: acme }}\n\
         storage: {{ db: {{ operator: other, used_by: api, holds: note, at_rest: unknown, label: {label} }} }}\n\
         links: [{{ from: app, to: api, tls: unknown, carries: note }}]\nadmins: {{}}\n"
    );
    audit(&loaded(&model)).expect("an audit")
}

/// The cells of a table, read as a spreadsheet reads it.
fn cells(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = table.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().expect("a row");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ';' if !quoted => row.push(String::new()),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                rows.push(vec![String::new()]);
            }
            _ => row.last_mut().expect("a cell").push(c),
        }
    }
    assert!(!quoted, "a quotation is not closed");
    rows.pop();
    rows
}

/// Characters that act in Markdown and are not preceded by a backslash that acts itself.
fn acting(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    let mut escaped = false;
    for c in text.chars() {
        if !escaped && "`*_[]|<>~$@!".contains(c) {
            found.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No label becomes a formula, another cell, a link, a table or HTML, in either language.
    #[test]
    fn a_hostile_label_stays_text(label in "[-=+@\t＝＋－＠ ;,\"'|`*_\\[\\]()<>&#~$!\\\\a-zé0-9:/.\u{202e}]{1,20}") {
        let audit = hostile(&label);
        for lang in Lang::ALL {
            for to in [None, Some("acme"), Some("other")] {
                let table = questions::csv(&audit, to, lang);
                let table = table.strip_prefix('\u{feff}').expect("a byte-order mark");
                for row in cells(table) {
                    prop_assert_eq!(row.len(), 10, "{:?}", row);
                    for cell in row {
                        let first = cell.trim_start().chars().next().unwrap_or('x');
                        prop_assert!(!"=+-@＝＋－＠".contains(first), "{}", cell);
                        prop_assert!(!cell.contains(['\t', '\r', '\n', '\u{202e}']), "{}", cell);
                    }
                }
                let document = questions::markdown(&audit, to, lang);
                prop_assert_eq!(acting(&document), Vec::<char>::new(), "{}", document);
                for line in document.lines().filter(|line| !line.is_empty()) {
                    let known = line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ")
                        || line.starts_with("- ") || line.starts_with(char::is_alphabetic) || line.starts_with(char::is_numeric);
                    prop_assert!(known, "{}", line);
                }
                let shown = questions::text(&audit, to, Look { lang, style: Style::Plain });
                prop_assert!(!shown.contains(['\u{202e}', '\t']), "{}", shown);
            }
        }
    }
}

#[test]
fn an_address_in_a_label_is_no_link() {
    let document =
        questions::markdown(&hostile("see https://evil.example www.evil.example <b>a&b</b>"), None, Lang::En);
    assert!(document.contains("https\\://evil.example www\\.evil.example &lt;b&gt;a&amp;b&lt;/b&gt;"), "{document}");
}

#[test]
fn the_schema_is_the_one_that_is_kept() {
    let printed = out(&["schema"]);
    assert_eq!(printed, out(&["schema", "--lang", "fr"]));
    let types = serde_json::to_string_pretty(&enclair::model::schema()).expect("JSON") + "\n";
    assert_eq!(printed, types);
}

#[test]
fn completions_are_those_of_each_shell_and_do_not_change() {
    for (shell, sign) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef enclair"),
        ("fish", "complete -c enclair"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        for lang in ["fr", "en"] {
            let script = out(&["completions", shell, "--lang", lang]);
            assert!(script.contains(sign) && script.contains("fail-on"), "{shell}");
            assert_eq!(script, out(&["completions", shell, "--lang", lang]), "{shell}");
        }
    }
    assert_snapshot!("completions-unknown-fr", told(&["completions", "tcsh", "--lang", "fr"]));
}

#[test]
fn the_manual_has_a_page_for_each_command_in_the_right_language() {
    assert_snapshot!("man-fr", out(&["man", "--lang", "fr"]).lines().take(60).collect::<Vec<_>>().join("\n"));
    let english = out(&["man", "--lang", "en"]);
    assert!(english.contains(".SH NAME") && english.contains(".SH NOTES") && !english.contains(".SH NOM"));
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().to_string_lossy().into_owned();
    assert_eq!(code(&["man", "--dir", &path, "--lang", "fr"]), Some(0));
    let mut names: Vec<String> = std::fs::read_dir(&path)
        .expect("read")
        .flatten()
        .map(|one| one.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(
        names.len() > 9 && names.contains(&"enclair.1".to_owned()) && names.contains(&"enclair-check.1".to_owned())
    );
    assert_eq!(code(&["man", "--dir", &path]), Some(0), "its own pages are replaced");
    std::fs::write(directory.path().join("enclair.1"), "mine").expect("written");
    assert_eq!(code(&["man", "--dir", &path]), Some(3));
}

#[test]
fn init_writes_a_model_that_check_accepts_beside_its_schema() {
    let directory = tempfile::tempdir().expect("a directory");
    let target = directory.path().join("sub/modele.yaml");
    let path = target.to_string_lossy().into_owned();
    let arguments = ["init", &path, "--lang", "fr", "--name", "Ma « télé » #1: \"x\"", "--mobile", "--tls", "yes"];
    let first = run(&arguments);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    assert!(text(&first.stdout).contains("enclair check"));
    assert_eq!(code(&["check", &path]), Some(0));
    let schema = std::fs::read_to_string(target.with_file_name("enclair.schema.json")).expect("a schema");
    assert_eq!(schema, String::from_utf8(run(&["schema"]).stdout).expect("UTF-8"));
    let kept = std::fs::read(&target).expect("a model");
    assert_eq!(code(&arguments), Some(3), "it replaces nothing");
    assert_eq!(std::fs::read(&target).expect("kept"), kept);
    let other = target.with_file_name("other.yaml");
    assert_eq!(code(&["init", &other.to_string_lossy()]), Some(0), "beside the same schema");
    std::fs::write(target.with_file_name("enclair.schema.json"), "mine").expect("written");
    let third = target.with_file_name("third.yaml");
    assert_eq!(code(&["init", &third.to_string_lossy()]), Some(3));
    assert!(!third.exists(), "neither or both");
}

#[test]
fn init_prints_and_takes_a_directory_and_refuses_what_cannot_be_a_name() {
    let printed =
        enclair(&["init", "-", "--lang", "en", "--host", "Acme Cloud"]).write_stdin("").output().expect("runs");
    assert_snapshot!("init-en", text(&printed.stdout));
    let french = [
        "init",
        "-",
        "--lang",
        "fr",
        "--mobile",
        "--web",
        "--at-rest",
        "yes",
        "--backups",
        "yes",
        "--end-to-end",
        "yes",
    ];
    assert_snapshot!("init-fr", out(&french));
    let checked = enclair(&["check", "-"]).write_stdin(out(&french)).output().expect("runs");
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stderr));
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().to_string_lossy().into_owned();
    assert_eq!(code(&["init", &path, "--lang", "en"]), Some(0));
    assert!(Path::new(&path).join("model.yaml").exists());
    assert_snapshot!("init-bidi-fr", told(&["init", "-", "--lang", "fr", "--name", "a\u{202e}b"]));
    assert_snapshot!("init-empty-en", told(&["init", "-", "--lang", "en", "--users", " , "]));
    assert_eq!(code(&["init", "-", "--at-rest", "maybe"]), Some(2));
}

#[test]
fn what_cannot_be_written_is_said_in_both_languages() {
    let under_a_file = ["report", TELECONSULTATION, "--output", "Cargo.toml/page.html"];
    let french = told(&[&under_a_file[..], &["--lang", "fr"]].concat());
    assert!(
        french.starts_with("exit 3\n") && french.contains("un dossier de ce chemin est en fait un fichier"),
        "{french}"
    );
    let english = told(&[&under_a_file[..], &["--lang", "en"]].concat());
    assert!(english.contains("`Cargo.toml/page.html` cannot be written: a directory of this path"), "{english}");
    let empty = tempfile::tempdir().expect("a folder");
    let empty = empty.path().to_string_lossy().into_owned();
    let english = told(&["check", "--lang", "en", &empty]);
    assert!(english.contains(&format!("error: `{empty}`: no model in this directory")), "{english}");
}
