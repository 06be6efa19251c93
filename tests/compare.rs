//! Several models side by side: known answers, the same as between two, in every format and both languages.

#[path = "support/bench.rs"]
mod bench;
#[path = "support/binary.rs"]
mod binary;

use bench::loaded;
use binary::{code, run, text, told};
use enclair::audit::Audit;
use enclair::compare::{CellChange, Comparison, Dossier, Move, Row, Side, diff, readers_by_privilege};
use enclair::kernel::Grade;
use enclair::model::Model;
use enclair::report::Summary;
use enclair::report::comparison::{Sheet, human, json, markdown};
use enclair::report::human::Look;
use enclair::source::Style;
use enclair::text::Lang;
use insta::assert_snapshot;

const MATRIX: &str = "models/systems/matrix.yaml";
const IMAGING: &str = "models/ehealth/imaging.yaml";
const SCHEMES: [&str; 3] =
    ["models/article-1-transit.yaml", "models/article-2-at-rest.yaml", "models/article-3-end-to-end.yaml"];

fn model(path: &str) -> Model {
    loaded(&std::fs::read_to_string(path).expect("the model can be read"))
}

/// A model and its variants, audited.
fn all_of(path: &str) -> Vec<(Model, Dossier)> {
    let own = model(path);
    let models: Vec<Model> = std::iter::once(own.clone()).chain(own.variants()).collect();
    audited(models)
}

fn audited(models: Vec<Model>) -> Vec<(Model, Dossier)> {
    let dossier = |model: Model| {
        let dossier = Dossier::new(&model).expect("the model is audited");
        (model, dossier)
    };
    models.into_iter().map(dossier).collect()
}

fn compared(all: &[(Model, Dossier)]) -> Comparison {
    let audits: Vec<&Audit> = all.iter().map(|(_, dossier)| &dossier.audit).collect();
    Comparison::new(&audits)
}

fn row<'c>(comparison: &'c Comparison, actor: &str, data: &str) -> &'c Row {
    let found = comparison.rows.iter().find(|row| (row.actor.as_str(), row.data.as_str()) == (actor, data));
    found.unwrap_or_else(|| panic!("no row of {actor}, {data}"))
}

/// The grades of a row, kept then passing; none where the column has no such cell.
fn grades(row: &Row) -> Vec<Option<(Grade, Grade)>> {
    row.cells.iter().map(|cell| cell.as_ref().map(|one| (one.past.public(), one.new.public()))).collect()
}

#[test]
fn known_answers_stand_beside_each_other() {
    use Grade::{None as Out, Privilege, Tampering};
    let matrix = compared(&all_of(MATRIX));
    assert_eq!(matrix.columns.len(), 5);
    // A room in clear is kept in clear by the server; the history of a shared one is given to whoever joins.
    let operator = row(&matrix, "operator", "message");
    assert_eq!(
        grades(operator),
        [
            Some((Out, Tampering)),
            Some((Privilege, Privilege)),
            Some((Tampering, Tampering)),
            Some((Out, Tampering)),
            Some((Out, Out)),
        ]
    );
    assert_eq!(operator.moves[1], [Move::Gained]);
    assert_eq!(operator.moves[4], [Move::Lost]);
    assert_eq!(
        matrix.claims[0].verdicts,
        [Some("tampering"), Some("refuted"), Some("tampering"), Some("refuted"), Some("tampering")]
    );
    let schemes = compared(&audited(SCHEMES.map(model).into()));
    let host = row(&schemes, "hebergeur", "hello");
    assert_eq!(grades(host), [Some((Out, Privilege)), Some((Privilege, Privilege)), Some((Out, Tampering))]);
    assert_eq!(host.moves, [vec![], vec![Move::Gained], vec![Move::Lost]]);
    let gone = &schemes.columns[2].removed;
    assert_eq!((gone.len(), schemes.columns[2].added.len()), (3, 0));
    assert!(gone.iter().all(|one| one.is_there), "all three are still in the third scheme");
}

#[test]
fn who_is_not_there_is_absent_and_not_out_of_reach() {
    let imaging = compared(&all_of(IMAGING));
    let firewall = row(&imaging, "edgeline", "report");
    assert_eq!(grades(firewall), [Some((Grade::Tampering, Grade::Privilege)), None]);
    assert_eq!(firewall.moves[1], [Move::Lost]);
    assert!(firewall.differs() && !firewall.is_absent_somewhere());
    // The intruder of a service that the target has not read no access log: nothing is lost.
    let idle = row(&imaging, "adversary/intruder/waf", "access-log");
    assert_eq!(grades(idle), [Some((Grade::None, Grade::None)), None]);
    assert!(!idle.differs() && idle.is_absent_somewhere());
    let shown = text(&run(&["compare", "--lang", "en", IMAGING]).stdout);
    assert!(shown.contains("— absent") && shown.contains("absent here: Edgeline"), "{shown}");
    let json = printed(&["compare", "--format", "json", IMAGING]);
    let rows = json["rows"].as_array().expect("rows");
    let found = rows.iter().find(|row| row["actor"] == "edgeline" && row["data"] == "report").expect("a row");
    assert_eq!(found["answers"][1]["present"], false);
    assert!(found["answers"][1].get("past").is_none(), "no grade is given to who is not there");
}

