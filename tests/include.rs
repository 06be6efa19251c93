//! Models in several files: the same facts as in one, and places that tell their file.

#[path = "support/bench.rs"]
mod bench;

use std::collections::BTreeMap;

use bench::{Dice, loaded, paths, plain, text_of};
use enclair::audit::{Audit, audit, hash};
use enclair::lower::Case;
use enclair::model::{Model, load_with};
use enclair::source::{Limits, SourceFile, Style};
use enclair::text::Lang;
use enclair::text::problem::Unread;

/// A model whose first file includes the others.
fn joined(files: &[(String, String)]) -> Model {
    let parts: BTreeMap<&str, &str> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let read = |path: &str, _: u64| parts.get(path).map(|text| text.as_bytes().to_vec()).ok_or(Unread::Missing);
    let (name, text) = &files[0];
    let loaded = load_with(SourceFile::new(name, text.clone()), &Limits::default(), &read);
    loaded.unwrap_or_else(|mistakes| panic!("{}\n{files:#?}", mistakes.render(Lang::En, Style::Plain)))
}

/// A text cut where a line starts without a space: its sections, with the comments before them.
fn sections(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_lowercase());
        if starts || found.is_empty() {
            found.push(String::new());
        }
        let last = found.last_mut().expect("a section");
        last.push_str(line);
        last.push('\n');
    }
    found
}

/// What stands in the first file alone: its sections, and the comments above them all.
fn is_own(section: &str) -> bool {
    let bare = section.lines().all(|line| line.is_empty() || line.starts_with('#'));
    bare || ["enclair:", "system:", "about:"].iter().any(|own| section.lines().any(|line| line.starts_with(own)))
}

