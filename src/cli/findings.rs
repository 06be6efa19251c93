//! `enclair findings`.

use clap::ArgMatches;

use super::{Console, Exit, date, input};
use crate::audit::{Audit, AuditError, ProofView, proofs_at_place};
use crate::compare::remedies;
use crate::model::Model;
use crate::report::findings::{self, Page, Wanted};
use crate::report::human::Look;

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let day = match date::asked(matches, console) {
        Ok(day) => day,
        Err(exit) => return exit,
    };
    let (model, dossier) = match console.dossier(path, variant, day) {
        Ok(done) => done,
        Err(exit) => return exit,
    };
    let audit = &dossier.audit;
    let remedies = remedies(&model, audit);
    let json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    let wanted = Wanted { proofs: json || matches.get_flag("proofs"), references: matches.get_flag("references") };
    let proofs = match proofs(&model, audit, wanted) {
        Ok(proofs) => proofs,
        Err(error) => {
            console.error(&error.to_string());
            return Exit::Failure;
        }
    };
    let lang = console.lang_of(&model);
    let page = Page { audit, model: &model, remedies: &remedies, proofs: &proofs, hds: &dossier.hds.findings };
    if json {
        return match findings::json(&page, lang) {
            Ok(text) => console.print(&text),
            Err(error) => {
                console.error(&error.to_string());
                Exit::Failure
            }
        };
    }
    let look = Look { lang, style: console.style };
    console.print(&findings::text(&page, wanted, look))
}

/// The proof of each finding, of the first who reads that way; none where they are not wanted, since each is solved apart.
fn proofs(model: &Model, audit: &Audit, wanted: Wanted) -> Result<Vec<Option<ProofView>>, AuditError> {
    if !wanted.proofs {
        return Ok(vec![None; audit.raised.len()]);
    }
    let first: Vec<_> = audit.raised.iter().filter_map(|one| one.raised.reads.first()).collect();
    proofs_at_place(model, &first)
}
