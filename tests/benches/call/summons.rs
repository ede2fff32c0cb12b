//! From the hotkey's press in another program to the bar painted with the keyboard in it.

use std::time::Duration;

use time::OffsetDateTime;
use yingda_app::timings::Timings;

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::{Library, Window};
use crate::keyboard::{ALT, Keyboard};
use crate::screen::line;
use crate::waiting;

const TIMES: usize = 200;
const Q: u32 = b'q' as u32;

/// Calls it many times and prints how long it took.
pub(crate) async fn measure(library: &Library) {
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(library, &other).await;
    let keyboard = Keyboard::connect();
    let mut figures = Timings::default();
    // The first one loads what all later ones have; it is not counted, and told.
    let first = call(&window, &keyboard, &other).await;
    for _ in 0..TIMES {
        figures.add(call(&window, &keyboard, &other).await);
    }
    println!(
        "hotkey → painted and focused, the first {:.0} ms",
        first.as_secs_f64() * 1000.0
    );
    println!("hotkey → painted and focused, later     {}", line(&figures));
}

/// Calls the bar from the other program, and sends it away again.
pub(crate) async fn call(window: &Window, keyboard: &Keyboard, other: &OtherProgram) -> Duration {
    window
        .script("performance.clearMarks('yingda:ready')", vec![])
        .await;
    let pressed = now_ms();
    keyboard.press(&[ALT, Q]);
    let ready = eventually("the bar is ready", async || {
        let script = "const [mark] = performance.getEntriesByName('yingda:ready'); \
            return mark === undefined ? null : performance.timeOrigin + mark.startTime";
        let at = window.script(script, vec![]).await;
        at.as_f64().ok_or_else(|| Instead("not yet".to_owned()))
    })
    .await;
    keyboard.press(&[ALT, Q]);
    other.has_keyboard().await;
    Duration::from_secs_f64((ready - pressed).max(0.0) / 1000.0)
}

fn now_ms() -> f64 {
    let now = OffsetDateTime::now_utc() - OffsetDateTime::UNIX_EPOCH;
    now.as_seconds_f64() * 1000.0
}
