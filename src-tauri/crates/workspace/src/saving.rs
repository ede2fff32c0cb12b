//! Saving: several files, one act, all or nothing.

use std::collections::BTreeSet;

use crate::act::{Act, Change, Version};
use crate::fault::WorkspaceFault;
use crate::store::{Edit, Journal, Store, Touched};
use crate::{Workspace, folder, history, place};

/// How often the branch may be moved by others while one act is saved.
const TRIES: usize = 5;

impl Workspace {
    /// Makes these changes one version, all or nothing. When it returns, the disk has confirmed it.
    ///
    /// # Errors
    /// [`WorkspaceFault::ChangedMeanwhile`] when a file is no longer what the person saw; nothing is changed then, nor
    /// with any other fault but [`WorkspaceFault::FilePending`].
    pub fn save(&self, changes: &[Change], act: &Act) -> Result<Version, WorkspaceFault> {
        check(changes)?;
        let store = Store::hold(self.folder())?;
        for change in changes {
            if folder::text(self.folder(), &change.file)? != change.before {
                let file = change.file.clone();
                return Err(WorkspaceFault::ChangedMeanwhile { file });
            }
        }
        let edits: Vec<Edit<'_>> = changes.iter().map(Edit::of).collect();
        let files = changes.iter().map(touched).collect::<Result<Vec<_>, _>>()?;
        record(&store, &edits, &files, act)
    }
}

fn check(changes: &[Change]) -> Result<(), WorkspaceFault> {
    let mut seen = BTreeSet::new();
    for change in changes {
        place::check(&change.file)?;
        // The second would undo the first.
        if !seen.insert(&change.file) {
            let file = change.file.clone();
            return Err(WorkspaceFault::ChangedMeanwhile { file });
        }
    }
    if changes.iter().all(|change| change.before == change.after) {
        return Err(WorkspaceFault::NothingChanged);
    }
    Ok(())
}

/// Makes edits a version; `files` are the same files with what lies in the folder now.
pub(crate) fn record(
    store: &Store,
    edits: &[Edit<'_>],
    files: &[Touched],
    act: &Act,
) -> Result<Version, WorkspaceFault> {
    for _ in 0..TRIES {
        let tip = store.tip()?;
        let parents: Vec<_> = tip.iter().collect();
        let (version, differing) = store.commit(&parents, edits, act)?;
        let journal = Journal {
            version: version.to_string(),
            parent: tip.as_ref().map(|tip| tip.id().to_string()),
            branch: store.branch()?,
            files: files.to_vec(),
        };
        if store.carry_out(&journal)? {
            return history::told(store, version, differing);
        }
    }
    Err(WorkspaceFault::MovedOn)
}

pub(crate) fn touched(change: &Change) -> Result<Touched, WorkspaceFault> {
    let before = change.before.as_deref().map(str::as_bytes);
    Touched::lying(&change.file, before)
}

#[cfg(test)]
mod tests;
