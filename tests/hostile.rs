//! Texts made to deceive whoever reads a report: characters that hide or turn text around, and the syntax
//! of what shows it. The real binary is run, every command in every format.

#[path = "support/deceit.rs"]
mod deceit;

use std::path::{Path, PathBuf};
use std::process::Command;

use assert_cmd::cargo::CommandCargoExt;
use deceit::model;
use tempfile::TempDir;

/// One of each range of characters that act on the text around them or cannot be seen.
const HIDDEN: [char; 40] = [
    '\u{1}',
    '\u{7}',
    '\u{8}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{1160}',
    '\u{17b4}',
    '\u{180e}',
    '\u{200b}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202e}',
    '\u{2060}',
    '\u{2066}',
    '\u{2069}',
    '\u{206a}',
    '\u{3164}',
    '\u{fe00}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{fdd0}',
    '\u{ffff}',
    '\u{13430}',
    '\u{16fe4}',
    '\u{1bca0}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0041}',
    '\u{e0100}',
];

/// A text with every one of them, as YAML in quotes.
fn trap() -> String {
    let escaped: Vec<String> = HIDDEN.iter().map(|c| format!("a\\U{:08X}b", u32::from(*c))).collect();
    format!("\"{}\"", escaped.concat())
}

/// The same without what YAML or a file's name cannot hold as it is.
fn raw() -> String {
    HIDDEN.iter().filter(|c| !c.is_control() && !['\u{feff}', '\u{ffff}'].contains(c)).collect()
}

struct Place {
    directory: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { directory: tempfile::tempdir().expect("a directory is made") }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.directory.path().join(name);
        std::fs::write(&path, text).expect("a file is written");
        path
    }
}

/// All that a command prints, files included.
fn printed(arguments: &[&str], model: &Path) -> String {
    let mut command = Command::cargo_bin("enclair").expect("the binary is built");
    let output = command.env_clear().args(arguments).arg(model).output().expect("the binary runs");
    assert!(matches!(output.status.code(), Some(0..=2)), "{arguments:?} {:?}", output.status);
    String::from_utf8(output.stdout).expect("output is UTF-8") + &String::from_utf8_lossy(&output.stderr)
}

/// Every command and format, in a language.
fn everything(model: &Path, lang: &str) -> Vec<(String, String)> {
    let explain = |actor| vec!["explain", "--actor", actor, "--data", "note"];
    let commands: Vec<Vec<&str>> = vec![
        vec!["check"],
        vec!["check", "--format", "json"],
        vec!["facts"],
        vec!["facts", "--best"],
        vec!["facts", "--format", "asp"],
        vec!["report", "--output", "-"],
        explain("acme"),
        explain("cloud"),
        explain("adversary/thief/copy"),
        [explain("cloud"), vec!["--format", "json"]].concat(),
        explain("nobody"),
    ];
    let run = |command: Vec<&str>| {
        let arguments = [command, vec!["--lang", lang, "--color", "never"]].concat();
        (arguments.join(" "), printed(&arguments, model))
    };
    commands.into_iter().map(run).collect()
}

/// The hidden characters of a text, lines and tabs apart.
fn hidden(text: &str) -> Vec<String> {
    let found = text.chars().filter(|c| !"\n\t".contains(*c) && (c.is_control() || HIDDEN.contains(c)));
    found.map(|c| format!("U+{:04X}", u32::from(c))).collect()
}

fn assert_shown(what: &str, text: &str) {
    let found = hidden(text);
    assert!(found.is_empty(), "{what} prints {found:?}\n{}", text.escape_debug());
}

#[test]
fn hidden_characters_of_a_model_are_shown_by_their_code() {
    let place = Place::new();
    let path = place.write("model.yaml", &model(&trap()));
    for lang in ["fr", "en"] {
        for (command, text) in everything(&path, lang) {
            assert_shown(&command, &text);
            let shows = !command.starts_with("facts") && !command.contains("nobody");
            assert!(!shows || text.contains("U+202E"), "{command} does not show the text\n{text}");
        }
    }
}

#[test]
fn hidden_characters_written_as_they_are_are_shown_by_their_code() {
    let place = Place::new();
    let text =
        model(&format!("\"{}\"", raw())).replace("at_rest: unknown, label", "at_rest: unknown, # \u{202e}\n    label");
    let path = place.write("model.yaml", &text);
    for (command, text) in everything(&path, "fr") {
        assert_shown(&command, &text);
    }
}

