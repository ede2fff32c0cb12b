//! Opening a library for one command, with an index of the command line's own.

use crate::arguments::Model;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::OffsetDateTime;
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Encoder, MODEL_FILE, Meaning, Snapshot, is_library};

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

/// The sentence model: the one that was named, or the usual one if it is there; `None` when meaning is off.
pub(crate) fn encoder(model: &Model) -> io::Result<Option<Arc<Encoder>>> {
    let file = match model {
        Model::Off => return Ok(None),
        Model::File(file) => file.clone(),
        Model::Usual => {
            let beside = std::env::current_exe()
                .ok()
                .and_then(|program| Some(program.parent()?.join("model")));
            let folders = [Some(PathBuf::from("src-tauri/model")), beside];
            let mut files = folders
                .into_iter()
                .flatten()
                .map(|folder| folder.join(MODEL_FILE));
            match files.find(|file| file.is_file()) {
                Some(file) => file,
                None => return Ok(None),
            }
        }
    };
    Encoder::open(&file)
        .map(|encoder| Some(Arc::new(encoder)))
        .map_err(io::Error::other)
}

/// What the names of a library mean; vectors made before are kept beside its index.
pub(crate) fn meaning(
    snapshot: &Snapshot,
    folder: &Path,
    model: &Model,
) -> io::Result<Option<Meaning>> {
    let kept = cache(folder).map(|folder| folder.join("vectors"));
    let of = |encoder| Meaning::of(&snapshot.engine, encoder, kept.as_deref(), &mut |_, _| true);
    Ok(encoder(model)?.and_then(of))
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

/// Who is logged in, as an act names them.
pub(crate) fn person() -> String {
    ["USER", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_else(|| "yingda-cli".to_owned())
}
