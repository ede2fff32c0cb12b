//! What an act is about to do, written down before it does it.

use std::fs;
use std::io::ErrorKind;

use git2::{ErrorCode, ObjectType, Oid};
use serde::{Deserialize, Serialize};

use super::{Store, lock};
use crate::fault::WorkspaceFault;
use crate::folder;

/// A file that an act touches, and what lay there before it: its blob's id, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Touched {
    pub(crate) file: String,
    pub(crate) before: Option<String>,
}

impl Touched {
    /// A file where these bytes lie now.
    pub(crate) fn lying(file: &str, bytes: Option<&[u8]>) -> Result<Self, WorkspaceFault> {
        let id = bytes.map(|bytes| Oid::hash_object(ObjectType::Blob, bytes));
        Ok(Self {
            file: file.to_owned(),
            before: id.transpose()?.map(|id| id.to_string()),
        })
    }

    /// Whether this blob, or nothing, lay there already.
    pub(crate) fn is(&self, blob: Option<Oid>) -> bool {
        blob.map(|blob| blob.to_string()) == self.before
    }

    /// A file that was not there before.
    pub(crate) fn new(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            before: None,
        }
    }
}

/// An act whose objects are safe and whose branch is about to move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Journal {
    /// The version that it becomes.
    pub(crate) version: String,
    /// Where the branch stands before.
    pub(crate) parent: Option<String>,
    /// The full name of the branch.
    pub(crate) branch: String,
    pub(crate) files: Vec<Touched>,
}

const NAME: &str = "journal";

impl Store {
    /// Does what the journal says, from wherever it was interrupted. `false`: the branch had moved elsewhere.
    pub(crate) fn carry_out(&self, journal: &Journal) -> Result<bool, WorkspaceFault> {
        let text = serde_json::to_vec(journal).map_err(|error| WorkspaceFault::Git {
            why: error.to_string(),
        })?;
        let after = self.after(journal)?;
        self.stage(journal, &after)?;
        folder::replace(&self.own(NAME), &text)?;
        let moved = lock::patiently(|| self.move_branch(journal));
        if !matches!(moved, Ok(true)) {
            // Nothing has happened yet, and nothing shall happen later behind the person's back.
            self.forget_journal()?;
            return moved;
        }
        self.put_in_place(journal, &after)?;
        self.refresh_index(journal, &after)?;
        self.forget_journal()?;
        Ok(true)
    }

    /// Finishes an act that was interrupted after its journal was written.
    pub(super) fn finish_interrupted(&self) -> Result<(), WorkspaceFault> {
        let path = self.own(NAME);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(WorkspaceFault::reading(&path, &error)),
        };
        let Ok(journal) = serde_json::from_slice::<Journal>(&text) else {
            // It is written as a whole: this is a disk's fault. The branch tells what became of the act.
            let aside = path.with_extension("damaged");
            return fs::rename(&path, aside)
                .map_err(|error| WorkspaceFault::writing(&path, &error));
        };
        lock::clear_left_behind(&self.repo, &journal.branch);
        if self.carry_out(&journal)? {
            return Ok(());
        }
        self.keep_apart(&journal)
    }

    /// Moves the branch from the parent to the version. `false` when it stands at neither of them.
    fn move_branch(&self, journal: &Journal) -> Result<bool, WorkspaceFault> {
        let version = Oid::from_str(&journal.version)?;
        let parent = journal.parent.as_deref().map(Oid::from_str).transpose()?;
        let stands = match self.repo.refname_to_id(&journal.branch) {
            Ok(id) => Some(id),
            Err(error) if error.code() == ErrorCode::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if stands == Some(version) {
            return Ok(true);
        }
        if stands != parent {
            return Ok(false);
        }
        let moved = match parent {
            Some(parent) => {
                self.repo
                    .reference_matching(&journal.branch, version, true, parent, "yingda")
            }
            None => self
                .repo
                .reference(&journal.branch, version, false, "yingda"),
        };
        match moved {
            Ok(_) => Ok(true),
            Err(error) if [ErrorCode::Modified, ErrorCode::Exists].contains(&error.code()) => {
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Another program moved the branch before an interrupted act could: the act is kept under a name of its own,
    /// unless the branch has come to hold it.
    fn keep_apart(&self, journal: &Journal) -> Result<(), WorkspaceFault> {
        let version = Oid::from_str(&journal.version)?;
        let held = match self.repo.refname_to_id(&journal.branch) {
            Ok(tip) => self.repo.graph_descendant_of(tip, version)?,
            Err(_) => false,
        };
        if !held {
            let name = format!("refs/yingda/interrupted-{version}");
            self.repo.reference(&name, version, true, "yingda")?;
        }
        Ok(())
    }

    fn forget_journal(&self) -> Result<(), WorkspaceFault> {
        let path = self.own(NAME);
        fs::remove_file(&path).map_err(|error| WorkspaceFault::writing(&path, &error))
    }
}
