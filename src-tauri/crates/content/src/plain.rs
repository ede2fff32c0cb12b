//! Entries as plain text: for copying, for reading aloud, for the index.

mod left_out;
#[cfg(test)]
mod tests;

use crate::document::{Block, Inline, ListItem};
use crate::entry::Entry;
use crate::walk;
use std::collections::BTreeMap;

/// What the agent filled in, by field name.
pub type Values = BTreeMap<String, String>;

/// Blocks as they are spoken or pasted: a line for each paragraph and list item, blanks filled in, struck text left
/// out. A blank without a value stays as 【name】.
#[must_use]
pub fn spoken(blocks: &[Block], values: &Values) -> String {
    let filling = |name: &str| match values.get(name).map(|value| value.trim()) {
        Some(value) if !value.is_empty() => Filling::Value(value.to_owned()),
        _ => Filling::Visible,
    };
    filled(blocks, &filling)
}

/// What stands in the place of a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filling {
    /// What was filled in.
    Value(String),
    /// 【name】: nobody can say it so by mistake.
    Visible,
    /// Nothing, so that no gap is heard: where the blank stands alone between punctuation it goes with the mark after
    /// it; elsewhere its clause goes, since it says nothing without it.
    LeftOut,
    /// As `LeftOut`, but inside a clause the customer is 您.
    Address,
}

/// Blocks as they are spoken or pasted, as [`spoken`] writes them, with each blank as `filling` has it by its name.
#[must_use]
pub fn filled(blocks: &[Block], filling: &dyn Fn(&str) -> Filling) -> String {
    let mut lines = Vec::new();
    let blank = |name: &str| match filling(name) {
        Filling::Value(value) => value,
        Filling::Visible => format!("【{name}】"),
        Filling::LeftOut => left_out::GAP.to_string(),
        Filling::Address => left_out::ADDRESS.to_string(),
    };
    Writer {
        blank: &blank,
        aloud: true,
    }
    .blocks(blocks, "", &mut lines);
    let whole = lines.iter().map(|line| left_out::settled(line));
    whole
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// One sentence as it is spoken; see [`spoken`].
#[must_use]
pub fn spoken_sentence(sentence: &[Inline], values: &Values) -> String {
    spoken(
        &[Block::Paragraph {
            children: sentence.to_vec(),
        }],
        values,
    )
}

/// Blocks as the index reads them: no marks before list items, blanks left out.
#[must_use]
pub fn searchable(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    Writer {
        blank: &|_| " ".to_owned(),
        aloud: false,
    }
    .blocks(blocks, "", &mut lines);
    lines.join("\n").trim().to_owned()
}

/// The names of the blanks in what is copied, 可直接说 and then 必须说, in reading order, each once.
#[must_use]
pub fn field_names(entry: &Entry) -> Vec<String> {
    let mut names = Vec::new();
    walk::blocks(&entry.card.say, &mut |inline| note(inline, &mut names));
    for name in must_field_names(entry) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The names of the blanks in 必须说, in reading order, each once.
#[must_use]
pub fn must_field_names(entry: &Entry) -> Vec<String> {
    let mut names = Vec::new();
    for sentence in &entry.card.must {
        walk::inlines(sentence, &mut |inline| note(inline, &mut names));
    }
    names
}

/// The names of the blanks in a flow's steps that [`field_names`] does not name, in reading order, each once.
#[must_use]
pub fn step_field_names(entry: &Entry) -> Vec<String> {
    let mut names = Vec::new();
    for step in &entry.steps {
        walk::blocks(&step.blocks, &mut |inline| note(inline, &mut names));
        for check in &step.checks {
            walk::inlines(check, &mut |inline| note(inline, &mut names));
        }
    }
    let before = field_names(entry);
    names.retain(|name| !before.contains(name));
    names
}

fn note(inline: &Inline, names: &mut Vec<String>) {
    if let Inline::Field { name } = inline
        && !names.contains(name)
    {
        names.push(name.clone());
    }
}

/// How long a text takes to say, in whole seconds rounded up: four and a half characters a second, each digit read by
/// itself, a Latin letter at half a character.
#[must_use]
pub fn speaking_seconds(text: &str) -> u32 {
    let halves = |letter: char| match letter {
        letter if letter.is_ascii_digit() => 2,
        letter if letter.is_ascii_alphabetic() => 1,
        letter if letter.is_alphanumeric() => 2,
        _ => 0,
    };
    let halves: usize = text.chars().map(halves).sum();
    u32::try_from(halves.div_ceil(9)).unwrap_or(u32::MAX)
}

struct Writer<'a> {
    /// What stands for a blank.
    blank: &'a dyn Fn(&str) -> String,
    /// For a person: list items get a mark, and struck text is left out.
    aloud: bool,
}

impl Writer<'_> {
    fn blocks(&self, blocks: &[Block], indent: &str, lines: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Heading { children, .. } | Block::Paragraph { children } => {
                    self.paragraph(children, indent, lines);
                }
                Block::List { start, items } => self.list(*start, items, indent, lines),
                Block::Table { head, rows } => {
                    let rows = std::iter::once(head)
                        .chain(rows)
                        .filter(|row| !row.is_empty());
                    lines.extend(rows.map(|row| format!("{indent}{}", self.row(row))));
                }
                Block::Quote { children } => self.blocks(children, indent, lines),
                Block::Code { text } => {
                    lines.extend(text.lines().map(|line| format!("{indent}{line}")));
                }
                Block::Rule => {}
            }
        }
    }

    fn paragraph(&self, children: &[Inline], indent: &str, lines: &mut Vec<String>) {
        let text = self.inlines(children);
        lines.extend(text.lines().map(|line| format!("{indent}{line}")));
    }

    fn row(&self, cells: &[Vec<Inline>]) -> String {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| self.inlines(cell).replace('\n', " "))
            .collect();
        cells.join("\t")
    }

    fn list(&self, start: Option<u32>, items: &[ListItem], indent: &str, lines: &mut Vec<String>) {
        let deeper = if self.aloud {
            format!("{indent}  ")
        } else {
            String::new()
        };
        for (number, item) in (start.unwrap_or(1)..=u32::MAX).zip(items) {
            let mut inside = Vec::new();
            self.blocks(&item.children, "", &mut inside);
            let mark = match start {
                _ if !self.aloud => String::new(),
                Some(_) => format!("{indent}{number}. "),
                None => format!("{indent}· "),
            };
            for (index, line) in inside.iter().enumerate() {
                let before = if index == 0 { &mark } else { &deeper };
                lines.push(format!("{before}{line}"));
            }
        }
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        let mut text = String::new();
        for inline in inlines {
            match inline {
                // An amount brings its own 元.
                Inline::Text { text: piece } if piece.starts_with('元') && text.ends_with('元') =>
                {
                    text.push_str(piece.trim_start_matches('元'));
                }
                Inline::Text { text: piece }
                | Inline::Lit { text: piece }
                | Inline::Code { text: piece }
                | Inline::Link { text: piece, .. } => {
                    text.push_str(piece);
                }
                Inline::Strike { .. } if self.aloud => {}
                Inline::Strong { children }
                | Inline::Emphasis { children }
                | Inline::Strike { children } => {
                    text.push_str(&self.inlines(children));
                }
                Inline::Field { name } => text.push_str(&(self.blank)(name)),
                Inline::Break => text.push('\n'),
            }
        }
        text
    }
}
