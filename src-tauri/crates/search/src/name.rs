//! A title or an alias in the form that is compared with queries: its atoms as numbers, its words, what says little.

use crate::query::{Query, Word};
use std::hash::{DefaultHasher, Hash, Hasher};
use yingda_text::Lexicon;
use yingda_text::atoms::is_han;

/// An atom as a number: a Han character by its code point, a number or a Latin word by its hash above all of those.
pub(crate) type Code = u32;

/// Above every code point.
const NOT_HAN: Code = 1 << 31;

/// The code of an atom.
pub(crate) fn code(atom: &str) -> Code {
    let mut chars = atom.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) if is_han(one) => u32::from(one),
        _ => {
            let mut hasher = DefaultHasher::new();
            atom.hash(&mut hasher);
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the lower half of a hash is one, too"
            )]
            let half = hasher.finish() as u32;
            NOT_HAN | half
        }
    }
}

/// A name, or a part of one that asks a question of its own.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) atoms: Box<[Code]>,
    /// A bit for each of the first 64 atoms: whether a word starts there.
    starts: u64,
    /// A bit for each of the first 64 atoms: whether it belongs to a word that says little.
    weak: u64,
}

impl Name {
    pub(crate) fn new(text: &str, lexicon: &Lexicon) -> Self {
        Self::of_words(&Query::read(text, lexicon).words)
    }

    fn of_words(words: &[Word]) -> Self {
        let mut name = Self {
            atoms: Box::default(),
            starts: 0,
            weak: 0,
        };
        let mut atoms = Vec::new();
        for word in words {
            let at = u32::try_from(atoms.len()).unwrap_or(u32::MAX);
            name.starts |= 1_u64.checked_shl(at).unwrap_or(0);
            for (atom, at) in word.atoms.iter().zip(at..) {
                name.weak |= u64::from(word.weak).checked_shl(at).unwrap_or(0);
                atoms.push(code(atom));
            }
        }
        name.atoms = atoms.into();
        name
    }

    /// Its words from left to right: atoms, and whether the word says little. Beyond 64 atoms each is a word.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&[Code], bool)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let rest = self.atoms.get(at..).filter(|rest| !rest.is_empty())?;
            let longer = (1..rest.len())
                .take_while(|step| !self.starts(at + step))
                .count();
            let word = (rest.get(..=longer)?, self.is_weak(at));
            at += longer + 1;
            Some(word)
        })
    }

    fn starts(&self, at: usize) -> bool {
        at >= 64 || self.starts & (1 << at) != 0
    }

    fn is_weak(&self, at: usize) -> bool {
        at < 64 && self.weak & (1 << at) != 0
    }
}

/// A piece of a text that is compared: one of two views of it, each complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Piece {
    /// An atom, or two neighbours.
    Atoms(Code, Code),
    /// A word, by the hash of its atoms.
    Word(u64),
}

impl Piece {
    /// One atom.
    pub(crate) const fn alone(atom: Code) -> Self {
        Self::Atoms(atom, ALONE)
    }

    /// A whole word.
    pub(crate) fn word(atoms: &[Code]) -> Self {
        let mut hasher = DefaultHasher::new();
        atoms.hash(&mut hasher);
        Self::Word(hasher.finish())
    }
}

/// The second atom of a piece that is one atom alone.
const ALONE: Code = 0;

/// All pieces of a row of words but of those that say little; no pair reaches over one of these.
pub(crate) fn pieces<'a>(
    words: impl Iterator<Item = (&'a [Code], bool)>,
    mut tell: impl FnMut(Piece),
) {
    let mut before: Option<Code> = None;
    for (word, weak) in words {
        if weak {
            before = None;
            continue;
        }
        for atom in word {
            tell(Piece::alone(*atom));
            if let Some(before) = before.replace(*atom) {
                tell(Piece::Atoms(before, *atom));
            }
        }
        tell(Piece::word(word));
    }
}

#[cfg(test)]
mod tests {
    use super::{Name, Piece, pieces};
    use yingda_text::Lexicon;

    #[test]
    fn a_name_is_its_words_and_no_pair_reaches_over_what_says_little() {
        let lexicon = Lexicon::new([("信用卡", None), ("年费", None)], []);
        let name = Name::new("信用卡的年费", &lexicon);
        let words: Vec<(usize, bool)> = name
            .words()
            .map(|(word, weak)| (word.len(), weak))
            .collect();
        assert_eq!(words, [(3, false), (1, true), (2, false)]);
        let mut pairs = Vec::new();
        pieces(name.words(), |piece| {
            if let Piece::Atoms(first, second) = piece
                && second != 0
            {
                pairs.push([first, second].map(|code| char::from_u32(code).unwrap_or('?')));
            }
        });
        assert_eq!(pairs, [['信', '用'], ['用', '卡'], ['年', '费']]);
    }
}
