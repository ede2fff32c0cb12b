//! Sheets: rows of cells from Excel, ODS and CSV, as a person sees them.

mod biff;
mod csv;
mod excel;
mod open;
#[cfg(test)]
mod tests;

use crate::columns::{self, Role};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::format::{Format, sniff};
use crate::import::{guarded, opened};
use std::ops::ControlFlow;
use std::path::Path;

/// How many rows of a sheet are shown before it is read.
const SAMPLE: usize = 12;

/// A sheet before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSketch {
    /// Its name; empty in a file that has only one.
    pub name: String,
    /// Its first rows that hold something.
    pub rows: Vec<Vec<String>>,
    /// Which of these is the header, counted from 0; `None` when there is none.
    pub header: Option<usize>,
    /// What its columns seem to hold.
    pub roles: Vec<Role>,
    /// Whether it is an export of this program.
    pub ours: bool,
}

/// A row and its number in the sheet, counted from 1.
pub(crate) type Row = (usize, Vec<String>);

/// Takes rows; says when it has enough.
pub(crate) type TakeRow<'a> = dyn FnMut(Row) -> Result<ControlFlow<()>, ExchangeFault> + 'a;

/// The sheets of a file, each with its first rows. A file that is no table has none.
///
/// # Errors
/// What is wrong with the file.
pub fn sheets(path: &Path) -> Result<Vec<SheetSketch>, ExchangeFault> {
    let format = sniff(path)?.format;
    if !format.is_table() {
        return Ok(Vec::new());
    }
    guarded(format, || {
        let mut book = Book::open(path, format)?;
        let mut sketches = Vec::new();
        for name in book.names() {
            let mut rows: Vec<Vec<String>> = Vec::new();
            book.rows(&name, &mut |(_, row)| {
                rows.push(row);
                Ok(if rows.len() < SAMPLE {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                })
            })?;
            sketches.push(sketch(name, rows));
        }
        Ok(sketches)
    })
}

pub(crate) fn sketch(name: String, rows: Vec<Vec<String>>) -> SheetSketch {
    let (header, roles) = columns::guess_header(&rows);
    let ours = header
        .and_then(|header| rows.get(header))
        .is_some_and(|header| columns::is_ours(header));
    SheetSketch {
        name,
        rows,
        header,
        roles,
        ours,
    }
}

/// An open file of sheets.
pub(crate) enum Book {
    Excel(Box<excel::Excel>),
    /// Read whole when it was opened: a name and its rows.
    Whole(Vec<(String, Vec<Row>)>),
}

impl Book {
    /// Opens a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn open(path: &Path, format: Format) -> Result<Self, ExchangeFault> {
        let file = opened(path)?;
        match format {
            Format::Excel => excel::Excel::open(path).map(|excel| Self::Excel(Box::new(excel))),
            Format::OldExcel => biff::read(path).map(Self::Whole),
            Format::OpenSheet => open::read(file).map(Self::Whole),
            _ => {
                let rows = csv::read(file)?;
                Ok(Self::Whole(vec![(String::new(), rows)]))
            }
        }
    }

    pub(crate) fn names(&self) -> Vec<String> {
        match self {
            Self::Excel(excel) => excel.names(),
            Self::Whole(sheets) => sheets.iter().map(|(name, _)| name.clone()).collect(),
        }
    }

    /// Hands over the rows of a sheet that hold something.
    ///
    /// # Errors
    /// What is wrong with them, or what the taker says.
    pub(crate) fn rows(&mut self, name: &str, take: &mut TakeRow<'_>) -> Result<(), ExchangeFault> {
        match self {
            Self::Excel(excel) => excel.rows(name, take),
            Self::Whole(sheets) => {
                let found = sheets.iter().find(|(known, _)| known == name);
                let Some((_, rows)) = found else {
                    let sheet = name.to_owned();
                    return Err(ExchangeFault::SheetMissing { sheet });
                };
                for row in rows {
                    if take(row.clone())?.is_break() {
                        break;
                    }
                }
                Ok(())
            }
        }
    }
}

/// All rows of a sheet.
///
/// # Errors
/// What is wrong with them, or that it was stopped.
pub(crate) fn all_rows(
    book: &mut Book,
    name: &str,
    course: &mut Course<'_>,
) -> Result<Vec<Row>, ExchangeFault> {
    let mut rows = Vec::new();
    book.rows(name, &mut |row| {
        course.took(row.1.iter().map(String::len).sum())?;
        rows.push(row);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(rows)
}

/// Notes a row if it holds something, and stops at too many.
pub(crate) fn keep(
    rows: &mut Vec<Row>,
    sheet: &str,
    number: usize,
    mut cells: Vec<String>,
) -> Result<(), ExchangeFault> {
    while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    if cells.is_empty() {
        return Ok(());
    }
    if rows.len() >= crate::limits::MOST_ROWS {
        return Err(ExchangeFault::TooManyRows {
            sheet: sheet.to_owned(),
            most: crate::limits::MOST_ROWS,
        });
    }
    rows.push((number, cells));
    Ok(())
}
