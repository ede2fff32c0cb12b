//! The quick bar during a call, in the real window: how fast it comes, how many presses lead to a readable line, how
//! fast it answers while the index is built anew, and what a shift of 300 calls leaves behind.
//!
//! `cargo xtask bench call`, with `summons`, `presses`, `rebuilding` or `shift` for one of them, `--entries N` for
//! another size of the large library (10,000 unless given), `--starts N` for more or fewer first summonses, `--minutes N`
//! for a shift that lasts as long, `--input-method fcitx5` for the presses with a real input method where that is
//! installed. It needs a screen with a window manager.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

mod composed;
#[expect(
    dead_code,
    unused_imports,
    reason = "the end-to-end tests use all of the harness, a measurement a part"
)]
#[path = "../../e2e/harness/mod.rs"]
mod harness;
mod input_method;
mod keyboard;
mod presses;
mod rebuilding;
#[path = "../scale.rs"]
mod scale;
#[path = "../screen.rs"]
mod screen;
mod shift;
mod summons;

use std::fs;
use std::path::Path;
use std::process::Command;

use harness::other_program::OtherProgram;
use harness::patience::{Instead, eventually};
use harness::{Home, Library, Window};
use yingda_text::Lexicon;

/// Where GTK reads which input method's module it loads.
const GTKS_NAME: &str = "GTK_IM_MODULE";

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let method = std::env::args()
        .skip_while(|word| word != "--input-method")
        .nth(1);
    match method.as_deref() {
        None => runtime.expect("a runtime").block_on(measure(false)),
        Some(input_method::NAME) if std::env::var_os(GTKS_NAME).is_none() => again_with_module(),
        Some(input_method::NAME) => runtime.expect("a runtime").block_on(measure(true)),
        Some(other) => println!(
            "No input method called {other} can be driven, only {}.",
            input_method::NAME
        ),
    }
}

/// The windows that are opened must speak to the input method, which GTK learns from the environment at its start.
fn again_with_module() {
    let own = std::env::current_exe().expect("this program's own path");
    let status = Command::new(own)
        .args(std::env::args_os().skip(1))
        .env(GTKS_NAME, "fcitx")
        .env("XMODIFIERS", "@im=fcitx")
        .status();
    assert!(status.expect("it starts again").success(), "it ends well");
}

async fn measure(method: bool) {
    let parts = ["summons", "presses", "rebuilding", "shift"];
    let named = std::env::args().any(|word| parts.contains(&word.as_str()));
    let wanted = |part: &str| !named || std::env::args().any(|word| word == part);
    let knowledge = shipped_copy();
    if wanted("summons") {
        summons::measure(&knowledge).await;
    }
    if wanted("presses") {
        let asked = presses::measure(&knowledge).await;
        if method {
            composed::measure(&knowledge, &asked).await;
        }
    }
    if wanted("rebuilding") {
        rebuilding::measure(scale::asked_for()).await;
    }
    if wanted("shift") {
        shift::measure(&knowledge).await;
    }
}

/// The shipped knowledge base in a folder of its own.
fn shipped_copy() -> Library {
    let library = Library::copy_of("desk");
    fs::remove_dir_all(library.path()).expect("the fixture goes");
    copy(&scale::shipped(), library.path());
    library
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for found in fs::read_dir(from).expect("a folder").flatten() {
        let copied = to.join(found.file_name());
        if found.path().is_dir() {
            copy(&found.path(), &copied);
        } else {
            fs::copy(found.path(), copied).expect("a copy");
        }
    }
}

/// Whether anything of the page was on the screen.
const PAINTED: &str = "return performance.getEntriesByName('first-contentful-paint').length > 0";

/// A window that waits as the bar behind another program.
async fn waiting(home: &Home, library: &Library, other: &OtherProgram) -> Window {
    let window = Window::open_for(home, library).await;
    window.press("Esc").await;
    // A person sees the desk before it is hidden.
    window.comes_true("the desk is painted", PAINTED).await;
    window.ask("hide_window").await;
    eventually("the window waits", async || {
        let view = window.ask("window").await;
        if view["mode"] == "bar" && view["drawing"] == false {
            Ok(())
        } else {
            Err(Instead(view.to_string()))
        }
    })
    .await;
    other.come_to_front().await;
    window
}

/// What an agent types for Chinese words: the dictionary of the shipped library, with its readings of bank words.
fn lexicon() -> Lexicon {
    let loaded = yingda_content::load(&scale::shipped());
    let vocabulary = loaded.library.vocabulary();
    let words = vocabulary
        .words
        .iter()
        .map(|word| (word.word.as_str(), word.frequency));
    let readings = vocabulary.readings.iter().map(|reading| {
        let syllables = reading.syllables.iter().map(String::as_str).collect();
        (reading.word.as_str(), syllables)
    });
    Lexicon::new(words, readings)
}
