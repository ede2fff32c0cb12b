//! The search without a window: building, opening, every key of every judged query.
//!
//! `cargo xtask bench engine`, with `--entries N` for another size (10,000 unless given).

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

mod figures;
mod scale;

use figures::Figures;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use time::macros::date;
use yingda_app::contract::SearchRequest;
use yingda_app::snapshot::IndexPlace;
use yingda_app::{BeijingTime, Snapshot};

fn main() {
    let count = scale::asked_for();
    let folder = tempfile::tempdir().expect("a temporary folder");
    scale::write(folder.path(), count);
    let index = tempfile::tempdir().expect("a temporary folder");

    let (snapshot, built) = take(folder.path(), index.path());
    drop(snapshot);
    let (snapshot, opened) = take(folder.path(), index.path());
    println!("entries                      {count}");
    let thousands = count as f64 / 1000.0;
    println!(
        "read and index from nothing  {:.2} s   ({:.0} ms per 1,000 entries)",
        built.as_secs_f64(),
        built.as_secs_f64() * 1000.0 / thousands
    );
    println!(
        "read and open as found       {:.2} s   ({:.0} ms per 1,000 entries)",
        opened.as_secs_f64(),
        opened.as_secs_f64() * 1000.0 / thousands
    );
    println!("resident memory              {} MB", resident_mb());
    let (figures, slowest) = every_key(&snapshot);
    println!("a key → an answer            {}", figures.line());
    for (took, text) in slowest.iter().take(10) {
        let took = took.as_secs_f64() * 1000.0;
        println!("  slowest                    {took:.1} ms  {text}");
    }
}

fn take(folder: &Path, index: &Path) -> (Snapshot, Duration) {
    let started = Instant::now();
    let taken = Snapshot::take(folder, IndexPlace::Folder(index), None, &mut |_, _| {});
    (taken.expect("an index").0, started.elapsed())
}

/// Every prefix of every judged query, as an agent types it.
fn every_key(snapshot: &Snapshot) -> (Figures, Vec<(Duration, String)>) {
    let judged = yingda_content::load_judged(
        &scale::shipped(),
        &yingda_content::load(&scale::shipped()).library,
    );
    let now = BeijingTime::start_of(date!(2026 - 11 - 22));
    let mut figures = Figures::default();
    let mut slowest = Vec::new();
    for query in judged.queries {
        let chars: Vec<char> = query.query.chars().collect();
        for end in 1..=chars.len() {
            let text: String = chars[..end].iter().collect();
            let request = SearchRequest {
                text: text.clone(),
                ..SearchRequest::default()
            };
            let started = Instant::now();
            yingda_app::search(snapshot, &request, now).expect("an answer");
            let took = started.elapsed();
            figures.add_ms(took.as_secs_f64() * 1000.0);
            slowest.push((took, text));
        }
    }
    slowest.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    (figures, slowest)
}

/// Resident memory of this process; 0 where the system does not say.
fn resident_mb() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|kb| kb.parse::<u64>().ok())
        .unwrap_or(0)
        / 1024
}
