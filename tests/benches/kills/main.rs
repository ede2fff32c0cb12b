//! Kills a program that saves, merges and types, at 500 moments, and prints what was left.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops where it can't go on"
)]

#[path = "../../suite/keeping/kills.rs"]
mod kills;
#[path = "../../suite/keeping/working.rs"]
mod working;

/// What the started program is told, so that it works instead of killing.
const WORK: &str = "work";

fn main() {
    if std::env::args().any(|word| word == WORK) {
        working::until_killed();
        return;
    }
    let number = std::env::args().find_map(|word| word.parse().ok());
    println!("{}", kills::kill(number.unwrap_or(500), &[WORK]));
}
