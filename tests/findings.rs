//! The catalogue of findings: each rule on a model that raises it and on a near twin, its advice solved again, its
//! proof checked, names of no importance.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use std::collections::{BTreeMap, BTreeSet};

use bench::{loaded, try_load};
use binary::{enclair, text};
use enclair::audit::{Audit, FindingKind, audit, audit_on, proofs_at_place};
use enclair::compare::{Dossier, remedies};
use enclair::findings::{Advice, Raised, Read, Thwarted, ThwartedKind, raised_alone, thwarted};
use enclair::gallery::{Entry, Example};
use enclair::kernel::{Grade, Phase, Solution};
use enclair::lower::{Case, Resolution, lower};
use enclair::model::{Architecture, Day, Model};
use enclair::text::Lang;
use enclair::text::finding::{HdsRule, HowMany, Own, Rule, Severity, What, Who};
use insta::assert_snapshot;

fn raised(architecture: &Architecture) -> Vec<Raised> {
    raised_alone(architecture, &lower(architecture, &Resolution::all(Case::Worst)))
}

fn rules(model: &Model) -> BTreeSet<Rule> {
    raised(&model.architecture).into_iter().map(|one| one.rule).collect()
}

fn example(rule: Rule) -> Model {
    Example::of(rule).load().unwrap_or_else(|mistakes| panic!("{}: {:?}", rule.id(), mistakes.list))
}

fn audited(model: &Model) -> Audit {
    audit(model).unwrap_or_else(|error| panic!("{error}"))
}

fn of_gallery(id: &str) -> Model {
    let entry = Entry::find(id).unwrap_or_else(|| panic!("{id}"));
    entry.load().unwrap_or_else(|mistakes| panic!("{id}: {:?}", mistakes.list))
}

/// Models of some size, the examples apart.
fn large() -> impl Iterator<Item = Model> {
    [
        "practice-management",
        "laboratory-portal",
        "research-warehouse",
        "c09-encrypted-web-app",
        "imessage-icloud-backup",
    ]
    .into_iter()
    .map(of_gallery)
}

fn examples() -> impl Iterator<Item = Model> {
    Rule::ALL.iter().map(|rule| example(*rule))
}

#[test]
fn each_rule_is_raised_by_its_model_and_not_by_its_near_twin() {
    for rule in Rule::ALL {
        let model = example(*rule);
        let twin = model.variants().find(|one| one.variant.as_ref().is_some_and(|one| one.id == Example::TWIN));
        let twin = twin.unwrap_or_else(|| panic!("{}: no twin", rule.id()));
        assert!(rules(&model).contains(rule), "{} is not raised", rule.id());
        assert!(!rules(&twin).contains(rule), "{} is raised by its twin", rule.id());
    }
}

#[test]
fn findings_apart_from_the_catalogue_have_their_models_too() {
    let kinds = |model: &Model| -> BTreeSet<&'static str> {
        let dossier = Dossier::new(model).unwrap_or_else(|error| panic!("{error}"));
        dossier.audit.findings.iter().map(|one| one.kind.id()).collect()
    };
    for rule in HdsRule::ALL {
        let model = Example::of_hds(rule).load().unwrap_or_else(|mistakes| panic!("{:?}", mistakes.list));
        let twin = model.variants().next().expect("a twin");
        assert!(kinds(&model).contains(rule.id()), "{} is not raised", rule.id());
        assert!(!kinds(&twin).contains(rule.id()), "{} is raised by its twin", rule.id());
    }
    let own = [(Own::Reader, "unintended-reader"), (Own::Claim, "claim-refuted"), (Own::Undetermined, "undetermined")];
    for (own, id) in own {
        let (raises, does_not) = Example::of_own(own).expect("it has models");
        let of = |path: &str| kinds(&loaded(&std::fs::read_to_string(path).expect("a model")));
        assert!(of(raises).contains(id) && !of(does_not).contains(id), "{id}");
    }
}

