//! HDS beside end-to-end encryption in the JSON of `check`.

use serde::Serialize;

use super::words::basis_id;
use crate::audit::Audit;
use crate::compare::hds::{Changed, Delegation, Duty, DutyState, Flow, Frame, Gap, Hds, Located, Outcome, Traces};
use crate::compare::{Dossier, Tie};
use crate::source::Position;
use crate::text::{Lang, hds as text};

/// Activities, what states them, what frames each access, what each of the two changes.
#[derive(Serialize)]
pub(in crate::report) struct HdsJson<'a> {
    /// The day on which certificates are judged.
    judged_on: Option<String>,
    stated: bool,
    duties: Vec<DutyJson<'a>>,
    open: Vec<OpenJson<'a>>,
    passing: Vec<&'a str>,
    controller_not_stated: Vec<&'a str>,
    delegations: Vec<DelegationJson<'a>>,
    flows: Vec<FlowJson<'a>>,
    frames: Vec<FrameJson<'a>>,
    traces: TracesJson<'a>,
    storage: Vec<StoredJson<'a>>,
    remote_access: Vec<RemoteJson<'a>>,
    law: Vec<LawJson<'a>>,
    publication: Vec<PublicationJson<'a>>,
    /// Organisations of which the model does not say whether they host for others.
    maybe_hosts: Vec<&'a str>,
    changed: ChangedJson<'a>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct DutyJson<'a> {
    organisation: &'a str,
    activity: u8,
    /// The category of certificates before 2024 that the activity was of.
    category: &'static str,
    state: &'static str,
    reason: Option<&'static str>,
    because: Vec<WhyJson<'a>>,
}

#[derive(Serialize)]
struct WhyJson<'a> {
    entry: &'a str,
    assumed: bool,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct OpenJson<'a> {
    what: &'static str,
    entry: &'a str,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct DelegationJson<'a> {
    organisation: &'a str,
    operators: Vec<&'a str>,
    rights: Vec<RightJson<'a>>,
    reads: Vec<&'a str>,
}

#[derive(Serialize)]
struct RightJson<'a> {
    admin: &'a str,
    can: &'static str,
    at: &'a str,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct FlowJson<'a> {
    from: &'a str,
    to: &'a str,
    tls: &'static str,
    data: Vec<&'a str>,
    in_clear: Vec<&'a str>,
    certain: bool,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct FrameJson<'a> {
    actor: &'a str,
    data: &'a str,
    organisation: &'a str,
    /// The least that is said of a certificate of its activities.
    certificate: &'static str,
    reason: Option<&'static str>,
    activities: Vec<ActivityJson>,
    requirements: Vec<RequirementJson>,
    /// The grade is that of the verdict: nothing of this changes it.
    grade_changed: bool,
}

#[derive(Serialize)]
struct ActivityJson {
    activity: u8,
    state: &'static str,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct RequirementJson {
    exi: u8,
    depends_on: &'static str,
}

#[derive(Serialize)]
struct TracesJson<'a> {
    logs: &'static str,
    locations: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct StoredJson<'a> {
    entry: &'a str,
    location: &'static str,
    countries: &'a [String],
    stated_at: PlaceJson<'a>,
}

#[derive(Serialize)]
struct RemoteJson<'a> {
    admin: &'a str,
    from: &'static str,
    countries: &'a [String],
    basis: &'static str,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct LawJson<'a> {
    organisation: &'a str,
    certain: bool,
    basis: &'static str,
    ties: Vec<TieJson<'a>>,
}

#[derive(Serialize)]
struct TieJson<'a> {
    kind: &'static str,
    country: Option<&'a str>,
    organisation: Option<&'a str>,
    location: PlaceJson<'a>,
}

#[derive(Serialize)]
struct PublicationJson<'a> {
    organisation: &'a str,
    outcome: &'static str,
    /// The sentence to be published, word for word.
    sentence: Option<&'static str>,
    asks: Vec<&'static str>,
}

#[derive(Serialize)]
struct ChangedJson<'a> {
    cells: usize,
    facts: usize,
    by_no_certificate: usize,
    by_every_certificate: usize,
    by_end_to_end: Vec<CellJson<'a>>,
}

