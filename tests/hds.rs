//! HDS beside end-to-end encryption: activities and what states them, on small models and on those of the gallery; and
//! that no certificate changes an answer.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::{answers, loaded, paths_under, plain, some_under, text_of, try_load};
use enclair::compare::Dossier;
use enclair::compare::hds::{DutyState, FlowTls, Gap, Hds, Located, Outcome, Subject, Traces, Verb};
use enclair::kernel::{self, Grade};
use enclair::lower::{Case, Resolution, lower};
use enclair::model::{Day, load_with, read};
use enclair::source::{Limits, SourceFile};
use serde_yaml::Value;

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme, date: 2026-11-22 }
organisations:
  acme: { country: FR, owned_by: none }
  host: { country: FR, owned_by: none, hds: [1, 2, 3], hds_until: 2027-01-31 }
  ops: { country: FR, owned_by: none, hds: 5, hds_until: 2027-01-31 }
  vault: { country: FR, owned_by: none }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
  visit: { kind: metadata, readers: none }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: { operator: host }
backend:
  api: { runs_on: vm, code_from: ci }
  desk: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
backups:
  nightly: { of: db, operator: vault, at_rest: none }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
  - { from: api, to: db, tls: none, carries: note }
  - { from: api, to: desk, tls: none, carries: visit }
admins:
  sre: { of: ops, mfa: true, can: { run: [api, desk, db], change: [api, desk, db] } }
"#;

const SUPPORT: &str = "admins:\n  support: { of: acme, mfa: true, can: { store: db } }\n";

fn edited(edits: &[(&str, &str)]) -> String {
    let mut text = MODEL.to_owned();
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    text
}

fn hds(edits: &[(&str, &str)]) -> Hds {
    Dossier::new(&loaded(&edited(edits))).expect("the model is audited").hds
}

/// The state of an activity of an organisation.
fn duty(hds: &Hds, id: &str, activity: u8) -> Option<DutyState> {
    hds.duties.iter().find(|duty| duty.id == id && duty.activity == activity).map(|duty| duty.state)
}

/// Each activity as `organisation activity state`.
fn told(hds: &Hds) -> Vec<String> {
    let one = |duty: &enclair::compare::hds::Duty| {
        format!("{} {} {}", duty.id, duty.activity, duty.state.reason().unwrap_or(duty.state.id()))
    };
    hds.duties.iter().map(one).collect()
}

/// A model of the gallery, whatever it includes.
fn dossier(path: &str) -> Dossier {
    let limits = Limits::default();
    let file: SourceFile = read(path.as_ref(), path, &limits).expect("the model can be read");
    let model = load_with(file, &limits, &enclair::model::beside(path.as_ref())).expect("a model");
    Dossier::new(&model).expect("the model is audited")
}

#[test]
fn activities_follow_from_what_each_does() {
    let found = hds(&[]);
    let expected = [
        "host 1 met",
        "host 2 met",
        "host 3 met",
        "ops 5 met",
        "vault 1 not-derivable",
        "vault 2 not-derivable",
        "vault 3 not-derivable",
        "vault 6 not-stated",
    ];
    assert_eq!(told(&found), expected);
    let lines: Vec<usize> = found.duties[3].why.iter().map(|why| why.position.line).collect();
    assert_eq!(lines, [31, 31], "the rights of the admins on the service, then on the storage");
    assert_eq!(found.duties[0].why[0].position.line, 16);
    // Without health data there is nothing to host.
    assert!(hds(&[("kind: health", "kind: identifier")]).duties.is_empty());
}

#[test]
fn a_certificate_covers_misses_expires_or_is_not_known() {
    let host = |edits: &[(&str, &str)], activity| duty(&hds(edits), "host", activity).expect("it hosts");
    let hosts = "hds: [1, 2, 3], hds_until: 2027-01-31";
    assert_eq!(host(&[(hosts, "hds: [1, 2], hds_until: 2027-01-31")], 2), DutyState::Met);
    assert_eq!(host(&[(hosts, "hds: [1, 2], hds_until: 2027-01-31")], 3), DutyState::NotCovered);
    assert_eq!(host(&[(hosts, "hds: none")], 1), DutyState::NotCovered);
    assert_eq!(host(&[(hosts, "hds: unknown")], 1), DutyState::NotStated);
    assert_eq!(host(&[(hosts, "count: 3")], 1), DutyState::NotStated);
    assert_eq!(host(&[(hosts, "hds: [1, 2, 3]")], 1), DutyState::NoEnd);
    assert_eq!(host(&[(", date: 2026-11-22", "")], 1), DutyState::NoDay);
    // The last day still counts; the day after does not.
    let model = loaded(MODEL);
    for (day, state) in [("2027-01-31", DutyState::Met), ("2027-02-01", DutyState::Expired)] {
        let found = Dossier::on(&model, Day::parse(day)).expect("the model is audited").hds;
        assert_eq!((duty(&found, "host", 1), found.day), (Some(state), Day::parse(day)), "{day}");
    }
    // A certificate that covers settles what cannot be derived.
    let vault = [("vault: { country: FR,", "vault: { hds: [1, 2, 3, 6], hds_until: 2027-01-31, country: FR,")];
    assert_eq!(duty(&hds(&vault), "vault", 2), Some(DutyState::Met));
    assert_eq!(DutyState::Expired.id(), "missing");
    assert_eq!(DutyState::NotCovered.id(), "missing");
    assert_eq!(DutyState::NotDerivable.id(), "unknown");
}

