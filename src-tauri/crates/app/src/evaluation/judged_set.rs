//! The three files of a judged set.

use super::fault::TableFault;
use super::table::{Row, Table};
use crate::questions::Question;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

const CORPUS: &str = "corpus.tsv";
const QUERIES: &str = "queries.tsv";
const JUDGEMENTS: &str = "qrels.tsv";

/// A query with what answers it.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) text: String,
    /// Positions of the questions that answer it, its own left out.
    pub(super) answers: BTreeSet<usize>,
    /// The position of the question that has the query's id: it would find itself.
    pub(super) itself: Option<usize>,
}

/// Questions, queries, and which question answers which query.
#[derive(Debug)]
pub(super) struct JudgedSet {
    pub(super) questions: Vec<Question>,
    pub(super) queries: Vec<Query>,
}

/// What a file lists, and where in the list each id stands.
type Listed<T> = (Vec<T>, HashMap<String, usize>);

impl JudgedSet {
    pub(super) fn read(folder: &Path) -> Result<Self, TableFault> {
        let (questions, by_id) = questions(folder)?;
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
}

fn questions(folder: &Path) -> Result<Listed<Question>, TableFault> {
    let table = Table::read(&folder.join(CORPUS), "id⇥question⇥answer")?;
    listed(&table, |row| {
        Ok(Question {
            question: row.column(1, "question")?.to_owned(),
            answer: row.optional(2).to_owned(),
        })
    })
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

/// Every line of a file as `read` understands it, its first column as its id.
fn listed<T>(
    table: &Table,
    read: impl Fn(&Row<'_>) -> Result<T, TableFault>,
) -> Result<Listed<T>, TableFault> {
    let mut list = Vec::new();
    let mut by_id = HashMap::new();
    for row in table.rows(3)? {
        let id = row.column(0, "id")?.to_owned();
        let one = read(&row)?;
        match by_id.entry(id) {
            Entry::Occupied(held) => {
                let id = held.key().clone();
                return Err(TableFault::Twice { at: row.at, id });
            }
            Entry::Vacant(free) => free.insert(list.len()),
        };
        list.push(one);
    }
    Ok((list, by_id))
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
