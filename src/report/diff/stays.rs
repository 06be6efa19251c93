//! Who reads in both models without being meant to: by privilege, and by tampering alone.

use super::Item;
use crate::audit::{ActorKind, Audit, Verdict};
use crate::compare::readers_by_privilege;
use crate::kernel::Grade;
use crate::report::actors::{listed, with_data};
use crate::text::{Lang, diff as words};

/// The actor and the data of an answer, by position in the new audit.
type Cell = (usize, usize);

/// What was read by privilege by who is not meant to, and still is; what still is by tampering, by who reads nothing by
/// privilege.
pub(super) fn cells(audits: (&Audit, &Audit)) -> (Vec<Cell>, Vec<Cell>) {
    let readers = readers_by_privilege(audits.1);
    let tampers = |grade: Grade, actor: usize| grade == Grade::Tampering && !readers.contains(&actor);
    (kept(audits, |grade, _| grade <= Grade::Privilege), kept(audits, tampers))
}

/// Both, in words.
pub(super) fn items(audits: (&Audit, &Audit), lang: Lang) -> (Vec<Item>, Vec<Item>) {
    let told =
        |cells: Vec<Cell>| -> Vec<Item> { with_data(audits.1, cells, lang).into_iter().map(Item::plain).collect() };
    let (privilege, tampering) = cells(audits);
    let nobody = || vec![Item::plain(words::nobody_stays(lang).to_owned())];
    (if privilege.is_empty() { nobody() } else { told(privilege) }, told(tampering))
}

/// Who still reads by tampering and nothing by privilege, in one line, without the data.
pub(super) fn tamperers(audits: (&Audit, &Audit), lang: Lang) -> Vec<Item> {
    let (_, cells) = cells(audits);
    let names = listed(audits.1, cells.into_iter().map(|(actor, _)| actor), lang);
    if names.is_empty() { Vec::new() } else { vec![Item::plain(names)] }
}

/// What is read in the new model so, and was read in the old one as easily or more.
fn kept((old, new): (&Audit, &Audit), so: impl Fn(Grade, usize) -> bool) -> Vec<Cell> {
    let grade = |one: &Verdict| if one.intended { Grade::None } else { one.easiest().public() };
    let before = |one: &Verdict| {
        let names = (&new.actors[one.actor].id, &new.data[one.data].id);
        let same = old.verdicts.iter().find(|two| (&old.actors[two.actor].id, &old.data[two.data].id) == names);
        same.map_or(Grade::None, grade)
    };
    let is_base = |one: &&Verdict| new.actors[one.actor].kind == ActorKind::CommonBase;
    let answers = new.verdicts.iter().filter(|one| !is_base(one) && so(grade(one), one.actor));
    let kept = answers.filter(|one| before(one) <= grade(one).max(Grade::Privilege));
    kept.map(|one| (one.actor, one.data)).collect()
}
