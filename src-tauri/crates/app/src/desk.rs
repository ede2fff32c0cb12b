//! The desk: the state of a window (or a command line) and everything that can be done with it.

use crate::contract::{
    AppError, CopyReceipt, CopyRequest, EntryRequest, EntryView, ErrorCode, IndexState,
    LibraryState, MeaningOff, MeaningState, ProblemView, Settings, Status,
};
use crate::personal::Personal;
use crate::recording::Recording;
use crate::snapshot::{IndexPlace, Snapshot};
use crate::understanding::Understanding;
use crate::{card, copying, problems};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};
use yingda_content::BeijingTime;
use yingda_desk::How;
use yingda_search::index::{IndexError, Opened, Rebuilt};

/// While there is an old snapshot to search, building the new one rests after each key for so long.
const QUIET: Duration = Duration::from_millis(120);
/// So much of it in one build, so that what changed is found in the end whoever types.
const REST_IN_ALL: Duration = Duration::from_secs(10);

/// Where things are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The library's folder.
    pub knowledge: PathBuf,
    /// Where the index is kept; `None` keeps it in memory.
    pub index: Option<PathBuf>,
    /// Where the person's choices are kept, and what they use.
    pub settings: PathBuf,
    /// The sentence model; without one only words are searched.
    pub model: Option<PathBuf>,
}

/// A library's folder, and where its index is kept.
#[derive(Debug, Clone)]
struct Shelf {
    folder: PathBuf,
    index: Option<PathBuf>,
}

/// The desk. All methods take `&self`: readers share one snapshot and never wait for a reload.
#[derive(Debug)]
pub struct Desk {
    places: Places,
    /// The library that is read now: the installed one, or a trainer's workspace.
    shelf: RwLock<Shelf>,
    pub(crate) personal: Personal,
    pub(crate) recording: Recording,
    /// Who sits here; empty where nobody picks.
    pub(crate) person: Mutex<String>,
    pub(crate) understanding: Understanding,
    snapshot: RwLock<Option<Arc<Snapshot>>>,
    status: RwLock<Status>,
    /// Held while loading, so that two reloads follow each other.
    loading: Mutex<()>,
}

