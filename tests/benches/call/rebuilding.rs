//! From a key to painted results in a large library while its index is built anew.

use std::fs;
use std::path::Path;
use std::time::Duration;

use yingda_app::timings::Timings;

use crate::harness::{Home, Library, Window};
use crate::scale;
use crate::screen::{line, measured, type_key};

/// Keys measured while the index was being built, at least.
const KEYS: usize = 300;
/// Times every entry is changed before giving up.
const BUILDS: usize = 40;

/// Types while the index is built, again and again, and prints how long the keys took.
pub(crate) async fn measure(count: usize) {
    let library = Library::copy_of("desk");
    fs::remove_dir_all(library.path().join("entries")).expect("the fixture's entries");
    scale::write(library.path(), count);
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.press("Esc").await;
    let loaded = yingda_content::load(&scale::shipped());
    let judged = yingda_content::load_judged(&scale::shipped(), &loaded.library);
    let queries = judged.queries.iter().map(|query| query.query.as_str());
    let mut keys = queries.flat_map(|query| query.chars().map(Some).chain([None]));
    let mut figures = Timings::default();
    for build in 0..BUILDS {
        change_all(library.path(), build);
        let begin = "window.__TAURI_INTERNALS__.invoke('reload')";
        window.script(begin, vec![]).await;
        while is_building(&window).await && figures.len() < KEYS {
            match keys.next() {
                Some(Some(key)) => {
                    window.script("performance.clearMeasures()", vec![]).await;
                    type_key(&window, key).await;
                    let took = measured(&window).await;
                    if is_building(&window).await {
                        for ms in took {
                            figures.add(Duration::from_secs_f64(ms / 1000.0));
                        }
                    }
                }
                _ => window.press("Esc").await,
            }
        }
        if figures.len() >= KEYS {
            break;
        }
    }
    println!(
        "key → painted, {count} entries, index being built {}",
        line(&figures)
    );
}

/// Adds a line to every entry, so that all of the index is built anew.
fn change_all(library: &Path, build: usize) {
    let entries = fs::read_dir(library.join("entries")).expect("entries");
    for entry in entries.flatten() {
        let text = fs::read_to_string(entry.path()).expect("an entry");
        fs::write(entry.path(), format!("{text}\n第 {build} 版\n")).expect("an entry");
    }
}

async fn is_building(window: &Window) -> bool {
    let status = window.ask("status").await;
    status["index"]["state"] == "building" || status["library"]["state"] == "loading"
}
