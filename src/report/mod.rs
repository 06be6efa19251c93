//! Renderers: pure functions from the view model to bytes, one file per format.

mod evidence;
pub mod explain;
pub mod html;
pub mod human;
pub mod json;
mod summary;
mod wrap;

pub use summary::{Row, Summary, grade_text};
pub use wrap::paragraph;
