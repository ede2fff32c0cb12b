//! Windows: other programs' windows through a safe wrapper of the system's calls.

use super::chord::Chord;
use super::plugin_hotkey;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, WebviewWindow};
use winsafe::{
    EnumWindows, GetAsyncKeyState, HPROCESS, HWND, HwKbMouse, KEYBDINPUT, SendInput, co,
};
use yingda_app::contract::HotkeyState;
use yingda_app::pasting::{Foreign, Press, Windows};

/// Other windows can be reached.
pub(super) const REACHES: bool = true;

const KEYS_UP_WITHIN: Duration = Duration::from_millis(1500);
const FRONT_WITHIN: Duration = Duration::from_millis(500);
const BETWEEN_LOOKS: Duration = Duration::from_millis(8);

/// What is known of the desktop.
pub(super) struct Link {
    app: AppHandle,
    hotkey: Arc<dyn Fn() + Send + Sync>,
    before: Mutex<Option<Foreign>>,
}

impl Link {
    pub(super) fn open(app: &AppHandle, hotkey: impl Fn() + Send + Sync + 'static) -> Option<Self> {
        Some(Self {
            app: app.clone(),
            hotkey: Arc::new(hotkey),
            before: Mutex::default(),
        })
    }

    pub(super) fn hold(&self, _: &Chord, named: String) -> HotkeyState {
        let pressed = Arc::clone(&self.hotkey);
        plugin_hotkey::hold(&self.app, &named, move || pressed())
    }

    pub(super) fn let_go(&self) {
        plugin_hotkey::let_go(&self.app);
    }

    /// The window right behind ours, or the one in front when that is another program's: as it is now.
    pub(super) fn note_active(&self) {
        let front = HWND::GetForegroundWindow().filter(is_foreign);
        if let Some(seen) = front
            .or_else(first_foreign)
            .and_then(|window| describe(&window))
        {
            *self.before.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
        }
    }

    /// Windows always has one.
    pub(super) fn has_tray(&self) -> bool {
        true
    }

    pub(super) fn before(&self) -> Option<Foreign> {
        self.before
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn is_ours_in_use(&self) -> bool {
        HWND::GetForegroundWindow().is_some_and(|window| !is_foreign(&window))
    }

    pub(super) fn in_use(&self) -> Option<u64> {
        HWND::GetForegroundWindow()
            .filter(is_foreign)
            .map(|window| number(&window))
    }

    pub(super) fn middle_of_active(&self) -> Option<(i32, i32)> {
        let area = HWND::GetForegroundWindow()
            .filter(is_foreign)?
            .GetWindowRect()
            .ok()?;
        Some((
            i32::midpoint(area.left, area.right),
            i32::midpoint(area.top, area.bottom),
        ))
    }

    pub(super) fn bring(&self, _: &WebviewWindow) {}

    pub(super) fn ask_for_front(&self, id: u64) {
        if let Some(window) = find(id) {
            // Windows may refuse; the checks that follow see it.
            let _granted = window.SetForegroundWindow();
        }
    }
}

impl Windows for Link {
    fn look(&self, id: u64) -> Option<Foreign> {
        describe(&find(id)?)
    }

    fn keys_come_up(&self) -> bool {
        let keys = [
            co::VK::CONTROL,
            co::VK::MENU,
            co::VK::SHIFT,
            co::VK::RETURN,
            co::VK::LWIN,
            co::VK::RWIN,
        ];
        within(KEYS_UP_WITHIN, || {
            keys.iter().all(|key| !GetAsyncKeyState(*key))
        })
    }

    fn activate(&self, id: u64) -> bool {
        self.ask_for_front(id);
        within(FRONT_WITHIN, || self.is_active(id))
    }

    fn is_active(&self, id: u64) -> bool {
        HWND::GetForegroundWindow().is_some_and(|window| number(&window) == id)
    }

    fn press(&self, press: Press) -> bool {
        let letter = match press {
            Press::Paste => co::VK::CHAR_V,
            Press::Undo => co::VK::CHAR_Z,
        };
        let key = |key, way| {
            HwKbMouse::Kb(KEYBDINPUT {
                wVk: key,
                dwFlags: way,
                ..KEYBDINPUT::default()
            })
        };
        let (down, up) = (co::KEYEVENTF::default(), co::KEYEVENTF::KEYUP);
        let presses = [
            key(co::VK::CONTROL, down),
            key(letter, down),
            key(letter, up),
            key(co::VK::CONTROL, up),
        ];
        SendInput(&presses).is_ok_and(|sent| sent == 4)
    }
}

/// Windows tells of nothing unasked; what was in use is looked at when the window gets the keyboard.
pub(super) fn listen(_: &Arc<Link>) {}

fn number(window: &HWND) -> u64 {
    window.ptr().addr() as u64
}

fn is_foreign(window: &HWND) -> bool {
    window.GetWindowThreadProcessId().1 != std::process::id()
}

fn describe(window: &HWND) -> Option<Foreign> {
    let (_, process) = window.GetWindowThreadProcessId();
    let process =
        HPROCESS::OpenProcess(co::PROCESS::QUERY_LIMITED_INFORMATION, false, process).ok()?;
    let file = process
        .QueryFullProcessImageName(co::PROCESS_NAME::WIN32)
        .ok()?;
    Some(Foreign {
        id: number(window),
        program: Path::new(&file)
            .file_name()?
            .to_string_lossy()
            .to_lowercase(),
        title: window.GetWindowText().ok()?,
    })
}

/// The window that is nearest to the front among those of other programs: windows are told from front to back.
fn first_foreign() -> Option<HWND> {
    seek(|window| {
        is_foreign(window)
            && window.IsWindowVisible()
            && window.GetWindowText().is_ok_and(|title| !title.is_empty())
    })
}

fn find(id: u64) -> Option<HWND> {
    seek(|window| number(window) == id)
}

fn seek(mut wanted: impl FnMut(&HWND) -> bool) -> Option<HWND> {
    let mut found = None;
    // Stopping early is told as a failure.
    let _stopped = EnumWindows(|window| {
        if wanted(&window) {
            found = Some(window);
        }
        found.is_none()
    });
    found
}

fn within(time: Duration, mut look: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + time;
    while !look() {
        if Instant::now() >= end {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
    true
}
