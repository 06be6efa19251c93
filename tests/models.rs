//! The models of the project: every expectation holds, every verdict is found again by others.

#[path = "support/bench.rs"]
mod bench;
mod support;

use std::path::{Path, PathBuf};

use enclair::audit::Audit;
use enclair::compare::{Dossier, Fill, RungKind};
use enclair::kernel::{Derivation, Facts, Grade};
use enclair::lower::{Case, Resolution, lower};
use enclair::model::{Model, beside, load_with, read};
use enclair::source::{Limits, Style};
use enclair::text::Lang;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// Every model under `models/`, the gallery included, and the small ones: every word, an answer once got wrong, in the
/// order of their paths.
fn paths() -> Vec<PathBuf> {
    bench::paths_under(&["models", "tests/soundness", "tests/words"])
}

fn model(path: &Path) -> Model {
    let limits = Limits::default();
    let name = path.to_string_lossy();
    let file = read(path, &name, &limits);
    let loaded = file.and_then(|file| load_with(file, &limits, &beside(path)));
    loaded.unwrap_or_else(|mistakes| panic!("{}", mistakes.render(Lang::En, Style::Plain)))
}

/// A model, and its variants.
fn with_variants(path: &Path) -> Vec<Model> {
    let model = model(path);
    let variants: Vec<Model> = model.variants().collect();
    std::iter::once(model).chain(variants).collect()
}

/// The name of a model or of a variant, in a message.
fn named(path: &Path, model: &Model) -> String {
    let variant = model.variant.as_ref().map(|variant| format!(" ({})", variant.id));
    format!("{}{}", path.display(), variant.unwrap_or_default())
}

fn audit(path: &Path) -> Audit {
    audited(&model(path), path)
}

fn audited(model: &Model, path: &Path) -> Audit {
    let dossier = Dossier::new(model).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    dossier.audit
}

#[test]
fn every_expectation_holds() {
    for path in paths() {
        let model = model(&path);
        let audit = audited(&model, &path);
        // Those of the catalogue are made for a finding, which tests/findings.rs expects of them.
        let silent = audit.expectations.is_empty() && !path.starts_with("models/findings");
        assert!(!silent, "{} expects nothing", path.display());
        let variants = model.variants().map(|variant| audited(&variant, &path));
        for one in std::iter::once(audit).chain(variants).flat_map(|audit| audit.expectations) {
            assert!(one.holds(), "{}:{} {:?} {:?}", path.display(), one.position.line, one.about, one.checks);
        }
    }
}

/// Compares the engine with another on every model and variant, unknowns at worst and at best: several at once.
fn every_answer_is(other: impl Fn(&Facts) -> support::Cells + Sync) {
    paths().par_iter().for_each(|path| {
        for model in with_variants(path) {
            for case in [Case::Worst, Case::Best] {
                let facts = lower(&model.architecture, &Resolution::all(case)).facts;
                let derivation = Derivation::solve(&facts);
                let (own, other) = (support::engine_cells(&facts, &derivation), other(&facts));
                assert_eq!(own, other, "{} {case:?}", named(path, &model));
            }
        }
    });
}

#[test]
fn the_naive_engine_finds_the_same_answers() {
    every_answer_is(|facts| {
        let solved = support::naive::Naive::solve(facts);
        support::cells(facts, |actor, asset| solved.cell(actor, asset))
    });
}

#[cfg(feature = "external")]
#[test]
fn clingo_finds_the_same_answers() {
    every_answer_is(|facts| support::clingo::clingo_cells(&enclair::kernel::asp(facts)));
}

/// Cells of `docs/article.md`: "- `models/F.yaml` `actor` reads `data`: past `G`, new `G`".
fn quoted_cells(text: &str) -> Vec<[String; 5]> {
    let cell = |line: &str| -> Option<[String; 5]> {
        let parts: Vec<&str> = line.strip_prefix("- `models/")?.split('`').collect();
        let [file, _, actor, _, data, _, past, _, new, ..] = parts.as_slice() else {
            return None;
        };
        let path = format!("models/{file}");
        Some([path, (*actor).to_owned(), (*data).to_owned(), (*past).to_owned(), (*new).to_owned()])
    };
    text.lines().filter_map(cell).collect()
}

#[test]
fn the_article_says_what_the_models_compute() {
    let text = std::fs::read_to_string("docs/article.md").expect("docs/article.md can be read");
    let cells = quoted_cells(&text);
    assert!(cells.len() >= 40, "only {} cells are quoted", cells.len());
    for [path, actor, data, past, new] in cells {
        let audit = audit(Path::new(&path));
        let verdict = audit
            .verdicts
            .iter()
            .find(|verdict| audit.actors[verdict.actor].id == actor && audit.data[verdict.data].id == data);
        let verdict = verdict.unwrap_or_else(|| panic!("{path} has no cell for {actor} and {data}"));
        let found = (verdict.past.id(), verdict.new.id());
        assert_eq!(found, (past.as_str(), new.as_str()), "{path}: {actor} and {data}");
    }
}

