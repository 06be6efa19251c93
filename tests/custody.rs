//! Key custody: what each key opens, where it is, and who gets it, on models whose answers are known beforehand.

#[path = "support/bench.rs"]
mod bench;

use std::path::Path;

use bench::{loaded, text_of};
use enclair::compare::{Custody, Kept, OpenedHow, Study};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::text::{Both, Lang};

const MODEL: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
  cloud: { country: US, owned_by: none }
people:
  patient: { count: 10 }
data:
  note: { kind: health, subjects: 120, readers: patient }
  visit: { kind: health, subjects: 100, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
hosting:
  vm: cloud
keys:
  k: { kept_in: vm, label: Disk key }
  app-key: { kept_in: { in: api, under: master }, label: Field key }
  master: { kept_in: acme, label: Master key }
  spare: { kept_in: none, label: Spare key }
backend:
  api: { runs_on: vm, code_from: ci }
  release: { operator: acme }
  ci: { kind: ci, operator: acme }
storage:
  db: { kind: database, runs_on: vm, used_by: api, holds: [note, visit], at_rest: { scope: volume, key: k }, encrypted: { data: visit, by: api, key: app-key } }
backups:
  copy: { operator: acme, of: db, at_rest: none }
accounts:
  patient: { at: api, factors: { password: {} }, login: [password], reset: none }
links:
  - { from: app, to: api, tls: "1.3", carries: [note, visit] }
  - { from: api, to: db, tls: none, carries: [note, visit] }
admins:
  sre: { of: acme, mfa: false, can: { run: api } }
"#;

struct Told {
    keys: Vec<Custody>,
    actors: Vec<String>,
}

fn of(model: &Model) -> Told {
    let study = Study::on(model, None).expect("the model is audited");
    Told { keys: study.custody, actors: study.dossier.audit.actors.iter().map(|actor| actor.id.clone()).collect() }
}

impl Told {
    fn key(&self, id: &str) -> &Custody {
        self.keys.iter().find(|key| key.id == id).unwrap_or_else(|| panic!("no key {id}"))
    }

    /// Who gets a key at a grade.
    fn at(&self, id: &str, grade: Grade) -> Vec<&str> {
        let of = self.key(id).learnt.iter().filter(|(_, one)| *one == grade);
        of.map(|(actor, _)| self.actors[*actor].as_str()).collect()
    }

    /// What a key opens: how, what, where.
    fn opens(&self, id: &str) -> Vec<(OpenedHow, String, String)> {
        let opens = self.key(id).opens.iter();
        opens.map(|one| (one.how, names(&one.what), names(&one.at))).collect()
    }

    fn kept(&self, id: &str) -> String {
        match &self.key(id).kept {
            Kept::Unknown => "unknown".to_owned(),
            Kept::Nowhere => "nowhere".to_owned(),
            Kept::At(places) => places.iter().map(|one| one.place.get(Lang::En)).collect::<Vec<_>>().join(", "),
        }
    }
}

fn names(list: &[Both]) -> String {
    list.iter().map(|one| one.get(Lang::En)).collect::<Vec<_>>().join(", ")
}

fn edited(edits: &[(&str, &str)]) -> Told {
    let mut text = MODEL.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    of(&loaded(&text))
}

#[test]
fn what_each_key_opens_is_what_is_declared_under_it() {
    let told = edited(&[]);
    let ids: Vec<&str> = told.keys.iter().map(|key| key.id.as_str()).collect();
    assert_eq!(ids, ["k", "app-key", "master", "spare"]);
    let one = |how, what: &str, at: &str| vec![(how, what.to_owned(), at.to_owned())];
    assert_eq!(told.opens("k"), one(OpenedHow::Medium, "note, visit", "db"));
    assert_eq!(told.opens("app-key"), one(OpenedHow::Content, "visit", "db, copy"));
    assert_eq!(told.opens("master"), one(OpenedHow::Key, "Field key", "api"));
    assert_eq!(told.opens("spare"), []);
    assert_eq!(names(&told.key("app-key").users), "api");
    let places = ["k", "app-key", "master", "spare"].map(|key| told.kept(key));
    assert_eq!(places, ["vm", "api", "acme", "nowhere"]);
    let Kept::At(sealed) = &told.key("app-key").kept else { panic!("it is kept") };
    assert_eq!(names(&sealed[0].under), "Master key");
}

#[test]
fn who_gets_a_key_is_computed_and_not_read_off_its_place() {
    let told = edited(&[]);
    // The machines have the key of their disks; whoever operates them has it.
    assert_eq!(told.at("k", Grade::Privilege), ["cloud"]);
    assert_eq!(told.at("master", Grade::Privilege)[0], "acme");
    assert_eq!(told.at("spare", Grade::Privilege), Vec::<&str>::new());
    assert!(told.key("spare").learnt.is_empty());
    // A service that keeps the field key in clear shows it to whoever observes it, and to its host.
    let told = edited(&[("{ kept_in: { in: api, under: master }", "{ kept_in: api")]);
    assert_eq!(told.at("app-key", Grade::Privilege), ["acme", "cloud", "sre"]);
    // Administered by another, it is out of the rights of the vendor, who still delivers its code.
    let told = edited(&[
        ("{ kept_in: { in: api, under: master }", "{ kept_in: api"),
        (
            "sre: { of: acme, mfa: false, can: { run: api } }",
            "sre: { of: cloud, mfa: false, can: { run: api, change: api } }",
        ),
    ]);
    assert_eq!(told.at("app-key", Grade::Privilege), ["cloud", "sre"]);
    assert!(told.at("app-key", Grade::Tampering).contains(&"acme"));
}

#[test]
fn what_is_not_known_of_a_key_is_said_and_counts_at_worst() {
    let told = edited(&[("k: { kept_in: vm,", "k: { kept_in: unknown,")]);
    assert_eq!(told.kept("k"), "unknown");
    for actor in ["acme", "cloud", "sre"] {
        assert!(told.at("k", Grade::Privilege).contains(&actor), "{actor}");
    }
}

#[test]
fn a_key_computed_from_a_password_says_whether_it_can_be_guessed() {
    let place = "{ kept_in: { in: api, under: master }, label: Field key }";
    for (word, guessable) in [("strong", Some(false)), ("guessable", Some(true)), ("unknown", None)] {
        let key = format!("{{ kept_in: none, label: Field key, from_password: patient/password, guess: {word} }}");
        let told = edited(&[(place, &key)]);
        let password = told.key("app-key").password.clone().expect("a password");
        assert_eq!(password.guessable, guessable, "{word}");
        assert!(password.label.get(Lang::En).contains("password"));
    }
}

#[test]
fn an_end_to_end_key_is_on_its_ends_and_meant_for_its_readers() {
    let text = text_of(Path::new("models/article-3-end-to-end.yaml"));
    let told = of(&loaded(&text));
    let own = told.key("e2e:hello");
    assert_eq!(told.kept("e2e:hello"), "App 1, App 2");
    assert_eq!(told.opens("e2e:hello"), [(OpenedHow::EndToEnd, "“Hello”".to_owned(), "App 1, App 2".to_owned())]);
    assert_eq!(told.at("e2e:hello", Grade::Design), ["user-1", "user-2"]);
    assert_eq!(told.at("e2e:hello", Grade::Privilege), Vec::<&str>::new());
    assert!(told.at("e2e:hello", Grade::Tampering).contains(&"editeur"));
    assert_eq!(own.positions.len(), 1);
}

#[test]
fn the_key_of_a_disk_is_with_its_host_alone_as_the_article_says() {
    let told = of(&loaded(&text_of(Path::new("models/article-2-at-rest.yaml"))));
    assert_eq!(told.keys.len(), 1);
    assert_eq!(told.key("cle-disque").learnt, [(told.position("hebergeur"), Grade::Privilege)]);
}

impl Told {
    fn position(&self, actor: &str) -> usize {
        self.actors.iter().position(|one| one == actor).expect("an actor")
    }
}
