//! The drawing as text that other tools lay out: Mermaid and DOT.

use std::fmt::Write as _;

use super::scene::{Look, Sheath};
use super::sketch::{Edge, Node, Pencil, Reader, Sketch};
use super::{Subject, title_of};
use crate::audit::Audit;
use crate::compare::{Lane, SystemMap};
use crate::text::{Lang, diagram as texts, typeset};

/// Where a component stands: a lane of nobody, or a perimeter.
type Zone = (Option<Lane>, Option<usize>);

/// The components of a drawing by where they stand, in order.
fn zones(sketch: &Sketch) -> Vec<(Zone, Vec<usize>)> {
    let mut found: Vec<(Zone, Vec<usize>)> = Vec::new();
    for (at, node) in sketch.nodes.iter().enumerate() {
        let zone = match node.perimeter {
            Some(perimeter) => (None, Some(perimeter)),
            None => (Some(node.lane), None),
        };
        match found.iter_mut().find(|(known, _)| *known == zone) {
            Some((_, all)) => all.push(at),
            None => found.push((zone, vec![at])),
        }
    }
    found.sort_by_key(|(zone, _)| *zone);
    found
}

fn zone_title(sketch: &Sketch, zone: Zone, lang: Lang) -> String {
    match zone {
        (_, Some(perimeter)) => {
            let zone = &sketch.zones[perimeter];
            let said = [zone.title.as_str(), &zone.note].into_iter().chain(zone.keys.iter().map(String::as_str));
            said.collect::<Vec<_>>().join(" – ")
        }
        (Some(Lane::Devices), None) => texts::devices(lang).to_owned(),
        _ => texts::network(lang).to_owned(),
    }
}

/// What is said in a component, line by line, its name first.
fn lines(node: &Node, lang: Lang) -> Vec<String> {
    let mut lines = vec![node.name.clone()];
    lines.extend(node.lines.iter().map(|said| said.text.clone()).filter(|text| !text.is_empty()));
    if !node.readers.is_empty() {
        let numbers: Vec<String> = node.readers.iter().map(usize::to_string).collect();
        lines.push(typeset(&texts::read_by(&numbers.join(", "), lang), lang));
    }
    lines
}

fn edge_label(edge: &Edge) -> String {
    format!("{}, {}", edge.above, edge.below)
}

const fn class(look: Look) -> &'static str {
    match look {
        Look::Clear => "clear",
        Look::Sealed => "sealed",
        Look::Open => "open",
        Look::Blank => "blank",
        Look::Reader => "reader",
    }
}

/// What is said of each reader and authority, line by line, and whether it is an authority; or that nobody reads.
fn cards(sketch: &Sketch, lang: Lang) -> Vec<(Vec<String>, Look)> {
    let card = |reader: &Reader| {
        let number = reader.number.map(|number| format!("({number}) ")).unwrap_or_default();
        let mut said = vec![format!("{number}{}", reader.name)];
        said.extend(reader.lines.iter().map(|line| line.text.clone()));
        (said, if reader.law { Look::Blank } else { Look::Reader })
    };
    let nobody = sketch.readers.iter().all(|reader| reader.law);
    let nobody = nobody.then(|| (vec![typeset(texts::nobody(lang), lang)], Look::Blank));
    nobody.into_iter().chain(sketch.readers.iter().map(card)).collect()
}

/// What is drawn, whole, and its title.
fn whole(map: &SystemMap, audit: &Audit, subject: Subject, lang: Lang) -> (Sketch, String) {
    let pencil = Pencil { map, audit, subject, lang, left_out: 0 };
    (super::sketch(&pencil, super::Fold::None), title_of(&pencil))
}

