//! A workspace's repository while something is done with it.
//!
//! The order that loses nothing: objects, staged files and journal are confirmed by the disk, then the branch moves,
//! then the working files, then the index, then the journal goes. Whoever holds the store next finishes what a journal
//! still names.

mod journal;
mod listing;
mod lock;
mod objects;
mod stage;
mod trees;

use std::path::{Path, PathBuf};

use git2::{
    Commit, ConfigLevel, ErrorCode, ObjectType, Oid, Repository, RepositoryOpenFlags,
    RepositoryState, Tree,
};

use crate::fault::WorkspaceFault;
use crate::folder;
pub(crate) use journal::{Journal, Touched};
pub(crate) use objects::Edit;

/// Our own folder inside git's.
const OWN: &str = "yingda";
/// Stands in our own folder while a workspace is being made.
pub(crate) const MAKING: &str = "making";
/// Set for libgit2 alone, above what a person has set: objects and branches are confirmed by the disk, and text goes in
/// and out byte for byte.
const SETTINGS: &str =
    "[core]\n\tfsyncObjectFiles = true\n\tautocrlf = false\n\tsafecrlf = false\n";

/// The repository of a workspace.
pub(crate) struct Store {
    pub(crate) folder: PathBuf,
    pub(crate) repo: Repository,
    own: PathBuf,
    /// Given back when the store is dropped, or the process ends in any way.
    _lock: Option<lock::Held>,
}

impl Store {
    /// To read only.
    pub(crate) fn look(folder: &Path) -> Result<Self, WorkspaceFault> {
        if folder.join(".git").join(OWN).join(MAKING).exists() {
            return Err(WorkspaceFault::Unfinished {
                folder: folder.display().to_string(),
            });
        }
        Self::at(folder)
    }

    fn at(folder: &Path) -> Result<Self, WorkspaceFault> {
        let repo = open(folder)?;
        let own = repo.path().join(OWN);
        Ok(Self {
            folder: folder.to_owned(),
            repo,
            own,
            _lock: None,
        })
    }

    /// To change something: alone among our own processes, with nothing left unfinished.
    pub(crate) fn hold(folder: &Path) -> Result<Self, WorkspaceFault> {
        let mut store = Self::look(folder)?;
        store.lock()?;
        store.finish_interrupted()?;
        store.is_calm()?;
        store.remake_index()?;
        Ok(store)
    }

    /// Like [`Store::hold`], for a workspace that is being made.
    pub(crate) fn hold_unfinished(folder: &Path) -> Result<Self, WorkspaceFault> {
        let mut store = Self::at(folder)?;
        store.lock()?;
        store.finish_interrupted()?;
        Ok(store)
    }

    fn lock(&mut self) -> Result<(), WorkspaceFault> {
        folder::make(&self.own)?;
        self._lock = Some(lock::hold(&self.own, &self.folder)?);
        let settings = self.own.join("config");
        if !settings.exists() {
            folder::replace(&settings, SETTINGS.as_bytes())?;
        }
        let mut config = self.repo.config()?;
        config.add_file(&settings, ConfigLevel::App, true)?;
        lock::clear_own(&self.repo);
        self.clear_packs();
        Ok(())
    }

    /// Whether no other git program is in the middle of something, and a branch is checked out.
    fn is_calm(&self) -> Result<(), WorkspaceFault> {
        let what = match self.repo.state() {
            RepositoryState::Clean => None,
            RepositoryState::Merge => Some("merge"),
            RepositoryState::Revert | RepositoryState::RevertSequence => Some("revert"),
            RepositoryState::CherryPick | RepositoryState::CherryPickSequence => {
                Some("cherry-pick")
            }
            RepositoryState::Bisect => Some("bisect"),
            RepositoryState::ApplyMailbox | RepositoryState::ApplyMailboxOrRebase => Some("am"),
            RepositoryState::Rebase
            | RepositoryState::RebaseInteractive
            | RepositoryState::RebaseMerge => Some("rebase"),
        };
        if let Some(what) = what {
            return Err(WorkspaceFault::InProgress { what });
        }
        if self.repo.head_detached()? {
            return Err(WorkspaceFault::Detached {
                folder: self.folder.display().to_string(),
            });
        }
        Ok(())
    }

