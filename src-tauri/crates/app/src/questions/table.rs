//! A file of columns with tabs between them, packed with zstd where its name ends in `.zst`.

use super::fault::{At, TableFault};
use ruzstd::decoding::StreamingDecoder;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The text of a file, with its name for what is said of it.
#[derive(Debug)]
pub(crate) struct Table {
    file: String,
    text: String,
    shape: &'static str,
}

/// A line that says something.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) at: At,
    columns: Vec<&'a str>,
    shape: &'static str,
}

impl Table {
    /// Reads a file. `shape` says how a line should look, for the sentence about one that does not.
    ///
    /// # Errors
    /// When it is missing, can't be read or unpacked, or is not UTF-8.
    pub(crate) fn read(path: &Path, shape: &'static str) -> Result<Self, TableFault> {
        let file = path.display().to_string();
        let packed = path.extension().is_some_and(|ending| ending == "zst");
        let bytes = match fs::read(path) {
            Ok(bytes) if packed => unpacked(&bytes),
            read => read,
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(TableFault::Missing { file, shape });
            }
            Err(error) => {
                let why = error.to_string();
                return Err(TableFault::Unreadable { file, why });
            }
        };
        Self::of(file, bytes, shape)
    }

    fn of(file: String, bytes: Vec<u8>, shape: &'static str) -> Result<Self, TableFault> {
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Self { file, text, shape }),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before = error.as_bytes().iter().take(good);
                let line = before.filter(|byte| **byte == b'\n').count() + 1;
                Err(TableFault::NotUtf8 { file, line })
            }
        }
    }

    /// The lines that say something, cut into at most `most` columns. A byte order mark and line ends of any system are
    /// taken.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn rows(&self, most: usize) -> Result<impl Iterator<Item = Row<'_>>, TableFault> {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(&self.text);
        if text.trim().is_empty() {
            return Err(TableFault::Empty {
                file: self.file.clone(),
                shape: self.shape,
            });
        }
        let said = (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty());
        Ok(said.map(move |(number, line)| Row {
            at: At {
                file: self.file.clone(),
                line: number,
            },
            columns: line.splitn(most, '\t').map(str::trim).collect(),
            shape: self.shape,
        }))
    }

    /// The file, as it is named in sentences.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }
}

impl<'a> Row<'a> {
    /// A column that must be there and say something.
    ///
    /// # Errors
    /// When it is not there, or empty.
    pub(crate) fn column(&self, index: usize, name: &'static str) -> Result<&'a str, TableFault> {
        match self.columns.get(index) {
            None => Err(TableFault::Columns {
                at: self.at.clone(),
                found: self.columns.len(),
                shape: self.shape,
            }),
            Some(&"") => Err(TableFault::Blank {
                at: self.at.clone(),
                column: name,
            }),
            Some(text) => Ok(text),
        }
    }

    /// A column that may be missing.
    pub(crate) fn optional(&self, index: usize) -> &'a str {
        self.columns.get(index).copied().unwrap_or_default()
    }
}

/// All frames of a packed file, one behind the other.
fn unpacked(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let mut frame = StreamingDecoder::new(&mut bytes).map_err(io::Error::other)?;
        frame.read_to_end(&mut all)?;
    }
    Ok(all)
}