/// A section cut in two of the same name, if it is of lines that start alike.
fn halves(section: &str, dice: &mut Dice) -> Vec<String> {
    let Some((head, body)) = section.split_once(":\n") else { return vec![section.to_owned()] };
    let starts: Vec<usize> = body
        .match_indices("\n  ")
        .map(|(at, _)| at + 1)
        .filter(|at| !body[at + 2..].starts_with([' ', '#', '}', ']']))
        .filter(|at| body[..*at].lines().any(|line| !line.trim_start().starts_with('#')))
        .collect();
    let plain = head.lines().last().is_some_and(|line| line.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
    if starts.is_empty() || !plain {
        return vec![section.to_owned()];
    }
    let at = starts[dice.roll(starts.len())];
    let name = head.lines().last().unwrap_or_default();
    vec![format!("{head}:\n{}", &body[..at]), format!("{name}:\n{}", &body[at..])]
}

/// Files of these sections, one each, spread over folders, each included by the first or by another.
fn spread(own: &str, parts: &[String], dice: &mut Dice) -> Vec<(String, String)> {
    let mut files = vec![("m.yaml".to_owned(), own.to_owned())];
    for (at, text) in parts.iter().enumerate() {
        let folder = ["", "a/", "a/b/", "c/"][dice.roll(4)];
        files.push((format!("{folder}p{at}.yaml"), text.clone()));
    }
    let mut included: Vec<Vec<String>> = vec![Vec::new(); files.len()];
    for at in 1..files.len() {
        let by = dice.roll(at);
        let up = "../".repeat(files[by].0.matches('/').count());
        included[by].push(format!("{up}{}", files[at].0));
        if dice.roll(3) == 0 {
            included[0].push(files[at].0.clone());
        }
    }
    for ((_, text), list) in files.iter_mut().zip(included) {
        if !list.is_empty() {
            text.extend(["include: [", &list.join(", "), "]\n"]);
        }
    }
    files
}

/// The sections of a file that stand in it alone, and the others.
fn apart(text: &str) -> (String, Vec<String>) {
    let (own, parts): (Vec<String>, Vec<String>) = sections(text).into_iter().partition(|section| is_own(section));
    (own.concat(), parts)
}

/// What a model says, whatever its files: its facts, and its answers with their proofs in words.
fn said(model: &Model) -> String {
    let audit = audit(model).expect("an audit");
    let steps = |proof: &enclair::audit::ProofView| proof.steps.iter().map(|step| step.sentence.en.clone()).collect();
    let proofs: Vec<Vec<String>> = audit.proofs.iter().map(steps).collect();
    let verdicts: Vec<_> = audit.verdicts.iter().map(|one| (one.past, one.new, one.next_use)).collect();
    format!("{}{}{proofs:#?}{verdicts:?}", plain(model, Case::Worst), plain(model, Case::Best))
}

#[test]
fn a_file_for_each_section_changes_nothing() {
    for path in paths() {
        let text = text_of(&path);
        let (own, parts) = apart(&text);
        assert!(parts.len() >= 8, "{}", path.display());
        let names: Vec<String> = (0..parts.len()).map(|at| format!("parts/p{at}.yaml")).collect();
        let own = format!("{own}include: [{}]\n", names.join(", "));
        let mut files = vec![("m.yaml".to_owned(), own)];
        files.extend(names.into_iter().zip(parts));
        let (whole, split) = (loaded(&text), joined(&files));
        assert!(said(&whole) == said(&split), "{}", path.display());
    }
}

/// Sections cut anywhere, in files that include each other at random, some twice.
#[test]
fn files_cut_at_random_give_the_same_facts() {
    let mut dice = Dice(11);
    for path in paths() {
        let text = text_of(&path);
        let whole = loaded(&text);
        for _ in 0..10 {
            let (own, parts) = apart(&text);
            let mut parts: Vec<String> = parts.iter().flat_map(|part| halves(part, &mut dice)).collect();
            for at in (1..parts.len()).rev() {
                parts.swap(at, dice.roll(at + 1));
            }
            let split = joined(&spread(&own, &parts, &mut dice));
            for case in [Case::Worst, Case::Best] {
                assert_eq!(plain(&whole, case), plain(&split, case), "{}", path.display());
            }
        }
    }
}

fn three() -> Model {
    let text = text_of(std::path::Path::new("models/article-1-transit.yaml"));
    let (own, parts) = apart(&text);
    let (first, second) = parts.split_at(parts.len() / 2);
    joined(&[
        ("dir/m.yaml".to_owned(), format!("{own}include: [a.yaml, b/b.yaml]\n")),
        ("a.yaml".to_owned(), first.concat()),
        ("b/b.yaml".to_owned(), second.concat()),
    ])
}

/// Every place, in a proof, a finding, a claim: the text there is that of the same place in one file.
fn lines_said(audit: &Audit, model: &Model) -> Vec<String> {
    let line = |file: usize, line: usize| model.sources.file(file).line(line).unwrap_or("?").to_owned();
    let steps = audit.proofs.iter().flat_map(|proof| &proof.steps);
    let mut all: Vec<String> =
        steps.flat_map(|step| &step.places).map(|place| line(place.position.file, place.position.line)).collect();
    all.extend(audit.findings.iter().flat_map(|one| &one.locations).map(|at| line(at.file, at.line)));
    all.extend(audit.claims.iter().map(|one| line(one.position.file, one.position.line)));
    all.extend(audit.expectations.iter().map(|one| line(one.position.file, one.position.line)));
    all.extend(audit.questions.iter().map(|one| line(one.position.file, one.position.line)));
    all.extend(audit.assumptions.iter().flat_map(|one| &one.locations).map(|at| line(at.file, at.line)));
    all
}

#[test]
fn places_are_those_of_the_whole_in_their_files() {
    let whole = loaded(&text_of(std::path::Path::new("models/article-1-transit.yaml")));
    let (one, several) = (audit(&whole).expect("an audit"), audit(&three()).expect("an audit"));
    assert_eq!(lines_said(&one, &whole), lines_said(&several, &three()));
    assert_eq!(several.files, ["dir/m.yaml", "dir/a.yaml", "dir/b/b.yaml"]);
    let files: std::collections::BTreeSet<usize> = several
        .proofs
        .iter()
        .flat_map(|proof| &proof.steps)
        .flat_map(|step| &step.places)
        .map(|at| at.position.file)
        .collect();
    assert_eq!(files.into_iter().collect::<Vec<_>>(), [1, 2]);
}

/// The order of includes is that of lists and of reports, and bears on no answer.
#[test]
fn the_order_of_includes_bears_on_no_fact() {
    let text = text_of(std::path::Path::new("models/teleconsultation.yaml"));
    let (own, parts) = apart(&text);
    let names: Vec<String> = (0..parts.len()).map(|at| format!("p{at}.yaml")).collect();
    let files = |names: Vec<String>| {
        let own = format!("{own}include: [{}]\n", names.join(", "));
        let numbers = names.iter().map(|name| name[1..name.len() - 5].parse::<usize>().expect("a number"));
        let parts: Vec<String> = numbers.map(|at| parts[at].clone()).collect();
        [vec![("m.yaml".to_owned(), own)], names.into_iter().zip(parts).collect()].concat()
    };
    let forth = joined(&files(names.clone()));
    let back = joined(&files(names.into_iter().rev().collect()));
    assert_eq!(plain(&forth, Case::Worst), plain(&back, Case::Worst));
    assert_ne!(hash(&forth.sources), hash(&back.sources), "but it is part of the hash");
}

#[test]
fn the_hash_is_of_all_files() {
    use sha2::{Digest, Sha256};
    let hex = |text: &str| -> String {
        let digits: Vec<String> = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        digits.concat()
    };
    let model = three();
    let files: Vec<&SourceFile> = model.sources.files().collect();
    let written: Vec<String> = ["m.yaml", "a.yaml", "b/b.yaml"]
        .iter()
        .zip(files)
        .map(|(path, file)| format!("{path}\n{}\n{}", file.text.len(), file.text))
        .collect();
    assert_eq!(audit(&model).expect("an audit").hash, hex(&written.concat()));
    let text = text_of(std::path::Path::new("models/article-1-transit.yaml"));
    assert_eq!(audit(&loaded(&text)).expect("an audit").hash, hex(&text));
}

#[test]
fn the_report_shows_every_file_and_links_to_it() {
    let model = three();
    let study = enclair::compare::Study::on(&model, None).expect("an audit");
    let page = enclair::report::html::html(&study, &model, Lang::En).expect("a page");
    assert_eq!(page.matches("<pre class=\"source\">").count(), 3);
    assert!(page.contains("href=\"#F3L") && page.contains(">b/b.yaml:") && !page.contains("dir/"));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let once: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), once.len(), "an id stands twice");
    for href in page.split(" href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(once.contains(href), "{href} leads nowhere");
    }
}
