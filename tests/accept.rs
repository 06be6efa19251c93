//! Risks that somebody accepts: what they cover, until when, and what no longer counts.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use std::collections::BTreeSet;
use std::path::Path;

use bench::{loaded, try_load};
use binary::{enclair, run_in, text};
use enclair::audit::{AcceptanceState, Audit, audit, audit_on};
use enclair::model::Day;
use insta::assert_snapshot;

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme, language: en }
organisations:
  acme: { country: FR, label: Acme }
  cloud: { country: FR, owned_by: none, label: Cloud }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
  memo: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: shop, keeps: none }
hosting:
  vm: cloud
backend:
  api: { runs_on: vm, code_from: [] }
  shop: { operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: [note, memo], at_rest: none }
backups: {}
links:
  - { from: app, to: api, tls: "1.3", carries: [note, memo] }
  - { from: api, to: db, tls: none, carries: [note, memo] }
admins: {}
claims:
  - { id: private, says: Only you, data: note, only: patient }
expect:
  - { actor: cloud, data: memo, past: none }
"#;

/// What is accepted, of a rule and about something, until a day.
fn accepting(rules: &[(&str, &str)]) -> String {
    let one = |(about, until): &(&str, &str)| {
        format!("  - {{ {about}, owner: Head of security, reason: Written in the DPIA, until: {until} }}\n")
    };
    format!("{MODEL}accept:\n{}", rules.iter().map(one).collect::<String>())
}

fn audited(text: &str, day: &str) -> Audit {
    let day = Day::parse(day).expect("a day");
    audit_on(&loaded(text), Some(day)).unwrap_or_else(|error| panic!("{error}"))
}

/// The findings that count, as rule, actor and data.
fn counted(audit: &Audit) -> Vec<String> {
    let told = |finding: &&enclair::audit::Finding| {
        let verdict = finding.verdict.map(|at| &audit.verdicts[at]);
        let cell = verdict.map(|one| format!(" {} {}", audit.actors[one.actor].id, audit.data[one.data].id));
        finding.kind.id().to_owned() + &cell.unwrap_or_default()
    };
    audit.findings.iter().filter(|finding| finding.accepted.is_none()).map(|one| told(&one)).collect()
}

fn states(audit: &Audit) -> Vec<AcceptanceState> {
    audit.acceptances.iter().map(|one| one.state).collect()
}

#[test]
fn an_accepted_finding_stays_and_no_longer_counts() {
    let bare = audited(&accepting(&[]).replace("accept:\n", ""), "2026-01-01");
    let about = "finding: unintended-reader, actor: cloud, data: note";
    let audit = audited(&accepting(&[(about, "2026-06-30")]), "2026-06-30");
    assert_eq!(states(&audit), [AcceptanceState::Holds], "its last day is one of its days");
    assert_eq!(audit.findings.len(), bare.findings.len(), "none is hidden, none is added");
    let mut all = counted(&bare);
    all.retain(|one| one != "unintended-reader cloud note");
    assert_eq!(counted(&audit), all);
    assert_eq!(all.len() + 1, bare.findings.len());
    // No answer changes.
    let grades = |audit: &Audit| audit.verdicts.iter().map(|one| (one.past, one.new)).collect::<Vec<_>>();
    assert_eq!(grades(&audit), grades(&bare));
}

#[test]
fn past_its_last_day_a_finding_counts_again() {
    let about = "finding: unintended-reader, actor: cloud, data: note";
    let audit = audited(&accepting(&[(about, "2026-06-30")]), "2026-07-01");
    assert_eq!(states(&audit), [AcceptanceState::Expired]);
    let counted = counted(&audit);
    assert!(counted.contains(&"unintended-reader cloud note".to_owned()), "{counted:?}");
    assert_eq!(counted.last().map(String::as_str), Some("acceptance-expired"));
    let own = audit.findings.last().expect("a finding");
    assert_eq!(own.locations, [audit.acceptances[0].position]);
}

