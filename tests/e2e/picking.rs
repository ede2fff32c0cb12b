//! Choosing a line of the results.

use crate::harness::window::SEARCH_BOX;
use crate::harness::{Library, Window, desktop};

#[tokio::test]
async fn alt_and_a_digit_show_the_card_of_that_line() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    let second = window.title_of_line(2).await;
    window.press("Alt+2").await;
    window.card_is(&second).await;
    window.press("Alt+1").await;
    window.card_is("银行卡挂失").await;
}

#[tokio::test]
async fn the_arrows_move_and_the_card_follows() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    let second = window.title_of_line(2).await;
    window.press("Down").await;
    window.card_is(&second).await;
    window.press("Up").await;
    window.card_is("银行卡挂失").await;
}

#[tokio::test]
async fn esc_leaves_the_card_before_it_clears_the_search() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Enter").await;
    window
        .wait_for("[data-card] :focus, [data-card]:focus")
        .await;
    window.press("Esc").await;
    assert!(window.has_focus(SEARCH_BOX).await);
    window.card_is("银行卡挂失").await;
    window.press("Esc").await;
    window.wait_for("[role=combobox]:placeholder-shown").await;
}

/// WebKit knows no name for the symbol that an X11 keyboard sends for Tab with Shift.
#[tokio::test]
async fn tab_with_shift_of_a_real_keyboard_leads_into_the_list_where_a_digit_picks() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.search("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    let second = window.title_of_line(2).await;
    desktop::focus_window("应答").await;
    desktop::press("shift+Tab").await;
    let in_list = "return document.activeElement.matches('[role=listbox]')";
    window
        .comes_true("the list has the keyboard", in_list)
        .await;
    desktop::press("2").await;
    window.card_is(&second).await;
    desktop::press("shift+Tab").await;
    window.has_keyboard().await;
}
