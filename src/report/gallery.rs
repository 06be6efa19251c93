//! The gallery as a page in Markdown.

use std::fmt::Write as _;

use super::actors::listed;
use super::{Summary, grade_text};
use crate::audit::Audit;
use crate::kernel::Grade;
use crate::text::gallery::{self as texts, Group};
use crate::text::{Lang, about, report, typeset};

/// A model of the gallery: where it is, its audit, and those of its variants.
#[derive(Debug)]
pub struct Told {
    /// Its name.
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// The path of its file from the root of the project.
    pub path: String,
    /// Its audit.
    pub audit: Audit,
    /// Those of its variants.
    pub variants: Vec<Audit>,
}

impl Told {
    /// Answers known beforehand, of the model and of its variants: those that come out, and all.
    pub fn answers(&self) -> (usize, usize) {
        let all = std::iter::once(&self.audit).chain(&self.variants).flat_map(|audit| &audit.expectations);
        all.fold((0, 0), |(met, all), one| (met + usize::from(one.holds()), all + 1))
    }
}

/// The whole gallery in one page.
pub fn page(told: &[Told], lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n\n", texts::title(lang), texts::other_page(lang));
    let variants = told.iter().map(|one| one.variants.len()).sum();
    let answers = told.iter().map(|one| one.answers().1).sum();
    let _ = writeln!(out, "{}\n", texts::opening(told.len(), variants, answers, lang));
    for group in Group::ALL {
        let title = group.title(lang);
        let count = told.iter().filter(|one| one.group == group).count();
        let _ = writeln!(out, "- [{title}](#{}) ({count})", anchor(title));
    }
    for group in Group::ALL {
        let _ = writeln!(out, "\n## {}\n\n{}", group.title(lang), group.intro(lang));
        for one in told.iter().filter(|one| one.group == group) {
            out += &section(one, lang);
        }
    }
    typeset(&out, lang)
}

/// The anchor that code hosts give to a heading.
fn anchor(title: &str) -> String {
    let kept: String = title.to_lowercase().chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c)).collect();
    kept.replace(' ', "-")
}

fn section(told: &Told, lang: Lang) -> String {
    let audit = &told.audit;
    let mut out = format!("\n### {}\n\n[`{}`](../{})", marked(audit.system.get(lang)), told.id, told.path);
    let dated = audit.date.as_ref().map(|date| crate::text::html::dated(Some(date), lang));
    let basis = audit.story.as_ref().and_then(|story| story.basis_in(lang)).map(str::to_owned);
    for part in [dated, basis].into_iter().flatten() {
        let _ = write!(out, " · {part}");
    }
    out += "\n\n";
    if let Some(story) = &audit.story {
        let _ = writeln!(out, "{}\n", marked(story.what.get(lang)));
    }
    for claim in &audit.claims {
        let said = lang.quote(claim.says.get(lang));
        let verdict = report::claim_verdict(claim.verdict.id(), lang);
        let _ = writeln!(out, "- {}{}**{verdict}**", marked(&said), lang.pick(" : ", ": "));
    }
    out += &readers(audit, lang);
    for variant in &told.variants {
        let headline = Summary::new(variant).answer.headline(lang);
        let name = marked(variant.own_name.get(lang));
        let _ = writeln!(out, "- *{name}*{}{}", lang.pick(" : ", ": "), marked(&headline));
    }
    out.push('\n');
    if let Some(story) = &audit.story {
        if let Some(lesson) = &story.lesson {
            let _ = writeln!(out, "**{}.** {}\n", about::lesson(lang), marked(lesson.get(lang)));
        }
        if !story.sources.is_empty() {
            let source = |one: &crate::audit::SourceView| {
                let title = one.title.as_ref().map(|title| format!("{}, ", title.get(lang))).unwrap_or_default();
                marked(&format!("[{}] {title}{}", one.id, one.address))
            };
            let all: Vec<String> = story.sources.iter().map(source).collect();
            let title = about::sources(lang);
            let _ = writeln!(out, "<small>{title}{}{}</small>\n", lang.pick(" : ", ": "), all.join(" · "));
        }
    }
    let (met, all) = told.answers();
    out + &texts::known_answers(met, all, lang) + "\n"
}

/// Who reads without being meant to, grade by grade.
fn readers(audit: &Audit, lang: Lang) -> String {
    let summary = Summary::new(audit);
    let line = |grade: Grade| {
        let actors = summary.readers_by(grade, audit);
        let names = if actors.is_empty() { texts::nobody(lang).to_owned() } else { listed(audit, actors, lang) };
        format!("- {}{}{}\n", grade_text(grade).name(lang), lang.pick(" : ", ": "), marked(&names))
    };
    [Grade::Privilege, Grade::Tampering, Grade::Breach].map(line).concat()
}

/// A text of a model, harmless in Markdown.
fn marked(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if "\\`*_[]<>#|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
