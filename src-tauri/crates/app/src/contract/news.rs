use super::{Call, EntryRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What happened to an entry since a person saw it last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NewsKind {
    /// It was withdrawn.
    Withdrawn,
    /// It expired.
    Expired,
    /// It left the library.
    Gone,
    /// Its text changed.
    Changed,
    /// It is new.
    New,
}

/// A part of an entry that can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum NewsPart {
    /// 标题.
    Title,
    /// 可直接说.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
    /// 填空.
    Fields,
    /// 步骤.
    Steps,
    /// Other sections.
    Sections,
    /// 有效期.
    Validity,
    /// Where and to whom it may be said.
    Reach,
}

/// An entry that changed since a person looked last, or that has to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NewsItem {
    /// Its id.
    pub id: String,
    /// The entry; none when it left the library.
    pub entry: Option<EntryRef>,
    /// Its title.
    pub title: String,
    /// What happened.
    pub what: NewsKind,
    /// It has to be read, and the trainer gets a receipt.
    pub must_read: bool,
    /// The parts that changed; empty when that can't be told.
    pub parts: Vec<NewsPart>,
    /// What replaces it.
    pub successor: Option<EntryRef>,
}

/// What changed since a person looked last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NewsView {
    /// Those that have to be read first, then by what happened; at most 300.
    pub items: Vec<NewsItem>,
    /// How many there are.
    pub total: u32,
    /// How many of them have to be read.
    pub must_read: u32,
}

/// What a person has read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct NewsRead {
    /// The entries.
    pub ids: Vec<String>,
    /// Everything that does not have to be read, too.
    pub rest: bool,
}

/// The commands around announcements.
#[derive(Debug, TS)]
#[ts(export)]
pub struct NewsCommands {
    /// What changed since who sits here looked last.
    pub news: Call<(), NewsView>,
    /// Notes what was read, with a receipt for the trainer where one is due; answers with what is left.
    pub read_news: Call<NewsRead, NewsView>,
}
