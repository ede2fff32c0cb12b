//! Asking the index for one phrase: which documents hold it in which place.
//!
//! Documents are numbered over all segments of the index; [`Documents`] leads from a number to an entry.

use crate::grams::terms;
use crate::index::{IndexError, Place, Places};
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::query::{BooleanQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader, Term};

/// While a phrase's rarest pair stands in at most so many documents, the order of all pairs is checked in the index.
/// Beyond, holding all pairs is enough to be looked at: 信用…用卡 without 信用卡 is rare, and ranking reads the names.
const CHECKED: u64 = 2_000;

/// Which entry each document stands for.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The number of each segment's first document.
    pub(crate) bases: Vec<u32>,
    /// Entry numbers; [`Documents::GONE`] for deleted ones.
    pub(crate) entries: Vec<u32>,
}

impl Documents {
    pub(crate) const GONE: u32 = u32::MAX;

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The entry of a document, if it still has one.
    pub(crate) fn entry(&self, document: u32) -> Option<usize> {
        let entry = self.entries.get(document as usize).copied()?;
        (entry != Self::GONE).then_some(entry as usize)
    }
}

/// The open index, ready to be asked.
#[derive(Clone)]
pub(crate) struct Postings {
    pub(crate) searcher: Searcher,
    pub(crate) places: Places,
    pub(crate) documents: Arc<Documents>,
}

impl Postings {
    /// Documents that hold the phrase in the place, in order.
    pub(crate) fn of(&self, phrase: &[String], place: Place) -> Result<Vec<u32>, IndexError> {
        let field = self.places.field(place);
        let terms = terms(phrase)
            .into_iter()
            .map(|text| Term::from_field_text(field, &text));
        let terms: Vec<Term> = terms.collect();
        let query: Box<dyn Query> = match terms.as_slice() {
            [] => return Ok(Vec::new()),
            [one] => Box::new(held(one)),
            many if self.rarest(many)? <= CHECKED => Box::new(PhraseQuery::new(terms)),
            many => Box::new(BooleanQuery::intersection(
                many.iter().map(|term| Box::new(held(term)) as _).collect(),
            )),
        };
        let collector = InOrder {
            documents: Arc::clone(&self.documents),
        };
        Ok(self.searcher.search(&*query, &collector)?)
    }

    fn rarest(&self, terms: &[Term]) -> Result<u64, IndexError> {
        let mut rarest = u64::MAX;
        for term in terms {
            rarest = rarest.min(self.searcher.doc_freq(term)?);
        }
        Ok(rarest)
    }
}

fn held(term: &Term) -> TermQuery {
    TermQuery::new(term.clone(), IndexRecordOption::Basic)
}

/// Collects the numbers of all documents.
struct InOrder {
    documents: Arc<Documents>,
}

struct OneSegment {
    base: u32,
    found: Vec<u32>,
}

impl Collector for InOrder {
    type Fruit = Vec<u32>;
    type Child = OneSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        _: &SegmentReader,
    ) -> tantivy::Result<OneSegment> {
        let base = self
            .documents
            .bases
            .get(segment as usize)
            .copied()
            .unwrap_or(0);
        Ok(OneSegment {
            base,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Vec<u32>>) -> tantivy::Result<Vec<u32>> {
        Ok(segments
            .into_iter()
            .reduce(|mut all, more| {
                all.extend(more);
                all
            })
            .unwrap_or_default())
    }
}

impl SegmentCollector for OneSegment {
    type Fruit = Vec<u32>;

    fn collect(&mut self, document: DocId, _: Score) {
        self.found.push(self.base + document);
    }

    fn harvest(self) -> Vec<u32> {
        self.found
    }
}
