//! The window on the desktop: its three shapes, summoning it and giving the focus back, tray, hotkey, closing.
//!
//! Where it stands and what a summons does is decided in `yingda_app::window`; here the desktop is asked and obeyed.
//! Whatever touches the window itself runs on its own thread.

mod closing;
#[cfg(target_os = "linux")]
mod composing;
mod shape;
mod start_with_system;
mod state;
mod summoning;
mod tray;
mod unseen;

pub(crate) use state::{DeskWindow, LABEL};
pub(crate) use summoning::Entrance;
