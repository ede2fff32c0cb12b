//! Cleaning of copied text. Nothing is cleaned in silence: each change is counted, and the first ones are kept to be
//! shown. Each kind can be turned off.

mod boilerplate;
mod joins;
mod letters;
mod lost;
mod readings;
#[cfg(test)]
mod tests;

use crate::block::{Block, Gathered, Located};
use crate::place::Place;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What was cleaned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum CleaningKind {
    /// Traditional characters became simplified ones.
    Script,
    /// Pinyin in brackets behind its character was taken out.
    Pinyin,
    /// Characters were lost before the text came here. They are marked, never guessed.
    Lost,
    /// Lines of a web page or of the paper were taken out: page numbers, 下载, 版权所有, repeated headers.
    Boilerplate,
    /// Line ends inside a sentence were taken out.
    LineBreaks,
    /// Invisible characters were taken out.
    Invisible,
    /// `{{` and `}}` became full-width braces, so that they are text and no blank to fill.
    Braces,
}

impl CleaningKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Lost,
        Self::Script,
        Self::Pinyin,
        Self::Boilerplate,
        Self::LineBreaks,
        Self::Invisible,
        Self::Braces,
    ];

    /// A stable name in kebab-case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Pinyin => "pinyin",
            Self::Lost => "lost",
            Self::Boilerplate => "boilerplate",
            Self::LineBreaks => "line-breaks",
            Self::Invisible => "invisible",
            Self::Braces => "braces",
        }
    }

    /// Whether it can be turned off. Braces and invisible characters would make a file that can't be read.
    #[must_use]
    pub const fn can_be_off(self) -> bool {
        !matches!(self, Self::Invisible | Self::Braces)
    }
}

/// One change, with a little text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaning {
    /// What kind.
    pub kind: CleaningKind,
    /// The text before.
    pub before: String,
    /// The text after; empty when it was taken out, the same when it was only marked.
    pub after: String,
    /// Where.
    pub at: Place,
}

/// All that was cleaned in one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// How many changes of each kind.
    pub counts: BTreeMap<CleaningKind, usize>,
    /// The first [`Cleaned::SHOWN`] of them.
    pub shown: Vec<Cleaning>,
}

impl Cleaned {
    /// How many changes are kept to be shown.
    pub const SHOWN: usize = 100;
    /// The longest text kept of one, in characters.
    const LONGEST: usize = 60;

    fn note(&mut self, kind: CleaningKind, before: &str, after: &str, at: &Place) {
        *self.counts.entry(kind).or_default() += 1;
        if self.shown.len() < Self::SHOWN {
            let (before, after) = around(before, after, Self::LONGEST);
            self.shown.push(Cleaning {
                kind,
                before,
                after,
                at: at.clone(),
            });
        }
    }
}

/// The two texts from a little before where they begin to differ.
fn around(before: &str, after: &str, longest: usize) -> (String, String) {
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(one, other)| one == other)
        .count();
    // What was taken out or only marked is shown from its beginning.
    let from = if after.is_empty() || before == after {
        0
    } else {
        same.saturating_sub(8)
    };
    let cut = |text: &str| {
        let mut cut: String = text.chars().skip(from).take(longest).collect();
        if text.chars().count() > from + longest {
            cut.push('…');
        }
        cut.replace('\n', "⏎")
    };
    (cut(before), cut(after))
}

/// One kind of cleaning: the text as it should be.
type Step = fn(&str) -> String;

/// Cleans one text at a time.
pub(crate) struct Cleaner<'a> {
    off: &'a BTreeSet<CleaningKind>,
    cleaned: Cleaned,
}

impl<'a> Cleaner<'a> {
    pub(crate) fn new(off: &'a BTreeSet<CleaningKind>) -> Self {
        Self {
            off,
            cleaned: Cleaned::default(),
        }
    }

    pub(crate) fn finish(self) -> Cleaned {
        self.cleaned
    }

    fn is_on(&self, kind: CleaningKind) -> bool {
        !kind.can_be_off() || !self.off.contains(&kind)
    }

    /// Cleans the characters of a text.
    pub(crate) fn text(&mut self, text: &str, at: &Place) -> String {
        let mut now = text.to_owned();
        let steps: [(CleaningKind, Step); 4] = [
            (CleaningKind::Invisible, letters::visible),
            (CleaningKind::Pinyin, readings::without),
            (CleaningKind::Script, letters::simplified),
            (CleaningKind::Braces, letters::without_braces),
        ];
        for (kind, step) in steps {
            if !self.is_on(kind) {
                continue;
            }
            let after = step(&now);
            if after != now {
                self.cleaned.note(kind, &now, &after, at);
                now = after;
            }
        }
        if self.is_on(CleaningKind::Lost)
            && let Some(stretch) = lost::stretch(&now)
        {
            self.cleaned
                .note(CleaningKind::Lost, &stretch, &stretch, at);
        }
        now
    }

    /// Cleans a document: its lines, then the characters of each block.
    pub(crate) fn document(&mut self, gathered: &mut Gathered) {
        if self.is_on(CleaningKind::Boilerplate) {
            boilerplate::remove(&mut gathered.blocks, &mut self.cleaned);
        }
        if self.is_on(CleaningKind::LineBreaks) {
            let cut = gathered.lines_are_cut;
            joins::join(&mut gathered.blocks, cut, &mut self.cleaned);
        }
        for Located { at, block } in &mut gathered.blocks {
            match block {
                Block::Heading { text, .. } | Block::Text(text) | Block::Item { text, .. } => {
                    *text = self.text(text, at);
                }
                Block::Table(rows) => {
                    for cell in rows.iter_mut().flatten() {
                        *cell = self.text(cell, at);
                    }
                }
            }
        }
        gathered
            .blocks
            .retain(|located| !located.block.text().trim().is_empty());
    }
}
