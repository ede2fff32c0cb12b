//! The editor over an open workspace. Whatever is written goes through [`Training::save`].

use super::rows::Beside;
use super::{act, check, drafts, rows, settle, unsaved};
use crate::contract::{
    AppError, CheckRequest, Checked, CreateRequest, DeleteRequest, EntryList, EntryRow, ErrorCode,
    OpenedFile, SaveOutcome, SaveRequest,
};
use crate::training::{Open, Training};
use std::collections::BTreeMap;
use yingda_content::entry::Status;
use yingda_content::sheet::{self, SheetFault};
use yingda_content::{BeijingTime, read_entry};
use yingda_workspace::Change;

/// Versions that are looked through for who changed a file last.
const VERSIONS: usize = 1000;

/// Every entry and every unreadable file of the workspace.
///
/// # Errors
/// Without an open workspace, or when its history can't be read.
pub fn list(training: &Training, now: BeijingTime) -> Result<EntryList, AppError> {
    let open = training.open()?;
    let unsaved = unsaved::all(&open, training.language());
    let (unsaved, lost) = unsaved.map_err(|fault| training.refused(&fault))?;
    let beside = Beside {
        authors: authors(training, &open)?,
        unsaved,
        person: open.person.clone(),
    };
    Ok(EntryList {
        rows: rows::of(&*training.snapshot()?, &beside, now.date()),
        lost,
    })
}

/// A file as it lies in the workspace, with what was typed in it and not saved. One that is gone opens empty while there
/// is such typing.
///
/// # Errors
/// When it is not there, or can't be read as text.
pub fn open(training: &Training, file: &str, now: BeijingTime) -> Result<OpenedFile, AppError> {
    let workspace = training.open()?;
    let lies = text_of(training, file)?;
    let fingerprint = lies.as_deref().map(sheet::fingerprint).unwrap_or_default();
    let seen = lies.as_deref().unwrap_or_default();
    let recovered = unsaved::of_file(&workspace, file, seen, &fingerprint)
        .map_err(|fault| training.refused(&fault))?;
    if lies.is_none() && recovered.is_none() {
        return Err(AppError::new(ErrorCode::EntryUnknown, file));
    }
    let text = lies.unwrap_or_default();
    let request = CheckRequest {
        file: file.to_owned(),
        text: text.clone(),
    };
    Ok(OpenedFile {
        file: file.to_owned(),
        fingerprint,
        recovered,
        checked: check::check(&*training.snapshot()?, &request, Some(&text), now),
        text,
    })
}

/// What a text would be as an entry.
///
/// # Errors
/// Without an open workspace, or when the file that lies there can't be read as text.
pub fn checked(
    training: &Training,
    request: &CheckRequest,
    now: BeijingTime,
) -> Result<Checked, AppError> {
    let lies = text_of(training, &request.file)?;
    Ok(check::check(
        &*training.snapshot()?,
        request,
        lies.as_deref(),
        now,
    ))
}

/// Saves a text as one act, if the file still is what the typing started from. Errors in it do not stop it: what has
/// one is never approved.
///
/// # Errors
/// As [`Training::save`]. Nothing is written then.
pub fn save(
    training: &Training,
    request: &SaveRequest,
    now: BeijingTime,
) -> Result<SaveOutcome, AppError> {
    let open = training.open()?;
    let lies = text_of(training, &request.file)?;
    let fingerprint = lies.as_deref().map(sheet::fingerprint).unwrap_or_default();
    let before = match lies {
        Some(before) if fingerprint == request.base => before,
        other => return changed_meanwhile(training, &open, &request.file, other, fingerprint),
    };
    let settled = settle::settle(Some(&before), &request.text);
    let took_ms = if settled.text == before {
        0
    } else {
        let message = act::of_edit(&before, &settled.text, &request.file, training.language());
        let change = Change {
            file: request.file.clone(),
            before: Some(before),
            after: Some(settled.text.clone()),
        };
        training.save(&[change], &message, now)?.took_ms
    };
    // Saved is saved: a copy that can't be removed only offers itself once more.
    drop(unsaved::forget(training, &request.file));
    Ok(SaveOutcome::Saved {
        fingerprint: sheet::fingerprint(&settled.text),
        row: row_of(training, &open, &request.file, now)?,
        took_ms,
        reopened: settled.reopened,
        text: settled.text,
    })
}

/// Makes a draft from the template of its kind.
///
/// # Errors
/// As [`Training::save`].
pub fn create(
    training: &Training,
    request: &CreateRequest,
    now: BeijingTime,
) -> Result<EntryRow, AppError> {
    let snapshot = training.snapshot()?;
    let draft = drafts::from_template(&snapshot, request.kind, &request.title, now);
    add(training, draft, now)
}

