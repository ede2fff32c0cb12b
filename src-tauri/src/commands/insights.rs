//! Insights: what agents did not find, and what is done about it.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::{Shared, Trainers};
use crate::boundary::{guarded, now};
use std::path::Path;
use yingda_app::contract::{AppError, GapAlias, GapDone, InsightsView, OutboxMerge};

#[tauri::command(async)]
pub(crate) fn insights(desk: Shared<'_>, request: u16) -> Result<InsightsView, AppError> {
    guarded("insights", || desk.insights(request, now()))
}

#[tauri::command(async)]
pub(crate) fn gap_to_alias(training: Trainers<'_>, request: GapAlias) -> Result<GapDone, AppError> {
    guarded("gap_to_alias", || training.gap_to_alias(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn gap_to_draft(training: Trainers<'_>, request: String) -> Result<GapDone, AppError> {
    guarded("gap_to_draft", || training.gap_to_draft(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn set_gap_aside(desk: Shared<'_>, request: String) -> Result<GapDone, AppError> {
    guarded("set_gap_aside", || desk.set_gap_aside(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn undo_gap(training: Trainers<'_>, request: GapDone) -> Result<(), AppError> {
    guarded("undo_gap", || training.undo_gap(&request, now()))
}

#[tauri::command(async)]
pub(crate) fn merge_outboxes(
    desk: Shared<'_>,
    request: Vec<String>,
) -> Result<Vec<OutboxMerge>, AppError> {
    guarded("merge_outboxes", || desk.merge_outboxes(&request))
}

#[tauri::command(async)]
pub(crate) fn write_outbox(desk: Shared<'_>, request: String) -> Result<u32, AppError> {
    guarded("write_outbox", || {
        desk.write_outbox(Path::new(&request), now())
    })
}
