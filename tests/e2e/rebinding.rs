//! Keys that a person changed.

use crate::harness::{Library, Window};

#[tokio::test]
async fn a_key_is_given_to_another_action_and_taken_back() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.press("Ctrl+,").await;
    window.click("按键").await;
    window.click("勾下一句必须说").await;
    window.press("Ctrl+Space").await;
    window.shows("是输入法的按键").await;
    window.press("Ctrl+L").await;
    window.shows("和「按产品、标签、环节筛选」相同").await;
    window.picture("keys").await;
    window.click("勾下一句必须说").await;
    window.press("Ctrl+Y").await;
    window.shows("是编辑文字的按键").await;
    window.press("Ctrl+I").await;
    window.does_not_show("相同，按下去做的是").await;
    window.press("Esc").await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+I").await;
    window.shows("已说 1/2").await;
    window.press("F1").await;
    window.shows("Ctrl+I").await;
}
