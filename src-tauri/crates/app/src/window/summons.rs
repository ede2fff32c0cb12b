//! What the hotkey does.

use crate::contract::WindowMode;

/// How the window is found when the hotkey comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// It is on the screen: neither hidden nor minimised.
    pub shown: bool,
    /// It has the keyboard.
    pub focused: bool,
    /// Its shape.
    pub mode: WindowMode,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Shown in this shape, with the keyboard.
    Show(WindowMode),
    /// It is there: it gets the keyboard.
    Focus,
    /// Hidden; the keyboard goes back.
    Hide,
}

/// Hidden → shown as `wanted`; there without the keyboard → gets it; bar with the keyboard → hidden. The desk with the
/// keyboard stays: hiding what somebody works in would take it away.
#[must_use]
pub fn answer(seen: Seen, wanted: WindowMode) -> Answer {
    match (seen.shown, seen.focused, seen.mode) {
        (false, ..) => Answer::Show(wanted),
        (true, true, WindowMode::Bar) => Answer::Hide,
        (true, ..) => Answer::Focus,
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Seen, answer};
    use crate::contract::WindowMode::{Bar, Docked, Full};

    fn seen(shown: bool, focused: bool, mode: crate::contract::WindowMode) -> Seen {
        Seen {
            shown,
            focused,
            mode,
        }
    }

    #[test]
    fn a_hidden_window_comes_in_the_shape_that_was_chosen() {
        assert_eq!(answer(seen(false, false, Full), Bar), Answer::Show(Bar));
        assert_eq!(
            answer(seen(false, false, Bar), Docked),
            Answer::Show(Docked)
        );
    }

    #[test]
    fn a_window_that_is_there_only_gets_the_keyboard() {
        assert_eq!(answer(seen(true, false, Bar), Bar), Answer::Focus);
        assert_eq!(answer(seen(true, false, Full), Bar), Answer::Focus);
    }

    #[test]
    fn the_bar_in_use_is_hidden_and_the_desk_in_use_is_not() {
        assert_eq!(answer(seen(true, true, Bar), Bar), Answer::Hide);
        assert_eq!(answer(seen(true, true, Full), Bar), Answer::Focus);
        assert_eq!(answer(seen(true, true, Docked), Bar), Answer::Focus);
    }
}
