//! What other programs changed in the folder.

use std::collections::BTreeMap;
use std::path::PathBuf;

use git2::{ObjectType, Oid, TreeWalkMode, TreeWalkResult};
use yingda_content::BeijingTime;

use crate::act::{Act, Version};
use crate::fault::WorkspaceFault;
use crate::store::{Edit, Store, Touched};
use crate::{Workspace, folder, saving};

/// How a file differs from the newest version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutsideChange {
    /// Its text is another.
    Edited,
    /// The newest version does not have it.
    Added,
    /// It is no longer in the folder.
    Removed,
}

/// A file that differs from the newest version without an act of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// The file, relative to the folder, with `/`.
    pub file: String,
    /// How it differs.
    pub change: OutsideChange,
}

impl Workspace {
    /// The files that differ from the newest version, in the order of their names. Reads every file: ask after the
    /// [`Workspace::pulse`] changed.
    ///
    /// # Errors
    /// The folder or the repository can't be read.
    pub fn outside(&self) -> Result<Vec<Outside>, WorkspaceFault> {
        outside(&Store::look(self.folder())?)
    }

    /// Makes all changes from outside one version.
    ///
    /// # Errors
    /// [`WorkspaceFault::NothingChanged`] when there are none, and those of [`Workspace::save`].
    pub fn keep_outside(&self, act: &Act) -> Result<Version, WorkspaceFault> {
        let store = Store::hold(self.folder())?;
        let mut texts = Vec::new();
        for found in outside(&store)? {
            let bytes = folder::bytes(self.folder(), &found.file)?;
            texts.push((found.file, bytes));
        }
        if texts.is_empty() {
            return Err(WorkspaceFault::NothingChanged);
        }
        let edit =
            |(file, bytes): &'_ (String, Option<Vec<u8>>)| Touched::lying(file, bytes.as_deref());
        let files = texts.iter().map(edit).collect::<Result<Vec<_>, _>>()?;
        let edits: Vec<Edit<'_>> = texts
            .iter()
            .map(|(file, bytes)| Edit {
                file,
                after: bytes.as_deref(),
            })
            .collect();
        saving::record(&store, &edits, &files, act)
    }

    /// Puts the newest version's text of these files back. What lies there is copied first; the folder that holds the
    /// copies is returned.
    ///
    /// # Errors
    /// A copy or a file can't be written; files not yet reached keep their text.
    pub fn discard_outside(
        &self,
        files: &[String],
        at: BeijingTime,
    ) -> Result<PathBuf, WorkspaceFault> {
        let store = Store::hold(self.folder())?;
        let copies = new_folder(&store, at)?;
        for file in files {
            if let Some(bytes) = folder::bytes(self.folder(), file)? {
                let copy = copies.join(file);
                folder::make(copy.parent().unwrap_or(&copies))?;
                folder::write_new(&copy, &bytes)?;
            }
        }
        let tree = store.tip()?.map(|tip| tip.tree()).transpose()?;
        for file in files {
            let path = folder::path_of(self.folder(), file)?;
            let committed = match &tree {
                Some(tree) => store.blob(tree, file)?,
                None => None,
            };
            let put = if let Some(bytes) = committed {
                let beside = store.own("back");
                folder::write_new(&beside, &bytes)?;
                folder::put(&beside, &path)
            } else {
                folder::take(self.folder(), &path)
            };
            put.map_err(|error| WorkspaceFault::writing(&path, &error))?;
        }
        Ok(copies)
    }
}

/// A new folder named after the moment.
fn new_folder(store: &Store, at: BeijingTime) -> Result<PathBuf, WorkspaceFault> {
    let (day, clock) = (at.date(), at.reading().time());
    let name = format!(
        "{day} {:02}-{:02}-{:02}",
        clock.hour(),
        clock.minute(),
        clock.second()
    );
    let all = store.own("discarded");
    let names =
        std::iter::once(name.clone()).chain((2..).map(|number| format!("{name} ({number})")));
    let free = names.map(|name| all.join(name)).find(|path| !path.exists());
    let free = free.unwrap_or(all);
    folder::make(&free)?;
    Ok(free)
}

fn outside(store: &Store) -> Result<Vec<Outside>, WorkspaceFault> {
    let committed = committed(store)?;
    let mut found = BTreeMap::new();
    for lying in folder::files(&store.folder)? {
        // What a person told git to pass over is no change; a name that can't be kept can't be one either.
        if !committed.contains_key(&lying)
            && !store.repo.is_path_ignored(&lying)?
            && crate::place::check(&lying).is_ok()
        {
            found.insert(lying, OutsideChange::Added);
        }
    }
    for (file, id) in &committed {
        match folder::bytes(&store.folder, file)? {
            Some(lies) if store.is_text_of(*id, &lies)? => {}
            Some(_) => drop(found.insert(file.clone(), OutsideChange::Edited)),
            None => drop(found.insert(file.clone(), OutsideChange::Removed)),
        }
    }
    let outside = |(file, change)| Outside { file, change };
    Ok(found.into_iter().map(outside).collect())
}

/// All files of the newest version. Links and names that can't be used here are left to other git programs.
fn committed(store: &Store) -> Result<BTreeMap<String, Oid>, WorkspaceFault> {
    let mut files = BTreeMap::new();
    let Some(tip) = store.tip()? else {
        return Ok(files);
    };
    let tree = tip.tree()?;
    tree.walk(TreeWalkMode::PreOrder, |above, entry| {
        let is_link = entry.filemode() == i32::from(git2::FileMode::Link);
        if let (Some(ObjectType::Blob), false, Ok(name)) = (entry.kind(), is_link, entry.name()) {
            let file = format!("{above}{name}");
            if crate::place::check(&file).is_ok() {
                // Its id from here: looking each file up from the root takes minutes at 10,000.
                files.insert(file, entry.id());
            }
        }
        TreeWalkResult::Ok
    })?;
    Ok(files)
}

#[cfg(test)]
mod tests;
