//! The page draws text as text and reaches the outside through one door.

use super::project::{files_in, none_of, text};

/// Lines of the page's sources that hold one of `words`, outside files that `is_exempt`.
fn lines_with(words: &[&str], is_exempt: fn(&str) -> bool) -> Vec<String> {
    let mut offences = Vec::new();
    for file in files_in("ui/src/", &["ts", "svelte", "js", "html"]) {
        if is_exempt(&file) {
            continue;
        }
        for (number, line) in text(&file).lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                offences.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    offences
}

#[test]
fn no_text_is_ever_read_as_html() {
    let words = [
        "{@html",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
    ];
    none_of(
        &lines_with(&words, |_| false),
        "text comes as a typed tree or as segments",
    );
}

#[test]
fn only_the_backend_folder_speaks_to_the_shell() {
    let words = ["invoke(", "invoke<", "@tauri-apps/"];
    let offences = lines_with(&words, |file| file.starts_with("ui/src/lib/backend/"));
    none_of(&offences, "ask the Backend in ui/src/lib/backend");
}

#[test]
fn the_page_asks_the_network_for_nothing() {
    let words = [
        " fetch(",
        "(fetch(",
        "window.fetch(",
        "XMLHttpRequest",
        "new WebSocket",
        "new EventSource",
        "sendBeacon",
        "src=\"http",
        "url(http",
    ];
    none_of(
        &lines_with(&words, |_| false),
        "everything is on this machine",
    );
}

#[test]
fn a_container_is_measured_in_what_grows_with_the_text_size() {
    let offences: Vec<String> = lines_with(&["@container"], |_| false)
        .into_iter()
        .filter(|line| line.contains("px"))
        .collect();
    none_of(
        &offences,
        "rem: WebKit leaves the text size out of pixels in a container query",
    );
}
