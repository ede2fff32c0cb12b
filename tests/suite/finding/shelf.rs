//! A small library for one test: entries written as real files, read and indexed as the app does.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use time::macros::date;
use yingda_app::contract::{Hit, SearchRequest, SearchResponse};
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Snapshot};
use yingda_search::{Segment, Why};

/// The day of every test.
pub(crate) fn today() -> BeijingTime {
    BeijingTime::start_of(date!(2026 - 11 - 22))
}

/// An entry about to be written: its id, and lines of front matter and body.
#[derive(Clone)]
pub(crate) struct Draft {
    id: &'static str,
    front: String,
    body: String,
}

/// An approved script with a title; everything else by the methods.
pub(crate) fn entry(id: &'static str, title: &str) -> Draft {
    let front = format!(
        "id: {id}\ntitle: {title}\nstatus: approved\n\
         approvals:\n  - {{role: 审查岗, by: 演示甲, date: 2026-05-01, number: 演示1}}\n"
    );
    Draft {
        id,
        front,
        body: "## 可直接说\n好的。\n".to_owned(),
    }
}

impl Draft {
    /// Adds a line of front matter, e.g. `aliases: [卡丢了]`.
    pub(crate) fn with(mut self, line: &str) -> Self {
        writeln!(self.front, "{line}").unwrap();
        self
    }

    /// What can be said.
    pub(crate) fn saying(mut self, text: &str) -> Self {
        self.body = format!("## 可直接说\n{text}\n");
        self
    }

    fn write(&self, root: &Path) {
        let kind = if self.front.contains("kind:") {
            ""
        } else {
            "kind: script\n"
        };
        let text = format!("---\n{}{kind}---\n{}", self.front, self.body);
        fs::write(root.join("entries").join(format!("{}.md", self.id)), text).unwrap();
    }
}

/// Entries and words on disk.
pub(crate) struct Shelf {
    folder: TempDir,
}

/// A shelf with these entries.
pub(crate) fn shelf(entries: &[Draft]) -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("entries")).unwrap();
    fs::create_dir_all(folder.path().join("vocabulary")).unwrap();
    let shelf = Shelf { folder };
    for entry in entries {
        shelf.put(entry);
    }
    shelf
}

impl Shelf {
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes or overwrites an entry.
    pub(crate) fn put(&self, entry: &Draft) {
        entry.write(self.path());
    }

    /// Writes a vocabulary file.
    pub(crate) fn words(self, file: &str, text: &str) -> Self {
        fs::write(self.path().join("vocabulary").join(file), text).unwrap();
        self
    }

    /// Binds the approvals to the texts as they are now; files that are broken on purpose are left as they are.
    pub(crate) fn stamp(&self) {
        let stamped = yingda_content::stamp(self.path());
        assert!(stamped.problems.is_empty(), "{:?}", stamped.problems);
    }

    /// Stamps the approvals, then reads and indexes everything.
    pub(crate) fn open(&self) -> Snapshot {
        self.stamp();
        let (snapshot, _) =
            Snapshot::take(self.path(), IndexPlace::Memory, None, &mut |_, _| {}).unwrap();
        snapshot
    }

    /// Opens and searches.
    pub(crate) fn search(&self, query: &str) -> Found {
        search(&self.open(), query)
    }
}

/// Searches an open library on the day of the tests.
pub(crate) fn search(snapshot: &Snapshot, query: &str) -> Found {
    let request = SearchRequest {
        text: query.to_owned(),
        ..SearchRequest::default()
    };
    Found(yingda_app::search(snapshot, &request, today()).unwrap())
}

/// What was found, with questions that read like sentences.
pub(crate) struct Found(pub(crate) SearchResponse);

impl Found {
    pub(crate) fn ids(&self) -> Vec<&str> {
        self.0.hits.iter().map(|hit| hit.id.as_str()).collect()
    }

    #[track_caller]
    pub(crate) fn first_is(&self, id: &str) -> &Self {
        assert_eq!(
            self.ids().first(),
            Some(&id),
            "{:?} for {}",
            self.ids(),
            self.0.query
        );
        self
    }

    #[track_caller]
    pub(crate) fn has(&self, id: &str) -> &Self {
        assert!(
            self.ids().contains(&id),
            "{:?} for {}",
            self.ids(),
            self.0.query
        );
        self
    }

    #[track_caller]
    pub(crate) fn has_not(&self, id: &str) -> &Self {
        assert!(
            !self.ids().contains(&id),
            "{:?} for {}",
            self.ids(),
            self.0.query
        );
        self
    }

    #[track_caller]
    pub(crate) fn hit(&self, id: &str) -> &Hit {
        self.0
            .hits
            .iter()
            .find(|hit| hit.id == id)
            .unwrap_or_else(|| panic!("{:?}", self.ids()))
    }

    #[track_caller]
    pub(crate) fn because(&self, id: &str, why: Why) -> &Self {
        assert!(self.hit(id).why.contains(&why), "{:?}", self.hit(id).why);
        self
    }

    /// The title of an entry with what is lit in brackets: `银行卡[挂失]`.
    pub(crate) fn title(&self, id: &str) -> String {
        marked(&self.hit(id).title)
    }

    pub(crate) fn snippet(&self, id: &str) -> String {
        marked(&self.hit(id).snippet)
    }
}

fn marked(segments: &[Segment]) -> String {
    segments
        .iter()
        .map(|s| {
            if s.hit {
                format!("[{}]", s.text)
            } else {
                s.text.clone()
            }
        })
        .collect()
}
