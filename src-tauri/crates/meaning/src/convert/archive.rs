//! Files inside a zip.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::fault::ConvertError;

/// No file inside is larger when unpacked.
const LARGEST: u64 = 256 << 20;

/// A zip in memory.
pub(crate) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens a zip; `name` is for the error.
    pub(crate) fn open(bytes: &'a [u8], name: &str) -> Result<Self, ConvertError> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        archive.map(Self).map_err(|_| ConvertError::Unreadable {
            file: name.to_owned(),
        })
    }

    /// The content of a file inside.
    pub(crate) fn file(&mut self, name: &str) -> Result<Vec<u8>, ConvertError> {
        let missing = || ConvertError::Missing {
            file: name.to_owned(),
        };
        let file = self.0.by_name(name).map_err(|_| missing())?;
        let mut content = Vec::new();
        file.take(LARGEST)
            .read_to_end(&mut content)
            .map_err(|_| missing())?;
        Ok(content)
    }
}
