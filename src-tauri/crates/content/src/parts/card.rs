//! 不能说: what may not be said, and what to say instead.

use super::arrow;
use crate::document::Inline;
use crate::entry::NeverPair;

const QUOTES: [(char, char); 6] = [
    ('「', '」'),
    ('『', '』'),
    ('“', '”'),
    ('‘', '’'),
    ('"', '"'),
    ('\'', '\''),
];

/// Reads `「A」 → 「B」`; without an arrow there is nothing to say instead.
pub(super) fn never_pair(sentence: Vec<Inline>) -> NeverPair {
    let (phrase, instead) = match arrow::cut_at_first(&sentence) {
        Some((phrase, instead)) => (
            phrase,
            Some(unquoted(instead)).filter(|instead| !instead.is_empty()),
        ),
        None => (arrow::trim(sentence), None),
    };
    NeverPair {
        phrase: unquoted(phrase),
        instead,
    }
}

/// Takes one pair of quotation marks off, if it holds the whole: not off `「A」或「B」`.
fn unquoted(inlines: Vec<Inline>) -> Vec<Inline> {
    let inner = QUOTES
        .iter()
        .find_map(|(open, close)| inside(&inlines, *open, *close));
    inner.map_or(inlines, arrow::trim)
}

fn inside(inlines: &[Inline], open: char, close: char) -> Option<Vec<Inline>> {
    let mut inner = inlines.to_vec();
    let Some(Inline::Text { text }) = inner.first_mut() else {
        return None;
    };
    *text = text.strip_prefix(open)?.to_owned();
    let Some(Inline::Text { text }) = inner.last_mut() else {
        return None;
    };
    *text = text.strip_suffix(close)?.to_owned();
    let again = |inline: &Inline| matches!(inline, Inline::Text { text } if text.contains(close));
    (!inner.iter().any(again)).then_some(inner)
}
