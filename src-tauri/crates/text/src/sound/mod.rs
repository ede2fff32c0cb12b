//! How characters sound, and which letters they can stand for: full pinyin, initials, both mixed, fuzzy and double
//! pinyin.
//!
//! A word is asked how far it gets through typed letters ([`SoundText::spoken`]) or through the syllables of a misheard
//! word ([`SoundText::sounds_like`]); what it stands for is always a stretch of real characters that can be lit. Which
//! words follow which is no business of this module.

pub mod double;
mod fuzzy;
mod speak;

pub(crate) use fuzzy::variants;
pub use speak::{Ear, Grade, Spoken, Tally};

/// One way to read one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Which syllable; see [`crate::Lexicon::syllable`].
    pub syllable: u16,
    /// The usual reading here; only this one may be typed by its initial.
    pub common: bool,
    /// The syllable's first letter.
    pub initial: u8,
}

/// The readings of a row of characters.
#[derive(Debug, Clone)]
pub struct SoundText {
    readings: Box<[Reading]>,
    /// End of each character's readings.
    ends: Box<[u16]>,
}

impl SoundText {
    pub(crate) fn new(readings: impl Iterator<Item = Vec<Reading>>) -> Self {
        let mut flat = Vec::new();
        let mut ends = Vec::new();
        for of_one in readings {
            flat.extend(of_one);
            ends.push(u16::try_from(flat.len()).unwrap_or(u16::MAX));
        }
        Self {
            readings: flat.into(),
            ends: ends.into(),
        }
    }

    /// How many characters it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no character.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All readings of the character at a place; none beyond the end.
    #[must_use]
    pub fn readings(&self, at: usize) -> &[Reading] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| usize::from(*end));
        let start = at.checked_sub(1).map_or(0, end);
        self.readings.get(start..end(at)).unwrap_or_default()
    }

    /// The syllables of the usual readings, character by character; `None` when a character has none.
    #[must_use]
    pub fn syllables(&self) -> Option<Vec<Vec<u16>>> {
        let usual = |at: usize| {
            let common = self.readings(at).iter().filter(|reading| reading.common);
            let syllables: Vec<u16> = common.map(|reading| reading.syllable).collect();
            (!syllables.is_empty()).then_some(syllables)
        };
        (0..self.len()).map(usual).collect()
    }

    /// How many characters from a place on sound, one by one, like the wanted syllables; stops at the first that
    /// doesn't, or where either ends.
    #[must_use]
    pub fn sounds_like(&self, from: usize, wanted: &[Vec<u16>]) -> usize {
        let same = |(at, any): (usize, &Vec<u16>)| {
            let mut common = self.readings(at).iter().filter(|reading| reading.common);
            common.any(|reading| any.contains(&reading.syllable))
        };
        (from..self.len())
            .zip(wanted)
            .take_while(|pair| same(*pair))
            .count()
    }
}
