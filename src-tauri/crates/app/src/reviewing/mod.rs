//! Four eyes as use cases: the review of an entry, its history, what a person does there, what other programs did.
//!
//! The rules are `yingda_workspace::review`; here they meet the open workspace and the words of the screen. Everything
//! that is written is one act of the person, through [`Training::save`].

pub(crate) mod differing;
mod doing;
mod history;
mod message;
mod outside;
#[cfg(test)]
mod tests;
mod view;

use crate::contract::{AppError, ErrorCode, Role};
use crate::training::{Open, Training};
use std::sync::Arc;
use yingda_content::read_entry;
use yingda_workspace::review::{Actor, Case, Past, REVIEW_RULES, Refusal, past, record_file};
use yingda_workspace::{PEOPLE_FILE, People, VersionId, WorkspaceFault};

/// An open workspace with the lists that rule its reviews, read once for one act.
struct Reviewing<'a> {
    training: &'a Training,
    open: Arc<Open>,
    rules: String,
    people: People,
}

impl<'a> Reviewing<'a> {
    fn begin(training: &'a Training) -> Result<Self, AppError> {
        let open = training.open()?;
        // As the newest version has them: what another program writes there counts once it was taken in.
        let there = |file: &str| {
            let text = open.workspace.saved_text(file);
            text.map_err(|fault| training.refused(&fault))
        };
        let rules = there(REVIEW_RULES)?.unwrap_or_default();
        let people = People::read(&there(PEOPLE_FILE)?.unwrap_or_default());
        Ok(Self {
            training,
            open,
            rules,
            people,
        })
    }

    /// The person at the desk.
    fn actor(&self) -> Actor<'_> {
        let works = self.open.role != Role::Agent;
        self.people.actor(&self.open.person, works)
    }

    fn text(&self, file: &str) -> Result<Option<String>, AppError> {
        let text = self.open.workspace.text(file);
        text.map_err(|fault| self.training.refused(&fault))
    }

    /// The case of an entry. `with_past` is asked for wherever who wrote, or what was approved, matters.
    fn case(&self, file: &str, with_past: bool) -> Result<Case, AppError> {
        let missing = || AppError::new(ErrorCode::EntryUnknown, file);
        let text = self.text(file)?.ok_or_else(missing)?;
        let past = if with_past {
            let past = past(&self.open.workspace, file);
            past.map_err(|fault| self.training.refused(&fault))?
        } else {
            Past::default()
        };
        let record = self.record_of(file, &text)?.1.unwrap_or_default();
        Ok(Case::of(file, &text, past, &record, &self.rules))
    }

    /// The name of an entry's record and its text. A file that is no entry has none.
    fn record_of(&self, file: &str, text: &str) -> Result<(String, Option<String>), AppError> {
        let Some(entry) = read_entry(file, text).entry else {
            return Ok((String::new(), None));
        };
        let name = record_file(&entry.id);
        let text = self.text(&name)?;
        Ok((name, text))
    }

    fn says(&self, refusal: &Refusal) -> String {
        refusal.what(self.training.language())
    }

    fn fault(&self, fault: &WorkspaceFault) -> AppError {
        self.training.refused(fault)
    }
}

/// The version that a name from the screen means.
fn version(name: &str) -> Result<VersionId, AppError> {
    VersionId::parse(name).ok_or_else(|| AppError::new(ErrorCode::Internal, "version"))
}
