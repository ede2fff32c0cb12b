//! Loading behind the window, and what the window is told of it.

use crate::boundary::now;
use crate::commands;
use crate::window::LABEL;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager};
use yingda_app::contract::{OpenWorkspace, Settings, Status};
use yingda_app::{Desk, Training};

/// The event that carries a `Status`.
const STATUS: &str = "status";
/// The event that says why the workspace named at the start is not open.
const REFUSED: &str = "workspace_refused";
/// The event that asks the page to keep what is not saved.
const CLOSING: &str = "closing";
/// How long a closing window waits for the page.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks the page to keep what was typed, and closes the window when it has; one that does not answer is closed too.
pub(crate) fn close_when_kept(app: &AppHandle) {
    if app.emit(CLOSING, ()).is_err() {
        return close(app);
    }
    let app = app.clone();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        close(&app);
    });
}

/// Closes the window, which ends the program.
pub(crate) fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        drop(window.destroy());
    }
}

/// Scales all text of the window as chosen.
pub(crate) fn scale(app: &AppHandle, chosen: &Settings) {
    if let Some(window) = app.get_webview_window(LABEL) {
        drop(window.set_zoom(chosen.text_size.factor()));
    }
}

/// Reads the library and tells the window every change of state.
pub(crate) fn load(app: &AppHandle, desk: &Desk) {
    // A window that is not there yet asks for the state when it comes.
    desk.load(&|status| drop(app.emit(STATUS, status)));
}

/// Reads the library for its meaning on a thread of its own; words are searched meanwhile.
pub(crate) fn understand_in_background(app: AppHandle, desk: Arc<Desk>) {
    thread::spawn(move || desk.understand(&|status| drop(app.emit(STATUS, status))));
}

/// The trainer's side beside a desk.
pub(crate) fn training(app: &AppHandle, desk: &Arc<Desk>, installed: PathBuf) -> Training {
    let app = app.clone();
    let tell = Arc::new(move |status: &Status| drop(app.emit(STATUS, status)));
    Training::new(Arc::clone(desk), installed, tell)
}

/// Looks every two seconds, or less often where looking takes long, whether the open workspace was changed by others.
fn watch(app: &AppHandle, training: &Training) -> ! {
    loop {
        let started = Instant::now();
        if training.look() {
            commands::tell_of_workspace(app, training);
        }
        thread::sleep(Duration::from_secs(2).max(started.elapsed() * 20));
    }
}

/// Loads on a thread of its own, so that the window is there at once; then reads for meaning. With a workspace that was
/// named at the start, that one; when it can't be opened, the installed library, and the window says why.
pub(crate) fn load_in_background(
    app: AppHandle,
    training: Arc<Training>,
    workspace: Option<OpenWorkspace>,
) {
    thread::spawn(move || {
        let opened = workspace.map(|wanted| training.open_workspace(&wanted, now()));
        match opened {
            Some(Ok(_)) => commands::tell_of_workspace(&app, &training),
            Some(Err(error)) => {
                load(&app, training.desk());
                drop(app.emit(REFUSED, error));
            }
            None => load(&app, training.desk()),
        }
        understand_in_background(app.clone(), Arc::clone(training.desk()));
        watch(&app, &training);
    });
}
