//! What the program knows of the person who uses it: what they opened, and how they type.

use crate::harness::{Home, Library, Window};

#[tokio::test]
async fn what_was_opened_is_offered_at_the_next_start_until_it_is_forgotten() {
    let library = Library::copy_of("desk");
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.click("知道了").await;
    window.type_text("zzxe").await;
    window.first_hit_is("转账限额").await;
    window.press("Alt+1").await;
    window.press("Esc").await;
    window.shows("最近打开").await;
    window.close().await;

    let window = Window::open_for(&home, &library).await;
    window.shows("最近打开").await;
    window.picture("start").await;
    window.press("Down").await;
    window.card_is("转账限额").await;
    window.press("Esc").await;
    window.press("Alt+1").await;
    window.card_is("转账限额").await;

    window.press("Ctrl+,").await;
    window.click("本机").await;
    window.picture("settings").await;
    window.click("清除使用记录").await;
    window.shows("使用记录已清除").await;
    window.press("Esc").await;
    window.press("Esc").await;
    window.does_not_show("最近打开").await;
}

#[tokio::test]
async fn double_pinyin_is_found_once_it_was_chosen() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.press("Ctrl+,").await;
    window.click("本机").await;
    window.click("小鹤双拼").await;
    window.press("Esc").await;
    window.search("gxui").await;
    window.first_hit_is("银行卡挂失").await;
}
