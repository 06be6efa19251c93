//! Reading files: the model's own, and the parts beside it.

use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::Path;

use crate::source::{Diagnostic, Diagnostics, Limits, SourceFile};
use crate::text::problem::{Problem, Unread};

/// Gives the bytes of a part, by its path from the folder of the model's own file. It need not give
/// more than one byte beyond the number it is told.
pub type Parts<'r> = dyn Fn(&str, u64) -> Result<Vec<u8>, Unread> + 'r;

/// Reads the text of a model from a path.
///
/// # Errors
/// One diagnostic: the file is missing, too large, unreadable or not UTF-8.
pub fn read(path: &Path, name: &str, limits: &Limits) -> Result<SourceFile, Diagnostics> {
    let fail = |problem: Problem| {
        let file = SourceFile::new(name, String::new());
        Diagnostics::new(file, vec![Diagnostic::new(problem, 0..0)], 1)
    };
    let unreadable = |error: Error| fail(Problem::Unreadable { why: unread(&error) });
    let bytes = if path == Path::new("-") {
        some(&mut std::io::stdin().lock(), limits.bytes)
    } else {
        File::open(path).and_then(|mut file| some(&mut file, limits.bytes))
    };
    let bytes = bytes.map_err(unreadable)?;
    if bytes.len() as u64 > limits.bytes {
        return Err(fail(Problem::TooLarge { limit: limits.bytes }));
    }
    match text(bytes) {
        Ok(text) => Ok(SourceFile::new(name, text)),
        Err((lossy, at)) => {
            let file = SourceFile::new(name, lossy);
            Err(Diagnostics::new(file, vec![Diagnostic::new(Problem::NotUtf8, at..at + REPLACED)], 1))
        }
    }
}

/// A reader of the parts beside a model: from its folder, or for standard input from the current one.
pub fn beside(model: &Path) -> impl Fn(&str, u64) -> Result<Vec<u8>, Unread> {
    let folder = match model.parent() {
        Some(folder) if model != Path::new("-") => folder.to_owned(),
        _ => std::path::PathBuf::new(),
    };
    move |part, most| {
        let path = folder.join(part);
        let unread = |error: Error| unread(&error);
        // A link may lead anywhere, but what it leads to says that it is YAML too.
        let real = std::fs::canonicalize(&path).map_err(unread)?;
        let kind = std::fs::metadata(&real).map_err(unread)?;
        if kind.is_dir() {
            return Err(Unread::Directory);
        }
        if !kind.is_file() || !real.to_str().is_some_and(is_yaml) {
            return Err(Unread::Strange);
        }
        File::open(&real).and_then(|mut file| some(&mut file, most)).map_err(unread)
    }
}

/// Whether a path says that it is YAML.
pub(super) fn is_yaml(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// The width of the character that stands for bytes that are none.
pub(super) const REPLACED: usize = '\u{fffd}'.len_utf8();

/// Bytes as text, without a byte-order mark; or as far as they are text, and where they are not.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, (String, usize)> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        (String::from_utf8_lossy(error.as_bytes()).into_owned(), at)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// What a source gives, up to one byte too many.
fn some(source: &mut dyn Read, most: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    source.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unread(error: &Error) -> Unread {
    match error.kind() {
        ErrorKind::NotFound => Unread::Missing,
        ErrorKind::PermissionDenied => Unread::Forbidden,
        ErrorKind::IsADirectory => Unread::Directory,
        _ => Unread::Other(error.to_string()),
    }
}
