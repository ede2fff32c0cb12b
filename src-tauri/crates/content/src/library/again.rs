//! Reading a few files of a library again: what a save changes.

use super::{Library, Loaded, dangling, put_titles, read_file};
use crate::entry::{Entry, EntryId};
use crate::files::Found;
use crate::problem::Problem;
use crate::reading::Reading;
use crate::retired::retired_ids;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// A library in which some files were read again.
#[derive(Debug)]
pub struct Reread {
    /// The library and its problems now.
    pub loaded: Loaded,
    /// The entries that are new or different.
    pub written: Vec<Arc<Entry>>,
    /// The entries that are gone.
    pub removed: Vec<EntryId>,
}

/// Reads the named files below `entries/` again, relative to `root` and with `/`; one that is not there any more takes
/// its entry along. `None` when the change reaches beyond these files, so that the library must be read whole: another
/// title or id, an id that two files claim, or a file that is not an entry.
#[must_use]
pub fn reread(
    library: &Library,
    problems: &[Problem],
    root: &Path,
    files: &[String],
) -> Option<Reread> {
    let names: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    let mut of_files = OfFiles {
        library,
        names: &names,
        all: None,
    };
    let mut now = Now::default();
    for name in files {
        now.take(name, &mut of_files, root)?;
    }
    let kept = problems
        .iter()
        .filter(|problem| !names.contains(problem.file.as_str()));
    now.problems.extend(kept.cloned());
    now.finish(library, root)
}

/// The entries that the library has of some files.
struct OfFiles<'a> {
    library: &'a Library,
    names: &'a BTreeSet<&'a str>,
    /// Found by looking at every entry, which is left for files whose text does not tell.
    all: Option<BTreeMap<&'a str, &'a Arc<Entry>>>,
}

impl<'a> OfFiles<'a> {
    /// What the library has of a file, which now says that it is `id`.
    fn get(&mut self, name: &str, id: Option<&EntryId>) -> Option<&'a Arc<Entry>> {
        let same = id.and_then(|id| self.library.get(id));
        if let Some(same) = same.filter(|held| held.file == name) {
            return Some(same);
        }
        let (library, names) = (self.library, self.names);
        let all = self.all.get_or_insert_with(|| {
            let entries = library.entries.iter();
            let named = entries.filter(|entry| names.contains(entry.file.as_str()));
            named.map(|entry| (entry.file.as_str(), entry)).collect()
        });
        all.get(name).copied()
    }
}

/// What is found while files are read again.
#[derive(Default)]
struct Now {
    problems: Vec<Problem>,
    written: Vec<Arc<Entry>>,
    removed: Vec<EntryId>,
}

impl Now {
    fn take(&mut self, name: &str, of_files: &mut OfFiles<'_>, root: &Path) -> Option<()> {
        let in_entries = name.strip_prefix("entries/")?;
        if !super::is_entry_file(in_entries.rsplit('/').next()?) {
            return None;
        }
        let path = root.join(name);
        if !path.exists() {
            let before = of_files.get(name, None);
            self.removed.extend(before.map(|entry| entry.id.clone()));
            return Some(());
        }
        let Reading { entry, problems } = read_file(&Found {
            name: name.to_owned(),
            path,
        });
        self.problems.extend(problems);
        let before = of_files.get(name, entry.as_ref().map(|entry| &entry.id));
        match (entry, before) {
            (None, before) => self.removed.extend(before.map(|entry| entry.id.clone())),
            (Some(entry), Some(before)) if entry.id != before.id || entry.title != before.title => {
                return None;
            }
            (Some(entry), _) => self.written.push(Arc::new(entry)),
        }
        Some(())
    }

