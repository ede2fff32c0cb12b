//! Calls: written up, ended, taken back.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use crate::clipboard::Clipboard;
use tauri::State;
use yingda_app::contract::{AppError, CallNotes, CallText, CallTextRequest};

#[tauri::command(async)]
pub(crate) fn call_text(desk: Shared<'_>, request: CallTextRequest) -> Result<CallText, AppError> {
    guarded("call_text", || desk.call_text(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn copy_call_text(
    clipboard: State<'_, Clipboard>,
    desk: Shared<'_>,
    request: CallTextRequest,
) -> Result<CallText, AppError> {
    guarded("copy_call_text", || {
        let written = desk.call_text(&request, now())?;
        clipboard.put(&written.text)?;
        Ok(written)
    })
}

#[tauri::command(async)]
pub(crate) fn end_call(desk: Shared<'_>, request: CallNotes) -> Result<Option<i64>, AppError> {
    guarded("end_call", || desk.end_call(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn reopen_call(desk: Shared<'_>, request: i64) -> Result<(), AppError> {
    guarded("reopen_call", || desk.reopen_call(request))
}

#[tauri::command(async)]
pub(crate) fn forget_call_notes(desk: Shared<'_>) -> Result<(), AppError> {
    guarded("forget_call_notes", || desk.forget_call_notes())
}