#[test]
fn identifiers_are_those_of_the_method_and_never_twice() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert_eq!(Rule::from_id(rule.id()), Some(*rule));
        // Those of good results, and of what is not stated.
        assert!(!["EC-009", "EC-030", "EC-040", "EC-041", "EC-042"].contains(&rule.id()));
        for lang in Lang::ALL {
            let texts = [rule.title(lang), rule.so_what(lang), rule.logic(lang), rule.mistaken(lang)];
            assert!(texts.iter().all(|text| text.len() > 20), "{}", rule.id());
        }
        assert!(!rule.references().all().is_empty());
    }
}

/// What is advised makes the finding disappear; what is to be accepted no longer counts once it is.
#[test]
fn advice_makes_its_finding_disappear() {
    let (mut done, mut lightened, mut accepted) = (0, 0, 0);
    for model in examples().chain(large()) {
        let audit = audited(&model);
        let remedies = remedies(&model, &audit);
        assert_eq!(remedies.len(), audit.raised.len());
        for (one, remedied) in audit.raised.iter().zip(&remedies) {
            match &remedied.advice {
                Advice::Do(remedy) => {
                    let left = raised(&remedy.applied(&model.architecture));
                    assert!(!left.iter().any(|other| other.is_same(&one.raised)), "{:?}", one.raised);
                    done += 1;
                }
                Advice::Lighten(remedy, severity) => {
                    let changed = remedy.applied(&model.architecture);
                    let left = raised(&changed).into_iter().find(|other| other.is_same(&one.raised));
                    let left = left.expect("it is only lightened");
                    let easier = |read: &Read| {
                        let before =
                            one.raised.reads.iter().find(|old| old.actor == read.actor && old.data == read.data);
                        before.is_none_or(|before| before.grade.public() > read.grade.public())
                    };
                    assert!(!left.reads.iter().any(easier), "{:?}", one.raised);
                    assert!(left.reads != one.raised.reads, "{:?}", one.raised);
                    assert_eq!(left.weight(&changed).severity, *severity);
                    lightened += 1;
                }
                Advice::Accept => accepted += 1,
                Advice::NotComputed => panic!("{:?} was not computed", one.raised.rule),
            }
        }
    }
    assert!(done > 100 && lightened > 3 && accepted > 10, "{done} done, {lightened} lightened, {accepted} to accept");
}

/// Rules whose remedy is in the language have it on the model made for them.
#[test]
fn what_can_be_done_is_advised() {
    let without = [Rule::Metadata, Rule::Pseudonyms, Rule::Intruder];
    for rule in Rule::ALL {
        let model = example(*rule);
        let audit = audited(&model);
        let remedies = remedies(&model, &audit);
        let own = audit.raised.iter().zip(&remedies).filter(|(one, _)| one.raised.rule == *rule);
        for (_, remedied) in own {
            let does = matches!(remedied.advice, Advice::Do(_));
            assert_eq!(does, !without.contains(rule), "{}", rule.id());
        }
    }
}

#[test]
fn accepting_covers_what_is_named_and_nothing_else() {
    let text = Example::of(Rule::ClearFlow).text;
    let accept = |about: &str| {
        let entry = format!("accept:\n  - {{ {about}, owner: RSSI, reason: En cours, until: 2026-12-31 }}\n");
        let model = loaded(&format!("{text}{entry}"));
        let audit = audit_on(&model, Day::parse("2026-11-30")).unwrap_or_else(|error| panic!("{error}"));
        audit.findings.iter().filter(|one| one.accepted.is_some()).map(|one| one.kind.id()).collect::<Vec<_>>()
    };
    assert_eq!(accept("finding: EC-011"), ["EC-011"]);
    assert_eq!(accept("finding: EC-011, about: [app, server]"), ["EC-011"]);
    assert_eq!(accept("finding: EC-011, about: app"), ["EC-011"]);
    assert!(accept("finding: EC-011, about: [app, vm]").is_empty());
    assert!(accept("finding: EC-001, about: server").is_empty());
    assert_eq!(accept("finding: EC-001, actor: cloud, data: note"), ["EC-001"]);
    let entry = "accept:\n  - { finding: EC-011, about: servr, owner: RSSI, reason: En cours, until: 2026-12-31 }\n";
    let mistakes = try_load(&format!("{text}{entry}")).expect_err("nothing is called so");
    assert!(mistakes.render(Lang::En, enclair::source::Style::Plain).contains("`server`"));
}

