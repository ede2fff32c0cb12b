//! Entries as files for people outside: a sheet to be read in again, a paper for review, a binder to be printed.

mod binder;
mod paper;
mod sheet;
#[cfg(test)]
mod tests;

use crate::card_text::CardText;
use crate::fault::ExchangeFault;
use crate::format::Format;
use crate::import::guarded;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::entry::Approval;
use yingda_content::problem::Language;
use yingda_content::{BeijingTime, Entry, Kind};

/// What entries are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum ExportAs {
    /// An Excel workbook, one row an entry; it can be read in again.
    Excel,
    /// A Word document for review.
    Word,
    /// A web page to be printed.
    Binder,
}

impl ExportAs {
    /// Reads `xlsx`, `docx` or `html`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "xlsx" => Some(Self::Excel),
            "docx" => Some(Self::Word),
            "html" => Some(Self::Binder),
            _ => None,
        }
    }
}

/// An entry with the text of its file below front matter.
#[derive(Debug, Clone, Copy)]
pub struct Exported<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Its text as it is written.
    pub body: &'a str,
}

/// Entries as the bytes of a file. `now` is printed on it.
///
/// # Errors
/// [`ExchangeFault::NotMade`].
pub fn export(
    entries: &[Exported<'_>],
    form: ExportAs,
    now: BeijingTime,
) -> Result<Vec<u8>, ExchangeFault> {
    match form {
        ExportAs::Excel => guarded(Format::Excel, || sheet::workbook(entries)),
        ExportAs::Word => guarded(Format::Word, || paper::document(entries, now)),
        ExportAs::Binder => Ok(binder::page(entries, now).into_bytes()),
    }
}

/// The name of a kind on paper.
pub(crate) const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Script => "话术",
        Kind::Faq => "常见问答",
        Kind::Product => "产品",
        Kind::Guide => "服务指南",
        Kind::Compliance => "合规提示",
        Kind::Flow => "流程",
    }
}

fn status_name(entry: &Entry) -> &'static str {
    match entry.status.as_str() {
        "draft" => "草稿",
        "in_review" => "审核中",
        "approved" => "已批准",
        "withdrawn" => "已撤回",
        _ => "已停用",
    }
}

/// From when until when, in words; empty when nothing is said.
fn validity(entry: &Entry) -> String {
    let from = entry.valid.from.map(|from| from.date().to_string());
    let until = entry.valid.until.map(|until| until.to_string());
    match (from, until) {
        (None, None) => String::new(),
        (from, until) => format!(
            "{} 至 {}",
            from.unwrap_or_default(),
            until.unwrap_or_else(|| "另行通知".to_owned())
        ),
    }
}

fn approval(approval: &Approval) -> String {
    let number = approval.number.as_deref().unwrap_or_default();
    let Approval { role, by, date, .. } = approval;
    format!("{role} {by} {date} {number}").trim_end().to_owned()
}

fn approvals(entry: &Entry) -> Vec<String> {
    entry.approvals.iter().map(approval).collect()
}

/// The place an entry was taken from, in words.
fn source(entry: &Entry) -> String {
    entry.source.as_ref().map_or_else(String::new, |source| {
        let section = source.section.as_deref().unwrap_or_default();
        format!("{} {section}", source.title).trim_end().to_owned()
    })
}

/// The parts of a body as they are shown, each with its heading; what stands beside them comes last, without one.
fn shown(body: &str) -> Vec<(&'static str, String)> {
    let text = CardText::of(body);
    let parts = text.parts().into_iter();
    let mut shown: Vec<(&str, String)> = parts
        .map(|(part, text)| (part.heading(), text.to_owned()))
        .collect();
    if !text.other.is_empty() {
        shown.push(("", text.other));
    }
    shown
}

/// The moment a file was made, for its head.
fn made(now: BeijingTime) -> String {
    now.date().to_string()
}

/// Text that no cell or paragraph can hold is cut with a sentence saying so.
fn fitted(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let note = ExchangeFault::TooMuchText.what(Language::Chinese);
    let kept: String = text.chars().take(most.saturating_sub(40)).collect();
    format!("{kept}…〔{note}〕")
}
