//! The typed document tree that the screen draws; no HTML ever crosses.

use crate::entry::EntryId;
use serde::Serialize;
use ts_rs::TS;

/// A block of an entry's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum Block {
    /// A heading inside a part (levels 3 to 6; level 2 separates the parts).
    Heading {
        /// 3 to 6.
        level: u8,
        /// Its text.
        children: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        children: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u32>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A table.
    Table {
        /// The cells of the head row.
        head: Vec<Vec<Inline>>,
        /// The body rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A quotation.
    Quote {
        /// Its blocks.
        children: Vec<Self>,
    },
    /// Text set as it is typed.
    Code {
        /// The text.
        text: String,
    },
    /// A line between two thoughts.
    Rule,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct ListItem {
    /// For a check item (`- [ ]`), whether it is ticked in the file.
    pub checked: Option<bool>,
    /// Its blocks.
    pub children: Vec<Block>,
}

/// A run of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Text that a search lights. Reading a file never makes it: only a card opened from a search has it.
    Lit {
        /// The text.
        text: String,
    },
    /// Strong text.
    Strong {
        /// What is strong.
        children: Vec<Self>,
    },
    /// Emphasised text.
    Emphasis {
        /// What is emphasised.
        children: Vec<Self>,
    },
    /// Struck text.
    Strike {
        /// What is struck.
        children: Vec<Self>,
    },
    /// Text set as it is typed.
    Code {
        /// The text.
        text: String,
    },
    /// A blank to fill: `{{name}}`.
    Field {
        /// Its name.
        name: String,
    },
    /// A link to an entry or to a step of the same flow.
    Link {
        /// Where it leads.
        to: Target,
        /// What it says; for `[[id]]` the id until the library puts the title there.
        text: String,
    },
    /// A forced line break.
    Break,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
#[ts(export)]
pub enum Target {
    /// Another entry.
    Entry {
        /// Its id.
        #[ts(type = "string")]
        id: EntryId,
    },
    /// A step of the flow the link stands in.
    Step {
        /// The step's id.
        id: String,
    },
}
