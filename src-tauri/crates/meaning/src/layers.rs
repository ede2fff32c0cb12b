//! What a network is built of: products with something added, norms, windows.

use crate::matrix::Matrix;
use crate::shape::Window;

/// A matrix, and what is added to its product.
#[derive(Debug)]
pub(crate) struct Layer {
    /// The matrix.
    pub(crate) matrix: Matrix,
    /// What is added.
    pub(crate) bias: Vec<f32>,
}

impl Layer {
    /// What it makes of each row of `input`.
    pub(crate) fn apply(&self, input: &[f32]) -> Vec<f32> {
        let mut output = self.bias.repeat(self.matrix.height_of(input));
        self.matrix.add_product(input, &mut output);
        output
    }
}

/// Makes the numbers of a row comparable with those of any other row.
#[derive(Debug)]
pub(crate) struct Norm {
    /// What each number is multiplied by.
    pub(crate) gain: Vec<f32>,
    /// What is added.
    pub(crate) bias: Vec<f32>,
}

impl Norm {
    /// Changes each of `rows`; `small` keeps the divisor from being zero.
    pub(crate) fn apply(&self, rows: &mut [f32], small: f32) {
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

/// Nothing below zero.
pub(crate) fn positive(mut numbers: Vec<f32>) -> Vec<f32> {
    for number in &mut numbers {
        *number = number.max(0.0);
    }
    numbers
}

/// A layer over each piece with its neighbours; what it finds is added to the piece's own numbers.
pub(crate) fn over_window(rows: &[f32], width: usize, window: Window, layer: &Layer) -> Vec<f32> {
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

/// Adds each number to the sum at its place.
pub(crate) fn add(sums: &mut [f32], numbers: &[f32]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}
