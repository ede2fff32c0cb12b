//! Letters that lead nowhere as one word: words spoken with another accent, or several words (zhuanzhangxiane).

use crate::clause::Clause;
use crate::index::IndexError;
use crate::query::{Word, WordKind};
use crate::roads::Map;

/// Letters that are cut into words; what is longer was not typed as pinyin.
const LONGEST: usize = 48;

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
    let apart = Cut {
        word,
        map,
        dead: vec![false; letters.len()],
    }
    .from(0)?;
    Ok(apart.unwrap_or_else(|| vec![whole]))
}

/// Cutting one word; places from which nothing leads to the end are tried once.
struct Cut<'a> {
    word: &'a Word,
    map: &'a Map<'a>,
    dead: Vec<bool>,
}

impl Cut<'_> {
    /// The letters from a place on as words, the longest first word first; `None` when no way leads anywhere.
    fn from(&mut self, at: usize) -> Result<Option<Vec<Clause>>, IndexError> {
        let Some(left) = self.word.text.get(at..).filter(|left| left.len() > 1) else {
            return Ok(None);
        };
        if self.dead.get(at) != Some(&false) {
            return Ok(None);
        }
        if at > 0 {
            let rest = self.map.clause(&self.part(left, self.word.last))?;
            if rest.documents_met() > 0 {
                return Ok(Some(vec![rest]));
            }
        }
        for length in self.map.heads(left) {
            let Some(tail) = self.from(at + length)? else {
                continue;
            };
            let Some(head) = left.get(..length) else {
                continue;
            };
            let head = self.map.clause(&self.part(head, false))?;
            if head.documents_met() > 0 {
                return Ok(Some([vec![head], tail].concat()));
            }
        }
        if let Some(dead) = self.dead.get_mut(at) {
            *dead = true;
        }
        Ok(None)
    }

    fn part(&self, letters: &str, last: bool) -> Word {
        Word {
            text: letters.to_owned(),
            atoms: vec![letters.to_owned()],
            last,
            ..self.word.clone()
        }
    }
}
