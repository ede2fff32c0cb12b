//! Markdown as authors write it, shown in a small notation: `<b>` strong, `<i>` emphasis, `<s>` struck, `<c>` code,
//! `{name}` a blank, `[text>target]` a link, `/` a forced break.

use super::*;
use crate::document::{Inline, ListItem, Target};
use crate::fixture::codes;

fn read(text: &str) -> (Vec<Chapter>, Vec<String>) {
    let mut problems = Problems::of("a.md");
    let chapters = parse(text, 1, &mut problems);
    (chapters, codes(&problems.in_order()))
}

fn blocks(text: &str) -> Vec<Block> {
    read(text)
        .0
        .into_iter()
        .flat_map(|chapter| chapter.blocks)
        .map(|located| located.block)
        .collect()
}

/// All of a text in the notation, blocks parted by `|`.
fn shown(text: &str) -> String {
    let shown: Vec<String> = blocks(text).iter().map(show_block).collect();
    shown.join("|")
}

fn show_block(block: &Block) -> String {
    match block {
        Block::Paragraph { children } => show(children),
        Block::Heading { level, children } => format!("h{level}:{}", show(children)),
        Block::List { items, .. } => items.iter().map(show_item).collect(),
        Block::Quote { children } => {
            format!(">{}", children.iter().map(show_block).collect::<String>())
        }
        Block::Table { head, rows } => {
            let row = |cells: &Vec<Vec<Inline>>| {
                cells
                    .iter()
                    .map(|cell| show(cell))
                    .collect::<Vec<_>>()
                    .join(",")
            };
            std::iter::once(head)
                .chain(rows)
                .map(row)
                .collect::<Vec<_>>()
                .join(";")
        }
        Block::Code { text } => format!("code:{text}"),
        Block::Rule => "rule".to_owned(),
    }
}

fn show_item(item: &ListItem) -> String {
    let tick = match item.checked {
        None => "-",
        Some(false) => "□",
        Some(true) => "☑",
    };
    format!(
        "{tick}{}",
        item.children.iter().map(show_block).collect::<String>()
    )
}

fn show(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text { text } => text.clone(),
        Inline::Lit { .. } => unreachable!("reading a file lights nothing"),
        Inline::Strong { children } => format!("<b>{}</b>", show(children)),
        Inline::Emphasis { children } => format!("<i>{}</i>", show(children)),
        Inline::Strike { children } => format!("<s>{}</s>", show(children)),
        Inline::Code { text } => format!("<c>{text}</c>"),
        Inline::Field { name } => format!("{{{name}}}"),
        Inline::Link {
            to: Target::Entry { id },
            text,
        } => format!("[{text}>{id}]"),
        Inline::Link {
            to: Target::Step { id },
            text,
        } => format!("[{text}>#{id}]"),
        Inline::Break => "/".to_owned(),
    };
    inlines.iter().map(one).collect()
}

#[test]
fn strong_text_beside_chinese_punctuation_is_strong() {
    assert_eq!(shown("**必须说：**请"), "<b>必须说：</b>请");
    assert_eq!(shown("请**「保本」**吗"), "请<b>「保本」</b>吗");
    assert_eq!(
        shown("**甲：**乙，**丙。**丁"),
        "<b>甲：</b>乙，<b>丙。</b>丁"
    );
    assert_eq!(
        shown("费用**￥5**起，*（不含税）*的"),
        "费用<b>￥5</b>起，<i>（不含税）</i>的"
    );
    assert_eq!(shown("- **先：**核身\n- 后"), "-<b>先：</b>核身-后");
    assert_eq!(shown("**{{客户称呼}}**您好"), "<b>{客户称呼}</b>您好");
}

#[test]
fn the_guards_leave_no_trace() {
    assert_eq!(
        shown("`a**「b」**c` 与 `3~5`"),
        "<c>a**「b」**c</c> 与 <c>3~5</c>"
    );
    assert_eq!(
        shown("```\n请**「x」**吗 1~2\n```"),
        "code:请**「x」**吗 1~2"
    );
}

#[test]
fn ranges_masks_and_notes_are_not_markup() {
    assert_eq!(
        shown("3~5天，7~10天，~~作废~~"),
        "3~5天，7~10天，<s>作废</s>"
    );
    assert_eq!(
        shown("138****5678，139****1234"),
        "138****5678，139****1234"
    );
    assert_eq!(shown("[注]: 不保本\n"), "[注]: 不保本");
}

