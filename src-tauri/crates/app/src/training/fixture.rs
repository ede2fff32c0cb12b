//! A computer with an installed library of one entry, and the trainer's side on it.

use super::{Saved, Training};
use crate::contract::{AppError, OpenWorkspace, SearchRequest, WorkspaceView};
use crate::desk::{Desk, Places};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::Change;

/// The entry's file.
pub(crate) const FILE: &str = "entries/card-loss.md";

/// The entry's text with an alias; the installed one has 卡丢了.
pub(crate) fn text(alias: &str) -> String {
    format!(
        "---\nid: card-loss\nkind: script\ntitle: 银行卡挂失\naliases: [{alias}]\nstatus: draft\n---\n## 可直接说\n请您放心。\n"
    )
}

pub(crate) fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00))
}

pub(crate) struct Computer {
    pub(crate) folder: TempDir,
    pub(crate) training: Training,
}

impl Computer {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let knowledge = folder.path().join("knowledge");
        fs::create_dir_all(knowledge.join("entries")).unwrap();
        fs::write(knowledge.join(FILE), text("卡丢了")).unwrap();
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: None,
            settings: folder.path().join("settings"),
            model: None,
        }));
        desk.load(&|_| ());
        let training = Training::new(desk, knowledge, Arc::new(|_| ()));
        Self { folder, training }
    }

    /// With a workspace that 周老师 made.
    pub(crate) fn opened() -> Self {
        let computer = Self::new();
        computer.open("周老师", true).unwrap();
        computer
    }

    pub(crate) fn workspace(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    pub(crate) fn open(&self, person: &str, create: bool) -> Result<WorkspaceView, AppError> {
        let request = OpenWorkspace {
            folder: self.workspace().display().to_string(),
            person: person.to_owned(),
            create,
        };
        self.training.open_workspace(&request, now())
    }

    pub(crate) fn finds(&self, typed: &str) -> bool {
        let request = SearchRequest {
            text: typed.to_owned(),
            ..SearchRequest::default()
        };
        let answer = self.training.desk().search(&request, now());
        !answer.unwrap().hits.is_empty()
    }

    /// Gives the entry another alias.
    pub(crate) fn save(&self, before: &str, after: &str) -> Result<Saved, AppError> {
        let change = Change {
            file: FILE.to_owned(),
            before: Some(text(before)),
            after: Some(text(after)),
        };
        self.training.save(&[change], "加别名", now())
    }

    /// Another program writes a file of the workspace.
    pub(crate) fn write(&self, file: impl AsRef<Path>, text: &str) {
        fs::write(self.workspace().join(file), text).unwrap();
    }
}
