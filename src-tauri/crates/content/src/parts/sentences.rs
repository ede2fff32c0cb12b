//! A part that is a list of sentences: each list item one, each paragraph one.

use crate::document::{Block, Inline, ListItem};
use crate::fault::{BodyFault, Part};
use crate::markdown::Located;
use crate::plain::searchable;
use crate::problem::Problems;

/// Reads the sentences. Anything else loses its shape, not its words.
pub(super) fn read(blocks: Vec<Located>, part: Part, problems: &mut Problems) -> Vec<Vec<Inline>> {
    let mut sentences = Vec::new();
    for located in blocks {
        let mut odd = false;
        take(located.block, &mut sentences, &mut odd);
        if odd {
            problems.at(located.line, BodyFault::NotASentence { part });
        }
    }
    sentences
}

fn take(block: Block, sentences: &mut Vec<Vec<Inline>>, odd: &mut bool) {
    match block {
        Block::Paragraph { children } => sentences.push(children),
        Block::List { items, .. } => {
            for item in items {
                take_item(item, sentences, odd);
            }
        }
        Block::Quote { children } => {
            for child in children {
                take(child, sentences, odd);
            }
        }
        Block::Rule => {}
        other => {
            *odd = true;
            let text = searchable(&[other]);
            sentences.push(vec![Inline::Text { text }]);
        }
    }
}

/// The paragraphs of an item are one sentence; items inside it are sentences of their own.
fn take_item(item: ListItem, sentences: &mut Vec<Vec<Inline>>, odd: &mut bool) {
    let mut sentence: Vec<Inline> = Vec::new();
    for child in item.children {
        match child {
            Block::Paragraph { children } => {
                if !sentence.is_empty() {
                    sentence.push(Inline::Break);
                }
                sentence.extend(children);
            }
            other => {
                if !sentence.is_empty() {
                    sentences.push(std::mem::take(&mut sentence));
                }
                take(other, sentences, odd);
            }
        }
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}
