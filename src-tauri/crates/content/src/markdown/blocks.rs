//! Blocks: paragraphs, lists, tables, quotations.

use super::inlines::settled;
use super::{DEEPEST, Reader, guards};
use crate::document::{Block, Inline, ListItem};
use crate::fault::BodyFault;
use pulldown_cmark::{Event, HeadingLevel, Tag};
use std::ops::Range;

impl Reader<'_, '_> {
    /// The blocks up to the end of the one that is open.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        // The text of a tight list item stands in no paragraph of its own.
        let mut loose = Vec::new();
        while let Some((event, at)) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Rule => {
                    blocks.extend(paragraph(settled(std::mem::take(&mut loose))));
                    blocks.push(Block::Rule);
                }
                Event::Start(tag) if is_block(&tag) => {
                    blocks.extend(paragraph(settled(std::mem::take(&mut loose))));
                    blocks.extend(self.block(&tag, &at, depth));
                }
                event => self.inline(event, &at, depth, &mut loose),
            }
        }
        blocks.extend(paragraph(settled(loose)));
        blocks
    }

    /// One block whose start was just read.
    pub(super) fn block(
        &mut self,
        tag: &Tag<'_>,
        at: &Range<usize>,
        depth: usize,
    ) -> Option<Block> {
        match tag {
            Tag::Paragraph => paragraph(self.text(depth)),
            Tag::Heading { level, .. } => self.heading(*level, at, depth),
            Tag::CodeBlock(_) => {
                let text = self.verbatim();
                Some(Block::Code {
                    text: text.trim_end_matches('\n').to_owned(),
                })
            }
            Tag::HtmlBlock => {
                self.note(at, BodyFault::RawHtml);
                let text = self.verbatim().trim().to_owned();
                paragraph(vec![Inline::Text { text }])
            }
            Tag::Table(_) => Some(self.table(depth)),
            Tag::BlockQuote(_) if depth < DEEPEST => Some(Block::Quote {
                children: self.blocks(depth + 1),
            }),
            Tag::List(start) if depth < DEEPEST => Some(self.list(*start, depth).0),
            _ => {
                self.note_depth(at);
                let text = Inline::Text {
                    text: self.flat_text(),
                };
                paragraph(settled(vec![text]))
            }
        }
    }

    pub(super) fn note_depth(&mut self, at: &Range<usize>) {
        if !self.depth_noted {
            self.depth_noted = true;
            self.note(at, BodyFault::NestedTooDeep);
        }
    }

    fn heading(&mut self, level: HeadingLevel, at: &Range<usize>, depth: usize) -> Option<Block> {
        let children = self.text(depth);
        if !self.has_hash(at) {
            return paragraph(children);
        }
        if level == HeadingLevel::H1 {
            self.note(at, BodyFault::HeadingTooHigh);
        }
        let level = match level {
            HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => 3,
            HeadingLevel::H4 => 4,
            HeadingLevel::H5 => 5,
            HeadingLevel::H6 => 6,
        };
        Some(Block::Heading { level, children })
    }

    /// A list with the line of each item.
    pub(super) fn list(&mut self, start: Option<u64>, depth: usize) -> (Block, Vec<usize>) {
        let mut items = Vec::new();
        let mut lines = Vec::new();
        while let Some((event, at)) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            lines.push(self.line(&at));
            self.ticks.push(None);
            let children = self.blocks(depth + 1);
            let checked = self.ticks.pop().flatten();
            items.push(ListItem { checked, children });
        }
        let start = start.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        (Block::List { start, items }, lines)
    }

    fn table(&mut self, depth: usize) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(depth),
                Event::Start(_) => rows.push(self.cells(depth)),
                _ => break,
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self, depth: usize) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), _)) = self.next() {
            cells.push(self.text(depth));
        }
        cells
    }

    /// Text as it is typed, up to the end of the open block.
    fn verbatim(&mut self) -> String {
        let mut text = String::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Text(piece) | Event::Html(piece) => text.push_str(&guards::take(&piece)),
                Event::End(_) => break,
                _ => {}
            }
        }
        text
    }
}

fn paragraph(children: Vec<Inline>) -> Option<Block> {
    (!children.is_empty()).then_some(Block::Paragraph { children })
}

const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::Table(_)
    )
}
