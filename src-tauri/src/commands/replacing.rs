//! 全文替换 and 改编号.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use yingda_app::contract::{
    AppError, FindRequest, FindView, RenameRequest, RenameView, ReplaceRequest, Replaced,
};

#[tauri::command(async)]
pub(crate) fn find_everywhere(
    training: Trainers<'_>,
    request: FindRequest,
) -> Result<FindView, AppError> {
    guarded("find_everywhere", || training.find_everywhere(&request))
}

#[tauri::command(async)]
pub(crate) fn replace_everywhere(
    training: Trainers<'_>,
    request: ReplaceRequest,
) -> Result<Replaced, AppError> {
    guarded("replace_everywhere", || {
        training.replace_everywhere(&request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn preview_rename(
    training: Trainers<'_>,
    request: RenameRequest,
) -> Result<RenameView, AppError> {
    guarded("preview_rename", || training.preview_rename(&request))
}

#[tauri::command(async)]
pub(crate) fn rename_entry(
    training: Trainers<'_>,
    request: RenameRequest,
) -> Result<Replaced, AppError> {
    guarded("rename_entry", || training.rename_entry(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn undo_replacing(training: Trainers<'_>, request: String) -> Result<(), AppError> {
    guarded("undo_replacing", || {
        training.undo_replacing(&request, now())
    })
}
