//! The READMEs and the pages on the method: what they show is what the tool prints.
//!
//! Between `<!-- name -->` and `<!-- /name -->` stands what a run prints. To write it again:
//! `ENCLAIR_UPDATE=1 cargo test --test readme`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use assert_cmd::Command;
use enclair::audit::{Audit, Verdict};
use enclair::compare::Dossier;
use enclair::kernel::Grade;
use enclair::model::{load, read};
use enclair::report::ladder;
use enclair::source::Limits;
use enclair::text::labels::capitalised;
use enclair::text::ladder::RungText;
use enclair::text::rules::GradeText;
use enclair::text::{Lang, human, report, typeset};

/// The pages, with what each shows.
const PAGES: [(&str, Lang, &[Block]); 4] = [
    ("README.md", Lang::En, &[Block::Answer, Block::Schemes, Block::Refuted, Block::Mistake, Block::Grades]),
    ("README.fr.md", Lang::Fr, &[Block::Answer, Block::Schemes, Block::Refuted, Block::Mistake, Block::Grades]),
    ("docs/method.md", Lang::En, &[Block::Grades, Block::Rules]),
    ("docs/method.fr.md", Lang::Fr, &[Block::Grades, Block::Rules]),
];

/// The models of the article's three schemes.
const SCHEMES: [&str; 3] =
    ["models/article-1-transit.yaml", "models/article-2-at-rest.yaml", "models/article-3-end-to-end.yaml"];

/// The actors of the table of schemes; what they read is for the tool to say.
const ACTORS: [&str; 9] = [
    "user-1",
    "user-2",
    "hebergeur",
    "infogereur",
    "administrateur",
    "editeur",
    "adversary/intruder/backend",
    "adversary/thief/stockage",
    "adversary/network-observer",
];

/// What no page says: words that praise, and words that conclude in place of those who answer for the system.
const UNSAID: [&str; 10] = [
    "compliant",
    "conforme",
    "zero-knowledge",
    "best practice",
    "inviolable",
    "unbreakable",
    "military",
    "militaire",
    "robust",
    "sécurisé",
];

/// Something that a run prints.
#[derive(Clone, Copy)]
enum Block {
    Answer,
    Schemes,
    Refuted,
    Mistake,
    Grades,
    Rules,
}

impl Block {
    const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Schemes => "schemes",
            Self::Refuted => "refuted",
            Self::Mistake => "mistake",
            Self::Grades => "grades",
            Self::Rules => "rules",
        }
    }

    fn text(self, lang: Lang) -> String {
        match self {
            Self::Answer => answer(lang),
            Self::Schemes => schemes(lang),
            Self::Refuted => refuted(lang),
            Self::Mistake => mistake(lang),
            Self::Grades => grades(lang),
            Self::Rules => rules(lang),
        }
    }
}

/// A folder with models, and a copy of one of them with a mistake in it. It is made anew at each run.
static DESK: LazyLock<PathBuf> = LazyLock::new(|| {
    let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    if desk.exists() {
        std::fs::remove_dir_all(&desk).expect("the folder of the last run can go");
    }
    // Two architectures are enough of a folder.
    for (folder, few) in [("models", usize::MAX), ("models/ehealth", 2)] {
        std::fs::create_dir_all(desk.join(folder)).expect("a folder can be made");
        let entries = std::fs::read_dir(folder).expect("models can be read").flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        files.sort();
        for file in files.into_iter().take(few) {
            std::fs::copy(&file, desk.join(&file)).expect("a model is copied");
        }
    }
    let right = page(SCHEMES[2]);
    let wrong = right.replacen("used_by: backend", "used_by: bakend", 1);
    assert_ne!(right, wrong, "no mistake was made");
    std::fs::write(desk.join("model.yaml"), wrong).expect("the mistake is written");
    desk
});

