//! `SQLite` FTS5, once with its trigram tokenizer and once over words cut by jieba.
//!
//! Both search with every piece of the query joined by OR and rank by `bm25`; all pieces joined by AND, the default of a
//! plain MATCH, finds nothing for most sentences.

use crate::data::{Data, Document};
use crate::{Peer, QUESTION, words};
use jieba_rs::Jieba;
use rusqlite::{Connection, params};

/// Characters of the shortest text the trigram tokenizer can find.
const GRAM: usize = 3;

struct Trigrams(Connection);

struct Words(Connection, Jieba);

/// FTS5 with `tokenize='trigram'` (which knows no case).
pub(crate) fn trigrams(data: &Data) -> Box<dyn Peer> {
    let text = |text: &str| text.to_owned();
    Box::new(Trigrams(filled("trigram", &data.documents, &text)))
}

/// FTS5 with its default tokenizer over texts whose words have blanks between them.
pub(crate) fn words(data: &Data) -> Box<dyn Peer> {
    let jieba = words::dictionary();
    let text = |text: &str| words::cut(&jieba, text).join(" ");
    let filled = filled("unicode61", &data.documents, &text);
    Box::new(Words(filled, jieba))
}

fn filled(tokenizer: &str, documents: &[Document], text: &dyn Fn(&str) -> String) -> Connection {
    let mut connection = Connection::open_in_memory().expect("a database");
    let table =
        format!("CREATE VIRTUAL TABLE entry USING fts5(question, answer, tokenize='{tokenizer}')");
    connection.execute_batch(&table).expect("FTS5");
    let all = connection.transaction().expect("a transaction");
    for (position, document) in (0_i64..).zip(documents) {
        let row = params![position, text(&document.question), text(&document.answer)];
        all.prepare_cached("INSERT INTO entry(rowid, question, answer) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute(row))
            .expect("a row");
    }
    all.commit().expect("the rows");
    let rank = format!(
        "INSERT INTO entry(entry, rank) VALUES ('rank', 'bm25({QUESTION:.1}, 1.0)');
         INSERT INTO entry(entry) VALUES ('optimize');"
    );
    connection.execute_batch(&rank).expect("one segment");
    connection
}

fn any_of(connection: &Connection, pieces: &[String], limit: usize) -> Vec<usize> {
    if pieces.is_empty() {
        return Vec::new();
    }
    // A piece in quotes is text, whatever is in it.
    let quoted = pieces
        .iter()
        .map(|piece| format!("\"{}\"", piece.replace('"', "\"\"")));
    let either = quoted.collect::<Vec<_>>().join(" OR ");
    let select = "SELECT rowid FROM entry WHERE entry MATCH ?1 ORDER BY rank LIMIT ?2";
    rows(connection, select, &either, limit)
}

fn rows(connection: &Connection, select: &str, text: &str, limit: usize) -> Vec<usize> {
    let mut select = connection.prepare_cached(select).expect("a query");
    let limit = i64::try_from(limit).expect("a page");
    let found = select
        .query_map(params![text, limit], |row| row.get::<_, i64>(0))
        .expect("rows");
    found
        .map(|row| usize::try_from(row.expect("a row")).expect("a position"))
        .collect()
}

impl Peer for Trigrams {
    /// All trigrams of each run without blanks and marks; where no run has three characters, the texts that hold the
    /// query, those with it in the question first and the shortest question before others.
    fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let marks = |c: char| !c.is_alphanumeric();
        let mut pieces: Vec<String> = Vec::new();
        for run in query.split(marks) {
            let chars: Vec<char> = run.chars().collect();
            pieces.extend(chars.windows(GRAM).map(|gram| gram.iter().collect()));
        }
        pieces.sort_unstable();
        pieces.dedup();
        if !pieces.is_empty() {
            return any_of(&self.0, &pieces, limit);
        }
        let select = "SELECT rowid FROM entry
             WHERE question LIKE '%' || ?1 || '%' OR answer LIKE '%' || ?1 || '%'
             ORDER BY question NOT LIKE '%' || ?1 || '%', length(question) LIMIT ?2";
        rows(&self.0, select, query.trim_matches(marks), limit)
    }
}

impl Peer for Words {
    fn search(&self, query: &str, limit: usize) -> Vec<usize> {
        let mut pieces = words::cut(&self.1, query);
        pieces.sort_unstable();
        pieces.dedup();
        any_of(&self.0, &pieces, limit)
    }
}
