//! Words and readings: jieba's dictionary, extended by the words of a trade.

use crate::atoms::{atoms, is_han};
use crate::fold::fold;
use crate::sound::{Reading, SoundText, variants};
use jieba_rs::Jieba;
use pinyin::{ToPinyin, ToPinyinMulti};
use std::collections::HashMap;
use std::ops::Range;

/// Words and readings; made once, shared by everything that cuts or reads.
#[derive(Debug)]
pub struct Lexicon {
    jieba: Jieba,
    /// Readings that a word fixes for its characters, by folded word.
    fixed: HashMap<Vec<char>, Vec<u16>>,
    longest_fixed: usize,
    syllables: Vec<String>,
    by_syllable: HashMap<String, u16>,
    /// Each syllable in its neighbouring sounds, itself first.
    fuzzy: Vec<Box<[Box<str>]>>,
    /// Syllables that may be spoken so, by letters.
    spoken_so: HashMap<Box<str>, Vec<u16>>,
}

/// How often a user word is taken to occur when its line names no frequency: enough to be cut as one word.
const USER_WORD: usize = 100_000;

impl Lexicon {
    /// Jieba's own dictionary with user words (with an optional frequency) and readings (a word and one syllable a
    /// character, without tones, `v` for ü). A reading whose length does not fit its word is left out.
    #[must_use]
    pub fn new<'a>(
        words: impl IntoIterator<Item = (&'a str, Option<usize>)>,
        readings: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    ) -> Self {
        let mut jieba = Jieba::new();
        for (word, frequency) in words {
            let folded = fold(word).text();
            if folded.chars().any(is_han) {
                jieba.add_word(&folded, Some(frequency.unwrap_or(USER_WORD)), None);
            }
        }
        let mut lexicon = Self {
            jieba,
            fixed: HashMap::new(),
            longest_fixed: 0,
            syllables: Vec::new(),
            by_syllable: HashMap::new(),
            fuzzy: Vec::new(),
            spoken_so: HashMap::new(),
        };
        for (word, syllables) in readings {
            let chars = fold(word).chars().to_vec();
            if chars.len() == syllables.len() && !chars.is_empty() {
                let ids = syllables.iter().map(|s| lexicon.intern(s)).collect();
                lexicon.longest_fixed = lexicon.longest_fixed.max(chars.len());
                lexicon.fixed.insert(chars, ids);
            }
        }
        lexicon.intern_all();
        lexicon.fuzzy = lexicon.syllables.iter().map(|one| variants(one)).collect();
        for (variants, id) in lexicon.fuzzy.iter().zip(0_u16..) {
            for variant in variants {
                lexicon
                    .spoken_so
                    .entry(variant.clone())
                    .or_default()
                    .push(id);
            }
        }
        lexicon
    }

    /// Cuts folded text into words, nothing lost: joining the ranges (of characters) gives the whole text.
    ///
    /// Without the statistical model for unknown words: its guesses glue and split differently in a query and in the
    /// text the query was taken from.
    #[must_use]
    pub fn words(&self, folded: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let mut word = |text: &str| {
            let start = at;
            at += text.chars().count();
            start..at
        };
        self.jieba
            .cut(folded, false)
            .into_iter()
            .map(|token| word(token.word))
            .collect()
    }

