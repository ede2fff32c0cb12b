//! Announcements.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use yingda_app::contract::{AppError, NewsRead, NewsView};

#[tauri::command(async)]
pub(crate) fn news(desk: Shared<'_>) -> Result<NewsView, AppError> {
    guarded("news", || desk.news(now()))
}

#[tauri::command(async)]
pub(crate) fn read_news(desk: Shared<'_>, request: NewsRead) -> Result<NewsView, AppError> {
    guarded("read_news", || desk.read_news(&request, now()))
}
