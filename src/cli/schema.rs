//! `enclair schema`.

use super::{Console, Exit};
use crate::model;

pub(super) fn run(console: &mut Console) -> Exit {
    match text() {
        Ok(text) => console.print(&text),
        Err(error) => {
            console.error(&error.to_string());
            Exit::Failure
        }
    }
}

/// The schema of a model file, as it is kept beside models.
pub(super) fn text() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&model::schema()).map(|text| text + "\n")
}
