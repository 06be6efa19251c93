//! Third countries in the JSON of `check`, and in one of their own.

use serde::Serialize;

use super::{basis, query_text};
use crate::audit::Audit;
use crate::compare::{Condition, Dossier, Tie, Transfer, Transferred};
use crate::source::Position;
use crate::text::Lang;

/// Who outside the European Economic Area has what.
#[derive(Serialize)]
pub(in crate::report) struct TransfersJson<'a> {
    actors: Vec<TransferJson<'a>>,
    /// Readers of whom nothing says from where they have access.
    from_not_stated: Vec<&'a str>,
}

#[derive(Serialize)]
struct TransferJson<'a> {
    actor: &'a str,
    certain: bool,
    /// How its ties stand together: `outside`, `controlled` or `to-ask`.
    standing: &'static str,
    ties: Vec<TieJson<'a>>,
    basis: &'static str,
    data: Vec<DataJson<'a>>,
}

#[derive(Serialize)]
struct TieJson<'a> {
    kind: &'static str,
    country: Option<&'a str>,
    organisation: Option<&'a str>,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct DataJson<'a> {
    data: &'a str,
    declared_reader: bool,
    reads: bool,
    use_case: u8,
    /// The EDPB’s answer for the use case: `yes` or `no`.
    effective: &'static str,
    /// That answer as far as the conditions let it be given: `yes`, `conditional`, `not-established` or `no`.
    conclusion: &'static str,
    undetermined: bool,
    conditions: Vec<ConditionJson<'a>>,
}

#[derive(Serialize)]
struct ConditionJson<'a> {
    question: &'static str,
    status: &'static str,
    about: Vec<&'a str>,
    locations: Vec<PlaceJson<'a>>,
}

/// The schema of the document of `transfers`.
pub const FORMAT: &str = "enclair-transfers/1";

/// What `transfers` prints as JSON.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn document(dossier: &Dossier, lang: Lang) -> Result<String, serde_json::Error> {
    let audit = &dossier.audit;
    let root = serde_json::json!({
        "format": FORMAT, "language": lang.id(), "version": env!("CARGO_PKG_VERSION"), "file": audit.file, "variant": audit.variant,
        "model_sha256": audit.hash, "transfers": json(dossier, lang),
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

pub(in crate::report) fn json(dossier: &Dossier, lang: Lang) -> TransfersJson<'_> {
    let all = &dossier.transfers;
    TransfersJson {
        actors: all.list.iter().map(|one| transfer(&dossier.audit, one, lang)).collect(),
        from_not_stated: all.from_not_stated.iter().map(|label| label.get(lang)).collect(),
    }
}

fn transfer<'a>(audit: &'a Audit, one: &'a Transfer, lang: Lang) -> TransferJson<'a> {
    let tie = |tie: &'a Tie| TieJson {
        kind: tie.kind.id(),
        country: tie.kind.country(),
        organisation: tie.kind.organisation(),
        location: place(audit, tie.position),
    };
    TransferJson {
        actor: &audit.actors[one.actor].id,
        certain: one.is_certain(),
        standing: one.standing().id(),
        ties: one.ties.iter().map(tie).collect(),
        basis: basis(one),
        data: one.data.iter().map(|data| transferred(audit, data, lang)).collect(),
    }
}

fn transferred<'a>(audit: &'a Audit, one: &'a Transferred, lang: Lang) -> DataJson<'a> {
    let condition = |condition: &'a Condition| ConditionJson {
        question: query_text(condition.query).sentence(lang),
        status: condition.status.id(),
        about: condition.about.iter().map(|both| both.get(lang)).collect(),
        locations: condition.locations.iter().map(|position| place(audit, *position)).collect(),
    };
    DataJson {
        data: &audit.data[one.data].id,
        declared_reader: one.declared,
        reads: one.reads,
        use_case: one.use_case.number(),
        effective: if one.use_case.is_effective() { "yes" } else { "no" },
        conclusion: one.conclusion().id(),
        undetermined: one.undetermined,
        conditions: one.conditions.iter().map(condition).collect(),
    }
}

fn place(audit: &Audit, Position { file, line, column }: Position) -> PlaceJson<'_> {
    PlaceJson { file: &audit.files[file], line, column }
}
