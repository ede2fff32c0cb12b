//! The desktop around the window: which window is in use, the hotkey, keys pressed in another program's window.
//!
//! X11 and Windows are spoken to; elsewhere (Wayland, macOS) a program may not know other windows, and everything here
//! answers "nobody can say".

mod chord;
#[cfg(not(target_os = "linux"))]
mod plugin_hotkey;
#[cfg(not(any(target_os = "linux", windows)))]
mod silent;
#[cfg(windows)]
mod win32;
#[cfg(target_os = "linux")]
mod x11;

#[cfg(not(any(target_os = "linux", windows)))]
use silent as system;
#[cfg(windows)]
use win32 as system;
#[cfg(target_os = "linux")]
use x11 as system;

use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, WebviewWindow};
use yingda_app::contract::{HotkeyState, PasteObstacle};
use yingda_app::pasting::{Foreign, Press, press_in};

/// What a desktop shortcut runs where programs can't hold keys.
const SUMMON: &str = "yingda --summon";

/// The desktop.
#[derive(Clone)]
pub(crate) struct Desktop {
    /// None where other windows can't be known.
    windows: Option<Arc<system::Link>>,
    /// Held while something is pressed in another window: one paste at a time.
    pressing: Arc<Mutex<()>>,
}

impl Desktop {
    /// The desktop this program runs on. `hotkey` is called on another thread whenever the hotkey is pressed.
    pub(crate) fn find(app: &AppHandle, hotkey: impl Fn() + Send + Sync + 'static) -> Self {
        let windows = system::Link::open(app, hotkey).map(Arc::new);
        if let Some(link) = &windows {
            system::listen(link);
        }
        Self {
            windows,
            pressing: Arc::default(),
        }
    }

    /// Holds this chord as the hotkey, and no other any more; an empty one is none.
    pub(crate) fn hold(&self, chord: &str) -> HotkeyState {
        let Some(link) = &self.windows else {
            let command = SUMMON.to_owned();
            return HotkeyState::Desktop { command };
        };
        if chord.trim().is_empty() {
            link.let_go();
            return HotkeyState::Off;
        }
        let named = chord.to_owned();
        match chord::Chord::read(chord) {
            Some(wanted) => link.hold(&wanted, named),
            None => {
                link.let_go();
                HotkeyState::Unfit { chord: named }
            }
        }
    }

    /// The middle of the window in use, when that is another program's.
    pub(crate) fn eyes_on(&self) -> Option<(i32, i32)> {
        self.windows.as_ref()?.middle_of_active()
    }

    /// The window of another program that was in use last, as it was when it was left.
    pub(crate) fn before(&self) -> Option<Foreign> {
        self.windows.as_ref()?.before()
    }

    /// Whether a window of ours is the one in use; none where nobody can say. The toolkit can't: while the hotkey is down
    /// the keyboard belongs to nobody.
    pub(crate) fn is_ours_in_use(&self) -> Option<bool> {
        let link = self.windows.as_ref().filter(|_| system::REACHES)?;
        Some(link.is_ours_in_use())
    }

    /// The window of another program that is in use now.
    pub(crate) fn in_use(&self) -> Option<u64> {
        self.windows.as_ref()?.in_use()
    }

    /// Whether an icon in the tray would be seen, as far as the screen knows.
    pub(crate) fn has_tray(&self) -> bool {
        self.windows.as_ref().is_some_and(|link| link.has_tray())
    }

    /// Waits until nobody looks after our hidden window any more, so that it may stand anywhere, beside the screen too;
    /// false where no window may, or where that does not come.
    #[cfg(target_os = "linux")]
    pub(crate) fn lets_go_of(&self, window: &WebviewWindow) -> bool {
        let link = self.windows.as_ref();
        link.is_some_and(|link| link.lets_go_of(window))
    }

    /// Gives our window the keyboard, whatever the desktop thinks of windows that take it: a person asked for it.
    pub(crate) fn bring(&self, window: &WebviewWindow) {
        // The desktop may refuse; the window then stays where it is.
        drop(window.set_focus());
        if let Some(link) = &self.windows {
            link.bring(window);
        }
    }

    /// Gives the keyboard back to a window.
    pub(crate) fn give_back(&self, id: u64) {
        if let Some(link) = &self.windows {
            link.ask_for_front(id);
        }
    }

    /// Presses a chord in `before`, when that is certain to be right.
    pub(crate) fn press_in(
        &self,
        before: Option<&Foreign>,
        allowed: &[String],
        press: Press,
    ) -> Result<(), PasteObstacle> {
        let link = self.windows.as_ref().filter(|_| system::REACHES);
        let link = link.ok_or(PasteObstacle::Desktop)?;
        let _one_at_a_time = self.pressing.lock().unwrap_or_else(PoisonError::into_inner);
        press_in(link.as_ref(), before, allowed, press)
    }

    /// Our window got the keyboard: what was in use before is looked at as it is now, where the system tells nothing of
    /// it by itself.
    pub(crate) fn got_keyboard(&self) {
        if let Some(link) = &self.windows {
            link.note_active();
        }
    }
}
