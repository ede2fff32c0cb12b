//! From sound to stretches of text: words are followed from one to the next while they sound right.

use super::{Vocabulary, Word, bit};
use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use yingda_text::Lexicon;
use yingda_text::sound::{Ear, Grade, Tally};

/// Half-heard rows of words that are followed further from one place; the best ones first.
const FOLLOWED: usize = 200;

/// What is listened for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sought<'a> {
    /// Typed letters, `'` between syllables.
    Letters(&'a [u8], Ear),
    /// Characters that sound so, each by any of its syllables.
    Syllables(&'a [Vec<u16>]),
}

/// A stretch of names that sounds like what was sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) text: String,
    pub(crate) grade: Grade,
    /// How many words it is made of; few long words are likelier meant than many short ones.
    pub(crate) words: u8,
    /// How often names hold its rarest step.
    pub(crate) count: u32,
}

/// A row of words that has been heard so far.
#[derive(Clone)]
struct Row {
    text: String,
    /// The last word, when it was heard to its end.
    last: Option<u32>,
    tally: Tally,
    words: u8,
    count: u32,
}

impl Heard {
    /// The likelier first: the better grade, fewer words, more frequent.
    pub(crate) fn likelier(a: &Self, b: &Self) -> Ordering {
        let better = b.grade.cmp(&a.grade).then(a.words.cmp(&b.words));
        better
            .then(b.count.cmp(&a.count))
            .then_with(|| a.text.cmp(&b.text))
    }
}

