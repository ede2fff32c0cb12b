//! Cleaning of whole documents.

use super::*;
use crate::fixture::{import, import_with};
use crate::import::Choices;

const PAGE: &str = "<html><head><title>x</title><style>p{}</style></head><body><nav>首页</nav>
<h1>服務(wù)規範(fàn)</h1><p>銀行卡??掛失，請撥打客服電話。</p><p>下载 分享 收藏</p>
<table><tr><th>项目</th><th>费用</th></tr><tr><td>年费</td><td>10元</td></tr></table>
<ul><li>身份证</li><li>银行卡</li></ul><p>第 3 页 共 20 页</p><p>版权所有 © 某银行</p><script>if(a<b)</script></body></html>";

fn kinds(cleaned: &Cleaned) -> Vec<(CleaningKind, usize)> {
    cleaned
        .counts
        .iter()
        .map(|(kind, count)| (*kind, *count))
        .collect()
}

#[test]
fn a_copied_page_is_cleaned_and_each_cleaning_is_told() {
    let imported = import("a.html", PAGE.as_bytes()).unwrap();
    assert_eq!(imported.drafts[0].title, "服务规范");
    assert_eq!(
        imported.drafts[0].body,
        "银行卡??挂失，请拨打客服电话。\n\n| 项目 | 费用 |\n|---|---|\n| 年费 | 10元 |\n\n- 身份证\n- 银行卡\n"
    );
    assert_eq!(
        kinds(&imported.cleaned),
        [
            (CleaningKind::Script, 2),
            (CleaningKind::Pinyin, 1),
            (CleaningKind::Lost, 1),
            (CleaningKind::Boilerplate, 3),
        ]
    );
    let pinyin = imported
        .cleaned
        .shown
        .iter()
        .find(|cleaning| cleaning.kind == CleaningKind::Pinyin)
        .unwrap();
    assert_eq!(pinyin.before, "服務(wù)規範(fàn)");
    assert_eq!(pinyin.after, "服務規範");
}

#[test]
fn each_cleaning_can_be_turned_off() {
    let all = CleaningKind::ALL.into_iter().collect();
    let choices = Choices {
        without: all,
        ..Choices::default()
    };
    let imported = import_with("a.html", PAGE.as_bytes(), &choices).unwrap();
    assert_eq!(kinds(&imported.cleaned), []);
    assert_eq!(imported.drafts[0].title, "服務(wù)規範(fàn)");
    assert!(imported.drafts[0].body.contains("下载 分享 收藏"));
}

#[test]
fn lines_cut_inside_a_sentence_are_joined_and_others_stay() {
    let text = "挂失说明\n客户来电要求办理银行卡挂失的时候，请先核实客户的姓名和证件号码，\n再按照客户的意愿办理临时挂失，并告知客户临时挂失的有效期为五天，请\n客户尽快到网点办理。\n1. 身份证\n2. 银行卡\n以上材料缺一不可。\n";
    let imported = import("a.txt", text.as_bytes()).unwrap();
    assert_eq!(
        imported.drafts[0].body,
        "挂失说明\n\n客户来电要求办理银行卡挂失的时候，请先核实客户的姓名和证件号码，再按照客户的意愿办理临时挂失，并告知客户临时挂失的有效期为五天，请客户尽快到网点办理。\n\n1. 身份证\n1. 银行卡\n\n以上材料缺一不可。\n"
    );
    assert_eq!(imported.cleaned.counts[&CleaningKind::LineBreaks], 2);
}

#[test]
fn questions_in_running_text_become_faq() {
    let text =
        "问：怎么挂失？\n答：请拨打客服电话。\n也可以到网点。\nQ2: 怎么补卡？\nA: 带身份证。\n";
    let imported = import("a.txt", text.as_bytes()).unwrap();
    let found: Vec<(&str, &str)> = imported
        .drafts
        .iter()
        .map(|draft| (draft.title.as_str(), draft.body.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (
                "怎么挂失？",
                "## 可直接说\n请拨打客服电话。\n\n也可以到网点。\n"
            ),
            ("怎么补卡？", "## 可直接说\n带身份证。\n"),
        ]
    );
}

#[test]
fn braces_of_a_text_are_no_blanks() {
    let imported = import("a.txt", "请输入{{客户姓名}}。".as_bytes()).unwrap();
    assert_eq!(imported.drafts[0].body, "请输入｛｛客户姓名｝｝。\n");
    assert_eq!(imported.cleaned.counts[&CleaningKind::Braces], 1);
}

#[test]
fn only_the_first_cleanings_are_kept() {
    let text = "第 1 页\n".repeat(500) + "正文。";
    let imported = import("a.txt", text.as_bytes()).unwrap();
    assert_eq!(imported.cleaned.counts[&CleaningKind::Boilerplate], 500);
    assert_eq!(imported.cleaned.shown.len(), Cleaned::SHOWN);
}
