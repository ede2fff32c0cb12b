//! Recording behind the answer: a thread owns the file, takes what happened, and writes many at once.
//!
//! Noting never waits. What can't be written now is tried again with what comes next; beyond [`MOST_WAITING`] the oldest
//! is let go, because a call is worth more than its record.

use crate::fault::DeskFault;
use crate::record::Event;
use crate::store::{Opening, Store};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;

/// Events kept while nothing can be written.
const MOST_WAITING: usize = 10_000;
/// Events of one writing.
const BATCH: usize = 500;

enum Message {
    Note(Event),
    Ask(Box<dyn FnOnce(&mut Store) + Send>),
}

/// The record while the program runs.
#[derive(Debug)]
pub struct Journal {
    sender: Mutex<Option<Sender<Message>>>,
    opening: Arc<OnceLock<Opening>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Journal {
    /// Opens the file on a thread of its own.
    #[must_use]
    pub fn begin(file: PathBuf) -> Self {
        Self::with(move || Store::open(&file))
    }

    /// A journal that keeps no file.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::with(|| Ok((Store::in_memory()?, Opening::Ready)))
    }

    fn with(open: impl FnOnce() -> Result<(Store, Opening), DeskFault> + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        let opening = Arc::new(OnceLock::new());
        let told = Arc::clone(&opening);
        let thread = std::thread::spawn(move || {
            if let Ok((store, opening)) = open() {
                // Set here only, so it can't be there already.
                drop(told.set(opening));
                keep(store, &receiver);
            }
        });
        Self {
            sender: Mutex::new(Some(sender)),
            opening,
            thread: Mutex::new(Some(thread)),
        }
    }

    /// Notes what happened; costs a push into a queue.
    pub fn note(&self, event: Event) {
        self.send(Message::Note(event));
    }

    /// Looks at the record, or changes it, after everything noted before was written; waits for the answer.
    ///
    /// # Errors
    /// [`DeskFault::Closed`] when the thread has ended.
    pub fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Result<T, DeskFault> {
        let (answer, answered) = channel();
        let ask = move |store: &mut Store| {
            // Whoever asked may have gone.
            drop(answer.send(work(store)));
        };
        self.send(Message::Ask(Box::new(ask)));
        answered.recv().map_err(|_| DeskFault::Closed)
    }

    /// How the file was found; `None` until it was opened.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.get()
    }

    /// Writes everything and ends; noting afterwards does nothing.
    pub fn close(&self) {
        drop(
            self.sender
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        // A thread that panicked has nothing more to write.
        drop(thread.map(JoinHandle::join));
    }

    fn send(&self, message: Message) {
        let sender = self.sender.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(sender) = sender.as_ref() {
            // Nobody listens any more: the desk goes on without a record.
            drop(sender.send(message));
        }
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.close();
    }
}

fn keep(mut store: Store, receiver: &Receiver<Message>) {
    let mut waiting: Vec<Event> = Vec::new();
    while let Ok(first) = receiver.recv() {
        let mut next = Some(first);
        let mut asked = None;
        while let Some(message) = next {
            match message {
                Message::Note(event) => waiting.push(event),
                Message::Ask(ask) => {
                    asked = Some(ask);
                    break;
                }
            }
            next = (waiting.len() < BATCH)
                .then(|| receiver.try_recv().ok())
                .flatten();
        }
        if store.write(&waiting).is_ok() {
            waiting.clear();
        } else {
            let over = waiting.len().saturating_sub(MOST_WAITING);
            waiting.drain(..over);
        }
        if let Some(ask) = asked {
            ask(&mut store);
        }
    }
    // The last try; what fails now can't be kept.
    drop(store.write(&waiting));
}

#[cfg(test)]
mod tests {
    use super::Journal;
    use crate::figures::Period;
    use crate::record::{Event, How, Use};
    use time::macros::datetime;
    use yingda_content::BeijingTime;

    fn now() -> BeijingTime {
        BeijingTime::wall(datetime!(2026-11-22 09:00))
    }

    fn copied() -> Event {
        Event::Use(Use {
            person: String::new(),
            at: now(),
            entry: "card-loss".to_owned(),
            version: String::new(),
            how: How::Copied,
        })
    }

    fn copies(journal: &Journal) -> u32 {
        let uses = journal
            .ask(|store| store.entry_uses(Period::ending(now(), 1)))
            .unwrap()
            .unwrap();
        uses.iter().map(|one| one.copied).sum()
    }

    #[test]
    fn what_was_noted_is_seen_by_the_next_question() {
        let journal = Journal::in_memory();
        for _ in 0..1200 {
            journal.note(copied());
        }
        assert_eq!(copies(&journal), 1200);
    }

    #[test]
    fn what_was_noted_before_closing_is_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.sqlite");
        let journal = Journal::begin(file.clone());
        journal.note(copied());
        journal.close();
        assert!(journal.ask(|_| ()).is_err());
        assert_eq!(copies(&Journal::begin(file)), 1);
    }

    fn rename(journal: &Journal, sql: &'static str) {
        let done = journal.ask(|store| store.connection.execute_batch(sql));
        done.unwrap().unwrap();
    }

    #[test]
    fn what_could_not_be_written_is_written_with_the_next() {
        let journal = Journal::in_memory();
        rename(&journal, "ALTER TABLE uses RENAME TO away");
        journal.note(copied());
        rename(&journal, "ALTER TABLE away RENAME TO uses");
        journal.note(copied());
        assert_eq!(copies(&journal), 2);
    }
}
