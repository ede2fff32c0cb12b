//! How far the characters of a word get through typed letters.

use super::SoundText;
use crate::lexicon::Lexicon;

/// How well letters and characters agree; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// First letters only.
    Initials,
    /// Some syllables in full, others by their beginning.
    Mixed,
    /// Every syllable in full (the last may be unfinished).
    Full,
}

/// How syllables are listened to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ear {
    /// Whether zh/z, ch/c, sh/s, n/l, f/h, r/l and the endings an/ang, en/eng, in/ing may stand for each other.
    pub fuzzy: bool,
}

/// What letters have been used for so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    full: u16,
    initial: u16,
    unfinished: bool,
}

impl Tally {
    /// Whether every character has its whole syllable.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.initial == 0 && !self.unfinished
    }

    /// How well the letters agree.
    #[must_use]
    pub fn grade(self) -> Grade {
        match (self.full - u16::from(self.unfinished), self.initial) {
            (_, 0) => Grade::Full,
            (0, _) => Grade::Initials,
            _ => Grade::Mixed,
        }
    }

    const fn full(self) -> Self {
        Self {
            full: self.full + 1,
            ..self
        }
    }

    const fn begun(self) -> Self {
        Self {
            full: self.full + 1,
            unfinished: true,
            ..self
        }
    }

    const fn initial(self) -> Self {
        Self {
            initial: self.initial + 1,
            ..self
        }
    }
}

/// A way to speak letters with the characters of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    /// How many letters it takes.
    pub letters: usize,
    /// How many characters of the word it needs, counted from where it began.
    pub chars: usize,
    /// What the letters were used for, everything before included.
    pub tally: Tally,
}

impl SoundText {
    /// All ways in which the characters from a place on can stand for the first of these letters: to the end of the
    /// word, or to the end of the letters. `'` between letters ends a syllable. `before` is what letters further left
    /// were used for; the ways are put into `found`, which is emptied first.
    pub fn spoken(
        &self,
        from: usize,
        letters: &[u8],
        before: Tally,
        (ear, lexicon): (Ear, &Lexicon),
        found: &mut Vec<Spoken>,
    ) {
        found.clear();
        let mut walk = Walk {
            text: self,
            letters,
            ear,
            lexicon,
            from,
            found,
        };
        walk.step(from, 0, before);
    }
}

struct Walk<'a> {
    text: &'a SoundText,
    letters: &'a [u8],
    ear: Ear,
    lexicon: &'a Lexicon,
    from: usize,
    found: &'a mut Vec<Spoken>,
}

