//! 导入 and 导出: documents in and out of the open workspace.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use tauri::State;
use yingda_app::contract::{
    AppError, ExportRequest, ImportChoice, ImportDone, ImportProgress, ImportRequest, ImportedFile,
};
use yingda_app::importing::{self, ImportSession};

type Session<'a> = State<'a, ImportSession>;

#[tauri::command(async)]
pub(crate) fn import_read(
    training: Trainers<'_>,
    session: Session<'_>,
    request: ImportRequest,
) -> Result<ImportedFile, AppError> {
    guarded("import_read", || session.read(&training, &request))
}

#[tauri::command(async)]
pub(crate) fn import_progress(session: Session<'_>) -> Result<ImportProgress, AppError> {
    guarded("import_progress", || Ok(session.progress()))
}

#[tauri::command(async)]
pub(crate) fn import_stop(session: Session<'_>) -> Result<(), AppError> {
    guarded("import_stop", || {
        session.stop();
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn import_forget(session: Session<'_>, request: String) -> Result<(), AppError> {
    guarded("import_forget", || {
        session.forget(&request);
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn import_accept(
    training: Trainers<'_>,
    session: Session<'_>,
    request: Vec<ImportChoice>,
) -> Result<ImportDone, AppError> {
    guarded("import_accept", || {
        session.accept(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn import_undo(
    training: Trainers<'_>,
    session: Session<'_>,
    request: String,
) -> Result<(), AppError> {
    guarded("import_undo", || session.undo(&training, &request, now()))
}

#[tauri::command(async)]
pub(crate) fn export_entries(
    training: Trainers<'_>,
    request: ExportRequest,
) -> Result<u32, AppError> {
    guarded("export_entries", || {
        importing::export(&training, &request, now())
    })
}
