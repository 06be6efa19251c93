//! Reading a model: from bytes to a validated model, or to all of its mistakes.

use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::actors::{Admin, Organisation, OrganisationEntry, People};
use super::backend::{Backend, Hosting};
use super::clients::Client;
use super::data::Data;
use super::keys::{Account, EndToEnd, Key};
use super::links::Link;
use super::parts::{Architecture, Statements};
use super::shape::{Brief, Date, Id, Label, Many, Maybe, Section};
use super::statements::{Adversaries, Certificate, Claim, Expectation, OrderWord};
use super::storage::{Backup, Storage};
use super::{checks, sound, walk};
use crate::source::{Diagnostic, Diagnostics, Limits, Node, Route, Segment, SourceFile, Tree};
use crate::text::Lang;
use crate::text::problem::{Foreign, Problem, Unread};

/// An architecture, and what is said about it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// The version of the language: 1.
    #[schemars(range(min = 1, max = 1))]
    pub enclair: u8,
    /// What is described, and by whom.
    pub system: System,
    /// Organisations: vendor, host, suppliers, owners.
    pub organisations: Section<OrganisationEntry>,
    /// People who use the system.
    pub people: Section<People>,
    /// Data assets and who is meant to read them.
    pub data: Section<Data>,
    /// Applications in people's hands.
    pub clients: Section<Client>,
    /// Machines, clouds, data centres.
    #[serde(default)]
    pub hosting: Section<Brief<Hosting>>,
    /// Services.
    pub backend: Section<Backend>,
    /// Databases, object stores, files.
    pub storage: Section<Storage>,
    /// Copies of storages. Absent: a question.
    pub backups: Option<Section<Backup>>,
    /// Keys and where they are kept.
    #[serde(default)]
    pub keys: Section<Brief<Key>>,
    /// How people sign in.
    #[serde(default)]
    pub accounts: Section<Account>,
    /// What goes from where to where.
    pub links: Vec<Link>,
    /// Encryption from end to end. Absent: none.
    #[serde(default)]
    pub end_to_end: Vec<EndToEnd>,
    /// People with rights on components.
    pub admins: Section<Admin>,
    /// What the authorities of each country can compel, by country code. Default: produce and intercept.
    #[serde(default)]
    pub jurisdictions: Countries,
    /// Built-in adversaries switched off or on.
    #[serde(default)]
    pub adversaries: Adversaries,
    /// What the vendor says.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// Answers that must come out.
    #[serde(default)]
    pub expect: Vec<Expectation>,
}

/// What authorities can compel, by country code.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Countries(pub IndexMap<String, Maybe<Many<OrderWord>>>);

impl JsonSchema for Countries {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Countries".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let orders = generator.subschema_for::<Maybe<Many<OrderWord>>>();
        let names = super::shape::COUNTRY_PATTERN;
        schemars::json_schema!({ "type": "object", "propertyNames": { "pattern": names }, "additionalProperties": orders })
    }
}

/// What is described.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// The system's name.
    pub name: Label,
    /// The organisation that publishes it, and administers what nobody else does.
    pub vendor: Id,
    /// The date of the description.
    pub date: Option<Date>,
    /// The language of its reports.
    pub language: Option<Language>,
}

/// A language of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Fr => Self::Fr,
            Language::En => Self::En,
        }
    }
}

/// A validated model.
#[derive(Debug, Clone)]
pub struct Model {
    /// What bears on an answer.
    pub architecture: Architecture,
    /// What is said about it.
    pub statements: Statements,
    /// The file it was read from.
    pub file: SourceFile,
    /// The tree of the file, for places.
    pub tree: Tree,
}

impl Model {
    /// Line and column, from 1, of a value of the model.
    pub fn position(&self, route: &Route) -> (usize, usize) {
        self.file.position(self.tree.span(route).start)
    }
}

