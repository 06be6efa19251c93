//! The HTML report: well formed, self-contained, linked throughout, and safe with hostile names.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use enclair::compare::Study;
use enclair::model::{self, Model};
use enclair::report::html::html;
use enclair::source::{Limits, SourceFile};
use enclair::text::Lang;
use sha2::{Digest, Sha256};

/// Elements that HTML leaves open.
const VOID: [&str; 3] = ["meta", "br", "img"];

fn models() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
    let entries = std::fs::read_dir(folder).expect("the models are there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    paths
}

fn text_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("models").join(name);
    std::fs::read_to_string(path).expect("a model")
}

fn load(name: &str, text: &str) -> Model {
    let file = SourceFile::new(name, text.to_owned());
    match model::load(file, &Limits::default()) {
        Ok(model) => model,
        Err(problems) => panic!("{name}: {:?}", problems.list),
    }
}

fn page(name: &str, text: &str, lang: Lang) -> String {
    let model = load(name, text);
    let study = Study::on(&model, None).expect("an audit");
    html(&study, &model, lang).expect("a page")
}

/// The pages of every model, in both languages.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for path in models() {
        let name = path.display().to_string();
        let model = load(&name, &std::fs::read_to_string(&path).expect("a model"));
        let study = Study::on(&model, None).expect("an audit");
        for lang in Lang::ALL {
            let page = html(&study, &model, lang).expect("a page");
            pages.push((format!("{name} {lang}"), page));
        }
    }
    pages
}

/// The tags of a page, without their angle brackets; the style is not looked into.
fn tags(page: &str) -> Vec<&str> {
    let css = between(page, "<style>", "</style>");
    let (before, after) = page.split_once(css).expect("a style");
    let tags_in = |text| str::split(text, '<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
    tags_in(before).chain(tags_in(after)).collect()
}

fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(start).expect("a start");
    rest.split_once(end).expect("an end").0
}

/// The values of an attribute, in the order of the page.
fn values<'p>(tags: &[&'p str], attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    let value = |tag: &&'p str| Some(tag.split_once(start.as_str())?.1.split('"').next().unwrap_or_default());
    tags.iter().filter_map(value).collect()
}

#[test]
fn tags_are_balanced() {
    for (name, page) in pages() {
        let mut open: Vec<&str> = Vec::new();
        for tag in tags(&page).into_iter().filter(|tag| !tag.starts_with('!')) {
            let element = tag.trim_start_matches('/').split_whitespace().next().unwrap_or(tag);
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(element), "{name}: {tag}");
            } else if !VOID.contains(&element) && !tag.ends_with('/') {
                open.push(element);
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}

#[test]
fn a_page_runs_nothing_and_asks_nobody() {
    for (name, page) in pages() {
        let tags = tags(&page);
        for element in [
            "script",
            "link",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "base",
            "image",
            "foreignObject",
            "animate",
            "set",
        ] {
            let starts = |tag: &&str| tag.split_whitespace().next() == Some(element);
            assert!(!tags.iter().any(starts), "{name}: {element}");
        }
        for attribute in ["style", "src", "srcset", "action", "onclick", "onload"] {
            assert!(values(&tags, attribute).is_empty(), "{name}: {attribute}");
        }
        assert!(values(&tags, "href").iter().all(|href| href.starts_with('#')), "{name}");
        let css = between(&page, "<style>", "</style>");
        assert!(!css.contains("url(") && !css.contains("@import") && !css.contains("://"), "{name}");
    }
}

#[test]
fn every_link_has_its_target_and_every_target_is_one() {
    for (name, page) in pages() {
        let tags = tags(&page);
        let ids = values(&tags, "id");
        let once: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), once.len(), "{name}: an id stands twice");
        for href in values(&tags, "href") {
            assert!(once.contains(href.trim_start_matches('#')), "{name}: {href} leads nowhere");
        }
    }
}

