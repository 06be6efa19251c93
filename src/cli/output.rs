//! Writing files: whole or not at all, and never over somebody else's.

use std::io::{self, Write};
use std::path::Path;

use super::{Console, Exit, input};
use crate::text::{Lang, cli as words};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unwritten {
    /// Another tool or a person wrote what is there.
    #[error("not ours")]
    NotOurs,
    /// The system refuses.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Unwritten {
    /// Why, in words; each command has its own for what is there and is not ours.
    pub(super) fn why(&self, not_ours: &str, lang: Lang) -> String {
        match self {
            Self::NotOurs => not_ours.to_owned(),
            Self::Io(error) => words::io(error.kind(), lang).map_or_else(|| error.to_string(), str::to_owned),
        }
    }
}

impl Console<'_> {
    /// Says why a file is not written, and how the command ends.
    pub(super) fn unwritten(&mut self, path: &Path, why: &str, lang: Lang) -> Exit {
        self.error_in(&words::cannot_write(&input::shown(path), why, lang), lang);
        Exit::Failure
    }
}

/// Writes a file beside its place and moves it there, making the directory if there is none. What
/// is there is replaced if it bears the mark, or if that is asked for.
pub(super) fn write(
    path: &Path,
    content: &(impl AsRef<[u8]> + ?Sized),
    mark: Option<&str>,
    force: bool,
) -> Result<(), Unwritten> {
    if !force && path.exists() && !ours(path, mark)? {
        return Err(Unwritten::NotOurs);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = parent.join(format!(".{name}.{}.part", std::process::id()));
    let written = fill(&beside, content.as_ref()).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        // The part is worth nothing; failing to remove it must not hide why.
        let _ = std::fs::remove_file(&beside);
    }
    Ok(written?)
}

fn fill(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Whether the file bears the mark of this tool.
fn ours(path: &Path, mark: Option<&str>) -> io::Result<bool> {
    let Some(mark) = mark else { return Ok(false) };
    let bytes = std::fs::read(path)?;
    Ok(bytes.is_empty() || String::from_utf8_lossy(&bytes).contains(mark))
}
