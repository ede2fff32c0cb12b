//! Answering a gap: an alias, a draft, or nothing; and taking that back.

use super::gaps::alias_of;
use crate::contract::{AppError, ErrorCode, GapAlias, GapDone};
use crate::training::Training;
use yingda_content::BeijingTime;
use yingda_content::sheet::{Setting, set};
use yingda_desk::Settled;
use yingda_workspace::{Change, VersionId};

impl Training {
    /// Makes a gap an alias of an entry, as one act. An entry that has it already is only noted.
    ///
    /// # Errors
    /// Without a workspace or such an entry, when the file can't be changed, or the workspace refuses.
    pub fn gap_to_alias(&self, gap: &GapAlias, now: BeijingTime) -> Result<GapDone, AppError> {
        let open = self.open()?;
        let snapshot = self.snapshot()?;
        let entry = snapshot
            .entry(&gap.id)
            .ok_or_else(|| AppError::new(ErrorCode::EntryUnknown, gap.id.clone()))?;
        let alias = said(&gap.words)?;
        let mut version = None;
        if entry.title != alias && !entry.aliases.contains(&alias) {
            let before = open
                .workspace
                .text(&entry.file)
                .map_err(|fault| self.refused(&fault))?;
            let mut aliases = entry.aliases.clone();
            aliases.push(alias.clone());
            let text = before.as_deref().unwrap_or_default();
            let after = set(text, &[Setting::Aliases(&aliases)]).map_err(|fault| {
                AppError::new(ErrorCode::WorkspaceRefused, fault.what(self.language()))
            })?;
            let change = Change {
                file: entry.file.clone(),
                before,
                after: Some(after),
            };
            let message = format!("把「{alias}」加为「{}」的别名", entry.title);
            version = Some(self.save(&[change], &message, now)?.version.id.to_string());
        }
        self.settle(&gap.words, Settled::Alias, Some(&gap.id), now)?;
        Ok(GapDone {
            words: gap.words.clone(),
            version,
            entry: Some(gap.id.clone()),
        })
    }

    /// Begins an entry for a gap, as a draft with its words as the title.
    ///
    /// # Errors
    /// Without a workspace, or when it refuses.
    pub fn gap_to_draft(&self, words: &str, now: BeijingTime) -> Result<GapDone, AppError> {
        let open = self.open()?;
        let title = said(words)?;
        let snapshot = self.snapshot()?;
        let day = crate::standing::day(now.date());
        let id = |number: u32| format!("gap-{day}-{number}");
        let file = |id: &str| format!("entries/{id}.md");
        let is_free = |id: &String| {
            let written = open.workspace.text(&file(id));
            snapshot.entry(id).is_none() && written.is_ok_and(|text| text.is_none())
        };
        let id = (1..=10_000).map(id).find(is_free);
        let id = id.ok_or_else(|| AppError::new(ErrorCode::Internal, "gap_to_draft"))?;
        let change = Change {
            file: file(&id),
            before: None,
            after: Some(draft(&id, &title)),
        };
        let message = format!("为缺口「{title}」新建草稿");
        let saved = self.save(&[change], &message, now)?;
        self.settle(words, Settled::Draft, Some(&id), now)?;
        Ok(GapDone {
            words: words.to_owned(),
            version: Some(saved.version.id.to_string()),
            entry: Some(id),
        })
    }

    /// Takes back what was done with a gap: its version, and that it was settled.
    ///
    /// # Errors
    /// When something later touched the file, or the record can't be written.
    pub fn undo_gap(&self, done: &GapDone, now: BeijingTime) -> Result<(), AppError> {
        if let Some(version) = &done.version {
            let version = VersionId::parse(version)
                .ok_or_else(|| AppError::new(ErrorCode::Internal, "undo_gap"))?;
            let message = format!("撤销：缺口「{}」", alias_of(&done.words));
            self.undo(&version, &message, now)?;
        }
        self.desk().reopen_gap(&done.words)
    }

    fn settle(
        &self,
        words: &str,
        how: Settled,
        entry: Option<&str>,
        now: BeijingTime,
    ) -> Result<(), AppError> {
        let (words, entry) = (words.to_owned(), entry.map(str::to_owned));
        self.desk()
            .ask_record(move |store| store.settle(&words, how, entry.as_deref(), now))
    }
}

/// The words of a gap as a customer says them; they must be there.
fn said(words: &str) -> Result<String, AppError> {
    let alias = alias_of(words);
    if alias.is_empty() {
        return Err(AppError::new(ErrorCode::Internal, "a gap without words"));
    }
    Ok(alias)
}

/// A draft that has a title and the place for its wording. The title holds nothing but words of the vocabulary, blanks
/// and letters, so that it needs no quotes; those are put for the words YAML takes for something else.
fn draft(id: &str, title: &str) -> String {
    format!("---\nid: {id}\nkind: faq\ntitle: \"{title}\"\nstatus: draft\n---\n## 可直接说\n\n")
}
