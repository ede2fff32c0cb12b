//! A flow's steps.

use super::arrow;
use crate::document::{Block, Inline, ListItem, Target};
use crate::entry::{Branch, EntryId, Step};
use crate::fault::BodyFault;
use crate::markdown::Located;
use crate::plain::searchable;
use crate::problem::Problems;
use crate::walk;

/// Reads the steps, one at each heading of level 3; what stands before the first is given back.
pub(super) fn read(blocks: Vec<Located>, problems: &mut Problems) -> (Vec<Located>, Vec<Step>) {
    let mut before = Vec::new();
    let mut steps: Vec<Step> = Vec::new();
    let mut wanted = Wanted::new();
    for located in blocks {
        if let Block::Heading { level: 3, .. } = located.block {
            let step = opened(&located, steps.len() + 1, problems);
            if steps.iter().any(|other| other.id == step.id) {
                problems.at(
                    located.line,
                    BodyFault::StepTwice {
                        id: step.id.clone(),
                    },
                );
            }
            steps.push(step);
        } else if let Some(step) = steps.last_mut() {
            step.take(located, &mut wanted);
        } else {
            before.push(located);
        }
    }
    for (line, id) in wanted {
        if !steps.iter().any(|step| step.id == id) {
            problems.at(line, BodyFault::StepUnknown { id });
        }
    }
    (before, steps)
}

/// The steps that something leads to, with the line it stands in.
type Wanted = Vec<(usize, String)>;

fn want_links(blocks: &[Block], line: usize, wanted: &mut Wanted) {
    walk::blocks(blocks, &mut |inline| {
        if let Inline::Link {
            to: Target::Step { id },
            ..
        } = inline
        {
            wanted.push((line, id.clone()));
        }
    });
}

/// A step as its heading `step-id 名称` says. Without an id it is called by its number.
fn opened(heading: &Located, number: usize, problems: &mut Problems) -> Step {
    let text = searchable(std::slice::from_ref(&heading.block));
    let (id, title) = text.split_once(char::is_whitespace).unwrap_or((&text, ""));
    let (id, title) = match EntryId::parse(id) {
        Some(id) => (id.as_str().to_owned(), title.trim()),
        None => {
            problems.at(
                heading.line,
                BodyFault::StepIdBad {
                    heading: text.clone(),
                },
            );
            (format!("step-{number}"), text.as_str())
        }
    };
    let title = if title.is_empty() {
        id.clone()
    } else {
        title.to_owned()
    };
    Step {
        id,
        title,
        blocks: Vec::new(),
        checks: Vec::new(),
        branches: Vec::new(),
    }
}

impl Step {
    fn take(&mut self, located: Located, wanted: &mut Wanted) {
        let Block::List { start, items } = located.block else {
            want_links(std::slice::from_ref(&located.block), located.line, wanted);
            self.blocks.push(located.block);
            return;
        };
        let lines = located
            .item_lines
            .into_iter()
            .chain(std::iter::repeat(located.line));
        let mut rest = Vec::new();
        for (item, line) in items.into_iter().zip(lines) {
            want_links(&item.children, line, wanted);
            rest.extend(self.take_item(item, line, wanted));
        }
        if !rest.is_empty() {
            self.blocks.push(Block::List { start, items: rest });
        }
    }

    /// Takes an item that must be done or leads on, and gives back what is left of it.
    fn take_item(&mut self, item: ListItem, line: usize, wanted: &mut Wanted) -> Option<ListItem> {
        let ListItem {
            checked,
            mut children,
        } = item;
        let (check, branch) = match children.first() {
            Some(Block::Paragraph { children }) if checked.is_some() => {
                (Some(children.clone()), None)
            }
            Some(Block::Paragraph { children }) => (None, branch(children, line, wanted)),
            _ => (None, None),
        };
        if check.is_none() && branch.is_none() {
            return Some(ListItem { checked, children });
        }
        self.checks.extend(check);
        self.branches.extend(branch);
        children.remove(0);
        (!children.is_empty()).then_some(ListItem {
            checked: None,
            children,
        })
    }
}

/// Reads `若客户着急 → #calm` or `→ [[entry]]`. What stands behind the target belongs to the condition.
fn branch(inlines: &[Inline], line: usize, wanted: &mut Wanted) -> Option<Branch> {
    let (mut when, target) = arrow::cut_at_last(inlines)?;
    let (first, rest) = target.split_first()?;
    let (to, behind) = match first {
        Inline::Link { to, .. } => (to.clone(), ""),
        Inline::Text { text } => {
            let name = text.strip_prefix('#')?;
            let part_of_id =
                |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
            let behind = name.trim_start_matches(part_of_id);
            let id = name.strip_suffix(behind).unwrap_or(name).to_owned();
            if id.is_empty() {
                wanted.push((line, name.to_owned()));
                return None;
            }
            wanted.push((line, id.clone()));
            (Target::Step { id }, behind)
        }
        _ => return None,
    };
    if !behind.is_empty() {
        when.push(Inline::Text {
            text: behind.to_owned(),
        });
    }
    when.extend(rest.iter().cloned());
    Some(Branch {
        when: arrow::trim(when),
        to,
    })
}
