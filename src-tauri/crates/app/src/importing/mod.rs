//! Documents into a library: drafts are proposed, a person decides, accepting is one act.
//!
//! Nothing is written before it is accepted. New drafts get files of their own; a row of our own export changes its
//! entry; a near-duplicate can be merged into the entry it is near to.

mod changes;
mod into_folder;
mod likeness;
mod session;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod window_tests;

pub use changes::{Accepted, Present, changes};
pub use into_folder::{FileReport, ImportFault, ImportReport, import_into};
pub use likeness::{Near, Neighbours};
pub use session::{ImportSession, export};

use std::collections::BTreeMap;
use yingda_content::{Entry, EntryId};
use yingda_exchange::Draft;

/// What is done with a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// It becomes an entry of its own.
    New,
    /// It takes the place of the text it was made from.
    Update {
        /// The entry.
        id: EntryId,
    },
    /// Its title becomes an alias of an entry, and what that does not say yet is added to its 仅内部.
    Merge {
        /// The entry.
        into: EntryId,
    },
    /// Nothing.
    Skip,
}

/// A draft with what it is near to and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The draft.
    pub draft: Draft,
    /// An entry that says nearly the same.
    pub near: Option<Near>,
    /// What is done with it.
    pub decision: Decision,
}

/// Proposes what to do with drafts: rows with a known id change their entry; what an entry says already under the same
/// name is skipped; everything else is new, and near-duplicates are shown.
#[must_use]
pub fn propose<'a>(
    drafts: Vec<Draft>,
    entries: impl IntoIterator<Item = &'a Entry> + Clone,
) -> Vec<Proposal> {
    let by_id: BTreeMap<&str, &Entry> = entries
        .clone()
        .into_iter()
        .map(|entry| (entry.id.as_str(), entry))
        .collect();
    let neighbours = Neighbours::of(entries);
    let proposals = drafts.into_iter().map(|draft| {
        let known = draft.id.as_deref().and_then(|id| by_id.get(id));
        if let Some(entry) = known {
            let id = entry.id.clone();
            return Proposal {
                draft,
                near: None,
                decision: Decision::Update { id },
            };
        }
        let near = neighbours.near(&draft);
        let decision = match &near {
            Some(near) if near.says_all() && near.named_alike => Decision::Skip,
            _ => Decision::New,
        };
        Proposal {
            draft,
            near,
            decision,
        }
    });
    proposals.collect()
}
