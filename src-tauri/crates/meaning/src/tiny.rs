//! A model of a few numbers, for tests: its weights are drawn from the seed, so that another seed is another model.

use crate::draft::{Draft, Row, Weights};
use crate::pieces::Piece;
use crate::shape::{Shape, Window};
use crate::table::Range;

const SHAPE: Shape = Shape {
    piece: 8,
    branch: 8,
    hidden: 16,
    output: 8,
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

/// Pieces after the three marks.
const WORDS: &str = "▁ 挂失 卡 丢 了 钱 转账 到账 没 利息 a b 1 2 ?";

/// The model of a seed.
pub(crate) fn draft(seed: u32) -> Draft {
    let mut drawn = Drawn(seed);
    let words = ["<unk>", "<s>", "</s>"].into_iter().chain(WORDS.split(' '));
    let rows = words.map(|word| Row {
        piece: Piece {
            text: word.into(),
            score: -f32::from(drawn.cell().unsigned_abs()) / 64.0,
        },
        range: drawn.cell().unsigned_abs() % 2,
        cells: (0..SHAPE.piece)
            .map(|_| drawn.cell().unsigned_abs() % 64)
            .collect(),
    });
    let rows = rows.collect();
    let matrices = SHAPE.matrices().into_iter().map(|(rows, columns)| Weights {
        cells: (0..rows * columns).map(|_| drawn.cell()).collect(),
        step: 0.001,
    });
    let matrices = matrices.collect();
    let vectors = SHAPE.vectors().into_iter();
    let vectors = vectors.map(|length| {
        (0..length)
            .map(|_| f32::from(drawn.cell()) / 128.0)
            .collect()
    });
    Draft {
        name: "tiny".to_owned(),
        shape: SHAPE,
        small: 1e-6,
        unknown_score: -20.0,
        rows,
        ranges: vec![
            Range {
                lowest: -1.0,
                step: 0.03,
            },
            Range {
                lowest: -2.0,
                step: 0.06,
            },
        ],
        matrices,
        vectors: vectors.collect(),
    }
}

/// Numbers that look like chance and are the same each time (xorshift).
struct Drawn(u32);

impl Drawn {
    fn cell(&mut self) -> i8 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        let [cell, ..] = self.0.to_le_bytes();
        i8::from_le_bytes([cell]).max(-127)
    }
}