#[test]
fn a_controller_is_not_asked_and_is_asked_about_where_it_may_be_one() {
    let names = |found: &Hds| found.controller_not_stated.iter().map(|both| both.en.clone()).collect::<Vec<_>>();
    let open = hds(&[]);
    assert_eq!(names(&open), ["vault"], "whose activity nothing states");
    let said = |word: &str| hds(&[("vault: {", &format!("vault: {{ controller: {word},"))]);
    assert_eq!(duty(&said("true"), "vault", 6), Some(DutyState::Own));
    assert!(names(&said("true")).is_empty());
    assert_eq!(duty(&said("false"), "vault", 6), Some(DutyState::NotStated));
    assert!(names(&said("false")).is_empty());
    assert_eq!(names(&said("unknown")), ["vault"]);
}

#[test]
fn the_vendor_administers_what_nobody_else_does() {
    let admins = "\n  sre: { of: ops, mfa: true, can: { run: [api, desk, db], change: [api, desk, db] } }";
    let found = hds(&[("admins:", "admins: {}"), (admins, "")]);
    let vendor = found.duties.iter().find(|duty| duty.id == "acme").expect("by default");
    assert_eq!((vendor.activity, vendor.state), (5, DutyState::NotStated));
    assert!(vendor.why.iter().all(|why| why.assumed));
    assert_eq!(duty(&found, "ops", 5), None);
    assert_eq!(duty(&hds(&[]), "acme", 5), None);
}

#[test]
fn platforms_machines_on_machines_and_unknown_hosts() {
    let managed = hds(&[("db: { runs_on: vm,", "db: { operator: host,")]);
    assert_eq!(duty(&managed, "host", 4), Some(DutyState::NotCovered));
    assert_eq!(duty(&hds(&[]), "host", 4), None);
    // Machines of one on machines of another: who provides the virtual ones is not known.
    let vm = "vm: { operator: host }";
    let stacked = hds(&[(vm, "vm: { operator: ops, runs_on: room }\n  room: { operator: host }")]);
    assert_eq!(duty(&stacked, "ops", 3), Some(DutyState::NotDerivable));
    assert_eq!((duty(&stacked, "host", 2), duty(&stacked, "host", 3)), (Some(DutyState::Met), None));
    let same = hds(&[(vm, "vm: { operator: host, runs_on: room }\n  room: { operator: host }")]);
    assert_eq!(duty(&same, "host", 3), Some(DutyState::Met));
    // Nobody is given what is not known: it is asked.
    let unknown = hds(&[(vm, "vm: { operator: unknown }")]);
    assert_eq!(duty(&unknown, "host", 1), None);
    assert!(unknown.open.iter().any(|open| open.gap == Gap::Host && open.what.en == "vm"));
    let employer = hds(&[("sre: { of: ops", "sre: { of: unknown")]);
    assert!(employer.open.iter().any(|open| open.gap == Gap::Employer && open.what.en == "sre"));
    assert!(hds(&[]).open.is_empty());
}

#[test]
fn a_service_of_another_is_operated_where_it_keeps_and_passes_where_it_does_not() {
    let with = |keeps: &str| {
        let service = format!("  tracker: {{ kind: error-tracker, operator: vault, keeps: {keeps} }}\n  release:");
        let link = "links:\n  - { from: api, to: tracker, tls: \"1.3\", carries: note }";
        hds(&[("  release:", &service), ("links:", link)])
    };
    assert_eq!(duty(&with("note"), "vault", 5), Some(DutyState::NotStated));
    assert_eq!(duty(&with("unknown"), "vault", 5), Some(DutyState::NotDerivable));
    let passing = with("none");
    assert_eq!(duty(&passing, "vault", 5), None);
    assert_eq!(passing.passing.iter().map(|both| both.en.as_str()).collect::<Vec<_>>(), ["tracker"]);
}

