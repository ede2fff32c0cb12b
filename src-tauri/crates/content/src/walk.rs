//! Every run of text of an entry, in reading order.
//!
//! Trees are walked by recursion: the Markdown reader bounds their depth.

use crate::document::{Block, Inline};
use crate::entry::Entry;

/// Shows each inline of these blocks, outer ones before what they hold.
pub(crate) fn blocks<'a>(blocks: &'a [Block], see: &mut dyn FnMut(&'a Inline)) {
    for block in blocks {
        match block {
            Block::Heading { children, .. } | Block::Paragraph { children } => {
                inlines(children, see);
            }
            Block::List { items, .. } => {
                for item in items {
                    self::blocks(&item.children, see);
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    inlines(cell, see);
                }
            }
            Block::Quote { children } => self::blocks(children, see),
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

/// Shows each of these inlines and what it holds.
pub(crate) fn inlines<'a>(inlines: &'a [Inline], see: &mut dyn FnMut(&'a Inline)) {
    for inline in inlines {
        see(inline);
        match inline {
            Inline::Strong { children }
            | Inline::Emphasis { children }
            | Inline::Strike { children } => {
                self::inlines(children, see);
            }
            _ => {}
        }
    }
}

/// Shows each inline of an entry: its card, its sections, its steps.
pub(crate) fn entry<'a>(entry: &'a Entry, see: &mut dyn FnMut(&'a Inline)) {
    blocks(&entry.card.say, see);
    entry
        .card
        .must
        .iter()
        .for_each(|sentence| inlines(sentence, see));
    for pair in &entry.card.never {
        inlines(&pair.phrase, see);
        inlines(pair.instead.as_deref().unwrap_or_default(), see);
    }
    blocks(&entry.card.internal, see);
    entry
        .sections
        .iter()
        .for_each(|section| blocks(&section.blocks, see));
    for step in &entry.steps {
        blocks(&step.blocks, see);
        step.checks.iter().for_each(|check| inlines(check, see));
        step.branches
            .iter()
            .for_each(|branch| inlines(&branch.when, see));
    }
}

/// Lets every inline of an entry be changed, outer ones before what they hold.
pub(crate) fn entry_mut(entry: &mut Entry, change: &mut dyn FnMut(&mut Inline)) {
    blocks_mut(&mut entry.card.say, change);
    entry
        .card
        .must
        .iter_mut()
        .for_each(|sentence| inlines_mut(sentence, change));
    for pair in &mut entry.card.never {
        inlines_mut(&mut pair.phrase, change);
        inlines_mut(pair.instead.as_deref_mut().unwrap_or_default(), change);
    }
    blocks_mut(&mut entry.card.internal, change);
    entry
        .sections
        .iter_mut()
        .for_each(|section| blocks_mut(&mut section.blocks, change));
    for step in &mut entry.steps {
        blocks_mut(&mut step.blocks, change);
        step.checks
            .iter_mut()
            .for_each(|check| inlines_mut(check, change));
        step.branches
            .iter_mut()
            .for_each(|branch| inlines_mut(&mut branch.when, change));
    }
}

fn blocks_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Heading { children, .. } | Block::Paragraph { children } => {
                inlines_mut(children, change);
            }
            Block::List { items, .. } => {
                for item in items {
                    blocks_mut(&mut item.children, change);
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                    inlines_mut(cell, change);
                }
            }
            Block::Quote { children } => blocks_mut(children, change),
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn inlines_mut(inlines: &mut [Inline], change: &mut dyn FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        match inline {
            Inline::Strong { children }
            | Inline::Emphasis { children }
            | Inline::Strike { children } => {
                inlines_mut(children, change);
            }
            _ => {}
        }
    }
}
