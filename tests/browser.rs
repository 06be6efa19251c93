//! The reports opened in Chromium: what a reader sees, hears, prints and reaches by keyboard, and that a page asks
//! nobody for anything. `tests/browser/check.mjs` says in words which promise fails, and is itself tried on pages
//! with a fault.
//!
//! `npm ci` in `tests/browser` first, with Node, Chromium and poppler's tools there: `.ci/run` sees to it.

#![cfg(feature = "external")]
#![expect(clippy::print_stderr, reason = "what a browser saw is told beside the result")]

#[path = "support/bench.rs"]
mod bench;
#[path = "support/deceit.rs"]
mod deceit;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use bench::text_of;
use enclair::compare::Study;
use enclair::model::{Model, load};
use enclair::report::html::html;
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::{Lang, harmless};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::{Value, json};

/// The most that the largest report weighs: mail still takes it, and a browser opens it at once.
const MOST_BYTES: usize = 1_000_000;
/// The model whose report is the largest.
const LARGEST: &str = "models/ehealth/shared-record.yaml";

const MODELS: [(&str, &[Lang]); 6] = [
    (LARGEST, &[Lang::Fr]),
    ("models/teleconsultation.yaml", &Lang::ALL),
    ("models/article-1-transit.yaml", &[Lang::Fr]),
    ("models/article-3-end-to-end.yaml", &[Lang::Fr]),
    ("models/systems/zoom-e2ee.yaml", &[Lang::En]),
    ("models/incidents/09-vastaamo.yaml", &[Lang::En]),
];

/// What every name of the hostile model is: elements, the end of what it may stand in, syntax of templates, an
/// attribute, an entity, text turned around, and a word that no line holds.
fn deceit() -> String {
    let acts = "</title></style></script><x-evil><script>evil = 1</script><img src=x onerror=\"evil = 1\">";
    let follows = "{{ 7777 * 7777 }}{% raw %}{# &lt;b&gt; ${evil} '\" \u{202e}gnp.exe\u{2066} שלום";
    format!("{acts} {follows} {}", "Anticonstitutionnellement".repeat(8))
}

/// A report that was made.
struct Made {
    name: String,
    page: String,
    hash: String,
    lang: Lang,
    /// What names that deceive are shown as.
    hostile: Vec<String>,
}

impl Made {
    fn of(name: &str, model: &Model, langs: &[Lang], hostile: &[String]) -> Vec<Self> {
        let study = Study::on(model, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        let made = |lang: &Lang| Self {
            name: format!("{name}.{lang}"),
            page: html(&study, model, *lang).unwrap_or_else(|error| panic!("{name}: {error}")),
            hash: study.dossier.audit.hash.chars().take(12).collect(),
            lang: *lang,
            hostile: hostile.to_vec(),
        };
        langs.iter().map(made).collect()
    }

    fn listed(&self) -> Value {
        let Self { name, hash, lang, hostile, .. } = self;
        let mut listed = json!({ "name": name, "file": self.file(), "lang": lang.id(), "hash": hash });
        if !hostile.is_empty() {
            listed["hostile"] = json!(hostile);
        }
        listed
    }

    fn file(&self) -> String {
        format!("{}.html", self.name)
    }
}

fn model(name: &str, text: String) -> Model {
    let loaded = load(SourceFile::new(name, text), &Limits::default());
    loaded.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
}

/// The reports, made once for all tests.
static REPORTS: LazyLock<Vec<Made>> = LazyLock::new(|| {
    let kept = MODELS.into_par_iter().flat_map_iter(|(path, langs)| {
        let name = Path::new(path).file_stem().expect("a model has a name").to_string_lossy();
        Made::of(&name, &model(path, text_of(Path::new(path))), langs, &[])
    });
    let deceit = deceit();
    let text = deceit::model(&json!(deceit).to_string());
    let hostile = Made::of("hostile", &model("hostile.yaml", text), &[Lang::En], &[harmless(&deceit)]);
    kept.collect::<Vec<Made>>().into_iter().chain(hostile).collect()
});

/// The folder that the browser opens them from, made anew at each run.
fn desk() -> PathBuf {
    let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    if desk.exists() {
        std::fs::remove_dir_all(&desk).expect("the folder of the last run can go");
    }
    std::fs::create_dir_all(&desk).expect("a folder can be made");
    for made in REPORTS.iter() {
        std::fs::write(desk.join(made.file()), &made.page).expect("a report is written");
    }
    let list: Vec<Value> = REPORTS.iter().map(Made::listed).collect();
    std::fs::write(desk.join("reports.json"), json!(list).to_string()).expect("the list is written");
    desk
}

#[test]
fn a_browser_shows_what_the_reports_promise() {
    let needed = Path::new("tests/browser/node_modules");
    assert!(needed.is_dir(), "{} is not there: `npm ci` in tests/browser installs it", needed.display());
    let output = Command::new("node").arg("tests/browser/check.mjs").arg(desk()).output().expect("Node runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    eprintln!("{said}");
    assert!(output.status.success(), "a report breaks a promise:\n{said}");
}

#[test]
fn the_largest_report_is_light_enough_to_send() {
    let bytes = |made: &Made| made.page.len();
    let largest = REPORTS.iter().max_by_key(|made| bytes(made)).expect("a report");
    assert!(LARGEST.contains(largest.name.trim_end_matches(".fr")), "{} is the largest", largest.name);
    eprintln!("{}: {} bytes", largest.name, bytes(largest));
    assert!(bytes(largest) < MOST_BYTES, "{}: {} bytes", largest.name, bytes(largest));
}
