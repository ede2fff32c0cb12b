//! What the columns of a sheet are, and drafts made of its rows.

use crate::block::Block;
use crate::draft::Draft;
use crate::outline::title_of;
use crate::place::Place;
use crate::render;
use crate::text::line_block;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use yingda_content::fault::Part;
use yingda_content::{EntryId, Kind};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[ts(rename = "ImportRole")]
pub enum Role {
    /// The entry's id: rows with a known one change that entry.
    Id,
    /// Its kind.
    Kind,
    /// Its title, or the question.
    Title,
    /// The customer's own words.
    Aliases,
    /// 可直接说, or the answer.
    Say,
    /// 必须说.
    Must,
    /// 不能说.
    Never,
    /// 仅内部.
    Internal,
    /// Free text.
    Text,
    /// Tags.
    Tags,
    /// The product.
    Product,
    /// The department.
    Owner,
    /// Nothing that is taken.
    Ignored,
}

impl Role {
    /// All roles, in the order they are offered.
    pub const ALL: [Self; 13] = [
        Self::Title,
        Self::Say,
        Self::Must,
        Self::Never,
        Self::Internal,
        Self::Text,
        Self::Aliases,
        Self::Tags,
        Self::Product,
        Self::Owner,
        Self::Kind,
        Self::Id,
        Self::Ignored,
    ];
}

/// What people write above their columns. The first that fits counts; exact words come before parts of words.
const HEADERS: [(Role, &[&str]); 12] = [
    (Role::Id, &["id", "编号", "条目编号"]),
    (Role::Kind, &["kind", "类别", "类型"]),
    (
        Role::Title,
        &[
            "标题",
            "问题",
            "问",
            "客户问题",
            "常见问题",
            "标准问题",
            "标准问",
            "题目",
            "title",
            "question",
            "q",
        ],
    ),
    (
        Role::Aliases,
        &[
            "别名",
            "相似问",
            "相似问题",
            "相似问法",
            "扩展问",
            "其他问法",
            "客户说法",
            "aliases",
            "alias",
        ],
    ),
    (
        Role::Say,
        &[
            "可直接说",
            "答案",
            "答",
            "回答",
            "答复",
            "标准答复",
            "标准答案",
            "参考答案",
            "参考话术",
            "话术",
            "解答",
            "回复",
            "answer",
            "a",
        ],
    ),
    (Role::Must, &["必须说", "must"]),
    (Role::Never, &["不能说", "禁语", "禁用语", "never"]),
    (
        Role::Internal,
        &["仅内部", "内部说明", "备注", "internal", "note"],
    ),
    (
        Role::Text,
        &["其他内容", "内容", "正文", "说明", "text", "content"],
    ),
    (
        Role::Tags,
        &[
            "标签",
            "分类",
            "业务分类",
            "模块",
            "目录",
            "tags",
            "category",
        ],
    ),
    (Role::Product, &["产品", "产品名称", "product"]),
    (
        Role::Owner,
        &["负责部门", "归属部门", "主管部门", "部门", "owner"],
    ),
];

/// How this program's own export begins: the headers of its first columns.
pub(crate) const OURS: [&str; 3] = ["编号", "类别", "标题"];
/// The column that only this program's export has.
pub(crate) const OUR_TEXT: &str = "其他内容";

/// The roles that the words above the columns suggest.
#[must_use]
pub fn guess(header: &[String]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(header.len());
    for word in header {
        let word = word.trim().to_lowercase();
        let exact = HEADERS
            .iter()
            .find(|(_, words)| words.contains(&word.as_str()))
            .map(|(role, _)| *role);
        let similar = || {
            let short = !word.is_empty() && word.chars().count() <= 12;
            let fits = |part: &&str| part.chars().count() >= 2 && word.contains(*part);
            HEADERS
                .iter()
                .find(|(_, words)| short && words.iter().any(fits))
                .map(|(role, _)| *role)
        };
        let role = exact.or_else(similar).unwrap_or(Role::Ignored);
        // Two columns are not both the question; several may be tags or text.
        let once = !matches!(
            role,
            Role::Tags | Role::Text | Role::Aliases | Role::Ignored
        );
        roles.push(if once && roles.contains(&role) {
            Role::Ignored
        } else {
            role
        });
    }
    roles
}

/// The row that is the header, counted from 0, and the roles of its columns. Without one the widest column is taken
/// for the answer and the first other one with text for the question.
#[must_use]
pub fn guess_header(rows: &[Vec<String>]) -> (Option<usize>, Vec<Role>) {
    for (number, row) in rows.iter().take(10).enumerate() {
        let roles = guess(row);
        if roles.contains(&Role::Title) && roles.iter().any(|role| is_text(*role)) {
            return (Some(number), roles);
        }
    }
    (None, by_width(rows))
}

const fn is_text(role: Role) -> bool {
    matches!(
        role,
        Role::Say | Role::Text | Role::Internal | Role::Must | Role::Never
    )
}