#[test]
fn nobody_is_by_design_but_declared_readers() {
    for path in paths() {
        let audit = audit(&path);
        for verdict in &audit.verdicts {
            let by_design = verdict.past == Grade::Design || verdict.new == Grade::Design;
            assert_eq!(by_design, verdict.intended, "{}: {}", path.display(), audit.actors[verdict.actor].id);
        }
    }
}

/// Encrypting more never gives anyone a reading by privilege. It may open a way by tampering or by
/// breach: end-to-end encryption brings a directory of keys, that can lie.
#[test]
fn the_ladder_never_adds_a_reader_by_privilege_and_ends_as_declared() {
    for path in paths() {
        let model = model(&path);
        let dossier = Dossier::new(&model).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let rungs = &dossier.ladder.rungs;
        for rung in rungs {
            let Some(lower) = rung.kind.below().and_then(|kind| dossier.ladder.rung(kind)) else { continue };
            for (below, above) in lower.cells.iter().zip(&rung.cells) {
                let climbs = below.0 <= above.0 && below.1 <= above.1;
                let reads = above.0.min(above.1) <= Grade::Privilege;
                let directory = rung.kind == RungKind::EndToEnd && !reads;
                assert!(climbs || directory, "{}: {:?}", path.display(), rung.kind);
            }
        }
        let declared: Vec<_> = dossier.audit.verdicts.iter().map(|verdict| (verdict.past, verdict.new)).collect();
        assert_eq!(rungs[5].cells, declared, "{}", path.display());
    }
}

/// The copy of a device, encrypted before it leaves it, is no way around end-to-end encryption; and the
/// rungs say of everything that they leave out.
#[test]
fn the_ladder_says_what_it_leaves_out_and_undoes_no_end_to_end_encryption() {
    let text = "enclair: 1
system: { name: Copies, vendor: acme }
organisations:
  acme: { country: FR, owned_by: none }
  cloud: { country: FR, owned_by: none }
people: { patient: {} }
data:
  note: { kind: health, readers: patient }
clients:
  phone: { used_by: patient, kind: mobile, code_from: shop, keeps: none, lock: strong, backed_up_to: { to: drive, under: copy-key } }
backend:
  api: { operator: acme }
  shop: { operator: acme }
storage:
  drive: { operator: cloud, holds: [], used_by: unknown, at_rest: none }
backups: {}
keys: { copy-key: patient, note-key: patient }
links:
  - { from: phone, to: api, tls: \"1.3\", carries: { data: note, under: note-key } }
admins: {}
";
    let model = bench::loaded(text);
    let dossier = Dossier::new(&model).expect("the model can be judged");
    let rung = dossier.ladder.rung(RungKind::EndToEnd).expect("there is such a rung");
    let (audit, cells) = (&dossier.audit, &rung.cells);
    let cloud = audit.verdicts.iter().position(|verdict| audit.actors[verdict.actor].id == "cloud");
    // The cloud has the copy, encrypted; its drive may be where the directory of keys is, which may lie.
    assert_eq!(cells[cloud.expect("cloud is an actor")], (Grade::None, Grade::Tampering));
    let left = |kind| {
        let fills = dossier.ladder.rung(kind).map_or(&[][..], |rung| rung.fills.as_slice());
        fills.iter().find_map(|fill| match fill {
            Fill::ContentLeftOut(left) => Some(left.iter().map(|one| one.en.clone()).collect::<Vec<_>>()),
            _ => None,
        })
    };
    assert_eq!(left(RungKind::AtRest), Some(vec!["phone – api".to_owned(), "phone".to_owned()]));
    assert_eq!(left(RungKind::EndToEnd), Some(vec!["phone – api".to_owned()]));
    // Whoever may read the drive reaches it by a link, which the rung in transit protects.
    let transit = dossier.ladder.rung(RungKind::Transit).expect("there is such a rung");
    let filled = transit.fills.iter().any(|fill| matches!(fill, Fill::Tls(links) if links.len() == 2));
    assert!(filled, "{:?}", transit.fills);
}

#[test]
fn every_undetermined_answer_names_a_question() {
    let mut seen = 0;
    for path in paths() {
        let audit = audit(&path);
        for verdict in &audit.verdicts {
            if let Some(best) = &verdict.undetermined {
                assert!(!best.questions.is_empty(), "{}: {}", path.display(), audit.actors[verdict.actor].id);
                assert!((best.past, best.new) >= (verdict.past, verdict.new));
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "no model has anything undetermined");
}
