//! What is listened for: typed letters, or the syllables of a misheard word.

use super::{Vocabulary, Word, bit};
use yingda_text::Lexicon;
use yingda_text::sound::{Ear, Spoken, Tally};

/// What is listened for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sought<'a> {
    /// Typed letters, `'` between syllables.
    Letters(&'a [u8], Ear),
    /// Characters that sound so, each by any of its syllables.
    Syllables(&'a [Vec<u16>]),
}

impl Sought<'_> {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Letters(letters, _) => letters.len(),
            Self::Syllables(syllables) => syllables.len(),
        }
    }

    /// How far a word gets from one of its characters on, put into `ways`.
    pub(super) fn through(
        &self,
        (word, from): (&Word, usize),
        used: usize,
        tally: Tally,
        lexicon: &Lexicon,
        ways: &mut Vec<Spoken>,
    ) {
        match self {
            Self::Letters(letters, ear) => {
                let left = letters.get(used..).unwrap_or_default();
                word.sound.spoken(from, left, tally, (*ear, lexicon), ways);
            }
            Self::Syllables(syllables) => {
                ways.clear();
                let left = syllables.get(used..).unwrap_or_default();
                let heard = word.sound.sounds_like(from, left);
                if heard > 0 && (from + heard == word.sound.len() || heard == left.len()) {
                    ways.push(Spoken {
                        letters: heard,
                        chars: heard,
                        tally,
                    });
                }
            }
        }
    }

    /// First letters of what may stand at a place, a bit for each.
    pub(super) fn letters_at(&self, at: usize, lexicon: &Lexicon) -> u32 {
        match self {
            Self::Letters(letters, ear) => {
                let letter = letters.get(at).copied().unwrap_or(0);
                let others = match (ear.fuzzy, letter) {
                    (true, b'n' | b'r') => bit(b'l'),
                    (true, b'l') => bit(b'n') | bit(b'r'),
                    (true, b'f') => bit(b'h'),
                    (true, b'h') => bit(b'f'),
                    _ => 0,
                };
                bit(letter) | others
            }
            Self::Syllables(syllables) => {
                let any = syllables.get(at).into_iter().flatten();
                any.filter_map(|id| lexicon.syllable(*id).bytes().next())
                    .fold(0, |set, letter| set | bit(letter))
            }
        }
    }

    /// Places (word, character) at which it can begin.
    pub(super) fn beginnings(&self, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Vec<(u32, u8)> {
        let mut places: Vec<(u32, u8)> = Vec::new();
        let mut spoken =
            |id: &u16| places.extend(vocabulary.by_syllable.get(id).into_iter().flatten());
        match self {
            Self::Syllables(syllables) => syllables.first().into_iter().flatten().for_each(spoken),
            Self::Letters([one], _) => {
                let words = vocabulary.beginning.get(one).into_iter().flatten();
                places.extend(words.map(|id| (*id, 0)));
            }
            Self::Letters(letters, ear) => {
                let prefix = |length: usize| {
                    letters
                        .get(..length)
                        .and_then(|letters| str::from_utf8(letters).ok())
                };
                for letters in (1..=LONGEST_SYLLABLE).filter_map(prefix) {
                    if ear.fuzzy {
                        lexicon.spoken_so(letters).iter().for_each(&mut spoken);
                    } else {
                        lexicon.syllable_id(letters).iter().for_each(&mut spoken);
                    }
                }
                if let Some(all) = prefix(letters.len()).filter(|all| all.len() < LONGEST_SYLLABLE)
                {
                    lexicon.syllables_begun(all).for_each(|id| spoken(&id));
                }
                if !ear.fuzzy {
                    places.extend(
                        initials(letters)
                            .filter_map(|key| vocabulary.by_initials.get(&key))
                            .flatten()
                            .map(|id| (*id, 0)),
                    );
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// Letters of the longest syllable (zhuang).
const LONGEST_SYLLABLE: usize = 6;

/// The first letters of two characters that letters may begin with; zh, ch and sh are one or two.
fn initials(letters: &[u8]) -> impl Iterator<Item = [u8; 2]> {
    let at = |place: usize| {
        letters
            .get(place)
            .copied()
            .filter(|letter| *letter != b'\'')
    };
    let first = at(0);
    let digraph = matches!((first, at(1)), (Some(b'z' | b'c' | b's'), Some(b'h')));
    let seconds = [Some(0), at(1), at(2).filter(|_| digraph)];
    seconds
        .into_iter()
        .flatten()
        .filter_map(move |second| Some([first?, second]))
}
