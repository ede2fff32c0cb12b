//! Saving: several files, one act, all or nothing.

use std::collections::BTreeSet;

use git2::{ObjectType, Oid};

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
        record(&store, changes, act)
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

/// Makes changes a version; their `before` is what lies in the folder.
pub(crate) fn record(
    store: &Store,
    changes: &[Change],
    act: &Act,
) -> Result<Version, WorkspaceFault> {
    let edits: Vec<Edit<'_>> = changes
        .iter()
        .map(|change| Edit {
            file: &change.file,
            after: change.after.as_deref().map(str::as_bytes),
        })
        .collect();
    let files = changes.iter().map(touched).collect::<Result<Vec<_>, _>>()?;
    for _ in 0..TRIES {
        let tip = store.tip()?;
        let parents: Vec<_> = tip.iter().collect();
        let version = store.commit(&parents, &edits, act)?;
        let journal = Journal {
            version: version.to_string(),
            parent: tip.as_ref().map(|tip| tip.id().to_string()),
            branch: store.branch()?,
            files: files.clone(),
        };
        if store.carry_out(&journal)? {
            return history::version(store, version);
        }
    }
    Err(WorkspaceFault::MovedOn)
}

fn touched(change: &Change) -> Result<Touched, WorkspaceFault> {
    let id = |text: &String| Oid::hash_object(ObjectType::Blob, text.as_bytes());
    let before = change.before.as_ref().map(id).transpose()?;
    Ok(Touched {
        file: change.file.clone(),
        before: before.map(|id| id.to_string()),
    })
}

#[cfg(test)]
mod tests;