#[test]
fn a_vendor_that_delegates_and_keeps_access_is_told() {
    assert!(hds(&[]).delegations.is_empty(), "its developers reach no production");
    let kept = hds(&[("admins:\n", SUPPORT)]);
    let [one] = kept.delegations.as_slice() else { panic!("{:?}", kept.delegations) };
    assert_eq!((one.id.as_str(), one.operators[0].en.as_str()), ("acme", "ops"));
    assert_eq!(
        one.rights.iter().map(|right| (right.verb, right.at.en.as_str())).collect::<Vec<_>>(),
        [(Verb::Store, "db")]
    );
    assert_eq!(one.reads, [0]);
    let none = |edits: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = [("admins:\n", SUPPORT)].into_iter().chain(edits.iter().copied()).collect();
        hds(&all).delegations.is_empty()
    };
    // Near twins: it is the certified operator; nobody is; the data are its own; the right is on no health data.
    assert!(none(&[("acme: { country: FR,", "acme: { hds: 5, country: FR,")]));
    assert!(none(&[("hds: 5,", "hds: 6,")]));
    assert!(none(&[("acme: { country: FR,", "acme: { controller: true, country: FR,")]));
    assert!(none(&[("store: db }", "change: desk }")]));
    assert!(none(&[
        ("change: [api, desk, db] } }", "change: [api, desk] } }"),
        ("run: [api, desk, db]", "run: [api, desk]")
    ]));
}

#[test]
fn flows_without_tls_are_told_where_they_leave_a_host() {
    assert!(hds(&[]).flows.is_empty(), "the storage is on the same machines");
    let app = |tls: &str| hds(&[("to: api, tls: \"1.3\"", &format!("to: api, tls: {tls}"))]).flows;
    for (word, tls) in [("none", FlowTls::None), ("unverified", FlowTls::Unverified), ("unknown", FlowTls::Unknown)] {
        let flows = app(word);
        assert_eq!(flows.len(), 1, "{word}");
        assert_eq!((flows[0].tls, &flows[0].data, flows[0].certain, flows[0].position.line), (tls, &vec![0], true, 27));
        assert_eq!(flows[0].clear, [0], "{word}");
    }
    assert!(app("mutual").is_empty());
    // The storage elsewhere: at the same organisation, at another, nobody says where.
    let db = |place: &str| hds(&[("db: { runs_on: vm,", &format!("db: {{ {place}"))]).flows;
    assert!(db("operator: host,").is_empty());
    assert_eq!(db("operator: vault,").iter().map(|flow| flow.certain).collect::<Vec<_>>(), [true]);
    assert_eq!(db("operator: unknown,").iter().map(|flow| flow.certain).collect::<Vec<_>>(), [false]);
    // No health data; no link described; end-to-end inside.
    let visit = ("api, to: db, tls: none, carries: note", "api, to: db, tls: none, carries: visit");
    assert!(hds(&[("db: { runs_on: vm,", "db: { operator: vault,"), visit]).flows.is_empty());
    let link = "  - { from: api, to: db, tls: none, carries: note }\n";
    let assumed = hds(&[("db: { runs_on: vm,", "db: { operator: vault,"), (link, "")]).flows;
    assert_eq!(
        assumed.iter().map(|flow| (flow.tls, flow.position.line)).collect::<Vec<_>>(),
        [(FlowTls::NotStated, 23)]
    );
    let key = "keys:\n  k: { kept_in: app }\nbackend:";
    let sealed = "to: api, tls: none, carries: { data: note, under: k }";
    let flows = hds(&[("backend:", key), ("to: api, tls: \"1.3\", carries: note", sealed)]).flows;
    assert_eq!(flows.iter().map(|flow| (flow.data.len(), flow.clear.len())).collect::<Vec<_>>(), [(1, 0)]);
    // What a controller runs in its own rooms leaves no host.
    let own =
        [("to: api, tls: \"1.3\"", "to: api, tls: none"), ("host: { country", "host: { controller: true, country")];
    assert!(hds(&own).flows.is_empty());
}

