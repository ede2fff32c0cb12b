//! Lighting a card: the texts of an opened entry, split into runs that matched and runs that did not.
//!
//! Works on what the screen gets; the library's own tree, and with it copying, never holds a lit run.

use crate::contract::{SectionView, StepView};
use yingda_content::document::{Block, Inline, ListItem};
use yingda_content::entry::{Branch, NeverPair, Section, Step};
use yingda_search::Segment;
use yingda_search::highlight::lit;

/// The phrases that matched, each as atoms. Without any, texts stay as they are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lighting {
    phrases: Vec<Vec<String>>,
}

impl Lighting {
    pub(crate) fn of(phrases: Vec<Vec<String>>) -> Self {
        Self { phrases }
    }

    pub(crate) fn title(&self, title: &str) -> Vec<Segment> {
        lit(title, &self.phrases)
    }

    pub(crate) fn section(&self, section: &Section) -> SectionView {
        SectionView {
            title: self.title(&section.title),
            blocks: self.blocks(&section.blocks),
        }
    }

    pub(crate) fn step(&self, step: &Step) -> StepView {
        StepView {
            id: step.id.clone(),
            title: self.title(&step.title),
            blocks: self.blocks(&step.blocks),
            checks: self.rows(&step.checks),
            branches: step.branches.iter().map(|way| self.branch(way)).collect(),
        }
    }

    fn branch(&self, branch: &Branch) -> Branch {
        Branch {
            when: self.inlines(&branch.when),
            to: branch.to.clone(),
        }
    }

    pub(crate) fn never(&self, pair: &NeverPair) -> NeverPair {
        NeverPair {
            phrase: self.inlines(&pair.phrase),
            instead: pair.instead.as_deref().map(|text| self.inlines(text)),
        }
    }

    pub(crate) fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Block {
        match block {
            Block::Heading { level, children } => Block::Heading {
                level: *level,
                children: self.inlines(children),
            },
            Block::Paragraph { children } => Block::Paragraph {
                children: self.inlines(children),
            },
            Block::List { start, items } => Block::List {
                start: *start,
                items: items.iter().map(|item| self.item(item)).collect(),
            },
            Block::Table { head, rows } => Block::Table {
                head: self.rows(head),
                rows: rows.iter().map(|row| self.rows(row)).collect(),
            },
            Block::Quote { children } => Block::Quote {
                children: self.blocks(children),
            },
            Block::Code { .. } | Block::Rule => block.clone(),
        }
    }

    fn item(&self, item: &ListItem) -> ListItem {
        ListItem {
            checked: item.checked,
            children: self.blocks(&item.children),
        }
    }

    /// Sentences or cells, each by itself.
    pub(crate) fn rows(&self, rows: &[Vec<Inline>]) -> Vec<Vec<Inline>> {
        rows.iter().map(|row| self.inlines(row)).collect()
    }

    fn inlines(&self, inlines: &[Inline]) -> Vec<Inline> {
        if self.phrases.is_empty() {
            return inlines.to_vec();
        }
        inlines
            .iter()
            .flat_map(|inline| self.inline(inline))
            .collect()
    }

    fn inline(&self, inline: &Inline) -> Vec<Inline> {
        let one = match inline {
            Inline::Text { text } => return self.runs(text),
            Inline::Strong { children } => Inline::Strong {
                children: self.inlines(children),
            },
            Inline::Emphasis { children } => Inline::Emphasis {
                children: self.inlines(children),
            },
            Inline::Strike { children } => Inline::Strike {
                children: self.inlines(children),
            },
            _ => inline.clone(),
        };
        vec![one]
    }

    fn runs(&self, text: &str) -> Vec<Inline> {
        let run = |Segment { text, hit }| {
            if hit {
                Inline::Lit { text }
            } else {
                Inline::Text { text }
            }
        };
        self.title(text).into_iter().map(run).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Lighting;
    use yingda_content::document::{Block, Inline};

    fn text(text: &str) -> Inline {
        Inline::Text {
            text: text.to_owned(),
        }
    }

    fn loss() -> Lighting {
        Lighting::of(vec![vec!["挂".to_owned(), "失".to_owned()]])
    }

    #[test]
    fn a_run_is_split_where_it_matched_and_says_the_same() {
        let before = vec![
            text("电话挂失是临时的，"),
            Inline::Strong {
                children: vec![text("正式挂失")],
            },
        ];
        let lit = loss().inlines(&before);
        assert_eq!(
            lit.get(1),
            Some(&Inline::Lit {
                text: "挂失".to_owned()
            })
        );
        let said = |children: &[Inline]| {
            yingda_content::spoken(
                &[Block::Paragraph {
                    children: children.to_vec(),
                }],
                &Default::default(),
            )
        };
        assert_eq!(said(&lit), said(&before));
    }

    #[test]
    fn blanks_and_links_stay_whole() {
        let blank = vec![Inline::Field {
            name: "挂失日期".to_owned(),
        }];
        assert_eq!(loss().inlines(&blank), blank);
    }

    #[test]
    fn without_phrases_nothing_changes() {
        let before = vec![text("电话挂失")];
        assert_eq!(Lighting::default().inlines(&before), before);
    }
}