/// Makes a draft with the wording of a text: a duplicate, or what a person keeps beside what somebody else saved.
///
/// # Errors
/// When front matter can't be read; else as [`Training::save`].
pub fn duplicate(training: &Training, text: &str, now: BeijingTime) -> Result<EntryRow, AppError> {
    let snapshot = training.snapshot()?;
    add(training, drafts::copy_of(&snapshot, text), now)
}

/// Deletes a draft that was never approved.
///
/// # Errors
/// [`ErrorCode::DraftsOnly`] for anything else; [`ErrorCode::ChangedMeanwhile`] when it is not what the person saw.
pub fn delete(
    training: &Training,
    request: &DeleteRequest,
    now: BeijingTime,
) -> Result<(), AppError> {
    let file = request.file.as_str();
    let Some(text) = text_of(training, file)? else {
        return Ok(());
    };
    if sheet::fingerprint(&text) != request.base {
        return Err(AppError::new(ErrorCode::ChangedMeanwhile, file));
    }
    let entry = read_entry(file, &text).entry;
    let title = entry.as_ref().map_or(file, |entry| entry.title.as_str());
    let was_approved = entry
        .as_ref()
        .is_some_and(|entry| entry.status != Status::Draft || !entry.approvals.is_empty());
    if was_approved || was_ever_approved(training, file)? {
        return Err(AppError::new(ErrorCode::DraftsOnly, title));
    }
    let message = act::of_deletion(title, training.language());
    let change = Change {
        file: file.to_owned(),
        before: Some(text),
        after: None,
    };
    training.save(&[change], &message, now)?;
    drop(unsaved::forget(training, file));
    Ok(())
}

fn add(
    training: &Training,
    draft: Result<drafts::Draft, SheetFault>,
    now: BeijingTime,
) -> Result<EntryRow, AppError> {
    let open = training.open()?;
    let draft = draft
        .map_err(|fault| AppError::new(ErrorCode::FormRefused, fault.what(training.language())))?;
    let message = act::of_creation(&draft.title, training.language());
    let change = Change {
        file: draft.file.clone(),
        before: None,
        after: Some(draft.text),
    };
    training.save(&[change], &message, now)?;
    row_of(training, &open, &draft.file, now)
}

/// Whether any version of a file claimed an approval: such an entry is retired, not deleted.
fn was_ever_approved(training: &Training, file: &str) -> Result<bool, AppError> {
    let open = training.open()?;
    let refused = |fault| training.refused(&fault);
    let versions = open
        .workspace
        .history(Some(file), VERSIONS)
        .map_err(refused)?;
    for version in &versions {
        let text = open.workspace.text_at(&version.id, file).map_err(refused)?;
        let status = text.as_deref().and_then(sheet::status_of);
        if status.is_some_and(Status::claims_approval) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn changed_meanwhile(
    training: &Training,
    open: &Open,
    file: &str,
    text: Option<String>,
    fingerprint: String,
) -> Result<SaveOutcome, AppError> {
    let last = open.workspace.history(Some(file), 1);
    let last = last.map_err(|fault| training.refused(&fault))?;
    // What another program wrote into the folder is nobody's act.
    let by = last.first().and_then(|version| {
        let saved = open.workspace.text_at(&version.id, file).ok()?;
        (saved == text).then(|| version.by.clone())
    });
    Ok(SaveOutcome::ChangedMeanwhile {
        text,
        fingerprint,
        by,
    })
}

fn row_of(
    training: &Training,
    open: &Open,
    file: &str,
    now: BeijingTime,
) -> Result<EntryRow, AppError> {
    let snapshot = training.snapshot()?;
    let beside = Beside {
        authors: BTreeMap::from([(file.to_owned(), open.person.clone())]),
        unsaved: BTreeMap::new(),
        person: open.person.clone(),
    };
    let problems = snapshot
        .problems
        .iter()
        .filter(|problem| problem.file == file);
    let counted = rows::counted(&problems.cloned().collect::<Vec<_>>());
    let entry = snapshot
        .library
        .entries()
        .iter()
        .find(|entry| entry.file == file);
    Ok(entry.map_or_else(
        || rows::unreadable_row(file, counted, &beside),
        |entry| rows::row(entry, counted, &beside, now.date()),
    ))
}

/// Who changed each file last; what came with the workspace has nobody.
fn authors(training: &Training, open: &Open) -> Result<BTreeMap<String, String>, AppError> {
    let versions = open.workspace.history(None, VERSIONS);
    let mut versions = versions.map_err(|fault| training.refused(&fault))?;
    if versions.len() < VERSIONS {
        versions.pop();
    }
    let mut authors = BTreeMap::new();
    for version in versions {
        for file in version.files {
            authors.entry(file).or_insert_with(|| version.by.clone());
        }
    }
    Ok(authors)
}

fn text_of(training: &Training, file: &str) -> Result<Option<String>, AppError> {
    let open = training.open()?;
    open.workspace
        .text(file)
        .map_err(|fault| training.refused(&fault))
}