#[test]
fn a_line_end_vanishes_between_chinese_characters_only() {
    assert_eq!(shown("请您\n放心"), "请您放心");
    assert_eq!(shown("请您，\n放心"), "请您，放心");
    assert_eq!(shown("他说\n“好”\n我们"), "他说“好”我们");
    assert_eq!(shown("**请您**\n**放心**"), "<b>请您</b><b>放心</b>");
    assert_eq!(shown("您好，\n{{客户称呼}}\n请讲"), "您好，{客户称呼}请讲");
    assert_eq!(
        shown("请看\n[[card-loss]]\n再说"),
        "请看[card-loss>card-loss]再说"
    );
    assert_eq!(shown("> 甲\n> 乙"), ">甲乙");
    assert_eq!(shown("see\nthis"), "see this");
    assert_eq!(shown("满\n30 天"), "满 30 天");
    assert_eq!(shown("甲  \n乙"), "甲/乙");
}

#[test]
fn links_lead_to_entries_and_steps_only() {
    assert_eq!(
        shown("见 [[card-loss]] 和 [[card-loss|挂失]]"),
        "见 [card-loss>card-loss] 和 [挂失>card-loss]"
    );
    assert_eq!(
        shown("回到 [[#calm]] 或 [安抚](#calm)"),
        "回到 [#calm>#calm] 或 [安抚>#calm]"
    );
    let (_, problems) = read("见 [**手册**](https://example.com/a) 或 <https://example.com>");
    assert_eq!(problems, ["1:external-link", "1:external-link"]);
    assert_eq!(
        shown("见 [**手册**](https://example.com/a)"),
        "见 <b>手册</b>"
    );
    assert_eq!(
        (shown("[[挂失]]"), read("[[挂失]]").1),
        ("挂失".to_owned(), vec!["1:link-id-bad".to_owned()])
    );
}

#[test]
fn html_and_pictures_are_shown_as_text_and_named() {
    let text = "甲\n\n<div onclick=\"x\">\n乙\n</div>\n\n丙<b>丁</b>\n\n![图](a.png)\n";
    assert_eq!(
        read(text).1,
        ["3:raw-html", "7:raw-html", "7:raw-html", "9:image"]
    );
    assert_eq!(
        shown(text),
        "甲|<div onclick=\"x\">\n乙\n</div>|丙<b>丁</b>|图"
    );
}

#[test]
fn tables_and_check_items_are_read() {
    assert_eq!(
        shown("|期限|利率|\n|-|-|\n|一年|**见公告**|\n"),
        "期限,利率;一年,<b>见公告</b>"
    );
    assert_eq!(
        shown("- [ ] 核身\n- [x] 登记\n\n  - 内\n- 其他"),
        "□核身☑登记-内-其他"
    );
}

#[test]
fn chapters_begin_at_their_headings_and_know_their_lines() {
    let (chapters, problems) = read("前\n\n## 可直接说\n\n甲\n\n- 乙\n- 丙\n\n# 大\n");
    let headings: Vec<(&str, usize)> = chapters
        .iter()
        .map(|at| (at.heading.as_str(), at.line))
        .collect();
    assert_eq!(headings, [("", 1), ("可直接说", 3)]);
    let lines: Vec<usize> = chapters[1]
        .blocks
        .iter()
        .map(|located| located.line)
        .collect();
    assert_eq!(lines, [5, 7, 10]);
    assert_eq!(chapters[1].blocks[1].item_lines, [7, 8]);
    assert_eq!(problems, ["10:heading-too-high"]);
}

#[test]
fn a_line_of_dashes_below_a_paragraph_does_not_end_a_part() {
    let (chapters, _) = read("## 仅内部\n秘密\n---\n还是秘密\n");
    assert_eq!(chapters.len(), 1);
    assert_eq!(shown("## 仅内部\n秘密\n---\n还是秘密\n"), "秘密|还是秘密");
}

#[test]
fn headings_inside_quotations_do_not_begin_a_chapter() {
    assert_eq!(shown("> ## 必须说\n> 甲"), ">h3:必须说甲");
}
