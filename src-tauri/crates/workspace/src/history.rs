//! What was done, newest first, and the texts of then.

use git2::{Commit, DiffOptions, ErrorCode, Oid, Sort};

use crate::Workspace;
use crate::act::{Version, VersionId};
use crate::fault::WorkspaceFault;
use crate::moment::moment;
use crate::store::{Store, blob_id};

impl Workspace {
    /// The newest versions, at most `limit`, newest first: all, or those that touched one file.
    ///
    /// # Errors
    /// The repository can't be read.
    pub fn history(
        &self,
        file: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Version>, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        let Some(tip) = store.tip()? else {
            return Ok(Vec::new());
        };
        let mut walk = store.repo.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME)?;
        walk.push(tip.id())?;
        let mut found = Vec::new();
        for id in walk {
            if found.len() >= limit {
                break;
            }
            let id = id?;
            let commit = store.repo.find_commit(id)?;
            if file.map_or(Ok(true), |file| touches(&commit, file))? {
                found.push(version(&store, id)?);
            }
        }
        Ok(found)
    }

    /// One version.
    ///
    /// # Errors
    /// There is no such version, or the repository can't be read.
    pub fn version(&self, id: &VersionId) -> Result<Version, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        let commit = commit(&store, id)?;
        version(&store, commit.id())
    }

    /// The text of a file as the newest version has it, whatever lies in the folder; `None` when it is not there.
    ///
    /// # Errors
    /// The file was not UTF-8, or the repository can't be read.
    pub fn saved_text(&self, file: &str) -> Result<Option<String>, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        match store.tip()? {
            Some(tip) => text_in(&store, &tip, file),
            None => Ok(None),
        }
    }

    /// The text of a file as it was before a version; `None` when it was not there, or nothing was.
    ///
    /// # Errors
    /// There is no such version, the file was not UTF-8, or the repository can't be read.
    pub fn text_before(
        &self,
        version: &VersionId,
        file: &str,
    ) -> Result<Option<String>, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        let commit = commit(&store, version)?;
        match commit.parent(0) {
            Ok(parent) => text_in(&store, &parent, file),
            Err(_) => Ok(None),
        }
    }

    /// The text of a file as it was in a version; `None` when it was not there.
    ///
    /// # Errors
    /// There is no such version, the file was not UTF-8, or the repository can't be read.
    pub fn text_at(
        &self,
        version: &VersionId,
        file: &str,
    ) -> Result<Option<String>, WorkspaceFault> {
        let store = Store::look(self.folder())?;
        text_in(&store, &commit(&store, version)?, file)
    }
}

/// The text of a file in a commit.
pub(crate) fn text_in(
    store: &Store,
    commit: &Commit<'_>,
    file: &str,
) -> Result<Option<String>, WorkspaceFault> {
    let not_text = |_| WorkspaceFault::NotText {
        file: file.to_owned(),
    };
    let bytes = store.blob(&commit.tree()?, file)?;
    bytes
        .map(|bytes| String::from_utf8(bytes).map_err(not_text))
        .transpose()
}

/// The commit that a version is.
pub(crate) fn commit<'a>(store: &'a Store, id: &VersionId) -> Result<Commit<'a>, WorkspaceFault> {
    store.repo.find_commit(id.oid()?).map_err(|error| {
        if error.code() == ErrorCode::NotFound {
            WorkspaceFault::UnknownVersion { id: id.to_string() }
        } else {
            error.into()
        }
    })
}

/// Whether the file differs from what it was in every version before.
fn touches(commit: &Commit<'_>, file: &str) -> Result<bool, WorkspaceFault> {
    let now = blob_id(&commit.tree()?, file)?;
    if commit.parent_count() == 0 {
        return Ok(now.is_some());
    }
    for parent in commit.parents() {
        if blob_id(&parent.tree()?, file)? == now {
            return Ok(false);
        }
    }
    Ok(true)
}

/// A commit as a person reads it. The text of a foreign commit is taken as it is, what is no UTF-8 in it replaced.
pub(crate) fn version(store: &Store, id: Oid) -> Result<Version, WorkspaceFault> {
    let files = files(store, &store.repo.find_commit(id)?)?;
    told(store, id, files)
}

/// As [`version`], where the files are known that differ from the version before.
pub(crate) fn told(store: &Store, id: Oid, files: Vec<String>) -> Result<Version, WorkspaceFault> {
    let commit = store.repo.find_commit(id)?;
    let author = commit.author();
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    Ok(Version {
        id: VersionId::of(id),
        message: lossy(commit.message_bytes()),
        by: lossy(author.name_bytes()),
        at: moment(author.when().seconds()),
        files,
    })
}

fn files(store: &Store, commit: &Commit<'_>) -> Result<Vec<String>, WorkspaceFault> {
    let now = commit.tree()?;
    let before = match commit.parents().next() {
        Some(parent) => Some(parent.tree()?),
        None => None,
    };
    let mut options = DiffOptions::new();
    options.skip_binary_check(true);
    let diff = store
        .repo
        .diff_tree_to_tree(before.as_ref(), Some(&now), Some(&mut options))?;
    let name = |delta: git2::DiffDelta<'_>| {
        let path = delta
            .new_file()
            .path_bytes()
            .or(delta.old_file().path_bytes());
        String::from_utf8_lossy(path.unwrap_or_default()).into_owned()
    };
    Ok(diff.deltas().map(name).collect())
}
