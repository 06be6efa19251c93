//! `enclair diagram`: what it writes, in each format, whatever names are made of.

#[path = "support/binary.rs"]
mod binary;

use std::path::Path;

use binary::{run, text, told_of};
use insta::assert_snapshot;
use tempfile::TempDir;

const SCHEME: &str = "models/article-3-end-to-end.yaml";
const TELECONSULTATION: &str = "models/teleconsultation.yaml";

fn out(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// How a command ends, and all that it tells.
fn ended(arguments: &[&str]) -> (String, Option<i32>) {
    let output = run(arguments);
    (told_of(&output), output.status.code())
}

/// The width and height of a PNG picture, and what it says of the tool that made it.
fn picture(path: &Path) -> (u32, u32, String) {
    let file = std::fs::File::open(path).expect("the picture is there");
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a picture");
    let info = reader.info();
    let made = info.uncompressed_latin1_text.iter().find(|chunk| chunk.keyword == "Software");
    (info.width, info.height, made.map(|chunk| chunk.text.clone()).unwrap_or_default())
}

#[test]
fn texts_are_pinned_in_both_languages() {
    for lang in ["fr", "en"] {
        assert_snapshot!(
            format!("diagram-mermaid-{lang}"),
            out(&["diagram", "--lang", lang, "--format", "mermaid", SCHEME])
        );
        assert_snapshot!(format!("diagram-dot-{lang}"), out(&["diagram", "--lang", lang, "--format", "dot", SCHEME]));
        assert_snapshot!(format!("help-diagram-{lang}"), out(&["diagram", "--help", "--lang", lang]));
    }
    assert_snapshot!("diagram-svg-fr", out(&["diagram", SCHEME]));
}

#[test]
fn the_extension_says_the_format_and_the_same_bytes_come_out_twice() {
    let place = TempDir::new().expect("a directory");
    for (name, start) in [("x.svg", "<svg "), ("x.mmd", "%% enclair "), ("x.dot", "// enclair ")] {
        let path = place.path().join(name);
        let shown = path.to_string_lossy().into_owned();
        out(&["diagram", TELECONSULTATION, "-o", &shown]);
        let first = std::fs::read_to_string(&path).expect("a text");
        assert!(first.starts_with(start), "{name}: {}", &first[..60]);
        out(&["diagram", TELECONSULTATION, "-o", &shown]);
        assert_eq!(first, std::fs::read_to_string(&path).expect("a text"), "{name}");
    }
    let svg = std::fs::read_to_string(place.path().join("x.svg")).expect("a text");
    assert!(svg.contains("canal protégé (TLS)"), "the legend is inside");
    assert!(svg.contains("Téléconsultation") && svg.contains("modèle du 22/11/2026"), "so is what it was made from");
    for gone in ["style=", "<style", "<script", "http://", "https://"] {
        assert!(!svg.replace("http://www.w3.org/2000/svg", "").contains(gone), "{gone}");
    }
}

#[test]
fn a_picture_is_as_large_as_asked_and_says_who_made_it() {
    let place = TempDir::new().expect("a directory");
    let at = |name: &str| place.path().join(name).to_string_lossy().into_owned();
    out(&["diagram", SCHEME, "-o", &at("two.png")]);
    out(&["diagram", SCHEME, "-o", &at("one.png"), "--scale", "1"]);
    let (one, two) = (picture(&place.path().join("one.png")), picture(&place.path().join("two.png")));
    assert_eq!((one.0 * 2, one.1 * 2), (two.0, two.1));
    assert!(one.2.starts_with("enclair "), "{}", one.2);
    let small = std::fs::read(place.path().join("one.png")).expect("a picture");
    assert!(small.len() > 10_000, "something is painted: {} bytes", small.len());
}

#[test]
fn what_the_tool_did_not_write_stays() {
    let place = TempDir::new().expect("a directory");
    for name in ["x.svg", "x.png", "x.mmd", "x.dot"] {
        let path = place.path().join(name);
        let shown = path.to_string_lossy().into_owned();
        std::fs::write(&path, "mine").expect("a file");
        let (told, status) = ended(&["diagram", SCHEME, "-o", &shown, "--lang", "en"]);
        assert_eq!(status, Some(3), "{told}");
        assert_eq!(std::fs::read(&path).expect("a file"), b"mine");
        out(&["diagram", SCHEME, "-o", &shown, "--force"]);
        out(&["diagram", SCHEME, "-o", &shown]);
    }
}

#[test]
fn what_makes_no_sense_is_refused() {
    for (arguments, said) in [
        (&["diagram", SCHEME, "--format", "png", "--lang", "en"][..], "give -o"),
        (&["diagram", SCHEME, "--scale", "0", "--lang", "en"], "from 1 to 8"),
        (&["diagram", SCHEME, "--scale", "two", "--lang", "fr"], "de 1 à 8"),
        (&["diagram", SCHEME, "--data", "helo", "--lang", "en"], "did you mean `hello`?"),
        (&["diagram", SCHEME, "--format", "gif", "--lang", "en"], "is not a value of"),
        (&["diagram", SCHEME, "-o", "out.pdf", "--lang", "en"], "svg, png, mmd or dot"),
        (&["diagram", SCHEME, "-o", SCHEME, "--format", "svg", "--force", "--lang", "en"], "the place of the model"),
    ] {
        let (told, status) = ended(arguments);
        assert_eq!(status, Some(2), "{told}");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn names_are_shown_and_not_followed() {
    let place = TempDir::new().expect("a directory");
    let names = [
        "<script>alert(1)</script>",
        "\\\"/><image href='x'/>",
        "]]> --> {{ 7 * 7 }} &lt;b&gt;",
        "a\\\"]; click n0 \\\"javascript:alert(1)",
        "\\u202Etxet \\u0007bell",
        "a-word-that-does-not-end-a-word-that-does-not-end-a-word-that-does-not-end-a-word-that-does-not-end",
    ];
    for name in names {
        let model = std::fs::read_to_string(SCHEME).expect("a model");
        let labelled = model.replace("label: Backend", &format!("label: \"{name}\""));
        assert_ne!(labelled, model, "the model has a label to replace");
        let path = place.path().join("model.yaml");
        std::fs::write(&path, labelled).expect("a file");
        let path = path.to_string_lossy().into_owned();
        let svg = out(&["diagram", &path]);
        let body = svg.replace("<svg xmlns=", "");
        for tag in ["<script", "<image", "\u{202e}", "\u{7}"] {
            assert!(!body.contains(tag), "{name}: {tag}");
        }
        let picture = place.path().join("x.png").to_string_lossy().into_owned();
        out(&["diagram", &path, "-o", &picture, "--force", "--scale", "1"]);
        let mermaid = out(&["diagram", &path, "--format", "mermaid"]);
        assert!(!mermaid.contains("\"]; click") && !mermaid.contains("<script"), "{mermaid}");
        let dot = out(&["diagram", &path, "--format", "dot"]);
        assert!(!dot.lines().any(|line| line.matches('"').count() % 2 == 1 && !line.contains("\\\"")), "{dot}");
    }
}
