//! What windows say about themselves.

use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _};
use x11rb::rust_connection::RustConnection;

x11rb::atom_manager! {
    /// The names used here, as the server's numbers.
    pub(super) Atoms: AtomsCookie {
        _NET_ACTIVE_WINDOW,
        _NET_WM_NAME,
        _NET_WM_PID,
        _NET_SYSTEM_TRAY_S0,
        WM_STATE,
        UTF8_STRING,
    }
}

/// Longer titles are cut, in units of four bytes.
const LONGEST: u32 = 1024;

/// A number.
pub(super) fn cardinal(connection: &RustConnection, window: u32, name: u32) -> Option<u32> {
    let asked = connection.get_property(false, window, name, AtomEnum::ANY, 0, 1);
    let answer = asked.ok()?.reply().ok()?;
    answer.value32()?.next()
}

/// The program: the class of the window, in lower case.
pub(super) fn program(connection: &RustConnection, window: u32) -> Option<String> {
    let class = text(
        connection,
        window,
        AtomEnum::WM_CLASS.into(),
        AtomEnum::STRING.into(),
    )?;
    let mut names = class.split('\0').filter(|name| !name.is_empty());
    let instance = names.next()?;
    Some(names.next().unwrap_or(instance).to_lowercase())
}

/// The title; empty where the window has none, nothing where the window is gone.
pub(super) fn title(connection: &RustConnection, atoms: &Atoms, window: u32) -> Option<String> {
    let title = text(connection, window, atoms._NET_WM_NAME, atoms.UTF8_STRING)?;
    if title.is_empty() {
        let old = (AtomEnum::WM_NAME.into(), AtomEnum::ANY.into());
        return text(connection, window, old.0, old.1);
    }
    Some(title)
}

fn text(connection: &RustConnection, window: u32, name: u32, kind: u32) -> Option<String> {
    let asked = connection.get_property(false, window, name, kind, 0, LONGEST);
    let answer = asked.ok()?.reply().ok()?;
    Some(String::from_utf8_lossy(&answer.value).into_owned())
}
