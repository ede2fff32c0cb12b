//! Repair: words that can't be right are replaced by what sounds alike, or taken apart.

use crate::clause::Clause;
use crate::index::{IndexError, Place};
use crate::query::{Query, Word, WordKind};
use crate::relax::RungStep;
use crate::roads::Map;
use crate::vocabulary::{Heard, Sought};
use crate::why::Road;
use std::ops::Range;
use yingda_text::sound::Grade;

/// The longest run of characters that may be one misheard name; a spoken sentence is longer.
const LONGEST_RUN: usize = 8;
/// Stretches repaired in one query; with more the query is a sentence whose other words decide.
const MOST_DOUBTS: usize = 3;

/// Clauses with what was meant instead of some words, and the pairs to show (挂实→挂失).
pub(crate) struct Repaired {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) pairs: Vec<String>,
    /// The whole query, set right.
    pub(crate) meant: String,
}

/// A stretch of words, what it may have meant, and the clause for that.
struct Instead {
    words: Range<usize>,
    clause: Clause,
    text: String,
}

/// The ways to set a query right, in the order they are to be tried.
pub(crate) fn attempts(
    query: &Query,
    clauses: &[Clause],
    doubts: &[Range<usize>],
    map: &Map<'_>,
) -> Result<Vec<(RungStep, Repaired)>, IndexError> {
    let mut attempts = Vec::new();
    if let Some(heard) = by_sound(query, clauses, doubts, map)? {
        attempts.push((RungStep::Sound, heard));
    }
    if let Some(alike) = by_slip(query, clauses, doubts, map)? {
        attempts.push((RungStep::Slip, alike));
    }
    Ok(attempts)
}

/// Stretches of words (by number) that can't be right: a word that nothing holds, or single characters in a row that
/// never stand together. While there is none, nothing is repaired and nothing matches by sound.
pub(crate) fn doubts(
    query: &Query,
    clauses: &[Clause],
    map: &Map<'_>,
) -> Result<Vec<Range<usize>>, IndexError> {
    if clauses.len() != query.words.len() {
        // Letters that were taken apart have found their way already.
        return Ok(Vec::new());
    }
    let mut doubts = Vec::new();
    let mut at = 0;
    while let Some(word) = query.words.get(at) {
        let end = single_characters(query, at);
        if end - at > 1 && !stand_together(query, at..end, map)? {
            doubts.push(at..end);
        } else if is_lost(word, clauses.get(at)) {
            doubts.push(at..at + 1);
        }
        at = end.max(at + 1);
    }
    Ok(doubts)
}

/// The end of a row of single Han characters of one run.
fn single_characters(query: &Query, from: usize) -> usize {
    let run = query.words.get(from).map(|word| word.run);
    let single =
        |word: &&Word| word.kind == WordKind::Han && word.atoms.len() == 1 && Some(word.run) == run;
    from + query.words.iter().skip(from).take_while(single).count()
}