impl Walk<'_> {
    fn step(&mut self, at: usize, used: usize, tally: Tally) {
        if at > self.from && (at == self.text.len() || used == self.letters.len()) {
            self.note(Spoken {
                letters: used,
                chars: at - self.from,
                tally,
            });
            return;
        }
        let (text, lexicon) = (self.text, self.lexicon);
        for reading in text.readings(at) {
            if self.ear.fuzzy {
                for sound in lexicon.fuzzy(reading.syllable) {
                    self.bite(at, used, tally, sound.as_bytes(), reading.common);
                }
            } else {
                let sound = lexicon.syllable(reading.syllable);
                self.bite(at, used, tally, sound.as_bytes(), reading.common);
            }
        }
    }

    /// Tries every part of a syllable that the next letters can be: all of it, its first letter (zh, ch, sh as one or
    /// two), or, where the letters end, its beginning.
    fn bite(&mut self, at: usize, used: usize, tally: Tally, syllable: &[u8], common: bool) {
        let left = self.letters.get(used..).unwrap_or_default();
        if syllable.first() != left.first() || left.is_empty() {
            return;
        }
        if left.starts_with(syllable) {
            self.on(at, used + syllable.len(), tally.full());
        }
        // One letter alone is an initial; after syllables in full it is the next one begun.
        let begun = left.len() > 1 || (tally.full > 0 && tally.initial == 0);
        if begun && syllable.len() > left.len() && syllable.starts_with(left) {
            self.on(at, self.letters.len(), tally.begun());
        }
        let digraph =
            matches!(syllable, [b'z' | b'c' | b's', b'h', _, ..]) && left.get(1) == Some(&b'h');
        if common && digraph {
            self.on(at, used + 2, tally.initial());
        }
        // A syllable of one letter (a, e, o) is whole and initial at once.
        if common && syllable.len() > 1 {
            self.on(at, used + 1, tally.initial());
        }
    }

    fn on(&mut self, at: usize, used: usize, tally: Tally) {
        let boundary = self.letters.get(used) == Some(&b'\'');
        self.step(at + 1, used + usize::from(boundary), tally);
    }

    /// Of several ways to the same place the best grade stays.
    fn note(&mut self, way: Spoken) {
        let known = self
            .found
            .iter_mut()
            .find(|known| known.letters == way.letters && known.chars == way.chars);
        match known {
            Some(known) if way.tally.grade() > known.tally.grade() => *known = way,
            Some(_) => {}
            None => self.found.push(way),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ear, Grade, Tally};
    use crate::{Lexicon, fold};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let readings = [("银行", vec!["yin", "hang"]), ("会计", vec!["kuai", "ji"])];
        Lexicon::new([("信用卡", None)], readings)
    });

    /// The best way to speak all letters with this word: its grade and how many characters it takes.
    fn heard(typed: &str, word: &str, fuzzy: bool) -> Option<(Grade, usize)> {
        let text = LEXICON.sounds(fold(word).chars());
        let mut ways = Vec::new();
        text.spoken(
            0,
            typed.as_bytes(),
            Tally::default(),
            (Ear { fuzzy }, &LEXICON),
            &mut ways,
        );
        ways.into_iter()
            .filter(|way| way.letters == typed.len())
            .map(|way| (way.tally.grade(), way.chars))
            .max()
    }

    #[test]
    fn full_pinyin_initials_and_both_mixed_are_heard() {
        assert_eq!(heard("guashi", "挂失", false), Some((Grade::Full, 2)));
        assert_eq!(heard("guas", "挂失", false), Some((Grade::Full, 2)));
        assert_eq!(heard("gs", "挂失", false), Some((Grade::Initials, 2)));
        assert_eq!(heard("gshi", "挂失", false), Some((Grade::Mixed, 2)));
        assert_eq!(heard("zhzh", "转账", false), Some((Grade::Initials, 2)));
        assert_eq!(heard("gua", "挂失", false), Some((Grade::Full, 1)));
    }

    #[test]
    fn a_mark_between_letters_ends_a_syllable() {
        assert_eq!(heard("xi'an", "西安", false), Some((Grade::Full, 2)));
        assert_eq!(heard("xi'an", "先", false), None);
    }

    #[test]
    fn polyphones_are_read_as_the_word_list_says() {
        assert_eq!(heard("yinhang", "银行", false), Some((Grade::Full, 2)));
        assert_eq!(heard("yinxing", "银行", false), None);
        assert_eq!(heard("kuaiji", "会计", false), Some((Grade::Full, 2)));
    }

    #[test]
    fn a_rare_reading_is_not_reached_by_its_initial() {
        assert_eq!(heard("oa", "百度", false), None);
        assert_eq!(heard("oa", "网盘", false), None);
        assert_eq!(heard("s", "失", false), Some((Grade::Initials, 1)));
    }

    #[test]
    fn fuzzy_ears_take_neighbouring_sounds_for_each_other() {
        assert_eq!(heard("guasi", "挂失", false), None);
        assert_eq!(heard("guasi", "挂失", true), Some((Grade::Full, 2)));
        assert_eq!(heard("lianfei", "年费", true), Some((Grade::Full, 2)));
        assert_eq!(heard("dainzi", "电子", true), None);
    }

    #[test]
    fn homophones_share_every_usual_reading() {
        let typed = LEXICON.sounds(fold("挂实").chars()).syllables().unwrap();
        let text = LEXICON.sounds(fold("银行卡挂失").chars());
        assert_eq!(text.sounds_like(3, &typed), 2);
        assert_eq!(text.sounds_like(0, &typed), 0);
    }

    proptest! {
        #[test]
        fn no_letters_and_no_word_panic(typed in "[a-z']{0,12}", word in "\\PC{0,12}") {
            let text = LEXICON.sounds(fold(&word).chars());
            let mut ways = Vec::new();
            text.spoken(0, typed.as_bytes(), Tally::default(), (Ear { fuzzy: true }, &LEXICON), &mut ways);
            for way in ways {
                prop_assert!(way.letters <= typed.len() && way.chars <= text.len());
            }
        }
    }
}
