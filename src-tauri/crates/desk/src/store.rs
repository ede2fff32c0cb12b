//! The file: opening it with care, and writing into it.

pub mod writing;

use crate::fault::DeskFault;
use crate::migrations::{STEPS, migrate};
use rusqlite::{Connection, ErrorCode};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long another program may hold the file.
const PATIENCE: Duration = Duration::from_secs(2);

/// How the file was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// In order, or new.
    Ready,
    /// Damaged: it was kept under another name, and a new one begun.
    SetAside {
        /// Where the damaged one is now.
        kept: PathBuf,
    },
    /// It can't be used: what is recorded lasts until the program ends.
    InMemory {
        /// Why.
        fault: DeskFault,
    },
}

/// The open file.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    /// The row of the search recorded last.
    pub(crate) last: Option<i64>,
}

impl Store {
    /// Opens the file, or begins one. Never fails as a whole: see [`Opening`].
    ///
    /// # Errors
    /// Only when not even memory can be used.
    pub fn open(file: &Path) -> Result<(Self, Opening), DeskFault> {
        match begin(file) {
            Ok(store) => Ok((store, Opening::Ready)),
            Err(Trouble::Damaged) => match set_aside(file).and_then(|kept| {
                let store = begin(file).map_err(Trouble::fault)?;
                Ok((store, Opening::SetAside { kept }))
            }) {
                Ok(opened) => Ok(opened),
                Err(fault) => Ok((Self::in_memory()?, Opening::InMemory { fault })),
            },
            Err(Trouble::Fault(fault)) => Ok((Self::in_memory()?, Opening::InMemory { fault })),
        }
    }

    /// Opens a file that must be there, for one look at it; changes nothing but its form.
    ///
    /// # Errors
    /// When it is not there, damaged, or of a newer version.
    pub fn existing(file: &Path) -> Result<Self, DeskFault> {
        if !file.is_file() {
            return Err(DeskFault::File {
                path: file.to_owned(),
                detail: std::io::Error::from(std::io::ErrorKind::NotFound).to_string(),
            });
        }
        begin(file).map_err(Trouble::fault)
    }

    /// A store that lasts as long as it is held.
    ///
    /// # Errors
    /// When there is no memory left.
    pub fn in_memory() -> Result<Self, DeskFault> {
        let mut connection = Connection::open_in_memory()?;
        migrate(&mut connection, None, STEPS)?;
        Ok(Self {
            connection,
            last: None,
        })
    }

    /// The name this computer's record goes by; made by chance, and anew when the file is.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn machine(&self) -> Result<String, DeskFault> {
        let sql = "SELECT value FROM about WHERE name = 'machine'";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}

enum Trouble {
    Damaged,
    Fault(DeskFault),
}

impl Trouble {
    fn fault(self) -> DeskFault {
        match self {
            Self::Damaged => DeskFault::Store {
                detail: "database disk image is malformed".to_owned(),
            },
            Self::Fault(fault) => fault,
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Fault(error.into()),
        }
    }
}

fn begin(file: &Path) -> Result<Store, Trouble> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| {
            Trouble::Fault(DeskFault::File {
                path: folder.to_owned(),
                detail: error.to_string(),
            })
        })?;
    }
    let mut connection = Connection::open(file)?;
    connection.busy_timeout(PATIENCE)?;
    let sound: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Trouble::Damaged);
    }
    // A write costs one append and no wait; after a power cut the last seconds may be gone, never the rest.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    // What is deleted is overwritten, not only forgotten.
    connection.pragma_update(None, "secure_delete", "ON")?;
    migrate(&mut connection, Some(file), STEPS).map_err(Trouble::Fault)?;
    // A file of the right version without its tables was made by something else.
    let probe = connection.prepare(
        "SELECT searches.id FROM searches, uses, reports, receipts, settled, people, about, favourites, entry_notes, calls,
           call_entries, call_ticks, looked, seen",
    );
    if probe.is_err() {
        return Err(Trouble::Damaged);
    }
    drop(probe);
    Ok(Store {
        connection,
        last: None,
    })
}

/// Renames a damaged file with what belongs to it.
fn set_aside(file: &Path) -> Result<PathBuf, DeskFault> {
    let name = |number: u32| file.with_extension(format!("damaged-{number}.sqlite"));
    let mut number = 1;
    while name(number).exists() {
        number += 1;
    }
    let kept = name(number);
    let fault = |error: std::io::Error| DeskFault::File {
        path: file.to_owned(),
        detail: error.to_string(),
    };
    std::fs::rename(file, &kept).map_err(fault)?;
    for part in ["-wal", "-shm"] {
        let beside = |of: &Path| {
            let mut name = of.as_os_str().to_owned();
            name.push(part);
            PathBuf::from(name)
        };
        // Where there is none there is nothing to keep.
        drop(std::fs::rename(beside(file), beside(&kept)));
    }
    Ok(kept)
}

#[cfg(test)]
mod tests;