#[test]
fn hidden_characters_of_a_faulty_model_are_shown_by_their_code() {
    let place = Place::new();
    let name = format!("x{}", raw());
    let faults = [
        model(&trap()).replace("readers: patient", &format!("readers: {}", trap())),
        model("x").replace("  vm:", &format!("  {}:", trap())),
        model("x").replace("kind: health", &format!("kind: {}", trap())),
        model("x").replace("actor: acme", &format!("actor: {}", trap())),
        model("x").replace("hds: [1, 2]", &format!("{name}: 1")),
        model("x").replace("country: US", &format!("country: {}", trap())),
        model("x").replace("2026-11-22", &trap()),
        model("x").replace("enclair: 1", &format!("enclair: 1\n{name}: [")),
        model("x").replace("level: document", &format!("level: document, on: {}", trap())),
        model("x").replace("label: x }", &format!("label: !{name} x }}")),
        format!("{}\n\u{202e}: *{name}\n", model("x")),
    ];
    for (at, fault) in faults.iter().enumerate() {
        let path = place.write("faulty.yaml", fault);
        for lang in ["fr", "en"] {
            for (command, text) in everything(&path, lang) {
                let refused = text.contains("faulty.yaml") || command.starts_with("facts");
                assert!(refused, "{at} {command} is not refused\n{text}");
                assert_shown(&format!("{at} {command}"), &text);
            }
        }
    }
}

#[test]
#[cfg(unix)]
fn hidden_characters_of_file_names_and_arguments_are_shown_by_their_code() {
    let place = Place::new();
    let name = format!("m{}\u{1b}[31m\u{9b}\n.yaml", raw());
    let good = place.write(&name, &model("x"));
    let faulty = place.write(&format!("f{name}"), "enclair: [");
    let missing = place.directory.path().join(format!("missing{name}"));
    std::fs::create_dir(place.directory.path().join(raw())).expect("a directory is made");
    let empty = place.directory.path().join(raw());
    for path in [&good, &faulty, &missing, &empty] {
        for (command, text) in everything(path, "en") {
            assert_shown(&format!("{command} {path:?}"), &text);
            assert!(!text.contains("31m") || text.contains("U+001B"), "{command}");
        }
    }
    let output = place.directory.path().join(format!("out{}", raw()));
    let out = output.to_string_lossy().into_owned();
    assert_shown("report", &printed(&["report", "--output", &out], &good));
    for odd in
        [vec!["check", &raw()], vec![&raw()[..]], vec!["check", "--lang", &raw()], vec!["check", "--fail-on", &raw()]]
    {
        assert_shown("arguments", &printed(&odd, &good));
    }
    let shown = ["check", "--color", "always"];
    let colours = printed(&shown, &good);
    assert!(colours.contains("\u{1b}[1m") && !colours.contains("\u{1b}[31m.yaml"));
}

/// Syntax of HTML, of templates, of terminals, of spreadsheets and of JSON.
const SYNTAX: [&str; 9] = [
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "</code></pre><style>*{}</style>",
    "{{ 7777 * 7777 }}{{ t.claims_title }}",
    "{% for x in y %}{{ x }}{% endfor %}{# x #}",
    "&lt;b&gt;&amp;",
    "\\e[31mred\\e]8;;http://x\\a",
    "=HYPERLINK(\\\"http://x\\\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
];

#[test]
fn syntax_is_shown_and_not_followed() {
    let place = Place::new();
    for syntax in SYNTAX {
        let path = place.write("model.yaml", &model(&format!("\"{syntax}\"")));
        for (command, text) in everything(&path, "en") {
            assert_shown(&command, &text);
            assert!(!text.contains("60481729"), "{command} follows {syntax}\n{text}");
            if command.starts_with("report") {
                let body = text.split("<body").nth(1).expect("a page has a body");
                for tag in ["<script", "<img", "<style", "onerror=alert(1)>", "&lt;b&gt;&amp;"] {
                    assert!(!body.contains(tag), "{command} writes {tag} of {syntax}");
                }
            }
            if command.contains("json") {
                let value: serde_json::Value = serde_json::from_str(&text).expect("the result is JSON");
                let plain = syntax.replace("\\\"", "\"").replace("\\e", "U+001B").replace("\\a", "U+0007");
                assert!(value.to_string().contains(serde_json::json!(plain).to_string().trim_matches('"')), "{syntax}");
            }
        }
    }
}
