//! Third countries: each use case, each tie, each condition, on small models; and what never rescues whom.

#[path = "support/bench.rs"]
mod bench;

use bench::{loaded, paths_under, plain, text_of};
use enclair::compare::{Conclusion, Dossier, Query, Standing, Status, TieKind, Transfer, Transferred, UseCase};
use enclair::kernel::{Atom, Derivation, Grade};
use enclair::lower::Case;
use enclair::model::{AtRest, Brief, Id, Key, Main, Many, Maybe, Model, OrNone, Place, Scope, Tls};
use enclair::report::human::Look;
use enclair::source::Style;
use enclair::text::Lang;
use enclair::text::transfers::QueryText;

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
  cloud: { country: US, owned_by: none }
  vault: { country: DE, owned_by: none }
people:
  patient: { count: 10 }
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: { operator: acme }
keys:
  k: { kept_in: api }
backend:
  api: { runs_on: vm, code_from: ci }
  hsm: { operator: vault, kind: hsm }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { operator: cloud, used_by: api, holds: note, at_rest: none, encrypted: { data: note, by: api, key: k } }
backups: {}
links:
  - { from: app, to: api, tls: "1.3", carries: note }
  - { from: api, to: db, tls: "1.3", carries: note }
admins:
  sre: { of: acme, mfa: true, can: { run: api } }
"#;

const END_TO_END: &str = r#"enclair: 1
system: { name: Letters, vendor: acme }
organisations:
  acme: { country: FR }
  clinic: { country: US, owned_by: none }
people:
  patient: {}
  doctor: { of: clinic }
data:
  letter: { kind: health, readers: [patient, doctor] }
clients:
  phone: { used_by: patient, kind: mobile, code_from: release, keeps: none }
  tablet: { used_by: doctor, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: { operator: acme }
keys: {}
backend:
  api: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage: {}
backups: {}
links:
  - { from: phone, to: api, tls: "1.3", carries: letter }
  - { from: tablet, to: api, tls: "1.3", carries: letter }
end_to_end:
  - { data: letter, between: [phone, tablet], recipients_from: api, verified: true }
admins: {}
"#;

const fn plain_look(lang: Lang) -> Look {
    Look { lang, style: Style::Plain }
}

fn dossier(model: &Model) -> Dossier {
    Dossier::new(model).expect("the model is audited")
}

fn edited(text: &str, edits: &[(&str, &str)]) -> Dossier {
    let mut text = text.to_owned();
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    dossier(&loaded(&text))
}

fn transfer<'d>(dossier: &'d Dossier, actor: &str) -> Option<&'d Transfer> {
    dossier.transfers.list.iter().find(|one| dossier.audit.actors[one.actor].id == actor)
}

fn with<'d>(dossier: &'d Dossier, actor: &str, data: &str) -> Option<&'d Transferred> {
    transfer(dossier, actor)?.data.iter().find(|one| dossier.audit.data[one.data].id == data)
}

fn case(dossier: &Dossier, actor: &str, data: &str) -> Option<UseCase> {
    with(dossier, actor, data).map(|one| one.use_case)
}

fn answer(one: &Transferred, query: Query) -> Status {
    let found = one.conditions.iter().find(|condition| condition.query == query);
    found.unwrap_or_else(|| panic!("{query:?} is not asked")).status
}

#[test]
fn ciphertext_alone_is_use_case_1_with_its_conditions() {
    let dossier = edited(MODEL, &[]);
    let one = with(&dossier, "cloud", "note").expect("the host outside");
    assert_eq!((one.use_case, one.reads, one.declared), (UseCase::Stored, false, false));
    assert_eq!(answer(one, Query::KeysApart), Status::Holds);
    assert_eq!(answer(one, Query::Strong), Status::Holds);
    assert_eq!(answer(one, Query::Lasting), Status::NotStated);
    let place = &one.conditions[0].locations;
    assert_eq!(place.iter().map(|place| place.line).collect::<Vec<_>>(), [16], "the line of the key");
    assert!(transfer(&dossier, "acme").is_none() && transfer(&dossier, "vault").is_none());
    // The same key, weak.
    let weak = edited(MODEL, &[("key: k }", "key: k, strength: weak }")]);
    assert_eq!(with(&weak, "cloud", "note").map(|one| answer(one, Query::Strong)), Some(Status::Fails));
}

