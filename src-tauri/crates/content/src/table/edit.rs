//! Changing lines of a file, every other byte left as it is.

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineEdit {
    /// A line is written anew, or taken out.
    Change {
        /// The line, counted from 1.
        line: usize,
        /// What it said when it was read: where it says something else by now, nothing is changed.
        was: String,
        /// What it shall say; `None` takes it out.
        to: Option<String>,
    },
    /// A line comes behind all others.
    Add {
        /// What it says.
        text: String,
    },
}

/// A line does not say what it said when it was read: the file was changed meanwhile, and nothing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineMoved {
    /// The line, counted from 1.
    pub line: usize,
}

/// The text with its lines changed. Line ends and a byte order mark stay as they are; added lines take the line end of
/// the file.
///
/// # Errors
/// When a line is not what it was.
pub fn edit(text: &str, edits: &[LineEdit]) -> Result<String, LineMoved> {
    let (mark, rest) = text
        .strip_prefix('\u{feff}')
        .map_or(("", text), |rest| ("\u{feff}", rest));
    let end = if rest.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<Option<String>> = rest
        .split_inclusive('\n')
        .map(|line| Some(line.to_owned()))
        .collect();
    let mut added = Vec::new();
    for edit in edits {
        match edit {
            LineEdit::Add { text } => added.push(text),
            LineEdit::Change { line, was, to } => {
                let moved = LineMoved { line: *line };
                let held = line.checked_sub(1).and_then(|index| lines.get_mut(index));
                let held = held.ok_or(moved)?;
                let whole = held.as_deref().ok_or(moved)?;
                let said = whole.trim_end_matches(['\n', '\r']);
                if said != was {
                    return Err(moved);
                }
                let (_, line_end) = whole.split_at(said.len());
                *held = to.as_ref().map(|text| format!("{text}{line_end}"));
            }
        }
    }
    let mut edited: String = mark.to_owned();
    edited.extend(lines.into_iter().flatten());
    for text in added {
        if !edited.is_empty() && edited != mark && !edited.ends_with('\n') {
            edited.push_str(end);
        }
        edited.push_str(text);
        edited.push_str(end);
    }
    Ok(edited)
}
