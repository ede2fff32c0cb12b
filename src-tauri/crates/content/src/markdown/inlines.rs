//! Runs of text inside a block.

use super::{DEEPEST, Reader, blanks, guards, line_joins};
use crate::document::{Inline, Target};
use crate::entry::EntryId;
use crate::fault::BodyFault;
use pulldown_cmark::{Event, LinkType, Tag};
use std::ops::Range;

impl<'t> Reader<'t, '_> {
    /// The text of the open block, line ends settled and blanks found.
    pub(super) fn text(&mut self, depth: usize) -> Vec<Inline> {
        settled(self.children(depth))
    }

    fn children(&mut self, depth: usize) -> Vec<Inline> {
        let mut children = Vec::new();
        while let Some((event, at)) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &at, depth, &mut children);
        }
        children
    }

    pub(super) fn inline(
        &mut self,
        event: Event<'t>,
        at: &Range<usize>,
        depth: usize,
        out: &mut Vec<Inline>,
    ) {
        match event {
            Event::Text(text) => out.push(plain(&text)),
            Event::Code(text) => out.push(Inline::Code {
                text: guards::take(&text),
            }),
            Event::SoftBreak => out.push(Inline::Text {
                text: line_joins::LINE_END.to_owned(),
            }),
            Event::HardBreak => out.push(Inline::Break),
            Event::InlineHtml(text) | Event::Html(text) => {
                self.note(at, BodyFault::RawHtml);
                out.push(plain(&text));
            }
            Event::TaskListMarker(ticked) => {
                if let Some(tick) = self.ticks.last_mut() {
                    *tick = Some(ticked);
                }
            }
            Event::Start(tag) => self.span(tag, at, depth, out),
            _ => {}
        }
    }

    fn span(&mut self, tag: Tag<'t>, at: &Range<usize>, depth: usize, out: &mut Vec<Inline>) {
        if depth >= DEEPEST * 2 {
            self.note_depth(at);
            out.push(plain(&self.flat_text()));
            return;
        }
        match tag {
            Tag::Strong => out.push(Inline::Strong {
                children: self.children(depth + 1),
            }),
            Tag::Emphasis => out.push(Inline::Emphasis {
                children: self.children(depth + 1),
            }),
            Tag::Strikethrough => out.push(Inline::Strike {
                children: self.children(depth + 1),
            }),
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole },
                dest_url,
                ..
            } => {
                let label = self.flat_text();
                out.push(self.wiki_link(guards::take(&dest_url).trim(), label, has_pothole, at));
            }
            Tag::Link { dest_url, .. } => {
                let address = guards::take(&dest_url);
                if let Some(step) = address.strip_prefix('#') {
                    let to = Target::Step {
                        id: step.to_owned(),
                    };
                    out.push(Inline::Link {
                        to,
                        text: self.flat_text(),
                    });
                } else {
                    self.note(at, BodyFault::ExternalLink { address });
                    out.extend(self.children(depth + 1));
                }
            }
            Tag::Image { .. } => {
                self.note(at, BodyFault::Image);
                out.push(plain(&self.flat_text()));
            }
            _ => out.push(plain(&self.flat_text())),
        }
    }

    fn wiki_link(
        &mut self,
        target: &str,
        label: String,
        labelled: bool,
        at: &Range<usize>,
    ) -> Inline {
        let to = match target.strip_prefix('#') {
            Some(step) => Some(Target::Step {
                id: step.to_owned(),
            }),
            None => EntryId::parse(target).map(|id| Target::Entry { id }),
        };
        let Some(to) = to else {
            self.note(
                at,
                BodyFault::LinkIdBad {
                    text: target.to_owned(),
                },
            );
            return Inline::Text { text: label };
        };
        let text = if labelled { label } else { target.to_owned() };
        Inline::Link { to, text }
    }

    /// All text up to the end of what is open, however deep it is, without any structure.
    pub(super) fn flat_text(&mut self) -> String {
        let mut text = String::new();
        let mut open = 1_usize;
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) if open == 1 => break,
                Event::End(_) => open -= 1,
                Event::Text(piece)
                | Event::Code(piece)
                | Event::Html(piece)
                | Event::InlineHtml(piece) => {
                    text.push_str(&guards::take(&piece).replace('\n', " "));
                }
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }
}

/// Settles the line ends of a paragraph, then finds its blanks.
pub(super) fn settled(mut inlines: Vec<Inline>) -> Vec<Inline> {
    line_joins::settle(&mut inlines);
    blanks::find(inlines)
}

fn plain(text: &str) -> Inline {
    // A line end can come in as `&#10;`; inside a paragraph it would be taken for one that is to be settled.
    Inline::Text {
        text: guards::take(text).replace('\n', " "),
    }
}