#[test]
fn location_access_and_law_are_told_apart() {
    let place = |said: &str| {
        let found = hds(&[("vm: { operator: host }", &format!("vm: {{ operator: host{said} }}"))]).sovereignty;
        found.stored.iter().map(|one| (one.what.en.clone(), one.located.clone())).collect::<Vec<_>>()
    };
    let db = |located| [("db".to_owned(), located), ("nightly".to_owned(), Located::NotStated)];
    assert_eq!(place(""), db(Located::NotStated));
    assert_eq!(place(", location: unknown"), db(Located::NotStated));
    assert_eq!(place(", location: [FR, IS]"), db(Located::Inside(vec!["FR".into(), "IS".into()])));
    assert_eq!(place(", location: [FR, GB]"), db(Located::Outside(vec!["FR".into(), "GB".into()])));
    // A storage may say it of itself, and then goes before its machines.
    let own =
        hds(&[("db: {", "db: { location: CH,"), ("vm: { operator: host }", "vm: { operator: host, location: FR }")]);
    assert_eq!(own.sovereignty.stored[0].located, Located::Outside(vec!["CH".into()]));
    assert_eq!(own.sovereignty.stored[0].position.line, 23);

    let from = |said: &str| hds(&[("sre: { of: ops,", &format!("sre: {{ of: ops,{said}"))]).sovereignty.remote;
    assert_eq!(from("").iter().map(|one| one.countries.len()).collect::<Vec<_>>(), [0], "not stated");
    assert_eq!(from(" from: unknown,").len(), 1);
    assert!(from(" from: FR,").is_empty());
    assert_eq!(from(" from: [FR, MU],")[0].countries, ["MU"]);

    assert!(hds(&[]).sovereignty.law.is_empty());
    let owned = hds(&[
        ("host: { country: FR, owned_by: none", "host: { country: FR, transfer: adequacy, owned_by: mother"),
        ("  vault:", "  mother: { country: US, owned_by: none }\n  vault:"),
    ]);
    let [law] = owned.sovereignty.law.as_slice() else { panic!("{:?}", owned.sovereignty.law) };
    assert_eq!((law.organisation.en.as_str(), law.is_certain(), law.basis.is_some()), ("host", true, true));
    let unknown = hds(&[("ops: { country: FR, owned_by: none", "ops: { country: FR, owned_by: unknown")]);
    assert_eq!(unknown.sovereignty.law.iter().map(Subject::is_certain).collect::<Vec<_>>(), [false]);
}

#[test]
fn what_is_to_be_published_follows_from_what_is_stated() {
    let outcome = |edits: &[(&str, &str)], who: &str| {
        let found = hds(edits).sovereignty.published;
        let one = found.into_iter().find(|one| one.organisation.en == who).expect("it has something to publish");
        (one.outcome, one.asks.iter().map(|ask| ask.id()).collect::<Vec<_>>())
    };
    let ops = |word: &str| format!("ops: {{ secnumcloud: {word},");
    let said = |word: &str, more: &[(&str, &str)]| {
        let ops = ops(word);
        let edits: Vec<(&str, &str)> = [("ops: {", ops.as_str())].into_iter().chain(more.iter().copied()).collect();
        outcome(&edits, "ops")
    };
    let located = ("vm: { operator: host }", "vm: { operator: host, location: FR }");
    let inside = ("sre: { of: ops,", "sre: { of: ops, from: FR,");
    assert_eq!(outcome(&[], "ops"), (Outcome::NotDetermined, vec!["secnumcloud", "location", "from"]));
    assert_eq!(said("true", &[]), (Outcome::Qualified, vec![]));
    assert_eq!(said("2026-11-22", &[]), (Outcome::Qualified, vec![]), "its last day");
    assert_eq!(said("2026-11-21", &[located, inside]), (Outcome::NoTransfer, vec![]), "the day after");
    assert_eq!(
        said("2026-11-22", &[(", date: 2026-11-22", ""), located, inside]),
        (Outcome::NotDetermined, vec!["date"])
    );
    assert_eq!(said("unknown", &[located, inside]), (Outcome::NotDetermined, vec!["secnumcloud"]));
    assert_eq!(said("false", &[located, inside]), (Outcome::NoTransfer, vec![]));
    assert_eq!(said("false", &[inside]), (Outcome::NotDetermined, vec!["location"]));
    assert_eq!(said("false", &[located]), (Outcome::NotDetermined, vec!["from"]));
    let outside = ("sre: { of: ops,", "sre: { of: ops, from: MU,");
    assert_eq!(said("false", &[located, outside]), (Outcome::Table, vec![]));
    let swiss = ("vm: { operator: host }", "vm: { operator: host, location: CH }");
    assert_eq!(said("false", &[swiss, inside]), (Outcome::Table, vec![]));
    assert_eq!(said("unknown", &[swiss]), (Outcome::NotDetermined, vec!["secnumcloud"]), "the rest settles nothing");
    // Of a host whose people are not described, nothing says from where they have access.
    let host = [("host: {", "host: { secnumcloud: false,"), located];
    assert_eq!(outcome(&host, "host"), (Outcome::NotDetermined, vec!["from"]));
}

#[test]
fn statements_that_say_nothing_sound_are_refused() {
    for (old, new) in [
        ("ops: {", "ops: { secnumcloud: yes,"),
        ("ops: {", "ops: { secnumcloud: 2026-02-30,"),
        ("ops: {", "ops: { secnumcloud: soon,"),
        ("hds: 5", "hds: 7"),
        ("hds: 5", "hds: all"),
        ("ops: {", "ops: { controller: maybe,"),
        ("operator: host }", "operator: host, location: France }"),
    ] {
        assert!(try_load(&edited(&[(old, new)])).is_err(), "{new}");
    }
}

