//! 同步 with colleagues, and what two people wrote differently.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::{Trainers, tell_of_workspace};
use crate::boundary::{guarded, now};
use tauri::AppHandle;
use yingda_app::contract::{AppError, ConflictDecision, ConflictView, SyncView};

#[tauri::command(async)]
pub(crate) fn sync_folder(training: Trainers<'_>) -> Result<String, AppError> {
    guarded("sync_folder", || training.sync_folder())
}

#[tauri::command(async)]
pub(crate) fn sync(
    app: AppHandle,
    training: Trainers<'_>,
    request: String,
) -> Result<SyncView, AppError> {
    guarded("sync", || {
        let synced = training.sync(&request, now());
        // What the person may do here may have come with it.
        tell_of_workspace(&app, &training);
        synced
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
