//! What was done at the desk, as the page tells it.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use yingda_app::contract::{AppError, ReportNote, SearchNote};

#[tauri::command(async)]
pub(crate) fn searched(desk: Shared<'_>, request: SearchNote) -> Result<(), AppError> {
    guarded("searched", || {
        desk.searched(&request, now());
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn report(desk: Shared<'_>, request: ReportNote) -> Result<i64, AppError> {
    guarded("report", || desk.report(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn take_back_report(desk: Shared<'_>, request: i64) -> Result<(), AppError> {
    guarded("take_back_report", || desk.take_back_report(request))
}
