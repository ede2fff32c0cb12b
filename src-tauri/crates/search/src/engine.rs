//! The whole of a search: one immutable snapshot of a library, its index and its words.

use crate::answering::{Answering, View};
use crate::asking::Asking;
use crate::found::{Found, phrases};
use crate::habits::Habits;
use crate::index::{Index, IndexError};
use crate::names::Names;
use crate::narrowing::Narrowing;
use crate::outcome::Outcome;
use crate::postings::Postings;
use crate::prepared::Prepared;
use crate::query::{Query, WordKind};
use crate::relax::relax;
use crate::roads::Map;
use crate::shelf::{Changed, Shelf};
use crate::synonyms::Synonyms;
use crate::weak::is_weak;
use std::ops::Range;
use std::sync::Arc;
use yingda_content::{BeijingTime, Entry, EntryId};
use yingda_text::Lexicon;
use yingda_text::sound::double::SEMICOLON;

/// A library ready to be searched; shared between threads and swapped whole.
pub struct Engine {
    shelf: Shelf,
    names: Names,
    synonyms: Arc<Synonyms>,
    lexicon: Arc<Lexicon>,
    index: Arc<Index>,
    postings: Postings,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("entries", &self.shelf.entries.len())
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// A snapshot over entries in the order of their ids. Their names are read while `open` opens the index and brings
    /// it in step with them; what it tells besides is handed on.
    ///
    /// # Errors
    /// When the index can't be opened or read.
    pub fn new<T>(
        entries: &[Arc<Entry>],
        lexicon: Arc<Lexicon>,
        synonyms: &[Vec<String>],
        open: impl FnOnce(&[Arc<Entry>]) -> Result<(Index, T), IndexError>,
    ) -> Result<(Self, T), IndexError> {
        let (words, opened) = std::thread::scope(|scope| {
            let shelved = entries.to_vec();
            let lexicon = &lexicon;
            let words = scope.spawn(move || {
                let shelf = Shelf::new(shelved, lexicon);
                (Names::new(&shelf, lexicon), shelf)
            });
            let opened = open(entries);
            (words.join(), opened)
        });
        let (names, shelf) = words.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let (index, told) = opened?;
        let engine = Self {
            names,
            synonyms: Arc::new(Synonyms::new(synonyms.iter().map(Vec::as_slice))),
            postings: index.postings(&shelf, None)?,
            index: Arc::new(index),
            shelf,
            lexicon,
        };
        Ok((engine, told))
    }

    /// The snapshot after some entries were written (added or replaced, by id) or removed, in the index too. Costs
    /// little beside building anew.
    ///
    /// # Errors
    /// When the index can't be written or read.
    pub fn changed(&self, written: &[Arc<Entry>], removed: &[EntryId]) -> Result<Self, IndexError> {
        self.index.change(written, removed)?;
        let Changed {
            shelf,
            ready,
            moved,
        } = self.shelf.changed(written, removed, &self.lexicon);
        let names = self.names.with(ready, &self.lexicon);
        let before = Some((&*self.postings.documents, &*moved));
        Ok(Self {
            names: names.unwrap_or_else(|| Names::new(&shelf, &self.lexicon)),
            synonyms: Arc::clone(&self.synonyms),
            lexicon: Arc::clone(&self.lexicon),
            postings: self.index.postings(&shelf, before)?,
            index: Arc::clone(&self.index),
            shelf,
        })
    }

    /// The same entries and index under other words of a trade: names are read and weighed anew, the index is shared.
    #[must_use]
    pub fn with_words(&self, lexicon: Arc<Lexicon>, synonyms: &[Vec<String>]) -> Self {
        let shelf = Shelf::new(self.shelf.entries.clone(), &lexicon);
        Self {
            names: Names::new(&shelf, &lexicon),
            synonyms: Arc::new(Synonyms::new(synonyms.iter().map(Vec::as_slice))),
            index: Arc::clone(&self.index),
            postings: self.postings.clone(),
            shelf,
            lexicon,
        }
    }

