//! What becomes of a line end inside a paragraph: nothing between Chinese characters, else a blank.
//!
//! A browser and a plain parser put a blank there, which a copied Chinese sentence must not have. The characters on
//! both sides may stand in different runs (`**甲**` and then 乙), so the whole paragraph is looked at.

use crate::document::{Inline, Target};

/// Stands for a line end until it is settled; no other text inside a paragraph holds one.
pub(super) const LINE_END: &str = "\n";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// A Chinese character, full-width mark, or something that will show as one: a blank to fill, an entry's title.
    Chinese,
    /// A mark that Chinese and Western text share: “ ” ‘ ’ — … ·
    Shared,
    Other,
}

/// Settles all line ends of one paragraph.
pub(super) fn settle(inlines: &mut [Inline]) {
    let mut pieces = Vec::new();
    survey(inlines, &mut pieces);
    let mut afters = Vec::new();
    let mut after = Side::Other;
    for piece in pieces.iter().rev() {
        match piece {
            Piece::Run { first, .. } => after = *first,
            Piece::LineEnd => afters.push(after),
        }
    }
    let mut decisions = Vec::new();
    let mut before = Side::Other;
    for piece in &pieces {
        match piece {
            Piece::Run { last, .. } => before = *last,
            Piece::LineEnd => decisions.push(vanishes(before, afters.pop().unwrap_or(Side::Other))),
        }
    }
    replace(inlines, &mut decisions.into_iter());
}

fn vanishes(before: Side, after: Side) -> bool {
    matches!(
        (before, after),
        (Side::Chinese, Side::Chinese | Side::Shared) | (Side::Shared, Side::Chinese)
    )
}

enum Piece {
    Run { first: Side, last: Side },
    LineEnd,
}

fn survey(inlines: &[Inline], pieces: &mut Vec<Piece>) {
    for inline in inlines {
        match inline {
            Inline::Text { text } if text == LINE_END => pieces.push(Piece::LineEnd),
            Inline::Text { text } | Inline::Lit { text } | Inline::Code { text } => {
                pieces.extend(run(text));
            }
            Inline::Link {
                to: Target::Entry { id },
                text,
            } if text == id.as_str() => {
                pieces.push(Piece::Run {
                    first: Side::Chinese,
                    last: Side::Chinese,
                });
            }
            Inline::Link { text, .. } | Inline::Field { name: text } => pieces.extend(run(text)),
            Inline::Strong { children }
            | Inline::Emphasis { children }
            | Inline::Strike { children } => {
                survey(children, pieces);
            }
            Inline::Break => pieces.push(Piece::Run {
                first: Side::Other,
                last: Side::Other,
            }),
        }
    }
}

fn run(text: &str) -> Option<Piece> {
    // The braces of a blank to fill show as nothing or as 【】.
    let seen = |letter: &char| !matches!(letter, '{' | '}');
    let first = text.chars().find(seen)?;
    let last = text.chars().rev().find(seen)?;
    Some(Piece::Run {
        first: side(first),
        last: side(last),
    })
}

fn side(letter: char) -> Side {
    match letter {
        '\u{2e80}'..='\u{33ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}' => Side::Chinese,
        '“' | '”' | '‘' | '’' | '—' | '…' | '·' => Side::Shared,
        _ => Side::Other,
    }
}

fn replace(inlines: &mut [Inline], decisions: &mut impl Iterator<Item = bool>) {
    for inline in inlines {
        match inline {
            Inline::Text { text } if text == LINE_END => {
                let vanishes = decisions.next().unwrap_or_default();
                *text = if vanishes {
                    String::new()
                } else {
                    " ".to_owned()
                };
            }
            Inline::Strong { children }
            | Inline::Emphasis { children }
            | Inline::Strike { children } => {
                replace(children, decisions);
            }
            _ => {}
        }
    }
}
