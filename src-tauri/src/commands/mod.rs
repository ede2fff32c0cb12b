//! The commands of the window, one for each line of the contract, by area. They run off the window's thread.

pub(crate) mod calling;
pub(crate) mod desk;
pub(crate) mod editing;
pub(crate) mod favourites;
pub(crate) mod filling;
pub(crate) mod importing;
pub(crate) mod insights;
pub(crate) mod members;
pub(crate) mod news;
pub(crate) mod pasting;
pub(crate) mod people;
pub(crate) mod recording;
pub(crate) mod replacing;
pub(crate) mod reviewing;
pub(crate) mod syncing;
pub(crate) mod vocabulary;
pub(crate) mod window;
pub(crate) mod workspace;

use std::sync::Arc;
use tauri::{AppHandle, Emitter, State};
use yingda_app::{Desk, Training};

/// The desk, as commands get it.
type Shared<'a> = State<'a, Arc<Desk>>;

/// The trainer's side, as commands get it.
type Trainers<'a> = State<'a, Arc<Training>>;

/// The event that carries the open workspace.
const WORKSPACE: &str = "workspace";

/// Tells the window which workspace is open now.
pub(crate) fn tell_of_workspace(app: &AppHandle, training: &Training) {
    // A window that is not there yet asks for it when it comes.
    drop(app.emit(WORKSPACE, training.workspace()));
}
