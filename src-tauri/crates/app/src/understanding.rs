//! Whether the desk finds by meaning now: the model, the vectors of the snapshot that is searched, and making them.

use crate::contract::{MeaningOff, MeaningState};
use crate::meaning::Meaning;
use crate::snapshot::Snapshot;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::{Duration, Instant};
use yingda_meaning::{Encoder, ModelError};

/// What was understood of one snapshot.
#[derive(Debug)]
struct Understood {
    snapshot: Arc<Snapshot>,
    meaning: Arc<Meaning>,
}

/// The model and what was understood with it. Searches never wait for either.
#[derive(Debug)]
pub(crate) struct Understanding {
    model: Option<PathBuf>,
    /// Where vectors are kept from one start to the next.
    kept: Option<PathBuf>,
    /// Opened with the first library.
    encoder: OnceLock<Arc<Encoder>>,
    /// Held while vectors are made, so that two libraries follow each other.
    making: Mutex<()>,
    understood: RwLock<Option<Understood>>,
    /// When somebody searched last.
    searched: Mutex<Option<Instant>>,
}

/// How long the work rests after a search: the next key comes soon.
const REST: Duration = Duration::from_millis(400);
/// How long it waits before it looks again.
const NAP: Duration = Duration::from_millis(50);

impl Understanding {
    pub(crate) fn new(model: Option<PathBuf>, kept: Option<PathBuf>) -> Self {
        Self {
            model: model.filter(|file| file.is_file()),
            kept,
            encoder: OnceLock::new(),
            making: Mutex::new(()),
            understood: RwLock::new(None),
            searched: Mutex::new(None),
        }
    }

    /// Makes what is needed to find by meaning in a snapshot, and tells how far it is; stops when `current` says that
    /// another snapshot has taken its place.
    pub(crate) fn of(
        &self,
        snapshot: Arc<Snapshot>,
        current: &dyn Fn(&Arc<Snapshot>) -> bool,
        tell: &dyn Fn(MeaningState),
    ) {
        let _one_at_a_time = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        let off = |reason| tell(MeaningState::Off { reason });
        let encoder = match self.encoder() {
            Ok(Some(encoder)) => encoder,
            Ok(None) => return off(MeaningOff::NoModel),
            Err(_) => return off(MeaningOff::Failed),
        };
        let mut go_on = |done: usize, total: usize| {
            // Telling of every name would cost more than the names.
            if done.is_multiple_of(256) {
                let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                tell(MeaningState::Building {
                    done: number(done),
                    total: number(total),
                });
            }
            self.rest();
            current(&snapshot)
        };
        let made = Meaning::of(&snapshot.engine, encoder, self.kept.as_deref(), &mut go_on);
        if let Some(meaning) = made {
            let understood = Understood {
                snapshot,
                meaning: Arc::new(meaning),
            };
            *self
                .understood
                .write()
                .unwrap_or_else(PoisonError::into_inner) = Some(understood);
            tell(MeaningState::Ready);
        }
    }

    /// Somebody searches, or is about to: what is made behind the searches rests a moment.
    pub(crate) fn make_way(&self) {
        *self.searched.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    fn rest(&self) {
        self.wait_for_quiet(REST);
    }

    /// Waits until nobody has searched for as long as `quiet`; says how long that took.
    pub(crate) fn wait_for_quiet(&self, quiet: Duration) -> Duration {
        let begun = Instant::now();
        let searched = || *self.searched.lock().unwrap_or_else(PoisonError::into_inner);
        if searched().is_none_or(|at| at.elapsed() >= quiet) {
            return Duration::ZERO;
        }
        while searched().is_some_and(|at| at.elapsed() < quiet) {
            std::thread::sleep(NAP.min(quiet / 4));
        }
        begun.elapsed()
    }

    fn encoder(&self) -> Result<Option<Arc<Encoder>>, ModelError> {
        match (self.encoder.get(), &self.model) {
            (Some(encoder), _) => Ok(Some(Arc::clone(encoder))),
            (None, Some(model)) => {
                let encoder = Arc::new(Encoder::open(model)?);
                Ok(Some(Arc::clone(self.encoder.get_or_init(|| encoder))))
            }
            (None, None) => Ok(None),
        }
    }

    /// What was understood of this very snapshot, if anything was yet.
    pub(crate) fn meaning(&self, snapshot: &Arc<Snapshot>) -> Option<Arc<Meaning>> {
        self.understood
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .as_ref()
            .filter(|understood| Arc::ptr_eq(&understood.snapshot, snapshot))
            .map(|understood| Arc::clone(&understood.meaning))
    }
}
