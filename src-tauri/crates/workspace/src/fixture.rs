//! A small workspace to try things on.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;

use crate::{Act, Change, Version, Workspace, WorkspaceFault};

/// A workspace made of one entry, `entries/a.md`, with the text `一\n`, and a list, `words.txt`.
pub(crate) struct Fixture {
    _folders: TempDir,
    pub(crate) folder: PathBuf,
    pub(crate) workspace: Workspace,
}

pub(crate) fn act(message: &str) -> Act {
    Act {
        message: message.to_owned(),
        by: "培训师甲".to_owned(),
        at: BeijingTime::wall(datetime!(2026-05-01 09:30:00)),
    }
}

pub(crate) fn change(file: &str, before: Option<&str>, after: Option<&str>) -> Change {
    Change {
        file: file.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    }
}

pub(crate) fn fixture() -> Fixture {
    let folders = tempfile::tempdir().unwrap();
    let library = folders.path().join("library");
    fs::create_dir_all(library.join("entries")).unwrap();
    fs::write(library.join("entries/a.md"), "一\n").unwrap();
    fs::write(library.join("words.txt"), "挂失\n").unwrap();
    let folder = folders.path().join("work");
    let workspace = Workspace::create(&folder, &library, &act("建立工作区")).unwrap();
    Fixture {
        _folders: folders,
        folder,
        workspace,
    }
}

impl Fixture {
    pub(crate) fn save(
        &self,
        file: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<Version, WorkspaceFault> {
        self.workspace
            .save(&[change(file, before, after)], &act("修改"))
    }

    pub(crate) fn lies(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.folder.join(file)).ok()
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Whether another git program sees nothing to do.
    pub(crate) fn is_clean_for_git(&self) -> bool {
        let repo = git2::Repository::open(&self.folder).unwrap();
        let mut options = git2::StatusOptions::new();
        options.include_untracked(true);
        repo.statuses(Some(&mut options)).unwrap().is_empty()
    }
}