impl Desk {
    /// A desk that has read nothing yet but what the person chose and uses.
    #[must_use]
    pub fn new(places: Places) -> Self {
        let status = Status {
            library: LibraryState::Loading,
            index: IndexState::Building { done: 0, total: 0 },
            meaning: MeaningState::Off {
                reason: MeaningOff::NoModel,
            },
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let beside = |name: &str| {
            places
                .index
                .as_ref()
                .map(|index| index.with_file_name(name))
        };
        let record = beside("desk.sqlite");
        // Beside the index, which holds the rest of what can be made again.
        let kept = beside("vectors");
        Self {
            understanding: Understanding::new(places.model.clone(), kept),
            personal: Personal::read(places.settings.clone()),
            recording: Recording::new(record),
            person: Mutex::default(),
            shelf: RwLock::new(Shelf {
                folder: places.knowledge.clone(),
                index: places.index.clone(),
            }),
            places,
            snapshot: RwLock::new(None),
            status: RwLock::new(status),
            loading: Mutex::new(()),
        }
    }

    /// From the next [`Self::load`] on, reads the library in `workspace`, with an index of its own; `None` goes back to
    /// the installed one. Until then the old snapshot is searched.
    pub fn read_from(&self, workspace: Option<&Path>) {
        let index = self.places.index.clone();
        let shelf = match workspace {
            None => Shelf {
                folder: self.places.knowledge.clone(),
                index,
            },
            Some(folder) => Shelf {
                folder: folder.to_owned(),
                index: index.map(|index| index.with_file_name("workspace-index")),
            },
        };
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = shelf;
    }

    /// Brings the snapshot in step after some files below `entries/` changed on the disk: those alone where that is
    /// enough, else everything. `tell` hears what changed.
    pub fn reread(&self, files: &[String], tell: &dyn Fn(&Status)) {
        if !self.reread_alone(files, tell) {
            self.load(tell);
        }
    }

    fn reread_alone(&self, files: &[String], tell: &dyn Fn(&Status)) -> bool {
        let _one_at_a_time = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(before) = self.shared() else {
            return false;
        };
        let Ok(Some(snapshot)) = before.reread(&self.shelf().folder, files) else {
            return false;
        };
        self.show(snapshot, tell);
        true
    }

    /// Makes a snapshot the present one, and tells of its library.
    fn show(&self, snapshot: Snapshot, tell: &dyn Fn(&Status)) {
        let library = self.library_state(&snapshot);
        let ready = Some(Arc::new(snapshot));
        let before = std::mem::replace(
            &mut *self
                .snapshot
                .write()
                .unwrap_or_else(PoisonError::into_inner),
            ready,
        );
        // Letting go of a hundred thousand entries takes a while, and nobody waits for it; where no thread can be had it
        // happens here.
        let letting_go = std::thread::Builder::new().spawn(move || drop(before));
        drop(letting_go);
        self.change(tell, |status| status.library = library);
    }

    /// Reads the library and brings the index in step; takes as long as that takes, so call it off the window's
    /// thread. `tell` hears every change of the state. Searches go on with the old snapshot meanwhile.
    pub fn load(&self, tell: &dyn Fn(&Status)) {
        let _one_at_a_time = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if !is_library(&self.shelf().folder) {
            let folder = self.folder();
            self.change(tell, |status| {
                status.library = LibraryState::Missing { folder }
            });
            return;
        }
        let started = Instant::now();
        let nobody_waits = self.shared().is_some();
        let mut rested = Duration::ZERO;
        let mut progress = |done: usize, total: usize| {
            if nobody_waits && rested < REST_IN_ALL {
                rested += self.understanding.wait_for_quiet(QUIET);
            }
            // Telling of every entry would cost more than the entries.
            if done.is_multiple_of(64) {
                let index = IndexState::Building {
                    done: number(done),
                    total: number(total),
                };
                self.change(tell, |status| status.index = index);
            }
        };
        let taken = self.take(self.shared().as_deref(), &mut progress);
        match taken {
            Ok((snapshot, opened)) => {
                let took_ms = u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX);
                // The first build of all is nothing to tell a person about.
                let rebuilt = matches!(opened, Opened::Rebuilt(why) if why != Rebuilt::Missing);
                self.show(snapshot, &|_| ());
                let index = IndexState::Ready { took_ms, rebuilt };
                self.change(tell, |status| status.index = index);
            }
            Err(error) => {
                let detail = error.to_string();
                self.change(tell, |status| status.index = IndexState::Failed { detail });
            }
        }
    }

    /// Reads the library that was loaded for its meaning; takes seconds the first time, so call it off the window's
    /// thread and after [`Self::load`]. Does nothing without a library.
    pub fn understand(&self, tell: &dyn Fn(&Status)) {
        let Some(snapshot) = self.shared() else {
            return;
        };
        let current = |of: &Arc<Snapshot>| self.shared().is_some_and(|now| Arc::ptr_eq(&now, of));
        let state = |meaning: MeaningState| self.change(tell, |status| status.meaning = meaning);
        self.understanding.of(snapshot, &current, &state);
    }

    /// Changes the state and tells of it.
    fn change(&self, tell: &dyn Fn(&Status), change: impl FnOnce(&mut Status)) {
        let status = {
            let mut status = self.status.write().unwrap_or_else(PoisonError::into_inner);
            change(&mut status);
            status.clone()
        };
        tell(&status);
    }

