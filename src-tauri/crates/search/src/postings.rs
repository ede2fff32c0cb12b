//! Asking the index for one phrase: which documents hold it in which place.
//!
//! Documents are numbered over all segments of the index; [`Documents`] leads from a number to an entry.

use crate::grams::terms;
use crate::index::{IndexError, Place, Places};
use crate::likeness::Asked;
use crate::shelf::GONE;
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::index::SegmentId;
use tantivy::postings::Postings as _;
use tantivy::query::{BooleanQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Score, Searcher, SegmentOrdinal, SegmentReader, Term};

/// While a phrase's rarest pair stands in at most so many documents, the order of all pairs is checked in the index.
/// Beyond, holding all pairs is enough to be looked at: 信用…用卡 without 信用卡 is rare, and ranking reads the names.
const CHECKED: u64 = 2_000;

/// Which entry each document stands for.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The segments in their order.
    segments: Vec<SegmentId>,
    /// The number of each segment's first document.
    pub(crate) bases: Vec<u32>,
    /// Entry numbers; [`GONE`] for deleted ones.
    pub(crate) entries: Vec<u32>,
    /// The document of each entry.
    of_entries: Vec<u32>,
}

impl Documents {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Begins the next segment.
    pub(crate) fn begin(&mut self, segment: SegmentId) {
        self.segments.push(segment);
        let base = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.bases.push(base);
    }

    /// The entry numbers of a segment's documents; `None` when it is not among them.
    pub(crate) fn of_segment(&self, segment: SegmentId) -> Option<&[u32]> {
        let at = self.segments.iter().position(|held| *held == segment)?;
        let from = *self.bases.get(at)? as usize;
        let next = self.bases.get(at + 1);
        self.entries
            .get(from..next.map_or(self.entries.len(), |next| *next as usize))
    }

    /// Adds the next document with its entry.
    pub(crate) fn push(&mut self, entry: Option<u32>) {
        let document = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(entry.unwrap_or(GONE));
        if let Some(entry) = entry {
            let entry = entry as usize;
            self.of_entries
                .resize(self.of_entries.len().max(entry + 1), GONE);
            if let Some(of_entry) = self.of_entries.get_mut(entry) {
                *of_entry = document;
            }
        }
    }

    /// The document of an entry.
    pub(crate) fn of(&self, entry: usize) -> Option<u32> {
        self.of_entries
            .get(entry)
            .copied()
            .filter(|document| *document != GONE)
    }

    /// The entry of a document, if it still has one.
    pub(crate) fn entry(&self, document: u32) -> Option<usize> {
        let entry = self.entries.get(document as usize).copied()?;
        (entry != GONE).then_some(entry as usize)
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

/// What a document's text holds of a query.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Held {
    /// A bit for each piece.
    pub(crate) pieces: u128,
    /// BM25 (k1 1.2, b 0.75) of the text.
    pub(crate) score: f32,
}

const K1: f32 = 1.2;
const B: f32 = 0.75;

impl Postings {
    /// What the headings and the texts of some documents (in order) hold of a query's pieces.
    pub(crate) fn held(&self, asked: &Asked, documents: &[u32]) -> Result<Vec<Held>, IndexError> {
        let mut held = vec![Held::default(); documents.len()];
        for (segment, base) in self
            .searcher
            .segment_readers()
            .iter()
            .zip(&self.documents.bases)
        {
            let from = documents.partition_point(|document| document < base);
            let to = documents.partition_point(|document| *document < base + segment.max_doc());
            let (Some(documents), Some(held)) = (documents.get(from..to), held.get_mut(from..to))
            else {
                continue;
            };
            for place in [Place::Heading, Place::Body] {
                self.held_in(segment, place, asked, documents, *base, held)?;
            }
        }
        for one in &mut held {
            one.pieces = asked.with_words(one.pieces);
        }
        Ok(held)
    }

    /// The mean length of a field's texts over the whole index, so that no score depends on how it is cut into segments.
    fn mean_length(&self, field: Field) -> Result<f32, IndexError> {
        let mut terms = 0;
        for segment in self.searcher.segment_readers() {
            terms += segment.inverted_index(field)?.total_num_tokens();
        }
        #[expect(clippy::cast_precision_loss, reason = "a mean of lengths")]
        let mean = terms as f32 / self.documents.len().max(1) as f32;
        Ok(mean.max(1.0))
    }

    fn held_in(
        &self,
        segment: &SegmentReader,
        place: Place,
        asked: &Asked,
        documents: &[u32],
        base: u32,
        held: &mut [Held],
    ) -> Result<(), IndexError> {
        let field = self.places.field(place);
        let index = segment.inverted_index(field)?;
        let lengths = segment.get_fieldnorms_reader(field)?;
        let mean = self.mean_length(field)?;
        for (piece, atoms, told) in asked.terms() {
            let [term] = terms(atoms).try_into().unwrap_or_default();
            let term: String = term;
            let term = Term::from_field_text(field, &term);
            let Some(mut postings) = index.read_postings(&term, IndexRecordOption::WithFreqs)?
            else {
                continue;
            };
            for (document, held) in documents.iter().zip(held.iter_mut()) {
                let document = document - base;
                let found = if postings.doc() < document {
                    postings.seek(document)
                } else {
                    postings.doc()
                };
                if found != document {
                    continue;
                }
                held.pieces |= 1 << piece;
                if place == Place::Body {
                    #[expect(clippy::cast_precision_loss, reason = "counts of words")]
                    let (times, length) = (
                        postings.term_freq() as f32,
                        lengths.fieldnorm(document) as f32,
                    );
                    held.score +=
                        told * times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length / mean));
                }
            }
        }
        Ok(())
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
