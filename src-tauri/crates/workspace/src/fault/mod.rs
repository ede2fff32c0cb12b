//! What can go wrong in a workspace. Each fault carries fields; the sentences are made in `words`.

mod from;
mod sync;
#[cfg(test)]
mod tests;
mod words;

pub use sync::SyncFault;

/// Why a name can't be that of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameFault {
    /// It, or a part of it, is empty.
    Empty,
    /// It holds `..` or `.`.
    LeadsOut,
    /// It is absolute, or holds a backslash or a colon.
    NotRelative,
    /// A system or git keeps this name for itself.
    Reserved,
    /// It holds a character, or ends with one, that some system can't hold.
    OddCharacter,
    /// A part of it has more than 255 bytes.
    TooLong,
}

/// Why something could not be done in a workspace. Places are paths as a person knows them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WorkspaceFault {
    /// A workspace is made in a new or empty folder only.
    NotEmpty {
        /// The folder.
        folder: String,
    },
    /// The folder is no git repository, or only a part of one.
    NotAWorkspace {
        /// The folder.
        folder: String,
    },
    /// Making this workspace was interrupted.
    Unfinished {
        /// The folder.
        folder: String,
    },
    /// The repository has no files to work on.
    Bare {
        /// The folder.
        folder: String,
    },
    /// Git refuses a repository that belongs to another account of this computer.
    NotOwned {
        /// The folder.
        folder: String,
    },
    /// No branch is checked out: another program looks at an old version.
    Detached {
        /// The folder.
        folder: String,
    },
    /// Another git program began something and did not finish it.
    InProgress {
        /// What, in git's own word: `merge`, `rebase`, `cherry-pick`, `revert`, `bisect`, `am`.
        what: &'static str,
    },
    /// The repository holds something that can't be read.
    Damaged {
        /// Git's own words.
        why: String,
    },
    /// Another git program holds a lock, or left one behind.
    Locked {
        /// The lock's file.
        file: String,
    },
    /// Another window of ours works on this folder and did not let go in time.
    InUse {
        /// The folder.
        folder: String,
    },
    /// No space is left.
    DiskFull {
        /// Where.
        place: String,
    },
    /// It may not be written.
    ReadOnly {
        /// What.
        place: String,
    },
    /// It could not be read.
    Unreadable {
        /// What.
        place: String,
        /// The system's own words.
        why: String,
    },
    /// It could not be written.
    Unwritable {
        /// What.
        place: String,
        /// The system's own words.
        why: String,
    },
    /// The name can't be that of a file.
    BadName {
        /// The name.
        file: String,
        /// Why not.
        why: NameFault,
    },
    /// On the way to the file lies a link, which is not followed.
    Link {
        /// The file.
        file: String,
    },
    /// The file is not UTF-8.
    NotText {
        /// The file.
        file: String,
    },
    /// The file is no longer what the person saw.
    ChangedMeanwhile {
        /// The file.
        file: String,
    },
    /// Nothing would change.
    NothingChanged,
    /// An act needs to say who did it.
    NoName,
    /// An act needs to say what was done.
    NoMessage,
    /// Another git program kept moving the history while this was saved.
    MovedOn,
    /// The act is in the history, but a file could not be put in its place; the next opening does it.
    FilePending {
        /// The file.
        file: String,
        /// The system's own words.
        why: String,
    },
    /// There is no such version here.
    UnknownVersion {
        /// Its digits.
        id: String,
    },
    /// A file of the act was changed later.
    ChangedLater {
        /// The file.
        file: String,
    },
    /// The first version and merges can't be undone.
    CannotUndo {
        /// What the version says was done.
        message: String,
    },
    /// Between this workspace and its colleagues.
    Sync(SyncFault),
    /// Git refused for another reason.
    Git {
        /// Git's own words.
        why: String,
    },
}

impl From<SyncFault> for WorkspaceFault {
    fn from(fault: SyncFault) -> Self {
        Self::Sync(fault)
    }
}
