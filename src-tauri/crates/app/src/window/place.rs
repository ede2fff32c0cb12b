//! Places on screens, in physical pixels.

use crate::contract::DockSide;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// All of it.
    pub whole: Area,
    /// What panels leave.
    pub work: Area,
    /// Physical pixels for one logical pixel.
    pub scale: f64,
}

const BAR: (f64, f64) = (640.0, 420.0);
const COLUMN: f64 = 420.0;
/// How much of a window must be on a screen, so that the mouse can catch it.
const CATCH: u32 = 80;

impl Area {
    /// Whether the point is inside.
    #[must_use]
    pub fn holds(&self, x: i32, y: i32) -> bool {
        let inside = |at: i32, from: i32, length: u32| {
            i64::from(at) >= i64::from(from) && i64::from(at) < i64::from(from) + i64::from(length)
        };
        inside(x, self.x, self.width) && inside(y, self.y, self.height)
    }

    /// The point in the middle.
    #[must_use]
    pub fn middle(&self) -> (i32, i32) {
        (
            self.x.saturating_add_unsigned(self.width / 2),
            self.y.saturating_add_unsigned(self.height / 2),
        )
    }

    /// Moved, and made smaller where it must be, so that all of it is inside `outer`.
    fn within(self, outer: Self) -> Self {
        let (width, height) = (self.width.min(outer.width), self.height.min(outer.height));
        let last_x = outer.x.saturating_add_unsigned(outer.width - width);
        let last_y = outer.y.saturating_add_unsigned(outer.height - height);
        Self {
            x: self.x.clamp(outer.x, last_x),
            y: self.y.clamp(outer.y, last_y),
            width,
            height,
        }
    }
}

/// A name for a set of screens: the same screens in the same places have the same one.
#[must_use]
pub fn name_of(screens: &[Screen]) -> String {
    let mut screens = screens.to_vec();
    screens.sort_by_key(|screen| (screen.whole.x, screen.whole.y));
    let mut name = String::new();
    for Screen { whole, scale, .. } in screens {
        let Area { x, y, .. } = whole;
        let written = write!(name, "{}x{}+{x}+{y}@{scale} ", whole.width, whole.height);
        debug_assert!(written.is_ok(), "writing into a text never fails");
    }
    name.trim_end().to_owned()
}

/// The screen that holds the point, else the first.
#[must_use]
pub fn active_screen(screens: &[Screen], point: Option<(i32, i32)>) -> Option<Screen> {
    let held = point.and_then(|(x, y)| screens.iter().find(|screen| screen.whole.holds(x, y)));
    held.or(screens.first()).copied()
}

/// The bar on a screen: where it stood before, counted from the corner of what panels leave, else in the middle and a
/// fifth from above. `zoom` is how much larger text is than usual.
#[must_use]
pub fn bar(screen: Screen, zoom: f64, before: Option<(i32, i32)>) -> Area {
    let (width, height) = (
        pixels(BAR.0 * zoom * screen.scale),
        pixels(BAR.1 * zoom * screen.scale),
    );
    let work = screen.work;
    let (x, y) = before.unwrap_or_else(|| {
        let left = work.width.saturating_sub(width) / 2;
        (left.cast_signed(), (work.height / 5).cast_signed())
    });
    let wanted = Area {
        x: work.x.saturating_add(x),
        y: work.y.saturating_add(y),
        width,
        height,
    };
    wanted.within(work)
}

/// The column at an edge, as high as the screen; never wider than half of it.
#[must_use]
pub fn docked(screen: Screen, zoom: f64, side: DockSide) -> Area {
    let work = screen.work;
    let width = pixels(COLUMN * zoom * screen.scale).min(work.width / 2);
    let x = match side {
        DockSide::Left => work.x,
        DockSide::Right => work.x.saturating_add_unsigned(work.width - width),
    };
    Area { x, width, ..work }
}

