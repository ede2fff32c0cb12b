use super::{Vocabulary, Word, bit};
use crate::name::{Code, Name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::HashMap;
use yingda_text::Lexicon;
use yingda_text::SoundText;
use yingda_text::atoms::is_han;

/// Names up to this length, and words from four characters on, may be reached over one slip.
const LONGEST_NAME: usize = 12;
/// The shortest text that may hold a slip.
pub(super) const SHORTEST: usize = 4;

/// Words counted while names are read.
#[derive(Default)]
pub(crate) struct Gathered {
    ids: FxHashMap<Box<[char]>, u32>,
    words: Vec<Counted>,
    pairs: FxHashMap<(u32, u32), u32>,
    long: FxHashSet<Box<[char]>>,
}

#[derive(Default)]
struct Counted {
    count: u32,
    begins: u32,
}

impl Gathered {
    /// Reads one name.
    pub(crate) fn name(&mut self, name: &Name) {
        let mut before: Option<u32> = None;
        let mut begins = true;
        for (word, _) in name.words() {
            if let Some(word) = han(word) {
                let id = self.word(&word, begins);
                if let Some(before) = before {
                    *self.pairs.entry((before, id)).or_default() += 1;
                }
                before = Some(id);
                self.long(&word);
            } else {
                before = None;
            }
            begins = false;
        }
        if name.atoms.len() <= LONGEST_NAME
            && let Some(whole) = han(&name.atoms)
        {
            self.long(&whole);
        }
    }

    fn word(&mut self, word: &[char], begins: bool) -> u32 {
        let id = match self.ids.get(word) {
            Some(id) => *id,
            None => {
                let id = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
                self.ids.insert(word.into(), id);
                self.words.push(Counted::default());
                id
            }
        };
        if let Some(counted) = self.words.get_mut(id as usize) {
            counted.count += 1;
            counted.begins += u32::from(begins);
        }
        id
    }

    fn long(&mut self, text: &[char]) {
        if text.len() >= SHORTEST && !self.long.contains(text) {
            self.long.insert(text.into());
        }
    }

    /// The vocabulary of all names read.
    pub(crate) fn into_vocabulary(self, lexicon: &Lexicon) -> Vocabulary {
        let mut next: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.words.len()];
        for ((before, after), count) in self.pairs {
            if let Some(followers) = next.get_mut(before as usize) {
                followers.push((after, count));
            }
        }
        for followers in &mut next {
            followers.sort_unstable();
        }
        let mut texts: Vec<(Box<[char]>, u32)> = self.ids.into_iter().collect();
        texts.sort_unstable_by_key(|(_, id)| *id);
        let sounds: Vec<SoundText> = texts
            .iter()
            .map(|(chars, _)| lexicon.sounds(chars))
            .collect();
        let letters: Vec<u32> = sounds.iter().map(first_letters).collect();
        let following = |next: &Vec<(u32, u32)>| {
            let of_next = next.iter().filter_map(|(id, _)| letters.get(*id as usize));
            of_next.fold(0, |set, letters| set | letters)
        };
        let next_letters: Vec<u32> = next.iter().map(following).collect();
        let beginning = by_beginning(&self.words, &letters);
        let words: Vec<Word> = texts
            .into_iter()
            .zip(self.words)
            .zip(next.into_iter().zip(next_letters))
            .zip(sounds.into_iter().zip(letters))
            .map(
                |((((chars, _), counted), (next, next_letters)), (sound, letters))| Word {
                    sound,
                    chars,
                    count: counted.count,
                    letters,
                    next: next.into(),
                    next_letters,
                },
            )
            .collect();
        let mut long: Vec<Box<[char]>> = self.long.into_iter().collect();
        long.sort_unstable();
        Vocabulary {
            by_syllable: by_syllable(&words),
            by_initials: by_initials(&words),
            beginning,
            by_edge: by_edge(&long),
            words,
            long,
        }
    }
}

fn first_letters(sound: &SoundText) -> u32 {
    sound
        .readings(0)
        .iter()
        .fold(0, |set, reading| set | bit(reading.initial))
}

fn by_beginning(words: &[Counted], letters: &[u32]) -> FxHashMap<u8, Vec<u32>> {
    let mut beginning: FxHashMap<u8, Vec<u32>> = FxHashMap::default();
    for ((word, letters), id) in words.iter().zip(letters).zip(0_u32..) {
        for letter in (b'a'..=b'z').filter(|letter| word.begins > 0 && letters & bit(*letter) != 0)
        {
            beginning.entry(letter).or_default().push(id);
        }
    }
    beginning
}

fn by_syllable(words: &[Word]) -> FxHashMap<u16, Vec<(u32, u8)>> {
    let mut places: FxHashMap<u16, Vec<(u32, u8)>> = FxHashMap::default();
    for (word, id) in words.iter().zip(0_u32..) {
        for at in 0..=u8::MAX {
            let readings = word.sound.readings(usize::from(at));
            if readings.is_empty() {
                break;
            }
            for reading in readings {
                places.entry(reading.syllable).or_default().push((id, at));
            }
        }
    }
    places
}

fn by_initials(words: &[Word]) -> FxHashMap<[u8; 2], Vec<u32>> {
    let mut initials: FxHashMap<[u8; 2], Vec<u32>> = FxHashMap::default();
    for (word, id) in words.iter().zip(0_u32..) {
        let of = |at: usize| {
            word.sound
                .readings(at)
                .iter()
                .map(|reading| reading.initial)
        };
        let mut keys: Vec<[u8; 2]> = Vec::new();
        for first in of(0) {
            keys.extend(of(1).map(|second| [first, second]));
            keys.extend((word.sound.len() == 1).then_some([first, 0]));
        }
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            initials.entry(key).or_default().push(id);
        }
    }
    initials
}

fn by_edge(long: &[Box<[char]>]) -> HashMap<[char; 2], Vec<u32>> {
    let mut edges: HashMap<[char; 2], Vec<u32>> = HashMap::new();
    for (text, id) in long.iter().zip(0_u32..) {
        let (Some(first), Some(last)) = (text.first_chunk::<2>(), text.last_chunk::<2>()) else {
            continue;
        };
        edges.entry(*first).or_default().push(id);
        if last != first {
            edges.entry(*last).or_default().push(id);
        }
    }
    edges
}

/// Atoms as Han characters; `None` when one of them is a number or a Latin word.
fn han(atoms: &[Code]) -> Option<Vec<char>> {
    atoms
        .iter()
        .map(|atom| char::from_u32(*atom).filter(|c| is_han(*c)))
        .collect()
}
