//! The only place that writes to the terminal.

use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

/// A page of text on standard output. A reader that stopped listening (`| head`) is no error.
pub(crate) fn text(text: &str) -> io::Result<ExitCode> {
    written(writeln!(io::stdout().lock(), "{text}"))
}

/// One JSON value on one line.
pub(crate) fn json(value: &impl Serialize) -> io::Result<ExitCode> {
    text(&serde_json::to_string(value)?)
}

/// What went wrong, on standard error.
pub(crate) fn complain(sentence: &str) {
    // Nothing is left to tell when standard error is gone.
    drop(writeln!(io::stderr().lock(), "{sentence}"));
}

fn written(done: io::Result<()>) -> io::Result<ExitCode> {
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        other => other.map(|()| ExitCode::SUCCESS),
    }
}
