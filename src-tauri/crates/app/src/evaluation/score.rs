//! P@1, MRR and recall over the hits of many queries.

use std::collections::BTreeSet;

/// What was counted so far.
#[derive(Debug, Default)]
pub struct Tally {
    queries: usize,
    first: usize,
    reciprocal: f64,
    recall: f64,
}

impl Tally {
    /// Counts one query by its hits, the best first, and what answers it.
    #[expect(clippy::cast_precision_loss, reason = "counts of a few")]
    pub fn count(&mut self, hits: &[usize], answers: &BTreeSet<usize>) {
        self.queries += 1;
        let rank = hits.iter().position(|hit| answers.contains(hit));
        self.first += usize::from(rank == Some(0));
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / (rank as f64 + 1.0));
        let met = hits.iter().filter(|hit| answers.contains(hit)).count();
        self.recall += met as f64 / answers.len().max(1) as f64;
    }

    /// How many were counted.
    #[must_use]
    pub fn queries(&self) -> usize {
        self.queries
    }

    /// Share of the queries whose first hit answers them, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
    pub fn p_at_1(&self) -> f64 {
        self.mean(self.first as f64)
    }

    /// Mean of 1 / rank of the first hit that answers, over the hits that were counted, 0 to 1.
    #[must_use]
    pub fn mrr(&self) -> f64 {
        self.mean(self.reciprocal)
    }

    /// Mean share of a query's answers that are among its hits, 0 to 1.
    #[must_use]
    pub fn recall(&self) -> f64 {
        self.mean(self.recall)
    }

    #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
    fn mean(&self, sum: f64) -> f64 {
        sum / self.queries.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use std::collections::BTreeSet;

    #[test]
    fn first_second_and_never_are_one_a_half_and_nothing() {
        let mut tally = Tally::default();
        tally.count(&[7, 8], &BTreeSet::from([7]));
        tally.count(&[8, 7], &BTreeSet::from([7]));
        tally.count(&[8, 9], &BTreeSet::from([7]));
        tally.count(&[], &BTreeSet::from([7]));
        assert_eq!(tally.queries(), 4);
        assert!((tally.p_at_1() - 0.25).abs() < 1e-9);
        assert!((tally.mrr() - 0.375).abs() < 1e-9);
        assert!((tally.recall() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn recall_is_the_share_of_what_answers() {
        let mut tally = Tally::default();
        tally.count(&[1, 5, 3], &BTreeSet::from([1, 2, 3, 4]));
        assert!((tally.recall() - 0.5).abs() < 1e-9);
        assert!((tally.p_at_1() - 1.0).abs() < 1e-9);
    }
}
