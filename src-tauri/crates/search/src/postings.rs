//! Asking the index for one phrase: which entries hold it, in which place, with what BM25 score.

use crate::grams::terms;
use crate::index::{IndexError, Place, Places};
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::query::{PhraseQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Score, Searcher, SegmentOrdinal, SegmentReader, Term};

/// Which entry a document of the index stands for, segment by segment.
pub(crate) type DocMap = Vec<Vec<u32>>;

/// One posting: an entry's number and its score for the phrase.
pub(crate) type Posting = (u32, Score);

/// The open index, ready to be asked.
#[derive(Clone)]
pub(crate) struct Postings {
    pub(crate) searcher: Searcher,
    pub(crate) places: Places,
    pub(crate) documents: Arc<DocMap>,
}

impl Postings {
    /// Entries that hold the phrase in the place.
    pub(crate) fn of(&self, phrase: &[String], place: Place) -> Result<Vec<Posting>, IndexError> {
        let field = self.places.field(place);
        let mut terms: Vec<Term> = terms(phrase)
            .into_iter()
            .map(|text| Term::from_field_text(field, &text))
            .collect();
        let query: Box<dyn Query> = match terms.len() {
            0 => return Ok(Vec::new()),
            1 => Box::new(TermQuery::new(
                terms.remove(0),
                IndexRecordOption::WithFreqs,
            )),
            _ => Box::new(PhraseQuery::new(terms)),
        };
        let collector = AllScored {
            documents: Arc::clone(&self.documents),
        };
        self.searcher
            .search(&*query, &collector)
            .map_err(IndexError::from)
    }
}

/// Collects every document with its score, as entries.
struct AllScored {
    documents: Arc<DocMap>,
}

struct OneSegment {
    documents: Arc<DocMap>,
    segment: usize,
    found: Vec<Posting>,
}

impl Collector for AllScored {
    type Fruit = Vec<Posting>;
    type Child = OneSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        _: &SegmentReader,
    ) -> tantivy::Result<OneSegment> {
        let documents = Arc::clone(&self.documents);
        Ok(OneSegment {
            documents,
            segment: segment as usize,
            found: Vec::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Vec<Posting>>) -> tantivy::Result<Vec<Posting>> {
        Ok(segments.concat())
    }
}

impl SegmentCollector for OneSegment {
    type Fruit = Vec<Posting>;

    fn collect(&mut self, document: DocId, score: Score) {
        let entries = self.documents.get(self.segment);
        if let Some(entry) = entries.and_then(|of_segment| of_segment.get(document as usize)) {
            self.found.push((*entry, score));
        }
    }

    fn harvest(self) -> Vec<Posting> {
        self.found
    }
}
