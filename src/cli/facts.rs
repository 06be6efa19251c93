//! `enclair facts`.

use clap::ArgMatches;

use super::{Console, Exit, input};
use crate::audit::incomplete;
use crate::kernel;
use crate::lower::{Case, Resolution, lower};

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let Some((path, variant)) = input::asked(matches) else { return Exit::Usage };
    let model = match input::load(path, variant) {
        Ok(model) => model,
        Err(refusal) => return console.refuse(&refusal),
    };
    let case = if matches.get_flag("best") { Case::Best } else { Case::Worst };
    let lowered = lower(&model.architecture, &Resolution::all(case));
    if let Some(diagnostics) = incomplete(&model, &lowered) {
        console.mistakes(&diagnostics);
        return Exit::Usage;
    }
    let asp = matches.get_one::<String>("format").is_some_and(|format| format == "asp");
    let text = if asp { kernel::asp(&lowered.facts) } else { kernel::plain(&lowered.facts) };
    console.print(&text)
}
