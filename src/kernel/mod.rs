//! The kernel: facts, rules, the least fixpoint, proofs and their independent checker.
//!
//! A leaf of the crate. It knows neither TLS nor YAML: every feature of the language is lowered to
//! the same few facts, and every answer follows from the clauses of [`clause::TABLE`].

pub mod checker;
pub mod clause;
mod engine;
mod fact;
mod facts;
mod grade;
mod join;
mod name;
mod notation;
mod proof;
mod solution;

pub use fact::{Auth, Fact, GateKind, Guess, Mode, Order, Power, Predicate, Shield, Strength, Term, When, Word};
pub use facts::{FactId, Facts, FactsBuilder, Source};
pub use grade::Grade;
pub use name::{Name, Names};
pub use notation::{asp, plain};
pub use proof::{Proof, Proofs, Step};
pub use solution::{Atom, Cell, Derivation, Phase, Solution, Way};
