//! The connection, and what is asked over it.

use super::grab::Grab;
use super::keyboard::{self, keycode};
use super::property::{Atoms, cardinal, program, title};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tauri::{AppHandle, WebviewWindow};
use x11rb::connection::{Connection, RequestConnection};
use x11rb::errors::{ConnectError, ReplyError};
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask, MapState};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::reexports::x11rb_protocol::{parse_display, xauth};
use x11rb::rust_connection::{DefaultStream, RustConnection};
use yingda_app::contract::HotkeyState;
use yingda_app::pasting::{Foreign, Press, Windows};

use super::super::chord::Chord;

/// How long keys may stay down, and how long a window may take to come to the front.
const KEYS_UP_WITHIN: Duration = Duration::from_millis(1500);
const FRONT_WITHIN: Duration = Duration::from_millis(500);
/// How long our own window may take to come onto the screen: at the very start it is still being made.
const SHOWN_WITHIN: Duration = Duration::from_secs(5);
const BETWEEN_LOOKS: Duration = Duration::from_millis(4);
/// How long a window manager may take to let go of a hidden window.
const LET_GO_WITHIN: Duration = Duration::from_secs(2);
/// "Not looked after", in the words of window managers.
const WITHDRAWN: u32 = 0;
/// Looks between two requests for the keyboard.
const ASKED_AGAIN_AFTER: u32 = 10;
/// "A person wants it", in the words of window managers.
const FROM_A_PERSON: u32 = 2;

/// The connection to the desktop.
pub(in super::super) struct Link {
    pub(super) connection: RustConnection,
    pub(super) root: u32,
    pub(super) atoms: Atoms,
    pub(super) grab: Mutex<Grab>,
    pub(super) hotkey: Box<dyn Fn() + Send + Sync>,
    /// The window of another program that was in use last.
    before: Mutex<Option<Foreign>>,
}

impl Link {
    /// Connects; none under Wayland, where other windows can't be known, and where nobody answers.
    pub(in super::super) fn open(
        _: &AppHandle,
        hotkey: impl Fn() + Send + Sync + 'static,
    ) -> Option<Self> {
        let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
        let forced = std::env::var_os("GDK_BACKEND").is_some_and(|backend| backend == "x11");
        if wayland && !forced {
            return None;
        }
        let (connection, screen) = connect().ok()?;
        let root = connection.setup().roots.get(screen)?.root;
        let atoms = Atoms::new(&connection).ok()?.reply().ok()?;
        Some(Self {
            connection,
            root,
            atoms,
            grab: Mutex::default(),
            hotkey: Box::new(hotkey),
            before: Mutex::default(),
        })
    }

    pub(in super::super) fn hold(&self, chord: &Chord, named: String) -> HotkeyState {
        self.grab().hold(self, chord, named)
    }

    pub(in super::super) fn let_go(&self) {
        self.grab().let_go(self);
    }

    pub(super) fn grab(&self) -> std::sync::MutexGuard<'_, Grab> {
        self.grab.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(in super::super) fn before(&self) -> Option<Foreign> {
        let before = self.before.lock().unwrap_or_else(PoisonError::into_inner);
        before.clone()
    }

    /// Another window came to the front: a foreign one is remembered; when ours did, the one before is remembered as it
    /// is at this moment.
    pub(in super::super) fn note_active(&self) {
        let Some(active) = self.active() else {
            return;
        };
        let left = if self.is_ours(active) {
            self.before().map(|before| before.id)
        } else {
            Some(u64::from(active))
        };
        let seen = left.and_then(|id| self.look(id));
        if seen.is_some() {
            *self.before.lock().unwrap_or_else(PoisonError::into_inner) = seen;
        }
    }

    pub(in super::super) fn in_use(&self) -> Option<u64> {
        let active = self.active()?;
        (!self.is_ours(active)).then_some(u64::from(active))
    }

    pub(in super::super) fn middle_of_active(&self) -> Option<(i32, i32)> {
        let window = u32::try_from(self.in_use()?).ok()?;
        let size = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let (x, y) = (size.width / 2, size.height / 2);
        let middle = self.connection.translate_coordinates(
            window,
            self.root,
            x.cast_signed(),
            y.cast_signed(),
        );
        let middle = middle.ok()?.reply().ok()?;
        Some((i32::from(middle.dst_x), i32::from(middle.dst_y)))
    }

    /// Gives our window the keyboard as soon as it is on the screen; a window manager hears nothing of it before.
    pub(in super::super) fn bring(self: &Arc<Self>, window: &WebviewWindow) {
        let (link, window) = (Arc::clone(self), window.clone());
        thread::spawn(move || {
            let mut ours = None;
            within(SHOWN_WITHIN, || {
                ours = ours.or_else(|| number_of(&window));
                ours.map(|id| link.is_on_screen(id))
            });
            let Some(ours) = ours else { return };
            let mut looks = 0_u32;
            within(FRONT_WITHIN, || {
                if looks.is_multiple_of(ASKED_AGAIN_AFTER) {
                    link.ask_for_front(ours);
                }
                looks += 1;
                Some(link.is_active(ours))
            });
        });
    }

    /// Waits until the window manager has let go of our hidden window: it is back on the screen itself, with no frame.
    pub(in super::super) fn lets_go_of(&self, window: &WebviewWindow) -> bool {
        within(LET_GO_WITHIN, || {
            // One that was never made is nobody's.
            let Some(ours) = number_of(window) else {
                return Some(true);
            };
            let ours = u32::try_from(ours).ok()?;
            let parent = self.connection.query_tree(ours).ok()?.reply().ok()?.parent;
            let state = cardinal(&self.connection, ours, self.atoms.WM_STATE);
            Some(parent == self.root && state.is_none_or(|state| state == WITHDRAWN))
        })
    }

