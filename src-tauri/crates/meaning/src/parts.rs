//! What a model's file holds, part by part.

use crate::bytes::Reader;
use crate::container::Container;
use crate::fault::ModelError;
use crate::matrix::Matrix;
use crate::network::Network;
use crate::pieces::{Piece, Pieces};
use crate::shape::{BRANCHES, Shape, Window};
use crate::table::{Range, Table, bytes_of};

/// A model's file.
pub(crate) const FILE: Container = Container {
    mark: *b"YINGDA-M",
    version: 1,
};

/// A model, ready to be used.
#[derive(Debug)]
pub(crate) struct Parts {
    /// What the model is called, with its version.
    pub(crate) name: String,
    /// Numbers of the result.
    pub(crate) dimension: usize,
    /// The vocabulary.
    pub(crate) pieces: Pieces,
    /// A row for each piece.
    pub(crate) table: Table,
    /// The layers.
    pub(crate) network: Network,
}

impl Parts {
    /// Reads the inside of a file.
    pub(crate) fn read(body: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new(body);
        reader.part("its name");
        let name = reader.text()?.to_owned();
        reader.part("the widths of its layers");
        let shape = read_shape(&mut reader)?;
        let small = reader.number()?;
        if small <= 0.0 || !shape.is_sound() {
            return Err(reader.fault());
        }
        let (pieces, range_of) = read_pieces(&mut reader)?;
        reader.part("its table");
        let table = read_table(&mut reader, range_of, shape.piece)?;
        reader.part("its matrices");
        let sizes = shape.matrices().into_iter();
        let matrices = sizes.map(|size| read_matrix(&mut reader, size));
        let matrices = matrices.collect::<Result<Vec<_>, _>>()?;
        reader.part("its vectors");
        let lengths = shape.vectors().into_iter();
        let vectors = lengths.map(|length| reader.numbers(length));
        let vectors = vectors.collect::<Result<Vec<_>, _>>()?;
        reader.end()?;
        let network = Network::new(shape, small, matrices, vectors);
        Ok(Self {
            name,
            dimension: shape.output,
            pieces,
            table,
            network: network.ok_or_else(|| reader.fault())?,
        })
    }
}

fn read_shape(reader: &mut Reader<'_>) -> Result<Shape, ModelError> {
    let mut shape = Shape {
        piece: reader.count()?,
        branch: reader.count()?,
        hidden: reader.count()?,
        output: reader.count()?,
        windows: [Window {
            width: 1,
            before: 0,
        }; BRANCHES],
    };
    for window in &mut shape.windows {
        window.width = reader.byte()?.into();
        window.before = reader.byte()?.into();
    }
    Ok(shape)
}

/// The vocabulary, and for each piece the number of its row's range.
fn read_pieces(reader: &mut Reader<'_>) -> Result<(Pieces, Vec<u8>), ModelError> {
    reader.part("its vocabulary");
    let unknown_score = reader.number()?;
    let (mut pieces, mut range_of) = (Vec::new(), Vec::new());
    for _ in 0..reader.count()? {
        pieces.push(Piece {
            text: reader.text()?.into(),
            score: reader.number()?,
        });
        range_of.push(reader.byte()?);
    }
    let pieces = Pieces::new(pieces, unknown_score).ok_or_else(|| reader.fault())?;
    Ok((pieces, range_of))
}

fn read_table(
    reader: &mut Reader<'_>,
    range_of: Vec<u8>,
    columns: usize,
) -> Result<Table, ModelError> {
    let mut ranges = Vec::new();
    for _ in 0..reader.byte()? {
        ranges.push(Range {
            lowest: reader.number()?,
            step: reader.number()?,
        });
    }
    let length = bytes_of(columns).and_then(|width| width.checked_mul(range_of.len()));
    let packed = reader.take(length.ok_or_else(|| reader.fault())?)?;
    Table::new(packed.to_vec(), range_of, ranges, columns).ok_or_else(|| reader.fault())
}

fn read_matrix(
    reader: &mut Reader<'_>,
    (rows, columns): (usize, usize),
) -> Result<Matrix, ModelError> {
    let step = reader.number()?;
    let length = rows.checked_mul(columns).ok_or_else(|| reader.fault())?;
    let cells = reader
        .take(length)?
        .iter()
        .map(|byte| i8::from_le_bytes([*byte]));
    Matrix::new(rows, columns, &cells.collect::<Vec<_>>(), step).ok_or_else(|| reader.fault())
}
