//! The agent's desk: results, cards, the reading view, flows, settings.

use super::Audit;
use crate::harness::{Library, Window};

/// The desk, its cards and the reading view.
async fn cards(audit: &mut Audit) {
    audit.look("the empty desk").await;
    audit.window.type_text("挂失").await;
    audit.window.card_is("银行卡挂失").await;
    audit.click("details.internal summary").await;
    audit.look("results and a card").await;
    audit.window.press("Ctrl+L").await;
    audit.look_at("what narrows", ".menu button").await;
    audit.window.press("Esc").await;
    audit.window.press("Ctrl+M").await;
    audit
        .look_at("a note being written", "aside [data-note]")
        .await;
    audit
        .window
        .type_into("aside [data-note]", "先问卡种")
        .await;
    audit.window.press("Esc").await;
    audit.window.press("Ctrl+R").await;
    audit.look_at("the reading view", "[data-reading]").await;
    audit.window.press("Ctrl+L").await;
    audit.look("the reading view by sentence").await;
    audit.window.press("Esc").await;
    audit.window.search("旧版").await;
    audit.window.card_is("银行卡挂失（旧版）").await;
    audit.look("an expired card").await;
    audit.dialog("Ctrl+C", "the question for a reason").await;
    audit.window.search("请客户稍候").await;
    audit.window.card_is("请客户稍候").await;
    audit.window.press("Ctrl+C").await;
    audit
        .look_at("a copy that was refused", "[data-acts] .refused")
        .await;
    audit
        .window
        .type_into("article [data-blank='金额']", "1.2w")
        .await;
    audit.look_at("a blank being filled", "article .form").await;
    audit.window.search("完全没有的东西甲乙丙").await;
    audit.look_at("no result", "[data-bridge] li").await;
}

/// A flow from its first step to its end, with the bridge wording over it.
async fn flow(audit: &mut Audit) {
    audit.window.search("客户投诉流程").await;
    audit.window.card_is("客户投诉流程").await;
    audit.look("a flow's card").await;
    audit.window.press("Ctrl+O").await;
    audit.look_at("a flow", "[data-flow] .step details").await;
    audit.window.press("Ctrl+G").await;
    audit
        .look_at("the bridge wording", "[data-bridge] li")
        .await;
    audit.window.press("Esc").await;
    audit.click("[data-flow] header .btn:last-of-type").await;
    audit.look_at("the end of a flow", "#flow-end").await;
    audit.window.press("Esc").await;
    audit.window.press("Ctrl+O").await;
    audit.look_at("a flow that waits", ".strip li .btn").await;
}

/// The list of keys, the settings and the problems.
async fn dialogs(audit: &mut Audit) {
    audit.dialog("F1", "the list of keys").await;
    audit.window.press("Ctrl+,").await;
    for tab in 1..=5 {
        audit
            .click(&format!("dialog [role=tab]:nth-of-type({tab})"))
            .await;
        audit.look(&format!("the settings, tab {tab}")).await;
    }
    audit.leave().await;
    audit.click("footer .problems").await;
    audit.look_at("the problems", "dialog li").await;
    audit.leave().await;
}

async fn walk(language: &str) {
    let mut audit = Audit::at_the_desk(language).await;
    cards(&mut audit).await;
    flow(&mut audit).await;
    dialogs(&mut audit).await;
    audit.ends();
}

#[tokio::test]
async fn every_screen_of_the_desk_in_chinese() {
    walk("zh").await;
}

#[tokio::test]
async fn every_screen_of_the_desk_in_english() {
    walk("en").await;
}

#[tokio::test]
async fn the_first_start() {
    let library = Library::copy_of("desk");
    let mut audit = Audit::of(Window::open(&library).await, library);
    audit.look("the welcome").await;
    audit.ends();
}

#[tokio::test]
async fn a_library_that_is_missing() {
    let library = Library::copy_of("desk");
    std::fs::remove_dir_all(library.path()).expect("the library goes");
    let mut audit = Audit::of(Window::open_in_trouble(&library).await, library);
    audit
        .look_at("a missing library", "main [role=alert]")
        .await;
    audit.ends();
}

#[tokio::test]
async fn a_shared_computer_asks_who_it_is() {
    let mut audit = Audit::at_the_desk("zh").await;
    audit.window.press("Ctrl+,").await;
    audit.window.click("本机").await;
    audit.window.click("多人使用").await;
    audit.leave().await;
    audit.window.click("还没有选我是谁").await;
    audit.look_at("who it is", "dialog[open]").await;
    audit.ends();
}
