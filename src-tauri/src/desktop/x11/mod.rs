//! X11, over its local socket: never over a network.
//!
//! Keys are held here rather than by a plugin, because the plugin looks for them only every 50 ms, all day long.

mod grab;
mod keyboard;
mod link;
mod listener;
mod property;

pub(super) use link::Link;
pub(super) use listener::listen;

/// Other windows can be reached.
pub(super) const REACHES: bool = true;
