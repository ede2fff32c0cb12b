//! From rows of numbers, one for each piece of a text, to one unit vector.
//!
//! Three branches look at each piece with its neighbours, through windows of different width; what they find is summed
//! over the text and passed through a few dense layers.

use crate::layers::{Layer, Norm, add, over_window, positive};
use crate::matrix::Matrix;
use crate::shape::{BRANCHES, Shape, Window};
use crate::table::Table;

/// All weights.
#[derive(Debug)]
pub(crate) struct Network {
    shape: Shape,
    /// Keeps divisors from being zero.
    small: f32,
    projection: Layer,
    projection_norm: Norm,
    branches: Vec<(Window, Layer, Layer)>,
    features_norm: Norm,
    summary: Layer,
    head: Head,
}

impl Network {
    /// From the file's matrices and vectors; `None` unless they are those that `shape` names.
    pub(crate) fn new(
        shape: Shape,
        small: f32,
        matrices: Vec<Matrix>,
        vectors: Vec<Vec<f32>>,
    ) -> Option<Self> {
        let mut matrices = matrices.into_iter();
        let mut vectors = vectors.into_iter();
        let projection = (0..BRANCHES)
            .map_while(|_| matrices.next())
            .reduce(Matrix::beside)?;
        let first = matrices.by_ref().take(BRANCHES).collect::<Vec<_>>();
        let second = matrices.by_ref().take(BRANCHES).collect::<Vec<_>>();
        let projection = Layer {
            matrix: projection,
            bias: vectors.by_ref().take(BRANCHES).flatten().collect(),
        };
        let projection_norm = Norm {
            gain: vectors.by_ref().take(BRANCHES).flatten().collect(),
            bias: vectors.by_ref().take(BRANCHES).flatten().collect(),
        };
        let mut layers = |matrices: Vec<Matrix>| {
            let biases = vectors.by_ref().take(BRANCHES).collect::<Vec<_>>();
            let pairs = matrices.into_iter().zip(biases);
            pairs
                .map(|(matrix, bias)| Layer { matrix, bias })
                .collect::<Vec<_>>()
        };
        let pairs = layers(first).into_iter().zip(layers(second));
        let branches = shape.windows.iter().zip(pairs);
        let branches = branches.map(|(window, (first, second))| (*window, first, second));
        Some(Self {
            shape,
            small,
            projection,
            projection_norm,
            branches: branches.collect(),
            features_norm: Norm {
                gain: vectors.next()?,
                bias: vectors.next()?,
            },
            summary: Layer {
                matrix: matrices.next()?,
                bias: vectors.next()?,
            },
            head: Head::new(matrices)?,
        })
    }

    /// The unit vector of a text that was cut into these pieces.
    pub(crate) fn run(&self, pieces: &[usize], table: &Table) -> Vec<f32> {
        let Shape { piece, branch, .. } = self.shape;
        let mut rows = vec![0.0; pieces.len() * piece];
        for (number, row) in pieces.iter().zip(rows.chunks_exact_mut(piece)) {
            table.read(*number, row);
        }
        let mut seen = self.projection.apply(&rows);
        self.projection_norm.apply(&mut seen, self.small);
        let mut found = vec![rows];
        for (at, (window, first, second)) in self.branches.iter().enumerate() {
            let own = columns(&seen, BRANCHES * branch, at * branch, branch);
            let once = over_window(&own, branch, *window, first);
            found.push(over_window(&once, branch, *window, second));
        }
        let mut features = beside(&found, pieces.len());
        self.features_norm.apply(&mut features, self.small);
        self.head.apply(&self.summarise(&features), self.small)
    }

    /// Sums over the text; the root of its length keeps long texts from drowning the layers after it.
    fn summarise(&self, features: &[f32]) -> Vec<f32> {
        let mut sum = vec![0.0; self.shape.features()];
        let mut height = 0.0_f32;
        for row in features.chunks_exact(self.shape.features()) {
            add(&mut sum, row);
            height += 1.0;
        }
        let mut summary = self.summary.bias.clone();
        for number in &mut summary {
            *number *= height;
        }
        self.summary.matrix.add_product(&sum, &mut summary);
        let factor = height.max(1.0).sqrt().recip();
        summary.iter().map(|number| number * factor).collect()
    }
}

/// The dense layers; each later one sees the input of the one before it too.
#[derive(Debug)]
struct Head {
    first: Matrix,
    second: Matrix,
    second_past: Matrix,
    third: Matrix,
    fourth_past: Matrix,
    fourth: Matrix,
}

impl Head {
    fn new(mut matrices: impl Iterator<Item = Matrix>) -> Option<Self> {
        Some(Self {
            first: matrices.next()?,
            second: matrices.next()?,
            second_past: matrices.next()?,
            third: matrices.next()?,
            fourth_past: matrices.next()?,
            fourth: matrices.next()?,
        })
    }

    fn apply(&self, input: &[f32], small: f32) -> Vec<f32> {
        let first = positive(self.first.product(input));
        let mut second = self.second_past.product(input);
        self.second.add_product(&first, &mut second);
        let second = positive(second);
        let third = positive(self.third.product(&second));
        let mut fourth = self.fourth_past.product(&second);
        self.fourth.add_product(&third, &mut fourth);
        let bent = fourth
            .iter()
            .map(|number| number.tanh())
            .collect::<Vec<_>>();
        let length = bent.iter().map(|number| number * number).sum::<f32>();
        let factor = length.max(small).sqrt().recip();
        bent.iter().map(|number| number * factor).collect()
    }
}

/// `count` columns of each row, from column `from` on.
fn columns(rows: &[f32], width: usize, from: usize, count: usize) -> Vec<f32> {
    let parts = rows.chunks_exact(width);
    let parts = parts.filter_map(|row| row.get(from..from + count));
    parts.flatten().copied().collect()
}

/// Rows of all `parts` side by side.
fn beside(parts: &[Vec<f32>], height: usize) -> Vec<f32> {
    let mut whole = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    for row in 0..height {
        for part in parts {
            let width = part.len() / height;
            whole.extend(part.iter().skip(row * width).take(width));
        }
    }
    whole
}
