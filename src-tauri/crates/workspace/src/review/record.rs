//! The record of an entry's review: `reviews/<id>.jsonl`, one event a line, only ever added to.
//!
//! Lines stand on their own, so that two people's records are merged by putting their lines together; what counts is
//! made from all of them in the order of their times. A line that can't be read hides no other.

use serde::{Deserialize, Serialize};
use yingda_content::entry::EntryId;
use yingda_content::{BeijingTime, sheet};

/// Changes when an older program could misread an event.
const VERSION: u8 = 1;

/// The file with the record of an entry, relative to the workspace's folder.
#[must_use]
pub fn record_file(id: &EntryId) -> String {
    format!("reviews/{id}.jsonl")
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum What {
    /// Handed in for approval.
    Submitted,
    /// Taken back by a writer before anybody had approved.
    TakenBack,
    /// One office stands up for the text.
    Approved {
        /// The office's person, e.g. 消保审查岗.
        role: String,
        /// The document's number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<String>,
        /// The digest of the text.
        digest: String,
    },
    /// Given back to its writer.
    Returned,
    /// Said to be a slip of the pen only.
    Minor {
        /// The digest of the new text.
        digest: String,
    },
    /// A second person agreed that it is one.
    Confirmed {
        /// The digest of the new text.
        digest: String,
    },
    /// Taken from the agents at once.
    Withdrawn {
        /// Why.
        reason: String,
        /// What replaces it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        successor: Option<String>,
    },
    /// No longer needed.
    Retired,
    /// Begun anew from a withdrawn or retired text, or from an earlier version.
    Redrafted,
    /// A remark on a line.
    Comment {
        /// Its name in this record.
        id: String,
        /// The line of the file, from 1; 0 for the whole entry.
        line: usize,
        /// The line's text, so that the remark follows it.
        quote: String,
        /// The remark.
        text: String,
    },
    /// An answer to a remark.
    Answer {
        /// The remark.
        to: String,
        /// The answer.
        text: String,
    },
    /// A remark is settled.
    Resolved {
        /// The remark.
        to: String,
    },
    /// A settled remark is open again.
    Reopened {
        /// The remark.
        to: String,
    },
}

/// One line of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    v: u8,
    /// When, in Beijing: `2026-11-22T10:00:05`.
    pub at: String,
    /// Who.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

impl Event {
    /// What a person did at a moment.
    #[must_use]
    pub fn new(what: What, by: &str, at: BeijingTime) -> Self {
        Self {
            v: VERSION,
            at: format!("{}:{:02}", sheet::moment(at), at.reading().second()),
            by: by.to_owned(),
            what,
        }
    }

    /// A remark on a line, with a name of its own.
    #[must_use]
    pub fn comment(line: usize, quote: &str, text: &str, by: &str, at: BeijingTime) -> Self {
        let moment = at.reading();
        let name = sheet::fingerprint(&format!("{moment}\n{by}\n{line}\n{quote}\n{text}"));
        let what = What::Comment {
            id: name.chars().take(12).collect(),
            line,
            quote: quote.to_owned(),
            text: text.to_owned(),
        };
        Self::new(what, by, at)
    }
}

/// Everything that happened to an entry, in the order of the times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The events.
    pub events: Vec<Event>,
    /// Lines that can't be read, from 1: damaged, or of a newer program.
    pub unread: Vec<usize>,
}

impl Record {
    /// Reads a record's text; a record that is not there is an empty text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut record = Self::default();
        for (line, row) in (1..)
            .zip(text.lines())
            .filter(|(_, row)| !row.trim().is_empty())
        {
            match serde_json::from_str::<Event>(row) {
                Ok(event) if event.v == VERSION => {
                    // Two people's lines may hold the same event after a merge.
                    if !record.events.contains(&event) {
                        record.events.push(event);
                    }
                }
                _ => record.unread.push(line),
            }
        }
        record.events.sort_by(|one, other| one.at.cmp(&other.at));
        record
    }
}

/// A record's text with more events at its end.
#[must_use]
pub fn with_events(text: &str, events: &[Event]) -> String {
    let mut text = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for event in events {
        // Texts and numbers only: there is nothing in an event that JSON could refuse.
        text.push_str(&serde_json::to_string(event).unwrap_or_default());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Event, Record, What, with_events};
    use proptest::prelude::{any, proptest};
    use yingda_content::BeijingTime;

    fn at(hour: u8) -> BeijingTime {
        let day = time::Date::from_calendar_date(2026, time::Month::November, 22).unwrap();
        BeijingTime::wall(day.with_hms(hour, 0, 5).unwrap())
    }

    #[test]
    fn events_are_read_back_in_the_order_of_their_times() {
        let later = Event::new(What::Returned, "乙", at(11));
        let earlier = Event::comment(3, "请您放心", "改成「请放心」", "乙", at(10));
        let text = with_events("", &[later.clone(), earlier.clone()]);
        assert_eq!(text.lines().count(), 2);
        assert_eq!(Record::read(&text).events, [earlier, later]);
    }

    #[test]
    fn a_damaged_line_is_told_and_hides_no_other() {
        let event = Event::new(What::Submitted, "甲", at(9));
        let damaged = with_events("{\"v\":1,\"at\":\n{\"v\":2}", std::slice::from_ref(&event));
        let record = Record::read(&damaged);
        assert_eq!((record.events, record.unread), (vec![event], vec![1, 2]));
    }

    #[test]
    fn the_same_event_of_two_records_counts_once() {
        let one = with_events("", &[Event::new(What::Submitted, "甲", at(9))]);
        assert_eq!(Record::read(&format!("{one}{one}")).events.len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read_back(by in any::<String>(), text in any::<String>()) {
            let event = Event::comment(1, &text, &by, &by, at(9));
            assert_eq!(Record::read(&with_events("", std::slice::from_ref(&event))).events, [event]);
        }

        #[test]
        fn no_text_makes_it_fail_badly(text in any::<String>()) {
            drop(Record::read(&text));
        }
    }
}