#[test]
fn what_covers_nothing_is_a_finding() {
    for about in [
        "finding: unintended-reader, actor: patient",
        "finding: undetermined, actor: cloud",
        "finding: claim-refuted, actor: cloud",
        "finding: claim-refuted, claim: private, data: memo",
        "finding: expectation-failed, claim: private",
        "finding: unintended-reader, claim: private",
    ] {
        let audit = audited(&accepting(&[(about, "2026-06-30")]), "2026-01-01");
        assert_eq!(states(&audit), [AcceptanceState::Unmatched], "{about}");
        assert_eq!(counted(&audit).last().map(String::as_str), Some("acceptance-unmatched"), "{about}");
        assert!(audit.findings.iter().all(|one| one.accepted.is_none()));
    }
}

#[test]
fn what_is_not_named_covers_all() {
    let covered = |about: &str| audited(&accepting(&[(about, "2026-06-30")]), "2026-01-01").acceptances[0].findings;
    assert_eq!(covered("finding: unintended-reader"), 4);
    assert_eq!(covered("finding: unintended-reader, actor: cloud"), 2);
    assert_eq!(covered("finding: unintended-reader, data: note"), 2);
    assert_eq!(covered("finding: expectation-failed"), 1);
    assert_eq!(covered("finding: expectation-failed, actor: cloud, data: memo"), 1);
    assert_eq!(covered("finding: claim-refuted"), 1);
    assert_eq!(covered("finding: claim-refuted, claim: private, data: note"), 1);
}

