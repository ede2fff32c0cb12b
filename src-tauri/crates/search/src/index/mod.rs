//! The index on disk: one document an entry, kept in step with the library by itself.

mod directory;
mod error;
mod open;
mod schema;

pub use error::IndexError;
pub use open::{Opened, Rebuilt};
pub(crate) use schema::{CUT, Place, Places};

use crate::grams::Grams;
use crate::postings::{Documents, Postings};
use crate::shelf::{GONE, Shelf};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{IndexReader, ReloadPolicy, Searcher};
use yingda_content::{Entry, EntryId};

/// An index that agrees with a library.
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) places: Places,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in a folder and brings it in step with the entries; builds it anew when it is missing,
    /// damaged or of another format. `progress` hears (done, total) while entries are written.
    ///
    /// # Errors
    /// When the folder can't be used, or another program holds it ([`IndexError::Busy`]).
    pub fn open(
        folder: &Path,
        entries: &[Arc<Entry>],
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Self, Opened), IndexError> {
        open::open(folder, entries, progress)
    }

    fn over(inner: tantivy::Index, places: Places) -> Self {
        let cut = TextAnalyzer::builder(Grams).build();
        inner.tokenizers().register(CUT, cut);
        Self { inner, places }
    }

    /// The index as it is now; nothing watches its files, since every change comes through here.
    fn searcher(&self) -> Result<Searcher, IndexError> {
        let reader = self
            .inner
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(IndexReader::searcher(&reader))
    }

    /// An index in memory, for one run.
    ///
    /// # Errors
    /// When memory can't be had.
    pub fn in_memory(entries: &[Arc<Entry>]) -> Result<Self, IndexError> {
        let places = Places::new();
        let inner = tantivy::Index::create_in_ram(places.schema());
        let index = Self::over(inner, places);
        open::bring_in_step(&index, entries, &mut |_, _| {})?;
        Ok(index)
    }

    /// Brings single entries in step: writes those given, removes the ids given.
    ///
    /// # Errors
    /// When the folder can't be used, or another program holds it ([`IndexError::Busy`]).
    pub fn change(&self, written: &[Arc<Entry>], removed: &[EntryId]) -> Result<(), IndexError> {
        open::change(self, written, removed)
    }

    /// A view of the index as it is now, over the same entries it was brought in step with. `before`: the documents of
    /// the view before, and where the entries of then stand now; their segments are not read again.
    pub(crate) fn postings(
        &self,
        shelf: &Shelf,
        before: Option<(&Documents, &[u32])>,
    ) -> Result<Postings, IndexError> {
        let searcher = self.searcher()?;
        let mut documents = Documents::default();
        for segment in searcher.segment_readers() {
            let alive = |document| !segment.is_deleted(document);
            documents.begin(segment.segment_id());
            let held = before.and_then(|(before, moved)| {
                let entries = before.of_segment(segment.segment_id())?;
                (entries.len() == segment.max_doc() as usize).then_some((entries, moved))
            });
            if let Some((entries, moved)) = held {
                for (entry, document) in entries.iter().zip(0..) {
                    let now = moved.get(*entry as usize).copied();
                    documents.push(now.filter(|now| *now != GONE && alive(document)));
                }
            } else {
                let numbers = Numbers::of(shelf, segment.max_doc());
                schema::each_id(segment, |document, id| {
                    documents.push(numbers.get(id).filter(|_| alive(document)));
                })?;
            }
        }
        Ok(Postings {
            searcher,
            places: self.places,
            documents: Arc::new(documents),
        })
    }
}

/// From so many ids on, a map of all entries is made before they are looked up.
const MANY: u32 = 2_000;

/// The numbers of entries by their ids.
enum Numbers<'a> {
    Map(HashMap<&'a str, u32>),
    Shelf(&'a Shelf),
}

impl<'a> Numbers<'a> {
    fn of(shelf: &'a Shelf, lookups: u32) -> Self {
        if lookups < MANY {
            return Self::Shelf(shelf);
        }
        let numbered = shelf.entries.iter().zip(0_u32..);
        Self::Map(
            numbered
                .map(|(entry, number)| (entry.id.as_str(), number))
                .collect(),
        )
    }

    fn get(&self, id: &str) -> Option<u32> {
        match self {
            Self::Map(numbers) => numbers.get(id).copied(),
            Self::Shelf(shelf) => {
                let held = |entry: &Arc<Entry>| entry.id.as_str().cmp(id);
                let at = shelf.entries.binary_search_by(held).ok()?;
                u32::try_from(at).ok()
            }
        }
    }
}
