//! Changing single keys of an entry's file, every other byte left as it is: comments, order and the writer's own way of
//! writing stay.
//!
//! It does not decide what a change means (that an approval lapses, that a day is too late): it writes what it is
//! given, and makes sure that nothing else changed.

mod place;
#[cfg(test)]
mod tests;
mod written;

use crate::clock::BeijingTime;
use crate::digest;
use crate::entry::{Approval, Channel, EntryId, FieldSpec, Kind, Source, Stage, Status, Validity};
use crate::front_matter::{parse_day, split};
use crate::reading::read_as_written;
use std::collections::BTreeMap;
use time::Date;

/// A key of front matter with its new value. An empty list and `None` take the key out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting<'a> {
    /// `id`.
    Id(&'a EntryId),
    /// `kind`.
    Kind(Kind),
    /// `title`.
    Title(&'a str),
    /// `aliases`.
    Aliases(&'a [String]),
    /// `not_for`.
    NotFor(&'a [String]),
    /// `tags`.
    Tags(&'a [String]),
    /// `product`.
    Product(Option<&'a str>),
    /// `stage`.
    Stage(Option<Stage>),
    /// `channel`; both are written as none.
    Channel(&'a [Channel]),
    /// `scope`.
    Scope(&'a [String]),
    /// `related`.
    Related(&'a [EntryId]),
    /// `owner`.
    Owner(Option<&'a str>),
    /// `must_read`; false takes it out.
    MustRead(bool),
    /// `pin`, -2 to 2; 0 takes it out.
    Pin(i8),
    /// `fields`.
    Fields(&'a BTreeMap<String, FieldSpec>),
    /// `status`.
    Status(Status),
    /// `approvals`.
    Approvals(&'a [Approval]),
    /// `valid`.
    Valid(Validity),
    /// `review_by`.
    ReviewBy(Option<Date>),
    /// `superseded_by`.
    SupersededBy(Option<&'a EntryId>),
    /// `source`.
    Source(Option<&'a Source>),
}

/// Why a file could not be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetFault {
    /// Front matter is missing, unclosed or broken: it has to be mended by hand first.
    Unreadable,
    /// The key is written in a way that can't be changed safely: it has to be changed by hand.
    TooUnusual {
        /// The key.
        key: &'static str,
    },
}

impl SheetFault {
    /// One sentence: what, and what to do.
    #[must_use]
    pub fn what(self, language: crate::problem::Language) -> String {
        use crate::problem::Language;
        match (self, language) {
            (Self::Unreadable, Language::Chinese) => {
                "条目开头的属性读不出来，请先改正标出的问题。".to_owned()
            }
            (Self::Unreadable, Language::English) => {
                "The front matter can't be read; mend the problems shown first.".to_owned()
            }
            (Self::TooUnusual { key }, Language::Chinese) => {
                format!("「{key}」的写法比较特别，不能自动修改，请直接在原文里改。")
            }
            (Self::TooUnusual { key }, Language::English) => {
                format!(
                    "“{key}” is written in an unusual way; please change it in the text itself."
                )
            }
        }
    }
}

/// The file's text with some keys changed. A key that is not there yet is put where the format's order has it.
///
/// # Errors
/// When front matter can't be read, or a key can't be changed without touching anything else.
pub fn set(text: &str, settings: &[Setting<'_>]) -> Result<String, SheetFault> {
    let mut edited = text.to_owned();
    for setting in settings {
        edited = set_one(&edited, setting)?;
    }
    Ok(edited)
}

/// The digest that an approval of this text has to carry; `None` when the text is no entry.
#[must_use]
pub fn digest_of(text: &str) -> Option<String> {
    read_as_written("", text).entry.map(|entry| entry.digest)
}

/// The status as it is written, whether or not the approvals hold; `None` when the text is no entry.
#[must_use]
pub fn status_of(text: &str) -> Option<Status> {
    read_as_written("", text).entry.map(|entry| entry.status)
}

/// A fingerprint of a file's text, to see whether it is still the same: 64 hex digits.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    digest::sha256(text.as_bytes())
}

/// The text below front matter; `None` when there is no front matter.
#[must_use]
pub fn body(text: &str) -> Option<&str> {
    split(text).ok().map(|halves| halves.body)
}

/// The file with another text below its front matter.
///
/// # Errors
/// [`SheetFault::Unreadable`] when there is no front matter.
pub fn with_body(text: &str, body: &str) -> Result<String, SheetFault> {
    let halves = split(text).map_err(|_| SheetFault::Unreadable)?;
    let head = text
        .strip_suffix(halves.body)
        .ok_or(SheetFault::Unreadable)?;
    let gap = if body.is_empty() || head.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    Ok(format!("{head}{gap}{body}"))
}

/// A moment as front matter writes it: `2026-05-01T09:00`.
#[must_use]
pub fn moment(moment: BeijingTime) -> String {
    written::moment(moment)
}

/// A day as front matter writes it: `2026-05-01`.
#[must_use]
pub fn day(day: Date) -> String {
    written::day(day)
}

/// Reads a day as front matter writes it; `None` for a day that no calendar has.
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    parse_day(text)
}

fn set_one(text: &str, setting: &Setting<'_>) -> Result<String, SheetFault> {
    let halves = split(text).map_err(|_| SheetFault::Unreadable)?;
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let key = setting.key();
    let value = setting.written(line_end);
    let changed = place::put(halves.yaml, key, value.as_deref(), line_end)?;
    let (before, rest) = text
        .split_at_checked(halves.yaml_offset)
        .ok_or(SheetFault::Unreadable)?;
    let behind = rest
        .strip_prefix(halves.yaml)
        .ok_or(SheetFault::Unreadable)?;
    Ok(format!("{before}{changed}{behind}"))
}
