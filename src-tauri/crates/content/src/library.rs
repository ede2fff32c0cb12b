//! The library: all entries of a folder, checked against each other.

mod again;
#[cfg(test)]
mod tests;

pub use again::{Reread, reread};

use crate::digest;
use crate::document::{Inline, Target};
use crate::entry::{Entry, EntryId};
use crate::fault::LibraryFault;
use crate::files::{self, Found};
use crate::problem::{Problem, Problems};
use crate::reading::{Reading, read_entry};
use crate::retired::retired_ids;
use crate::vocabulary::{self, Vocabulary};
use crate::walk;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// What is below the library's folder.
pub(crate) const ENTRIES: &str = "entries";

/// All entries of a folder with their vocabulary. Immutable: a change on disk is a new library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Library {
    entries: Vec<Arc<Entry>>,
    vocabulary: Arc<Vocabulary>,
}

impl Library {
    /// Entries that are in memory already, with the words of a bank. Of two entries with one id the first is kept; links
    /// are left as they are.
    #[must_use]
    pub fn new(mut entries: Vec<Arc<Entry>>, vocabulary: Vocabulary) -> Self {
        // Both keep the order of equals, so that the first stays.
        entries.sort_by(|one, other| one.id.cmp(&other.id));
        entries.dedup_by(|later, earlier| later.id == earlier.id);
        Self {
            entries,
            vocabulary: Arc::new(vocabulary),
        }
    }

    /// The same with one entry added or replaced, by its id.
    #[must_use]
    pub fn with(&self, entry: Arc<Entry>) -> Self {
        self.with_all(&[entry], &[])
    }

    /// The same with some entries added or replaced, by their ids, and others taken out.
    #[must_use]
    pub fn with_all(&self, written: &[Arc<Entry>], removed: &[EntryId]) -> Self {
        let mut library = self.clone();
        let mut coming = Vec::new();
        for entry in written {
            match library.place(&entry.id) {
                Some(held) => *held = Arc::clone(entry),
                None => coming.push(Arc::clone(entry)),
            }
        }
        if !removed.is_empty() {
            let gone: BTreeSet<&EntryId> = removed.iter().collect();
            library.entries.retain(|entry| !gone.contains(&entry.id));
        }
        if !coming.is_empty() {
            library.entries.extend(coming);
            // Of two new ones with an id the later counts, so it has to stand first.
            library.entries.reverse();
            library.entries.sort_by(|one, other| one.id.cmp(&other.id));
            library
                .entries
                .dedup_by(|later, earlier| later.id == earlier.id);
        }
        library
    }

    /// The place of the entry with an id.
    fn place(&mut self, id: &EntryId) -> Option<&mut Arc<Entry>> {
        let at = self.entries.binary_search_by(|held| held.id.cmp(id));
        self.entries.get_mut(at.ok()?)
    }

    /// An entry that is not in the library (yet), with the titles of the entries its links lead to.
    #[must_use]
    pub fn titled(&self, mut entry: Entry) -> Entry {
        put_titles(&mut entry, &|id| {
            self.get(id).map(|there| there.title.clone())
        });
        entry
    }

    /// What would be wrong between an entry and the library if it were in it: an id that another file has, names of
    /// entries that are not there.
    #[must_use]
    pub fn misfits(&self, entry: &Entry) -> Vec<Problem> {
        let mut problems = dangling(entry, &|id| *id == entry.id || self.get(id).is_some());
        if let Some(first) = self.get(&entry.id).filter(|held| held.file != entry.file) {
            let (id, first) = (entry.id.to_string(), first.file.clone());
            problems.extend(one(&entry.file, LibraryFault::IdTwice { id, first }));
        }
        problems
    }

    /// The same entries with other words of the bank.
    #[must_use]
    pub fn with_vocabulary(&self, vocabulary: Vocabulary) -> Self {
        Self {
            entries: self.entries.clone(),
            vocabulary: Arc::new(vocabulary),
        }
    }

    /// All entries in the order of their ids; shared, so that a search can keep them.
    #[must_use]
    pub fn entries(&self) -> &[Arc<Entry>] {
        &self.entries
    }

    /// The entry with an id.
    #[must_use]
    pub fn get(&self, id: &EntryId) -> Option<&Arc<Entry>> {
        let index = self
            .entries
            .binary_search_by(|entry| entry.id.cmp(id))
            .ok()?;
        self.entries.get(index)
    }

    /// The words of the bank.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// A library and everything that is wrong with its files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// What can be used.
    pub library: Library,
    /// The problems, in the order of file names and lines.
    pub problems: Vec<Problem>,
}

