//! Why a model could not be opened.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// What is wrong with a model's file.
#[derive(Debug)]
pub enum ModelError {
    /// The file is not there or can't be read.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
    /// The file is larger than any model this program can hold.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// The file is something else than a model of this program.
    NotAModel,
    /// A model for an older or newer version of this program.
    OtherVersion {
        /// The version the file names.
        found: u32,
    },
    /// The end is missing.
    CutShort {
        /// How long the file says it is.
        expected: u64,
        /// How long it is.
        found: u64,
    },
    /// The bytes are not those that were written.
    Damaged,
    /// The bytes are those that were written, but make no sense.
    Inconsistent {
        /// Which part of the model.
        part: &'static str,
    },
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, source } => write!(f, "{}: {source}", path.display()),
            Self::TooLarge { bytes } => write!(f, "the model has {bytes} bytes, which is too many"),
            Self::NotAModel => write!(f, "this is not a model of Yingda"),
            Self::OtherVersion { found } => {
                write!(
                    f,
                    "the model has version {found}, which this program can't read"
                )
            }
            Self::CutShort { expected, found } => {
                write!(f, "the model is cut short: {found} of {expected} bytes")
            }
            Self::Damaged => write!(f, "the model's file is damaged"),
            Self::Inconsistent { part } => write!(f, "the model makes no sense: {part}"),
        }
    }
}

impl std::error::Error for ModelError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            Self::TooLarge { .. }
            | Self::NotAModel
            | Self::OtherVersion { .. }
            | Self::CutShort { .. }
            | Self::Damaged
            | Self::Inconsistent { .. } => None,
        }
    }
}
