//! Arrays as `NumPy` writes them, the few kinds that occur here.

use super::archive::Archive;
use super::fault::ConvertError;

/// What each array's file begins with.
const MARK: &[u8] = b"\x93NUMPY\x01\x00";

/// Arrays by name, each in a file of its own.
pub(crate) struct Arrays<'a>(Archive<'a>);

/// The head of an array's file, and its cells.
struct Array {
    kind: String,
    columns: usize,
    cells: Vec<u8>,
}

impl<'a> Arrays<'a> {
    /// From an archive of them.
    pub(crate) fn new(archive: Archive<'a>) -> Self {
        Self(archive)
    }

    /// An array of 32-bit numbers.
    pub(crate) fn numbers(&mut self, name: &str) -> Result<Vec<f32>, ConvertError> {
        let array = self.array(name)?;
        let (cells, rest) = array.cells.as_chunks::<4>();
        if array.kind != "<f4" || !rest.is_empty() {
            return Err(unreadable(name));
        }
        Ok(cells.iter().map(|cell| f32::from_le_bytes(*cell)).collect())
    }

    /// One 64-bit number.
    pub(crate) fn number(&mut self, name: &str) -> Result<f64, ConvertError> {
        let array = self.array(name)?;
        let cell = <[u8; 8]>::try_from(array.cells.as_slice());
        cell.ok()
            .filter(|_| array.kind == "<f8")
            .map(f64::from_le_bytes)
            .ok_or_else(|| unreadable(name))
    }

    /// Rows of bytes, each `columns` long.
    pub(crate) fn rows(
        &mut self,
        name: &str,
        columns: usize,
    ) -> Result<Vec<Vec<u8>>, ConvertError> {
        let array = self.array(name)?;
        if array.kind != "|u1" || array.columns != columns {
            return Err(unreadable(name));
        }
        Ok(array
            .cells
            .chunks_exact(columns)
            .map(<[u8]>::to_vec)
            .collect())
    }

    fn array(&mut self, name: &str) -> Result<Array, ConvertError> {
        let content = self.0.file(&format!("{name}.npy"))?;
        parse(&content).ok_or_else(|| unreadable(name))
    }
}

fn unreadable(name: &str) -> ConvertError {
    ConvertError::Unreadable {
        file: format!("{name}.npy"),
    }
}

fn parse(content: &[u8]) -> Option<Array> {
    let (length, rest) = content.strip_prefix(MARK)?.split_first_chunk()?;
    let (head, cells) = rest.split_at_checked(u16::from_le_bytes(*length).into())?;
    let head = std::str::from_utf8(head).ok()?;
    let after = |key: &str| head.split_once(key).map(|(_, rest)| rest.trim_start());
    if !after("'fortran_order':")?.starts_with("False") {
        return None;
    }
    let kind = after("'descr':")?.split('\'').nth(1)?.to_owned();
    let shape = after("'shape':")?.strip_prefix('(')?.split(')').next()?;
    let mut sizes = shape
        .split(',')
        .map(str::trim)
        .filter(|size| !size.is_empty());
    let mut size = || {
        sizes
            .next()
            .map_or(Some(1), |size| size.parse::<usize>().ok())
    };
    let (rows, columns) = (size()?, size()?);
    let bytes_each = kind.chars().next_back()?.to_digit(10)?;
    let expected = rows
        .checked_mul(columns)?
        .checked_mul(usize::try_from(bytes_each).ok()?)?;
    (expected == cells.len()).then(|| Array {
        kind,
        columns,
        cells: cells.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(head: &str, cells: &[u8]) -> Vec<u8> {
        let length = u16::try_from(head.len()).unwrap().to_le_bytes();
        [MARK, &length, head.as_bytes(), cells].concat()
    }

    #[test]
    fn a_head_says_kind_and_size() {
        let head = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 3), }   \n";
        let array = parse(&file(head, &[1, 2, 3, 4, 5, 6])).unwrap();
        assert_eq!((array.kind.as_str(), array.columns), ("|u1", 3));
        assert!(parse(&file(head, &[1, 2, 3, 4, 5])).is_none());
    }

    #[test]
    fn columns_before_rows_are_not_read() {
        let head = "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }\n";
        assert!(parse(&file(head, &[0; 4])).is_none());
    }
}
