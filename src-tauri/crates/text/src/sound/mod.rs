//! How text sounds, and finding text by sound: full pinyin, initials, both mixed, with Han characters in between.
//!
//! One matcher walks over a text's own readings, so a match is always a stretch of real characters that can be lit.
//! The same matcher finds homophones: there the pattern is a row of syllables instead of letters.

mod pattern;
mod walk;

pub use pattern::{Grade, SoundMatch, SoundPattern};

/// One way to read one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Which syllable; see [`Lexicon::syllable`].
    pub syllable: u16,
    /// The usual reading here; only this one may be typed by its initial.
    pub common: bool,
    /// The syllable's first letter.
    pub initial: u8,
}

/// A folded text with the readings of its characters and where its words start.
#[derive(Debug, Clone)]
pub struct SoundText {
    chars: Box<[char]>,
    readings: Box<[Reading]>,
    /// End of each character's readings.
    ends: Box<[u32]>,
    starts: Box<[bool]>,
    /// First letters of all readings of each character, as a set of bits: most places are passed over by these alone.
    firsts: Box<[u32]>,
}

impl SoundText {
    pub(crate) fn new(
        chars: &[char],
        readings: impl Iterator<Item = Vec<Reading>>,
        starts: Vec<bool>,
    ) -> Self {
        let mut flat = Vec::with_capacity(chars.len());
        let mut ends = Vec::with_capacity(chars.len());
        let mut firsts = Vec::with_capacity(chars.len());
        for of_one in readings {
            firsts.push(
                of_one
                    .iter()
                    .fold(0, |set, reading| set | bit(reading.initial)),
            );
            flat.extend(of_one);
            ends.push(u32::try_from(flat.len()).unwrap_or(u32::MAX));
        }
        Self {
            chars: chars.into(),
            readings: flat.into(),
            ends: ends.into(),
            starts: starts.into(),
            firsts: firsts.into(),
        }
    }

    /// The folded characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    fn readings(&self, at: usize) -> &[Reading] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = at.checked_sub(1).map_or(0, end);
        self.readings.get(start..end(at)).unwrap_or_default()
    }

    fn starts_word(&self, at: usize) -> bool {
        self.starts.get(at).copied().unwrap_or(false)
    }
}

/// A letter as a bit of a set; 0 for anything else.
fn bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    }
}
