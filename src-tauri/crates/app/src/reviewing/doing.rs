//! Doing something with one entry or several: one act, the rules asked for each.

use super::{Reviewing, message, version};
use crate::contract::{AppError, ErrorCode, LeftAlone, ReviewDeed, ReviewDone, ReviewRequest};
use crate::training::Training;
use yingda_content::entry::{EntryId, Status};
use yingda_content::{BeijingTime, Language, sheet};
use yingda_workspace::Change;
use yingda_workspace::review::{Case, Deed, Refusal, apply, with_events};

impl Training {
    /// Does something with entries, as one act. Those that the rules keep from it are left alone and told of.
    ///
    /// # Errors
    /// Without a workspace; [`ErrorCode::WorkspaceRefused`] with the reason when it could be done with none of them;
    /// those of [`Training::save`].
    pub fn review_do(
        &self,
        request: &ReviewRequest,
        now: BeijingTime,
    ) -> Result<ReviewDone, AppError> {
        let reviewing = Reviewing::begin(self)?;
        let (mut changes, mut titles, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let mut message = String::new();
        for file in &request.files {
            let deed = reviewing.deed(file, &request.deed)?;
            let case = reviewing.case(file, needs_past(&deed))?;
            let title = title(&case);
            match reviewing.changes(&case, &deed, now)? {
                Ok(made) if made.is_empty() => {}
                Ok(made) => {
                    changes.extend(made);
                    titles.push(title);
                    message = message::of(&deed, &titles, self.language());
                }
                Err(refusal) => {
                    let why = reviewing.says(&refusal);
                    left.push(LeftAlone { title, why });
                }
            }
        }
        if changes.is_empty() {
            return Err(reviewing.nothing_done(&left));
        }
        let saved = self.save(&changes, &message, now)?;
        Ok(ReviewDone {
            version: saved.version.id.as_str().to_owned(),
            message,
            changed: u32::try_from(titles.len()).unwrap_or(u32::MAX),
            left,
        })
    }
}

/// Whether the rules of a deed look at who wrote and what was approved. That reads the history, which a change of tags
/// over hundreds of entries can do without.
const fn needs_past(deed: &Deed) -> bool {
    !matches!(deed, Deed::ReviewBy(_) | Deed::Owner(_) | Deed::Tags { .. })
}

fn title(case: &Case) -> String {
    let entry = case.entry.as_ref();
    entry.map_or_else(|| case.file.clone(), |entry| entry.title.clone())
}

impl Reviewing<'_> {
    /// The changes of files that a deed makes, if the rules allow it.
    fn changes(
        &self,
        case: &Case,
        deed: &Deed,
        now: BeijingTime,
    ) -> Result<Result<Vec<Change>, Refusal>, AppError> {
        if let Some(id) = deed.successor()
            && !self.can_replace(case, id)?
        {
            let id = id.to_string();
            return Ok(Err(Refusal::Successor { id }));
        }
        let done = match apply(case, deed, &self.actor(), now) {
            Ok(done) => done,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (name, record) = self.record_of(&case.file, &case.text)?;
        let mut changes = vec![Change {
            file: case.file.clone(),
            before: Some(case.text.clone()),
            after: Some(done.text),
        }];
        if !done.events.is_empty() && !name.is_empty() {
            let after = with_events(record.as_deref().unwrap_or_default(), &done.events);
            changes.push(Change {
                file: name,
                before: record,
                after: Some(after),
            });
        }
        changes.retain(|change| change.before != change.after);
        Ok(Ok(changes))
    }

    fn can_replace(&self, case: &Case, id: &EntryId) -> Result<bool, AppError> {
        let snapshot = self.training.snapshot()?;
        let itself = case.entry.as_ref().is_some_and(|entry| entry.id == *id);
        let there = snapshot.library.get(id);
        Ok(!itself && there.is_some_and(|entry| entry.status != Status::Withdrawn))
    }

    /// What the screen asks for, as the rules know it.
    fn deed(&self, file: &str, asked: &ReviewDeed) -> Result<Deed, AppError> {
        if let Some(deed) = plain(asked) {
            return Ok(deed);
        }
        match asked {
            ReviewDeed::Withdraw { reason, successor } => Ok(Deed::Withdraw {
                reason: reason.clone(),
                successor: self.id(successor.as_deref())?,
            }),
            ReviewDeed::Retire { successor } => Ok(Deed::Retire {
                successor: self.id(successor.as_deref())?,
            }),
            ReviewDeed::Restore { version } => Ok(Deed::Restore {
                text: self.text_of(file, version)?,
            }),
            ReviewDeed::ReviewBy { day } => Ok(Deed::ReviewBy(self.day(day.as_deref())?)),
            other => Err(AppError::new(ErrorCode::Internal, format!("{other:?}"))),
        }
    }

    fn id(&self, id: Option<&str>) -> Result<Option<EntryId>, AppError> {
        let Some(id) = id.map(str::trim).filter(|id| !id.is_empty()) else {
            return Ok(None);
        };
        let unknown = Refusal::Successor { id: id.to_owned() };
        let unknown = AppError::new(ErrorCode::WorkspaceRefused, self.says(&unknown));
        EntryId::parse(id).map(Some).ok_or(unknown)
    }

    fn day(&self, day: Option<&str>) -> Result<Option<time::Date>, AppError> {
        let Some(day) = day.map(str::trim).filter(|day| !day.is_empty()) else {
            return Ok(None);
        };
        let sentence = match self.training.language() {
            Language::Chinese => format!("「{day}」不是日期，请写成 2026-11-22 的样子。"),
            Language::English => format!("“{day}” is no date; write it like 2026-11-22."),
        };
        let wrong = AppError::new(ErrorCode::WorkspaceRefused, sentence);
        sheet::read_day(day).map(Some).ok_or(wrong)
    }

    fn text_of(&self, file: &str, name: &str) -> Result<String, AppError> {
        let text = self.open.workspace.text_at(&version(name)?, file);
        let text = text.map_err(|fault| self.fault(&fault))?;
        text.ok_or_else(|| AppError::new(ErrorCode::EntryUnknown, file))
    }

    fn nothing_done(&self, left: &[LeftAlone]) -> AppError {
        let why = left.first().map(|left| left.why.clone());
        let nothing = match self.training.language() {
            Language::Chinese => "没有什么可改的，都已经是这样。",
            Language::English => "Nothing to change; it is so already.",
        };
        AppError::new(
            ErrorCode::WorkspaceRefused,
            why.unwrap_or_else(|| nothing.to_owned()),
        )
    }

    pub(super) fn not_yours(&self) -> AppError {
        let sentence = match self.training.language() {
            Language::Chinese => "这一步是别人做的，只能由本人撤销。",
            Language::English => "Somebody else did this; only they can take it back.",
        };
        AppError::new(ErrorCode::WorkspaceRefused, sentence)
    }
}

/// A deed that needs nothing looked up; `None` for the others.
fn plain(asked: &ReviewDeed) -> Option<Deed> {
    Some(match asked {
        ReviewDeed::Submit => Deed::Submit,
        ReviewDeed::TakeBack => Deed::TakeBack,
        ReviewDeed::Approve { role, number } => Deed::Approve {
            role: role.clone(),
            number: Some(number.clone()),
        },
        ReviewDeed::Return { remark } => Deed::Return {
            remark: remark.clone(),
        },
        ReviewDeed::MarkMinor => Deed::MarkMinor,
        ReviewDeed::ConfirmMinor => Deed::ConfirmMinor,
        ReviewDeed::Redraft => Deed::Redraft,
        ReviewDeed::Comment { line, text } => Deed::Comment {
            line: usize::try_from(*line).unwrap_or_default(),
            text: text.clone(),
        },
        ReviewDeed::Answer { to, text } => Deed::Answer {
            to: to.clone(),
            text: text.clone(),
        },
        ReviewDeed::Resolve { to } => Deed::Resolve { to: to.clone() },
        ReviewDeed::Reopen { to } => Deed::Reopen { to: to.clone() },
        ReviewDeed::Owner { owner } => {
            let owner = owner.as_deref().map(str::trim);
            Deed::Owner(owner.filter(|owner| !owner.is_empty()).map(str::to_owned))
        }
        ReviewDeed::Tags { add, remove } => Deed::Tags {
            add: add.clone(),
            remove: remove.clone(),
        },
        ReviewDeed::Withdraw { .. }
        | ReviewDeed::Retire { .. }
        | ReviewDeed::Restore { .. }
        | ReviewDeed::ReviewBy { .. } => return None,
    })
}
