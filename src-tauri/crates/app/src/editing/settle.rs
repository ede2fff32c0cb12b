//! What an edit does to an approval: an editor can take one away, never make or move one.

use yingda_content::entry::{Entry, Status};
use yingda_content::read_entry;
use yingda_content::sheet::{self, Setting};

/// A text as it is to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    /// The text; its status may be another one than was typed.
    pub(super) text: String,
    /// Whether its status was set to in review.
    pub(super) reopened: bool,
}

/// The text to save over `before`. Where it claims an approval that it does not have, or one that what lies there did
/// not have either, its status becomes `in_review`. Text that can't be read as an entry is left as it is: nothing that
/// can't be read is ever approved.
pub(super) fn settle(before: Option<&str>, after: &str) -> Settled {
    let unchanged = || Settled {
        text: after.to_owned(),
        reopened: false,
    };
    let Some(claimed) = claim(after) else {
        return unchanged();
    };
    let held = before.and_then(|before| read_entry("", before).entry);
    let now = read_entry("", after).entry;
    let still = now
        .as_ref()
        .zip(held.as_ref())
        .is_some_and(|(now, held)| now.status == claimed && is_same_approval(held, now));
    if still {
        return unchanged();
    }
    match sheet::set(after, &[Setting::Status(Status::InReview)]) {
        Ok(text) => Settled {
            text,
            reopened: true,
        },
        Err(_) => unchanged(),
    }
}

/// The approval that a text claims by its status, whether or not it has it.
fn claim(text: &str) -> Option<Status> {
    let plain = sheet::status_of(text)?;
    plain.claims_approval().then_some(plain)
}

/// Whether an approval that was there is still there, and no other.
fn is_same_approval(held: &Entry, now: &Entry) -> bool {
    held.status == now.status && held.approvals == now.approvals && now.is_approved_as_written()
}