/// Each finding has a proof that reads where it says, and that the independent checker passes.
#[test]
fn each_finding_has_a_proof_at_its_place() {
    for model in examples().chain(large()) {
        let audit = audited(&model);
        let first: Vec<_> = audit.raised.iter().filter_map(|one| one.raised.reads.first()).collect();
        assert_eq!(first.len(), audit.raised.len());
        let proofs = proofs_at_place(&model, &first).unwrap_or_else(|error| panic!("{error}"));
        for (read, proof) in first.iter().zip(proofs) {
            let proof = proof.unwrap_or_else(|| panic!("{read:?} has no proof"));
            let last = proof.steps.last().expect("a step");
            assert!(last.grade <= read.grade, "{read:?}: {:?}", last.grade);
            let there = format!("\"{}\"", read.at);
            // An employer reads by what their people read there.
            let mut facts = proof.steps.iter().flat_map(|step| step.facts.iter());
            assert!(facts.any(|fact| fact.contains(&there)), "{read:?}: {:?}", last.facts);
        }
    }
}

/// Whoever reads by privilege without being meant to is in a finding, but for those who read as the employer or the
/// owner of a declared reader, and for those whom an open storage lets in like anyone else.
#[test]
fn nobody_reads_by_privilege_without_a_finding() {
    let mut told = 0;
    for entry in Entry::all() {
        let model = of_gallery(entry.id);
        let audit = audited(&model);
        for verdict in audit.verdicts.iter().filter(|verdict| verdict.is_unintended_reader()) {
            let (actor, data) = (&audit.actors[verdict.actor].id, &audit.data[verdict.data].id);
            let reads = |one: &Raised| one.reads.iter().any(|read| read.actor == *actor && read.data == *data);
            if actor == "adversary/common-base" || audit.raised.iter().any(|one| reads(&one.raised)) {
                told += 1;
                continue;
            }
            let proof = audit.shortest_proof(verdict).map(|at| &audit.proofs[at]).expect("a proof");
            let facts: Vec<&str> = proof.steps.iter().flat_map(|step| step.facts.iter()).map(String::as_str).collect();
            let asset = &model.architecture.data[data.as_str()];
            let employed = |reader: &String| facts.iter().any(|fact| fact.starts_with(&format!("staff(\"{reader}\"")));
            let through_reader = facts.iter().any(|fact| fact.starts_with("intended("))
                || asset.declared_readers().iter().any(|reader| employed(&reader.0));
            let open = facts.iter().any(|fact| fact.starts_with("gate(") && fact.contains("[]"));
            let nowhere = actor == "unknown-owner";
            assert!(through_reader || open || nowhere, "{}: {actor} reads {data}", entry.id);
        }
    }
    assert!(told > 300, "{told}");
}

/// Every word of a text that is an identifier of the model, written otherwise.
fn renamed(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let rest = text.replace("->", "\u{1}");
    let flush = |word: &mut String, out: &mut String| {
        out.push_str(names.get(word).unwrap_or(word));
        word.clear();
    };
    for c in rest.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '_') {
            word.push(c);
        } else {
            flush(&mut word, &mut out);
            out.push(c);
        }
    }
    flush(&mut word, &mut out);
    out.replace('\u{1}', "->")
}

/// Names of the examples in the place of which others stand: such as mislead whoever reads words.
fn others() -> BTreeMap<String, String> {
    let names = [
        "acme",
        "cloud",
        "keeper",
        "patient",
        "secretary",
        "note",
        "when",
        "cohort",
        "table",
        "app",
        "page",
        "desk",
        "vm",
        "safe",
        "server",
        "shop",
        "vault",
        "sources",
        "edge",
        "widget",
        "letters",
        "journal",
        "buffer",
        "factory",
        "vouch",
        "db",
        "files",
        "phones",
        "nightly",
        "trial",
        "studies",
        "tables",
        "disk-key",
        "file-key",
        "field-key",
        "note-key",
        "backup-key",
        "ops",
        "helpdesk",
        "dba",
        "mailbox",
    ];
    let strange = ["logs", "backup", "tls", "staging", "anyone", "session", "medium", "proxy", "e2e", "thief"];
    let other = |(at, name): (usize, &str)| (name.to_owned(), format!("{}-{at}", strange[at % strange.len()]));
    names.into_iter().enumerate().map(other).collect()
}