#[test]
fn headings_make_an_outline_and_tables_have_heads() {
    for (name, page) in pages() {
        let tags = tags(&page);
        let level = |tag: &&str| tag.strip_prefix('h')?.split(' ').next()?.parse::<usize>().ok();
        let levels: Vec<usize> = tags.iter().filter_map(level).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{name}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{name}: {levels:?}");
        let count = |start: &str| tags.iter().filter(|tag| tag.split(' ').next() == Some(start)).count();
        assert_eq!(count("table"), count("caption"), "{name}");
        let unscoped = tags.iter().filter(|tag| tag.split(' ').next() == Some("th") && !tag.contains("scope="));
        assert_eq!(unscoped.count(), 0, "{name}");
        let regions = tags.iter().filter(|tag| tag.contains("role=\"region\""));
        assert!(regions.clone().all(|tag| tag.contains("tabindex=\"0\"") && tag.contains("aria-label=\"")));
        let drawings = tags.iter().filter(|tag| tag.contains("class=\"drawing\"")).count();
        assert!(drawings > 0, "{name}: the system is drawn");
        let wide = count("table") + count("pre") + drawings;
        assert_eq!(regions.count(), wide, "{name}: what is wide scrolls in a region");
    }
}

#[test]
fn the_policy_allows_the_style_and_nothing_else() {
    for (name, page) in pages() {
        let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        let hash = between(policy, "style-src 'sha256-", "'");
        let expected = format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'");
        assert_eq!(policy, expected, "{name}");
        let css = between(&page, "<style>", "</style>");
        assert_eq!(decoded(hash), Sha256::digest(css.as_bytes()).to_vec(), "{name}");
    }
}

/// Reads base64, bit by bit.
fn decoded(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values = text.trim_end_matches('=').chars().map(|c| ALPHABET.find(c).expect("base64"));
    let bits: Vec<usize> = values.flat_map(|value| (0..6).rev().map(move |bit| value >> bit & 1)).collect();
    let byte = |bits: &[usize]| u8::try_from(bits.iter().fold(0, |byte, bit| byte << 1 | bit)).expect("a byte");
    bits.chunks_exact(8).map(byte).collect()
}

/// A model whose names, claim and file name would act if they were not escaped.
fn hostile(lang: Lang) -> String {
    let text = text_of("article-3-end-to-end.yaml");
    let label = r#"label: "<b>{{ 7*7 }}</b> & \"x\" {% raw %}</title><script>alert(1)</script>\u202e", role: vendor"#;
    let text = text.replacen("role: vendor", label, 1);
    let start = text.find("label: { fr: Éditeur").expect("the vendor's own label");
    let end = start + text[start..].find('}').expect("its end") + 1;
    let text = format!("{}{}", text[..start].trim_end_matches([' ', ',']), &text[end..]);
    page("/home/jane/<i>model.yaml", &text, lang)
}

#[test]
fn names_cannot_act() {
    for lang in Lang::ALL {
        let page = hostile(lang);
        let shown = "&lt;b&gt;{{ 7*7 }}&lt;/b&gt; &amp; &quot;x&quot; {% raw %}&lt;/title&gt;&lt;script&gt;";
        // Once in the matrix, at the head of its proofs, in the steps, and in the model's text.
        assert!(page.matches(shown).count() > 3, "{lang}");
        for acting in ["<b>{{", "<script", "</b> &", "49</b>", "<i>model"] {
            assert!(!page.contains(acting), "{lang}: {acting}");
        }
        assert!(page.contains("&lt;i&gt;model") && page.contains("U+202E"), "{lang}");
        assert!(!page.contains('\u{202e}'), "{lang}");
    }
}

#[test]
fn the_page_does_not_tell_where_the_file_lay() {
    let page = page("/home/jane/secret/model.yaml", &text_of("article-1-transit.yaml"), Lang::En);
    assert!(page.contains("model.yaml") && !page.contains("jane") && !page.contains("secret/"));
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let text = text_of("teleconsultation.yaml");
    for lang in Lang::ALL {
        assert_eq!(page("m.yaml", &text, lang), page("m.yaml", &text, lang));
        assert!(page("m.yaml", &text, lang).contains(&format!("<html lang=\"{lang}\">")));
    }
}

