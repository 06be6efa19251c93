//! One change at a time: what each does to the answers, and that none is a trick.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use bench::paths_under;
use enclair::audit::{ActorKind, audit};
use enclair::compare::{Changes, Effect, changes};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::text::change::Action;

fn model(path: &Path) -> Model {
    bench::loaded(&std::fs::read_to_string(path).expect("the model can be read"))
}

fn found(path: &str) -> (enclair::audit::Audit, Changes) {
    let model = model(Path::new(path));
    let audit = audit(&model).expect("the model is audited");
    let changes = changes(&model, &audit);
    (audit, changes)
}

fn paths() -> Vec<PathBuf> {
    let mut all = paths_under(&["models/ehealth", "models/protections", "models/defeats"]);
    all.push(PathBuf::from("models/teleconsultation.yaml"));
    all
}

/// Rights that are taken away leave the thing to somebody: the vendor, where nobody else administers it. What a page
/// becomes when it is an application keeps its code supplier. Nothing else lets anyone read by privilege.
#[test]
fn a_protection_adds_no_reader_by_privilege() {
    let (mut seen, mut count) = (BTreeSet::new(), 0);
    for path in paths() {
        let model = model(&path);
        let audit = audit(&model).expect("the model is audited");
        for effect in changes(&model, &audit).effects {
            let action = effect.change.action;
            seen.insert(action);
            count += 1;
            let mut moved = audit.verdicts.iter().zip(&effect.cells);
            let added = moved.find(|(verdict, after)| {
                let (before, after) = (verdict.easiest(), after.0.min(after.1));
                before > Grade::Privilege && after <= Grade::Privilege
            });
            let leaves = matches!(action, Action::NoRun | Action::NoChange | Action::NoStore);
            let name = added.map(|(verdict, _)| &audit.actors[verdict.actor].id);
            assert!(added.is_none() || leaves, "{}: {:?} lets {name:?} read", path.display(), effect.change);
        }
    }
    assert!(count > 1000, "only {count} changes");
    let unseen: Vec<&str> = Action::ALL.iter().filter(|one| !seen.contains(*one)).map(|one| one.id()).collect();
    assert_eq!(unseen, Vec::<&str>::new(), "no model offers these");
}

fn effect<'c>(changes: &'c Changes, action: Action, about: &str) -> &'c Effect {
    let wanted = |effect: &&Effect| effect.change.action == action && effect.change.about == about;
    let mut alone = changes.effects.iter().filter(|effect| effect.change.others.is_empty());
    alone.find(wanted).unwrap_or_else(|| panic!("{action:?} of {about} is not offered"))
}

#[test]
fn changes_of_the_teleconsultation_do_what_an_architect_expects() {
    let (audit, all) = found("models/teleconsultation.yaml");
    let grades = |effect: &Effect, actor: &str, data: &str| {
        let at = audit
            .verdicts
            .iter()
            .position(|verdict| audit.actors[verdict.actor].id == actor && audit.data[verdict.data].id == data);
        effect.cells[at.expect("there is such a cell")]
    };
    let both = |grade| (grade, grade);
    let off = effect(&all, Action::KeepOut, "errors");
    assert_eq!(grades(off, "errors-company", "medical-record"), both(Grade::None));
    let around = effect(&all, Action::RouteAround, "cdn");
    assert_eq!(grades(around, "cdn-company", "message"), both(Grade::None));
    assert_eq!(grades(around, "host", "message"), both(Grade::Privilege));
    let tool = effect(&all, Action::NoRead, "support");
    assert_eq!(grades(tool, "support", "medical-record"), both(Grade::None));
    // The key leaves the host's key service, but the host still runs the services that may use it.
    let moved = effect(&all, Action::MoveKey, "message-key");
    assert_eq!(grades(moved, "host", "message"), both(Grade::Privilege));
    let sealed = effect(&all, Action::SealContent, "database");
    assert_eq!(grades(sealed, "dba", "medical-record"), both(Grade::None));
    let end = effect(&all, Action::EndToEnd, "medical-record");
    for actor in ["host", "managed-services", "vendor", "cdn-company"] {
        let (past, new) = grades(end, actor, "medical-record");
        assert!(past.min(new) > Grade::Privilege, "{actor}");
    }
    // The support reads the identity by decision, through the tool: taking it away cuts off an intended reader.
    let cut = |effect: &Effect| effect.cut_off.iter().map(|at| audit.actors[*at].id.clone()).collect::<Vec<_>>();
    assert_eq!(cut(tool), ["support"]);
    assert_eq!(cut(effect(&all, Action::EndToEnd, "identity")), ["support"]);
    assert_eq!(cut(around), Vec::<String>::new());
    // All health data at once is the change that takes most readers away.
    let first = all.effects.first().expect("there are changes");
    assert_eq!((first.change.action, first.step.privilege), (Action::EndToEnd, (11, 0)));
}

