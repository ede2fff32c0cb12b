//! Lists as sets: what either side added is there, what either side took out is not.

use super::Sides;

/// Files of words: each line an item. Never a conflict.
pub(super) fn by_line(sides: Sides<&str>) -> String {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let merged = merged(
        &lines(sides.base.unwrap_or_default()),
        &lines(sides.ours),
        &lines(sides.theirs),
    );
    let ending = if sides.ours.contains("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    merged.into_iter().map(|line| line + ending).collect()
}

/// A key of front matter whose value is a list, in brackets or by line; `None` when it is none on either side, or the
/// sides write it in different ways.
pub(super) fn by_item(sides: Sides<&str>) -> Option<String> {
    let ours = Written::of(sides.ours)?;
    let theirs = Written::of(sides.theirs)?;
    let base = match sides.base {
        Some(base) => Written::of(base)?,
        None => Written {
            items: Vec::new(),
            ..ours
        },
    };
    if ours.is_inline != theirs.is_inline || ours.is_inline != base.is_inline {
        return None;
    }
    let items = merged(&base.items, &ours.items, &theirs.items);
    Some(if ours.is_inline {
        format!("{}[{}]{}", ours.head, items.join(", "), ours.tail)
    } else {
        format!("{}{}", ours.head, items.concat())
    })
}

/// Our order; what they added comes behind what it stands behind with them.
fn merged(base: &[String], ours: &[String], theirs: &[String]) -> Vec<String> {
    let went = |item: &String| base.contains(item) && !theirs.contains(item);
    let mut merged: Vec<String> = ours.iter().filter(|item| !went(item)).cloned().collect();
    let mut behind = 0;
    for item in theirs {
        if let Some(at) = merged.iter().position(|known| known == item) {
            behind = at + 1;
        } else if !base.contains(item) {
            merged.insert(behind, item.clone());
            behind += 1;
        }
    }
    merged
}

/// A list as it is written.
struct Written<'a> {
    /// What stands before the items.
    head: &'a str,
    items: Vec<String>,
    /// What stands behind the closing bracket.
    tail: &'a str,
    is_inline: bool,
}

impl<'a> Written<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (key, value) = text.split_once(':')?;
        if value.trim_start_matches(' ').starts_with('[') {
            return Self::in_brackets(text);
        }
        let line_end = value.find('\n')? + 1;
        if !value.get(..line_end)?.trim().is_empty() {
            return None;
        }
        let head = text.get(..key.len() + 1 + line_end)?;
        Self::by_line(head, value.get(line_end..)?)
    }

    fn in_brackets(text: &'a str) -> Option<Self> {
        let open = text.find('[')?;
        let close = text.rfind(']')?;
        let inside = text.get(open + 1..close)?;
        Some(Self {
            head: text.get(..open)?,
            items: split(inside)?,
            tail: text.get(close + 1..)?,
            is_inline: true,
        })
    }

    /// Each item from its dash to the next; all dashes stand in the same column.
    fn by_line(head: &'a str, body: &str) -> Option<Self> {
        let mut items: Vec<String> = Vec::new();
        let mut dash = None;
        for line in body.split_inclusive('\n') {
            let column = line.len() - line.trim_start().len();
            let line = format!("{}\n", line.trim_end());
            if line.trim_start().starts_with("- ") && dash.is_none_or(|dash| dash == column) {
                dash = Some(column);
                items.push(line);
            } else {
                items.last_mut()?.push_str(&line);
            }
        }
        Some(Self {
            head,
            items,
            tail: "",
            is_inline: false,
        })
    }
}

/// The items between commas; commas inside quotes, brackets and braces do not count.
fn split(inside: &str) -> Option<Vec<String>> {
    let mut items = vec![String::new()];
    let mut quote = None;
    let mut depth = 0_usize;
    for c in inside.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.checked_sub(1)?,
            (None, ',') if depth == 0 => {
                items.push(String::new());
                continue;
            }
            _ => {}
        }
        items.last_mut()?.push(c);
    }
    let items = items.iter().map(|item| item.trim().to_owned());
    let whole = quote.is_none() && depth == 0;
    whole.then(|| items.filter(|item| !item.is_empty()).collect())
}
