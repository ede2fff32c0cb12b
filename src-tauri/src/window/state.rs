//! What is known of the window, and who may change it.

use super::{start_with_system, tray};
use crate::desktop::Desktop;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use tauri::{AppHandle, Emitter, Manager, WebviewWindow};
use yingda_app::Desk;
use yingda_app::contract::{HotkeyState, Settings, WindowMode, WindowView};
use yingda_app::window::WindowMemory;

/// The name of the only window.
pub(crate) const LABEL: &str = "desk";
/// The event that carries a `WindowView`.
const WINDOW: &str = "window";

/// The desk's window.
pub(crate) struct DeskWindow {
    pub(super) app: AppHandle,
    pub(super) desktop: Desktop,
    folder: PathBuf,
    state: Mutex<State>,
    /// Held while the memory is written, so that two writings follow each other.
    writing: Mutex<()>,
}

/// What changes.
pub(super) struct State {
    pub(super) mode: WindowMode,
    pub(super) memory: WindowMemory,
    pub(super) shown: bool,
    /// The shape it was painted in last.
    pub(super) painted: Option<WindowMode>,
    /// The number of the drawing that nobody sees, while it goes on.
    pub(super) drawing: Option<u32>,
    /// How many such drawings there were.
    pub(super) drawings: u32,
    /// How often it was summoned.
    pub(super) summons: u32,
    /// The window of another program that had the keyboard when this one was summoned.
    pub(super) came_from: Option<u64>,
    hotkey: HotkeyState,
    hotkey_chosen: Option<String>,
    tray: bool,
    start_fault: String,
}

impl DeskWindow {
    /// Nothing is on the screen yet.
    pub(crate) fn new(app: &AppHandle, folder: PathBuf) -> Arc<Self> {
        let pressed = app.clone();
        let desktop = Desktop::find(app, move || {
            if let Some(window) = pressed.try_state::<Arc<Self>>() {
                window.hotkey_pressed();
            }
        });
        let memory = WindowMemory::read(&folder);
        Arc::new(Self {
            app: app.clone(),
            desktop,
            folder,
            state: Mutex::new(State {
                mode: WindowMode::Full,
                memory,
                shown: false,
                painted: None,
                drawing: None,
                drawings: 0,
                summons: 0,
                came_from: None,
                hotkey: HotkeyState::Off,
                hotkey_chosen: None,
                tray: false,
                start_fault: String::new(),
            }),
            writing: Mutex::new(()),
        })
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn window(&self) -> Option<WebviewWindow> {
        self.app.get_webview_window(LABEL)
    }

    pub(super) fn settings(&self) -> Settings {
        self.app.state::<Arc<Desk>>().settings()
    }

    /// The desktop around it.
    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// The window as it stands.
    pub(crate) fn view(&self) -> WindowView {
        let keep = self.settings().keep_in_tray;
        let state = self.state();
        WindowView {
            mode: state.mode,
            side: state.memory.side,
            on_top: state.memory.on_top,
            hotkey: state.hotkey.clone(),
            tray: state.tray,
            stays: keep && state.comes_back(),
            start_fault: state.start_fault.clone(),
            summons: state.summons,
            drawing: state.drawing.is_some(),
        }
    }

    /// Tells the page.
    pub(super) fn tell(&self) {
        // A page that is not there yet asks when it comes.
        drop(self.app.emit(WINDOW, self.view()));
    }

    /// Does what the settings say: the hotkey, the tray's words, starting with the system.
    pub(crate) fn obey(&self, chosen: &Settings) {
        let before = self.state().hotkey_chosen.replace(chosen.hotkey.clone());
        if before.as_ref() != Some(&chosen.hotkey) {
            let held = self.desktop.hold(&chosen.hotkey);
            self.state().hotkey = held;
        }
        let fault = start_with_system::obey(&self.app, chosen.start_with_system);
        self.state().start_fault = fault.unwrap_or_default();
        let tray = tray::show(&self.app, chosen.language) && tray::is_seen(&self.desktop);
        self.state().tray = tray;
        self.tell();
    }

    /// The person chose anew.
    pub(crate) fn chosen(self: &Arc<Self>, chosen: &Settings) {
        let chosen = chosen.clone();
        self.on_its_thread(move |own| own.obey(&chosen));
    }

    /// Runs on the window's own thread, later where this is not it.
    pub(super) fn on_its_thread(self: &Arc<Self>, act: impl FnOnce(&Arc<Self>) + Send + 'static) {
        let window = Arc::clone(self);
        // It fails only when the program is ending.
        drop(self.app.run_on_main_thread(move || act(&window)));
    }

    /// Writes what is remembered, on a thread of its own.
    pub(super) fn keep_memory(self: &Arc<Self>) {
        let window = Arc::clone(self);
        thread::spawn(move || window.keep_memory_now());
    }

    /// Writes what is remembered. Where the file can't be written the window is merely in its usual place next time.
    pub(super) fn keep_memory_now(&self) {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let memory = self.state().memory.clone();
        drop(memory.write(&self.folder));
    }
}

impl State {
    /// Whether anything brings a hidden window back but starting the program again.
    pub(super) fn comes_back(&self) -> bool {
        self.tray || matches!(self.hotkey, HotkeyState::Held { .. })
    }
}
