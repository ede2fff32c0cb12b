//! Atoms: the smallest pieces that may be searched for, cut without a dictionary.
//!
//! One Han character, one whole number, one whole Latin word. Any query that cuts no number and no Latin word is a
//! run of atoms of the text it was taken from; that is what makes containment certain, whatever a segmenter thinks.

use crate::fold::Folded;
use std::ops::Range;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AtomKind {
    /// One Han character.
    Han,
    /// A number in digits, thousands separators removed, decimals kept.
    Number,
    /// A run of letters of any other script.
    Latin,
}

/// One atom and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// What it is.
    pub kind: AtomKind,
    /// Its text; for a number without separators.
    pub text: String,
    /// Its characters in the folded text.
    pub chars: Range<usize>,
    /// Whether the atom before it ends where this one begins.
    pub joined: bool,
}

/// Whether a character is Han, the iteration mark and 〇 included.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(u32::from(c),
        0x3005 | 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x323af)
}

fn kind_of(c: char) -> Option<AtomKind> {
    if is_han(c) {
        Some(AtomKind::Han)
    } else if c.is_ascii_digit() {
        Some(AtomKind::Number)
    } else if c.is_alphanumeric() {
        Some(AtomKind::Latin)
    } else {
        None
    }
}

/// Cuts folded text into atoms; blanks and punctuation fall between them.
#[must_use]
pub fn atoms(folded: &Folded) -> Vec<Atom> {
    let chars = folded.chars();
    let mut found: Vec<Atom> = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let Some(kind) = kind_of(c) else {
            at += 1;
            continue;
        };
        let end = match kind {
            AtomKind::Han => at + 1,
            AtomKind::Number => number_end(chars, at),
            AtomKind::Latin => run_end(chars, at, AtomKind::Latin),
        };
        let text = chars
            .get(at..end)
            .unwrap_or_default()
            .iter()
            .filter(|c| **c != ',')
            .collect();
        let joined = found.last().is_some_and(|last| last.chars.end == at);
        found.push(Atom {
            kind,
            text,
            chars: at..end,
            joined,
        });
        at = end;
    }
    found
}

fn run_end(chars: &[char], from: usize, kind: AtomKind) -> usize {
    let same = |c: &&char| kind_of(**c) == Some(kind);
    from + chars.iter().skip(from).take_while(same).count()
}

/// Digits, with `,` and `.` inside them when digits follow.
fn number_end(chars: &[char], from: usize) -> usize {
    let mut end = run_end(chars, from, AtomKind::Number);
    while matches!(chars.get(end), Some(',' | '.')) {
        let next = run_end(chars, end + 1, AtomKind::Number);
        if next == end + 1 {
            break;
        }
        end = next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::atoms;
    use crate::fold::fold;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<String> {
        atoms(&fold(text))
            .into_iter()
            .map(|atom| atom.text)
            .collect()
    }

    #[test]
    fn numbers_and_latin_words_stay_whole() {
        assert_eq!(cut("24期分期"), ["24", "期", "分", "期"]);
        assert_eq!(cut("R2级，ETC挂失"), ["r", "2", "级", "etc", "挂", "失"]);
        assert_eq!(cut("5,000.50元"), ["5000.50", "元"]);
        assert_eq!(cut("3. 完成"), ["3", "完", "成"]);
        assert_eq!(cut("95xxx客服"), ["95", "xxx", "客", "服"]);
    }

    #[test]
    fn an_atom_knows_whether_it_touches_the_one_before() {
        let joined: Vec<bool> = atoms(&fold("U盾 坏了")).iter().map(|a| a.joined).collect();
        assert_eq!(joined, [false, true, false, true]);
    }

    proptest! {
        #[test]
        fn every_letter_and_digit_is_in_exactly_one_atom(text in "\\PC{0,60}") {
            let folded = fold(&text);
            let mut seen = vec![0; folded.chars().len()];
            for atom in atoms(&folded) {
                for at in atom.chars {
                    seen[at] += 1;
                }
            }
            for (c, times) in folded.chars().iter().zip(seen) {
                let inside_number = matches!(c, ',' | '.');
                prop_assert!(times == usize::from(c.is_alphanumeric() || super::is_han(*c)) || inside_number);
            }
        }
    }
}
