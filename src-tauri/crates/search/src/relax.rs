//! From words to entries: all words as typed, then by sound, then fewer words. Each step says what it did.

use crate::clause::Clause;
use crate::index::IndexError;
use crate::query::{Query, Word, WordKind};
use crate::repair;
use crate::roads::Map;
use serde::Serialize;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum RungStep {
    /// All words as typed.
    AsTyped,
    /// Words that matched nothing replaced by words that sound alike.
    Sound,
    /// Some words left out.
    FewerWords,
    /// Any one of the words.
    AnyWord,
}

/// The clauses that counted in the end, the entries that met them, and the way there.
pub(crate) struct Relaxed {
    pub(crate) clauses: Vec<Clause>,
    /// Entry numbers, in no order.
    pub(crate) entries: Vec<usize>,
    pub(crate) ladder: Vec<Rung>,
}

/// Finds the entries for a query, step by step, until a step finds some.
pub(crate) fn relax(query: &Query, map: &Map<'_>) -> Result<Relaxed, IndexError> {
    let mut clauses = Vec::new();
    for word in &query.words {
        clauses.extend(clauses_of(word, map)?);
    }
    let as_typed = all_met(&clauses, map);
    let doubts = repair::doubts(query, &clauses, map)?;
    if !as_typed.is_empty() && strong(&clauses).len() >= SENTENCE {
        let (mut entries, _) = fewer_words(&clauses, map.prepared.len());
        entries.extend(
            as_typed
                .iter()
                .filter(|entry| !entries.contains(entry))
                .copied()
                .collect::<Vec<_>>(),
        );
        return Ok(found(clauses, entries));
    }
    if !as_typed.is_empty() && doubts.is_empty() {
        return Ok(found(clauses, as_typed));
    }
    let mut ladder = vec![rung(RungStep::AsTyped, strong(&clauses), as_typed.len())];
    if let Some(heard) = repair::by_sound(query, &clauses, &doubts, map)? {
        let entries = all_met(&heard.clauses, map);
        ladder.push(rung(RungStep::Sound, heard.pairs, entries.len()));
        if !entries.is_empty() {
            let entries = with_scattered(entries, &as_typed);
            return Ok(Relaxed {
                clauses: heard.clauses,
                entries,
                ladder,
            });
        }
        if as_typed.is_empty() {
            clauses = heard.clauses;
        }
    }
    if !as_typed.is_empty() {
        return Ok(found(clauses, as_typed));
    }
    if let Some(apart) = repair::taken_apart(query, &clauses, map)? {
        let entries = all_met(&apart, map);
        if !entries.is_empty() {
            return Ok(found(apart, entries));
        }
        clauses = apart;
    }
    Ok(with_fewer_words(clauses, ladder, map))
}

fn found(clauses: Vec<Clause>, entries: Vec<usize>) -> Relaxed {
    Relaxed {
        clauses,
        entries,
        ladder: Vec::new(),
    }
}

/// Entries that hold the characters as typed, but scattered, stay below what was heard: their places count less.
fn with_scattered(mut entries: Vec<usize>, as_typed: &[usize]) -> Vec<usize> {
    let known: BTreeSet<usize> = entries.iter().copied().collect();
    entries.extend(as_typed.iter().filter(|entry| !known.contains(entry)));
    entries
}

fn with_fewer_words(clauses: Vec<Clause>, mut ladder: Vec<Rung>, map: &Map<'_>) -> Relaxed {
    let (entries, step) = fewer_words(&clauses, map.prepared.len());
    let met = |clause: &&Clause| entries.iter().any(|entry| clause.met(*entry).is_met());
    let words = clauses
        .iter()
        .filter(|c| !c.weak)
        .filter(met)
        .map(|c| c.text.clone())
        .collect();
    ladder.push(rung(step, words, entries.len()));
    Relaxed {
        clauses,
        entries,
        ladder,
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

/// Entries that met every word that counts.
fn all_met(clauses: &[Clause], map: &Map<'_>) -> Vec<usize> {
    let strong: Vec<&Clause> = clauses.iter().filter(|clause| !clause.weak).collect();
    if strong.is_empty() {
        return Vec::new();
    }
    (0..map.prepared.len())
        .filter(|entry| strong.iter().all(|clause| clause.met(*entry).is_met()))
        .collect()
}

/// Letters that lead nowhere as one word may be several words: zhuanzhangxiane.
fn clauses_of(word: &Word, map: &Map<'_>) -> Result<Vec<Clause>, IndexError> {
    let whole = map.clause(word)?;
    if word.kind != WordKind::Latin || whole.entries_met() > 0 || word.text.len() < 4 {
        return Ok(vec![whole]);
    }
    let letters: Vec<char> = word.text.chars().collect();
    for cut in (2..letters.len() - 1).rev() {
        let (head, tail) = letters.split_at(cut);
        let part = |letters: &[char], last: bool| Word {
            text: letters.iter().collect(),
            atoms: vec![letters.iter().collect()],
            last,
            ..word.clone()
        };
        let head = map.clause(&part(head, false))?;
        if head.entries_met() == 0 {
            continue;
        }
        let tail = clauses_of(&part(tail, word.last), map)?;
        if tail.iter().all(|clause| clause.entries_met() > 0) {
            return Ok([vec![head], tail].concat());
        }
    }
    Ok(vec![whole])
}

/// The entries that meet the most telling words.
fn fewer_words(clauses: &[Clause], entries: usize) -> (Vec<usize>, RungStep) {
    let strong: Vec<(&Clause, f32)> = clauses
        .iter()
        .filter(|c| !c.weak)
        .map(|c| (c, c.weight()))
        .collect();
    let told = |entry: usize| -> (f32, usize) {
        let met = strong
            .iter()
            .filter(|(clause, _)| clause.met(entry).is_met());
        met.fold((0.0, 0), |(sum, count), (_, weight)| {
            (sum + weight, count + 1)
        })
    };
    let told: Vec<(usize, f32, usize)> = (0..entries).map(|e| (e, told(e).0, told(e).1)).collect();
    let best = told.iter().map(|t| t.1).fold(0.0, f32::max);
    if best <= 0.0 {
        return (Vec::new(), RungStep::AnyWord);
    }
    // Half of what the best entry meets is worth a look; less is noise.
    let kept: Vec<_> = told.into_iter().filter(|t| t.1 >= best * 0.5).collect();
    let several = kept.iter().any(|t| t.2 > 1);
    let step = if several {
        RungStep::FewerWords
    } else {
        RungStep::AnyWord
    };
    (kept.into_iter().map(|t| t.0).collect(), step)
}
