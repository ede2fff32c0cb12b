//! Everything that needs no window.
//!
//! `tidy` reads the sources themselves: the rules of the architecture, of the offline promise and of form that no
//! compiler checks. Add a case to the file that owns its subject; a new file must be named by a `mod`, which
//! `tidy::reached` checks.

// Lets clippy know that what the tests are written with is test code too.
#![cfg(test)]

mod finding;
mod keeping;
mod speaking;
mod tidy;
