//! The `##` sections of a body as text, so that one can be read and written with every other line left as it is.

use yingda_content::fault::Part;

/// One section of a body: the bytes of its text, without the heading's line.
struct Place {
    heading: (usize, usize),
    text: (usize, usize),
}

/// The text of a part without its heading and the blank lines around it; `None` when it is not there. Of two, the
/// first.
pub(super) fn text_of(body: &str, part: Part) -> Option<&str> {
    let place = find(body, part)?;
    body.get(place.text.0..place.text.1)
        .map(str::trim_end)
        .map(trim_blank_lines)
}

/// The body with another text in a part. A part that is not there yet is put where the card has it; an empty text takes
/// it out.
pub(super) fn with_text(body: &str, part: Part, text: &str) -> String {
    let end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let text = lines.join(end);
    let text = trim_blank_lines(&text);
    match find(body, part) {
        Some(place) if text.is_empty() => cut(body, place.heading.0, place.text.1, ""),
        Some(place) => {
            let old = body.get(place.text.0..place.text.1).unwrap_or_default();
            let behind = old.len() - old.trim_end().len();
            let gap = old.get(old.len() - behind..).unwrap_or_default();
            let gap = if gap.is_empty() { end } else { gap };
            let before = if place.text.0 == place.heading.1 && !ends_line(body, place.heading.1) {
                end
            } else {
                ""
            };
            cut(
                body,
                place.text.0,
                place.text.1,
                &format!("{before}{text}{gap}"),
            )
        }
        None if text.is_empty() => body.to_owned(),
        None => insert(body, part, text, end),
    }
}

fn ends_line(body: &str, at: usize) -> bool {
    body.get(..at).is_some_and(|before| before.ends_with('\n'))
}

fn insert(body: &str, part: Part, text: &str, end: &str) -> String {
    let order = [Part::Say, Part::Must, Part::Never, Part::Internal];
    let own = order
        .iter()
        .position(|other| *other == part)
        .unwrap_or_default();
    let after = order
        .iter()
        .skip(own + 1)
        .find_map(|other| find(body, *other));
    let at = match (after, own) {
        (Some(next), _) => next.heading.0,
        // 可直接说 comes before everything else; the others behind the parts that are there.
        (None, 0) => first_heading(body),
        (None, _) => {
            let before = order
                .iter()
                .take(own)
                .rev()
                .find_map(|other| find(body, *other));
            before.map_or_else(|| first_heading(body), |place| place.text.1)
        }
    };
    let open = at > 0 && !ends_line(body, at);
    let before = if open { end } else { "" };
    cut(
        body,
        at,
        at,
        &format!("{before}## {}{end}{text}{end}", part.heading()),
    )
}

fn first_heading(body: &str) -> usize {
    headings(body)
        .first()
        .map_or(body.len(), |heading| heading.0)
}

fn cut(body: &str, from: usize, to: usize, put: &str) -> String {
    let before = body.get(..from).unwrap_or_default();
    let behind = body.get(to..).unwrap_or_default();
    format!("{before}{put}{behind}")
}

/// Without blank lines at the start; the indent of the first line stays.
fn trim_blank_lines(text: &str) -> &str {
    let mut rest = text;
    while let Some((line, behind)) = rest.split_once('\n') {
        if !line.trim().is_empty() {
            break;
        }
        rest = behind;
    }
    if rest.trim().is_empty() { "" } else { rest }
}

fn find(body: &str, part: Part) -> Option<Place> {
    let headings = headings(body);
    let at = headings
        .iter()
        .position(|(.., name)| *name == part.heading())?;
    let (start, end, _) = *headings.get(at)?;
    let until = headings.get(at + 1).map_or(body.len(), |next| next.0);
    Some(Place {
        heading: (start, end),
        text: (end, until),
    })
}

/// The `##` headings outside code: where each line begins, where the next line begins, and its words.
fn headings(body: &str) -> Vec<(usize, usize, &str)> {
    let (mut at, mut in_code, mut found) = (0, false, Vec::new());
    for line in body.split_inclusive('\n') {
        let begins = at;
        at += line.len();
        let plain = line.trim();
        if plain.starts_with("```") || plain.starts_with("~~~") {
            in_code = !in_code;
        }
        if let Some(name) = plain.strip_prefix("## ").filter(|_| !in_code) {
            found.push((begins, at, name.trim().trim_end_matches('#').trim_end()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "## 可直接说\n请稍等。\n\n## 不能说\n- 「不行」\n## 附注\n另见。\n";

    #[test]
    fn a_part_is_read_without_its_heading_and_blank_lines() {
        assert_eq!(text_of(BODY, Part::Say), Some("请稍等。"));
        assert_eq!(text_of(BODY, Part::Must), None);
        assert_eq!(text_of("## 可直接说", Part::Say), Some(""));
    }

    #[test]
    fn another_text_leaves_all_other_lines() {
        assert_eq!(
            with_text(BODY, Part::Say, "您好。\n请稍等。"),
            "## 可直接说\n您好。\n请稍等。\n\n## 不能说\n- 「不行」\n## 附注\n另见。\n"
        );
        assert_eq!(
            with_text("## 可直接说", Part::Say, "好"),
            "## 可直接说\n好\n"
        );
    }

    #[test]
    fn the_same_text_changes_nothing() {
        for part in [Part::Say, Part::Never] {
            let text = text_of(BODY, part).unwrap();
            assert_eq!(with_text(BODY, part, text), BODY);
        }
        let windows = BODY.replace('\n', "\r\n");
        let text = text_of(&windows, Part::Never).unwrap();
        assert_eq!(with_text(&windows, Part::Never, text), windows);
    }

    #[test]
    fn a_new_part_stands_where_the_card_has_it() {
        let with_must = with_text(BODY, Part::Must, "- 请核身。");
        assert!(
            with_must.contains("请稍等。\n\n## 必须说\n- 请核身。\n## 不能说"),
            "{with_must}"
        );
        let with_internal = with_text(BODY, Part::Internal, "内部。");
        assert!(
            with_internal.contains("- 「不行」\n## 仅内部\n内部。\n## 附注"),
            "{with_internal}"
        );
        assert_eq!(with_text("", Part::Say, "好。"), "## 可直接说\n好。\n");
        assert_eq!(
            with_text("前言", Part::Must, "- 好。"),
            "前言\n## 必须说\n- 好。\n"
        );
    }

    #[test]
    fn an_empty_text_takes_the_part_out() {
        assert_eq!(
            with_text(BODY, Part::Never, " \n"),
            "## 可直接说\n请稍等。\n\n## 附注\n另见。\n"
        );
        assert_eq!(with_text(BODY, Part::Must, ""), BODY);
    }

    #[test]
    fn a_heading_inside_code_is_no_heading() {
        let body = "## 可直接说\n```\n## 必须说\n```\n";
        assert_eq!(text_of(body, Part::Must), None);
    }
}
