//! New drafts: from a template, or with the wording of another text.

use super::{slug, templates};
use crate::snapshot::Snapshot;
use std::collections::BTreeSet;
use time::{Date, Duration};
use yingda_content::entry::{EntryId, Kind, Status};
use yingda_content::sheet::{self, Setting, SheetFault};
use yingda_content::{BeijingTime, read_entry};

/// After how many days a new entry is to be looked at again.
const LOOK_AGAIN: i64 = 180;

/// A draft that has no file yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// Its file: `entries/<kind>/<id>.md`.
    pub(super) file: String,
    /// Its title.
    pub(super) title: String,
    /// Its text.
    pub(super) text: String,
}

/// A draft from the template of its kind; an empty title gets one.
pub(super) fn from_template(
    snapshot: &Snapshot,
    kind: Kind,
    title: &str,
    now: BeijingTime,
) -> Result<Draft, SheetFault> {
    let title = if title.trim().is_empty() {
        "新条目"
    } else {
        title.trim()
    };
    let id = free_id(snapshot, &slug::of(title, &snapshot.lexicon))?;
    let text = templates::text(kind, &id, title, in_half_a_year(now))?;
    Ok(Draft {
        file: file_of(kind, &id),
        title: title.to_owned(),
        text,
    })
}

/// A draft with the wording of `text`: an id of its own, no approval, `（副本）` behind its title.
pub(super) fn copy_of(snapshot: &Snapshot, text: &str) -> Result<Draft, SheetFault> {
    let entry = read_entry("", text).entry.ok_or(SheetFault::Unreadable)?;
    let id = free_id(snapshot, &format!("{}-copy", entry.id))?;
    let title = format!("{}（副本）", entry.title);
    let text = sheet::set(
        text,
        &[
            Setting::Id(&id),
            Setting::Title(&title),
            Setting::Status(Status::Draft),
            Setting::Approvals(&[]),
            Setting::SupersededBy(None),
        ],
    )?;
    Ok(Draft {
        file: file_of(entry.kind, &id),
        title,
        text,
    })
}

fn in_half_a_year(now: BeijingTime) -> Option<Date> {
    now.date().checked_add(Duration::days(LOOK_AGAIN))
}

fn free_id(snapshot: &Snapshot, wanted: &str) -> Result<EntryId, SheetFault> {
    let entries = snapshot.library.entries();
    let taken: BTreeSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    slug::free(wanted, &taken).ok_or(SheetFault::Unreadable)
}

fn file_of(kind: Kind, id: &EntryId) -> String {
    format!("entries/{}/{id}.md", kind.as_str())
}
