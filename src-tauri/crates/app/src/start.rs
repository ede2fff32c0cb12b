//! What is offered before anything is typed: what was opened last, and what is used most.

use crate::contract::StartView;
use crate::finding::listed;
use crate::snapshot::Snapshot;
use crate::uses::Uses;
use yingda_content::BeijingTime;

/// The longest list.
const LONGEST: usize = 12;

/// The two lists, without entries that left the library.
pub(crate) fn view(snapshot: &Snapshot, uses: &Uses, now: BeijingTime) -> StartView {
    let line = |id: &str| {
        let entry = snapshot.entry(id)?;
        Some(listed(entry, snapshot, now))
    };
    let usual = uses.usual(now.date());
    StartView {
        recent: uses.recent().filter_map(line).take(LONGEST).collect(),
        frequent: usual.filter_map(line).take(LONGEST).collect(),
    }
}
