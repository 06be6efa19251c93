//! The ways in which "encrypted" is defeated, one small model each: the answer expected of it comes out, and the cure
//! that its header writes makes the answer better, so that it is this mechanism that bites.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use enclair::audit::Audit;
use enclair::compare::Dossier;
use enclair::kernel::{Derivation, Facts, Grade};
use enclair::lower::Case;
use enclair::model::Model;

/// How many mechanisms the catalogue has.
const MECHANISMS: usize = 42;

/// The models: `NN-name.yaml` for a mechanism, `cNN-name.yaml` for a hard case.
fn paths() -> Vec<PathBuf> {
    bench::paths_under(&["tests/mechanisms"])
}

/// A model with what its header says.
struct Sample {
    path: PathBuf,
    text: String,
    /// `Mechanism 7: unauthenticated key directory`, without its `#`.
    title: String,
    /// Each `old => new`.
    cures: Vec<(String, String)>,
}

impl Sample {
    fn read(path: PathBuf) -> Self {
        let text = bench::text_of(&path);
        let header = || text.lines().map_while(|line| line.strip_prefix("# "));
        let title = header().next().unwrap_or_default().to_owned();
        let cures = header().filter_map(|line| line.strip_prefix("Cure: "));
        let cures = cures.map(|cure| {
            let (old, new) = cure.split_once(" => ").unwrap_or_else(|| panic!("{}: {cure}", path.display()));
            (old.to_owned(), new.to_owned())
        });
        let cures = cures.collect();
        Self { path, text, title, cures }
    }

    /// The number in the name of the file, with its `c` where it is a hard case.
    fn number(&self) -> &str {
        let name = self.path.file_name().and_then(|name| name.to_str()).expect("the file has a name");
        name.split_once('-').map_or("", |(number, _)| number)
    }

    /// The model cured, without its expectations.
    fn cured(&self) -> Model {
        let start = self.text.find("\nenclair: 1\n").expect("a header stands before the model");
        let end = self.text.find("\nexpect:\n").expect("expectations stand at the end");
        let mut model = self.text[start..=end].to_owned();
        for (old, new) in &self.cures {
            let found = model.matches(old.as_str()).count();
            assert_eq!(found, 1, "{}: `{old}` stands {found} times", self.path.display());
            model = model.replacen(old.as_str(), new, 1);
        }
        bench::loaded(&model)
    }
}

fn cases() -> impl Iterator<Item = Sample> {
    paths().into_iter().map(Sample::read)
}

fn audit(case: &Sample) -> (Model, Audit) {
    let model = bench::loaded(&case.text);
    let audit = Dossier::new(&model).unwrap_or_else(|error| panic!("{}: {error}", case.path.display())).audit;
    (model, audit)
}

#[test]
fn every_expectation_holds() {
    for case in cases() {
        let (_, audit) = audit(&case);
        assert!(audit.expectations.len() >= 2, "{}: who gains, and who does not", case.path.display());
        for one in &audit.expectations {
            assert!(one.holds(), "{}:{} {:?} {:?}", case.path.display(), one.position.line, one.about, one.checks);
        }
    }
}

#[test]
fn every_mechanism_has_a_model_and_every_model_its_name() {
    let mut numbers = BTreeSet::new();
    for case in cases() {
        let number = case.number().to_owned();
        let (kind, digits) = number.strip_prefix('c').map_or(("Mechanism", &*number), |rest| ("Hard case", rest));
        let plain: usize = digits.parse().unwrap_or_else(|_| panic!("{} has no number", case.path.display()));
        let name = case.title.strip_prefix(&format!("{kind} {plain}: ")).unwrap_or_default();
        assert!(name.len() > 3, "{} starts with `# {}`", case.path.display(), case.title);
        for part in ["\n# Why: ", "\n# Expected: "] {
            assert!(case.text.contains(part), "{} has no `{}`", case.path.display(), part.trim());
        }
        assert!(numbers.insert(number.clone()), "{number} has two models");
    }
    let missing: Vec<String> =
        (1..=MECHANISMS).map(|number| format!("{number:02}")).filter(|number| !numbers.contains(number)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

/// Past and new of a cell; an actor that nothing makes has nothing.
fn cell(facts: &Facts, actor: &str, data: &str) -> (Grade, Grade) {
    let derivation = Derivation::solve(facts);
    let data = facts.assets().find(|asset| facts.text(*asset) == data).expect("the data are still there");
    let actor = facts.actors().iter().find(|name| facts.text(**name) == actor);
    actor.map_or((Grade::None, Grade::None), |actor| {
        let cell = derivation.cell(*actor, data);
        (cell.past, cell.new)
    })
}

fn cell_of(model: &Model, actor: &str, data: &str) -> (Grade, Grade) {
    cell(&bench::lowered(model, Case::Worst).facts, actor, data)
}

#[test]
fn every_mechanism_has_a_cure_that_makes_its_first_answer_better() {
    for case in cases() {
        let shown = case.path.display();
        let mechanism = !case.number().starts_with('c');
        assert!(!mechanism || !case.cures.is_empty(), "{shown} has no cure");
        if case.cures.is_empty() {
            continue;
        }
        let (model, audit) = audit(&case);
        let (actor, data) = &audit.expectations[0].about;
        let (past, new) = cell_of(&model, actor, data);
        let (cured_past, cured_new) = cell_of(&case.cured(), actor, data);
        let worse = cured_past < past || cured_new < new;
        let better = cured_past > past || cured_new > new;
        assert!(better && !worse, "{shown}: {actor} reads {data}: {past} {new}, cured {cured_past} {cured_new}");
        assert!(past.min(new) > Grade::Design, "{shown}: {actor} is meant to read {data}");
    }
}

#[test]
fn what_an_authority_can_compel_is_told_where_it_is_the_mechanism() {
    let case = Sample::read(Path::new("tests/mechanisms/39-compelled-change.yaml").to_owned());
    let (_, audit) = audit(&case);
    let rows =
        audit.compelled.iter().map(|row| (&*row.authority, &*row.organisation, row.order.id(), row.past, row.new));
    let rows: Vec<_> = rows.collect();
    assert_eq!(rows, [("authority/GB", "acme", "alter", Grade::Tampering, Grade::Tampering)]);
    let cured = Dossier::new(&case.cured()).expect("the cured model can be audited").audit;
    assert_eq!(cured.compelled, []);
}