/// Where the desk stood before, when the mouse can still catch it there; else nothing, and the system chooses.
#[must_use]
pub fn full(screens: &[Screen], before: Option<Area>) -> Option<Area> {
    let before = before?;
    let reach = CATCH.min(before.width);
    let left = (before.x.saturating_add_unsigned(reach), before.y);
    let right = (
        before.x.saturating_add_unsigned(before.width - reach),
        before.y,
    );
    let caught = screens
        .iter()
        .any(|screen| [left, right].iter().any(|(x, y)| screen.work.holds(*x, *y)));
    caught.then_some(before)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size of a window: positive, and casting a float saturates"
)]
fn pixels(size: f64) -> u32 {
    size.round().max(1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(x: i32, y: i32, width: u32, height: u32) -> Screen {
        let whole = Area {
            x,
            y,
            width,
            height,
        };
        let work = Area {
            y: y + 30,
            height: height - 30,
            ..whole
        };
        Screen {
            whole,
            work,
            scale: 1.0,
        }
    }

    fn inside(inner: Area, outer: Area) -> bool {
        outer.holds(inner.x, inner.y)
            && inner.x + inner.width.cast_signed() <= outer.x + outer.width.cast_signed()
            && inner.y + inner.height.cast_signed() <= outer.y + outer.height.cast_signed()
    }

    #[test]
    fn the_active_screen_holds_the_point_and_the_first_is_taken_when_none_does() {
        let screens = [screen(0, 0, 1366, 768), screen(1366, 0, 1920, 1080)];
        assert_eq!(active_screen(&screens, Some((2000, 5))), Some(screens[1]));
        assert_eq!(active_screen(&screens, Some((9000, 5))), Some(screens[0]));
        assert_eq!(active_screen(&screens, None), Some(screens[0]));
        assert_eq!(active_screen(&[], None), None);
    }

    #[test]
    fn the_bar_stands_in_the_middle_until_it_was_moved() {
        let area = bar(screen(0, 0, 1366, 768), 1.0, None);
        assert_eq!((area.x, area.width, area.height), (363, 640, 420));
        let moved = bar(screen(0, 0, 1366, 768), 1.0, Some((10, 20)));
        assert_eq!((moved.x, moved.y), (10, 50));
    }

    #[test]
    fn the_bar_is_never_off_the_screen_however_it_was_left() {
        let screens = [screen(0, 0, 1366, 768), screen(-1920, -200, 800, 400)];
        for screen in screens {
            for zoom in [0.5, 1.0, 1.6, 40.0] {
                for before in [(5000, 5000), (-5000, 3), (0, 0), (i32::MAX, i32::MIN)] {
                    let area = bar(screen, zoom, Some(before));
                    assert!(inside(area, screen.work), "{area:?}");
                }
            }
        }
    }

    #[test]
    fn twice_as_many_pixels_make_the_bar_twice_as_large() {
        let dense = Screen {
            scale: 2.0,
            ..screen(0, 0, 3840, 2160)
        };
        assert_eq!(bar(dense, 1.0, None).width, 1280);
    }

    #[test]
    fn the_column_is_as_high_as_the_screen_and_never_more_than_half_as_wide() {
        let screen = screen(0, 0, 1366, 768);
        let right = docked(screen, 1.0, DockSide::Right);
        assert_eq!(
            (right.x, right.y, right.width, right.height),
            (946, 30, 420, 738)
        );
        assert_eq!(docked(screen, 1.0, DockSide::Left).x, 0);
        assert_eq!(docked(screen, 1.6, DockSide::Left).width, 672);
        assert_eq!(docked(screen, 2.0, DockSide::Left).width, 683);
    }

    #[test]
    fn the_desk_comes_back_only_where_it_can_be_caught() {
        let screens = [screen(0, 0, 1366, 768)];
        let at = |x, y| {
            Some(Area {
                x,
                y,
                width: 1200,
                height: 700,
            })
        };
        assert_eq!(full(&screens, at(20, 40)), at(20, 40));
        assert_eq!(full(&screens, at(-1000, 40)), at(-1000, 40));
        assert_eq!(full(&screens, at(2000, 40)), None);
        assert_eq!(full(&screens, at(20, -400)), None);
        assert_eq!(full(&screens, None), None);
    }

    #[test]
    fn a_set_of_screens_has_one_name_in_whatever_order_they_come() {
        let (a, b) = (screen(0, 0, 1366, 768), screen(1366, 0, 1920, 1080));
        assert_eq!(name_of(&[a, b]), name_of(&[b, a]));
        assert_ne!(name_of(&[a]), name_of(&[a, b]));
    }
}
