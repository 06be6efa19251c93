//! What a change of a model may do to its answers: better knowledge never makes them worse, more power
//! never makes them better.

use std::collections::BTreeSet;

use enclair::lower::{Case, Resolution, lower};
use enclair::model::Model;
use serde_yaml::Value;

use crate::bench::{Answers, answers, answers_of, loaded, lowered, paths, text_of};

/// The grades in their order, as answers tell them.
const ORDER: [&str; 6] = ["design", "privilege", "tampering", "tampering*", "breach", "none"];

fn rank(grade: &str) -> usize {
    let grade = grade.trim_end_matches('^');
    ORDER.iter().position(|known| *known == grade).unwrap_or_else(|| panic!("{grade} is no grade"))
}

/// No cell of the first is harder to reach than in the second.
fn no_harder(easier: &Answers, harder: &Answers, about: &str) {
    for (cell, (past, new)) in harder {
        let (easy_past, easy_new) = easier.get(cell).unwrap_or_else(|| panic!("{about}: no {cell:?}"));
        assert!(rank(easy_past) <= rank(past), "{about}: past of {cell:?}: {easy_past} and {past}");
        assert!(rank(easy_new) <= rank(new), "{about}: new of {cell:?}: {easy_new} and {new}");
    }
}

#[test]
fn the_best_case_is_never_worse_than_the_worst() {
    let mut unknowns = 0;
    for path in paths() {
        let model = loaded(&text_of(&path));
        unknowns += lowered(&model, Case::Worst).unknowns.len();
        no_harder(&answers(&model, Case::Worst), &answers(&model, Case::Best), &path.to_string_lossy());
    }
    assert!(unknowns >= 5, "only {unknowns} unknowns");
}

#[test]
fn one_answer_to_a_question_lies_between_the_worst_and_the_best() {
    for path in paths() {
        let model = loaded(&text_of(&path));
        let (worst, best) = (answers(&model, Case::Worst), answers(&model, Case::Best));
        for site in lowered(&model, Case::Worst).unknowns {
            let one = Resolution::all(Case::Worst).with(&site.route, Case::Best);
            let between = answers_of(&lower(&model.architecture, &one).facts);
            let about = format!("{} {}", path.display(), site.route);
            no_harder(&worst, &between, &about);
            no_harder(&between, &best, &about);
        }
    }
}

/// The components that the vendor does not administer for want of somebody else: adding somebody who
/// can change one of the others takes it away from the vendor, as the language says.
fn administered(model: &Model) -> BTreeSet<String> {
    let architecture = &model.architecture;
    let changed = architecture.admins.values().flat_map(|admin| admin.can.change.iter().map(|id| id.0.clone()));
    let backend = architecture.backend.iter().filter(|(_, one)| one.operator.is_some()).map(|(name, _)| name);
    let storage = architecture.storage.iter().filter(|(_, one)| one.operator.is_some()).map(|(name, _)| name);
    let free = architecture.clients.keys().chain(architecture.hosting.keys());
    changed.chain(backend.chain(storage).chain(free).cloned()).collect()
}

/// The model with one more admin, of an organisation of its own.
fn with_admin(text: &str, powers: &[(&str, &str)]) -> String {
    let mut value: Value = serde_yaml::from_str(text).expect("a model is YAML");
    let stranger: Value = serde_yaml::from_str("{ country: FR, owned_by: none }").expect("an organisation");
    value["organisations"]["newcomer"] = stranger;
    let can: Vec<String> = powers.iter().map(|(power, component)| format!("{power}: {component}")).collect();
    let admin = format!("{{ of: newcomer, mfa: false, can: {{ {} }} }}", can.join(", "));
    value["admins"]["extra"] = serde_yaml::from_str(&admin).expect("an admin");
    serde_yaml::to_string(&value).expect("a value is written")
}

#[test]
fn an_admin_more_never_makes_an_answer_better() {
    for path in paths() {
        let text = text_of(&path);
        let model = loaded(&text);
        let before = answers(&model, Case::Worst);
        let administered = administered(&model);
        let architecture = &model.architecture;
        let all = architecture.clients.keys().chain(architecture.hosting.keys()).chain(architecture.backend.keys());
        for component in all.chain(architecture.storage.keys()) {
            let mut powers = vec![("run", component.as_str()), ("store", component.as_str())];
            if administered.contains(component) {
                powers.push(("change", component.as_str()));
            }
            let after = answers(&loaded(&with_admin(&text, &powers)), Case::Worst);
            no_harder(&after, &before, &format!("{} {component}", path.display()));
        }
    }
}

/// Stronger statements, and who they are about: none of them makes an answer worse.
#[test]
fn more_protection_never_makes_an_answer_worse() {
    let stronger = [
        ("models/article-3-end-to-end.yaml", "verified: false", "verified: true"),
        ("models/article-3-end-to-end.yaml", "verified: false", "verified: logged"),
        (
            "models/article-2-at-rest.yaml",
            "app-2: { used_by: user-2, kind: mobile,",
            "app-2: { used_by: user-2, kind: mobile, updates: pinned,",
        ),
        (
            "models/article-2-at-rest.yaml",
            "at_rest: { scope: volume, key: cle-disque }",
            "at_rest: { scope: file, key: cle-disque }",
        ),
        ("models/teleconsultation.yaml", "lock: guessable", "lock: strong"),
        ("models/teleconsultation.yaml", "keeps: unknown", "keeps: none"),
        (
            "models/teleconsultation.yaml",
            "tls: none, carries: identity }\n  - { from: back-office",
            "tls: mutual, carries: identity }\n  - { from: back-office",
        ),
        ("models/teleconsultation.yaml", "reset: unknown", "reset: none"),
        ("models/teleconsultation.yaml", "mfa: unknown", "mfa: true"),
    ];
    for (path, old, new) in stronger {
        let text = text_of(std::path::Path::new(path));
        assert!(text.contains(old), "{path} has no `{old}`");
        let after = answers(&loaded(&text.replacen(old, new, 1)), Case::Worst);
        no_harder(&answers(&loaded(&text), Case::Worst), &after, &format!("{path}: {new}"));
    }
}
