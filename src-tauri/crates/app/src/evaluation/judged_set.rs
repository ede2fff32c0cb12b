//! The three files of a judged set.

use crate::questions::list::{self, Listed, listed};
use crate::questions::{self, Question, Row, Table, TableFault};
use crate::snapshot::{IndexPlace, Snapshot};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use yingda_content::Loaded;
use yingda_search::IndexError;

const CORPUS: &str = "corpus.tsv";
const QUERIES: &str = "queries.tsv";
const JUDGEMENTS: &str = "qrels.tsv";

/// A query with what answers it.
#[derive(Debug)]
pub struct Query {
    /// What was typed.
    pub text: String,
    /// Positions of the questions that answer it, its own left out.
    pub answers: BTreeSet<usize>,
    /// The position of the question that has the query's id: it would find itself.
    pub itself: Option<usize>,
}

/// Questions, queries, and which question answers which query.
#[derive(Debug)]
pub struct JudgedSet {
    /// What is searched.
    pub questions: Vec<Question>,
    /// What is searched for.
    pub queries: Vec<Query>,
}

impl JudgedSet {
    /// Reads `corpus.tsv`, `queries.tsv` and `qrels.tsv` in a folder.
    ///
    /// # Errors
    /// When a file is missing, or a line of one can't be used.
    pub fn read(folder: &Path) -> Result<Self, TableFault> {
        let (questions, by_id) = list::questions(&folder.join(CORPUS))?;
        let (mut queries, by_query_id) = queries(folder, &by_id)?;
        let table = Table::read(&folder.join(JUDGEMENTS), "qid⇥id⇥relevance")?;
        for row in table.rows(3)? {
            let query = known(&row, row.column(0, "qid")?, &by_query_id, QUERIES)?;
            let answer = known(&row, row.column(1, "id")?, &by_id, CORPUS)?;
            if is_relevant(&row)?
                && let Some(query) = queries.get_mut(query)
                && query.itself != Some(answer)
            {
                query.answers.insert(answer);
            }
        }
        if queries.iter().all(|query| query.answers.is_empty()) {
            let file = table.file().to_owned();
            return Err(TableFault::NothingJudged { file });
        }
        Ok(Self { questions, queries })
    }

    /// An approved entry for every question, in their order, with an index in memory; `knowledge` names the library whose
    /// words (dictionary, readings, synonyms) are used.
    ///
    /// # Errors
    /// When the index can't be built.
    pub fn snapshot(&self, knowledge: Option<&Path>) -> Result<Snapshot, IndexError> {
        let words = questions::words_of(knowledge);
        let loaded = Loaded {
            library: questions::library(self.questions.iter(), words),
            problems: Vec::new(),
        };
        let (snapshot, _) = Snapshot::of(loaded, IndexPlace::Memory, None, &mut |_, _| {})?;
        Ok(snapshot)
    }
}

fn queries(folder: &Path, corpus: &HashMap<String, usize>) -> Result<Listed<Query>, TableFault> {
    let table = Table::read(&folder.join(QUERIES), "qid⇥text")?;
    listed(&table, |row| {
        Ok(Query {
            text: row.column(1, "text")?.to_owned(),
            answers: BTreeSet::new(),
            itself: corpus.get(row.column(0, "qid")?).copied(),
        })
    })
}

fn known(
    row: &Row<'_>,
    id: &str,
    ids: &HashMap<String, usize>,
    of: &'static str,
) -> Result<usize, TableFault> {
    ids.get(id).copied().ok_or_else(|| TableFault::Unknown {
        at: row.at.clone(),
        id: id.to_owned(),
        of,
    })
}

fn is_relevant(row: &Row<'_>) -> Result<bool, TableFault> {
    let text = row.column(2, "relevance")?;
    let relevance: i64 = text.parse().map_err(|_| TableFault::Relevance {
        at: row.at.clone(),
        text: text.to_owned(),
    })?;
    Ok(relevance > 0)
}
