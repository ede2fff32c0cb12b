//! Four eyes: the review of an entry, its history, what other programs changed.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use yingda_app::contract::{
    AppError, DifferenceView, LineView, OutsideView, ReviewDone, ReviewRequest, ReviewView,
    VersionRequest, VersionView, WaitingView,
};

#[tauri::command(async)]
pub(crate) fn review(training: Trainers<'_>, request: String) -> Result<ReviewView, AppError> {
    guarded("review", || training.review(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn review_history(
    training: Trainers<'_>,
    request: String,
) -> Result<Vec<VersionView>, AppError> {
    guarded("review_history", || training.review_history(&request))
}

#[tauri::command(async)]
pub(crate) fn review_version(
    training: Trainers<'_>,
    request: VersionRequest,
) -> Result<DifferenceView, AppError> {
    guarded("review_version", || training.review_version(&request))
}

#[tauri::command(async)]
pub(crate) fn review_lines(
    training: Trainers<'_>,
    request: String,
) -> Result<Vec<LineView>, AppError> {
    guarded("review_lines", || training.review_lines(&request))
}

#[tauri::command(async)]
pub(crate) fn review_do(
    training: Trainers<'_>,
    request: ReviewRequest,
) -> Result<ReviewDone, AppError> {
    guarded("review_do", || training.review_do(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn review_undo(training: Trainers<'_>, request: String) -> Result<(), AppError> {
    guarded("review_undo", || training.review_undo(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn review_waiting(training: Trainers<'_>) -> Result<Vec<WaitingView>, AppError> {
    guarded("review_waiting", || training.review_waiting())
}

#[tauri::command(async)]
pub(crate) fn outside_changes(training: Trainers<'_>) -> Result<Vec<OutsideView>, AppError> {
    guarded("outside_changes", || training.outside_changes())
}

#[tauri::command(async)]
pub(crate) fn keep_outside(training: Trainers<'_>) -> Result<(), AppError> {
    guarded("keep_outside", || training.keep_outside(now()))
}

#[tauri::command(async)]
pub(crate) fn discard_outside(
    training: Trainers<'_>,
    request: Vec<String>,
) -> Result<String, AppError> {
    guarded("discard_outside", || {
        training.discard_outside(&request, now())
    })
}
