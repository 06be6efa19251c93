//! `enclair rules`.

use std::fmt::Write as _;

use clap::ArgMatches;

use super::{Console, Exit};
use crate::kernel::clause::{Rule, TABLE};
use crate::text::cli as words;
use crate::text::{Lang, labels, rules, typeset};

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        return match json(lang) {
            Ok(text) => console.print(&text),
            Err(error) => {
                console.error(&error.to_string());
                Exit::Failure
            }
        };
    }
    let mut out = String::new();
    for (at, rule) in Rule::ALL.iter().enumerate() {
        let sentence = labels::capitalised(rules::sentence(at, lang));
        out += &typeset(&format!("{rule}  {sentence}.\n"), lang);
        for (_, clause) in TABLE.iter().filter(|(of, _)| of == rule) {
            let _ = writeln!(out, "      {clause}");
        }
    }
    let law = labels::capitalised(rules::sentence(12, lang));
    out += &typeset(&format!("R12  {law}.\n\n"), lang);
    out += &crate::report::paragraph(words::rules_note(lang), lang);
    console.print(&out)
}

fn json(lang: Lang) -> Result<String, serde_json::Error> {
    let rule = |(at, rule): (usize, &Rule)| {
        let clauses: Vec<&str> = TABLE.iter().filter(|(of, _)| of == rule).map(|(_, clause)| *clause).collect();
        serde_json::json!({ "rule": rule.id(), "sentence": rules::sentence(at, lang), "clauses": clauses })
    };
    let rules: Vec<_> = Rule::ALL.iter().enumerate().map(rule).collect();
    let root = serde_json::json!({ "format": "enclair-rules/1", "rules": rules });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}
