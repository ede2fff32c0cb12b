//! What the desk records, and what can be asked of the record.

use crate::contract::{
    AppError, ErrorCode, InsightsView, OutboxFile, OutboxMerge, ReportNote, SearchNote,
};
use crate::desk::Desk;
use crate::insights::{self, Figures};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use yingda_content::BeijingTime;
use yingda_content::entry::Entry;
use yingda_desk::{DeskFault, How, Period, Settled, Store};

impl Desk {
    /// A search came to rest, was cleared, or led to an entry. Records its words as far as the library knows them.
    pub fn searched(&self, note: &SearchNote, now: BeijingTime) {
        // Without a library there are no words that may be kept.
        if let Some(snapshot) = self.shared().filter(|_| self.records()) {
            self.recording
                .searched(note, &self.person(), &snapshot, now);
        }
    }

    /// Records what an agent says is wrong with an entry.
    ///
    /// # Errors
    /// Without a snapshot, or when the library has no such entry.
    pub fn report(&self, note: &ReportNote, now: BeijingTime) -> Result<(), AppError> {
        let snapshot = self.snapshot()?;
        if snapshot.entry(&note.id).is_none() {
            return Err(AppError::new(ErrorCode::EntryUnknown, note.id.clone()));
        }
        self.recording.reported(note, &self.person(), now);
        Ok(())
    }

    /// Notes a use in the record.
    pub(crate) fn record_use(&self, entry: &Entry, how: How, now: BeijingTime) {
        if self.records() {
            self.recording.used(entry, how, &self.person(), now);
        }
    }

    /// What agents did within 7, 30 or 90 days.
    ///
    /// # Errors
    /// Without a snapshot, or when the record can't be read.
    pub fn insights(&self, days: u16, now: BeijingTime) -> Result<InsightsView, AppError> {
        let snapshot = self.snapshot()?;
        let days = insights::days_of(days);
        let period = Period::ending(now, days);
        let figures = self.ask_record(move |store| Figures::of(store, period))?;
        let state = insights::record_state(self.recording.journal().opening());
        let meaning = self.understanding.meaning(&snapshot);
        let view = insights::view(&figures, days, state, &snapshot, meaning.as_deref(), now);
        Ok(view)
    }

    /// Sets a gap aside: it needs no answer.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn set_gap_aside(&self, words: &str, now: BeijingTime) -> Result<(), AppError> {
        let words = words.to_owned();
        self.ask_record(move |store| store.settle(&words, Settled::Aside, None, now))
    }

    /// Takes back what became of a gap.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn reopen_gap(&self, words: &str, now: BeijingTime) -> Result<(), AppError> {
        let words = words.to_owned();
        self.ask_record(move |store| store.unsettle(&words))
    }

    /// Merges the outboxes of branches; a file that can't be merged is told and keeps no other back.
    ///
    /// # Errors
    /// Without a snapshot, or when the record has ended.
    pub fn merge_outboxes(
        &self,
        files: Vec<OutboxFile>,
        now: BeijingTime,
    ) -> Result<Vec<OutboxMerge>, AppError> {
        let known = self.recording.known_words(&self.snapshot()?);
        self.ask_record(move |store| Ok(insights::merge(store, files, &known)))
    }

    /// Writes what was recorded here into a new file of a folder, for the trainer: masked, under a chance-made name.
    ///
    /// # Errors
    /// Without a snapshot, or when the file can't be written.
    pub fn write_outbox(&self, folder: &Path, now: BeijingTime) -> Result<PathBuf, AppError> {
        let known = self.recording.known_words(&self.snapshot()?);
        let folder = folder.to_owned();
        self.ask_record(move |store| {
            let machine = store.machine()?;
            let short: String = machine.chars().take(6).collect();
            let day = crate::standing::day(now.date());
            let file = folder.join(format!("yingda-{short}-{day}.jsonl"));
            store.write_outbox(&file, &known, now)?;
            Ok(file)
        })
    }

    /// Forgets every use, on the disk too: what is offered, and what was recorded.
    ///
    /// # Errors
    /// When a file can't be changed.
    pub fn forget_use(&self) -> Result<(), AppError> {
        self.personal.forget()?;
        self.recording.forget().map_err(record_failed)
    }

    /// Writes what was noted and ends the record: before the program ends.
    pub fn close_record(&self) {
        self.recording.close();
    }

    /// Who sits here; empty where nobody picks.
    pub(crate) fn person(&self) -> String {
        self.person
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn records(&self) -> bool {
        self.personal.settings().remember_use
    }

    pub(crate) fn ask_record<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, DeskFault> + Send + 'static,
    ) -> Result<T, AppError> {
        let answer = self.recording.journal().ask(work).and_then(|answer| answer);
        answer.map_err(record_failed)
    }
}

fn record_failed(fault: DeskFault) -> AppError {
    match fault {
        DeskFault::Name => AppError::new(ErrorCode::NameInvalid, ""),
        other => AppError::new(ErrorCode::RecordFailed, other.detail()),
    }
}
