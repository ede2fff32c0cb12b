//! Three texts, line by line.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Sides;

/// Lines of the base that a side replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk<'a> {
    at: Range<usize>,
    lines: Vec<&'a str>,
}

/// The merged text; `None` when both sides changed the same lines in different ways.
pub(super) fn by_line(sides: Sides<&str>) -> Option<String> {
    let base: Vec<&str> = sides.base?.split_inclusive('\n').collect();
    let mut ours = hunks(&base, sides.ours).into_iter().peekable();
    let mut theirs = hunks(&base, sides.theirs).into_iter().peekable();
    let mut merged = Vec::new();
    let mut done = 0;
    loop {
        let hunk = match (ours.peek(), theirs.peek()) {
            (None, None) => break,
            (Some(one), Some(other)) if touch(&one.at, &other.at) => {
                let hunk = together(one, other)?;
                ours.next();
                theirs.next();
                hunk
            }
            (Some(one), Some(other)) if other.at.start < one.at.start => theirs.next()?,
            (Some(_), _) => ours.next()?,
            (None, Some(_)) => theirs.next()?,
        };
        // A hunk that reaches into what was merged already: the sides overlap in more than one place.
        if hunk.at.start < done {
            return None;
        }
        merged.extend_from_slice(base.get(done..hunk.at.start)?);
        merged.extend(hunk.lines);
        done = hunk.at.end;
    }
    merged.extend_from_slice(base.get(done..)?);
    Some(with_line_ends(&merged))
}

fn hunks<'a>(base: &[&'a str], side: &'a str) -> Vec<Hunk<'a>> {
    let side: Vec<&str> = side.split_inclusive('\n').collect();
    capture_diff_slices(Algorithm::Myers, base, &side)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Hunk {
            at: op.old_range(),
            lines: side.get(op.new_range()).unwrap_or_default().to_vec(),
        })
        .collect()
}

/// Whether two changes meet: they share a line, or one puts lines where the other changes some.
fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    let share = one.start < other.end && other.start < one.end;
    let inserted = |one: &Range<usize>, other: &Range<usize>| {
        one.is_empty() && other.start <= one.start && one.start <= other.end
    };
    share || inserted(one, other) || inserted(other, one)
}

/// The same change twice is one; list items that both put in the same place both stay.
fn together<'a>(one: &Hunk<'a>, other: &Hunk<'a>) -> Option<Hunk<'a>> {
    if one == other {
        return Some(one.clone());
    }
    let is_item = |line: &&str| line.starts_with("- ");
    let only_items = |hunk: &Hunk<'_>| hunk.at.is_empty() && hunk.lines.iter().all(is_item);
    if one.at != other.at || !only_items(one) || !only_items(other) {
        return None;
    }
    let is_new = |line: &&&str| {
        !one.lines
            .iter()
            .any(|own| own.trim_end() == line.trim_end())
    };
    let new = other.lines.iter().filter(is_new);
    Some(Hunk {
        at: one.at.clone(),
        lines: one.lines.iter().chain(new).copied().collect(),
    })
}

/// A line that ended its text may have come to stand before another.
fn with_line_ends(lines: &[&str]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(line);
    }
    text
}