#[test]
fn each_reading_by_privilege_is_framed_and_stays_what_it_is() {
    let found = Dossier::new(&loaded(&edited(&[("admins:\n", SUPPORT)]))).expect("the model is audited");
    let frames: Vec<(&str, DutyState, &[u8])> = found
        .hds
        .frames
        .iter()
        .map(|frame| {
            let actor = &found.audit.actors[found.audit.verdicts[frame.verdict].actor];
            (actor.id.as_str(), frame.certificate, frame.requirements.as_slice())
        })
        .collect();
    let four: &[u8] = &[15, 16, 23, 26];
    // The vendor and its support have no certificate, and no activity for certain: they are told by the delegation.
    let expected = [
        ("host", DutyState::Met, four),
        ("ops", DutyState::Met, four),
        ("vault", DutyState::NotStated, four),
        ("sre", DutyState::Met, four),
    ];
    assert_eq!(frames, expected);
    assert!(found.hds.frames.iter().all(|one| found.audit.verdicts[one.verdict].easiest() == Grade::Privilege));
    // Who is shown data by a tool is where EXI 11 matters; a controller is no provider; metadata are no health data.
    let shown =
        hds(&[("admins:\n", "admins:\n  support: { of: ops, mfa: true, can: { read: { data: note, at: api } } }\n")]);
    assert_eq!(
        shown.frames.iter().filter(|frame| frame.requirements[0] == 11).count(),
        2,
        "support, and who employs it"
    );
    let own = hds(&[("host: {", "host: { controller: true,")]);
    assert!(own.frames.iter().all(|frame| frame.id != "host"));
    assert_eq!(hds(&[]).traces, Traces::NotStated);
    assert_eq!(hds(&[("links:", "has_no: logs\nlinks:")]).traces, Traces::None);
    let logs = hds(&[("  release:", "  logs: { kind: logs, runs_on: vm, code_from: ci, keeps: none }\n  release:")]);
    assert!(matches!(&logs.traces, Traces::Logs(places) if places.len() == 1));
}

#[test]
fn hds_is_told_of_hosts_alone() {
    let whose = |found: &Hds| {
        let mut all: Vec<String> = found.frames.iter().map(|frame| frame.id.clone()).collect();
        all.sort();
        all.dedup();
        all
    };
    let parent = [
        ("host: { country: FR, owned_by: none", "host: { country: FR, owned_by: mother"),
        ("  vault:", "  mother: { country: US, owned_by: none }\n  vault:"),
    ];
    let owned = hds(&parent);
    assert!(!whose(&owned).contains(&"mother".to_owned()), "{:?}", whose(&owned));
    // A partner keeps what it receives for itself, or for others: asked, and nothing of EXI 15 to 31 told of it.
    let service = "  registry: { kind: partner, operator: vault, keeps: note }\n  release:";
    let link = "links:\n  - { from: api, to: registry, tls: \"1.3\", carries: note }";
    let backup = ("  nightly: { of: db, operator: vault, at_rest: none }\n", "");
    let partner = [("  release:", service), ("links:", link), ("backups:", "backups: {}"), backup];
    let found = hds(&partner);
    assert_eq!(duty(&found, "vault", 5), Some(DutyState::NotDerivable));
    let names = |list: &[enclair::text::Both]| list.iter().map(|both| both.en.clone()).collect::<Vec<_>>();
    assert_eq!(whose(&found), ["host", "ops"]);
    assert_eq!(names(&found.sovereignty.maybe_hosts), ["vault"]);
    let published: Vec<&str> = found.sovereignty.published.iter().map(|one| one.organisation.en.as_str()).collect();
    assert_eq!(published, ["host", "ops"]);
    assert!(found.sovereignty.stored.iter().any(|one| one.what.en == "registry"), "what it keeps is somewhere");
    // The same with a certificate: a host.
    let vault = ("vault: {", "vault: { hds: 5, hds_until: 2027-01-31,");
    let certified: Vec<(&str, &str)> = partner.into_iter().chain([vault]).collect();
    let found = hds(&certified);
    assert_eq!(whose(&found), ["host", "ops", "vault"]);
    assert!(found.sovereignty.maybe_hosts.is_empty());
    // Between who is no host for certain and people, whether a host is left is not certain.
    let clear = ("to: api, tls: \"1.3\"", "to: registry, tls: none");
    let open: Vec<(&str, &str)> = partner.into_iter().chain([clear]).collect();
    assert_eq!(hds(&open).flows.iter().map(|flow| flow.certain).collect::<Vec<_>>(), [false]);
}

