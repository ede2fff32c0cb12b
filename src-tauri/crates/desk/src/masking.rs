//! The mask every search passes before it is kept: words of the knowledge vocabulary stay, everything else becomes ※.
//!
//! What a customer said is not stored. Digits go always, in any script; a single character that is also a family name
//! goes when what follows it went, or is a form of address.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;
use yingda_text::atoms::is_han;
use yingda_text::{Lexicon, fold};

/// What stands for everything that is not kept.
pub const MASK: char = '※';

/// Characters that say a number in Chinese, after folding.
const NUMERALS: &str = "零〇一二三四五六七八九十百千万亿兆两俩仨廿卅幺壹贰叁肆伍陆柒捌玖拾佰仟";
/// Frequent family names of one character.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚\
     卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/// Forms of address.
const ADDRESSES: [&str; 8] = ["先生", "女士", "小姐", "太太", "老师", "阿姨", "师傅", "总"];

/// The words that may be kept: those that titles, aliases, tags and the dictionaries of a library are made of.
#[derive(Debug)]
pub struct KnownWords {
    words: HashSet<Box<str>>,
    lexicon: Arc<Lexicon>,
}

impl KnownWords {
    /// The words of names: each name whole, and cut as a search would cut it.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>, lexicon: Arc<Lexicon>) -> Self {
        let mut words = HashSet::default();
        for name in names {
            let folded: Vec<char> = fold(name).chars().to_vec();
            for piece in pieces(&folded, &lexicon) {
                if let Piece::Word(range) = piece {
                    words.insert(text(&folded, range).into_boxed_str());
                }
            }
            if folded.iter().all(|c| is_han(*c)) {
                words.insert(folded.iter().collect::<String>().into_boxed_str());
            }
        }
        Self { words, lexicon }
    }

    /// Whether a folded word may be kept.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// A longer word of the dictionary that the vocabulary has in parts, one of them of two characters or more: two
    /// single characters are more often a name.
    fn knows_parts(&self, word: &str) -> bool {
        let parts = self.lexicon.parts(word);
        parts.iter().any(|part| part.chars().nth(1).is_some())
            && parts.iter().all(|part| self.knows(part))
    }
}

/// Text that passed the mask. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Masked(String);

impl Masked {
    /// Masks a text. Masking what is masked changes nothing.
    #[must_use]
    pub fn of(typed: &str, known: &KnownWords) -> Self {
        let folded: Vec<char> = fold(typed).chars().to_vec();
        let mut pieces = pieces(&folded, &known.lexicon);
        for at in 0..pieces.len() {
            if let Some(Piece::Word(range)) = pieces.get(at).cloned()
                && !may_stay(&folded, range, known)
                && let Some(piece) = pieces.get_mut(at)
            {
                *piece = Piece::Masked;
            }
        }
        hide_families(&mut pieces, &folded);
        Self(joined(&pieces, &folded))
    }

    /// The masked text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a word of the vocabulary is left in it.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.0.chars().any(|c| c != MASK && c != ' ')
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// Characters of one word.
    Word(Range<usize>),
    /// What does not stay.
    Masked,
    /// Blanks and punctuation.
    Gap,
}

/// Cuts folded text into words, gaps and what can't be a word.
fn pieces(folded: &[char], lexicon: &Lexicon) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = folded.get(at) {
        let same: fn(char) -> bool = if is_han(c) {
            is_han
        } else if c.is_alphanumeric() {
            |c| c.is_alphanumeric() && !is_han(c)
        } else {
            |c| !c.is_alphanumeric() && !is_han(c)
        };
        let end = at + folded.iter().skip(at).take_while(|c| same(**c)).count();
        let run = folded.get(at..end).unwrap_or_default();
        if is_han(c) {
            let cut = lexicon.words(&run.iter().collect::<String>());
            found.extend(
                cut.into_iter()
                    .map(|word| Piece::Word(at + word.start..at + word.end)),
            );
        } else if c.is_alphanumeric() {
            found.push(Piece::Word(at..end));
        } else if run.contains(&MASK) {
            found.push(Piece::Masked);
        } else {
            found.push(Piece::Gap);
        }
        at = end;
    }
    found
}

fn text(folded: &[char], range: Range<usize>) -> String {
    folded.get(range).unwrap_or_default().iter().collect()
}

fn may_stay(folded: &[char], range: Range<usize>, known: &KnownWords) -> bool {
    let word = text(folded, range.clone());
    if word.chars().any(char::is_numeric) || says_number(folded, &range) {
        return false;
    }
    known.knows(&word) || known.knows_parts(&word)
}

/// Whether a word is nothing but numerals, or shares a run of numerals with a neighbour.
fn says_number(folded: &[char], range: &Range<usize>) -> bool {
    let is_numeral = |at: usize| folded.get(at).is_some_and(|c| NUMERALS.contains(*c));
    let is_number = |at: usize| is_numeral(at) || folded.get(at).is_some_and(|c| c.is_numeric());
    let before = range.start.checked_sub(1);
    range.clone().all(is_numeral)
        || (is_numeral(range.start) && before.is_some_and(is_number))
        || (is_numeral(range.end.saturating_sub(1)) && is_number(range.end))
}

/// Masks single characters that are family names where a masked stretch or a form of address follows.
fn hide_families(pieces: &mut [Piece], folded: &[char]) {
    for at in (0..pieces.len()).rev() {
        let next = pieces
            .iter()
            .skip(at + 1)
            .find(|piece| **piece != Piece::Gap);
        let follows = match next {
            Some(Piece::Masked) => true,
            Some(Piece::Word(range)) => ADDRESSES.contains(&text(folded, range.clone()).as_str()),
            Some(Piece::Gap) | None => false,
        };
        let Some(piece) = pieces.get_mut(at) else {
            continue;
        };
        if let Piece::Word(range) = &*piece
            && follows
            && range.len() == 1
            && folded
                .get(range.start)
                .is_some_and(|c| FAMILIES.contains(*c))
        {
            *piece = Piece::Masked;
        }
    }
}

/// One ※ for a masked stretch, one blank between words that did not touch.
fn joined(pieces: &[Piece], folded: &[char]) -> String {
    let mut out = String::new();
    let mut gap = false;
    for piece in pieces {
        match piece {
            Piece::Gap => gap = true,
            Piece::Masked => {
                if !out.ends_with(MASK) {
                    out.push(MASK);
                }
                gap = false;
            }
            Piece::Word(range) => {
                if gap && !out.is_empty() && !out.ends_with(MASK) {
                    out.push(' ');
                }
                out.push_str(&text(folded, range.clone()));
                gap = false;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests;
