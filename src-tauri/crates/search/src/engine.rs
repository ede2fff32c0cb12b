//! The whole of a search: one immutable snapshot of a library, its index and its words.

use crate::board::Board;
use crate::clause::Clause;
use crate::completion::completions;
use crate::found::{Found, phrases};
use crate::habits::Habits;
use crate::index::{Index, IndexError};
use crate::names::Names;
use crate::narrowing::{Narrowed, Narrowing};
use crate::outcome::{Facets, Outcome};
use crate::postings::Postings;
use crate::prepared::Prepared;
use crate::query::Query;
use crate::rank::{Candidate, Ranking};
use crate::relax::relax;
use crate::roads::Map;
use crate::shelf::Shelf;
use crate::synonyms::Synonyms;
use std::ops::Range;
use std::sync::Arc;
use yingda_content::{BeijingTime, Entry, EntryId};
use yingda_text::Lexicon;

/// Words suggested when the whole query found nothing.
const SUGGESTED: usize = 3;
/// Entries whose texts are read to order them; chosen by which words they meet where, and by the length of their title.
const READ: usize = 400;

/// A library ready to be searched; shared between threads and swapped whole.
pub struct Engine {
    shelf: Shelf,
    names: Names,
    synonyms: Arc<Synonyms>,
    lexicon: Arc<Lexicon>,
    postings: Postings,
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine")
            .field("entries", &self.shelf.entries.len())
            .finish_non_exhaustive()
    }
}