#[test]
fn a_certificate_is_told_activity_by_activity_and_by_its_least() {
    let nightly = "nightly: { of: db, operator: vault,";
    let found = hds(&[(nightly, "nightly: { of: db, operator: host,")]);
    let frame = found.frames.iter().find(|frame| frame.id == "host").expect("the host reads");
    assert_eq!(frame.certificate, DutyState::NotCovered);
    let states = [(1, DutyState::Met), (2, DutyState::Met), (3, DutyState::Met), (6, DutyState::NotCovered)];
    assert_eq!(frame.activities, states);
    let told = section(&[(nightly, "nightly: { of: db, operator: host,")]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ");
    assert!(told.contains("Certificat : couvre 1, 2 et 3 ; ne mentionne pas 6 – host : note"), "{told}");
    assert!(told.contains("Certificate: covers 1, 2 and 3; does not mention 6 – host: note"), "{told}");
}

#[test]
fn a_right_on_the_machines_is_an_access_to_what_runs_on_them() {
    let admin = "admins:\n  night: { of: host, mfa: true, from: IN, can: { run: vm } }\n";
    let found = hds(&[("admins:\n", admin)]).sovereignty;
    let night = found.remote.iter().find(|one| one.admin.en == "night").expect("it reaches what is on the machines");
    assert_eq!(night.countries, ["IN"]);
    let known = [
        ("host: {", "host: { secnumcloud: false,"),
        ("vm: { operator: host }", "vm: { operator: host, location: FR }"),
        ("admins:\n", admin),
    ];
    let published = hds(&known).sovereignty.published;
    let host = published.iter().find(|one| one.organisation.en == "host").expect("the host");
    assert_eq!(host.outcome, Outcome::Table);
    // Machines on which nothing of it runs are no such place.
    let apart = [
        ("  vm: {", "  spare: { operator: host }\n  vm: {"),
        ("admins:\n", "admins:\n  night: { of: host, mfa: true, from: IN, can: { run: spare } }\n"),
    ];
    assert!(hds(&apart).sovereignty.remote.iter().all(|one| one.admin.en != "night"));
}

#[test]
fn the_sentence_of_no_transfer_is_not_handed_to_who_may_answer_to_another_law() {
    let ops = |owner: &str| {
        let ops = format!("ops: {{ secnumcloud: false, country: FR, owned_by: {owner},");
        let found = hds(&[
            ("ops: { country: FR, owned_by: none,", &ops),
            ("  vault:", "  mother: { country: US, owned_by: none }\n  vault:"),
            ("vm: { operator: host }", "vm: { operator: host, location: FR }"),
            ("sre: { of: ops,", "sre: { of: ops, from: FR,"),
        ]);
        let one = found.sovereignty.published.into_iter().find(|one| one.organisation.en == "ops").expect("a host");
        (one.outcome, one.asks.iter().map(|ask| ask.id()).collect::<Vec<_>>())
    };
    assert_eq!(ops("none"), (Outcome::NoTransfer, vec![]));
    assert_eq!(ops("mother"), (Outcome::NotDetermined, vec!["law"]));
    assert_eq!(ops("unknown"), (Outcome::NotDetermined, vec!["law"]));
}

#[test]
fn requirements_are_told_as_requirements_and_not_as_facts() {
    use enclair::text::{Lang, hds::requirement};
    for number in [11, 15, 16, 23, 26] {
        assert!(requirement(number, Lang::Fr).contains(" doit "), "EXI {number}");
        assert!(requirement(number, Lang::En).contains(" must "), "EXI {number}");
    }
}

#[test]
fn the_hospitals_of_the_gallery_are_controllers() {
    for (path, whose) in [
        ("imaging", "chu"),
        ("ai-transcription", "tilleuls"),
        ("practice-management", "practice"),
        ("remote-monitoring", "ward"),
        ("research-warehouse", "chu"),
    ] {
        let found = dossier(&format!("models/ehealth/{path}.yaml"));
        let own = found.hds.duties.iter().filter(|duty| duty.id == whose);
        assert!(own.clone().all(|duty| duty.state == DutyState::Own), "{path}");
        assert!(found.hds.frames.iter().all(|frame| frame.id != whose), "{path}");
    }
}

#[test]
fn the_articles_have_known_answers() {
    for path in ["models/article-1-transit.yaml", "models/article-3-end-to-end.yaml"] {
        let found = dossier(path);
        assert_eq!(
            told(&found.hds),
            [
                "infogereur 5 no-end-date",
                "hebergeur 1 no-end-date",
                "hebergeur 2 no-end-date",
                "hebergeur 3 no-end-date"
            ]
        );
        assert!(found.hds.flows.is_empty() && found.hds.delegations.is_empty() && found.hds.open.is_empty());
    }
    let changed = |path: &str| {
        let found = dossier(path);
        let cells = found.hds.changed.end_to_end.iter().map(|one| {
            let actor = &found.audit.actors[found.audit.verdicts[one.verdict].actor].id;
            assert_eq!(one.declared, path.contains("end-to-end"));
            format!("{actor} {}/{} {}/{}", one.before.0.id(), one.before.1.id(), one.after.0.id(), one.after.1.id())
        });
        cells.collect::<Vec<_>>()
    };
    // Nothing is kept in the first; in the third, what is kept is read without end-to-end encryption.
    assert_eq!(
        changed("models/article-1-transit.yaml"),
        [
            "infogereur none/privilege none/tampering",
            "hebergeur none/privilege none/tampering",
            "administrateur none/privilege none/tampering"
        ]
    );
    assert_eq!(
        changed("models/article-3-end-to-end.yaml"),
        [
            "infogereur privilege/privilege none/tampering",
            "hebergeur privilege/privilege none/tampering",
            "administrateur privilege/privilege none/tampering",
            "adversary/injection/stockage breach/breach none/breach",
            "adversary/intruder/backend breach/breach none/breach",
            "adversary/stolen-user/user-1 breach/breach none/breach",
            "adversary/stolen-user/user-2 breach/breach none/breach"
        ]
    );
}

#[test]
fn the_teleconsultation_has_known_answers() {
    let found = dossier("models/teleconsultation.yaml");
    let known = told(&found.hds);
    for one in [
        "managed-services 5 no-end-date",
        "host 1 no-end-date",
        "host 4 no-end-date",
        "backup-company 6 no-end-date",
        "errors-company 5 not-derivable",
    ] {
        assert!(known.iter().any(|duty| duty == one), "{one}: {known:?}");
    }
    assert!(known.iter().all(|duty| !duty.starts_with("vendor") && !duty.starts_with("cdn-company")));
    let [one] = found.hds.delegations.as_slice() else { panic!("{:?}", found.hds.delegations) };
    assert_eq!((one.id.as_str(), one.operators[0].en.as_str()), ("vendor", "Operator"));
    assert_eq!(one.reads.iter().map(|at| found.audit.data[*at].id.as_str()).collect::<Vec<_>>(), ["medical-record"]);
    let law: Vec<&str> = found.hds.sovereignty.law.iter().map(|one| one.organisation.en.as_str()).collect();
    assert_eq!(law, ["Host"]);
    let open: Vec<&str> = found.hds.sovereignty.maybe_hosts.iter().map(|both| both.en.as_str()).collect();
    assert!(open.contains(&"Error-tracking company"), "what it keeps is not known: {open:?}");
    assert!(found.hds.sovereignty.published.iter().all(|one| one.outcome == Outcome::NotDetermined));
}

#[test]
fn models_of_the_gallery_have_known_answers() {
    let hospital = dossier("models/ehealth/hospital-record.yaml");
    assert_eq!(duty(&hospital.hds, "hospital", 1), Some(DutyState::Own));
    assert_eq!(duty(&hospital.hds, "opsys", 5), Some(DutyState::NoEnd));
    assert_eq!(duty(&hospital.hds, "opsys", 3), Some(DutyState::NotDerivable));
    assert_eq!(duty(&hospital.hds, "opsys", 6), Some(DutyState::NotCovered));
    assert_eq!(duty(&hospital.hds, "dossia", 5), Some(DutyState::NotStated));
    let remote: Vec<&str> =
        hospital.hds.sovereignty.remote.iter().flat_map(|one| &one.countries).map(String::as_str).collect();
    assert_eq!(remote, ["MU", "IN", "US"]);
    let whose: Vec<&str> = hospital.hds.delegations.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(whose, ["dossia"], "the hospital is a controller");

    let portal = dossier("models/ehealth/laboratory-portal.yaml");
    assert_eq!(duty(&portal.hds, "ovalis", 1), Some(DutyState::Met));
    assert_eq!(duty(&portal.hds, "serveo", 5), Some(DutyState::NoEnd));
    assert_eq!(duty(&portal.hds, "bioplaine", 1), Some(DutyState::Own));
    assert!(portal.hds.flows.is_empty(), "the analyser is in the laboratory’s own rooms: {:?}", portal.hds.flows);
}

/// A text in which each organisation has every certificate, and each hosting a place.
fn certified(text: &str) -> String {
    let mut value = bench::alone(text);
    value.as_mapping_mut().map(|sections| ["about", "expect", "accept"].map(|key| sections.remove(key)));
    let put = |value: &mut Value, key: &str, text: &str| {
        if let Some(map) = value.as_mapping_mut() {
            map.insert(key.into(), serde_yaml::from_str(text).expect("a value"));
        }
    };
    for (_, one) in value["organisations"].as_mapping_mut().expect("a map") {
        put(one, "hds", "[1, 2, 3, 4, 5, 6]");
        put(one, "hds_until", "2099-12-31");
        put(one, "secnumcloud", "true");
        put(one, "controller", "true");
        put(one, "transfer", "adequacy");
    }
    for section in ["hosting", "storage", "backups", "backend"] {
        for (_, one) in value.get_mut(section).and_then(Value::as_mapping_mut).into_iter().flatten() {
            put(one, "location", "FR");
        }
    }
    serde_yaml::to_string(&value).expect("a value is written")
}

#[test]
fn every_certificate_added_changes_no_fact() {
    for path in paths_under(&["models"]) {
        let text = text_of(&path);
        let (with, without) = (loaded(&certified(&text)), loaded(&text));
        for case in [Case::Worst, Case::Best] {
            assert_eq!(plain(&with, case), plain(&without, case), "{}", path.display());
        }
        for every in [true, false] {
            let other = lower(&without.recertified(every), &Resolution::all(Case::Worst)).facts;
            assert_eq!(kernel::plain(&other), plain(&without, Case::Worst), "{}", path.display());
        }
    }
}

#[test]
fn certificates_added_or_removed_change_no_answer() {
    for path in some_under(&["models"], 25) {
        let text = text_of(&path);
        let found = Dossier::new(&loaded(&text)).expect("the model is audited");
        assert_eq!((found.hds.changed.without, found.hds.changed.with_all), (0, 0), "{}", path.display());
        assert_eq!(answers(&loaded(&text), Case::Worst), answers(&loaded(&certified(&text)), Case::Worst));
    }
}

#[test]
fn the_two_are_told_in_both_languages_and_in_json() {
    let json = binary::run(&["check", "models/teleconsultation.yaml", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let hds = &json["hds"];
    assert_eq!((&hds["judged_on"], &hds["stated"]), (&"2026-11-22".into(), &true.into()));
    assert_eq!(hds["duties"][0]["organisation"], "managed-services");
    assert_eq!((&hds["duties"][0]["state"], &hds["duties"][0]["reason"]), (&"unknown".into(), &"no-end-date".into()));
    assert_eq!(hds["changed"]["by_no_certificate"], 0);
    assert_eq!(hds["changed"]["by_every_certificate"], 0);
    assert!(hds["changed"]["by_end_to_end"].as_array().is_some_and(|cells| cells.len() > 20));
    assert!(hds["frames"].as_array().is_some_and(|frames| frames.iter().all(|one| one["grade_changed"] == false)));

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("model.yaml");
    let said = |word: &str, more: &[(&str, &str)]| {
        let ops = format!("ops: {{ secnumcloud: {word},");
        let edits: Vec<(&str, &str)> = [("ops: {", ops.as_str())].into_iter().chain(more.iter().copied()).collect();
        std::fs::write(&path, edited(&edits)).expect("a file");
        let told = ["fr", "en"]
            .map(|lang| binary::text(&binary::run_in(folder.path(), &["hds", "model.yaml", "--lang", lang]).stdout));
        told.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " "))
    };
    let qualified = "aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union";
    for (text, hedge) in said("true", &[]).iter().zip(["à vérifier", "to be checked"]) {
        assert!(text.contains(qualified) && text.contains(hedge), "{text}");
    }
    let located = [
        ("vm: { operator: host }", "vm: { operator: host, location: FR }"),
        ("sre: { of: ops,", "sre: { of: ops, from: FR,"),
    ];
    let none =
        "aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen";
    for (text, hedge) in
        said("false", &located).iter().zip(["à confirmer par l’hébergeur", "to be confirmed by the host"])
    {
        assert!(text.contains(none) && text.contains(hedge) && !text.contains(qualified), "{text}");
    }
}

/// The section of a terminal, in both languages.
fn section(edits: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("model.yaml"), edited(edits)).expect("a file");
    let one = |lang: &str| {
        let out = binary::text(&binary::run_in(folder.path(), &["hds", "model.yaml", "--lang", lang]).stdout);
        let from = out.find("HDS ").expect("there is a section");
        out[from..].split("\n\n").next().unwrap_or_default().to_owned()
    };
    format!("{}\n\n{}\n", one("fr"), one("en"))
}

#[test]
fn the_section_is_printed() {
    insta::assert_snapshot!(
        "section-stated",
        section(&[("admins:\n", SUPPORT), ("to: api, tls: \"1.3\"", "to: api, tls: none")])
    );
    let silent = [("hds: [1, 2, 3], hds_until: 2027-01-31", "count: 3"), ("hds: 5, hds_until: 2027-01-31", "count: 4")];
    insta::assert_snapshot!("section-silent", section(&silent));
}
