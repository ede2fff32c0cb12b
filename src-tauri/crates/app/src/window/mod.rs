//! Where the window stands and what a summons does, as rules over numbers: the shell asks the desktop and obeys.
//!
//! Owns the sizes of bar and column, the places remembered for each set of screens, and the answer to a hotkey. Not:
//! windows themselves, keys.

mod memory;
mod place;
mod summons;

pub use memory::{Remembered, WindowMemory};
pub use place::{Area, Screen, active_screen, bar, docked, full, name_of};
pub use summons::{Answer, Seen, answer};
