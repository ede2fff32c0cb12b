//! Replacing and renaming in the open workspace.

use super::everywhere::{self, NotReplaced};
use super::renaming;
use crate::contract::{
    AppError, ErrorCode, FindRequest, FindView, RenameRequest, RenameView, ReplaceRequest,
    Replaced, Words,
};
use crate::training::Training;
use crate::vocabulary::{FileText, number};
use yingda_content::{BeijingTime, Language};
use yingda_workspace::{Change, VersionId};

impl Training {
    /// Every place that would be replaced.
    ///
    /// # Errors
    /// Without an open workspace or a loaded library.
    pub fn find_everywhere(&self, request: &FindRequest) -> Result<FindView, AppError> {
        let open = self.open()?;
        let library = &self.snapshot()?.library;
        Ok(everywhere::find(open.workspace.folder(), library, request))
    }

    /// Replaces chosen places as one act.
    ///
    /// # Errors
    /// [`ErrorCode::ChangedMeanwhile`] when a file is not what was shown, [`ErrorCode::WorkspaceRefused`] when an entry
    /// could not be read any more, and whatever saving meets; nothing is written then.
    pub fn replace_everywhere(
        &self,
        request: &ReplaceRequest,
        now: BeijingTime,
    ) -> Result<Replaced, AppError> {
        let open = self.open()?;
        let library = &self.snapshot()?.library;
        let files = everywhere::files(open.workspace.folder(), library, request);
        let files = files.map_err(|refused| match refused {
            NotReplaced::Changed { file } => AppError::new(ErrorCode::ChangedMeanwhile, file),
            NotReplaced::Refused { title, why } => self.said(&Words {
                zh: format!("《{title}》：{}", why.zh),
                en: format!("“{title}”: {}", why.en),
            }),
            NotReplaced::Nothing => self.said(&Words {
                zh: "没有选中要替换的地方。".to_owned(),
                en: "No place was chosen.".to_owned(),
            }),
        })?;
        let (find, replace) = (&request.find.find, &request.find.replace);
        let message = format!("全文替换：「{find}」改为「{replace}」，{} 条", files.len());
        self.write(files, &message, now)
    }

    /// What another id of an entry changes.
    ///
    /// # Errors
    /// Without an open workspace or a loaded library.
    pub fn preview_rename(&self, request: &RenameRequest) -> Result<RenameView, AppError> {
        let open = self.open()?;
        let library = &self.snapshot()?.library;
        Ok(renaming::preview(open.workspace.folder(), library, request))
    }

    /// Gives an entry another id, with everything that names it, as one act.
    ///
    /// # Errors
    /// [`ErrorCode::WorkspaceRefused`] when it can't have that id, and whatever saving meets; nothing is written then.
    pub fn rename_entry(
        &self,
        request: &RenameRequest,
        now: BeijingTime,
    ) -> Result<Replaced, AppError> {
        let open = self.open()?;
        let library = &self.snapshot()?.library;
        let files = renaming::files(open.workspace.folder(), library, request)
            .map_err(|refused| self.said(&refused.words()))?;
        let message = format!("改编号：{} 改为 {}", request.id, request.to.trim());
        self.write(files, &message, now)
    }

    /// Takes such an act back.
    ///
    /// # Errors
    /// When something later touched its files, and whatever saving meets.
    pub fn undo_replacing(&self, version: &str, now: BeijingTime) -> Result<(), AppError> {
        let Some(version) = VersionId::parse(version) else {
            return Err(AppError::new(ErrorCode::WorkspaceRefused, version));
        };
        self.undo(&version, "撤销全文替换或改编号", now).map(drop)
    }

    fn write(
        &self,
        files: Vec<FileText>,
        message: &str,
        now: BeijingTime,
    ) -> Result<Replaced, AppError> {
        let changes: Vec<Change> = files.into_iter().map(FileText::into_change).collect();
        let saved = self.save(&changes, message, now)?;
        Ok(Replaced {
            version: saved.version.id.to_string(),
            files: number(saved.version.files.len()),
        })
    }

    fn said(&self, words: &Words) -> AppError {
        let sentence = match self.language() {
            Language::Chinese => &words.zh,
            Language::English => &words.en,
        };
        AppError::new(ErrorCode::WorkspaceRefused, sentence.clone())
    }
}
