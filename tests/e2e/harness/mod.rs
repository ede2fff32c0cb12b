//! What the tests are written with.

pub(crate) mod clipboard;
pub(crate) mod desktop;
pub(crate) mod driver;
mod eyes;
mod hands;
pub(crate) mod home;
pub(crate) mod keys;
pub(crate) mod library;
pub(crate) mod other_program;
pub(crate) mod patience;
pub(crate) mod processes;
pub(crate) mod program;
mod tree;
pub(crate) mod window;

pub(crate) use clipboard::Clipboard;
pub(crate) use home::Home;
pub(crate) use library::Library;
pub(crate) use program::{Network, Program};
pub(crate) use window::Window;
