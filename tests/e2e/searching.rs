//! Typing and finding.

use crate::harness::{Library, Window};

#[tokio::test]
async fn chinese_finds_the_entry() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.card_is("银行卡挂失").await;
}

#[tokio::test]
async fn the_customers_own_words_find_the_entry() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("卡丢了").await;
    window.first_hit_is("银行卡挂失").await;
}

#[tokio::test]
async fn pinyin_and_first_letters_find_the_entry() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("guashi").await;
    window.first_hit_is("银行卡挂失").await;
    window.search("zzxe").await;
    window.first_hit_is("转账限额").await;
}

#[tokio::test]
async fn esc_empties_the_search_box() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.press("Esc").await;
    window.does_not_show("银行卡挂失").await;
}

/// Whether the first lit place of the card's text is in sight, above the keys at its foot.
const LIT_IN_SIGHT: &str = "const card = document.querySelector('article[data-card]'); \
    const mark = [...card.querySelectorAll('mark')].find((mark) => mark.closest('h2') === null); \
    if (mark === undefined) return false; \
    const { top, bottom } = mark.getBoundingClientRect(); \
    const foot = card.querySelector('[data-acts]').getBoundingClientRect().top; \
    return top >= card.getBoundingClientRect().top && bottom <= foot";

#[tokio::test]
async fn opening_an_entry_jumps_to_the_place_that_matched() {
    let library = Library::copy_of("desk")
        .with("entries/fees.md", &guide())
        .approved();
    let window = Window::open(&library).await;
    window.type_text("跨境汇款").await;
    window.card_is("服务手册").await;
    window.press("Enter").await;
    window
        .comes_true("the lit words are in sight", LIT_IN_SIGHT)
        .await;
    window.picture("jump").await;
    window.search("服务手册").await;
    window
        .comes_true(
            "a title that matched keeps the top",
            "return document.querySelector('article[data-card]').scrollTop === 0",
        )
        .await;
}

#[tokio::test]
async fn a_hit_inside_the_folded_part_opens_it() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("备注地点").await;
    window.card_is("银行卡挂失").await;
    window
        .comes_true("the lit words are in sight", LIT_IN_SIGHT)
        .await;
}

/// A long entry whose last chapter alone speaks of 跨境汇款.
fn guide() -> String {
    let chapters: String = (1..=20)
        .map(|number| format!("## 第{number}章\n办理前请先核对客户身份，再按本章办理。\n"))
        .collect();
    let head = "---\nid: fees\nkind: guide\ntitle: 服务手册\nstatus: draft\n---\n";
    format!("{head}{chapters}## 其他\n跨境汇款按当日牌价收取。\n")
}
