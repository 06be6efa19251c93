//! The limits that keep a hostile file from hurting.

/// Limits on what is read, over all the files of a model. They are far above any honest one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of all files.
    pub bytes: u64,
    /// Levels of nesting.
    pub depth: usize,
    /// Values, counted after aliases are followed, those of variants included.
    pub nodes: usize,
    /// Aliases followed.
    pub aliases: usize,
    /// Mistakes shown for one model.
    pub problems: usize,
    /// Files, the model's own included.
    pub files: usize,
    /// Variants.
    pub variants: usize,
}

impl Default for Limits {
    fn default() -> Self {
        let bytes = 1024 * 1024;
        Self { bytes, depth: 32, nodes: 100_000, aliases: 1000, problems: 100, files: 64, variants: 32 }
    }
}
