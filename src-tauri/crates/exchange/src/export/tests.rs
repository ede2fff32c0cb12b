//! What leaves can be read again, and text stays text.

use super::*;
use crate::fixture::import;
use yingda_content::read_entry;

const FILE: &str = "---
id: card-loss
kind: script
title: 卡丢了 <b>怎么办
aliases: [补卡, 挂失]
tags: [借记卡]
owner: 个人业务部
status: draft
valid: {from: 2026-05-01T00:00, until: 2027-04-30}
source: {title: 手册, section: \"2.3\"}
---
## 可直接说
{{客户称呼}}，请您放心，**我先**帮您冻结 & 补办。
## 必须说
- 口头挂失五天有效。
## 不能说
- 「这不归我管」 → 「我马上帮您转」
## 仅内部
| 项目 | 费用 |
|---|---|
| 补卡 | 5 元 |
## 说明
见 [[identity-check]]。
";

fn exported(form: ExportAs) -> Vec<u8> {
    let entry = read_entry("entries/card-loss.md", FILE).entry.unwrap();
    let body = yingda_content::sheet::body(FILE).unwrap();
    let entries = [Exported {
        entry: &entry,
        body,
    }];
    let now = BeijingTime::start_of(
        yingda_content::BeijingTime::start_of(entry.valid.until.unwrap()).date(),
    );
    export(&entries, form, now).unwrap()
}

#[test]
fn a_workbook_is_read_in_again_by_id_without_a_loss() {
    let imported = import("a.xlsx", &exported(ExportAs::Excel)).unwrap();
    let draft = &imported.drafts[0];
    assert_eq!(draft.id.as_deref(), Some("card-loss"));
    assert_eq!(
        (draft.kind, draft.title.as_str()),
        (Kind::Script, "卡丢了 <b>怎么办")
    );
    assert_eq!(draft.aliases, ["补卡", "挂失"]);
    assert_eq!(draft.owner.as_deref(), Some("个人业务部"));
    let body = yingda_content::sheet::body(FILE).unwrap();
    assert_eq!(draft.body, CardText::of(body).body());
    assert_eq!(imported.cleaned.counts.len(), 0);
}

#[test]
fn a_paper_holds_the_parts_under_their_headings() {
    let imported = import("a.docx", &exported(ExportAs::Word)).unwrap();
    let draft = imported
        .drafts
        .iter()
        .find(|draft| draft.title.starts_with("卡丢了"))
        .unwrap();
    for piece in [
        "## 可直接说",
        "我先帮您冻结",
        "## 必须说",
        "口头挂失五天有效",
        "| 补卡 | 5 元 |",
    ] {
        assert!(draft.body.contains(piece), "{piece} in {}", draft.body);
    }
}

#[test]
fn a_binder_has_contents_and_escapes_its_text() {
    let page = String::from_utf8(exported(ExportAs::Binder)).unwrap();
    assert!(page.contains("<a href=\"#card-loss\">卡丢了 &lt;b&gt;怎么办</a>"));
    assert!(page.contains("<article id=\"card-loss\">"));
    assert!(page.contains("2026-05-01 至 2027-04-30"));
    assert!(page.contains("冻结 &amp; 补办"));
    assert!(page.contains("break-after:page"));
    assert!(!page.contains("<b>") && !page.contains("<script"));
}