impl Engine {
    /// A snapshot over an index that is in step with these entries, which are in the order of their ids.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn new(
        index: &Index,
        entries: Vec<Arc<Entry>>,
        lexicon: Arc<Lexicon>,
        synonyms: &[Vec<String>],
    ) -> Result<Self, IndexError> {
        let shelf = Shelf::new(entries, &lexicon);
        Ok(Self {
            names: Names::new(&shelf, &lexicon),
            synonyms: Arc::new(Synonyms::new(synonyms.iter().map(Vec::as_slice))),
            postings: index.postings(&shelf.entries)?,
            shelf,
            lexicon,
        })
    }

    /// The snapshot after some entries were written (added or replaced, by id) or removed, in the index too. Costs
    /// little beside building anew.
    ///
    /// # Errors
    /// When the index can't be written or read.
    pub fn changed(
        &self,
        index: &Index,
        written: &[Arc<Entry>],
        removed: &[EntryId],
    ) -> Result<Self, IndexError> {
        index.change(written, removed)?;
        let (shelf, ready) = self.shelf.changed(written, removed, &self.lexicon);
        let names = self.names.with(ready, &self.lexicon);
        Ok(Self {
            names: names.unwrap_or_else(|| Names::new(&shelf, &self.lexicon)),
            synonyms: Arc::clone(&self.synonyms),
            lexicon: Arc::clone(&self.lexicon),
            postings: index.postings(&shelf.entries)?,
            shelf,
        })
    }

    /// How many entries it searches.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shelf.entries.len()
    }

    /// Whether it has no entry at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shelf.entries.is_empty()
    }

    /// Searches for nobody in particular; see [`Engine::search_for`].
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
        self.search_for(&Habits::default(), typed, narrowing, page, now)
    }

    /// Searches for a person and gives the hits of a page (by rank, from 0). An empty query lists everything that the
    /// narrowing leaves, by id.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn search_for(
        &self,
        habits: &Habits,
        typed: &str,
        narrowing: &Narrowing,
        page: Range<usize>,
        now: BeijingTime,
    ) -> Result<Outcome, IndexError> {
        let query = Query::read(typed, &self.lexicon);
        if query.words.is_empty() {
            let all =
                (0..u32::try_from(self.postings.documents.len()).unwrap_or(u32::MAX)).collect();
            return Ok(self.listed(
                &narrowing.narrow(all, |document| self.of(document), now),
                page,
            ));
        }
        let mut relaxed = relax(&query, &self.map(habits))?;
        relaxed
            .documents
            .retain(|document| !self.is_kept_out(*document, &query));
        let ranking = Ranking::new(
            &query,
            &relaxed.clauses,
            &relaxed.board,
            &self.shelf.rarity,
            habits,
            now,
        );
        let all = relaxed.documents.len();
        let narrowed = narrowing.narrow(
            std::mem::take(&mut relaxed.documents),
            |document| self.of(document),
            now,
        );
        let mut outcome = Outcome::counted(&narrowed);
        outcome.facets = Facets::of(
            narrowed
                .documents
                .iter()
                .filter_map(|document| Some(self.of(*document)?.0)),
        );
        let ordered = self.in_order(&ranking, &relaxed.board, narrowed.documents, page.end)?;
        let shown = ordered.iter().skip(page.start).take(page.len());
        outcome.found = shown
            .filter_map(|candidate| self.found(&ranking, candidate))
            .collect();
        outcome.relaxed = match ordered.first() {
            Some(best) => unmet(&relaxed.clauses, |clause| {
                clause.met(best.document).is_some()
            }),
            None => unmet(&relaxed.clauses, |_| false),
        };
        if !relaxed.ladder.is_empty() {
            outcome.suggestions = alone(&relaxed.clauses);
        }
        if let Some(last) = relaxed.ladder.last_mut() {
            // Entries that were kept out are none that the step found.
            last.count = u32::try_from(all).unwrap_or(u32::MAX);
        }
        let shelf = (
            &self.shelf.by_name,
            &*self.shelf.entries,
            &*self.shelf.prepared,
        );
        outcome.completions = completions(&query, &relaxed.clauses, habits, shelf);
        outcome.ladder = relaxed.ladder;
        outcome.meant = relaxed.meant;
        Ok(outcome)
    }

    /// The best documents first, equals by id; at least up to `needed`, when there are so many.
    fn in_order(
        &self,
        ranking: &Ranking<'_>,
        board: &Board,
        documents: Vec<u32>,
        needed: usize,
    ) -> Result<Vec<Candidate<'_>>, IndexError> {
        let pool = self.worth_reading(ranking, board, documents, needed);
        let held = self.postings.held(&ranking.asked, &pool)?;
        let candidates = pool.into_iter().zip(held).filter_map(|(document, held)| {
            let (entry, prepared) = self.of(document)?;
            Some(Candidate {
                document,
                entry,
                prepared,
                held,
            })
        });
        let mut scored: Vec<(f32, Candidate<'_>)> = candidates
            .map(|candidate| (ranking.score(&candidate), candidate))
            .collect();
        scored.sort_unstable_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then_with(|| a.1.entry.id.cmp(&b.1.entry.id))
        });
        Ok(scored.into_iter().map(|(_, candidate)| candidate).collect())
    }

    /// The documents whose texts are to be read, in the order of the index: those that meet most, short titles first,
    /// and every one that is named exactly so.
    fn worth_reading(
        &self,
        ranking: &Ranking<'_>,
        board: &Board,
        mut documents: Vec<u32>,
        needed: usize,
    ) -> Vec<u32> {
        let read = needed.max(READ);
        if read < documents.len() {
            let typed = ranking.asked.atoms.len();
            let first = |document: &u32| {
                let title = self
                    .of(*document)
                    .map_or(0, |(_, prepared)| prepared.title().len());
                #[expect(clippy::cast_precision_loss, reason = "lengths of titles")]
                let short = 30.0 * typed.min(title) as f32 / typed.max(title).max(1) as f32;
                board.points(*document) + short
            };
            let exact = self.exact_documents(ranking, &documents);
            let mut pool: Vec<(f32, u32)> = documents
                .iter()
                .map(|document| (first(document), *document))
                .collect();
            pool.select_nth_unstable_by(read, |a, b| b.0.total_cmp(&a.0));
            pool.truncate(read);
            documents = pool
                .into_iter()
                .map(|(_, document)| document)
                .chain(exact)
                .collect();
        }
        documents.sort_unstable();
        documents.dedup();
        documents
    }

    /// Documents whose title or alias is exactly what was typed, among those found.
    fn exact_documents(&self, ranking: &Ranking<'_>, documents: &[u32]) -> Vec<u32> {
        let named = self
            .shelf
            .by_name
            .exactly(&ranking.asked.atoms, &self.shelf.prepared);
        let named = |document: &u32| {
            self.postings
                .documents
                .entry(*document)
                .is_some_and(|entry| named.contains(&entry))
        };
        documents.iter().copied().filter(named).collect()
    }

    fn of(&self, document: u32) -> Option<(&Entry, &Prepared)> {
        let entry = self.postings.documents.entry(document)?;
        Some((
            self.shelf.entries.get(entry)?,
            self.shelf.prepared.get(entry)?,
        ))
    }

    fn found(&self, ranking: &Ranking<'_>, candidate: &Candidate<'_>) -> Option<Found> {
        let entry = self.postings.documents.entry(candidate.document)?;
        Some(Found::new(
            ranking,
            candidate,
            self.shelf.entries.get(entry)?,
        ))
    }

    fn listed(&self, narrowed: &Narrowed, page: Range<usize>) -> Outcome {
        let outcome = Outcome::counted(narrowed);
        let mut entries: Vec<usize> = narrowed
            .documents
            .iter()
            .filter_map(|document| self.postings.documents.entry(*document))
            .collect();
        // Entries are in the order of their ids.
        entries.sort_unstable();
        let shown = entries.into_iter().skip(page.start).take(page.len());
        let found = shown
            .filter_map(|entry| self.shelf.entries.get(entry))
            .map(Found::listed)
            .collect();
        Outcome { found, ..outcome }
    }

    /// The phrases to light in the texts of an entry opened from a search, as that search lights them: each as atoms.
    ///
    /// # Errors
    /// When the index can't be read.
    pub fn phrases_in(
        &self,
        habits: &Habits,
        typed: &str,
        id: &EntryId,
    ) -> Result<Vec<Vec<String>>, IndexError> {
        let query = Query::read(typed, &self.lexicon);
        if query.words.is_empty() {
            return Ok(Vec::new());
        }
        let relaxed = relax(&query, &self.map(habits))?;
        let number = self.shelf.place(id).ok();
        let all = 0..u32::try_from(self.postings.documents.len()).unwrap_or(u32::MAX);
        let mut documents = all.filter(|document| {
            number.is_some() && self.postings.documents.entry(*document) == number
        });
        Ok(documents
            .next()
            .map_or_else(Vec::new, |document| phrases(&relaxed.clauses, document)))
    }

    fn map(&self, habits: &Habits) -> Map<'_> {
        Map {
            lexicon: &self.lexicon,
            synonyms: &self.synonyms,
            names: &self.names,
            postings: &self.postings,
            scheme: habits.scheme,
        }
    }

    /// An entry may name words that, when in the query, keep it out.
    fn is_kept_out(&self, document: u32, query: &Query) -> bool {
        let not_for = self
            .of(document)
            .map(|(_, prepared)| &*prepared.not_for)
            .unwrap_or_default();
        not_for
            .iter()
            .any(|word| !word.is_empty() && query.compact.contains(&**word))
    }
}

/// Words that count and were not met.
fn unmet(clauses: &[Clause], met: impl Fn(&Clause) -> bool) -> Vec<String> {
    clauses
        .iter()
        .filter(|clause| !clause.weak && !met(clause))
        .map(|clause| clause.text.clone())
        .collect()
}

/// Words that find something by themselves, as they were understood.
fn alone(clauses: &[Clause]) -> Vec<String> {
    let finding = clauses
        .iter()
        .filter(|clause| !clause.weak && clause.documents_met() > 0);
    let understood = finding.filter_map(|clause| clause.phrases.first());
    understood
        .take(SUGGESTED)
        .map(|phrase| phrase.atoms.concat())
        .collect()
}
