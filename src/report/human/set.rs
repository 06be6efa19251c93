//! Several models in one table, a line each.

use comfy_table::CellAlignment;

use super::tables::table;
use super::{Glance, Look};
use crate::audit::Audit;
use crate::report::wrap::wrap;
use crate::text::{human as words, set as texts};

/// A line of the table.
#[derive(Debug, Clone)]
pub struct Line {
    /// The folder of the model; empty where all share one.
    pub folder: String,
    /// The model, or the variant under it.
    pub name: String,
    /// Its numbers; or why there are none.
    pub glance: Result<Glance, &'static str>,
}

impl Line {
    /// The lines of a model and, under it, of its variants.
    pub fn of<'a>(folder: &str, name: &str, audits: impl IntoIterator<Item = &'a Audit>) -> Vec<Self> {
        let line = |(at, audit): (usize, &Audit)| {
            let name = match &audit.variant {
                None => name.to_owned(),
                Some(variant) if at == 0 => format!("{name} ({variant})"),
                Some(variant) => format!("  {variant}"),
            };
            Self { folder: folder.to_owned(), name, glance: Ok(Glance::new(audit)) }
        };
        audits.into_iter().enumerate().map(line).collect()
    }
}

/// The table. A folder stands once, before its models.
pub fn summary(lines: &[Line], look: Look) -> String {
    let lang = look.lang;
    let mut table = table();
    let header = [
        texts::model(lang),
        texts::readers_of(lang),
        texts::unknown(lang),
        texts::refuted(lang),
        texts::expected(lang),
    ];
    table.set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut folder = "";
    for line in lines {
        if line.folder != folder {
            folder = &line.folder;
            table.add_row([if folder.is_empty() { "./".to_owned() } else { format!("{folder}/") }]);
        }
        let indent = if folder.is_empty() { "" } else { "  " };
        let mut cells = vec![format!("{indent}{}", line.name)];
        match &line.glance {
            Ok(glance) => {
                let share =
                    |(part, all): (usize, usize)| if all == 0 { String::new() } else { format!("{part}/{all}") };
                let unknown = if glance.undetermined == 0 { String::new() } else { glance.undetermined.to_string() };
                cells.extend([words::counts(glance.readers), unknown]);
                cells.extend([share(glance.refuted()), share(glance.expectations)]);
            }
            Err(why) => cells.push((*why).to_owned()),
        }
        table.add_row(cells);
    }
    let intro = wrap(texts::intro(lang), "", lang);
    format!("{}{intro}\n{table}\n", look.heading(texts::title(lang)))
}
