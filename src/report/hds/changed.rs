//! What certificates change, beside what end-to-end encryption changes.

use comfy_table::{ColumnConstraint, Width};

use super::Told;
use crate::audit::ActorKind;
use crate::compare::hds::Changed;
use crate::kernel::Grade;
use crate::report::human::table;
use crate::report::summary::grade_text;
use crate::text::{Lang, hds as text, human};

impl Told<'_> {
    pub(in crate::report) fn counted(self) -> String {
        let changed = &self.hds.changed;
        let certificates = changed.without.max(changed.with_all);
        text::counted(certificates, changed.cells, changed.end_to_end.len(), self.lang)
    }

    /// Readers of health data by privilege, under end-to-end encryption.
    pub(super) fn side_by_side(self) -> String {
        let lang = self.lang;
        let changed = &self.hds.changed;
        let shown = self.shown();
        let mut out = String::new();
        let rows = self.alike(&shown, short);
        if !rows.is_empty() {
            let mut table = table();
            let widths = [24, 26, 26].map(|width| ColumnConstraint::Absolute(Width::Fixed(width)));
            table.set_header([text::actor(lang), text::data(lang), text::end_to_end(lang)]);
            table.set_constraints(widths);
            for (actors, data, change) in rows {
                table.add_row([actors.join(", "), data, change]);
            }
            out += &table.to_string();
            out.push('\n');
        }
        if shown.iter().any(|one| one.declared) {
            out += &self.say(text::declared(lang));
        }
        let others = changed.end_to_end.len() - shown.len();
        if others > 0 {
            out += &self.say(&text::others(others, " (--format json)", lang));
        }
        out
    }

    /// The changes of those who read health data by privilege without being meant to.
    pub(in crate::report) fn shown(&self) -> Vec<&Changed> {
        self.hds.changed.end_to_end.iter().filter(|one| self.is_shown(one)).collect()
    }

    /// Actors with the same change on the same data share a row.
    pub(in crate::report) fn alike(
        &self,
        shown: &[&Changed],
        word: fn(Grade, Lang) -> &'static str,
    ) -> Vec<(Vec<&str>, String, String)> {
        let mut cells: Vec<(usize, String, Vec<String>)> = Vec::new();
        for one in shown {
            let verdict = &self.audit.verdicts[one.verdict];
            let change = change(one, word, self.lang);
            let mark = if one.declared { "*" } else { "" };
            let label = format!("{}{mark}", self.audit.data[verdict.data].label.get(self.lang));
            let same = |cell: &&mut (usize, String, Vec<String>)| cell.0 == verdict.actor && cell.1 == change;
            match cells.iter_mut().find(same) {
                Some((_, _, data)) => data.push(label),
                None => cells.push((verdict.actor, change, vec![label])),
            }
        }
        let mut rows: Vec<(Vec<&str>, String, String)> = Vec::new();
        for (actor, change, data) in cells {
            let (name, data) = (self.audit.actors[actor].label.get(self.lang), data.join(", "));
            match rows.iter_mut().find(|(_, other, known)| *other == data && *known == change) {
                Some((actors, ..)) => actors.push(name),
                None => rows.push((vec![name], data, change)),
            }
        }
        rows
    }

    fn is_shown(self, one: &Changed) -> bool {
        let verdict = &self.audit.verdicts[one.verdict];
        let kind = self.audit.actors[verdict.actor].kind;
        let people = matches!(kind, ActorKind::Organisation | ActorKind::Admin | ActorKind::People);
        let by_privilege = one.before.0.min(one.before.1) <= Grade::Privilege;
        people && by_privilege && !verdict.intended && self.audit.data[verdict.data].health
    }
}

fn short(grade: Grade, lang: Lang) -> &'static str {
    human::short_grade(grade_text(grade), lang)
}

/// What changes of a cell: what is kept, what passes, or both alike; each grade in such words.
fn change(one: &Changed, word: fn(Grade, Lang) -> &'static str, lang: Lang) -> String {
    let moved = |before, after| format!("{} → {}", word(before, lang), word(after, lang));
    let (past, new) = (moved(one.before.0, one.after.0), moved(one.before.1, one.after.1));
    match (one.before.0 == one.after.0, one.before.1 == one.after.1) {
        _ if past == new => past,
        (true, _) => text::of_new(&new, lang),
        (_, true) => text::of_past(&past, lang),
        (false, false) => format!("{}, {}", text::of_past(&past, lang), text::of_new(&new, lang)),
    }
}
