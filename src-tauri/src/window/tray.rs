//! The icon in the system's tray. Where there is no tray everything else works just the same.

use super::DeskWindow;
use crate::desktop::Desktop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tauri::menu::{Menu, MenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager};
use yingda_app::contract::Language;

const ID: &str = "yingda";
const DESK: &str = "desk";
const BAR: &str = "bar";
const QUIT: &str = "quit";

/// Puts the icon there, or gives the one that is there its words; false where the system has no way to.
pub(super) fn show(app: &AppHandle, language: Language) -> bool {
    // The library that draws it on Linux panics when it is not installed.
    let shown = catch_unwind(AssertUnwindSafe(|| put(app, language)));
    matches!(shown, Ok(Ok(())))
}

/// Whether anything on this desktop shows such icons now.
pub(super) fn is_seen(desktop: &Desktop) -> bool {
    #[cfg(target_os = "linux")]
    let watched = is_watched().unwrap_or(false);
    #[cfg(not(target_os = "linux"))]
    let watched = true;
    watched || desktop.has_tray()
}

/// Whether somebody on the session's bus shows icons of programs.
#[cfg(target_os = "linux")]
fn is_watched() -> zbus::Result<bool> {
    let bus = zbus::blocking::Connection::session()?;
    let names = zbus::blocking::fdo::DBusProxy::new(&bus)?;
    let watcher = zbus::names::BusName::try_from("org.kde.StatusNotifierWatcher")?;
    Ok(names.name_has_owner(watcher)?)
}

fn put(app: &AppHandle, language: Language) -> tauri::Result<()> {
    let menu = menu(app, language)?;
    if let Some(icon) = app.tray_by_id(ID) {
        return icon.set_menu(Some(menu));
    }
    let mut builder = TrayIconBuilder::with_id(ID)
        .tooltip("应答 Yingda")
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| chosen(app, event.id().as_ref()))
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                chosen(icon.app_handle(), DESK);
            }
        });
    if let Some(icon) = app.default_window_icon() {
        builder = builder.icon(icon.clone());
    }
    builder.build(app).map(drop)
}

fn menu(app: &AppHandle, language: Language) -> tauri::Result<Menu<tauri::Wry>> {
    let words = match language {
        Language::Zh => ["打开通话台", "快查条", "退出"],
        Language::En => ["Open the desk", "Quick bar", "Quit"],
    };
    let [desk, bar, quit] = words;
    let item = |id, word| MenuItem::with_id(app, id, word, true, None::<&str>);
    Menu::with_items(
        app,
        &[&item(DESK, desk)?, &item(BAR, bar)?, &item(QUIT, quit)?],
    )
}

fn chosen(app: &AppHandle, id: &str) {
    let window = app.state::<Arc<DeskWindow>>();
    match id {
        DESK => window.come(),
        BAR => window.come_as_bar(),
        QUIT => window.quit(),
        _ => {}
    }
}
