//! The folder of the last sync, kept beside the history and never in it: each person reaches the share by a way of
//! their own.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::Workspace;
use crate::fault::WorkspaceFault;
use crate::folder;
use crate::store::Store;

const NAME: &str = "sync-folder";

impl Workspace {
    /// The folder that was synced with last, as an absolute path; `None` before the first time.
    ///
    /// # Errors
    /// The repository or the note can't be read.
    pub fn sync_folder(&self) -> Result<Option<PathBuf>, WorkspaceFault> {
        read(&Store::look(self.folder())?)
    }
}

fn read(store: &Store) -> Result<Option<PathBuf>, WorkspaceFault> {
    let path = store.own(NAME);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(PathBuf::from(text))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(WorkspaceFault::reading(&path, &error)),
    }
}

pub(super) fn keep(store: &Store, folder: &Path) -> Result<(), WorkspaceFault> {
    // A name that is no text can't be shown for choosing it again.
    let Some(text) = folder.to_str() else {
        return Ok(());
    };
    if read(store).ok().flatten().as_deref() == Some(folder) {
        return Ok(());
    }
    folder::replace(&store.own(NAME), text.as_bytes())
}
