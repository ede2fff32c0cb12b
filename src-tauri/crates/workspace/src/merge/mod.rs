//! Two texts of a file that began as one, brought together.
//!
//! An entry is merged key by key and section by section; a list of words line by line, as a set. What both sides
//! changed in different ways is a conflict, which a person decides.

mod list;
#[cfg(test)]
mod tests;
mod three;

use std::collections::BTreeSet;

use yingda_content::entry::Status;
use yingda_content::read_entry;
use yingda_content::sheet::{Setting, set};

use crate::parts::{PartName, parts};

/// Three sides of one thing. The base is empty or absent where both sides began by themselves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sides<T> {
    pub(crate) base: Option<T>,
    pub(crate) ours: T,
    pub(crate) theirs: T,
}

/// The merged text of a file; `None` when a person has to decide.
pub(crate) fn merge(file: &str, sides: Sides<&str>) -> Option<String> {
    let ending = if sides.ours.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let even = |text: &str| text.replace("\r\n", "\n").replace('\n', ending);
    let (base, theirs) = (sides.base.map(even), even(sides.theirs));
    let sides = Sides {
        base: base.as_deref(),
        ours: sides.ours,
        theirs: &theirs,
    };
    if is_list(file) {
        return Some(list::by_line(sides));
    }
    if !is_entry(file) {
        return three::by_line(sides);
    }
    let merged = by_part(sides)?;
    if merged == sides.ours || merged == sides.theirs {
        return Some(merged);
    }
    let merged = in_review(merged);
    let is_read = |text: &str| read_entry(file, text).entry.is_some();
    // Two good halves may make a bad whole; then a person looks.
    (is_read(&merged) || !is_read(sides.ours) || !is_read(sides.theirs)).then_some(merged)
}

/// Nobody has seen the merged text: it has to be approved again. What was taken out of use stays so.
pub(crate) fn in_review(text: String) -> String {
    let status = parts(&text).into_iter().find_map(|part| match part.name {
        PartName::Key(key) if key == "status" => Some(value(part.text).to_owned()),
        _ => None,
    });
    if status.is_some_and(|status| OUT_OF_USE.contains(&status.as_str())) {
        return text;
    }
    // Where the key can't be changed, the digest no longer holds, which means the same.
    set(&text, &[Setting::Status(Status::InReview)]).unwrap_or(text)
}

const OUT_OF_USE: [&str; 2] = ["withdrawn", "retired"];

/// What stands behind a key's colon, on its first line, without a comment.
fn value(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    let value = line.split_once(':').map_or("", |(_, value)| value);
    value.split(" #").next().unwrap_or_default().trim()
}

/// Files of which every line stands on its own: words, judged queries, people, and the records of reviews.
fn is_list(file: &str) -> bool {
    [".tsv", ".txt", ".jsonl"]
        .iter()
        .any(|end| file.ends_with(end))
}

/// Whether a file is an entry of the library.
pub(crate) fn is_entry(file: &str) -> bool {
    file.ends_with(".md") && file.starts_with("entries/")
}

/// A part's name, and which of those of this name it is.
type Key = (PartName, usize);

fn keyed(text: &str) -> Vec<(Key, String)> {
    let mut keyed: Vec<(Key, String)> = Vec::new();
    for part in parts(text) {
        let same = keyed.iter().filter(|((name, _), _)| *name == part.name);
        let number = same.count();
        keyed.push(((part.name, number), part.text.to_owned()));
    }
    keyed
}

fn by_part(sides: Sides<&str>) -> Option<String> {
    let base = keyed(sides.base.unwrap_or_default());
    let (ours, theirs) = (keyed(sides.ours), keyed(sides.theirs));
    let text = |parts: &[(Key, String)], key: &Key| {
        let part = parts.iter().find(|(name, _)| name == key);
        part.map(|(_, text)| text.clone())
    };
    let mut merged = Vec::new();
    for key in order(&ours, &theirs) {
        let sides = [&base, &ours, &theirs].map(|parts| text(parts, &key));
        if let Some(text) = one_part(&key.0, sides)? {
            merged.push(text);
        }
    }
    Some(joined(&merged))
}

/// Our order, with what only they have behind what it stands behind with them.
fn order(ours: &[(Key, String)], theirs: &[(Key, String)]) -> Vec<Key> {
    let mut order: Vec<Key> = ours.iter().map(|(key, _)| key.clone()).collect();
    let mut known: BTreeSet<Key> = order.iter().cloned().collect();
    let mut behind = 0;
    for (key, _) in theirs {
        if known.insert(key.clone()) {
            order.insert(behind, key.clone());
            behind += 1;
        } else if let Some(at) = order.iter().position(|known| known == key) {
            behind = at + 1;
        }
    }
    order
}

/// The parts as one text; one that ended the file gets a line end when another follows.
fn joined(parts: &[String]) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(part);
    }
    text
}

/// `None`: a person decides; `Some(None)`: the part goes.
#[expect(
    clippy::option_option,
    reason = "whether it merges and whether it stays are two questions"
)]
fn one_part(name: &PartName, [base, ours, theirs]: [Option<String>; 3]) -> Option<Option<String>> {
    if ours == theirs || base == theirs {
        return Some(ours);
    }
    if base == ours {
        return Some(theirs);
    }
    let sides = Sides {
        base: base.as_deref(),
        ours: ours.as_deref()?,
        theirs: theirs.as_deref()?,
    };
    let merged = match name {
        PartName::Key(key) if key == "status" => Some(safest(sides)),
        PartName::Key(_) => list::by_item(sides),
        _ => three::by_line(sides),
    };
    merged.map(Some)
}

/// What one side took out of use stays out of use.
fn safest(sides: Sides<&str>) -> String {
    let is_out = |text: &&str| OUT_OF_USE.contains(&value(text));
    let out = [sides.ours, sides.theirs].into_iter().find(is_out);
    out.unwrap_or(sides.ours).to_owned()
}
