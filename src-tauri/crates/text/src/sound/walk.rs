//! Walking over a text's readings with the letters of a pattern.

use super::pattern::{Grade, Piece};
use super::{Reading, SoundText};
use crate::lexicon::Lexicon;

/// What has been consumed so far.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    full: u32,
    initial: u32,
    unfinished: bool,
}

impl Tally {
    pub(super) fn is_whole(self) -> bool {
        self.initial == 0 && !self.unfinished
    }

    pub(super) fn grade(self) -> Grade {
        match (self.full - u32::from(self.unfinished), self.initial) {
            (_, 0) => Grade::Full,
            (0, _) => Grade::Initials,
            _ => Grade::Mixed,
        }
    }
}

/// One walk over one text.
pub(super) struct Walk<'a> {
    pub(super) text: &'a SoundText,
    pub(super) lexicon: &'a Lexicon,
    pub(super) unfinished: bool,
}

/// Where the walk ended, and what it consumed.
type Walked = Option<(usize, Tally)>;

impl Walk<'_> {
    pub(super) fn pieces(&self, at: usize, pieces: &[Piece], tally: Tally) -> Walked {
        let Some((piece, rest)) = pieces.split_first() else {
            return Some((at, tally));
        };
        match piece {
            Piece::Han(c) if self.text.chars().get(at) == Some(c) => self.pieces(
                at + 1,
                rest,
                Tally {
                    full: tally.full + 1,
                    ..tally
                },
            ),
            Piece::Han(_) => None,
            Piece::Syllable(any, _) => {
                let same = self
                    .text
                    .readings(at)
                    .iter()
                    .any(|r| r.common && any.contains(&r.syllable));
                let next = Tally {
                    full: tally.full + 1,
                    ..tally
                };
                same.then(|| self.pieces(at + 1, rest, next)).flatten()
            }
            Piece::Letters(letters) => self.letters(at, letters, rest, tally),
        }
    }

    /// Tries the readings of one character on the letters, the longest bite first; the best way wins.
    fn letters(&self, at: usize, letters: &[u8], rest: &[Piece], tally: Tally) -> Walked {
        if letters.is_empty() {
            return self.pieces(at, rest, tally);
        }
        let mut best: Walked = None;
        for reading in self.text.readings(at) {
            let syllable = self.lexicon.syllable(reading.syllable).as_bytes();
            for (bite, next) in self.bites(syllable, letters, rest, *reading, tally) {
                let left = letters.get(bite..).unwrap_or_default();
                let walked = self.letters(at + 1, left, rest, next);
                if let Some(found) = walked
                    && best.is_none_or(|b| found.1.grade() > b.1.grade())
                {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// How many letters a character can stand for, with the tally afterwards.
    fn bites(
        &self,
        syllable: &[u8],
        letters: &[u8],
        rest: &[Piece],
        reading: Reading,
        tally: Tally,
    ) -> impl Iterator<Item = (usize, Tally)> {
        let full = letters.starts_with(syllable) && !syllable.is_empty();
        let whole = full.then_some((
            syllable.len(),
            Tally {
                full: tally.full + 1,
                ..tally
            },
        ));

        let partial = syllable.len() > letters.len() && syllable.starts_with(letters);
        // One letter alone is an initial; after syllables in full it is the next one begun.
        let begun = letters.len() > 1 || (tally.full > 0 && tally.initial == 0);
        let last = self.unfinished && rest.is_empty() && begun && partial;
        let counted = Tally {
            full: tally.full + 1,
            unfinished: true,
            ..tally
        };
        let tail = last.then_some((letters.len(), counted));

        let by_initial = |length: usize| {
            let initial = syllable.get(..length)?;
            let fits = reading.common && syllable.len() > length && letters.starts_with(initial);
            fits.then_some((
                length,
                Tally {
                    initial: tally.initial + 1,
                    ..tally
                },
            ))
        };
        let digraph = matches!(syllable, [b'z' | b'c' | b's', b'h', ..])
            .then(|| by_initial(2))
            .flatten();
        // A syllable of one letter (a, e, o) is whole and initial at once.
        let single = by_initial(1);
        [whole, tail, digraph, single].into_iter().flatten()
    }
}
