//! While an input method composes, nothing acts and nothing is searched.

use crate::harness::{Library, Window};

#[tokio::test]
async fn text_that_is_not_committed_is_not_searched() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.compose("guashi").await;
    window.never_shows("银行卡挂失").await;
    window.commit("挂失").await;
    window.first_hit_is("银行卡挂失").await;
}

#[tokio::test]
async fn enter_belongs_to_the_input_method() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.compose("zhuan").await;
    for key in ["Enter", "Down", "1", "Escape", "Enter"] {
        window.press_in_composition(key).await;
    }
    assert!(
        window.has_focus("[role=combobox]").await,
        "Enter opened the card"
    );
    window.card_is("银行卡挂失").await;
    window.never_shows("转账限额").await;
}
