//! Excel workbooks before 2007. Their reader makes a whole rectangle of each sheet, so that its corners are looked up
//! first: one cell in the last corner of many sheets would fill the memory.

use super::{Row, keep};
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::import::opened;
use crate::limits::{LARGEST_FILE, MOST_COLUMNS};
use calamine::{Reader, Xls};
use std::io::{BufReader, Read};
use std::path::Path;

/// The most cells in the rectangles of all sheets together.
const MOST_CELLS: usize = 8_000_000;

/// Records that begin with the row and column of a cell: formula, blank, number, text, truth, RK, shared text.
const CELLS: [u16; 9] = [
    0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x027e, 0x00bd, 0x00be, 0x00fd,
];
/// The beginning of a sheet or of the workbook.
const BEGIN: u16 = 0x0809;
/// The whole file is enciphered from here on.
const FILE_PASS: u16 = 0x002f;

/// Reads all sheets.
///
/// # Errors
/// What is wrong with the file.
pub(super) fn read(path: &Path) -> Result<Vec<(String, Vec<Row>)>, ExchangeFault> {
    survey(&workbook(path)?)?;
    let mut book = Xls::new(BufReader::new(opened(path)?)).map_err(corrupt)?;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(corrupt)?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let left = range.start().map_or(0, |(_, column)| column as usize);
        let mut rows = Vec::new();
        for (number, row) in range.rows().enumerate() {
            let blanks = std::iter::repeat_n(String::new(), left);
            let cells = row.iter().map(super::excel::shown_whole);
            let cells = blanks.chain(cells).take(MOST_COLUMNS).collect();
            keep(&mut rows, &name, first + number + 1, cells)?;
        }
        sheets.push((name, rows));
    }
    Ok(sheets)
}

fn corrupt(error: impl std::fmt::Display) -> ExchangeFault {
    ExchangeFault::corrupt(Format::OldExcel, "", error)
}

fn workbook(path: &Path) -> Result<Vec<u8>, ExchangeFault> {
    let mut container = cfb::CompoundFile::open(opened(path)?).map_err(corrupt)?;
    let name = if container.exists("/Workbook") {
        "/Workbook"
    } else {
        "/Book"
    };
    let stream = container.open_stream(name).map_err(corrupt)?;
    let mut bytes = Vec::new();
    stream
        .take(LARGEST_FILE)
        .read_to_end(&mut bytes)
        .map_err(corrupt)?;
    Ok(bytes)
}

/// Walks the records and adds up the rectangles of the sheets.
fn survey(bytes: &[u8]) -> Result<(), ExchangeFault> {
    let mut rest = bytes;
    let mut all = 0_usize;
    let mut corners = (usize::MAX, 0_usize, usize::MAX, 0_usize);
    while let Some((kind, length, behind)) = head(rest) {
        let Some((body, next)) = behind.split_at_checked(length) else {
            break;
        };
        if kind == FILE_PASS {
            return Err(ExchangeFault::Encrypted {
                format: Format::OldExcel,
            });
        }
        if kind == BEGIN {
            all = all.saturating_add(area(corners));
            corners = (usize::MAX, 0, usize::MAX, 0);
        }
        if CELLS.contains(&kind)
            && let Some((row, column, _)) = head(body)
        {
            let (row, column) = (usize::from(row), column);
            corners = (
                corners.0.min(row),
                corners.1.max(row),
                corners.2.min(column),
                corners.3.max(column),
            );
        }
        rest = next;
    }
    if all.saturating_add(area(corners)) > MOST_CELLS {
        let part = "Workbook".to_owned();
        return Err(ExchangeFault::UnpacksTooLarge { part });
    }
    Ok(())
}

fn area((top, bottom, left, right): (usize, usize, usize, usize)) -> usize {
    let span = |from: usize, to: usize| (to + 1).saturating_sub(from);
    if top > bottom {
        0
    } else {
        span(top, bottom).saturating_mul(span(left, right))
    }
}

/// Two numbers of two bytes, and what follows.
fn head(bytes: &[u8]) -> Option<(u16, usize, &[u8])> {
    let (head, rest) = bytes.split_first_chunk::<4>()?;
    let [a, b, c, d] = *head;
    Some((
        u16::from_le_bytes([a, b]),
        usize::from(u16::from_le_bytes([c, d])),
        rest,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len()).unwrap();
        [&kind.to_le_bytes(), &length.to_le_bytes(), body].concat()
    }

    fn cell(row: u16, column: u16) -> Vec<u8> {
        record(
            0x0203,
            &[&row.to_le_bytes()[..], &column.to_le_bytes()].concat(),
        )
    }

    #[test]
    fn far_corners_are_too_much_and_near_ones_are_not() {
        let near = [cell(0, 0), cell(999, 20)].concat();
        assert_eq!(survey(&near), Ok(()));
        let far = [record(BEGIN, &[]), cell(0, 0), cell(65_535, 255)].concat();
        assert_eq!(survey(&far).unwrap_err().code(), "unpacks-too-large");
    }

    #[test]
    fn an_enciphered_workbook_is_told() {
        assert_eq!(
            survey(&record(FILE_PASS, &[0, 0])).unwrap_err().code(),
            "encrypted"
        );
    }
}
