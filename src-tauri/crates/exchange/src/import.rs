//! One file in: sniffed, read, cleaned, cut into drafts. Nothing is written.

use crate::block::Gathered;
use crate::clean::{Cleaned, Cleaner, CleaningKind};
use crate::columns::{self, Reading, Role};
use crate::course::{Course, Watch};
use crate::draft::Draft;
use crate::fault::ExchangeFault;
use crate::format::{Format, sniff};
use crate::place::Place;
use crate::sheets::{self, Book};
use crate::{html, markdown, outline, pdf, slides, text, word};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use ts_rs::TS;
use yingda_content::Kind;

/// What a person chose before a file is read. The default takes all there is, by what its headers say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Cleanings that are turned off.
    pub without: BTreeSet<CleaningKind>,
    /// The kind of all drafts; by what they look like unless given.
    pub kind: Option<Kind>,
    /// The sheet; all of them unless given.
    pub sheet: Option<String>,
    /// Header and columns of the sheet; by its header unless given.
    pub columns: Option<Columns>,
}

/// How the rows of a sheet are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Which of the rows that hold something is the header, counted from 0; `None` when there is none.
    pub header: Option<usize>,
    /// What each column holds.
    pub roles: Vec<Role>,
}

/// What can't be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum LeftOutKind {
    /// Pictures and films.
    Pictures,
    /// Programs inside the document.
    Macros,
    /// Comments of reviewers.
    Comments,
    /// Footnotes and endnotes.
    Footnotes,
    /// Notes of a speaker.
    Notes,
    /// Charts and embedded documents.
    Objects,
    /// Rows without a title or without a text.
    Rows,
}

impl LeftOutKind {
    /// A stable name in kebab-case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pictures => "pictures",
            Self::Macros => "macros",
            Self::Comments => "comments",
            Self::Footnotes => "footnotes",
            Self::Notes => "notes",
            Self::Objects => "objects",
            Self::Rows => "rows",
        }
    }
}

/// How many things of each kind were left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Only kinds that occurred.
    pub counts: BTreeMap<LeftOutKind, usize>,
}

