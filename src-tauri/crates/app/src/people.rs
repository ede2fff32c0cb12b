//! Who sits at a shared computer, and what the open workspace lets them do.

use crate::contract::{AppError, PeopleView, PersonView, Role};
use crate::training::Training;
use std::sync::PoisonError;
use yingda_content::BeijingTime;
use yingda_desk::Person;

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
        open.filter(|open| open.person == name)
            .map_or(Role::Agent, |open| open.role)
    }
}
