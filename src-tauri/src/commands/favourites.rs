//! What a person marks and notes for themselves.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use yingda_app::contract::{
    AppError, EntryNoteRequest, EntryNoteView, FavouriteMark, FavouriteView,
};

#[tauri::command(async)]
pub(crate) fn favourites(desk: Shared<'_>) -> Result<Vec<FavouriteView>, AppError> {
    guarded("favourites", || desk.favourites(now()))
}

#[tauri::command(async)]
pub(crate) fn keep_favourites(
    desk: Shared<'_>,
    request: Vec<FavouriteMark>,
) -> Result<Vec<FavouriteView>, AppError> {
    guarded("keep_favourites", || desk.keep_favourites(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn entry_note(
    desk: Shared<'_>,
    request: String,
) -> Result<Option<EntryNoteView>, AppError> {
    guarded("entry_note", || desk.entry_note(&request))
}

#[tauri::command(async)]
pub(crate) fn keep_entry_note(
    desk: Shared<'_>,
    request: EntryNoteRequest,
) -> Result<Option<EntryNoteView>, AppError> {
    guarded("keep_entry_note", || desk.keep_entry_note(&request, now()))
}
