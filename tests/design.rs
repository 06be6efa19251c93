//! How reports look, by options: a user's own templates, and who hands the report over.

#[path = "support/binary.rs"]
mod binary;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Output;

use binary::{code, run, text, told};
use insta::assert_snapshot;
use sha2::{Digest, Sha256};

const MODEL: &str = "models/article-1-transit.yaml";
const OTHER: &str = "models/article-2-at-rest.yaml";

/// A folder that holds some templates.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        std::fs::write(path, text).expect("written");
    }
    folder
}

/// The report of a model with some options, on standard output.
fn report(options: &[&str]) -> Output {
    run(&[&["report", MODEL, "-o", "-", "--lang", "en"][..], options].concat())
}

fn page(options: &[&str]) -> String {
    let output = report(options);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    String::from_utf8(output.stdout).expect("the page is UTF-8")
}

/// What is said of templates that are at fault: nothing is written.
fn refused(files: &[(&str, &str)], lang: &str) -> String {
    let own = folder(files);
    let path = own.path().to_string_lossy().into_owned();
    let out = own.path().join("out");
    let target = out.to_string_lossy().into_owned();
    for models in [&[MODEL][..], &[MODEL, OTHER]] {
        let output = run(&[&["report", "--templates", &path, "-o", &target, "--lang", lang], models].concat());
        assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
        assert!(output.stdout.is_empty() && !out.exists(), "something is written");
    }
    let output = run(&["report", MODEL, "--templates", &path, "-o", &target, "--lang", lang]);
    text(&output.stderr).replace(&path, "DIR")
}

fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    page.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect("both ends").0
}

#[test]
fn help_of_templates_is_in_both_languages() {
    for lang in ["fr", "en"] {
        assert_snapshot!(format!("help-templates-{lang}"), told(&["templates", "--help", "--lang", lang]));
    }
}

#[test]
fn a_template_takes_the_place_of_the_one_of_its_path() {
    let front = "<section class=\"front\"><h1>{{ front.title }} <i>{{ t.figures }}</i></h1></section>";
    let own = folder(&[("sections/front.html", front), ("style/header.css", ".by { color: red }\n"), (".git/x", "")]);
    let path = own.path().to_string_lossy().into_owned();
    let page = page(&["--templates", &path]);
    assert!(page.contains("<i>The answer in three numbers</i>") && !page.contains("class=\"tiles\""));
    let css = between(&page, "<style>", "</style>");
    assert!(css.contains(".by { color: red }") && !css.contains(".by img"), "one part of the style is replaced");
    let hash = between(&page, "style-src 'sha256-", "'");
    let digest: Vec<usize> = Sha256::digest(css.as_bytes()).iter().map(|byte| usize::from(*byte)).collect();
    let group = digest[0] << 16 | digest[1] << 8 | digest[2];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let start: String = [18, 12, 6, 0].map(|shift| char::from(alphabet[group >> shift & 63])).iter().collect();
    assert!(hash.starts_with(&start), "the policy allows the style in use: {hash}, {start}");
}

#[test]
fn names_are_escaped_in_a_users_template_too() {
    let own = folder(&[("sections/front.html", "<h1>{{ front.title }}</h1>{{ '<script>' }}")]);
    let page = page(&["--templates", &own.path().to_string_lossy()]);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
}

