//! Times of many searches, and what most of them do not exceed.

use std::time::Duration;

/// Times that were measured, one after the other.
#[derive(Debug, Clone, Default)]
pub struct Timings(Vec<Duration>);

impl Timings {
    /// Adds one.
    pub fn add(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// Adds all of another measurement.
    pub fn extend(&mut self, others: &Self) {
        self.0.extend_from_slice(&others.0);
    }

    /// How many were measured.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was measured.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The time that so many of a hundred measurements do not exceed (the nearest rank); zero where nothing was
    /// measured.
    #[must_use]
    pub fn at(&self, of_hundred: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * of_hundred.min(100)).div_ceil(100);
        sorted
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }

    /// [`Timings::at`] in whole microseconds.
    #[must_use]
    pub fn at_us(&self, of_hundred: usize) -> u64 {
        u64::try_from(self.at(of_hundred).as_micros()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::Timings;
    use std::time::Duration;

    #[test]
    fn half_of_a_hundred_do_not_exceed_the_fiftieth() {
        let mut timings = Timings::default();
        for us in (1..=100).rev() {
            timings.add(Duration::from_micros(us));
        }
        assert_eq!((timings.at_us(50), timings.at_us(99)), (50, 99));
        assert_eq!((timings.at_us(0), timings.at_us(100)), (1, 100));
    }

    #[test]
    fn one_measurement_is_every_share_and_none_is_zero() {
        let mut timings = Timings::default();
        assert_eq!(timings.at_us(99), 0);
        timings.add(Duration::from_micros(7));
        assert_eq!((timings.at_us(50), timings.at_us(99)), (7, 7));
    }
}
