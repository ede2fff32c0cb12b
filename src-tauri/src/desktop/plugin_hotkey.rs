//! The hotkey where the system itself tells of it: Windows and macOS.

use tauri::{AppHandle, Runtime};
use tauri_plugin_global_shortcut::{Error, GlobalShortcutExt, ShortcutState};
use yingda_app::contract::HotkeyState;

/// Holds the chord and no other.
pub(super) fn hold<R: Runtime>(
    app: &AppHandle<R>,
    chord: &str,
    pressed: impl Fn() + Send + Sync + 'static,
) -> HotkeyState {
    let_go(app);
    let named = chord.to_owned();
    let held = app
        .global_shortcut()
        .on_shortcut(chord, move |_, _, event| {
            if event.state == ShortcutState::Pressed {
                pressed();
            }
        });
    match held {
        Ok(()) => HotkeyState::Held { chord: named },
        Err(Error::GlobalHotkey(words)) if words.contains("already registered") => {
            HotkeyState::Taken { chord: named }
        }
        Err(error) => HotkeyState::Failed {
            chord: named,
            detail: error.to_string(),
        },
    }
}

/// Holds none any more.
pub(super) fn let_go<R: Runtime>(app: &AppHandle<R>) {
    // Letting go of nothing is no fault.
    drop(app.global_shortcut().unregister_all());
}
