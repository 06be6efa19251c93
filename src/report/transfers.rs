//! Third countries told: one block for each actor outside, data of the same use case and answers together.

mod json;

pub use json::{FORMAT, document};
pub(super) use json::{TransfersJson, json};

use super::human::Look;
use super::wrap::wrap;
use crate::audit::Audit;
use crate::compare::{Conclusion, Condition, Dossier, Query, Standing, Status, Tie, TieKind, Transfer, Transferred};
use crate::model::Maybe;
use crate::text::labels::Labels;
use crate::text::transfers::{self as words, AnswerText, QueryText, StandingText, TieText};
use crate::text::{Lang, typeset};

/// The words of a question.
pub(super) const fn query_text(query: Query) -> QueryText {
    match query {
        Query::KeysApart => QueryText::KeysApart,
        Query::Unaltered => QueryText::Unaltered,
        Query::Strong => QueryText::Strong,
        Query::Lasting => QueryText::Lasting,
        Query::MappingApart => QueryText::MappingApart,
        Query::ContentAlone => QueryText::ContentAlone,
        Query::Crossed => QueryText::Crossed,
        Query::ContentToo => QueryText::ContentToo,
        Query::ReadersOnly => QueryText::ReadersOnly,
        Query::RecipientVerified => QueryText::RecipientVerified,
        Query::Exempt => QueryText::Exempt,
        Query::PartsAlone => QueryText::PartsAlone,
        Query::OtherLaw => QueryText::OtherLaw,
        Query::Apart => QueryText::Apart,
        Query::PlaintextNeeded => QueryText::PlaintextNeeded,
        Query::LawInPractice => QueryText::LawInPractice,
    }
}

/// The identifier of the basis of a transfer.
pub(super) fn basis(transfer: &Transfer) -> &'static str {
    match &transfer.basis {
        Some(Maybe::Is(basis)) => basis.id(),
        Some(Maybe::Unknown) => "unknown",
        None => "not-stated",
    }
}

/// The words of what a use case comes to.
pub(super) const fn answer_text(one: Conclusion) -> AnswerText {
    match one {
        Conclusion::No => AnswerText::No,
        Conclusion::NotEstablished => AnswerText::NotEstablished,
        Conclusion::Conditional => AnswerText::Conditional,
        Conclusion::Yes => AnswerText::Yes,
    }
}

/// The words of how ties stand.
pub(super) const fn standing_text(standing: Standing) -> StandingText {
    match standing {
        Standing::Outside => StandingText::Outside,
        Standing::Controlled => StandingText::Controlled,
        Standing::ToAsk => StandingText::ToAsk,
    }
}

/// A tie of an actor in words.
pub(super) fn tie(audit: &Audit, tie: &Tie, whose: &str, lang: Lang) -> String {
    let name = |id: &str| {
        let known = audit.actors.iter().find(|actor| actor.id == id);
        known.map_or_else(|| Labels::default().get(id, lang), |actor| actor.label.get(lang).to_owned())
    };
    let country = tie.country().map(|both| both.get(lang).to_owned()).unwrap_or_default();
    match &tie.kind {
        TieKind::Country(_) => TieText::Country(&country).phrase(lang),
        TieKind::Owner(owner, _) => TieText::Owner(&name(owner), &country).phrase(lang),
        TieKind::From(_) => TieText::From(&country).phrase(lang),
        TieKind::CountryUnknown => TieText::CountryUnknown.phrase(lang),
        TieKind::OwnerUnknown(of) if of == whose => TieText::OwnUnknown.phrase(lang),
        TieKind::OwnerUnknown(of) => TieText::OwnerUnknown(&name(of)).phrase(lang),
        TieKind::OwnerCountryUnknown(owner) => TieText::OwnerCountryUnknown(&name(owner)).phrase(lang),
        TieKind::FromUnknown => TieText::FromUnknown.phrase(lang),
        TieKind::EmployerUnknown => TieText::EmployerUnknown.phrase(lang),
    }
}

/// What `transfers` prints.
pub fn human(dossier: &Dossier, look: Look) -> String {
    look.bold(&super::human::named(&dossier.audit, look.lang)) + "\n" + &section(dossier, look)
}

