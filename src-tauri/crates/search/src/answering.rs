//! From documents that were found to the page that is shown: kept out, narrowed, ordered.

use crate::asking::Asking;
use crate::board::Board;
use crate::clause::Clause;
use crate::completion::completions;
use crate::found::Found;
use crate::index::IndexError;
use crate::near::Near;
use crate::outcome::{Facets, Outcome};
use crate::postings::{Documents, Postings};
use crate::prepared::Prepared;
use crate::query::Query;
use crate::rank::{Candidate, Ranking};
use crate::relax::Relaxed;
use crate::shelf::{Brief, Shelf};
use std::sync::Arc;
use yingda_content::Entry;

/// Words suggested when the whole query found nothing.
const SUGGESTED: usize = 3;
/// Entries whose texts are read to order them; chosen by which words they meet where, and by the length of their title.
const READ: usize = 256;

/// From documents to entries.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) shelf: &'a Shelf,
    pub(crate) documents: &'a Documents,
}

impl<'a> View<'a> {
    pub(crate) fn entry(self, document: u32) -> Option<&'a Arc<Entry>> {
        self.shelf.entries.get(self.documents.entry(document)?)
    }

    pub(crate) fn brief(self, document: u32) -> Option<&'a Brief> {
        self.shelf.briefs.get(self.documents.entry(document)?)
    }

    pub(crate) fn of(self, document: u32) -> Option<(&'a Entry, &'a Prepared)> {
        let entry = self.documents.entry(document)?;
        Some((
            self.shelf.entries.get(entry)?,
            self.shelf.prepared.get(entry)?,
        ))
    }
}

/// One question on its way to an answer.
pub(crate) struct Answering<'a> {
    pub(crate) shelf: &'a Shelf,
    pub(crate) postings: &'a Postings,
    pub(crate) asking: &'a Asking<'a>,
    pub(crate) query: &'a Query,
}

