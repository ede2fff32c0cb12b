//! The three shapes, and the places remembered for them.

use super::DeskWindow;
use std::sync::Arc;
use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow};
use yingda_app::contract::{DockSide, WindowMode, WindowView};
use yingda_app::window::{Area, Screen, active_screen, bar, docked, full, name_of};

/// The desk where nothing is remembered, and the least it can be, in logical pixels.
pub(super) const DESK: (f64, f64) = (1366.0, 740.0);
const LEAST: (f64, f64) = (640.0, 360.0);

impl DeskWindow {
    /// Gives the window another shape where it stands.
    pub(crate) fn set_mode(self: &Arc<Self>, mode: WindowMode) -> WindowView {
        {
            let mut state = self.state();
            state.memory.last = mode;
        }
        self.on_its_thread(move |own| {
            own.remember_place();
            let point = own.window().and_then(|window| middle(&window));
            own.take_shape(mode, point);
            own.state().painted = Some(mode);
            own.tell();
        });
        // Until it has taken the shape, its place is remembered as that of the shape before.
        WindowView {
            mode,
            ..self.view()
        }
    }

    /// The column stands at this edge, now or when the window becomes one.
    pub(crate) fn dock(self: &Arc<Self>, side: DockSide) -> WindowView {
        self.state().memory.side = side;
        self.keep_memory();
        let mode = self.state().mode;
        if mode == WindowMode::Docked {
            return self.set_mode(mode);
        }
        self.view()
    }

    /// Keeps bar and column on top, or not.
    pub(crate) fn keep_on_top(self: &Arc<Self>, on_top: bool) -> WindowView {
        self.state().memory.on_top = on_top;
        self.keep_memory();
        self.on_its_thread(|own| {
            let above = own.state().memory.on_top && own.state().mode != WindowMode::Full;
            if let Some(window) = own.window() {
                drop(window.set_always_on_top(above));
            }
            own.tell();
        });
        self.view()
    }

    /// Takes the shape on the screen that holds the point. A desktop that refuses leaves the window as it is.
    pub(super) fn take_shape(&self, mode: WindowMode, point: Option<(i32, i32)>) {
        let Some(window) = self.window() else { return };
        let screens = screens(&window);
        let zoom = self.settings().text_size.factor();
        let (side, on_top, places) = {
            let mut state = self.state();
            state.mode = mode;
            let places = state.memory.on(&name_of(&screens));
            (state.memory.side, state.memory.on_top, places)
        };
        let screen = active_screen(&screens, point);
        let area = match mode {
            WindowMode::Full => full(&screens, places.full),
            WindowMode::Docked => screen.map(|screen| docked(screen, zoom, side)),
            WindowMode::Bar => screen.map(|screen| bar(screen, zoom, places.bar)),
        };
        let desk = mode == WindowMode::Full;
        let least = desk.then(|| tauri::LogicalSize::new(LEAST.0, LEAST.1));
        if !desk || !places.maximized {
            drop(window.unmaximize());
        }
        drop(window.set_min_size(least));
        drop(window.set_decorations(desk));
        drop(window.set_skip_taskbar(mode == WindowMode::Bar));
        drop(window.set_always_on_top(!desk && on_top));
        if let Some(area) = area {
            place(&window, area);
        } else if desk {
            drop(window.set_size(tauri::LogicalSize::new(DESK.0, DESK.1)));
            drop(window.center());
        }
        if desk && places.maximized {
            drop(window.maximize());
        }
    }

    /// Remembers where the window stands in its shape.
    pub(super) fn remember_place(self: &Arc<Self>) {
        let Some(window) = self.window() else { return };
        let (Ok(corner), Ok(size)) = (window.outer_position(), window.inner_size()) else {
            return;
        };
        let screens = screens(&window);
        let name = name_of(&screens);
        let maximized = window.is_maximized().unwrap_or(false);
        let mut state = self.state();
        if !state.shown {
            return;
        }
        let mut places = state.memory.on(&name);
        match state.mode {
            WindowMode::Full => {
                places.maximized = maximized;
                if !maximized {
                    places.full = Some(Area {
                        x: corner.x,
                        y: corner.y,
                        width: size.width,
                        height: size.height,
                    });
                }
            }
            WindowMode::Bar => {
                let point = (
                    corner.x.saturating_add_unsigned(size.width / 2),
                    corner.y.saturating_add_unsigned(size.height / 2),
                );
                if let Some(screen) = active_screen(&screens, Some(point)) {
                    places.bar = Some((corner.x - screen.work.x, corner.y - screen.work.y));
                }
            }
            WindowMode::Docked => return,
        }
        let known = state.memory.on(&name) == places && state.memory.places.contains_key(&name);
        state.memory.remember(&name, places);
        drop(state);
        if !known {
            self.keep_memory();
        }
    }
}

fn place(window: &WebviewWindow, area: Area) {
    drop(window.set_size(PhysicalSize::new(area.width, area.height)));
    drop(window.set_position(PhysicalPosition::new(area.x, area.y)));
}

/// The middle of the window.
fn middle(window: &WebviewWindow) -> Option<(i32, i32)> {
    let (corner, size) = (window.outer_position().ok()?, window.outer_size().ok()?);
    Some((
        corner.x.saturating_add_unsigned(size.width / 2),
        corner.y.saturating_add_unsigned(size.height / 2),
    ))
}

fn screens(window: &WebviewWindow) -> Vec<Screen> {
    let monitors = window.available_monitors().unwrap_or_default();
    let read = |monitor: &tauri::Monitor| {
        let (whole, work) = ((*monitor.position(), *monitor.size()), monitor.work_area());
        Screen {
            whole: area(whole.0, whole.1),
            work: area(work.position, work.size),
            scale: monitor.scale_factor(),
        }
    };
    monitors.iter().map(read).collect()
}

fn area(corner: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> Area {
    Area {
        x: corner.x,
        y: corner.y,
        width: size.width,
        height: size.height,
    }
}