/// A Mermaid flowchart.
pub fn mermaid(map: &SystemMap, audit: &Audit, subject: Subject, lang: Lang) -> String {
    let (sketch, title) = whole(map, audit, subject, lang);
    let mut out = format!("%% enclair {}\nflowchart LR\n", env!("CARGO_PKG_VERSION"));
    let mut put = |text: String| out.write_str(&text).expect("internal error: writing to a string");
    put(format!("  accTitle: {}\n", plain(&title)));
    for (at, (zone, nodes)) in zones(&sketch).into_iter().enumerate() {
        put(format!("  subgraph z{at}[\"{}\"]\n", quoted(&zone_title(&sketch, zone, lang))));
        for node in nodes {
            let said: Vec<String> = lines(&sketch.nodes[node], lang).iter().map(|line| quoted(line)).collect();
            put(format!("    n{node}[\"{}\"]:::{}\n", said.join("<br/>"), class(sketch.nodes[node].look)));
        }
        put("  end\n".to_owned());
    }
    for edge in &sketch.edges {
        let line = if edge.core == Look::Sealed { "---" } else { "-.-" };
        put(format!("  n{} {line}|\"{}\"| n{}\n", edge.ends[0], quoted(&edge_label(edge)), edge.ends[1]));
    }
    put(format!("  subgraph readers[\"{}\"]\n", quoted(&typeset(texts::readers(lang), lang))));
    for (at, (said, look)) in cards(&sketch, lang).into_iter().enumerate() {
        let said: Vec<String> = said.iter().map(|line| quoted(line)).collect();
        put(format!("    r{at}[\"{}\"]:::{}\n", said.join("<br/>"), class(look)));
    }
    put("  end\n".to_owned());
    put("  classDef clear fill:#fff2e8,stroke:#b34700,stroke-dasharray:8 5,color:#17212b\n".to_owned());
    put("  classDef sealed fill:#e9f4fb,stroke:#005a8c,color:#17212b\n".to_owned());
    put("  classDef open fill:#f3f0fb,stroke:#5b4a8a,stroke-dasharray:2 3,color:#17212b\n".to_owned());
    put("  classDef blank fill:#ffffff,stroke:#b6c0ca,color:#17212b\n".to_owned());
    put("  classDef reader fill:#ffffff,stroke:#b34700,color:#17212b\n".to_owned());
    out
}

/// A DOT graph.
pub fn dot(map: &SystemMap, audit: &Audit, subject: Subject, lang: Lang) -> String {
    let (sketch, title) = whole(map, audit, subject, lang);
    let mut out = format!("// enclair {}\ngraph enclair {{\n", env!("CARGO_PKG_VERSION"));
    let mut put = |text: String| out.write_str(&text).expect("internal error: writing to a string");
    put(format!("  rankdir=LR; labelloc=t; label={};\n", string(&title)));
    put("  node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\"]; edge [fontname=\"DejaVu Sans\", fontsize=10];\n".to_owned());
    for (at, (zone, nodes)) in zones(&sketch).into_iter().enumerate() {
        put(format!("  subgraph cluster_{at} {{\n    label={};\n", string(&zone_title(&sketch, zone, lang))));
        for node in nodes {
            let shown = &sketch.nodes[node];
            put(format!("    n{node} [label={}, {}];\n", string(&lines(shown, lang).join("\n")), paint(shown.look)));
        }
        put("  }\n".to_owned());
    }
    for edge in &sketch.edges {
        let sheath = if edge.sheath == Sheath::Closed { "penwidth=3" } else { "penwidth=1" };
        let core = match edge.core {
            Look::Sealed => "color=\"#005a8c\"",
            Look::Open => "color=\"#5b4a8a\", style=dotted",
            _ => "color=\"#b34700\", style=dashed",
        };
        let label = string(&edge_label(edge));
        put(format!("  n{} -- n{} [label={label}, {sheath}, {core}];\n", edge.ends[0], edge.ends[1]));
    }
    put(format!("  subgraph cluster_readers {{\n    label={};\n", string(&typeset(texts::readers(lang), lang))));
    for (at, (said, look)) in cards(&sketch, lang).into_iter().enumerate() {
        put(format!("    r{at} [label={}, {}];\n", string(&said.join("\n")), paint(look)));
    }
    put("  }\n}\n".to_owned());
    out
}

const fn paint(look: Look) -> &'static str {
    match look {
        Look::Clear => "fillcolor=\"#fff2e8\", color=\"#b34700\", style=\"rounded,filled,dashed\"",
        Look::Sealed => "fillcolor=\"#e9f4fb\", color=\"#005a8c\"",
        Look::Open => "fillcolor=\"#f3f0fb\", color=\"#5b4a8a\", style=\"rounded,filled,dotted\"",
        Look::Blank => "fillcolor=\"#ffffff\", color=\"#b6c0ca\"",
        Look::Reader => "fillcolor=\"#ffffff\", color=\"#b34700\"",
    }
}

/// A text within quotes of Mermaid: whatever it gives a sense to is written as its number.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '"' | '#' | '<' | '>' | '&' | '`' | ';' | '\\' | '[' | ']' | '{' | '}' | '|' | '%' | '*' | '_' | '~'
            | '/' | ':' => {
                write!(out, "#{};", u32::from(character)).expect("internal error: writing to a string");
            }
            _ => out.push(character),
        }
    }
    out
}

/// A text without what Mermaid gives a sense to, where it has no quotes.
fn plain(text: &str) -> String {
    text.chars().filter(|character| !matches!(character, '#' | ';' | '{' | '}' | '<' | '>' | '%' | '"')).collect()
}

/// A string of DOT.
fn string(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_names() {
        assert_eq!(quoted("a\"]; click n0 \"x"), "a#34;#93;#59; click n0 #34;x");
        assert_eq!(string("a\"\\b\nc"), "\"a\\\"\\\\b\\nc\"");
    }
}
