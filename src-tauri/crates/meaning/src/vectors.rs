//! Small vectors, eight bits a number, and how near they are.

/// A vector of length 1, eight bits a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantized {
    pub(crate) cells: Box<[i8]>,
    /// The value of one cell.
    pub(crate) step: f32,
}

impl Quantized {
    /// The nearest one to `vector`, which is made a unit vector first. A vector without direction (all zero, or with a
    /// number that is none) stays zero, and is near to nothing.
    pub fn of(vector: &[f32]) -> Self {
        let length = dot(vector, vector).sqrt();
        let largest = vector
            .iter()
            .fold(0.0_f32, |largest, number| largest.max(number.abs()));
        if !length.is_normal() || !largest.is_normal() {
            return Self {
                cells: vector.iter().map(|_| 0).collect(),
                step: 0.0,
            };
        }
        let step = largest / 127.0;
        Self {
            cells: vector.iter().map(|number| cell(number / step)).collect(),
            step: step / length,
        }
    }

    /// How many numbers it has.
    pub fn dimension(&self) -> usize {
        self.cells.len()
    }

    /// Its numbers again, each off by half a step at most.
    pub fn numbers(&self) -> impl Iterator<Item = f32> + '_ {
        self.cells.iter().map(|cell| f32::from(*cell) * self.step)
    }

    /// The cosine with another; zero unless both have as many numbers.
    pub fn cosine(&self, other: &Self) -> f32 {
        if self.dimension() != other.dimension() {
            return 0.0;
        }
        cosine(&self.cells, self.step, &other.cells, other.step)
    }
}

/// Many vectors side by side, to compare one with all of them.
///
/// All sentences of one trade point the same way to some degree. With that common part (their mean) taken out of each,
/// and out of what they are compared with, nearness says more: see [`Vectors::centred`].
#[derive(Debug, Clone, Default)]
pub struct Vectors {
    dimension: usize,
    mean: Vec<f32>,
    cells: Vec<i8>,
    steps: Vec<f32>,
}

impl Vectors {
    /// These vectors, of `dimension` numbers each, as they are. One with another number of them is kept as a zero
    /// vector, so that places stay what they are.
    pub fn plain<'a>(dimension: usize, vectors: impl IntoIterator<Item = &'a Quantized>) -> Self {
        Self::around(vec![0.0; dimension], vectors)
    }

    /// These vectors without what is common to all.
    pub fn centred<'a, V>(dimension: usize, vectors: V) -> Self
    where
        V: IntoIterator<Item = &'a Quantized>,
        V::IntoIter: Clone,
    {
        let vectors = vectors.into_iter();
        let mut mean = vec![0.0; dimension];
        let mut count = 0.0_f32;
        for vector in vectors
            .clone()
            .filter(|vector| vector.dimension() == dimension)
        {
            for (sum, number) in mean.iter_mut().zip(vector.numbers()) {
                *sum += number;
            }
            count += 1.0;
        }
        for number in &mut mean {
            *number /= count.max(1.0);
        }
        Self::around(mean, vectors)
    }

    fn around<'a>(mean: Vec<f32>, vectors: impl IntoIterator<Item = &'a Quantized>) -> Self {
        let dimension = mean.len();
        let mut all = Self {
            dimension,
            mean,
            ..Self::default()
        };
        for vector in vectors {
            let numbers = vector.numbers().collect::<Vec<_>>();
            let moved = all.moved(&numbers);
            all.cells.extend(&moved.cells);
            all.steps.push(moved.step);
        }
        all
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Prepares a vector to be compared: takes the common part out. One of another dimension is near to nothing.
    pub fn moved(&self, vector: &[f32]) -> Quantized {
        if vector.len() != self.dimension {
            return Quantized::of(&vec![0.0; self.dimension]);
        }
        let without = vector
            .iter()
            .zip(&self.mean)
            .map(|(number, mean)| number - mean);
        Quantized::of(&without.collect::<Vec<_>>())
    }

    /// The cosine of `query` with each, in their order; from -1 to 1.
    pub fn cosines(&self, query: &[f32]) -> Vec<f32> {
        let query = self.moved(query);
        let rows = self
            .cells
            .chunks_exact(self.dimension.max(1))
            .zip(&self.steps);
        rows.map(|(cells, step)| cosine(&query.cells, query.step, cells, *step))
            .collect()
    }

    /// The cosine of a query, prepared by [`Vectors::moved`], with the one at `place`; zero where there is none.
    pub fn cosine_at(&self, query: &Quantized, place: usize) -> f32 {
        let from = place.saturating_mul(self.dimension);
        let cells = self
            .cells
            .get(from..)
            .and_then(|rest| rest.get(..self.dimension));
        let row = cells.zip(self.steps.get(place));
        row.filter(|_| query.dimension() == self.dimension)
            .map_or(0.0, |(cells, step)| {
                cosine(&query.cells, query.step, cells, *step)
            })
    }
}

