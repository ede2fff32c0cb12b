//! From the blocks of a document to drafts: one a section, one a question.

use crate::block::{Block, Located};
use crate::columns;
use crate::draft::Draft;
use crate::limits::LONGEST_BODY;
use crate::numbered;
use crate::pairs::{self, Half};
use crate::place::Place;
use crate::render;
use yingda_content::Kind;

/// The deepest heading that begins an entry of its own.
const DEEPEST: u8 = 4;
/// Sections shorter than this, in characters, are too small to be entries: the heading above them begins one.
const SMALLEST: usize = 40;
/// The longest title, in characters; what is longer was no heading.
const LONGEST_TITLE: usize = 80;

/// A stretch of a document under one heading.
#[derive(Debug, Default)]
struct Section {
    title: String,
    /// The headings above it, from the outside.
    chapters: Vec<String>,
    at: Place,
    blocks: Vec<Located>,
}

/// Makes drafts of a document; `name` is what its first section is called when it has no heading.
pub(crate) fn drafts(name: &str, mut blocks: Vec<Located>, kind: Option<Kind>) -> Vec<Draft> {
    find_typed_headings(&mut blocks);
    let level = entry_level(&blocks);
    let sections = cut(name, blocks, level);
    let mut drafts = Vec::new();
    for section in sections {
        take(section, kind, &mut drafts);
    }
    drafts.into_iter().flat_map(in_pieces).collect()
}

/// Where a document has no headings, lines with a number are taken for them.
fn find_typed_headings(blocks: &mut [Located]) {
    let is_heading = |located: &Located| matches!(&located.block, Block::Heading { level, text } if *level > 0 && render::part_of(text).is_none());
    if blocks.iter().any(is_heading) {
        return;
    }
    for located in blocks.iter_mut() {
        if let Block::Text(text) | Block::Item { text, .. } = &located.block {
            let bracketed = text.starts_with('【') && render::part_of(text).is_some();
            let found = numbered::heading(text).or_else(|| bracketed.then(|| (9, text.clone())));
            if let Some((level, text)) = found {
                located.block = Block::Heading { level, text };
            }
        }
    }
}

/// The lowest level whose sections mostly have enough text to stand alone.
fn entry_level(blocks: &[Located]) -> u8 {
    let mut levels: Vec<u8> = blocks
        .iter()
        .filter_map(|located| match &located.block {
            Block::Heading { level, text } if *level > 0 && render::part_of(text).is_none() => {
                Some(*level)
            }
            _ => None,
        })
        .collect();
    levels.sort_unstable();
    levels.dedup();
    let first = levels.first().copied().unwrap_or(1);
    let sensible = |level: &u8| *level == first || median_size(blocks, *level) >= SMALLEST;
    levels
        .into_iter()
        .filter(|level| *level <= DEEPEST.max(first))
        .rev()
        .find(sensible)
        .unwrap_or(first)
}

/// The median length of the sections that begin at this very level, in characters.
fn median_size(blocks: &[Located], level: u8) -> usize {
    let mut sizes: Vec<usize> = Vec::new();
    let mut open = false;
    for located in blocks {
        match &located.block {
            Block::Heading { level: found, .. } if *found <= level => {
                open = *found == level;
                if open {
                    sizes.push(0);
                }
            }
            block if open => {
                if let Some(size) = sizes.last_mut() {
                    *size += block.text().chars().count();
                }
            }
            _ => {}
        }
    }
    sizes.sort_unstable();
    sizes.get(sizes.len() / 2).copied().unwrap_or(0)
}

fn cut(name: &str, blocks: Vec<Located>, entry_level: u8) -> Vec<Section> {
    let mut title = name.to_owned();
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut sections = vec![Section::default()];
    for located in blocks {
        let begins = match &located.block {
            Block::Heading { level, text } if render::part_of(text).is_none() => {
                Some((*level, text.clone())).filter(|(level, _)| *level <= entry_level)
            }
            _ => None,
        };
        match begins {
            Some((0, text)) => title = text,
            Some((level, text)) => {
                path.retain(|(above, _)| *above < level);
                let chapters = path.iter().map(|(_, text)| text.clone()).collect();
                path.push((level, text.clone()));
                sections.push(Section {
                    title: text,
                    chapters,
                    at: located.at,
                    blocks: Vec::new(),
                });
            }
            None => {
                if let Some(section) = sections.last_mut() {
                    if section.blocks.is_empty() && section.title.is_empty() {
                        section.at = located.at.clone();
                    }
                    section.blocks.push(located);
                }
            }
        }
    }
    if let Some(first) = sections.first_mut() {
        first.title = title;
    }
    sections
}