fn stand_together(query: &Query, words: Range<usize>, map: &Map<'_>) -> Result<bool, IndexError> {
    let words = query.words.get(words).unwrap_or_default();
    if words.iter().all(|word| word.weak) {
        return Ok(true);
    }
    let phrase: Vec<String> = words.iter().flat_map(|word| word.atoms.clone()).collect();
    for place in Place::ALL {
        if !map.postings.of(&phrase, place)?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_lost(word: &Word, clause: Option<&Clause>) -> bool {
    let unmet = clause.is_some_and(|clause| clause.documents_met() == 0);
    unmet && !word.weak && word.kind == WordKind::Han && word.atoms.len() > 1
}

/// Every doubtful stretch replaced by what sounds like it; `None` when nothing does. The whole run is tried before the
/// stretch: 余额不租 is cut so that only 租 looks wrong.
fn by_sound(
    query: &Query,
    clauses: &[Clause],
    doubts: &[Range<usize>],
    map: &Map<'_>,
) -> Result<Option<Repaired>, IndexError> {
    let mut instead: Vec<Instead> = Vec::new();
    for doubt in doubts.iter().take(MOST_DOUBTS) {
        let run = run_around(query, doubt);
        let free = instead.last().map_or(0, |last| last.words.end);
        let whole = run.start >= free && run_length(query, &run) <= LONGEST_RUN;
        let heard = if whole {
            sounding_like(query, run, map)?
        } else {
            None
        };
        let heard = match heard {
            None if doubt.start >= free => sounding_like(query, doubt.clone(), map)?,
            heard => heard,
        };
        instead.extend(heard);
    }
    Ok(replaced(query, clauses, instead))
}

/// The run around a doubtful stretch with a long word of the library in place of one within a slip of it.
fn by_slip(
    query: &Query,
    clauses: &[Clause],
    doubts: &[Range<usize>],
    map: &Map<'_>,
) -> Result<Option<Repaired>, IndexError> {
    let Some(doubt) = doubts.first() else {
        return Ok(None);
    };
    let run = run_around(query, doubt);
    let typed: Vec<char> = text_of(query, &run).chars().collect();
    let best = map.names.alike(&typed).into_iter().find_map(|alike| {
        // What was mistyped must be among the words it replaces.
        let words = words_over(query, &run, alike.from..alike.to)?;
        let covers = words.start <= doubt.start && doubt.end <= words.end;
        covers.then_some((words, alike))
    });
    let Some((words, alike)) = best else {
        return Ok(None);
    };
    let Some(word) = joined(query, &words) else {
        return Ok(None);
    };
    let mut clause = map.no_clause(&word);
    let heard = Heard {
        text: alike.text.clone(),
        grade: Grade::Full,
        words: 1,
        count: 1,
    };
    map.add(vec![heard], &mut clause, Some(Road::Lookalike))?;
    clause.settle(map.postings);
    Ok(replaced(
        query,
        clauses,
        vec![Instead {
            words,
            clause,
            text: alike.text,
        }],
    ))
}

/// The words that stand over some characters of a run; `None` when a word would be cut.
fn words_over(query: &Query, run: &Range<usize>, chars: Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    let (mut from, mut to) = (None, None);
    for (word, number) in query.words.get(run.clone())?.iter().zip(run.start..) {
        from = from.or((at == chars.start).then_some(number));
        at += word.atoms.len();
        to = to.or((at == chars.end).then_some(number + 1));
    }
    Some(from?..to?)
}

fn replaced(query: &Query, clauses: &[Clause], instead: Vec<Instead>) -> Option<Repaired> {
    if instead.is_empty() {
        return None;
    }
    let mut repaired = Repaired {
        clauses: Vec::new(),
        pairs: Vec::new(),
        meant: String::new(),
    };
    let mut at = 0;
    for one in instead {
        let kept = at..one.words.start;
        repaired.clauses.extend(
            clauses
                .get(kept.clone())
                .unwrap_or_default()
                .iter()
                .cloned(),
        );
        repaired.meant += &text_of(query, &kept);
        repaired
            .pairs
            .push(format!("{}→{}", text_of(query, &one.words), one.text));
        repaired.meant += &one.text;
        at = one.words.end;
        repaired.clauses.push(one.clause);
    }
    repaired
        .clauses
        .extend(clauses.get(at..).unwrap_or_default().iter().cloned());
    repaired.meant += &text_of(query, &(at..query.words.len()));
    Some(repaired)
}

fn text_of(query: &Query, words: &Range<usize>) -> String {
    query
        .words
        .get(words.clone())
        .unwrap_or_default()
        .iter()
        .map(|word| word.text.as_str())
        .collect()
}

fn run_length(query: &Query, run: &Range<usize>) -> usize {
    query
        .words
        .get(run.clone())
        .unwrap_or_default()
        .iter()
        .map(|word| word.atoms.len())
        .sum()
}

/// All Han words without a blank between them around a stretch.
fn run_around(query: &Query, doubt: &Range<usize>) -> Range<usize> {
    let run = query.words.get(doubt.start).map(|word| word.run);
    let same = |word: &&Word| Some(word.run) == run && word.kind == WordKind::Han;
    let before = query
        .words
        .iter()
        .take(doubt.start)
        .rev()
        .take_while(same)
        .count();
    let after = query.words.iter().skip(doubt.end).take_while(same).count();
    doubt.start - before..doubt.end + after
}

/// Several words as one.
fn joined(query: &Query, words: &Range<usize>) -> Option<Word> {
    let first = query.words.get(words.start)?;
    Some(Word {
        text: text_of(query, words),
        weak: false,
        ..first.clone()
    })
}

/// Everything that sounds like these words together; `None` when nothing does.
fn sounding_like(
    query: &Query,
    words: Range<usize>,
    map: &Map<'_>,
) -> Result<Option<Instead>, IndexError> {
    let Some(word) = joined(query, &words) else {
        return Ok(None);
    };
    let chars: Vec<char> = word.text.chars().collect();
    let Some(syllables) = map
        .lexicon
        .sounds(&chars)
        .syllables()
        .filter(|_| chars.len() > 1)
    else {
        return Ok(None);
    };
    let mut heard = map.names.hear(Sought::Syllables(&syllables), map.lexicon);
    heard.retain(|heard| heard.text != word.text);
    let Some(text) = heard.first().map(|best| best.text.clone()) else {
        return Ok(None);
    };
    let mut clause = map.no_clause(&word);
    map.add(heard, &mut clause, Some(Road::Homophone))?;
    clause.settle(map.postings);
    Ok(Some(Instead {
        words,
        clause,
        text,
    }))
}

/// The clauses with every lost long word taken apart into shorter ones (授权上报 → 授权, 上报); `None` when no word is.
pub(crate) fn taken_apart(
    query: &Query,
    clauses: &[Clause],
    map: &Map<'_>,
) -> Result<Option<Vec<Clause>>, IndexError> {
    let mut apart = Vec::new();
    let mut changed = false;
    for (word, clause) in query.words.iter().zip(clauses) {
        if !is_lost(word, Some(clause)) || word.atoms.len() < 3 {
            apart.push(clause.clone());
            continue;
        }
        changed = true;
        for part in map.lexicon.parts(&word.text) {
            let atoms: Vec<String> = part.chars().map(String::from).collect();
            let part = Word {
                text: part,
                atoms,
                ..word.clone()
            };
            apart.push(map.clause(&part)?);
        }
    }
    Ok(changed.then_some(apart))
}