#[test]
fn a_key_outside_fails_the_condition_and_maybe_outside_leaves_it_open() {
    let hsm = [
        ("kept_in: api", "kept_in: hsm"),
        ("hsm: { operator: vault, kind: hsm }", "hsm: { operator: vault, kind: hsm }"),
    ];
    let inside = edited(MODEL, &hsm);
    assert_eq!(case(&inside, "cloud", "note"), Some(UseCase::Stored));
    let open = edited(
        MODEL,
        &[hsm[0], ("vault: { country: DE, owned_by: none }", "vault: { country: DE, owned_by: unknown }")],
    );
    let one = with(&open, "cloud", "note").expect("the host");
    assert_eq!((one.use_case, answer(one, Query::KeysApart)), (UseCase::Stored, Status::NotStated));
}

#[test]
fn a_key_with_another_outside_is_use_case_5() {
    let split = |country: &str| {
        let vault = format!("vault: {{ country: {country}, owned_by: none }}");
        edited(MODEL, &[("kept_in: api", "kept_in: hsm"), ("vault: { country: DE, owned_by: none }", &vault)])
    };
    let swiss = split("CH");
    for actor in ["cloud", "vault"] {
        let one = with(&swiss, actor, "note").unwrap_or_else(|| panic!("{actor}"));
        assert_eq!(one.use_case, UseCase::Split, "{actor}");
        assert_eq!(answer(one, Query::PartsAlone), Status::Holds);
        assert_eq!(answer(one, Query::OtherLaw), Status::Holds);
    }
    let american = split("US");
    assert_eq!(with(&american, "cloud", "note").map(|one| answer(one, Query::OtherLaw)), Some(Status::Fails));
    let unknown = split("[CH, GB]");
    assert_eq!(with(&unknown, "cloud", "note").map(|one| answer(one, Query::OtherLaw)), Some(Status::Holds));
}

#[test]
fn pseudonyms_are_use_case_2() {
    let data = "data:\n  person: { kind: health, readers: none }\n  note: { kind: health, readers: patient, pseudonym_of: person";
    let pseudonyms = |more: &str, edits: &[(&str, &str)]| {
        let whole = format!("{data}{more} }}");
        let mut all = vec![
            ("data:\n  note: { kind: health, readers: patient }", whole.as_str()),
            (", encrypted: { data: note, by: api, key: k }", ""),
        ];
        all.extend_from_slice(edits);
        edited(MODEL, &all)
    };
    let one = |dossier: &Dossier, query| with(dossier, "cloud", "note").map(|one| (one.use_case, answer(one, query)));
    assert_eq!(one(&pseudonyms("", &[]), Query::ContentAlone), Some((UseCase::Pseudonyms, Status::NotStated)));
    assert_eq!(one(&pseudonyms("", &[]), Query::MappingApart), Some((UseCase::Pseudonyms, Status::Holds)));
    assert_eq!(case(&pseudonyms("", &[]), "cloud", "person"), None, "no ciphertext of people");
    for (said, status) in [("true", Status::Fails), ("false", Status::Holds), ("unknown", Status::NotStated)] {
        let found = pseudonyms(&format!(", reidentifiable: {said}"), &[]);
        assert_eq!(one(&found, Query::ContentAlone), Some((UseCase::Pseudonyms, status)), "{said}");
    }
    // With the table in the same hands, these are no pseudonyms for it.
    let table = "\n  table: { kind: pseudonym-map, readers: none }";
    let whole = format!("{data}, mapping: table }}{table}");
    let edits = [
        ("data:\n  note: { kind: health, readers: patient }", whole.as_str()),
        (", encrypted: { data: note, by: api, key: k }", ""),
        ("holds: note", "holds: [note, table]"),
    ];
    let same = edited(MODEL, &edits);
    assert_eq!(case(&same, "cloud", "note"), Some(UseCase::Processor));
    assert_eq!(case(&same, "cloud", "person"), Some(UseCase::Processor));
}

