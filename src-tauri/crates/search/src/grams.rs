//! What the index holds for a text, and what a phrase of a query asks for.
//!
//! Every atom is a term, and every pair of neighbours. A phrase of a query is a run of atoms, so it asks for one atom,
//! for one pair, or for a row of pairs. No dictionary takes part: a word list can change without touching the index,
//! and no word cut differently can hide a piece of a title.

use std::ops::Range;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use yingda_text::numerals::number_forms;
use yingda_text::{Atom, AtomKind, atoms, fold};

/// Between the two atoms of a pair; no folded text holds it.
const JOINT: char = '\u{1}';
/// Positions left free between two rows of one text, so that no phrase reaches across.
const GAP: usize = 100;
/// Atoms kept on either side of a number form, so that phrases around it are found in digits as in words.
const AROUND: usize = 4;

/// Cuts the texts of the index, on the threads that write it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grams;

/// The tokens of one text.
pub(crate) struct Cut {
    tokens: std::vec::IntoIter<Token>,
    now: Token,
}

impl Tokenizer for Grams {
    type TokenStream<'a> = Cut;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut {
        Cut {
            tokens: tokens(text).into_iter(),
            now: Token::default(),
        }
    }
}

impl TokenStream for Cut {
    fn advance(&mut self) -> bool {
        match self.tokens.next() {
            Some(token) => {
                self.now = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.now
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.now
    }
}

/// One atom of a text and the characters it covers; for a number form those of the whole numeral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gram {
    pub(crate) text: String,
    pub(crate) chars: Range<usize>,
}

impl From<&Atom> for Gram {
    fn from(atom: &Atom) -> Self {
        Self {
            text: atom.text.clone(),
            chars: atom.chars.clone(),
        }
    }
}

/// A text as rows of grams: as written, and once more around each number written in words.
pub(crate) fn rows(atoms: &[Atom]) -> Vec<Vec<Gram>> {
    let mut rows = vec![atoms.iter().map(Gram::from).collect()];
    for form in number_forms(atoms) {
        let span = |range: Range<usize>| atoms.get(range).unwrap_or_default();
        let before = span(form.atoms.start.saturating_sub(AROUND)..form.atoms.start);
        let after = span(form.atoms.end..(form.atoms.end + AROUND).min(atoms.len()));
        let covered = span(form.atoms.clone());
        let (Some(first), Some(last)) = (covered.first(), covered.last()) else {
            continue;
        };
        let number = Gram {
            text: form.digits,
            chars: first.chars.start..last.chars.end,
        };
        let row = before
            .iter()
            .map(Gram::from)
            .chain([number])
            .chain(after.iter().map(Gram::from));
        rows.push(row.collect());
    }
    rows
}

/// Everything the index holds for one text of a field, by position.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let atoms = atoms(&fold(text));
    let mut tokens = Vec::with_capacity(atoms.len() * 2);
    for (at, atom) in atoms.iter().enumerate() {
        tokens.push(token(atom.text.clone(), at));
        if let Some(next) = atoms.get(at + 1) {
            tokens.push(token(pair(&atom.text, &next.text), at));
        }
    }
    let mut base = atoms.len() + GAP;
    for row in rows(&atoms).iter().skip(1) {
        for (at, gram) in row.iter().enumerate() {
            tokens.push(token(gram.text.clone(), base + at));
            if let Some(next) = row.get(at + 1) {
                tokens.push(token(pair(&gram.text, &next.text), base + at));
            }
        }
        base += row.len() + GAP;
    }
    tokens.extend(joined_latin(&atoms).map(|word| token(word, base)));
    tokens
}

/// Latin words written apart, once more written together: Apple Pay is found as applepay.
fn joined_latin(atoms: &[Atom]) -> impl Iterator<Item = String> {
    let latin = |atom: &Atom| atom.kind == AtomKind::Latin;
    atoms.windows(2).filter_map(move |two| match two {
        [first, second] if latin(first) && latin(second) => {
            Some(format!("{}{}", first.text, second.text))
        }
        _ => None,
    })
}

fn token(text: String, position: usize) -> Token {
    Token {
        text,
        position,
        position_length: 1,
        offset_from: 0,
        offset_to: 0,
    }
}

fn pair(first: &str, second: &str) -> String {
    format!("{first}{JOINT}{second}")
}

/// The terms a phrase asks for, in their order; empty for an empty phrase.
pub(crate) fn terms(phrase: &[String]) -> Vec<String> {
    match phrase {
        [one] => vec![one.clone()],
        many => many
            .windows(2)
            .filter_map(|two| match two {
                [first, second] => Some(pair(first, second)),
                _ => None,
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{terms, tokens};
    use proptest::prelude::*;
    use yingda_text::{atoms, fold};

    fn holds(text: &str, phrase: &str) -> bool {
        let held = tokens(text);
        let asked: Vec<String> = atoms(&fold(phrase)).into_iter().map(|a| a.text).collect();
        let wanted = terms(&asked);
        let starts = held
            .iter()
            .filter(|t| Some(&t.text) == wanted.first())
            .map(|t| t.position);
        !wanted.is_empty()
            && starts.into_iter().any(|start| {
                wanted.iter().enumerate().all(|(step, term)| {
                    held.iter()
                        .any(|t| t.position == start + step && t.text == *term)
                })
            })
    }

    #[test]
    fn a_number_in_words_is_also_held_in_digits() {
        assert!(holds("分二十四期还款", "24期"));
        assert!(holds("分二十四期还款", "二十四期"));
        assert!(holds("限额五万元", "50000元"));
        assert!(!holds("13号楼", "3"));
        assert!(holds("Apple Pay绑卡", "applepay"));
    }

    proptest! {
        #[test]
        fn whatever_is_cut_from_a_text_is_held(text in "[挂失补卡还款信用年费额度]{2,16}", from in 0_usize..15, len in 1_usize..6) {
            let chars: Vec<char> = text.chars().collect();
            let from = from.min(chars.len() - 1);
            let piece: String = chars[from..(from + len).min(chars.len())].iter().collect();
            prop_assert!(holds(&text, &piece));
        }
    }
}
