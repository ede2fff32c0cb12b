//! Opening a library for one command, with an index of the command line's own.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use time::OffsetDateTime;
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Snapshot, is_library};

/// Now, in Beijing.
pub(crate) fn now() -> BeijingTime {
    BeijingTime::at(OffsetDateTime::now_utc())
}

/// A snapshot of the library in a folder. The index is kept in the cache folder of the system, one for each library;
/// while another command writes it, or where there is no such folder, it is built in memory.
pub(crate) fn snapshot(folder: &Path) -> io::Result<Snapshot> {
    must_be_library(folder)?;
    let kept = cache(folder);
    let index = kept
        .as_deref()
        .map_or(IndexPlace::Memory, IndexPlace::Folder);
    let taken = Snapshot::take(folder, index, None, &mut |_, _| {});
    taken
        .map(|(snapshot, _)| snapshot)
        .map_err(|error| io::Error::other(error.to_string()))
}

/// The library whose words are used to search a list of questions: the one that was named, or the one here if there is
/// one.
pub(crate) fn words(named: Option<&Path>) -> io::Result<Option<PathBuf>> {
    let here = PathBuf::from("knowledge");
    match named {
        Some(folder) => must_be_library(folder).map(|()| Some(folder.to_owned())),
        None => Ok(is_library(&here).then_some(here)),
    }
}

fn must_be_library(folder: &Path) -> io::Result<()> {
    if is_library(folder) {
        return Ok(());
    }
    let there = folder.display();
    let sentence = format!(
        "no knowledge base at {there}; name its folder with --knowledge DIR / {there} 没有知识库，请用 --knowledge 目录 指定"
    );
    Err(io::Error::new(io::ErrorKind::NotFound, sentence))
}

/// The folder of this library's index: below `$XDG_CACHE_HOME`, `~/.cache`, or `%LOCALAPPDATA%`.
fn cache(folder: &Path) -> Option<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("LOCALAPPDATA"))?;
    let whole = folder.canonicalize().ok()?;
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    Some(
        base.join("yingda-cli")
            .join(format!("{:016x}", hasher.finish())),
    )
}
