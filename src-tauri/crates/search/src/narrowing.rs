//! Narrowing a result by kind, stage, tag, product and standing, and counting what there is.

use crate::answering::View;
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
    pub(crate) documents: Vec<u32>,
    /// How many of each kind, before the kind narrowed.
    pub(crate) counts: [u32; 6],
    /// How many are expired or withdrawn, before they were left out.
    pub(crate) expired: u32,
}

impl Narrowing {
    /// Narrows documents.
    pub(crate) fn narrow(&self, documents: Vec<u32>, view: View<'_>, now: BeijingTime) -> Narrowed {
        let mut narrowed = Narrowed {
            documents: Vec::with_capacity(documents.len()),
            counts: [0; 6],
            expired: 0,
        };
        let wanted = self.wanted();
        for document in documents {
            let Some(brief) = view.brief(document) else {
                continue;
            };
            if wanted
                .as_ref()
                .is_some_and(|wanted| !view.entry(document).is_some_and(|entry| wanted.fits(entry)))
            {
                continue;
            }
            let ended = |entry: &Arc<Entry>| {
                matches!(
                    Standing::of(entry, now),
                    Standing::Expired(_) | Standing::Withdrawn
                )
            };
            let past = !brief.lasting && view.entry(document).is_some_and(ended);
            narrowed.expired += u32::from(past);
            if past && self.current_only {
                continue;
            }
            let count = Kind::ALL
                .iter()
                .zip(&mut narrowed.counts)
                .find(|(kind, _)| **kind == brief.kind);
            if let Some((_, count)) = count {
                *count += 1;
            }
            if self.kind.is_none_or(|kind| brief.kind == kind) {
                narrowed.documents.push(document);
            }
        }
        narrowed
    }

    fn wanted(&self) -> Option<Wanted> {
        let asked = self.tag.is_some() || self.product.is_some() || self.stage.is_some();
        asked.then(|| Wanted {
            tag: self.tag.as_deref().map(atom_texts),
            product: self.product.as_deref().map(atom_texts),
            stage: self.stage,
        })
    }
}

/// What only a look into the entry tells.
struct Wanted {
    tag: Option<Vec<String>>,
    product: Option<Vec<String>>,
    stage: Option<Stage>,
}

impl Wanted {
    fn fits(&self, entry: &Entry) -> bool {
        same(self.tag.as_ref(), entry.tags.iter())
            && same(self.product.as_ref(), entry.product.iter())
            && self.stage.is_none_or(|stage| entry.stage == Some(stage))
    }
}

/// Whether one of the words held is the wanted one, in any spelling.
fn same<'a>(wanted: Option<&Vec<String>>, mut held: impl Iterator<Item = &'a String>) -> bool {
    wanted.is_none_or(|wanted| held.any(|held| atom_texts(held) == *wanted))
}
