//! The command line: one file per command.

mod args;
mod changes;
mod check;
mod compare;
mod date;
mod diagram;
mod diff;
mod explain;
mod facts;
mod findings;
mod gallery;
mod init;
mod input;
mod more;
mod output;
mod parts;
mod questions;
mod report;
mod rules;
mod schema;
mod shell;
mod templates;
mod work;

use std::ffi::OsString;
use std::io::Write;

use crate::source::Style;
use crate::text::Lang;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to report.
    Clean,
    /// An expectation is not met, or a threshold is reached.
    Findings,
    /// Bad usage, or a model that is missing, unreadable or invalid.
    Usage,
    /// An internal error, or an output that cannot be written.
    Failure,
}

impl Exit {
    /// The code given to the system.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Failure => 3,
        }
    }
}

/// Where a command writes, and how.
struct Console<'w> {
    out: &'w mut dyn Write,
    err: &'w mut dyn Write,
    /// The language asked for by option.
    asked: Option<Lang>,
    /// The language of the environment.
    ambient: Lang,
    /// Colours of the result.
    style: Style,
    /// Colours of messages.
    err_style: Style,
}

/// The language asked for a document, or the model’s own; without one, English.
fn document_lang(model: &crate::model::Model, asked: Option<Lang>) -> Lang {
    let own = model.statements.system.language.map(Lang::from);
    asked.or(own).unwrap_or(Lang::En)
}

impl Console<'_> {
    /// The language of messages about no model in particular.
    fn lang(&self) -> Lang {
        self.asked.unwrap_or(self.ambient)
    }

    /// The language in which a model is spoken of.
    fn lang_of(&self, model: &crate::model::Model) -> Lang {
        let own = model.statements.system.language.map(Lang::from);
        self.asked.or(own).unwrap_or(self.ambient)
    }

    /// The language of a document on a model, which does not depend on the machine it is made on: without
    /// one, English.
    fn lang_of_document(&self, model: &crate::model::Model) -> Lang {
        document_lang(model, self.asked)
    }

    /// Writes the result; a reader that went away is not an error.
    fn print(&mut self, text: &str) -> Exit {
        match self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            Ok(()) => Exit::Clean,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Exit::Clean,
            Err(_) => Exit::Failure,
        }
    }

    /// Writes a message. There is nowhere left to say that it cannot be written.
    fn complain(&mut self, text: &str) {
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Writes an error in the usual form.
    fn error(&mut self, text: &str) {
        self.error_in(text, self.lang());
    }

    /// The same, in the language in which a model is spoken of.
    fn error_in(&mut self, text: &str, lang: Lang) {
        let word = crate::text::cli::error(lang);
        let line =
            crate::text::typeset(&format!("{word}{} {}\n", lang.pick(" :", ":"), crate::text::harmless(text)), lang);
        self.complain(&line);
    }
}

/// Runs the tool on arguments, the first of which is its own name.
pub fn run(arguments: Vec<OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    args::dispatch(arguments, out, err)
}