impl Sought<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Letters(letters, _) => letters.len(),
            Self::Syllables(syllables) => syllables.len(),
        }
    }

    /// How far a word gets from one of its characters on: (units taken, characters, tally).
    fn through(
        &self,
        word: &Word,
        from: usize,
        used: usize,
        tally: Tally,
        lexicon: &Lexicon,
    ) -> Vec<(usize, usize, Tally)> {
        match self {
            Self::Letters(letters, ear) => {
                let left = letters.get(used..).unwrap_or_default();
                let ways = word.sound.spoken(from, left, tally, *ear, lexicon);
                ways.into_iter()
                    .map(|way| (way.letters, way.chars, way.tally))
                    .collect()
            }
            Self::Syllables(syllables) => {
                let left = syllables.get(used..).unwrap_or_default();
                let heard = word.sound.sounds_like(from, left);
                let whole = heard > 0 && (from + heard == word.sound.len() || heard == left.len());
                if whole {
                    vec![(heard, heard, tally)]
                } else {
                    Vec::new()
                }
            }
        }
    }

    /// First letters of what may stand at a place, a bit for each.
    fn letters_at(&self, at: usize, lexicon: &Lexicon) -> u32 {
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
    fn beginnings(&self, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Vec<(u32, u8)> {
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

impl Vocabulary {
    /// Stretches that sound like the whole of what is sought: the best grade first, then the most frequent.
    ///
    /// Letters that stand for less than a syllable count from the start of a word only; one single letter only at the
    /// start of a name. Otherwise every text would match something.
    pub(crate) fn hear(&self, sought: Sought<'_>, lexicon: &Lexicon) -> Vec<Heard> {
        let mut search = Hearing::new(self, sought, lexicon);
        search.begin();
        for at in 1..sought.len() {
            let rows = search
                .at
                .get_mut(at)
                .map(std::mem::take)
                .unwrap_or_default();
            search.follow(rows, at);
        }
        let mut heard: Vec<Heard> = search.whole.into_values().collect();
        heard.sort_unstable_by(Heard::likelier);
        heard
    }

    /// After how much of what is sought, all in whole syllables, a word can end; two units at least.
    pub(crate) fn ends(&self, sought: Sought<'_>, lexicon: &Lexicon) -> Vec<usize> {
        let mut search = Hearing::new(self, sought, lexicon);
        search.begin();
        let mut ends = Vec::new();
        for at in 2..sought.len() {
            let mut rows = search
                .at
                .get_mut(at)
                .map(std::mem::take)
                .unwrap_or_default();
            rows.retain(|row| row.tally.is_whole());
            if !rows.is_empty() {
                ends.push(at);
                search.follow(rows, at);
            }
        }
        ends
    }
}

struct Hearing<'a> {
    vocabulary: &'a Vocabulary,
    sought: Sought<'a>,
    lexicon: &'a Lexicon,
    /// Rows that end at a word's end, by how much of what is sought they took.
    at: Vec<Vec<Row>>,
    whole: HashMap<String, Heard>,
}

impl<'a> Hearing<'a> {
    fn new(vocabulary: &'a Vocabulary, sought: Sought<'a>, lexicon: &'a Lexicon) -> Self {
        let at = vec![Vec::new(); sought.len() + 1];
        Self {
            vocabulary,
            sought,
            lexicon,
            at,
            whole: HashMap::new(),
        }
    }

    fn begin(&mut self) {
        for (id, from) in self.sought.beginnings(self.vocabulary, self.lexicon) {
            let Some(word) = self.vocabulary.word(id) else {
                continue;
            };
            let empty = Row {
                text: String::new(),
                last: None,
                tally: Tally::default(),
                words: u8::from(from > 0),
                count: word.count,
            };
            self.extend(&empty, id, usize::from(from), 0, word.count);
        }
    }

    fn follow(&mut self, mut rows: Vec<Row>, at: usize) {
        let letters = self.sought.letters_at(at, self.lexicon);
        let goes_on = |row: &Row| {
            row.last
                .and_then(|id| self.vocabulary.word(id))
                .is_some_and(|word| word.next_letters & letters != 0)
        };
        rows.retain(goes_on);
        if rows.len() > FOLLOWED {
            rows.sort_unstable_by(|a, b| {
                let better = b
                    .tally
                    .grade()
                    .cmp(&a.tally.grade())
                    .then(a.words.cmp(&b.words));
                better.then(b.count.cmp(&a.count))
            });
            rows.truncate(FOLLOWED);
        }
        for row in rows {
            let Some(last) = row.last.and_then(|id| self.vocabulary.word(id)) else {
                continue;
            };
            for (next, count) in &last.next {
                if self
                    .vocabulary
                    .word(*next)
                    .is_some_and(|word| word.letters & letters != 0)
                {
                    self.extend(&row, *next, 0, at, *count);
                }
            }
        }
    }

    /// Adds a word to a row in every way in which it gets further.
    fn extend(&mut self, row: &Row, id: u32, from: usize, used: usize, count: u32) {
        let Some(word) = self.vocabulary.word(id) else {
            return;
        };
        for (taken, chars, tally) in self
            .sought
            .through(word, from, used, row.tally, self.lexicon)
        {
            if from > 0 && !tally.is_whole() {
                continue;
            }
            let (end, whole_word) = (used + taken, from + chars == word.chars.len());
            if end < self.sought.len() && !whole_word {
                continue;
            }
            let stretch = word.chars.get(from..from + chars).unwrap_or_default();
            let text = row.text.chars().chain(stretch.iter().copied()).collect();
            let row = Row {
                text,
                last: whole_word.then_some(id),
                tally,
                words: row.words.saturating_add(1),
                count: row.count.min(count),
            };
            if end == self.sought.len() {
                self.note(row);
            } else if let Some(rows) = self.at.get_mut(end) {
                rows.push(row);
            }
        }
    }

    fn note(&mut self, row: Row) {
        let grade = row.tally.grade();
        match self.whole.entry(row.text) {
            Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.grade = known.grade.max(grade);
                known.words = known.words.min(row.words);
                known.count = known.count.saturating_add(row.count);
            }
            Entry::Vacant(free) => {
                let text = free.key().clone();
                free.insert(Heard {
                    text,
                    grade,
                    words: row.words,
                    count: row.count,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Gathered, Vocabulary};
    use super::Sought;
    use crate::name::Name;
    use std::sync::LazyLock;
    use yingda_text::Lexicon;
    use yingda_text::sound::Ear;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        Lexicon::new(
            [
                ("信用卡", None),
                ("年费", None),
                ("补卡", None),
                ("挂失", None),
            ],
            [],
        )
    });

    fn vocabulary(names: &[&str]) -> Vocabulary {
        let mut gathered = Gathered::default();
        for name in names {
            gathered.name(&Name::new(name, &LEXICON));
        }
        gathered.into_vocabulary(&LEXICON)
    }

    fn heard(names: &[&str], letters: &str) -> Vec<String> {
        let sought = Sought::Letters(letters.as_bytes(), Ear::default());
        let heard = vocabulary(names).hear(sought, &LEXICON);
        heard.into_iter().map(|heard| heard.text).collect()
    }

    #[test]
    fn words_are_heard_one_after_the_other_as_names_have_them() {
        let names = ["信用卡年费减免", "挂失补卡", "年费"];
        assert_eq!(heard(&names, "xinyongkanianf"), ["信用卡年费"]);
        assert_eq!(heard(&names, "xyknf"), ["信用卡年费"]);
        assert_eq!(heard(&names, "gsbuk"), ["挂失补卡"]);
        assert!(heard(&names, "guashinianfei").is_empty());
    }

    #[test]
    fn less_than_a_syllable_counts_from_the_start_of_a_word_only() {
        assert_eq!(heard(&["挂失"], "shi"), ["失"]);
        assert!(heard(&["挂失"], "s").is_empty());
        assert!(heard(&["挂失补卡"], "sb").is_empty());
    }

    #[test]
    fn what_sounds_alike_is_heard_across_words() {
        let syllables = LEXICON
            .sounds(&['挂', '实', '不', '卡'])
            .syllables()
            .unwrap();
        let names = vocabulary(&["银行卡挂失补卡"]);
        let heard = names.hear(Sought::Syllables(&syllables), &LEXICON);
        assert_eq!(
            heard.first().map(|heard| heard.text.as_str()),
            Some("挂失补卡")
        );
    }
}
