//! A library of any size, made of questions there are: building it, its memory, every key, an edit.
//!
//! Reading order: `recombine` (the texts) → this file (the run) → `keys`, `resident`.

mod fault;
mod keys;
mod recombine;
mod resident;
#[cfg(test)]
mod tests;

pub use fault::ScaleFault;
pub use keys::Keys;
pub use resident::peak_bytes;

use crate::contract::{Hit, SearchRequest};
use crate::questions::{self, Question, list};
use crate::snapshot::{IndexPlace, Snapshot};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use yingda_content::plain::searchable;
use yingda_content::{Entry, Library, Loaded, load};
use yingda_search::Opened;

/// What is measured.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// How many entries.
    pub entries: usize,
    /// A file of id, question and answer (`.tsv`, `.tsv.zst`); without one the questions of `knowledge` are used.
    pub corpus: Option<&'a Path>,
    /// The library whose words are used.
    pub knowledge: Option<&'a Path>,
    /// An empty folder for the index.
    pub index: &'a Path,
}

/// What was measured.
#[derive(Debug, Clone)]
pub struct Scale {
    /// Entries built.
    pub entries: usize,
    /// From the entries in memory to a search over all of them, the dictionary's loading included.
    pub indexing: Duration,
    /// The index on disk, in bytes.
    pub index_bytes: u64,
    /// Resident memory of the process with index and entries, in bytes; `None` where the system does not say.
    pub resident_bytes: Option<u64>,
    /// The same before the index was built: the entries, the corpus they were made of, and the program.
    pub corpus_bytes: Option<u64>,
    /// How long each key took.
    pub keys: Keys,
    /// From a changed entry in memory to a search that finds it; `None` when it was not found.
    pub edit_found: Option<Duration>,
}

/// Builds a library of the wanted size and measures it. Takes up to two minutes beside the building.
///
/// # Errors
/// When the corpus can't be used or is too small, or when the index can't be written or read.
pub fn measure(wanted: &Wanted<'_>) -> Result<Scale, ScaleFault> {
    let questions = questions_there_are(wanted)?;
    let words = questions::words_of(wanted.knowledge);
    let library = Library::new(entries(&questions, wanted.entries)?, words);
    let corpus_bytes = resident::bytes();
    let started = Instant::now();
    let snapshot = indexed(library, wanted.index)?;
    let indexing = started.elapsed();
    let resident_bytes = resident::bytes();
    let index_bytes = size_of(wanted.index)
        .map_err(|_| ScaleFault::Folder(wanted.index.display().to_string()))?;
    let keys = keys::typed(&snapshot, &snapshot.lexicon, &questions)?;
    Ok(Scale {
        entries: snapshot.engine.len(),
        indexing,
        index_bytes,
        resident_bytes,
        corpus_bytes,
        keys,
        edit_found: edit_found(&snapshot)?,
    })
}

/// The corpus, or every title and every customer's word of a library with what its entry says; no more of them than
/// entries are wanted, so that only what is in the library is typed.
fn questions_there_are(wanted: &Wanted<'_>) -> Result<Vec<Question>, ScaleFault> {
    let mut there = match (wanted.corpus, wanted.knowledge) {
        (Some(corpus), _) => list::questions(corpus)?.0,
        (None, Some(folder)) => questions_of(&load(folder).library),
        (None, None) => Vec::new(),
    };
    there.truncate(wanted.entries);
    if there.is_empty() {
        return Err(ScaleFault::NoQuestions);
    }
    Ok(there)
}

fn questions_of(library: &Library) -> Vec<Question> {
    let of_one = |entry: &Arc<Entry>| {
        let answer = searchable(&entry.card.say);
        let names = std::iter::once(entry.title.clone()).chain(entry.aliases.iter().cloned());
        let question = move |question| Question {
            question,
            answer: answer.clone(),
        };
        names.map(question).collect::<Vec<_>>()
    };
    library.entries().iter().flat_map(of_one).collect()
}

fn entries(questions: &[Question], wanted: usize) -> Result<Vec<Arc<Entry>>, ScaleFault> {
    let mut entries = Vec::with_capacity(wanted);
    let most = recombine::recombined(questions, wanted, &mut |question, answer| {
        entries.extend(questions::entry_at(entries.len(), question, answer));
    });
    if most < wanted {
        return Err(ScaleFault::TooFew { most });
    }
    Ok(entries)
}

fn indexed(library: Library, index: &Path) -> Result<Snapshot, ScaleFault> {
    let loaded = Loaded {
        library,
        problems: Vec::new(),
    };
    let place = IndexPlace::Folder(index);
    match Snapshot::of(loaded, place, None, &mut |_, _| {})? {
        (_, Opened::InMemory) => Err(ScaleFault::Folder(index.display().to_string())),
        (snapshot, _) => Ok(snapshot),
    }
}

/// How long it takes until an edit is found by its new title.
fn edit_found(before: &Snapshot) -> Result<Option<Duration>, ScaleFault> {
    let middle = before.library.len() / 2;
    let Some(old) = before.library.entries().get(middle) else {
        return Ok(None);
    };
    let title = format!("刚刚改过：{}", old.title);
    let Some(changed) = questions::entry_at(middle, &title, &searchable(&old.card.say)) else {
        return Ok(None);
    };
    let request = SearchRequest {
        text: title,
        ..SearchRequest::default()
    };
    let started = Instant::now();
    let after = before.with(Arc::clone(&changed))?;
    let answer = crate::search(&after, &request, questions::day())?;
    let took = started.elapsed();
    let is_it = |hit: &Hit| {
        let title: String = hit.title.iter().map(|part| part.text.as_str()).collect();
        hit.id == changed.id.as_str() && title == changed.title
    };
    Ok(answer.hits.iter().any(is_it).then_some(took))
}

/// Bytes of all files in a folder and the folders in it.
fn size_of(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for file in fs::read_dir(folder)? {
        let file = file?;
        let about = file.metadata()?;
        bytes += if about.is_dir() {
            size_of(&file.path())?
        } else {
            about.len()
        };
    }
    Ok(bytes)
}
