//! An entry and everything its front matter can say.

mod short;
mod words;

pub use words::{Channel, FieldKind, Kind, Stage, Status};

use crate::clock::BeijingTime;
use crate::document::{Block, Inline, Target};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use time::Date;
use ts_rs::TS;

/// An entry's id: kebab-case ASCII, unique in a library, never used again for something else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EntryId(String);

impl EntryId {
    /// Accepts lower-case ASCII letters, digits and single hyphens between them; up to 80 characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let shape = !text.is_empty() && text.len() <= 80 && text.split('-').all(is_word);
        shape.then(|| Self(text.to_owned()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_word(part: &str) -> bool {
    !part.is_empty()
        && part
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One approval: who stood up for this exact text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// The office, e.g. 消保审查岗.
    pub role: String,
    /// The person.
    pub by: String,
    /// The day.
    pub date: Date,
    /// The document's number, if one was given.
    pub number: Option<String>,
    /// `sha256:` and 64 hex digits over the approved text; `None` before it is stamped.
    pub digest: Option<String>,
}

/// What the person and the number of a demonstration approval begin with.
const DEMONSTRATION: &str = "演示";

impl Approval {
    /// Whether it only shows what an approval looks like: person and number begin with 演示.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        let numbered = self
            .number
            .as_deref()
            .is_some_and(|number| number.starts_with(DEMONSTRATION));
        numbered && self.by.starts_with(DEMONSTRATION)
    }
}

/// From when, until when, and when to look again. All in Beijing; `until` is inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Validity {
    /// First moment; `None` means since ever.
    pub from: Option<BeijingTime>,
    /// Last day; `None` means until further notice.
    pub until: Option<Date>,
}

/// How a blank is to be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// What kind of value.
    pub kind: FieldKind,
    /// Copying waits for it.
    pub required: bool,
    /// The options of a choice; empty for the others.
    pub options: Vec<String>,
}

impl Default for FieldSpec {
    fn default() -> Self {
        Self {
            kind: FieldKind::Text,
            required: false,
            options: Vec::new(),
        }
    }
}

/// Where the wording comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub title: String,
    /// The place in it.
    pub section: Option<String>,
}

/// A phrase that may not be said, with what to say instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct NeverPair {
    /// What may not be said.
    pub phrase: Vec<Inline>,
    /// What to say instead.
    pub instead: Option<Vec<Inline>>,
}

/// The four parts an agent uses during a call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallCard {
    /// 可直接说.
    pub say: Vec<Block>,
    /// 必须说, sentence by sentence.
    pub must: Vec<Vec<Inline>>,
    /// 不能说.
    pub never: Vec<NeverPair>,
    /// 仅内部: never read out, never copied with the rest.
    pub internal: Vec<Block>,
}

/// Any other `##` section: a guide's chapter, a product's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// One step of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id inside the flow.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its text, without the check items and branches.
    pub blocks: Vec<Block>,
    /// Things that must be done here.
    pub checks: Vec<Vec<Inline>>,
    /// Where it can go next.
    pub branches: Vec<Branch>,
}

/// A way out of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Branch {
    /// When to take it.
    pub when: Vec<Inline>,
    /// Where it leads.
    pub to: Target,
}

/// One entry as its file has it. It says nothing yet about whether it may be spoken: see [`crate::Standing`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// What it is for.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The customer's own words for it.
    pub aliases: Vec<String>,
    /// Words that keep it out of a result.
    pub not_for: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// The product it belongs to.
    pub product: Option<String>,
    /// Its stage (scripts only).
    pub stage: Option<Stage>,
    /// Where it may be said; never empty.
    pub channel: Vec<Channel>,
    /// Branches or regions; empty means everywhere.
    pub scope: Vec<String>,
    /// Entries shown beside it.
    pub related: Vec<EntryId>,
    /// The department that answers for it.
    pub owner: Option<String>,
    /// Announced with a receipt when it changes.
    pub must_read: bool,
    /// The trainer's weight, -2 to 2.
    pub pin: i8,
    /// Blanks by name.
    pub fields: BTreeMap<String, FieldSpec>,
    /// What front matter says of its life.
    pub status: Status,
    /// Its approvals.
    pub approvals: Vec<Approval>,
    /// Its validity.
    pub valid: Validity,
    /// When it must be looked at again.
    pub review_by: Option<Date>,
    /// What replaces it.
    pub superseded_by: Option<EntryId>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// The four parts.
    pub card: CallCard,
    /// Other sections in their order.
    pub sections: Vec<Section>,
    /// A flow's steps.
    pub steps: Vec<Step>,
    /// `sha256:…` over title, kind, text, fields, channel, scope and validity: what an approval is bound to.
    pub digest: String,
    /// The file it was read from, relative to the library's folder, with `/`; empty for one made in memory.
    pub file: String,
    /// Over the whole file as it was read; see [`Entry::content_hash`].
    pub(crate) file_hash: String,
}

impl Entry {
    /// An entry before anything is known of it; nothing outside the reader of front matter ever sees it.
    pub(crate) fn blank(file: &str) -> Self {
        Self {
            id: EntryId(String::new()),
            kind: Kind::Script,
            title: String::new(),
            aliases: Vec::new(),
            not_for: Vec::new(),
            tags: Vec::new(),
            product: None,
            stage: None,
            channel: Channel::ALL.to_vec(),
            scope: Vec::new(),
            related: Vec::new(),
            owner: None,
            must_read: false,
            pin: 0,
            fields: BTreeMap::new(),
            status: Status::Draft,
            approvals: Vec::new(),
            valid: Validity::default(),
            review_by: None,
            superseded_by: None,
            source: None,
            card: CallCard::default(),
            sections: Vec::new(),
            steps: Vec::new(),
            digest: String::new(),
            file: file.to_owned(),
            file_hash: String::new(),
        }
    }
}
