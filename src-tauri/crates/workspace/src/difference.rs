//! What differs between two texts of a file: by part, line by line, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use yingda_text::Lexicon;

use crate::parts::{Part, PartName, parts};

/// A run of a line's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text; the last piece of a line holds its line end.
    pub text: String,
    /// Whether the other side does not have it.
    pub changed: bool,
}

/// A line of the old text beside the line of the new text that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// The old line; `None` when it is new.
    pub old: Option<Vec<Piece>>,
    /// The new line; `None` when it went.
    pub new: Option<Vec<Piece>>,
}

impl LineChange {
    /// Whether both sides are the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.old == self.new
    }
}

/// A part of the file with all its lines, the same ones too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartChange {
    /// Which part; one that moved appears twice: where it went and where it came.
    pub part: PartName,
    /// Its lines, in order.
    pub lines: Vec<LineChange>,
}

impl PartChange {
    /// Whether nothing differs in it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.lines.iter().all(LineChange::is_same)
    }
}

/// Above so many words a line is compared as a whole: it is no line that a person reads.
const LONGEST_LINE: usize = 2000;
/// Below this share of common characters two lines are two lines, not one that changed.
const LEAST_COMMON: usize = 4;

/// How `new` differs from `old`. Joining the pieces of either side gives that side's text.
#[must_use]
pub fn difference(old: &str, new: &str, lexicon: &Lexicon) -> Vec<PartChange> {
    let (old, new) = (parts(old), parts(new));
    let names = |parts: &[Part<'_>]| -> Vec<PartName> {
        parts.iter().map(|part| part.name.clone()).collect()
    };
    let mut changes = Vec::new();
    for (one, other) in pairs(&names(&old), &names(&new), false) {
        let one = one.and_then(|at| old.get(at));
        let other = other.and_then(|at| new.get(at));
        let Some(part) = one.or(other).map(|part| part.name.clone()) else {
            continue;
        };
        let text = |part: Option<&Part<'_>>| part.map_or("", |part| part.text).to_owned();
        let lines = lines(&text(one), &text(other), lexicon);
        changes.push(PartChange { part, lines });
    }
    changes
}

/// Places of both sides, side by side. `replaced`: whether what was replaced stands side by side, too.
fn pairs<T: Eq + std::hash::Hash + Ord>(
    old: &[T],
    new: &[T],
    replaced: bool,
) -> Vec<(Option<usize>, Option<usize>)> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let beside = replaced || matches!(op, DiffOp::Equal { .. });
        let (mut one, mut other) = (op.old_range(), op.new_range());
        if beside {
            let length = one.len().min(other.len());
            pairs.extend((0..length).map(|_| (one.next(), other.next())));
        }
        pairs.extend(one.map(|at| (Some(at), None)));
        pairs.extend(other.map(|at| (None, Some(at))));
    }
    pairs
}

fn lines(old: &str, new: &str, lexicon: &Lexicon) -> Vec<LineChange> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    let change = |(one, other): (Option<usize>, Option<usize>)| {
        let one = one.and_then(|at| old.get(at).copied());
        let other = other.and_then(|at| new.get(at).copied());
        line(one, other, lexicon)
    };
    pairs(&old, &new, true).into_iter().map(change).collect()
}

fn line(old: Option<&str>, new: Option<&str>, lexicon: &Lexicon) -> LineChange {
    let whole = |text: &str, changed| {
        let text = text.to_owned();
        vec![Piece { text, changed }]
    };
    match (old, new) {
        (Some(old), Some(new)) if old == new => LineChange {
            old: Some(whole(old, false)),
            new: Some(whole(new, false)),
        },
        (Some(old), Some(new)) => {
            let (one, other) =
                by_word(old, new, lexicon).unwrap_or_else(|| (whole(old, true), whole(new, true)));
            LineChange {
                old: Some(one),
                new: Some(other),
            }
        }
        (old, new) => LineChange {
            old: old.map(|text| whole(text, true)),
            new: new.map(|text| whole(text, true)),
        },
    }
}

/// Both lines in pieces; `None` when they have too little in common.
fn by_word(old: &str, new: &str, lexicon: &Lexicon) -> Option<(Vec<Piece>, Vec<Piece>)> {
    let (old_words, new_words) = (words(old, lexicon), words(new, lexicon));
    if old_words.len().max(new_words.len()) > LONGEST_LINE {
        return None;
    }
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &old_words, &new_words) {
        let changed = !matches!(op, DiffOp::Equal { .. });
        add(&mut one, old_words.get(op.old_range()), changed);
        add(&mut other, new_words.get(op.new_range()), changed);
    }
    let common = one.iter().filter(|piece| !piece.changed);
    let common: usize = common.map(|piece| piece.text.trim().chars().count()).sum();
    let longer = old.trim().chars().count().max(new.trim().chars().count());
    (common * LEAST_COMMON >= longer).then_some((one, other))
}

fn add(pieces: &mut Vec<Piece>, words: Option<&[String]>, changed: bool) {
    let text = words.unwrap_or_default().concat();
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.changed == changed => last.text.push_str(&text),
        _ => pieces.push(Piece { text, changed }),
    }
}

/// The words of a line as it is written, nothing lost.
fn words(line: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut chars = line.chars();
    let word = |range: std::ops::Range<usize>| chars.by_ref().take(range.len()).collect();
    lexicon.words(line).into_iter().map(word).collect()
}

#[cfg(test)]
mod tests;
