//! Going back: one act by its reverse, one file to an older text.

use crate::Workspace;
use crate::act::{Act, Change, Version, VersionId};
use crate::fault::WorkspaceFault;
use crate::store::{Edit, Store};
use crate::{folder, history, saving};

impl Workspace {
    /// Gives a file the text that it had in a version, as a new version; where it was not there it goes.
    ///
    /// # Errors
    /// There is no such version, or those of [`Workspace::save`].
    pub fn restore(
        &self,
        version: &VersionId,
        file: &str,
        act: &Act,
    ) -> Result<Version, WorkspaceFault> {
        let change = Change {
            file: file.to_owned(),
            before: self.text(file)?,
            after: self.text_at(version, file)?,
        };
        self.save(&[change], act)
    }

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
        let edits: Vec<Edit<'_>> = changes.iter().map(Edit::of).collect();
        let files = changes.iter().map(saving::touched);
        let files = files.collect::<Result<Vec<_>, _>>()?;
        saving::record(&store, &edits, &files, act)
    }
}
