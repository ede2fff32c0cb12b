//! The quick bar and the column.

use super::Audit;
use crate::harness::desktop;

async fn bar(audit: &mut Audit) {
    audit.window.press("F12").await;
    audit.look_at("the empty bar", "main.bar").await;
    audit.window.type_text("挂失").await;
    audit.window.first_hit_is("银行卡挂失").await;
    audit
        .look_at("the bar's list and its card", "main.bar .room .card")
        .await;
    audit.window.press("Alt+1").await;
    audit
        .look_at("a line at reading size", "main.bar article")
        .await;
    audit.window.press("Ctrl+C").await;
    audit.look_at("a copy from the bar", "article .done").await;
    audit.window.press("Esc").await;
    audit.window.search("请客户稍候").await;
    audit.window.first_hit_is("请客户稍候").await;
    audit
        .look_at("the bar's card with blanks", ".room [data-blank]")
        .await;
    audit.window.press("Ctrl+G").await;
    audit
        .look_at("the bridge wording over the bar", "[data-bridge] li")
        .await;
    audit.window.press("Esc").await;
    audit.window.search("完全没有的东西甲乙丙").await;
    audit
        .look_at("nothing found in the bar", "main.bar [data-bridge] li")
        .await;
    audit.dialog("Ctrl+J", "the call pad as a dialog").await;
    audit.dialog("F1", "the keys over the bar").await;
    audit.window.press("F12").await;
}

async fn column(audit: &mut Audit) {
    audit.window.search("挂失").await;
    audit.window.card_is("银行卡挂失").await;
    audit.window.press("F11").await;
    audit.window.wait_for(".app.small article").await;
    audit.look("the column").await;
    audit.window.press("Ctrl+G").await;
    audit
        .look_at("the bridge wording over the column", ".over li")
        .await;
    audit.window.press("Esc").await;
    audit.window.search("客户投诉流程").await;
    audit.window.card_is("客户投诉流程").await;
    audit.window.press("Ctrl+O").await;
    audit.look_at("a flow in the column", "[data-flow]").await;
    audit.window.press("Ctrl+O").await;
    audit.window.press("F11").await;
}

/// Closing hides, and says so once.
async fn closing(audit: &mut Audit) {
    let title = audit.window.script("return document.title", vec![]).await;
    desktop::close_window(title.as_str().expect("a title")).await;
    audit.look_at("what closing does", "dialog[open]").await;
}

async fn walk(language: &str) {
    let mut audit = Audit::at_the_desk(language).await;
    bar(&mut audit).await;
    column(&mut audit).await;
    closing(&mut audit).await;
    audit.ends();
}

#[tokio::test]
async fn bar_and_column_in_chinese() {
    walk("zh").await;
}

#[tokio::test]
async fn bar_and_column_in_english() {
    walk("en").await;
}