#[test]
fn tls_that_it_does_not_end_is_use_case_3() {
    // The machines are outside, the services sealed on them; the host carries what passes between them.
    let edits = [
        ("vm: { operator: acme }", "vm: { operator: cloud }"),
        (
            "api: { runs_on: vm, code_from: ci }",
            "api: { runs_on: vm, code_from: ci, shield: tee, attested_by: app }\n  worker: { runs_on: vm, code_from: ci, shield: tee, attested_by: app }",
        ),
        ("operator: cloud, used_by: api", "operator: acme, used_by: api"),
        ("links:\n", "links:\n  - { from: api, to: worker, tls: \"1.3\", network: private, carries: note }\n"),
    ];
    let dossier = edited(MODEL, &edits);
    let one = with(&dossier, "cloud", "note").expect("the carrier");
    assert_eq!((one.use_case, one.reads), (UseCase::Transit, false));
    assert_eq!(answer(one, Query::KeysApart), Status::Holds);
    assert_eq!(answer(one, Query::ContentToo), Status::Fails);
    // Carried in clear, it reads; and whoever ends the TLS on the way is no carrier.
    let clear = edited(
        MODEL,
        &[
            edits[0],
            edits[1],
            edits[2],
            ("links:\n", "links:\n  - { from: api, to: worker, tls: none, network: private, carries: note }\n"),
        ],
    );
    assert_eq!(case(&clear, "cloud", "note"), Some(UseCase::Processor));
    let ends = edited(
        MODEL,
        &[("  hsm:", "  relay: { operator: cloud }\n  hsm:"), ("to: api, tls", "to: api, via: relay, tls")],
    );
    assert_eq!(case(&ends, "cloud", "note"), Some(UseCase::Processor));
}

#[test]
fn a_declared_reader_end_to_end_is_use_case_4() {
    let dossier = edited(END_TO_END, &[]);
    let one = with(&dossier, "clinic", "letter").expect("the clinic");
    assert_eq!((one.use_case, one.declared, one.reads), (UseCase::Recipient, true, true));
    assert_eq!(answer(one, Query::ReadersOnly), Status::Holds);
    assert_eq!(answer(one, Query::RecipientVerified), Status::Holds);
    assert_eq!(answer(one, Query::Exempt), Status::NotStated);
    for (said, status) in [("false", Status::Fails), ("logged", Status::Fails), ("unknown", Status::NotStated)] {
        let found = edited(END_TO_END, &[("verified: true", &format!("verified: {said}"))]);
        let one = with(&found, "clinic", "letter").expect("the clinic");
        assert_eq!(answer(one, Query::RecipientVerified), status, "{said}");
    }
    // Without end-to-end encryption it is a use of its own in the clear.
    let entry = "end_to_end:\n  - { data: letter, between: [phone, tablet], recipients_from: api, verified: true }\n";
    let bare = edited(END_TO_END, &[(entry, "")]);
    let one = with(&bare, "clinic", "letter").expect("the clinic");
    assert_eq!((one.use_case, one.declared), (UseCase::Remote, true));
    // A component that opens the data: others read.
    let opened = edited(END_TO_END, &[("verified: true", "verified: true, clear_at: api")]);
    let one = with(&opened, "clinic", "letter").expect("the clinic");
    assert_eq!((one.use_case, answer(one, Query::ReadersOnly)), (UseCase::Recipient, Status::Fails));
}

#[test]
fn who_runs_it_in_the_clear_is_use_case_6_and_who_reaches_in_is_7() {
    let clear = edited(MODEL, &[(", encrypted: { data: note, by: api, key: k }", "")]);
    assert_eq!(case(&clear, "cloud", "note"), Some(UseCase::Processor));
    let remote = edited(MODEL, &[("sre: { of: acme,", "sre: { of: acme, from: [FR, IN],")]);
    let one = transfer(&remote, "sre").expect("the admins");
    assert_eq!(one.ties.iter().map(|tie| tie.kind.clone()).collect::<Vec<_>>(), [TieKind::From("IN".into())]);
    assert_eq!(case(&remote, "sre", "note"), Some(UseCase::Remote));
    // The owner of who runs it, through another.
    let owned = edited(
        MODEL,
        &[(
            "acme: { country: FR }",
            "acme: { country: FR, owned_by: holding }\n  holding: { country: IS, owned_by: mother }\n  mother: { country: GB, owned_by: none }",
        )],
    );
    assert_eq!(case(&owned, "mother", "note"), Some(UseCase::Remote));
    let ties =
        transfer(&owned, "acme").expect("the vendor").ties.iter().map(|tie| tie.kind.clone()).collect::<Vec<_>>();
    assert_eq!(ties, [TieKind::Owner("mother".into(), "GB".into())]);
    assert_eq!(case(&owned, "acme", "note"), Some(UseCase::Processor));
}

