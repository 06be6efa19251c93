//! Where things run: hosting and backend.

use schemars::JsonSchema;
use serde::Deserialize;

use super::clients::Updates;
use super::evidence::Evidence;
use super::shape::{Brief, Country, Id, Label, Main, Many, Maybe, OrNone, stated};

/// A machine, a cloud, a data centre.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hosting {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// The organisation that operates it, or `none`. `unknown`: at worst any of the model, and a stranger.
    pub operator: Option<Maybe<OrNone<Id>>>,
    /// The hosting it runs on. `unknown`: at worst it stands on any hosting, and any organisation of the model, and a stranger, has it.
    pub runs_on: Option<Maybe<Id>>,
    /// What separates it from what it runs on. Default `none`. `unknown`: at worst none.
    pub shield: Option<Maybe<ShieldWord>>,
    /// Who verifies what runs inside a `tee`. Default: whoever has its machines.
    pub attested_by: Option<Id>,
    /// The country or countries where it stands. Default: where what it runs on does. No answer depends on it.
    pub location: Option<Maybe<Many<Country>>>,
}

impl Main for Hosting {
    type Of = Maybe<OrNone<Id>>;

    fn from_main(operator: Self::Of) -> Self {
        let evidence = Many::default();
        Self {
            label: None,
            evidence,
            operator: Some(operator),
            runs_on: None,
            shield: None,
            attested_by: None,
            location: None,
        }
    }
}

/// What separates a component from its host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShieldWord {
    /// Nothing.
    None,
    /// The host's staff are locked out, by a mechanism the host controls.
    Locked,
    /// Memory sealed against the host: confidential computing.
    Tee,
}

/// A service of the system, the vendor's own or another's.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Backend {
    /// The name shown to readers.
    pub label: Option<Label>,
    /// What its statements rest on: `declared` unless said otherwise. No answer depends on it.
    #[serde(default)]
    pub evidence: Many<Brief<Evidence>>,
    /// What it is. Default `service`.
    #[serde(default)]
    pub kind: BackendKind,
    /// The hosting it runs on. `unknown`: at worst it stands on any hosting, and any organisation of the model, and a stranger, has it.
    pub runs_on: Option<Maybe<Id>>,
    /// The organisation whose own service it is, or `none`. `unknown`: at worst any of the model, and a stranger.
    pub operator: Option<Maybe<OrNone<Id>>>,
    /// What separates it from its host. Default `none`. `unknown`: at worst none.
    pub shield: Option<Maybe<ShieldWord>>,
    /// Who verifies what runs inside a `tee`. Required with it.
    pub attested_by: Option<Id>,
    /// The country or countries where it stands. Default: where what it runs on does. No answer depends on it.
    pub location: Option<Maybe<Many<Country>>>,
    /// Whether the internet reaches it. Default: `internet` if a client's link does.
    pub exposed: Option<Exposed>,
    /// Where its code comes from. Required unless it has an `operator`.
    pub code_from: Option<Maybe<Many<Id>>>,
    /// How new versions of that code get there. Default `auto`. `unknown`: at worst `auto`, at best `pinned`.
    pub updates: Option<Maybe<Updates>>,
    /// Data it keeps. Required for kinds that keep by nature. `unknown`: at worst all it receives.
    pub keeps: Option<Maybe<OrNone<Many<Id>>>>,
}

/// Whether the internet reaches a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Exposed {
    /// It does.
    Internet,
    /// It does not.
    None,
}

impl Backend {
    /// Whether it is said to keep a data asset.
    pub fn names_kept(&self, data: &str) -> bool {
        let kept = stated(self.keeps.as_ref()).and_then(OrNone::some);
        kept.is_some_and(|kept| kept.iter().any(|one| one.0 == data))
    }
}

/// What a backend component is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BackendKind {
    /// A service.
    #[default]
    Service,
    /// A content delivery network.
    Cdn,
    /// A proxy, a load balancer, a web application firewall.
    Proxy,
    /// A key management service.
    Kms,
    /// A hardware security module.
    Hsm,
    /// An identity provider.
    Idp,
    /// A directory of keys or people.
    Directory,
    /// A mail service.
    Mail,
    /// A text-message service.
    Sms,
    /// A push notification service.
    Push,
    /// Logs.
    Logs,
    /// An error tracker.
    ErrorTracker,
    /// Analytics.
    Analytics,
    /// Continuous integration and deployment.
    Ci,
    /// A source repository.
    Repo,
    /// A release channel of the vendor.
    AppRelease,
    /// An application store.
    AppStore,
    /// A search index.
    Search,
    /// A queue.
    Queue,
    /// A cache.
    Cache,
    /// A relay of calls.
    Relay,
    /// A machine-learning service.
    Ai,
    /// A partner's system.
    Partner,
    /// A staging copy.
    Staging,
}

impl BackendKind {
    /// Whether keys kept there are only used through it.
    pub fn holds_keys_live(self) -> bool {
        matches!(self, Self::Kms | Self::Hsm)
    }

    /// Whether such a component keeps data by nature, so that the model must say which.
    pub fn must_say_keeps(self) -> bool {
        matches!(
            self,
            Self::Logs
                | Self::ErrorTracker
                | Self::Analytics
                | Self::Mail
                | Self::Search
                | Self::Queue
                | Self::Cache
                | Self::Partner
                | Self::Staging
        )
    }
}
