//! Which texts of an entry are searched besides its names.

use yingda_content::document::{Block, Inline};
use yingda_content::entry::Entry;
use yingda_content::plain::searchable;

/// Headings of sections and names of a flow's steps.
pub(crate) fn headings(entry: &Entry) -> Vec<String> {
    let sections = entry.sections.iter().map(|section| section.title.clone());
    sections
        .chain(entry.steps.iter().map(|step| step.title.clone()))
        .filter(|t| !t.is_empty())
        .collect()
}

/// Everything that is neither name nor heading, in reading order, a line a block.
pub(crate) fn body(entry: &Entry) -> String {
    let card = &entry.card;
    let mut texts = vec![searchable(&card.say)];
    texts.extend(card.must.iter().map(|sentence| line(sentence)));
    for pair in &card.never {
        texts.push(line(&pair.phrase));
        texts.extend(pair.instead.as_ref().map(|instead| line(instead)));
    }
    texts.extend(
        entry
            .sections
            .iter()
            .map(|section| searchable(&section.blocks)),
    );
    for step in &entry.steps {
        texts.push(searchable(&step.blocks));
        texts.extend(step.checks.iter().map(|check| line(check)));
        texts.extend(step.branches.iter().map(|branch| line(&branch.when)));
    }
    texts.push(searchable(&card.internal));
    texts.retain(|text| !text.is_empty());
    texts.join("\n")
}

fn line(sentence: &[Inline]) -> String {
    searchable(&[Block::Paragraph {
        children: sentence.to_vec(),
    }])
}
