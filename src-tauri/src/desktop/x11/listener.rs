//! Waits for the hotkey and for other windows coming to the front, on a thread of its own that sleeps until then.

use super::link::Link;
use std::sync::Arc;
use std::thread;
use x11rb::connection::Connection;
use x11rb::errors::ReplyOrIdError;
use x11rb::protocol::Event;
use x11rb::protocol::xkb::{ConnectionExt as _, ID, PerClientFlag};
use x11rb::protocol::xproto::{ChangeWindowAttributesAux, ConnectionExt as _, EventMask};

/// Begins to listen; it ends with the connection.
pub(in super::super) fn listen(link: &Arc<Link>) {
    let link = Arc::clone(link);
    thread::spawn(move || {
        // Without these the hotkey still comes; it may come twice while it stays down.
        drop(prepare(&link));
        link.note_active();
        while let Ok(event) = link.connection.wait_for_event() {
            heard(&link, &event);
        }
    });
}

fn prepare(link: &Link) -> Result<(), ReplyOrIdError> {
    let events = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
    link.connection
        .change_window_attributes(link.root, &events)?
        .check()?;
    link.connection.xkb_use_extension(1, 0)?.reply()?;
    let repeat = PerClientFlag::DETECTABLE_AUTO_REPEAT;
    let nothing = Default::default();
    link.connection
        .xkb_per_client_flags(
            ID::USE_CORE_KBD.into(),
            repeat,
            repeat,
            nothing,
            nothing,
            nothing,
        )?
        .reply()?;
    Ok(())
}

fn heard(link: &Link, event: &Event) {
    match event {
        Event::KeyPress(press) => {
            let mut grab = link.grab();
            let first = grab.is(press.detail) && !grab.down;
            grab.down |= first;
            drop(grab);
            if first {
                (link.hotkey)();
            }
        }
        Event::KeyRelease(release) => {
            let mut grab = link.grab();
            if grab.is(release.detail) {
                grab.down = false;
            }
        }
        Event::PropertyNotify(changed) if changed.atom == link.atoms._NET_ACTIVE_WINDOW => {
            link.note_active();
        }
        Event::MappingNotify(_) => link.grab().hold_again(link),
        _ => {}
    }
}
