//! Lines with an arrow: `这样说 → 那样说`.

use crate::document::Inline;

const ARROWS: [&str; 2] = ["→", "->"];

/// Cuts at the first arrow that stands in plain text; both sides are trimmed.
pub(super) fn cut_at_first(inlines: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let place = inlines.iter().enumerate().find_map(|(index, inline)| {
        let text = plain(inline)?;
        let (at, arrow) = ARROWS
            .iter()
            .filter_map(|arrow| Some((text.find(arrow)?, *arrow)))
            .min()?;
        Some((index, at, arrow))
    });
    cut(inlines, place?)
}

/// Cuts at the last arrow that stands in plain text; both sides are trimmed.
pub(super) fn cut_at_last(inlines: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let place = inlines
        .iter()
        .enumerate()
        .rev()
        .find_map(|(index, inline)| {
            let text = plain(inline)?;
            let (at, arrow) = ARROWS
                .iter()
                .filter_map(|arrow| Some((text.rfind(arrow)?, *arrow)))
                .max()?;
            Some((index, at, arrow))
        });
    cut(inlines, place?)
}

fn plain(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Text { text } => Some(text),
        _ => None,
    }
}

fn cut(
    inlines: &[Inline],
    (index, at, arrow): (usize, usize, &str),
) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let (before, rest) = inlines.split_at_checked(index)?;
    let (cut, after) = rest.split_first()?;
    let (left, right) = plain(cut)?.split_at_checked(at)?;
    let right = right.strip_prefix(arrow)?;
    let mut first = before.to_vec();
    first.push(Inline::Text {
        text: left.to_owned(),
    });
    let mut second = vec![Inline::Text {
        text: right.to_owned(),
    }];
    second.extend(after.iter().cloned());
    Some((trim(first), trim(second)))
}

/// Takes blanks and line breaks off both ends.
pub(super) fn trim(mut inlines: Vec<Inline>) -> Vec<Inline> {
    trim_last(&mut inlines, |text| text.trim_end().to_owned());
    inlines.reverse();
    trim_last(&mut inlines, |text| text.trim_start().to_owned());
    inlines.reverse();
    inlines
}

fn trim_last(inlines: &mut Vec<Inline>, trimmed: impl Fn(&str) -> String) {
    loop {
        match inlines.last_mut() {
            Some(Inline::Text { text }) => {
                *text = trimmed(text);
                if !text.is_empty() {
                    return;
                }
            }
            Some(Inline::Break) => {}
            _ => return,
        }
        inlines.pop();
    }
}
