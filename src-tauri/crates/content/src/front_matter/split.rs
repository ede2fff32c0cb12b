//! Where front matter ends and the text begins.

use crate::fault::ShapeFault;

/// A file cut into its two halves, with the line each begins at (counted from 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Halves<'a> {
    /// Bytes before the YAML: a byte order mark and the first `---`.
    pub(crate) yaml_offset: usize,
    pub(crate) yaml: &'a str,
    pub(crate) yaml_line: usize,
    pub(crate) body: &'a str,
    pub(crate) body_line: usize,
}

/// Cuts a file at its two lines `---`. Takes a byte order mark, CRLF, and blanks behind the dashes.
///
/// # Errors
/// [`ShapeFault::FrontMatterMissing`] or [`ShapeFault::FrontMatterUnclosed`].
pub(crate) fn split(text: &str) -> Result<Halves<'_>, ShapeFault> {
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (first, rest) = unmarked.split_once('\n').unwrap_or((unmarked, ""));
    if !is_dashes(first) {
        return Err(ShapeFault::FrontMatterMissing);
    }
    let mut behind = 0;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        if is_dashes(line) {
            let (yaml, closing) = rest.split_at(behind);
            let (_, body) = closing.split_at(line.len());
            let yaml_offset = text.len() - rest.len();
            return Ok(Halves {
                yaml_offset,
                yaml,
                yaml_line: 2,
                body,
                body_line: index + 3,
            });
        }
        behind += line.len();
    }
    Err(ShapeFault::FrontMatterUnclosed)
}

fn is_dashes(line: &str) -> bool {
    line.trim_end() == "---"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_halves_know_their_lines() {
        let halves = split("---\nid: a\n---\n正文\n").unwrap();
        assert_eq!((halves.yaml, halves.yaml_line), ("id: a\n", 2));
        assert_eq!((halves.body, halves.body_line), ("正文\n", 4));
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_taken() {
        let halves = split("\u{feff}---\r\nid: a\r\n--- \r\n正文").unwrap();
        assert_eq!((halves.yaml, halves.body), ("id: a\r\n", "正文"));
        assert_eq!(halves.yaml_offset, 3 + 5);
    }

    #[test]
    fn missing_and_unclosed_are_told_apart() {
        assert_eq!(split("正文"), Err(ShapeFault::FrontMatterMissing));
        assert_eq!(split("---\nid: a\n"), Err(ShapeFault::FrontMatterUnclosed));
        assert_eq!(split("---"), Err(ShapeFault::FrontMatterUnclosed));
    }
}
