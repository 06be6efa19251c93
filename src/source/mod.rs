//! Text, places in it, limits, and what is said about mistakes.

mod builder;
mod diagnostic;
mod file;
mod limits;
mod notice;
mod sources;
mod tree;

pub use diagnostic::{Diagnostic, Diagnostics, Style};
pub use file::{SourceFile, Span};
pub use limits::Limits;
pub use notice::Notice;
pub use sources::{Position, Sources};
pub use tree::{Entry, Node, Route, Scalar, Segment, Tree, Value};
