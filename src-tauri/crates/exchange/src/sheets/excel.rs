//! Excel workbooks since 2007, cell after cell, so that a far-off cell costs no memory.

use super::{Row, TakeRow, keep};
use crate::archive::Archive;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::import::opened;
use crate::limits::MOST_COLUMNS;
use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// An open workbook.
pub(crate) struct Excel {
    book: Xlsx<BufReader<File>>,
    names: Vec<String>,
}

impl Excel {
    /// Opens a workbook after its parts were weighed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn open(path: &Path) -> Result<Self, ExchangeFault> {
        let mut archive = Archive::open(opened(path)?, Format::Excel)?;
        let parts: Vec<String> = archive
            .names()
            .filter(|name| {
                let name = name.to_lowercase();
                name.ends_with(".xml") || name.ends_with(".rels")
            })
            .collect();
        for part in parts {
            archive.weigh(&part)?;
        }
        let book = Xlsx::new(BufReader::new(opened(path)?))
            .map_err(|error| ExchangeFault::corrupt(Format::Excel, "", error))?;
        let names = book.sheet_names();
        Ok(Self { book, names })
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// Hands over the rows of a sheet.
    ///
    /// # Errors
    /// What is wrong with them, or what the taker says.
    pub(super) fn rows(&mut self, name: &str, take: &mut TakeRow<'_>) -> Result<(), ExchangeFault> {
        if !self.names.iter().any(|known| known == name) {
            let sheet = name.to_owned();
            return Err(ExchangeFault::SheetMissing { sheet });
        }
        let corrupt = |error| ExchangeFault::corrupt(Format::Excel, name, error);
        let mut cells = self.book.worksheet_cells_reader(name).map_err(corrupt)?;
        let mut open: Option<Row> = None;
        let mut taken = 0;
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(corrupt)? {
            let (row, column) = cell.get_position();
            let row = row as usize + 1;
            let column = column as usize;
            let percent = || {
                let format = cells.styles().get(style)?.number_format.as_ref()?;
                Some(format.format_code.contains('%'))
            };
            let text = shown(cell.get_value(), percent().unwrap_or(false));
            if column >= MOST_COLUMNS || text.is_empty() {
                continue;
            }
            if open.as_ref().is_none_or(|(number, _)| *number != row) {
                if hand_over(open.take(), name, &mut taken, take)? {
                    return Ok(());
                }
                open = Some((row, Vec::new()));
            }
            if let Some((_, cells)) = &mut open {
                cells.resize(cells.len().max(column + 1), String::new());
                if let Some(cell) = cells.get_mut(column) {
                    *cell = text;
                }
            }
        }
        hand_over(open, name, &mut taken, take).map(drop)
    }
}

/// Whether the taker has enough.
fn hand_over(
    row: Option<Row>,
    sheet: &str,
    taken: &mut usize,
    take: &mut TakeRow<'_>,
) -> Result<bool, ExchangeFault> {
    let Some((number, cells)) = row else {
        return Ok(false);
    };
    let mut kept = Vec::new();
    keep(&mut kept, sheet, number, cells)?;
    for row in kept {
        *taken += 1;
        if *taken > crate::limits::MOST_ROWS {
            return Err(ExchangeFault::TooManyRows {
                sheet: sheet.to_owned(),
                most: crate::limits::MOST_ROWS,
            });
        }
        if take(row)?.is_break() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A cell as the program shows it.
fn shown(value: &DataRef<'_>, percent: bool) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if percent => format!("{}%", rounded(number * 100.0)),
        DataRef::Float(number) => rounded(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "是".to_owned(),
        DataRef::Bool(false) => "否".to_owned(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The same of a cell that was read whole.
pub(super) fn shown_whole(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) => rounded(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(true) => "是".to_owned(),
        Data::Bool(false) => "否".to_owned(),
        Data::DateTime(moment) => date(moment),
        _ => String::new(),
    }
}

/// Without the last digits that a binary fraction brings along: 0.1 + 0.2 is 0.3.
fn rounded(number: f64) -> String {
    let text = format!("{number:.10}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn date(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return rounded(moment.as_f64());
    }
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}")
    }
}