    /// How many entries it searches.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shelf.entries.len()
    }

    /// Whether it has no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelf.entries.is_empty()
    }

    /// The names of every entry that are compared in meaning, in the order of [`Near`].
    pub fn names(&self) -> impl Iterator<Item = Vec<&str>> {
        self.shelf
            .entries
            .iter()
            .map(|entry| Prepared::texts(entry))
    }

    /// Searches for nobody in particular and without meaning; see [`Engine::ask`].
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn search(
        &self,
        typed: &str,
        narrowing: &Narrowing,
        page: Range<usize>,
        now: BeijingTime,
    ) -> Result<Outcome, IndexError> {
        self.ask(&Asking {
            typed,
            narrowing,
            page,
            now,
            habits: &Habits::default(),
            near: None,
        })
    }

    /// Searches. An empty query lists everything that the narrowing leaves, by id.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn ask(&self, asking: &Asking<'_>) -> Result<Outcome, IndexError> {
        let query = self.read(asking.typed, asking.habits);
        if query.words.is_empty() {
            return Ok(self.listed(asking));
        }
        let relaxed = relax(&query, &self.map(asking.habits))?;
        let near = asking.near.filter(|_| says_something(&query));
        let asking = &Asking {
            near,
            ..asking.clone()
        };
        Answering {
            shelf: &self.shelf,
            postings: &self.postings,
            asking,
            query: &query,
        }
        .answer(relaxed)
    }

    /// Reads a query as this person types: `;` is a letter of some double-pinyin schemes, and would end a word otherwise.
    fn read(&self, typed: &str, habits: &Habits) -> Query {
        if habits.scheme.uses_semicolon() {
            let keys = typed.replace([';', '；'], SEMICOLON.encode_utf8(&mut [0; 4]));
            return Query::read(&keys, &self.lexicon);
        }
        Query::read(typed, &self.lexicon)
    }

    fn listed(&self, asking: &Asking<'_>) -> Outcome {
        let view = View {
            shelf: &self.shelf,
            documents: &self.postings.documents,
        };
        let all = (0..self.shelf.entries.len())
            .filter_map(|entry| self.postings.documents.of(entry))
            .collect();
        let narrowed = asking.narrowing.narrow(all, view, asking.now);
        let shown = narrowed
            .documents
            .iter()
            .skip(asking.page.start)
            .take(asking.page.len());
        let found = shown
            .filter_map(|document| view.entry(*document))
            .map(Found::listed)
            .collect();
        Outcome {
            found,
            ..Outcome::counted(&narrowed)
        }
    }

    /// The phrases to light in the texts of an entry opened from a search, as that search lights them: each as atoms.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn phrases_in(
        &self,
        habits: &Habits,
        typed: &str,
        id: &EntryId,
    ) -> Result<Vec<Vec<String>>, IndexError> {
        let query = self.read(typed, habits);
        if query.words.is_empty() {
            return Ok(Vec::new());
        }
        let relaxed = relax(&query, &self.map(habits))?;
        let entry = self.shelf.place(id).ok();
        let document = entry.and_then(|entry| self.postings.documents.of(entry));
        Ok(document.map_or_else(Vec::new, |document| phrases(&relaxed.clauses, document)))
    }

    fn map(&self, habits: &Habits) -> Map<'_> {
        Map {
            lexicon: &self.lexicon,
            synonyms: &self.synonyms,
            names: &self.names,
            postings: &self.postings,
            scheme: habits.scheme,
        }
    }
}

/// Whether a query has a meaning to go by: two characters of words that tell something. Letters are pinyin, and stock
/// phrases are near to everything.
fn says_something(query: &Query) -> bool {
    let telling = query
        .words
        .iter()
        .filter(|word| word.kind == WordKind::Han && !is_weak(&word.text));
    telling.map(|word| word.atoms.len()).sum::<usize>() >= 2
}
