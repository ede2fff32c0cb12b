//! Recording what is done at the desk, behind the answer, in masked words.
//!
//! The page says when a search came to rest; here it is masked, compared with the one before, and handed to the
//! journal. Nothing is recorded for who wants no use remembered.

use crate::contract::{OpenedLine, ReportNote, ReportedKind, SearchNote};
use crate::snapshot::Snapshot;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use time::Duration;
use yingda_content::BeijingTime;
use yingda_content::entry::Entry;
use yingda_desk::customer_numbers::hide;
use yingda_desk::record::Opened;
use yingda_desk::{
    DeskFault, Event, Found, How, Journal, KnownWords, Masked, Report, ReportKind, Search, Store,
    Use,
};
use yingda_search::RungStep;

/// A search that found little, followed within this by another, was typed anew.
const RETYPED: Duration = Duration::seconds(30);
/// An opening after this long belongs to no search any more.
const TOGETHER: Duration = Duration::minutes(3);
/// The longest line of a report, in characters.
const LONGEST_LINE: usize = 200;

/// The record and what it needs between two searches.
#[derive(Debug)]
pub(crate) struct Recording {
    /// `None` keeps it in memory.
    file: Option<PathBuf>,
    journal: OnceLock<Journal>,
    last: Mutex<Option<Last>>,
    words: Mutex<Option<(Weak<Snapshot>, Arc<KnownWords>)>>,
}

/// The search recorded last.
#[derive(Debug)]
struct Last {
    person: String,
    /// As typed; never leaves the memory.
    text: String,
    at: BeijingTime,
    found: Found,
    opened: bool,
}

impl Recording {
    pub(crate) fn new(file: Option<PathBuf>) -> Self {
        Self {
            file,
            journal: OnceLock::new(),
            last: Mutex::new(None),
            words: Mutex::new(None),
        }
    }

    /// The record; opened when it is needed first.
    pub(crate) fn journal(&self) -> &Journal {
        self.journal.get_or_init(|| match &self.file {
            Some(file) => Journal::begin(file.clone()),
            None => Journal::in_memory(),
        })
    }

    /// Writes what was noted, and ends.
    pub(crate) fn close(&self) {
        if let Some(journal) = self.journal.get() {
            journal.close();
        }
    }

    /// Forgets the searches and uses of this computer, if there ever were any.
    pub(crate) fn forget(&self) -> Result<(), yingda_desk::DeskFault> {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let is_there =
            self.journal.get().is_some() || self.file.as_ref().is_some_and(|file| file.exists());
        if !is_there {
            return Ok(());
        }
        self.journal().ask(Store::forget)?
    }

    /// A search came to its end.
    pub(crate) fn searched(
        &self,
        note: &SearchNote,
        person: &str,
        snapshot: &Arc<Snapshot>,
        now: BeijingTime,
    ) {
        let text = note.text.trim();
        if text.is_empty() {
            return;
        }
        let found = match (note.total, note.rung) {
            (0, _) => Found::Nothing,
            (_, Some(_)) => Found::Relaxed,
            (_, None) => Found::AsTyped,
        };
        let journal = self.journal();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let before = last
            .as_mut()
            .filter(|last| last.person == person && now >= last.at);
        if let Some(before) = before {
            let since = now.reading() - before.at.reading();
            if let Some(line) = &note.opened
                && before.text == text
                && since <= TOGETHER
            {
                if !before.opened {
                    before.opened = true;
                    journal.note(Event::OpenedFromLast(opened(line)));
                }
                return;
            }
            if before.found != Found::AsTyped && !before.opened && since <= RETYPED {
                journal.note(Event::LastRetyped);
            }
        }
        journal.note(Event::Search(Search {
            person: person.to_owned(),
            at: now,
            words: Masked::of(text, &self.known_words(snapshot)),
            found,
            rung: note.rung.map(|step| rung(step).to_owned()),
            took_ms: u32::try_from(note.took_us.div_ceil(1000)).unwrap_or(u32::MAX),
            opened: note.opened.as_ref().map(opened),
        }));
        *last = Some(Last {
            person: person.to_owned(),
            text: text.to_owned(),
            at: now,
            found,
            opened: note.opened.is_some(),
        });
    }

    /// An entry was opened or copied. No receipt of a must-read entry: a card opened in a call was not read through.
    pub(crate) fn used(&self, entry: &Entry, how: How, person: &str, now: BeijingTime) {
        let journal = self.journal();
        journal.note(Event::Use(Use {
            person: person.to_owned(),
            at: now,
            entry: entry.id.to_string(),
            version: entry.digest.clone(),
            how,
        }));
    }

    /// A problem was reported; answers with its number.
    pub(crate) fn reported(
        &self,
        note: &ReportNote,
        person: &str,
        snapshot: &Arc<Snapshot>,
        now: BeijingTime,
    ) -> Result<i64, DeskFault> {
        let mut line = note.line.split_whitespace().collect::<Vec<_>>().join(" ");
        if note.id.is_empty() {
            let words = Masked::of(&note.query, &self.known_words(snapshot));
            line = format!("「{}」 {line}", words.as_str());
        }
        let report = Report {
            person: person.to_owned(),
            at: now,
            entry: note.id.clone(),
            kind: report_kind(note.kind),
            line: hide(line.trim()).chars().take(LONGEST_LINE).collect(),
        };
        self.journal().ask(move |store| store.report(&report))?
    }

    /// The words a search may keep, as a library has them; gathered with the first search after it was loaded.
    pub(crate) fn known_words(&self, snapshot: &Arc<Snapshot>) -> Arc<KnownWords> {
        let mut words = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, known)) = words.as_ref()
            && of.upgrade().is_some_and(|of| Arc::ptr_eq(&of, snapshot))
        {
            return Arc::clone(known);
        }
        let known = Arc::new(known_words(snapshot));
        *words = Some((Arc::downgrade(snapshot), Arc::clone(&known)));
        known
    }
}

/// The words of titles, aliases, tags and products, synonyms and the user dictionary.
pub(crate) fn known_words(snapshot: &Snapshot) -> KnownWords {
    let names = snapshot.library.entries().iter().flat_map(|entry| {
        std::iter::once(&entry.title)
            .chain(&entry.aliases)
            .chain(&entry.tags)
            .chain(&entry.product)
    });
    let vocabulary = snapshot.library.vocabulary();
    let dictionary = vocabulary.words.iter().map(|word| &word.word);
    let all = names
        .chain(vocabulary.synonyms.iter().flatten())
        .chain(dictionary);
    KnownWords::of(all.map(String::as_str), Arc::clone(&snapshot.lexicon))
}

fn opened(line: &OpenedLine) -> Opened {
    Opened {
        entry: line.id.clone(),
        line: line.line,
    }
}

/// A step's stable name in the record.
const fn rung(step: RungStep) -> &'static str {
    match step {
        RungStep::AsTyped => "as-typed",
        RungStep::Sound => "sound",
        RungStep::Slip => "slip",
        RungStep::FewerWords => "fewer-words",
        RungStep::AnyWord => "any-word",
    }
}

const fn report_kind(kind: ReportedKind) -> ReportKind {
    match kind {
        ReportedKind::Wrong => ReportKind::Wrong,
        ReportedKind::Outdated => ReportKind::Outdated,
        ReportedKind::Missing => ReportKind::Missing,
        ReportedKind::HardToSay => ReportKind::HardToSay,
    }
}
