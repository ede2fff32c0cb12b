//! How the workspace's folder was when the desk last read it, so that every change of another program is read once.

use std::sync::{Mutex, MutexGuard, PoisonError};
use yingda_workspace::Pulse;

/// What was seen of the folder.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    pulse: Option<Pulse>,
    /// How many acts of our own are under way.
    under_way: usize,
    /// How many have ended.
    ended: usize,
}

/// An act of our own is under way while this is held: a look that meets it says nothing, since it may see half of it.
#[derive(Debug)]
pub(crate) struct UnderWay<'a>(&'a Seen);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.under_way = state.under_way.saturating_sub(1);
        state.ended = state.ended.wrapping_add(1);
    }
}

impl Seen {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An act of our own begins.
    pub(super) fn begins(&self) -> UnderWay<'_> {
        self.state().under_way += 1;
        UnderWay(self)
    }

    /// The desk has read, or is about to read, the folder as it was then.
    pub(super) fn read(&self, pulse: Option<Pulse>) {
        self.state().pulse = pulse;
    }

    /// What an act of our own made of it.
    pub(super) fn becomes(&self, after: impl FnOnce(Pulse) -> Pulse) {
        let mut state = self.state();
        state.pulse = state.pulse.map(after);
    }

    /// Whether the folder is as it was read.
    pub(super) fn is(&self, pulse: Option<Pulse>) -> bool {
        pulse.is_some() && self.state().pulse == pulse
    }

    /// Whether the folder has become another since it was last read; asked once, it counts as read. A folder that can't
    /// be read just now is looked at again the next time.
    pub(super) fn changed(&self, take: impl FnOnce() -> Option<Pulse>) -> bool {
        let Some(ended) = self.at_rest() else {
            return false;
        };
        let Some(now) = take() else {
            return false;
        };
        let mut state = self.state();
        // Otherwise it may have seen half of an act.
        let whole = state.under_way == 0 && state.ended == ended;
        let before = state.pulse;
        if whole {
            state.pulse = Some(now);
        }
        drop(state);
        whole && before.is_some_and(|before| before != now)
    }

    /// How many acts of our own have ended; `None` while one is under way.
    fn at_rest(&self) -> Option<usize> {
        let state = self.state();
        (state.under_way == 0).then_some(state.ended)
    }
}
