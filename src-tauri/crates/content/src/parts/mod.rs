//! The parts of an entry: the call card, a flow's steps, and the sections beside them.

mod arrow;
mod card;
mod flow;
mod sentences;
#[cfg(test)]
mod tests;

use crate::document::Block;
use crate::entry::{CallCard, Kind, Section, Step};
use crate::fault::{BodyFault, Part};
use crate::markdown::{Chapter, Located};
use crate::problem::Problems;

/// The text of an entry in its parts.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) card: CallCard,
    pub(crate) sections: Vec<Section>,
    pub(crate) steps: Vec<Step>,
}

/// Headings that mean a part and do not name it. Such a text would stand among the free sections: a 必须说 would not be
/// copied along, and a 仅内部 would be.
const MISSPELT: [(&str, Part); 20] = [
    ("直接说", Part::Say),
    ("可以直接说", Part::Say),
    ("可直接讲", Part::Say),
    ("可直接說", Part::Say),
    ("必需说", Part::Must),
    ("必说", Part::Must),
    ("必须讲", Part::Must),
    ("一定要说", Part::Must),
    ("必須說", Part::Must),
    ("不可说", Part::Never),
    ("不得说", Part::Never),
    ("不能讲", Part::Never),
    ("禁止说", Part::Never),
    ("不能說", Part::Never),
    ("内部", Part::Internal),
    ("仅限内部", Part::Internal),
    ("仅供内部", Part::Internal),
    ("仅内部使用", Part::Internal),
    ("内部使用", Part::Internal),
    ("僅內部", Part::Internal),
];

/// Sorts chapters into parts.
pub(crate) fn read(kind: Kind, chapters: Vec<Chapter>, problems: &mut Problems) -> Parts {
    let mut parts = Parts::default();
    let mut seen = Vec::new();
    for chapter in chapters {
        let Some(part) = part_of(kind, &chapter, problems) else {
            parts
                .sections
                .push(section(chapter.heading, chapter.blocks));
            continue;
        };
        if seen.contains(&part) {
            problems.at(chapter.line, BodyFault::PartTwice { part });
        }
        seen.push(part);
        parts.take(part, chapter, problems);
    }
    if kind == Kind::Flow && parts.steps.is_empty() {
        problems.whole(BodyFault::StepsMissing);
    }
    parts
}

fn part_of(kind: Kind, chapter: &Chapter, problems: &mut Problems) -> Option<Part> {
    let counts = |part: &Part| *part != Part::Steps || kind == Kind::Flow;
    let named = |heading: &str| Part::ALL.into_iter().find(|part| part.heading() == heading);
    let part = named(&chapter.heading).filter(counts);
    let bare = chapter.heading.trim_end_matches([':', '：', ' ', '　']);
    let meant = MISSPELT
        .into_iter()
        .find(|(heading, _)| *heading == bare)
        .map(|(_, part)| part);
    let meant = meant.or_else(|| named(bare)).filter(counts);
    if let (None, Some(meant)) = (part, meant) {
        let heading = chapter.heading.clone();
        problems.at(
            chapter.line,
            BodyFault::PartMisspelt {
                heading,
                part: meant,
            },
        );
    }
    part
}

fn section(title: String, blocks: Vec<Located>) -> Section {
    Section {
        title,
        blocks: bare(blocks),
    }
}

fn bare(blocks: Vec<Located>) -> Vec<Block> {
    blocks.into_iter().map(|located| located.block).collect()
}

impl Parts {
    fn take(&mut self, part: Part, chapter: Chapter, problems: &mut Problems) {
        match part {
            Part::Say => self.card.say.extend(bare(chapter.blocks)),
            Part::Internal => self.card.internal.extend(bare(chapter.blocks)),
            Part::Must => {
                let sentences = sentences::read(chapter.blocks, part, problems);
                self.card.must.extend(sentences);
            }
            Part::Never => {
                let sentences = sentences::read(chapter.blocks, part, problems);
                self.card
                    .never
                    .extend(sentences.into_iter().map(card::never_pair));
            }
            Part::Steps => {
                let (before, steps) = flow::read(chapter.blocks, problems);
                if !before.is_empty() {
                    self.sections.push(section(chapter.heading, before));
                }
                self.steps.extend(steps);
            }
        }
    }
}
