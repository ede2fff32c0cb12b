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

use harness::patience::{Instead, eventually};
use harness::{Home, Library, Window};
use std::fs;
use std::path::PathBuf;
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

fn line(timings: &Timings) -> String {
    let [p50, p95, p99] = [50, 95, 99].map(|share| timings.at(share).as_secs_f64() * 1000.0);
    let count = timings.len();
    format!("p50 {p50:.1} ms   p95 {p95:.1} ms   p99 {p99:.1} ms   ({count} measured)")
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
            let before = measured(window).await.len();
            window.type_text(&key.to_string()).await;
            eventually("the key is answered", async || {
                match measured(window).await.len() {
                    now if now > before => Ok(()),
                    _ => Err(Instead("nothing painted yet".to_owned())),
                }
            })
            .await;
        }
        for took in measured(window).await {
            figures.add(Duration::from_secs_f64(took / 1000.0));
        }
        window.script("performance.clearMeasures()", vec![]).await;
    }
    figures
}

/// What the page measured since the last time it was cleared, in milliseconds.
async fn measured(window: &Window) -> Vec<f64> {
    let script =
        "return performance.getEntriesByName('yingda:key-to-paint').map((entry) => entry.duration)";
    let value = window.script(script, vec![]).await;
    value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(serde_json::Value::as_f64)
        .collect()
}

/// Folders in `/proc` of the program and its web processes.
fn ours() -> impl Iterator<Item = PathBuf> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.map(|process| process.path()).filter(|path| {
        let name = fs::read_to_string(path.join("comm")).unwrap_or_default();
        let web = name.starts_with("WebKit") && !name.starts_with("WebKitWebDrive");
        web || name.trim_end() == "yingda"
    })
}

/// Proportional memory of all of them; 0 where the system does not say.
fn memory_mb() -> u64 {
    let pss = ours().map(|path| {
        let rollup = fs::read_to_string(path.join("smaps_rollup")).unwrap_or_default();
        let line = rollup
            .lines()
            .find(|line| line.starts_with("Pss:"))
            .unwrap_or_default();
        line.split_whitespace()
            .nth(1)
            .and_then(|kb| kb.parse::<u64>().ok())
            .unwrap_or(0)
    });
    pss.sum::<u64>() / 1024
}
