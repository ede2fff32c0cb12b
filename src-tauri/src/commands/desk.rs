//! Finding, opening, copying, choosing.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use crate::clipboard::Clipboard;
use crate::window::DeskWindow;
use crate::{desk_window, uses};
use std::sync::Arc;
use tauri::{AppHandle, State};
use yingda_app::contract::{
    AppError, CopyReceipt, CopyRequest, EntryRequest, EntryView, ProblemView, SearchRequest,
    SearchResponse, Settings, StartView, Status,
};

#[tauri::command(async)]
pub(crate) fn search(desk: Shared<'_>, request: SearchRequest) -> Result<SearchResponse, AppError> {
    guarded("search", || desk.search(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn search_meaning(
    desk: Shared<'_>,
    request: SearchRequest,
) -> Result<Option<SearchResponse>, AppError> {
    guarded("search_meaning", || desk.search_meaning(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn start(desk: Shared<'_>) -> Result<StartView, AppError> {
    guarded("start", || desk.start(now()))
}

#[tauri::command(async)]
pub(crate) fn entry(desk: Shared<'_>, request: EntryRequest) -> Result<EntryView, AppError> {
    guarded("entry", || desk.entry(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn opened(desk: Shared<'_>, request: String) -> Result<(), AppError> {
    guarded("opened", || {
        desk.opened(&request, now())?;
        uses::keep_behind(&desk);
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn copy_entry(
    clipboard: State<'_, Clipboard>,
    desk: Shared<'_>,
    request: CopyRequest,
) -> Result<CopyReceipt, AppError> {
    guarded("copy_entry", || {
        let receipt = desk.copy(&request, now())?;
        uses::keep_behind(&desk);
        clipboard.put(&receipt.text)?;
        Ok(receipt)
    })
}

#[tauri::command(async)]
pub(crate) fn status(desk: Shared<'_>) -> Result<Status, AppError> {
    guarded("status", || Ok(desk.status()))
}

#[tauri::command(async)]
pub(crate) fn problems(desk: Shared<'_>) -> Result<Vec<ProblemView>, AppError> {
    guarded("problems", || Ok(desk.problems()))
}

#[tauri::command(async)]
pub(crate) fn settings(desk: Shared<'_>) -> Result<Settings, AppError> {
    guarded("settings", || Ok(desk.settings()))
}

#[tauri::command(async)]
pub(crate) fn save_settings(
    app: AppHandle,
    window: State<'_, Arc<DeskWindow>>,
    desk: Shared<'_>,
    request: Settings,
) -> Result<Settings, AppError> {
    guarded("save_settings", || {
        desk.save_settings(&request)?;
        desk_window::scale(&app, &request);
        window.chosen(&request);
        Ok(request)
    })
}

#[tauri::command(async)]
pub(crate) fn forget_use(desk: Shared<'_>) -> Result<(), AppError> {
    guarded("forget_use", || desk.forget_use())
}

#[tauri::command(async)]
pub(crate) fn reload(app: AppHandle, desk: Shared<'_>) -> Result<Status, AppError> {
    guarded("reload", || {
        desk_window::load(&app, &desk);
        desk_window::understand_in_background(app, Arc::clone(&desk));
        Ok(desk.status())
    })
}
