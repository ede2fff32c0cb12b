//! 词库: the customer's words, the test search and the bench.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Trainers;
use crate::boundary::{guarded, now};
use tauri::State;
use yingda_app::contract::{
    AppError, BenchMark, BenchProgress, BenchRequest, KeptWords, TrialRequest, TrialView,
    VocabularyEdits, VocabularyView,
};
use yingda_app::vocabulary::VocabularySession;

type Session<'a> = State<'a, VocabularySession>;

#[tauri::command(async)]
pub(crate) fn vocabulary(
    training: Trainers<'_>,
    session: Session<'_>,
) -> Result<VocabularyView, AppError> {
    guarded("vocabulary", || session.show(&training))
}

#[tauri::command(async)]
pub(crate) fn try_vocabulary(
    training: Trainers<'_>,
    session: Session<'_>,
    request: TrialRequest,
) -> Result<TrialView, AppError> {
    guarded("try_vocabulary", || {
        session.try_here(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn save_vocabulary(
    training: Trainers<'_>,
    session: Session<'_>,
    request: VocabularyEdits,
) -> Result<VocabularyView, AppError> {
    guarded("save_vocabulary", || {
        session.save(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn keep_vocabulary(
    training: Trainers<'_>,
    session: Session<'_>,
    request: VocabularyEdits,
) -> Result<(), AppError> {
    guarded("keep_vocabulary", || {
        session.keep(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn kept_vocabulary(
    training: Trainers<'_>,
    session: Session<'_>,
) -> Result<Option<KeptWords>, AppError> {
    guarded("kept_vocabulary", || session.kept(&training))
}

#[tauri::command(async)]
pub(crate) fn bench_step(
    training: Trainers<'_>,
    session: Session<'_>,
    request: BenchRequest,
) -> Result<BenchProgress, AppError> {
    guarded("bench_step", || {
        session.bench_here(&training, &request, now())
    })
}

#[tauri::command(async)]
pub(crate) fn mark_bench(
    training: Trainers<'_>,
    session: Session<'_>,
) -> Result<BenchMark, AppError> {
    guarded("mark_bench", || session.mark_here(&training, now()))
}

#[tauri::command(async)]
pub(crate) fn leave_vocabulary(session: Session<'_>) -> Result<(), AppError> {
    guarded("leave_vocabulary", || {
        session.rest();
        Ok(())
    })
}
