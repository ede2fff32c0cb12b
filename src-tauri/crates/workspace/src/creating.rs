//! Making a workspace from an installed library.

use std::fs;
use std::path::Path;

use git2::{Repository, RepositoryInitOptions};

use crate::act::Act;
use crate::fault::WorkspaceFault;
use crate::store::{Edit, Journal, MAKING, Store, Touched};
use crate::{Workspace, folder, place};

impl Workspace {
    /// Makes a workspace of a library's files. The folder must be new or empty; one whose making was interrupted is
    /// finished.
    ///
    /// # Errors
    /// The folder holds something, the library can't be read, the disk is full or may not be written.
    pub fn create(folder: &Path, from: &Path, act: &Act) -> Result<Self, WorkspaceFault> {
        let folder = place::absolute(folder)?;
        let own = folder.join(".git").join("yingda");
        let making = own.join(MAKING);
        if !making.exists() && !is_free(&folder)? {
            return Err(WorkspaceFault::NotEmpty {
                folder: folder.display().to_string(),
            });
        }
        let files = read_all(from)?;
        folder::make(&own)?;
        folder::write_new(&making, b"")?;
        initialise(&folder)?;
        first_version(&folder, &files, act)?;
        fs::remove_file(&making).map_err(|error| WorkspaceFault::writing(&making, &error))?;
        Self::open(&folder)
    }
}

fn is_free(folder: &Path) -> Result<bool, WorkspaceFault> {
    match fs::read_dir(folder) {
        Ok(mut children) => Ok(children.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(WorkspaceFault::reading(folder, &error)),
    }
}

fn read_all(from: &Path) -> Result<Vec<(String, Vec<u8>)>, WorkspaceFault> {
    let mut files = Vec::new();
    for file in folder::files(from)? {
        place::check(&file)?;
        if let Some(bytes) = folder::bytes(from, &file)? {
            files.push((file, bytes));
        }
    }
    Ok(files)
}

/// Without templates: what they would add is not wanted. Other git programs keep the texts byte for byte, too.
fn initialise(folder: &Path) -> Result<(), WorkspaceFault> {
    let mut options = RepositoryInitOptions::new();
    options.initial_head("main").external_template(false);
    let repo = Repository::init_opts(folder, &options)?;
    let mut config = repo.config()?.open_level(git2::ConfigLevel::Local)?;
    config.set_bool("core.autocrlf", false)?;
    Ok(())
}

fn first_version(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    act: &Act,
) -> Result<(), WorkspaceFault> {
    let store = Store::hold_unfinished(folder)?;
    // An interrupted making may have come as far as its journal, which has just been carried out.
    if store.tip()?.is_some() {
        return Ok(());
    }
    let edits: Vec<Edit<'_>> = files
        .iter()
        .map(|(file, bytes)| Edit {
            file,
            after: Some(bytes),
        })
        .collect();
    let (version, _) = store.commit(&[], &edits, act)?;
    let journal = Journal {
        version: version.to_string(),
        parent: None,
        branch: store.branch()?,
        files: files.iter().map(|(file, _)| Touched::new(file)).collect(),
    };
    store.carry_out(&journal)?;
    Ok(())
}

#[cfg(test)]
mod tests;
