//! What the vendor says: each way to check it, what stands against it, and words that bear on nothing.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::{loaded, paths, text_of};
use enclair::audit::{Audit, ClaimView, audit};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::text::claims::Word;
use enclair::text::{Both, Lang};
use insta::assert_snapshot;

/// A system with a key apart, a service that opens, a host, and data that are end-to-end encrypted.
const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme, language: en }
organisations:
  acme: { country: FR }
  cloud: { country: FR, owned_by: none }
  vault: { country: FR, owned_by: none }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
  memo: { kind: health, readers: patient }
  scan: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: shop, lock: strong }
hosting:
  vm: cloud
backend:
  api: { runs_on: vm, code_from: [] }
  shop: { operator: acme }
  kms: { kind: kms, operator: vault }
storage:
  db: { runs_on: vm, used_by: api, holds: note, at_rest: none }
  archive: { operator: cloud, used_by: none, holds: scan, at_rest: none, encrypted: { data: scan, by: [], key: scan-key } }
backups: {}
keys:
  scan-key: kms
  idle-key: kms
links:
  - { from: app, to: api, tls: "1.3", carries: [note, memo] }
  - { from: api, to: db, tls: none, carries: note }
end_to_end:
  - { data: memo, between: app, recipients_from: api, verified: false }
admins: {}
"#;

/// The model with claims.
fn with(claims: &str) -> Model {
    loaded(&format!("{MODEL}claims:\n{claims}"))
}

fn audited(model: &Model) -> Audit {
    audit(model).unwrap_or_else(|error| panic!("{error}"))
}

/// A claim, as checked.
fn judged(claim: &str) -> (Audit, ClaimView) {
    let audit = audited(&with(&format!("  - {{ says: Words, {claim} }}\n")));
    let claim = audit.claims[0].clone();
    (audit, claim)
}

fn verdict(claim: &str) -> &'static str {
    judged(claim).1.verdict.id()
}

/// Who stands against a claim, and at which grade.
fn against(claim: &str) -> Vec<(String, Grade)> {
    let (audit, claim) = judged(claim);
    let who = |verdict: usize| audit.actors[audit.verdicts[verdict].actor].id.clone();
    claim.against.iter().map(|one| (who(one.verdict), one.grade.public())).collect()
}

#[test]
fn actors_that_the_claim_names_cannot_read() {
    assert_eq!(verdict("data: note, not: cloud"), "refuted");
    assert_eq!(verdict("data: note, not: vault"), "holds");
    assert_eq!(verdict("data: memo, not: acme"), "tampering");
    assert_eq!(verdict("data: note, not: patient"), "refuted", "a reader is meant to read");
    assert_eq!(against("data: note, not: [vault, cloud]"), [("cloud".to_owned(), Grade::Privilege)]);
    assert_eq!(verdict("data: [note, memo], not: cloud"), "refuted");
}

#[test]
fn a_claim_on_one_grade_says_nothing_of_harder_ones() {
    assert_eq!(verdict("data: memo, nobody: privilege"), "holds");
    assert_eq!(verdict("data: memo, nobody: tampering"), "refuted");
    assert_eq!(verdict("data: note, nobody: privilege"), "refuted");
    assert_eq!(verdict("data: scan, nobody: tampering"), "holds");
    let (_, claim) = judged("data: memo, nobody: privilege");
    assert!(claim.against.is_empty(), "{:?}", claim.against);
}

