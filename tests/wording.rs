//! How the tool speaks, in everything it can say: words it never uses, typography of each language, sentences that are
//! short, nothing left untranslated.
//!
//! Models are stripped of their authors' words first, so that what remains is the tool's own.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;
#[path = "wording/blocks.rs"]
mod blocks;
#[path = "wording/literals.rs"]
mod literals;
#[path = "wording/neutral.rs"]
mod neutral;
#[path = "wording/rules.rs"]
mod rules;

use std::collections::BTreeSet;

use enclair::compare::Study;
use enclair::report::findings::{self, Page, Wanted};
use enclair::report::html::html;
use enclair::report::human::Look;
use enclair::source::Style;
use enclair::text::Lang;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Models that together make the tool say most of what it can.
const MODELS: [&str; 19] = [
    "models/article-2-at-rest.yaml",
    "models/article-3-end-to-end.yaml",
    "models/ehealth/ai-transcription.yaml",
    "models/systems/doctolib-tanker.yaml",
    "models/systems/external-key-manager.yaml",
    "models/systems/signal-enclaves.yaml",
    "models/systems/health-data-hub.yaml",
    "models/incidents/02-viamedis-almerys.yaml",
    "models/incidents/09-vastaamo.yaml",
    "models/defeats/c24-common-base.yaml",
    "models/defeats/c31-hypothetical-order.yaml",
    "models/findings/ec-012.yaml",
    "models/findings/hds-01.yaml",
    "tests/words/evidence.yaml",
    "tests/words/kinds.yaml",
    "tests/words/locks.yaml",
    "tests/words/nobody-opens.yaml",
    "tests/words/unknowns.yaml",
    "tests/words/written-out.yaml",
];

/// Each text once, with what it breaks.
fn faults(what: &str, texts: impl IntoIterator<Item = String>, lang: Lang) -> BTreeSet<String> {
    let once: BTreeSet<String> = texts.into_iter().collect();
    assert!(!once.is_empty(), "{what}: no text");
    let of = |text: &String| {
        let told = rules::broken(text, lang).into_iter();
        told.map(|fault| format!("{what} {lang} {fault}\n    {text}")).collect::<Vec<_>>()
    };
    once.iter().flat_map(of).collect()
}

fn assert_none(faults: &BTreeSet<String>) {
    let list: Vec<&str> = faults.iter().map(String::as_str).collect();
    assert!(list.is_empty(), "{} faults\n{}", list.len(), list.join("\n"));
}

/// What is said of a model, as a page and on a terminal.
fn said_of(path: &str) -> BTreeSet<String> {
    let model = neutral::neutral(path);
    let study = Study::on(&model, None).unwrap_or_else(|error| panic!("{path}: {error}"));
    let audit = &study.dossier.audit;
    let page = Page {
        audit,
        model: &model,
        remedies: &study.remedies,
        proofs: &study.proofs,
        hds: &study.dossier.hds.findings,
    };
    let wanted = Wanted { proofs: false, references: true };
    let mut all = BTreeSet::new();
    for lang in Lang::ALL {
        let report = html(&study, &model, lang).unwrap_or_else(|error| panic!("{path}: {error}"));
        all.extend(faults(path, blocks::of_page(&report), lang));
        let look = Look { lang, style: Style::Plain };
        all.extend(faults(path, blocks::of_terminal(&findings::text(&page, wanted, look)), lang));
    }
    all
}

#[test]
fn reports_are_well_worded() {
    let faults = MODELS.into_par_iter().flat_map_iter(said_of).collect();
    assert_none(&faults);
}

#[test]
fn the_catalogue_is_well_worded() {
    let mut all = BTreeSet::new();
    for lang in Lang::ALL {
        let output = binary::run(&["rules", "--lang", lang.id()]);
        let text = binary::text(&output.stdout);
        // The clauses of the rules are in the language of logic.
        let prose: Vec<&str> = text.lines().filter(|line| !line.contains(":-")).collect();
        all.extend(faults("rules", blocks::of_terminal(&prose.join("\n")), lang));
    }
    assert_none(&all);
}

