//! Merging the outboxes of branches.

use super::words;
use crate::contract::{OutboxFile, OutboxMerge};
use yingda_desk::{KnownWords, Store};

/// Merges each file whole or not at all; one that can't be merged keeps no other back.
pub(crate) fn merge(
    store: &mut Store,
    files: Vec<OutboxFile>,
    known: &KnownWords,
) -> Vec<OutboxMerge> {
    let mut one = |file: OutboxFile| {
        let merged = store.merge_outbox_text(&file.text, known);
        let counted = merged.as_ref().copied().unwrap_or_default();
        OutboxMerge {
            name: file.name,
            added: counted.added,
            known: counted.known,
            fault: merged.err().as_ref().map(words),
        }
    };
    files.into_iter().map(&mut one).collect()
}
