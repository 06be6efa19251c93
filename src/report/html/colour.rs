//! A colour, and how well it is read on another.

use std::fmt;

/// What text must reach on its ground, of the accessibility guidelines (WCAG 2.2, 1.4.3).
pub(super) const ENOUGH: f64 = 4.5;

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Why a colour is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourFault {
    /// It is not written `#RRGGBB` or `#RGB`.
    NotHex,
    /// It is too faint on white: its contrast, in hundredths.
    Faint(u32),
}

impl Colour {
    /// White.
    pub(super) const WHITE: Self = Self([255; 3]);

    /// Reads `#RRGGBB` or `#RGB`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> = text.strip_prefix('#')?.chars().map(digit).collect();
        let digits = digits?;
        let pairs: Vec<u8> = match digits.len() {
            6 => digits.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
            3 => digits.iter().map(|one| one * 17).collect(),
            _ => return None,
        };
        <[u8; 3]>::try_from(pairs).ok().map(Self)
    }

    /// A colour for headings: readable on white.
    ///
    /// # Errors
    /// Not a colour, or too faint.
    pub fn accent(text: &str) -> Result<Self, ColourFault> {
        let colour = Self::read(text.trim()).ok_or(ColourFault::NotHex)?;
        let hundredths = (1..=2100_u32).rev().find(|one| f64::from(*one) / 100.0 <= colour.contrast(Self::WHITE));
        if colour.contrast(Self::WHITE) < ENOUGH {
            return Err(ColourFault::Faint(hundredths.unwrap_or(100)));
        }
        Ok(colour)
    }

    /// The contrast with another, from 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.0722_f64.mul_add(blue, 0.2126_f64.mul_add(red, 0.7152 * green))
    }

    /// The same, as much lighter as a dark ground asks.
    pub(super) fn lighter_on(self, ground: Self) -> Self {
        let mixed = |white: u16| {
            let channel = |one: u8| (u16::from(one) * (20 - white) + 255 * white) / 20;
            Self(self.0.map(|one| u8::try_from(channel(one)).unwrap_or(u8::MAX)))
        };
        let readable = |colour: &Self| colour.contrast(ground) >= ENOUGH;
        (0..=20).map(mixed).find(readable).unwrap_or(Self::WHITE)
    }
}

fn digit(c: char) -> Option<u8> {
    c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_or_refused_with_its_contrast() {
        assert_eq!(Colour::accent("#005A8C").map(|one| one.to_string()), Ok("#005a8c".to_owned()));
        assert_eq!(Colour::accent(" #000 ").map(|one| one.to_string()), Ok("#000000".to_owned()));
        for wrong in ["", "#", "005A8C", "#05A8C", "#005A8G", "blue", "#é05A8C", "#005A8C;}", "#+05A8C"] {
            assert_eq!(Colour::accent(wrong), Err(ColourFault::NotHex), "{wrong}");
        }
        assert_eq!(Colour::accent("#ffffff"), Err(ColourFault::Faint(100)));
        // Two greys on either side of 4.5.
        assert_eq!(Colour::accent("#777777"), Err(ColourFault::Faint(447)));
        assert!(Colour::accent("#767676").is_ok());
    }

    #[test]
    fn a_dark_colour_is_lightened_for_a_dark_ground() {
        let ground = Colour::read("#14181d").expect("a colour");
        for accent in ["#000000", "#005A8C", "#767676"] {
            let lighter = Colour::accent(accent).expect("an accent").lighter_on(ground);
            assert!(lighter.contrast(ground) >= ENOUGH, "{accent}: {lighter}");
        }
    }
}