/// Texts of the sources as they stand, before names come in and before they are typeset.
#[test]
fn what_no_model_makes_the_tool_say_is_well_worded_too() {
    let mut all = BTreeSet::new();
    let texts = literals::all();
    assert!(texts.len() > 2000, "{}", texts.len());
    for literals::Literal { place, text } in texts {
        // What the parser says, in its own words, is told apart there.
        if place.contains("text/problem/syntax.rs") {
            continue;
        }
        let text = blocks::uncoded(&text);
        for line in text.lines().flat_map(|line| line.split("  #")).map(str::trim) {
            let mut told = rules::assembled(line);
            told.extend(rules::long(line));
            // What a vendor may claim is explained there, word by word.
            told.extend(rules::said(line).into_iter().filter(|_| !place.contains("text/claims/words.rs")));
            all.extend(told.into_iter().map(|fault| format!("{place} {fault}\n    {line}")));
        }
    }
    assert_none(&all);
}

#[test]
fn each_rule_can_be_broken() {
    let broken = [
        (Lang::Fr, "Crypter le disque.", "says “crypter”"),
        (Lang::Fr, "Un hébergement 100\u{a0}% sécurisé.", "says “100 %”"),
        (Lang::En, "Encryption is required by HDS.", "says “required by hds”"),
        (Lang::Fr, "Qui peut lire ?", "sets “?” wrongly"),
        (Lang::Fr, "À faire: chiffrer", "sets “:” wrongly"),
        (Lang::Fr, "la donnée « note »", "sets “«” wrongly"),
        (Lang::Fr, "la donnée “note”", "sets ““” wrongly"),
        (Lang::En, "Who can read ?", "sets “?” wrongly"),
        (Lang::En, "It isn't so.", "has “'”"),
        (Lang::Fr, "la clé \"k\"", "has “\"”"),
        (Lang::Fr, "le 2026-11-22", "writes “2026-11-22”"),
        (Lang::En, "on 22/11/2026", "writes “22/11/2026”"),
        (Lang::Fr, "en 1.5 seconde", "writes “1.5”"),
        (Lang::Fr, "deux  espaces", "has “  ”"),
        (Lang::Fr, "personne () ne lit", "has “()”"),
        (Lang::Fr, "la clé de de l’hôte", "says “de” twice"),
        (Lang::Fr, "1 acteurs non prévus", "says “1 acteurs”"),
        (Lang::En, "1 actors", "says “1 actors”"),
        (Lang::Fr, "Sur the disque", "says “the”, which is not translated"),
        (Lang::En, "On le disk", "says “le”, which is not translated"),
    ];
    for (lang, text, fault) in broken {
        let told = rules::broken(text, lang);
        assert!(told.iter().any(|one| one.starts_with(fault)), "{text}: {told:?}");
    }
    let long = rules::broken("mot ".repeat(rules::MOST_WORDS + 1).trim(), Lang::Fr);
    assert!(long.iter().any(|fault| fault.starts_with("has a sentence of 45 words")), "{long:?}");
    let kept = "Qui peut lire\u{202f}? 1 accès, par TLS 1.3, le 22/11/2026\u{a0}: «\u{a0}note\u{a0}» (Code).";
    assert_eq!(rules::broken(kept, Lang::Fr), Vec::<String>::new());
}

#[test]
fn what_is_read_is_all_that_a_reader_sees_and_no_more() {
    let page = "<title>T</title><style>a > b { c: d }</style><p>One <b>two</b>,\nthree <code>x()</code>.</p>\
                <div aria-label=\"Label\"><pre>model</pre>four &amp; <span class=\"mark\">?</span></div>";
    assert_eq!(blocks::of_page(page), ["T", "One two, three Code.", "Label", "four &", "?"]);
    assert_eq!(blocks::of_terminal("a `b\nc` d  e\n\n  f\n"), ["a Code d", "e", "f"]);
}
