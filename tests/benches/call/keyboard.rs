//! Keys as a keyboard sends them, at once: starting a program for each would be measured along.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

const DOWN: u8 = 2;
const UP: u8 = 3;

/// The left Alt key.
pub(crate) const ALT: u32 = 0xffe9;
/// The left Ctrl key.
pub(crate) const CTRL: u32 = 0xffe3;
/// Enter.
pub(crate) const RETURN: u32 = 0xff0d;
/// Esc.
pub(crate) const ESC: u32 = 0xff1b;

/// A keyboard.
pub(crate) struct Keyboard {
    connection: RustConnection,
    root: u32,
}

impl Keyboard {
    pub(crate) fn connect() -> Self {
        let (connection, screen) = x11rb::connect(None).expect("a screen");
        let root = connection.setup().roots[screen].root;
        Self { connection, root }
    }

    /// Presses symbols together: modifiers first.
    pub(crate) fn press(&self, symbols: &[u32]) {
        let keys = symbols
            .iter()
            .map(|symbol| self.key(*symbol))
            .collect::<Vec<_>>();
        for key in &keys {
            self.send(DOWN, *key);
        }
        for key in keys.iter().rev() {
            self.send(UP, *key);
        }
        self.connection.sync().expect("the screen answers");
    }

    /// Types letters and digits.
    pub(crate) fn type_text(&self, text: &str) {
        for letter in text.chars() {
            self.press(&[u32::from(letter)]);
        }
    }

    fn send(&self, kind: u8, key: u8) {
        let sent =
            self.connection
                .xtest_fake_input(kind, key, x11rb::CURRENT_TIME, self.root, 0, 0, 0);
        sent.expect("the screen takes keys");
    }

    fn key(&self, symbol: u32) -> u8 {
        let setup = self.connection.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let mapping = self
            .connection
            .get_keyboard_mapping(first, last - first + 1);
        let mapping = mapping.expect("asked").reply().expect("a keyboard");
        let each = usize::from(mapping.keysyms_per_keycode);
        let place = mapping
            .keysyms
            .chunks(each)
            .position(|symbols| symbols.contains(&symbol));
        first + u8::try_from(place.expect("such a key")).expect("a key")
    }
}