#[test]
fn a_fault_in_a_template_is_told_on_its_line() {
    let missing = ("sections/front.html", "<h1>\n\t<b>{{ frnt.title }}</b></h1>");
    for (lang, list) in [("fr", "Existent ici"), ("en", "Known here")] {
        // The list of names is in another test.
        let said = refused(&[missing], lang);
        let (before, names) = said.split_once(list).expect("the names known");
        assert!(names.lines().all(|line| line.chars().count() <= 80), "{names}");
        assert_snapshot!(format!("template-variable-{lang}"), before);
    }
    let field = ("sections/front.html", "<h1>{{ front.titel }}</h1>");
    assert_snapshot!("template-field-fr", refused(&[field], "fr"));
    assert_snapshot!("template-syntax-en", refused(&[("components.html", "\n{{ 1 + }} é")], "en"));
    assert_snapshot!("template-syntax-fr", refused(&[("components.html", "{% if x %}")], "fr"));
    assert_snapshot!("template-value-en", refused(&[("sections/front.html", "{% for x in nope %}{% endfor %}")], "en"));
    assert_snapshot!("template-include-en", refused(&[("sections/front.html", "é {% include \"x.html\" %}")], "en"));
    assert_snapshot!("template-component-fr", refused(&[("components.html", "")], "fr"));
    let circle = ("sections/front.html", "{% include \"sections/front.html\" %}");
    assert_snapshot!("template-circle-en", refused(&[circle], "en"));
}

#[test]
fn a_file_that_replaces_nothing_is_a_mistake() {
    assert_snapshot!("template-unknown-fr", refused(&[("sections/fornt.html", "")], "fr"));
    assert_snapshot!("template-misplaced-en", refused(&[("front.html", "")], "en"));
    assert_snapshot!("template-stranger-en", refused(&[("LICENCE.txt", "")], "en"));
    assert_snapshot!("template-style-en", refused(&[("style/base.css", "a{}</STYLE ><script>")], "en"));
}

#[test]
fn the_page_of_several_is_tried_before_anything_is_written() {
    let own = folder(&[("index.html", "{{ nothing }}")]);
    let (path, out) = (own.path().to_string_lossy().into_owned(), own.path().join("out"));
    let target = out.to_string_lossy().into_owned();
    let output = run(&["report", MODEL, OTHER, "--templates", &path, "-o", &target]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("index.html") && !out.exists());
}

#[test]
fn templates_are_written_whole_and_never_over_anothers_work() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine").to_string_lossy().into_owned();
    let written = run(&["templates", "-o", &path]);
    assert_eq!(written.status.code(), Some(0), "{}", text(&written.stderr));
    assert_eq!(code(&["templates", "-o", &path]), Some(0), "what is the same is left alone");
    // As written, they change nothing.
    assert_eq!(page(&["--templates", &path]), page(&[]));
    let front = Path::new(&path).join("sections/front.html");
    std::fs::write(&front, "mine").expect("written");
    std::fs::remove_file(Path::new(&path).join("head.html")).expect("removed");
    assert_eq!(code(&["templates", "-o", &path]), Some(3));
    assert_eq!(std::fs::read_to_string(&front).expect("there"), "mine");
    assert!(!Path::new(&path).join("head.html").exists(), "all or nothing");
    assert_eq!(code(&["templates", "-o", &path, "--force"]), Some(0));
    assert_ne!(std::fs::read_to_string(&front).expect("there"), "mine");
}

/// The names of the first column of the table of names of a page of documentation.
fn documented(page: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(page).expect("the page");
    let name = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    let table = text.lines().skip_while(|line| !line.starts_with("| name |") && !line.starts_with("| nom |"));
    table.take_while(|line| line.starts_with('|')).filter_map(name).collect()
}

#[test]
fn the_documented_variables_are_those_that_exist() {
    let said = refused(&[("report.html", "{{ nothing.at_all }}")], "en").replace('\n', " ");
    let known = between(&said, "Known here: ", ".");
    let known: BTreeSet<String> = known.split(',').map(|name| name.trim().to_owned()).collect();
    assert!(known.len() > 20, "{said}");
    for page in ["docs/templates.md", "docs/templates.fr.md"] {
        assert_eq!(documented(page), known, "{page}");
    }
}

