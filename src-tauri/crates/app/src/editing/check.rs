//! What a text is as an entry: problems, form and card. Asked at every pause in typing, so it reads one text only.

use super::{form, hints, problems, settle};
use crate::card;
use crate::contract::{CheckRequest, Checked, EntryStatus, TextProblem};
use crate::snapshot::Snapshot;
use yingda_content::entry::{Entry, Status};
use yingda_content::sheet;
use yingda_content::{BeijingTime, read_entry};

/// Looks at a text that is to become `request.file`; `lies` is the text that lies there now.
pub(super) fn check(
    snapshot: &Snapshot,
    request: &CheckRequest,
    lies: Option<&str>,
    now: BeijingTime,
) -> Checked {
    let settled = settle::settle(lies, &request.text);
    let reading = read_entry(&request.file, &request.text);
    let mut found: Vec<TextProblem> =
        problems::placed(&reading.problems, &request.text, &snapshot.lexicon);
    let entry = reading.entry;
    if let Some(entry) = &entry {
        let among = snapshot.library.misfits(entry);
        found.extend(problems::placed(&among, &request.text, &snapshot.lexicon));
        found.extend(hints::of(entry, &request.text, now));
        found.sort_by_key(|problem| (problem.line.is_none(), problem.line, problem.from));
    }
    // The card is that of the text as it would be saved: what lost its approval is shown so.
    let shown = read_entry(&request.file, &settled.text).entry;
    Checked {
        problems: found,
        form: entry
            .as_ref()
            .map(|entry| form::of(entry, sheet::body(&request.text), snapshot)),
        status: status(shown.as_ref()),
        card: shown.map(|entry| card::view_of(&snapshot.library.titled(entry), snapshot, now)),
        reopens: settled.reopened,
    }
}

/// Where an entry is in its life; an unreadable file is none.
pub(super) fn status(entry: Option<&Entry>) -> EntryStatus {
    match entry.map(|entry| entry.status) {
        None => EntryStatus::Unreadable,
        Some(Status::Draft) => EntryStatus::Draft,
        Some(Status::InReview) => EntryStatus::InReview,
        Some(Status::Approved) => EntryStatus::Approved,
        Some(Status::Withdrawn) => EntryStatus::Withdrawn,
        Some(Status::Retired) => EntryStatus::Retired,
    }
}
