//! What is looked up at the desk: the search by words and by meaning, and what is offered before anything is typed.

use crate::contract::{AppError, SearchRequest, SearchResponse, StartView};
use crate::desk::Desk;
use crate::{finding, start};
use yingda_content::BeijingTime;

impl Desk {
    /// Somebody is about to search: what is made behind the searches rests a moment.
    pub fn make_way(&self) {
        self.understanding.make_way();
    }

    /// Searches by words.
    ///
    /// # Errors
    /// Without a snapshot, with a query beyond 200 characters, or when the index can't be read.
    pub fn search(
        &self,
        request: &SearchRequest,
        now: BeijingTime,
    ) -> Result<SearchResponse, AppError> {
        self.understanding.make_way();
        let habits = self.personal.habits(now.date());
        finding::search_for(&*self.snapshot()?, &habits, request, None, now)
    }

    /// The same search by words and meaning together; `None` while the meaning of the library is not known (yet).
    ///
    /// # Errors
    /// As [`Self::search`].
    pub fn search_meaning(
        &self,
        request: &SearchRequest,
        now: BeijingTime,
    ) -> Result<Option<SearchResponse>, AppError> {
        let snapshot = self.snapshot()?;
        let Some(meaning) = self.understanding.meaning(&snapshot) else {
            return Ok(None);
        };
        let habits = self.personal.habits(now.date());
        finding::search_for(&snapshot, &habits, request, Some(&meaning), now).map(Some)
    }

    /// What is offered before anything is typed.
    ///
    /// # Errors
    /// Without a snapshot, or when the record can't be read.
    pub fn start(&self, now: BeijingTime) -> Result<StartView, AppError> {
        let snapshot = self.snapshot()?;
        match self.uses_of_person(now)? {
            Some(uses) => Ok(start::of_person(&snapshot, &uses, now)),
            None => Ok(start::view(&snapshot, &self.personal.uses(), now)),
        }
    }
}
