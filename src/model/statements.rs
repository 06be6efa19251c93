//! What is said about an architecture: certificates and expectations, that bear on no verdict; adversaries.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::bounds::ExpectedGrade;
use super::claims::ClaimVerdict;
use super::day::Day;
use super::shape::{Bytes, Date, Id, Label, Many, OrNone, SecretName};

/// A certificate of an organisation.
#[derive(Debug, Clone)]
pub struct Certificate {
    /// HDS activities, 1 to 6; empty where there is stated to be no certificate.
    pub activities: Vec<u8>,
    /// Until when it runs.
    pub until: Option<Date>,
}

/// Whether a service is qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualification {
    /// It is, or is not.
    Stated(bool),
    /// It is, until this day.
    Until(Day),
}

impl<'de> Deserialize<'de> for Qualification {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_yaml::Value::deserialize(deserializer)?;
        if let Some(stated) = value.as_bool() {
            return Ok(Self::Stated(stated));
        }
        let day = value.as_str().and_then(Day::parse);
        day.map(Self::Until).ok_or_else(|| D::Error::custom("neither a boolean nor a day"))
    }
}

impl JsonSchema for Qualification {
    fn schema_name() -> Cow<'static, str> {
        "Qualification".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let day = generator.subschema_for::<Day>();
        json_schema!({ "anyOf": [{ "type": "boolean" }, day] })
    }
}

/// On what a transfer outside the European Economic Area is said to be based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TransferBasis {
    /// An adequacy decision.
    Adequacy,
    /// Appropriate safeguards.
    Safeguards,
    /// A derogation.
    Derogation,
    /// Nothing.
    None,
}

impl TransferBasis {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Adequacy => "adequacy",
            Self::Safeguards => "safeguards",
            Self::Derogation => "derogation",
            Self::None => "none",
        }
    }
}

/// An answer that must come out.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The actor, adversaries included; with `order`, an authority.
    pub actor: Option<String>,
    /// Those with whom it pools what it has.
    #[serde(default)]
    pub with: Many<String>,
    /// What an authority orders.
    pub order: Option<OrderWord>,
    /// The organisation that the order is given to. Default: whichever gives most.
    pub through: Option<Id>,
    /// The data asset.
    pub data: Option<Id>,
    /// The grade expected on what is stored, or a bound on it.
    pub past: Option<ExpectedGrade>,
    /// The grade expected on what passes from now on, or a bound on it.
    pub new: Option<ExpectedGrade>,
    /// The grades expected when every unknown is at its best.
    pub best: Option<ExpectedCell>,
    /// Which grades by tampering leave evidence.
    pub evident: Option<OrNone<Many<SlotWord>>>,
    /// Whether the past is only reached with a secret learnt at its next use.
    pub next_use: Option<bool>,
    /// Properties that are among the questions that settle the answer.
    #[serde(default)]
    pub asks: Many<String>,
    /// The name of a claim.
    pub claim: Option<Id>,
    /// The verdict expected of it.
    pub verdict: Option<ClaimVerdict>,
    /// Where the answer is known from: sources of `about`.
    #[serde(default)]
    pub source: Many<Id>,
}

/// One of the two grades of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SlotWord {
    /// On what is stored.
    Past,
    /// On what passes from now on.
    New,
}

/// The two grades of a cell.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExpectedCell {
    /// The grade expected on what is stored, or a bound on it.
    pub past: Option<ExpectedGrade>,
    /// The grade expected on what passes from now on, or a bound on it.
    pub new: Option<ExpectedGrade>,
}

/// A grade, by its identifier; a harder one is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GradeWord {
    /// The actor is a declared reader.
    Design,
    /// Rights already granted are enough.
    Privilege,
    /// Something must be altered.
    Tampering,
    /// A vulnerability, a theft or a guess is needed.
    Breach,
    /// No derivation in this model.
    None,
}

impl GradeWord {
    /// Every grade, easiest first.
    pub const ALL: [Self; 5] = [Self::Design, Self::Privilege, Self::Tampering, Self::Breach, Self::None];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Privilege => "privilege",
            Self::Tampering => "tampering",
            Self::Breach => "breach",
            Self::None => "none",
        }
    }
}

/// What an authority may compel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OrderWord {
    /// Hand over what is held.
    Produce,
    /// Observe what passes.
    Intercept,
    /// Change what a component does.
    Alter,
}

/// Which built-in adversaries are left out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adversaries {
    /// Classes that are switched off.
    #[serde(default)]
    pub without: Many<AdversaryClass>,
    /// Classes that are off by default, switched on.
    #[serde(default)]
    pub with: Many<OptionalClass>,
    /// Adversaries of the model's own, or more for those of the tool.
    #[serde(default)]
    pub grant: Many<Grant>,
}

/// What an adversary is granted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Its name after `adversary/`: one of the model's own, `network-attacker` or `network-observer`.
    pub to: Id,
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What it takes to have this. Default `breach`.
    #[serde(default)]
    pub grade: GrantGrade,
    /// Secrets it knows: keys, factors of people (`patient/sms`), admins, services.
    #[serde(default)]
    pub knows: Many<SecretName>,
    /// Components it observes.
    #[serde(default)]
    pub run: Many<Id>,
    /// Components it alters.
    #[serde(default)]
    pub change: Many<Id>,
    /// Components of which it reads what is stored; or `X/medium`, the bytes alone, as they are on the disks.
    #[serde(default)]
    pub store: Many<Bytes>,
}

/// What it takes to have what an adversary is granted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GrantGrade {
    /// Goodwill alone stands in the way.
    Privilege,
    /// Something must be altered.
    Tampering,
    /// A vulnerability, a theft or a guess.
    #[default]
    Breach,
}

/// A class of built-in adversaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AdversaryClass {
    /// Whoever carries public traffic.
    NetworkObserver,
    /// Whoever can alter public traffic.
    NetworkAttacker,
    /// Thieves of media and backups.
    Thief,
    /// Thieves of devices.
    DeviceThief,
    /// Intruders in exposed components.
    Intruder,
    /// Injection into databases.
    Injection,
    /// Holders of a stolen admin credential.
    Stolen,
    /// Holders of a stolen user password.
    StolenUser,
    /// Suppliers of code.
    Supplier,
    /// Whoever can alter every device: system vendors, antivirus.
    CommonBase,
}

/// A class of adversaries that is off unless asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OptionalClass {
    /// Takeover of a certificate or a domain name.
    Domain,
}
