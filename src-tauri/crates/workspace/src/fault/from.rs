//! From errors of the system and of git to faults.

use std::io::{Error, ErrorKind};
use std::path::Path;

use git2::{ErrorClass, ErrorCode};

use super::WorkspaceFault;

impl WorkspaceFault {
    /// Something at this place could not be read.
    pub(crate) fn reading(place: &Path, error: &Error) -> Self {
        Self::Unreadable {
            place: place.display().to_string(),
            why: error.to_string(),
        }
    }

    /// Something at this place could not be written.
    pub(crate) fn writing(place: &Path, error: &Error) -> Self {
        let place = place.display().to_string();
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull { place },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { place },
            _ => Self::Unwritable {
                place,
                why: error.to_string(),
            },
        }
    }
}

/// Git passes the system's words on, not its codes.
const FULL: [&str; 3] = ["No space left", "Disk quota", "not enough space"];
const REFUSED: [&str; 4] = [
    "Permission denied",
    "Read-only file system",
    "Access is denied",
    "write protected",
];

impl From<git2::Error> for WorkspaceFault {
    fn from(error: git2::Error) -> Self {
        let why = error.message().to_owned();
        let says = |words: &[&str]| words.iter().any(|word| why.contains(word));
        if says(&FULL) {
            return Self::DiskFull {
                place: quoted(&why),
            };
        }
        if says(&REFUSED) {
            return Self::ReadOnly {
                place: quoted(&why),
            };
        }
        if error.code() == ErrorCode::Locked || why.contains(".lock'") {
            return Self::Locked { file: quoted(&why) };
        }
        match error.class() {
            ErrorClass::Odb
            | ErrorClass::Zlib
            | ErrorClass::Object
            | ErrorClass::Tree
            | ErrorClass::Index
            | ErrorClass::Indexer
            | ErrorClass::Reference
            | ErrorClass::Config
            | ErrorClass::Sha1
            | ErrorClass::Repository => Self::Damaged { why },
            _ => Self::Git { why },
        }
    }
}

/// What git's sentence puts in quotes: a path.
fn quoted(why: &str) -> String {
    why.split('\'').nth(1).unwrap_or(why).to_owned()
}