#[test]
fn unknown_is_not_inside() {
    let kinds = |edits: &[(&str, &str)], actor: &str| {
        let dossier = edited(MODEL, edits);
        let found = transfer(&dossier, actor).unwrap_or_else(|| panic!("{actor}"));
        assert!(!found.is_certain());
        found.ties.iter().map(|tie| tie.kind.clone()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&[("acme: { country: FR }", "acme: { country: unknown }")], "acme"), [TieKind::CountryUnknown]);
    let owner = [("acme: { country: FR }", "acme: { country: FR, owned_by: unknown }")];
    assert_eq!(kinds(&owner, "acme"), [TieKind::OwnerUnknown("acme".into())]);
    assert_eq!(kinds(&[("sre: { of: acme,", "sre: { of: acme, from: unknown,")], "sre"), [TieKind::FromUnknown]);
    assert_eq!(kinds(&[("sre: { of: acme,", "sre: { of: unknown,")], "sre"), [TieKind::EmployerUnknown]);
    let silent = edited(MODEL, &[]);
    assert_eq!(silent.transfers.from_not_stated.iter().map(|label| label.en.as_str()).collect::<Vec<_>>(), ["sre"]);
    // A key that may be outside or not: the use case itself is open.
    let open = edited(MODEL, &[("kept_in: api", "kept_in: unknown")]);
    assert!(with(&open, "cloud", "note").expect("the host").undetermined);
}

#[test]
fn who_is_there_is_told_apart_from_who_is_owned_from_there_and_from_who_may_be() {
    let standing = |edits: &[(&str, &str)], actor: &str| transfer(&edited(MODEL, edits), actor).map(Transfer::standing);
    assert_eq!(standing(&[], "cloud"), Some(Standing::Outside));
    let remote = [("sre: { of: acme,", "sre: { of: acme, from: IN,")];
    assert_eq!(standing(&remote, "sre"), Some(Standing::Outside));
    let owned = [(
        "acme: { country: FR }",
        "acme: { country: FR, owned_by: mother }\n  mother: { country: US, owned_by: none }",
    )];
    assert_eq!(standing(&owned, "acme"), Some(Standing::Controlled));
    let unknown = [("acme: { country: FR }", "acme: { country: FR, owned_by: unknown }")];
    assert_eq!(standing(&unknown, "acme"), Some(Standing::ToAsk));
    let told = |edits: &[(&str, &str)], lang| {
        let out = enclair::report::transfers::human(&edited(MODEL, edits), plain_look(lang));
        out.replace(['\u{a0}', '\u{202f}'], " ")
    };
    for (lang, outside, controlled, ask, owner) in [
        (
            Lang::Fr,
            "Hors de l’EEE, par",
            "Dans l’EEE, sous le contrôle",
            "À demander :\n",
            "propriétaire inconnu : acme",
        ),
        (Lang::En, "Outside the EEA, by", "In the EEA, controlled", "To be asked:\n", "owner unknown: acme"),
    ] {
        let (with, without) = (told(&owned, lang), told(&unknown, lang));
        let at = |text: &str, part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
        assert!(at(&with, outside) < at(&with, "cloud –") && at(&with, "cloud –") < at(&with, controlled));
        assert!(at(&with, controlled) < at(&with, "acme –"));
        // Who may be: what is not known, and no use case.
        assert!(!without.contains(controlled) && !without.contains("acme –"), "{without}");
        assert!(at(&without, ask) < at(&without, owner));
        // The questions of use cases 6 and 7 are asked once, with the names.
        let question = QueryText::PlaintextNeeded.sentence(lang);
        assert_eq!(with.split_whitespace().collect::<Vec<_>>().join(" ").matches(question).count(), 1, "{with}");
        let names = ["(acme, mother) :", "(acme, mother):"];
        assert!(names.iter().any(|names| with.contains(names)), "{with}");
    }
}

