//! The real window over a large library: start, every key to painted results, memory.
//!
//! `cargo xtask bench window`, with `--entries N` for another size (10,000 unless given). It needs a screen.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

#[expect(
    dead_code,
    unused_imports,
    reason = "the end-to-end tests use all of the harness, a measurement a part"
)]
#[path = "../e2e/harness/mod.rs"]
mod harness;
mod scale;
#[expect(dead_code, reason = "another measurement uses the rest")]
mod screen;

use harness::patience::{Instead, eventually};
use harness::{Home, Library, Window};
use screen::{line, measured, memory_mb, ours, type_key};
use std::fs;
use std::time::{Duration, Instant};
use yingda_app::timings::Timings;

/// Judged queries typed key by key.
const QUERIES: usize = 60;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime
        .expect("a runtime")
        .block_on(measure(scale::asked_for()));
}

async fn measure(count: usize) {
    let library = Library::copy_of("desk");
    fs::remove_dir_all(library.path().join("entries")).expect("the fixture's entries");
    scale::write(library.path(), count);
    let home = Home::empty();
    let (first, window) = started(&home, &library).await;
    window.close().await;
    eventually("the program is gone", async || match ours().count() {
        0 => Ok(()),
        left => Err(Instead(format!("{left} processes"))),
    })
    .await;
    let (again, window) = started(&home, &library).await;
    println!("entries                            {count}");
    println!(
        "start → first results, index built {:.2} s",
        first.as_secs_f64()
    );
    println!(
        "start → first results, index there {:.2} s",
        again.as_secs_f64()
    );
    println!(
        "key → painted results              {}",
        line(&typed(&window).await)
    );
    println!("memory of all processes (PSS)      {} MB", memory_mb());
    window.close().await;
}

/// Starts the program and searches as soon as the window takes keys.
async fn started(home: &Home, library: &Library) -> (Duration, Window) {
    let start = Instant::now();
    let window = Window::open_for(home, library).await;
    window.press("Esc").await;
    window.search("guashi").await;
    window.wait_for("[role=option]").await;
    (start.elapsed(), window)
}

/// Types queries as a person does, one key after the other, and asks the page what it measured.
async fn typed(window: &Window) -> Timings {
    window.script("performance.clearMeasures()", vec![]).await;
    let judged = yingda_content::load_judged(
        &scale::shipped(),
        &yingda_content::load(&scale::shipped()).library,
    );
    let every = (judged.queries.len() / QUERIES).max(1);
    let mut figures = Timings::default();
    for query in judged.queries.iter().step_by(every) {
        window.press("Esc").await;
        for key in query.query.chars() {
            type_key(window, key).await;
        }
        for took in measured(window).await {
            figures.add(Duration::from_secs_f64(took / 1000.0));
        }
        window.script("performance.clearMeasures()", vec![]).await;
    }
    figures
}
