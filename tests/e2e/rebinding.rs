//! Keys that a person changed.

use serde_json::json;

use crate::harness::{Home, Library, Window};

#[tokio::test]
async fn a_key_is_given_to_another_action_and_taken_back() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.press("Ctrl+,").await;
    window.click("按键").await;
    window.click("勾下一句必须说").await;
    window.press("Ctrl+Space").await;
    window.shows("是输入法的按键").await;
    window.press("Ctrl+F").await;
    window
        .shows("Ctrl+F 和「从任何地方回到搜索框」相同，没有改")
        .await;
    window.picture("keys").await;
    window.click("从「从任何地方回到搜索框」拿过来").await;
    window.does_not_show("相同，没有改").await;
    window.click("勾下一句必须说").await;
    window.press("Ctrl+Y").await;
    window.shows("是编辑文字的按键").await;
    window.press("Ctrl+I").await;
    window.does_not_show("是编辑文字的按键").await;
    window.press("Esc").await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+I").await;
    window.shows("已说 1/2").await;
    window.press("F1").await;
    window.shows("Ctrl+I").await;
    window.picture("key-list").await;
    window.press("Esc").await;
    window.press("Ctrl+,").await;
    window.click("按键").await;
    window.click("全部恢复原来的按键").await;
    window.press("Esc").await;
    window.press("Ctrl+T").await;
    window.shows("已说 2/2").await;
}

#[tokio::test]
async fn keys_with_numbers_take_another_modifier_and_keep_it_over_a_restart() {
    let library = Library::copy_of("desk");
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.click("知道了").await;
    window.press("Ctrl+,").await;
    window.click("按键").await;
    window.choose("[data-family=pick]", "Ctrl").await;
    window
        .shows("Ctrl+1–9 和「换类别，0 是全部」相同，没有改")
        .await;
    window.choose("[data-family=pick]", "Ctrl+Alt").await;
    window.does_not_show("相同，没有改").await;
    window
        .choose("[data-family=goFavourite]", "Ctrl+Shift")
        .await;
    window.picture("key-families").await;
    window.click("勾下一句必须说").await;
    window.press("Ctrl+Alt+3").await;
    window
        .shows("Ctrl+Alt+3 和「选这一页的第几条」相同，没有改")
        .await;
    window.press("Esc").await;
    window.close().await;

    let window = Window::open_for(&home, &library).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.shows("Ctrl+Alt").await;
    let second = window.title_of_line(2).await;
    window.press("Ctrl+Alt+2").await;
    window.card_is(&second).await;
    window.press("Ctrl+D").await;
    window.shows("Ctrl+Shift+1").await;
    window.press("Ctrl+Alt+1").await;
    window.card_is("银行卡挂失").await;
    window.press("Alt+2").await;
    window.press("F2").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+Shift+1").await;
    window.card_is(&second).await;
}

#[tokio::test]
async fn a_stored_key_that_is_none_is_told_and_the_first_one_holds() {
    let library = Library::copy_of("desk");
    let keys = json!({ "tick": 7, "dance": "Ctrl+Q", "copy": "Ctrl+D", "pick": "Ctrl+Alt" });
    let home = Home::with_settings(&json!({ "welcomed": true, "keys": keys }));
    let window = Window::open_for(&home, &library).await;
    window.shows("存着的按键有 3 个不能用").await;
    window.click("看看按键").await;
    window.shows("「dance」：没有这个动作").await;
    window.shows("勾下一句必须说：7 不是能用的按键").await;
    window.picture("key-faults").await;
    window.click("知道了，清掉这些").await;
    window.does_not_show("不能用").await;
    window.press("Esc").await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+T").await;
    window.shows("已说 1/2").await;
    let second = window.title_of_line(2).await;
    window.press("Ctrl+Alt+2").await;
    window.card_is(&second).await;
}
