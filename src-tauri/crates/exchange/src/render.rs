//! Blocks as the Markdown of an entry's body.

use crate::block::Block;
use crate::escape;
use yingda_content::fault::Part;

/// Deeper lists are shown at this depth; deeper ones than a screen shows are a problem to the reader of entries.
const DEEPEST: u8 = 4;

/// The heading of a part of a call card, whatever stands around it.
pub(crate) fn part_of(heading: &str) -> Option<Part> {
    let bare = heading.trim().trim_matches(['【', '】', ':', '：', ' ']);
    Part::ALL
        .into_iter()
        .find(|part| part.heading() == bare && *part != Part::Steps)
}

/// Blocks as Markdown. Headings become `###` and lower, those of a call card's parts `##`.
pub(crate) fn markdown<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let mut out = String::new();
    let mut in_list = false;
    // The depths of the open lines, as the document has them: it may leave some out, Markdown may not.
    let mut open: Vec<u8> = Vec::new();
    let mut part = None;
    for block in blocks {
        let is_item = matches!(block, Block::Item { .. });
        let follows = in_list && is_item;
        if !out.is_empty() && !follows {
            out.push('\n');
        }
        in_list = is_item;
        if !is_item {
            open.clear();
        }
        match block {
            Block::Heading { text, .. } => match part_of(text) {
                Some(named) => {
                    part = Some(named);
                    out.push_str("## ");
                    out.push_str(named.heading());
                    out.push('\n');
                }
                None => {
                    out.push_str("### ");
                    out.push_str(&escape::cell(text));
                    out.push('\n');
                }
            },
            Block::Text(text) => {
                out.push_str(&escape::lines(text));
                out.push('\n');
            }
            Block::Item {
                depth,
                numbered,
                text,
            } => {
                open.retain(|above| above < depth);
                let level = u8::try_from(open.len()).unwrap_or(DEEPEST);
                open.push(*depth);
                item(level.min(DEEPEST), *numbered, text, &mut out);
            }
            // 必须说 and 不能说 take sentences only.
            Block::Table(rows) if matches!(part, Some(Part::Must | Part::Never)) => {
                for row in rows {
                    item(0, false, &row.join(" "), &mut out);
                }
            }
            Block::Table(rows) => table(rows, &mut out),
        }
    }
    out
}

fn item(depth: u8, numbered: bool, text: &str, out: &mut String) {
    let indent = "    ".repeat(usize::from(depth));
    out.push_str(&indent);
    out.push_str(if numbered { "1. " } else { "- " });
    let text = escape::lines(text);
    out.push_str(&text.replace('\n', &format!("\n{indent}   ")));
    out.push('\n');
}

fn table(rows: &[Vec<String>], out: &mut String) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    // A table of one column is a frame around text.
    if columns == 1 {
        let cells: Vec<Block> = rows.iter().flatten().cloned().map(Block::Text).collect();
        out.push_str(&markdown(&cells));
        return;
    }
    for (number, row) in rows.iter().enumerate() {
        let cell = |column: usize| row.get(column).map(|text| escape::cell(text));
        let cells: Vec<String> = (0..columns)
            .map(|column| cell(column).unwrap_or_default())
            .collect();
        out.push_str("| ");
        out.push_str(&cells.join(" | "));
        out.push_str(" |\n");
        if number == 0 {
            out.push_str(&"|---".repeat(columns));
            out.push_str("|\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_stay_lists_and_tables_stay_tables() {
        let item = |depth, text: &str| Block::Item {
            depth,
            numbered: depth == 0,
            text: text.to_owned(),
        };
        let rows = vec![
            vec!["项目".to_owned(), "费用".to_owned()],
            vec!["年费".to_owned()],
        ];
        let blocks = [
            Block::Text("先看。".to_owned()),
            item(0, "一"),
            item(1, "二"),
            Block::Table(rows),
        ];
        assert_eq!(
            markdown(&blocks),
            "先看。\n\n1. 一\n    - 二\n\n| 项目 | 费用 |\n|---|---|\n| 年费 |  |\n"
        );
    }

    #[test]
    fn parts_of_a_card_keep_their_heading() {
        let heading = |text: &str| Block::Heading {
            level: 3,
            text: text.to_owned(),
        };
        let blocks = [heading("【必须说】"), heading("其他 # 说明")];
        assert_eq!(markdown(&blocks), "## 必须说\n\n### 其他 # 说明\n");
    }
}