    fn take(
        &self,
        before: Option<&Snapshot>,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<(Snapshot, Opened), IndexError> {
        let shelf = self.shelf();
        let place = shelf
            .index
            .as_deref()
            .map_or(IndexPlace::Memory, IndexPlace::Folder);
        Snapshot::take(&shelf.folder, place, before, progress)
    }

    fn library_state(&self, snapshot: &Snapshot) -> LibraryState {
        LibraryState::Ready {
            entries: number(snapshot.library.len()),
            problems: number(snapshot.problems.len()),
            folder: self.folder(),
            demonstration: snapshot.is_demonstration(),
        }
    }

    fn folder(&self) -> String {
        self.shelf().folder.display().to_string()
    }

    fn shelf(&self) -> Shelf {
        self.shelf
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn shared(&self) -> Option<Arc<Snapshot>> {
        self.snapshot
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The snapshot of this moment.
    ///
    /// # Errors
    /// While nothing is loaded: [`ErrorCode::LibraryMissing`] or [`ErrorCode::IndexFailed`].
    pub fn snapshot(&self) -> Result<Arc<Snapshot>, AppError> {
        self.shared().ok_or_else(|| match self.status() {
            Status {
                index: IndexState::Failed { detail },
                ..
            } => AppError::new(ErrorCode::IndexFailed, detail),
            _ => AppError::new(ErrorCode::LibraryMissing, self.folder()),
        })
    }

    /// Opens an entry.
    ///
    /// # Errors
    /// Without a snapshot, or when the library has no such entry.
    pub fn entry(&self, request: &EntryRequest, now: BeijingTime) -> Result<EntryView, AppError> {
        let habits = self.personal.habits(now.date());
        card::open_for(&*self.snapshot()?, &habits, request, now)
    }

    /// Notes that the person chose an entry; see [`Self::keep_uses`].
    ///
    /// # Errors
    /// Without a snapshot, or when the library has no such entry.
    pub fn opened(&self, id: &str, now: BeijingTime) -> Result<(), AppError> {
        let snapshot = self.snapshot()?;
        let entry = snapshot
            .entry(id)
            .ok_or_else(|| AppError::new(ErrorCode::EntryUnknown, id))?;
        let today = now.date();
        self.personal
            .note(today, |uses| uses.opened(&entry.id, today));
        self.record_use(entry, How::Opened, now);
        Ok(())
    }

    /// Composes what a copy puts on the clipboard, and notes the use. Validity is judged now, not at load.
    ///
    /// # Errors
    /// When the wording may not be copied, or a blank is missing or wrong.
    pub fn copy(&self, request: &CopyRequest, now: BeijingTime) -> Result<CopyReceipt, AppError> {
        let snapshot = self.snapshot()?;
        let receipt = copying::copy(&snapshot, request, now)?;
        if let Some(entry) = snapshot.entry(&receipt.id) {
            let today = now.date();
            self.personal
                .note(today, |uses| uses.copied(&entry.id, today));
            self.record_use(entry, How::Copied, now);
        }
        Ok(receipt)
    }

    /// Writes the uses noted since the last time; costs nothing when there are none. Call it after answering, and
    /// before the program ends.
    ///
    /// # Errors
    /// What the system says; the uses stay noted.
    pub fn keep_uses(&self) -> std::io::Result<()> {
        self.personal.keep()
    }

    /// The state of library and index.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// The library's problems, errors first.
    #[must_use]
    pub fn problems(&self) -> Vec<ProblemView> {
        let snapshot = self.shared();
        let found = snapshot.iter().flat_map(|snapshot| &snapshot.problems);
        let mut views: Vec<ProblemView> = found.map(problems::problem_view).collect();
        views.sort_by_key(|view| !view.error);
        views
    }

    /// What the person chose.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.personal.settings()
    }

    /// Keeps what the person chose.
    ///
    /// # Errors
    /// When the file can't be written; the old choices stay.
    pub fn save_settings(&self, chosen: &Settings) -> Result<(), AppError> {
        self.personal.choose(chosen)
    }
}

/// Whether a folder is a library: it has entries, or a place for them.
#[must_use]
pub fn is_library(folder: &Path) -> bool {
    folder.join("entries").is_dir()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
