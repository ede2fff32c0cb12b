//! Two versions brought together, file by file.

use std::collections::BTreeMap;

use git2::{ErrorCode, Oid, Sort, Tree};

use super::Conflict;
use crate::fault::{SyncFault, WorkspaceFault};
use crate::folder;
use crate::merge::{self, Sides};
use crate::store::{Store, Touched, blob_id};

/// What becomes of our files.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// Files that differ from ours: their bytes, or nothing when they go.
    pub(super) edits: BTreeMap<String, Option<Vec<u8>>>,
    /// Those whose text is new to both sides.
    pub(super) in_review: Vec<String>,
    pub(super) conflicts: Vec<Conflict>,
}

/// Brings both versions together; no branch and no file is touched. `step` hears how many files are done, of how many,
/// and may end it.
pub(super) fn merge<E: From<WorkspaceFault>>(
    store: &Store,
    ours: Oid,
    theirs: Oid,
    step: impl Fn(usize, usize) -> Result<(), E>,
) -> Result<Merged, E> {
    let sides = Versions {
        store,
        base: Base::of(store, ours, theirs)?,
        ours: tree(store, ours)?,
        theirs: tree(store, theirs)?,
    };
    let mut merged = Merged::default();
    let files = differing(store, Some(ours), theirs)?;
    let total = files.len();
    for (done, file) in files.into_iter().enumerate() {
        step(done, total)?;
        merged.add(file, &sides)?;
    }
    Ok(merged)
}

/// What is brought together.
struct Versions<'a> {
    store: &'a Store,
    base: Base<'a>,
    ours: Tree<'a>,
    theirs: Tree<'a>,
}

impl Merged {
    fn add(&mut self, file: String, sides: &Versions<'_>) -> Result<(), WorkspaceFault> {
        crate::place::check(&file)?;
        let before = sides.base.blob(&file)?;
        let (one, other) = (blob_id(&sides.ours, &file)?, blob_id(&sides.theirs, &file)?);
        if before == other {
            return Ok(());
        }
        let store = sides.store;
        if before == one {
            let bytes = store.blob(&sides.theirs, &file)?;
            self.edits.insert(file, bytes);
            return Ok(());
        }
        self.take(Conflict {
            base: text(store, before, &file)?,
            ours: text(store, one, &file)?,
            theirs: text(store, other, &file)?,
            file,
        });
        Ok(())
    }

    fn take(&mut self, conflict: Conflict) {
        let sides = match (&conflict.ours, &conflict.theirs) {
            (Some(ours), Some(theirs)) => Some(Sides {
                base: conflict.base.as_deref(),
                ours: ours.as_str(),
                theirs: theirs.as_str(),
            }),
            // One side deleted what the other changed.
            _ => None,
        };
        let text = sides.and_then(|sides| merge::merge(&conflict.file, sides));
        let Some(text) = text else {
            self.conflicts.push(conflict);
            return;
        };
        let is_new = Some(&text) != conflict.theirs.as_ref();
        if Some(&text) != conflict.ours.as_ref() {
            if is_new && merge::is_entry(&conflict.file) {
                self.in_review.push(conflict.file.clone());
            }
            self.edits.insert(conflict.file, Some(text.into_bytes()));
        }
    }
}

fn tree(store: &Store, version: Oid) -> Result<Tree<'_>, WorkspaceFault> {
    Ok(store.repo.find_commit(version)?.tree()?)
}

fn text(store: &Store, blob: Option<Oid>, file: &str) -> Result<Option<String>, WorkspaceFault> {
    let Some(id) = blob else {
        return Ok(None);
    };
    let bytes = store.repo.find_blob(id)?.content().to_owned();
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|_| WorkspaceFault::NotText {
            file: file.to_owned(),
        })
}

/// The files in which two versions differ.
pub(super) fn differing(
    store: &Store,
    ours: Option<Oid>,
    theirs: Oid,
) -> Result<Vec<String>, WorkspaceFault> {
    let before = ours.map(|id| tree(store, id)).transpose()?;
    let after = tree(store, theirs)?;
    let diff = store
        .repo
        .diff_tree_to_tree(before.as_ref(), Some(&after), None)?;
    let name = |delta: git2::DiffDelta<'_>| {
        let path = delta
            .new_file()
            .path_bytes()
            .or(delta.old_file().path_bytes());
        String::from_utf8_lossy(path.unwrap_or_default()).into_owned()
    };
    Ok(diff.deltas().map(name).collect())
}

/// These files as they lie in the folder, which has to be as our version has them.
pub(super) fn lying(
    store: &Store,
    ours: Option<Oid>,
    files: &[String],
) -> Result<Vec<Touched>, WorkspaceFault> {
    let tree = ours.map(|id| tree(store, id)).transpose()?;
    let mut all = Vec::new();
    for file in files {
        let bytes = folder::bytes(&store.folder, file)?;
        let touched = Touched::lying(file, bytes.as_deref())?;
        let committed = match &tree {
            Some(tree) => blob_id(tree, file)?,
            None => None,
        };
        let same = match (committed, &bytes) {
            (Some(committed), Some(bytes)) => store.is_text_of(committed, bytes)?,
            _ => touched.is(committed),
        };
        if !same {
            let file = file.clone();
            return Err(SyncFault::OutsideFirst { file }.into());
        }
        all.push(touched);
    }
    Ok(all)
}

/// Where both sides last agreed.
enum Base<'a> {
    Version(Tree<'a>),
    /// Both began by themselves, from the same library as a rule: what their first versions share.
    Roots(Tree<'a>, Tree<'a>),
}

impl<'a> Base<'a> {
    fn of(store: &'a Store, ours: Oid, theirs: Oid) -> Result<Self, WorkspaceFault> {
        match store.repo.merge_base(ours, theirs) {
            Ok(base) => Ok(Self::Version(tree(store, base)?)),
            Err(error) if error.code() == ErrorCode::NotFound => Ok(Self::Roots(
                tree(store, root(store, ours)?)?,
                tree(store, root(store, theirs)?)?,
            )),
            Err(error) => Err(error.into()),
        }
    }

    fn blob(&self, file: &str) -> Result<Option<Oid>, WorkspaceFault> {
        match self {
            Self::Version(tree) => blob_id(tree, file),
            Self::Roots(ours, theirs) => {
                let both = blob_id(ours, file)?;
                Ok(both.filter(|_| blob_id(theirs, file).ok().flatten() == both))
            }
        }
    }
}

fn root(store: &Store, version: Oid) -> Result<Oid, WorkspaceFault> {
    let mut walk = store.repo.revwalk()?;
    walk.set_sorting(Sort::TOPOLOGICAL)?;
    walk.push(version)?;
    let last = walk.last().transpose()?;
    Ok(last.unwrap_or(version))
}
