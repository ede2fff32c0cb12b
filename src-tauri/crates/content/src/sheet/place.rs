//! Where a key stands in the YAML of front matter.

use super::SheetFault;
use crate::front_matter::KEYS;
use crate::yaml::{self, Node, Place, Value};
use std::ops::Range;

/// The YAML with one key put, changed or taken out. `value` is what stands behind the colon.
pub(super) fn put(
    yaml: &str,
    key: &'static str,
    value: Option<&str>,
    line_end: &str,
) -> Result<String, SheetFault> {
    let pairs = pairs(yaml)?;
    let unusual = SheetFault::TooUnusual { key };
    let at = pairs.iter().position(|(name, _)| name.text() == Some(key));
    let twice = pairs
        .iter()
        .filter(|(name, _)| name.text() == Some(key))
        .count()
        > 1;
    if twice {
        return Err(unusual);
    }
    let edited = match (at.and_then(|at| pairs.get(at)), value) {
        (None, None) => return Ok(yaml.to_owned()),
        (Some((name, old)), Some(value)) => {
            let range = behind_colon(yaml, name, old).ok_or(unusual)?;
            replaced(yaml, range, value)
        }
        (Some((name, old)), None) => {
            let value = behind_colon(yaml, name, old).ok_or(unusual)?;
            let start = offset(yaml, name.start).ok_or(unusual)?;
            let end = line_after(yaml, value.end).ok_or(unusual)?;
            replaced(yaml, start..end, "")
        }
        (None, Some(value)) => {
            let here = place_of(yaml, &pairs, key).ok_or(unusual)?;
            let open = here > 0 && !yaml.get(..here).ok_or(unusual)?.ends_with('\n');
            let before = if open { line_end } else { "" };
            replaced(
                yaml,
                here..here,
                &format!("{before}{key}:{value}{line_end}"),
            )
        }
    };
    let edited = edited.ok_or(unusual)?;
    if only_differs_in(&pairs, &edited, key) {
        Ok(edited)
    } else {
        Err(unusual)
    }
}

type Pairs = Vec<(Node, Node)>;

fn pairs(yaml: &str) -> Result<Pairs, SheetFault> {
    let root = yaml::parse(yaml).map_err(|_| SheetFault::Unreadable)?;
    match root {
        // A mapping in braces starts where its first key does not.
        Some(Node {
            value: Value::Keys(pairs),
            ..
        }) if pairs.iter().all(|(key, _)| key.start.column == 0) => Ok(pairs),
        _ => Err(SheetFault::Unreadable),
    }
}

fn replaced(yaml: &str, range: Range<usize>, with: &str) -> Option<String> {
    let (before, behind) = (yaml.get(..range.start)?, yaml.get(range.end..)?);
    Some(format!("{before}{with}{behind}"))
}

/// From behind the colon to the end of the value; a comment behind it stays.
fn behind_colon(yaml: &str, key: &Node, value: &Node) -> Option<Range<usize>> {
    let name_end = offset(yaml, key.end)?;
    let colon = name_end + yaml.get(name_end..)?.find(':')? + 1;
    let end = match &value.value {
        Value::Text { text, plain: true } if text.is_empty() => colon,
        _ => end_of(yaml, value)?,
    };
    (colon <= end).then_some(colon..end)
}

/// The byte behind a value. The parser ends a block at whatever comes next, so a block ends where its last part does.
fn end_of(yaml: &str, node: &Node) -> Option<usize> {
    let start = offset(yaml, node.start)?;
    let flow = yaml.get(start..)?.starts_with(['[', '{']);
    let end = offset(yaml, node.end)?;
    match &node.value {
        Value::Text { .. } => Some(start + yaml.get(start..end)?.trim_end().len()),
        _ if flow => Some(end + 1),
        Value::List(items) => end_of(yaml, items.last()?),
        Value::Keys(pairs) => {
            let (key, value) = pairs.last()?;
            Some(behind_colon(yaml, key, value)?.end)
        }
    }
}

/// The start of the line after a byte.
fn line_after(yaml: &str, byte: usize) -> Option<usize> {
    let rest = yaml.get(byte..)?;
    Some(byte + rest.find('\n').map_or(rest.len(), |at| at + 1))
}

/// Where a new key goes: below the last one that the format's order has before it, else at the start.
fn place_of(yaml: &str, pairs: &Pairs, key: &str) -> Option<usize> {
    let order = |name: &str| KEYS.iter().position(|known| *known == name);
    let rank = order(key)?;
    let before = pairs.iter().rfind(|(name, _)| {
        name.text()
            .and_then(order)
            .is_some_and(|other| other < rank)
    });
    match before {
        Some((name, value)) => line_after(yaml, behind_colon(yaml, name, value)?.end),
        None => Some(0),
    }
}

/// The byte at a place.
fn offset(yaml: &str, place: Place) -> Option<usize> {
    let mut start = 0;
    for (index, line) in yaml.split_inclusive('\n').enumerate() {
        if index + 1 == place.line {
            let letters = line.char_indices().map(|(byte, _)| byte);
            return letters
                .chain([line.len()])
                .nth(place.column)
                .map(|byte| start + byte);
        }
        start += line.len();
    }
    // The end of a text without a line end behind it.
    (place.column == 0).then_some(start)
}

/// Whether every other key still says the same, in the same order.
fn only_differs_in(before: &Pairs, edited: &str, key: &str) -> bool {
    let Ok(after) = pairs_or_none(edited) else {
        return false;
    };
    let others = |pairs: &Pairs| -> Vec<String> {
        let kept = pairs.iter().filter(|(name, _)| name.text() != Some(key));
        kept.map(|(name, value)| format!("{}={}", said(name), said(value)))
            .collect()
    };
    others(before) == others(&after)
}

fn pairs_or_none(yaml: &str) -> Result<Pairs, SheetFault> {
    if yaml.trim().is_empty() {
        Ok(Vec::new())
    } else {
        pairs(yaml)
    }
}

/// What a node says, without its place.
fn said(node: &Node) -> String {
    match &node.value {
        Value::Text { text, plain } => format!("{text:?}{}", u8::from(*plain)),
        Value::List(items) => format!("{:?}", items.iter().map(said).collect::<Vec<_>>()),
        Value::Keys(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| (said(key), said(value)));
            format!("{:?}", pairs.collect::<Vec<_>>())
        }
    }
}
