//! One file to one entry.

use crate::digest;
use crate::document::{Inline, Target};
use crate::entry::{Entry, Kind, Status};
use crate::fault::{BodyFault, LibraryFault};
use crate::front_matter;
use crate::markdown;
use crate::parts;
use crate::problem::{Problem, Problems, Severity};
use crate::walk;
use std::collections::BTreeSet;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The entry; `None` when its front matter can't be used (broken YAML, or no id, kind, title or status).
    pub entry: Option<Entry>,
    /// What is wrong with the file, in the order of its lines.
    pub problems: Vec<Problem>,
}

/// Reads the text of an entry's file; `file` is its name in problems. Links still show ids: titles are put there by
/// the library, which also checks that links lead somewhere.
///
/// An entry that has an error, or approvals that do not fit its text, never counts as approved: where its status says
/// `approved` or `retired`, it becomes [`Status::InReview`]. Draft and withdrawn stay what they are.
#[must_use]
pub fn read_entry(file: &str, text: &str) -> Reading {
    let Reading {
        mut entry,
        problems,
    } = read_as_written(file, text);
    let wrong = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    if let Some(entry) = &mut entry
        && entry.status.claims_approval()
        && (wrong || !entry.is_approved_as_written())
    {
        entry.status = Status::InReview;
    }
    Reading { entry, problems }
}

/// Like [`read_entry`], with the status as it is written: for [`mod@crate::stamp`], which makes approvals fit.
pub(crate) fn read_as_written(file: &str, text: &str) -> Reading {
    let mut problems = Problems::of(file);
    let entry = match front_matter::split(text) {
        Ok(halves) => whole_entry(&halves, file, text, &mut problems),
        Err(fault) => {
            problems.at(1, fault);
            None
        }
    };
    Reading {
        entry,
        problems: problems.in_order(),
    }
}

fn whole_entry(
    halves: &front_matter::Halves<'_>,
    file: &str,
    text: &str,
    problems: &mut Problems,
) -> Option<Entry> {
    let entry = front_matter::read(halves, file, problems);
    // The text is read even when front matter can't be used, so that its problems are listed at once.
    let kind = entry.as_ref().map_or(Kind::Guide, |entry| entry.kind);
    let chapters = markdown::parse(halves.body, halves.body_line, problems);
    let parts = parts::read(kind, chapters, problems);
    let mut entry = entry?;
    (entry.card, entry.sections, entry.steps) = (parts.card, parts.sections, parts.steps);
    entry.digest = digest::of(&entry, halves.body);
    entry.file_hash = digest::sha256(text.as_bytes());
    check_uses(&entry, problems);
    check_approvals(&entry, problems);
    Some(entry)
}

/// Declared fields are used somewhere, and links to steps from outside the steps lead to one.
fn check_uses(entry: &Entry, problems: &mut Problems) {
    let mut used = BTreeSet::new();
    let mut steps = BTreeSet::new();
    walk::entry(entry, &mut |inline| match inline {
        Inline::Field { name } => {
            used.insert(name.as_str());
        }
        Inline::Link {
            to: Target::Step { id },
            ..
        } => {
            steps.insert(id.as_str());
        }
        _ => {}
    });
    for field in entry
        .fields
        .keys()
        .filter(|field| !used.contains(field.as_str()))
    {
        problems.whole(BodyFault::FieldUnused {
            field: field.clone(),
        });
    }
    for id in steps {
        let unknown = BodyFault::StepUnknown { id: id.to_owned() };
        if !entry.steps.iter().any(|step| step.id == id) && !problems.has(&unknown) {
            problems.whole(unknown);
        }
    }
}

fn check_approvals(entry: &Entry, problems: &mut Problems) {
    if !entry.status.claims_approval() {
        return;
    }
    if entry.approvals.is_empty() {
        problems.whole(LibraryFault::ApprovalMissing);
    }
    for approval in &entry.approvals {
        let role = approval.role.clone();
        match approval.digest.as_deref() {
            None => problems.whole(LibraryFault::ApprovalUnbound { role }),
            Some(digest) if digest != entry.digest => {
                problems.whole(LibraryFault::ApprovalStale { role });
            }
            Some(_) => {}
        }
    }
}
