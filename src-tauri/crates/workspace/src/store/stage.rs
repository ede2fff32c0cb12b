//! Working files: finished beside git's, then put in place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use git2::{IndexEntry, IndexTime, ObjectType, Oid, Tree};

use super::{Journal, Store, Touched, blob_id, lock};
use crate::fault::WorkspaceFault;
use crate::folder;

const FOLDER: &str = "new";
/// Says that the index is not in step.
const STALE: &str = "index-stale";

impl Store {
    /// Writes what the files will become, and finds out whether they may be written at all.
    pub(super) fn stage(&self, journal: &Journal) -> Result<(), WorkspaceFault> {
        let tree = self.tree_of(journal)?;
        let stage = self.own(FOLDER);
        folder::make(&stage)?;
        let mut above = BTreeSet::new();
        for (number, touched) in journal.files.iter().enumerate() {
            let path = folder::path_of(&self.folder, &touched.file)?;
            if touched.is(blob_id(&tree, &touched.file)?) {
                continue;
            }
            if let Some(bytes) = self.blob(&tree, &touched.file)? {
                folder::write_new(&stage.join(number.to_string()), &bytes)?;
                above.extend(path.parent().map(Path::to_owned));
            }
        }
        for folder in &above {
            folder::may_write(folder)?;
        }
        Ok(())
    }

    /// Puts each file in its place, unless another program changed it meanwhile: then its text stays, as a change from
    /// outside.
    pub(super) fn put_in_place(&self, journal: &Journal) -> Result<(), WorkspaceFault> {
        let tree = self.tree_of(journal)?;
        let stage = self.own(FOLDER);
        let mut above: BTreeSet<PathBuf> = BTreeSet::new();
        for (number, touched) in journal.files.iter().enumerate() {
            let path = folder::path_of(&self.folder, &touched.file)?;
            let after = blob_id(&tree, &touched.file)?;
            if !self.lies_as_before(touched)? || touched.is(after) {
                continue;
            }
            let placed = if after.is_some() {
                folder::put(&stage.join(number.to_string()), &path)
            } else {
                folder::take(&self.folder, &path)
            };
            placed.map_err(|error| WorkspaceFault::FilePending {
                file: touched.file.clone(),
                why: error.to_string(),
            })?;
            above.extend(path.parent().map(Path::to_owned));
        }
        for folder in &above {
            folder::settle(Some(folder));
        }
        // What is left there is staged anew by whoever needs it.
        fs::remove_dir_all(stage).ok();
        Ok(())
    }

    fn lies_as_before(&self, touched: &Touched) -> Result<bool, WorkspaceFault> {
        let lies = folder::bytes(&self.folder, &touched.file)?;
        let id = lies
            .map(|bytes| Oid::hash_object(ObjectType::Blob, &bytes))
            .transpose()?;
        Ok(id.map(|id| id.to_string()) == touched.before)
    }

    /// Brings the index in step, so that other git programs show a clean state. Nothing of ours reads it: where it is
    /// held by another program, the next act does it.
    pub(super) fn refresh_index(&self, journal: &Journal) -> Result<(), WorkspaceFault> {
        let stale = self.own(STALE);
        if stale.exists() {
            return self.remake_index();
        }
        match lock::patiently(|| self.update_index(journal)) {
            Err(WorkspaceFault::Locked { .. }) => folder::write_new(&stale, b""),
            done => done,
        }
    }

    /// Makes the index anew from the newest version, when an act could not bring it in step.
    pub(super) fn remake_index(&self) -> Result<(), WorkspaceFault> {
        let stale = self.own(STALE);
        if !stale.exists() {
            return Ok(());
        }
        if let Some(tip) = self.tip()? {
            let mut index = self.repo.index()?;
            index.read_tree(&tip.tree()?)?;
            if let Err(error) = index.write() {
                return match error.into() {
                    WorkspaceFault::Locked { .. } => Ok(()),
                    other => Err(other),
                };
            }
        }
        fs::remove_file(&stale).map_err(|error| WorkspaceFault::writing(&stale, &error))
    }

    fn update_index(&self, journal: &Journal) -> Result<(), WorkspaceFault> {
        let tree = self.tree_of(journal)?;
        let mut index = self.repo.index()?;
        index.read(true)?;
        for touched in &journal.files {
            match tree.get_path(Path::new(&touched.file)) {
                Ok(entry) => {
                    let mode = u32::try_from(entry.filemode()).unwrap_or(0o100_644);
                    index.add(&index_entry(&touched.file, entry.id(), mode))?;
                }
                Err(_) => index.remove_path(Path::new(&touched.file))?,
            }
        }
        index.write()?;
        Ok(())
    }

    fn tree_of(&self, journal: &Journal) -> Result<Tree<'_>, WorkspaceFault> {
        let version = Oid::from_str(&journal.version)?;
        Ok(self.repo.find_commit(version)?.tree()?)
    }
}

/// Without times and size: the other program compares the file's content once and notes them itself.
fn index_entry(file: &str, id: Oid, mode: u32) -> IndexEntry {
    IndexEntry {
        ctime: IndexTime::new(0, 0),
        mtime: IndexTime::new(0, 0),
        dev: 0,
        ino: 0,
        mode,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: file.as_bytes().to_vec(),
    }
}
