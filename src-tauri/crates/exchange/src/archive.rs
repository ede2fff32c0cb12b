//! A package of parts, unpacked under count: a part that unpacks to more than it may stops the reading.

use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::limits::{LARGEST_PACKAGE, LARGEST_PART};
use std::fs::File;
use std::io::{self, BufReader, Read};
use zip::ZipArchive;

/// What a reader says when a part is larger than it may be.
const SWOLLEN: &str = "unpacks to more than it may";

/// An open package.
pub(crate) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    format: Format,
    /// Bytes unpacked so far.
    unpacked: u64,
}

impl Archive {
    /// Opens a package; `format` is what faults call it.
    ///
    /// # Errors
    /// [`ExchangeFault::Corrupt`].
    pub(crate) fn open(file: File, format: Format) -> Result<Self, ExchangeFault> {
        let zip = ZipArchive::new(BufReader::new(file))
            .map_err(|error| ExchangeFault::corrupt(format, "", error))?;
        Ok(Self {
            zip,
            format,
            unpacked: 0,
        })
    }

    /// The names of its parts.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        let names = self.zip.file_names().flatten();
        names.map(std::borrow::Cow::into_owned)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Hands a part to a reader. `None` when there is no such part.
    ///
    /// # Errors
    /// The reader's, or [`ExchangeFault::UnpacksTooLarge`].
    pub(crate) fn part<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut dyn io::BufRead) -> Result<T, ExchangeFault>,
    ) -> Result<Option<T>, ExchangeFault> {
        if !self.has(name) {
            return Ok(None);
        }
        let part = self.zip.by_name(name).map_err(|error| {
            let said = error.to_string();
            if said.to_lowercase().contains("password") {
                ExchangeFault::Encrypted {
                    format: self.format,
                }
            } else {
                ExchangeFault::corrupt(self.format, name, said)
            }
        })?;
        let left = LARGEST_PACKAGE
            .saturating_sub(self.unpacked)
            .min(LARGEST_PART);
        let mut counted = Counted {
            inner: part,
            left,
            swollen: false,
        };
        let mut buffered = BufReader::new(&mut counted);
        let done = read(&mut buffered);
        drop(buffered);
        self.unpacked += left.saturating_sub(counted.left);
        if counted.swollen {
            let part = name.to_owned();
            return Err(ExchangeFault::UnpacksTooLarge { part });
        }
        done.map(Some)
    }

    /// Unpacks a part to nowhere, to see that another reader may have it.
    ///
    /// # Errors
    /// [`ExchangeFault::UnpacksTooLarge`] or [`ExchangeFault::Corrupt`].
    pub(crate) fn weigh(&mut self, name: &str) -> Result<(), ExchangeFault> {
        let format = self.format;
        self.part(name, |part| {
            io::copy(part, &mut io::sink())
                .map(drop)
                .map_err(|error| ExchangeFault::corrupt(format, name, error))
        })
        .map(drop)
    }
}

/// Stops with an error after a number of bytes.
struct Counted<R> {
    inner: R,
    left: u64,
    swollen: bool,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => {
                self.left = left;
                Ok(read)
            }
            None => {
                self.left = 0;
                self.swollen = true;
                Err(io::Error::other(SWOLLEN))
            }
        }
    }
}
