//! What a change of a model may do to its answers: better knowledge never makes them worse, more power
//! never makes them better.

use std::collections::BTreeSet;

use enclair::lower::{Case, Resolution, lower};
use enclair::model::Model;
use serde_yaml::Value;

use crate::bench::{Answers, alone, answers, answers_of, loaded, lowered, paths, some_under, text_of};

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
    let mut value = alone(text);
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

/// Every model, and the small ones that pin an answer once got wrong.
fn all() -> Vec<std::path::PathBuf> {
    some_under(&["models", "tests/soundness"], 3).collect()
}

/// The entries of a section, by name.
fn names(value: &Value, section: &str) -> Vec<String> {
    let entries = value.get(section).and_then(Value::as_mapping);
    entries.into_iter().flat_map(|map| map.keys()).filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// One thing more in one place of a model never makes an answer better, where `add` says what to add,
/// if anything, to the entry of a name.
fn never_better(section: &str, what: &str, add: impl Fn(&mut Value, &str)) -> usize {
    let mut changed = 0;
    for path in all() {
        let text = text_of(&path);
        let mut value = alone(&text);
        // What is added may be what the model says that there is none of.
        value.as_mapping_mut().expect("a model is a map").remove("has_no");
        let before = answers(&loaded(&text), Case::Worst);
        for name in names(&value, section) {
            let mut more = value.clone();
            add(&mut more, &name);
            if more != value {
                let written = serde_yaml::to_string(&more).expect("a value is written");
                let after = answers(&loaded(&written), Case::Worst);
                // Suppliers and intruders are those of what is said to supply and to be reached.
                let still: Answers = before.clone().into_iter().filter(|(cell, _)| after.contains_key(cell)).collect();
                no_harder(&after, &still, &format!("{}: {what} of {name}", path.display()));
                changed += 1;
            }
        }
    }
    changed
}

/// An entry of a section; `None` where it is written short, or has that property already.
fn without<'v>(value: &'v mut Value, section: &str, name: &str, key: &str) -> Option<&'v mut Value> {
    let entry = value.get_mut(section)?.get_mut(name)?;
    (entry.is_mapping() && entry.get(key).is_none()).then_some(entry)
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("a value is YAML")
}

#[test]
fn a_key_kept_in_one_place_more_never_makes_an_answer_better() {
    let places = ["storage", "backend", "clients", "hosting", "organisations", "people", "backups"];
    let mut changed = 0;
    for section in places {
        changed += never_better("keys", "one more place", |value, key| {
            let Some(place) = names(value, section).pop() else { return };
            let Some(entry) = value["keys"].get_mut(key) else { return };
            let short = !entry.is_mapping() || entry.get("kept_in").is_none();
            let kept = if short { entry } else { &mut entry["kept_in"] };
            match kept {
                Value::String(word) if word == "unknown" => {}
                Value::String(word) if word == "none" => *kept = Value::String(place),
                Value::Sequence(list) if !list.contains(&Value::String(place.clone())) => {
                    list.push(Value::String(place));
                }
                Value::String(_) | Value::Mapping(_) => {
                    *kept = Value::Sequence(vec![kept.clone(), Value::String(place)]);
                }
                _ => {}
            }
        });
    }
    assert!(changed >= 40, "only {changed}");
}

#[test]
fn a_copy_more_never_makes_an_answer_better() {
    let original = |text: &'static str| {
        move |value: &mut Value, name: &str| {
            let copy = text.replace("ORIGINAL", name);
            value["organisations"]["newcomer"] = yaml("{ country: FR, owned_by: none }");
            value["storage"]["copy-of-it"] = yaml(&copy);
        }
    };
    let replica = "{ replica_of: ORIGINAL, operator: newcomer, used_by: none, at_rest: none }";
    let staging = "{ staging_of: ORIGINAL, operator: newcomer, used_by: unknown, at_rest: unknown, kind: database }";
    assert!(never_better("storage", "a replica", original(replica)) >= 20);
    assert!(never_better("storage", "a staging copy", original(staging)) >= 20);
    let device = never_better("clients", "a copy", |value, client| {
        let Some(storage) = names(value, "storage").pop() else { return };
        if let Some(entry) = without(value, "clients", client, "backed_up_to") {
            entry["backed_up_to"] = Value::String(storage);
        }
    });
    assert!(device >= 20, "only {device}");
}

