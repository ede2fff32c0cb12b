//! The card at reading size.

use crate::harness::{Clipboard, Library, Window};

const LONG: &str = "---
id: long
kind: script
title: 很长的话术
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕021\"}
valid: {from: 2026-05-01T00:00}
---
## 可直接说
{{客户称呼}}，您说的这件事我已经记下来了，接下来我会把每一步都和您讲清楚，中间有哪里没听明白，您随时可以打断我再问一遍，我会慢慢地重新讲给您听，直到您完全放心为止。

第二段也很长，它要说的是办理需要的材料、地点、时间和费用，以及办好以后怎样收到通知、怎样查询进度、怎样更改。
## 必须说
- 以上内容以合同约定为准。
## 仅内部
- 只有柜员能看。
";

/// Every part of the text that a person reads lies inside the window, from its left edge to its right one.
const NOTHING_IS_CUT: &str = "const view = document.querySelector('[data-reading]');
    const body = view.querySelector('.body');
    return body.scrollWidth <= body.clientWidth + 1
        && [...view.querySelectorAll('p')].every((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left >= 0 && right <= innerWidth + 1 && text.scrollWidth <= text.clientWidth + 1;
        });";

#[tokio::test]
async fn ctrl_r_shows_the_card_at_reading_size_and_space_goes_on() {
    let library = Library::copy_of("desk")
        .with("entries/long.md", LONG)
        .approved();
    let window = Window::open(&library).await;
    window.type_text("很长的话术").await;
    window.card_is("很长的话术").await;
    window.press("Ctrl+R").await;
    window
        .comes_true(
            "the text is 28 pixels high or more",
            "const text = document.querySelector('[data-reading] .body');
             return text !== null && parseFloat(getComputedStyle(text).fontSize) >= 28",
        )
        .await;
    window.picture("reading").await;
    window.comes_true("nothing is cut", NOTHING_IS_CUT).await;
    window.press("Space").await;
    window.press("Space").await;
    window.shows("3/3").await;
    window.press("Enter").await;
    for _ in 0..8 {
        window.press("Ctrl+=").await;
    }
    window
        .comes_true("nothing is cut at 56 pixels", NOTHING_IS_CUT)
        .await;
    window.press("Ctrl+L").await;
    window.press("Shift+Space").await;
    window.picture("reading-large").await;
    window.never_shows("只有柜员能看").await;
    window.press("Ctrl+C").await;
    window.press("Esc").await;
    window.shows("已说 1/1").await;
    let text = Clipboard::Ordinary.text().await;
    assert!(text.contains("以上内容以合同约定为准。"), "{text}");
    assert!(!text.contains("只有柜员能看"), "{text}");
}

#[tokio::test]
async fn nothing_is_cut_at_two_hundred_percent() {
    let library = Library::copy_of("desk")
        .with("entries/long.md", LONG)
        .approved();
    let window = Window::open(&library).await;
    window.resize(683, 384).await;
    window.type_text("很长的话术").await;
    window.press("Ctrl+R").await;
    window.wait_for("[data-reading]").await;
    window.comes_true("nothing is cut", NOTHING_IS_CUT).await;
    window.picture("reading-200").await;
}

#[tokio::test]
async fn typing_in_the_reading_view_searches_at_once() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+R").await;
    window.wait_for("[data-reading]").await;
    window.press("x").await;
    window.box_reads("x").await;
}
