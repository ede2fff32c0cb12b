//! Writing a file whole: beside the old one, then renamed over it. A crash or a full disk leaves the old file.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Replaces the file `name` of `folder`, which is made when it is not there.
///
/// # Errors
/// What the system says; the old file stays.
pub(crate) fn replace(folder: &Path, name: &str, text: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!("{name}.new"));
    let mut file = fs::File::create(&beside)?;
    file.write_all(text)?;
    file.sync_all()?;
    fs::rename(beside, folder.join(name))
}
