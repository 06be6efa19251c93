//! Every first model loads, whatever is answered, and keeps the names that were given.

use std::io::Cursor;

use proptest::prelude::*;

use super::answers::{self, Answers, Known};
use super::ask::{Asker, Stop};
use super::{Given, answered, write};
use crate::audit::audit;
use crate::model::{Model, load};
use crate::source::{Limits, SourceFile, Style};
use crate::text::Lang;

const KNOWN: [Known; 3] = [Known::Yes, Known::No, Known::Unknown];

fn loaded(text: &str) -> Model {
    let file = SourceFile::new("model.yaml", text.to_owned());
    load(file, &Limits::default()).unwrap_or_else(|all| panic!("{}\n{text}", all.render(Lang::En, Style::Plain)))
}

fn some() -> Answers {
    Given::default().with_defaults(Lang::Fr)
}

/// Every combination of answers; names are those of the vendor, of others, or unknown.
fn combinations() -> Vec<Answers> {
    let mut all = vec![some(), Given::default().with_defaults(Lang::En)];
    let vary = |all: Vec<Answers>, change: &dyn Fn(&mut Answers, usize), ways: usize| -> Vec<Answers> {
        let one = |answers: &Answers, way: usize| {
            let mut answers = answers.clone();
            change(&mut answers, way);
            answers
        };
        all.iter().flat_map(|answers| (0..ways).map(move |way| one(answers, way))).collect()
    };
    let name = |vendor: &str, way: usize| match way {
        0 => None,
        1 => Some(vendor.to_owned()),
        _ => Some("Héber: \"geur\" # 1".to_owned()),
    };
    all = vary(all, &|answers, way| (answers.web, answers.mobile) = (way % 2 == 0, way / 2 == 0), 4);
    all = vary(all, &|answers, way| answers.host = name(&answers.vendor, way), 3);
    all = vary(all, &|answers, way| answers.admins = name(&answers.vendor, way), 3);
    all = vary(all, &|answers, way| answers.tls = KNOWN[way], 3);
    all = vary(all, &|answers, way| answers.at_rest = KNOWN[way], 3);
    all = vary(all, &|answers, way| answers.backups = KNOWN[way], 3);
    vary(all, &|answers, way| answers.end_to_end = KNOWN[way], 3)
}

#[test]
fn every_combination_loads_and_one_in_forty_is_audited() {
    let all = combinations();
    assert_eq!(all.len(), 2 * 4 * 3 * 3 * 81);
    for (at, answers) in all.iter().enumerate() {
        let model = loaded(&write::model(answers));
        if at % 41 == 0 {
            let audit = audit(&model).unwrap_or_else(|error| panic!("{error}: {answers:?}"));
            assert!(audit.unreached.is_empty() || !(answers.web || answers.mobile), "{answers:?}");
        }
    }
}

