//! Rules of the project that no compiler checks.

mod crates;
mod form;
mod layout;
mod licence;
mod page;
mod project;
mod reached;
mod shell;
mod shipped;