    fn finish(mut self, before: &Library, root: &Path) -> Option<Reread> {
        let came = |entry: &Arc<Entry>| before.get(&entry.id).is_none();
        let coming: BTreeSet<&EntryId> = self
            .written
            .iter()
            .filter(|entry| came(entry))
            .map(|entry| &entry.id)
            .collect();
        let moving: BTreeSet<&EntryId> = coming.iter().copied().chain(&self.removed).collect();
        let elsewhere = |entry: &Arc<Entry>| {
            before
                .get(&entry.id)
                .is_some_and(|held| held.file != entry.file)
        };
        // Links to what comes or goes show another text, or lead nowhere.
        if self.written.iter().any(elsewhere) || is_named(before, &moving) {
            return None;
        }
        // Reading everything says what is wrong with an id that was given up, or that two files have.
        let given_up = || retired_ids(root);
        if !coming.is_empty() && given_up().iter().any(|id| coming.contains(id)) {
            return None;
        }
        let written = self.written.iter();
        let titles: BTreeMap<EntryId, String> = written
            .map(|entry| (entry.id.clone(), entry.title.clone()))
            .collect();
        if titles.len() < self.written.len() {
            return None;
        }
        let gone: BTreeSet<&EntryId> = self.removed.iter().collect();
        let title_of = |id: &EntryId| {
            let stays = |_: &&Arc<Entry>| !gone.contains(id);
            let before = || before.get(id).filter(stays).map(|held| &held.title);
            titles.get(id).or_else(before)
        };
        for entry in &mut self.written {
            put_titles(Arc::make_mut(entry), &|id| title_of(id).cloned());
            let problems = dangling(entry, &|id| title_of(id).is_some());
            self.problems.extend(problems);
        }
        self.problems
            .sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        Some(Reread {
            loaded: Loaded {
                library: before.with_all(&self.written, &self.removed),
                problems: self.problems,
            },
            written: self.written,
            removed: self.removed,
        })
    }
}

/// Whether any entry names one of these.
fn is_named(library: &Library, ids: &BTreeSet<&EntryId>) -> bool {
    let names_one = |entry: &Arc<Entry>| super::named(entry).iter().any(|(_, id)| ids.contains(id));
    !ids.is_empty() && library.entries.iter().any(names_one)
}

#[cfg(test)]
mod tests {
    use super::{Reread, reread};
    use crate::library::{Loaded, load};
    use std::fs;
    use std::path::Path;
    use tempfile::TempDir;

    fn entry(id: &str, title: &str, text: &str) -> String {
        format!(
            "---\nid: {id}\nkind: script\ntitle: {title}\nstatus: draft\n---\n## 可直接说\n{text}\n"
        )
    }

    fn library(entries: &[(&str, &str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("entries")).unwrap();
        for (id, title, text) in entries {
            write(folder.path(), id, title, text);
        }
        folder
    }

    fn write(root: &Path, id: &str, title: &str, text: &str) {
        fs::write(
            root.join(format!("entries/{id}.md")),
            entry(id, title, text),
        )
        .unwrap();
    }

    fn again(before: &Loaded, root: &Path, id: &str) -> Option<Reread> {
        reread(
            &before.library,
            &before.problems,
            root,
            &[format!("entries/{id}.md")],
        )
    }

    #[test]
    fn a_changed_text_is_as_if_everything_was_read() {
        let folder = library(&[("a", "挂失", "好。"), ("b", "解挂", "见[[a]]和[[x]]。")]);
        let before = load(folder.path());
        write(folder.path(), "b", "解挂", "请看[[a]]，再看[[y]]。");
        let now = again(&before, folder.path(), "b").unwrap();
        assert_eq!(now.loaded, load(folder.path()));
        assert_eq!(now.written.len(), 1);
    }

    #[test]
    fn an_entry_that_nobody_names_can_come_and_go() {
        let folder = library(&[("a", "挂失", "好。")]);
        let before = load(folder.path());
        write(folder.path(), "b", "解挂", "见[[a]]。");
        let with = again(&before, folder.path(), "b").unwrap();
        assert_eq!(with.loaded, load(folder.path()));
        fs::remove_file(folder.path().join("entries/b.md")).unwrap();
        let without = again(&with.loaded, folder.path(), "b").unwrap();
        assert_eq!((without.removed.len(), &without.loaded), (1, &before));
    }

    #[test]
    fn what_reaches_beyond_the_file_needs_everything_read() {
        let folder = library(&[("a", "挂失", "好。"), ("b", "解挂", "见[[a]]和[[c]]。")]);
        let before = load(folder.path());
        write(folder.path(), "a", "银行卡挂失", "好。");
        assert!(
            again(&before, folder.path(), "a").is_none(),
            "another title"
        );
        write(folder.path(), "c", "补卡", "好。");
        assert!(again(&before, folder.path(), "c").is_none(), "named by b");
        let twice = folder.path().join("entries/d.md");
        fs::write(twice, entry("a", "挂失", "好。")).unwrap();
        assert!(again(&before, folder.path(), "d").is_none(), "an id twice");
        let vocabulary = ["vocabulary/words.txt".to_owned()];
        assert!(reread(&before.library, &[], folder.path(), &vocabulary).is_none());
    }
}