#[test]
fn what_is_not_known_is_written_unknown() {
    let text = write::model(&some());
    for said in ["country: unknown", "at_rest: unknown", "tls: unknown", "mfa: unknown", "Hébergeur inconnu"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(loaded(&text).architecture.backups.is_none());
    let yes = Answers { at_rest: Known::Yes, tls: Known::Yes, backups: Known::No, ..some() };
    let text = write::model(&yes);
    assert!(text.contains("scope: volume") && text.contains("tls: \"1.3\"") && text.contains("backups: {}"), "{text}");
}

#[test]
fn one_organisation_may_do_everything() {
    let answers = Answers { host: Some("éditeur".to_owned()), ..some() };
    assert_eq!(loaded(&write::model(&answers)).architecture.organisations.len(), 1);
}

#[test]
fn the_language_server_is_told_of_the_schema_first() {
    assert_eq!(write::model(&some()).lines().next(), Some("# yaml-language-server: $schema=./enclair.schema.json"));
}

#[test]
fn hidden_characters_are_refused_and_words_of_the_language_are_not_names() {
    for bad in ["a\u{202e}b", "a\u{200b}", "a\nb", "\u{1b}[A", "", "  ", "\u{fffe}", &"x".repeat(101)] {
        assert!(answers::name(bad, Lang::En).is_err(), "{bad:?}");
    }
    for odd in ["No", "none", "Unknown", "true", "42", "2026-01-31", "1e3", "—", "日本", "null", "-x", "unknown owner"]
    {
        let names = Answers { vendor: odd.to_owned(), users: vec![odd.to_owned(); 2], ..some() };
        let names =
            Answers { admins: Some(odd.to_owned()), host: Some(format!("{odd} 2")), name: odd.to_owned(), ..names };
        let model = loaded(&write::model(&names));
        let vendor = &model.architecture.organisations[&model.architecture.vendor];
        assert_eq!(vendor.label.as_ref().map(|label| label.get(Lang::Fr).to_owned()).as_deref(), Some(odd));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever a name is made of, it is refused, or kept as it is.
    #[test]
    fn names_are_kept_whatever_they_are_made_of(
        name in "\\PC{0,24}|[-\"'#:{}\\[\\]&*!|>%@`,\\\\ a-zé]{0,24}",
        other in any::<String>(),
    ) {
        let (Ok(name), Ok(other)) = (answers::name(&name, Lang::Fr), answers::name(&other, Lang::Fr)) else {
            return Ok(());
        };
        let users = vec![name.clone(), other.clone()];
        let answers = Answers { name: name.clone(), vendor: other.clone(), users, host: Some(name.clone()), ..some() };
        let model = loaded(&write::model(&answers));
        let one_line = |text: &str| text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(model.statements.system.name.get(Lang::Fr), one_line(&name));
        let vendor = &model.architecture.organisations[&model.architecture.vendor];
        prop_assert_eq!(vendor.label.as_ref().map(|label| label.get(Lang::Fr).to_owned()), Some(one_line(&other)));
    }
}

/// What answers give, and what was shown to whoever typed them.
fn typed(given: &Given, lines: &str) -> (Result<Answers, Stop>, String) {
    let mut input = Cursor::new(lines.as_bytes().to_vec());
    let mut out = Vec::new();
    let mut asker = Asker { input: &mut input, out: &mut out, lang: Lang::Fr };
    let answers = answered(given, &mut asker);
    (answers, String::from_utf8(out).expect("UTF-8"))
}

#[test]
fn empty_answers_keep_the_defaults() {
    let (answers, _) = typed(&Given::default(), &"\n".repeat(12));
    assert_eq!(format!("{:?}", answers.expect("answers")), format!("{:?}", some()));
}

#[test]
fn answers_are_read_in_words_and_asked_again_when_they_cannot_be() {
    let lines = "fr\nTéléconsultation\nÉditeur d’été\nPatients ; Médecins, Aidants\npeut-être\noui\nn\nje ne sais pas\nOui\n\
                 non\n?\nInfo\u{202e}géreur\nInfogéreur\no\n";
    let (answers, shown) = typed(&Given::default(), lines);
    let answers = answers.expect("answers");
    assert_eq!(answers.users, ["Patients", "Médecins", "Aidants"]);
    assert_eq!((answers.web, answers.mobile, answers.host.as_deref()), (true, false, None));
    assert_eq!((answers.tls, answers.at_rest, answers.backups), (Known::Yes, Known::No, Known::Unknown));
    assert_eq!((answers.admins.as_deref(), answers.end_to_end), (Some("Infogéreur"), Known::Yes));
    assert!(shown.contains("répondre oui ou non") && shown.contains("change le sens de lecture"), "{shown}");
    loaded(&write::model(&answers));
}

#[test]
fn what_options_say_is_not_asked_and_the_end_of_input_writes_nothing() {
    let given = Given { name: Some("X".to_owned()), lang: Some(Lang::En), mobile: true, ..Given::default() };
    let (answers, shown) = typed(&given, "");
    assert!(matches!(answers, Err(Stop::End)));
    assert!(!shown.contains("Nom du système") && !shown.contains("Langue"), "{shown}");
}