impl LeftOut {
    pub(crate) fn add(&mut self, kind: LeftOutKind, count: usize) {
        if count > 0 {
            *self.counts.entry(kind).or_default() += count;
        }
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// What it really is.
    pub format: Format,
    /// Whether its name says something else.
    pub misnamed: bool,
    /// The name of the document, for the drafts' source.
    pub document: String,
    /// The drafts, in the order of the document.
    pub drafts: Vec<Draft>,
    /// What was left out.
    pub left_out: LeftOut,
    /// What was cleaned.
    pub cleaned: Cleaned,
}

/// Reads a file into drafts.
///
/// # Errors
/// What is wrong with the file, or [`ExchangeFault::Cancelled`].
pub fn read(
    path: &Path,
    choices: &Choices,
    watch: &mut Watch<'_>,
) -> Result<Imported, ExchangeFault> {
    let sniffed = sniff(path)?;
    let document = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut imported = Imported {
        format: sniffed.format,
        misnamed: sniffed.misnamed,
        document,
        drafts: Vec::new(),
        left_out: LeftOut::default(),
        cleaned: Cleaned::default(),
    };
    guarded(sniffed.format, || {
        let mut course = Course::new(watch);
        if sniffed.format.is_table() {
            rows(path, choices, &mut course, &mut imported)?;
        } else {
            document_in(path, choices, &mut course, &mut imported)?;
        }
        course.tell()
    })?;
    if imported.drafts.is_empty() {
        let format = imported.format;
        return Err(ExchangeFault::NoText { format });
    }
    Ok(imported)
}

/// Runs a reader; a panic inside it is a fault of the file, not of the program.
///
/// # Errors
/// The reader's, or [`ExchangeFault::BrokeDown`].
pub(crate) fn guarded<T>(
    format: Format,
    read: impl FnOnce() -> Result<T, ExchangeFault>,
) -> Result<T, ExchangeFault> {
    // Whatever the reader left half done is dropped with the fault.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ExchangeFault::BrokeDown { format }))
}

/// Opens a file for reading.
///
/// # Errors
/// [`ExchangeFault::Unreadable`].
pub(crate) fn opened(path: &Path) -> Result<File, ExchangeFault> {
    File::open(path).map_err(|error| ExchangeFault::Unreadable {
        why: error.to_string(),
    })
}

fn document_in(
    path: &Path,
    choices: &Choices,
    course: &mut Course<'_>,
    imported: &mut Imported,
) -> Result<(), ExchangeFault> {
    let mut gathered = gather(path, imported.format, course)?;
    let mut cleaner = Cleaner::new(&choices.without);
    cleaner.document(&mut gathered);
    let name = cleaner.text(&imported.document, &Place::Whole);
    imported.document.clone_from(&name);
    imported.cleaned = cleaner.finish();
    imported.left_out = gathered.left_out;
    imported.drafts = outline::drafts(&name, gathered.blocks, choices.kind);
    Ok(())
}

fn gather(path: &Path, format: Format, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let file = opened(path)?;
    match format {
        Format::Word => word::read(file, course),
        Format::Slides => slides::read(file, course),
        Format::Pdf => pdf::read(file, course),
        Format::Html => html::read(&text::whole(file)?, course),
        Format::Markdown => markdown::read(&text::whole(file)?, course),
        _ => text::read(&text::whole(file)?, course),
    }
}

fn rows(
    path: &Path,
    choices: &Choices,
    course: &mut Course<'_>,
    imported: &mut Imported,
) -> Result<(), ExchangeFault> {
    let mut book = Book::open(path, imported.format)?;
    let names = match &choices.sheet {
        Some(name) => vec![name.clone()],
        None => book.names(),
    };
    let mut cleaner = Cleaner::new(&choices.without);
    let mut missing = None;
    for name in names {
        let rows = sheets::all_rows(&mut book, &name, course)?;
        if rows.is_empty() {
            continue;
        }
        let taken = sheet(&name, rows, choices, &mut cleaner, imported);
        if !taken {
            missing.get_or_insert(name);
        }
    }
    imported.cleaned = cleaner.finish();
    match missing {
        Some(sheet) if imported.drafts.is_empty() => {
            Err(ExchangeFault::TitleColumnMissing { sheet })
        }
        _ => Ok(()),
    }
}

/// Whether the sheet has a column with titles.
fn sheet(
    name: &str,
    rows: Vec<sheets::Row>,
    choices: &Choices,
    cleaner: &mut Cleaner<'_>,
    imported: &mut Imported,
) -> bool {
    let first: Vec<Vec<String>> = rows.iter().take(12).map(|(_, row)| row.clone()).collect();
    let sketch = sheets::sketch(name.to_owned(), first);
    let (header, roles) = match &choices.columns {
        Some(columns) => (columns.header, columns.roles.clone()),
        None => (sketch.header, sketch.roles),
    };
    if !roles.contains(&Role::Title) {
        return false;
    }
    let reading = Reading {
        roles: &roles,
        ours: sketch.ours,
        kind: choices.kind,
    };
    let body = rows.into_iter().skip(header.map_or(0, |header| header + 1));
    for (row, cells) in body {
        let at = Place::Row {
            sheet: name.to_owned(),
            row,
        };
        // What this program wrote needs no cleaning, and its blanks are meant.
        let cells: Vec<String> = if sketch.ours {
            cells
        } else {
            cells.iter().map(|cell| cleaner.text(cell, &at)).collect()
        };
        match columns::draft(&cells, &reading, at) {
            Some(draft) => imported.drafts.extend(outline::in_pieces(draft)),
            None => imported.left_out.add(LeftOutKind::Rows, 1),
        }
    }
    true
}
