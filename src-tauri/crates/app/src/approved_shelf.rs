//! For tests: a small library of approved entries on the disk, and a desk over it.

use crate::contract::Settings;
use crate::desk::{Desk, Places};
use std::fs;
use std::path::PathBuf;
use std::sync::PoisonError;
use tempfile::TempDir;
use time::Duration;
use time::macros::datetime;
use yingda_content::BeijingTime;

/// Entries written as files, each an id with lines of front matter and a body.
pub(crate) struct ApprovedShelf {
    pub(crate) folder: TempDir,
    pub(crate) desk: Desk,
}

/// A moment of the day of every test.
pub(crate) fn at(minutes: i64) -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00) + Duration::minutes(minutes))
}

impl ApprovedShelf {
    pub(crate) fn of(entries: &[(&str, &str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("knowledge/entries")).unwrap();
        let desk = desk_in(&folder);
        let shelf = Self { folder, desk };
        for (id, front, body) in entries {
            shelf.write(id, front, body);
        }
        shelf.load();
        shelf
    }

    fn file(&self, id: &str) -> PathBuf {
        let entries = self.folder.path().join("knowledge/entries");
        entries.join(format!("{id}.md"))
    }

    /// Writes or replaces an approved entry; `front` must hold its title.
    pub(crate) fn write(&self, id: &str, front: &str, body: &str) {
        let status = if front.contains("status:") {
            ""
        } else {
            "status: approved\n"
        };
        let text = format!(
            "---\nid: {id}\nkind: script\n{front}\n{status}approvals:\n  \
             - {{role: 审查岗, by: 演示甲, date: 2026-05-01, number: 演示1}}\n---\n{body}\n"
        );
        fs::write(self.file(id), text).unwrap();
    }

    pub(crate) fn remove(&self, id: &str) {
        fs::remove_file(self.file(id)).unwrap();
    }

    /// Binds the approvals to the texts, and reads the library.
    pub(crate) fn load(&self) {
        let stamped = crate::stamp(&self.folder.path().join("knowledge"));
        assert!(
            stamped.refused.is_empty() && stamped.problems.is_empty(),
            "{stamped:?}"
        );
        self.desk.load(&|_| ());
    }

    /// Ends the desk and begins it anew over the same files.
    pub(crate) fn again(self) -> Self {
        self.desk.close_record();
        let desk = desk_in(&self.folder);
        desk.load(&|_| ());
        Self {
            folder: self.folder,
            desk,
        }
    }

    pub(crate) fn record(&self) -> PathBuf {
        self.folder.path().join("data/desk.sqlite")
    }

    pub(crate) fn choose(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.desk.settings();
        change(&mut settings);
        self.desk.save_settings(&settings).unwrap();
    }

    pub(crate) fn sits(&self, name: &str) {
        let mut person = self
            .desk
            .person
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        name.clone_into(&mut person);
    }
}

fn desk_in(folder: &TempDir) -> Desk {
    Desk::new(Places {
        knowledge: folder.path().join("knowledge"),
        index: Some(folder.path().join("data/index")),
        settings: folder.path().join("settings"),
        model: None,
    })
}
