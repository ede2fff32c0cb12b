//! Judged retrieval: a list of questions, queries, and which question answers which query.
//!
//! Reading order: `questions::table` (a file of columns) → `judged_set` (the three files) → this file (the run) → `score`.

mod judged_set;
mod score;
#[cfg(test)]
mod tests;

pub use judged_set::{JudgedSet, Query};
pub use score::Tally;

use crate::contract::{AppError, ErrorCode, SearchRequest};
use crate::meaning::Meaning;
use crate::questions::{self, TableFault, position_of};
use crate::snapshot::Snapshot;
use crate::timings::Timings;
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use yingda_meaning::Encoder;
use yingda_search::IndexError;

/// Hits that are looked at.
const LOOKED_AT: u32 = 10;

/// How a search did over a judged set.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// Questions searched.
    pub entries: usize,
    /// Queries that count: those with at least one question that answers them.
    pub queries: usize,
    /// Queries that no line of `qrels.tsv` judges; they were not run.
    pub unjudged: usize,
    /// Queries longer than a search may be; they count as finding nothing.
    pub too_long: usize,
    /// Share of the queries whose first hit answers them, 0 to 1.
    pub p_at_1: f64,
    /// Mean of 1 / rank of the first hit that answers, over the first ten, 0 to 1.
    pub mrr_at_10: f64,
    /// Mean share of a query's answers that are among the first ten hits, 0 to 1.
    pub recall_at_10: f64,
    /// How long each search took.
    pub timings: Timings,
}

/// Why nothing could be measured.
#[derive(Debug)]
pub enum EvaluationFault {
    /// A file can't be used.
    Table(TableFault),
    /// No index could be built.
    Index(IndexError),
    /// A search failed.
    Search(AppError),
}

impl fmt::Display for EvaluationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(fault) => fault.fmt(f),
            Self::Index(error) => error.fmt(f),
            Self::Search(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for EvaluationFault {}

impl From<TableFault> for EvaluationFault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}

impl From<IndexError> for EvaluationFault {
    fn from(error: IndexError) -> Self {
        Self::Index(error)
    }
}

/// Reads `corpus.tsv`, `queries.tsv` and `qrels.tsv` in a folder, makes an entry of every question, and runs every
/// query through the search of the desk. `knowledge` names the library whose words (dictionary, readings, synonyms)
/// are used; the questions come from the folder alone. With an encoder, meaning counts as it does at the desk.
///
/// # Errors
/// When a file is missing or a line of it can't be used, or when the index can't be built or read.
pub fn evaluate(
    folder: &Path,
    knowledge: Option<&Path>,
    encoder: Option<Arc<Encoder>>,
) -> Result<Evaluation, EvaluationFault> {
    let set = JudgedSet::read(folder)?;
    let snapshot = set.snapshot(knowledge)?;
    let meaning =
        encoder.and_then(|encoder| Meaning::of(&snapshot.engine, encoder, None, &mut |_, _| true));
    let mut tally = Tally::default();
    let mut evaluation = Evaluation {
        entries: set.questions.len(),
        ..Evaluation::default()
    };
    for query in &set.queries {
        if query.answers.is_empty() {
            evaluation.unjudged += 1;
            continue;
        }
        let started = Instant::now();
        let found = found(&snapshot, query, meaning.as_ref())?;
        evaluation.timings.add(started.elapsed());
        evaluation.too_long += usize::from(found.is_none());
        tally.count(&found.unwrap_or_default(), &query.answers);
    }
    evaluation.queries = tally.queries();
    evaluation.p_at_1 = tally.p_at_1();
    evaluation.mrr_at_10 = tally.mrr();
    evaluation.recall_at_10 = tally.recall();
    Ok(evaluation)
}

/// Positions of the first ten hits; `None` for a query that is too long to search for.
fn found(
    snapshot: &Snapshot,
    query: &Query,
    meaning: Option<&Meaning>,
) -> Result<Option<Vec<usize>>, EvaluationFault> {
    let request = SearchRequest {
        text: query.text.clone(),
        // Its own question may be among them, and is left out.
        limit: LOOKED_AT + u32::from(query.itself.is_some()),
        ..SearchRequest::default()
    };
    match crate::finding::search_by(snapshot, &request, meaning, questions::day()) {
        Ok(answer) => {
            let positions = answer.hits.iter().filter_map(|hit| position_of(&hit.id));
            let others = positions.filter(|position| Some(*position) != query.itself);
            Ok(Some(others.take(LOOKED_AT as usize).collect()))
        }
        Err(error) if error.code == ErrorCode::QueryTooLong => Ok(None),
        Err(error) => Err(EvaluationFault::Search(error)),
    }
}
