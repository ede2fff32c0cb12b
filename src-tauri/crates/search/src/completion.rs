//! Completing what is being typed: titles and aliases that go on as it does, or as its letters are spoken.

use crate::clause::{Clause, Phrase};
use crate::habits::Habits;
use crate::name::{Code, code};
use crate::query::Query;
use crate::shelf::Shelf;
use crate::why::Road;
use std::cmp::Reverse;

/// Completions offered.
const OFFERED: usize = 5;
/// Names looked at for each beginning.
const LOOKED_AT: usize = 200;
/// Readings of typed letters that are completed.
const READINGS: usize = 3;

/// The names that complete a query: the most used first, then the shortest. Names that are the query itself are left out.
pub(crate) fn completions(
    query: &Query,
    clauses: &[Clause],
    habits: &Habits,
    shelf: &Shelf,
) -> Vec<String> {
    let Shelf {
        by_name: names,
        entries,
        prepared,
        ..
    } = shelf;
    let mut offered: Vec<(Reverse<u32>, usize, &str)> = Vec::new();
    for begun in beginnings(query, clauses) {
        for (number, name) in names.beginning(&begun, prepared).take(LOOKED_AT) {
            let Some(entry) = entries.get(number as usize) else {
                continue;
            };
            let whole = prepared
                .get(number as usize)
                .is_some_and(|one| one.name(name) == begun.as_slice());
            let text = match name {
                0 => Some(&entry.title),
                alias => entry.aliases.get(usize::from(alias) - 1),
            };
            let used = habits.uses.get(&entry.id).copied().unwrap_or(0.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share from 0 to 1"
            )]
            let used = Reverse((used * 1000.0) as u32);
            offered.extend(
                text.filter(|_| !whole)
                    .map(|text| (used, text.chars().count(), text.as_str())),
            );
        }
    }
    offered.sort_unstable();
    offered.dedup_by_key(|(_, _, text)| *text);
    offered
        .into_iter()
        .take(OFFERED)
        .map(|(_, _, text)| text.to_owned())
        .collect()
}

/// What the names have to begin with: the query as typed, or what its one word of letters may say.
fn beginnings(query: &Query, clauses: &[Clause]) -> Vec<Vec<Code>> {
    let codes = |atoms: &[String]| atoms.iter().map(|atom| code(atom)).collect::<Vec<Code>>();
    let typed: Vec<Code> = query
        .words
        .iter()
        .flat_map(|word| codes(&word.atoms))
        .collect();
    let spoken = match clauses {
        [one] => {
            let spoken = |phrase: &&Phrase| matches!(phrase.road, Road::Pinyin | Road::Initials);
            let phrases = one.phrases.iter().filter(spoken).take(READINGS);
            phrases.map(|phrase| codes(&phrase.atoms)).collect()
        }
        _ => Vec::new(),
    };
    [vec![typed], spoken].concat()
}
