//! Files whose lines have an id each: questions with their answers, and others like them.

use super::{Question, Row, Table, TableFault};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

/// What a file lists, and where in the list each id stands.
pub(crate) type Listed<T> = (Vec<T>, HashMap<String, usize>);

/// Reads a file of id, question and, where there is one, answer.
///
/// # Errors
/// When it can't be read, or a line of it can't be used.
pub(crate) fn questions(path: &Path) -> Result<Listed<Question>, TableFault> {
    let table = Table::read(path, "id⇥question⇥answer")?;
    listed(&table, |row| {
        Ok(Question {
            question: row.column(1, "question")?.to_owned(),
            answer: row.optional(2).to_owned(),
        })
    })
}

/// Every line of a file as `read` understands it, its first column as its id.
///
/// # Errors
/// When there is no line, when one can't be used, or when an id stands twice.
pub(crate) fn listed<T>(
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