#[test]
fn another_way_in_never_makes_an_answer_better() {
    let service = |value: &Value| names(value, "backend").pop();
    let mut changed = never_better("clients", "a script", |value, client| {
        let (Some(script), Some(entry)) = (service(value), without(value, "clients", client, "scripts")) else {
            return;
        };
        entry["scripts"] = Value::String(script);
    });
    changed += never_better("clients", "management", |value, client| {
        let Some(manager) = names(value, "organisations").pop() else { return };
        if let Some(entry) = without(value, "clients", client, "mdm") {
            entry["mdm"] = Value::String(manager);
        }
    });
    changed += never_better("keys", "a passage", |value, key| {
        let (Some(seen), Some(entry)) = (service(value), without(value, "keys", key, "seen_by")) else { return };
        entry["seen_by"] = Value::String(seen);
    });
    for property in ["idp", "session_in"] {
        changed += never_better("accounts", property, |value, people| {
            let (Some(at), Some(entry)) = (service(value), without(value, "accounts", people, property)) else {
                return;
            };
            // Those who are told a password are not the services any more, once somebody vouches.
            let told = entry["factors"].as_mapping().is_some_and(|all| all.values().any(|one| one["sent"] != "never"));
            if property != "idp" || !told {
                entry[property] = Value::String(at);
            }
        });
    }
    changed += never_better("people", "acting for them", |value, people| {
        let Some(at) = service(value) else { return };
        let admin = format!("{{ of: newcomer, mfa: true, can: {{ impersonate: {{ people: {people}, at: {at} }} }} }}");
        value["organisations"]["newcomer"] = yaml("{ country: FR, owned_by: none }");
        value["admins"]["extra"] = yaml(&admin);
    });
    assert!(changed >= 60, "only {changed}");
}

/// One layer more, under a key that is nowhere, never makes an answer worse.
#[test]
fn a_layer_more_never_makes_an_answer_worse() {
    let mut changed = 0;
    for path in all() {
        let text = text_of(&path);
        let value = alone(&text);
        let before = answers(&loaded(&text), Case::Worst);
        let links = value["links"].as_sequence().map_or(0, Vec::len);
        let storages = names(&value, "storage");
        let places = (0..links).map(Ok).chain(storages.iter().map(Err));
        for place in places {
            let mut more = value.clone();
            match place {
                Ok(link) => seal(&mut more["links"][link]["carries"], |data| {
                    yaml(&format!("{{ data: {data}, under: one-more-key }}"))
                }),
                Err(storage) => {
                    let entry = &mut more["storage"][storage.as_str()];
                    if entry["at_rest"].as_str() == Some("none") {
                        entry["at_rest"] = yaml("{ scope: file, key: one-more-key }");
                    }
                }
            }
            if more != value {
                more["keys"]["one-more-key"] = yaml("{ kept_in: none }");
                let written = serde_yaml::to_string(&more).expect("a value is written");
                let after = answers(&loaded(&written), Case::Worst);
                no_harder(&before, &after, &format!("{}: a layer at {place:?}", path.display()));
                changed += 1;
            }
        }
    }
    assert!(changed >= 60, "only {changed}");
}

/// Changes each data asset that a link carries as it is.
fn seal(carries: &mut Value, sealed: impl Fn(&str) -> Value) {
    match carries {
        Value::String(data) if data != "unknown" => *carries = sealed(data),
        Value::Sequence(list) => {
            for piece in list.iter_mut() {
                if let Some(data) = piece.as_str() {
                    *piece = sealed(data);
                }
            }
        }
        _ => {}
    }
}

/// What is not known is at worst no better than anything that it may be.
#[test]
fn what_is_said_is_no_worse_than_unknown() {
    let may_be = [
        ("backend", "code_from"),
        ("clients", "code_from"),
        ("backend", "runs_on"),
        ("storage", "runs_on"),
        ("storage", "used_by"),
        ("storage", "holds"),
        ("storage", "at_rest"),
        ("backend", "operator"),
        ("clients", "updates"),
        ("clients", "lock"),
        ("keys", "kept_in"),
    ];
    for (section, key) in may_be {
        let changed = never_better(section, key, |value, name| {
            let Some(entry) = value.get_mut(section).and_then(|all| all.get_mut(name)) else { return };
            let other = if key == "runs_on" { "operator" } else { "runs_on" };
            // Of what has both, the one is not known better for want of the other.
            let apart = !matches!(key, "runs_on" | "operator") || entry.get(other).is_none();
            if entry.is_mapping() && entry.get(key).is_some() && apart {
                entry[key] = Value::String("unknown".to_owned());
            }
        });
        assert!(changed >= 5, "{section}.{key}: only {changed}");
    }
}
