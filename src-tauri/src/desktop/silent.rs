//! A desktop that tells nothing of other windows: macOS. The hotkey works; pasting is copying.

use super::chord::Chord;
use super::plugin_hotkey;
use std::sync::Arc;
use tauri::{AppHandle, WebviewWindow};
use yingda_app::contract::HotkeyState;
use yingda_app::pasting::{Foreign, Press, Windows};

/// Other windows can't be reached.
pub(super) const REACHES: bool = false;

/// What there is of it.
pub(super) struct Link {
    app: AppHandle,
    hotkey: Arc<dyn Fn() + Send + Sync>,
}

impl Link {
    pub(super) fn open(app: &AppHandle, hotkey: impl Fn() + Send + Sync + 'static) -> Option<Self> {
        Some(Self {
            app: app.clone(),
            hotkey: Arc::new(hotkey),
        })
    }

    pub(super) fn hold(&self, _: &Chord, named: String) -> HotkeyState {
        let pressed = Arc::clone(&self.hotkey);
        plugin_hotkey::hold(&self.app, &named, move || pressed())
    }

    pub(super) fn let_go(&self) {
        plugin_hotkey::let_go(&self.app);
    }

    pub(super) fn middle_of_active(&self) -> Option<(i32, i32)> {
        None
    }

    pub(super) fn note_active(&self) {}

    pub(super) fn has_tray(&self) -> bool {
        true
    }

    pub(super) fn before(&self) -> Option<Foreign> {
        None
    }

    pub(super) fn is_ours_in_use(&self) -> bool {
        false
    }

    pub(super) fn in_use(&self) -> Option<u64> {
        None
    }

    pub(super) fn bring(&self, _: &WebviewWindow) {}

    pub(super) fn ask_for_front(&self, _: u64) {}
}

impl Windows for Link {
    fn look(&self, _: u64) -> Option<Foreign> {
        None
    }
    fn keys_come_up(&self) -> bool {
        false
    }
    fn activate(&self, _: u64) -> bool {
        false
    }
    fn is_active(&self, _: u64) -> bool {
        false
    }
    fn press(&self, _: Press) -> bool {
        false
    }
}

/// Nothing to listen to.
pub(super) fn listen(_: &Arc<Link>) {}
