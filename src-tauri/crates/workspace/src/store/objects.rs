//! Blobs, trees and commits, confirmed by the disk.

use git2::build::TreeUpdateBuilder;
use git2::{Commit, FileMode, ObjectType, Oid, Revwalk, Signature, Time, Tree};

use super::{Store, blob_id};
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
/// Above git's own stores, so that new objects go there first.
const IN_MEMORY: i32 = 1000;
const BEIJING_MINUTES: i32 = 480;

impl Store {
    /// The commit that these edits make of `parents` (the first one is edited); no branch moves.
    pub(crate) fn commit(
        &self,
        parents: &[&Commit<'_>],
        edits: &[Edit<'_>],
        act: &Act,
    ) -> Result<Oid, WorkspaceFault> {
        let packed = edits.len() >= PACK_FROM;
        let odb = self.repo.odb()?;
        if packed {
            odb.add_new_mempack_backend(IN_MEMORY)?;
        }
        let tree = self.edited(parents.first().copied(), edits)?;
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
            self.pack(&mut walk, &self.repo.commondir().join("objects"))?;
        }
        Ok(id)
    }

    fn edited(
        &self,
        parent: Option<&Commit<'_>>,
        edits: &[Edit<'_>],
    ) -> Result<Tree<'_>, WorkspaceFault> {
        let base = match parent {
            Some(parent) => self.repo.find_tree(parent.tree_id())?,
            None => self.repo.find_tree(self.repo.treebuilder(None)?.write()?)?,
        };
        let mut update = TreeUpdateBuilder::new();
        for edit in edits {
            match edit.after {
                Some(bytes) => {
                    let mode = mode(&base, edit.file);
                    update.upsert(edit.file, self.repo.blob(bytes)?, mode);
                }
                None if blob_id(&base, edit.file)?.is_some() => {
                    update.remove(edit.file);
                }
                None => {}
            }
        }
        let id = update.create_updated(&self.repo, &base)?;
        Ok(self.repo.find_tree(id)?)
    }

    /// Writes what a walk reaches, and all it needs, as one pack into an object folder; confirmed by the disk.
    pub(crate) fn pack(
        &self,
        walk: &mut Revwalk<'_>,
        objects: &std::path::Path,
    ) -> Result<(), WorkspaceFault> {
        let packs = objects.join("pack");
        folder::make(&packs)?;
        let mut builder = self.repo.packbuilder()?;
        builder.insert_walk(walk)?;
        if builder.object_count() > 0 {
            builder.write(&packs, 0)?;
            folder::settle(Some(&packs));
        }
        Ok(())
    }
}

fn mode(base: &Tree<'_>, file: &str) -> FileMode {
    let old = base.get_path(std::path::Path::new(file)).ok();
    let executable = old.is_some_and(|entry| {
        entry.kind() == Some(ObjectType::Blob)
            && entry.filemode() == i32::from(FileMode::BlobExecutable)
    });
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
