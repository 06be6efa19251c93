//! Many models at once: side by side, told in their order, with a bar on a terminal.

use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::input::shown;

/// What becomes of each model, in the order of the paths. The bar is for who waits before a terminal:
/// elsewhere nothing is drawn.
pub(super) fn each<T: Send>(paths: &[PathBuf], work: impl Fn(&Path) -> T + Sync) -> Vec<T> {
    let target = if paths.len() > 1 { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(u64::try_from(paths.len()).ok(), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    let done = paths.par_iter().map(|path| {
        let made = work(path);
        bar.set_message(shown(path));
        bar.inc(1);
        made
    });
    let all = done.collect();
    bar.finish_and_clear();
    all
}