/// Third countries in the text of `check`: a line for each actor.
pub(super) fn brief(dossier: &Dossier, look: Look) -> String {
    let (audit, lang) = (&dossier.audit, look.lang);
    let all = &dossier.transfers;
    let mut out = look.heading(words::title(lang));
    if all.list.is_empty() {
        out += &wrap(words::nobody(lang), "  ", lang);
    }
    for (standing, those) in standings(&all.list) {
        out += &wrap(standing_text(standing).heading(lang), "  ", lang);
        if standing == Standing::ToAsk {
            out.extend(to_ask(audit, &those, lang).iter().map(|line| wrap(line, "    ", lang)));
        } else {
            out.extend(those.iter().map(|transfer| wrap(&in_short(audit, transfer, look), "    ", lang)));
        }
    }
    out.extend(from_not_stated(dossier, lang).map(|line| wrap(&line, "  ", lang)));
    if all.list.iter().any(Transfer::is_certain) {
        out += &wrap(&words::brief_note(&audit.file, audit.variant.as_deref(), lang), "  ", lang);
    }
    out
}

/// Those of each standing, where there are any.
pub(super) fn standings(all: &[Transfer]) -> Vec<(Standing, Vec<&Transfer>)> {
    let those = |standing| (standing, all.iter().filter(|one| one.standing() == standing).collect::<Vec<_>>());
    Standing::ALL.into_iter().map(those).filter(|(_, those)| !those.is_empty()).collect()
}

/// What ties an actor to third countries, in words.
pub(super) fn ties(audit: &Audit, transfer: &Transfer, lang: Lang) -> Vec<String> {
    let whose = &audit.actors[transfer.actor].id;
    transfer.ties.iter().map(|one| tie(audit, one, whose, lang)).collect()
}

/// Who may be outside, and what is not known of them: no use case is given to them. Those of whom the same is not known
/// are told together.
pub(super) fn to_ask(audit: &Audit, those: &[&Transfer], lang: Lang) -> Vec<String> {
    let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
    for transfer in those {
        let (unknown, name) = (ties(audit, transfer, lang).join(", "), audit.actors[transfer.actor].label.get(lang));
        match alike.iter_mut().find(|(known, _)| *known == unknown) {
            Some((_, names)) => names.push(name),
            None => alike.push((unknown, vec![name])),
        }
    }
    alike.iter().map(|(unknown, names)| words::to_ask(unknown, &names.join(", "), lang)).collect()
}

fn in_short(audit: &Audit, transfer: &Transfer, look: Look) -> String {
    let lang = look.lang;
    let ties = ties(audit, transfer, lang);
    let case = |(first, data): (&Transferred, Vec<usize>)| {
        let (names, answer) = (labels(audit, &data, lang), answer_text(first.conclusion()));
        words::case_in_short(&names, first.use_case.number(), answer, &marks(first, lang), lang)
    };
    let cases: Vec<String> = alike(&transfer.data).into_iter().map(case).collect();
    let name = look.bold(&typeset(audit.actors[transfer.actor].label.get(lang), lang));
    words::in_short(&name, &ties.join(", "), &cases, lang)
}

/// The labels of some data.
pub(super) fn labels(audit: &Audit, data: &[usize], lang: Lang) -> String {
    data.iter().map(|at| audit.data[*at].label.get(lang)).collect::<Vec<_>>().join(", ")
}

/// What marks a use case.
pub(super) fn marks(one: &Transferred, lang: Lang) -> Vec<&'static str> {
    let marks = [(one.declared, words::declared(lang)), (one.undetermined, words::undetermined(lang))];
    marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect()
}

/// Who reads, and nobody says from where.
pub(super) fn from_not_stated(dossier: &Dossier, lang: Lang) -> Option<String> {
    let names: Vec<&str> = dossier.transfers.from_not_stated.iter().map(|label| label.get(lang)).collect();
    (!names.is_empty()).then(|| words::from_not_stated(&names.join(", "), lang))
}