/// The best first, and what is said of each is what its cells say.
#[test]
fn changes_stand_best_first() {
    let (audit, all) = found("models/ehealth/practice-management.yaml");
    let fewer: Vec<usize> =
        all.effects.iter().map(|effect| effect.step.privilege.0.saturating_sub(effect.step.privilege.1)).collect();
    let worse = all.effects.iter().position(|effect| effect.step.privilege.1 > effect.step.privilege.0);
    assert!(worse.is_none_or(|at| all.effects[at..].iter().all(|one| one.step.privilege.1 > one.step.privilege.0)));
    assert!(fewer.is_sorted_by(|before, after| before >= after), "{fewer:?}");
    assert!(fewer[0] > 0 && all.skipped == 0);
    for effect in &all.effects {
        let mut readers = BTreeSet::new();
        for (verdict, after) in audit.verdicts.iter().zip(&effect.cells) {
            let counted = !verdict.intended && audit.data[verdict.data].headline;
            let common = audit.actors[verdict.actor].kind == ActorKind::CommonBase;
            if counted && !common && after.0.min(after.1) <= Grade::Privilege {
                readers.insert(verdict.actor);
            }
        }
        assert_eq!(effect.step.privilege.1, readers.len(), "{:?}", effect.change);
        let same = audit.verdicts.iter().zip(&effect.cells).all(|(verdict, after)| {
            let common = audit.actors[verdict.actor].kind == ActorKind::CommonBase || verdict.intended;
            common || (verdict.past.public(), verdict.new.public()) == (after.0.public(), after.1.public())
        });
        assert_eq!(effect.is_idle(), same && effect.cut_off.is_empty(), "{:?}", effect.change);
    }
}

fn enclair(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::cargo_bin("enclair").expect("the binary is built");
    let output = command.args(arguments).output().expect("the binary runs");
    (String::from_utf8(output.stdout).expect("output is UTF-8"), output.status.code())
}

#[test]
fn the_command_prints_changes_in_both_languages_and_as_json() {
    let model = "models/article-2-at-rest.yaml";
    let (fr, code) = enclair(&["changes", model, "--lang", "fr"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!("changes-article-2-fr", fr);
    let (en, _) = enclair(&["changes", model, "--lang", "en"]);
    insta::assert_snapshot!("changes-article-2-en", en);
    let (all, _) = enclair(&["changes", model, "--lang", "en", "--all"]);
    assert!(all.lines().count() > en.lines().count());
    let (json, _) = enclair(&["changes", model, "--format", "json"]);
    let root: serde_json::Value = serde_json::from_str(&json).expect("this is JSON");
    assert_eq!(root["format"], "enclair-changes/1");
    let first = &root["changes"][0];
    assert_eq!(first["action"], "end-to-end");
    assert_eq!(
        (first["readers_by_privilege"]["before"].as_u64(), first["readers_by_privilege"]["after"].as_u64()),
        (Some(3), Some(0))
    );
    let (_, code) = enclair(&["changes", "models/missing.yaml"]);
    assert_eq!(code, Some(2));
}
