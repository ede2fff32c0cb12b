//! Calls: writing one up, and keeping what may be kept of it.
//!
//! The page holds the call while it goes on; nothing of it is stored before it ends. What is stored then are entries,
//! versions, times and ticks, and notes only where the person chose so.

mod paper;
#[cfg(test)]
mod tests;

use crate::contract::{AppError, CallNotes, CallText, CallTextRequest};
use crate::desk::Desk;
use std::collections::HashMap;
use time::OffsetDateTime;
use yingda_content::BeijingTime;
use yingda_desk::{CallRecord, Shown, Store, Ticked};

/// More entries than a call can hold.
const MOST_SHOWN: usize = 500;

impl Desk {
    /// Writes a call up for the customer's file, or for a colleague.
    ///
    /// # Errors
    /// Without a snapshot.
    pub fn call_text(
        &self,
        request: &CallTextRequest,
        now: BeijingTime,
    ) -> Result<CallText, AppError> {
        Ok(paper::write(request, &*self.snapshot()?, now))
    }

    /// A call ended: keeps what may be kept of it. Answers with its number; none where nothing is to be recorded.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn end_call(&self, call: &CallNotes, now: BeijingTime) -> Result<Option<i64>, AppError> {
        if !self.records() {
            return Ok(None);
        }
        let keeps_notes = self.personal.settings().keep_call_notes;
        let record = record(call, self.person(), keeps_notes, now);
        self.ask_record(move |store| store.keep_call(&record))
            .map(Some)
    }

    /// A call was ended by mistake: nothing of it stays in the record.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn reopen_call(&self, number: i64) -> Result<(), AppError> {
        self.ask_record(move |store| store.take_back_call(number))
    }

    /// Forgets the notes of all calls.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn forget_call_notes(&self) -> Result<(), AppError> {
        self.ask_record(Store::forget_call_notes)
    }
}

/// A moment the page gives; one that is none is `now`.
fn moment(milliseconds: i64, now: BeijingTime) -> BeijingTime {
    let seconds = milliseconds.div_euclid(1000);
    OffsetDateTime::from_unix_timestamp(seconds).map_or(now, BeijingTime::at)
}

fn record(call: &CallNotes, person: String, keeps_notes: bool, now: BeijingTime) -> CallRecord {
    let versions: HashMap<&str, &str> = call
        .shown
        .iter()
        .map(|one| (one.id.as_str(), one.version.as_str()))
        .collect();
    let shown = call.shown.iter().take(MOST_SHOWN).map(|one| Shown {
        entry: one.id.clone(),
        version: one.version.clone(),
        at: moment(one.at, now),
    });
    let ticked = call.ticked.iter().take(MOST_SHOWN).map(|one| Ticked {
        entry: one.id.clone(),
        version: versions
            .get(one.id.as_str())
            .copied()
            .unwrap_or_default()
            .to_owned(),
        must: one.must,
        at: moment(one.at, now),
    });
    CallRecord {
        person,
        started: moment(call.started, now),
        ended: call.ended.map_or(now, |ended| moment(ended, now)),
        shown: shown.collect(),
        ticked: ticked.collect(),
        notes: keeps_notes.then(|| call.notes.clone()),
    }
}
