//! Closing: the window hides where the person wants that and can bring it back, else the program ends.

use super::DeskWindow;
use crate::desk_window::close_when_kept;
use std::sync::Arc;
use tauri::{Emitter, WindowEvent};

/// The event that asks the page to say, once, that closing hides.
const HIDING: &str = "hiding";

impl DeskWindow {
    /// What the desktop tells of the window.
    pub(crate) fn heard(self: &Arc<Self>, event: &WindowEvent) {
        match event {
            WindowEvent::CloseRequested { api, .. } => {
                self.remember_place();
                api.prevent_close();
                if self.settings().keep_in_tray && self.state().comes_back() {
                    self.hide_telling_once();
                } else {
                    close_when_kept(&self.app);
                }
            }
            WindowEvent::Focused(true) => self.desktop.got_keyboard(),
            WindowEvent::Focused(false) => self.remember_place(),
            _ => {}
        }
    }

    /// Ends the program, when the page has kept what was typed.
    pub(crate) fn quit(self: &Arc<Self>) {
        self.on_its_thread(|own| {
            own.remember_place();
            close_when_kept(&own.app);
        });
    }

    /// What is still to be kept when the program ends.
    pub(crate) fn end(&self) {
        self.keep_memory_now();
    }

    fn hide_telling_once(self: &Arc<Self>) {
        let told = {
            let mut state = self.state();
            std::mem::replace(&mut state.memory.told_of_hiding, true)
        };
        if told {
            self.hide();
        } else {
            self.keep_memory();
            // Where the page does not answer, closing again hides.
            drop(self.app.emit(HIDING, ()));
        }
    }
}
