//! Whoever writes, by whatever way: the lists are changed only by somebody who may.

use super::{FILES, is_list};
use crate::contract::{AppError, ErrorCode, Role};
use crate::people::{people_of, role_in};
use crate::training::{Open, Training};
use std::sync::Arc;
use yingda_workspace::roster::{self, NotYours};
use yingda_workspace::{Change, People, VersionId};

impl Training {
    /// Whether the person may change the lists, by the newest version of them.
    pub(super) fn may_change_lists(&self, open: &Open) -> Result<(), NotYours> {
        let works = role_in(&open.workspace, &open.person) != Role::Agent;
        roster::may_change(&people_of(&open.workspace), &open.person, works)
    }

    /// Refuses changes of the lists by somebody who may not make them, and lists that may not become so.
    ///
    /// # Errors
    /// [`ErrorCode::WorkspaceRefused`] with the sentence.
    pub(crate) fn guard_lists(&self, open: &Open, changes: &[Change]) -> Result<(), AppError> {
        if !changes.iter().any(is_list) {
            return Ok(());
        }
        let people = changes.iter().find(|change| change.file == FILES[0]);
        let after = people.map(|change| People::read(change.after.as_deref().unwrap_or_default()));
        self.may_change_lists(open)
            .and_then(|()| match after {
                Some(after) => {
                    roster::may_become(&people_of(&open.workspace), &after, &open.person)
                }
                None => Ok(()),
            })
            .map_err(|no| AppError::new(ErrorCode::WorkspaceRefused, no.what(self.language())))
    }

    /// The same for taking an act back. One's own act, as long as nothing was done since, is only a slip of the hand:
    /// a misspelt approver must not lock everybody out.
    ///
    /// # Errors
    /// As [`Self::guard_lists`].
    pub(crate) fn guard_undo(&self, open: &Open, version: &VersionId) -> Result<(), AppError> {
        let fault = |fault| self.refused(&fault);
        let newest = open.workspace.history(None, 1).map_err(fault)?;
        if newest
            .iter()
            .any(|newest| newest.id == *version && newest.by == open.person)
        {
            return Ok(());
        }
        let mut changes = Vec::new();
        for file in FILES {
            let after = open.workspace.text_before(version, file).map_err(fault)?;
            let before = open.workspace.text_at(version, file).map_err(fault)?;
            if before != after {
                let file = file.to_owned();
                changes.push(Change {
                    file,
                    before,
                    after,
                });
            }
        }
        self.guard_lists(open, &changes)
    }

    /// The same for taking in what another program wrote.
    ///
    /// # Errors
    /// As [`Self::guard_lists`].
    pub(crate) fn guard_outside(&self, open: &Open) -> Result<(), AppError> {
        let fault = |fault| self.refused(&fault);
        let mut changes = Vec::new();
        for file in FILES {
            let after = open.workspace.text(file).map_err(fault)?;
            let before = open.workspace.saved_text(file).map_err(fault)?;
            if before != after {
                let file = file.to_owned();
                changes.push(Change {
                    file,
                    before,
                    after,
                });
            }
        }
        self.guard_lists(open, &changes)
    }

    /// Looks up again what the person may do; whether that is something else now.
    pub(crate) fn look_at_role(&self) -> bool {
        let Ok(open) = self.open() else {
            return false;
        };
        let role = role_in(&open.workspace, &open.person);
        if role == open.role {
            return false;
        }
        self.replace_open(Arc::new(Open {
            workspace: open.workspace.clone(),
            person: open.person.clone(),
            role,
        }));
        true
    }
}