/// Reads the library in a folder: `entries/**/*.md` (README.md apart) and `vocabulary/`. A file that can't be used is a
/// problem and hides no other file.
#[must_use]
pub fn load(root: &Path) -> Loaded {
    let (found, mut problems) = files::find(root, ENTRIES, is_entry_file);
    let mut by_id: BTreeMap<EntryId, Entry> = BTreeMap::new();
    let retired = retired_ids(root);
    for file in found {
        let reading = read_file(&file);
        problems.extend(reading.problems);
        let Some(entry) = reading.entry else { continue };
        if retired.contains(&entry.id) {
            let id = entry.id.to_string();
            problems.extend(one(&entry.file, LibraryFault::IdRetired { id }));
            continue;
        }
        if let Some(first) = by_id.get(&entry.id) {
            let (id, first) = (entry.id.to_string(), first.file.clone());
            problems.extend(one(&entry.file, LibraryFault::IdTwice { id, first }));
        } else {
            by_id.insert(entry.id.clone(), entry);
        }
    }
    for entry in by_id.values() {
        problems.extend(dangling(entry, &|id| by_id.contains_key(id)));
    }
    let titles: BTreeMap<EntryId, String> = by_id
        .values()
        .map(|entry| (entry.id.clone(), entry.title.clone()))
        .collect();
    let mut entries: Vec<Entry> = by_id.into_values().collect();
    for entry in &mut entries {
        put_titles(entry, &|id| titles.get(id).cloned());
    }
    let (vocabulary, vocabulary_problems) = vocabulary::load(root);
    problems.extend(vocabulary_problems);
    problems.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    Loaded {
        library: Library {
            entries: entries.into_iter().map(Arc::new).collect(),
            vocabulary: Arc::new(vocabulary),
        },
        problems,
    }
}

pub(crate) fn is_entry_file(name: &str) -> bool {
    let name = name.to_lowercase();
    Path::new(&name)
        .extension()
        .is_some_and(|extension| extension == "md")
        && name != "readme.md"
}

fn read_file(file: &Found) -> Reading {
    match files::read(&file.path) {
        Ok(text) => read_entry(&file.name, &text),
        Err(fault) => {
            let mut problems = Problems::of(&file.name);
            problems.whole(fault);
            Reading {
                entry: None,
                problems: problems.in_order(),
            }
        }
    }
}

fn one(file: &str, fault: LibraryFault) -> Vec<Problem> {
    let mut problems = Problems::of(file);
    problems.whole(fault);
    problems.in_order()
}

/// The places of an entry that name another, with the id they name.
fn named(entry: &Entry) -> Vec<(&'static str, &EntryId)> {
    let mut named: Vec<(&'static str, &EntryId)> = Vec::new();
    named.extend(entry.related.iter().map(|id| ("related", id)));
    named.extend(entry.superseded_by.iter().map(|id| ("superseded_by", id)));
    walk::entry(entry, &mut |inline| {
        if let Inline::Link {
            to: Target::Entry { id },
            ..
        } = inline
        {
            named.push(("[[ ]]", id));
        }
    });
    for branch in entry.steps.iter().flat_map(|step| &step.branches) {
        if let Target::Entry { id } = &branch.to {
            named.push(("[[ ]]", id));
        }
    }
    named
}

/// The places of an entry that name an entry which is not there.
fn dangling(entry: &Entry, is_there: &dyn Fn(&EntryId) -> bool) -> Vec<Problem> {
    let mut problems = Problems::of(&entry.file);
    for (place, id) in named(entry) {
        let fault = LibraryFault::Dangling {
            place,
            id: id.to_string(),
        };
        if !is_there(id) && !problems.has(&fault) {
            problems.whole(fault);
        }
    }
    problems.in_order()
}

/// A link that shows its target's id shows its title instead.
fn put_titles(entry: &mut Entry, title_of: &dyn Fn(&EntryId) -> Option<String>) {
    walk::entry_mut(entry, &mut |inline| {
        if let Inline::Link {
            to: Target::Entry { id },
            text,
        } = inline
            && text == id.as_str()
            && let Some(title) = title_of(id)
        {
            *text = title;
        }
    });
}

impl Entry {
    /// Changes when anything that can be searched or shown changes: the file itself, the status after the approvals
    /// were checked, and the titles of linked entries. 64 hex digits.
    #[must_use]
    pub fn content_hash(&self) -> String {
        let mut parts = format!(
            "{}\n{}\n{}",
            self.file_hash,
            self.file,
            self.status.as_str()
        );
        walk::entry(self, &mut |inline| {
            if let Inline::Link { text, .. } = inline {
                parts.push('\n');
                parts.push_str(text);
            }
        });
        digest::sha256(parts.as_bytes())
    }
}
