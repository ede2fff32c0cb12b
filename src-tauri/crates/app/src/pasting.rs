//! When wording may be pasted into another window, and when it may only be copied.
//!
//! Owns the order of the checks. The shell brings the desktop ([`Windows`]); nothing here knows one. The rule behind all
//! of it: a key is sent only to the very window that was in use before, while it shows the very title it showed then, and
//! never a key that sends anything.

use crate::contract::PasteObstacle;

/// A window of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The system's number for it.
    pub id: u64,
    /// Its program: the class of the window or the name of the file, in lower case.
    pub program: String,
    /// Its title.
    pub title: String,
}

/// What is pressed in the other window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Ctrl+V.
    Paste,
    /// Ctrl+Z.
    Undo,
}

/// The windows of a desktop.
pub trait Windows {
    /// The window now, if it is still there.
    fn look(&self, id: u64) -> Option<Foreign>;
    /// Waits, not long, until no key is down; false when one stays down.
    fn keys_come_up(&self) -> bool;
    /// Brings it to the front and waits, not long, until it has the keyboard; false when it does not get it.
    fn activate(&self, id: u64) -> bool;
    /// Whether it has the keyboard now.
    fn is_active(&self, id: u64) -> bool;
    /// Presses a chord; false when the desktop refuses.
    fn press(&self, press: Press) -> bool;
}

/// Presses `press` in the window that was in use before, as it was then.
///
/// # Errors
/// Why nothing was pressed; or [`PasteObstacle::Unsure`] when it was, and the window is another now.
pub fn press_in(
    windows: &impl Windows,
    before: Option<&Foreign>,
    allowed: &[String],
    press: Press,
) -> Result<(), PasteObstacle> {
    let before = before.ok_or(PasteObstacle::NoWindow)?;
    if !is_allowed(&before.program, allowed) {
        let program = before.program.clone();
        return Err(PasteObstacle::NotAllowed { program });
    }
    unchanged(windows, before)?;
    // An Enter that is still down would repeat in the other window, and might send what stands there.
    if !windows.keys_come_up() {
        return Err(PasteObstacle::KeysDown);
    }
    if !windows.activate(before.id) {
        return Err(PasteObstacle::NotActive);
    }
    unchanged(windows, before)?;
    if !windows.is_active(before.id) || !windows.press(press) {
        return Err(PasteObstacle::NotActive);
    }
    if windows.is_active(before.id) && windows.look(before.id).is_some() {
        Ok(())
    } else {
        Err(PasteObstacle::Unsure)
    }
}

/// Whether the settings allow a program; names are compared without case, and `.exe` does not count.
#[must_use]
pub fn is_allowed(program: &str, allowed: &[String]) -> bool {
    let plain = |name: &str| {
        let name = name.trim().to_lowercase();
        name.strip_suffix(".exe").unwrap_or(&name).to_owned()
    };
    let program = plain(program);
    !program.is_empty() && allowed.iter().any(|name| plain(name) == program)
}

fn unchanged(windows: &impl Windows, before: &Foreign) -> Result<(), PasteObstacle> {
    match windows.look(before.id) {
        None => Err(PasteObstacle::NotActive),
        Some(now) if now.title != before.title || now.program != before.program => {
            Err(PasteObstacle::TitleChanged)
        }
        Some(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};

    /// A desktop with one other window, and what was pressed there.
    struct Desktop {
        titles: RefCell<Vec<&'static str>>,
        keys_stay_down: bool,
        comes_to_front: bool,
        active: Cell<bool>,
        leaves_after_press: bool,
        pressed: RefCell<Vec<Press>>,
    }

    impl Default for Desktop {
        fn default() -> Self {
            Self {
                titles: RefCell::new(vec!["客户 甲"]),
                keys_stay_down: false,
                comes_to_front: true,
                active: Cell::new(false),
                leaves_after_press: false,
                pressed: RefCell::default(),
            }
        }
    }

    impl Windows for Desktop {
        fn look(&self, id: u64) -> Option<Foreign> {
            let mut titles = self.titles.borrow_mut();
            let title = if titles.len() > 1 {
                titles.remove(0)
            } else {
                titles.first()?
            };
            Some(window(id, title))
        }
        fn keys_come_up(&self) -> bool {
            !self.keys_stay_down
        }
        fn activate(&self, _: u64) -> bool {
            self.active.set(self.comes_to_front);
            self.comes_to_front
        }
        fn is_active(&self, _: u64) -> bool {
            self.active.get()
        }
        fn press(&self, press: Press) -> bool {
            self.pressed.borrow_mut().push(press);
            self.active.set(!self.leaves_after_press);
            true
        }
    }

    fn window(id: u64, title: &str) -> Foreign {
        Foreign {
            id,
            program: "crm".to_owned(),
            title: title.to_owned(),
        }
    }

    fn paste(desktop: &Desktop, allowed: &str) -> Result<(), PasteObstacle> {
        let before = window(7, "客户 甲");
        press_in(desktop, Some(&before), &[allowed.to_owned()], Press::Paste)
    }

    #[test]
    fn it_is_pasted_once_where_everything_is_as_it_was() {
        let desktop = Desktop::default();
        assert_eq!(paste(&desktop, "CRM.exe"), Ok(()));
        assert_eq!(*desktop.pressed.borrow(), [Press::Paste]);
    }

    #[test]
    fn nothing_is_pressed_in_a_program_that_is_not_allowed() {
        let desktop = Desktop::default();
        let program = "crm".to_owned();
        assert_eq!(
            paste(&desktop, "mail"),
            Err(PasteObstacle::NotAllowed { program })
        );
        assert!(desktop.pressed.borrow().is_empty());
    }

    #[test]
    fn nothing_is_pressed_when_the_title_changed_before_or_while_it_came_to_the_front() {
        for titles in [vec!["客户 乙"], vec!["客户 甲", "客户 乙"]] {
            let desktop = Desktop {
                titles: RefCell::new(titles),
                ..Desktop::default()
            };
            assert_eq!(paste(&desktop, "crm"), Err(PasteObstacle::TitleChanged));
            assert!(desktop.pressed.borrow().is_empty());
        }
    }

    #[test]
    fn nothing_is_pressed_while_keys_are_down_or_the_window_stays_behind() {
        let down = Desktop {
            keys_stay_down: true,
            ..Desktop::default()
        };
        assert_eq!(paste(&down, "crm"), Err(PasteObstacle::KeysDown));
        let behind = Desktop {
            comes_to_front: false,
            ..Desktop::default()
        };
        assert_eq!(paste(&behind, "crm"), Err(PasteObstacle::NotActive));
        let gone = Desktop {
            titles: RefCell::default(),
            ..Desktop::default()
        };
        assert_eq!(paste(&gone, "crm"), Err(PasteObstacle::NotActive));
        for desktop in [down, behind, gone] {
            assert!(desktop.pressed.borrow().is_empty());
        }
    }

    #[test]
    fn a_window_that_left_while_it_was_pasted_is_not_called_a_success() {
        let desktop = Desktop {
            leaves_after_press: true,
            ..Desktop::default()
        };
        assert_eq!(paste(&desktop, "crm"), Err(PasteObstacle::Unsure));
    }

    #[test]
    fn without_a_window_before_there_is_nowhere_to_paste() {
        let desktop = Desktop::default();
        let told = press_in(&desktop, None, &[], Press::Paste);
        assert_eq!(told, Err(PasteObstacle::NoWindow));
    }

    #[test]
    fn an_empty_name_allows_nothing() {
        assert!(!is_allowed("", &[String::new()]));
        assert!(!is_allowed(".exe", &[String::new()]));
    }
}
