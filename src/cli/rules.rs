//! `enclair rules`.

use std::fmt::Write as _;

use clap::ArgMatches;

use super::{Console, Exit};
use crate::gallery::Example;
use crate::kernel::clause::{Rule, TABLE};
use crate::report::findings;
use crate::report::human::Look;
use crate::text::cli as words;
use crate::text::finding::{self, HdsRule, Rule as Finding};
use crate::text::{Lang, labels, rules, typeset};

pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Exit {
    let lang = console.lang();
    let look = Look { lang, style: console.style };
    let json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    let asked = matches.get_one::<String>("rule");
    if let Some(rule) = asked.and_then(|id| HdsRule::from_id(&id.to_uppercase())).filter(|_| !json) {
        return console.print(&shown(&findings::hds_rule(rule, look), Example::of_hds(rule), lang));
    }
    let good = asked.and_then(|id| findings::good_rule(&id.to_uppercase(), look)).filter(|_| !json);
    if let Some(good) = good {
        return console.print(&good);
    }
    let one = asked.map(|id| Finding::from_id(&id.to_uppercase()).ok_or(id));
    match one {
        Some(Err(id)) => {
            let known = Finding::ALL.iter().map(|rule| rule.id()).chain(HdsRule::ALL.map(HdsRule::id));
            let known: Vec<&str> = known.collect();
            console.error(&words::invalid_value(id, lang.pick("RÈGLE", "RULE"), &known.join(", "), lang));
            Exit::Usage
        }
        Some(Ok(rule)) if !json => console.print(&shown(&findings::rule(rule, look), Example::of(rule), lang)),
        one => {
            let chosen: Vec<Finding> =
                one.and_then(Result::ok).map_or_else(|| Finding::ALL.to_vec(), |rule| vec![rule]);
            if !json {
                return console.print(&(method(lang) + &findings::catalogue(look)));
            }
            match written(&chosen, asked.is_none(), lang) {
                Ok(text) => console.print(&text),
                Err(error) => {
                    console.error(&error.to_string());
                    Exit::Failure
                }
            }
        }
    }
}

/// A rule, with the model that raises it.
fn shown(rule: &str, example: Example, lang: Lang) -> String {
    let told = crate::report::paragraph(&finding::example(example.path, Example::TWIN, lang), lang);
    format!("{rule}{told}\n{}", example.text)
}

/// The rules of the method.
fn method(lang: Lang) -> String {
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
    out + &crate::report::paragraph(words::rules_note(lang), lang)
}

fn written(chosen: &[Finding], whole: bool, lang: Lang) -> Result<String, serde_json::Error> {
    let rule = |(at, rule): (usize, &Rule)| {
        let clauses: Vec<&str> = TABLE.iter().filter(|(of, _)| of == rule).map(|(_, clause)| *clause).collect();
        serde_json::json!({ "rule": rule.id(), "sentence": rules::sentence(at, lang), "clauses": clauses })
    };
    let rules: Vec<_> = Rule::ALL.iter().enumerate().filter(|_| whole).map(rule).collect();
    let findings: Vec<_> =
        chosen.iter().map(|rule| findings::rule_json(*rule, Example::of(*rule).path, lang)).collect();
    let root = serde_json::json!({
        "format": "enclair-rules/1", "language": lang.id(), "rules": rules,
        "attack_version": finding::ATTACK_VERSION, "findings": findings,
        "hds": if whole { HdsRule::ALL.map(|rule| findings::hds_rule_json(rule, Example::of_hds(rule).path, lang)).to_vec() } else { Vec::new() },
        "other_findings": if whole { findings::others_json(Example::of_own, lang) } else { Vec::new() },
    });
    serde_json::to_string_pretty(&root).map(|text| text + "\n")
}
