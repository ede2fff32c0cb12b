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
        let first_letters = |id: &u32| {
            let readings = sounds
                .get(*id as usize)
                .map_or(&[][..], |sound| sound.readings(0));
            readings
                .iter()
                .fold(0, |set, reading| set | bit(reading.initial))
        };
        let next_letters: Vec<u32> = next
            .iter()
            .map(|next| next.iter().fold(0, |set, (id, _)| set | first_letters(id)))
            .collect();
        let words: Vec<Word> = texts
            .into_iter()
            .zip(self.words)
            .zip(next.into_iter().zip(next_letters))
            .zip(sounds)
            .map(
                |((((chars, _), counted), (next, next_letters)), sound)| Word {
                    sound,
                    chars,
                    count: counted.count,
                    begins: counted.begins,
                    next: next.into(),
                    next_letters,
                },
            )
            .collect();
        let mut long: Vec<Box<[char]>> = self.long.into_iter().collect();
        long.sort_unstable();
        Vocabulary {
            by_letter: by_letter(&words),
            by_edge: by_edge(&long),
            words,
            long,
        }
    }
}

fn by_letter(words: &[Word]) -> [Vec<(u32, u8)>; 26] {
    let mut places: [Vec<(u32, u8)>; 26] = Default::default();
    for (word, id) in words.iter().zip(0_u32..) {
        for at in 0..word.sound.len().min(usize::from(u8::MAX)) {
            let mut letters: Vec<u8> = word
                .sound
                .readings(at)
                .iter()
                .map(|reading| reading.initial)
                .collect();
            letters.sort_unstable();
            letters.dedup();
            for letter in letters {
                let of_letter = letter
                    .checked_sub(b'a')
                    .and_then(|letter| places.get_mut(usize::from(letter)));
                if let (Some(of_letter), Ok(at)) = (of_letter, u8::try_from(at)) {
                    of_letter.push((id, at));
                }
            }
        }
    }
    for of_letter in &mut places {
        of_letter.sort_by_key(|(_, at)| *at != 0);
        of_letter.shrink_to_fit();
    }
    places
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
