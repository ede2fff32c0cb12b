//! One row of numbers for each piece of the vocabulary, six bits a number.

/// Six bits.
const MASK: u8 = 63;

/// How the numbers of a row are to be read: `lowest + step * cell`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Range {
    /// The value of cell 0.
    pub(crate) lowest: f32,
    /// What one cell more adds.
    pub(crate) step: f32,
}

/// The rows, packed: four cells in three bytes.
#[derive(Debug)]
pub(crate) struct Table {
    packed: Vec<u8>,
    /// For each row the number of its range.
    range_of: Vec<u8>,
    ranges: Vec<Range>,
    columns: usize,
}

impl Table {
    /// `None` unless every row is there and has a range. `columns` must be a multiple of four.
    pub(crate) fn new(
        packed: Vec<u8>,
        range_of: Vec<u8>,
        ranges: Vec<Range>,
        columns: usize,
    ) -> Option<Self> {
        let whole = bytes_of(columns)?.checked_mul(range_of.len())? == packed.len();
        let known = range_of
            .iter()
            .all(|&number| usize::from(number) < ranges.len());
        (whole && known && columns > 0).then_some(Self {
            packed,
            range_of,
            ranges,
            columns,
        })
    }

    /// Writes a row's numbers into `output`, which has as many places as the table has columns. A row that is not
    /// there leaves `output` as it was.
    pub(crate) fn read(&self, row: usize, output: &mut [f32]) {
        let width = self.columns / 4 * 3;
        let range = self
            .range_of
            .get(row)
            .and_then(|&number| self.ranges.get(usize::from(number)));
        let cells = self
            .packed
            .get(row * width..)
            .and_then(|rest| rest.get(..width));
        let (Some(range), Some(cells)) = (range, cells) else {
            return;
        };
        let (threes, _) = cells.as_chunks::<3>();
        let (fours, _) = output.as_chunks_mut::<4>();
        for (three, four) in threes.iter().zip(fours) {
            *four = unpack(*three).map(|cell| range.lowest + range.step * f32::from(cell));
        }
    }
}

/// Bytes of one packed row; `None` when `columns` is no multiple of four.
pub(crate) fn bytes_of(columns: usize) -> Option<usize> {
    columns.is_multiple_of(4).then_some(columns / 4 * 3)
}

fn unpack([a, b, c]: [u8; 3]) -> [u8; 4] {
    [
        a & MASK,
        (a >> 6 | b << 2) & MASK,
        (b >> 4 | c << 4) & MASK,
        c >> 2,
    ]
}

/// The counterpart of reading a row; each cell is below 64.
#[cfg(any(test, feature = "convert"))]
pub(crate) fn pack(cells: &[u8]) -> Vec<u8> {
    let (fours, _) = cells.as_chunks::<4>();
    fours
        .iter()
        .flat_map(|&[a, b, c, d]| [a | b << 6, b >> 2 | c << 4, c >> 4 | d << 2])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_reads_as_it_was_packed() {
        let cells = [0, 63, 1, 62, 31, 32, 7, 56];
        let ranges = vec![Range {
            lowest: -1.0,
            step: 0.5,
        }];
        let table = Table::new(pack(&cells), vec![0], ranges, 8).unwrap();
        let mut row = [0.0; 8];
        table.read(0, &mut row);
        assert_eq!(row, cells.map(|cell| f32::from(cell) * 0.5 - 1.0));
    }

    #[test]
    fn a_row_that_is_not_there_changes_nothing() {
        let ranges = vec![Range {
            lowest: 1.0,
            step: 1.0,
        }];
        let table = Table::new(vec![0; 3], vec![0], ranges, 4).unwrap();
        let mut row = [0.0; 4];
        table.read(1, &mut row);
        assert_eq!(row, [0.0; 4]);
    }

    #[test]
    fn rows_without_bytes_or_range_make_no_table() {
        let range = Range {
            lowest: 0.0,
            step: 1.0,
        };
        assert!(Table::new(vec![0; 2], vec![0], vec![range], 4).is_none());
        assert!(Table::new(vec![0; 3], vec![1], vec![range], 4).is_none());
        assert!(Table::new(vec![0; 3], vec![0], vec![range], 5).is_none());
    }
}