#[test]
fn without_a_key_only_those_who_need_it_are_kept_out() {
    // Whoever opens the service has the note with or without the key of the archive.
    assert_eq!(verdict("data: note, without: scan-key"), "refuted");
    assert_eq!(verdict("data: scan, without: scan-key"), "holds");
    // A key that protects nothing keeps nobody out.
    assert_eq!(verdict("data: scan, without: idle-key"), "holds", "nobody has both the ciphertext and the key");
    let shared = "data: scan, without: idle-key";
    let pooled = MODEL.replace("  kms: { kind: kms, operator: vault }", "  kms: { kind: kms, operator: cloud }");
    let claim = |text: &str, claim: &str| {
        audited(&loaded(&format!("{text}claims:\n  - {{ says: Words, {claim} }}\n"))).claims[0].verdict.id()
    };
    assert_eq!(claim(&pooled, shared), "refuted", "the host has the key, which is another");
    assert_eq!(claim(&pooled, "data: scan, without: scan-key"), "holds", "the host reads, with the key alone");
    assert_eq!(claim(&pooled, "data: scan, only: patient"), "refuted");
    // Lacking one of several is enough.
    assert_eq!(claim(&pooled, "data: scan, without: [scan-key, idle-key]"), "refuted");
}

#[test]
fn the_path_without_a_key_does_not_use_it() {
    // By privilege with the key; by tampering without it, since recipients are not verified.
    let text = MODEL
        .replace("recipients_from: api", "key: memo-key, recipients_from: api")
        .replace("keys:\n", "keys:\n  memo-key: vm\n")
        + "claims:\n  - { says: Words, data: memo, without: memo-key }\n";
    let audit = audited(&loaded(&text));
    let claim = &audit.claims[0];
    assert_eq!(claim.verdict.id(), "tampering");
    let cloud = claim.against.iter().find(|one| audit.actors[audit.verdicts[one.verdict].actor].id == "cloud");
    let cloud = cloud.expect("the host stands against it");
    assert_eq!(audit.verdicts[cloud.verdict].easiest(), Grade::Privilege);
    assert_eq!(cloud.grade.public(), Grade::Tampering);
    let told: Vec<&str> =
        audit.proofs[cloud.proof.expect("a proof")].steps.iter().map(|step| step.sentence.get(Lang::En)).collect();
    assert!(!told.is_empty() && told.iter().all(|step| !step.contains("memo-key")), "{told:?}");
}

#[test]
fn a_software_lock_that_asks_for_the_key_needs_it() {
    let locked =
        MODEL.replace("keys:\n", "keys:\n  inner: { kept_in: { in: shop, opens_to: scan-key, as: service } }\n");
    let locked = locked
        .replace("encrypted: { data: scan, by: [], key: scan-key }", "encrypted: { data: scan, by: [], key: inner }");
    let locked = locked.replace("  scan-key: kms", "  scan-key: archive");
    let claim = |keys: &str| {
        let text = format!("{locked}claims:\n  - {{ says: Words, data: scan, without: {keys} }}\n");
        let audit = audited(&loaded(&text));
        (audit.claims[0].verdict.id(), audit.claims[0].against.len())
    };
    assert_eq!(claim("idle-key").0, "refuted", "the host opens the lock with the key beside the archive");
    let without = claim("scan-key");
    assert_ne!(without.0, "undetermined");
    assert!(without.1 < claim("idle-key").1, "fewer read without the key: {without:?}");
}

#[test]
fn end_to_end_means_plaintext_nowhere_else() {
    assert_eq!(verdict("data: memo, end_to_end: app"), "tampering");
    let (_, claim) = judged("data: note, end_to_end: app");
    assert_eq!(claim.verdict.id(), "refuted");
    let places: Vec<&str> = claim.elsewhere.iter().map(|(label, _)| label.get(Lang::En)).collect();
    assert!(places.contains(&"api") && places.contains(&"db"), "{places:?}");
    assert!(!places.contains(&"app"), "the client itself is meant to: {places:?}");
}

/// Where the only other who reads is meant to, the component that has the plaintext refutes the claim alone.
#[test]
fn a_component_of_a_declared_reader_refutes_end_to_end() {
    let text = MODEL
        .replace("note: { kind: health, readers: patient }", "note: { kind: health, readers: [patient, acme, cloud] }");
    let audit =
        audited(&loaded(&format!("{text}claims:\n  - {{ id: e2e, says: Words, data: note, end_to_end: app }}\n")));
    let claim = &audit.claims[0];
    assert_eq!(claim.verdict.id(), "refuted");
    assert_eq!(claim.refuters().count(), 0);
    let finding = audit.findings.iter().find(|one| one.claim == Some(0)).expect("a finding");
    assert_eq!((finding.kind.id(), finding.verdict), ("claim-refuted", None));
    assert!(finding.locations.len() > 1, "the components are where it points: {:?}", finding.locations);
}

