//! Library and index of one moment: readers take it whole, a reload swaps it whole.

use std::path::Path;
use std::sync::Arc;
use yingda_content::EntryId;
use yingda_content::entry::Entry;
use yingda_content::library::{Library, Loaded, Reread, load, reread};
use yingda_content::problem::Problem;
use yingda_search::{Engine, Index, IndexError, Opened};
use yingda_text::Lexicon;

/// A library, its problems, and the engine over it.
#[derive(Debug)]
pub struct Snapshot {
    /// The entries and their vocabulary.
    pub library: Library,
    /// What is wrong with their files.
    pub problems: Vec<Problem>,
    /// The search over them.
    pub engine: Engine,
    pub(crate) lexicon: Arc<Lexicon>,
    approvals: Approvals,
}

/// How many approvals the entries carry, and how many of them only show what an approval looks like.
#[derive(Debug, Clone, Copy, Default)]
struct Approvals {
    all: usize,
    demonstration: usize,
}

impl Approvals {
    fn of(entry: &Entry) -> Self {
        let shown = entry.approvals.iter().filter(|one| one.is_demonstration());
        Self {
            all: entry.approvals.len(),
            demonstration: shown.count(),
        }
    }

    fn with(self, entry: &Entry) -> Self {
        let more = Self::of(entry);
        Self {
            all: self.all + more.all,
            demonstration: self.demonstration + more.demonstration,
        }
    }

    fn without(self, entry: &Entry) -> Self {
        let less = Self::of(entry);
        Self {
            all: self.all.saturating_sub(less.all),
            demonstration: self.demonstration.saturating_sub(less.demonstration),
        }
    }

    fn of_all(library: &Library) -> Self {
        let entries = library.entries().iter();
        entries.fold(Self::default(), |all, entry| all.with(entry))
    }
}

/// Where the index of a snapshot is kept.
#[derive(Debug, Clone, Copy)]
pub enum IndexPlace<'a> {
    /// In a folder of its own.
    Folder(&'a Path),
    /// In memory, for one run.
    Memory,
}

impl Snapshot {
    /// Reads a library and brings its index in step; `progress` hears (done, total) while entries are indexed. A folder
    /// that can't be used (another program writes there, the disk is full) never stops the search: the index is then
    /// built in memory, for this run.
    ///
    /// # Errors
    /// When not even that works; problems of files are no errors.
    pub fn take(
        knowledge: &Path,
        index: IndexPlace<'_>,
        before: Option<&Self>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Self, Opened), IndexError> {
        Self::of(load(knowledge), index, before, progress)
    }

    /// As [`Snapshot::take`], over a library that was read already.
    ///
    /// # Errors
    /// When no index can be built at all.
    pub fn of(
        loaded: Loaded,
        index: IndexPlace<'_>,
        before: Option<&Self>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Self, Opened), IndexError> {
        let Loaded { library, problems } = loaded;
        let entries: Vec<Arc<Entry>> = library.entries().to_vec();
        let same_words =
            before.filter(|before| before.library.vocabulary() == library.vocabulary());
        let lexicon = match same_words {
            Some(before) => Arc::clone(&before.lexicon),
            None => Arc::new(lexicon_of(&library)),
        };
        let synonyms = &library.vocabulary().synonyms;
        let open = |entries: &[Arc<Entry>]| {
            let kept = match index {
                IndexPlace::Folder(folder) => Index::open(folder, entries, progress).ok(),
                IndexPlace::Memory => None,
            };
            match kept {
                Some(kept) => Ok(kept),
                None => Ok((Index::in_memory(entries)?, Opened::InMemory)),
            }
        };
        let (engine, opened) = Engine::new(&entries, Arc::clone(&lexicon), synonyms, open)?;
        Ok((
            Self {
                approvals: Approvals::of_all(&library),
                library,
                problems,
                engine,
                lexicon,
            },
            opened,
        ))
    }

