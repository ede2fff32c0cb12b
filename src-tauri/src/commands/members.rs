//! The lists of a workspace: who works there, and which offices approve what.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::{Trainers, tell_of_workspace};
use crate::boundary::{guarded, now};
use tauri::AppHandle;
use yingda_app::contract::{AppError, MembersSaved, MembersTrial, MembersView, RowEdit};

#[tauri::command(async)]
pub(crate) fn members(training: Trainers<'_>) -> Result<MembersView, AppError> {
    guarded("members", || training.members())
}

#[tauri::command(async)]
pub(crate) fn try_members(
    training: Trainers<'_>,
    request: Vec<RowEdit>,
) -> Result<MembersTrial, AppError> {
    guarded("try_members", || training.try_members(&request))
}

#[tauri::command(async)]
pub(crate) fn save_members(
    app: AppHandle,
    training: Trainers<'_>,
    request: Vec<RowEdit>,
) -> Result<MembersSaved, AppError> {
    guarded("save_members", || {
        let saved = training.save_members(&request, now())?;
        tell_of_workspace(&app, &training);
        Ok(saved)
    })
}

#[tauri::command(async)]
pub(crate) fn undo_members(
    app: AppHandle,
    training: Trainers<'_>,
    request: String,
) -> Result<MembersView, AppError> {
    guarded("undo_members", || {
        let view = training.undo_members(&request, now())?;
        tell_of_workspace(&app, &training);
        Ok(view)
    })
}