    /// The shorter words a word is made of, from left to right, nothing lost; the word itself when there are none.
    #[must_use]
    pub fn parts(&self, word: &str) -> Vec<String> {
        let chars: Vec<char> = word.chars().collect();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let longest = (chars.len() - at).min(chars.len() - 1).max(1);
            let known = (2..=longest).rev().find_map(|length| {
                let part: String = chars.get(at..at + length)?.iter().collect();
                self.jieba.has_word(&part).then_some((length, part))
            });
            let single = || (1, chars.get(at).map(char::to_string).unwrap_or_default());
            let (length, part) = known.unwrap_or_else(single);
            parts.push(part);
            at += length;
        }
        parts
    }

    /// How a folded text sounds, character by character.
    #[must_use]
    pub fn sounds(&self, folded: &[char]) -> SoundText {
        let fixed = self.fixed_readings(folded);
        SoundText::new(folded.iter().zip(fixed).map(|(c, fixed)| match fixed {
            Some(syllable) => vec![self.reading(syllable, true)],
            None => self.readings(*c),
        }))
    }

    /// What a person types for each character of a folded text without an input method: the letters of its usual
    /// reading; a character that has none stays as it is.
    #[must_use]
    pub fn typed(&self, folded: &[char]) -> Vec<String> {
        let fixed = self.fixed_readings(folded);
        let one = |(c, fixed): (&char, Option<u16>)| match fixed {
            Some(syllable) => self.syllable(syllable).to_owned(),
            None => c
                .to_pinyin()
                .map_or_else(|| c.to_string(), |reading| letters(reading.plain())),
        };
        folded.iter().zip(fixed).map(one).collect()
    }

    /// A syllable's letters.
    #[must_use]
    pub fn syllable(&self, id: u16) -> &str {
        self.syllables
            .get(usize::from(id))
            .map_or("", String::as_str)
    }

    /// Whether letters are one whole syllable.
    #[must_use]
    pub fn has_syllable(&self, letters: &str) -> bool {
        self.by_syllable.contains_key(letters)
    }

    /// The syllable that is these letters.
    #[must_use]
    pub fn syllable_id(&self, letters: &str) -> Option<u16> {
        self.by_syllable.get(letters).copied()
    }

    /// Syllables that may be meant by these letters where neighbouring sounds are not told apart.
    #[must_use]
    pub fn spoken_so(&self, letters: &str) -> &[u16] {
        self.spoken_so.get(letters).map_or(&[], Vec::as_slice)
    }

    /// Syllables that are longer than these letters and begin so.
    pub fn syllables_begun(&self, letters: &str) -> impl Iterator<Item = u16> {
        let longer = move |syllable: &String| {
            syllable.len() > letters.len() && syllable.starts_with(letters)
        };
        self.syllables
            .iter()
            .zip(0_u16..)
            .filter(move |(syllable, _)| longer(syllable))
            .map(|(_, id)| id)
    }

    /// A syllable in all its neighbouring sounds, itself first.
    pub(crate) fn fuzzy(&self, id: u16) -> &[Box<str>] {
        self.fuzzy.get(usize::from(id)).map_or(&[], AsRef::as_ref)
    }

    /// Longest match first, as a reader would group the words.
    fn fixed_readings(&self, chars: &[char]) -> Vec<Option<u16>> {
        let mut found = vec![None; chars.len()];
        let mut at = 0;
        while at < chars.len() {
            let longest = self.longest_fixed.min(chars.len() - at);
            let word = (1..=longest).rev().find_map(|length| {
                let ids = self.fixed.get(chars.get(at..at + length)?)?;
                Some((length, ids))
            });
            if let Some((length, ids)) = word {
                for (slot, id) in found.iter_mut().skip(at).zip(ids) {
                    *slot = Some(*id);
                }
                at += length;
            } else {
                at += 1;
            }
        }
        found
    }

    /// All readings of one character; only the usual one may be typed by its initial.
    fn readings(&self, c: char) -> Vec<Reading> {
        let usual = c.to_pinyin().map(|p| letters(p.plain()));
        let mut readings: Vec<Reading> = Vec::new();
        let mut push = |plain: &str, common: bool| {
            if let Some(syllable) = self.by_syllable.get(plain).copied()
                && !readings.iter().any(|r| r.syllable == syllable)
            {
                readings.push(self.reading(syllable, common));
            }
        };
        if let Some(usual) = usual {
            push(&usual, true);
        }
        for other in c.to_pinyin_multi().into_iter().flatten() {
            push(&letters(other.plain()), false);
        }
        readings
    }

    fn reading(&self, syllable: u16, common: bool) -> Reading {
        let initial = self.syllable(syllable).bytes().next().unwrap_or(b'_');
        Reading {
            syllable,
            common,
            initial,
        }
    }

    fn intern(&mut self, plain: &str) -> u16 {
        let plain = letters(plain);
        if let Some(id) = self.by_syllable.get(&plain) {
            return *id;
        }
        let id = u16::try_from(self.syllables.len()).unwrap_or(u16::MAX);
        self.syllables.push(plain.clone());
        self.by_syllable.insert(plain, id);
        id
    }

    fn intern_all(&mut self) {
        for c in '\u{4e00}'..='\u{9fff}' {
            if let Some(usual) = c.to_pinyin() {
                self.intern(usual.plain());
            }
            for other in c.to_pinyin_multi().into_iter().flatten() {
                self.intern(other.plain());
            }
        }
    }
}

fn letters(plain: &str) -> String {
    plain.to_lowercase().replace('ü', "v")
}

/// The atoms of a text as plain strings; for callers that need no places.
#[must_use]
pub fn atom_texts(text: &str) -> Vec<String> {
    atoms(&fold(text))
        .into_iter()
        .map(|atom| atom.text)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::fold::fold;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new([("收款码", None)], [("银行", vec!["yin", "hang"])]));

    fn cut(text: &str) -> Vec<String> {
        let folded = fold(text);
        let words = LEXICON.words(&folded.text());
        words
            .into_iter()
            .map(|range| folded.chars()[range].iter().collect())
            .collect()
    }

    #[test]
    fn a_user_word_is_cut_as_one() {
        assert_eq!(
            cut("收款码坏了").first().map(String::as_str),
            Some("收款码")
        );
    }

    #[test]
    fn a_long_word_comes_apart_into_words() {
        assert_eq!(LEXICON.parts("收款码"), ["收款", "码"]);
        assert_eq!(LEXICON.parts("银行"), ["银", "行"]);
    }

    #[test]
    fn characters_are_typed_by_their_usual_reading_and_words_by_their_own() {
        let typed = |text| LEXICON.typed(fold(text).chars()).concat();
        assert_eq!(typed("银行女卡a1"), "yinhangnvkaa1");
        assert_eq!(typed("行"), "xing");
    }

    #[test]
    fn script_is_folded_before_words_are_cut() {
        assert_eq!(cut("國際匯款"), cut("国际汇款"));
    }

    proptest! {
        #[test]
        fn joining_the_words_gives_the_text(text in "\\PC{0,60}") {
            let folded = fold(&text).text();
            let chars: Vec<char> = folded.chars().collect();
            let mut next = 0;
            for range in LEXICON.words(&folded) {
                prop_assert_eq!(range.start, next);
                next = range.end;
            }
            prop_assert_eq!(next, chars.len());
        }
    }
}