#[derive(Serialize)]
struct CellJson<'a> {
    actor: &'a str,
    data: &'a str,
    /// The architecture before: as declared, or the rung below where the data is end-to-end already.
    from: &'static str,
    before: GradesJson,
    after: GradesJson,
}

#[derive(Serialize)]
struct GradesJson {
    past: &'static str,
    new: &'static str,
}

struct Shown<'a> {
    audit: &'a Audit,
    lang: Lang,
}

/// The format of the document of `hds`.
pub const FORMAT: &str = "enclair-hds/1";

/// What `hds` prints as JSON.
///
/// # Errors
/// Only if a value cannot be written as JSON, which none of them is.
pub fn document(dossier: &Dossier, lang: Lang) -> Result<String, serde_json::Error> {
    let audit = &dossier.audit;
    let root = serde_json::json!({
        "format": FORMAT, "language": lang.id(), "version": env!("CARGO_PKG_VERSION"), "file": audit.file,
        "variant": audit.variant, "model_sha256": audit.hash, "hds": json(audit, &dossier.hds, lang),
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}

pub(in crate::report) fn json<'a>(audit: &'a Audit, hds: &'a Hds, lang: Lang) -> HdsJson<'a> {
    let shown = Shown { audit, lang };
    let borders = &hds.sovereignty;
    HdsJson {
        judged_on: hds.day.map(|day| day.to_string()),
        stated: hds.stated,
        duties: hds.duties.iter().map(|one| shown.duty(one)).collect(),
        open: hds.open.iter().map(|one| shown.open(one)).collect(),
        passing: hds.passing.iter().map(|both| both.get(lang)).collect(),
        controller_not_stated: hds.controller_not_stated.iter().map(|both| both.get(lang)).collect(),
        delegations: hds.delegations.iter().map(|one| shown.delegation(one)).collect(),
        flows: hds.flows.iter().map(|one| shown.flow(one)).collect(),
        frames: hds.frames.iter().map(|one| shown.frame(one)).collect(),
        traces: shown.traces(&hds.traces),
        storage: borders.stored.iter().map(|one| shown.stored(one)).collect(),
        remote_access: borders.remote.iter().map(|one| shown.remote(one)).collect(),
        law: borders.law.iter().map(|one| shown.law(one)).collect(),
        publication: borders.published.iter().map(|one| shown.publication(one)).collect(),
        maybe_hosts: borders.maybe_hosts.iter().map(|both| both.get(lang)).collect(),
        changed: ChangedJson {
            cells: hds.changed.cells,
            facts: hds.changed.facts,
            by_no_certificate: hds.changed.without,
            by_every_certificate: hds.changed.with_all,
            by_end_to_end: hds.changed.end_to_end.iter().map(|one| shown.cell(one)).collect(),
        },
    }
}

impl<'a> Shown<'a> {
    fn place(&self, Position { file, line, column }: Position) -> PlaceJson<'a> {
        PlaceJson { file: &self.audit.files[file], line, column }
    }

    fn data(&self, data: &[usize]) -> Vec<&'a str> {
        data.iter().map(|at| self.audit.data[*at].id.as_str()).collect()
    }

    fn duty(&self, one: &'a Duty) -> DutyJson<'a> {
        let why = |why: &'a crate::compare::hds::Why| WhyJson {
            entry: why.what.get(self.lang),
            assumed: why.assumed,
            location: self.place(why.position),
        };
        DutyJson {
            organisation: &one.id,
            activity: one.activity,
            category: if one.activity <= 2 { "physical-infrastructure" } else { "managed-services" },
            state: one.state.id(),
            reason: one.state.reason(),
            because: one.why.iter().map(why).collect(),
        }
    }

    fn open(&self, one: &'a crate::compare::hds::Open) -> OpenJson<'a> {
        let what = match one.gap {
            Gap::Host => "host",
            Gap::Employer => "employer",
        };
        OpenJson { what, entry: one.what.get(self.lang), location: self.place(one.position) }
    }

    fn delegation(&self, one: &'a Delegation) -> DelegationJson<'a> {
        let right = |right: &'a crate::compare::hds::Right| RightJson {
            admin: right.admin.get(self.lang),
            can: right.verb.id(),
            at: right.at.get(self.lang),
            location: self.place(right.position),
        };
        DelegationJson {
            organisation: &one.id,
            operators: one.operators.iter().map(|both| both.get(self.lang)).collect(),
            rights: one.rights.iter().map(right).collect(),
            reads: self.data(&one.reads),
        }
    }

    fn flow(&self, one: &'a Flow) -> FlowJson<'a> {
        FlowJson {
            from: one.from.get(self.lang),
            to: one.to.get(self.lang),
            tls: one.tls.id(),
            data: self.data(&one.data),
            in_clear: self.data(&one.clear),
            certain: one.certain,
            location: self.place(one.position),
        }
    }

    fn frame(&self, one: &'a Frame) -> FrameJson<'a> {
        let verdict = &self.audit.verdicts[one.verdict];
        let activity = |(activity, state): &(u8, DutyState)| ActivityJson {
            activity: *activity,
            state: state.id(),
            reason: state.reason(),
        };
        let requirement = |exi: &u8| RequirementJson { exi: *exi, depends_on: text::depends_on(*exi) };
        FrameJson {
            actor: &self.audit.actors[verdict.actor].id,
            data: &self.audit.data[verdict.data].id,
            organisation: &one.id,
            certificate: one.certificate.id(),
            reason: one.certificate.reason(),
            activities: one.activities.iter().map(activity).collect(),
            requirements: one.requirements.iter().map(requirement).collect(),
            grade_changed: false,
        }
    }

    fn traces(&self, traces: &Traces) -> TracesJson<'a> {
        let (logs, places): (&str, &[Position]) = match traces {
            Traces::Logs(places) => ("described", places),
            Traces::None => ("none", &[]),
            Traces::NotStated => ("not-stated", &[]),
        };
        TracesJson { logs, locations: places.iter().map(|place| self.place(*place)).collect() }
    }

    fn stored(&self, one: &'a crate::compare::hds::Stored) -> StoredJson<'a> {
        let (location, countries): (&str, &[String]) = match &one.located {
            Located::Inside(all) => ("inside", all),
            Located::Outside(all) => ("outside", all),
            Located::NotStated => ("not-stated", &[]),
        };
        StoredJson { entry: one.what.get(self.lang), location, countries, stated_at: self.place(one.position) }
    }

    fn remote(&self, one: &'a crate::compare::hds::Remote) -> RemoteJson<'a> {
        RemoteJson {
            admin: one.admin.get(self.lang),
            from: if one.countries.is_empty() { "not-stated" } else { "outside" },
            countries: &one.countries,
            basis: basis_id(one.basis),
            location: self.place(one.position),
        }
    }

    fn law(&self, one: &'a crate::compare::hds::Subject) -> LawJson<'a> {
        let tie = |tie: &'a Tie| TieJson {
            kind: tie.kind.id(),
            country: tie.kind.country(),
            organisation: tie.kind.organisation(),
            location: self.place(tie.position),
        };
        LawJson {
            organisation: one.organisation.get(self.lang),
            certain: one.is_certain(),
            basis: basis_id(one.basis),
            ties: one.ties.iter().map(tie).collect(),
        }
    }

    fn publication(&self, one: &'a crate::compare::hds::Publication) -> PublicationJson<'a> {
        PublicationJson {
            organisation: one.organisation.get(self.lang),
            outcome: one.outcome.id(),
            sentence: match one.outcome {
                Outcome::Qualified => Some(text::QUALIFIED),
                Outcome::NoTransfer => Some(text::NO_TRANSFER),
                Outcome::Table | Outcome::NotDetermined => None,
            },
            asks: one.asks.iter().map(|ask| ask.id()).collect(),
        }
    }

    fn cell(&self, one: &Changed) -> CellJson<'a> {
        let verdict = &self.audit.verdicts[one.verdict];
        let grades =
            |(past, new): (crate::kernel::Grade, crate::kernel::Grade)| GradesJson { past: past.id(), new: new.id() };
        CellJson {
            actor: &self.audit.actors[verdict.actor].id,
            data: &self.audit.data[verdict.data].id,
            from: if one.declared { "at-rest" } else { "declared" },
            before: grades(one.before),
            after: grades(one.after),
        }
    }
}
