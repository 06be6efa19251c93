//! Findings, single changes and accepted risks in the HTML report.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeSet;

use bench::loaded;
use enclair::compare::Study;
use enclair::findings::Advice;
use enclair::gallery::Example;
use enclair::model::{Day, Model};
use enclair::report::html::html;
use enclair::text::Lang;
use enclair::text::finding::{self as words, HdsRule, Rule};

fn text_of(name: &str) -> String {
    std::fs::read_to_string(format!("models/{name}.yaml")).expect("a model")
}

fn model(name: &str) -> Model {
    loaded(&text_of(name))
}

fn study(model: &Model) -> Study {
    Study::on(model, None).unwrap_or_else(|error| panic!("{error}"))
}

/// A page as it is read: its characters, without its marks.
fn page(study: &Study, model: &Model, lang: Lang) -> String {
    html(study, model, lang).expect("a page")
}

fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out += part.split_once('>').map_or(part, |(_, text)| text);
    }
    for (escaped, read) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
    {
        out = out.replace(escaped, read);
    }
    out
}

/// A section of a page, by its identifier; nothing where it is not there.
fn section<'p>(page: &'p str, id: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!("<section id=\"{id}\""))?;
    Some(rest.split_once("</section>").expect("an end").0)
}

/// What is told under an identifier, up to the next one.
fn told<'p>(page: &'p str, id: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("<dl id=\"{id}\">")).unwrap_or_else(|| panic!("{id} is not there"));
    rest.split_once("<dl id=").map_or(rest, |(own, _)| own)
}

