//! Writing a file so that there is always a whole one: the old or the new.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Replaces a file's content through a new file beside it. Permissions are kept.
///
/// # Errors
/// The system's; the old file is then untouched.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The dot keeps it from being taken for an entry if it should stay behind.
    let beside = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let written = write_new(&beside, path, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The first error is the one to tell; one more about the leftover helps nobody.
        fs::remove_file(&beside).ok();
    }
    written
}

fn write_new(beside: &Path, like: &Path, text: &str) -> io::Result<()> {
    let permissions = fs::metadata(like)?.permissions();
    let mut file: File = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(beside)?;
    file.write_all(text.as_bytes())?;
    file.set_permissions(permissions)?;
    file.sync_all()
}
