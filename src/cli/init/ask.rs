//! The questions of `init`, on a terminal.

use std::io::{BufRead, ErrorKind, Write};

use super::answers::{self, Known};
use crate::text::{Lang, init as words, typeset};

/// Why there are no answers.
#[derive(Debug)]
pub(super) enum Stop {
    /// The input ended.
    End,
    /// The input or the terminal failed.
    Io(std::io::Error),
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

/// Asks on a terminal, until an answer can be used.
pub(super) struct Asker<'t> {
    pub(super) input: &'t mut dyn BufRead,
    pub(super) out: &'t mut dyn Write,
    pub(super) lang: Lang,
}

impl Asker<'_> {
    /// Says something on a line of its own.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Stop> {
        writeln!(self.out, "{}", typeset(text, self.lang))?;
        Ok(())
    }

    /// Asks until the answer can be read; the default stands for an empty one.
    fn ask<T>(
        &mut self,
        question: &str,
        default: &str,
        read: impl Fn(&str, Lang) -> Result<T, &'static str>,
    ) -> Result<T, Stop> {
        loop {
            let prompt = format!("{question} [{default}]{}", self.lang.pick(" : ", ": "));
            write!(self.out, "{}", typeset(&prompt, self.lang))?;
            self.out.flush()?;
            let mut line = String::new();
            let read = match self.input.read_line(&mut line) {
                Ok(0) => return Err(Stop::End),
                Ok(_) => {
                    let given = line.trim();
                    read(if given.is_empty() { default } else { given }, self.lang)
                }
                Err(error) if error.kind() == ErrorKind::InvalidData => Err(words::unreadable(self.lang)),
                Err(error) => return Err(error.into()),
            };
            match read {
                Ok(value) => return Ok(value),
                Err(why) => self.say(&format!("  {why}"))?,
            }
        }
    }

    /// The language of the model.
    pub(super) fn language(&mut self) -> Result<Lang, Stop> {
        let (question, default) = (words::ask_lang(self.lang), self.lang.id());
        self.ask(question, default, |text, lang| Lang::from_id(&text.to_lowercase()).ok_or(words::which_lang(lang)))
    }

    /// A name; who does not know keeps the default.
    pub(super) fn name(&mut self, question: &str, default: &str) -> Result<String, Stop> {
        self.ask(question, default, |text, lang| {
            answers::name(if answers::is_unknown(text) { default } else { text }, lang)
        })
    }

    /// Names; who does not know keeps the default.
    pub(super) fn names(&mut self, question: &str, default: &str) -> Result<Vec<String>, Stop> {
        self.ask(question, default, |text, lang| {
            answers::names(if answers::is_unknown(text) { default } else { text }, lang)
        })
    }

    /// A name that may be unknown.
    pub(super) fn known_name(&mut self, question: &str, default: &str) -> Result<Option<String>, Stop> {
        self.ask(question, default, |text, lang| {
            if answers::is_unknown(text) { Ok(None) } else { answers::name(text, lang).map(Some) }
        })
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, question: &str, default: bool) -> Result<bool, Stop> {
        let word = if default { words::yes_word(self.lang) } else { words::no_word(self.lang) };
        self.ask(question, word, |text, lang| match known(text) {
            Some(Known::Yes) => Ok(true),
            Some(Known::No) => Ok(false),
            _ => Err(words::yes_or_no(lang)),
        })
    }

    /// Yes, no, or not known.
    pub(super) fn known(&mut self, question: &str, default: Known) -> Result<Known, Stop> {
        let word = match default {
            Known::Yes => words::yes_word(self.lang),
            Known::No => words::no_word(self.lang),
            Known::Unknown => "?",
        };
        self.ask(question, word, |text, lang| known(text).ok_or(words::yes_no_unknown(lang)))
    }
}

/// Yes and no, in both languages, whichever is spoken.
fn known(text: &str) -> Option<Known> {
    match text.trim().to_lowercase().as_str() {
        "oui" | "o" | "yes" | "y" => Some(Known::Yes),
        "non" | "n" | "no" => Some(Known::No),
        other => answers::is_unknown(other).then_some(Known::Unknown),
    }
}