/// Reads the text of a model from a path.
///
/// # Errors
/// One diagnostic: the file is missing, too large, unreadable or not UTF-8.
pub fn read(path: &Path, name: &str, limits: &Limits) -> Result<SourceFile, Diagnostics> {
    let fail = |problem: Problem| {
        let file = SourceFile::new(name, String::new());
        Diagnostics::new(file, vec![Diagnostic::new(problem, 0..0)], 1)
    };
    let unreadable = |error: Error| fail(Problem::Unreadable { why: unread(&error) });
    let mut bytes = Vec::new();
    let mut take = |source: &mut dyn Read| source.take(limits.bytes + 1).read_to_end(&mut bytes);
    if path == Path::new("-") {
        take(&mut std::io::stdin().lock()).map_err(unreadable)?;
    } else {
        take(&mut std::fs::File::open(path).map_err(unreadable)?).map_err(unreadable)?;
    }
    if bytes.len() as u64 > limits.bytes {
        return Err(fail(Problem::TooLarge { limit: limits.bytes }));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let file = SourceFile::new(name, String::from_utf8_lossy(error.as_bytes()).into_owned());
        Diagnostics::new(file, vec![Diagnostic::new(Problem::NotUtf8, at..at + '\u{fffd}'.len_utf8())], 1)
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(SourceFile::new(name, text))
}

fn unread(error: &Error) -> Unread {
    match error.kind() {
        ErrorKind::NotFound => Unread::Missing,
        ErrorKind::PermissionDenied => Unread::Forbidden,
        ErrorKind::IsADirectory => Unread::Directory,
        _ => Unread::Other(error.to_string()),
    }
}

/// Makes a validated model of a file's text.
///
/// # Errors
/// Every mistake that can be told apart: structural ones, and in the parts that are sound, names
/// and combinations.
pub fn load(file: SourceFile, limits: &Limits) -> Result<Model, Diagnostics> {
    let (tree, mut problems) = match Tree::parse(&file.text, limits) {
        Ok(read) => read,
        Err(problems) => return Err(Diagnostics::new(file, problems, limits.problems)),
    };
    problems.extend(walk::walk(&tree.root));
    let (sound, ghosts) = sound::part(&tree, &problems);
    match typed(&sound) {
        Ok(parsed) => {
            let (architecture, statements) = split(parsed);
            // Places are those of the sound part: what is left out would shift the numbers of elements.
            let part = Tree { root: sound, dropped: Vec::new() };
            problems.extend(checks::check(&architecture, &statements, &part, &ghosts));
            if problems.is_empty() {
                return Ok(Model { architecture, statements, file, tree });
            }
        }
        Err(refused) if problems.is_empty() => {
            let problem = Problem::NotInLanguage { what: Foreign::Value };
            problems.push(Diagnostic::new(problem, tree.span(&refused)));
        }
        // Something essential is missing, and the walk has said so.
        Err(_) => {}
    }
    Err(Diagnostics::new(file, problems, limits.problems))
}

/// Reads a tree into types. They made the schema that the tree was checked against, so that a
/// refusal is not expected: it is told all the same, without the words of the reader.
fn typed(root: &Node) -> Result<ModelFile, Route> {
    serde_path_to_error::deserialize(root.to_yaml()).map_err(|error| {
        let route = error.path().iter().filter_map(|segment| match segment {
            serde_path_to_error::Segment::Map { key } => Some(Segment::Key(key.clone())),
            serde_path_to_error::Segment::Seq { index } => Some(Segment::Index(*index)),
            _ => None,
        });
        Route(route.collect())
    })
}

/// Sets certificates apart from what bears on an answer.
fn split(parsed: ModelFile) -> (Architecture, Statements) {
    let mut certificates = IndexMap::new();
    let mut organisations = IndexMap::new();
    for (name, entry) in parsed.organisations.0 {
        if let Some(activities) = entry.hds {
            let activities = activities.0;
            let until = entry.hds_until;
            certificates.insert(name.clone(), Certificate { activities, until });
        }
        let country = match entry.country {
            Maybe::Is(countries) => Maybe::Is(countries.0.into_iter().map(|country| country.0).collect()),
            Maybe::Unknown => Maybe::Unknown,
        };
        let organisation = Organisation {
            label: entry.label,
            evidence: entry.evidence,
            role: entry.role,
            country,
            owned_by: entry.owned_by,
            count: entry.count,
        };
        organisations.insert(name, organisation);
    }
    let architecture = Architecture {
        vendor: parsed.system.vendor.0.clone(),
        organisations,
        people: parsed.people,
        data: parsed.data,
        clients: parsed.clients,
        hosting: parsed.hosting,
        backend: parsed.backend,
        storage: parsed.storage,
        backups: parsed.backups,
        keys: parsed.keys,
        accounts: parsed.accounts,
        links: parsed.links,
        end_to_end: parsed.end_to_end,
        admins: parsed.admins,
        jurisdictions: parsed.jurisdictions.0,
        adversaries: parsed.adversaries,
    };
    let statements = Statements { system: parsed.system, certificates, claims: parsed.claims, expect: parsed.expect };
    (architecture, statements)
}
