//! Why a package could not be converted.

use std::fmt;

use crate::fault::ModelError;

/// What is wrong with a package.
#[derive(Debug)]
pub enum ConvertError {
    /// It is another package, or its bytes changed on the way.
    OtherPackage {
        /// The SHA-256 found.
        found: String,
    },
    /// A file inside is missing or can't be unpacked.
    Missing {
        /// Its name.
        file: String,
    },
    /// A file inside is not in the format its name says.
    Unreadable {
        /// Its name.
        file: String,
    },
    /// Weights that are not steps of one size, so that 8 bits can't hold them unchanged.
    NotEightBits {
        /// The name of the array.
        array: String,
    },
    /// What was written can't be read again.
    Unusable(ModelError),
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherPackage { found } => {
                write!(
                    f,
                    "this is not the package that was asked for: its SHA-256 is {found}"
                )
            }
            Self::Missing { file } => write!(f, "the package has no {file}"),
            Self::Unreadable { file } => write!(f, "{file} in the package can't be read"),
            Self::NotEightBits { array } => write!(f, "the weights {array} need more than 8 bits"),
            Self::Unusable(fault) => write!(f, "the converted model can't be read: {fault}"),
        }
    }
}

impl std::error::Error for ConvertError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unusable(fault) => Some(fault),
            Self::OtherPackage { .. }
            | Self::Missing { .. }
            | Self::Unreadable { .. }
            | Self::NotEightBits { .. } => None,
        }
    }
}
