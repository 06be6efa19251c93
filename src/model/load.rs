//! Reading a model: from bytes to a validated model, or to all of its mistakes.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::about::About;
use super::accept::Acceptance;
use super::actors::{Admin, Organisation, OrganisationEntry, People};
use super::backend::{Backend, Hosting};
use super::claims::Claim;
use super::clients::Client;
use super::data::Data;
use super::keys::{Account, EndToEnd, Key};
use super::links::Link;
use super::parts::{Architecture, Statements};
use super::read::Parts;
use super::shape::{Brief, Date, Id, Label, Many, Maybe, Section};
use super::silence::Absent;
use super::statements::{Adversaries, Certificate, Expectation, OrderWord};
use super::storage::{Backup, Storage};
use super::variants::{self, Overlay, Places};
use super::{checks, complete, include, sound, walk};
use crate::source::{Diagnostic, Diagnostics, Limits, Node, Position, Route, Segment, SourceFile, Sources, Tree};
use crate::text::problem::{Foreign, Problem, Unread};
use crate::text::{Both, Lang};

/// An architecture, and what is said about it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// The version of the language: 1.
    #[schemars(range(min = 1, max = 1))]
    pub enclair: u8,
    /// What is described, and by whom.
    pub system: System,
    /// The story of the model, and its sources.
    pub about: Option<About>,
    /// Files that hold other sections, by their paths from this one.
    #[serde(default)]
    pub include: Many<String>,
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
    /// What there is none of, among what is often forgotten. What is neither described nor listed here is a question.
    #[serde(default)]
    pub has_no: Many<Absent>,
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
    /// Findings that somebody accepts, with who answers for it, why, and until when.
    #[serde(default)]
    pub accept: Vec<Acceptance>,
    /// The same system otherwise: what each variant takes away, changes and adds.
    #[serde(default)]
    pub variants: Section<Overlay>,
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

/// A validated model, or one of its variants as a model of its own.
#[derive(Debug, Clone)]
pub struct Model {
    /// What bears on an answer.
    pub architecture: Architecture,
    /// What is said about it.
    pub statements: Statements,
    /// The files it was read from.
    pub sources: Sources,
    /// The tree of those files, for places.
    pub tree: Tree,
    /// Which variant it is, if it is one.
    pub variant: Option<Variant>,
    others: Vec<(Variant, Halves, Tree)>,
}

type Halves = (Architecture, Statements);

/// The name of a variant, and where it is written.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Its name in the model.
    pub id: String,
    /// The name shown.
    pub label: Both,
    places: Places,
}

impl Model {
    /// File, line and column of a value of the model.
    pub fn position(&self, route: &Route) -> Position {
        self.sources.position(self.tree.span(route).start)
    }

    /// The names of its variants, in the order of the file.
    pub fn variant_names(&self) -> Vec<String> {
        self.others.iter().map(|(variant, ..)| variant.id.clone()).collect()
    }

    /// Its variants, each as a model of its own, in the order of the file.
    pub fn variants(&self) -> impl Iterator<Item = Self> {
        self.others.iter().map(|(variant, (architecture, statements), tree)| Self {
            architecture: architecture.clone(),
            statements: statements.clone(),
            sources: self.sources.clone(),
            tree: tree.clone(),
            variant: Some(variant.clone()),
            others: Vec::new(),
        })
    }

    /// One of its variants, as a model of its own.
    pub fn variant(&self, id: &str) -> Option<Self> {
        let at = self.others.iter().position(|(variant, ..)| variant.id == id)?;
        self.variants().nth(at)
    }

    /// Mistakes found in it, on the lines of the variant if it is one.
    pub fn placed(&self, problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
        match &self.variant {
            None => problems,
            Some(variant) => problems.into_iter().map(|problem| variant.places.placed(problem)).collect(),
        }
    }

    /// Mistakes that this check finds in the model; and in its variants, each once.
    pub fn every(&self, check: impl Fn(&Self) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut all = check(self);
        let own = all.len();
        for variant in self.variants() {
            let found = check(&variant).into_iter();
            let new = found.filter(|one| {
                !all[..own].iter().any(|own| own.span == one.span && own.problem.code() == one.problem.code())
            });
            let new: Vec<Diagnostic> = new.collect();
            all.extend(variant.placed(new));
        }
        all
    }
}

/// Makes a validated model of a text that stands alone.
///
/// # Errors
/// As [`load_with`]; what it includes cannot be read.
pub fn load(file: SourceFile, limits: &Limits) -> Result<Model, Diagnostics> {
    load_with(file, limits, &|_, _| Err(Unread::Alone))
}

/// Makes a validated model of a file's text and of the parts that it includes.
///
/// # Errors
/// Every mistake that can be told apart: structural ones, and in the parts that are sound, names
/// and combinations; then those of the variants.
pub fn load_with(file: SourceFile, limits: &Limits, parts: &Parts) -> Result<Model, Diagnostics> {
    let joined = include::join(file, limits, parts);
    let (sources, mut problems) = (joined.sources, joined.problems);
    let Some(tree) = joined.tree else {
        return Err(Diagnostics::new(sources, problems, limits.problems));
    };
    if !joined.whole {
        // What is missing may be in the part that is.
        let place = walk::first_line(&tree.root);
        let missing = |one: &Diagnostic| matches!(one.problem, Problem::MissingKey { .. }) && one.span == place;
        problems.extend(walk::walk(&tree.root).into_iter().filter(|one| !missing(one)));
        return Err(Diagnostics::new(sources, problems, limits.problems));
    }
    let reading = problems.len();
    let (found, halves) = checked(&tree, &problems);
    problems.extend(found);
    let others = variants(&tree, &mut problems, reading, (joined.nodes, limits));
    match halves {
        Some((halves, overlays)) if problems.is_empty() => Ok(model(halves, &overlays, others, sources, tree)),
        _ => Err(Diagnostics::new(sources, problems, limits.problems)),
    }
}