/// Without a day, nothing says that it has not expired.
#[test]
fn without_a_day_it_does_not_hold() {
    let accepted = accepting(&[("finding: unintended-reader", "2999-12-31")]);
    let undated = audit(&loaded(&accepted)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(states(&undated), [AcceptanceState::Undated]);
    assert_eq!(counted(&undated).last().map(String::as_str), Some("acceptance-undated"));
    assert!(counted(&undated).contains(&"unintended-reader cloud note".to_owned()));
    let dated = accepted.replace("vendor: acme, language", "vendor: acme, date: 2026-01-01, language");
    let dated = loaded(&dated);
    let own = audit(&dated).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(states(&own), [AcceptanceState::Holds], "the model's own date");
    let asked = audit_on(&dated, Day::parse("3000-01-01")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(states(&asked), [AcceptanceState::Expired], "the day asked for comes first");
}

#[test]
fn of_two_the_one_that_holds_counts() {
    let rules =
        [("finding: unintended-reader", "2025-01-01"), ("finding: unintended-reader, actor: cloud", "2026-06-30")];
    let audit = audited(&accepting(&rules), "2026-01-01");
    assert_eq!(states(&audit), [AcceptanceState::Expired, AcceptanceState::Holds]);
    let left: Vec<String> = counted(&audit).into_iter().filter(|one| one.starts_with("unintended")).collect();
    assert_eq!(left, ["unintended-reader acme note", "unintended-reader acme memo"]);
}

/// A variant is another system: what is accepted of the model is not of it.
#[test]
fn a_variant_accepts_for_itself() {
    let variants = "variants:\n  bare: { change: { system: { date: 2026-01-01 } } }\n  own:\n    change: { system: { date: 2026-01-01 } }\n    accept:\n      - { finding: unintended-reader, actor: acme, owner: A, reason: B, until: 2026-06-30 }\n  below: { of: own }\n";
    let model = loaded(&(accepting(&[("finding: unintended-reader, actor: cloud", "2026-06-30")]) + variants));
    let of = |name: &str| audit(&model.variant(name).expect("it is there")).unwrap_or_else(|error| panic!("{error}"));
    assert!(of("bare").acceptances.is_empty());
    assert_eq!(of("own").acceptances[0].actor.as_deref(), Some("acme"));
    assert_eq!(states(&of("own")), [AcceptanceState::Holds]);
    assert!(of("below").acceptances.is_empty());
    let touched = accepting(&[]).replace("accept:\n", "variants:\n  v: { add: { accept: [] } }\n");
    assert!(try_load(&touched).is_err(), "a variant does not add to what is accepted of the model");
}

fn write(folder: &Path, text: &str) {
    std::fs::write(folder.join("m.yaml"), text).expect("written");
}

fn code(folder: &Path, arguments: &[&str]) -> Option<i32> {
    run_in(folder, &[&["check", "m.yaml"], arguments].concat()).status.code()
}

#[test]
fn thresholds_leave_accepted_findings_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let all = [
        ("finding: unintended-reader", "2026-06-30"),
        ("finding: claim-refuted", "2026-06-30"),
        ("finding: expectation-failed", "2026-06-30"),
        ("finding: undetermined", "2026-06-30"),
    ];
    let rules = enclair::text::finding::Rule::ALL.iter().map(|rule| format!("finding: {}", rule.id()));
    let catalogue: Vec<String> = rules.collect();
    let on = |day: &'static str, more: &[&'static str]| code(folder, &[&["--date", day], more].concat());
    write(folder, &accepting(&all[..3]));
    assert_eq!(on("2026-01-01", &[]), Some(0), "an expectation that somebody accepts is missed does not count");
    for threshold in ["reader", "claim", "undetermined", "acceptance", "none"] {
        assert_eq!(on("2026-01-01", &["--fail-on", threshold]), Some(0), "{threshold}");
    }
    // Those of the catalogue count as well, until they are accepted too.
    let raised: BTreeSet<&str> = audited(&accepting(&all[..3]), "2026-01-01")
        .findings
        .iter()
        .filter(|one| one.raised.is_some() && one.accepted.is_none())
        .map(|one| one.kind.id())
        .collect();
    let mut more = all[..3].to_vec();
    more.extend(
        catalogue.iter().map(|rule| (rule.as_str(), "2026-06-30")).filter(|(rule, _)| raised.contains(&rule[9..])),
    );
    for threshold in ["finding", "high", "medium", "low"] {
        write(folder, &accepting(&all[..3]));
        assert_eq!(on("2026-01-01", &["--fail-on", threshold]), Some(1), "{threshold}");
        write(folder, &accepting(&more));
        assert_eq!(on("2026-01-01", &["--fail-on", threshold]), Some(0), "{threshold}");
    }
    write(folder, &accepting(&all[..3]));
    assert_eq!(on("2026-07-01", &[]), Some(1), "the expectation counts again");
    write(folder, &accepting(&all).replace("past: none", "past: privilege"));
    assert_eq!(on("2026-01-01", &["--fail-on", "reader"]), Some(0));
    assert_eq!(on("2026-01-01", &["--fail-on", "acceptance"]), Some(1), "one covers nothing");
    assert_eq!(on("2026-01-01", &["--fail-on", "finding"]), Some(1));
    assert_eq!(on("2026-01-01", &["--fail-on", "none"]), Some(0));
    assert_eq!(on("2026-07-01", &[]), Some(0));
    for threshold in ["reader", "claim", "finding", "acceptance"] {
        assert_eq!(on("2026-07-01", &["--fail-on", threshold]), Some(1), "{threshold}");
    }
    assert_eq!(on("2026-07-01", &["--fail-on", "none"]), Some(0));
    assert_eq!(code(folder, &["--fail-on", "reader"]), Some(1), "without a day none of them holds");
    assert_eq!(code(folder, &["--fail-on", "acceptance"]), Some(1));
    write(folder, &MODEL.replace("past: none", "past: privilege"));
    assert_eq!(code(folder, &["--fail-on", "acceptance"]), Some(0));
    assert_eq!(code(folder, &["--fail-on", "finding"]), Some(1));
}

#[test]
fn the_day_is_asked_for_then_the_environments_then_the_models() {
    let folder = tempfile::tempdir().expect("a folder");
    let accepted = accepting(&[("finding: unintended-reader", "2026-06-30")]).replace("past: none", "past: privilege");
    write(folder.path(), &accepted.replace("vendor: acme, language", "vendor: acme, date: 2026-08-01, language"));
    let ended = |arguments: &[&str], epoch: Option<&str>| {
        let mut command = enclair(&[&["check", "m.yaml", "--fail-on", "reader"], arguments].concat());
        command.current_dir(folder.path());
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        command.output().expect("the binary runs").status.code()
    };
    assert_eq!(ended(&[], None), Some(1), "the model says August");
    // 30 June and 1 July 2026, at midnight.
    assert_eq!(ended(&[], Some("1782777600")), Some(0));
    assert_eq!(ended(&[], Some("1782864000")), Some(1));
    assert_eq!(ended(&["--date", "2026-06-30"], Some("1782864000")), Some(0));
    assert_eq!(ended(&["--date", "2026-06-30"], Some("not read")), Some(0));
    for wrong in ["", "-1", "+1", "1e9", "2026-06-30", "253402300800", "99999999999999999999"] {
        assert_eq!(ended(&[], Some(wrong)), Some(2), "{wrong}");
    }
    for wrong in ["", "30/06/2026", "2026-06-31", "2025-02-29", "1782777600"] {
        assert_eq!(ended(&["--date", wrong], None), Some(2), "{wrong}");
    }
    let report = run_in(folder.path(), &["report", "m.yaml", "--date", "2026-13-01"]);
    assert_eq!(report.status.code(), Some(2));
    let report = run_in(folder.path(), &["report", "m.yaml", "--date", "2026-06-30", "-o", "r.html"]);
    assert_eq!(report.status.code(), Some(0));
    assert!(text(&report.stdout).contains("Accepted risks, on 2026-06-30: 1 of 1"), "{}", text(&report.stdout));
}

