//! Tantivy by itself: BM25 over the words of question and answer, every word of the query joined by OR.

use crate::data::Data;
use crate::{Peer, QUESTION, words};
use jieba_rs::Jieba;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{DocAddress, Index, IndexWriter, Searcher, TantivyDocument, Term};

struct Bare {
    searcher: Searcher,
    question: Field,
    answer: Field,
    jieba: Jieba,
}

/// Words of question and answer as terms of two fields.
pub(crate) fn words(data: &Data) -> Box<dyn Peer> {
    let jieba = words::dictionary();
    let mut schema = Schema::builder();
    let terms = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::WithFreqs);
    let terms = TextOptions::default().set_indexing_options(terms);
    let question = schema.add_text_field("question", terms.clone());
    let answer = schema.add_text_field("answer", terms);
    let position = schema.add_u64_field("position", NumericOptions::from(FAST));
    let index = Index::create_in_ram(schema.build());
    let mut writer: IndexWriter = index
        .writer_with_num_threads(1, 50_000_000)
        .expect("a writer");
    for (number, document) in (0_u64..).zip(&data.documents) {
        let mut fields = TantivyDocument::new();
        fields.add_pre_tokenized_text(question, tokens(&jieba, &document.question));
        fields.add_pre_tokenized_text(answer, tokens(&jieba, &document.answer));
        fields.add_u64(position, number);
        writer.add_document(fields).expect("a document");
    }
    writer.commit().expect("an index");
    writer.wait_merging_threads().expect("an index");
    Box::new(Bare {
        searcher: index.reader().expect("a reader").searcher(),
        question,
        answer,
        jieba,
    })
}

fn tokens(jieba: &Jieba, text: &str) -> PreTokenizedString {
    let token = |(position, text)| Token {
        position,
        text,
        ..Token::default()
    };
    let words = words::cut(jieba, text).into_iter().enumerate();
    PreTokenizedString {
        text: String::new(),
        tokens: words.map(token).collect(),
    }
}

impl Bare {
    fn term(&self, field: Field, word: &str) -> (Occur, Box<dyn Query>) {
        let term = Term::from_field_text(field, word);
        let term = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        if field == self.question {
            (Occur::Should, Box::new(BoostQuery::new(term, QUESTION)))
        } else {
            (Occur::Should, term)
        }
    }

    fn position(&self, address: DocAddress) -> usize {
        let segment = self.searcher.segment_reader(address.segment_ord);
        let positions = segment.fast_fields().u64("position").expect("a column");
        let position = positions.first(address.doc_id).expect("a position");
        usize::try_from(position).expect("a position")
    }
}

impl Peer for Bare {
    fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let mut pieces = words::cut(&self.jieba, query);
        pieces.sort_unstable();
        pieces.dedup();
        let terms = pieces
            .iter()
            .flat_map(|word| [self.question, self.answer].map(|field| self.term(field, word)));
        let either = BooleanQuery::new(terms.collect());
        let top = TopDocs::with_limit(limit).order_by_score();
        let found = self.searcher.search(&either, &top).expect("an answer");
        found
            .into_iter()
            .map(|(_, address)| self.position(address))
            .collect()
    }
}