    /// The same with one entry added or replaced, by its id, in the index too: what a save makes. Vocabulary and problems
    /// stay.
    ///
    /// # Errors
    /// When the index can't be written.
    pub fn with(&self, entry: Arc<Entry>) -> Result<Self, IndexError> {
        let library = self.library.with(Arc::clone(&entry));
        Ok(Self {
            engine: self.engine.changed(&[entry], &[])?,
            approvals: Approvals::of_all(&library),
            library,
            problems: self.problems.clone(),
            lexicon: Arc::clone(&self.lexicon),
        })
    }

    /// This snapshot over another library, in step by what differs: entries that were written or removed, and the words
    /// of the bank. The index is shared, so snapshots made from each other have to be made one from the last.
    ///
    /// # Errors
    /// When the index can't be written.
    pub fn over(&self, library: Library) -> Result<Self, IndexError> {
        let same = |one: &Arc<Entry>, other: &Arc<Entry>| Arc::ptr_eq(one, other) || one == other;
        let held = |entry: &Arc<Entry>| self.library.get(&entry.id);
        let new = |entry: &&Arc<Entry>| !held(entry).is_some_and(|before| same(before, entry));
        let gone = |entry: &&Arc<Entry>| library.get(&entry.id).is_none();
        let written: Vec<Arc<Entry>> = library.entries().iter().filter(new).cloned().collect();
        let before = self.library.entries().iter();
        let removed: Vec<EntryId> = before.filter(gone).map(|entry| entry.id.clone()).collect();
        let (words_before, words) = (self.library.vocabulary(), library.vocabulary());
        let changed = if written.is_empty() && removed.is_empty() {
            None
        } else {
            Some(self.engine.changed(&written, &removed)?)
        };
        let before = changed.as_ref().unwrap_or(&self.engine);
        // Synonyms are words of the dictionary too.
        let lexicon = if words == words_before {
            Arc::clone(&self.lexicon)
        } else {
            Arc::new(lexicon_of(&library))
        };
        let engine = match changed {
            Some(engine) if words == words_before => engine,
            _ => before.with_words(Arc::clone(&lexicon), &words.synonyms),
        };
        Ok(Self {
            approvals: Approvals::of_all(&library),
            library,
            problems: self.problems.clone(),
            engine,
            lexicon,
        })
    }

    /// The same after some files below `entries/` changed on the disk, in the index too; `None` when the change reaches
    /// beyond them and the library has to be read whole.
    ///
    /// # Errors
    /// When the index can't be written.
    pub fn reread(&self, root: &Path, files: &[String]) -> Result<Option<Self>, IndexError> {
        let Some(again) = reread(&self.library, &self.problems, root, files) else {
            return Ok(None);
        };
        let Reread {
            loaded,
            written,
            removed,
        } = again;
        let ids = written.iter().map(|entry| &entry.id).chain(&removed);
        let before = ids.filter_map(|id| self.library.get(id));
        let less = before.fold(self.approvals, |all, entry| all.without(entry));
        Ok(Some(Self {
            approvals: written.iter().fold(less, |all, entry| all.with(entry)),
            engine: self.engine.changed(&written, &removed)?,
            library: loaded.library,
            problems: loaded.problems,
            lexicon: Arc::clone(&self.lexicon),
        }))
    }

    /// Whether there are approvals, and all of them only show what an approval looks like.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        self.approvals.all > 0 && self.approvals.all == self.approvals.demonstration
    }

    /// The entry with an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Arc<Entry>> {
        yingda_content::EntryId::parse(id).and_then(|id| self.library.get(&id))
    }
}

/// The dictionary's own words, the words of the library, and everything customers call things.
fn lexicon_of(library: &Library) -> Lexicon {
    let vocabulary = library.vocabulary();
    let words = vocabulary
        .words
        .iter()
        .map(|word| (word.word.as_str(), word.frequency));
    let same = vocabulary
        .synonyms
        .iter()
        .flatten()
        .map(|word| (word.as_str(), None));
    let readings = vocabulary.readings.iter().map(|reading| {
        (
            reading.word.as_str(),
            reading.syllables.iter().map(String::as_str).collect(),
        )
    });
    Lexicon::new(words.chain(same), readings)
}
