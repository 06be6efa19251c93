//! The style of the page, and the hash by which the page allows it and nothing else.

use sha2::{Digest, Sha256};

const CSS: &str = include_str!("../../../templates/report.css");
const MARK: &str = "%identity%";

/// The style, with the identity printed at the foot of each sheet.
pub(super) fn style(short_hash: &str) -> String {
    CSS.replace(MARK, &format!("enclair {} · {short_hash}", super::words::VERSION))
}

/// The source expression of a content security policy that allows one inline text.
pub(super) fn source_hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0_u32, |group, at| group << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let six = (group >> (18 - 6 * at) & 63) as usize;
            out.push(if at > chunk.len() { '=' } else { char::from(ALPHABET[six]) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        let known = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, encoded) in known {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }
}
