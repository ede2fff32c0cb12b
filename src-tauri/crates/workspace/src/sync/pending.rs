//! A merge that waits for a person, kept across restarts.

use std::fs;
use std::io::ErrorKind;

use git2::Oid;

use super::files::{self, Merged};
use super::{Conflict, record};
use crate::Workspace;
use crate::act::{Act, Version};
use crate::fault::{SyncFault, WorkspaceFault};
use crate::folder;
use crate::merge;
use crate::store::Store;

/// What a person decided about one conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The conflict as it was shown.
    pub conflict: Conflict,
    /// The text that it gets; `None` deletes the file.
    pub after: Option<String>,
}

const NAME: &str = "merge";

impl Workspace {
    /// The conflicts that wait for a decision, in the order of their files' names.
    ///
    /// # Errors
    /// The repository can't be read.
    pub fn conflicts(&self) -> Result<Vec<Conflict>, WorkspaceFault> {
        let merged = merged(&Store::look(self.folder())?)?;
        Ok(merged.map(|merged| merged.conflicts).unwrap_or_default())
    }

    /// Finishes a merge by what a person decided: one version with both sides' acts. Sync again to send it.
    ///
    /// # Errors
    /// [`SyncFault::NothingPending`], [`SyncFault::Undecided`] when a conflict has no choice or is no longer what was
    /// shown, and those of [`Workspace::save`].
    pub fn resolve(&self, choices: &[Choice], act: &Act) -> Result<Version, WorkspaceFault> {
        let store = Store::hold(self.folder())?;
        let (Some(theirs), Some(mut merged)) = (theirs(&store)?, merged(&store)?) else {
            return Err(SyncFault::NothingPending.into());
        };
        for conflict in std::mem::take(&mut merged.conflicts) {
            let choice = choices.iter().find(|choice| choice.conflict == conflict);
            let Some(choice) = choice else {
                let file = conflict.file;
                return Err(SyncFault::Undecided { file }.into());
            };
            decide(&mut merged, choice);
        }
        let version = record(&store, theirs, &merged, act)?;
        forget(&store)?;
        Ok(version)
    }

    /// Gives a pending merge up: files and history stay as they are, and the next sync meets the conflicts again.
    ///
    /// # Errors
    /// The note about it can't be removed.
    pub fn abandon(&self) -> Result<(), WorkspaceFault> {
        forget(&Store::hold(self.folder())?)
    }
}

/// A text that neither side has is in review again; a side that was chosen as a whole keeps what it is.
fn decide(merged: &mut Merged, choice: &Choice) {
    let Conflict {
        file, ours, theirs, ..
    } = &choice.conflict;
    let is_new = choice.after != *ours && choice.after != *theirs;
    let after = match &choice.after {
        Some(text) if is_new && merge::is_entry(file) => Some(merge::in_review(text.clone())),
        after => after.clone(),
    };
    if after != *ours {
        let bytes = after.map(String::into_bytes);
        merged.edits.insert(file.clone(), bytes);
    }
}

/// Notes that a merge with this version waits. What conflicts is worked out anew whenever it is asked for, so that
/// acts saved meanwhile count.
pub(super) fn keep(store: &Store, theirs: Oid) -> Result<(), WorkspaceFault> {
    folder::replace(&store.own(NAME), theirs.to_string().as_bytes())
}

fn forget(store: &Store) -> Result<(), WorkspaceFault> {
    let path = store.own(NAME);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(WorkspaceFault::writing(&path, &error))
        }
        _ => Ok(()),
    }
}

fn theirs(store: &Store) -> Result<Option<Oid>, WorkspaceFault> {
    let path = store.own(NAME);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(Oid::from_str(text.trim())?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WorkspaceFault::reading(&path, &error)),
    }
}

/// The merge that waits; `None` when none does, or ours has come to hold theirs.
pub(super) fn merged(store: &Store) -> Result<Option<Merged>, WorkspaceFault> {
    let (Some(theirs), Some(tip)) = (theirs(store)?, store.tip()?) else {
        return Ok(None);
    };
    if tip.id() == theirs || store.repo.graph_descendant_of(tip.id(), theirs)? {
        return Ok(None);
    }
    files::merge(store, tip.id(), theirs, |_, _| Ok(())).map(Some)
}