/// What changed between the first column and another is what `diff` says, list by list.
#[test]
fn each_column_differs_from_the_first_as_diff_says() {
    let mut models: Vec<Vec<(Model, Dossier)>> =
        [MATRIX, IMAGING, "models/ehealth/secure-messaging.yaml", "models/systems/doctolib-tanker.yaml"]
            .map(all_of)
            .into();
    models.push(audited(SCHEMES.map(model).into()));
    let mut seen = 0;
    for all in &models {
        let comparison = compared(all);
        for at in 1..all.len() {
            let side = |at: usize| Side { model: &all[at].0, dossier: &all[at].1 };
            let found = diff(side(0), side(at));
            let lists = [
                (Move::Gained, &found.gained),
                (Move::Lost, &found.lost),
                (Move::Meant, &found.meant),
                (Move::Opened, &found.undetermined),
                (Move::Closed, &found.determined),
            ];
            for (wanted, list) in lists {
                let mut told: Vec<(String, String)> = list.iter().map(name).collect();
                let rows = comparison.rows.iter().filter(|row| row.moves[at].contains(&wanted));
                let mut shown: Vec<(String, String)> =
                    rows.clone().map(|row| (row.actor.clone(), row.data.clone())).collect();
                assert!(rows.clone().all(Row::differs), "what moves is shown");
                told.sort();
                shown.sort();
                seen += shown.len();
                assert_eq!(told, shown, "{wanted:?}, column {at} of {}", all[0].1.audit.file);
            }
            let column = &comparison.columns[at];
            let readers = |at: usize| readers_by_privilege(&all[at].1.audit).len();
            assert_eq!(column.readers[0].len(), readers(at));
        }
        assert!(comparison.columns[0].added.is_empty() && comparison.columns[0].removed.is_empty());
    }
    assert!(seen > 150, "only {seen} changes");
}

fn name(cell: &CellChange) -> (String, String) {
    (cell.actor.clone(), cell.data.clone())
}

fn printed(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_slice(&run(arguments).stdout).expect("the result is JSON")
}

#[test]
fn a_model_and_itself_differ_in_no_row() {
    let shown = text(&run(&["compare", "--lang", "en", SCHEMES[0], SCHEMES[0]]).stdout);
    assert!(shown.contains("No answer differs") && !shown.contains('▲'), "{shown}");
    let json = printed(&["compare", "--format", "json", SCHEMES[0], SCHEMES[0]]);
    assert!(json["rows"].as_array().is_some_and(|rows| rows.iter().all(|row| row["differs"] == false)));
}

#[test]
fn all_rows_are_shown_on_request() {
    let shown = |all: &[&str]| text(&run(&[&["compare", "--lang", "en", MATRIX], all].concat()).stdout);
    let (few, all) = (shown(&[]), shown(&["--all"]));
    assert!(!few.contains("Homeserver operator – Room members") && few.contains("25 rows alike"), "{few}");
    assert!(all.lines().count() > few.lines().count() && !all.contains("rows alike"));
    assert!(all.contains("(intended)") && all.contains("(intended): an intended reader of these data."), "{all}");
}

#[test]
fn every_format_is_in_both_languages_and_fits() {
    let all: [Vec<Dossier>; 3] = [all_of(MATRIX), all_of(IMAGING), audited(SCHEMES.map(model).into())]
        .map(|models| models.into_iter().map(|(_, dossier)| dossier).collect());
    for dossiers in &all {
        let audits: Vec<&Audit> = dossiers.iter().map(|dossier| &dossier.audit).collect();
        for (lang, title) in [(Lang::Fr, "Côte à côte"), (Lang::En, "Side by side")] {
            let written = |comparison: &Comparison| {
                let sheet = Sheet { comparison, dossiers, all: false };
                let look = Look { lang, style: Style::Plain };
                (human(&sheet, look), markdown(&sheet, lang), json(&sheet, lang).expect("it is written"))
            };
            let (human, markdown, json) = written(&Comparison::new(&audits));
            assert!(human.starts_with(title), "{human}");
            assert!(human.lines().all(|line| line.chars().count() <= 80), "{human}");
            assert!(markdown.starts_with(&format!("## {title}\n")) && markdown.contains("|---|---|"), "{markdown}");
            assert!(!human.contains("≥ 0") && !markdown.contains("≥ 0"), "a number not told is not 0: {human}");
            let again = written(&Comparison::new(&audits));
            assert_eq!((human, markdown, json), again, "the same input gives the same bytes");
        }
    }
}

