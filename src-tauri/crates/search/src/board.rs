//! The first count: which documents met which words, and what that is worth before any text is read.

use crate::clause::Clause;

/// What a word in the body alone covers, beside one in a title, alias, tag or heading.
const MENTIONED: f32 = 0.75;
/// What meeting every word is worth; nothing outweighs meeting what the customer said.
const COVERED: f32 = 1000.0;
/// Words that are told apart; a spoken sentence has fewer.
const WORDS: usize = 64;

/// Points of all documents that met at least one word that counts.
pub(crate) struct Board {
    points: Vec<f32>,
    met: Vec<u64>,
    touched: Vec<u32>,
    weights: Vec<f32>,
    all: u64,
    /// Sum of all weights; above zero.
    sum: f32,
}

impl Board {
    /// Counts the words that are not weak.
    pub(crate) fn new(clauses: &[Clause], documents: usize) -> Self {
        let strong: Vec<&Clause> = clauses
            .iter()
            .filter(|clause| !clause.weak)
            .take(WORDS)
            .collect();
        let weights: Vec<f32> = strong.iter().map(|clause| clause.weight()).collect();
        let mut board = Self {
            points: vec![0.0; documents],
            met: vec![0; documents],
            touched: Vec::new(),
            all: strong.iter().zip(0..).fold(0, |set, (_, at)| set | 1 << at),
            sum: weights.iter().sum::<f32>().max(f32::MIN_POSITIVE),
            weights,
        };
        for (at, clause) in strong.into_iter().enumerate() {
            board.count(at, clause);
        }
        board
    }

    fn count(&mut self, at: usize, clause: &Clause) {
        let share = self.weights.get(at).copied().unwrap_or(0.0) / self.sum;
        for slot in &clause.slots {
            let covered = if slot.is_mention() { MENTIONED } else { 1.0 };
            let points = share * (COVERED * covered + slot.worth);
            for document in &slot.documents {
                let place = *document as usize;
                if let (Some(sum), Some(met)) =
                    (self.points.get_mut(place), self.met.get_mut(place))
                {
                    if *met == 0 {
                        self.touched.push(*document);
                    }
                    *sum += points;
                    *met |= 1 << at;
                }
            }
        }
    }

    /// Coverage and places together.
    pub(crate) fn points(&self, document: u32) -> f32 {
        self.points.get(document as usize).copied().unwrap_or(0.0)
    }

    /// Whether a document met every word that counts.
    pub(crate) fn met_all(&self, document: u32) -> bool {
        self.all != 0 && self.met.get(document as usize) == Some(&self.all)
    }

    /// Documents that met every word that counts.
    pub(crate) fn whole(&self) -> Vec<u32> {
        self.touched
            .iter()
            .copied()
            .filter(|document| self.met_all(*document))
            .collect()
    }

    /// Documents that met words which tell at least half of what the best one's tell (less is noise), and whether any
    /// of them met several.
    pub(crate) fn telling(&self) -> (Vec<u32>, bool) {
        let told = |document: u32| {
            let met = self.met.get(document as usize).copied().unwrap_or(0);
            let weights = self
                .weights
                .iter()
                .zip(0..)
                .filter(|(_, at)| met & (1_u64 << at) != 0);
            weights.map(|(weight, _)| weight).sum::<f32>()
        };
        let told: Vec<f32> = self
            .touched
            .iter()
            .map(|document| told(*document))
            .collect();
        let best = told.iter().copied().fold(0.0, f32::max);
        let kept = self
            .touched
            .iter()
            .zip(&told)
            .filter(|(_, told)| **told >= best * 0.5);
        let kept: Vec<u32> = kept.map(|(document, _)| *document).collect();
        let several = |document: &u32| {
            self.met
                .get(*document as usize)
                .is_some_and(|met| met.count_ones() > 1)
        };
        let any = kept.iter().any(several);
        (kept, any)
    }
}