fn section(dossier: &Dossier, look: Look) -> String {
    let (audit, lang) = (&dossier.audit, look.lang);
    let all = &dossier.transfers;
    let mut out = look.heading(words::title(lang));
    if all.list.is_empty() {
        out += &wrap(words::nobody(lang), "  ", lang);
    }
    if all.list.iter().any(Transfer::is_certain) {
        out += &wrap(words::intro(lang), "  ", lang);
    }
    for (standing, those) in standings(&all.list) {
        out += &wrap(standing_text(standing).heading(lang), "  ", lang);
        if standing == Standing::ToAsk {
            out.extend(to_ask(audit, &those, lang).iter().map(|line| wrap(line, "    ", lang)));
        } else {
            out.extend(those.iter().map(|transfer| actor(audit, transfer, look)));
        }
    }
    if let Some(clear) = in_the_clear(audit, &all.list, lang) {
        out += &wrap(words::never_rescued(lang), "  ", lang);
        out += &wrap(&clear.asked, "  ", lang);
        out.extend(clear.questions.iter().map(|question| wrap(&format!("- {question}"), "    ", lang)));
    }
    if has_adequacy(&all.list) {
        out += &wrap(words::adequacy_dated(lang), "  ", lang);
    }
    out.extend(from_not_stated(dossier, lang).map(|line| wrap(&line, "  ", lang)));
    out
}

/// Whether an adequacy decision is what a transfer is said to be based on.
pub(super) fn has_adequacy(all: &[Transfer]) -> bool {
    all.iter().any(|one| one.is_certain() && basis(one) == "adequacy")
}

fn actor(audit: &Audit, transfer: &Transfer, look: Look) -> String {
    let lang = look.lang;
    let mut ties = ties(audit, transfer, lang);
    ties.push(words::basis(basis(transfer), lang).to_owned());
    let name = look.bold(&typeset(audit.actors[transfer.actor].label.get(lang), lang));
    let mut out = wrap(&format!("{name} – {}", ties.join(", ")), "    ", lang);
    for (first, data) in alike(&transfer.data) {
        let (names, case) = (labels(audit, &data, lang), first.use_case);
        let answer = answer_text(first.conclusion());
        let line = words::case_line(&names, case.number(), answer, &marks(first, lang), lang);
        out += &wrap(&line, "      ", lang);
        // The questions of use cases 6 and 7 are the same for all: they are asked once, of all.
        for condition in first.conditions.iter().filter(|_| case.is_effective()) {
            out += &wrap(&format!("- {}", question(condition, lang)), "        ", lang);
        }
    }
    out
}

/// What holds of everybody who has data in the clear, and what is to be asked of them: once, with their names.
pub(super) fn in_the_clear(audit: &Audit, all: &[Transfer], lang: Lang) -> Option<InTheClear> {
    let clear = |one: &&Transferred| !one.use_case.is_effective();
    let certain = || all.iter().filter(|one| one.is_certain());
    let names = certain().filter(|one| one.data.iter().any(|data| clear(&data)));
    let names: Vec<&str> = names.map(|one| audit.actors[one.actor].label.get(lang)).collect();
    let first = certain().flat_map(|one| one.data.iter()).find(clear)?;
    Some(InTheClear {
        asked: words::ask_in_the_clear(&names.join(", "), lang),
        questions: first.conditions.iter().map(|condition| question(condition, lang)).collect(),
    })
}

/// What is to be asked of everybody who has data in the clear.
pub(super) struct InTheClear {
    /// Of whom.
    pub(super) asked: String,
    /// What.
    pub(super) questions: Vec<String>,
}

/// Data of the same use case with the same answers, each kind once.
pub(super) fn alike(data: &[Transferred]) -> Vec<(&Transferred, Vec<usize>)> {
    let same = |one: &Transferred, other: &Transferred| {
        (one.use_case, one.declared, one.undetermined) == (other.use_case, other.declared, other.undetermined)
            && one.conditions == other.conditions
    };
    let mut groups: Vec<(&Transferred, Vec<usize>)> = Vec::new();
    for one in data {
        match groups.iter_mut().find(|(first, _)| same(first, one)) {
            Some((_, all)) => all.push(one.data),
            None => groups.push((one, vec![one.data])),
        }
    }
    groups
}

/// A question with its answer.
pub(super) fn question(condition: &Condition, lang: Lang) -> String {
    let status = match condition.status {
        Status::Holds => words::holds(lang),
        Status::Fails => words::fails(lang),
        Status::NotStated => words::not_stated(lang),
    };
    let about: Vec<&str> = condition.about.iter().map(|both| both.get(lang)).collect();
    let lines: Vec<String> = condition.locations.iter().map(|place| place.line.to_string()).collect();
    words::question(query_text(condition.query), status, &about, &lines, lang)
}
