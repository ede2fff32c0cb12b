//! Line ends inside a sentence: a line that was full and did not end goes on in the next.

use super::{Cleaned, CleaningKind};
use crate::block::{Block, Located};
use crate::numbered;
use crate::pairs;

/// Lines shorter than this are never taken for full, in widths of a Latin letter.
const NARROWEST: usize = 30;
/// No page is wider.
const WIDEST: usize = 160;

/// Joins them. `cut` says that lines of this document end where the page does, whatever they say.
pub(super) fn join(blocks: &mut Vec<Located>, cut: bool, cleaned: &mut Cleaned) {
    let full = full_width(blocks);
    for located in blocks.iter_mut() {
        if let Block::Text(text) = &mut located.block
            && text.contains('\n')
        {
            let joined = join_lines(text, full);
            if joined != *text {
                cleaned.note(CleaningKind::LineBreaks, text, &joined, &located.at);
                *text = joined;
            }
        }
    }
    if !cut {
        return;
    }
    let mut joined: Vec<Located> = Vec::with_capacity(blocks.len());
    for located in blocks.drain(..) {
        if let (Block::Text(next), Some(Block::Text(text) | Block::Item { text, .. })) = (
            &located.block,
            joined.last_mut().map(|last| &mut last.block),
        ) && goes_on(text, next, full)
        {
            let before = format!("{text}\n{next}");
            append(text, next);
            let at = &located.at;
            cleaned.note(CleaningKind::LineBreaks, &before, text, at);
            continue;
        }
        joined.push(located);
    }
    *blocks = joined;
}

fn join_lines(text: &str, full: usize) -> String {
    let mut lines = text.split('\n');
    let mut joined = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        if goes_on(&joined, line, full) {
            append(&mut joined, line);
        } else {
            joined.push('\n');
            joined.push_str(line);
        }
    }
    joined
}

/// Chinese goes on without a blank, Latin words with one.
fn append(text: &mut String, next: &str) {
    let next = next.trim_start();
    let word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let kept = text.trim_end().len();
    text.truncate(kept);
    if word(text.chars().last()) && word(next.chars().next()) {
        text.push(' ');
    }
    text.push_str(next);
}

/// Whether a text goes on in the next line.
fn goes_on(text: &str, next: &str, full: usize) -> bool {
    let line = text.rsplit('\n').next().unwrap_or(text).trim_end();
    // What was joined so far is as wide as its lines together.
    let is_full = full > 0 && width(line) * 10 >= full * 8;
    let ended = line.ends_with([
        '。', '！', '？', '；', '：', '…', '.', '!', '?', ';', ':', '」', '』', '》',
    ]);
    let next = next.trim_start();
    let starts_anew = numbered::marker(next).is_some()
        || numbered::heading(next).is_some()
        || pairs::mark(next).is_some()
        || next.starts_with(['•', '●', '■', '◆', '-', '*', '·', '【', '（', '(']);
    is_full && !ended && !next.is_empty() && !starts_anew
}

/// The width that full lines have: that of the widest tenth. 0 when no line is wide enough to have been cut.
fn full_width(blocks: &[Located]) -> usize {
    let mut widths: Vec<usize> = blocks
        .iter()
        .filter_map(|located| match &located.block {
            Block::Text(text) => Some(text.split('\n').map(width).collect::<Vec<_>>()),
            _ => None,
        })
        .flatten()
        .filter(|width| *width > 0)
        .collect();
    widths.sort_unstable();
    let at = widths.len().saturating_sub(1) * 9 / 10;
    let wide = widths.get(at).copied().unwrap_or(0);
    // Where every paragraph has a width of its own, lines were not cut: a cut text has many lines of one width.
    let alike = widths
        .iter()
        .filter(|width| **width * 10 >= wide * 9 && **width * 10 <= wide * 11)
        .count();
    if (NARROWEST..=WIDEST).contains(&wide) && alike >= 2 {
        wide
    } else {
        0
    }
}

/// A Chinese character is twice as wide as a Latin letter.
fn width(line: &str) -> usize {
    line.trim()
        .chars()
        .map(|letter| if letter.is_ascii() { 1 } else { 2 })
        .sum()
}
