//! What the tests of the language share: loading a text or a file, its facts, its answers.

#![allow(dead_code, unreachable_pub, reason = "several tests include it, and each uses a part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use enclair::kernel::{self, Derivation, Facts, Grade};
use enclair::lower::{Case, Lowered, Resolution, lower};
use enclair::model::{Model, load, read};
use enclair::source::{Diagnostics, Limits, SourceFile, Style};
use enclair::text::Lang;

/// Loads a text.
pub fn try_load(text: &str) -> Result<Model, Diagnostics> {
    load(SourceFile::new("model.yaml", text.to_owned()), &Limits::default())
}

/// Loads a text that has no mistake.
pub fn loaded(text: &str) -> Model {
    try_load(text).unwrap_or_else(|mistakes| panic!("{}\n{text}", mistakes.render(Lang::En, Style::Plain)))
}

/// Every model under `models/`, in the order of their paths.
pub fn paths() -> Vec<PathBuf> {
    paths_under(&["models"])
}

/// Every model under some directories, in the order of their paths.
pub fn paths_under(directories: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = directories.iter().map(PathBuf::from).collect();
    while let Some(directory) = open.pop() {
        for entry in std::fs::read_dir(&directory).expect("the directory can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                // Parts are of the models that include them, and are none themselves.
                open.extend(Some(path).filter(|path| !path.ends_with("parts")));
            } else if path.extension().is_some_and(|extension| extension == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() >= 5, "{found:?}");
    found
}

/// The models under some directories, of those of the gallery one in `few`: enough where each takes long.
pub fn some_under(directories: &[&str], few: usize) -> impl Iterator<Item = PathBuf> {
    let of_gallery = |path: &PathBuf| path.starts_with("models") && path.components().count() > 2;
    let (gallery, others): (Vec<PathBuf>, Vec<PathBuf>) = paths_under(directories).into_iter().partition(of_gallery);
    others.into_iter().chain(gallery.into_iter().step_by(few))
}

/// A model without its variants, which a change of it may break.
pub fn alone(text: &str) -> serde_yaml::Value {
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).expect("a model is YAML");
    value.as_mapping_mut().map(|sections| sections.remove("variants"));
    value
}

/// The text of a model.
pub fn text_of(path: &Path) -> String {
    let read = read(path, &path.to_string_lossy(), &Limits::default());
    read.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain))).text
}

/// Lowers a model, every unknown at one side.
pub fn lowered(model: &Model, case: Case) -> Lowered {
    lower(&model.architecture, &Resolution::all(case))
}

/// The facts of a model as `enclair facts` prints them.
pub fn plain(model: &Model, case: Case) -> String {
    kernel::plain(&lowered(model, case).facts)
}

/// Past and new grades, with evidence and next use told: `tampering*`, `privilege^`.
pub type Answers = BTreeMap<(String, String), (String, String)>;

/// The answers of some facts.
pub fn answers_of(facts: &Facts) -> Answers {
    let derivation = Derivation::solve(facts);
    let mut answers = Answers::new();
    for asset in facts.assets() {
        for actor in facts.actors() {
            let cell = derivation.cell(*actor, asset);
            let next = if cell.next_use { "^" } else { "" };
            let key = (facts.text(*actor).to_owned(), facts.text(asset).to_owned());
            answers.insert(key, (format!("{}{next}", word(cell.past)), word(cell.new)));
        }
    }
    answers
}

fn word(grade: Grade) -> String {
    let evident = if grade.is_evident() { "*" } else { "" };
    format!("{}{evident}", grade.id())
}

/// The answers of a model.
pub fn answers(model: &Model, case: Case) -> Answers {
    answers_of(&lowered(model, case).facts)
}

/// Numbers that look random and are the same at each run.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("a side is a small number")
    }
}

/// Does what must come to an end. No machine is so slow that this takes minutes: only work that grows
/// without bound does.
pub fn ends<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, waiting) = channel();
    let worker = std::thread::spawn(move || done.send(work()));
    match waiting.recv_timeout(Duration::from_secs(300)) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => panic!("it does not come to an end"),
        Err(RecvTimeoutError::Disconnected) => match worker.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(_) => unreachable!("a worker that ends sends its result"),
        },
    }
}
