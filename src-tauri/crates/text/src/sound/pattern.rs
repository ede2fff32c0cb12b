//! What to listen for, and the best stretch of a text that sounds like it.

use super::walk::{Tally, Walk};
use super::{SoundText, bit};
use crate::lexicon::Lexicon;
use std::ops::Range;

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

/// A piece of a pattern: characters that must stand there, or sounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Han(char),
    Letters(Vec<u8>),
    /// Any of these syllables, with the set of their first letters.
    Syllable(Vec<u16>, u32),
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
            let of_one = || text.readings(at).iter().filter(|reading| reading.common);
            let syllables: Vec<u16> = of_one().map(|reading| reading.syllable).collect();
            let firsts = of_one().fold(0, |set, reading| set | bit(reading.initial));
            (!syllables.is_empty()).then_some(Piece::Syllable(syllables, firsts))
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
        for start in (0..last.min(text.chars().len())).filter(|at| self.can_start(text, *at)) {
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

    /// Where the first piece can stand, judged by first letters alone.
    fn can_start(&self, text: &SoundText, at: usize) -> bool {
        let firsts = text.firsts.get(at).copied().unwrap_or(0);
        match self.pieces.first() {
            Some(Piece::Han(c)) => text.chars.get(at) == Some(c),
            Some(Piece::Letters(letters)) => letters
                .first()
                .is_some_and(|first| firsts & bit(*first) != 0),
            Some(Piece::Syllable(_, any)) => firsts & any != 0,
            None => false,
        }
    }

    fn is_one_letter(&self) -> bool {
        matches!(self.pieces.as_slice(), [Piece::Letters(run)] if run.len() == 1)
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
