//! Rows of text, set apart by commas, semicolons or tabs.

use super::{Row, keep};
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::limits::MOST_COLUMNS;
use crate::text;
use std::fs::File;

/// Reads all rows.
///
/// # Errors
/// [`ExchangeFault::TooManyRows`], [`ExchangeFault::TooMuchText`], or that it can't be read.
pub(super) fn read(file: File) -> Result<Vec<Row>, ExchangeFault> {
    let text = text::whole(file)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| ExchangeFault::corrupt(Format::Csv, "", error))?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().take(MOST_COLUMNS).map(str::to_owned);
        let number = usize::try_from(line).unwrap_or(usize::MAX);
        keep(&mut rows, "", number, cells.collect())?;
    }
    Ok(rows)
}

/// The mark that the first line has most of.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    // The last of equals wins, which is the comma.
    [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',')
}
