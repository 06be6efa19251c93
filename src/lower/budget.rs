//! How many steps a lowering may take, so that no file keeps the tool busy for long.

use super::context::Lowering;

/// Steps after which a lowering stops. A model is refused long before: its worst case must take less than
/// a tenth of it, which leaves room for the other cases and for the rungs of the ladder.
pub const MOST_STEPS: u64 = 30_000_000;

impl Lowering<'_> {
    /// Counts steps, and tells whether there are any left. Once there are none, what is lowered is
    /// not whole: [`super::Lowered::is_whole`] says so, and nothing is to be solved from it.
    pub(super) fn spend(&self, steps: usize) -> bool {
        let spent = self.spent.get().saturating_add(steps as u64);
        self.spent.set(spent);
        spent <= MOST_STEPS
    }
}
