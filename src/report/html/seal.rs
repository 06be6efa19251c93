//! The style of the page, and the hash by which the page allows it and nothing else.

use sha2::{Digest, Sha256};

use super::templates::STYLES;

const MARK: &str = "%identity%";

/// The style, with the identity printed at the foot of each sheet.
pub(super) fn style(short_hash: &str) -> String {
    let whole: String = STYLES.iter().map(|(_, part)| *part).collect();
    whole.replace(MARK, &format!("enclair {} · {short_hash}", super::words::VERSION))
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

    /// The colours of a theme, by their names in the style.
    fn palette(theme: &str) -> Vec<(String, [f64; 3])> {
        let line = |line: &str| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let channel = |at: usize| f64::from(u8::from_str_radix(&value[at..at + 2], 16).expect("a channel"));
            Some((name.to_owned(), [channel(0), channel(2), channel(4)]))
        };
        theme.lines().filter_map(line).collect()
    }

    fn luminance(colour: [f64; 3]) -> f64 {
        let linear = |channel: f64| {
            let share = channel / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = colour.map(linear);
        0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
    }

    #[test]
    fn every_text_colour_is_readable_on_what_it_stands_on() {
        let css = style("");
        let themes: Vec<&str> =
            css.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap_or(rest)).collect();
        assert_eq!(themes.len(), 2, "light and dark");
        for theme in themes {
            let palette = palette(theme);
            let colour = |name: &str| {
                let found = palette.iter().find(|(known, _)| known == name);
                luminance(found.expect("a colour of the palette").1)
            };
            let grounds = ["paper", "panel", "clear-tint", "sealed-tint", "open-tint", "mark"];
            for (text, ground) in
                ["ink", "soft", "clear", "sealed", "open"].iter().flat_map(|t| grounds.map(|g| (t, g)))
            {
                let (one, other) = (colour(text), colour(ground));
                let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
                assert!(contrast >= 4.5, "{text} on {ground}: {contrast:.2}");
            }
        }
    }
}
