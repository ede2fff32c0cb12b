//! Undoing one act by its reverse.

use crate::Workspace;
use crate::act::{Act, Change, Version, VersionId};
use crate::fault::WorkspaceFault;
use crate::store::Store;
use crate::{folder, history, saving};

impl Workspace {
    /// Makes a new version that is the reverse of one act, if nothing later touched its files.
    ///
    /// # Errors
    /// [`WorkspaceFault::ChangedLater`], [`WorkspaceFault::CannotUndo`] for the first version and merges, and those of
    /// [`Workspace::save`].
    pub fn undo(&self, version: &VersionId, act: &Act) -> Result<Version, WorkspaceFault> {
        let store = Store::hold(self.folder())?;
        let commit = history::commit(&store, version)?;
        let undone = history::version(&store, commit.id())?;
        if commit.parent_count() != 1 {
            let message = undone.message;
            return Err(WorkspaceFault::CannotUndo { message });
        }
        let parent = commit.parent(0)?;
        let Some(tip) = store.tip()? else {
            let id = version.to_string();
            return Err(WorkspaceFault::UnknownVersion { id });
        };
        let mut changes = Vec::new();
        for file in undone.files {
            let after_it = history::text_in(&store, &commit, &file)?;
            let lies = folder::text(self.folder(), &file)?;
            if lies != after_it || history::text_in(&store, &tip, &file)? != after_it {
                return Err(WorkspaceFault::ChangedLater { file });
            }
            changes.push(Change {
                after: history::text_in(&store, &parent, &file)?,
                before: lies,
                file,
            });
        }
        saving::record(&store, &changes, act)
    }
}
