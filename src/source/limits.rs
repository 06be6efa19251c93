//! The limits that keep a hostile file from hurting.

/// Limits on what is read. They are far above any honest model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub bytes: u64,
    /// Levels of nesting.
    pub depth: usize,
    /// Values, counted after aliases are followed.
    pub nodes: usize,
    /// Aliases followed.
    pub aliases: usize,
    /// Mistakes shown for one file.
    pub problems: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1024 * 1024, depth: 32, nodes: 100_000, aliases: 1000, problems: 100 }
    }
}
