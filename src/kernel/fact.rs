//! The base facts: the whole vocabulary in which an architecture is stated to the kernel.

use super::grade::Grade;
use super::name::Name;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident => $word:ident),+ $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $name { $($(#[$vdoc])* $variant),+ }

            impl $name {
                /// Every value, in order.
                pub const ALL: &'static [Self] = &[$(Self::$variant),+];

                /// The constant of the notation that stands for this value.
                pub const fn word(self) -> Word {
                    match self { $(Self::$variant => Word::$word),+ }
                }

                /// The stable identifier of this value.
                pub const fn id(self) -> &'static str {
                    self.word().id()
                }
            }
        )+
    };
}

macro_rules! vocabulary {
    ($($word:ident => $id:literal),+ $(,)?) => {
        /// A constant of the notation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "each constant is its own identifier")]
        pub enum Word { $($word),+ }

        impl Word {
            /// The identifier as printed in facts and clauses.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$word => $id),+ }
            }

            /// The constant with this identifier.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$word),)+ _ => None }
            }
        }
    };
}

vocabulary! {
    Store => "store", Run => "run", Change => "change",
    None => "none", Locked => "locked", Tee => "tee",
    Load => "load", Update => "update", Logged => "logged", Pinned => "pinned",
    Stored => "stored", Live => "live",
    Strong => "strong", Weak => "weak", Guessable => "guessable",
    Service => "service", User => "user",
    Verified => "verified",
    Produce => "produce", Intercept => "intercept", Alter => "alter",
    Design => "design", Privilege => "privilege", Tampering => "tampering", Breach => "breach",
}

words! {
    /// What an actor can do to a component.
    Power {
        /// Read the component's bytes at rest.
        Store => Store,
        /// Observe its memory and traffic and use what it can use.
        Run => Run,
        /// Alter its code, configuration or answers.
        Change => Change,
    }
    /// What separates a component from the host it runs on.
    Shield {
        /// Nothing: power on the host is power on the guest.
        None => None,
        /// The host's staff are locked out by a mechanism the host controls.
        Locked => Locked,
        /// Memory sealed against the host (trusted execution environment).
        Tee => Tee,
    }
    /// How a component takes code from its supplier.
    Mode {
        /// At each use, like a web page.
        Load => Load,
        /// By updates.
        Update => Update,
        /// By updates that are publicly logged.
        Logged => Logged,
        /// Pinned: the supplier cannot change it.
        Pinned => Pinned,
    }
    /// When an item is present at a component.
    When {
        /// Kept: everything of the past, and what comes.
        Stored => Stored,
        /// Only while passing.
        Live => Live,
    }
    /// How strong an encryption is.
    Strength {
        /// No known weakness.
        Strong => Strong,
        /// Broken, or malleable against an active server.
        Weak => Weak,
    }
    /// How hard a password is to guess.
    Guess {
        /// Cannot be guessed.
        Strong => Strong,
        /// Can be guessed offline.
        Guessable => Guessable,
    }
    /// How a software lock treats who presents the factors.
    GateKind {
        /// A service acting within its role.
        Service => Service,
        /// A person: posing as them is an act.
        User => User,
    }
    /// How an encrypting end authenticates recipients' keys.
    Auth {
        /// It does not.
        None => None,
        /// Against a public log that shows substitution.
        Logged => Logged,
        /// Verified out of band.
        Verified => Verified,
    }
    /// What an authority can compel.
    Order {
        /// Hand over what is held.
        Produce => Produce,
        /// Observe what passes.
        Intercept => Intercept,
        /// Change what a component does.
        Alter => Alter,
    }
}

impl Grade {
    /// The constant of the notation for a grade that a base fact may carry.
    pub(crate) const fn word(self) -> Word {
        match self {
            Self::Design => Word::Design,
            Self::Privilege => Word::Privilege,
            Self::Tampering | Self::Evident => Word::Tampering,
            Self::Breach => Word::Breach,
            Self::None => Word::None,
        }
    }
}

