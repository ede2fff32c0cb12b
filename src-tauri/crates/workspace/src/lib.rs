//! The trainer's side: a folder of knowledge under git.
//!
//! Owns how an act becomes a version and how nothing is lost on the way: saving, history, undoing, what other programs
//! changed. It does not know what an entry may be used for, does not know a screen, opens no socket, and never reads
//! the clock: the moment of an act is a parameter.
//!
//! Reading order: [`act`], [`fault`], `place`, `folder`; then the way of an act: `store` (lock, git, journal),
//! `saving`, `creating`; then [`history`], `undoing`, [`lines`]; [`outside`] and
//! [`pulse`]; [`recovery`]; [`people`], [`roster`]; [`parts`] and [`mod@difference`];
//! `merge` and [`mod@sync`]; `checking`.

pub mod act;
pub mod difference;
pub mod fault;

mod checking;
mod creating;
mod folder;
pub mod history;
pub mod lines;
mod merge;
mod moment;
pub mod outside;
pub mod parts;
pub mod people;
mod place;
pub mod pulse;
pub mod recovery;
pub mod review;
pub mod roster;
mod saving;
mod store;
pub mod sync;
mod undoing;

#[cfg(test)]
mod fixture;

pub use act::{Act, Change, Version, VersionId};
pub use checking::Checked;
pub use difference::{LineChange, PartChange, Piece, difference};
pub use fault::{NameFault, SyncFault, WorkspaceFault};
pub use lines::LineOrigin;
pub use outside::{Outside, OutsideChange};
pub use parts::PartName;
pub use people::{Duty, Member, PEOPLE_FILE, People};
pub use pulse::{Marks, Pulse};
pub use recovery::{Draft, Recovered, Recovery, text_hash};
pub use sync::{Choice, Conflict, Remote, SyncDoing, SyncProgress, Synced};

use std::path::{Path, PathBuf};

use store::Store;

/// A trainer's folder under git. Cheap to clone; may be shared between threads, and between processes.
#[derive(Debug, Clone)]
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    /// Opens a folder that is a git repository, and finishes a save that a power cut interrupted.
    ///
    /// # Errors
    /// It is not a repository, or one in a state that can't be worked on: bare, damaged, detached, in the middle of a
    /// merge of another program, owned by somebody else, not writable, in use.
    pub fn open(folder: &Path) -> Result<Self, WorkspaceFault> {
        let folder = place::absolute(folder)?;
        let store = Store::hold(&folder)?;
        store.tip_is_readable()?;
        Ok(Self { folder })
    }

    /// The folder, as an absolute path.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The text of a file as it lies in the folder now; `None` when there is none. `file` is relative, with `/`.
    ///
    /// # Errors
    /// The name may not be used, the file can't be read, is not UTF-8 or leads out of the folder.
    pub fn text(&self, file: &str) -> Result<Option<String>, WorkspaceFault> {
        folder::text(&self.folder, file)
    }
}