fn page(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// Runs the tool as a reader of this language would.
fn run(words: &[&str], lang: Lang) -> Output {
    let mut command = Command::cargo_bin("enclair").expect("the binary is built");
    let command = command.env_clear().env("LANG", lang.pick("fr_FR.UTF-8", "en_GB.UTF-8"));
    command.current_dir(DESK.as_path()).args(words).output().expect("the binary runs")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("output is UTF-8")
}

/// A command as a reader types it: what the model says in French needs an option to be told in English.
fn spoken(command: &str, lang: Lang) -> String {
    lang.pick(command.to_owned(), format!("{command} --lang en"))
}

fn printed(command: &str, lang: Lang) -> String {
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    text(run(&words, lang).stdout)
}

fn console(command: &str, shown: &str) -> String {
    format!("```console\n$ {command}\n{}\n```", shown.trim_end())
}

/// The first and the last words of `report`.
fn answer(lang: Lang) -> String {
    let shown = printed(&spoken("enclair report models/teleconsultation.yaml", lang), lang);
    let parts: Vec<&str> = shown.trim_end().split("\n\n").collect();
    let [title, headline, .., written] = parts.as_slice() else { panic!("unexpected report:\n{shown}") };
    format!("```text\n{title}\n\n{headline}\n…\n{written}\n```")
}

fn audit(path: &str) -> Audit {
    dossier(path).audit
}

fn dossier(path: &str) -> Dossier {
    let limits = Limits::default();
    let file = read(Path::new(path), path, &limits);
    let model = file.and_then(|file| load(file, &limits)).expect("the model loads");
    Dossier::new(&model).expect("the model is audited")
}

/// Who reads the message of the article, scheme by scheme, and what becomes of its claim.
fn schemes(lang: Lang) -> String {
    let audits = SCHEMES.map(audit);
    let mut table = format!("| {} |", lang.pick("« Hello »", "“Hello”"));
    for rung in [RungText::Transit, RungText::AtRest, RungText::EndToEnd] {
        let _ = write!(table, " {} |", rung.name(lang));
    }
    table += "\n|---|---|---|---|\n";
    for id in ACTORS {
        let found = audits.iter().flat_map(|audit| &audit.actors).find(|actor| actor.id == id);
        let label = found.unwrap_or_else(|| panic!("no scheme has {id}")).label.get(lang);
        let _ = write!(table, "| {} |", capitalised(label));
        for audit in &audits {
            let verdict = audit.verdicts.iter().find(|verdict| audit.actors[verdict.actor].id == id);
            let _ = write!(table, " {} |", verdict.map_or(String::new(), |verdict| cell(verdict, lang)));
        }
        table.push('\n');
    }
    let claim = lang.pick(
        "*affirmation : « accessibles uniquement par l’expéditeur et le destinataire final »*",
        "*claim: “accessible only to the sender and the final recipient”*",
    );
    let _ = write!(table, "| {claim} |");
    for audit in &audits {
        let _ = write!(table, " *{}* |", report::claim_verdict(audit.claims[0].verdict.id(), lang));
    }
    format!("{}\n\n{}", typeset(&table, lang), steps(lang))
}

/// What each encryption buys on the article's system, as `report` says.
fn steps(lang: Lang) -> String {
    let dossier = dossier(SCHEMES[1]);
    let told = dossier.ladder.rungs.iter().filter_map(|rung| ladder::step(rung, &dossier.audit, lang));
    told.map(|text| format!("- {text}")).collect::<Vec<_>>().join("\n")
}

/// What is kept, then what passes from now on when it differs.
fn cell(verdict: &Verdict, lang: Lang) -> String {
    let word = |grade: Grade| {
        let at = Grade::PUBLIC.iter().position(|one| *one == grade.public()).expect("a grade is public");
        human::short_grade(report::grade(at), lang)
    };
    let (past, new) = (word(verdict.past), word(verdict.new));
    if past == new { past.to_owned() } else { format!("{past} → {new}") }
}

/// A refuted claim with the end of its path: the first two places shown, and the last.
fn refuted(lang: Lang) -> String {
    let command = spoken("enclair check models/teleconsultation.yaml", lang);
    let shown = printed(&command, lang);
    let code = "[claim-refuted]";
    let start = shown.lines().position(|line| line.contains(code)).expect("a claim is refuted");
    let lines: Vec<&str> = shown.lines().skip(start).take_while(|line| !line.is_empty()).collect();
    let parts: Vec<&[&str]> = lines.split(|line| *line == "...").collect();
    let kept = match parts.as_slice() {
        [first, second, .., last] => [first.join("\n"), second.join("\n"), last.join("\n")].join("\n...\n"),
        _ => lines.join("\n"),
    };
    console(&command, &kept)
}

fn mistake(lang: Lang) -> String {
    let command = spoken("enclair check model.yaml", lang);
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let output = run(&words, lang);
    assert_eq!(output.status.code(), Some(2));
    console(&command, &text(output.stderr))
}

fn grades(lang: Lang) -> String {
    let mut table = lang
        .pick("| degré | dans un modèle | ce qu’il faut |\n", "| grade | in a model | what it takes |\n")
        .to_owned();
    table += "|---|---|---|\n";
    for (grade, word) in Grade::PUBLIC.into_iter().zip(GradeText::ALL) {
        let _ = writeln!(table, "| {} | `{}` | {} |", word.name(lang), grade.id(), word.meaning(lang));
    }
    typeset(table.trim_end(), lang)
}

/// The clauses, then the note on how they read.
fn rules(lang: Lang) -> String {
    let shown = printed(&format!("enclair rules --lang {lang}"), lang);
    // The catalogue of findings stands after the rules of the method, and is for the tool to show.
    let catalogue = format!("\n{}\n", enclair::text::finding::catalogue(lang));
    let shown = shown.split_once(&catalogue).expect("the catalogue comes after the rules").0.to_owned();
    let (clauses, note) = shown.trim_end().rsplit_once("\n\n").expect("a note follows the clauses");
    format!("```text\n{clauses}\n```\n\n{note}")
}

/// The page with a block in its place.
fn with_block(page: &str, name: &str, text: &str) -> Option<String> {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = page.split_once(&open)?;
    let (_, after) = rest.split_once(&close)?;
    Some(format!("{before}{open}{text}\n{close}{after}"))
}

#[test]
fn blocks_are_what_the_tool_prints() {
    let update = std::env::var_os("ENCLAIR_UPDATE").is_some();
    for (path, lang, blocks) in PAGES {
        let committed = page(path);
        let mut now = committed.clone();
        for block in blocks {
            now = with_block(&now, block.name(), &block.text(lang))
                .unwrap_or_else(|| panic!("{path} has no place for {}", block.name()));
        }
        if update {
            std::fs::write(path, &now).expect("the page can be written");
        } else {
            assert_eq!(committed, now, "{path}: see the top of tests/readme.rs");
        }
    }
}

/// A command of a page, without comment nor what it is piped into; and whether it stands in a block of its own.
fn commands(page: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let mut fenced = false;
    for line in page.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let spans: Vec<&str> = if fenced { vec![line] } else { line.split('`').skip(1).step_by(2).collect() };
        for span in spans {
            let span = span.strip_prefix("$ ").unwrap_or(span);
            let span = span.split(" #").next().and_then(|span| span.split(" | ").next()).unwrap_or_default().trim_end();
            let command = span.strip_prefix("enclair ").or_else(|| span.strip_prefix("cargo run --release -- "));
            found.extend(command.map(|command| (command.to_owned(), fenced)));
        }
    }
    found
}

