//! Who hands the report over, and how it may be spread: a logo, a name, a colour, a mark.

use std::fmt::Write as _;

use serde::Serialize;

use super::colour::Colour;
use super::seal::base64;
use crate::text::{Lang, brand as texts, harmless, typeset};

/// The ground of the page in the dark, in `templates/style/base.css`.
const DARK: &str = "#14181d";

/// What a report bears of those who hand it over.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// Their logo.
    pub logo: Option<Logo>,
    /// Their name.
    pub by: Option<String>,
    /// The colour of headings and of lines above and below.
    pub accent: Option<Colour>,
    /// To whom the report may go.
    pub classification: Option<String>,
}

/// A picture, within the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    kind: &'static str,
    bytes: Vec<u8>,
}

/// Why a logo is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoFault {
    /// It is larger than [`Logo::LARGEST`].
    Large,
    /// It is neither PNG nor SVG.
    Kind,
}

impl Logo {
    /// The most bytes of a logo: 200 KB.
    pub const LARGEST: usize = 200 * 1024;

    /// A logo, by its bytes.
    ///
    /// # Errors
    /// Too large, or of another kind.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoFault> {
        if bytes.len() > Self::LARGEST {
            return Err(LogoFault::Large);
        }
        let kind = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            "png"
        } else if std::str::from_utf8(&bytes).is_ok_and(is_svg) {
            "svg+xml"
        } else {
            return Err(LogoFault::Kind);
        };
        Ok(Self { kind, bytes })
    }

    fn address(&self) -> String {
        format!("data:image/{};base64,{}", self.kind, base64(&self.bytes))
    }
}

/// Whether the first element of a text is `svg`: before it, declarations and comments only.
fn is_svg(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!") => ">",
            _ => break,
        };
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
    rest.strip_prefix("<svg")
        .is_some_and(|after| after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/'))
}

/// The brand as templates show it.
#[derive(Debug, Serialize)]
pub(super) struct BrandView {
    logo: Option<Picture>,
    by: Option<String>,
    classification: Option<String>,
}

#[derive(Debug, Serialize)]
struct Picture {
    src: String,
    alt: String,
}

/// A text of the command line in one line, without characters that act.
fn line(text: &str) -> String {
    harmless(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Brand {
    pub(super) fn view(&self, lang: Lang) -> BrandView {
        let say = |text: &str| typeset(text, lang);
        let by = self.by.as_deref().map(line);
        let picture = |logo: &Logo| Picture { src: logo.address(), alt: say(&texts::logo_of(by.as_deref(), lang)) };
        BrandView {
            logo: self.logo.as_ref().map(picture),
            by: by.as_deref().map(|name| say(&texts::handed_by(name, lang))),
            classification: self.classification.as_deref().map(line),
        }
    }

    /// What it adds to the style.
    pub(super) fn style(&self) -> String {
        let mut out = String::new();
        if let Some(accent) = self.accent {
            let dark = Colour::read(DARK).map_or(accent, |ground| accent.lighter_on(ground));
            let _ = write!(
                out,
                "\n:root{{--accent:{accent}}}\n@media screen and (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n"
            );
        }
        if let Some(text) = self.classification.as_deref().map(line) {
            let font = "font:bold 9pt sans-serif;color:#17212b";
            let _ = write!(out, "\n@media print{{@page{{@top-center{{content:\"{}\";{font}}}}}}}\n", in_css(&text));
        }
        out
    }
}

/// A text within a string of a style: all but letters, digits and spaces as escapes, so that nothing ends the string
/// or the style.
fn in_css(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_known_by_its_bytes() {
        let kind = |bytes: &[u8]| Logo::new(bytes.to_vec()).map(|logo| logo.kind);
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n..."), Ok("png"));
        for svg in
            ["<svg/>", "\u{feff}<?xml version='1.0'?>\n<!DOCTYPE svg><!-- <html> -->\n<svg xmlns='x'>", "<svg\n>"]
        {
            assert_eq!(kind(svg.as_bytes()), Ok("svg+xml"), "{svg}");
        }
        for other in ["", "<html><svg/></html>", "<svgx>", "<!-- <svg>", "GIF89a", "{\"svg\": 1}", "text <svg>"] {
            assert_eq!(kind(other.as_bytes()), Err(LogoFault::Kind), "{other}");
        }
        assert_eq!(kind(b"<svg>\xff</svg>"), Err(LogoFault::Kind));
        let mut large = b"<svg>".to_vec();
        large.resize(Logo::LARGEST, b' ');
        assert_eq!(kind(&large), Ok("svg+xml"));
        large.push(b' ');
        assert_eq!(kind(&large), Err(LogoFault::Large));
    }

    #[test]
    fn no_text_gets_out_of_the_style() {
        let text = "\"}</style><script>\\ 'é\n%identity%\u{202e}*/ url(x) @import";
        let brand = Brand { classification: Some(text.to_owned()), ..Brand::default() };
        let style = brand.style();
        assert_eq!(style.matches('"').count(), 2, "{style}");
        for acting in ["</", "<", "%", "*/", "url(", "\u{202e}", "'"] {
            assert!(!style.contains(acting), "{acting}: {style}");
        }
        assert_eq!(style.lines().count(), 2, "{style}");
        assert!(style.contains("é") && style.contains("U\\2b 202E"), "{style}");
    }
}
