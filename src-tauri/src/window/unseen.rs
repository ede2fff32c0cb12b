//! Drawing the window where nobody sees it. A page is laid out and painted only while its window is on the screen, and the
//! first painting takes longest; so it is put beside the screen once, and a summons finds everything painted.
//!
//! On X11 a window that the window manager does not look after may stand anywhere and gets no keyboard. Elsewhere a program
//! can't place its windows so; there the first summons waits for the first painting.

use super::DeskWindow;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long a page may take. A library is read meanwhile.
const DRAWN_WITHIN: Duration = Duration::from_secs(20);

impl DeskWindow {
    /// Has the hidden window painted in its shape, unless it was painted in it before.
    pub(super) fn draw_unseen(self: &Arc<Self>) {
        let number = {
            let mut state = self.state();
            if state.shown || state.painted == Some(state.mode) {
                return;
            }
            state.drawings = state.drawings.wrapping_add(1);
            state.drawing = Some(state.drawings);
            state.drawings
        };
        let own = Arc::clone(self);
        thread::spawn(move || {
            if own.may_stand_anywhere() {
                own.while_drawing(number, |own| {
                    if own.put_beside_the_screen().is_some() {
                        own.tell();
                    }
                });
                thread::sleep(DRAWN_WITHIN);
            }
            own.while_drawing(number, Self::stop_drawing);
        });
    }

    /// Acts on the window's thread while the drawing `number` goes on.
    fn while_drawing(self: &Arc<Self>, number: u32, act: fn(&Arc<Self>)) {
        self.on_its_thread(move |own| {
            let drawing = own.state().drawing;
            if drawing == Some(number) {
                act(own);
            }
        });
    }

    /// The page painted what a summons would show.
    pub(crate) fn drawn(self: &Arc<Self>) {
        self.on_its_thread(|own| {
            let mut state = own.state();
            if state.drawing.is_none() {
                return;
            }
            state.painted = Some(state.mode);
            drop(state);
            own.stop_drawing();
        });
    }

    /// Ends the drawing that nobody sees: the window is hidden as before.
    pub(super) fn stop_drawing(self: &Arc<Self>) {
        let (drawing, mode) = {
            let mut state = self.state();
            (state.drawing.take(), state.mode)
        };
        if drawing.is_some() {
            self.take_from_beside_the_screen();
            self.take_shape(mode, None);
            self.tell();
        }
    }
}

#[cfg(target_os = "linux")]
mod beside {
    use super::DeskWindow;
    use gtk::prelude::{GtkWindowExt, WidgetExt};

    /// Pixels between the window and the screen.
    const FAR: i32 = 200;

    impl DeskWindow {
        pub(super) fn may_stand_anywhere(&self) -> bool {
            let window = self.window();
            window.is_some_and(|window| self.desktop.lets_go_of(&window))
        }

        pub(super) fn put_beside_the_screen(&self) -> Option<()> {
            let window = self.window()?.gtk_window().ok()?;
            window.realize();
            window.window()?.set_override_redirect(true);
            let (width, height) = window.size();
            window.move_(-width - FAR, -height - FAR);
            window.show_all();
            Some(())
        }

        pub(super) fn take_from_beside_the_screen(&self) {
            let Some(window) = self.window().and_then(|window| window.gtk_window().ok()) else {
                return;
            };
            window.hide();
            if let Some(own) = window.window() {
                own.set_override_redirect(false);
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
impl DeskWindow {
    fn may_stand_anywhere(&self) -> bool {
        false
    }

    fn put_beside_the_screen(&self) -> Option<()> {
        None
    }

    fn take_from_beside_the_screen(&self) {}
}
