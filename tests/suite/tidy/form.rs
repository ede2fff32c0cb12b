//! The size of files, and words that say that something is not done.

use super::project::{files_in, none_of, text};

const LONGEST_FILE: usize = 400;
const SOURCES: [&str; 6] = ["rs", "ts", "svelte", "css", "js", "html"];

fn sources() -> Vec<String> {
    let folders = ["src-tauri/", "ui/", "tests/"];
    folders
        .iter()
        .flat_map(|folder| files_in(folder, &SOURCES))
        .collect()
}

#[test]
fn a_source_file_of_more_than_400_lines_is_two_files() {
    let long = sources().into_iter().filter_map(|file| {
        let lines = text(&file).lines().count();
        (lines > LONGEST_FILE).then(|| format!("{file}: {lines} lines"))
    });
    none_of(
        &long.collect::<Vec<_>>(),
        "think at 250 lines, split at 400",
    );
}

#[test]
fn nothing_in_the_sources_is_left_to_be_done() {
    // Put together here, so that this file does not hold them.
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("unimplemented", "!"),
        concat!("todo", "!"),
    ];
    let mut offences = Vec::new();
    for file in sources() {
        for (number, line) in text(&file).lines().enumerate() {
            if words.iter().any(|word| line.contains(word)) {
                offences.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none_of(&offences, "do it, or open an issue");
}
