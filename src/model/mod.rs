//! The model language: what a file may say, and the validated model.

mod about;
mod accept;
mod actors;
mod backend;
mod bounds;
mod certified;
mod checks;
mod claims;
mod clients;
mod complete;
mod data;
mod day;
mod eea;
mod evidence;
mod include;
mod keys;
mod links;
mod load;
mod names;
mod overlay;
mod parts;
mod read;
mod shape;
mod silence;
mod sound;
mod statements;
mod storage;
mod variants;
mod walk;

pub use about::{About, Basis, Source};
pub use accept::Acceptance;
pub use actors::{Admin, AdminPowers, ImpersonateAt, Organisation, OrganisationEntry, People, ReadAt};
pub use backend::{Backend, BackendKind, Exposed, Hosting, ShieldWord};
pub use bounds::{Comparison, ExpectedGrade};
pub use claims::{Claim, ClaimGrade, ClaimVerdict, Statement};
pub use clients::{Client, ClientKind, DeviceBackup, DeviceBackupUnder, Lock, Updates};
pub use data::{Data, DataKind};
pub use day::Day;
pub use eea::is_in_eea;
pub use evidence::{Evidence, EvidenceLevel};
pub use keys::{
    Account, AccountScope, ActingAs, EndToEnd, Factor, GuessWord, History, Key, Place, PlaceUnder, Sent, Verified,
};
pub use links::{Carried, CarriedUnder, Link, Network, Tls};
pub use load::{Model, ModelFile, System, Variant, load, load_with};
pub use names::{ComponentSort, Registry};
pub use parts::{Architecture, Statements};
pub use read::{Parts, beside, read};
pub use shape::{
    Brief, Bytes, Country, Date, Id, Label, Main, Many, Maybe, OrNone, SecretName, Section, named, stated,
};
pub use silence::Absent;
pub use statements::{
    Adversaries, AdversaryClass, Certificate, Expectation, ExpectedCell, GradeWord, Grant, GrantGrade, OptionalClass,
    OrderWord, Qualification, SlotWord, TransferBasis,
};
pub use storage::{AtRest, Backup, ContentLayer, Scope, Storage, StorageKind, StrengthWord};

/// The JSON Schema of a model file, from the types that read it.
pub fn schema() -> serde_json::Value {
    let mut ordered = serde_json::Map::new();
    let entries = walk::schema().as_object().into_iter().flatten();
    // What kind of schema it is comes first, as its readers expect.
    let (kind, rest): (Vec<_>, Vec<_>) = entries.partition(|(key, _)| *key == "$schema");
    for (key, value) in kind.into_iter().chain(rest) {
        ordered.insert(key.clone(), value.clone());
    }
    serde_json::Value::Object(ordered)
}
