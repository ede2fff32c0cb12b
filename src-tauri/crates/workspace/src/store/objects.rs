//! Blobs, trees and commits, confirmed by the disk.

use std::fs;
use std::path::PathBuf;

use git2::build::TreeUpdateBuilder;
use git2::{Commit, FileMode, ObjectType, Oid, Revwalk, Signature, Time, Tree};

use super::Store;
use super::trees::{Kept, Trees};
use crate::act::{Act, Change};
use crate::fault::WorkspaceFault;
use crate::folder;

/// What a file becomes; `None` takes it away.
#[derive(Debug, Clone)]
pub(crate) struct Edit<'a> {
    pub(crate) file: &'a str,
    pub(crate) after: Option<&'a [u8]>,
}

impl<'a> Edit<'a> {
    pub(crate) fn of(change: &'a Change) -> Self {
        Self {
            file: &change.file,
            after: change.after.as_deref().map(str::as_bytes),
        }
    }
}

/// From so many files on, objects go into one pack: one file to confirm instead of thousands.
const PACK_FROM: usize = 32;
/// Where packs are written before they are git's.
const PACKS: &str = "packs";
/// Above git's own stores, so that new objects go there first.
const IN_MEMORY: i32 = 1000;
const BEIJING_MINUTES: i32 = 480;

impl Store {
    /// The commit that these edits make of `parents` (the first one is edited), and the files in which it differs from the
    /// first, in the order of their names; no branch moves.
    pub(crate) fn commit(
        &self,
        parents: &[&Commit<'_>],
        edits: &[Edit<'_>],
        act: &Act,
    ) -> Result<(Oid, Vec<String>), WorkspaceFault> {
        let packed = edits.len() >= PACK_FROM;
        let odb = self.repo.odb()?;
        if packed {
            odb.add_new_mempack_backend(IN_MEMORY)?;
        }
        let (tree, differing) = self.edited(parents.first().copied(), edits)?;
        let who = signature(act)?;
        let message = act.message.trim();
        let id = self
            .repo
            .commit(None, &who, &who, message, &tree, parents)?;
        if packed {
            let mut walk = self.repo.revwalk()?;
            walk.push(id)?;
            for parent in parents {
                walk.hide(parent.id())?;
            }
            self.pack(&mut walk)?;
        }
        Ok((id, differing))
    }

    fn edited(
        &self,
        parent: Option<&Commit<'_>>,
        edits: &[Edit<'_>],
    ) -> Result<(Tree<'_>, Vec<String>), WorkspaceFault> {
        let base = match parent {
            Some(parent) => self.repo.find_tree(parent.tree_id())?,
            None => self.repo.find_tree(self.repo.treebuilder(None)?.write()?)?,
        };
        let mut trees = Trees::below(&self.repo, base.clone());
        let mut update = TreeUpdateBuilder::new();
        let mut differing = Vec::new();
        for edit in edits {
            let was = trees.file(edit.file)?;
            let id = edit.after.map(|bytes| self.repo.blob(bytes)).transpose()?;
            if was.map(|was| was.id) != id {
                differing.push(edit.file.to_owned());
            }
            match id {
                Some(id) => drop(update.upsert(edit.file, id, mode(was))),
                None if was.is_some() => drop(update.remove(edit.file)),
                None => {}
            }
        }
        differing.sort_unstable();
        let id = update.create_updated(&self.repo, &base)?;
        Ok((self.repo.find_tree(id)?, differing))
    }

    /// Packs what a walk reaches, and all it needs, into our own objects; confirmed by the disk.
    fn pack(&self, walk: &mut Revwalk<'_>) -> Result<(), WorkspaceFault> {
        let stage = self.staged_packs();
        folder::make(&stage)?;
        let mut builder = self.repo.packbuilder()?;
        builder.insert_walk(walk)?;
        if builder.object_count() > 0 {
            builder.write(&stage, 0)?;
            folder::settle(Some(&stage));
        }
        self.take_in_packs()
    }

    /// Where packs are written before they are git's: what a killed program leaves unfinished lies in our own folder,
    /// where nobody takes it for git's.
    pub(crate) fn staged_packs(&self) -> PathBuf {
        self.own(PACKS)
    }

    /// Makes finished packs git's.
    pub(crate) fn take_in_packs(&self) -> Result<(), WorkspaceFault> {
        let packs = self.repo.commondir().join("objects").join("pack");
        folder::make(&packs)?;
        // Git finds a pack by its index, so that comes last.
        for end in ["pack", "idx"] {
            let staged = fs::read_dir(self.staged_packs());
            for entry in staged.into_iter().flatten().flatten() {
                let (from, to) = (entry.path(), packs.join(entry.file_name()));
                if from.extension().is_some_and(|own| own == end) && !to.exists() {
                    fs::rename(&from, &to).map_err(|error| WorkspaceFault::writing(&to, &error))?;
                }
            }
            folder::settle(Some(&packs));
        }
        self.clear_packs();
        Ok(())
    }

    /// Removes what a killed program left unfinished.
    pub(crate) fn clear_packs(&self) {
        // Not being there is the usual case.
        fs::remove_dir_all(self.staged_packs()).ok();
    }
}

fn mode(was: Option<Kept>) -> FileMode {
    let executable = was.is_some_and(|was| was.mode == u32::from(FileMode::BlobExecutable));
    if executable {
        FileMode::BlobExecutable
    } else {
        FileMode::Blob
    }
}

/// Who and when, as git keeps it. The address is made up and always the same for a name: git wants one.
pub(crate) fn signature(act: &Act) -> Result<Signature<'static>, WorkspaceFault> {
    let is_kept = |c: &char| !c.is_control() && !"<>".contains(*c);
    let name: String = act.by.chars().filter(is_kept).collect();
    let name = name.trim();
    if name.is_empty() {
        return Err(WorkspaceFault::NoName);
    }
    if act.message.trim().is_empty() {
        return Err(WorkspaceFault::NoMessage);
    }
    let digits = Oid::hash_object(ObjectType::Blob, name.as_bytes())?.to_string();
    let address: String = digits
        .chars()
        .take(12)
        .chain("@yingda.invalid".chars())
        .collect();
    let seconds = crate::moment::seconds(act.at);
    Ok(Signature::new(
        name,
        &address,
        &Time::new(seconds, BEIJING_MINUTES),
    )?)
}
