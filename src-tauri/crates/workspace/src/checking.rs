//! Reading a whole repository, to be sure that nothing in it is damaged or missing.

use std::collections::BTreeSet;

use git2::{ObjectType, Oid};

use crate::Workspace;
use crate::fault::WorkspaceFault;
use crate::store::Store;

/// What was read and found whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked {
    /// Objects whose content is what their name says.
    pub objects: usize,
    /// Versions with all their files.
    pub versions: usize,
}

impl Workspace {
    /// Reads every object of the repository and follows every version to its files.
    ///
    /// # Errors
    /// [`WorkspaceFault::Damaged`] with the first thing that is damaged or missing.
    pub fn check(&self) -> Result<Checked, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        let odb = store.repo.odb()?;
        let mut names = Vec::new();
        odb.foreach(|id| {
            names.push(*id);
            true
        })?;
        for name in &names {
            let object = odb.read(*name)?;
            if Oid::hash_object(object.kind(), object.data())? != *name {
                return Err(damaged(*name));
            }
        }
        let mut walk = store.repo.revwalk()?;
        walk.push_glob("refs/*")?;
        let mut seen = BTreeSet::new();
        let mut versions = 0;
        for version in walk {
            follow(
                &store,
                store.repo.find_commit(version?)?.tree_id(),
                &mut seen,
            )?;
            versions += 1;
        }
        Ok(Checked {
            objects: names.len(),
            versions,
        })
    }
}

/// Follows a tree to everything below it, each once.
fn follow(store: &Store, root: Oid, seen: &mut BTreeSet<Oid>) -> Result<(), WorkspaceFault> {
    let odb = store.repo.odb()?;
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for entry in &store.repo.find_tree(id)? {
            match entry.kind() {
                Some(ObjectType::Tree) => open.push(entry.id()),
                Some(ObjectType::Blob) if !odb.exists(entry.id()) => {
                    return Err(damaged(entry.id()));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn damaged(id: Oid) -> WorkspaceFault {
    WorkspaceFault::Damaged {
        why: format!("object {id}"),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::fixture::fixture;

    #[test]
    fn a_whole_repository_is_read_and_a_missing_text_is_found() {
        let fixture = fixture();
        fixture
            .save("words.txt", Some("挂失\n"), Some("补卡\n"))
            .unwrap();
        let checked = fixture.workspace.check().unwrap();
        // Two commits; the empty tree, two root trees, one of entries; three texts.
        assert_eq!((checked.objects, checked.versions), (9, 2));
        let name = crate::text_hash("补卡\n");
        let (folder, rest) = name.split_at(2);
        fs::remove_file(fixture.folder.join(".git/objects").join(folder).join(rest)).unwrap();
        assert!(fixture.workspace.check().is_err());
    }
}
