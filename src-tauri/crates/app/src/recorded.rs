//! What the desk records, and what can be asked of the record.

use crate::contract::{
    AppError, ErrorCode, GapDone, InsightsView, OutboxMerge, ReportNote, SearchNote, Words,
};
use crate::desk::Desk;
use crate::insights::{self, Figures};
use crate::recording::known_words;
use crate::snapshot::Snapshot;
use std::path::Path;
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

    /// Records what an agent says is wrong with an entry, or missing; answers with the number of the report.
    ///
    /// # Errors
    /// Without a snapshot, when the library has no such entry, or when the record can't be written.
    pub fn report(&self, note: &ReportNote, now: BeijingTime) -> Result<i64, AppError> {
        let snapshot = self.snapshot()?;
        if !note.id.is_empty() && snapshot.entry(&note.id).is_none() {
            return Err(AppError::new(ErrorCode::EntryUnknown, note.id.clone()));
        }
        let person = self.person();
        let reported = self.recording.reported(note, &person, &snapshot, now);
        reported.map_err(record_failed)
    }

    /// Takes a report back.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn take_back_report(&self, number: i64) -> Result<(), AppError> {
        self.ask_record(move |store| store.take_back_report(number))
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
    pub fn set_gap_aside(&self, words: &str, now: BeijingTime) -> Result<GapDone, AppError> {
        let done = GapDone {
            words: words.to_owned(),
            version: None,
            entry: None,
        };
        let words = words.to_owned();
        self.ask_record(move |store| store.settle(&words, Settled::Aside, None, now))?;
        Ok(done)
    }

    /// Takes back what became of a gap.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn reopen_gap(&self, words: &str) -> Result<(), AppError> {
        let words = words.to_owned();
        self.ask_record(move |store| store.unsettle(&words))
    }

    /// Merges the outboxes of branches, each whole or not at all; one that can't be merged keeps no other back.
    ///
    /// # Errors
    /// Without a snapshot, or when the record has ended.
    pub fn merge_outboxes(&self, files: &[String]) -> Result<Vec<OutboxMerge>, AppError> {
        let known = self.recording.known_words(&self.snapshot()?);
        let files = files.to_vec();
        self.ask_record(move |store| {
            let one = |file: String| {
                let merged = store.merge_outbox(Path::new(&file), &known);
                let counted = merged.as_ref().copied().unwrap_or_default();
                OutboxMerge {
                    added: counted.added,
                    known: counted.known,
                    fault: merged.err().as_ref().map(insights::words),
                    file,
                }
            };
            Ok(files.into_iter().map(one).collect())
        })
    }

    /// Writes what was recorded here into a file for the trainer: masked, under a chance-made name. Answers with the
    /// number of records.
    ///
    /// # Errors
    /// Without a snapshot, or when the file can't be written.
    pub fn write_outbox(&self, file: &Path, now: BeijingTime) -> Result<u32, AppError> {
        let known = self.recording.known_words(&self.snapshot()?);
        let file = file.to_owned();
        let written = self.ask_record(move |store| store.write_outbox(&file, &known, now))?;
        Ok(written.records)
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

    pub(crate) fn records(&self) -> bool {
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

/// Writes what a record holds into a file for the trainer, without a desk. Answers with the number of records.
///
/// # Errors
/// When the record or the file can't be used, in both languages.
pub fn write_outbox(
    record: &Path,
    snapshot: &Snapshot,
    file: &Path,
    now: BeijingTime,
) -> Result<u32, Words> {
    let known = known_words(snapshot);
    let written = Store::existing(record).and_then(|store| store.write_outbox(file, &known, now));
    written
        .map(|outbox| outbox.records)
        .map_err(|fault| insights::words(&fault))
}

fn record_failed(fault: DeskFault) -> AppError {
    match fault {
        DeskFault::Name => AppError::new(ErrorCode::NameInvalid, ""),
        other => AppError::new(ErrorCode::RecordFailed, other.detail()),
    }
}
