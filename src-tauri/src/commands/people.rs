//! Who sits at a shared computer.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use yingda_app::contract::{AppError, PeopleView};

#[tauri::command(async)]
pub(crate) fn people(training: Trainers<'_>) -> Result<PeopleView, AppError> {
    guarded("people", || training.people())
}

#[tauri::command(async)]
pub(crate) fn be_person(training: Trainers<'_>, request: String) -> Result<PeopleView, AppError> {
    guarded("be_person", || training.be_person(&request, now()))
}
