//! Two models or more, side by side, as programs read it: every row, whether it differs or not.

use serde_json::{Value, json as value};

use super::Sheet;
use crate::audit::{Audit, Verdict};
use crate::compare::{Column, Dossier, Move, Reader, Row, Said};
use crate::report::numbers;
use crate::text::Lang;

/// The schema.
pub const FORMAT: &str = "enclair-compare/1";

/// All of it.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn json(sheet: &Sheet, lang: Lang) -> Result<String, serde_json::Error> {
    let comparison = sheet.comparison;
    let first = &sheet.dossiers[0].audit;
    let columns =
        sheet.dossiers.iter().zip(&comparison.columns).map(|(dossier, one)| column(dossier, one, first, lang));
    let root = value!({
        "format": FORMAT, "language": lang.id(),
        "version": env!("CARGO_PKG_VERSION"),
        "columns": columns.collect::<Result<Vec<_>, _>>()?,
        "rows": comparison.rows.iter().map(row).collect::<Vec<_>>(),
        "claims": comparison.claims.iter().map(|one| claim(one, lang)).collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

fn column(dossier: &Dossier, column: &Column, first: &Audit, lang: Lang) -> Result<Value, serde_json::Error> {
    let audit = &dossier.audit;
    let ids = |audit: &Audit, all: &[usize]| all.iter().map(|at| audit.actors[*at].id.clone()).collect::<Vec<_>>();
    let [privilege, tampering, breach] = [0, 1, 2].map(|at: usize| ids(audit, &column.readers[at]));
    let missed = audit.expectations.iter().filter(|one| !one.holds());
    let failed = audit.acceptances.iter().filter(|one| one.state != crate::audit::AcceptanceState::Holds);
    Ok(value!({
        "file": audit.file, "variant": audit.variant, "model_sha256": audit.hash, "system": audit.system.get(lang),
        "actors": crate::report::diff::actors(audit),
        "unintended_readers_by_privilege": {
            "headline": crate::report::Summary::new(audit).answer.privilege.len(), "all": privilege.len(),
        },
        "readers": { "privilege": privilege, "tampering": tampering, "breach": breach },
        "added": moved(audit, &column.added), "removed": moved(first, &column.removed),
        "undetermined": crate::report::Summary::new(audit).undetermined,
        "expectations": {
            "all": audit.expectations.len(),
            "missed": missed.map(|one| value!({ "about": one.about.who(), "data": one.about.data() })).collect::<Vec<_>>(),
        },
        "acceptances": {
            "all": audit.acceptances.len(),
            "failed": failed.map(|one| value!({ "rule": one.rule, "state": one.state.id() })).collect::<Vec<_>>(),
        },
        "numbers": serde_json::to_value(numbers::json(dossier))?,
    }))
}

fn moved(audit: &Audit, readers: &[Reader]) -> Vec<Value> {
    let reader = |one: &Reader| value!({ "actor": audit.actors[one.actor].id, "data": audit.data[one.data].id, "on_both_sides": one.is_there });
    readers.iter().map(reader).collect()
}

fn row(row: &Row) -> Value {
    let cells = row.cells.iter().zip(&row.moves).map(|(cell, moves)| answer(cell.as_ref(), moves));
    value!({
        "actor": row.actor, "data": row.data, "differs": row.differs(), "answers": cells.collect::<Vec<_>>(),
    })
}

/// An answer; where the actor or the data is not there, no grade is given.
fn answer(verdict: Option<&Verdict>, moves: &[Move]) -> Value {
    let moves: Vec<&str> = moves.iter().map(|one| one.id()).collect();
    let Some(one) = verdict else { return value!({ "present": false, "moves": moves }) };
    value!({
        "present": true, "past": one.past.public().id(), "new": one.new.public().id(), "intended": one.intended,
        "evident": one.past.is_evident() || one.new.is_evident(), "next_use": one.next_use,
        "undetermined": one.undetermined.is_some(), "moves": moves,
    })
}

fn claim(said: &Said, lang: Lang) -> Value {
    value!({ "says": said.says.get(lang), "data": said.scope.data, "verdicts": said.verdicts })
}
