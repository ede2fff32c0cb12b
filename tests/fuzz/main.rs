//! Every reader of foreign bytes under a fuzzer that sees which branches an input reaches.
//!
//! `cargo xtask fuzz NAME --seconds N` builds and runs it; `YINGDA_FUZZ` says which reader. A panic that leaves a reader
//! ends the run and keeps the input; one that the reader itself turns into a fault does not.

#![no_main]
// The fuzzer stops at a panic: that is how it tells.
#![expect(
    clippy::panic,
    clippy::expect_used,
    reason = "a broken rule has to end the run"
)]

mod documents;
mod tables;
mod texts;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

/// A reader: takes bytes, keeps nothing.
type Target = fn(&[u8]);

/// Every reader by its name.
const TARGETS: [(&str, Target); 15] = [
    ("entry", texts::entry),
    ("sheet", texts::sheet),
    ("tables", tables::tables),
    ("judged", tables::judged),
    ("people", tables::people),
    ("record", tables::record),
    ("outbox", tables::outbox),
    ("word", documents::word),
    ("excel", documents::excel),
    ("slides", documents::slides),
    ("pdf", documents::pdf),
    ("xls", documents::xls),
    ("html", documents::html),
    ("markdown", documents::markdown),
    ("text", documents::text),
];

fn target() -> Target {
    static CHOSEN: OnceLock<Target> = OnceLock::new();
    *CHOSEN.get_or_init(|| {
        // A panic inside a reader that makes a fault of it is no finding, and would fill the screen.
        std::panic::set_hook(Box::new(|_| {}));
        let name = std::env::var("YINGDA_FUZZ").unwrap_or_default();
        let found = TARGETS.iter().find(|(known, _)| *known == name);
        found.map_or_else(
            || panic!("YINGDA_FUZZ names no reader: {name}"),
            |(_, target)| *target,
        )
    })
}

fuzz_target!(|data: &[u8]| target()(data));
