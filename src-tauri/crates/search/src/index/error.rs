use std::fmt;
use tantivy::TantivyError;
use tantivy::directory::error::LockError;

/// Why the index can't be used.
#[derive(Debug)]
pub enum IndexError {
    /// Another program is writing to it.
    Busy,
    /// The system said no: a full disk, a folder without permission.
    System(std::io::Error),
    /// The engine said no.
    Engine(TantivyError),
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("another program is writing to the index"),
            Self::System(error) => error.fmt(f),
            Self::Engine(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for IndexError {}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> Self {
        Self::System(error)
    }
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            other => Self::Engine(other),
        }
    }
}
