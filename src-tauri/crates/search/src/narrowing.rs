//! Narrowing a result by kind, stage, tag, product and standing, and counting what there is.

use std::sync::Arc;
use yingda_content::entry::{Kind, Stage};
use yingda_content::{BeijingTime, Entry, Standing};
use yingda_text::lexicon::atom_texts;

/// How a result is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only with this tag.
    pub tag: Option<String>,
    /// Only of this product.
    pub product: Option<String>,
    /// Leave out what is expired or withdrawn.
    pub current_only: bool,
}

/// What narrowing left, in the order it came.
pub(crate) struct Narrowed {
    pub(crate) numbers: Vec<usize>,
    /// How many of each kind, before the kind narrowed.
    pub(crate) counts: [u32; 6],
    /// How many are expired or withdrawn, before they were left out.
    pub(crate) expired: u32,
}

impl Narrowing {
    pub(crate) fn narrow(
        &self,
        numbers: Vec<usize>,
        entries: &[Arc<Entry>],
        now: BeijingTime,
    ) -> Narrowed {
        let (tag, product) = (
            self.tag.as_deref().map(atom_texts),
            self.product.as_deref().map(atom_texts),
        );
        let mut counts = [0; 6];
        let mut expired = 0;
        let mut kept = Vec::new();
        for number in numbers {
            let Some(entry) = entries.get(number) else {
                continue;
            };
            let fits = same(tag.as_ref(), entry.tags.iter())
                && same(product.as_ref(), entry.product.iter())
                && self.stage.is_none_or(|stage| entry.stage == Some(stage));
            if !fits {
                continue;
            }
            let past = matches!(
                Standing::of(entry, now),
                Standing::Expired(_) | Standing::Withdrawn
            );
            expired += u32::from(past);
            if past && self.current_only {
                continue;
            }
            if let Some(count) = Kind::ALL
                .iter()
                .zip(&mut counts)
                .find(|(kind, _)| **kind == entry.kind)
            {
                *count.1 += 1;
            }
            if self.kind.is_none_or(|kind| entry.kind == kind) {
                kept.push(number);
            }
        }
        Narrowed {
            numbers: kept,
            counts,
            expired,
        }
    }
}

/// Whether one of the words held is the wanted one, in any spelling.
fn same<'a>(wanted: Option<&Vec<String>>, mut held: impl Iterator<Item = &'a String>) -> bool {
    wanted.is_none_or(|wanted| held.any(|held| atom_texts(held) == *wanted))
}
