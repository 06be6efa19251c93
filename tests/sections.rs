//! The sections of the page around the answers: all that the view models found is in them, and nothing is left out silently.

#[path = "support/bench.rs"]
mod bench;

use bench::loaded;
use enclair::compare::{Event, State, Study};
use enclair::model::Model;
use enclair::report::html::html;
use enclair::text::Lang;
use enclair::text::finding::{HdsRule, Rule};
use enclair::text::labels::{capitalised, class_and_target};

/// Models that between them have certificates, keys of every kind, events and actors of third countries.
const MODELS: [&str; 8] = [
    "article-1-transit",
    "article-2-at-rest",
    "article-3-end-to-end",
    "findings/hds-01",
    "findings/hds-03",
    "findings/ec-022",
    "systems/whatsapp-encrypted-backup",
    "systems/s3-sse-kms",
];

fn each(check: impl Fn(&Study, &Model, Lang, &str)) {
    for name in MODELS {
        let text = std::fs::read_to_string(format!("models/{name}.yaml")).expect("a model");
        let model = loaded(&text);
        let study = Study::on(&model, None).expect("an audit");
        for lang in Lang::ALL {
            let page = html(&study, &model, lang).expect("a page");
            check(&study, &model, lang, &page);
        }
    }
}

fn section<'p>(page: &'p str, id: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("<section id=\"{id}\"")).unwrap_or_else(|| panic!("no section {id}"));
    rest.split_once("</section>").expect("its end").0
}

/// A text as the page writes it.
fn written(text: &str) -> String {
    let marks = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")];
    marks.iter().fold(text.to_owned(), |text, (mark, entity)| text.replace(mark, entity))
}

#[track_caller]
fn has(part: &str, text: &str) {
    let (own, head) = (written(text), written(&capitalised(text)));
    assert!(part.contains(&own) || part.contains(&head), "`{text}` is not in\n{part}");
}

#[test]
fn certificates_stand_beside_end_to_end_with_their_numbers() {
    each(|study, _, lang, page| {
        let part = section(page, "hds");
        let changed = &study.dossier.hds.changed;
        if study.dossier.hds.certificates.is_empty() && !study.dossier.audit.data.iter().any(|data| data.health) {
            assert_eq!((part.matches("<p>").count(), part.contains("<strong>")), (1, false), "{part}");
            return;
        }
        // What the model has end-to-end already is told apart, and not counted.
        let sealed = changed.end_to_end.iter().filter(|one| !one.declared).count();
        for number in [changed.without.max(changed.with_all), sealed] {
            assert!(part.contains(&format!("<strong>{number}</strong>")), "{number}");
        }
        for one in &study.dossier.hds.certificates {
            has(part, one.organisation.get(lang));
            one.reads.iter().for_each(|data| has(part, data.get(lang)));
        }
        for duty in study.dossier.hds.duties.iter().filter(|_| study.dossier.hds.stated) {
            has(part, duty.organisation.get(lang));
            duty.why.iter().for_each(|why| has(part, why.what.get(lang)));
        }
    });
}

#[test]
fn every_data_asset_has_its_numbers_and_every_organisation_its_people() {
    each(|study, _, lang, page| {
        let part = section(page, "people");
        let audit = &study.dossier.audit;
        audit.data.iter().for_each(|data| has(part, data.label.get(lang)));
        for member in study.dossier.numbers.owners.iter().flat_map(|group| group.members.iter()) {
            has(part, audit.actors[member.actor].label.get(lang));
            member.staff.iter().for_each(|one| has(part, audit.actors[*one].label.get(lang)));
        }
        let members = || study.dossier.numbers.owners.iter().flat_map(|group| group.members.iter());
        let told: usize = members().map(|member| 1 + member.staff.len()).sum();
        assert_eq!(told, audit.actors.iter().filter(|actor| !actor.id.starts_with("adversary/")).count());
    });
}

#[test]
fn every_key_has_its_row() {
    each(|study, _, lang, page| {
        let part = section(page, "keys");
        let rows = part.matches("<tr><th scope=\"row\">").count();
        assert_eq!(rows, study.custody.len());
        for key in &study.custody {
            has(part, key.label.get(lang));
            key.users.iter().for_each(|user| has(part, user.get(lang)));
        }
    });
}

#[test]
fn every_scenario_is_told_the_grave_ones_first() {
    each(|study, _, lang, page| {
        let part = section(page, "scenarios");
        for one in &study.dossier.scenarios {
            if one.event != Event::Adversary && one.worst() == State::NotReached {
                continue;
            }
            let label = one.label.get(lang);
            has(part, class_and_target(label, lang).map_or(label, |(_, target)| target));
        }
        let worst = |class: &str| part.find(&format!("<h3 class=\"g {class}\">"));
        let places: Vec<usize> = ["privilege", "tampering", "none"].into_iter().filter_map(worst).collect();
        assert!(places.is_sorted());
        let any = study.dossier.scenarios.iter().any(|one| one.worst() == State::Readable);
        assert_eq!(any, worst("privilege").is_some());
    });
}