/// The first line counts as `check` does; a claim says which data it is tested on.
#[test]
fn readers_are_those_of_check_and_claims_say_their_data() {
    let dossiers: Vec<Dossier> = all_of(IMAGING).into_iter().map(|(_, dossier)| dossier).collect();
    let audits: Vec<&Audit> = dossiers.iter().map(|dossier| &dossier.audit).collect();
    let comparison = Comparison::new(&audits);
    let sheet = Sheet { comparison: &comparison, dossiers: &dossiers, all: false };
    let count = |at: usize| Summary::new(audits[at]).answer.privilege.len();
    assert!(count(1) < comparison.columns[1].readers[0].len(), "somebody reads metadata alone");
    let shown = markdown(&sheet, Lang::En);
    let row = format!("| Read by privilege without being meant to, health data | {} | {} |", count(0), count(1));
    assert!(shown.contains(&row), "{row}: {shown}");
    assert!(shown.contains("”, for Exam images only | refuted | holds, except by tampering |"), "{shown}");
    let french = markdown(&sheet, Lang::Fr).replace('\u{a0}', " ");
    assert!(french.contains(" », pour Images d’examen seulement | réfutée |"));
    let found: serde_json::Value =
        serde_json::from_str(&json(&sheet, Lang::En).expect("it is written")).expect("the result is JSON");
    assert_eq!(found["claims"][0]["data"], serde_json::json!(["exam"]));
    let counted = &found["columns"][1]["unintended_readers_by_privilege"];
    assert_eq!(
        (&counted["headline"], &counted["all"]),
        (&count(1).into(), &comparison.columns[1].readers[0].len().into())
    );
}

#[test]
fn what_is_printed_is_kept() {
    assert_snapshot!("compare-matrix-fr", told(&["compare", "--lang", "fr", MATRIX]));
    assert_snapshot!("compare-schemes-en", told(&[&["compare", "--lang", "en"], &SCHEMES[..]].concat()));
    let target = format!("{IMAGING}#target");
    assert_snapshot!(
        "compare-imaging-markdown-fr",
        told(&["compare", "--format", "markdown", "--lang", "fr", IMAGING, &target])
    );
    assert_snapshot!(
        "compare-schemes-json",
        told(&["compare", "--format", "json", "--lang", "en", SCHEMES[0], SCHEMES[1]])
    );
    for lang in ["fr", "en"] {
        assert_snapshot!(format!("help-compare-{lang}"), told(&["compare", "--help", "--lang", lang]));
    }
}

#[test]
fn a_model_alone_and_a_mistake_are_told() {
    assert_snapshot!("compare-alone-fr", told(&["compare", "--lang", "fr", SCHEMES[0]]));
    assert_snapshot!("compare-alone-en", told(&["compare", "--lang", "en", "models/systems/matrix.yaml#clear-room"]));
    assert_eq!(code(&["compare", MATRIX, "#nowhere"]), Some(2));
    assert_eq!(code(&["compare", MATRIX, "#clear-room", "#verified-only"]), Some(0));
    assert_eq!(code(&["compare"]), Some(2));
    let none = run(&["compare", "none-1.yaml", MATRIX, "none-2.yaml"]);
    assert_eq!(none.status.code(), Some(2));
    let said = text(&none.stderr);
    assert!(said.contains("none-1.yaml") && said.contains("none-2.yaml"), "both are told: {said}");
}

#[test]
fn what_fails_is_told_with_its_column() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("model.yaml");
    let plain = std::fs::read_to_string(SCHEMES[0]).expect("the model can be read");
    let wrong = plain.replacen("expect:\n", "expect:\n  - { actor: hebergeur, data: hello, past: breach }\n", 1);
    assert_ne!(wrong, plain);
    std::fs::write(&path, wrong).expect("the model can be written");
    let path = path.to_string_lossy().into_owned();
    let shown = run(&["compare", "--lang", "en", SCHEMES[0], &path]);
    assert_eq!(shown.status.code(), Some(0), "a comparison finds nothing wrong by itself");
    let shown = text(&shown.stdout);
    assert!(shown.contains("2. model – hebergeur, hello: past: expected breach, found none"), "{shown}");
}

#[test]
fn hostile_names_stay_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("model.yaml");
    let plain = std::fs::read_to_string(SCHEMES[0]).expect("the model can be read");
    let name = "<script>alert(1)</script> @all #1 [a](http://b.example) | **d**";
    let organisation = format!("organisations:\n  zz: {{ label: \"{name}\", country: FR, owned_by: none }}\n");
    let hostile = plain.replacen("organisations:\n", &organisation, 1);
    assert_ne!(hostile, plain);
    std::fs::write(&path, hostile).expect("the model can be written");
    let path = path.to_string_lossy().into_owned();
    let shown = run(&["compare", "--all", "--format", "markdown", "--lang", "fr", &path, SCHEMES[1]]);
    let shown = text(&shown.stdout);
    assert!(shown.contains("&lt;script&gt;") && !shown.contains("<script"), "{shown}");
    assert!(!shown.contains("@all") && !shown.contains("http://"), "{shown}");
}
