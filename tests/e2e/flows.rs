//! A flow is gone through step by step, with something looked up on the way.

use crate::harness::{Library, Window};

const FLOW: &str = "---
id: flow-loss
kind: flow
title: 挂失处理流程
fields: {登记编号: {type: digits}}
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕031\"}
valid: {from: 2026-05-01T00:00}
---
## 步骤
### listen 听完再核身
「您先说，我在记，编号是{{登记编号}}。」

话术：[[card-loss]]、[[identity-check]]
- [ ] 没有打断客户
- [ ] 复述一遍

- 若客户情绪激动 → #calm
- 若核身通过 → #close

### calm 先稳住情绪
话音放低、放慢。
- [ ] 说过一句理解

- 若客户愿意往下说 → #listen

### close 确认和结束
「您看还有哪里没讲明白？」
- [ ] 复述结论
";

fn library() -> Library {
    Library::copy_of("desk")
        .with("entries/flow-loss.md", FLOW)
        .approved()
}

async fn started(library: &Library) -> Window {
    let window = Window::open(library).await;
    window.type_text("挂失处理流程").await;
    window.card_is("挂失处理流程").await;
    window.press("Ctrl+O").await;
    window.shows("第 1 步，共 3 步").await;
    window
}

#[tokio::test]
async fn digits_branch_and_backspace_goes_back() {
    let library = library();
    let window = started(&library).await;
    // The wording that the step names is open to be read.
    window.shows("您别着急，我马上帮您把卡停用。").await;
    window.picture("flow").await;
    window.press("1").await;
    window.shows("第 2 步，共 3 步").await;
    window.press("Backspace").await;
    window.shows("第 1 步，共 3 步").await;
    window.never_shows("系统里登记口头挂失").await;
}

#[tokio::test]
async fn a_search_beside_the_flow_keeps_its_step() {
    let library = library();
    let window = started(&library).await;
    window.press("1").await;
    window.shows("第 2 步，共 3 步").await;
    window.press("Ctrl+K").await;
    window.search("限额").await;
    window.card_is("转账限额").await;
    window.shows("第 2 步，共 3 步 先稳住情绪").await;
    window.picture("flow-aside").await;
    window.press("Ctrl+O").await;
    window.shows("话音放低、放慢。").await;
    window.press("1").await;
    window.shows("第 1 步，共 3 步").await;
}

#[tokio::test]
async fn what_was_left_out_is_listed_at_the_end() {
    let library = library();
    let window = started(&library).await;
    window.press("Ctrl+T").await;
    window.press("2").await;
    window.shows("第 3 步，共 3 步").await;
    window.press("Ctrl+T").await;
    window.click("结束流程").await;
    window.shows("还有必做项没有完成").await;
    window.shows("必做 1/2，漏 1 项").await;
    window.picture("flow-end").await;
    window.press("1").await;
    window.shows("第 1 步，共 3 步").await;
    window.press("Ctrl+T").await;
    window.click("结束流程").await;
    window.does_not_show("边走边查，不离开本步").await;
}

#[tokio::test]
async fn in_the_column_a_flow_stays_there_and_from_the_bar_it_gets_room_and_the_digits() {
    let library = library();
    let window = Window::open(&library).await;
    window.type_text("挂失处理流程").await;
    window.card_is("挂失处理流程").await;
    window.press("F11").await;
    window.wait_for("main[aria-label='停靠的通话台']").await;
    window.press("Ctrl+O").await;
    window.shows("第 1 步，共 3 步").await;
    window.press("1").await;
    window.shows("第 2 步，共 3 步").await;
    window.picture("flow-docked").await;
    window.press("F12").await;
    window.wait_for("main.bar").await;
    window.press("Ctrl+O").await;
    window.shows("第 2 步，共 3 步").await;
    window.press("1").await;
    window.shows("第 1 步，共 3 步").await;
}

#[tokio::test]
async fn a_library_that_is_read_again_leaves_the_flow_in_front() {
    let library = library();
    let window = started(&library).await;
    let more = FLOW
        .replace("flow-loss", "flow-more")
        .replace("挂失处理", "补卡处理");
    std::fs::write(library.path().join("entries/flow-more.md"), more).expect("an entry");
    window.ask("reload").await;
    window.shows("知识库 6 条").await;
    window.shows("没有打断客户").await;
    window.press("1").await;
    window.shows("话音放低、放慢。").await;
}
