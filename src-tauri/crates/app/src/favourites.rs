//! What a person marks and notes for themselves: favourites with keys, notes on entries, what they use.

use crate::contract::{
    AppError, EntryNoteRequest, EntryNoteView, ErrorCode, FavouriteMark, FavouriteView,
};
use crate::desk::Desk;
use crate::finding::listed;
use crate::standing::day;
use std::collections::HashSet;
use time::{Duration, OffsetDateTime};
use yingda_content::BeijingTime;
use yingda_desk::{EntryNote, Favourite, Period};

/// For so many days back uses count as usual ones.
const USUAL_DAYS: u16 = 60;
/// More than are ever shown: some may have left the library.
const MOST_USES: u32 = 40;

/// What one of several people at a computer used, by ids.
pub(crate) struct PersonUses {
    /// The last one first.
    pub(crate) recent: Vec<String>,
    /// The most used first.
    pub(crate) usual: Vec<String>,
}

impl Desk {
    /// What who sits here keeps at hand, as far as the library has it now.
    ///
    /// # Errors
    /// Without a snapshot, or when the record can't be read.
    pub fn favourites(&self, now: BeijingTime) -> Result<Vec<FavouriteView>, AppError> {
        let snapshot = self.snapshot()?;
        let person = self.person();
        let kept = self.ask_record(move |store| store.favourites(&person))?;
        let view = |one: &Favourite| {
            let entry = snapshot.entry(&one.entry)?;
            Some(FavouriteView {
                hit: listed(entry, &snapshot, now),
                slot: one.slot,
            })
        };
        Ok(kept.iter().filter_map(view).collect())
    }

    /// Replaces the list. What the library does not have now stays behind it, so that a look into another library costs
    /// nobody their favourites.
    ///
    /// # Errors
    /// As [`Self::favourites`], and when the record can't be written.
    pub fn keep_favourites(
        &self,
        marks: &[FavouriteMark],
        now: BeijingTime,
    ) -> Result<Vec<FavouriteView>, AppError> {
        let snapshot = self.snapshot()?;
        let person = self.person();
        let mut list: Vec<Favourite> = marks
            .iter()
            .filter(|mark| snapshot.entry(&mark.id).is_some())
            .map(|mark| Favourite {
                entry: mark.id.clone(),
                slot: mark.slot,
            })
            .collect();
        let here: HashSet<String> = self
            .favourites(now)?
            .into_iter()
            .map(|one| one.hit.id)
            .collect();
        self.ask_record(move |store| {
            let kept = store.favourites(&person)?;
            list.extend(kept.into_iter().filter(|one| !here.contains(&one.entry)));
            store.keep_favourites(&person, &list)
        })?;
        self.favourites(now)
    }

    /// The note of who sits here on an entry.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn entry_note(&self, id: &str) -> Result<Option<EntryNoteView>, AppError> {
        let (person, id) = (self.person(), id.to_owned());
        let note = self.ask_record(move |store| store.entry_note(&person, &id))?;
        Ok(note.as_ref().map(note_view))
    }

    /// Keeps a note, without a customer's numbers; an empty one goes.
    ///
    /// # Errors
    /// Without a snapshot, when the library has no such entry, or when the record can't be written.
    pub fn keep_entry_note(
        &self,
        request: &EntryNoteRequest,
        now: BeijingTime,
    ) -> Result<Option<EntryNoteView>, AppError> {
        let unknown = || AppError::new(ErrorCode::EntryUnknown, request.id.clone());
        let entry = self.snapshot()?.entry(&request.id).cloned();
        let id = entry.ok_or_else(unknown)?.id.to_string();
        let (person, text) = (self.person(), request.text.clone());
        let note = self.ask_record(move |store| {
            store.keep_entry_note(&person, &id, &text, now)?;
            store.entry_note(&person, &id)
        })?;
        Ok(note.as_ref().map(note_view))
    }

    /// What one of several people at this computer used last, and most; `None` where nobody picks who they are, or
    /// nothing is to be remembered.
    pub(crate) fn uses_of_person(&self, now: BeijingTime) -> Result<Option<PersonUses>, AppError> {
        let person = self.person();
        if person.is_empty() || !self.records() {
            return Ok(None);
        }
        let since = Period::ending(now, USUAL_DAYS).start();
        let uses = self.ask_record(move |store| {
            Ok(PersonUses {
                recent: store.recent_of(&person, MOST_USES)?,
                usual: store.usual_of(&person, since, MOST_USES)?,
            })
        })?;
        Ok(Some(uses))
    }
}

fn note_view(note: &EntryNote) -> EntryNoteView {
    let on = OffsetDateTime::UNIX_EPOCH.saturating_add(Duration::seconds(note.at));
    EntryNoteView {
        text: note.text.clone(),
        on: day(on.date()),
    }
}

#[cfg(test)]
mod tests;
