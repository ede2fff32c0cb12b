//! The window itself: its shape, hiding, ending.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use crate::boundary::guarded;
use crate::window::DeskWindow;
use std::sync::Arc;
use tauri::{State, WebviewWindow};
use yingda_app::contract::{AppError, DockSide, ErrorCode, WindowMode, WindowView};

type Own<'a> = State<'a, Arc<DeskWindow>>;

#[tauri::command(async)]
pub(crate) fn window(window: Own<'_>) -> Result<WindowView, AppError> {
    guarded("window", || Ok(window.view()))
}

#[tauri::command(async)]
pub(crate) fn set_window_mode(
    window: Own<'_>,
    request: WindowMode,
) -> Result<WindowView, AppError> {
    guarded("set_window_mode", || Ok(window.set_mode(request)))
}

#[tauri::command(async)]
pub(crate) fn dock_window(window: Own<'_>, request: DockSide) -> Result<WindowView, AppError> {
    guarded("dock_window", || Ok(window.dock(request)))
}

#[tauri::command(async)]
pub(crate) fn keep_on_top(window: Own<'_>, request: bool) -> Result<WindowView, AppError> {
    guarded("keep_on_top", || Ok(window.keep_on_top(request)))
}

#[tauri::command(async)]
pub(crate) fn hide_window(window: Own<'_>, request: Option<u32>) -> Result<(), AppError> {
    guarded("hide_window", || {
        window.go_away(request);
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn drawn(window: Own<'_>) -> Result<(), AppError> {
    guarded("drawn", || {
        window.drawn();
        Ok(())
    })
}

#[tauri::command(async)]
pub(crate) fn drag_window(webview: WebviewWindow) -> Result<(), AppError> {
    guarded("drag_window", || {
        let dragged = webview.start_dragging();
        dragged.map_err(|error| AppError::new(ErrorCode::Internal, error.to_string()))
    })
}

#[tauri::command(async)]
pub(crate) fn quit(window: Own<'_>) -> Result<(), AppError> {
    guarded("quit", || {
        window.quit();
        Ok(())
    })
}
