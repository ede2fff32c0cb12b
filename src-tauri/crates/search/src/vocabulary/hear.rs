//! From sound to stretches of text: words are followed from one to the next while they sound right.

use super::Sought;
use super::Vocabulary;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::collections::HashMap;
use yingda_text::Lexicon;
use yingda_text::sound::{Grade, Spoken, Tally};

/// Rows that end with one word are followed by the same words; the likeliest ones are enough.
const SAME_END: u8 = 6;
/// Half-heard rows of words that are followed further from one place; the best ones first.
const FOLLOWED: usize = 96;

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

/// A row of words that has been heard so far: its last step.
#[derive(Clone, Copy)]
struct Row {
    /// The step before, if there is one.
    before: Option<u32>,
    /// The last word, and which of its characters were heard.
    word: u32,
    from: u8,
    to: u8,
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

impl Vocabulary {
    /// Stretches that sound like the whole of what is sought: the likelier first, up to a number of them.
    ///
    /// Letters that stand for less than a syllable count from the start of a word only; one single letter only at the
    /// start of a name. Otherwise every text would match something.
    pub(crate) fn hear(&self, sought: Sought<'_>, most: usize, lexicon: &Lexicon) -> Vec<Heard> {
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
        search.heard(most)
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
    /// Rows that were followed further.
    steps: Vec<Row>,
    /// Rows that took all that is sought.
    whole: Vec<Row>,
    ways: Vec<Spoken>,
}

impl<'a> Hearing<'a> {
    fn new(vocabulary: &'a Vocabulary, sought: Sought<'a>, lexicon: &'a Lexicon) -> Self {
        Self {
            vocabulary,
            sought,
            lexicon,
            at: vec![Vec::new(); sought.len() + 1],
            steps: Vec::new(),
            whole: Vec::new(),
            ways: Vec::new(),
        }
    }

    fn begin(&mut self) {
        for (id, from) in self.sought.beginnings(self.vocabulary, self.lexicon) {
            let count = self.vocabulary.word(id).map_or(0, |word| word.count);
            let none = Row {
                before: None,
                word: id,
                from,
                to: from,
                tally: Tally::default(),
                words: u8::from(from > 0),
                count,
            };
            self.extend(none, None, (id, from), 0);
        }
    }

    fn follow(&mut self, mut rows: Vec<Row>, at: usize) {
        let letters = self.sought.letters_at(at, self.lexicon);
        let word = |row: &Row| self.vocabulary.word(row.word);
        rows.retain(|row| word(row).is_some_and(|word| word.next_letters & letters != 0));
        rows.sort_unstable_by(likelier);
        let mut same: FxHashMap<u32, u8> = FxHashMap::default();
        rows.retain(|row| {
            let rows = same.entry(row.word).or_default();
            *rows += 1;
            *rows <= SAME_END
        });
        rows.truncate(FOLLOWED);
        for row in rows {
            let Some(last) = self.vocabulary.word(row.word) else {
                continue;
            };
            let step = u32::try_from(self.steps.len()).ok();
            self.steps.push(row);
            for next in last.next.iter().filter(|next| next.letters & letters != 0) {
                let row = Row {
                    count: row.count.min(next.count),
                    ..row
                };
                self.extend(row, step, (next.word, 0), at);
            }
        }
    }

    /// Adds a word to a row in every way in which it gets further.
    fn extend(&mut self, row: Row, before: Option<u32>, (id, from): (u32, u8), used: usize) {
        let Some(word) = self.vocabulary.word(id) else {
            return;
        };
        let mut ways = std::mem::take(&mut self.ways);
        self.sought.through(
            (word, usize::from(from)),
            used,
            row.tally,
            self.lexicon,
            &mut ways,
        );
        for way in &ways {
            let (end, to) = (used + way.letters, usize::from(from) + way.chars);
            let Ok(to) = u8::try_from(to) else { continue };
            if from > 0 && !way.tally.is_whole() {
                continue;
            }
            let words = row.words.saturating_add(1);
            let row = Row {
                before,
                word: id,
                from,
                to,
                tally: way.tally,
                words,
                ..row
            };
            if end == self.sought.len() {
                self.whole.push(row);
            } else if usize::from(to) == word.chars.len()
                && let Some(rows) = self.at.get_mut(end)
            {
                rows.push(row);
            }
        }
        self.ways = ways;
    }

    /// The stretches that took all, the likelier first; the same text is one.
    fn heard(mut self, most: usize) -> Vec<Heard> {
        self.whole.sort_unstable_by(likelier);
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut heard: Vec<Heard> = Vec::new();
        for row in &self.whole {
            let text = self.text(row);
            if let Some(known) = known.get(&text).and_then(|at| heard.get_mut(*at)) {
                known.count = known.count.saturating_add(row.count);
            } else if heard.len() < most {
                known.insert(text.clone(), heard.len());
                heard.push(Heard {
                    text,
                    grade: row.tally.grade(),
                    words: row.words,
                    count: row.count,
                });
            } else {
                break;
            }
        }
        heard.sort_unstable_by(Heard::likelier);
        heard
    }

    fn text(&self, row: &Row) -> String {
        let mut steps = vec![row];
        while let Some(before) = steps
            .last()
            .and_then(|row| self.steps.get(row.before? as usize))
        {
            steps.push(before);
        }
        let chars = |row: &&Row| {
            let word = self.vocabulary.word(row.word);
            let heard = usize::from(row.from)..usize::from(row.to);
            word.and_then(|word| word.chars.get(heard))
                .unwrap_or_default()
        };
        steps.iter().rev().flat_map(chars).collect()
    }
}

/// The likelier row first: the better grade, fewer words, more frequent.
fn likelier(a: &Row, b: &Row) -> Ordering {
    let better = b
        .tally
        .grade()
        .cmp(&a.tally.grade())
        .then(a.words.cmp(&b.words));
    better.then(b.count.cmp(&a.count)).then(a.word.cmp(&b.word))
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
        let heard = vocabulary(names).hear(sought, 32, &LEXICON);
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
        let heard = names.hear(Sought::Syllables(&syllables), 32, &LEXICON);
        assert_eq!(
            heard.first().map(|heard| heard.text.as_str()),
            Some("挂失补卡")
        );
    }
}