    /// The full name of the branch that is checked out, whether it has a version yet or not.
    pub(crate) fn branch(&self) -> Result<String, WorkspaceFault> {
        let head = self.repo.find_reference("HEAD")?;
        let target = head.symbolic_target()?;
        target.map(str::to_owned).ok_or(WorkspaceFault::Detached {
            folder: self.folder.display().to_string(),
        })
    }

    /// The newest version; `None` before the first.
    pub(crate) fn tip(&self) -> Result<Option<Commit<'_>>, WorkspaceFault> {
        match self.repo.head() {
            // Peeling would not say what is wrong with a commit that can't be read.
            Ok(head) => match head.target() {
                Some(id) => Ok(Some(self.repo.find_commit(id)?)),
                None => Ok(Some(head.peel_to_commit()?)),
            },
            Err(error) if error.code() == ErrorCode::UnbornBranch => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads the newest version's own objects, so that a damaged repository is told at once.
    pub(crate) fn tip_is_readable(&self) -> Result<(), WorkspaceFault> {
        if let Some(tip) = self.tip()? {
            tip.tree()?;
        }
        Ok(())
    }

    /// The bytes of a file in a tree; `None` when it has none there.
    pub(crate) fn blob(
        &self,
        tree: &Tree<'_>,
        file: &str,
    ) -> Result<Option<Vec<u8>>, WorkspaceFault> {
        let Some(id) = blob_id(tree, file)? else {
            return Ok(None);
        };
        Ok(Some(self.repo.find_blob(id)?.content().to_owned()))
    }

    /// Whether these bytes are a blob's text. Line ends alone make no difference: another git program may have put them as
    /// its system has them (`core.autocrlf`).
    pub(crate) fn is_text_of(&self, blob: Oid, bytes: &[u8]) -> Result<bool, WorkspaceFault> {
        if Oid::hash_object(ObjectType::Blob, bytes)? == blob {
            return Ok(true);
        }
        let Some(text) = std::str::from_utf8(bytes)
            .ok()
            .filter(|text| text.contains("\r\n"))
        else {
            return Ok(false);
        };
        let plain = text.replace("\r\n", "\n");
        Ok(Oid::hash_object(ObjectType::Blob, plain.as_bytes())? == blob)
    }

    /// A place for a file of our own, inside git's folder.
    pub(crate) fn own(&self, name: &str) -> PathBuf {
        self.own.join(name)
    }
}

/// Which blob a file is in a tree; `None` when it is not there or no file.
pub(crate) fn blob_id(tree: &Tree<'_>, file: &str) -> Result<Option<Oid>, WorkspaceFault> {
    match tree.get_path(Path::new(file)) {
        Ok(entry) if entry.kind() == Some(git2::ObjectType::Blob) => Ok(Some(entry.id())),
        Ok(_) => Ok(None),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn open(folder: &Path) -> Result<Repository, WorkspaceFault> {
    let name = || folder.display().to_string();
    let nothing_above: [&Path; 0] = [];
    let opened = Repository::open_ext(folder, RepositoryOpenFlags::NO_SEARCH, nothing_above);
    let repo = opened.map_err(|error| match error.code() {
        ErrorCode::NotFound => WorkspaceFault::NotAWorkspace { folder: name() },
        ErrorCode::Owner => WorkspaceFault::NotOwned { folder: name() },
        _ => error.into(),
    })?;
    let Some(files) = repo.workdir() else {
        return Err(WorkspaceFault::Bare { folder: name() });
    };
    // A repository may say that its files lie elsewhere: not where the person pointed.
    let same = files.canonicalize().ok() == folder.canonicalize().ok();
    if same {
        Ok(repo)
    } else {
        Err(WorkspaceFault::NotAWorkspace { folder: name() })
    }
}
