//! Whether a change is minor: a slip of the pen, where nothing an approver would look at changed.

mod distance;
mod marks;
#[cfg(test)]
mod tests;

use yingda_content::entry::Entry;
use yingda_content::problem::{Language, Severity};
use yingda_content::{read_entry, sheet};

/// The most characters a minor change may put in, take out or replace.
pub const LARGEST_MINOR: usize = 12;

/// Why a change is not minor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotMinor {
    /// One of the two texts is no entry, or has errors.
    Unreadable,
    /// Nothing changed that an approval covers.
    Nothing,
    /// A figure, or what stands right behind one.
    Figure,
    /// A day or an hour.
    Day,
    /// 不, 未, 无, 非 and their like, or the character behind one.
    Refusal,
    /// A blank, or what may be filled in.
    Field,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// A link, or where a step leads.
    Link,
    /// What it is, where it may be said, or how long.
    Terms,
    /// More than [`LARGEST_MINOR`] characters.
    Long,
}

impl NotMinor {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Unreadable,
        Self::Nothing,
        Self::Figure,
        Self::Day,
        Self::Refusal,
        Self::Field,
        Self::Must,
        Self::Never,
        Self::Link,
        Self::Terms,
        Self::Long,
    ];

    /// What changed, as part of a sentence.
    #[must_use]
    pub const fn what(self, language: Language) -> &'static str {
        match language {
            Language::Chinese => match self {
                Self::Unreadable => "条目还有错误",
                Self::Nothing => "审批过的内容没有改动",
                Self::Figure => "改动涉及数字",
                Self::Day => "改动涉及日期或时间",
                Self::Refusal => "改动涉及「不、未、无、非」一类的字",
                Self::Field => "改动涉及填空",
                Self::Must => "改动涉及「必须说」",
                Self::Never => "改动涉及「不能说」",
                Self::Link => "改动涉及链接或流程走向",
                Self::Terms => "改动涉及类别、渠道、范围或有效期",
                Self::Long => "改动超过 12 个字",
            },
            Language::English => match self {
                Self::Unreadable => "the entry has errors",
                Self::Nothing => "nothing that was approved has changed",
                Self::Figure => "a figure changed",
                Self::Day => "a date or time changed",
                Self::Refusal => "a word like 不, 未, 无 or 非 changed",
                Self::Field => "a blank changed",
                Self::Must => "必须说 changed",
                Self::Never => "不能说 changed",
                Self::Link => "a link or the way of a flow changed",
                Self::Terms => "kind, channel, scope or validity changed",
                Self::Long => "more than 12 characters changed",
            },
        }
    }
}

/// Whether the step from an approved text of an entry's file to a new one is minor.
///
/// # Errors
/// The first reason why it is not.
pub fn minor(approved: &str, new: &str) -> Result<(), NotMinor> {
    let (was, is) = (sound(approved)?, sound(new)?);
    if was.digest == is.digest {
        return Err(NotMinor::Nothing);
    }
    let (old_text, new_text) = (wording(&was, approved), wording(&is, new));
    let (old_text, new_text) = (old_text.as_str(), new_text.as_str());
    let same = [
        (
            marks::figures(old_text) == marks::figures(new_text),
            NotMinor::Figure,
        ),
        (
            marks::days(old_text) == marks::days(new_text),
            NotMinor::Day,
        ),
        (
            marks::refusals(old_text) == marks::refusals(new_text),
            NotMinor::Refusal,
        ),
        (
            was.fields == is.fields && marks::blanks(old_text) == marks::blanks(new_text),
            NotMinor::Field,
        ),
        (was.card.must == is.card.must, NotMinor::Must),
        (was.card.never == is.card.never, NotMinor::Never),
        (
            marks::links(old_text) == marks::links(new_text),
            NotMinor::Link,
        ),
        (terms(&was) == terms(&is), NotMinor::Terms),
    ];
    if let Some((_, why)) = same.into_iter().find(|(same, _)| !same) {
        return Err(why);
    }
    distance::within(old_text, new_text, LARGEST_MINOR)
        .map(drop)
        .ok_or(NotMinor::Long)
}

/// An entry without errors.
fn sound(text: &str) -> Result<Entry, NotMinor> {
    let reading = read_entry("", text);
    let broken = reading
        .problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    reading
        .entry
        .filter(|_| !broken)
        .ok_or(NotMinor::Unreadable)
}

/// Title and text, as one.
fn wording(entry: &Entry, file: &str) -> String {
    format!("{}\n{}", entry.title, sheet::body(file).unwrap_or_default())
}

type Terms<'a> = (
    yingda_content::Kind,
    Vec<&'a str>,
    Vec<&'a str>,
    yingda_content::entry::Validity,
);

/// What the digest covers beside the wording.
fn terms(entry: &Entry) -> Terms<'_> {
    let mut channel: Vec<&str> = entry
        .channel
        .iter()
        .map(|channel| channel.as_str())
        .collect();
    let mut scope: Vec<&str> = entry.scope.iter().map(String::as_str).collect();
    channel.sort_unstable();
    scope.sort_unstable();
    (entry.kind, channel, scope, entry.valid)
}
