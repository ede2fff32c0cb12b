//! Markdown to the typed document tree.
//!
//! Text is cut into chapters at its `##` headings. Nothing is dropped: what the tree has no place for is shown as plain
//! text and noted as a problem.

mod blanks;
mod blocks;
mod guards;
mod inlines;
mod line_joins;
#[cfg(test)]
mod tests;

use crate::document::Block;
use crate::fault::BodyFault;
use crate::problem::Problems;
use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag};
use std::ops::Range;

/// How deep quotations and lists may stand inside each other. Trees are walked by recursion, so this bounds the stack.
const DEEPEST: usize = 16;

/// The text from one `##` heading to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chapter {
    /// The heading; empty before the first one.
    pub(crate) heading: String,
    pub(crate) line: usize,
    pub(crate) blocks: Vec<Located>,
}

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Located {
    pub(crate) line: usize,
    pub(crate) block: Block,
    /// Of a list, the line of each item.
    pub(crate) item_lines: Vec<usize>,
}

/// Reads the text of an entry, whose first line has the number `first_line` in its file.
pub(crate) fn parse(body: &str, first_line: usize, problems: &mut Problems) -> Vec<Chapter> {
    let source = guards::put(body);
    let line_starts = source
        .match_indices('\n')
        .map(|(offset, _)| offset + 1)
        .collect();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_WIKILINKS;
    let events = Parser::new_ext(&source, options).into_offset_iter();
    let mut reader = Reader {
        events,
        source: &source,
        line_starts,
        first_line,
        problems,
        ticks: Vec::new(),
        depth_noted: false,
    };
    reader.chapters()
}

/// Reads events; every method consumes what belongs to it up to and including its end.
struct Reader<'t, 'p> {
    events: OffsetIter<'t>,
    source: &'t str,
    /// Offsets of all lines but the first.
    line_starts: Vec<usize>,
    first_line: usize,
    problems: &'p mut Problems,
    /// For each open list item, its check box if it has one.
    ticks: Vec<Option<bool>>,
    depth_noted: bool,
}

impl<'t> Reader<'t, '_> {
    fn next(&mut self) -> Option<(Event<'t>, Range<usize>)> {
        self.events.next()
    }

    fn line(&self, at: &Range<usize>) -> usize {
        self.first_line + self.line_starts.partition_point(|start| *start <= at.start)
    }

    fn note(&mut self, at: &Range<usize>, fault: BodyFault) {
        let line = self.line(at);
        self.problems.at(line, fault);
    }

    fn chapters(&mut self) -> Vec<Chapter> {
        let before = Chapter {
            heading: String::new(),
            line: self.first_line,
            blocks: Vec::new(),
        };
        let mut chapters = vec![before];
        while let Some((event, at)) = self.next() {
            let line = self.line(&at);
            if self.parts_chapters(&event, &at) {
                let heading = self.flat_text().trim().to_owned();
                chapters.push(Chapter {
                    heading,
                    line,
                    blocks: Vec::new(),
                });
                continue;
            }
            let (block, item_lines) = match event {
                Event::Start(Tag::List(start)) => {
                    let (block, item_lines) = self.list(start, 0);
                    (Some(block), item_lines)
                }
                Event::Start(tag) => (self.block(&tag, &at, 0), Vec::new()),
                Event::Rule => (Some(Block::Rule), Vec::new()),
                _ => (None, Vec::new()),
            };
            if let (Some(block), Some(chapter)) = (block, chapters.last_mut()) {
                chapter.blocks.push(Located {
                    line,
                    block,
                    item_lines,
                });
            }
        }
        chapters.retain(|chapter| !chapter.heading.is_empty() || !chapter.blocks.is_empty());
        chapters
    }

    fn parts_chapters(&self, event: &Event<'_>, at: &Range<usize>) -> bool {
        let second = matches!(
            event,
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            })
        );
        second && self.has_hash(at)
    }

    /// Whether a heading is written with `#`. A paragraph above a line of dashes is a heading to Markdown too, but
    /// not here: it would carry what follows out of its part, 仅内部 for one.
    fn has_hash(&self, at: &Range<usize>) -> bool {
        self.source
            .get(at.clone())
            .is_some_and(|text| text.trim_start().starts_with('#'))
    }
}
