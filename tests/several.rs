//! Several models at once: one table, one page that links the reports, and no mistake that hides the others.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use insta::assert_snapshot;

const ARTICLES: [&str; 3] =
    ["models/article-1-transit.yaml", "models/article-2-at-rest.yaml", "models/article-3-end-to-end.yaml"];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_enclair")).args(arguments).env("ENCLAIR_LANG", "en").output().expect("it runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// A folder with models of one name in two folders, and one that is refused.
fn folder() -> tempfile::TempDir {
    let directory = tempfile::tempdir().expect("a directory");
    for (to, from) in [("a/x.yaml", ARTICLES[0]), ("b/x.yaml", ARTICLES[1]), ("b/y.yaml", ARTICLES[2])] {
        let path = directory.path().join(to);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::copy(from, path).expect("copied");
    }
    std::fs::write(directory.path().join("b/wrong.yaml"), "enclair: 1\nsystem: {}\n").expect("written");
    directory
}

#[test]
fn the_summary_has_a_line_for_each_model_and_variant() {
    let mut arguments = vec!["check", "--summary"];
    arguments.extend(ARTICLES);
    assert_snapshot!("summary-en", text(&run(&arguments).stdout));
    arguments.extend(["--lang", "fr"]);
    assert_snapshot!("summary-fr", text(&run(&arguments).stdout));
}

#[test]
fn a_model_with_mistakes_hides_no_other() {
    let directory = folder();
    let path = directory.path().to_string_lossy().into_owned();
    let output = run(&["check", "--summary", &path]);
    assert_eq!(output.status.code(), Some(2));
    let table = text(&output.stdout);
    for line in ["a/", "b/", "  x", "  y", "  wrong"] {
        assert!(table.lines().any(|one| one.contains(&format!("│ {line} "))), "{line}\n{table}");
    }
    assert!(table.contains("refused") && table.contains("4 models: 1 invalid, 0 with"), "{table}");
    assert!(text(&output.stderr).contains("wrong.yaml"));
    let whole = text(&run(&["check", &path]).stdout);
    assert_eq!(whole.matches("Expectations met").count() + whole.matches("Attentes tenues").count(), 3, "{whole}");
}

/// The addresses of a page.
fn links(page: &str) -> Vec<String> {
    page.split("href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn the_page_links_every_report_and_names_what_has_none() {
    let directory = folder();
    let path = directory.path().to_string_lossy().into_owned();
    let out = directory.path().join("out");
    let output = run(&["report", &path, "-o", &out.to_string_lossy(), "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    let shown = text(&output.stdout);
    let index = out.join("index.en.html");
    assert_eq!(shown.lines().last(), Some(&*index.to_string_lossy()));
    let page = std::fs::read_to_string(&index).expect("the page");
    let files: Vec<PathBuf> = links(&page).iter().map(|link| out.join(link)).collect();
    assert_eq!(files.len(), 3, "{page}");
    for file in files {
        assert!(file.is_file(), "{}", file.display());
        assert!(shown.lines().any(|line| Path::new(line).file_name() == file.file_name()), "{shown}");
    }
    assert!(page.contains("wrong.yaml") && page.contains("Models without a report"));
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains(" style="), "{page}");
    // Two models of one name have reports of two names.
    let names: Vec<String> = std::fs::read_dir(&out)
        .expect("the folder")
        .flatten()
        .map(|one| one.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.iter().filter(|name| name.ends_with("-x.en.html")).count(), 2, "{names:?}");
    assert!(names.contains(&"y.en.html".to_owned()), "{names:?}");
}

#[test]
fn the_page_is_in_the_language_of_the_reports_or_in_english() {
    let directory = tempfile::tempdir().expect("a directory");
    let out = directory.path().to_string_lossy().into_owned();
    let output = run(&["report", ARTICLES[0], ARTICLES[1], "-o", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = std::fs::read_to_string(directory.path().join("index.fr.html")).expect("the page in French");
    assert_snapshot!("index-fr", page.split_once("</style>").expect("a style").1);
}

#[test]
fn standard_output_takes_one_report() {
    let output = run(&["report", ARTICLES[0], ARTICLES[1], "-o", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "error: standard output takes one report: give a directory to -o\n");
}

#[test]
fn nothing_is_drawn_where_nobody_watches() {
    let output = run(&["check", "--summary", ARTICLES[0], ARTICLES[1]]);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
}

/// What `report` makes of the models of a folder, and the names of its files.
fn reported(directory: &Path) -> (Output, Vec<String>) {
    let out = directory.join("out");
    let output = run(&["report", &directory.to_string_lossy(), "-o", &out.to_string_lossy(), "--lang", "en"]);
    let files = std::fs::read_dir(&out).into_iter().flatten().flatten();
    let mut names: Vec<String> = files.map(|one| one.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    (output, names)
}

#[test]
fn a_model_called_index_keeps_its_report() {
    let directory = tempfile::tempdir().expect("a directory");
    for (to, from) in [("index.yaml", ARTICLES[0]), ("other.yaml", ARTICLES[1])] {
        std::fs::copy(from, directory.path().join(to)).expect("copied");
    }
    let (output, names) = reported(directory.path());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(names.len(), 3, "{names:?}");
    let page = std::fs::read_to_string(directory.path().join("out/index.en.html")).expect("the page");
    assert_eq!(links(&page).len(), 2);
    assert!(!links(&page).contains(&"./index.en.html".to_owned()));
}

#[test]
fn a_refused_model_takes_no_name_from_another() {
    let directory = tempfile::tempdir().expect("a directory");
    std::fs::copy(ARTICLES[0], directory.path().join("x.yaml")).expect("copied");
    std::fs::write(directory.path().join("x.yml"), "enclair: 1\nsystem: {}\n").expect("written");
    let (output, names) = reported(directory.path());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(names, ["index.en.html", "x.en.html"]);
    assert!(text(&output.stderr).contains("x.yml"));
}

#[test]
fn a_report_that_is_not_written_is_named_on_the_page() {
    let directory = tempfile::tempdir().expect("a directory");
    for (to, from) in [("x.yaml", ARTICLES[0]), ("y.yaml", ARTICLES[1])] {
        std::fs::copy(from, directory.path().join(to)).expect("copied");
    }
    std::fs::create_dir(directory.path().join("out")).expect("made");
    std::fs::write(directory.path().join("out/x.en.html"), "mine").expect("written");
    let (output, _) = reported(directory.path());
    assert_eq!(output.status.code(), Some(3));
    let page = std::fs::read_to_string(directory.path().join("out/index.en.html")).expect("the page");
    assert!(page.contains("Models without a report") && page.contains("x.yaml"), "{page}");
}

#[test]
fn the_json_of_several_names_each_of_them() {
    let output = run(&[
        "check",
        "--lang",
        "en",
        "--format",
        "json",
        "--variant",
        "target",
        ARTICLES[0],
        "models/ehealth/imaging.yaml",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let set: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(set["format"], "enclair-check-set/1");
    assert_eq!(set["models"][0]["file"], ARTICLES[0]);
    let why = set["models"][0]["error"].as_str().unwrap_or_default();
    assert!(why.contains("no variant `target`"), "{why}");
    assert_eq!(set["models"][1]["variant"], "target");
}