/// A component that can open what it keeps has the plaintext, though it is clear nowhere there.
#[test]
fn ciphertext_with_its_key_beside_is_plaintext_to_end_to_end() {
    let place = |key: &str| {
        let text = MODEL.replace("  scan-key: kms", &format!("  scan-key: {key}"));
        let text = text
            .replace("scan: { kind: health, readers: patient }", "scan: { kind: health, readers: [patient, cloud] }");
        audited(&loaded(&format!("{text}claims:\n  - {{ says: Words, data: scan, end_to_end: app }}\n"))).claims[0]
            .clone()
    };
    assert_eq!(place("kms").verdict.id(), "holds");
    let beside = place("archive");
    assert_eq!(beside.verdict.id(), "refuted");
    assert_eq!(beside.elsewhere.iter().map(|(label, _)| label.get(Lang::En)).collect::<Vec<_>>(), ["archive"]);
}

/// What a claim depends on is asked, in the world where it is checked.
#[test]
fn a_claim_that_depends_on_an_unknown_asks_about_it() {
    let text = MODEL.replace("  scan-key: kms", "  scan-key: unknown");
    for claim in ["data: scan, nobody: privilege", "data: scan, without: idle-key", "data: scan, end_to_end: app"] {
        let audit = audited(&loaded(&format!("{text}claims:\n  - {{ says: Words, {claim} }}\n")));
        let view = &audit.claims[0];
        assert_eq!(view.verdict.id(), "undetermined", "{claim}");
        let asked: Vec<&str> = view.questions.iter().map(|at| audit.questions[*at].property.as_str()).collect();
        assert_eq!(asked, ["keys.scan-key.kept_in"], "{claim}");
    }
    // It is the other key that is unknown: without it, the answer is the same.
    let audit = audited(&loaded(&format!("{text}claims:\n  - {{ says: Words, data: scan, without: scan-key }}\n")));
    assert_eq!(audit.claims[0].verdict.id(), "holds");
}

/// A list of those who may read, and the two ways to say that nobody else does, agree.
#[test]
fn statements_that_say_the_same_are_judged_alike() {
    for path in paths().iter().step_by(6) {
        let text = text_of(path);
        let model = loaded(&text);
        let Some((data, asset)) = model.architecture.data.iter().next() else { continue };
        let readers: Vec<&str> = asset.declared_readers().iter().map(|reader| reader.0.as_str()).collect();
        let mut value = bench::alone(&text);
        let claims = format!(
            "[{{ says: A, data: {data}, only: [{}] }}, {{ says: B, data: {data}, nobody: privilege }}, {{ says: C, data: {data}, nobody: tampering }}]",
            readers.join(", ")
        );
        let sections = value.as_mapping_mut().expect("a map");
        sections.insert("claims".into(), serde_yaml::from_str(&claims).expect("claims"));
        sections.remove("expect");
        sections.remove("accept");
        let audit = audited(&loaded(&serde_yaml::to_string(&value).expect("YAML")));
        let [only, privilege, tampering] = [0, 1, 2].map(|at| audit.claims[at].verdict.id());
        let foreseen = match only {
            "holds" => ("holds", "holds"),
            "tampering" => ("holds", "refuted"),
            "refuted" => ("refuted", "refuted"),
            _ => continue,
        };
        assert_eq!((privilege, tampering), foreseen, "{}", path.display());
    }
}