#[test]
fn a_condition_that_is_not_met_or_not_stated_is_no_plain_yes() {
    let one = |edits: &[(&str, &str)], actor| with(&edited(MODEL, edits), actor, "note").map(Transferred::conclusion);
    assert_eq!(one(&[], "cloud"), Some(Conclusion::Conditional), "how long it will hold is never stated");
    assert_eq!(one(&[("key: k }", "key: k, strength: weak }")], "cloud"), Some(Conclusion::NotEstablished));
    let clear = [(", encrypted: { data: note, by: api, key: k }", "")];
    assert_eq!(one(&clear, "cloud"), Some(Conclusion::No));
    let weak = edited(MODEL, &[("key: k }", "key: k, strength: weak }")]);
    for (lang, words) in [(Lang::Fr, "non établi, une condition n’est pas remplie"), (Lang::En, "not established")] {
        let told = enclair::report::transfers::human(&weak, plain_look(lang));
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(words), "{told}");
        let strong = enclair::report::transfers::human(&edited(MODEL, &[]), plain_look(lang));
        assert!(strong.contains(lang.pick("oui, si…", "yes, if…")), "{strong}");
    }
    // The answer of the EDPB stays what it is in JSON, beside what it comes to here.
    let json = enclair::report::transfers::document(&weak, Lang::En).expect("JSON");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let data = &json["transfers"]["actors"][0]["data"][0];
    assert_eq!((&data["effective"], &data["conclusion"]), (&"yes".into(), &"not-established".into()));
    assert_eq!(json["transfers"]["actors"][0]["standing"], "outside");
}

#[test]
fn the_basis_is_shown_and_changes_nothing() {
    let told = |basis: &str| {
        let text = MODEL.replace("cloud: { country: US,", &format!("cloud: {{ country: US,{basis}"));
        let model = loaded(&text);
        let dossier = dossier(&model);
        let one = transfer(&dossier, "cloud").expect("the host");
        let basis = match &one.basis {
            Some(Maybe::Is(basis)) => basis.id(),
            Some(Maybe::Unknown) => "unknown",
            None => "",
        };
        (basis, plain(&model, Case::Worst) + &plain(&model, Case::Best), case(&dossier, "cloud", "note"))
    };
    let without = told("");
    for basis in ["adequacy", "safeguards", "derogation", "none", "unknown"] {
        let with = told(&format!(" transfer: {basis},"));
        assert_eq!(with.0, basis);
        assert_eq!((&with.1, with.2), (&without.1, without.2));
    }
    assert_eq!(without.0, "");
}

#[test]
fn known_systems_are_where_the_sources_put_them() {
    let hub = dossier(&loaded(&text_of("models/systems/health-data-hub.yaml".as_ref())));
    let one = with(&hub, "microsoft", "cohort").expect("Microsoft");
    assert_eq!((one.use_case, one.reads), (UseCase::Pseudonyms, true));
    assert_eq!(answer(one, Query::ContentAlone), Status::NotStated);
    assert_eq!(case(&hub, "microsoft", "record"), None);
    let doctolib = dossier(&loaded(&text_of("models/systems/doctolib-tanker.yaml".as_ref())));
    assert_eq!(case(&doctolib, "aws", "appointment"), Some(UseCase::Processor));
    assert_eq!(case(&doctolib, "aws", "document"), Some(UseCase::Stored));
}

/// The model with TLS on every link, and its bytes at rest under a key that is kept where they are.
fn protected(model: &Model) -> (Model, Vec<String>) {
    let mut model = model.clone();
    let mut keys = Vec::new();
    let architecture = &mut model.architecture;
    for link in &mut architecture.links {
        if matches!(link.tls, Maybe::Unknown | Maybe::Is(Tls::None | Tls::Old | Tls::Unverified)) {
            link.tls = Maybe::Is(Tls::V13);
            keys.push(format!("tls:{}->{}", link.from.0, link.to.0));
        }
    }
    let mut new = Vec::new();
    for (name, storage) in &mut architecture.storage.0 {
        let host = enclair::model::stated(storage.runs_on.as_ref());
        let operator = enclair::model::stated(storage.operator.as_ref()).and_then(OrNone::some);
        let Some(place) = host.or(operator).cloned() else { continue };
        if matches!(storage.at_rest, Maybe::Is(OrNone::Some(_))) {
            continue;
        }
        let key = format!("test-key-of-{name}");
        storage.at_rest =
            Maybe::Is(OrNone::Some(AtRest { scope: Scope::Volume, key: Id(key.clone()), strength: None }));
        new.push((key, place));
    }
    for (key, place) in new {
        let entry = Key::from_main(Maybe::Is(OrNone::Some(Many(vec![Place::At(place)]))));
        architecture.keys.0.insert(key.clone(), Brief(entry));
        keys.push(key);
    }
    (model, keys)
}