#[test]
fn names_change_no_finding() {
    let names = others();
    for rule in Rule::ALL {
        let text = Example::of(*rule).text;
        let head: String = text.lines().filter(|line| !line.starts_with('#') && !line.starts_with("system")).fold(
            String::from("system: { name: X, vendor: acme }\n"),
            |mut all, line| {
                all.push_str(line);
                all.push('\n');
                all
            },
        );
        let told = |text: &str, names: &dyn Fn(&String) -> String| {
            let model = loaded(text);
            let audit = audited(&model);
            let remedies = remedies(&model, &audit);
            let mut all: Vec<String> = audit
                .raised
                .iter()
                .zip(&remedies)
                .map(|(one, remedied)| {
                    let mut about: Vec<String> = one.raised.about.iter().map(names).collect();
                    about.sort();
                    let mut reads: Vec<(String, Grade)> =
                        one.raised.reads.iter().map(|read| (names(&read.data), read.grade)).collect();
                    reads.sort();
                    let actions: Vec<&str> = match &remedied.advice {
                        Advice::Do(remedy) => remedy.changes.iter().map(|change| change.action.id()).collect(),
                        _ => Vec::new(),
                    };
                    format!("{} {about:?} {reads:?} {:?} {actions:?}", one.raised.rule.id(), one.weight)
                })
                .collect();
            all.sort();
            all
        };
        let new = |name: &String| names.get(name).unwrap_or(name).clone();
        let same = String::clone;
        assert_eq!(told(&head, &new), told(&renamed(&head, &names), &same), "{}", rule.id());
    }
}

#[test]
fn severity_follows_from_who_how_what_and_how_many() {
    let weigh = |rule: Rule, edits: &[(&str, &str)]| {
        let mut text = Example::of(rule).text.to_owned();
        for (old, new) in edits {
            assert!(text.contains(old), "{old}");
            text = text.replace(old, new);
        }
        let audit = audited(&loaded(&text));
        audit.raised.iter().find(|one| one.raised.rule == rule).expect("raised").weight
    };
    let lost = weigh(Rule::LostDevice, &[]);
    assert_eq!(
        (lost.severity, lost.how_many),
        (Severity::Medium, HowMany::Unknown),
        "nothing says how many a device shows"
    );
    let host = weigh(Rule::HostMemory, &[]);
    assert_eq!((host.severity, host.who, host.what), (Severity::High, Who::Inside, What::Health));
    assert_eq!((host.how, host.how_many), (Grade::Privilege, HowMany::Number(1000)));
    let contact = weigh(Rule::HostMemory, &[("kind: health", "kind: identifier")]);
    assert_eq!((contact.severity, contact.what), (Severity::Medium, What::Personal));
    let unknown = weigh(Rule::HostMemory, &[("subjects: 1000, ", "")]);
    assert_eq!((unknown.severity, unknown.how_many), (Severity::High, HowMany::Unknown));
    let stolen = weigh(Rule::StolenUser, &[]);
    assert_eq!((stolen.severity, stolen.who, stolen.how), (Severity::Medium, Who::Outside, Grade::Breach));
    let own = weigh(Rule::StolenUser, &[("reset: none }", "reset: none, scope: single }")]);
    assert_eq!((own.severity, own.how_many), (Severity::Low, HowMany::One));
    let patterns = weigh(Rule::Metadata, &[]);
    assert_eq!((patterns.severity, patterns.what), (Severity::Low, What::Metadata));
}

fn good(model: &Model) -> Vec<Thwarted> {
    let lowered = lower(&model.architecture, &Resolution::all(Case::Worst));
    thwarted(&model.architecture, &lowered, &Solution::solve(&lowered.facts, Phase::Next))
}

