//! A draft: what one part of a document becomes before anybody accepted it.

use crate::place::Place;
use yingda_content::Kind;

/// An entry in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The entry it comes from, when the file is an export of this program.
    pub id: Option<String>,
    /// What it is for.
    pub kind: Kind,
    /// Its title, in one line.
    pub title: String,
    /// The customer's own words.
    pub aliases: Vec<String>,
    /// Tags: the chapters it stood under, the categories of its row.
    pub tags: Vec<String>,
    /// The product it belongs to.
    pub product: Option<String>,
    /// The department that answers for it.
    pub owner: Option<String>,
    /// Its text, as the Markdown below an entry's front matter.
    pub body: String,
    /// Where it stood.
    pub from: Place,
}

impl Draft {
    /// A draft of a kind with nothing in it yet.
    #[must_use]
    pub fn new(kind: Kind, title: impl Into<String>, from: Place) -> Self {
        Self {
            id: None,
            kind,
            title: title.into(),
            aliases: Vec::new(),
            tags: Vec::new(),
            product: None,
            owner: None,
            body: String::new(),
            from,
        }
    }
}
