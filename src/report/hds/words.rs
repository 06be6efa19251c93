//! Words of what the comparison found: states, rights, places, countries.

use crate::audit::Audit;
use crate::compare::hds::{DutyState, FlowTls, Subject, Verb};
use crate::model::{Maybe, TransferBasis};
use crate::report::transfers;
use crate::source::Position;
use crate::text::hds::{self as text, StateText, TlsText, VerbText};
use crate::text::labels::country_name;
use crate::text::{Lang, transfers as elsewhere, typeset};

/// The words of a state.
pub(in crate::report) const fn state(state: DutyState) -> StateText {
    match state {
        DutyState::Met => StateText::Met,
        DutyState::NotCovered => StateText::NotCovered,
        DutyState::Expired => StateText::Expired,
        DutyState::NotStated => StateText::NotStated,
        DutyState::NoEnd => StateText::NoEnd,
        DutyState::NoDay => StateText::NoDay,
        DutyState::NotDerivable => StateText::NotDerivable,
        DutyState::Own => StateText::Own,
    }
}

/// The words of a right.
pub(super) const fn verb(verb: Verb) -> VerbText {
    match verb {
        Verb::Run => VerbText::Run,
        Verb::Change => VerbText::Change,
        Verb::Store => VerbText::Store,
        Verb::Read => VerbText::Read,
        Verb::Impersonate => VerbText::Impersonate,
    }
}

/// The words of the TLS of a flow.
pub(super) const fn tls(tls: FlowTls) -> TlsText {
    match tls {
        FlowTls::None => TlsText::None,
        FlowTls::Unverified => TlsText::Unverified,
        FlowTls::Unknown => TlsText::Unknown,
        FlowTls::NotStated => TlsText::NotStated,
    }
}

/// The lines of some places, each once, in order; with their file where it is not the model's own.
pub(super) fn lines_of(files: &[&str], places: impl IntoIterator<Item = Position>, lang: Lang) -> String {
    let mut lines: Vec<(usize, usize)> = places.into_iter().map(Position::of_line).collect();
    lines.sort_unstable();
    lines.dedup();
    let numbers: Vec<String> = lines
        .iter()
        .map(|(file, line)| if *file == 0 { line.to_string() } else { format!("{}:{line}", files[*file]) })
        .collect();
    text::lines(&numbers, lang)
}

/// A name with the lines of its places.
pub(super) fn at(files: &[&str], name: &str, places: impl IntoIterator<Item = Position>, lang: Lang) -> String {
    typeset(&format!("{name} ({})", lines_of(files, places, lang)), lang)
}

/// Countries by their names.
pub(super) fn listed(countries: &[String], lang: Lang) -> String {
    countries.iter().map(|code| country_name(code, lang)).collect::<Vec<_>>().join(", ")
}

/// What ties an organisation to third countries.
pub(super) fn tie_list(audit: &Audit, subject: &Subject, lang: Lang) -> String {
    let ties = subject.ties.iter().map(|tie| transfers::tie(audit, tie, &subject.id, lang));
    ties.collect::<Vec<_>>().join(", ")
}

/// The identifier of the basis of a transfer.
pub(super) const fn basis_id(basis: Option<Maybe<TransferBasis>>) -> &'static str {
    match basis {
        Some(Maybe::Is(basis)) => basis.id(),
        Some(Maybe::Unknown) => "unknown",
        None => "not-stated",
    }
}

/// The basis of a transfer in words.
pub(super) fn basis(basis: Option<Maybe<TransferBasis>>, lang: Lang) -> &'static str {
    elsewhere::basis(basis_id(basis), lang)
}
