//! What a screen reader is told, asked of the web view's own accessibility tree: roles and names as it computed them;
//! and what the live regions say when something happens.

use serde_json::json;

use crate::harness::{Home, Library, Window};

const REPAY: &str = "---
id: repay
kind: script
title: 提前还款
fields: {还款金额: {type: amount, required: true}, 还款方式: {type: choice, options: [缩短年限, 减少月供]}}
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕011\"}
valid: {from: 2026-05-01T00:00}
---
## 可直接说
{{客户称呼}}，您要还{{还款金额}}，按{{还款方式}}办。
## 必须说
- 提前还款可能要付违约金。
## 不能说
- 「随便还」 → 「按合同约定还」
## 仅内部
- 查看合同第三条。
";

async fn window() -> Window {
    let library = Library::copy_of("desk")
        .with("entries/repay.md", REPAY)
        .approved();
    let settings = json!({ "theme": "light", "welcomed": true, "language": "zh" });
    Window::open_for(&Home::with_settings(&settings), &library).await
}

#[tokio::test]
async fn the_search_box_is_a_combobox_that_names_its_list_and_the_line_it_is_on() {
    let window = window().await;
    window
        .tells("[role=combobox]", "combobox", &["搜索知识库"])
        .await;
    window.type_text("卡丢了").await;
    window.card_is("银行卡挂失").await;
    window.says("条结果").await;
    let related = "const box = document.querySelector('[role=combobox]');
        const list = document.getElementById(box.getAttribute('aria-controls'));
        const line = document.getElementById(box.getAttribute('aria-activedescendant'));
        return box.ariaExpanded === 'true' && list?.role === 'listbox' && list.contains(line)
            && line.ariaSelected === 'true'";
    window
        .comes_true("the box names its list and line", related)
        .await;
    window.tells("#hits", "listbox", &["条结果"]).await;
    let words = ["1", "话术", "银行卡挂失", "有效", "别名"];
    window.tells("#hits [role=option]", "option", &words).await;
    window.press("Down").await;
    window.comes_true("the next line is told", related).await;
}

#[tokio::test]
async fn the_parts_of_a_card_its_blanks_and_its_buttons_have_roles_and_names() {
    let window = window().await;
    window.type_text("提前还款").await;
    window.card_is("提前还款").await;
    for (css, role, name) in [
        ("article", "article", "提前还款"),
        ("article .part.say", "region", "可直接说"),
        ("article .part.must", "region", "必须说"),
        ("article .part.never", "region", "不能说"),
        (
            "article [data-blank=还款金额]",
            "textbox",
            "填空：还款金额，金额，必填",
        ),
        (
            "article [data-blank=客户称呼]",
            "textbox",
            "填空：客户称呼，文字，可不填",
        ),
        (
            "article .part.must input",
            "checkbox",
            "提前还款可能要付违约金。",
        ),
        ("article [data-copy]", "button", "复制，连同必须说"),
        ("nav", "navigation", "主导航"),
        ("[role=search]", "search", ""),
        ("aside", "complementary", "合规提示"),
        ("footer", "contentinfo", "状态"),
        ("[data-announcer]", "status", ""),
    ] {
        window.tells(css, role, &[name]).await;
    }
    let choice = window.told("article [data-blank=还款方式]").await;
    assert!(choice.name.contains("填空：还款方式，选项"), "{choice:?}");
    let pressed = "return document.querySelector('article .tags [aria-pressed]').ariaPressed";
    assert_eq!(window.script(pressed, vec![]).await, "false");
    window.press("Ctrl+D").await;
    window
        .tells("article .tags [aria-pressed=true]", "button", &["收藏"])
        .await;
    window.says("收藏").await;
}

#[tokio::test]
async fn the_blanks_of_the_bar_are_within_reach_beside_the_line() {
    let window = window().await;
    window.press("F12").await;
    window.wait_for("main.bar").await;
    window.tells("main.bar", "main", &["快查条"]).await;
    window.type_text("提前还款").await;
    window.first_hit_is("提前还款").await;
    window
        .tells("#hits [role=option]", "option", &["1", "提前还款"])
        .await;
    window.tells(".room", "group", &["通话卡"]).await;
    window
        .tells(
            ".room [data-blank=还款金额]",
            "textbox",
            &["还款金额", "必填"],
        )
        .await;
}

#[tokio::test]
async fn dialogs_tabs_and_choices_have_roles_and_names() {
    let window = window().await;
    window.press("Ctrl+,").await;
    window.tells("dialog", "dialog", &["设置"]).await;
    window.tells("[role=tablist]", "tablist", &["设置"]).await;
    window
        .tells("[role=tab][aria-selected=true]", "tab", &["显示"])
        .await;
    window.tells("[role=tabpanel]", "tabpanel", &["显示"]).await;
    window.tells("dialog fieldset", "group", &["主题"]).await;
    window
        .tells("dialog input:checked", "radio", &["浅色"])
        .await;
    window.press("Esc").await;
    window.search("提前还款").await;
    window.card_is("提前还款").await;
    window.press("Ctrl+R").await;
    window
        .tells("[data-reading]", "dialog", &["朗读", "提前还款"])
        .await;
}

#[tokio::test]
async fn live_regions_say_what_happened() {
    let window = window().await;
    window.type_text("限额").await;
    window.says("条结果").await;
    window.search("提前还款").await;
    window.card_is("提前还款").await;
    window.press("Ctrl+C").await;
    window.says("还款金额").await;
    window.write("12000").await;
    window.press("Ctrl+C").await;
    window.says("已复制").await;
    window.press("Ctrl+Shift+S").await;
    window.wait_for("dialog [data-selectable]").await;
    window.press("Enter").await;
    window.says("已复制到剪贴板").await;
    window.press("Esc").await;
    window.press("Ctrl+P").await;
    window.says("已暂挂").await;
    window.search("完全没有的东西甲乙丙").await;
    window.says("没有").await;
    let clock = window.told("footer [role=timer]").await;
    assert_eq!(clock.role, "timer");
    let live =
        "return document.querySelector('footer [role=timer]').closest('[aria-live]').ariaLive";
    assert_eq!(
        window.script(live, vec![]).await,
        "off",
        "no second is read out"
    );
}
