//! The form beside an entry's text: its values as they are shown, and one of them changed.

use super::{Channel, EntryRef, FieldKind, Kind, SourceView, Stage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the four parts of a call card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CardPart {
    /// 可直接说.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
}

/// A field with its name, as the form shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FieldForm {
    /// Its name.
    pub name: String,
    /// What kind of value.
    pub kind: FieldKind,
    /// Copying waits for it.
    pub required: bool,
    /// The options of a choice.
    pub options: Vec<String>,
}

/// From when and until when, as typed: a day `YYYY-MM-DD`, for `from` also `YYYY-MM-DDTHH:MM`; empty for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ValidityForm {
    /// First moment.
    pub from: String,
    /// Last day.
    pub until: String,
}

/// The text of one part, without its heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PartText {
    /// Which part.
    pub part: CardPart,
    /// Its Markdown.
    pub text: String,
}

/// The values of a text as a form shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct EntryForm {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The customer's own words for it.
    pub aliases: Vec<String>,
    /// Words that keep it out of a result.
    pub not_for: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The product.
    pub product: String,
    /// Its stage (scripts only).
    pub stage: Option<Stage>,
    /// Where it may be said.
    pub channel: Vec<Channel>,
    /// Branches or regions; empty means everywhere.
    pub scope: Vec<String>,
    /// Ids of the entries shown beside it.
    pub related: Vec<String>,
    /// Those of them that are there.
    pub related_titles: Vec<EntryRef>,
    /// The department that answers for it.
    pub owner: String,
    /// Announced with a receipt when it changes.
    pub must_read: bool,
    /// The trainer's weight, -2 to 2.
    pub pin: i8,
    /// Its blanks.
    pub fields: Vec<FieldForm>,
    /// From when and until when.
    pub valid: ValidityForm,
    /// When to look again, `YYYY-MM-DD`; empty for none.
    pub review_by: String,
    /// The id of what replaces it; empty for none.
    pub superseded_by: String,
    /// Where it comes from.
    pub source: Option<SourceView>,
    /// The four parts; a part that is not there is not listed.
    pub parts: Vec<PartText>,
}

/// One value changed in the form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "key", content = "value", rename_all = "camelCase")]
#[ts(export)]
pub enum FormChange {
    /// The title.
    Title(String),
    /// The kind.
    Kind(Kind),
    /// The aliases.
    Aliases(Vec<String>),
    /// Words that keep it out of a result.
    NotFor(Vec<String>),
    /// The tags.
    Tags(Vec<String>),
    /// The product; empty takes it out.
    Product(String),
    /// The stage.
    Stage(Option<Stage>),
    /// Where it may be said.
    Channel(Vec<Channel>),
    /// Branches or regions.
    Scope(Vec<String>),
    /// Ids of the entries beside it.
    Related(Vec<String>),
    /// The department; empty takes it out.
    Owner(String),
    /// Announced with a receipt.
    MustRead(bool),
    /// The trainer's weight, -2 to 2.
    Pin(i8),
    /// The blanks.
    Fields(Vec<FieldForm>),
    /// From when and until when.
    Valid(ValidityForm),
    /// When to look again; empty takes it out.
    ReviewBy(String),
    /// The id of what replaces it; empty takes it out.
    SupersededBy(String),
    /// Where it comes from; an empty title takes it out.
    Source(SourceForm),
    /// One of the four parts; empty takes it out.
    Part(PartText),
}

/// Where wording comes from, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SourceForm {
    /// The document.
    pub title: String,
    /// The place in it; empty for none.
    pub section: String,
}

/// A text and the value to change in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct FormRequest {
    /// The text.
    pub text: String,
    /// The value.
    pub change: FormChange,
}
