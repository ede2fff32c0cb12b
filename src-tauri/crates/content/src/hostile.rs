//! Files nobody would write, for every reader: none may panic, hang or overflow the stack.

use crate::fixture::{Folder, codes, entry};
use crate::judged::load_judged;
use crate::library::Library;
use crate::markdown;
use crate::plain::{searchable, spoken};
use crate::problem::Problems;
use crate::reading::read_entry;
use crate::yaml;
use proptest::prelude::*;

/// Pieces that mean something to one of the readers, so that random texts get past the first line.
const PIECES: [&str; 44] = [
    "---",
    "\n",
    "\r\n",
    "\t",
    " ",
    "    ",
    "id: a",
    "kind: flow",
    "title: x",
    "status: approved",
    "fields:",
    ": ",
    "- ",
    "{",
    "}",
    "{{",
    "}}",
    "[",
    "]",
    "[[",
    "]]",
    "|",
    "&a ",
    "*a",
    "!!x ",
    "*",
    "**",
    "~~",
    "`",
    "```",
    "> ",
    "# ",
    "## 必须说",
    "### calm 安抚",
    "## 步骤",
    "- [ ] ",
    "→ #calm",
    "<b>",
    "![",
    "](",
    "「",
    "」",
    "好",
    "\u{2060}",
];

fn near_format() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

fn read_all(text: &str) {
    let reading = read_entry("entries/a.md", text);
    if let Some(entry) = reading.entry {
        drop(spoken(
            &entry.card.say,
            &std::collections::BTreeMap::default(),
        ));
        assert_eq!(entry.content_hash().len(), 64);
    }
    for kind in ["script", "flow"] {
        let whole = format!("---\nid: a\nkind: {kind}\ntitle: x\nstatus: draft\n---\n{text}");
        assert!(read_entry("entries/a.md", &whole).entry.is_some());
    }
    drop(yaml::parse(text));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_text_is_read_without_a_panic(text in "\\PC*") {
        read_all(&text);
    }

    #[test]
    fn text_that_nearly_fits_the_format_is_read_without_a_panic(text in near_format()) {
        read_all(&text);
        read_all(&format!("---\n{text}\n---\n{text}"));
    }

    #[test]
    fn the_letters_of_a_plain_paragraph_come_back(text in "[\u{4e00}-\u{9fff}，。？「」a-z0-9]{1,60}") {
        let mut problems = Problems::of("a.md");
        let chapters = markdown::parse(&text, 1, &mut problems);
        let blocks: Vec<_> = chapters.into_iter().flat_map(|chapter| chapter.blocks).map(|at| at.block).collect();
        prop_assert_eq!(searchable(&blocks), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn random_bytes_in_every_file_leave_the_good_entry(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        text in near_format(),
    ) {
        let folder = Folder::new()
            .entry("good", "", "## 可直接说\n您好。\n")
            .file("entries/bytes.md", &bytes)
            .file("entries/text.md", &text)
            .file("vocabulary/words.txt", &bytes)
            .file("vocabulary/readings.tsv", &text)
            .file("vocabulary/synonyms.tsv", &bytes)
            .file("judged/a.tsv", &text)
            .file("judged/floors.tsv", &bytes);
        let loaded = folder.load();
        prop_assert!(loaded.library.entries().iter().any(|entry| entry.id.as_str() == "good"));
        drop(load_judged(folder.path(), &Library::default()));
    }
}

#[test]
fn nesting_is_bounded_whatever_it_is_made_of() {
    for open in [
        "> ", ">", "- ", "1. ", "*a **b ", "[", "![", "~~a _b_ ", "> - ",
    ] {
        let body = open.repeat(100_000) + "好";
        let read = read_entry("entries/a.md", &entry("a", "", &body));
        assert!(read.entry.is_some(), "{open}");
    }
    let read = read_entry(
        "entries/a.md",
        &entry("a", "", &(">".repeat(100_000) + "好")),
    );
    assert_eq!(codes(&read.problems), ["7:nested-too-deep"]);
}

#[test]
fn front_matter_of_brackets_is_one_problem() {
    for open in ["- ", "[", "{a: ", "? ", "\"", "a: &a "] {
        let read = read_entry(
            "entries/a.md",
            &format!("---\n{}\n---\n", open.repeat(50_000)),
        );
        assert!(read.entry.is_none() && !read.problems.is_empty(), "{open}");
    }
}

#[test]
fn a_megabyte_of_one_line_is_read() {
    for piece in [
        "好",
        "{{",
        "}}",
        "**",
        "「**好**」",
        "a\n",
        "[[a]]",
        "|a",
        "→",
        "\u{2060}\n",
    ] {
        let body = piece.repeat(1_000_000 / piece.len());
        assert!(
            read_entry("entries/a.md", &entry("a", "", &body))
                .entry
                .is_some(),
            "{piece}"
        );
    }
}
