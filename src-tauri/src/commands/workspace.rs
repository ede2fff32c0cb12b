//! Opening and closing a workspace, and the system's own dialogs for files and folders.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::{Trainers, tell_of_workspace};
use crate::boundary::{guarded, now};
use crate::desk_window;
use std::sync::Arc;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};
use yingda_app::contract::{AppError, Choose, OpenWorkspace, WorkspaceView};

#[tauri::command(async)]
pub(crate) fn workspace(training: Trainers<'_>) -> Result<Option<WorkspaceView>, AppError> {
    guarded("workspace", || Ok(training.workspace()))
}

#[tauri::command(async)]
pub(crate) fn open_workspace(
    app: AppHandle,
    training: Trainers<'_>,
    request: OpenWorkspace,
) -> Result<WorkspaceView, AppError> {
    guarded("open_workspace", || {
        let view = training.open_workspace(&request, now())?;
        tell_of_workspace(&app, &training);
        desk_window::understand_in_background(app, Arc::clone(training.desk()));
        Ok(view)
    })
}

#[tauri::command(async)]
pub(crate) fn close_workspace(app: AppHandle, training: Trainers<'_>) -> Result<(), AppError> {
    guarded("close_workspace", || {
        training.close_workspace();
        tell_of_workspace(&app, &training);
        desk_window::understand_in_background(app, Arc::clone(training.desk()));
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn close_window(app: AppHandle) -> Result<(), AppError> {
    guarded("close_window", || {
        desk_window::close(&app);
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn choose(app: AppHandle, request: Choose) -> Result<Vec<String>, AppError> {
    guarded("choose", || {
        let dialog = app.dialog().file();
        let chosen = match request {
            Choose::Folder => dialog.blocking_pick_folder().into_iter().collect(),
            Choose::Files => dialog.blocking_pick_files().unwrap_or_default(),
            Choose::SaveAs(name) => dialog
                .set_file_name(name)
                .blocking_save_file()
                .into_iter()
                .collect(),
        };
        Ok(chosen.iter().map(FilePath::to_string).collect())
    })
}
