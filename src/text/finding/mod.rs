//! The catalogue of findings in words: what each rule says, by which logic, when it may mislead, and to what other
//! catalogues the tool relates it.

mod access;
mod hds;
mod heads;
mod places;
mod references;
mod says;

pub use hds::{HdsRule, activities, heading, to_do};
pub use heads::{cost, headed, reads, to_do_head, weighed};
pub use references::{ATTACK_VERSION, References, catalogues};
pub use says::*;

use super::Lang;

/// A text in both languages, French first.
type Pair = (&'static str, &'static str);

/// What is said of a rule.
struct Entry {
    /// The fact, with the actor as its subject.
    title: Pair,
    /// What follows from it.
    so_what: Pair,
    /// The query on the derivation.
    logic: Pair,
    /// When it is raised without mattering.
    mistaken: Pair,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $id:literal $family:ident $entry:path),+ $(,)?) => {
        /// A rule of the catalogue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name),+ }

        impl Rule {
            /// Every rule, in the order of their identifiers.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The stable identifier: its meaning never changes.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id),+ }
            }

            /// What other catalogues call what it is about.
            pub const fn references(self) -> &'static References {
                match self { $(Self::$name => &references::$family),+ }
            }

            const fn entry(self) -> &'static Entry {
                match self { $(Self::$name => &$entry),+ }
            }
        }
    };
}

rules! {
    /// A host reads the memory of what it runs.
    HostMemory "EC-001" MEMORY places::HOST_MEMORY,
    /// Admins who run services read what these have.
    Operator "EC-002" OPERATOR access::OPERATOR,
    /// A support tool shows data.
    SupportTool "EC-003" OPERATOR access::SUPPORT_TOOL,
    /// Admins of a storage read it.
    StorageAdmin "EC-004" STORAGE_ADMIN access::STORAGE_ADMIN,
    /// Bytes are stored in clear.
    ClearStorage "EC-005" CLEAR_STORAGE places::CLEAR_STORAGE,
    /// A key is within reach of whoever has what it encrypts.
    KeyBesideData "EC-006" KEY_BESIDE places::KEY_BESIDE_DATA,
    /// A provider keeps both the data and the key, in a service of its own.
    KeyWithProvider "EC-007" PROVIDER_KEY places::KEY_WITH_PROVIDER,
    /// A backup is in clear.
    ClearBackup "EC-008" BACKUP places::CLEAR_BACKUP,
    /// The key of an end-to-end encryption is kept elsewhere too.
    KeyElsewhere "EC-010" ESCROW places::KEY_ELSEWHERE,
    /// A flow is in clear.
    ClearFlow "EC-011" CLEAR_FLOW places::CLEAR_FLOW,
    /// A TLS that can be broken.
    OldTls "EC-012" OLD_TLS places::OLD_TLS,
    /// A TLS whose peer is not checked.
    UnverifiedPeer "EC-013" UNVERIFIED_PEER places::UNVERIFIED_PEER,
    /// TLS ends at a component on the way.
    Intermediary "EC-014" INTERMEDIARY places::INTERMEDIARY,
    /// A stolen account reads.
    StolenUser "EC-015" STOLEN_ACCOUNT access::STOLEN_USER,
    /// A stolen admin account reads.
    StolenAdmin "EC-016" STOLEN_ACCOUNT access::STOLEN_ADMIN,
    /// Whoever delivers the code reads what is encrypted end-to-end.
    DeliveredCode "EC-017" DELIVERED_CODE access::DELIVERED_CODE,
    /// A script of others reads.
    ThirdPartyScript "EC-018" DELIVERED_CODE access::THIRD_PARTY_SCRIPT,
    /// Recipients are not verified.
    UnverifiedRecipients "EC-019" RECIPIENTS access::UNVERIFIED_RECIPIENTS,
    /// Metadata stay readable.
    Metadata "EC-020" METADATA access::METADATA,
    /// Pseudonyms can be undone.
    Pseudonyms "EC-021" PSEUDONYMS access::PSEUDONYMS,
    /// An organisation of a third country reads by privilege.
    ThirdCountry "EC-022" THIRD_COUNTRY access::THIRD_COUNTRY,
    /// A third party's service receives data.
    ThirdParty "EC-023" SUB_PROCESSOR places::THIRD_PARTY,
    /// Logs or crash reports keep data.
    Logs "EC-024" LOGS places::LOGS,
    /// A cache, a queue or an index keeps data.
    SideCopy "EC-025" SIDE_COPY places::SIDE_COPY,
    /// A copy for tests holds real data.
    Staging "EC-026" STAGING places::STAGING,
    /// A key lies in the build chain.
    KeyInBuildChain "EC-027" SECRET_IN_CODE places::KEY_IN_BUILD_CHAIN,
    /// A session or a factor is kept in clear.
    SessionKept "EC-028" SESSION access::SESSION_KEPT,
    /// An account opens without its factors.
    Recovery "EC-029" SESSION access::RECOVERY,
    /// A storage asks for no credential.
    OpenStorage "EC-031" OPEN_STORAGE places::OPEN_STORAGE,
    /// A lost device shows data.
    LostDevice "EC-032" LOST_DEVICE access::LOST_DEVICE,
    /// Whoever manages a device reads.
    ManagedDevice "EC-033" ENDPOINT access::MANAGED_DEVICE,
    /// A copy of a device shows data.
    DeviceCopy "EC-034" DEVICE_COPY access::DEVICE_COPY,
    /// Admins act for users.
    Impersonation "EC-035" OPERATOR access::IMPERSONATION,
    /// The identity provider opens accounts.
    IdentityProvider "EC-036" SESSION access::IDENTITY_PROVIDER,
    /// An intruder in an exposed service reads.
    Intruder "EC-037" INTRUDER places::INTRUDER,
    /// An injection reads.
    Injection "EC-038" INJECTION places::INJECTION,
    /// Whoever supplies a service's code reads.
    Supplier "EC-039" DELIVERED_CODE places::SUPPLIER,
    /// People are shown what they are not declared to read.
    Overexposed "EC-043" OVEREXPOSED access::OVEREXPOSED,
    /// The isolation of a service is in its host’s hands.
    Isolation "EC-044" ISOLATION places::ISOLATION,
}

impl Rule {
    /// The rule with this identifier.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.id() == id)
    }

    /// The fact, with the actor as its subject.
    pub fn title(self, lang: Lang) -> &'static str {
        pick(self.entry().title, lang)
    }

    /// What follows from it.
    pub fn so_what(self, lang: Lang) -> &'static str {
        pick(self.entry().so_what, lang)
    }

    /// The query on the derivation.
    pub fn logic(self, lang: Lang) -> &'static str {
        pick(self.entry().logic, lang)
    }

    /// When it is raised without mattering.
    pub fn mistaken(self, lang: Lang) -> &'static str {
        pick(self.entry().mistaken, lang)
    }
}

fn pick((fr, en): Pair, lang: Lang) -> &'static str {
    lang.pick(fr, en)
}
