//! The editor of the trainer's desk.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use yingda_app::contract::{
    AppError, CheckRequest, Checked, CreateRequest, DeleteRequest, EntryList, EntryRow,
    FormRequest, KeepRequest, OpenedFile, SaveOutcome, SaveRequest,
};
use yingda_app::editing;

#[tauri::command(async)]
pub(crate) fn editing_list(training: Trainers<'_>) -> Result<EntryList, AppError> {
    guarded("editing_list", || editing::list(&training, now()))
}

#[tauri::command(async)]
pub(crate) fn editing_open(
    training: Trainers<'_>,
    request: String,
) -> Result<OpenedFile, AppError> {
    guarded("editing_open", || editing::open(&training, &request, now()))
}

#[tauri::command(async)]
pub(crate) fn editing_check(
    training: Trainers<'_>,
    request: CheckRequest,
) -> Result<Checked, AppError> {
    guarded("editing_check", || {
        editing::checked(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn editing_save(
    training: Trainers<'_>,
    request: SaveRequest,
) -> Result<SaveOutcome, AppError> {
    guarded("editing_save", || editing::save(&training, &request, now()))
}

#[tauri::command(async)]
pub(crate) fn editing_form(
    training: Trainers<'_>,
    request: FormRequest,
) -> Result<String, AppError> {
    guarded("editing_form", || {
        editing::change(&request.text, &request.change, training.language())
    })
}

#[tauri::command(async)]
pub(crate) fn editing_create(
    training: Trainers<'_>,
    request: CreateRequest,
) -> Result<EntryRow, AppError> {
    guarded("editing_create", || {
        editing::create(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn editing_duplicate(
    training: Trainers<'_>,
    request: String,
) -> Result<EntryRow, AppError> {
    guarded("editing_duplicate", || {
        editing::duplicate(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn editing_delete(
    training: Trainers<'_>,
    request: DeleteRequest,
) -> Result<(), AppError> {
    guarded("editing_delete", || {
        editing::delete(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn editing_keep(
    training: Trainers<'_>,
    request: KeepRequest,
) -> Result<String, AppError> {
    guarded("editing_keep", || editing::keep(&training, &request, now()))
}

#[tauri::command(async)]
pub(crate) fn editing_forget(training: Trainers<'_>, request: String) -> Result<(), AppError> {
    guarded("editing_forget", || editing::forget(&training, &request))
}