/// Every finding of a model in its page: the fact, what it is raised on, what to do, its lines, its proof.
fn check_findings(study: &Study, model: &Model, lang: Lang) {
    let page = page(study, model, lang);
    let of = section(&page, "findings").expect("the section");
    let mut numbers: Vec<Rule> = Vec::new();
    for (one, remedied) in study.dossier.audit.raised.iter().zip(&study.remedies) {
        let rule = one.raised.rule;
        numbers.push(rule);
        let id = format!("{}.{}", rule.id(), numbers.iter().filter(|other| **other == rule).count());
        assert!(of.contains(&format!("<h3 id=\"{}\">", rule.id())), "{id}");
        let own = told(of, &id);
        assert!(own.contains("href=\"#L") || own.contains("href=\"#F"), "{id}: on no line");
        assert!(own.contains("class=\"steps\"") || own.contains("href=\"#p-") || own.contains("href=\"#EC-"), "{id}");
        let text = plain(own);
        let cost = match &remedied.advice {
            Advice::Do(remedy) | Advice::Lighten(remedy, _) => remedy.changes[0].action.cost(lang),
            Advice::Accept => words::accept(lang).split('`').next().unwrap_or_default(),
            Advice::NotComputed => words::not_computed(lang),
        };
        // Set in French, and with a capital.
        let words: String = cost.chars().skip(1).take_while(|c| !";:".contains(*c)).collect();
        assert!(text.contains(words.trim_end()), "{id}: {cost}");
        for actor in &remedied.cut_off {
            let label = study.dossier.audit.actors[*actor].label.get(lang);
            assert!(text.contains(label.split('(').next().unwrap_or(label).trim()), "{id}: {label}");
        }
    }
    let shown: BTreeSet<&str> = of.split("<h3 id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let raised: BTreeSet<&str> = numbers.iter().map(|rule| rule.id()).collect();
    assert_eq!(shown, raised);
}

#[test]
fn every_finding_is_told_with_its_remedy() {
    for id in ["article-1-transit", "article-3-end-to-end", "systems/doctolib-tanker"] {
        let model = model(id);
        let study = study(&model);
        for lang in Lang::ALL {
            check_findings(&study, &model, lang);
        }
    }
    for rule in Rule::ALL {
        let model = Example::of(*rule).load().unwrap_or_else(|mistakes| panic!("{:?}", mistakes.list));
        check_findings(&study(&model), &model, Lang::Fr);
    }
}

#[test]
fn certificates_and_good_results_stand_apart() {
    for rule in HdsRule::ALL {
        let model = Example::of_hds(rule).load().unwrap_or_else(|mistakes| panic!("{:?}", mistakes.list));
        let study = study(&model);
        let page = page(&study, &model, Lang::En);
        let of = section(&page, "findings").expect("the section");
        assert!(of.contains(&format!("<h4 id=\"{}\">", rule.id())), "{}", rule.id());
        let text = plain(of);
        for one in study.dossier.hds.findings.iter().filter(|one| one.rule == rule) {
            assert!(one.labels.iter().all(|label| text.contains(label.get(Lang::En))), "{}", rule.id());
        }
        for one in &study.dossier.audit.thwarted {
            assert!(of.contains(&format!("<dt id=\"{}\">", one.id)), "{}", one.id);
        }
    }
}

#[test]
fn every_change_is_counted_and_those_that_move_somebody_are_rows() {
    for id in ["article-2-at-rest", "article-4-pinned", "systems/doctolib-tanker"] {
        let model = model(id);
        let study = study(&model);
        let page = page(&study, &model, Lang::En);
        let of = section(&page, "changes").expect("the section");
        let moving = study.changes.effects.iter().filter(|effect| !effect.is_idle());
        for (at, effect) in moving.clone().enumerate() {
            let row = format!("<tr id=\"c{}\">", at + 1);
            let row = of.split_once(&row).unwrap_or_else(|| panic!("{id}: {row}")).1;
            let row = row.split_once("</tr>").expect("an end").0;
            let (before, after) = effect.step.privilege;
            assert!(row.contains(&format!("{before} → {after}")), "{id}: {row}");
            let text = plain(row);
            let label = |at: &usize| study.dossier.audit.actors[*at].label.get(Lang::En);
            let moved = [&effect.step.stopped, &effect.step.held, &effect.step.nearer, &effect.cut_off];
            for name in moved.into_iter().flatten().map(label).filter(|name| !name.contains([':', '('])) {
                assert!(text.contains(name), "{id}: {name}");
            }
        }
        assert_eq!(of.matches("<tr id=\"c").count(), moving.count(), "{id}");
        let idle = study.changes.effects.iter().filter(|effect| effect.is_idle()).count();
        assert_eq!(of.matches("<li>").count(), idle, "{id}");
    }
}

#[test]
fn the_first_screen_tells_the_best_change_or_that_none_helps() {
    let best = |model: &Model| {
        let page = page(&study(model), model, Lang::En);
        page.split_once("<p class=\"fix\">").map(|(_, rest)| plain(rest.split_once("</p>").expect("an end").0))
    };
    let told = best(&model("article-1-transit")).expect("a sentence");
    assert!(told.starts_with("The one change that removes most of them: Encrypt end-to-end"), "{told}");
    assert!(told.contains("(3 of 3)."), "{told}");
    // Nobody reads by privilege there.
    let told = best(&model("article-3-end-to-end")).expect("a sentence");
    assert!(told.starts_with("The one change that holds back more of them than any other:"), "{told}");
    assert!(told.contains("(out of reach: 3 of 6;"), "{told}");
}

#[test]
fn the_first_screen_says_so_when_no_change_removes_a_reader() {
    // The only reader is the phone that shows it, and whoever makes that.
    let mut left = 0;
    for rule in Rule::ALL {
        let model = Example::of(*rule).load().unwrap_or_else(|mistakes| panic!("{:?}", mistakes.list));
        let study = study(&model);
        let page = page(&study, &model, Lang::En);
        let first = study.changes.effects.iter().find(|effect| !effect.is_idle());
        let reading = first.map_or(0, |effect| effect.step.privilege.0);
        let helps = first.is_some_and(|effect| effect.step.privilege.1 < reading);
        if reading > 0 && !helps {
            left += 1;
            assert!(
                page.contains("None of the changes computed removes one of these readers on its own."),
                "{}",
                rule.id()
            );
        }
        assert_eq!(page.contains("The one change that removes most of them:"), helps, "{}", rule.id());
    }
    assert!(left > 0, "no example is left without a remedy");
}

const ACCEPTING: &str = "accept:
  - { finding: EC-001, owner: \"<b>RSSI</b>\", reason: \"<i>En cours</i>\", until: 2026-12-31 }
  - { finding: EC-037, owner: Direction, reason: Essai, until: 2026-01-31 }
  - { finding: EC-031, owner: Direction, reason: Rien, until: 2026-12-31 }
";

#[test]
fn accepted_risks_say_who_why_until_when_and_where_they_stand() {
    let model = loaded(&format!("{}{ACCEPTING}", text_of("article-2-at-rest")));
    let study = Study::on(&model, Day::parse("2026-06-30")).unwrap_or_else(|error| panic!("{error}"));
    let page = page(&study, &model, Lang::Fr);
    let of = section(&page, "accepted").expect("the section");
    let rows: Vec<String> = of.split("<tr>").skip(2).map(plain).collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[0].contains("<b>RSSI</b>") && rows[0].contains("<i>En cours</i>") && rows[0].contains("31/12/2026"));
    assert!(rows[1].contains("expiré") && rows[1].contains("compte à nouveau"), "{}", rows[1]);
    assert!(rows[2].contains("ne correspond à aucun constat"), "{}", rows[2]);
    // Each leads to its findings, and they say that they are accepted.
    assert!(of.contains("href=\"#EC-001\"") && !of.contains("href=\"#EC-031\""));
    let findings = section(&page, "findings").expect("the section");
    assert!(told(findings, "EC-001.1").contains("href=\"#accepted\""));
    assert!(!told(findings, "EC-037.1").contains("href=\"#accepted\""));
    assert!(!plain(findings).contains(words::accepted_word(Lang::Fr)) || findings.contains("dont 1 accepté"));
}

#[test]
fn a_page_without_accepted_risks_says_that_none_is_recorded() {
    let model = model("article-1-transit");
    let page = page(&study(&model), &model, Lang::Fr);
    assert!(section(&page, "accepted").is_none() && !page.contains("#accepted"));
    assert!(page.contains("Le modèle ne consigne aucun risque accepté."));
}

#[test]
fn names_full_of_marks_appear_as_themselves() {
    let name = "<u>{{ 1+1 }}</u> `x` & \\\"y\\\"";
    let label = format!("label: \"{name}\"");
    let text = text_of("article-1-transit");
    let hostile = [
        "label: { fr: Hébergeur, en: Host }",
        "label: { fr: Serveur, en: Server }",
        "label: { fr: « Hello », en: “Hello” }",
    ];
    let text = hostile.iter().fold(text, |text, old| {
        assert!(text.contains(old), "{old}");
        text.replace(old, &label)
    });
    let model = loaded(&format!("{text}{ACCEPTING}"));
    let page = page(&study(&model), &model, Lang::En);
    let read = name.replace('\\', "");
    for id in ["findings", "changes"] {
        let of = section(&page, id).expect("the section");
        assert!(plain(of).contains(&read), "{id}");
        assert!(!of.contains("<u>") && !of.contains("<code>x"), "{id}");
    }
    let fix = page.split_once("<p class=\"fix\">").expect("the best change").1;
    assert!(plain(fix.split_once("</p>").expect("an end").0).contains(&read));
}
