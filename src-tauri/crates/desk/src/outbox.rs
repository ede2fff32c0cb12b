//! The outbox: what a branch's computer sends to the trainer, as one file of JSON lines.
//!
//! The first line says the form, the computer's chance-made name and how many lines follow; then one line a record,
//! with its number on that computer, so that merging the same file again, or a later one that holds more, adds only
//! what is new. Searches and uses name no person; a report's line is masked. Nothing is merged unless all of a file can
//! be read.

mod lines;
mod merge;

use crate::fault::DeskFault;
use crate::masking::{KnownWords, Masked};
use crate::store::Store;
use lines::{Header, Line};
use merge::insert;
use std::io::Write;
use std::path::Path;
use yingda_content::BeijingTime;

/// The form of the file.
const FORM: u32 = 1;
/// A file longer than this is no outbox; a year of a busy desk is a tenth of it.
const LONGEST: u64 = 200 << 20;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outbox {
    /// Records in the file.
    pub records: u32,
}

/// What was merged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Records that were not known here.
    pub added: u32,
    /// Records that were.
    pub known: u32,
}

impl Store {
    /// Writes everything that was recorded on this computer into a file, which is replaced whole.
    ///
    /// # Errors
    /// What the system says; a file that was there stays.
    pub fn write_outbox(
        &self,
        file: &Path,
        known: &KnownWords,
        now: BeijingTime,
    ) -> Result<Outbox, DeskFault> {
        let lines = self.lines(known)?;
        let header = Header {
            yingda_outbox: FORM,
            machine: self.machine()?,
            written: crate::record::seconds(now),
            records: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        };
        let mut text = json(&header)?;
        for line in &lines {
            text.push('\n');
            text.push_str(&json(line)?);
        }
        text.push('\n');
        replace(file, text.as_bytes()).map_err(|error| file_fault(file, &error))?;
        Ok(Outbox {
            records: header.records,
        })
    }

    fn lines(&self, known: &KnownWords) -> Result<Vec<Line>, DeskFault> {
        let mut lines = self.rows(
            "SELECT id, at, words, found, rung, took_ms, retyped, opened, line FROM searches WHERE source = '' ORDER BY id",
            &[],
            |row| {
                Ok(Line::Search {
                    n: row.get(0)?,
                    at: row.get(1)?,
                    words: row.get(2)?,
                    found: row.get(3)?,
                    rung: row.get(4)?,
                    took_ms: row.get(5)?,
                    retyped: row.get(6)?,
                    opened: row.get(7)?,
                    line: row.get(8)?,
                })
            },
        )?;
        let uses = "SELECT id, at, entry, version, how FROM uses WHERE source = '' ORDER BY id";
        lines.extend(self.rows(uses, &[], |row| {
            Ok(Line::Use {
                n: row.get(0)?,
                at: row.get(1)?,
                entry: row.get(2)?,
                version: row.get(3)?,
                how: row.get(4)?,
            })
        })?);
        let reports = "SELECT id, at, entry, kind, line FROM reports WHERE source = '' ORDER BY id";
        lines.extend(self.rows(reports, &[], |row| {
            Ok(Line::Report {
                n: row.get(0)?,
                at: row.get(1)?,
                entry: row.get(2)?,
                kind: row.get(3)?,
                line: Masked::of(&row.get::<_, String>(4)?, known)
                    .as_str()
                    .to_owned(),
            })
        })?);
        let receipts =
            "SELECT id, at, entry, version, person FROM receipts WHERE source = '' ORDER BY id";
        lines.extend(self.rows(receipts, &[], |row| {
            Ok(Line::Receipt {
                n: row.get(0)?,
                at: row.get(1)?,
                entry: row.get(2)?,
                version: row.get(3)?,
                person: row.get(4)?,
            })
        })?);
        Ok(lines)
    }

    /// Merges an outbox: all of it or nothing. What a branch calls masked is masked again here.
    ///
    /// # Errors
    /// [`DeskFault::File`] when it can't be read, [`DeskFault::Outbox`] when it is damaged or cut short.
    pub fn merge_outbox(&mut self, file: &Path, known: &KnownWords) -> Result<Merged, DeskFault> {
        let text = read(file)?;
        let (header, lines) = parse(&text)?;
        let mut merged = Merged::default();
        if header.machine == self.machine()? {
            merged.known = header.records;
            return Ok(merged);
        }
        let all = self.connection.transaction()?;
        for line in &lines {
            if insert(&all, &header.machine, line, known)? {
                merged.added += 1;
            } else {
                merged.known += 1;
            }
        }
        all.commit()?;
        Ok(merged)
    }
}

fn read(file: &Path) -> Result<String, DeskFault> {
    let length = std::fs::metadata(file)
        .map_err(|error| file_fault(file, &error))?
        .len();
    if length > LONGEST {
        return Err(DeskFault::Outbox { line: 1 });
    }
    let bytes = std::fs::read(file).map_err(|error| file_fault(file, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(good);
        DeskFault::Outbox {
            line: before.filter(|byte| **byte == b'\n').count() + 1,
        }
    })
}

fn parse(text: &str) -> Result<(Header, Vec<Line>), DeskFault> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let header: Header = serde_json::from_str(first).map_err(|_| DeskFault::Outbox { line: 1 })?;
    if header.yingda_outbox != FORM {
        return Err(DeskFault::OutboxForm {
            form: header.yingda_outbox,
        });
    }
    let is_name =
        header.machine.len() == 16 && header.machine.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_name {
        return Err(DeskFault::Outbox { line: 1 });
    }
    let mut read = Vec::new();
    for (line, number) in lines.zip(2..) {
        let line: Line =
            serde_json::from_str(line).map_err(|_| DeskFault::Outbox { line: number })?;
        if !line.is_sound() {
            return Err(DeskFault::Outbox { line: number });
        }
        read.push(line);
    }
    if u32::try_from(read.len()) != Ok(header.records) {
        return Err(DeskFault::Outbox {
            line: read.len() + 2,
        });
    }
    Ok((header, read))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, DeskFault> {
    serde_json::to_string(value).map_err(|error| DeskFault::Store {
        detail: error.to_string(),
    })
}

fn replace(file: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".new");
    let mut new = std::fs::File::create(&beside)?;
    new.write_all(text)?;
    new.sync_all()?;
    std::fs::rename(&beside, file)
}

fn file_fault(file: &Path, error: &std::io::Error) -> DeskFault {
    DeskFault::File {
        path: file.to_owned(),
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests;
