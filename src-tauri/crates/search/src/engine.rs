//! The whole of a search: one immutable snapshot of a library, its index and its words.

use crate::found::Found;
use crate::index::{Index, IndexError};
use crate::narrowing::{Narrowed, Narrowing};
use crate::outcome::Outcome;
use crate::postings::Postings;
use crate::prepared::{Prepared, prepare};
use crate::query::Query;
use crate::rank::Ranking;
use crate::relax::{Relaxed, relax};
use crate::roads::Map;
use crate::synonyms::Synonyms;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use yingda_content::{BeijingTime, Entry};
use yingda_text::Lexicon;

/// Words suggested when the whole query found nothing.
const SUGGESTED: usize = 3;

/// A library ready to be searched; shared between threads and swapped whole.
pub struct Engine {
    entries: Vec<Arc<Entry>>,
    prepared: Vec<Arc<Prepared>>,
    latin: BTreeSet<String>,
    synonyms: Synonyms,
    lexicon: Arc<Lexicon>,
    postings: Postings,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("entries", &self.entries.len())
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// A snapshot over an index that is in step with these entries. What did not change is taken over from the
    /// snapshot before.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn new(
        index: &Index,
        entries: Vec<Arc<Entry>>,
        lexicon: Arc<Lexicon>,
        synonyms: &[Vec<String>],
        before: Option<&Self>,
    ) -> Result<Self, IndexError> {
        let same_words = before.filter(|before| Arc::ptr_eq(&before.lexicon, &lexicon));
        let known =
            same_words.map(|before| (before.entries.as_slice(), before.prepared.as_slice()));
        let prepared = prepare(&entries, &lexicon, known);
        let latin = prepared
            .iter()
            .flat_map(|one| one.latin.iter().cloned())
            .collect();
        let postings = index.postings(&entries)?;
        let synonyms = Synonyms::new(synonyms.iter().map(Vec::as_slice));
        Ok(Self {
            entries,
            prepared,
            latin,
            synonyms,
            lexicon,
            postings,
        })
    }

    /// How many entries it searches.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Searches and gives the hits of a page (by rank, from 0). An empty query lists everything that the narrowing
    /// leaves, by id.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn search(
        &self,
        typed: &str,
        narrowing: &Narrowing,
        page: Range<usize>,
        now: BeijingTime,
    ) -> Result<Outcome, IndexError> {
        let query = Query::read(typed, &self.lexicon);
        if query.words.is_empty() {
            let all = (0..self.entries.len()).collect();
            return Ok(self.listed(&narrowing.narrow(all, &self.entries, now), page));
        }
        let relaxed = relax(&query, &self.map())?;
        let ranking = Ranking::new(&query, &relaxed.clauses, now);
        let kept = relaxed
            .entries
            .iter()
            .copied()
            .filter(|number| !self.is_kept_out(*number, &query));
        let ranked = self.in_order(&ranking, kept);
        let mut ladder = relaxed.ladder.clone();
        if let Some(last) = ladder.last_mut() {
            // Entries that were kept out are none that the step found.
            last.count = u32::try_from(ranked.len()).unwrap_or(u32::MAX);
        }
        let missing = match ranked.first().and_then(|best| self.found(&ranking, *best)) {
            Some(best) => best.missing,
            None => query
                .words
                .iter()
                .filter(|w| !w.weak)
                .map(|w| w.text.clone())
                .collect(),
        };
        let narrowed = narrowing.narrow(ranked, &self.entries, now);
        let shown = narrowed.numbers.iter().skip(page.start).take(page.len());
        Ok(Outcome {
            found: shown
                .filter_map(|number| self.found(&ranking, *number))
                .collect(),
            suggestions: if relaxed.ladder.is_empty() {
                Vec::new()
            } else {
                alone(&relaxed)
            },
            relaxed: missing,
            ladder,
            ..Outcome::counted(&narrowed)
        })
    }

    /// Entry numbers, the best first; equals by id.
    fn in_order(&self, ranking: &Ranking<'_>, numbers: impl Iterator<Item = usize>) -> Vec<usize> {
        let scored = numbers.filter_map(|number| {
            let (entry, prepared) = (self.entries.get(number)?, self.prepared.get(number)?);
            let score: f32 = ranking
                .points(number, entry, prepared)
                .iter()
                .map(|p| p.points)
                .sum();
            Some((number, score))
        });
        let mut scored: Vec<(usize, f32)> = scored.collect();
        // Entries are in the order of their ids.
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scored.into_iter().map(|(number, _)| number).collect()
    }

    fn found(&self, ranking: &Ranking<'_>, number: usize) -> Option<Found> {
        Some(Found::new(
            ranking,
            number,
            self.entries.get(number)?,
            self.prepared.get(number)?,
        ))
    }

    fn listed(&self, narrowed: &Narrowed, page: Range<usize>) -> Outcome {
        let shown = narrowed.numbers.iter().skip(page.start).take(page.len());
        let one = |number: &usize| {
            Some(Found::listed(
                self.entries.get(*number)?,
                self.prepared.get(*number)?,
            ))
        };
        Outcome {
            found: shown.filter_map(one).collect(),
            ..Outcome::counted(narrowed)
        }
    }

    fn map(&self) -> Map<'_> {
        Map {
            lexicon: &self.lexicon,
            synonyms: &self.synonyms,
            prepared: &self.prepared,
            latin: &self.latin,
            postings: &self.postings,
        }
    }

    /// An entry may name words that, when in the query, keep it out.
    fn is_kept_out(&self, number: usize, query: &Query) -> bool {
        let not_for = self
            .prepared
            .get(number)
            .map(|one| one.not_for.as_slice())
            .unwrap_or_default();
        not_for
            .iter()
            .any(|word| !word.is_empty() && query.compact.contains(word))
    }
}

/// Words that find something by themselves, as they were understood.
fn alone(relaxed: &Relaxed) -> Vec<String> {
    let finding = relaxed
        .clauses
        .iter()
        .filter(|clause| !clause.weak && clause.entries_met() > 0);
    let understood = finding.filter_map(|clause| clause.phrases.first());
    understood
        .take(SUGGESTED)
        .map(|phrase| phrase.atoms.concat())
        .collect()
}
