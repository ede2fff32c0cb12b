//! What every document is made of, whatever program it came from.

use crate::import::LeftOut;
use crate::place::Place;

/// A piece of a document, its text as plain characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A heading; level 0 is the title of the whole document.
    Heading { level: u8, text: String },
    /// A paragraph; a line end is one that the writer made.
    Text(String),
    /// A line of a list; `depth` counts from 0.
    Item {
        depth: u8,
        numbered: bool,
        text: String,
    },
    /// Rows of cells.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// How many bytes of text it has.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Heading { text, .. } | Self::Text(text) | Self::Item { text, .. } => text.len(),
            Self::Table(rows) => rows.iter().flatten().map(String::len).sum(),
        }
    }

    /// Its text without its shape.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Heading { text, .. } | Self::Text(text) | Self::Item { text, .. } => text.clone(),
            Self::Table(rows) => rows.concat().join(" "),
        }
    }
}

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) at: Place,
    pub(crate) block: Block,
}

/// What a reader of a format brings home.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    pub(crate) blocks: Vec<Located>,
    pub(crate) left_out: LeftOut,
    /// Whether lines end where the page ends, so that sentences go on in the next block.
    pub(crate) lines_are_cut: bool,
}

impl Gathered {
    pub(crate) fn push(&mut self, at: Place, block: Block) {
        let empty = match &block {
            Block::Table(rows) => rows.iter().flatten().all(|cell| cell.trim().is_empty()),
            other => other.text().trim().is_empty(),
        };
        if !empty {
            self.blocks.push(Located { at, block });
        }
    }
}
