//! Products with a matrix of weights.
//!
//! Written so that the compiler makes wide instructions of it: columns lie in panels of [`LANES`], and several rows of
//! the input go over a panel together while it is in the nearest cache.

/// Columns that are added to at once.
pub(crate) const LANES: usize = 8;

/// Weights with `rows` inputs and `columns` outputs.
#[derive(Debug)]
pub(crate) struct Matrix {
    rows: usize,
    columns: usize,
    /// For each eight columns, row by row.
    panels: Vec<[f32; LANES]>,
}

impl Matrix {
    /// From 8-bit cells, row by row. `None` unless there are `rows` × `columns` of them, and whole panels.
    pub(crate) fn new(rows: usize, columns: usize, cells: &[i8], step: f32) -> Option<Self> {
        let fits = rows.checked_mul(columns)? == cells.len() && rows > 0 && columns > 0;
        if !fits || !columns.is_multiple_of(LANES) {
            return None;
        }
        let mut panels = Vec::with_capacity(cells.len() / LANES);
        for panel in 0..columns / LANES {
            for row in cells.chunks_exact(columns) {
                let (lanes, _) = row.as_chunks::<LANES>();
                let lanes = lanes.get(panel)?;
                panels.push(lanes.map(|cell| f32::from(cell) * step));
            }
        }
        Some(Self {
            rows,
            columns,
            panels,
        })
    }

    /// One matrix with the columns of both; they must have as many rows.
    pub(crate) fn beside(mut self, other: Self) -> Self {
        self.columns += other.columns;
        self.panels.extend(other.panels);
        self
    }

    /// How many rows an input has.
    pub(crate) fn height_of(&self, input: &[f32]) -> usize {
        input.len() / self.rows
    }

    /// The product of each row of `input`.
    pub(crate) fn product(&self, input: &[f32]) -> Vec<f32> {
        let mut output = vec![0.0; self.height_of(input) * self.columns];
        self.add_product(input, &mut output);
        output
    }

    /// Adds the product of each row of `input` to the row of `output` at the same place.
    pub(crate) fn add_product(&self, input: &[f32], output: &mut [f32]) {
        if input.len() <= self.rows {
            self.add::<1>(input, output);
        } else {
            self.add::<4>(input, output);
        }
    }

    fn add<const TOGETHER: usize>(&self, input: &[f32], output: &mut [f32]) {
        let blocks = input.chunks(self.rows * TOGETHER);
        let blocks = blocks.map(|block| interleave::<TOGETHER>(block, self.rows));
        let blocks = blocks.collect::<Vec<_>>();
        for (at, panel) in self.panels.chunks_exact(self.rows).enumerate() {
            let outputs = output.chunks_mut(self.columns * TOGETHER);
            for (block, outputs) in blocks.iter().zip(outputs) {
                let sums = over_panel(block, panel);
                let rows = outputs.chunks_mut(self.columns);
                for (row, sums) in rows.zip(sums) {
                    let (lanes, _) = row.as_chunks_mut::<LANES>();
                    if let Some(lanes) = lanes.get_mut(at) {
                        add_scaled(lanes, 1.0, &sums);
                    }
                }
            }
        }
    }
}

/// The first numbers of all rows, then the second ones, …; rows that are not there are zero.
fn interleave<const TOGETHER: usize>(block: &[f32], width: usize) -> Vec<[f32; TOGETHER]> {
    let mut woven = vec![[0.0; TOGETHER]; width];
    for (place, row) in block.chunks(width).enumerate() {
        for (group, number) in woven.iter_mut().zip(row) {
            if let Some(cell) = group.get_mut(place) {
                *cell = *number;
            }
        }
    }
    woven
}

fn over_panel<const TOGETHER: usize>(
    block: &[[f32; TOGETHER]],
    panel: &[[f32; LANES]],
) -> [[f32; LANES]; TOGETHER] {
    let mut sums = [[0.0; LANES]; TOGETHER];
    for (inputs, weights) in block.iter().zip(panel) {
        for (sums, input) in sums.iter_mut().zip(inputs) {
            add_scaled(sums, *input, weights);
        }
    }
    sums
}

#[inline(always)]
fn add_scaled(sums: &mut [f32; LANES], factor: f32, weights: &[f32; LANES]) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += factor * weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: usize, column: usize) -> i8 {
        i8::try_from((row * 7 + column * 3) % 11).unwrap() - 5
    }

    #[test]
    fn products_are_those_of_the_definition_for_any_number_of_rows() {
        let (rows, columns) = (5, 16);
        let cells = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| cell(row, column)))
            .collect::<Vec<_>>();
        let matrix = Matrix::new(rows, columns, &cells, 0.5).unwrap();
        for height in 1..=9 {
            let input = (0_u8..)
                .take(height * rows)
                .map(f32::from)
                .collect::<Vec<_>>();
            let mut output = vec![1.0; height * columns];
            matrix.add_product(&input, &mut output);
            for (line, results) in input.chunks(rows).zip(output.chunks(columns)) {
                for (column, result) in results.iter().enumerate() {
                    let terms = line.iter().enumerate();
                    let sum = terms.map(|(row, x)| x * f32::from(cell(row, column)) * 0.5);
                    assert!((result - 1.0 - sum.sum::<f32>()).abs() < 1e-3);
                }
            }
        }
    }

    #[test]
    fn cells_that_do_not_fill_the_matrix_make_none() {
        assert!(Matrix::new(2, 8, &[0; 15], 1.0).is_none());
        assert!(Matrix::new(2, 7, &[0; 14], 1.0).is_none());
        assert!(Matrix::new(0, 8, &[], 1.0).is_none());
    }
}
