//! Entries out of a library, into a file for people outside.

use std::fs;
use std::path::Path;
use yingda_content::{BeijingTime, Entry, Kind, Library, sheet};
use yingda_exchange::{ExchangeFault, ExportAs, Exported, export};

/// The library in a folder.
#[must_use]
pub fn library(folder: &Path) -> Library {
    yingda_content::load(folder).library
}

/// Which entries are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// These, in this order; all of them when empty.
    pub ids: Vec<String>,
    /// Only of this kind.
    pub kind: Option<Kind>,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportReport {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// How many entries it has.
    pub entries: usize,
    /// Ids that are not in the library.
    pub unknown: Vec<String>,
}

/// Makes the file of the wanted entries. `folder` is where the library was read from.
///
/// # Errors
/// [`ExchangeFault::NotMade`], or that an entry's file can no longer be read.
pub fn export_entries(
    library: &Library,
    folder: &Path,
    wanted: &Wanted,
    form: ExportAs,
    now: BeijingTime,
) -> Result<ExportReport, ExchangeFault> {
    let all = || library.entries().iter().map(AsRef::as_ref);
    let mut unknown = Vec::new();
    let mut chosen: Vec<&Entry> = Vec::new();
    if wanted.ids.is_empty() {
        chosen.extend(all());
    }
    for id in &wanted.ids {
        match all().find(|entry| entry.id.as_str() == id) {
            Some(entry) => chosen.push(entry),
            None => unknown.push(id.clone()),
        }
    }
    chosen.retain(|entry| wanted.kind.is_none_or(|kind| entry.kind == kind));
    let mut texts = Vec::with_capacity(chosen.len());
    for entry in &chosen {
        let text = fs::read_to_string(folder.join(&entry.file)).map_err(|error| {
            ExchangeFault::Unreadable {
                why: format!("{}: {error}", entry.file),
            }
        })?;
        texts.push(text);
    }
    let exported: Vec<Exported<'_>> = chosen
        .iter()
        .zip(&texts)
        .map(|(entry, text)| Exported {
            entry,
            body: sheet::body(text).unwrap_or_default(),
        })
        .collect();
    let bytes = export(&exported, form, now)?;
    Ok(ExportReport {
        bytes,
        entries: exported.len(),
        unknown,
    })
}