/// The variants of a tree, after the one each starts from; their mistakes go with those of the
/// tree, the first of which are those of reading it.
fn variants(
    tree: &Tree,
    problems: &mut Vec<Diagnostic>,
    reading: usize,
    (nodes, limits): (usize, &Limits),
) -> Vec<(Places, Halves, Tree)> {
    let (mut resolved, mistaken) = variants::resolve(tree, problems, nodes, limits);
    let told = variants::told(if resolved.is_empty() { &[] } else { problems });
    problems.extend(mistaken);
    let mut others = Vec::new();
    for at in 0..resolved.len() {
        let tree = Tree { root: resolved[at].root.clone(), dropped: tree.dropped.clone() };
        let (found, halves) = checked(&tree, &problems[..reading]);
        problems.extend(variants::own(&mut resolved, at, &told, found));
        others.extend(halves.map(|(halves, _)| (resolved[at].places.clone(), halves, tree)));
    }
    others
}

/// Puts a model together, its variants in the order of the file.
fn model(
    (architecture, statements): Halves,
    overlays: &Section<Overlay>,
    mut others: Vec<(Places, Halves, Tree)>,
    sources: Sources,
    tree: Tree,
) -> Model {
    others.sort_by_key(|(places, ..)| overlays.get_index_of(&places.name));
    let named = |places: Places| {
        let id = places.name.clone();
        let label = overlays.get(&id).and_then(|overlay| overlay.label.clone());
        Variant { label: label.map_or_else(|| Both::same(&id), |label| label.0), id, places }
    };
    let others = others.into_iter().map(|(places, halves, tree)| (named(places), halves, tree)).collect();
    Model { architecture, statements, sources, tree, variant: None, others }
}

/// The mistakes of one tree beyond those of reading it, and the model that its sound part makes.
fn checked(tree: &Tree, reading: &[Diagnostic]) -> (Vec<Diagnostic>, Option<(Halves, Section<Overlay>)>) {
    let mut found = walk::walk(&tree.root);
    let faults: Vec<&Diagnostic> = reading.iter().chain(&found).collect();
    let (sound, ghosts) = sound::part(tree, &faults);
    match typed(&sound) {
        Ok(parsed) => {
            let overlays = parsed.variants.clone();
            let (mut architecture, statements) = split(parsed);
            // Places are those of the sound part: what is left out would shift the numbers of elements.
            let part = Tree { root: sound, dropped: Vec::new() };
            found.extend(checks::check(&architecture, &statements, &part, &ghosts));
            complete::complete(&mut architecture);
            (found, Some(((architecture, statements), overlays)))
        }
        Err(refused) if faults.is_empty() => {
            let problem = Problem::NotInLanguage { what: Foreign::Value };
            (vec![Diagnostic::new(problem, tree.span(&refused))], None)
        }
        // Something essential is missing, and the walk has said so.
        Err(_) => (found, None),
    }
}

/// Reads a tree into types. They made the schema that the tree was checked against, so that a
/// refusal is not expected: it is told all the same, without the words of the reader.
pub(super) fn typed(root: &Node) -> Result<ModelFile, Route> {
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
pub(super) fn split(parsed: ModelFile) -> (Architecture, Statements) {
    let mut certificates = IndexMap::new();
    let mut controllers = IndexMap::new();
    let mut qualifications = IndexMap::new();
    let mut transfers = IndexMap::new();
    let mut organisations = IndexMap::new();
    for (name, entry) in parsed.organisations.0 {
        if let Some(Maybe::Is(activities)) = entry.hds {
            let activities = activities.some().map(|list| list.0.clone()).unwrap_or_default();
            let until = entry.hds_until;
            certificates.insert(name.clone(), Certificate { activities, until });
        }
        controllers.extend(entry.controller.map(|said| (name.clone(), said)));
        qualifications.extend(entry.secnumcloud.map(|said| (name.clone(), said)));
        if let Some(basis) = entry.transfer {
            transfers.insert(name.clone(), basis);
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
    let no_backup = parsed.has_no.contains(&Absent::Backups);
    let architecture = Architecture {
        vendor: parsed.system.vendor.0.clone(),
        organisations,
        people: parsed.people,
        data: parsed.data,
        clients: parsed.clients,
        hosting: parsed.hosting,
        backend: parsed.backend,
        storage: parsed.storage,
        backups: parsed.backups.or_else(|| no_backup.then(Section::default)),
        keys: parsed.keys,
        accounts: parsed.accounts,
        links: parsed.links,
        end_to_end: parsed.end_to_end,
        admins: parsed.admins,
        jurisdictions: parsed.jurisdictions.0,
        adversaries: parsed.adversaries,
    };
    let statements = Statements {
        system: parsed.system,
        about: parsed.about,
        has_no: parsed.has_no.0,
        certificates,
        controllers,
        qualifications,
        transfers,
        claims: parsed.claims,
        expect: parsed.expect,
        accept: parsed.accept,
    };
    (architecture, statements)
}