#[test]
fn a_report_bears_who_hands_it_over() {
    let folder = folder(&[("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]);
    let logo = folder.path().join("logo.svg").to_string_lossy().into_owned();
    let options = ["--logo", &logo, "--by", "Audit & <Cie>", "--accent", "#005A8C", "--classification", "TLP:AMBER"];
    let branded = page(&options);
    assert!(branded.contains("; img-src data:; base-uri"), "pictures within the page are allowed");
    assert!(branded.contains("alt=\"Logo: Audit &amp; &lt;Cie&gt;\">") && !branded.contains("<script"));
    assert_eq!(branded.matches(" src=\"").count(), branded.matches(" src=\"data:image/svg+xml;base64,").count());
    assert!(branded.contains("Handed over by Audit &amp; &lt;Cie&gt;"));
    assert!(branded.contains("<strong>TLP:AMBER</strong>") && branded.contains("content:\"TLP\\3a AMBER\""));
    assert!(branded.contains("--accent:#005a8c"));
    assert_eq!(branded, page(&options), "the same options give the same bytes");
    let plain = page(&[]);
    assert!(!plain.contains("<img") && !plain.contains("img-src") && !plain.contains("@top-center"));
}

#[test]
fn the_page_of_several_bears_it_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_string_lossy().into_owned();
    let arguments = ["report", MODEL, OTHER, "-o", &out, "--by", "Cabinet", "--classification", "C1", "--lang", "fr"];
    assert_eq!(code(&arguments), Some(0));
    let index = std::fs::read_to_string(folder.path().join("index.fr.html")).expect("the page");
    assert!(index.contains("Remis par Cabinet") && index.contains("<strong>C1</strong>"));
    assert!(index.contains("@top-center{content:\"C1\""));
}

/// Texts that would act if they could.
const HOSTILE: [&str; 6] = [
    "\"}</style><script>alert(1)</script>",
    "a\\\";}@import 'http://x'",
    "one\ntwo\r\nthree",
    "\u{202e}desrever\u{2066}",
    "' onload='alert(1)",
    "{{ 7*7 }}{% raw %}%identity%*/",
];

#[test]
fn no_text_of_an_option_acts() {
    let parts =
        |page: &str| (page.matches('<').count(), page.matches("<style").count(), page.matches("</style").count());
    let usual = parts(&page(&["--by", "x", "--classification", "x"]));
    for hostile in HOSTILE {
        let page = page(&["--by", hostile, "--classification", hostile]);
        assert_eq!(parts(&page), usual, "{hostile}");
        let css = between(&page, "<style>", "</style>");
        let added = css.split_once("@top-center").expect("the mark").1;
        assert_eq!(added.matches('"').count(), 2, "{added}");
        assert!(!added.contains("@import") && !added.contains("*/") && !added.contains("49"), "{added}");
        assert!(!page.contains('\u{202e}') && !page.contains('\u{2066}'), "{hostile}");
    }
}

#[test]
fn what_cannot_be_used_is_told() {
    let big = format!("<svg>{}</svg>", " ".repeat(200 * 1024));
    let folder = folder(&[("logo.gif", "GIF89a"), ("big.svg", &big), ("page.svg", "<html><svg></svg></html>")]);
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let said = |options: &[&str]| {
        let output = report(options);
        assert_eq!(output.status.code(), Some(2), "{options:?}");
        assert!(output.stdout.is_empty());
        text(&output.stderr)
    };
    assert!(said(&["--logo", &path("logo.gif")]).contains("neither a PNG nor an SVG"));
    assert!(said(&["--logo", &path("page.svg")]).contains("neither a PNG nor an SVG"));
    assert!(said(&["--logo", &path("big.svg")]).contains("larger than 200 KB"));
    assert!(said(&["--logo", &path("none.svg")]).contains("none.svg"));
    assert!(said(&["--logo", &path("")]).contains("directory"));
    assert!(said(&["--accent", "blue"]).contains("is not a colour"));
    assert!(said(&["--accent", "#005A8C;}</style>"]).contains("is not a colour"));
    assert!(said(&["--accent", "#777"]).contains("contrast of 4.47 to 1"));
    assert!(said(&["--by", " \n"]).contains("1 to 80"));
    assert!(said(&["--classification", &"x".repeat(81)]).contains("1 to 80"));
    assert!(said(&["--templates", &path("none")]).contains("not a directory"));
}
