//! What comes home from Word documents.

use crate::fixture::{drafts, import, paragraph, word, word_with};
use crate::import::LeftOutKind;
use crate::place::Place;
use yingda_content::Kind;

const LONG: &str = "先核实来电人的姓名和证件号码，再办理临时挂失；临时挂失五天有效，请客户在五天内到网点办理正式挂失手续。";

#[test]
fn sections_become_entries_with_their_chapters_as_tags() {
    let body = [
        paragraph("t", "电话服务手册"),
        paragraph("TOC1", "第一章 3"),
        paragraph("1", "借记卡"),
        paragraph("2", "挂失"),
        paragraph("", LONG),
        paragraph("own", "补卡"),
        paragraph("", LONG),
    ]
    .concat();
    let imported = import("手册.docx", &word(&body)).unwrap();
    let found: Vec<(&str, Vec<String>)> = imported
        .drafts
        .iter()
        .map(|draft| (draft.title.as_str(), draft.tags.clone()))
        .collect();
    let chapter = vec!["借记卡".to_owned()];
    assert_eq!(found, [("挂失", chapter.clone()), ("补卡", chapter)]);
    assert_eq!(imported.drafts[0].kind, Kind::Guide);
    assert_eq!(imported.drafts[0].body, format!("{LONG}\n"));
    assert_eq!(imported.drafts[0].from, Place::Paragraph(4));
}

#[test]
fn lists_and_tables_keep_their_shape() {
    let item = |level: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("项目"),
        cell("费用"),
        cell("年费"),
        cell("10 元|年")
    );
    let body = format!("{}{}{}", item(0, "身份证"), item(1, "原件"), table);
    let [(title, text)] = <[_; 1]>::try_from(drafts("材料.docx", &word(&body))).unwrap();
    assert_eq!(title, "材料");
    assert_eq!(
        text,
        "1. 身份证\n    - 原件\n\n| 项目 | 费用 |\n|---|---|\n| 年费 | 10 元\\|年 |\n"
    );
}

#[test]
fn a_table_of_questions_becomes_faq() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph("", text));
    let row = |one: &str, other: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(other));
    let table = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row("客户问题", "标准答复"),
        row("怎么挂失？", "请拨打客服电话。"),
        row("怎么补卡？", "请带身份证到网点。")
    );
    let body = format!(
        "{}{}{table}",
        paragraph("1", "挂失问答"),
        paragraph("", "见下表。")
    );
    let imported = import("a.docx", &word(&body)).unwrap();
    let found: Vec<(Kind, &str, &str)> = imported
        .drafts
        .iter()
        .map(|draft| (draft.kind, draft.title.as_str(), draft.body.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Kind::Faq, "怎么挂失？", "## 可直接说\n请拨打客服电话。\n"),
            (Kind::Faq, "怎么补卡？", "## 可直接说\n请带身份证到网点。\n"),
            (Kind::Guide, "挂失问答", "见下表。\n"),
        ]
    );
}

#[test]
fn what_was_deleted_is_no_text_and_what_was_inserted_is() {
    let body = "<w:p><w:ins><w:r><w:t>五天</w:t></w:r></w:ins><w:del><w:r><w:delText>三天</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:r><w:t>有效</w:t></w:r></w:p>";
    assert_eq!(drafts("a.docx", &word(body))[0].1, "五天有效\n");
}

#[test]
fn pictures_comments_footnotes_and_macros_are_counted() {
    let body = r#"<w:p><w:r><w:t>好</w:t><w:drawing><a:blip/></w:drawing><w:footnoteReference/></w:r></w:p>"#;
    let comments = br#"<w:comments xmlns:w="w"><w:comment/><w:comment/></w:comments>"#;
    let more: [(&str, &[u8]); 2] = [
        ("word/comments.xml", comments),
        ("word/vbaProject.bin", b"x"),
    ];
    let imported = import("a.docm", &word_with(body, &more)).unwrap();
    let counts: Vec<(LeftOutKind, usize)> = imported.left_out.counts.into_iter().collect();
    assert_eq!(
        counts,
        [
            (LeftOutKind::Pictures, 1),
            (LeftOutKind::Macros, 1),
            (LeftOutKind::Comments, 2),
            (LeftOutKind::Footnotes, 1),
        ]
    );
    assert!(!imported.misnamed);
}

#[test]
fn headings_typed_without_a_style_are_found() {
    let body = [
        paragraph("", "第一章 借记卡"),
        paragraph("", "一、挂失"),
        paragraph("", LONG),
        paragraph("", "二、补卡"),
        paragraph("", LONG),
    ]
    .concat();
    let titles: Vec<String> = drafts("a.docx", &word(&body))
        .into_iter()
        .map(|(title, _)| title)
        .collect();
    assert_eq!(titles, ["挂失", "补卡"]);
}

#[test]
fn headings_of_a_card_become_its_parts() {
    let body = [
        paragraph("1", "挂失"),
        paragraph("2", "可直接说"),
        paragraph("", "我先帮您把卡冻结。"),
        paragraph("2", "必须说"),
        paragraph("", "口头挂失五天有效。"),
    ]
    .concat();
    let imported = import("a.docx", &word(&body)).unwrap();
    assert_eq!(imported.drafts.len(), 1);
    assert_eq!(imported.drafts[0].kind, Kind::Script);
    assert_eq!(
        imported.drafts[0].body,
        "## 可直接说\n\n我先帮您把卡冻结。\n\n## 必须说\n\n口头挂失五天有效。\n"
    );
}
