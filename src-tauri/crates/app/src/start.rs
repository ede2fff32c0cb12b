//! What is offered before anything is typed: what was opened last, and what is used most.

use crate::contract::{Hit, StartView};
use crate::finding::listed;
use crate::snapshot::Snapshot;
use crate::uses::Uses;
use yingda_content::BeijingTime;

/// The longest list.
const LONGEST: usize = 12;

/// The two lists; entries that left the library are left out, and none is in both.
pub(crate) fn view(snapshot: &Snapshot, uses: &Uses, now: BeijingTime) -> StartView {
    let line = |id: &str| {
        let entry = snapshot.entry(id)?;
        Some(listed(entry, snapshot, now))
    };
    let recent: Vec<Hit> = uses.recent().filter_map(line).take(LONGEST).collect();
    let others = uses
        .usual(now.date())
        .filter(|id| recent.iter().all(|hit| hit.id != *id));
    let frequent = others.filter_map(line).take(LONGEST).collect();
    StartView { recent, frequent }
}
