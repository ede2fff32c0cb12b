//! Weights that were made of 8 bits once, as 8 bits again.

use crate::draft::Weights;

/// How far a weight may lie from a whole number of steps.
const TOLERANCE: f32 = 0.01;

/// Finds the step of which all `numbers` are whole multiples, -127 to 127. `None` when there is none.
pub(crate) fn eight_bits(numbers: &[f32]) -> Option<Weights> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable_by(f32::total_cmp);
    let largest = numbers
        .iter()
        .fold(0.0_f32, |largest, number| largest.max(number.abs()));
    // Differences of neighbours are multiples of the step; rounding leaves some that are nearly zero.
    let gaps = sorted
        .iter()
        .zip(sorted.iter().skip(1))
        .map(|(low, high)| high - low);
    let smallest = gaps
        .filter(|gap| *gap > largest / 1000.0)
        .min_by(f32::total_cmp)?;
    // A gap is a difference of two rounded numbers; the largest number gives the step more exactly.
    let step = largest / (largest / smallest).round();
    let cells = numbers.iter().map(|number| cell(number / step));
    let cells = cells.collect::<Option<Vec<_>>>()?;
    Some(Weights { cells, step })
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "checked to be a whole number that fits"
)]
fn cell(steps: f32) -> Option<i8> {
    let whole = steps.round();
    ((steps - whole).abs() < TOLERANCE && whole.abs() <= 127.0).then_some(whole as i8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_step_is_found_again() {
        let cells = [-64_i8, -3, -2, 0, 5, 127];
        let numbers = cells.map(|cell| f32::from(cell) * 0.0217);
        let found = eight_bits(&numbers).unwrap();
        assert_eq!(found.cells, cells);
        assert!((found.step - 0.0217).abs() < 1e-6);
    }

    #[test]
    fn numbers_between_the_steps_are_refused() {
        assert!(eight_bits(&[0.0, 0.1, 0.25, 1.0]).is_none());
        assert!(eight_bits(&[0.0, 0.0]).is_none());
    }
}