fn dot(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

/// Whole numbers until the end, so that the compiler may add many at once.
fn cosine(left: &[i8], left_step: f32, right: &[i8], right_step: f32) -> f32 {
    let products = left
        .iter()
        .zip(right)
        .map(|(a, b)| i32::from(*a) * i32::from(*b));
    let sum = products.sum::<i32>();
    (whole(sum) * left_step * right_step).clamp(-1.0, 1.0)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a cosine needs fewer digits than f32 has"
)]
fn whole(sum: i32) -> f32 {
    sum as f32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what a cell holds"
)]
fn cell(number: f32) -> i8 {
    number.round().clamp(-127.0, 127.0) as i8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn directed() -> impl Strategy<Value = Vec<f32>> {
        proptest::collection::vec(-1.0_f32..1.0, 64)
            .prop_filter("a direction", |vector| dot(vector, vector) > 0.1)
    }

    fn exact(left: &[f32], right: &[f32]) -> f32 {
        dot(left, right) / (dot(left, left) * dot(right, right)).sqrt()
    }

    proptest! {
        #[test]
        fn eight_bits_hardly_change_a_cosine(left in directed(), right in directed()) {
            let small = Quantized::of(&left).cosine(&Quantized::of(&right));
            prop_assert!((small - exact(&left, &right)).abs() < 0.01);
        }

        #[test]
        fn one_against_all_is_each_alone(all in proptest::collection::vec(directed(), 1..5), query in directed()) {
            let small = all.iter().map(|vector| Quantized::of(vector)).collect::<Vec<_>>();
            let vectors = Vectors::centred(64, &small);
            let moved = vectors.moved(&query);
            for (place, cosine) in vectors.cosines(&query).into_iter().enumerate() {
                prop_assert_eq!(cosine, vectors.cosine_at(&moved, place));
            }
        }

        #[test]
        fn any_numbers_give_a_cosine_in_its_range(left in proptest::collection::vec(any::<f32>(), 8), right in proptest::collection::vec(any::<f32>(), 8)) {
            let cosine = Quantized::of(&left).cosine(&Quantized::of(&right));
            prop_assert!((-1.0..=1.0).contains(&cosine), "{cosine}");
        }
    }

    #[test]
    fn what_is_common_to_all_no_longer_counts() {
        let vectors = [
            [1.0, 0.2, 0.0],
            [1.0, -0.2, 0.0],
            [1.0, 0.0, 0.2],
            [1.0, 0.0, -0.2],
        ];
        let small = vectors.map(|vector| Quantized::of(&vector));
        let plain = Vectors::plain(3, &small).cosines(&vectors[0]);
        assert!(plain.iter().all(|cosine| *cosine > 0.9), "{plain:?}");
        let centred = Vectors::centred(3, &small).cosines(&vectors[0]);
        assert!(centred[0] > 0.99 && centred[1] < -0.99, "{centred:?}");
    }

    #[test]
    fn a_vector_of_another_length_is_near_to_nothing() {
        let small = [Quantized::of(&[1.0, 0.0]), Quantized::of(&[1.0, 0.0, 0.0])];
        let vectors = Vectors::plain(2, &small);
        assert_eq!(vectors.len(), 2);
        assert_eq!(vectors.cosines(&[1.0, 0.0]), [1.0, 0.0]);
        assert_eq!(vectors.cosines(&[1.0, 0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(small[0].cosine(&small[1]), 0.0);
        assert_eq!(vectors.cosine_at(&small[0], 7), 0.0);
    }
}