/// A good result has its condition, and goes with the protection that it is about.
#[test]
fn good_results_hold_on_a_condition() {
    let encrypted = Example::of(Rule::KeyBesideData).text;
    let found = good(&loaded(encrypted));
    let bytes = found.iter().find(|one| one.id == "EC-009").expect("the thief of the disk reads nothing");
    assert_eq!((bytes.about.as_slice(), bytes.data.as_slice()), (&["db".to_owned()][..], &["note".to_owned()][..]));
    assert_eq!(bytes.kind, ThwartedKind::Bytes { keys: vec!["disk-key".to_owned()] });
    // Whom an open storage lets in, a thief reads like anyone else; so does who listens.
    let open = Example::of(Rule::OpenStorage).text;
    let open = open
        .replace("at_rest: none, open", "at_rest: { scope: volume, key: k }, open")
        .replace("accounts:", "keys: { k: vm }\naccounts:");
    assert!(good(&loaded(&open)).iter().all(|one| one.id != "EC-009" && one.id != "EC-040"));
    // Of several sets of keys, each stands with what it opens.
    let sets =
        Example::of(Rule::StorageAdmin).text.replace("data:\n", "data:\n  memo: { kind: health, readers: patient }\n");
    let sets = sets.replace("holds: note", "holds: [note, memo], encrypted: { data: memo, by: server, key: memo-key }");
    let sets = sets.replace("keys:\n", "keys:\n  memo-key: { kept_in: server }\n");
    let found = good(&loaded(&sets));
    let of = |data: &str| -> Vec<ThwartedKind> {
        found.iter().filter(|one| one.id == "EC-009" && one.data == [data]).map(|one| one.kind.clone()).collect()
    };
    let keys = |all: &[&str]| ThwartedKind::Bytes { keys: all.iter().map(|one| (*one).to_owned()).collect() };
    assert_eq!(of("note"), [keys(&["disk-key"])]);
    assert_eq!(of("memo"), [keys(&["disk-key", "memo-key"])]);
    // A declared reader is not told out of reach.
    let declared = Example::of(Rule::StorageAdmin).text.replace("readers: patient", "readers: [patient, dba]");
    let twin = loaded(&declared).variants().next().expect("a twin");
    assert!(good(&twin).iter().all(|one| one.id != "EC-042"));
    let clear = Example::of(Rule::ClearStorage).text;
    assert!(good(&loaded(clear)).iter().all(|one| one.id != "EC-009"));
    let blind = |rule: Rule| good(&example(rule)).iter().any(|one| one.id == "EC-040");
    assert!(blind(Rule::HostMemory) && !blind(Rule::ClearFlow));
    assert!(!blind(Rule::OldTls) && !blind(Rule::UnverifiedPeer), "listening is not all that it takes to be kept out");
    let kept = |model: &Model| good(model).into_iter().find(|one| one.id == "EC-041").map(|one| one.kind);
    let Some(ThwartedKind::EndToEnd { except }) = kept(&example(Rule::UnverifiedRecipients)) else {
        panic!("nobody reads by privilege")
    };
    assert!(except.contains(&"cloud".to_owned()), "{except:?}");
    assert_eq!(kept(&example(Rule::KeyElsewhere)), None);
    let sealed = example(Rule::StorageAdmin).variants().next().expect("a twin");
    let content = good(&sealed).into_iter().find(|one| one.id == "EC-042").expect("the admin does not read");
    let ThwartedKind::Content { admin, keys } = content.kind else { panic!("{content:?}") };
    assert_eq!((admin.as_str(), keys.as_slice()), ("dba", &["field-key".to_owned()][..]));
}

#[test]
fn it_is_told_in_both_languages() {
    for lang in ["fr", "en"] {
        let (shown, code) = run(&["findings", "--lang", lang, "models/article-2-at-rest.yaml"]);
        assert_eq!(code, Some(0), "{shown}");
        assert_snapshot!(format!("findings-article-2-{lang}"), shown);
        let (shown, _) = run(&["findings", "--lang", lang, "--proofs", "--references", "models/findings/ec-007.yaml"]);
        assert_snapshot!(format!("findings-whole-{lang}"), shown);
        let (shown, _) = run(&["rules", "ec-011", "--lang", lang]);
        assert_snapshot!(format!("rules-one-{lang}"), shown);
        let (shown, _) = run(&["rules", "--lang", lang]);
        let catalogue = shown.split_once(if lang == "fr" { "Catalogue des" } else { "Catalogue of" });
        assert_snapshot!(format!("rules-catalogue-{lang}"), catalogue.expect("the catalogue").1);
    }
    let (_, code) = run(&["rules", "EC-999"]);
    assert_eq!(code, Some(2));
    let (shown, _) = run(&["findings", "--lang", "en", "--format", "json", "models/findings/ec-019.yaml"]);
    let root: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
    assert_eq!(root["format"], "enclair-findings/1");
    assert_snapshot!("findings-json", shown);
}

fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let output = enclair(arguments).output().expect("the binary runs");
    (text(&output.stdout), output.status.code())
}

#[test]
fn a_severity_may_be_a_threshold() {
    let code = |threshold: &str, model: &str| run(&["check", "--fail-on", threshold, model]).1;
    assert_eq!(code("high", "models/findings/ec-011.yaml"), Some(1));
    assert_eq!(code("high", "models/findings/ec-019.yaml"), Some(0));
    assert_eq!(code("medium", "models/findings/ec-019.yaml"), Some(1));
    assert_eq!(code("low", "models/findings/ec-020.yaml"), Some(1));
    assert_eq!(code("medium", "models/findings/ec-020.yaml"), Some(0));
}

const HOSTED: &str = r#"enclair: 1
system: { name: Demo, vendor: acme, date: 2026-11-30, language: en }
organisations:
  acme: { country: FR, owned_by: none }
  engineers: { country: FR, owned_by: none, hds: [5] }
  cloud: { country: FR, owned_by: none, hds: [1, 2, 3, 4, 6], hds_until: 2027-06-30 }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: shop, updates: logged, lock: strong }
hosting:
  vm: { operator: cloud }
backend:
  server: { runs_on: vm, exposed: none, code_from: [], keeps: note }
  shop: { kind: app-store, operator: acme }
storage: {}
backups: {}
links:
  - { from: app, to: server, tls: "1.3", carries: note }
admins:
  ops: { of: engineers, mfa: true, can: { run: server, change: server } }
  helpdesk: { of: acme, mfa: true, can: { run: shop } }
"#;

/// The findings on certificates, each with a near twin that does not raise it; no answer differs between the two but
/// where the access itself does.
#[test]
fn certificates_that_are_stated_are_set_beside_what_is_done() {
    let found = |edits: &[(&str, &str)]| {
        let mut text = HOSTED.to_owned();
        for (old, new) in edits {
            assert!(text.contains(old), "{old}");
            text = text.replace(old, new);
        }
        let dossier = Dossier::new(&loaded(&text)).unwrap_or_else(|error| panic!("{error}"));
        let own = dossier.audit.findings.iter().filter(|one| matches!(one.kind, FindingKind::Hds(_)));
        let told = own.map(|one| {
            assert!(!one.locations.is_empty());
            format!(
                "{} {}{}",
                one.kind.id(),
                one.about.join(" "),
                if one.accepted.is_some() { " accepted" } else { "" }
            )
        });
        told.collect::<Vec<_>>()
    };
    assert!(found(&[]).is_empty(), "{:?}", found(&[]));
    assert_eq!(found(&[("hds: [5]", "hds: [6]")]), ["HDS-01 engineers"]);
    assert_eq!(found(&[("2027-06-30", "2026-06-30")]), ["HDS-02 cloud"]);
    let tool = "can: { read: { data: note, at: server } }";
    assert_eq!(found(&[("can: { run: shop }", tool)]), ["HDS-03 acme"]);
    assert!(
        found(&[("can: { run: shop }", tool), ("readers: patient", "readers: [patient, helpdesk, acme]")]).is_empty()
    );
    assert_eq!(found(&[("tls: \"1.3\"", "tls: none")]), ["HDS-04 app server"]);
    let accepted = String::from(
        "accept:\n  - { finding: HDS-01, about: engineers, owner: DPO, reason: x, until: 2026-12-31 }\nadmins:",
    );
    assert_eq!(found(&[("hds: [5]", "hds: [6]"), ("admins:", &accepted)]), ["HDS-01 engineers accepted"]);
    let (shown, code) = run(&["rules", "HDS-03", "--lang", "en"]);
    assert!(code == Some(0) && shown.contains("activity 5"), "{shown}");
}
