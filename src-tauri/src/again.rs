//! Starting again when the program before was just closing.
//!
//! A second start hands over to the first. When the first is on its way out it takes the hand-over and never answers;
//! the system's bus then reports a failure, though a moment later the place is free.

use std::ffi::OsString;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

const TRIES: &str = "YINGDA_START";
const MOST: usize = 3;
const PAUSE: Duration = Duration::from_millis(400);

/// Whether a start failed for that reason.
pub(crate) fn is_worth_another_try(error: &tauri::Error) -> bool {
    matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance")
}

/// Starts the program once more with the same words, at most three times in a row; `None` when there is no use.
pub(crate) fn start(words: impl IntoIterator<Item = OsString>) -> Option<ExitCode> {
    let before = std::env::var(TRIES)
        .ok()
        .and_then(|tries| tries.parse().ok())
        .unwrap_or(0_usize);
    if before >= MOST {
        return None;
    }
    thread::sleep(PAUSE);
    let mut again = Command::new(std::env::current_exe().ok()?);
    let ended = again
        .args(words)
        .env(TRIES, (before + 1).to_string())
        .status()
        .ok()?;
    Some(if ended.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
