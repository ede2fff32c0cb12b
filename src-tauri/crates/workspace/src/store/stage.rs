//! Working files: finished beside git's, then put in place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use git2::{ObjectType, Oid};

use super::listing::{self, Changes};
use super::trees::{Kept, Trees};
use super::{Journal, Store, Touched, lock};
use crate::fault::WorkspaceFault;
use crate::folder;

const FOLDER: &str = "new";
/// Says that the index is not in step.
const STALE: &str = "index-stale";

impl Store {
    /// What the version of a journal has of each of its files.
    pub(super) fn after(&self, journal: &Journal) -> Result<Vec<Option<Kept>>, WorkspaceFault> {
        let version = Oid::from_str(&journal.version)?;
        let tree = self.repo.find_commit(version)?.tree()?;
        let mut trees = Trees::below(&self.repo, tree);
        let files = journal.files.iter();
        files.map(|touched| trees.file(&touched.file)).collect()
    }

    /// Writes what the files will become, and finds out whether they may be written at all.
    pub(super) fn stage(
        &self,
        journal: &Journal,
        after: &[Option<Kept>],
    ) -> Result<(), WorkspaceFault> {
        let stage = self.own(FOLDER);
        folder::make(&stage)?;
        let mut above = BTreeSet::new();
        for (number, (touched, after)) in journal.files.iter().zip(after).enumerate() {
            let path = folder::path_of(&self.folder, &touched.file)?;
            if touched.is(after.map(|after| after.id)) {
                continue;
            }
            if let Some(after) = after {
                let blob = self.repo.find_blob(after.id)?;
                folder::write_new(&stage.join(number.to_string()), blob.content())?;
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
    pub(super) fn put_in_place(
        &self,
        journal: &Journal,
        after: &[Option<Kept>],
    ) -> Result<(), WorkspaceFault> {
        let stage = self.own(FOLDER);
        let mut above: BTreeSet<PathBuf> = BTreeSet::new();
        for (number, (touched, after)) in journal.files.iter().zip(after).enumerate() {
            let path = folder::path_of(&self.folder, &touched.file)?;
            let after = after.map(|after| after.id);
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
    pub(super) fn refresh_index(
        &self,
        journal: &Journal,
        after: &[Option<Kept>],
    ) -> Result<(), WorkspaceFault> {
        let stale = self.own(STALE);
        if stale.exists() {
            return self.remake_index();
        }
        let files = journal.files.iter().map(|touched| touched.file.as_bytes());
        let changes: Changes<'_> = files.zip(after.iter().copied()).collect();
        match lock::patiently(|| listing::change(self.repo.path(), &changes)) {
            Ok(true) => Ok(()),
            Ok(false) => {
                folder::write_new(&stale, b"")?;
                self.remake_index()
            }
            Err(WorkspaceFault::Locked { .. }) => folder::write_new(&stale, b""),
            Err(other) => Err(other),
        }
    }

    /// Makes the index anew from the newest version, when an act could not bring it in step.
    pub(super) fn remake_index(&self) -> Result<(), WorkspaceFault> {
        let stale = self.own(STALE);
        if !stale.exists() {
            return Ok(());
        }
        if let Some(tip) = self.tip()? {
            // One that can't be read is of no use to anybody.
            let path = self.repo.path().join("index");
            if git2::Index::open(&path).is_err() {
                fs::remove_file(&path).map_err(|error| WorkspaceFault::writing(&path, &error))?;
            }
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
}
