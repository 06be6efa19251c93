//! The page that links the reports of several models, and sets the systems side by side.

use std::fmt::Write as _;

use serde::Serialize;
use tera::Context;

use super::head::Head;
use super::words::VERSION;
use super::{Design, HtmlError, templates};
use crate::audit::Audit;
use crate::model::ClaimVerdict;
use crate::report::{Glance, grade_text};
use crate::text::labels::capitalised;
use crate::text::{Lang, harmless, html as sentences, report, set as texts, typeset};

/// Width of the longest bar.
const BAR: usize = 200;

/// A system of the page: its report, and its audit with those of its variants.
#[derive(Debug)]
pub struct Linked<'a> {
    /// The folder of its model; empty where all share one.
    pub folder: String,
    /// The name of the file of its report, beside the page.
    pub file: String,
    /// The audit of the model.
    pub audit: &'a Audit,
    /// The audits of its variants, in the order of the model.
    pub variants: &'a [Audit],
}

#[derive(Debug, Serialize)]
struct Page {
    #[serde(flatten)]
    head: Head,
    intro: String,
    counted: String,
    system: String,
    readers: String,
    grades: [String; 3],
    claims: String,
    unknown: String,
    groups: Vec<Group>,
    refused_title: String,
    refused: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Group {
    title: Option<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    name: String,
    href: Option<String>,
    note: Option<String>,
    variant: bool,
    bar: Bar,
    counts: Vec<Count>,
    claims: Vec<Claim>,
    unknown: String,
}

#[derive(Debug, Serialize)]
struct Bar {
    label: String,
    parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct Part {
    class: &'static str,
    x: usize,
    width: usize,
}

#[derive(Debug, Serialize)]
struct Count {
    class: &'static str,
    number: String,
}

#[derive(Debug, Serialize)]
struct Claim {
    class: &'static str,
    text: String,
}

/// What every row needs.
struct Scale {
    lang: Lang,
    /// The most readers of a row of the folder: the length of the longest bar.
    most: usize,
}

/// The page, as the bytes of one file. `refused` are the names of models without a report.
///
/// # Errors
/// A template that uses what does not exist.
pub fn index(systems: &[Linked], refused: &[String], lang: Lang, design: &Design) -> Result<String, HtmlError> {
    let say = |text: &str| typeset(text, lang);
    let variants = systems.iter().map(|one| one.variants.len()).sum();
    let counted = say(&texts::counted(systems.len(), variants, lang));
    let page = Page {
        head: Head::new(
            (say(texts::title(lang)), vec![counted.clone(), format!("enclair {VERSION}")]),
            "",
            design,
            lang,
        ),
        intro: say(texts::intro(lang)),
        counted,
        system: say(texts::system(lang)),
        readers: say(texts::readers(lang)),
        grades: GRADES.map(|grade| say(grade_text(grade).name(lang))),
        claims: say(texts::claims(lang)),
        unknown: say(texts::unknown(lang)),
        groups: groups(systems, lang),
        refused_title: say(texts::refused_title(lang)),
        refused: refused.iter().map(|name| harmless(name)).collect(),
    };
    Ok(design.templates.render(templates::INDEX, &Context::from_serialize(&page)?)?)
}

const GRADES: [crate::kernel::Grade; 3] =
    [crate::kernel::Grade::Privilege, crate::kernel::Grade::Tampering, crate::kernel::Grade::Breach];

fn groups(systems: &[Linked], lang: Lang) -> Vec<Group> {
    let apart = systems.chunk_by(|one, next| one.folder == next.folder);
    let several = systems.iter().any(|one| !one.folder.is_empty());
    let group = |systems: &[Linked]| {
        let folder = systems.first().map_or("", |one| one.folder.as_str());
        let folder = if folder.is_empty() && several { "./" } else { folder };
        let scale = Scale::new(systems, lang);
        let rows = systems.iter().flat_map(|one| {
            let variants = one.variants.iter().map(|audit| scale.row(audit, None));
            std::iter::once(scale.row(one.audit, Some(&one.file))).chain(variants)
        });
        Group { title: (!folder.is_empty()).then(|| harmless(folder)), rows: rows.collect() }
    };
    apart.map(group).collect()
}

impl Scale {
    /// That of the systems of a folder.
    fn new(systems: &[Linked], lang: Lang) -> Self {
        let all = systems.iter().flat_map(|one| std::iter::once(one.audit).chain(one.variants));
        let most = all.map(|audit| Glance::new(audit).readers.iter().sum::<usize>()).max().unwrap_or(0);
        Self { lang, most: most.max(1) }
    }

    fn row(&self, audit: &Audit, file: Option<&str>) -> Row {
        let (glance, lang) = (Glance::new(audit), self.lang);
        let name = if file.is_some() { &audit.system } else { &audit.own_name };
        let count = |(grade, count): (crate::kernel::Grade, usize)| Count {
            class: if count == 0 { "zero" } else { grade.id() },
            number: lang.number(u64::try_from(count).unwrap_or(u64::MAX)),
        };
        let claim = |(verdict, count): &(ClaimVerdict, usize)| {
            let text = report::claim_verdict(verdict.id(), lang);
            let times = if *count > 1 { format!(" × {count}") } else { String::new() };
            Claim { class: class_of(*verdict), text: typeset(&(text.to_owned() + &times), lang) }
        };
        Row {
            name: capitalised(&typeset(&harmless(name.get(lang)), lang)),
            href: file.map(href),
            note: file.map(|_| self.note(audit)),
            variant: file.is_none(),
            bar: self.bar(glance.readers),
            counts: GRADES.into_iter().zip(glance.readers).map(count).collect(),
            claims: glance.claims.iter().map(claim).collect(),
            unknown: if glance.undetermined == 0 { String::new() } else { glance.undetermined.to_string() },
        }
    }

    /// Whose system it is, when it was so, and how that is known.
    fn note(&self, audit: &Audit) -> String {
        let lang = self.lang;
        let basis = audit.story.as_ref().and_then(|story| story.basis_in(lang)).map(str::to_owned);
        let dated = sentences::dated(audit.date.as_deref(), lang);
        let parts = [Some(harmless(audit.vendor.get(lang))), Some(dated), basis];
        typeset(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), lang)
    }

    fn bar(&self, readers: [usize; 3]) -> Bar {
        let mut before = 0;
        let mut parts = Vec::new();
        for (grade, count) in GRADES.into_iter().zip(readers) {
            let (x, end) = (before * BAR / self.most, (before + count) * BAR / self.most);
            before += count;
            if end > x {
                parts.push(Part { class: grade.id(), x, width: end - x });
            }
        }
        Bar { label: typeset(&texts::bar(readers, self.lang), self.lang), parts }
    }
}

fn class_of(verdict: ClaimVerdict) -> &'static str {
    match verdict {
        ClaimVerdict::Refuted => "privilege",
        ClaimVerdict::Tampering => "tampering",
        ClaimVerdict::Holds => "none",
        ClaimVerdict::Undetermined => "open",
    }
}

/// The name of a file as an address relative to the page.
fn href(file: &str) -> String {
    let mut out = String::from("./");
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_an_address_whatever_it_is_made_of() {
        assert_eq!(href("a-b.en.html"), "./a-b.en.html");
        assert_eq!(href("é #?.html"), "./%C3%A9%20%23%3F.html");
        let scale = Scale { lang: Lang::En, most: 3 };
        let parts: Vec<_> = scale.bar([1, 0, 2]).parts.iter().map(|part| (part.x, part.width)).collect();
        assert_eq!(parts, [(0, 66), (66, 134)]);
    }
}
