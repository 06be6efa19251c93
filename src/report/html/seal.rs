//! The style of the page, and the hash by which the page allows it and nothing else.

use sha2::{Digest, Sha256};

use super::brand::Brand;
use super::templates::Templates;

const MARK: &str = "%identity%";

/// The style, with the identity printed at the foot of each sheet.
pub(super) fn style(templates: &Templates, short_hash: &str, brand: &Brand) -> String {
    let hash = if short_hash.is_empty() { String::new() } else { format!(" · {short_hash}") };
    templates.style().replace(MARK, &format!("enclair {}{hash}", super::words::VERSION)) + &brand.style()
}

/// The source expression of a content security policy that allows one inline text.
pub(super) fn source_hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
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
    use super::super::colour::{Colour, ENOUGH};
    use super::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        let known = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, encoded) in known {
            assert_eq!(base64(text.as_bytes()), encoded);
        }
    }

    /// The colours of a theme, by their names in the style.
    fn palette(theme: &str) -> Vec<(String, Colour)> {
        let line = |line: &str| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            Some((name.to_owned(), Colour::read(&format!("#{}", value.trim_end_matches(';'))).expect("a colour")))
        };
        theme.lines().filter_map(line).collect()
    }

    #[test]
    fn every_text_colour_is_readable_on_what_it_stands_on() {
        let css = style(&Templates::embedded().expect("templates"), "", &Brand::default());
        let themes: Vec<&str> =
            css.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap_or(rest)).collect();
        assert_eq!(themes.len(), 2, "light and dark");
        for theme in themes {
            let palette = palette(theme);
            let colour =
                |name: &str| palette.iter().find(|(known, _)| known == name).expect("a colour of the palette").1;
            let grounds = ["paper", "panel", "clear-tint", "sealed-tint", "open-tint", "mark"];
            for (text, ground) in
                ["ink", "soft", "clear", "sealed", "open"].iter().flat_map(|t| grounds.map(|g| (t, g)))
            {
                let contrast = colour(text).contrast(colour(ground));
                assert!(contrast >= ENOUGH, "{text} on {ground}: {contrast:.2}");
            }
        }
    }
}
