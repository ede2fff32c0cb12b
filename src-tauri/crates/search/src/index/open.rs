use super::directory::Unhurried;
use super::{Index, IndexError, Places, schema};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::schema::Schema;
use tantivy::{IndexSettings, IndexWriter};
use yingda_content::{Entry, EntryId};

/// Changes whenever the index's content would change for the same entry.
const FORMAT: &str = "yingda index 2";
const FORMAT_FILE: &str = "format";
const ENGINE_FOLDER: &str = "engine";
const WRITER_MEMORY: usize = 16_000_000;
/// From how many changed entries on a second thread pays.
const MANY: usize = 500;
/// Segments that are left as they are.
const SEGMENTS: usize = 4;

/// What was done to the index when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// Brought in step: so many entries written or removed (0 = as found).
    Updated(usize),
    /// Built anew.
    Rebuilt(Rebuilt),
    /// Built in memory, for one run.
    InMemory,
}

/// Why an index was built anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rebuilt {
    /// There was none.
    Missing,
    /// It was of another format.
    OtherFormat,
    /// Its files were damaged.
    Damaged,
}

pub(super) fn open(
    folder: &Path,
    entries: &[Arc<Entry>],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(Index, Opened), IndexError> {
    let found = as_found(folder);
    if let Ok(index) = found {
        match bring_in_step(&index, entries, progress) {
            Ok(changed) => return Ok((index, Opened::Updated(changed))),
            Err(IndexError::Busy) => return Err(IndexError::Busy),
            // Damage that only writing meets is damage all the same.
            Err(_) => drop(index),
        }
        return Ok((
            anew(folder, entries, progress)?,
            Opened::Rebuilt(Rebuilt::Damaged),
        ));
    }
    let why = found.err().unwrap_or(Rebuilt::Missing);
    Ok((anew(folder, entries, progress)?, Opened::Rebuilt(why)))
}

/// The index as it lies there, if it can be trusted.
fn as_found(folder: &Path) -> Result<Index, Rebuilt> {
    let format = fs::read_to_string(folder.join(FORMAT_FILE)).map_err(|_| Rebuilt::Missing)?;
    if format != FORMAT {
        return Err(Rebuilt::OtherFormat);
    }
    let directory = Unhurried::open(&folder.join(ENGINE_FOLDER));
    let inner = directory.and_then(tantivy::Index::open);
    let inner = inner.map_err(|_| Rebuilt::Damaged)?;
    let sound = inner
        .validate_checksum()
        .is_ok_and(|damaged| damaged.is_empty());
    let places = Places::new();
    if !sound || inner.schema() != places.schema() {
        return Err(Rebuilt::Damaged);
    }
    Ok(Index::over(inner, places))
}

fn anew(
    folder: &Path,
    entries: &[Arc<Entry>],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Index, IndexError> {
    let engine = folder.join(ENGINE_FOLDER);
    // The format is written last: a build that was cut short is found missing and made again.
    remove(&folder.join(FORMAT_FILE))?;
    if engine.exists() {
        fs::remove_dir_all(&engine)?;
    }
    fs::create_dir_all(&engine)?;
    let places = Places::new();
    let schema: Schema = places.schema();
    let settings = IndexSettings::default();
    let inner = tantivy::Index::create(Unhurried::open(&engine)?, schema, settings)?;
    let index = Index::over(inner, places);
    bring_in_step(&index, entries, progress)?;
    fs::write(folder.join(FORMAT_FILE), FORMAT)?;
    Ok(index)
}

fn remove(file: &Path) -> Result<(), IndexError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes what is new or changed, removes what is gone; says how many documents that were.
pub(super) fn bring_in_step(
    index: &Index,
    entries: &[Arc<Entry>],
    progress: &mut dyn FnMut(usize, usize),
) -> Result<usize, IndexError> {
    let mut held = held(index)?;
    let changed: Vec<&Arc<Entry>> = entries
        .iter()
        .filter(|entry| {
            let hash: &str = &entry.content_hash();
            held.remove(entry.id.as_str()).as_deref() != Some(hash)
        })
        .collect();
    let total = changed.len() + held.len();
    if total == 0 {
        return Ok(0);
    }
    let threads = if total > MANY { 2 } else { 1 };
    let mut writer: IndexWriter = index
        .inner
        .writer_with_num_threads(threads, WRITER_MEMORY * threads)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    for gone in held.keys() {
        writer.delete_term(index.places.id_term(gone));
    }
    for (done, entry) in changed.into_iter().enumerate() {
        progress(done, total);
        writer.delete_term(index.places.id_term(entry.id.as_str()));
        writer.add_document(index.places.document(entry))?;
    }
    writer.commit()?;
    merge(index, &mut writer)?;
    writer.wait_merging_threads()?;
    progress(total, total);
    Ok(total)
}

/// Many segments, each half: a word is looked up in every segment, so few are worth a moment after much was written.
fn merge(index: &Index, writer: &mut IndexWriter) -> Result<(), IndexError> {
    let segments = index.inner.searchable_segment_ids()?;
    if segments.len() <= SEGMENTS {
        return Ok(());
    }
    let share = segments.len().div_ceil(2);
    let merging: Vec<_> = segments
        .chunks(share)
        .map(|segments| writer.merge(segments))
        .collect();
    for merged in merging {
        merged.wait()?;
    }
    Ok(())
}

/// Each edit is a small segment; so many are searched side by side before one edit pays for merging them.
const MOST_SEGMENTS: usize = 40;

/// Writes and removes single entries in one commit.
pub(super) fn change(
    index: &Index,
    written: &[Arc<Entry>],
    removed: &[EntryId],
) -> Result<(), IndexError> {
    let mut writer: IndexWriter = index.inner.writer_with_num_threads(1, WRITER_MEMORY)?;
    // A merge that an edit begins would be cut off at its end and begun again by the next one.
    let many = index.inner.searchable_segment_ids()?.len() > MOST_SEGMENTS;
    if !many {
        writer.set_merge_policy(Box::new(NoMergePolicy));
    }
    for gone in removed {
        writer.delete_term(index.places.id_term(gone.as_str()));
    }
    for entry in written {
        writer.delete_term(index.places.id_term(entry.id.as_str()));
        writer.add_document(index.places.document(entry))?;
    }
    writer.commit()?;
    if many {
        writer.wait_merging_threads()?;
    }
    Ok(())
}

/// Content hash by id of every live document.
fn held(index: &Index) -> Result<HashMap<String, String>, IndexError> {
    let mut held = HashMap::new();
    for segment in index.searcher()?.segment_readers() {
        let mut hashes = schema::hashes(segment)?.into_iter();
        schema::each_id(segment, |document, id| {
            let hash = hashes.next().unwrap_or_default();
            if !segment.is_deleted(document) {
                held.insert(id.to_owned(), hash);
            }
        })?;
    }
    Ok(held)
}