impl<'a> Answering<'a> {
    fn view(&self) -> View<'a> {
        View {
            shelf: self.shelf,
            documents: &self.postings.documents,
        }
    }

    /// The documents found by words or by meaning that are not kept out.
    fn found(&self, relaxed: &mut Relaxed) -> Vec<u32> {
        let mut documents = std::mem::take(&mut relaxed.documents);
        if let Some(near) = self.asking.near {
            documents.extend(
                near.found()
                    .into_iter()
                    .filter_map(|entry| self.postings.documents.of(entry)),
            );
            documents.sort_unstable();
            documents.dedup();
        }
        documents.retain(|document| !self.is_kept_out(*document));
        if let Some(last) = relaxed.ladder.last_mut() {
            // Entries that were kept out are none that the step found.
            last.count = last
                .count
                .min(u32::try_from(documents.len()).unwrap_or(u32::MAX));
        }
        documents
    }

    pub(crate) fn answer(&self, mut relaxed: Relaxed) -> Result<Outcome, IndexError> {
        let Asking {
            narrowing,
            habits,
            now,
            ..
        } = *self.asking;
        let documents = self.found(&mut relaxed);
        let view = self.view();
        let narrowed = narrowing.narrow(documents, view, now);
        let mut outcome = Outcome::counted(&narrowed);
        outcome.facets = Facets::of(
            narrowed
                .documents
                .iter()
                .filter_map(|document| Some(view.of(*document)?.0)),
        );
        let ranking = Ranking::new(
            self.query,
            &relaxed.clauses,
            &relaxed.board,
            &self.shelf.rarity,
            habits,
            now,
        );
        let ordered = self.in_order(&ranking, &relaxed.board, narrowed.documents)?;
        let shown = ordered
            .iter()
            .skip(self.asking.page.start)
            .take(self.asking.page.len());
        let found = shown.filter_map(|candidate| {
            Some(Found::new(
                &ranking,
                candidate,
                view.entry(candidate.document)?,
            ))
        });
        outcome.found = found.collect();
        outcome.relaxed = match ordered.first() {
            Some(best) => unmet(&relaxed.clauses, |clause| {
                clause.met(best.document).is_some()
            }),
            None => unmet(&relaxed.clauses, |_| false),
        };
        if !relaxed.ladder.is_empty() {
            outcome.suggestions = alone(&relaxed.clauses);
        }
        outcome.completions = completions(self.query, &relaxed.clauses, habits, self.shelf);
        outcome.ladder = relaxed.ladder;
        outcome.meant = relaxed.meant;
        Ok(outcome)
    }

    /// The best documents first, equals by id; at least as many as the page needs. What is named exactly so is first.
    fn in_order(
        &self,
        ranking: &Ranking<'_>,
        board: &Board,
        documents: Vec<u32>,
    ) -> Result<Vec<Candidate<'a>>, IndexError> {
        let pool = self.worth_reading(ranking, board, documents);
        let held = self.postings.held(&ranking.asked, &pool)?;
        let mut scored: Vec<(bool, f32, Candidate<'a>)> = Vec::with_capacity(pool.len());
        for (document, held) in pool.into_iter().zip(held) {
            let Some((entry, prepared)) = self.view().of(document) else {
                continue;
            };
            let near = self.near(document);
            let candidate = Candidate {
                document,
                entry,
                prepared,
                held,
                near,
            };
            let (exact, score) = ranking.rank(&candidate);
            scored.push((exact, score, candidate));
        }
        scored.sort_unstable_by(|a, b| {
            let better = b.0.cmp(&a.0).then(b.1.total_cmp(&a.1));
            better.then_with(|| a.2.entry.id.cmp(&b.2.entry.id))
        });
        Ok(scored
            .into_iter()
            .map(|(_, _, candidate)| candidate)
            .collect())
    }

    /// The cosines of an entry's names; none while meaning is not known.
    fn near(&self, document: u32) -> &'a [f32] {
        let of = |near: &'a Near| {
            near.of(self
                .postings
                .documents
                .entry(document)
                .unwrap_or(usize::MAX))
        };
        self.asking.near.map_or(&[], of)
    }

    /// The documents whose texts are to be read, in the order of the index: those that meet most, short titles first,
    /// those found by meaning, and every one that is named exactly so.
    fn worth_reading(
        &self,
        ranking: &Ranking<'_>,
        board: &Board,
        mut documents: Vec<u32>,
    ) -> Vec<u32> {
        let read = self.asking.page.end.max(READ);
        if read < documents.len() {
            let view = self.view();
            let typed = ranking.asked.atoms.len();
            let first = |document: &u32| {
                let title = view
                    .brief(*document)
                    .map_or(0, |brief| usize::from(brief.title));
                #[expect(clippy::cast_precision_loss, reason = "lengths of titles")]
                let short = 30.0 * typed.min(title) as f32 / typed.max(title).max(1) as f32;
                board.points(*document) + short
            };
            let named = self
                .shelf
                .by_name
                .exactly(&ranking.asked.atoms, &self.shelf.prepared);
            let near = self.asking.near.map(Near::found).unwrap_or_default();
            let must = |document: &u32| {
                let entry = self.postings.documents.entry(*document);
                entry.is_some_and(|entry| named.contains(&entry) || near.contains(&entry))
            };
            let certain: Vec<u32> = if named.is_empty() && near.is_empty() {
                Vec::new()
            } else {
                documents.iter().copied().filter(must).collect()
            };
            // Of equals the first by id: the order of documents differs from one build to the next.
            let number = |document: &u32| self.postings.documents.entry(*document);
            let mut pool: Vec<(f32, Option<usize>, u32)> = documents
                .iter()
                .map(|document| (first(document), number(document), *document))
                .collect();
            pool.select_nth_unstable_by(read, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            pool.truncate(read);
            let read = pool.into_iter().map(|(_, _, document)| document);
            documents = read.chain(certain).collect();
        }
        documents.sort_unstable();
        documents.dedup();
        documents
    }

    /// An entry may name words that, when in the query, keep it out.
    fn is_kept_out(&self, document: u32) -> bool {
        let view = self.view();
        if view.brief(document).is_none_or(|brief| !brief.wary) {
            return false;
        }
        let mut not_for = view
            .of(document)
            .into_iter()
            .flat_map(|(_, prepared)| &prepared.not_for);
        not_for.any(|word| !word.is_empty() && self.query.compact.contains(&**word))
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
