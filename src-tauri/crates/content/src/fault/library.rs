//! Faults between an entry and the rest of the library, or between its text and its approvals.

use crate::problem::{Language, Severity};

/// An entry does not fit the others, or its approvals do not fit it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LibraryFault {
    /// Two files with one id; this one is left out.
    IdTwice {
        /// The id.
        id: String,
        /// The file that is used.
        first: String,
    },
    /// The id was given up by another entry; this file is left out.
    IdRetired {
        /// The id.
        id: String,
    },
    /// A key or a link names an entry that is not there.
    Dangling {
        /// `related`, `superseded_by`, or `[[ ]]`.
        place: &'static str,
        /// The id it names.
        id: String,
    },
    /// Approved, it says, but by nobody.
    ApprovalMissing,
    /// An approval without a digest, so that nothing binds it to the text.
    ApprovalUnbound {
        /// The office that approved.
        role: String,
    },
    /// The text was changed after the approval.
    ApprovalStale {
        /// The office that approved.
        role: String,
    },
}

impl LibraryFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::IdTwice { .. } => "id-twice",
            Self::IdRetired { .. } => "id-retired",
            Self::Dangling { .. } => "dangling",
            Self::ApprovalMissing => "approval-missing",
            Self::ApprovalUnbound { .. } => "approval-unbound",
            Self::ApprovalStale { .. } => "approval-stale",
        }
    }

    /// Only a second file with one id is an error: an entry must not lose its approval because another one went away.
    pub(super) const fn severity(&self) -> Severity {
        match self {
            Self::IdTwice { .. } | Self::IdRetired { .. } => Severity::Error,
            _ => Severity::Warning,
        }
    }

    pub(super) fn what(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::IdTwice { id, first } => {
                    format!("编号 {id} 已经被 {first} 用了，这个文件没有采用。")
                }
                Self::IdRetired { id } => {
                    format!("编号 {id} 已经停用，这个文件没有采用。")
                }
                Self::Dangling { place, id } => format!("{place} 指向 {id}，但没有这个条目。"),
                Self::ApprovalMissing => {
                    "状态写着已批准，却没有任何审批，现在按待审处理。".to_owned()
                }
                Self::ApprovalUnbound { role } => {
                    format!("「{role}」的审批没有绑定正文，现在按待审处理。")
                }
                Self::ApprovalStale { role } => {
                    format!("「{role}」批准以后内容又改过，现在按待审处理。")
                }
            },
            Language::English => match self {
                Self::IdTwice { id, first } => {
                    format!("The id {id} belongs to {first}; this file is left out.")
                }
                Self::IdRetired { id } => {
                    format!("The id {id} was given up; this file is left out.")
                }
                Self::Dangling { place, id } => {
                    format!("{place} names {id}, but there is no such entry.")
                }
                Self::ApprovalMissing => {
                    "It says approved but has no approval; it counts as in review.".to_owned()
                }
                Self::ApprovalUnbound { role } => {
                    format!(
                        "The approval by {role} is not bound to the text; the entry counts as in review."
                    )
                }
                Self::ApprovalStale { role } => {
                    format!(
                        "The text was changed after {role} approved it; the entry counts as in review."
                    )
                }
            },
        }
    }

    pub(super) fn remedy(&self, language: Language) -> String {
        match language {
            Language::Chinese => match self {
                Self::IdTwice { .. } => "请给其中一个换一个从没用过的编号。".to_owned(),
                Self::IdRetired { .. } => "请换一个从没用过的编号。".to_owned(),
                Self::Dangling { .. } => "请改正编号，或删掉这处引用。".to_owned(),
                Self::ApprovalMissing => "请提交审批，或把 status 改成 draft。".to_owned(),
                Self::ApprovalUnbound { .. } => "请在编辑台完成审批；演示内容用盖章命令写入 digest。".to_owned(),
                Self::ApprovalStale { .. } => "请把改动重新送审，或恢复成批准时的内容。".to_owned(),
            },
            Language::English => match self {
                Self::IdTwice { .. } => "Give one of them an id that was never used.".to_owned(),
                Self::IdRetired { .. } => "Give it an id that was never used.".to_owned(),
                Self::Dangling { .. } => "Correct the id, or delete the reference.".to_owned(),
                Self::ApprovalMissing => "Submit it for approval, or set status to draft.".to_owned(),
                Self::ApprovalUnbound { .. } => {
                    "Finish the approval at the trainer's desk; demonstration content is stamped by command.".to_owned()
                }
                Self::ApprovalStale { .. } => {
                    "Have the change approved again, or restore the approved text.".to_owned()
                }
            },
        }
    }
}
