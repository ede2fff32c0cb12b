//! Who sits at a shared computer, and what the open workspace lets them do.

#[cfg(test)]
mod tests;

use crate::contract::{AppError, PeopleView, PersonView, Role};
use crate::training::Training;
use std::sync::PoisonError;
use yingda_content::BeijingTime;
use yingda_desk::Person;
use yingda_workspace::people::first_trainer;
use yingda_workspace::{Act, Change, Duty, PEOPLE_FILE, People, Workspace, WorkspaceFault};

impl Training {
    /// Who sits here, and who could.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn people(&self) -> Result<PeopleView, AppError> {
        let known = self.desk().ask_record(|store| store.people())?;
        let me = self.desk().person();
        let view = |person: &Person| PersonView {
            role: self.role_of(&person.name),
            name: person.name.clone(),
        };
        Ok(PeopleView {
            me: known.iter().find(|person| person.name == me).map(view),
            known: known.iter().map(view).collect(),
        })
    }

    /// Somebody sits here now, known before or not: what is recorded from now on is theirs.
    ///
    /// # Errors
    /// When the name can't be one, or the record can't be written.
    pub fn be_person(&self, name: &str, now: BeijingTime) -> Result<PeopleView, AppError> {
        let role = match self.role_of(name.trim()) {
            Role::Agent => "agent",
            Role::Trainer => "trainer",
            Role::Approver => "approver",
        };
        let name = name.to_owned();
        let kept = self
            .desk()
            .ask_record(move |store| store.greet(&name, role, now))?;
        *self
            .desk()
            .person
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = kept;
        self.people()
    }

    /// What the open workspace lets somebody do; without one everybody is an agent.
    fn role_of(&self, name: &str) -> Role {
        let open = self.open().ok();
        open.map_or(Role::Agent, |open| {
            if open.person == name {
                open.role
            } else {
                role_in(&open.workspace, name)
            }
        })
    }
}

/// Who works in a workspace, as its newest version says: what another program writes into the list gives nobody a role
/// before it was taken in.
pub(crate) fn people_of(workspace: &Workspace) -> People {
    let text = workspace.saved_text(PEOPLE_FILE).ok().flatten();
    text.map(|text| People::read(&text)).unwrap_or_default()
}

/// What a workspace lets somebody do. One whose list can't be read is open to whoever opens it.
pub(crate) fn role_in(workspace: &Workspace, name: &str) -> Role {
    match people_of(workspace).duty_of(name) {
        Some(Duty::Trainer) => Role::Trainer,
        Some(Duty::Approver) => Role::Approver,
        None => Role::Agent,
    }
}

/// Notes who made a workspace as its first trainer, unless the library it was made from brought a list.
pub(crate) fn with_first_trainer(
    made: Workspace,
    name: &str,
    now: BeijingTime,
) -> Result<Workspace, WorkspaceFault> {
    if made.text(PEOPLE_FILE)?.is_none() {
        let list = Change {
            file: PEOPLE_FILE.to_owned(),
            before: None,
            after: Some(first_trainer(name)),
        };
        let act = Act {
            message: "登记第一位培训师".to_owned(),
            by: name.to_owned(),
            at: now,
        };
        made.save(&[list], &act)?;
    }
    Ok(made)
}
