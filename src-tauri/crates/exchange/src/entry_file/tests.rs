//! Whatever a document holds, its draft is read as an entry without a problem.

use super::*;
use crate::fixture::import;
use crate::place::Place;
use proptest::prelude::*;
use yingda_content::document::{Block, Inline};
use yingda_content::plain::searchable;
use yingda_content::{Kind, read_entry};

#[test]
fn an_id_is_read_from_the_title() {
    let taken = BTreeSet::from(["guo-ji-hui-kuan".to_owned()]);
    assert_eq!(new_id("國際匯款", &BTreeSet::new()), "guo-ji-hui-kuan");
    assert_eq!(new_id("国际汇款", &taken), "guo-ji-hui-kuan-2");
    assert_eq!(
        new_id("Apple Pay 绑卡（2026）", &BTreeSet::new()),
        "apple-pay-bang-ka-2026"
    );
    assert_eq!(new_id("！？", &BTreeSet::new()), "entry");
    assert_eq!(new_id("绿", &BTreeSet::new()), "lv");
}

#[test]
fn a_draft_is_an_entry_nobody_has_approved() {
    let mut draft = Draft::new(Kind::Faq, "怎么“挂失”: #1?", Place::Whole);
    draft.aliases = vec!["卡丢了".to_owned(), String::new(), "卡丢了".to_owned()];
    draft.body = "## 可直接说\n好的。\n".to_owned();
    let file = entry_file(&draft, "gua-shi", "手册: 甲", "第 3 页");
    let reading = read_entry("entries/gua-shi.md", &file);
    assert_eq!(reading.problems, []);
    let entry = reading.entry.unwrap();
    assert_eq!(entry.title, draft.title);
    assert_eq!(entry.aliases, ["卡丢了"]);
    assert_eq!(entry.status.as_str(), "draft");
    assert_eq!(entry.source.unwrap().title, "手册: 甲");
}

/// Pieces that mean something to Markdown, to YAML or to the format of entries.
const PIECES: [&str; 40] = [
    "---",
    "\n",
    "\r\n",
    "\t",
    "    ",
    "- ",
    "1. ",
    "# ",
    "## 必须说",
    "> ",
    "```",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "{{",
    "}}",
    "[[a]]",
    "[x](y)",
    "![",
    "<b>",
    "</b>",
    "<!--",
    "&amp;",
    "&#10;",
    "|",
    "\\",
    "\\|",
    "===",
    "+ ",
    ": ",
    "\"",
    "'",
    "→ #a",
    "[注]: 不保本",
    "138****5678",
    "\u{2060}",
    "\u{fdd1}",
    "\u{0}",
];

fn wild() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[\u{4e00}-\u{4e40}，。a-z0-9]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

/// No blanks and no links: those are made by people, not by accident.
fn is_plain(inlines: &[Inline]) -> bool {
    inlines
        .iter()
        .all(|inline| matches!(inline, Inline::Text { .. } | Inline::Break))
}

fn all_plain(blocks: &[Block]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Paragraph { children } | Block::Heading { children, .. } => is_plain(children),
        Block::List { items, .. } => items
            .iter()
            .all(|item| item.checked.is_none() && all_plain(&item.children)),
        Block::Table { head, rows } => head
            .iter()
            .chain(rows.iter().flatten())
            .all(|cell| is_plain(cell)),
        _ => false,
    })
}

fn check(name: &str, text: &str) -> Result<(), TestCaseError> {
    let Ok(imported) = import(name, text.as_bytes()) else {
        return Ok(());
    };
    let mut taken = BTreeSet::new();
    for draft in &imported.drafts {
        let id = new_id(&draft.title, &taken);
        let file = entry_file(draft, &id, &imported.document, "");
        let reading = read_entry("entries/a.md", &file);
        prop_assert_eq!(&reading.problems, &[], "{}", file);
        let entry = reading.entry.unwrap();
        prop_assert_eq!(entry.id.as_str(), &id);
        let parts = [&entry.card.say, &entry.card.internal];
        prop_assert!(
            parts.into_iter().all(|blocks| all_plain(blocks)),
            "{}",
            file
        );
        prop_assert!(
            entry
                .sections
                .iter()
                .all(|section| all_plain(&section.blocks)),
            "{}",
            file
        );
        taken.insert(id);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_becomes_entries_without_a_problem(text in wild()) {
        check("a.txt", &text)?;
    }

    #[test]
    fn any_markdown_becomes_entries_without_a_problem(text in wild()) {
        check("a.md", &text)?;
    }

    #[test]
    fn any_page_becomes_entries_without_a_problem(text in wild()) {
        check("a.html", &format!("<html><body><p>{text}</p><li>{text}"))?;
    }

    #[test]
    fn any_row_becomes_entries_without_a_problem(text in wild()) {
        let quoted = text.replace('"', "\"\"");
        check("a.csv", &format!("问题,答案,必须说,不能说,标签\n\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\"\n"))?;
    }

    #[test]
    fn no_letter_of_a_paragraph_is_lost(text in "[\u{4e00}-\u{4e40}，。|*_#`\\[\\]<>&~0-9.)+=a-z\\\\-]{1,60}") {
        let block = crate::block::Block::Text(text.clone());
        let body = crate::render::markdown([&block]);
        let mut draft = Draft::new(Kind::Guide, "x", Place::Whole);
        draft.body = body;
        let reading = read_entry("entries/a.md", &entry_file(&draft, "a", "", ""));
        let sections = reading.entry.unwrap().sections;
        let back: Vec<String> = sections.iter().map(|section| searchable(&section.blocks)).collect();
        prop_assert_eq!(back.concat(), text.trim());
    }
}
