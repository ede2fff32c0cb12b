//! Repair: words that can't be right are replaced by what sounds alike, or taken apart.

use crate::clause::Clause;
use crate::index::{IndexError, Place};
use crate::query::{Query, Word, WordKind};
use crate::roads::Map;
use std::ops::Range;
use yingda_text::SoundPattern;

/// The longest run of characters that may be one misheard name; a spoken sentence is longer.
const LONGEST_RUN: usize = 8;
/// Stretches repaired in one query; with more the query is a sentence whose other words decide.
const MOST_DOUBTS: usize = 3;

/// Clauses with what was heard in them, and the pairs to show (挂实→挂失).
pub(crate) struct Repaired {
    pub(crate) clauses: Vec<Clause>,
    pub(crate) pairs: Vec<String>,
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
    let unmet = clause.is_some_and(|clause| clause.entries_met() == 0);
    unmet && word.kind == WordKind::Han && word.atoms.len() > 1
}

/// The clauses with every doubtful stretch replaced by what sounds like it, and the pairs to show. The whole run is
/// tried before the stretch: 余额不租 is cut so that only 租 looks wrong. `None` when nothing sounds alike.
pub(crate) fn by_sound(
    query: &Query,
    clauses: &[Clause],
    doubts: &[Range<usize>],
    map: &Map<'_>,
) -> Result<Option<Repaired>, IndexError> {
    let mut repaired = Vec::new();
    let mut pairs = Vec::new();
    let mut at = 0;
    for doubt in doubts.iter().take(MOST_DOUBTS) {
        let run = run_around(query, doubt);
        let whole = run.start >= at && run_length(query, &run) <= LONGEST_RUN;
        let heard = if whole {
            sounding_like(query, run.clone(), map)?
        } else {
            None
        };
        let heard = match heard {
            Some(heard) => Some((heard, run)),
            _ => sounding_like(query, doubt.clone(), map)?.map(|heard| (heard, doubt.clone())),
        };
        let Some(((clause, pair), covered)) = heard.filter(|(_, covered)| covered.start >= at)
        else {
            continue;
        };
        repaired.extend(
            clauses
                .get(at..covered.start)
                .unwrap_or_default()
                .iter()
                .cloned(),
        );
        repaired.push(clause);
        pairs.push(pair);
        at = covered.end;
    }
    repaired.extend(clauses.get(at..).unwrap_or_default().iter().cloned());
    Ok((!pairs.is_empty()).then_some(Repaired {
        clauses: repaired,
        pairs,
    }))
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

/// One clause for everything that sounds like these words together; `None` when nothing does.
fn sounding_like(
    query: &Query,
    words: Range<usize>,
    map: &Map<'_>,
) -> Result<Option<(Clause, String)>, IndexError> {
    let words = query.words.get(words).unwrap_or_default();
    let text: String = words.iter().map(|word| word.text.as_str()).collect();
    let chars: Vec<char> = text.chars().collect();
    let Some(first) = words.first().filter(|_| chars.len() > 1) else {
        return Ok(None);
    };
    let Some(pattern) = SoundPattern::homophones_of(&map.lexicon.sounds(&chars)) else {
        return Ok(None);
    };
    let word = Word {
        text: text.clone(),
        weak: false,
        ..first.clone()
    };
    let mut clause = Clause::new(&word, map.prepared.len());
    map.hear(&pattern, &mut clause, true)?;
    let Some(best) = clause.phrases.first() else {
        return Ok(None);
    };
    let pair = format!("{text}→{}", best.atoms.concat());
    Ok(Some((clause, pair)))
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
