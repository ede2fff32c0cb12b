//! The binder: one web page with contents, to be printed. It holds no script and loads nothing.

use super::paper::blocks;
use super::{Exported, approvals, kind_name, made, shown, source, status_name, validity};
use crate::block::Block;
use yingda_content::{BeijingTime, Kind};

/// The look, on the screen and on paper: an entry is not cut in two where it fits a page.
const LOOK: &str = "body{font-family:'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif;line-height:1.7;max-width:46em;margin:2em auto;padding:0 1em}
h1,h2,h3,h4{line-height:1.3}h1{margin-top:0}nav ol{columns:2}nav a{color:inherit}dl{display:grid;grid-template-columns:6em 1fr;gap:.2em 1em;font-size:.9em}dd{margin:0;white-space:pre-line}
section{border-left:4px solid;padding-left:.8em;margin:.8em 0}section.internal{border-left-style:dotted}section.never{border-left-style:double}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .6em;text-align:left}p{white-space:pre-line}
@media print{body{margin:0;max-width:none}nav,article{break-after:page}article:last-child{break-after:auto}section,table,dl{break-inside:avoid}h2,h3,h4{break-after:avoid}@page{margin:18mm}}";

/// The whole page.
pub(super) fn page(entries: &[Exported<'_>], now: BeijingTime) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>知识库活页</title><style>",
    );
    page.push_str(LOOK);
    page.push_str("</style></head><body>\n<h1>知识库活页</h1>\n");
    element(
        "p",
        &format!("{} 条，{}", entries.len(), made(now)),
        &mut page,
    );
    page.push_str("<nav><h2>目录</h2>\n");
    for kind in Kind::ALL {
        let of_kind: Vec<&Exported<'_>> = entries
            .iter()
            .filter(|exported| exported.entry.kind == kind)
            .collect();
        if of_kind.is_empty() {
            continue;
        }
        element("h3", kind_name(kind), &mut page);
        page.push_str("<ol>\n");
        for exported in of_kind {
            page.push_str("<li><a href=\"#");
            page.push_str(exported.entry.id.as_str());
            page.push_str("\">");
            text(&exported.entry.title, &mut page);
            page.push_str("</a></li>\n");
        }
        page.push_str("</ol>\n");
    }
    page.push_str("</nav>\n");
    for kind in Kind::ALL {
        for exported in entries
            .iter()
            .filter(|exported| exported.entry.kind == kind)
        {
            article(exported, &mut page);
        }
    }
    page.push_str("</body></html>\n");
    page
}

fn article(exported: &Exported<'_>, page: &mut String) {
    let entry = exported.entry;
    page.push_str("<article id=\"");
    page.push_str(entry.id.as_str());
    page.push_str("\">\n");
    element("h2", &entry.title, page);
    page.push_str("<dl>\n");
    let facts = [
        ("编号", entry.id.to_string()),
        ("类别", kind_name(entry.kind).to_owned()),
        ("状态", status_name(entry).to_owned()),
        ("负责部门", entry.owner.clone().unwrap_or_default()),
        ("有效期", validity(entry)),
        (
            "复审日期",
            entry
                .review_by
                .map(|day| day.to_string())
                .unwrap_or_default(),
        ),
        ("审批", approvals(entry).join("\n")),
        ("来源", source(entry)),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        element("dt", name, page);
        element("dd", value, page);
    }
    page.push_str("</dl>\n");
    for (part, body) in shown(exported.body) {
        let class = match part {
            "可直接说" => "say",
            "必须说" => "must",
            "不能说" => "never",
            "仅内部" => "internal",
            _ => "other",
        };
        page.push_str("<section class=\"");
        page.push_str(class);
        page.push_str("\">\n");
        if !part.is_empty() {
            element("h3", part, page);
        }
        let found = blocks(&body).unwrap_or_else(|_| vec![Block::Text(body.clone())]);
        for block in &found {
            draw(block, page);
        }
        page.push_str("</section>\n");
    }
    page.push_str("</article>\n");
}

fn draw(block: &Block, page: &mut String) {
    match block {
        Block::Heading { text, .. } => element("h4", text, page),
        Block::Text(text) => element("p", text, page),
        Block::Item { depth, text, .. } => {
            let indent = "\u{3000}".repeat(usize::from((*depth).min(4)));
            element("p", &format!("{indent}• {text}"), page);
        }
        Block::Table(rows) => {
            page.push_str("<table>\n");
            for (number, row) in rows.iter().enumerate() {
                page.push_str("<tr>");
                for cell in row {
                    element(if number == 0 { "th" } else { "td" }, cell, page);
                }
                page.push_str("</tr>\n");
            }
            page.push_str("</table>\n");
        }
    }
}

fn element(name: &str, content: &str, page: &mut String) {
    page.push('<');
    page.push_str(name);
    page.push('>');
    text(content, page);
    page.push_str("</");
    page.push_str(name);
    page.push_str(">\n");
}

/// Text as text, whatever is in it.
fn text(content: &str, page: &mut String) {
    for letter in content.chars() {
        match letter {
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '&' => page.push_str("&amp;"),
            '"' => page.push_str("&quot;"),
            other => page.push(other),
        }
    }
}
