//! A program that is not ours: a window with a title, which takes what is typed and pasted into it.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, GrabMode,
    KeyButMask, KeyPressEvent, ModMask, PropMode, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::patience::{Instead, eventually};

x11rb::atom_manager! {
    Names: NamesCookie {
        _NET_WM_NAME,
        _NET_ACTIVE_WINDOW,
        UTF8_STRING,
        CLIPBOARD,
        PASTED,
    }
}

const ENTER: u32 = 0xff0d;

/// What happened to it, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Happened {
    /// Ctrl+V, with the text that the clipboard gave.
    Pasted(String),
    /// Ctrl+Z.
    Undone,
    /// Enter, with whatever was held: it would have sent what stands there.
    Sent,
    /// Any other key, by its number.
    Key(u8),
}

/// Its window; gone with this value.
pub(crate) struct OtherProgram {
    connection: Arc<RustConnection>,
    root: u32,
    window: u32,
    names: Names,
    happened: Arc<Mutex<Vec<Happened>>>,
}

impl OtherProgram {
    /// Opens a window of the program `class` and waits until it has the keyboard.
    pub(crate) async fn open(class: &str, title: &str) -> Self {
        let (connection, screen) = x11rb::connect(None).expect("a screen");
        let connection = Arc::new(connection);
        let root = connection.setup().roots[screen].root;
        let names = Names::new(&*connection)
            .expect("names")
            .reply()
            .expect("names");
        let window = connection.generate_id().expect("a number");
        let events =
            EventMask::KEY_PRESS | EventMask::PROPERTY_CHANGE | EventMask::STRUCTURE_NOTIFY;
        let look = CreateWindowAux::new().event_mask(events);
        let kind = WindowClass::INPUT_OUTPUT;
        connection
            .create_window(
                COPY_DEPTH_FROM_PARENT,
                window,
                root,
                40,
                60,
                400,
                200,
                0,
                kind,
                0,
                &look,
            )
            .expect("a window");
        let classes = format!("{class}\0{class}\0");
        let own = Self {
            connection,
            root,
            window,
            names,
            happened: Arc::default(),
        };
        own.write(AtomEnum::WM_CLASS.into(), AtomEnum::STRING.into(), &classes);
        own.rename(title);
        own.connection.map_window(window).expect("it is shown");
        own.connection.flush().expect("it is shown");
        own.listen();
        own.come_to_front().await;
        own
    }

    /// Shows another title.
    pub(crate) fn rename(&self, title: &str) {
        self.write(self.names._NET_WM_NAME, self.names.UTF8_STRING, title);
        self.connection.sync().expect("the screen answers");
    }

    /// Somebody clicks on it.
    pub(crate) async fn come_to_front(&self) {
        eventually("the other program has the keyboard", async || {
            let words = [2, x11rb::CURRENT_TIME, 0, 0, 0];
            let message =
                ClientMessageEvent::new(32, self.window, self.names._NET_ACTIVE_WINDOW, words);
            let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
            self.connection
                .send_event(false, self.root, to, message)
                .expect("sent");
            self.connection.sync().expect("the screen answers");
            self.front()
        })
        .await;
    }

    /// Waits until it has the keyboard without asking for it.
    pub(crate) async fn has_keyboard(&self) {
        eventually("the keyboard is back in the other program", async || {
            self.front()
        })
        .await;
    }

    /// Whether something else has the keyboard now.
    pub(crate) fn is_behind(&self) -> bool {
        self.front().is_err()
    }

    fn front(&self) -> Result<(), Instead> {
        let focus = self
            .connection
            .get_input_focus()
            .expect("focus")
            .reply()
            .expect("focus")
            .focus;
        if focus == self.window {
            Ok(())
        } else {
            Err(Instead(format!("{focus:x}")))
        }
    }

    /// What happened until now.
    pub(crate) fn happened(&self) -> Vec<Happened> {
        self.happened.lock().expect("no panic there").clone()
    }

