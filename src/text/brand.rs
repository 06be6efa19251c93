//! Words on who hands a report over, and on how it may be spread.

use super::Lang;

fixed! {
    /// `--logo`.
    logo => "Logo de qui remet le rapport : un fichier SVG ou PNG de 200 Ko au plus", "Logo of whoever hands the report over: an SVG or PNG file, 200 KB at most";
    /// `--by`.
    by => "Nom de qui remet le rapport", "Name of whoever hands the report over";
    /// `--accent`.
    accent => "Couleur des titres et des filets, comme #005A8C ; lisible sur du blanc", "Colour of headings and rule lines, like #005A8C; readable on white";
    /// `--classification`.
    classification => "À qui le rapport peut aller, en tête et sur chaque page imprimée : « DIFFUSION RESTREINTE », TLP:AMBER",
        "To whom the report may go, at its head and on every printed page: “RESTRICTED”, TLP:AMBER";
    /// A logo that is neither.
    neither => "ce n’est ni un PNG ni un SVG", "this is neither a PNG nor an SVG";
    /// A logo that is too large.
    large => "plus de 200 Ko", "larger than 200 KB";
}

/// Whoever hands the report over.
pub fn handed_by(name: &str, lang: Lang) -> String {
    lang.pick(format!("Remis par {name}"), format!("Handed over by {name}"))
}

/// What stands for a logo, for who cannot see it.
pub fn logo_of(name: Option<&str>, lang: Lang) -> String {
    match (name, lang) {
        (Some(name), Lang::Fr) => format!("Logo : {name}"),
        (Some(name), Lang::En) => format!("Logo: {name}"),
        (None, _) => "Logo".to_owned(),
    }
}

/// A logo that cannot be read, and why.
pub fn unread(path: &str, why: &str, lang: Lang) -> String {
    lang.pick(format!("logo `{path}` : {why}"), format!("logo `{path}`: {why}"))
}

/// What is not a colour.
pub fn no_colour(text: &str, lang: Lang) -> String {
    lang.pick(
        format!("`{text}` n’est pas une couleur : en écrire une comme #005A8C"),
        format!("`{text}` is not a colour: write one like #005A8C"),
    )
}

/// A colour that is too faint on white, with its contrast in hundredths.
pub fn faint(text: &str, contrast: u32, lang: Lang) -> String {
    let (whole, rest) = (contrast / 100, contrast % 100);
    lang.pick(
        format!("`{text}` se lit mal sur du blanc : contraste de {whole},{rest:02} pour 1, il faut au moins 4,5"),
        format!("`{text}` is hard to read on white: contrast of {whole}.{rest:02} to 1, at least 4.5 is needed"),
    )
}

/// An option whose text is empty or too long.
pub fn not_a_line(option: &str, most: usize, lang: Lang) -> String {
    lang.pick(
        format!("`{option}` attend un texte de 1 à {most} caractères"),
        format!("`{option}` takes a text of 1 to {most} characters"),
    )
}
