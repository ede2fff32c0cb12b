//! Lines that belong to the web page or the paper, not to its text.

use super::{Cleaned, CleaningKind};
use crate::block::{Block, Located};
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Words that a web page puts on its buttons.
const BUTTONS: [&str; 26] = [
    "下载",
    "分享",
    "收藏",
    "打印",
    "返回顶部",
    "回到顶部",
    "上一页",
    "下一页",
    "上一篇",
    "下一篇",
    "点赞",
    "评论",
    "举报",
    "复制链接",
    "扫一扫",
    "关注",
    "登录",
    "注册",
    "首页",
    "收起",
    "展开全文",
    "阅读全文",
    "查看全部",
    "免费下载",
    "立即下载",
    "下载文档",
];

/// Words of the owner of a page.
const OWNERS: [&str; 5] = ["版权所有", "©", "copyright", "all rights reserved", "icp备"];

/// Longer lines are text.
const LONGEST: usize = 60;
/// A line at the edge of a page is a header or footer from this many pages on.
const PAGES: usize = 3;

/// Takes them out.
pub(super) fn remove(blocks: &mut Vec<Located>, cleaned: &mut Cleaned) {
    let edges = repeated_edges(blocks);
    let mut paged = false;
    blocks.retain(|located| {
        paged |= matches!(located.at, Place::Page(_));
        let (Block::Text(text) | Block::Item { text, .. } | Block::Heading { text, .. }) =
            &located.block
        else {
            return true;
        };
        let known = is_boilerplate(text, paged) || edges.contains(&masked(text));
        if known {
            cleaned.note(CleaningKind::Boilerplate, text, "", &located.at);
        }
        !known
    });
}

fn is_boilerplate(text: &str, paged: bool) -> bool {
    let line = text.trim();
    if line.is_empty() || line.chars().count() > LONGEST || line.contains('\n') {
        return false;
    }
    is_page_number(line, paged) || is_buttons(line) || is_owner(line)
}

/// 第 3 页 共 20 页, - 3 -, Page 3 of 20, 3 / 20; a bare number only where there are pages.
fn is_page_number(line: &str, paged: bool) -> bool {
    let plain: String = masked(line)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, ',' | '，' | '/' | '／'))
        .collect();
    match plain.as_str() {
        "第#页" | "第#页共#页" | "共#页第#页" | "共#页" | "-#-" | "—#—" | "–#–" | "~#~"
        | "page#" | "page#of#" => true,
        "#" => paged,
        "##" => paged && line.contains(['/', '／']),
        _ => false,
    }
}

fn is_buttons(line: &str) -> bool {
    let mut words = line
        .split([' ', '\u{3000}', '|', '｜', '·', '/'])
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_some() && words.all(|word| BUTTONS.contains(&word))
}

fn is_owner(line: &str) -> bool {
    let lower = line.to_lowercase();
    // 版权所有 inside a sentence is text.
    OWNERS.iter().any(|owner| lower.contains(owner)) && !line.ends_with(['。', '！', '；'])
}

/// The line with each number as `#`, so that page 3 and page 4 are the same.
fn masked(line: &str) -> String {
    let mut masked = String::new();
    let mut in_number = false;
    for letter in line.trim().to_lowercase().chars() {
        if letter.is_ascii_digit() {
            if !in_number {
                masked.push('#');
            }
            in_number = true;
        } else {
            in_number = false;
            masked.push(letter);
        }
    }
    masked
}

/// First and last lines of pages that come again on most of them.
fn repeated_edges(blocks: &[Located]) -> BTreeSet<String> {
    let mut pages: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for located in blocks {
        if let (Place::Page(page), Block::Text(text) | Block::Heading { text, .. }) =
            (&located.at, &located.block)
            && text.chars().count() <= LONGEST
        {
            pages.entry(*page).or_default().push(masked(text));
        }
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for lines in pages.values() {
        let edges: BTreeSet<&String> = lines.first().into_iter().chain(lines.last()).collect();
        for edge in edges {
            *seen.entry(edge.clone()).or_default() += 1;
        }
    }
    let most = PAGES.max(pages.len().div_ceil(2));
    seen.into_iter()
        .filter(|(_, times)| *times >= most)
        .map(|(line, _)| line)
        .collect()
}
