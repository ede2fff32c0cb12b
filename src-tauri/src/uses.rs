//! Writing down what was used, behind the answer and at the end.

use std::sync::Arc;
use std::thread;
use yingda_app::Desk;

/// Writes on a thread of its own, so that no answer waits for a disk.
pub(crate) fn keep_behind(desk: &Arc<Desk>) {
    let desk = Arc::clone(desk);
    thread::spawn(move || keep(&desk));
}

/// Writes everything and ends the record: before the program ends.
pub(crate) fn keep_and_close(desk: &Desk) {
    keep(desk);
    desk.close_record();
}

fn keep(desk: &Desk) {
    // A full disk must not disturb a call: the uses stay noted, and the next one is written with them.
    drop(desk.keep_uses());
}