/// Whether an actor can use each of these keys, by rights already granted.
fn uses_all(model: &Model, actor: &str, keys: &[String]) -> bool {
    let facts = bench::lowered(model, Case::Worst).facts;
    let derivation = Derivation::solve(&facts);
    let names = facts.names();
    keys.iter()
        .filter_map(|key| names.get(key))
        .all(|key| names.get(actor).is_some_and(|who| derivation.next.grade(Atom::Knows(who, key)) <= Grade::Privilege))
}

#[test]
fn transit_and_rest_never_rescue_who_can_use_the_keys() {
    let (mut compared, mut usable) = (0, 0);
    let models = paths_under(&["models"]).into_iter().step_by(3).map(|path| text_of(&path));
    let own = [
        MODEL.replace(", encrypted: { data: note, by: api, key: k }", ""),
        MODEL.replace("{ operator: acme }\nkeys", "{ operator: cloud }\nkeys"),
    ];
    for text in own.into_iter().chain(models) {
        let model = loaded(&text);
        let before = dossier(&model);
        let (stronger, keys) = protected(&model);
        if keys.is_empty() {
            continue;
        }
        let after = dossier(&stronger);
        for one in &before.transfers.list {
            let actor = &before.audit.actors[one.actor].id;
            for data in one.data.iter().filter(|data| !data.use_case.is_effective()) {
                let id = &before.audit.data[data.data].id;
                let still = case(&after, actor, id).is_some_and(|case| !case.is_effective());
                compared += 1;
                if !still {
                    assert!(!uses_all(&stronger, actor, &keys), "{actor} on {id}: rescued by keys that it can use");
                } else if uses_all(&stronger, actor, &keys) {
                    usable += 1;
                }
            }
        }
    }
    assert!(compared > 20 && usable > 0, "{compared} compared, {usable} with usable keys");
}

#[test]
fn names_change_nothing_but_names() {
    let told = |text: &str| {
        let dossier = dossier(&loaded(text));
        let mut all: Vec<_> = dossier
            .transfers
            .list
            .iter()
            .flat_map(|one| one.data.iter())
            .map(|one| {
                let answers: Vec<_> =
                    one.conditions.iter().map(|one| (one.query, one.status, one.about.len())).collect();
                (one.use_case, one.reads, one.declared, answers)
            })
            .collect();
        all.sort();
        all
    };
    for text in [MODEL, END_TO_END] {
        let mut renamed = text.to_owned();
        for (old, new) in [
            ("note", "zeta"),
            ("letter", "alpha"),
            ("cloud", "northwind"),
            ("clinic", "a-house"),
            ("acme", "quux"),
            ("vault", "b2"),
            ("doctor", "tls"),
            ("k:", "tls-map:"),
            ("key: k ", "key: tls-map "),
        ] {
            renamed = renamed.replace(old, new);
        }
        assert_eq!(told(text), told(&renamed));
    }
}

/// Solved and written twice from the text, in both languages: the same bytes, with both parts in them.
#[test]
fn the_same_model_gives_the_same_bytes() {
    use enclair::report::json::{Outcome, check};
    for lang in Lang::ALL {
        let written = || check(&[Outcome::Done(vec![dossier(&loaded(MODEL))])], lang).expect("JSON");
        let (one, other) = (written(), written());
        assert_eq!(one, other);
        let root: serde_json::Value = serde_json::from_str(&one).expect("JSON");
        let first = &root["transfers"]["actors"][0];
        assert_eq!((first["actor"].as_str(), first["data"][0]["use_case"].as_u64()), (Some("cloud"), Some(1)));
        let states: Vec<_> = root["scenarios"].as_array().into_iter().flatten().map(|one| &one["worst"]).collect();
        assert!(states.contains(&&serde_json::json!("readable")) && states.contains(&&serde_json::json!("intact")));
    }
}
