//! The European Economic Area: the 27 Member States of the Union, with Iceland, Liechtenstein and Norway.

/// Whether a country, by its ISO 3166 code of two letters, is in the European Economic Area.
pub fn is_in_eea(code: &str) -> bool {
    matches!(
        code,
        "AT" | "BE"
            | "BG"
            | "HR"
            | "CY"
            | "CZ"
            | "DK"
            | "EE"
            | "FI"
            | "FR"
            | "DE"
            | "GR"
            | "HU"
            | "IE"
            | "IT"
            | "LV"
            | "LT"
            | "LU"
            | "MT"
            | "NL"
            | "PL"
            | "PT"
            | "RO"
            | "SK"
            | "SI"
            | "ES"
            | "SE"
            | "IS"
            | "LI"
            | "NO"
    )
}

#[cfg(test)]
mod tests {
    use super::is_in_eea;

    #[test]
    fn thirty_countries_are_in_it() {
        let letters = || 'A'..='Z';
        let codes = letters().flat_map(|one| letters().map(move |other| format!("{one}{other}")));
        assert_eq!(codes.filter(|code| is_in_eea(code)).count(), 30);
        assert!(["FR", "IS", "LI", "NO"].iter().all(|code| is_in_eea(code)));
        assert!(["GB", "CH", "US", "EU", "fr", ""].iter().all(|code| !is_in_eea(code)));
    }
}
