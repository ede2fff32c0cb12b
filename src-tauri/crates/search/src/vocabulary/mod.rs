//! The library's own words: what titles, aliases and tags are made of, and which word follows which.
//!
//! Everything that is not typed as it is written goes through here: pinyin, initials, homophones and slips are roads
//! to words that stand in the index. Words and their order are enough; which entries hold them, the index knows.

mod alike;
mod gather;
mod hear;
mod sought;

pub(crate) use alike::Alike;
pub(crate) use gather::Gathered;
pub(crate) use hear::Heard;
pub(crate) use sought::Sought;

use rustc_hash::FxHashMap;
use std::collections::HashMap;
use yingda_text::SoundText;

/// A word of names.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) chars: Box<[char]>,
    pub(crate) sound: SoundText,
    /// How many times names hold it.
    pub(crate) count: u32,
    /// Words that follow it.
    next: Box<[Next]>,
    /// First letters of the words that follow it, a bit for each of a to z.
    next_letters: u32,
}

/// A word that follows another.
#[derive(Debug, Clone, Copy)]
struct Next {
    word: u32,
    /// How often.
    count: u32,
    /// First letters of its first character's readings, a bit for each of a to z.
    letters: u32,
}

/// A letter a to z as a bit; 0 for anything else.
const fn bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    }
}

/// All words of names.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    /// Places (word, character) that may be spoken by a syllable.
    by_syllable: FxHashMap<u16, Vec<(u32, u8)>>,
    /// Words by the first letters of their first two characters; 0 for the second of a single character.
    by_initials: FxHashMap<[u8; 2], Vec<u32>>,
    /// Words that names begin with, by first letter.
    beginning: FxHashMap<u8, Vec<u32>>,
    /// Names and long words by their first two and by their last two characters: one slip leaves one of them whole.
    by_edge: HashMap<[char; 2], Vec<u32>>,
    /// Names and words that may be reached over one slip.
    long: Vec<Box<[char]>>,
}

impl Vocabulary {
    fn word(&self, id: u32) -> Option<&Word> {
        self.words.get(id as usize)
    }
}
