//! The vocabulary of the open workspace: shown, tried and saved through the trainer's side.

use super::draft::FileText;
use super::place::number;
use super::session::VocabularySession;
use super::unsaved;
use super::view::view;
use crate::contract::{
    AppError, BenchMark, BenchProgress, BenchRequest, ErrorCode, TrialRequest, TrialView,
    VocabularyEdits, VocabularyView, Words,
};
use crate::training::Training;
use yingda_content::table::Table;
use yingda_content::{BeijingTime, Language};
use yingda_workspace::Change;

impl VocabularySession {
    /// Everything that can be changed, as it is saved.
    ///
    /// # Errors
    /// Without an open workspace or a loaded library.
    pub fn show(&self, training: &Training) -> Result<VocabularyView, AppError> {
        let open = training.open()?;
        Ok(view(open.workspace.folder(), &training.snapshot()?.library))
    }

    /// What edits would do; see [`Self::try_edits`].
    ///
    /// # Errors
    /// As [`Self::show`], with a query that is too long, or when the index in memory can't be made.
    pub fn try_here(
        &self,
        training: &Training,
        request: &TrialRequest,
        now: BeijingTime,
    ) -> Result<TrialView, AppError> {
        let open = training.open()?;
        self.try_edits(open.workspace.folder(), training.snapshot()?, request, now)
    }

    /// Saves edits as one act.
    ///
    /// # Errors
    /// [`ErrorCode::WorkspaceRefused`] when an edit can't be saved as it is, and whatever saving meets; nothing is
    /// written then.
    pub fn save(
        &self,
        training: &Training,
        edits: &VocabularyEdits,
        now: BeijingTime,
    ) -> Result<VocabularyView, AppError> {
        let open = training.open()?;
        let snapshot = training.snapshot()?;
        let files = self
            .files(open.workspace.folder(), &snapshot, edits)
            .map_err(|refused| said(training, &refused.words()))?;
        let changes: Vec<Change> = files.into_iter().map(FileText::into_change).collect();
        training.save(&changes, &message(edits), now)?;
        // Saved they are; a copy that stays would only offer them again.
        drop(unsaved::forget(training));
        self.show(training)
    }

    /// Runs the next part of the bench; see [`Self::bench_step`].
    ///
    /// # Errors
    /// As [`Self::try_here`].
    pub fn bench_here(
        &self,
        training: &Training,
        request: &BenchRequest,
        now: BeijingTime,
    ) -> Result<BenchProgress, AppError> {
        let open = training.open()?;
        self.bench_step(open.workspace.folder(), training.snapshot()?, request, now)
    }

    /// Keeps the last whole run as what later ones are compared with.
    ///
    /// # Errors
    /// [`ErrorCode::WorkspaceRefused`] without a whole run over the saved words, or when the mark can't be written.
    pub fn mark_here(&self, training: &Training, now: BeijingTime) -> Result<BenchMark, AppError> {
        let open = training.open()?;
        self.mark(open.workspace.folder(), now)
            .map_err(|refused| said(training, &refused.words()))
    }
}

fn said(training: &Training, words: &Words) -> AppError {
    let sentence = match training.language() {
        Language::Chinese => &words.zh,
        Language::English => &words.en,
    };
    AppError::new(ErrorCode::WorkspaceRefused, sentence.clone())
}

/// What the history says: `改词库：别名与权重 2 条、同义词 1 行`.
fn message(edits: &VocabularyEdits) -> String {
    let rows = |table: Table| {
        let of_table = |row: &&crate::contract::RowEdit| Table::of_file(&row.file) == Some(table);
        number(edits.rows.iter().filter(of_table).count())
    };
    let parts = [
        ("别名与权重", number(edits.entries.len()), "条"),
        ("同义词", rows(Table::Synonyms), "组"),
        ("用户词典", rows(Table::Words), "个"),
        ("读音", rows(Table::Readings), "个"),
        ("评测问句", rows(Table::Judged), "句"),
    ];
    let said = parts.iter().filter(|(_, count, _)| *count > 0);
    let said: Vec<String> = said
        .map(|(name, count, measure)| format!("{name} {count} {measure}"))
        .collect();
    format!("改词库：{}", said.join("、"))
}

#[cfg(test)]
mod tests {
    use super::message;
    use crate::contract::{RowEdit, VocabularyEdits};

    #[test]
    fn the_history_says_which_words_were_changed_and_how_many() {
        let row = |file: &str| RowEdit {
            file: file.to_owned(),
            line: None,
            was: String::new(),
            cells: None,
        };
        let edits = VocabularyEdits {
            entries: Vec::new(),
            rows: vec![
                row("vocabulary/synonyms.tsv"),
                row("judged/daily.tsv"),
                row("judged/hard.tsv"),
            ],
        };
        assert_eq!(message(&edits), "改词库：同义词 1 组、评测问句 2 句");
    }
}
