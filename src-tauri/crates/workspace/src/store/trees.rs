//! Looking many files up in one tree: each folder is read once, however many of its files are asked for.

use std::collections::HashMap;

use git2::{FileMode, ObjectType, Oid, Repository, Tree};

use crate::fault::WorkspaceFault;

/// A file in a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Its blob.
    pub(crate) id: Oid,
    /// As git keeps it: plain or executable.
    pub(crate) mode: u32,
}

/// A tree with the folders of it that were read.
pub(crate) struct Trees<'a> {
    repo: &'a Repository,
    /// By their names; `None` where there is no such folder.
    read: HashMap<String, Option<Tree<'a>>>,
}

impl<'a> Trees<'a> {
    pub(crate) fn below(repo: &'a Repository, root: Tree<'a>) -> Self {
        let read = HashMap::from([(String::new(), Some(root))]);
        Self { repo, read }
    }

    /// A file; `None` when it is not there, or something else is.
    pub(crate) fn file(&mut self, file: &str) -> Result<Option<Kept>, WorkspaceFault> {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        let Some(tree) = self.folder(folder)? else {
            return Ok(None);
        };
        let entry = tree.get_name(name);
        let entry = entry.filter(|entry| entry.kind() == Some(ObjectType::Blob));
        Ok(entry.map(|entry| Kept {
            id: entry.id(),
            mode: u32::try_from(entry.filemode()).unwrap_or(u32::from(FileMode::Blob)),
        }))
    }

    fn folder(&mut self, folder: &str) -> Result<Option<&Tree<'a>>, WorkspaceFault> {
        if !self.read.contains_key(folder) {
            let (above, name) = folder.rsplit_once('/').unwrap_or(("", folder));
            let above = self.folder(above)?;
            let entry = above.and_then(|above| above.get_name(name));
            let id = entry.filter(|entry| entry.kind() == Some(ObjectType::Tree));
            let id = id.map(|entry| entry.id());
            let tree = id.map(|id| self.repo.find_tree(id)).transpose()?;
            self.read.insert(folder.to_owned(), tree);
        }
        Ok(self.read.get(folder).and_then(Option::as_ref))
    }
}
