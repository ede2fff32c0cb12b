//! 名单与审批规则: who works in the open workspace and which offices have to approve what, changed as one act.
//!
//! The rules are `yingda_workspace::roster`; here they meet the open workspace. What counts is the newest version: a
//! list changed by another program gives nobody a role before somebody who may has taken it in.

mod draft;
mod guard;
#[cfg(test)]
mod tests;

use crate::contract::{
    AppError, ErrorCode, MembersSaved, MembersTrial, MembersView, RowEdit, TableRow, Words,
};
use crate::training::{Open, Training};
use draft::{Draft, both};
use std::collections::BTreeSet;
use yingda_content::{BeijingTime, Language};
use yingda_workspace::review::{Office, REVIEW_RULES};
use yingda_workspace::{Change, PEOPLE_FILE, VersionId, roster};

/// The lists, in the order of the screen.
const FILES: [&str; 2] = [PEOPLE_FILE, REVIEW_RULES];

impl Training {
    /// The lists as they are, and whether the person may change them.
    ///
    /// # Errors
    /// Without an open workspace, or when a list can't be read.
    pub fn members(&self) -> Result<MembersView, AppError> {
        let open = self.open()?;
        let read = |file| {
            self.list(&open, file)
                .map(|text| rows(&text.unwrap_or_default()))
        };
        let snapshot = self.snapshot()?;
        let tags: BTreeSet<&str> = snapshot
            .library
            .entries()
            .iter()
            .flat_map(|entry| entry.tags.iter().map(String::as_str))
            .collect();
        Ok(MembersView {
            people: read(PEOPLE_FILE)?,
            rules: read(REVIEW_RULES)?,
            offices: Office::ALL.map(|office| office.word().to_owned()).to_vec(),
            tags: tags.into_iter().map(str::to_owned).collect(),
            refused: self
                .may_change_lists(&open)
                .err()
                .map(|no| both(|language| no.what(language))),
        })
    }

    /// What would be wrong with edits.
    ///
    /// # Errors
    /// As [`Self::members`].
    pub fn try_members(&self, edits: &[RowEdit]) -> Result<MembersTrial, AppError> {
        let open = self.open()?;
        self.draft(&open, edits).map(Draft::trial)
    }

    /// Saves edits as one act; what the person may do is looked up again.
    ///
    /// # Errors
    /// [`ErrorCode::WorkspaceRefused`] when the person may not, or an edit can't be saved as it is;
    /// [`ErrorCode::ChangedMeanwhile`] when a list is not what was shown; and whatever saving meets. Nothing is written
    /// then.
    pub fn save_members(
        &self,
        edits: &[RowEdit],
        now: BeijingTime,
    ) -> Result<MembersSaved, AppError> {
        let open = self.open()?;
        let draft = self.draft(&open, edits)?;
        let message = draft.message();
        let changes = draft.changes().map_err(|words| self.no(&words))?;
        let saved = self.save(&changes, &message, now)?;
        self.look_at_role();
        Ok(MembersSaved {
            version: saved.version.id.to_string(),
            view: self.members()?,
        })
    }

    /// Takes such an act back.
    ///
    /// # Errors
    /// When the person may not, when something later touched the lists, and whatever saving meets.
    pub fn undo_members(&self, version: &str, now: BeijingTime) -> Result<MembersView, AppError> {
        let Some(version) = VersionId::parse(version) else {
            return Err(AppError::new(ErrorCode::WorkspaceRefused, version));
        };
        self.undo(&version, "撤销名单与审批规则的修改", now)?;
        self.look_at_role();
        self.members()
    }

    fn draft(&self, open: &Open, edits: &[RowEdit]) -> Result<Draft, AppError> {
        let mut texts = Vec::new();
        for file in FILES {
            texts.push((file, self.list(open, file)?));
        }
        Draft::new(texts, edits, &open.person)
            .map_err(|moved| AppError::new(ErrorCode::ChangedMeanwhile, moved.file))
    }

    /// A list as it lies in the folder: what a person edits.
    fn list(&self, open: &Open, file: &str) -> Result<Option<String>, AppError> {
        open.workspace
            .text(file)
            .map_err(|fault| self.refused(&fault))
    }

    fn no(&self, words: &Words) -> AppError {
        let sentence = match self.language() {
            Language::Chinese => &words.zh,
            Language::English => &words.en,
        };
        AppError::new(ErrorCode::WorkspaceRefused, sentence.clone())
    }
}

/// Whether a change touches one of the lists.
fn is_list(change: &Change) -> bool {
    FILES.contains(&change.file.as_str())
}

fn rows(text: &str) -> Vec<TableRow> {
    let rows = roster::rows(text).into_iter();
    rows.map(|row| TableRow {
        line: u32::try_from(row.line).unwrap_or(u32::MAX),
        text: row.text,
        cells: row.cells,
    })
    .collect()
}
