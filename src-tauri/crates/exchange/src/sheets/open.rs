//! `OpenDocument` spreadsheets. A row or cell that says it is repeated a million times is taken once where it is empty.

use super::{Row, keep};
use crate::archive::Archive;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::limits::{MOST_COLUMNS, MOST_ROWS, MOST_TEXT};
use crate::xml::{Attributes, Listener, listen};
use std::fs::File;

/// Reads all sheets.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn read(file: File) -> Result<Vec<(String, Vec<Row>)>, ExchangeFault> {
    let mut archive = Archive::open(file, Format::OpenSheet)?;
    let mut protection = crate::word::Count::of("encryption-data");
    let manifest = "META-INF/manifest.xml";
    archive.part(manifest, |source| {
        listen(source, Format::OpenSheet, manifest, &mut protection)
    })?;
    if protection.count > 0 {
        return Err(ExchangeFault::Encrypted {
            format: Format::OpenSheet,
        });
    }
    let mut sheets = Sheets::default();
    let part = "content.xml";
    archive.part(part, |source| {
        listen(source, Format::OpenSheet, part, &mut sheets)
    })?;
    Ok(sheets.all)
}

#[derive(Default)]
struct Sheets {
    all: Vec<(String, Vec<Row>)>,
    number: usize,
    row: Vec<String>,
    row_times: usize,
    cell: String,
    cell_times: usize,
    in_cell: bool,
    in_note: usize,
    size: usize,
}

fn times(attributes: &Attributes<'_>, name: &str) -> usize {
    attributes.number::<usize>(name).unwrap_or(1).max(1)
}

impl Sheets {
    fn end_cell(&mut self) {
        self.in_cell = false;
        let text = std::mem::take(&mut self.cell);
        let room = MOST_COLUMNS.saturating_sub(self.row.len());
        self.row
            .extend(std::iter::repeat_n(text, self.cell_times.min(room)));
    }

    fn end_row(&mut self) -> Result<(), ExchangeFault> {
        let row = std::mem::take(&mut self.row);
        let empty = row.iter().all(|cell| cell.trim().is_empty());
        let times = if empty {
            0
        } else {
            self.row_times.min(MOST_ROWS + 1)
        };
        let size: usize = row.iter().map(String::len).sum();
        self.size = self.size.saturating_add(size.saturating_mul(times));
        if self.size > MOST_TEXT {
            return Err(ExchangeFault::TooMuchText);
        }
        if let Some((name, rows)) = self.all.last_mut() {
            for again in 0..times {
                keep(rows, name, self.number + again + 1, row.clone())?;
            }
        }
        self.number = self.number.saturating_add(self.row_times);
        Ok(())
    }
}

impl Listener for Sheets {
    fn start(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), ExchangeFault> {
        match name {
            "table" => {
                self.all
                    .push((attributes.get("name").unwrap_or_default(), Vec::new()));
                self.number = 0;
            }
            "table-row" => self.row_times = times(attributes, "number-rows-repeated"),
            "table-cell" | "covered-table-cell" => {
                self.cell_times = times(attributes, "number-columns-repeated");
                self.in_cell = true;
            }
            "annotation" => self.in_note += 1,
            "p" if self.in_cell && self.in_note == 0 && !self.cell.is_empty() => {
                self.cell.push('\n');
            }
            "s" | "tab" if self.in_cell => self.cell.push(' '),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ExchangeFault> {
        match name {
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row()?,
            "annotation" => self.in_note = self.in_note.saturating_sub(1),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_cell && self.in_note == 0 {
            let blank = text.trim().is_empty() && text.contains('\n');
            if !blank {
                self.cell.push_str(text);
            }
        }
    }
}
