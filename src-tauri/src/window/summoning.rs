//! Coming when called, and going away again.

use super::{DeskWindow, shape, state::LABEL};
use std::sync::Arc;
use tauri::{Emitter, Manager, WebviewUrl, WebviewWindowBuilder};
use yingda_app::Desk;
use yingda_app::contract::{SummonAs, Summoned, WindowMode};
use yingda_app::window::{Answer, Seen, answer};

/// The event that carries a `Summoned`.
const SUMMONED: &str = "summoned";

/// How the program was started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entrance {
    /// By a person, for the desk.
    Desk,
    /// By a shortcut of the desktop, for the bar.
    Summoned,
    /// With the system: it waits unseen.
    Unseen,
}

impl DeskWindow {
    /// Makes the window. It is on the screen afterwards unless it has to wait unseen, which it does only where something
    /// brings it back.
    pub(crate) fn open(self: &Arc<Self>, entrance: Entrance) -> tauri::Result<()> {
        let settings = self.settings();
        let window = WebviewWindowBuilder::new(&self.app, LABEL, WebviewUrl::default())
            .title("应答 Yingda")
            .inner_size(shape::DESK.0, shape::DESK.1)
            .visible(false)
            .focused(entrance != Entrance::Unseen)
            .center()
            .build()?;
        #[cfg(target_os = "linux")]
        super::composing::in_the_page(&window);
        // Larger text is a wish, not a condition.
        drop(window.set_zoom(settings.text_size.factor()));
        self.obey(&settings);
        let unseen = entrance == Entrance::Unseen && self.state().comes_back();
        let mode = match entrance {
            Entrance::Summoned => WindowMode::Bar,
            _ if unseen => self.wanted(),
            _ => self.desk_mode(),
        };
        if unseen {
            self.take_shape(mode, None);
            self.draw_unseen();
        } else {
            self.show(mode);
        }
        Ok(())
    }

    /// The hotkey, or a second start that summons.
    pub(crate) fn hotkey_pressed(self: &Arc<Self>) {
        self.app.state::<Arc<Desk>>().make_way();
        self.on_its_thread(|own| {
            let focused = own.has_keyboard();
            let (shown, mode) = (own.is_seen(), own.state().mode);
            let seen = Seen {
                shown,
                focused,
                mode,
            };
            match answer(seen, own.wanted()) {
                Answer::Show(mode) => own.show(mode),
                Answer::Focus => own.focus(),
                Answer::Hide => own.hide(),
            }
        });
    }

    /// A second start, or the tray: the desk comes to the front.
    pub(crate) fn come(self: &Arc<Self>) {
        self.on_its_thread(|own| {
            if own.is_seen() && own.state().mode != WindowMode::Bar {
                own.focus();
            } else {
                let mode = own.desk_mode();
                own.show(mode);
            }
        });
    }

    /// The tray asks for the bar.
    pub(crate) fn come_as_bar(self: &Arc<Self>) {
        self.on_its_thread(|own| own.show(WindowMode::Bar));
    }

    /// Hides the window, unless it was summoned after the summons `number`; the keyboard goes back to where it came from.
    pub(crate) fn go_away(self: &Arc<Self>, number: Option<u32>) {
        self.on_its_thread(move |own| {
            let newest = own.state().summons;
            if number.is_none_or(|number| number == newest) {
                own.hide();
            }
        });
    }

    /// Another window has the keyboard now because something was pasted there: the bar goes, a larger window stays.
    pub(crate) fn leave_for_other(self: &Arc<Self>) {
        self.on_its_thread(|own| {
            own.state().came_from = None;
            if own.state().mode == WindowMode::Bar {
                own.hide();
            }
        });
    }

    /// Shows the window in this shape, on the screen where the person looks, with the keyboard in it.
    fn show(self: &Arc<Self>, mode: WindowMode) {
        let Some(window) = self.window() else { return };
        self.stop_drawing();
        let came_from = self.desktop.in_use();
        let cursor = || {
            let at = window.cursor_position().ok()?;
            #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
            Some((at.x as i32, at.y as i32))
        };
        let point = self.desktop.eyes_on().or_else(cursor);
        self.remember_place();
        self.take_shape(mode, point);
        {
            let mut state = self.state();
            state.came_from = came_from;
            state.shown = true;
            state.painted = Some(mode);
            state.memory.last = mode;
            state.summons = state.summons.wrapping_add(1);
        }
        self.tell();
        // Before the keyboard comes: a first letter typed at once must replace what stands in the box, not follow it.
        self.tell_summoned();
        drop(window.unminimize());
        drop(window.show());
        self.desktop.bring(&window);
    }

    /// It is on the screen already: it gets the keyboard.
    fn focus(self: &Arc<Self>) {
        let Some(window) = self.window() else { return };
        let came_from = self.desktop.in_use();
        {
            let mut state = self.state();
            state.came_from = came_from;
            state.summons = state.summons.wrapping_add(1);
        }
        self.tell_summoned();
        drop(window.unminimize());
        self.desktop.bring(&window);
    }

    pub(super) fn hide(self: &Arc<Self>) {
        let Some(window) = self.window() else { return };
        let had_keyboard = self.has_keyboard();
        self.remember_place();
        drop(window.hide());
        let came_from = {
            let mut state = self.state();
            state.shown = false;
            state.came_from.take()
        };
        if let Some(before) = came_from.filter(|_| had_keyboard) {
            self.desktop.give_back(before);
        }
        self.keep_memory();
        // It waits in the shape it will be summoned in, so that nothing is drawn anew then.
        let wanted = self.wanted();
        self.take_shape(wanted, None);
        self.tell();
        self.draw_unseen();
    }

    /// The shape that the hotkey brings.
    fn wanted(&self) -> WindowMode {
        match self.settings().summon_as {
            SummonAs::Bar => WindowMode::Bar,
            SummonAs::Last => self.state().memory.last,
        }
    }

    /// The shape that a start by hand brings: never the bar.
    fn desk_mode(&self) -> WindowMode {
        match self.state().memory.last {
            WindowMode::Docked => WindowMode::Docked,
            WindowMode::Full | WindowMode::Bar => WindowMode::Full,
        }
    }

    fn is_seen(&self) -> bool {
        let minimized = self.window().and_then(|window| window.is_minimized().ok());
        self.state().shown && minimized != Some(true)
    }

    fn has_keyboard(&self) -> bool {
        let told = || self.window()?.is_focused().ok();
        self.desktop.is_ours_in_use().or_else(told) == Some(true)
    }

    fn tell_summoned(&self) {
        let (mode, summons) = {
            let state = self.state();
            (state.mode, state.summons)
        };
        // A page that is not there yet begins in its search box anyway.
        drop(self.app.emit(SUMMONED, Summoned { mode, summons }));
    }
}
