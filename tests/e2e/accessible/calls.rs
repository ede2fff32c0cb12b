//! What stands beside a call: its pad, parked calls, papers, reports, favourites, announcements.

use super::Audit;

/// The pad with something in it, the papers made of it, and a parked call.
async fn call(audit: &mut Audit) {
    audit.window.search("请客户稍候").await;
    audit.window.press("Alt+1").await;
    audit.window.card_is("请客户稍候").await;
    audit.window.press("Ctrl+T").await;
    audit.window.press("Ctrl+J").await;
    audit.look_at("the call pad", "aside textarea").await;
    audit
        .window
        .type_into("aside textarea", "电话13812345678，要补卡")
        .await;
    audit.window.press("Ctrl+Shift+S").await;
    audit
        .look_at("the summary", "dialog [data-selectable]")
        .await;
    audit.window.press("Enter").await;
    audit
        .look_at("a copied summary", "dialog .does .meta")
        .await;
    audit.leave().await;
    audit.dialog("Ctrl+H", "the hand-over").await;
    audit.dialog("Ctrl+B", "the report").await;
    audit.window.press("Ctrl+P").await;
    audit.look_at("a parked call", "footer").await;
    audit.window.search("挂失").await;
    audit.window.press("Alt+1").await;
    audit.window.card_is("银行卡挂失").await;
    audit.dialog("Ctrl+P", "the parked calls").await;
    audit.window.press("Ctrl+E").await;
    audit.look_at("an ended call", "footer .undo").await;
}

/// What is pinned, and what changed.
async fn kept(audit: &mut Audit) {
    audit.window.search("挂失").await;
    audit.window.card_is("银行卡挂失").await;
    audit.window.press("Ctrl+D").await;
    audit
        .look_at("a favourite", "article [aria-pressed=true]")
        .await;
    audit.window.press("Esc").await;
    audit
        .look_at("what is used often", "[role=listbox] .own")
        .await;
    audit.click("main .below .link").await;
    audit.look_at("the favourites", "dialog select").await;
    audit.leave().await;
    audit.dialog("Ctrl+U", "the announcements").await;
    audit.window.search("疑似诈骗").await;
    audit.window.card_is("疑似诈骗来电").await;
    audit.look_at("an announced card", "article .strip").await;
}

async fn walk(language: &str) {
    let mut audit = Audit::at_the_desk(language).await;
    call(&mut audit).await;
    kept(&mut audit).await;
    audit.ends();
}

#[tokio::test]
async fn everything_beside_a_call_in_chinese() {
    walk("zh").await;
}

#[tokio::test]
async fn everything_beside_a_call_in_english() {
    walk("en").await;
}
