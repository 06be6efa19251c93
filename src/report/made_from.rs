//! What a document was made from, in a line.

use crate::audit::Audit;
use crate::text::{Lang, html as texts, typeset};

/// The date of a model, the first digits of its hash, and the version of the tool.
pub fn made_from(audit: &Audit, lang: Lang) -> String {
    let hash = audit.hash.get(..12).unwrap_or(&audit.hash);
    let parts = [
        texts::dated(audit.date.as_deref(), lang),
        texts::hashed(hash, lang),
        concat!("enclair ", env!("CARGO_PKG_VERSION")).to_owned(),
    ];
    typeset(&parts.join(" · "), lang)
}
