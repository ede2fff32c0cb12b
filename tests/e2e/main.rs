//! The real window, used as a person uses it.
//!
//! Each test opens the program over a small library of its own and with empty folders of its own, types, and looks at
//! what the screen shows and what lies on the clipboard. The tests share one screen and one clipboard, so they run one
//! after the other: `cargo xtask e2e` brings a screen, a session bus and a window manager.
//!
//! A new test names what a person does and sees; how it is done belongs to the harness: `library` and `home` (what
//! the program finds), `driver` and `window` (what a person does there is in `hands`, what it shows in `eyes`),
//! `program` (the program without any driver, as it is shipped), `clipboard`, `desktop` (keys as a keyboard sends
//! them), `other_program`, `patience`.

// Lets clippy know that the harness is test code too.
#![cfg(test)]

mod harness;

mod accessible;
mod bridging;
mod calling;
mod composing;
mod copying;
mod cramped;
mod editing;
mod filling;
mod first_run;
mod flows;
mod hints;
mod importing;
mod insights;
mod keyboard;
mod meaning;
mod members;
mod mending;
mod offline;
mod pasting;
mod picking;
mod reading;
mod rebinding;
mod reviewing;
mod searching;
mod settings;
mod shift;
mod summoning;
mod syncing;
mod telling;
mod trapping;
mod usual;
mod vocabulary;
mod workspace;
