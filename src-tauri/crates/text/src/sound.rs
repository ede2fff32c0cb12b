//! How text sounds, and finding text by sound: full pinyin, initials, both mixed, with Han characters in between.
//!
//! One matcher walks over a text's own readings, so a match is always a stretch of real characters that can be lit.
//! The same matcher finds homophones: there the pattern is a row of syllables instead of letters.

use crate::lexicon::Lexicon;
use std::ops::Range;

/// One way to read one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Which syllable; see [`Lexicon::syllable`].
    pub syllable: u16,
    /// The usual reading here; only this one may be typed by its initial.
    pub common: bool,
}

/// A folded text with the readings of its characters and where its words start.
#[derive(Debug, Clone)]
pub struct SoundText {
    chars: Box<[char]>,
    readings: Box<[Reading]>,
    /// End of each character's readings.
    ends: Box<[u32]>,
    starts: Box<[bool]>,
}

impl SoundText {
    pub(crate) fn new(
        chars: &[char],
        readings: impl Iterator<Item = Vec<Reading>>,
        starts: Vec<bool>,
    ) -> Self {
        let mut flat = Vec::with_capacity(chars.len());
        let ends = readings.map(|of_one| {
            flat.extend(of_one);
            u32::try_from(flat.len()).unwrap_or(u32::MAX)
        });
        let ends: Box<[u32]> = ends.collect();
        Self {
            chars: chars.into(),
            readings: flat.into(),
            ends,
            starts: starts.into(),
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

/// How well letters and characters agree; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// First letters only.
    Initials,
    /// Some syllables in full, others by their beginning.
    Mixed,
    /// Every syllable in full (the last may be unfinished), or every character as typed.
    Full,
}

/// A stretch of text that sounds like the pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoundMatch {
    /// Which characters of the folded text.
    pub chars: Range<usize>,
    /// How well.
    pub grade: Grade,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Han(char),
    Letters(Vec<u8>),
    /// Any of these syllables.
    Syllable(Vec<u16>),
}

/// What to listen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoundPattern {
    pieces: Vec<Piece>,
    /// The last syllable may still be typed.
    unfinished: bool,
}

impl SoundPattern {
    /// Letters (a–z) and Han characters as typed, e.g. `xyk年费`; `None` when it holds anything else or no letter.
    #[must_use]
    pub fn typed(folded: &str) -> Option<Self> {
        let mut pieces: Vec<Piece> = Vec::new();
        for c in folded.chars() {
            match (u8::try_from(c), pieces.last_mut()) {
                (Ok(letter), Some(Piece::Letters(run))) if letter.is_ascii_lowercase() => {
                    run.push(letter);
                }
                (Ok(letter), _) if letter.is_ascii_lowercase() => {
                    pieces.push(Piece::Letters(vec![letter]));
                }
                (Ok(b'\''), _) => {}
                _ if crate::atoms::is_han(c) => pieces.push(Piece::Han(c)),
                _ => return None,
            }
        }
        let lettered = pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Letters(_)));
        lettered.then_some(Self {
            pieces,
            unfinished: true,
        })
    }

    /// Everything that sounds like these characters in their usual readings; `None` without a reading for each.
    #[must_use]
    pub fn homophones_of(text: &SoundText) -> Option<Self> {
        let usual = |at: usize| {
            let of_one = text
                .readings(at)
                .iter()
                .filter(|r| r.common)
                .map(|r| r.syllable);
            let syllables: Vec<u16> = of_one.collect();
            (!syllables.is_empty()).then_some(Piece::Syllable(syllables))
        };
        let pieces: Option<Vec<Piece>> = (0..text.chars().len()).map(usual).collect();
        Some(Self {
            pieces: pieces?,
            unfinished: false,
        })
        .filter(|pattern| !pattern.pieces.is_empty())
    }

    /// The best stretch of a text that sounds like this: the better grade first, then the earlier place.
    ///
    /// Letters that stand for less than a syllable match from the start of a word only; one single letter only at the
    /// start of the text. Otherwise every text would match something.
    #[must_use]
    pub fn find(&self, text: &SoundText, lexicon: &Lexicon) -> Option<SoundMatch> {
        let mut best: Option<SoundMatch> = None;
        let last = if self.is_one_letter() {
            1
        } else {
            text.chars().len()
        };
        for start in 0..last.min(text.chars().len()) {
            let walk = Walk {
                text,
                lexicon,
                unfinished: self.unfinished,
            };
            let Some((end, tally)) = walk.pieces(start, &self.pieces, Tally::default()) else {
                continue;
            };
            let grade = tally.grade();
            let allowed = text.starts_word(start) || tally.is_whole();
            if allowed && best.as_ref().is_none_or(|b| grade > b.grade) {
                best = Some(SoundMatch {
                    chars: start..end,
                    grade,
                });
            }
        }
        best
    }

    fn is_one_letter(&self) -> bool {
        matches!(self.pieces.as_slice(), [Piece::Letters(run)] if run.len() == 1)
    }
}

