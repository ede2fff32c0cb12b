//! What a person does in a review.

use super::case::Step;
use time::Date;
use yingda_content::entry::EntryId;

/// Something a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Hands it in.
    Submit,
    /// Takes it back.
    TakeBack,
    /// Approves it.
    Approve {
        /// Their office or post.
        role: String,
        /// The document's number.
        number: Option<String>,
    },
    /// Gives it back; an open remark has to say why.
    Return {
        /// A remark on the whole, beside those on lines.
        remark: String,
    },
    /// Calls the change minor.
    MarkMinor,
    /// Agrees that it is.
    ConfirmMinor,
    /// Takes it from the agents.
    Withdraw {
        /// Why.
        reason: String,
        /// What replaces it.
        successor: Option<EntryId>,
    },
    /// Ends its life.
    Retire {
        /// What replaces it.
        successor: Option<EntryId>,
    },
    /// Begins anew.
    Redraft,
    /// Puts back an earlier text.
    Restore {
        /// That text.
        text: String,
    },
    /// Remarks on a line.
    Comment {
        /// The line, from 1; 0 for the whole entry.
        line: usize,
        /// The remark.
        text: String,
    },
    /// Answers a remark.
    Answer {
        /// The remark's name.
        to: String,
        /// The answer.
        text: String,
    },
    /// Settles a remark.
    Resolve {
        /// The remark's name.
        to: String,
    },
    /// Opens a settled remark again.
    Reopen {
        /// The remark's name.
        to: String,
    },
    /// Says when to look at it again.
    ReviewBy(Option<Date>),
    /// Says who answers for it.
    Owner(Option<String>),
    /// Puts tags on it and takes others off.
    Tags {
        /// To put on.
        add: Vec<String>,
        /// To take off.
        remove: Vec<String>,
    },
}

impl Deed {
    /// The step of the review that it is; `None` for remarks and for what no approval covers.
    #[must_use]
    pub const fn step(&self) -> Option<Step> {
        Some(match self {
            Self::Submit => Step::Submit,
            Self::TakeBack => Step::TakeBack,
            Self::Approve { .. } => Step::Approve,
            Self::Return { .. } => Step::Return,
            Self::MarkMinor => Step::MarkMinor,
            Self::ConfirmMinor => Step::ConfirmMinor,
            Self::Withdraw { .. } => Step::Withdraw,
            Self::Retire { .. } => Step::Retire,
            Self::Redraft => Step::Redraft,
            _ => return None,
        })
    }

    /// What replaces the entry, if it says so.
    #[must_use]
    pub const fn successor(&self) -> Option<&EntryId> {
        match self {
            Self::Withdraw { successor, .. } | Self::Retire { successor } => successor.as_ref(),
            _ => None,
        }
    }
}
