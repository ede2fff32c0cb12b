use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use yingda_content::document::{Block, Inline};
use yingda_content::entry::{Branch, Channel, FieldKind, Kind, NeverPair, Stage};
use yingda_search::Segment;

use super::StandingView;

/// Which entry to show.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryRequest {
    /// Its id.
    pub id: String,
    /// The query it was found by: what matched is lit, so that the card can jump there. Empty otherwise.
    #[serde(default)]
    pub query: String,
}

/// A name to click on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryRef {
    /// The entry.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
}

/// An entry as the card shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryView {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// The digest of its text: another text has another one.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The same, lit where it matched.
    pub lit_title: Vec<Segment>,
    /// Whether it may be said now.
    pub standing: StandingView,
    /// Who approved it.
    pub approvals: Vec<ApprovalView>,
    /// First day, `YYYY-MM-DD`.
    pub valid_from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub valid_until: Option<String>,
    /// When it must be looked at again, `YYYY-MM-DD`.
    pub review_by: Option<String>,
    /// Where in a call it belongs.
    pub stage: Option<Stage>,
    /// Where it may be said.
    pub channel: Vec<Channel>,
    /// Branches or regions; empty means everywhere.
    pub scope: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The product.
    pub product: Option<String>,
    /// The department that answers for it.
    pub owner: Option<String>,
    /// Where it comes from.
    pub source: Option<SourceView>,
    /// The four parts.
    pub card: CardView,
    /// The blanks of 可直接说 and 必须说, in reading order, each once.
    pub fields: Vec<FieldView>,
    /// The blanks of the steps that are not among them; nothing is copied from there.
    pub step_fields: Vec<FieldView>,
    /// Other sections.
    pub sections: Vec<SectionView>,
    /// A flow's steps.
    pub steps: Vec<StepView>,
    /// Entries to look at next.
    pub related: Vec<EntryRef>,
    /// Entries that its steps lead to.
    pub linked: Vec<EntryRef>,
    /// Compliance notes shown beside it.
    pub notes: Vec<NoteView>,
    /// What replaces it.
    pub successor: Option<EntryRef>,
}

/// One approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ApprovalView {
    /// The office.
    pub role: String,
    /// The person.
    pub by: String,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// The document's number.
    pub number: Option<String>,
}

/// Where wording comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SourceView {
    /// The document.
    pub title: String,
    /// The place in it.
    pub section: Option<String>,
}

/// The four parts of a call card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CardView {
    /// 可直接说.
    pub say: Vec<Block>,
    /// 必须说, sentence by sentence.
    pub must: Vec<Vec<Inline>>,
    /// 不能说.
    pub never: Vec<NeverPair>,
    /// 仅内部.
    pub internal: Vec<Block>,
    /// How long 可直接说 takes to read aloud, in seconds; 0 without one.
    pub seconds: u32,
}

/// Any other section: a guide's chapter, a product's table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SectionView {
    /// Its heading, lit where it matched.
    pub title: Vec<Segment>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// One step of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StepView {
    /// Its id inside the flow.
    pub id: String,
    /// Its name, lit where it matched.
    pub title: Vec<Segment>,
    /// Its text, without the check items and branches.
    pub blocks: Vec<Block>,
    /// Things that must be done here.
    pub checks: Vec<Vec<Inline>>,
    /// Where it can go next.
    pub branches: Vec<Branch>,
}

/// A blank to fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldView {
    /// Its name.
    pub name: String,
    /// What kind of value.
    pub kind: FieldKind,
    /// Copying waits for it.
    pub required: bool,
    /// The options of a choice.
    pub options: Vec<String>,
}

/// A compliance note beside the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NoteView {
    /// The entry it comes from.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its first paragraph.
    pub text: Vec<Inline>,
    /// What it stands on.
    pub source: Option<String>,
}

/// Copy an entry's 可直接说, always with its 必须说. The only door out of a card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CopyRequest {
    /// The entry.
    pub id: String,
    /// Filled blanks by name.
    #[serde(default)]
    #[ts(type = "Record<string, string>")]
    pub fields: BTreeMap<String, String>,
    /// Why an expired entry is copied all the same.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct CopyReceipt {
    /// The entry.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The text as it lies on the clipboard.
    pub text: String,
    /// How many 必须说 sentences it holds.
    pub musts: u32,
    /// Beijing time, `HH:MM:SS`.
    pub at: String,
}