/// What has been consumed so far.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    full: u32,
    initial: u32,
    unfinished: bool,
}

impl Tally {
    fn is_whole(self) -> bool {
        self.initial == 0 && !self.unfinished
    }

    fn grade(self) -> Grade {
        match (self.full - u32::from(self.unfinished), self.initial) {
            (_, 0) => Grade::Full,
            (0, _) => Grade::Initials,
            _ => Grade::Mixed,
        }
    }
}

struct Walk<'a> {
    text: &'a SoundText,
    lexicon: &'a Lexicon,
    unfinished: bool,
}

type Walked = Option<(usize, Tally)>;

impl Walk<'_> {
    fn pieces(&self, at: usize, pieces: &[Piece], tally: Tally) -> Walked {
        let Some((piece, rest)) = pieces.split_first() else {
            return Some((at, tally));
        };
        match piece {
            Piece::Han(c) if self.text.chars().get(at) == Some(c) => self.pieces(
                at + 1,
                rest,
                Tally {
                    full: tally.full + 1,
                    ..tally
                },
            ),
            Piece::Han(_) => None,
            Piece::Syllable(any) => {
                let same = self
                    .text
                    .readings(at)
                    .iter()
                    .any(|r| r.common && any.contains(&r.syllable));
                let next = Tally {
                    full: tally.full + 1,
                    ..tally
                };
                same.then(|| self.pieces(at + 1, rest, next)).flatten()
            }
            Piece::Letters(letters) => self.letters(at, letters, rest, tally),
        }
    }

    /// Tries the readings of one character on the letters, the longest bite first; the best way wins.
    fn letters(&self, at: usize, letters: &[u8], rest: &[Piece], tally: Tally) -> Walked {
        if letters.is_empty() {
            return self.pieces(at, rest, tally);
        }
        let mut best: Walked = None;
        for reading in self.text.readings(at) {
            let syllable = self.lexicon.syllable(reading.syllable).as_bytes();
            for (bite, next) in self.bites(syllable, letters, rest, *reading, tally) {
                let left = letters.get(bite..).unwrap_or_default();
                let walked = self.letters(at + 1, left, rest, next);
                if let Some(found) = walked
                    && best.is_none_or(|b| found.1.grade() > b.1.grade())
                {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// How many letters a character can stand for, with the tally afterwards.
    fn bites(
        &self,
        syllable: &[u8],
        letters: &[u8],
        rest: &[Piece],
        reading: Reading,
        tally: Tally,
    ) -> impl Iterator<Item = (usize, Tally)> {
        let full = letters.starts_with(syllable) && !syllable.is_empty();
        let whole = full.then_some((
            syllable.len(),
            Tally {
                full: tally.full + 1,
                ..tally
            },
        ));

        let partial = syllable.len() > letters.len() && syllable.starts_with(letters);
        // One letter alone is an initial; after syllables in full it is the next one begun.
        let begun = letters.len() > 1 || (tally.full > 0 && tally.initial == 0);
        let last = self.unfinished && rest.is_empty() && begun && partial;
        let counted = Tally {
            full: tally.full + 1,
            unfinished: true,
            ..tally
        };
        let tail = last.then_some((letters.len(), counted));

        let by_initial = |length: usize| {
            let initial = syllable.get(..length)?;
            let fits = reading.common && syllable.len() > length && letters.starts_with(initial);
            fits.then_some((
                length,
                Tally {
                    initial: tally.initial + 1,
                    ..tally
                },
            ))
        };
        let digraph = matches!(syllable, [b'z' | b'c' | b's', b'h', ..])
            .then(|| by_initial(2))
            .flatten();
        // A syllable of one letter (a, e, o) is whole and initial at once.
        let single = by_initial(1);
        [whole, tail, digraph, single].into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{Grade, SoundPattern};
    use crate::{Lexicon, fold};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let readings = [
            ("银行", vec!["yin", "hang"]),
            ("行长", vec!["hang", "zhang"]),
            ("会计", vec!["kuai", "ji"]),
            ("重庆", vec!["chong", "qing"]),
        ];
        Lexicon::new([("信用卡", None)], readings)
    });

    /// `typed` finds the stretch in brackets, e.g. `银行卡[挂失]`.
    fn hears(typed: &str, marked: &str) -> Option<Grade> {
        let plain: String = marked.chars().filter(|c| !"[]".contains(*c)).collect();
        let text = LEXICON.sounds(fold(&plain).chars());
        let found = SoundPattern::typed(typed)?.find(&text, &LEXICON)?;
        let chars = text.chars();
        let (before, rest) = chars.split_at(found.chars.start);
        let (hit, after) = rest.split_at(found.chars.len());
        let shown: String = [before, &['['], hit, &[']'], after]
            .concat()
            .into_iter()
            .collect();
        assert_eq!(shown, marked, "{typed}");
        Some(found.grade)
    }

    #[test]
    fn full_pinyin_initials_and_both_mixed_are_heard() {
        assert_eq!(hears("guashi", "银行卡[挂失]"), Some(Grade::Full));
        assert_eq!(hears("guas", "银行卡[挂失]"), Some(Grade::Full));
        assert_eq!(hears("gs", "银行卡[挂失]"), Some(Grade::Initials));
        assert_eq!(hears("gshi", "银行卡[挂失]"), Some(Grade::Mixed));
        assert_eq!(hears("xyk年费", "[信用卡年费]减免"), Some(Grade::Mixed));
        assert_eq!(hears("zhzh", "[转账]失败"), Some(Grade::Initials));
    }

    #[test]
    fn polyphones_are_read_as_the_word_list_says() {
        for (typed, marked) in [
            ("yinhang", "[银行]卡"),
            ("hangzhang", "[行长]信箱"),
            ("kuaiji", "[会计]核算"),
            ("chongqing", "[重庆]分行"),
            ("zhanghu", "[账户]异常"),
            ("dengji", "风险[等级]"),
        ] {
            assert_eq!(hears(typed, marked), Some(Grade::Full), "{typed}");
        }
        assert_eq!(hears("yinxing", "[银行]卡"), None);
    }

    #[test]
    fn a_rare_reading_is_not_reached_by_its_initial() {
        assert_eq!(hears("oa", "百度网盘"), None);
        assert_eq!(hears("s", "挂[失]"), None);
    }

    #[test]
    fn homophones_share_every_usual_reading() {
        let typed = LEXICON.sounds(fold("挂实").chars());
        let pattern = SoundPattern::homophones_of(&typed).unwrap();
        let text = LEXICON.sounds(fold("银行卡挂失").chars());
        assert_eq!(pattern.find(&text, &LEXICON).unwrap().chars, 3..5);
    }

    proptest! {
        #[test]
        fn no_pattern_and_no_text_panics(typed in "[a-z'卡挂]{0,12}", text in "\\PC{0,20}") {
            let text = LEXICON.sounds(fold(&text).chars());
            if let Some(found) = SoundPattern::typed(&typed).and_then(|p| p.find(&text, &LEXICON)) {
                prop_assert!(found.chars.end <= text.chars().len());
            }
        }
    }
}
