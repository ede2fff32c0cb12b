//! The lines of a vocabulary or judged file.

/// The lines that say something, with their numbers. A `#` at the start of a line makes it a comment; a byte order
/// mark and Windows line ends are taken.
pub(crate) fn of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let numbered = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_end_matches('\r')));
    numbered.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

/// The columns of a line, trimmed.
pub(crate) fn columns(line: &str) -> Vec<&str> {
    line.split('\t').map(str::trim).collect()
}