    /// Whether a window of ours is the one in use.
    pub(in super::super) fn is_ours_in_use(&self) -> bool {
        self.active().is_some_and(|active| self.is_ours(active))
    }

    fn is_on_screen(&self, id: u64) -> bool {
        let state = u32::try_from(id).ok().and_then(|window| {
            let asked = self.connection.get_window_attributes(window).ok()?;
            Some(asked.reply().ok()?.map_state)
        });
        state == Some(MapState::VIEWABLE)
    }

    /// Whether a tray of X11 stands on the screen.
    pub(in super::super) fn has_tray(&self) -> bool {
        let owner = self
            .connection
            .get_selection_owner(self.atoms._NET_SYSTEM_TRAY_S0);
        owner
            .ok()
            .and_then(|asked| asked.reply().ok())
            .is_some_and(|answer| answer.owner != 0)
    }

    /// Asks the window manager to bring a window to the front.
    pub(in super::super) fn ask_for_front(&self, id: u64) {
        let Ok(window) = u32::try_from(id) else {
            return;
        };
        let words = [FROM_A_PERSON, x11rb::CURRENT_TIME, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, self.atoms._NET_ACTIVE_WINDOW, words);
        let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        // Without a window manager nobody listens, and nothing happens.
        drop(self.connection.send_event(false, self.root, to, message));
        drop(self.connection.flush());
    }

    fn active(&self) -> Option<u32> {
        cardinal(&self.connection, self.root, self.atoms._NET_ACTIVE_WINDOW).filter(|id| *id != 0)
    }

    fn is_ours(&self, window: u32) -> bool {
        let process = cardinal(&self.connection, window, self.atoms._NET_WM_PID);
        process == Some(std::process::id())
    }

    /// Whether the keyboard is in the window or in one inside it.
    fn has_keyboard(&self, window: u32) -> Result<bool, ReplyError> {
        let mut at = self.connection.get_input_focus()?.reply()?.focus;
        while at > 1 && at != self.root {
            if at == window {
                return Ok(true);
            }
            at = self.connection.query_tree(at)?.reply()?.parent;
        }
        Ok(false)
    }

    fn fake(&self, presses: &[(u8, u8)]) -> Result<(), ReplyError> {
        for (kind, key) in presses {
            self.connection
                .xtest_fake_input(*kind, *key, x11rb::CURRENT_TIME, self.root, 0, 0, 0)?
                .check()?;
        }
        Ok(())
    }
}

impl Windows for Link {
    fn look(&self, id: u64) -> Option<Foreign> {
        let window = u32::try_from(id).ok()?;
        Some(Foreign {
            id,
            program: program(&self.connection, window)?,
            title: title(&self.connection, &self.atoms, window)?,
        })
    }

    fn keys_come_up(&self) -> bool {
        within(KEYS_UP_WITHIN, || {
            let keys = self.connection.query_keymap().ok()?.reply().ok()?.keys;
            Some(keys.iter().all(|eight| *eight == 0))
        })
    }

    fn activate(&self, id: u64) -> bool {
        self.ask_for_front(id);
        within(FRONT_WITHIN, || Some(self.is_active(id)))
    }

    fn is_active(&self, id: u64) -> bool {
        let Ok(window) = u32::try_from(id) else {
            return false;
        };
        self.active() == Some(window) && self.has_keyboard(window).unwrap_or(false)
    }

    fn press(&self, press: Press) -> bool {
        let letter = match press {
            Press::Paste => 'v',
            Press::Undo => 'z',
        };
        let letter = keycode(&self.connection, u32::from(letter));
        let control = keycode(&self.connection, keyboard::CONTROL);
        let (Some(letter), Some(control)) = (letter, control) else {
            return false;
        };
        let (down, up) = (keyboard::DOWN, keyboard::UP);
        let pressed = self.fake(&[(down, control), (down, letter)]);
        // Whatever went wrong, no key stays down.
        let released = self.fake(&[(up, letter), (up, control)]);
        pressed.is_ok() && released.is_ok()
    }
}

/// The desktop's number of our window; none before it was made.
fn number_of(window: &WebviewWindow) -> Option<u64> {
    match window.window_handle().ok()?.as_raw() {
        RawWindowHandle::Xlib(ours) => Some(ours.window),
        _ => None,
    }
}

/// Looks until it is so, or until time is up.
fn within(time: Duration, mut look: impl FnMut() -> Option<bool>) -> bool {
    let end = Instant::now() + time;
    loop {
        if look() == Some(true) {
            return true;
        }
        if Instant::now() >= end {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

/// Connects over the local socket that `DISPLAY` names; a screen behind a network is not asked.
fn connect() -> Result<(RustConnection, usize), ConnectError> {
    let display = parse_display::parse_display(None)?;
    let screen = usize::from(display.screen);
    for address in display.connect_instruction() {
        if !matches!(address, parse_display::ConnectAddress::Socket(_)) {
            continue;
        }
        let Ok((stream, (family, place))) = DefaultStream::connect(&address) else {
            continue;
        };
        let (name, data) = xauth::get_auth(family, &place, display.display)
            .unwrap_or(None)
            .unwrap_or_default();
        let connection =
            RustConnection::connect_to_stream_with_auth_info(stream, screen, name, data)?;
        // Asked for now, so that the first paste does not wait for it.
        drop(connection.prefetch_extension_information(x11rb::protocol::xtest::X11_EXTENSION_NAME));
        return Ok((connection, screen));
    }
    Err(ConnectError::IoError(std::io::ErrorKind::NotFound.into()))
}
