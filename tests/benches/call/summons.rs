//! From the hotkey's press in another program to the bar painted with the keyboard in it: the first time after a start,
//! and every later time.

use std::time::Duration;

use serde_json::json;
use time::OffsetDateTime;
use yingda_app::timings::Timings;

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};
use crate::keyboard::{ALT, Keyboard};
use crate::screen::line;
use crate::{scale, waiting};

const TIMES: usize = 200;
/// Starts whose first summons is measured, unless `--starts` says another number.
const STARTS: usize = 5;
/// How long reading a library for its meaning may take, and how long it may seem that there is no model.
const LOOKS: u32 = 240;
const LOOKS_WITHOUT: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);
const Q: u32 = b'q' as u32;

/// Calls it first after several starts of each kind, then many times after one, and prints how long it took.
pub(crate) async fn measure(library: &Library) {
    let other = OtherProgram::open("crm", "客户 甲").await;
    let keyboard = Keyboard::connect();
    // Of somebody who has the program for a while: what a first start makes is there.
    let home = Home::with_settings(&json!({ "welcomed": true }));
    understood(&Window::open_for(&home, library).await).await;
    let mut firsts = [Vec::new(), Vec::new()];
    for _ in 0..starts() {
        let window = unseen(&home, library, &other).await;
        firsts[0].push(call(&window, &keyboard, &other).await);
        drop(window);
        let window = waiting(&home, library, &other).await;
        firsts[1].push(call(&window, &keyboard, &other).await);
    }
    let window = waiting(&home, library, &other).await;
    let mut figures = Timings::default();
    call(&window, &keyboard, &other).await;
    for _ in 0..TIMES {
        figures.add(call(&window, &keyboard, &other).await);
    }
    let [with_system, by_hand] = firsts;
    println!(
        "hotkey → painted and focused, first after a start with the system {}",
        told(with_system)
    );
    println!(
        "hotkey → painted and focused, first after a start by hand         {}",
        told(by_hand)
    );
    println!(
        "hotkey → painted and focused, later                               {}",
        line(&figures)
    );
}

fn starts() -> usize {
    let asked = scale::option("--starts").and_then(|count| count.parse().ok());
    asked.unwrap_or(STARTS)
}

/// Waits until the library was read for its meaning; with no model there is nothing to wait for.
async fn understood(window: &Window) {
    for look in 0..LOOKS {
        let status = window.ask("status").await;
        match status["meaning"]["state"].as_str() {
            Some("ready") => return,
            Some("off") if look > LOOKS_WITHOUT => return,
            _ => tokio::time::sleep(BETWEEN_LOOKS).await,
        }
    }
}

/// Started with the system: it was never on the screen.
async fn unseen(home: &Home, library: &Library, other: &OtherProgram) -> Window {
    let window = Window::open_with(home, library, &["--hidden"]).await;
    eventually("the bar is painted where nobody sees it", async || {
        let view = window.ask("window").await;
        if view["drawing"] == false {
            Ok(())
        } else {
            Err(Instead(view.to_string()))
        }
    })
    .await;
    other.has_keyboard().await;
    window
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

/// Median, worst and how many.
fn told(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let ms = |at: usize| took.get(at).map_or(0.0, |took| took.as_secs_f64() * 1000.0);
    let count = took.len();
    format!(
        "median {:.0} ms   worst {:.0} ms   ({count} starts)",
        ms(count / 2),
        ms(count.saturating_sub(1))
    )
}

fn now_ms() -> f64 {
    let now = OffsetDateTime::now_utc() - OffsetDateTime::UNIX_EPOCH;
    now.as_seconds_f64() * 1000.0
}
