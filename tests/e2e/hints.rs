//! What the window offers besides results: how the text may go on, what was meant, what narrows.

use crate::harness::{Library, Window};

const FACET_IS_GONE: &str = "return document.querySelector('button.chosen') === null";

#[tokio::test]
async fn tab_takes_the_title_that_goes_on_as_the_text_does() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("转账").await;
    window.shows("Tab转账限额").await;
    let before = window.top_of_the_results().await;
    window.press("Tab").await;
    window.box_reads("转账限额").await;
    window.first_hit_is("转账限额").await;
    window.does_not_show("Tab转账限额").await;
    assert_eq!(
        window.top_of_the_results().await,
        before,
        "the results never move for a hint"
    );
}

#[tokio::test]
async fn a_misheard_word_is_set_right_and_said_once() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂实").await;
    window.first_hit_is("银行卡挂失").await;
    window.shows("已按「挂失」查找").await;
    window.never_shows("挂实→挂失").await;
    window.press("Tab").await;
    window.box_reads("挂失").await;
    window.does_not_show("已按「挂失」查找").await;
}

#[tokio::test]
async fn a_facet_narrows_and_esc_takes_it_away_before_the_text() {
    let library = Library::copy_of("desk")
        .with("entries/other.md", OTHER)
        .approved();
    let window = Window::open(&library).await;
    window.type_text("银行卡").await;
    window.first_hit_is("银行卡挂失").await;
    window.press("Ctrl+L").await;
    window.shows("标签").await;
    window.picture("facets").await;
    window.click("换卡").await;
    window.first_hit_is("银行卡换卡").await;
    window
        .comes_true(
            "the chosen facet is shown",
            "return document.querySelector('button.chosen') !== null",
        )
        .await;
    window.press("Esc").await;
    window.comes_true("the facet is gone", FACET_IS_GONE).await;
    window.box_reads("银行卡").await;
    window.press("Esc").await;
    window.box_reads("").await;
}

const OTHER: &str = "---
id: other
kind: script
title: 银行卡换卡
tags: [换卡]
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕001\"}
---
## 可直接说
我帮您换卡。
";
