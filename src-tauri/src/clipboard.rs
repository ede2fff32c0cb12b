//! The clipboard. What is copied asks clipboard managers to keep no history of it, where the system has a way.

use arboard::Clipboard as System;
use std::sync::{Mutex, PoisonError};
use yingda_app::contract::{AppError, ErrorCode};

/// The clipboard of the system. On X11 this program hands the text out itself, so the connection is kept.
#[derive(Default)]
pub(crate) struct Clipboard {
    system: Mutex<Option<System>>,
}

impl Clipboard {
    /// Puts text there.
    ///
    /// # Errors
    /// [`ErrorCode::ClipboardFailed`] with the system's words.
    pub(crate) fn put(&self, text: &str) -> Result<(), AppError> {
        let mut kept = self.system.lock().unwrap_or_else(PoisonError::into_inner);
        let written = Self::opened(&mut kept).and_then(|system| write(system, text));
        if written.is_err() {
            // A connection that broke is made anew the next time.
            *kept = None;
        }
        drop(kept);
        written.map_err(|error| AppError::new(ErrorCode::ClipboardFailed, error.to_string()))
    }

    fn opened(kept: &mut Option<System>) -> Result<&mut System, arboard::Error> {
        match kept {
            Some(system) => Ok(system),
            None => Ok(kept.insert(System::new()?)),
        }
    }
}

#[cfg(target_os = "linux")]
fn write(system: &mut System, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    system.set().exclude_from_history().text(text)
}

#[cfg(windows)]
fn write(system: &mut System, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    let set = system.set().exclude_from_history().exclude_from_cloud();
    set.exclude_from_monitoring().text(text)
}

#[cfg(target_os = "macos")]
fn write(system: &mut System, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtApple;
    system.set().exclude_from_history().text(text)
}
