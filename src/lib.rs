//! Tells who can read health data in plaintext, by which path, and what it would take.
pub mod audit;
pub mod change;
pub mod cli;
pub mod compare;
pub mod diagram;
pub mod findings;
pub mod gallery;
pub mod graph;
pub mod kernel;
pub mod lower;
pub mod model;
pub mod report;
pub mod source;
pub mod text;
