//! The drawings: all data together, then each data asset.

use serde::Serialize;

use super::words::Words;
use crate::compare::SystemMap;
use crate::diagram::{Frame, Scene, Subject, alike, scene, svg, without_legend};
use crate::text::diagram as texts;

/// The drawings of a system.
#[derive(Debug, Serialize)]
pub(super) struct Drawings {
    whole: Figure,
    each: Vec<Figure>,
}

/// A drawing; what it says for whoever cannot see it is in it.
#[derive(Debug, Serialize)]
pub(super) struct Figure {
    id: String,
    title: String,
    svg: String,
}

pub(super) fn drawings(words: &Words, map: &SystemMap) -> Drawings {
    let audit = words.audit;
    let overview = scene(map, audit, Subject::Overview, words.lang);
    let whole = figure("drawing-all", texts::overview(words.lang).to_owned(), &overview, "da", true);
    let each = alike(map, audit, words.lang);
    let of = |(at, data): (usize, Vec<usize>)| {
        let names: Vec<String> = data.iter().map(|data| words.data(*data)).collect();
        let prefix = format!("d{at}-");
        let scene = without_legend(map, audit, Subject::Data(data[0]), words.lang);
        figure(&format!("drawing-{}", at + 1), words.lang.list(&names), &scene, &prefix, false)
    };
    // Of a system with one data asset, all together is that one.
    let each = if audit.data.len() > 1 { each.into_iter().enumerate().map(of).collect() } else { Vec::new() };
    Drawings { whole, each }
}

/// A figure of a scene.
pub(super) fn figure(id: &str, title: String, scene: &Scene, prefix: &str, shared: bool) -> Figure {
    Figure { id: id.to_owned(), title, svg: svg(scene, Frame { note: None, prefix, shared }) }
}
