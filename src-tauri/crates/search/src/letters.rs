//! Letters that lead nowhere as one word: words spoken with another accent, several words (zhuanzhangxiane), or the
//! initials of two stretches of a title with something between (yysb: 异议处理四步).

use crate::clause::Clause;
use crate::index::IndexError;
use crate::query::{Word, WordKind};
use crate::roads::Map;
use std::ops::Range;

/// Letters that are cut into words; what is longer was not typed as pinyin.
const LONGEST: usize = 48;
/// Initials that are taken for two stretches; nobody types more of them.
const MOST_INITIALS: usize = 8;
/// The shortest stretch: one initial stands for anything.
const FEWEST_INITIALS: usize = 2;

/// The clauses of a word: one, or several when its letters have to be cut.
pub(crate) fn clauses_of(word: &Word, map: &Map<'_>) -> Result<Vec<Clause>, IndexError> {
    let whole = map.clause(word)?;
    let letters = word.text.as_str();
    if word.kind != WordKind::Latin
        || whole.documents_met() > 0
        || !(4..=LONGEST).contains(&letters.len())
    {
        return Ok(vec![whole]);
    }
    let fuzzy = map.fuzzily(word)?;
    if fuzzy.documents_met() > 0 {
        return Ok(vec![fuzzy]);
    }
    let mut cut = Cut {
        letters,
        map,
        dead: vec![false; letters.len()],
    };
    let mut apart = Vec::new();
    for (part, range) in cut
        .from(0)
        .unwrap_or_default()
        .into_iter()
        .map(|range| (letters.get(range.clone()), range))
    {
        let text = part.unwrap_or_default().to_owned();
        let last = word.last && range.end == letters.len();
        apart.push(map.clause(&Word {
            atoms: vec![text.clone()],
            text,
            last,
            ..word.clone()
        })?);
    }
    let all_lead_somewhere =
        !apart.is_empty() && apart.iter().all(|clause| clause.documents_met() > 0);
    if all_lead_somewhere {
        return Ok(apart);
    }
    Ok(initials_apart(word, map)?.unwrap_or_else(|| vec![whole]))
}

/// Initials of two stretches that one title holds; the longest first stretch that has such a title. Only titles: what
/// two short stretches of initials stand for would be met in nearly everything else.
fn initials_apart(word: &Word, map: &Map<'_>) -> Result<Option<Vec<Clause>>, IndexError> {
    let letters = word.text.as_str();
    if letters.len() > MOST_INITIALS {
        return Ok(None);
    }
    for at in (FEWEST_INITIALS..=letters.len().saturating_sub(FEWEST_INITIALS)).rev() {
        let Some((head, tail)) = letters.split_at_checked(at) else {
            continue;
        };
        let head = in_titles(head, word, map)?;
        if head.documents_met() == 0 {
            continue;
        }
        let tail = in_titles(tail, word, map)?;
        let shared = |document: &u32| head.met(*document).is_some();
        if tail.documents().any(shared) {
            return Ok(Some(vec![head, tail]));
        }
    }
    Ok(None)
}

/// A part of a word as initials of stretches of titles.
fn in_titles(part: &str, word: &Word, map: &Map<'_>) -> Result<Clause, IndexError> {
    let part = Word {
        atoms: vec![part.to_owned()],
        text: part.to_owned(),
        ..word.clone()
    };
    map.initials_in_titles(&part)
}

/// Cutting one word; places from which nothing leads to the end are tried once.
struct Cut<'a> {
    letters: &'a str,
    map: &'a Map<'a>,
    dead: Vec<bool>,
}

impl Cut<'_> {
    /// The letters from a place on as words, the longest first word first; `None` when no way leads to the end.
    fn from(&mut self, at: usize) -> Option<Vec<Range<usize>>> {
        let left = self.letters.get(at..).filter(|left| left.len() > 1)?;
        if self.dead.get(at) != Some(&false) {
            return None;
        }
        if at > 0 && self.map.is_spoken(left) {
            return Some(std::iter::once(at..self.letters.len()).collect());
        }
        for length in self.map.heads(left) {
            if let Some(tail) = self.from(at + length) {
                let head = at..at + length;
                return Some(std::iter::once(head).chain(tail).collect());
            }
        }
        if let Some(dead) = self.dead.get_mut(at) {
            *dead = true;
        }
        None
    }
}
