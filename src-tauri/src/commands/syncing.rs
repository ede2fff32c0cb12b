//! 同步 with colleagues, and what two people wrote differently.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::{Trainers, tell_of_workspace};
use crate::boundary::{guarded, now};
use tauri::{AppHandle, State};
use yingda_app::SyncSession;
use yingda_app::contract::{AppError, ConflictDecision, ConflictView, SyncProgress, SyncView};

type Session<'a> = State<'a, SyncSession>;

#[tauri::command(async)]
pub(crate) fn sync_folder(training: Trainers<'_>) -> Result<String, AppError> {
    guarded("sync_folder", || training.sync_folder())
}

#[tauri::command(async)]
pub(crate) fn sync(
    app: AppHandle,
    training: Trainers<'_>,
    session: Session<'_>,
    request: String,
) -> Result<SyncView, AppError> {
    guarded("sync", || {
        let synced = session.sync(&training, &request, now());
        // What the person may do here may have come with it.
        tell_of_workspace(&app, &training);
        synced
    })
}

#[tauri::command(async)]
pub(crate) fn sync_progress(session: Session<'_>) -> Result<SyncProgress, AppError> {
    guarded("sync_progress", || Ok(session.progress()))
}

#[tauri::command(async)]
pub(crate) fn sync_stop(session: Session<'_>) -> Result<(), AppError> {
    guarded("sync_stop", || {
        session.stop();
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn sync_conflicts(training: Trainers<'_>) -> Result<Vec<ConflictView>, AppError> {
    guarded("sync_conflicts", || training.sync_conflicts())
}

#[tauri::command(async)]
pub(crate) fn resolve_conflicts(
    training: Trainers<'_>,
    request: Vec<ConflictDecision>,
) -> Result<SyncView, AppError> {
    guarded("resolve_conflicts", || {
        training.resolve_conflicts(&request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn abandon_sync(training: Trainers<'_>) -> Result<(), AppError> {
    guarded("abandon_sync", || training.abandon_sync())
}
