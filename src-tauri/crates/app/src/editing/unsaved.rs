//! What was typed and not saved: kept each second, offered when the file is opened again, forgotten after a save.

use crate::contract::{AppError, KeepRequest, Recovered};
use crate::training::{Open, Training};
use std::collections::BTreeMap;
use time::macros::format_description;
use yingda_content::{BeijingTime, Language};
use yingda_workspace::{Draft, WorkspaceFault};

/// Keeps what is typed; answers with the time, `HH:MM:SS`.
///
/// # Errors
/// Without an open workspace, or when the copy can't be written; the one kept before stays.
pub fn keep(
    training: &Training,
    request: &KeepRequest,
    now: BeijingTime,
) -> Result<String, AppError> {
    let open = training.open()?;
    let draft = Draft {
        file: request.file.clone(),
        base: request.base.clone(),
        text: request.text.clone(),
        undo: request.undo.clone(),
        at: now,
        by: open.person.clone(),
    };
    let kept = open
        .workspace
        .recovery()
        .and_then(|copies| copies.keep(&draft));
    kept.map_err(|fault| training.refused(&fault))?;
    let clock = format_description!("[hour]:[minute]:[second]");
    Ok(now.reading().time().format(&clock).unwrap_or_default())
}

/// Forgets what was typed and not saved in a file.
///
/// # Errors
/// Without an open workspace, or when the copy can't be removed.
pub fn forget(training: &Training, file: &str) -> Result<(), AppError> {
    let open = training.open()?;
    let forgotten = open
        .workspace
        .recovery()
        .and_then(|copies| copies.forget(file));
    forgotten.map_err(|fault| training.refused(&fault))
}

/// What was typed in a file that lies there as `text` (fingerprint `base`); nothing when it is the same.
pub(super) fn of_file(
    open: &Open,
    file: &str,
    text: &str,
    base: &str,
) -> Result<Option<Recovered>, WorkspaceFault> {
    let copies = open.workspace.recovery()?.all()?.drafts;
    let of_file = copies.into_iter().find(|draft| draft.file == file);
    Ok(of_file
        .filter(|draft| draft.text != text)
        .map(|draft| Recovered {
            at: moment(draft.at),
            by: draft.by,
            outdated: draft.base != base,
            text: draft.text,
            undo: draft.undo,
        }))
}

/// When something unsaved was typed, by file; and sentences about copies that can't be read.
pub(super) fn all(
    open: &Open,
    language: Language,
) -> Result<(BTreeMap<String, String>, Vec<String>), WorkspaceFault> {
    let found = open.workspace.recovery()?.all()?;
    // The copy of the words is theirs.
    let of_entries = |draft: &Draft| draft.file != crate::vocabulary::KEPT_AS;
    let unsaved = found.drafts.into_iter().filter(of_entries);
    let lost = found.damaged.into_iter().map(|place| match language {
        Language::Chinese => format!("一份未保存的修改读不出来，文件还在：{place}"),
        Language::English => {
            format!("A copy of unsaved typing can't be read; the file is still there: {place}")
        }
    });
    Ok((
        unsaved
            .map(|draft| (draft.file, moment(draft.at)))
            .collect(),
        lost.collect(),
    ))
}

/// When a copy was made, as a person reads it: `MM-DD HH:MM`.
pub(crate) fn moment(at: BeijingTime) -> String {
    let shape = format_description!("[month]-[day] [hour]:[minute]");
    at.reading().format(&shape).unwrap_or_default()
}