    /// Holds Alt+Q as its own hotkey; true when it got it.
    pub(crate) fn hold_alt_q(&self) -> bool {
        let key = keycode(&self.connection, u32::from('q'));
        let held = self.connection.grab_key(
            false,
            self.root,
            ModMask::M1,
            key,
            GrabMode::ASYNC,
            GrabMode::ASYNC,
        );
        held.expect("asked").check().is_ok()
    }

    fn write(&self, name: u32, kind: u32, text: &str) {
        self.connection
            .change_property8(PropMode::REPLACE, self.window, name, kind, text.as_bytes())
            .expect("a property");
    }

    fn listen(&self) {
        let connection = Arc::clone(&self.connection);
        let (window, names, happened) = (self.window, self.names, Arc::clone(&self.happened));
        thread::spawn(move || {
            let note = |what| happened.lock().expect("no panic there").push(what);
            while let Ok(event) = connection.wait_for_event() {
                match event {
                    Event::KeyPress(press) if is_modifier(&connection, press.detail) => {}
                    Event::KeyPress(press) => {
                        if let Some(what) = meaning(&connection, &press) {
                            note(what);
                        } else {
                            let to = (names.CLIPBOARD, names.UTF8_STRING, names.PASTED);
                            let asked = connection.convert_selection(
                                window,
                                to.0,
                                to.1,
                                to.2,
                                x11rb::CURRENT_TIME,
                            );
                            asked.expect("asked").check().expect("asked");
                        }
                    }
                    Event::SelectionNotify(given) => {
                        let text = connection
                            .get_property(true, window, given.property, AtomEnum::ANY, 0, 1 << 16)
                            .ok()
                            .and_then(|asked| asked.reply().ok())
                            .map(|answer| answer.value);
                        note(Happened::Pasted(
                            String::from_utf8_lossy(&text.unwrap_or_default()).into_owned(),
                        ));
                    }
                    Event::DestroyNotify(_) => return,
                    _ => {}
                }
            }
        });
    }
}

impl Drop for OtherProgram {
    fn drop(&mut self) {
        let key = keycode(&self.connection, u32::from('q'));
        drop(self.connection.ungrab_key(key, self.root, ModMask::M1));
        drop(self.connection.destroy_window(self.window));
        drop(self.connection.flush());
        // The window manager hands the keyboard on.
        thread::sleep(Duration::from_millis(30));
    }
}

/// Keys that mean nothing by themselves.
fn is_modifier(connection: &RustConnection, key: u8) -> bool {
    let (first, each) = (connection.setup().min_keycode, 0xffe1..=0xffee);
    let mapping = connection.get_keyboard_mapping(key.max(first), 1);
    let mapping = mapping.expect("asked").reply().expect("a keyboard");
    mapping
        .keysyms
        .first()
        .is_some_and(|symbol| each.contains(symbol))
}

/// What a key means there; nothing for the one that pastes.
fn meaning(connection: &RustConnection, press: &KeyPressEvent) -> Option<Happened> {
    let control = press.state.contains(KeyButMask::CONTROL);
    let is = |symbol: u32| keycode(connection, symbol) == press.detail;
    if control && is(u32::from('v')) {
        return None;
    }
    Some(match () {
        () if is(ENTER) => Happened::Sent,
        () if control && is(u32::from('z')) => Happened::Undone,
        () => Happened::Key(press.detail),
    })
}

fn keycode(connection: &RustConnection, symbol: u32) -> u8 {
    let (first, last) = (
        connection.setup().min_keycode,
        connection.setup().max_keycode,
    );
    let mapping = connection.get_keyboard_mapping(first, last - first + 1);
    let mapping = mapping.expect("asked").reply().expect("a keyboard");
    let each = usize::from(mapping.keysyms_per_keycode);
    let place = mapping
        .keysyms
        .chunks(each)
        .position(|symbols| symbols.contains(&symbol));
    first + u8::try_from(place.expect("such a key")).expect("a key")
}
