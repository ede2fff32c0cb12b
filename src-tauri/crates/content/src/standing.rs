//! What an entry may be used for at a given moment.
//!
//! [`Approved`] can be made by [`Standing::of`] only: whoever holds one holds an entry whose approval fits its text and
//! whose validity covers that moment. Nothing that copies wording as approved takes anything else.

use crate::clock::BeijingTime;
use crate::entry::{Entry, Status};
use time::Date;

/// An entry that may be said at the moment it was checked for.
#[derive(Debug, Clone, Copy)]
pub struct Approved<'a>(&'a Entry);

impl<'a> Approved<'a> {
    /// The entry.
    #[must_use]
    pub fn entry(self) -> &'a Entry {
        self.0
    }
}

/// An entry past its last day: shown in red, copied with a stated reason only.
#[derive(Debug, Clone, Copy)]
pub struct Expired<'a> {
    entry: &'a Entry,
    /// Its last day; `None` when it was retired without one.
    pub on: Option<Date>,
}

impl<'a> Expired<'a> {
    /// The entry.
    #[must_use]
    pub fn entry(self) -> &'a Entry {
        self.entry
    }
}

/// What an entry may be used for.
#[derive(Debug, Clone, Copy)]
pub enum Standing<'a> {
    /// May be said.
    Approved(Approved<'a>),
    /// Past its last day, or retired.
    Expired(Expired<'a>),
    /// Taken back: may not be said or copied.
    Withdrawn,
    /// Approved for a later moment.
    NotYet(BeijingTime),
    /// A draft, waiting for approval, or changed after it.
    Unapproved,
}

impl<'a> Standing<'a> {
    /// Judges an entry at a moment.
    #[must_use]
    pub fn of(entry: &'a Entry, now: BeijingTime) -> Self {
        match entry.status {
            Status::Withdrawn => return Self::Withdrawn,
            Status::Draft | Status::InReview => return Self::Unapproved,
            Status::Approved | Status::Retired => {}
        }
        if !entry.is_approved_as_written() {
            return Self::Unapproved;
        }
        let past = entry.valid.until.is_some_and(|until| now.date() > until);
        if past || entry.status == Status::Retired {
            return Self::Expired(Expired {
                entry,
                on: entry.valid.until,
            });
        }
        match entry.valid.from {
            Some(from) if now < from => Self::NotYet(from),
            _ => Self::Approved(Approved(entry)),
        }
    }
}

impl Entry {
    /// Whether it has approvals and every one of them is bound to the text as it stands now.
    #[must_use]
    pub fn is_approved_as_written(&self) -> bool {
        let fits = |approval: &crate::entry::Approval| {
            approval.digest.as_deref() == Some(self.digest.as_str())
        };
        !self.approvals.is_empty() && self.approvals.iter().all(fits)
    }
}
