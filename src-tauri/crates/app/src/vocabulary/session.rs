//! What the vocabulary's screen asks for, with what is kept between two questions.

use super::bench::Bench;
use super::draft::{Draft, FileText};
use super::mark::Mark;
use super::moved;
use super::notes::notes;
use super::place::number;
use super::trial::Trial;
use crate::contract::{
    AppError, BenchMark, BenchProgress, BenchRequest, EditFault, TrialRequest, TrialView,
    VocabularyEdits, Words,
};
use crate::finding::index_failed;
use crate::snapshot::Snapshot;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use yingda_content::BeijingTime;
use yingda_content::judged::judged_of;

/// The trial and the bench of one window. Every question names the folder and the desk's snapshot of it.
#[derive(Debug, Default)]
pub struct VocabularySession {
    trial: Mutex<Option<Trial>>,
    bench: Mutex<Option<Bench>>,
}

/// Why nothing is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// Some edits can't be saved as they are.
    Faults(Vec<EditFault>),
    /// Nothing would change.
    Nothing,
}

/// Why a run was not kept as the one to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotMarked {
    /// No run over the saved words came to its end.
    NoWholeRun,
    /// The file can't be written.
    Unwritable {
        /// The system's word for it.
        why: String,
    },
}

impl NotMarked {
    /// What to tell a person, in both languages.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::NoWholeRun => Words {
                zh: "还没有一次完整的评测可以设为基准。请先保存修改，再跑完一次评测。".to_owned(),
                en: "There is no whole run to mark yet. Save your changes, then run the bench to its end.".to_owned(),
            },
            Self::Unwritable { why } => Words {
                zh: format!("基准写不进工作区（{why}）。请看文件夹是否只读、磁盘是否已满。"),
                en: format!("The mark can't be written into the workspace ({why}). See whether the folder is read-only or the disk full."),
            },
        }
    }
}

impl NotSaved {
    /// What to tell a person, in both languages.
    #[must_use]
    pub fn words(&self) -> Words {
        match self {
            Self::Faults(faults) => {
                let both = |one: &dyn Fn(&EditFault) -> String| {
                    faults.first().map(one).unwrap_or_default()
                };
                Words {
                    zh: both(&|fault| format!("{}{}", fault.what.zh, fault.remedy.zh)),
                    en: both(&|fault| format!("{} {}", fault.what.en, fault.remedy.en)),
                }
            }
            Self::Nothing => Words {
                zh: "没有要保存的修改。".to_owned(),
                en: "There is nothing to save.".to_owned(),
            },
        }
    }
}

impl VocabularySession {
    /// What edits would do, before they are saved.
    ///
    /// # Errors
    /// With a query that is too long, or when the index in memory can't be made.
    pub fn try_edits(
        &self,
        root: &Path,
        saved: Arc<Snapshot>,
        request: &TrialRequest,
        now: BeijingTime,
    ) -> Result<TrialView, AppError> {
        let started = Instant::now();
        let draft = Draft::new(root, &saved.library, &request.edits);
        let (base, edited) = self.states(saved, &draft)?;
        let prepared_ms = u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX);
        let query = request.query.trim();
        let search = (!query.is_empty()).then(|| moved::search(&base, &edited, query, now));
        Ok(TrialView {
            notes: notes(&draft.rows, &edited.library),
            faults: draft.faults,
            prepared_ms,
            search: search.transpose()?,
        })
    }

    /// The saved state and the one with a draft.
    fn states(
        &self,
        saved: Arc<Snapshot>,
        draft: &Draft,
    ) -> Result<(Arc<Snapshot>, Arc<Snapshot>), AppError> {
        let mut held = self.trial.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken out, so that one that fails half-way is not used again.
        let trial = held
            .take()
            .map(|mut trial| trial.follow(Arc::clone(&saved)).map(|()| trial));
        let mut trial = match trial {
            Some(Ok(trial)) => trial,
            Some(Err(_)) | None => Trial::over(saved).map_err(|error| index_failed(&error))?,
        };
        trial
            .try_draft(draft)
            .map_err(|error| index_failed(&error))?;
        let states = (Arc::clone(trial.base()), Arc::clone(trial.edited()));
        *held = Some(trial);
        drop(held);
        Ok(states)
    }

    /// Gives back the memory of the trial and the bench, when the screen is left.
    pub fn rest(&self) {
        *self.trial.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.bench.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What saving edits would write.
    ///
    /// # Errors
    /// When one edit can't be saved as it is, or nothing would change.
    pub fn files(
        &self,
        root: &Path,
        saved: &Snapshot,
        edits: &VocabularyEdits,
    ) -> Result<Vec<FileText>, NotSaved> {
        let draft = Draft::new(root, &saved.library, edits);
        if !draft.faults.is_empty() {
            return Err(NotSaved::Faults(draft.faults));
        }
        if draft.changed.is_empty() {
            return Err(NotSaved::Nothing);
        }
        Ok(draft.changed)
    }

    /// Runs the next part of the bench; one that was asked for from another place begins anew.
    ///
    /// # Errors
    /// When the index in memory can't be made or read.
    pub fn bench_step(
        &self,
        root: &Path,
        saved: Arc<Snapshot>,
        request: &BenchRequest,
        now: BeijingTime,
    ) -> Result<BenchProgress, AppError> {
        let mut held = self.bench.lock().unwrap_or_else(PoisonError::into_inner);
        let goes_on = |bench: &Bench| request.from > 0 && number(bench.ran.len()) == request.from;
        let mut bench = match held.take().filter(goes_on) {
            Some(bench) => bench,
            None => self.bench_of(root, saved, request, now)?,
        };
        bench.step().map_err(|error| index_failed(&error))?;
        let result = bench
            .is_done()
            .then(|| bench.view(Mark::read(root).as_ref()));
        let progress = BenchProgress {
            done: number(bench.ran.len()),
            total: number(bench.total()),
            result,
        };
        *held = Some(bench);
        drop(held);
        Ok(progress)
    }

    fn bench_of(
        &self,
        root: &Path,
        saved: Arc<Snapshot>,
        request: &BenchRequest,
        now: BeijingTime,
    ) -> Result<Bench, AppError> {
        let draft = Draft::new(root, &saved.library, &request.edits);
        let (_, edited) = self.states(saved, &draft)?;
        let judged = judged_of(&draft.judged_texts(), &edited.library);
        Ok(Bench::new(edited, judged, draft.changed.is_empty(), now))
    }

    /// Keeps the last run as what later ones are compared with.
    ///
    /// # Errors
    /// Without a whole run over the saved words, or when the file can't be written.
    pub fn mark(&self, root: &Path, now: BeijingTime) -> Result<BenchMark, NotMarked> {
        let held = self.bench.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = held.as_ref().filter(|bench| bench.saved && bench.is_done());
        let mark = whole.map(|bench| Mark::of(&bench.ran, now));
        drop(held);
        let mark = mark.ok_or(NotMarked::NoWholeRun)?;
        mark.keep(root).map_err(|error| NotMarked::Unwritable {
            why: error.kind().to_string(),
        })?;
        Ok(mark.view())
    }
}