/// Questions and answers of a section become FAQ, the rest one entry.
fn take(section: Section, kind: Option<Kind>, drafts: &mut Vec<Draft>) {
    let mut rest: Vec<Located> = Vec::new();
    let mut pair: Option<Pair> = None;
    for located in lines_of_pairs(section.blocks) {
        if let Block::Table(rows) = &located.block
            && let Some(found) = columns::questions(rows, &located.at)
        {
            drafts.extend(found.into_iter().map(|draft| Draft {
                tags: section.chapters.clone(),
                ..draft
            }));
            continue;
        }
        let marked = match &located.block {
            Block::Text(text) | Block::Item { text, .. } => {
                pairs::mark(text).map(|(half, text)| (half, text.to_owned()))
            }
            _ => None,
        };
        match marked {
            Some((Half::Question, text)) => {
                close(pair.take(), &section.chapters, drafts, &mut rest);
                pair = Some(Pair {
                    at: located.at,
                    question: text,
                    answer: Vec::new(),
                });
            }
            Some((Half::Answer, text)) if pair.is_some() => {
                if let Some(pair) = &mut pair {
                    let block = Block::Text(text);
                    pair.answer.push(Located {
                        at: located.at,
                        block,
                    });
                }
            }
            _ => match &mut pair {
                Some(pair) => pair.answer.push(located),
                None => rest.push(located),
            },
        }
    }
    close(pair, &section.chapters, drafts, &mut rest);
    if rest
        .iter()
        .any(|located| !matches!(located.block, Block::Heading { .. }))
    {
        drafts.push(of_section(
            &section.title,
            section.chapters,
            section.at,
            &rest,
            kind,
        ));
    }
}

/// A question and its answer while it is open.
struct Pair {
    at: Place,
    question: String,
    answer: Vec<Located>,
}

fn close(
    pair: Option<Pair>,
    chapters: &[String],
    drafts: &mut Vec<Draft>,
    rest: &mut Vec<Located>,
) {
    let Some(pair) = pair else { return };
    let blocks = pair.answer.iter().map(|located| &located.block);
    let answer = render::markdown(blocks);
    if answer.trim().is_empty() || pair.question.trim().is_empty() {
        let block = Block::Text(pair.question);
        rest.push(Located { at: pair.at, block });
        rest.extend(pair.answer);
        return;
    }
    let mut draft = Draft::new(Kind::Faq, title_of(&pair.question), pair.at);
    draft.tags = chapters.to_vec();
    draft.body = format!("## 可直接说\n{answer}");
    drafts.push(draft);
}

/// Paragraphs that hold a question and its answer on lines of their own, taken apart.
fn lines_of_pairs(blocks: Vec<Located>) -> Vec<Located> {
    let mut apart = Vec::with_capacity(blocks.len());
    for located in blocks {
        match &located.block {
            Block::Text(text)
                if text.contains('\n') && text.lines().any(|line| pairs::mark(line).is_some()) =>
            {
                let at = &located.at;
                apart.extend(text.lines().map(|line| Located {
                    at: at.clone(),
                    block: Block::Text(line.to_owned()),
                }));
            }
            _ => apart.push(located),
        }
    }
    apart
}

fn of_section(
    title: &str,
    chapters: Vec<String>,
    at: Place,
    blocks: &[Located],
    kind: Option<Kind>,
) -> Draft {
    let is_part = |located: &Located| matches!(&located.block, Block::Heading { text, .. } if render::part_of(text).is_some());
    let has_parts = blocks.iter().any(is_part);
    let asks = title.trim_end().ends_with(['？', '?']);
    let own = if asks {
        Kind::Faq
    } else if has_parts {
        Kind::Script
    } else {
        Kind::Guide
    };
    let kind = kind.unwrap_or(own);
    let body = render::markdown(blocks.iter().map(|located| &located.block));
    let spoken = matches!(kind, Kind::Faq | Kind::Script) && !has_parts;
    let mut draft = Draft::new(kind, title_of(title), at);
    draft.tags = chapters;
    draft.body = if spoken {
        format!("## 可直接说\n{body}")
    } else {
        body
    };
    draft
}

/// A title in one line and of a sensible length.
pub(crate) fn title_of(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    let mut short: String = line.chars().take(LONGEST_TITLE - 1).collect();
    short.push('…');
    short
}

/// A draft whose text is too long for one file becomes several.
pub(crate) fn in_pieces(draft: Draft) -> Vec<Draft> {
    if draft.body.len() <= LONGEST_BODY {
        return vec![draft];
    }
    let mut bodies = vec![String::new()];
    for line in draft.body.split_inclusive('\n').flat_map(short_lines) {
        let full = bodies
            .last()
            .is_none_or(|body| body.len() + line.len() > LONGEST_BODY);
        if full {
            bodies.push(String::new());
        }
        if let Some(body) = bodies.last_mut() {
            body.push_str(line);
        }
    }
    let pieces = bodies.into_iter().enumerate();
    pieces
        .map(|(number, body)| Draft {
            title: if number == 0 {
                draft.title.clone()
            } else {
                format!("{}（续 {}）", draft.title, number + 1)
            },
            body,
            ..draft.clone()
        })
        .collect()
}

/// A line that alone is too long, in pieces; cut between characters, never behind a backslash.
fn short_lines(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while rest.len() > LONGEST_BODY {
        let mut end = LONGEST_BODY;
        let fits = |end: usize| rest.get(..end).is_some_and(|piece| !piece.ends_with('\\'));
        while end > 1 && !fits(end) {
            end -= 1;
        }
        let Some((piece, behind)) = rest.split_at_checked(end) else {
            break;
        };
        pieces.push(piece);
        rest = behind;
    }
    pieces.push(rest);
    pieces
}
