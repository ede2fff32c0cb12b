//! The hotkey: one chord held at a time.

use super::super::chord::Chord;
use super::keyboard::{keycode, modifiers, symbol};
use super::link::Link;
use x11rb::connection::Connection;
use x11rb::errors::ReplyError;
use x11rb::protocol::ErrorKind;
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, ModMask};
use yingda_app::contract::HotkeyState;

/// What is held, and whether its key is down.
#[derive(Default)]
pub(in super::super) struct Grab {
    held: Option<Held>,
    /// A key that stays down repeats; only its first press counts.
    pub(super) down: bool,
}

struct Held {
    chord: Chord,
    named: String,
    key: u8,
    modifiers: ModMask,
}

/// Caps lock and num lock are modifiers for X11, and must not matter.
fn locks() -> [ModMask; 4] {
    [
        ModMask::default(),
        ModMask::LOCK,
        ModMask::M2,
        ModMask::LOCK | ModMask::M2,
    ]
}

impl Grab {
    /// Whether a press of this key is the hotkey's.
    pub(super) fn is(&self, key: u8) -> bool {
        self.held.as_ref().is_some_and(|held| held.key == key)
    }

    pub(super) fn let_go(&mut self, link: &Link) {
        if let Some(held) = self.held.take() {
            release(link, held.key, held.modifiers);
        }
        self.down = false;
    }

    /// Holds the chord in place of the one before.
    pub(super) fn hold(&mut self, link: &Link, chord: &Chord, named: String) -> HotkeyState {
        self.let_go(link);
        let key = symbol(chord).and_then(|symbol| keycode(&link.connection, symbol));
        let Some(key) = key else {
            return HotkeyState::Unfit { chord: named };
        };
        let modifiers = modifiers(chord);
        match take(link, key, modifiers) {
            Ok(()) => {
                self.held = Some(Held {
                    chord: chord.clone(),
                    named: named.clone(),
                    key,
                    modifiers,
                });
                HotkeyState::Held { chord: named }
            }
            Err(error) => {
                release(link, key, modifiers);
                match error {
                    ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => {
                        HotkeyState::Taken { chord: named }
                    }
                    other => HotkeyState::Failed {
                        chord: named,
                        detail: other.to_string(),
                    },
                }
            }
        }
    }

    /// The keyboard has another layout: the same chord may be another key.
    pub(super) fn hold_again(&mut self, link: &Link) {
        if let Some(Held { chord, named, .. }) = self.held.take() {
            self.hold(link, &chord, named);
        }
    }
}

fn take(link: &Link, key: u8, modifiers: ModMask) -> Result<(), ReplyError> {
    for lock in locks() {
        let mode = GrabMode::ASYNC;
        link.connection
            .grab_key(false, link.root, modifiers | lock, key, mode, mode)?
            .check()?;
    }
    Ok(())
}

fn release(link: &Link, key: u8, modifiers: ModMask) {
    for lock in locks() {
        // What was never held can be let go just as well.
        if let Ok(asked) = link.connection.ungrab_key(key, link.root, modifiers | lock) {
            asked.ignore_error();
        }
    }
    drop(link.connection.flush());
}
