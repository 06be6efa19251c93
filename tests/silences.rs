//! What a model says nothing of: each topic is asked, answered by what is declared, denied by `has_no`.

#[path = "support/bench.rs"]
mod bench;

use bench::{loaded, plain, try_load};
use enclair::audit::{Audit, audit};
use enclair::lower::Case;
use enclair::text::Lang;
use enclair::text::silence::Topic;

/// A model that says nothing of anything, and yet has reasons to.
const SILENT: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
  other: { country: FR, owned_by: none }
people:
  patient: { label: Patients }
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release }
hosting:
  vm: { operator: other }
backend:
  api: { runs_on: vm, code_from: [] }
  release: { operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
  - { from: api, to: db, tls: none, carries: note }
end_to_end:
  - { data: note, between: app, recipients_from: api, verified: false }
admins: {}
"#;

fn audited(text: &str) -> Audit {
    audit(&loaded(text)).expect("an audit")
}

fn topics(text: &str) -> Vec<Topic> {
    audited(text).silences().iter().filter_map(|question| question.topic).collect()
}

/// The model with a line put under a section.
fn under(section: &str, line: &str) -> String {
    let (start, empty) = (format!("{section}:\n"), format!("{section}: {{}}\n"));
    if SILENT.contains(&empty) {
        return SILENT.replacen(&empty, &format!("{start}  {line}\n"), 1);
    }
    if SILENT.contains(&start) {
        return SILENT.replacen(&start, &format!("{start}  {line}\n"), 1);
    }
    format!("{SILENT}{start}  {line}\n")
}

/// For each topic, a model that speaks of it; and whether `has_no` would then be a mistake.
fn spoken(topic: Topic) -> (String, bool) {
    let kind = |kind: &str| under("backend", &format!("x: {{ kind: {kind}, operator: other, keeps: none }}"));
    match topic {
        Topic::Backups => (under("backups", "night: { of: db, operator: other, at_rest: none }"), true),
        Topic::Logs => (kind("logs"), true),
        Topic::ErrorTracking => (kind("error-tracker"), true),
        Topic::Analytics => (kind("analytics"), true),
        Topic::Push => (kind("push"), true),
        Topic::Notifications => (kind("mail"), true),
        Topic::Staging => (kind("staging"), true),
        Topic::Exports => (kind("partner"), true),
        Topic::Cdn => (kind("cdn"), true),
        Topic::Support => {
            (under("admins", "help: { of: acme, mfa: true, can: { read: { data: note, at: api } } }"), true)
        }
        Topic::SignIn => {
            let account = "patient: { at: api, factors: { code: {} }, login: code, reset: none }";
            (under("accounts", account), false)
        }
        Topic::CodeSupply => (SILENT.replace("code_from: []", "code_from: release"), false),
        Topic::Recovery => {
            let sealed = SILENT.replace("verified: false", "verified: false, key: end");
            (format!("{sealed}keys:\n  end: [app, {{ in: db, under: org }}]\n  org: acme\n"), true)
        }
        Topic::DeviceManagement => (under("admins", "mdm: { of: other, mfa: true, can: { change: app } }"), false),
    }
}

#[test]
fn a_model_that_says_nothing_is_asked_about_everything_in_a_fixed_order() {
    assert_eq!(topics(SILENT), Topic::ALL);
}

#[test]
fn what_is_declared_is_not_asked() {
    for topic in Topic::ALL {
        let (text, _) = spoken(topic);
        let expected: Vec<Topic> = Topic::ALL.into_iter().filter(|one| *one != topic).collect();
        assert_eq!(topics(&text), expected, "{topic:?}\n{text}");
    }
}

#[test]
fn what_is_denied_is_not_asked_and_changes_no_fact() {
    for topic in Topic::ALL.into_iter().filter(|topic| *topic != Topic::SignIn) {
        let text = format!("{SILENT}has_no: {}\n", topic.id());
        let expected: Vec<Topic> = Topic::ALL.into_iter().filter(|one| *one != topic).collect();
        assert_eq!(topics(&text), expected, "{topic:?}");
        assert_eq!(plain(&loaded(&text), Case::Worst), plain(&loaded(SILENT), Case::Worst), "{topic:?}");
    }
}

#[test]
fn what_is_both_declared_and_denied_is_a_mistake_with_both_places() {
    for topic in Topic::ALL {
        let (text, contradicted) = spoken(topic);
        if topic == Topic::SignIn {
            continue;
        }
        let text = format!("{text}has_no: [{}]\n", topic.id());
        let mistakes = try_load(&text).err();
        assert_eq!(mistakes.is_some(), contradicted, "{topic:?}");
        for one in mistakes.iter().flat_map(|mistakes| &mistakes.list) {
            assert_eq!(one.problem.code(), "E034", "{topic:?}");
            assert!(text[one.span.clone()].contains(topic.id()), "{topic:?}: {}", &text[one.span.clone()]);
            assert!(one.second.is_some(), "{topic:?}");
        }
    }
}

#[test]
fn a_proxy_or_a_delivered_factor_answers_without_contradicting() {
    let proxy = under("backend", "x: { kind: proxy, operator: acme }");
    assert!(!topics(&proxy).contains(&Topic::Cdn));
    assert!(try_load(&format!("{proxy}has_no: cdn\n")).is_ok());
    let sms = under("backend", "sms: { operator: other }");
    let account =
        "accounts:\n  patient: { at: api, factors: { code: { delivered_by: sms } }, login: code, reset: none }\n";
    assert!(!topics(&format!("{sms}{account}")).contains(&Topic::Notifications));
}

#[test]
fn a_silence_bears_on_no_answer_and_counts_as_no_unknown() {
    let audit = audited(SILENT);
    assert!(audit.unknowns().is_empty());
    for question in audit.silences() {
        assert_eq!(question.decides, 0);
        assert_eq!(question.to, "acme", "the vendor is asked");
        assert!(question.position.line > 1, "{}", question.property);
        for lang in Lang::ALL {
            assert_ne!(question.answers.0.get(lang), question.answers.1.get(lang));
            assert!(question.text.get(lang).ends_with('?'));
        }
    }
    assert!(audit.verdicts.iter().all(|verdict| verdict.undetermined.is_none()));
}

#[test]
fn a_tiny_model_is_not_asked_what_makes_no_sense_for_it() {
    let tiny = "enclair: 1\nsystem: { name: Paper, vendor: acme }\norganisations: { acme: { country: FR } }\n\
                people: {}\ndata: {}\nclients: {}\nbackend: {}\nstorage: {}\nlinks: []\nadmins: {}\n";
    assert!(topics(tiny).is_empty(), "{:?}", topics(tiny));
    let no_end = SILENT.split("end_to_end:").next().map(|text| format!("{text}admins: {{}}\n"));
    assert!(!topics(&no_end.expect("a text")).contains(&Topic::Recovery));
}
