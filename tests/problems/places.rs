//! Lines and columns: of files with other line ends, marks and wide characters; and of files that
//! cannot be read at all.

use std::io::Write as _;
use std::path::Path;

use enclair::model::read;
use enclair::source::{Limits, Style};
use enclair::text::Lang;
use insta::assert_snapshot;

use super::{MODEL, edit, mistakes, told};

/// Line and column of the only mistake of a text.
fn place(text: &str) -> (usize, usize) {
    let mistakes = mistakes(text);
    assert_eq!(mistakes.list.len(), 1, "{}", mistakes.render(Lang::En, Style::Plain));
    let position = mistakes.sources.position(mistakes.list[0].span.start);
    (position.line, position.column)
}

/// Reads these bytes as a file, and loads them.
fn told_of_bytes(bytes: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().expect("a file can be made");
    file.write_all(bytes).expect("a file can be written");
    let limits = Limits::default();
    let read = read(file.path(), "model.yaml", &limits);
    let loaded = read.and_then(|file| enclair::model::load(file, &limits));
    loaded.err().map_or_else(|| "no mistake".to_owned(), |mistakes| mistakes.render(Lang::En, Style::Plain))
}

#[test]
fn a_mistake_is_at_its_line_and_column() {
    assert_eq!(place(&edit("kind: mobile", "kind: moblie")), (10, 34));
    assert_eq!(place(&edit("at_rest: none", "at_rest: { scope: volume, key: disk }")), (18, 80));
}

#[test]
fn line_ends_do_not_matter() {
    let text = edit("kind: mobile", "kind: moblie").replace('\n', "\r\n");
    assert_eq!(place(&text), (10, 34));
    assert_snapshot!(told(&text), @r"
    error[E014]: unknown value `moblie`
      --> model.yaml:10:34
       |
    10 |   app: { used_by: patient, kind: moblie, code_from: release }
       |                                  ^^^^^^
       |
       = help: did you mean `mobile`?
    ");
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let text = format!("\u{feff}{}", edit("enclair: 1", "enclair: 1, x: 2"));
    assert_eq!(told_of_bytes(format!("\u{feff}{MODEL}").as_bytes()), "no mistake");
    assert_snapshot!(told_of_bytes(text.as_bytes()), @r"
    error[E005]: this is not YAML: a `:` cannot stand here; text that contains one is written in quotes
     --> model.yaml:1:14
      |
    1 | enclair: 1, x: 2
      |              ^
    ");
    let text = format!("\u{feff}{}", edit("enclair", "enclar")).replace('\n', "\r\n");
    assert_snapshot!(told_of_bytes(text.as_bytes()), @r"
    error[E011]: unknown property `enclar`
     --> model.yaml:1:1
      |
    1 | enclar: 1
      | ^^^^^^
      |
      = help: did you mean `enclair`?
    ");
}

#[test]
fn columns_count_characters_not_bytes() {
    assert_eq!(place(&edit("name: Demo,", "name: Démo à 100 €, vendr: x,")), (2, 31));
    assert_eq!(place(&edit("name: Demo,", "name: 日本語, vendr: x,")), (2, 22));
}

#[test]
fn a_file_that_does_not_exist() {
    let read = read(Path::new("no/such/file.yaml"), "file.yaml", &Limits::default());
    let mistakes = read.expect_err("there is no such file");
    assert_snapshot!(mistakes.render(Lang::En, Style::Plain), @r"
    error[E001]: the file does not exist
    --> file.yaml
    ");
    assert_snapshot!(mistakes.render(Lang::Fr, Style::Plain), @r"
    erreur[E001]: le fichier n’existe pas
    --> file.yaml
    ");
}

#[test]
fn a_directory() {
    let mistakes = read(Path::new("src"), "src", &Limits::default()).expect_err("src is a directory");
    assert_snapshot!(mistakes.render(Lang::En, Style::Plain), @r"
    error[E001]: this is a directory, not a file
    --> src
    ");
}

#[test]
fn a_file_that_is_not_utf_8() {
    let (before, after) = MODEL.split_once("Demo").expect("the model has a name");
    let latin = [before.as_bytes(), b"D\xe9mo", after.as_bytes()].concat();
    assert_snapshot!(told_of_bytes(&latin), @r"
    error[E003]: the file is not UTF-8
     --> model.yaml:2:18
      |
    2 | system: { name: D�mo, vendor: acme }
      |                  ^
      |
      = help: save it as UTF-8 in the editor
    ");
    assert_snapshot!(told_of_bytes(b"\xff\xfee\0n\0c\0"), @r"
    error[E003]: the file is not UTF-8
     --> model.yaml:1:1
      |
    1 | ��eU+0000nU+0000cU+0000
      | ^
      |
      = help: save it as UTF-8 in the editor
    ");
}

#[test]
fn a_file_over_the_limit() {
    assert_snapshot!(told_of_bytes(&vec![b'#'; 1024 * 1024 + 1]), @r"
    error[E002]: the file is over 1,048,576 bytes
    --> model.yaml
    ");
}

#[test]
fn characters_that_act_are_shown_by_their_code() {
    let text = edit("name: Demo,", "name: \"De\u{202e}mo\", vendr: x,");
    assert_snapshot!(told(&text), @r#"
    error[E011]: unknown property `vendr`
     --> model.yaml:2:31
      |
    2 | system: { name: "DeU+202Emo", vendr: x, vendor: acme }
      |                               ^^^^^
      |
      = help: did you mean `vendor`?
    "#);
    assert_snapshot!(told(&edit("readers: patient", "readers: \"pa\\u202etient\\e[31m\"")), @r#"
    error[E017]: `paU+202EtientU+001B[31m` is not a valid name
     --> model.yaml:8:34
      |
    8 |   note: { kind: health, readers: "pa\u202etient\e[31m" }
      |                                  ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: lower-case ASCII letters, digits and hyphens, starting with a letter or a digit: `pa-tient-31m`
    "#);
    assert_snapshot!(told(&edit("name: Demo", "name: \"De\u{1b}[31mmo\"")), @r#"
    error[E005]: this is not YAML: this character cannot stand there
     --> model.yaml:2:20
      |
    2 | system: { name: "DeU+001B[31mmo", vendor: acme }
      |                    ^^^^^^
    "#);
}

#[test]
fn no_rendering_holds_a_character_that_acts() {
    let texts = [
        edit("name: Demo,", "name: \"a\u{202e}b\u{200b}c\rd\", vendr: x,"),
        edit("readers: patient", "readers: \"\\r\\n\\u2066\\a\\e\""),
        edit("  patient: {}", "  \"pa\\u202etient\": {}"),
        edit("name: Demo", "name: \"\u{7}\""),
    ];
    let act = |c: &char| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c) || *c == '\u{2066}';
    for text in texts {
        for lang in Lang::ALL {
            let shown = mistakes(&text).render(lang, Style::Plain);
            assert_eq!(shown.chars().find(act), None, "{shown}");
        }
    }
}
