//! What is offered before anything is typed: what was opened last, and what is used most.

use crate::contract::{Hit, StartView};
use crate::favourites::PersonUses;
use crate::finding::listed;
use crate::snapshot::Snapshot;
use crate::uses::Uses;
use yingda_content::BeijingTime;

/// The longest list.
pub(crate) const LONGEST: usize = 12;

/// The two lists of this computer, without entries that left the library.
pub(crate) fn view(snapshot: &Snapshot, uses: &Uses, now: BeijingTime) -> StartView {
    StartView {
        recent: lines(snapshot, uses.recent(), now),
        frequent: lines(snapshot, uses.usual(now.date()), now),
    }
}

/// The two lists of one of several people at a computer.
pub(crate) fn of_person(snapshot: &Snapshot, uses: &PersonUses, now: BeijingTime) -> StartView {
    StartView {
        recent: lines(snapshot, uses.recent.iter().map(String::as_str), now),
        frequent: lines(snapshot, uses.usual.iter().map(String::as_str), now),
    }
}

fn lines<'a>(
    snapshot: &Snapshot,
    ids: impl Iterator<Item = &'a str>,
    now: BeijingTime,
) -> Vec<Hit> {
    let line = |id: &str| Some(listed(snapshot.entry(id)?, snapshot, now));
    ids.filter_map(line).take(LONGEST).collect()
}
