//! What measurements of the real window share: its processes, their memory and work, what the page measured.

use std::fs;
use std::path::{Path, PathBuf};

use yingda_app::timings::Timings;

use crate::harness::Window;
use crate::harness::patience::{Instead, eventually};

/// p50, p95, p99 and how many.
pub(crate) fn line(timings: &Timings) -> String {
    let [p50, p95, p99] = [50, 95, 99].map(|share| timings.at(share).as_secs_f64() * 1000.0);
    let count = timings.len();
    format!("p50 {p50:.1} ms   p95 {p95:.1} ms   p99 {p99:.1} ms   ({count} measured)")
}

/// What the page measured from keys to painted results since the last time it was cleared, in milliseconds.
pub(crate) async fn measured(window: &Window) -> Vec<f64> {
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

/// Types one key and waits until its results are painted.
pub(crate) async fn type_key(window: &Window, key: char) {
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

/// Folders in `/proc` of the program that this measurement started and of its web processes.
pub(crate) fn ours() -> impl Iterator<Item = PathBuf> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes.map(|process| process.path()).filter(|path| {
        let name = fs::read_to_string(path.join("comm")).unwrap_or_default();
        let web = name.starts_with("WebKit") && !name.starts_with("WebKitWebDrive");
        (web || name.trim_end() == "yingda") && is_started_here(path)
    })
}

/// Whether a process was started by this one, or by one that it started: others may measure on the same machine.
fn is_started_here(process: &Path) -> bool {
    let mut at = process.to_owned();
    while let Some(parent) = told_of(&at).and_then(|told| told.first().copied()) {
        if parent == u64::from(std::process::id()) {
            return true;
        }
        at = PathBuf::from(format!("/proc/{parent}"));
    }
    false
}

/// The numbers that the system tells of a process, from its parent's on.
fn told_of(process: &Path) -> Option<Vec<u64>> {
    let about = fs::read_to_string(process.join("stat")).ok()?;
    // The name in brackets may hold anything, brackets too; behind it stands a letter, then numbers.
    let (_, rest) = about.rsplit_once(") ")?;
    let numbers = rest.split(' ').skip(1);
    Some(numbers.map(|number| number.parse().unwrap_or(0)).collect())
}

/// Proportional memory of all of them; 0 where the system does not say.
pub(crate) fn memory_mb() -> u64 {
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

/// How long all of them have worked, in hundredths of a second.
pub(crate) fn worked() -> u64 {
    let of_one = |path: PathBuf| {
        let told = told_of(&path)?;
        Some(told.get(10)? + told.get(11)?)
    };
    ours().filter_map(of_one).sum()
}
