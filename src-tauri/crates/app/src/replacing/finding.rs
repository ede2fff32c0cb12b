//! One file: its hits, and what it becomes when some of them are replaced.

use super::hits::Sought;
use super::parts::{PartLine, lines};
use crate::contract::{FindRequest, FoundHit, TextPart, Words};
use crate::vocabulary::number;
use std::ops::Range;
use yingda_content::entry::Status;
use yingda_content::{Entry, Language, Severity, read_entry};
use yingda_search::Segment;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place<'a> {
    line: PartLine<'a>,
    /// Bytes of the line.
    at: Range<usize>,
}

/// Every place of a file that a request asks for.
pub(super) fn places<'a>(text: &'a str, request: &FindRequest) -> Vec<Place<'a>> {
    let Some(sought) = Sought::new(&request.find, request.folded) else {
        return Vec::new();
    };
    let wanted = |part: TextPart| request.parts.is_empty() || request.parts.contains(&part);
    let mut places = Vec::new();
    for line in lines(text).into_iter().filter(|line| wanted(line.part)) {
        for at in sought.places(line.text) {
            let line = line.clone();
            places.push(Place { line, at });
        }
    }
    places
}

impl Place<'_> {
    /// As the screen shows it.
    pub(super) fn view(&self, replace: &str) -> FoundHit {
        let before = self.line.text.get(..self.at.start).unwrap_or_default();
        let found = self.line.text.get(self.at.clone()).unwrap_or_default();
        let behind = self.line.text.get(self.at.end..).unwrap_or_default();
        FoundHit {
            line: number(self.line.number),
            part: self.line.part,
            before: lit(before, found, behind),
            after: lit(before, replace, behind),
        }
    }
}

fn lit(before: &str, hit: &str, behind: &str) -> Vec<Segment> {
    let segment = |text: &str, hit: bool| Segment {
        text: text.to_owned(),
        hit,
    };
    let all = [(before, false), (hit, true), (behind, false)];
    all.into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, hit)| segment(text, hit))
        .collect()
}

/// The file with these places replaced.
pub(super) fn replaced<'a>(
    text: &str,
    places: impl DoubleEndedIterator<Item = &'a Place<'a>>,
    replace: &str,
) -> String {
    let mut changed = text.to_owned();
    // From the last to the first, so that the places before stay true.
    for place in places.rev() {
        let start = place.line.start;
        changed.replace_range(start + place.at.start..start + place.at.end, replace);
    }
    changed
}

/// What a change does to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Effect {
    /// It was approved and is not any more.
    pub(super) lapses: bool,
    /// Why it may not be written.
    pub(super) refused: Option<Words>,
}

/// What it does to an entry's file to become `after`.
pub(super) fn effect(file: &str, before: &str, after: &str) -> Effect {
    let (was, is) = (read_entry(file, before), read_entry(file, after));
    let new_error = is.problems.iter().find(|problem| {
        problem.severity() == Severity::Error
            && !was
                .problems
                .iter()
                .any(|known| known.fault == problem.fault)
    });
    let refused = match (&was.entry, &is.entry, new_error) {
        (_, _, Some(problem)) => Some(Words {
            zh: problem.fault.what(Language::Chinese),
            en: problem.fault.what(Language::English),
        }),
        (Some(was), Some(is), None) if shape(was) != shape(is) => Some(Words {
            zh: "替换以后，列表里的词会多出来或少掉。请到编辑台里改这一条。".to_owned(),
            en: "A list would have more or fewer words then. Change this entry at the trainer's desk.".to_owned(),
        }),
        (Some(_), None, None) => Some(Words {
            zh: "替换以后，这一条读不出来。".to_owned(),
            en: "The entry could not be read then.".to_owned(),
        }),
        _ => None,
    };
    let approved = |entry: &Option<Entry>| {
        entry
            .as_ref()
            .is_some_and(|entry| entry.status == Status::Approved)
    };
    Effect {
        lapses: approved(&was.entry) && !approved(&is.entry),
        refused,
    }
}

/// What words may not change: how many there are in each list, and what is no words at all.
fn shape(entry: &Entry) -> (&str, [usize; 5]) {
    let lists = [&entry.aliases, &entry.not_for, &entry.tags, &entry.scope].map(Vec::len);
    let [aliases, not_for, tags, scope] = lists;
    (
        entry.id.as_str(),
        [aliases, not_for, tags, scope, entry.fields.len()],
    )
}
