//! What could be better in a text that is not wrong: only said, never in the way of an approval.

use super::fixes::words;
use super::line_edit::{between, lines_of, number, replacing};
use super::places::whole;
use super::sections;
use crate::contract::{QuickFix, TextProblem, Weight, Words};
use crate::standing::day;
use time::Duration;
use yingda_content::BeijingTime;
use yingda_content::entry::{Entry, Kind, Status};
use yingda_content::fault::Part;
use yingda_content::sheet::{self, Setting};

/// After how many days an entry without a review date is offered one.
const LOOK_AGAIN: i64 = 180;

/// Hints for an entry; none for one that is no longer used.
pub(super) fn of(entry: &Entry, text: &str, now: BeijingTime) -> Vec<TextProblem> {
    if matches!(entry.status, Status::Withdrawn | Status::Retired) {
        return Vec::new();
    }
    let mut hints = Vec::new();
    hints.extend(review_date(entry, text, now));
    hints.extend(must_part(entry, text));
    hints.extend(punctuation(text));
    hints
}

fn review_date(entry: &Entry, text: &str, now: BeijingTime) -> Option<TextProblem> {
    if entry.review_by.is_some() {
        return None;
    }
    let on = now.date().checked_add(Duration::days(LOOK_AGAIN))?;
    let changed = sheet::set(text, &[Setting::ReviewBy(Some(on))]).ok()?;
    let label = words(&format!("设为 {}", day(on)), &format!("Set to {}", day(on)));
    Some(hint(
        None,
        (0, 0),
        "review-by-missing",
        words("没有填复核日期。", "There is no review date."),
        words(
            "到期会提醒有人再看一遍。",
            "On that day somebody is asked to look again.",
        ),
        between(text, &changed, label),
    ))
}

/// Figures that are spoken need the sentence that goes with them.
fn must_part(entry: &Entry, text: &str) -> Option<TextProblem> {
    let spoken_kind = matches!(entry.kind, Kind::Script | Kind::Faq | Kind::Product);
    let body = sheet::body(text)?;
    let say = sections::text_of(body, Part::Say)?;
    let figure = say.contains(|c: char| c.is_ascii_digit() || matches!(c, '%' | '％' | '‰'));
    if !spoken_kind || !entry.card.must.is_empty() || !figure {
        return None;
    }
    let changed = sections::with_text(body, Part::Must, "- （请写上必须说的话）");
    let changed = sheet::with_body(text, &changed).ok()?;
    Some(hint(
        None,
        (0, 0),
        "must-missing",
        words(
            "「可直接说」里有数字，却没有「必须说」。",
            "可直接说 holds a figure, and there is no 必须说.",
        ),
        words(
            "说到数字时要带上的说明，请写在「必须说」里。",
            "Put what has to be said with the figure into 必须说.",
        ),
        between(text, &changed, words("加上「必须说」", "Add 必须说")),
    ))
}

fn punctuation(text: &str) -> Vec<TextProblem> {
    let Some(body) = sheet::body(text) else {
        return Vec::new();
    };
    let lines = lines_of(text);
    let first = lines.len() - lines_of(body).len();
    let mut in_code = false;
    let mut hints = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(first) {
        in_code ^= line.trim_start().starts_with("```");
        let better = if in_code {
            (*line).to_owned()
        } else {
            chinese_marks(line)
        };
        if better == **line {
            continue;
        }
        let label = words("换成中文标点", "Use Chinese punctuation");
        hints.push(hint(
            Some(index + 1),
            whole(line),
            "half-width-punctuation",
            words(
                "汉字旁边用了半角标点。",
                "Half-width punctuation stands beside Chinese.",
            ),
            words("请用“”，；：？！。", "Use “”，；：？！ instead."),
            Some(replacing(index + 1, 1, vec![better], label)),
        ));
    }
    hints
}

/// The line with full-width marks where a half-width one stands behind a Han character, and curved quotes in pairs
/// around text that holds one.
fn chinese_marks(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before = ' ';
    for c in line.chars() {
        let full = match c {
            ',' => '，',
            ';' => '；',
            ':' => '：',
            '?' => '？',
            '!' => '！',
            other => other,
        };
        out.push(if is_han(before) { full } else { c });
        before = c;
    }
    let parts: Vec<&str> = out.split('"').collect();
    let paired = parts.len() % 2 == 1;
    let quoted_han = parts
        .iter()
        .skip(1)
        .step_by(2)
        .any(|part| part.contains(is_han));
    if !paired || !quoted_han {
        return out;
    }
    let mut quoted = String::with_capacity(out.len() + parts.len() * 2);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            quoted.push(if index % 2 == 1 { '“' } else { '”' });
        }
        quoted.push_str(part);
    }
    quoted
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn hint(
    line: Option<usize>,
    (from, to): (u32, u32),
    code: &str,
    what: Words,
    remedy: Words,
    fix: Option<QuickFix>,
) -> TextProblem {
    TextProblem {
        line: line.map(number),
        from,
        to,
        weight: Weight::Hint,
        code: code.to_owned(),
        what,
        remedy,
        fixes: fix.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::chinese_marks;

    #[test]
    fn marks_beside_chinese_become_chinese() {
        assert_eq!(chinese_marks("您好,请稍等!"), "您好，请稍等！");
        assert_eq!(chinese_marks("他说\"不行\"。"), "他说“不行”。");
    }

    #[test]
    fn marks_in_figures_links_and_fields_stay() {
        for line in [
            "1,234.50 元",
            "- [ ] a:b",
            "见 [[card-loss]]",
            "{{尾号}}: x",
            "a \"b\" c",
        ] {
            assert_eq!(chinese_marks(line), line);
        }
    }
}
