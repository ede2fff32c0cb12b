//! From words to entries: all words as typed, then by sound, then fewer words. Each step says what it did.

use crate::board::Board;
use crate::clause::Clause;
use crate::index::IndexError;
use crate::letters;
use crate::query::Query;
use crate::repair;
use crate::roads::Map;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// From how many telling words on a query is a spoken sentence: an entry need not hold all of them.
const SENTENCE: usize = 4;

/// One step of relaxing a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Rung {
    /// What was tried.
    pub step: RungStep,
    /// The words it looked for; for `sound` pairs such as 「吞咔→吞卡」.
    pub words: Vec<String>,
    /// How many entries it found.
    pub count: u32,
}

/// What a step of relaxing tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RungStep {
    /// All words as typed.
    AsTyped,
    /// Words that matched nothing replaced by words that sound alike.
    Sound,
    /// Long words that matched nothing replaced by words one slip away.
    Slip,
    /// Some words left out.
    FewerWords,
    /// Any one of the words.
    AnyWord,
}

/// The clauses that counted in the end, the documents that met them, and the way there.
pub(crate) struct Relaxed {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) board: Board,
    /// In no order.
    pub(crate) documents: Vec<u32>,
    pub(crate) ladder: Vec<Rung>,
    /// The query with its misheard or mistyped words set right, when that found something.
    pub(crate) meant: Option<String>,
}

impl Relaxed {
    fn new(clauses: Vec<Clause>, board: Board, documents: Vec<u32>) -> Self {
        Self {
            clauses,
            board,
            documents,
            ladder: Vec::new(),
            meant: None,
        }
    }
}

/// Finds the documents for a query, step by step, until a step finds some.
pub(crate) fn relax(query: &Query, map: &Map<'_>) -> Result<Relaxed, IndexError> {
    let mut clauses = Vec::new();
    for word in &query.words {
        clauses.extend(letters::clauses_of(word, map)?);
    }
    let board = Board::new(&clauses, map.documents());
    let as_typed = board.whole();
    if !as_typed.is_empty() && strong(&clauses).len() >= SENTENCE {
        let (documents, _) = board.telling();
        return Ok(Relaxed::new(clauses, board, documents));
    }
    let doubts = repair::doubts(query, &clauses, map)?;
    if !as_typed.is_empty() && doubts.is_empty() {
        return Ok(Relaxed::new(clauses, board, as_typed));
    }
    let mut ladder = vec![rung(RungStep::AsTyped, strong(&clauses), as_typed.len())];
    for (step, repaired) in repair::attempts(query, &clauses, &doubts, map)? {
        let heard = Board::new(&repaired.clauses, map.documents());
        let documents = heard.whole();
        ladder.push(rung(step, repaired.pairs, documents.len()));
        if !documents.is_empty() {
            let documents = with_scattered(documents, &as_typed);
            let found = Relaxed::new(repaired.clauses, heard, documents);
            return Ok(Relaxed {
                ladder,
                meant: Some(repaired.meant),
                ..found
            });
        }
        if as_typed.is_empty() {
            clauses = repaired.clauses;
        }
    }
    if !as_typed.is_empty() {
        return Ok(Relaxed::new(clauses, board, as_typed));
    }
    if let Some(apart) = repair::taken_apart(query, &clauses, map)? {
        let board = Board::new(&apart, map.documents());
        let documents = board.whole();
        if !documents.is_empty() {
            return Ok(Relaxed::new(apart, board, documents));
        }
        clauses = apart;
    }
    Ok(with_fewer_words(clauses, ladder, map))
}

/// Documents that hold the characters as typed, but scattered, stay below what was heard: their places count less.
fn with_scattered(mut documents: Vec<u32>, as_typed: &[u32]) -> Vec<u32> {
    let known: BTreeSet<u32> = documents.iter().copied().collect();
    documents.extend(as_typed.iter().filter(|document| !known.contains(document)));
    documents
}

fn with_fewer_words(clauses: Vec<Clause>, mut ladder: Vec<Rung>, map: &Map<'_>) -> Relaxed {
    let board = Board::new(&clauses, map.documents());
    let (documents, several) = board.telling();
    let met = |clause: &&Clause| clause.documents_met() > 0;
    let words = clauses
        .iter()
        .filter(|c| !c.weak)
        .filter(met)
        .map(|c| c.text.clone())
        .collect();
    let step = if several {
        RungStep::FewerWords
    } else {
        RungStep::AnyWord
    };
    ladder.push(rung(step, words, documents.len()));
    Relaxed {
        ladder,
        ..Relaxed::new(clauses, board, documents)
    }
}

fn rung(step: RungStep, words: Vec<String>, count: usize) -> Rung {
    Rung {
        step,
        words,
        count: u32::try_from(count).unwrap_or(u32::MAX),
    }
}

fn strong(clauses: &[Clause]) -> Vec<String> {
    clauses
        .iter()
        .filter(|clause| !clause.weak)
        .map(|clause| clause.text.clone())
        .collect()
}
