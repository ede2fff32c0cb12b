//! The only place that prints.

/// Says something to the person at the terminal.
#[expect(clippy::print_stdout, reason = "this program's output is its purpose")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Says why it stopped.
#[expect(clippy::print_stderr, reason = "this program's output is its purpose")]
pub(crate) fn complain(text: &str) {
    eprintln!("\n{text}");
}
