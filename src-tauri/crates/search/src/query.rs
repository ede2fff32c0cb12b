//! Reading a query: from what was typed to words with a meaning for the search.

use crate::weak::is_weak;
use std::ops::Range;
use yingda_text::numerals::{is_measure, number_forms};
use yingda_text::{Atom, AtomKind, Lexicon, atoms, fold};

/// The longest query, in characters; a spoken sentence is far shorter.
pub const LONGEST: usize = 200;

/// A query and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// All atoms joined: the query without blanks and punctuation.
    pub compact: String,
    /// The folded text, blanks kept.
    pub folded: String,
    /// Its words from left to right; nothing that was typed is missing but blanks and punctuation.
    pub words: Vec<Word>,
}

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordKind {
    /// Han characters.
    Han,
    /// A number, with the measure behind it (24期) or letters before it (R2).
    Number,
    /// Letters: a Latin word, or pinyin.
    Latin,
}

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its folded text.
    pub text: String,
    /// What it is made of.
    pub kind: WordKind,
    /// Its atoms.
    pub atoms: Vec<String>,
    /// The same with its number in digits, when it is written in words (or with 万, 亿).
    pub in_digits: Option<Vec<String>>,
    /// Says little (的, 怎么, 请问): never required, hardly counted.
    pub weak: bool,
    /// Which run without blanks it stands in.
    pub run: usize,
    /// Whether it is the last word: letters may be unfinished.
    pub last: bool,
}

impl Query {
    /// Reads a query. Text beyond [`LONGEST`] characters is not read.
    #[must_use]
    pub fn read(typed: &str, lexicon: &Lexicon) -> Self {
        let kept: String = typed.chars().take(LONGEST).collect();
        let folded = fold(&kept);
        let atoms = atoms(&folded);
        let mut reader = Reader {
            lexicon,
            atoms: &atoms,
            words: Vec::new(),
            run: 0,
        };
        reader.read();
        let mut words = reader.words;
        if words.iter().all(|word| word.weak) {
            for word in &mut words {
                word.weak = false;
            }
        }
        if let Some(last) = words.last_mut() {
            last.last = true;
        }
        let compact = atoms.iter().map(|atom| atom.text.as_str()).collect();
        Self {
            compact,
            folded: folded.text(),
            words,
        }
    }
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    atoms: &'a [Atom],
    words: Vec<Word>,
    run: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let forms = number_forms(self.atoms);
        let mut at = 0;
        while let Some(atom) = self.atoms.get(at) {
            if !atom.joined && at > 0 {
                self.run += 1;
            }
            let form = forms.iter().find(|form| form.atoms.start == at);
            let end = match (form, atom.kind) {
                (Some(form), _) => {
                    let end = self.with_measure(form.atoms.end);
                    self.number(at..end, Some((form.atoms.clone(), &form.digits)));
                    end
                }
                (None, AtomKind::Han) => {
                    self.han(at, &forms.iter().map(|f| f.atoms.start).collect::<Vec<_>>())
                }
                (None, AtomKind::Number) => {
                    let end = self.with_measure(at + 1);
                    self.number(at..end, None);
                    end
                }
                (None, AtomKind::Latin) => self.latin(at),
            };
            at = end;
        }
    }

    fn joined(&self, at: usize) -> Option<&Atom> {
        self.atoms.get(at).filter(|atom| atom.joined)
    }

    fn with_measure(&self, end: usize) -> usize {
        let measure = self
            .joined(end)
            .and_then(|atom| atom.text.chars().next())
            .is_some_and(is_measure);
        end + usize::from(measure)
    }

    fn number(&mut self, range: Range<usize>, form: Option<(Range<usize>, &String)>) {
        let in_digits = form.map(|(covered, digits)| {
            let rest = self.texts(covered.end..range.end);
            [vec![digits.clone()], rest].concat()
        });
        self.push(range, WordKind::Number, in_digits);
    }

    /// A short code before a number belongs to it: R2级, A4.
    fn latin(&mut self, at: usize) -> usize {
        let short = self
            .atoms
            .get(at)
            .is_some_and(|atom| atom.text.chars().count() <= 2);
        let number = self
            .joined(at + 1)
            .is_some_and(|atom| atom.kind == AtomKind::Number);
        if short && number {
            let end = self.with_measure(at + 2);
            self.push(at..end, WordKind::Number, None);
            return end;
        }
        self.push(at..at + 1, WordKind::Latin, None);
        at + 1
    }

    /// Cuts a stretch of Han characters up to the next number into words.
    fn han(&mut self, from: usize, numbers: &[usize]) -> usize {
        let goes_on = |at: &usize| {
            let han = |atom: &Atom| atom.kind == AtomKind::Han && (atom.joined || *at == from);
            self.atoms.get(*at).is_some_and(han) && (*at == from || !numbers.contains(at))
        };
        let end = (from..self.atoms.len())
            .take_while(goes_on)
            .last()
            .map_or(from + 1, |last| last + 1);
        let text = self.texts(from..end).concat();
        for word in self.lexicon.words(&text) {
            self.push(from + word.start..from + word.end, WordKind::Han, None);
        }
        end
    }

    fn texts(&self, range: Range<usize>) -> Vec<String> {
        self.atoms
            .get(range)
            .unwrap_or_default()
            .iter()
            .map(|atom| atom.text.clone())
            .collect()
    }

    fn push(&mut self, range: Range<usize>, kind: WordKind, in_digits: Option<Vec<String>>) {
        let atoms = self.texts(range);
        let text = atoms.concat();
        let weak = kind == WordKind::Han && is_weak(&text);
        self.words.push(Word {
            text,
            kind,
            atoms,
            in_digits,
            weak,
            run: self.run,
            last: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::Query;
    use proptest::prelude::*;
    use std::sync::LazyLock;
    use yingda_text::Lexicon;

    static LEXICON: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::new([("信用卡", None), ("年费", None)], []));

    fn read(typed: &str) -> Vec<String> {
        let words = Query::read(typed, &LEXICON).words;
        words
            .into_iter()
            .filter(|word| !word.weak)
            .map(|word| word.text)
            .collect()
    }

    #[test]
    fn numbers_keep_what_they_count() {
        assert_eq!(read("24期分期"), ["24期", "分期"]);
        assert_eq!(read("7天理财"), ["7天", "理财"]);
        assert_eq!(read("R2级产品"), ["r2级", "产品"]);
        assert_eq!(read("1号产品"), ["1号", "产品"]);
    }

    #[test]
    fn a_number_in_words_is_also_read_in_digits() {
        let query = Query::read("二十四期", &LEXICON);
        assert_eq!(
            query.words[0].in_digits,
            Some(vec!["24".to_owned(), "期".to_owned()])
        );
    }

    #[test]
    fn letters_and_characters_are_words_of_their_own() {
        assert_eq!(read("xyk年费"), ["xyk", "年费"]);
        assert_eq!(read("信用卡 年费"), ["信用卡", "年费"]);
    }

    #[test]
    fn stock_phrases_are_weak_unless_nothing_else_is_there() {
        assert_eq!(read("请问信用卡怎么办"), ["信用卡"]);
        assert_eq!(read("怎么办"), ["怎么办"]);
    }

    proptest! {
        #[test]
        fn no_query_panics_and_no_letter_is_lost(typed in "\\PC{0,40}") {
            let query = Query::read(&typed, &LEXICON);
            let words: String = query.words.iter().map(|word| word.text.as_str()).collect();
            prop_assert_eq!(words, query.compact);
        }
    }
}