macro_rules! facts {
    ($($(#[$doc:meta])* $variant:ident $name:literal ($($(#[$fdoc:meta])* $field:ident : $ty:tt),+ $(,)?)),+ $(,)?) => {
        /// A base fact. Fields are in the order of the notation.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Fact { $($(#[$doc])* $variant { $($(#[$fdoc])* $field: facts!(@ty $ty)),+ }),+ }

        /// The predicate of a base fact.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Predicate { $($(#[$doc])* $variant),+ }

        impl Predicate {
            /// Every predicate.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The identifier as printed.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }

        impl Fact {
            /// The predicate of this fact.
            pub const fn predicate(&self) -> Predicate {
                match self { $(Self::$variant { .. } => Predicate::$variant),+ }
            }

            /// The arguments, in the order of the notation.
            pub fn terms(&self) -> Vec<Term<'_>> {
                match self { $(Self::$variant { $($field),+ } => vec![$(facts!(@term $ty $field)),+]),+ }
            }
        }
    };
    (@ty name) => { Name };
    (@ty names) => { Vec<Name> };
    (@ty $ty:ident) => { $ty };
    (@term name $field:ident) => { Term::Name(*$field) };
    (@term names $field:ident) => { Term::Names($field) };
    (@term $ty:ident $field:ident) => { Term::Word($field.word()) };
}

/// An argument of a fact, seen generically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term<'a> {
    /// An actor, a component or an item.
    Name(Name),
    /// A constant.
    Word(Word),
    /// A set of factors or keys, all of which are needed.
    Names(&'a [Name]),
}

facts! {
    /// A data asset exists.
    Asset "asset" (/** The data asset. */ asset: name),
    /// A secret exists: a key, a password, a token, a role.
    Secret "secret" (/** The secret. */ secret: name),
    /// The actor is a declared reader of the asset.
    Intended "intended" (/** The reader. */ actor: name, /** The data asset. */ asset: name),
    /// The actor knows the secret.
    Holds "holds" (/** The holder. */ actor: name, /** The secret. */ secret: name, /** At which grade. */ grade: Grade),
    /// The actor has the power on the component.
    Power "power" (/** Who. */ actor: name, /** On what. */ component: name, /** Which power. */ power: Power, /** At which grade. */ grade: Grade),
    /// The guest runs on the host.
    On "on" (/** What runs. */ guest: name, /** Where it runs. */ host: name, /** What separates them. */ shield: Shield),
    /// The component can read the store.
    Mount "mount" (/** The reader. */ component: name, /** The store. */ store: name),
    /// The component executes code supplied by another.
    Code "code" (/** What executes. */ component: name, /** Who supplies. */ supplier: name, /** How. */ mode: Mode),
    /// Whoever has all factors has the power on the component.
    AdminIf "admin_if" (/** On what. */ component: name, /** Which power. */ power: Power, /** All are needed. */ factors: names),
    /// The item is in clear at the component.
    Clear "clear" (/** Where. */ component: name, /** What. */ item: name, /** Kept, or passing. */ when: When),
    /// Ciphertext of the item is at the component.
    Sealed "sealed" (/** Where. */ component: name, /** What. */ item: name, /** All are needed. */ keys: names, /** Kept, or passing. */ when: When, /** How strong. */ strength: Strength),
    /// The component's software hands out what it has of the item.
    Gate "gate" (/** Where. */ component: name, /** What. */ item: name, /** All are needed. */ factors: names, /** To whom. */ kind: GateKind),
    /// The end learns from the source whom the item is for.
    Roster "roster" (/** The encrypting end. */ end: name, /** The data, or its group key. */ item: name, /** Where it learns recipients. */ source: name, /** How it authenticates them. */ auth: Auth),
    /// The key is derived from the password.
    Pw "pw" (/** The key. */ key: name, /** The password. */ password: name, /** How hard it is to guess. */ guess: Guess),
    /// The actor works for the organisation.
    Staff "staff" (/** Who. */ actor: name, /** For whom. */ organisation: name),
    /// The organisation is controlled by another.
    Owned "owned" (/** Which. */ organisation: name, /** By whom. */ owner: name),
    /// The authority can compel the organisation.
    Subject "subject" (/** Which. */ organisation: name, /** By whom. */ authority: name, /** To do what. */ order: Order),
}
