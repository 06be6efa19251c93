//! The rules of the catalogue, as `rules` tells them.

use super::{related, told};
use crate::audit::FindingKind;
use crate::report::human::Look;
use crate::report::wrap::wrap;
use crate::text::finding::{self as words, HdsRule, Own, Rule};

/// Every rule of the catalogue, as `rules` tells it.
pub fn catalogue(look: Look) -> String {
    let lang = look.lang;
    let mut out = look.heading(words::catalogue(lang));
    out += &wrap(words::catalogue_note(lang), "", lang);
    out += &wrap(words::catalogues(lang), "", lang);
    for rule in Rule::ALL {
        out.push('\n');
        out += &self::rule(*rule, look);
    }
    for rule in HdsRule::ALL {
        out.push('\n');
        out += &hds_rule(rule, look);
    }
    out += &look.heading(words::good(lang));
    for id in words::GOOD {
        out += &super::good_rule(id, look).unwrap_or_default();
    }
    out += &look.heading(words::others(lang));
    for kind in FindingKind::ALL {
        let Some(own) = own(kind) else { continue };
        out += &wrap(&format!("{}  {}", look.bold(kind.id()), own.logic(lang)), "", lang);
        if let Some(references) = own.references() {
            out += &wrap(&told(references), "  ", lang);
        }
    }
    out
}

/// One rule on certificates.
pub fn hds_rule(rule: HdsRule, look: Look) -> String {
    let lang = look.lang;
    let mut out = wrap(&look.bold(&format!("{}  {}", rule.id(), rule.title(lang))), "", lang);
    let lines =
        [words::logic(rule.logic(lang), lang), words::mistaken(rule.mistaken(lang), lang), told(rule.references())];
    for line in lines {
        out += &wrap(&line, "  ", lang);
    }
    out
}

/// A finding that is no query of the catalogue.
pub(in crate::report) const fn own(kind: FindingKind) -> Option<Own> {
    match kind {
        FindingKind::Reader => Some(Own::Reader),
        FindingKind::Claim => Some(Own::Claim),
        FindingKind::Undetermined => Some(Own::Undetermined),
        FindingKind::Expectation => Some(Own::Expectation),
        FindingKind::AcceptanceExpired | FindingKind::AcceptanceUnmatched | FindingKind::AcceptanceUndated => {
            Some(Own::Acceptance)
        }
        FindingKind::Catalogue(_) | FindingKind::Hds(_) => None,
    }
}

/// One rule of the catalogue.
pub fn rule(rule: Rule, look: Look) -> String {
    let lang = look.lang;
    let mut out = wrap(&look.bold(&format!("{}  {}", rule.id(), rule.title(lang))), "", lang);
    for line in [words::logic(rule.logic(lang), lang), words::mistaken(rule.mistaken(lang), lang), related(rule)] {
        out += &wrap(&line, "  ", lang);
    }
    out
}
