//! From a key to painted results in a large library: while its index is built anew, while it rests, and beside both what
//! two frames take in which nothing is drawn, since each figure ends with the second frame.
//!
//! In the desk at its usual size; with `--bar` in the quick bar.
//!
//! A build is over after a few keys, so it is done again and again while keys come at a steady pace. The page says when
//! each build began and ended and when each key came and was painted; a key counts whose whole time lies within a build.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use yingda_app::timings::Timings;

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};
use crate::scale;
use crate::screen::line;

/// Keys measured while the index was being built, at least, and while it rested.
const KEYS: usize = 200;
/// Times every entry is changed before giving up.
const BUILDS: usize = 60;
/// From one key to the next, at least: a quick typist.
const PACE: Duration = Duration::from_millis(120);
/// Pairs of frames.
const FRAMES: usize = 100;

/// Types while the index rests and while it is built, and prints how long the keys took.
pub(crate) async fn measure(count: usize) {
    let library = Library::copy_of("desk");
    fs::remove_dir_all(library.path().join("entries")).expect("the fixture's entries");
    scale::write(library.path(), count);
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.press("Esc").await;
    if std::env::args().any(|word| word == "--bar") {
        window.ask_with("set_window_mode", json!("bar")).await;
        window.wait_for("main.bar").await;
    }
    let loaded = yingda_content::load(&scale::shipped());
    let judged = yingda_content::load_judged(&scale::shipped(), &loaded.library);
    let queries = judged.queries.iter().map(|query| query.query.as_str());
    let mut keys = queries.flat_map(|query| query.chars().map(Some).chain([None]));
    println!(
        "two frames, nothing drawn               {}",
        line(&frames(&window).await)
    );
    let mut resting = Timings::default();
    while resting.len() < KEYS {
        window.script("performance.clearMeasures()", vec![]).await;
        let ten = Instant::now() + 10 * PACE;
        while Instant::now() < ten {
            type_next(&window, &mut keys).await;
        }
        for took in painted(&window).await {
            resting.add(took.1 - took.0);
        }
    }
    println!(
        "key → painted, {count} entries, at rest     {}",
        line(&resting)
    );
    let (mut building, mut builds) = (Timings::default(), Timings::default());
    for build in 0..BUILDS {
        change_all(library.path(), build);
        let (began, ended) = build_typing(&window, &mut keys).await;
        builds.add(ended - began);
        for took in painted(&window).await {
            if took.0 >= began && took.1 <= ended {
                building.add(took.1 - took.0);
            }
        }
        if building.len() >= KEYS {
            break;
        }
    }
    println!(
        "key → painted, {count} entries, being built {}",
        line(&building)
    );
    println!("building anew while keys come           {}", line(&builds));
}

/// Has the index built anew and types until that is over; when it began and ended.
async fn build_typing(
    window: &Window,
    keys: &mut impl Iterator<Item = Option<char>>,
) -> (Duration, Duration) {
    let begin = "performance.clearMeasures(); const began = performance.now(); window.built = null; \
        const over = () => (window.built = [began, performance.now()]); \
        window.__TAURI_INTERNALS__.invoke('reload').then(over, over)";
    window.script(begin, vec![]).await;
    loop {
        type_next(window, keys).await;
        let built = window.script("return window.built", vec![]).await;
        if let [began, ended] = times(&built)[..] {
            return (began, ended);
        }
    }
}

/// Types the next key, or empties the box behind a query, and waits until the next may come.
async fn type_next(window: &Window, keys: &mut impl Iterator<Item = Option<char>>) {
    let next = Instant::now() + PACE;
    match keys.next() {
        Some(Some(key)) => window.type_text(&key.to_string()).await,
        _ => window.press("Esc").await,
    }
    tokio::time::sleep(next.saturating_duration_since(Instant::now())).await;
}

/// When each key came and was painted, since the last time that was cleared.
async fn painted(window: &Window) -> Vec<(Duration, Duration)> {
    let script = "return performance.getEntriesByName('yingda:key-to-paint') \
        .map(({ startTime, duration }) => [startTime, startTime + duration])";
    let measured = window.script(script, vec![]).await;
    let pairs = measured.as_array().into_iter().flatten().map(times);
    pairs
        .filter_map(|pair| match pair[..] {
            [came, seen] => Some((came, seen)),
            _ => None,
        })
        .collect()
}

/// How long two frames take that have nothing to draw, as the page measures a key.
async fn frames(window: &Window) -> Timings {
    let begin = "const [count] = arguments; const took = (window.pairs = []); \
        const next = () => { if (took.length === count) return; \
            setTimeout(() => { const began = performance.now(); \
                requestAnimationFrame(() => requestAnimationFrame(() => { \
                    took.push(performance.now() - began); next(); })); }, 7 * (took.length % 11)); }; \
        next()";
    window.script(begin, vec![json!(FRAMES)]).await;
    let took = eventually("the frames come", async || {
        let took = times(&window.script("return window.pairs", vec![]).await);
        if took.len() == FRAMES {
            Ok(took)
        } else {
            Err(Instead(format!("{} pairs", took.len())))
        }
    })
    .await;
    let mut figures = Timings::default();
    for took in took {
        figures.add(took);
    }
    figures
}

/// Milliseconds as the page tells them; none where it told something else.
fn times(told: &Value) -> Vec<Duration> {
    let ms = told
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64);
    ms.map(|ms| Duration::from_secs_f64(ms / 1000.0)).collect()
}

/// Adds a line to every entry, so that all of the index is built anew.
fn change_all(library: &Path, build: usize) {
    let entries = fs::read_dir(library.join("entries")).expect("entries");
    for entry in entries.flatten() {
        let text = fs::read_to_string(entry.path()).expect("an entry");
        fs::write(entry.path(), format!("{text}\n第 {build} 版\n")).expect("an entry");
    }
}