#[test]
fn every_actor_of_a_third_country_is_told_with_what_it_has() {
    let mut seen = 0;
    for name in ["findings/ec-022", "incidents/14-doctolib"] {
        let text = std::fs::read_to_string(format!("models/{name}.yaml")).expect("a model");
        let model = loaded(&text);
        let study = Study::on(&model, None).expect("an audit");
        for lang in Lang::ALL {
            let page = html(&study, &model, lang).expect("a page");
            let part = section(&page, "transfers");
            let transfers = &study.dossier.transfers;
            for one in &transfers.list {
                has(part, study.dossier.audit.actors[one.actor].label.get(lang));
                seen += 1;
                for data in one.data.iter().filter(|_| one.is_certain()) {
                    has(part, study.dossier.audit.data[data.data].label.get(lang));
                    has(part, &format!("{} {}", lang.pick("CU", "UC"), data.use_case.number()));
                }
            }
            transfers.from_not_stated.iter().for_each(|label| has(part, label.get(lang)));
        }
    }
    assert!(seen > 2, "{seen} actors");
}

#[test]
fn every_rule_is_raised_or_not_or_skipped_and_never_silent() {
    each(|study, _, _, page| {
        let part = section(page, "coverage");
        for id in Rule::ALL.iter().map(|rule| rule.id()).chain(HdsRule::ALL.map(HdsRule::id)) {
            let links = part.matches(&format!("\"#{id}\"")).count();
            assert_eq!(part.matches(id).count(), 1 + links, "{id}");
            let raised = study.dossier.audit.findings.iter().any(|finding| finding.kind.id() == id);
            assert_eq!(links, usize::from(raised), "{id}: what is raised leads to its finding");
        }
        for rule in 0..=study.dossier.audit.firings.len() {
            assert!(part.contains(&format!("<tr id=\"R{rule}\">")), "R{rule}");
        }
    });
}

const SILENT: &str = r#"enclair: 1
system: { name: Demo, vendor: acme }
organisations:
  acme: { country: FR }
people:
  patient: {}
data:
  note: { kind: health, readers: patient }
clients:
  app: { used_by: patient, kind: mobile, code_from: release, keeps: none }
backend:
  api: { operator: acme, code_from: release }
  release: { operator: acme }
storage:
  db: { operator: acme, used_by: api, holds: note, at_rest: none }
links:
  - { from: app, to: api, tls: "1.3", carries: note }
  - { from: api, to: db, tls: "1.3", carries: note }
admins: {}
"#;

#[test]
fn a_rule_about_what_the_model_says_nothing_of_is_not_told_as_not_raised() {
    let coverage = |text: &str| {
        let model = loaded(text);
        let study = Study::on(&model, None).expect("an audit");
        section(&html(&study, &model, Lang::En).expect("a page"), "coverage").to_owned()
    };
    let row = |part: &str, id: &str| {
        let (_, rest) = part.split_once(&format!("<th scope=\"row\">{id}</th>"))?;
        Some(rest.split_once("</tr>").expect("its end").0.to_owned())
    };
    let silent = coverage(SILENT);
    assert!(row(&silent, "EC-008").expect("skipped").contains("the model says nothing of this – backups"));
    assert!(row(&silent, "HDS-01").expect("skipped").contains("states no certificate"));
    assert!(row(&silent, "EC-029").expect("in part").contains("looked at in part"));
    let denied = coverage(&SILENT.replace("links:", "has_no: [backups, logs]\nlinks:"));
    assert_eq!(row(&denied, "EC-008"), None, "it says that there are none: that was looked at");
    assert!(denied.contains("EC-008"));
}

/// An owner, and each member with its staff and how much it reads at each grade.
type Group<'a> = (Option<&'a str>, Vec<(&'a str, Vec<&'a str>, [usize; 4])>);

#[test]
fn owners_join_what_they_control_and_staff_stand_with_their_employer() {
    let text = SILENT
        .replace(
            "  acme: { country: FR }",
            "  acme: { country: FR, owned_by: parent }\n  parent: { country: FR, owned_by: none }",
        )
        .replace("admins: {}", "admins:\n  sre: { of: acme, mfa: true, count: 3, can: { run: api } }");
    let model = loaded(&text);
    let study = Study::on(&model, None).expect("an audit");
    let id = |at: usize| study.dossier.audit.actors[at].id.as_str();
    let groups: Vec<Group> = study
        .dossier
        .numbers
        .owners
        .iter()
        .map(|group| {
            let member = |one: &enclair::compare::Member| {
                (id(one.actor), one.staff.iter().map(|at| id(*at)).collect(), one.reads)
            };
            (group.owner.as_ref().map(|owner| owner.get(Lang::En)), group.members.iter().map(member).collect())
        })
        .collect();
    let expected = [
        (Some("parent"), vec![("acme", vec!["sre"], [0, 1, 1, 1]), ("parent", vec![], [0, 1, 1, 1])]),
        (None, vec![("patient", vec![], [1, 1, 1, 1])]),
    ];
    assert_eq!(groups, expected);
}
