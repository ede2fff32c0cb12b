//! Which part of an entry each line of its file belongs to.

use crate::contract::TextPart;

/// A line that may be replaced in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PartLine<'a> {
    /// Counted from 1.
    pub(super) number: usize,
    /// The byte of the file it begins at.
    pub(super) start: usize,
    pub(super) text: &'a str,
    pub(super) part: TextPart,
}

/// Where front matter ends; `None` before it began.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    FrontMatter,
    Body,
}

/// The lines of an entry's file whose words are a person's. Ids, statuses, approvals, dates and links to other entries
/// are not: they are changed where they are checked.
pub(super) fn lines(text: &str) -> Vec<PartLine<'_>> {
    let mut lines = Vec::new();
    let (mut place, mut part, mut start) = (Place::Before, None, 0);
    for (index, whole) in text.split_inclusive('\n').enumerate() {
        let line = whole.trim_end_matches(['\n', '\r']);
        let dashes = line.trim_start_matches('\u{feff}').trim_end() == "---";
        match place {
            Place::Before if dashes => place = Place::FrontMatter,
            Place::FrontMatter if dashes => (place, part) = (Place::Body, Some(TextPart::Other)),
            Place::FrontMatter => part = key(line).map_or(part, part_of_key),
            Place::Body => part = heading(line).or(part),
            Place::Before => {}
        }
        // The headings of the four parts belong to the format.
        let own = heading(line).is_some_and(|part| part != TextPart::Other);
        let is_words = !(dashes || own && place == Place::Body);
        if let Some(part) = part.filter(|_| is_words) {
            lines.push(PartLine {
                number: index + 1,
                start,
                text: line,
                part,
            });
        }
        start += whole.len();
    }
    lines
}

/// The key that begins in a line of front matter.
fn key(line: &str) -> Option<&str> {
    let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
    line.split_once(':').map(|(key, _)| key).filter(|_| begins)
}

fn part_of_key(key: &str) -> Option<TextPart> {
    match key {
        "title" => Some(TextPart::Title),
        "aliases" | "not_for" | "tags" => Some(TextPart::Names),
        "product" | "scope" | "owner" | "source" | "fields" => Some(TextPart::Keys),
        _ => None,
    }
}

/// The part that a heading of the second level begins. The four parts' own headings are the format's, not a person's;
/// any other may be replaced in.
fn heading(line: &str) -> Option<TextPart> {
    let title = line.strip_prefix("## ")?.trim();
    Some(match title {
        "可直接说" => TextPart::Say,
        "必须说" => TextPart::Must,
        "不能说" => TextPart::Never,
        "仅内部" => TextPart::Internal,
        _ => TextPart::Other,
    })
}
