//! Data that stand for others, or accompany them: what having one gives of the other, and who sees it.

use super::context::{Lowering, Origin};
use crate::kernel::{Auth, Mode, When};
use crate::model::{Data, Maybe};
use crate::source::Route;

/// What recognising people by the content of pseudonymised data amounts to having. It is of these data alone:
/// others under the same table may betray nobody.
pub(super) fn recognised_of(data: &str) -> String {
    format!("recognised:{data}")
}

impl Lowering<'_> {
    /// What else can be made of an item: the data that pseudonyms stand for, under the table that
    /// joins them, or by recognising people; and, of a table, the secret that it is.
    pub(super) fn readings(&self, item: &str) -> Vec<(String, Option<String>)> {
        let Some(data) = self.model.data.get(item) else { return Vec::new() };
        let recognised = matches!(data.reidentifiable, Some(Maybe::Is(true) | Maybe::Unknown));
        let ways = [Some(self.table_of(item)), recognised.then(|| recognised_of(item))];
        let ways = ways.into_iter().flatten();
        let stood_for = data.pseudonym_of.iter().flat_map(|of| ways.clone().map(|way| (of.0.clone(), Some(way))));
        let is_table =
            self.model.data.values().any(|other| other.mapping.as_ref().is_some_and(|table| table.0 == item));
        stood_for.chain(is_table.then(|| (format!("map:{item}"), None))).collect()
    }

    /// The secret that joins pseudonyms to people.
    pub(super) fn table_of(&self, data: &str) -> String {
        let mapping = self.model.data.get(data).and_then(|entry| entry.mapping.as_ref());
        format!("map:{}", mapping.map_or(data, |mapping| &mapping.0))
    }

    /// Whoever is named a recipient of pseudonyms receives them, and reads people with the table.
    pub(super) fn roster_of_readings(&mut self, item: &str, source: &str, auth: Auth, origins: &[Origin]) {
        let mode = match auth {
            Auth::None => Mode::Update,
            Auth::Logged => Mode::Logged,
            Auth::Verified => return,
        };
        let received = format!("{item}/received");
        for (other, key) in self.readings(item) {
            let layers: Vec<String> = key.into_iter().collect();
            self.present(&received, &other, &layers, When::Live, origins);
            for origin in origins {
                self.follows(&received, source, mode, origin);
            }
        }
    }

    /// Why metadata, patterns and the people behind pseudonyms are there: their own entry says so.
    pub(super) fn with_cause(&self, item: &str, origins: &[Origin]) -> Vec<Origin> {
        let Some(data) = self.model.data.get(item) else { return origins.to_vec() };
        let route = Route::root("data").key(item);
        let causes = [("metadata_of", &data.metadata_of), ("pattern_of", &data.pattern_of)];
        let causes = causes.into_iter().filter(|(_, other)| other.is_some());
        let causes = causes.map(|(key, _)| Origin::Stated(route.key(key)));
        origins.iter().cloned().chain(causes).collect()
    }

    /// A data asset, and the data that it accompanies, nearest first.
    pub(super) fn with_what_it_accompanies(&self, data: &str) -> Vec<String> {
        let mut chain = vec![data.to_owned()];
        while let Some(next) = chain.last().and_then(|at| self.model.data.get(at)).and_then(Data::accompanies) {
            if chain.contains(&next.0) {
                break;
            }
            chain.push(next.0.clone());
        }
        chain
    }

    /// Whether a component sees a data asset, as far as the model says who alone does. A copy of a
    /// storage has what that has.
    pub(super) fn sees(&self, place: &str, data: &str) -> bool {
        let only = self.model.data.get(data).and_then(|entry| entry.visible_to.as_ref());
        only.is_none_or(|only| self.model.originals_of(place).iter().any(|at| only.iter().any(|one| one.0 == **at)))
    }
}
