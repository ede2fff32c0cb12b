//! Pasting a card's own copy into the window in use before.

#![expect(
    clippy::needless_pass_by_value,
    reason = "tauri hands every argument over"
)]

use super::Shared;
use crate::boundary::{guarded, now};
use crate::clipboard::Clipboard;
use crate::pasted::Pasted;
use crate::uses;
use crate::window::DeskWindow;
use std::sync::Arc;
use tauri::State;
use yingda_app::contract::{AppError, CopyRequest, PasteObstacle, PasteOutcome, PasteTarget};
use yingda_app::pasting::{Press, is_allowed};

#[tauri::command(async)]
pub(crate) fn paste_entry(
    window: State<'_, Arc<DeskWindow>>,
    clipboard: State<'_, Clipboard>,
    pasted: State<'_, Pasted>,
    desk: Shared<'_>,
    request: CopyRequest,
) -> Result<PasteOutcome, AppError> {
    guarded("paste_entry", || {
        let receipt = desk.copy(&request, now())?;
        uses::keep_behind(&desk);
        clipboard.put(&receipt.text)?;
        let (desktop, allowed) = (window.desktop(), desk.settings().paste_into);
        let before = desktop.before();
        match (
            desktop.press_in(before.as_ref(), &allowed, Press::Paste),
            before,
        ) {
            (Ok(()), Some(into)) => {
                window.leave_for_other();
                Ok(pasted.remember(receipt, into))
            }
            (Err(why), _) => Ok(PasteOutcome::Copied { receipt, why }),
            (Ok(()), None) => Ok(PasteOutcome::Copied {
                receipt,
                why: PasteObstacle::NoWindow,
            }),
        }
    })
}

#[tauri::command(async)]
pub(crate) fn undo_paste(
    window: State<'_, Arc<DeskWindow>>,
    pasted: State<'_, Pasted>,
    desk: Shared<'_>,
) -> Result<Option<PasteObstacle>, AppError> {
    guarded("undo_paste", || {
        let Some(into) = pasted.take() else {
            return Ok(Some(PasteObstacle::TooLate));
        };
        let allowed = desk.settings().paste_into;
        let undone = window
            .desktop()
            .press_in(Some(&into), &allowed, Press::Undo);
        Ok(undone.err())
    })
}

#[tauri::command(async)]
pub(crate) fn paste_target(
    window: State<'_, Arc<DeskWindow>>,
    desk: Shared<'_>,
) -> Result<Option<PasteTarget>, AppError> {
    guarded("paste_target", || {
        let allowed = desk.settings().paste_into;
        Ok(window.desktop().before().map(|before| PasteTarget {
            allowed: is_allowed(&before.program, &allowed),
            program: before.program,
            title: before.title,
        }))
    })
}
