//! From rows of numbers, one for each piece of a text, to one unit vector.
//!
//! Three branches look at each piece with its neighbours, through windows of different width; what they find is summed
//! over the text and passed through a few dense layers.

use crate::matrix::{LANES, Matrix};
use crate::table::Table;

/// How many branches there are.
pub(crate) const BRANCHES: usize = 3;
/// No model has wider layers.
const WIDEST: usize = 4096;

/// The neighbours a branch looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    /// Pieces in the window, this one included.
    pub(crate) width: usize,
    /// How many of them come before it.
    pub(crate) before: usize,
}

/// The widths of all layers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Numbers for each piece.
    pub(crate) piece: usize,
    /// Numbers each branch finds for each piece.
    pub(crate) branch: usize,
    /// Numbers between the dense layers.
    pub(crate) hidden: usize,
    /// Numbers of the result.
    pub(crate) output: usize,
    /// One for each branch.
    pub(crate) windows: [Window; BRANCHES],
}

impl Shape {
    /// Whether a network of this shape can be built and held.
    pub(crate) fn is_sound(&self) -> bool {
        let widths = [self.piece, self.branch, self.hidden, self.output];
        let windows = self.windows.iter();
        widths
            .iter()
            .all(|width| (1..=WIDEST).contains(width) && width.is_multiple_of(LANES))
            && windows
                .into_iter()
                .all(|window| window.before < window.width && window.width <= 8)
    }

    /// Rows and columns of each matrix, in the file's order.
    pub(crate) fn matrices(&self) -> Vec<(usize, usize)> {
        let Self {
            piece,
            branch,
            hidden,
            output,
            windows,
        } = *self;
        let over_window = windows.map(|window| (window.width * branch, branch));
        let mut sizes = vec![(piece, branch); BRANCHES];
        sizes.extend(over_window);
        sizes.extend(over_window);
        sizes.push((self.features(), output));
        sizes.extend([(output, hidden), (hidden, hidden), (output, hidden)]);
        sizes.extend([(hidden, output), (hidden, output), (output, output)]);
        sizes
    }

    /// Length of each vector, in the file's order.
    pub(crate) fn vectors(&self) -> Vec<usize> {
        let mut lengths = vec![self.branch; 5 * BRANCHES];
        lengths.extend([self.features(), self.features(), self.output]);
        lengths
    }

    fn features(&self) -> usize {
        self.piece + BRANCHES * self.branch
    }
}

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

/// A matrix, and what is added to its product.
#[derive(Debug)]
struct Layer {
    matrix: Matrix,
    bias: Vec<f32>,
}

impl Layer {
    fn apply(&self, input: &[f32]) -> Vec<f32> {
        let mut output = self.bias.repeat(self.matrix.height_of(input));
        self.matrix.add_product(input, &mut output);
        output
    }
}

/// Makes the numbers of a row comparable with those of any other row.
#[derive(Debug)]
struct Norm {
    gain: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    fn apply(&self, rows: &mut [f32], small: f32) {
        let width = self.gain.len();
        let share = self.gain.iter().map(|_| 1.0_f32).sum::<f32>().recip();
        for row in rows.chunks_exact_mut(width.max(1)) {
            let mean = row.iter().sum::<f32>() * share;
            let spread = row.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() * share;
            let factor = (spread + small).sqrt().recip();
            let weights = self.gain.iter().zip(&self.bias);
            for (number, (gain, bias)) in row.iter_mut().zip(weights) {
                *number = (*number - mean) * factor * gain + bias;
            }
        }
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

fn positive(mut numbers: Vec<f32>) -> Vec<f32> {
    for number in &mut numbers {
        *number = number.max(0.0);
    }
    numbers
}

/// A layer over each piece with its neighbours; what it finds is added to the piece's own numbers.
fn over_window(rows: &[f32], width: usize, window: Window, layer: &Layer) -> Vec<f32> {
    let nothing = vec![0.0; width];
    let all = rows.chunks_exact(width).collect::<Vec<_>>();
    let mut gathered = Vec::with_capacity(rows.len() * window.width);
    for at in 0..all.len() {
        for place in 0..window.width {
            let neighbour = (at + place).checked_sub(window.before);
            let row = neighbour.and_then(|neighbour| all.get(neighbour));
            gathered.extend_from_slice(row.unwrap_or(&nothing.as_slice()));
        }
    }
    let mut found = positive(layer.apply(&gathered));
    add(&mut found, rows);
    found
}

fn add(sums: &mut [f32], numbers: &[f32]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
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
