//! Binding demonstration approvals to their texts.
//!
//! The shipped content is approved by invented offices, and its digests are written by this command. A real approval
//! is never touched: whoever gives it signs the text at the trainer's desk.

mod edit;
#[cfg(test)]
mod tests;

use crate::entry::Entry;
use crate::fault::FileFault;
use crate::files::{self, Found};
use crate::library::{ENTRIES, is_entry_file};
use crate::problem::{Language, Problem, Problems, Severity};
use crate::reading::{Reading, read_as_written};
use crate::replace_file::replace;
use std::path::Path;

/// Why an entry that claims to be approved was not stamped.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// It has no approval that could be bound.
    NoApproval,
    /// One of its approvals is not a demonstration.
    RealApproval {
        /// Who gave it.
        by: String,
    },
    /// It has errors, which come first.
    HasErrors,
    /// Its approvals are written in a way that can't be edited safely.
    CannotEdit,
}

impl Refusal {
    /// One sentence: why, and what to do.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::NoApproval => "没有审批可以盖章，请先写上审批。".to_owned(),
                Self::RealApproval { by } => {
                    format!("「{by}」的审批不是演示审批，请在编辑台走审批。")
                }
                Self::HasErrors => "文件有错误，请先改正。".to_owned(),
                Self::CannotEdit => "审批的写法不便自动修改，请每个审批写成一行 - {…}。".to_owned(),
            },
            Language::English => match self {
                Self::NoApproval => "There is no approval to stamp; write one first.".to_owned(),
                Self::RealApproval { by } => {
                    format!(
                        "The approval by {by} is not a demonstration; approve it at the trainer's desk."
                    )
                }
                Self::HasErrors => "The file has errors; correct them first.".to_owned(),
                Self::CannotEdit => {
                    "The approvals can't be edited safely; write each in one line - {…}.".to_owned()
                }
            },
        }
    }
}

/// What was stamped and what was not. Entries in draft, in review or withdrawn are left alone and not named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamped {
    /// Files that were changed, relative to the library's folder.
    pub changed: Vec<String>,
    /// Files that were refused, and why.
    pub refused: Vec<(String, Refusal)>,
    /// Files that could not be read or written.
    pub problems: Vec<Problem>,
}

/// Writes the digest of the present text into each approval of every entry whose approvals are all demonstrations and
/// whose status is `approved` or `retired`. Nothing else in a file changes; a second time changes nothing.
#[must_use]
pub fn stamp(root: &Path) -> Stamped {
    let (found, problems) = files::find(root, ENTRIES, is_entry_file);
    let mut stamped = Stamped {
        problems,
        ..Stamped::default()
    };
    for file in found {
        match stamp_file(&file) {
            Ok(Outcome::Changed) => stamped.changed.push(file.name),
            Ok(Outcome::LeftAlone) => {}
            Ok(Outcome::Refused(why)) => stamped.refused.push((file.name, why)),
            Err(fault) => {
                let mut problems = Problems::of(&file.name);
                problems.whole(fault);
                stamped.problems.extend(problems.in_order());
            }
        }
    }
    stamped
}

enum Outcome {
    Changed,
    LeftAlone,
    Refused(Refusal),
}

fn stamp_file(file: &Found) -> Result<Outcome, FileFault> {
    let text = files::read(&file.path)?;
    let Reading { entry, problems } = read_as_written(&file.name, &text);
    let Some(entry) = entry else {
        return Ok(Outcome::Refused(Refusal::HasErrors));
    };
    if !entry.status.claims_approval() {
        return Ok(Outcome::LeftAlone);
    }
    if let Some(refusal) = refusal(&entry, &problems) {
        return Ok(Outcome::Refused(refusal));
    }
    if entry.is_approved_as_written() {
        return Ok(Outcome::LeftAlone);
    }
    let Some(edited) = edit::bind(&text, &entry.digest).filter(|edited| only_binds(edited, &entry))
    else {
        return Ok(Outcome::Refused(Refusal::CannotEdit));
    };
    replace(&file.path, &edited).map_err(|error| FileFault::Unwritable {
        why: error.kind().to_string(),
    })?;
    Ok(Outcome::Changed)
}

fn refusal(entry: &Entry, problems: &[Problem]) -> Option<Refusal> {
    if entry.approvals.is_empty() {
        return Some(Refusal::NoApproval);
    }
    if let Some(real) = entry
        .approvals
        .iter()
        .find(|approval| !approval.is_demonstration())
    {
        return Some(Refusal::RealApproval {
            by: real.by.clone(),
        });
    }
    let wrong = problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error);
    wrong.then_some(Refusal::HasErrors)
}

/// Reads the edited text again: the digests must be the only difference.
fn only_binds(edited: &str, before: &Entry) -> bool {
    let Some(after) = read_as_written(&before.file, edited).entry else {
        return false;
    };
    let mut wanted = before.clone();
    for approval in &mut wanted.approvals {
        approval.digest = Some(before.digest.clone());
    }
    wanted.file_hash.clone_from(&after.file_hash);
    after == wanted
}