#[test]
fn accepted_risks_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let rules = [
        ("finding: unintended-reader, actor: cloud, data: note", "2026-06-30"),
        ("finding: claim-refuted, claim: private", "2025-12-31"),
        ("finding: undetermined", "2026-06-30"),
    ];
    write(folder.path(), &accepting(&rules));
    for (lang, day) in [("fr", Some("2026-01-01")), ("en", Some("2026-01-01")), ("fr", None), ("en", None)] {
        let dated = day.map_or(vec![], |day| vec!["--date", day]);
        let output = run_in(folder.path(), &[&["check", "m.yaml", "--lang", lang], dated.as_slice()].concat());
        let told = text(&output.stdout);
        let title = if lang == "fr" { "Risques acceptés" } else { "Accepted risks" };
        let at = told.find(title).unwrap_or_else(|| panic!("{told}"));
        assert_snapshot!(format!("accepted-{}-{lang}", if day.is_some() { "dated" } else { "undated" }), &told[at..]);
    }
    let output = run_in(folder.path(), &["check", "m.yaml", "--format", "json", "--date", "2026-01-01"]);
    let root: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(root["judged_on"], "2026-01-01");
    let states: Vec<&str> =
        root["acceptances"].as_array().expect("a list").iter().filter_map(|one| one["state"].as_str()).collect();
    assert_eq!(states, ["holds", "expired", "unmatched"]);
    let findings = root["findings"].as_array().expect("a list");
    let accepted: Vec<_> = findings.iter().filter(|one| !one["accepted"].is_null()).collect();
    assert_eq!(accepted.len(), 1);
    assert_eq!((&accepted[0]["actor"], &accepted[0]["data"]), (&"cloud".into(), &"note".into()));
    assert_eq!(accepted[0]["accepted"]["owner"], "Head of security");
    assert_eq!(accepted[0]["accepted"]["until"], "2026-06-30");
    let rules: Vec<&str> = findings.iter().filter_map(|one| one["rule"].as_str()).collect();
    assert_eq!(rules[rules.len() - 2..], ["acceptance-expired", "acceptance-unmatched"]);
    assert_eq!(findings[findings.len() - 2]["acceptance"]["claim"], "private");
}

/// Bounds on grades, through the binary as well.
#[test]
fn expectations_take_bounds() {
    let folder = tempfile::tempdir().expect("a folder");
    let expecting = |bound: &str| {
        write(folder.path(), &MODEL.replace("past: none", bound));
        let output = run_in(folder.path(), &["check", "m.yaml"]);
        (output.status.code(), text(&output.stdout))
    };
    for met in [
        "past: privilege",
        "past: \"<= privilege\"",
        "past: \"<=tampering\"",
        "past: '>= privilege'",
        "past: \"< tampering\", new: \"> design\"",
        "best: { past: \"<= privilege\", new: \">= privilege\" }",
    ] {
        assert_eq!(expecting(met).0, Some(0), "{met}");
    }
    for missed in
        ["past: \">= tampering\"", "past: \"> privilege\"", "new: \"< privilege\"", "best: { past: \">= breach\" }"]
    {
        assert_eq!(expecting(missed).0, Some(1), "{missed}");
    }
    let (_, told) = expecting("past: \">=   tampering\"");
    assert!(told.contains("past: expected `>= tampering`, found `privilege`"), "{told}");
}
