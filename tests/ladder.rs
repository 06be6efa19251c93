//! The ladder: what each kind of encryption buys, on the article's system, and on every model.

#[path = "support/bench.rs"]
mod bench;

use std::path::Path;

use bench::paths_under;
use enclair::compare::{Dossier, Fill, RungKind, Step};
use enclair::kernel::Grade;
use enclair::report::ladder;
use enclair::text::Lang;

fn dossier(path: &Path) -> Dossier {
    let text = std::fs::read_to_string(path).expect("the model can be read");
    Dossier::new(&bench::loaded(&text)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn step(dossier: &Dossier, kind: RungKind) -> &Step {
    let rung = dossier.ladder.rung(kind).expect("there is such a rung");
    rung.step.as_ref().expect("the rung is added to another")
}

fn names<'d>(dossier: &'d Dossier, actors: &[usize]) -> Vec<&'d str> {
    actors.iter().map(|at| dossier.audit.actors[*at].id.as_str()).collect()
}

/// The article, scheme by scheme: the pipe keeps out those on its way; encrypted disks keep out who steals them; only
/// end-to-end encryption takes the privilege of host, operator and administrator away.
#[test]
fn each_encryption_of_the_article_buys_what_it_says() {
    for scheme in ["article-1-transit", "article-2-at-rest", "article-3-end-to-end"] {
        let dossier = dossier(Path::new(&format!("models/{scheme}.yaml")));
        let transit = step(&dossier, RungKind::Transit);
        let network = ["adversary/network-attacker", "adversary/network-observer"];
        assert_eq!(names(&dossier, &transit.stopped), network, "{scheme}");
        assert!(transit.held.is_empty() && transit.partly.is_empty() && transit.nearer.is_empty(), "{scheme}");
        let rest = step(&dossier, RungKind::AtRest);
        let thieves = names(&dossier, &rest.stopped);
        assert!(thieves.iter().all(|name| name.starts_with("adversary/thief/")), "{scheme}: {thieves:?}");
        assert!(rest.held.is_empty() && rest.partly.is_empty() && rest.nearer.is_empty(), "{scheme}");
        assert_eq!(rest.privilege.0, rest.privilege.1, "{scheme}");
        let end = step(&dossier, RungKind::EndToEnd);
        assert_eq!(names(&dossier, &end.held), ["infogereur", "hebergeur", "administrateur"], "{scheme}");
        assert_eq!(end.privilege, (3, 0), "{scheme}");
    }
    let dossier = dossier(Path::new("models/article-2-at-rest.yaml"));
    assert_eq!(names(&dossier, &step(&dossier, RungKind::AtRest).stopped), ["adversary/thief/stockage"]);
    let rung = dossier.ladder.rung(RungKind::AtRest).expect("there is such a rung");
    assert_eq!(
        ladder::step(rung, &dossier.audit, Lang::Fr).as_deref(),
        Some(
            "Le chiffrement au repos n’arrête que\u{a0}: voleur de disque (Stockage). Lecteurs non prévus par \
             privilège\u{a0}: 3, comme avant."
        )
    );
}

/// Of every model: whoever's answers differ is told in one list, whoever's do not in none; and counts are those of the
/// cells.
#[test]
fn a_step_tells_of_each_actor_that_it_moves_once() {
    let mut moved = 0;
    for path in paths_under(&["models/ehealth", "models/protections"]) {
        let dossier = dossier(&path);
        let audit = &dossier.audit;
        for rung in &dossier.ladder.rungs {
            let (Some(step), Some(below)) = (&rung.step, rung.kind.below()) else { continue };
            let below = dossier.ladder.rung(below).expect("the rung below is there");
            let listed = [&step.stopped, &step.held, &step.partly, &step.nearer];
            for actor in (0..audit.actors.len()).filter(|at| audit.actors[*at].id != "adversary/common-base") {
                let cells = (0..audit.verdicts.len()).filter(|at| {
                    let verdict = &audit.verdicts[*at];
                    verdict.actor == actor && !verdict.intended && audit.data[verdict.data].headline
                });
                let public = |(past, new): (Grade, Grade)| (past.public(), new.public());
                let differs = cells.clone().any(|at| public(below.cells[at]) != public(rung.cells[at]));
                let told = listed.iter().filter(|list| list.contains(&actor)).count();
                let id = &audit.actors[actor].id;
                assert_eq!(told, usize::from(differs), "{}: {:?} {id}", path.display(), rung.kind);
                moved += told;
            }
            for lang in Lang::ALL {
                let text = ladder::step(rung, audit, lang).expect("a step is told");
                assert!(text.contains(&step.privilege.1.to_string()), "{text}");
            }
        }
    }
    assert!(moved > 100, "only {moved} moves");
}

/// Encryption by the application takes the data from whoever has the storage alone, and from nobody who has a service.
#[test]
fn encryption_by_the_application_stops_who_has_the_storage_alone() {
    let text = "enclair: 1
system: { name: Fields, vendor: acme }
organisations:
  acme: { country: FR, owned_by: none }
  host: { country: FR, owned_by: none }
people: { patient: {} }
data:
  note: { kind: health, readers: patient }
  trace: { kind: metadata, metadata_of: note, readers: none }
clients: { page: { used_by: patient, kind: web, code_from: api } }
hosting: { vm: host }
backend: { api: { runs_on: vm, code_from: [], exposed: internet } }
storage: { db: { kind: database, runs_on: vm, used_by: api, holds: note, at_rest: none } }
backups: {}
links:
  - { from: page, to: api, tls: \"1.3\", carries: note }
admins:
  dba: { of: acme, mfa: true, can: { store: db } }
  ops: { of: acme, mfa: true, can: { run: api } }
";
    let dossier = Dossier::new(&bench::loaded(text)).expect("the model can be judged");
    let audit = &dossier.audit;
    let rung = dossier.ladder.rung(RungKind::Application).expect("there is such a rung");
    assert!(rung.fills.iter().any(|fill| matches!(fill, Fill::Application(storages) if storages.len() == 1)));
    let cell = |actor: &str, data: &str| {
        let at = audit
            .verdicts
            .iter()
            .position(|verdict| audit.actors[verdict.actor].id == actor && audit.data[verdict.data].id == data);
        rung.cells[at.expect("there is such a cell")]
    };
    assert_eq!(cell("dba", "note"), (Grade::None, Grade::None));
    assert_eq!(cell("adversary/injection/db", "note"), (Grade::None, Grade::None));
    // What accompanies the data stays in clear there.
    assert_eq!(cell("dba", "trace"), (Grade::Privilege, Grade::Privilege));
    for actor in ["ops", "host", "acme"] {
        assert_eq!(cell(actor, "note"), (Grade::Privilege, Grade::Privilege), "{actor}");
    }
    assert_eq!(names(&dossier, &step(&dossier, RungKind::Application).stopped), ["dba", "adversary/injection/db"]);
}