fn by_width(rows: &[Vec<String>]) -> Vec<Role> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| -> usize {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).sum()
    };
    let widest = (0..columns).max_by_key(|column| width(*column));
    let numbers = |column: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(column));
        cells.all(|cell| cell.chars().all(|letter| letter.is_ascii_digit()))
    };
    let title = (0..columns).find(|column| {
        (Some(*column) != widest || columns == 1) && width(*column) > 0 && !numbers(*column)
    });
    (0..columns)
        .map(|column| match Some(column) {
            column if column == title => Role::Title,
            column if column == widest => Role::Say,
            _ => Role::Ignored,
        })
        .collect()
}

/// Whether a header is that of this program's own export, whose cells hold an entry's Markdown.
#[must_use]
pub fn is_ours(header: &[String]) -> bool {
    let begins = header.iter().zip(OURS).all(|(cell, ours)| cell == ours);
    header.len() >= OURS.len() && begins && header.iter().any(|cell| cell == OUR_TEXT)
}

/// How rows become drafts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) roles: &'a [Role],
    /// Whether cells hold Markdown of our own.
    pub(crate) ours: bool,
    pub(crate) kind: Option<Kind>,
}

/// A draft of a row; nothing where it has no title or no text.
pub(crate) fn draft(row: &[String], reading: &Reading<'_>, from: Place) -> Option<Draft> {
    let cells = |wanted: Role| {
        let pairs = reading.roles.iter().zip(row);
        pairs
            .filter(move |(role, cell)| **role == wanted && !cell.trim().is_empty())
            .map(|(_, cell)| cell.as_str())
    };
    let title = title_of(cells(Role::Title).next()?);
    let named = cells(Role::Kind).next().and_then(kind_named);
    let mut draft = Draft::new(named.or(reading.kind).unwrap_or(Kind::Faq), title, from);
    draft.id = cells(Role::Id)
        .next()
        .and_then(|id| EntryId::parse(id.trim()))
        .map(|id| id.as_str().to_owned());
    draft.aliases = cells(Role::Aliases).flat_map(listed).collect();
    draft.tags = cells(Role::Tags).flat_map(listed).collect();
    draft.product = cells(Role::Product).next().map(title_of);
    draft.owner = cells(Role::Owner).next().map(title_of);
    let parts = [
        (Role::Say, Some(Part::Say)),
        (Role::Must, Some(Part::Must)),
        (Role::Never, Some(Part::Never)),
        (Role::Internal, Some(Part::Internal)),
        (Role::Text, None),
    ];
    for (role, part) in parts {
        let text: Vec<&str> = cells(role).collect();
        if text.is_empty() {
            continue;
        }
        if let Some(part) = part {
            draft.body.push_str("## ");
            draft.body.push_str(part.heading());
            draft.body.push('\n');
        }
        let text = text.join("\n");
        if reading.ours {
            draft.body.push_str(text.trim_end());
            draft.body.push('\n');
        } else {
            draft.body.push_str(&text_of_cell(&text, part));
        }
    }
    let empty = draft.body.trim().is_empty();
    (!empty || draft.id.is_some()).then_some(draft)
}

/// The text of a cell as Markdown, its lists kept; 必须说 and 不能说 are a sentence a line.
fn text_of_cell(text: &str, part: Option<Part>) -> String {
    let sentences = matches!(part, Some(Part::Must | Part::Never));
    let blocks: Vec<Block> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| match line_block(line) {
            Block::Text(text) if sentences => Block::Item {
                depth: 0,
                numbered: false,
                text,
            },
            block => block,
        })
        .collect();
    render::markdown(&blocks)
}

/// Words that are listed in one cell.
fn listed(cell: &str) -> impl Iterator<Item = String> {
    cell.split(['、', '，', ',', '；', ';', '|', '\n'])
        .map(title_of)
        .filter(|word| !word.is_empty())
}

fn kind_named(cell: &str) -> Option<Kind> {
    const NAMES: [(&str, Kind); 6] = [
        ("话术", Kind::Script),
        ("常见问答", Kind::Faq),
        ("产品", Kind::Product),
        ("服务指南", Kind::Guide),
        ("合规提示", Kind::Compliance),
        ("流程", Kind::Flow),
    ];
    let cell = cell.trim();
    let named = NAMES.iter().find(|(name, _)| *name == cell);
    named.map(|(_, kind)| *kind).or_else(|| Kind::parse(cell))
}

/// A table of questions and answers inside a document, as drafts. `None` for any other table.
pub(crate) fn questions(rows: &[Vec<String>], at: &Place) -> Option<Vec<Draft>> {
    let (header, rows) = rows.split_first()?;
    let roles = guess(header);
    if !roles.contains(&Role::Title) || !roles.contains(&Role::Say) || rows.is_empty() {
        return None;
    }
    let reading = Reading {
        roles: &roles,
        ours: false,
        kind: Some(Kind::Faq),
    };
    let drafts = rows
        .iter()
        .filter_map(|row| draft(row, &reading, at.clone()));
    Some(drafts.collect())
}

#[cfg(test)]
mod tests;
