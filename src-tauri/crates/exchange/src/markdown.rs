//! Markdown: its headings, lists and tables; marks inside a line are taken off, since all text is escaped again.

use crate::block::{Block, Gathered};
use crate::course::Course;
use crate::fault::ExchangeFault;
use crate::import::LeftOutKind;
use crate::place::Place;
use crate::text::line_block;

/// Reads a text.
///
/// # Errors
/// [`ExchangeFault::Cancelled`] or [`ExchangeFault::TooMuchText`].
pub(crate) fn read(text: &str, course: &mut Course<'_>) -> Result<Gathered, ExchangeFault> {
    let mut gathered = Gathered::default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut paragraph: Option<(usize, String)> = None;
    let mut fenced = false;
    for (number, line) in without_front_matter(text).lines().enumerate() {
        course.took(line.len())?;
        let at = Place::Line(number + 1);
        let pictures = line.matches("![").count();
        gathered.left_out.add(LeftOutKind::Pictures, pictures);
        let trimmed = line.trim();
        if !fenced && trimmed.starts_with('|') {
            flush(&mut gathered, &mut paragraph);
            rows.extend(row(trimmed));
            continue;
        }
        if !rows.is_empty() {
            let table = Block::Table(std::mem::take(&mut rows));
            gathered.push(at.clone(), table);
        }
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            flush(&mut gathered, &mut paragraph);
            fenced = !fenced;
            continue;
        }
        let block = if fenced {
            Block::Text(line.to_owned())
        } else {
            block_of(line)
        };
        match block {
            Block::Text(text) if !text.is_empty() => match &mut paragraph {
                Some((_, open)) => {
                    open.push('\n');
                    open.push_str(&text);
                }
                None => paragraph = Some((number + 1, text)),
            },
            other => {
                flush(&mut gathered, &mut paragraph);
                gathered.push(at, other);
            }
        }
    }
    flush(&mut gathered, &mut paragraph);
    gathered.push(Place::Whole, Block::Table(rows));
    Ok(gathered)
}

fn flush(gathered: &mut Gathered, paragraph: &mut Option<(usize, String)>) {
    if let Some((line, text)) = paragraph.take() {
        gathered.push(Place::Line(line), Block::Text(text));
    }
}

/// Front matter of another program is no text.
fn without_front_matter(text: &str) -> &str {
    let inner = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .strip_prefix("---\n");
    let body = inner.and_then(|inner| inner.split_once("\n---\n"));
    body.map_or(text, |(_, body)| body)
}

fn block_of(line: &str) -> Block {
    let trimmed = line.trim();
    let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
    let title = trimmed.trim_start_matches('#');
    if (1..=6).contains(&hashes) && title.starts_with([' ', '\t']) {
        return Block::Heading {
            level: u8::try_from(hashes).unwrap_or(6),
            text: plain(title.trim().trim_end_matches('#').trim_end()),
        };
    }
    let is_rule = trimmed.len() >= 3
        && (trimmed.bytes().all(|byte| byte == b'-') || trimmed.bytes().all(|byte| byte == b'*'));
    if is_rule {
        return Block::Text(String::new());
    }
    match line_block(line.trim_start_matches(['>', ' '])) {
        Block::Item { numbered, text, .. } => {
            let indent = line.len() - line.trim_start().len();
            Block::Item {
                depth: u8::try_from(indent / 2).unwrap_or(0),
                numbered,
                text: plain(text.trim_start_matches("[ ] ").trim_start_matches("[x] ")),
            }
        }
        Block::Text(text) => Block::Text(plain(text.trim_end_matches('\\'))),
        other => other,
    }
}

/// The cells of a row; nothing for the line below the head.
fn row(line: &str) -> Option<Vec<String>> {
    let inner = line.trim_start_matches('|').trim_end_matches('|');
    let is_ruler = inner
        .chars()
        .all(|letter| matches!(letter, '-' | ':' | '|' | ' '));
    (!is_ruler).then(|| inner.split('|').map(|cell| plain(cell.trim())).collect())
}

/// A line without its marks: strong, code, links and escapes.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let mark = letters.next_if(char::is_ascii_punctuation);
                plain.push(mark.unwrap_or('\\'));
            }
            '*' if letters.next_if_eq(&'*').is_some() => {}
            '`' => {}
            '!' if letters.peek() == Some(&'[') => {}
            '[' => plain.push('['),
            other => plain.push(other),
        }
    }
    unlinked(&plain)
}

/// `[words](address)` as its words.
fn unlinked(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("](") {
        let (Some((head, words)), Some((_, after))) =
            (before.rsplit_once('['), behind.split_once(')'))
        else {
            kept.push_str(before);
            kept.push_str("](");
            rest = behind;
            continue;
        };
        kept.push_str(head);
        kept.push_str(words);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_a_line_are_taken_off() {
        assert_eq!(
            plain("**必须**说：`见` [手册](http://x)第\\*章"),
            "必须说：见 手册第*章"
        );
        assert_eq!(plain("a](b [c](d) e"), "a](b c e");
    }
}
