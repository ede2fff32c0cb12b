//! Putting a digest into the text of front matter, every other byte left as it is.

use crate::front_matter;
use crate::yaml::{self, Node, Place, Value};
use std::ops::Range;

/// A piece of text to be put in the place of a range of bytes.
struct Change {
    at: Range<usize>,
    text: String,
}

/// The file's text with the digest in each approval; `None` when the approvals can't be found in it.
pub(super) fn bind(text: &str, digest: &str) -> Option<String> {
    let halves = front_matter::split(text).ok()?;
    let Value::Keys(pairs) = yaml::parse(halves.yaml).ok()??.value else {
        return None;
    };
    let (_, approvals) = pairs
        .into_iter()
        .find(|(key, _)| key.text() == Some("approvals"))?;
    let Value::List(items) = approvals.value else {
        return None;
    };
    let mut edited = text.to_owned();
    // From the last to the first, so that the places before stay true.
    for item in items.iter().rev() {
        let change = change(halves.yaml, item, digest)?;
        let at = halves.yaml_offset + change.at.start..halves.yaml_offset + change.at.end;
        edited.replace_range(at, &change.text);
    }
    Some(edited)
}

fn change(yaml: &str, approval: &Node, digest: &str) -> Option<Change> {
    let Value::Keys(pairs) = &approval.value else {
        return None;
    };
    if let Some((key, old)) = pairs.iter().find(|(key, _)| key.text() == Some("digest")) {
        return in_place(yaml, key, old, digest);
    }
    let start = offset(yaml, approval.start)?;
    if yaml.get(start..)?.starts_with('{') {
        in_braces(yaml, start..offset(yaml, approval.end)?, digest)
    } else {
        let (first, last) = (&pairs.first()?.0, &pairs.last()?.1);
        below(yaml, first.start.column, written(yaml, last)?.end, digest)
    }
}

/// In the place of an old value; behind the colon where there is none, for the parser puts it elsewhere.
fn in_place(yaml: &str, key: &Node, old: &Node, digest: &str) -> Option<Change> {
    let empty = matches!(&old.value, Value::Text { text, plain: true } if text.is_empty());
    if !empty {
        return Some(Change {
            at: written(yaml, old)?,
            text: format!("\"{digest}\""),
        });
    }
    let behind_key = written(yaml, key)?.end;
    let colon = behind_key + yaml.get(behind_key..)?.find(':')? + 1;
    Some(Change {
        at: colon..colon,
        text: format!(" \"{digest}\""),
    })
}

/// Behind the last value of `{role: …, date: …}`.
fn in_braces(yaml: &str, braces: Range<usize>, digest: &str) -> Option<Change> {
    let inside = yaml.get(braces.clone())?.trim_end();
    let end = braces.start + inside.len();
    let comma = if inside.ends_with(',') { " " } else { ", " };
    Some(Change {
        at: end..end,
        text: format!("{comma}digest: \"{digest}\""),
    })
}

/// A line of its own below the last key.
fn below(yaml: &str, column: usize, last_value: usize, digest: &str) -> Option<Change> {
    let rest = yaml.get(last_value..)?;
    let line = rest.split('\n').next()?.trim_end_matches('\r');
    let end = last_value + line.len();
    let line_end = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    let indent = " ".repeat(column);
    Some(Change {
        at: end..end,
        text: format!("{line_end}{indent}digest: \"{digest}\""),
    })
}

/// The bytes of a value. The parser counts the blanks behind one without quotes as part of it.
fn written(yaml: &str, value: &Node) -> Option<Range<usize>> {
    let start = offset(yaml, value.start)?;
    let text = yaml.get(start..offset(yaml, value.end)?)?.trim_end();
    Some(start..start + text.len())
}

/// The byte a place stands at.
fn offset(yaml: &str, place: Place) -> Option<usize> {
    let mut start = 0;
    for (index, line) in yaml.split_inclusive('\n').enumerate() {
        if index + 1 == place.line {
            let letters = line
                .char_indices()
                .map(|(byte, _)| byte)
                .chain([line.len()]);
            return letters.clone().nth(place.column).map(|byte| start + byte);
        }
        start += line.len();
    }
    None
}
