//! What two organisations reach together, and the common base: both beside the table, never in it.

use serde::Serialize;

use super::summary::grade_text;
use super::wrap::wrap;
use crate::audit::{ActorKind, Audit, Collusion};
use crate::kernel::Grade;
use crate::text::together as words;
use crate::text::{Both, Lang};

/// A pair with all that it reaches.
pub(super) struct Pair<'a> {
    pub(super) labels: [&'a Both; 2],
    pub(super) rows: Vec<&'a Collusion>,
    pub(super) hosts: &'a [Both],
}

impl Pair<'_> {
    /// Each data asset with the grades of the pair, in words.
    pub(super) fn reached(&self, lang: Lang) -> Vec<(String, String)> {
        let word = |grade: Grade| grade.is_reachable().then(|| grade_text(grade).name(lang));
        let grades = |row: &Collusion| words::grades(word(row.past), word(row.new), lang);
        self.rows.iter().map(|row| (row.labels[2].get(lang).to_owned(), grades(row))).collect()
    }
}

/// Collusions by pair, in their order.
pub(super) fn pairs(audit: &Audit) -> Vec<Pair<'_>> {
    let chunks = audit.collusions.chunk_by(|one, next| one.organisations == next.organisations);
    chunks
        .filter_map(|rows| {
            let first = rows.first()?;
            let [one, other, _] = &first.labels;
            Some(Pair { labels: [one, other], rows: rows.iter().collect(), hosts: &first.host_labels })
        })
        .collect()
}

/// The section of a terminal, without its title.
pub(super) fn section(audit: &Audit, lang: Lang) -> String {
    let mut out = String::new();
    for pair in pairs(audit) {
        let names = pair.labels.map(|label| label.get(lang));
        out += &wrap(&words::line(names, &pair.reached(lang), lang), "  ", lang);
        if !pair.hosts.is_empty() {
            out += &wrap(&words::shared(&hosts(&pair, lang), lang), "    ", lang);
        }
    }
    out + &wrap(words::note(lang), "  ", lang)
}

/// The labels of shared hosting.
pub(super) fn hosts(pair: &Pair, lang: Lang) -> Vec<String> {
    pair.hosts.iter().map(|host| host.get(lang).to_owned()).collect()
}

/// A collusion in the JSON of `check`.
#[derive(Serialize)]
pub(super) struct CollusionJson<'a> {
    organisations: &'a [String; 2],
    data: &'a str,
    past: &'static str,
    new: &'static str,
    shared_hosts: &'a [String],
}

pub(super) fn json(audit: &Audit) -> Vec<CollusionJson<'_>> {
    let mut rows = Vec::new();
    for Collusion { organisations, data, past, new, shared_hosts, .. } in &audit.collusions {
        let (past, new) = (past.id(), new.id());
        rows.push(CollusionJson { organisations, data, past, new, shared_hosts });
    }
    rows
}

/// The common base in the JSON of `check`: its cells are in `verdicts`, and counted nowhere else.
#[derive(Serialize)]
pub(super) struct BaseJson<'a> {
    actor: &'a str,
    label: &'a str,
    easiest: &'static str,
}

pub(super) fn common_base(audit: &Audit, lang: Lang) -> Option<BaseJson<'_>> {
    let at = audit.actors.iter().position(|actor| actor.kind == ActorKind::CommonBase)?;
    let verdicts = audit.verdicts.iter().filter(|verdict| verdict.actor == at);
    let easiest = verdicts.map(crate::audit::Verdict::easiest).min().unwrap_or(Grade::None);
    Some(BaseJson { actor: &audit.actors[at].id, label: audit.actors[at].label.get(lang), easiest: easiest.id() })
}