#[test]
fn commands_name_what_exists() {
    let help = |words: &[&str]| text(run(words, Lang::En).stdout);
    let root = help(&["--help"]);
    let subcommands: Vec<&str> = root.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    for (path, lang, _) in PAGES {
        let commands = commands(&page(path));
        assert!(!commands.is_empty(), "{path} has no command");
        for (command, fenced) in commands {
            let words: Vec<&str> = command.split_whitespace().collect();
            let own = words.iter().find(|word| subcommands.contains(word) && !word.starts_with('-'));
            assert!(own.is_some() || words[0].starts_with('-'), "{path}: `enclair {command}` is no command");
            let known = own.map_or_else(|| root.clone(), |own| help(&[own, "--help"]));
            for flag in words.iter().filter(|word| word.starts_with('-') && word.len() > 1) {
                assert!(known.split([' ', ',', '\n']).any(|word| word == *flag), "{path}: `{flag}` of `{command}`");
            }
            for file in words.iter().filter(|word| word.starts_with("models/") || word.contains(".yaml")) {
                assert!(DESK.join(file).exists(), "{path}: no {file}");
            }
            if fenced {
                let code = run(&words, lang).status.code();
                let wrong = words.contains(&"model.yaml");
                assert!(
                    if wrong { code == Some(2) } else { matches!(code, Some(0 | 1)) },
                    "{path}: {command}: {code:?}"
                );
            }
        }
    }
}

#[test]
fn numbers_are_those_of_the_project() {
    let manifest = page("Cargo.toml");
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version = ")).expect("Cargo.toml says it");
    let needed = format!("Rust {}", line.trim_matches('"'));
    let wrong = page("docs/mutants.md").lines().filter(|line| line.starts_with("| `")).count();
    for (path, lang, _) in PAGES {
        let shown = page(path);
        let versions: Vec<usize> = shown.match_indices("Rust 1.").map(|(at, _)| at).collect();
        assert!(versions.iter().all(|at| shown[*at..].starts_with(&needed)), "{path} does not ask for {needed}");
        assert!(!path.starts_with("README") || !versions.is_empty(), "{path} does not say {needed}");
        let said = lang.pick(format!("{wrong} règles fausses"), format!("{wrong} wrong rules"));
        assert!(shown.contains(&said), "{path} does not say {said}");
    }
}

#[test]
fn links_lead_somewhere() {
    for path in PAGES.iter().map(|page| page.0).chain(["CONTRIBUTING.md", "CHANGELOG.md"]) {
        let folder = Path::new(path).parent().map(PathBuf::from).unwrap_or_default();
        let shown = page(path);
        let targets = shown.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for target in targets.filter(|target| !target.is_empty() && !target.contains("://")) {
            assert!(folder.join(target).exists(), "{path}: {target} does not exist");
        }
    }
}

#[test]
fn words_are_measured() {
    for (path, lang, _) in PAGES {
        let shown = page(path);
        let prose: String = shown.split("```").step_by(2).flat_map(|part| part.split('`').step_by(2)).collect();
        for word in UNSAID {
            assert!(!prose.to_lowercase().contains(word), "{path} says {word}");
        }
        // In French, no line may break before tall punctuation nor inside quotation marks.
        for loose in [" :", " ;", " ?", " !", "« ", " »", " %"].iter().filter(|_| lang == Lang::Fr) {
            assert!(!prose.contains(loose), "{path}: an ordinary space in `{loose}`");
        }
    }
}