#[test]
fn every_line_of_the_model_is_there() {
    let text = text_of("teleconsultation.yaml");
    let page = page("m.yaml", &text, Lang::Fr);
    let source = between(&page, "<pre class=\"source\">", "</pre>");
    assert_eq!(source.matches("class=\"l\"").count(), text.lines().count());
    let last = text.lines().count();
    assert!(source.contains(&format!("id=\"L{last}\"")) && !page.contains(&format!("id=\"L{}\"", last + 1)));
}

/// The blocks of the proofs, one for each actor.
fn actors(page: &str) -> Vec<&str> {
    between(page, "<section id=\"proofs\">", "</section>").split("<details").skip(1).collect()
}

#[test]
fn a_step_about_an_actor_is_written_once_after_those_it_uses() {
    for (name, page) in pages() {
        for actor in actors(&page) {
            let mut seen = BTreeSet::new();
            for (at, step) in actor.split("<li id=\"").skip(1).enumerate() {
                let (id, step) = step.split_once('"').expect("an anchor");
                let step = step.split_once("</li>").expect("an end").0;
                assert_eq!(id.rsplit('.').next(), Some((at + 1).to_string().as_str()), "{name}: {id}");
                assert!(seen.insert(step), "{name}: {id} says again: {step}");
                for used in step.split("href=\"#s").skip(1) {
                    let number = used.split('"').next().and_then(|used| used.split('.').nth(1));
                    let number: usize = number.and_then(|number| number.parse().ok()).expect("a number");
                    assert!(number <= at, "{name}: {id} uses {number}");
                }
            }
            // What a list shows is what its anchors say.
            for list in actor.split("<ol class=\"steps\"").skip(1) {
                let start = list.strip_prefix(" start=\"").map_or("1", |rest| rest.split('"').next().unwrap_or(rest));
                let first = between(list, "<li id=\"", "\"");
                assert_eq!(first.rsplit('.').next(), Some(start), "{name}");
            }
        }
    }
}

#[test]
fn every_answer_ends_on_its_own_conclusion() {
    let text = text_of("teleconsultation.yaml");
    let model = load("m.yaml", &text);
    let study = Study::on(&model, None).expect("an audit");
    let page = html(&study, &model, Lang::En).expect("a page");
    let audit = &study.dossier.audit;
    let mut checked = 0;
    for verdict in &audit.verdicts {
        let (actor, data) = (&audit.actors[verdict.actor].id, &audit.data[verdict.data].id);
        let Some((_, cell)) = page.split_once(&format!("<div class=\"cell\" id=\"p-{actor}.{data}\">")) else {
            continue;
        };
        let cell = cell.split("<div class=\"cell\"").next().unwrap_or(cell);
        let new = verdict.new_proof.filter(|_| !verdict.same_path);
        for proof in verdict.past_proof.into_iter().chain(new) {
            let last = audit.proofs[proof].steps.last().expect("a step").sentence.get(Lang::En);
            let shown = last.replace('&', "&amp;").replace('"', "&quot;");
            assert!(cell.contains(&format!(">{shown} <small>")), "{actor} {data}: {shown}");
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn french_is_set_in_french_and_nothing_is_declared_compliant() {
    for (name, page) in pages() {
        let prose = page.split("<pre class=\"source\">").next().unwrap_or_default();
        let prose = prose.split_once("</style>").expect("a style").1;
        for word in ["conforme", "compliant", "100 %", "score"] {
            assert!(!prose.to_lowercase().contains(word), "{name}: {word}");
        }
        if name.ends_with("fr") {
            for loose in [" ?", " !", " ;", " :", "« ", " »"] {
                assert!(!prose.contains(loose), "{name}: `{loose}` may break over a line");
            }
        }
    }
}
