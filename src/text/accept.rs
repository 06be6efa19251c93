//! Words of accepted risks.

use super::Lang;

/// What becomes of an accepted risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateText {
    /// It holds.
    Holds,
    /// Its last day is past.
    Expired,
    /// Nothing says what day it is.
    Undated,
    /// It covers nothing.
    Unmatched,
}

impl StateText {
    /// The sentence that says so, of so many findings and a last day.
    pub fn sentence(self, findings: usize, until: &str, lang: Lang) -> String {
        let findings = match (findings, lang) {
            (1, Lang::Fr) => "1 constat".to_owned(),
            (1, Lang::En) => "1 finding".to_owned(),
            (count, Lang::Fr) => format!("{count} constats"),
            (count, Lang::En) => format!("{count} findings"),
        };
        match (self, lang) {
            (Self::Holds, Lang::Fr) => format!("accepté jusqu’au {until} : {findings}"),
            (Self::Holds, Lang::En) => format!("accepted until {until}: {findings}"),
            (Self::Expired, Lang::Fr) => format!("accepté jusqu’au {until}, expiré : compte à nouveau ({findings})"),
            (Self::Expired, Lang::En) => format!("accepted until {until}, expired: counts again ({findings})"),
            (Self::Undated, Lang::Fr) => {
                format!(
                    "non daté : expiration du {until} non vérifiée, compte donc ({findings}) ; dire `--date` ou `system.date`"
                )
            }
            (Self::Undated, Lang::En) => {
                format!(
                    "not dated: expiry of {until} not checked, so it counts ({findings}); state `--date` or `system.date`"
                )
            }
            (Self::Unmatched, Lang::Fr) => "ne correspond à aucun constat : à retirer, ou à corriger".to_owned(),
            (Self::Unmatched, Lang::En) => "matches no finding: remove it, or correct it".to_owned(),
        }
    }
}

/// Title of accepted risks: how many hold, on which day.
pub fn title(holding: usize, all: usize, day: Option<&str>, lang: Lang) -> String {
    match (day, lang) {
        (Some(day), Lang::Fr) => format!("Risques acceptés, au {day} : {holding} sur {all}"),
        (Some(day), Lang::En) => format!("Accepted risks, on {day}: {holding} of {all}"),
        (None, Lang::Fr) => format!("Risques acceptés : {holding} sur {all}"),
        (None, Lang::En) => format!("Accepted risks: {holding} of {all}"),
    }
}

/// Who accepts it, and why.
pub fn signed(owner: &str, reason: &str, lang: Lang) -> String {
    lang.pick(format!("{owner} : {reason}"), format!("{owner}: {reason}"))
}
