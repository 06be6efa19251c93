//! Models, changed as text and as models, through the whole tool: every output of every answer.
#![no_main]

use enclair::audit::{Audit, AuditError, Effort, defences};
use enclair::compare::Dossier;
use enclair::kernel::plain;
use enclair::lower::{Case, Resolution, lower};
use enclair::model::Model;
use enclair::report::human::{self, Look};
use enclair::report::json::{self, Outcome};
use enclair::report::{explain, html, questions};
use enclair::source::Style;
use enclair::text::Lang;
use enclair_fuzz::change::changed;
use enclair_fuzz::{assert_harmless, assert_placed, assert_told, loaded};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// What is computed here is a small part of what the tool computes, to try many models.
const MOST: u128 = 250_000;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let new = std::str::from_utf8(&data[..size]).ok().filter(|_| seed % 4 != 0).and_then(|text| changed(text, seed));
    match new {
        Some(text) if text.len() <= max_size && !text.is_empty() => {
            data[..text.len()].copy_from_slice(text.as_bytes());
            text.len()
        }
        _ => fuzzer_mutate(data, size, max_size),
    }
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let model = match loaded(text) {
        Ok(model) => model,
        Err(mistakes) => return assert_told(&mistakes),
    };
    for model in model.variants().take(2).chain([model.clone()]) {
        told_whole(&model);
    }
});

fn told_whole(model: &Model) {
    // The graph refuses circles before anything is lowered.
    if enclair::graph::problems(model).is_empty() {
        let worst = lower(&model.architecture, &Resolution::all(Case::Worst));
        assert_harmless("the facts", &plain(&worst.facts));
        if Effort::new(&worst, model).cost() > MOST {
            return;
        }
    }
    match Dossier::new(model) {
        Ok(dossier) => told(model, dossier),
        Err(AuditError::Model(mistakes)) => assert_told(&mistakes),
        Err(refused @ AuditError::Refused { .. }) => panic!("{refused}"),
    }
}

fn told(model: &Model, dossier: Dossier) {
    sound(model, &dossier.audit);
    for lang in Lang::ALL {
        let look = Look { lang, style: Style::Plain };
        assert_harmless("check", &human::check(&dossier, model, look));
        assert_harmless("report", &human::brief(&dossier, look));
        let page = html::html(&dossier, model, lang).expect("a page is made");
        assert_harmless("the page", &page);
        assert!(!page.contains("<script") && !page.contains("<b>{{"));
        let verdicts = || dossier.audit.verdicts.iter();
        let reached = verdicts().filter(|verdict| verdict.easiest().is_reachable()).take(20);
        // What is missing is searched for by solving again, many times: for one answer of each model.
        let missing = verdicts().find(|verdict| !verdict.past.is_reachable());
        for verdict in reached.chain(missing) {
            let defences =
                if verdict.past.is_reachable() { Vec::new() } else { defences(model, &dossier.audit, verdict) };
            assert_harmless("explain", &explain::explain(&dossier.audit, model, verdict, &defences, look));
            let text = explain::json(&dossier.audit, verdict, &defences, lang).expect("an answer is JSON");
            assert_harmless("the JSON of explain", &text);
        }
    }
    let audit = &dossier.audit;
    let plain = Look { lang: Lang::En, style: Style::Plain };
    assert_harmless("questions", &questions::text(audit, None, plain));
    assert_harmless("questions to send", &questions::markdown(audit, Some(&model.architecture.vendor), Lang::Fr));
    let table = questions::csv(audit, None, Lang::Fr);
    assert_harmless("the table of questions", &table.replace(['\u{feff}', '\r'], ""));
    let text = json::check(&[Outcome::Done(vec![dossier])], Lang::En).expect("an audit is JSON");
    assert_harmless("the JSON of check", &text);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
}

/// What is true of every audit.
fn sound(model: &Model, audit: &Audit) {
    assert_eq!(audit.verdicts.len(), audit.actors.len() * audit.data.len());
    for verdict in &audit.verdicts {
        assert_eq!(verdict.past.is_reachable(), verdict.past_proof.is_some());
        assert_eq!(verdict.new.is_reachable(), verdict.new_proof.is_some());
        assert!(!verdict.past.is_reachable() || verdict.new <= verdict.past, "who reads what is kept reads what comes");
        // The best case is never worse than the worst.
        let best = verdict.undetermined.as_ref();
        assert!(best.is_none_or(|best| best.past >= verdict.past && best.new >= verdict.new));
    }
    for place in audit.proofs.iter().flat_map(|proof| &proof.steps).flat_map(|step| &step.places) {
        assert_placed(&model.sources, &place.span);
    }
}