#[test]
fn words_are_explained_and_change_no_verdict() {
    let claims = |says: &str| {
        let all = [
            "data: note, only: patient",
            "data: memo, not: acme",
            "data: scan, without: scan-key",
            "data: memo, nobody: privilege",
            "data: memo, end_to_end: app",
        ];
        all.map(|one| format!("  - {{ says: \"{says}\", {one} }}\n")).concat()
    };
    let judged = |says: &str| -> Vec<(&'static str, usize, Vec<Word>)> {
        let audit = audited(&with(&claims(says)));
        audit.claims.iter().map(|one| (one.verdict.id(), one.against.len(), one.words.clone())).collect()
    };
    let plain = judged("Vos notes");
    assert!(plain.iter().all(|(_, _, words)| words.is_empty()));
    for word in Word::ALL {
        for lang in Lang::ALL {
            let loud = judged(&format!("Vos notes, {} !", word.name(lang).to_uppercase()));
            assert!(loud.iter().all(|(_, _, words)| words.contains(word)), "{word:?} in {lang}");
            let answers = |all: &[(&'static str, usize, Vec<Word>)]| -> Vec<(&'static str, usize)> {
                all.iter().map(|(verdict, against, _)| (*verdict, *against)).collect()
            };
            assert_eq!(answers(&loud), answers(&plain), "{word:?}");
        }
    }
}

/// What is checked is said in one phrase of each language.
#[test]
fn what_is_checked_is_told() {
    let claims = [
        "data: note, only: patient",
        "data: note, only: []",
        "data: [note, memo], not: [acme, cloud]",
        "data: scan, without: scan-key",
        "data: scan, without: [scan-key, idle-key]",
        "data: memo, nobody: privilege",
        "data: memo, nobody: tampering",
        "data: memo, end_to_end: app",
    ];
    let told: Vec<String> = claims
        .iter()
        .map(|claim| {
            let Both { fr, en } = judged(claim).1.checked;
            format!("{fr}\n{en}\n")
        })
        .collect();
    assert_snapshot!("claims-checked-as", told.concat());
}

#[test]
fn claims_are_shown_with_what_they_are_checked_as() {
    let folder = tempfile::tempdir().expect("a folder");
    let claims = r"claims:
  - { id: host, says: Chiffrement HDS de niveau militaire, data: note, not: cloud }
  - { id: sealed, says: Zero-knowledge, data: memo, end_to_end: app }
  - { id: drafts, says: Nobody, data: memo, nobody: tampering }
  - { id: scans, says: Only with our key, data: scan, without: scan-key }
";
    std::fs::write(folder.path().join("m.yaml"), format!("{MODEL}{claims}")).expect("written");
    for lang in ["fr", "en"] {
        let output = binary::run_in(folder.path(), &["check", "--lang", lang, "m.yaml"]);
        assert_eq!(output.status.code(), Some(0), "{}", binary::text(&output.stderr));
        let text = binary::text(&output.stdout);
        let title = if lang == "fr" { "Ce que dit" } else { "What the vendor says" };
        let section = text.split("\n\n").skip_while(|part| !part.starts_with(title));
        let section: Vec<&str> =
            section.take_while(|part| !part.contains("autorité peut") && !part.contains("authority can")).collect();
        assert_snapshot!(format!("claims-{lang}"), section.join("\n\n"));
    }
    let output = binary::run_in(folder.path(), &["check", "--format", "json", "--lang", "en", "m.yaml"]);
    let root: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let claims = &root["claims"];
    assert_eq!(claims[0]["form"], "not");
    assert_eq!(claims[0]["checked"], "none of these actors can read note: cloud");
    assert_eq!(claims[0]["words"][0]["id"], "hds");
    assert_eq!(claims[1]["form"], "end_to_end");
    assert_eq!(claims[1]["verdict"], "tampering");
    assert_eq!(claims[2]["verdict"], "refuted");
    assert_eq!(claims[3]["verdict"], "holds");
    // The report draws them as well.
    let report = binary::run_in(folder.path(), &["report", "--lang", "en", "-o", "-", "m.yaml"]);
    assert_eq!(report.status.code(), Some(0), "{}", binary::text(&report.stderr));
    assert!(binary::text(&report.stdout).contains("checked as: nothing of memo is in plaintext"));
}
