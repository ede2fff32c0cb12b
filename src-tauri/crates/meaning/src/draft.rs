//! A model as it is written: by the converter, and by tests that need a tiny one.

use crate::bytes::Writer;
use crate::parts::FILE;
use crate::pieces::Piece;
use crate::shape::Shape;
use crate::table::{Range, pack};

/// 8-bit weights, row by row: `step * cell`.
pub(crate) struct Weights {
    /// The cells.
    pub(crate) cells: Vec<i8>,
    /// What one cell more means.
    pub(crate) step: f32,
}

/// A piece with its row of cells, each below 64, and the number of their range.
pub(crate) struct Row {
    /// The piece.
    pub(crate) piece: Piece,
    /// The number of the range.
    pub(crate) range: u8,
    /// The row.
    pub(crate) cells: Vec<u8>,
}

/// All that a file holds.
pub(crate) struct Draft {
    /// What the model is called, with its version.
    pub(crate) name: String,
    /// The widths of its layers.
    pub(crate) shape: Shape,
    /// Keeps divisors from being zero.
    pub(crate) small: f32,
    /// What an unknown character counts.
    pub(crate) unknown_score: f32,
    /// The vocabulary.
    pub(crate) rows: Vec<Row>,
    /// How rows are to be read.
    pub(crate) ranges: Vec<Range>,
    /// As [`Shape::matrices`] names them.
    pub(crate) matrices: Vec<Weights>,
    /// As [`Shape::vectors`] names them.
    pub(crate) vectors: Vec<Vec<f32>>,
}

impl Draft {
    /// The inside of the file.
    pub(crate) fn body(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.text(&self.name);
        let Shape {
            piece,
            branch,
            hidden,
            output,
            windows,
        } = self.shape;
        for width in [piece, branch, hidden, output] {
            writer.count(width);
        }
        for window in windows {
            writer.byte(window.width);
            writer.byte(window.before);
        }
        writer.number(self.small);
        writer.number(self.unknown_score);
        writer.count(self.rows.len());
        for row in &self.rows {
            writer.text(&row.piece.text);
            writer.number(row.piece.score);
            writer.bytes(&[row.range]);
        }
        writer.byte(self.ranges.len());
        for range in &self.ranges {
            writer.number(range.lowest);
            writer.number(range.step);
        }
        for row in &self.rows {
            writer.bytes(&pack(&row.cells));
        }
        for weights in &self.matrices {
            writer.number(weights.step);
            writer.bytes(
                &weights
                    .cells
                    .iter()
                    .flat_map(|cell| cell.to_le_bytes())
                    .collect::<Vec<_>>(),
            );
        }
        for number in self.vectors.iter().flatten() {
            writer.number(*number);
        }
        writer.into_bytes()
    }

    /// The whole file.
    pub(crate) fn file(&self) -> Vec<u8> {
        FILE.close(&self.body())
    }
}
