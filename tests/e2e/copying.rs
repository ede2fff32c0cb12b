//! Wording leaves a card by its own copy, whole, or not at all.

use crate::harness::patience::{Instead, eventually, never};
use crate::harness::window::CARD;
use crate::harness::{Clipboard, Library, Window};

const SAY: &str = "您别着急，我马上帮您把卡停用。";
const MUST: [&str; 2] = [
    "电话挂失是临时停用，请您带身份证件到网点办理正式挂失。",
    "停用前已发生的交易不受影响。",
];
const NEVER: &str = "这不归我管";
const INTERNAL: &str = "系统里登记口头挂失";
/// What another program put on the clipboard before.
const BEFORE: &str = "客户的备注";

async fn card_of_the_lost_card(library: &Library) -> Window {
    let window = Window::open(library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window
}

/// Whether this is what the card's own copy gives: what may be said with all that must be.
fn is_whole(text: &str) -> bool {
    let has_all = text.contains(SAY) && MUST.iter().all(|sentence| text.contains(sentence));
    has_all && !text.contains(NEVER) && !text.contains(INTERNAL)
}

#[tokio::test]
async fn ctrl_c_copies_what_may_be_said_with_what_must_be() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    Clipboard::fill_both(BEFORE).await;
    window.press("Ctrl+C").await;
    window.shows("已复制").await;
    eventually("the clipboard holds the card's wording", async || {
        let text = Clipboard::Ordinary.text().await;
        if is_whole(&text) {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
    assert_eq!(
        Clipboard::Primary.text().await,
        BEFORE,
        "copying touches one clipboard only"
    );
}

#[tokio::test]
async fn the_button_copies_the_same() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    Clipboard::fill_both(BEFORE).await;
    window.click("复制").await;
    eventually("the clipboard holds the card's wording", async || {
        let text = Clipboard::Ordinary.text().await;
        if is_whole(&text) {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

#[tokio::test]
async fn text_selected_in_the_search_box_is_copied_instead() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    Clipboard::fill_both(BEFORE).await;
    window.press("Ctrl+K").await;
    window.press("Ctrl+C").await;
    eventually("the clipboard holds the selection", async || {
        let text = Clipboard::Ordinary.text().await;
        if text == "挂失" {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

/// Nothing new on either clipboard, or the whole wording on the ordinary one.
async fn nothing_leaks(way: &str) {
    never(&format!("{way} gives a part of the card"), async || {
        let ordinary = Clipboard::Ordinary.text().await;
        let primary = Clipboard::Primary.text().await;
        let fine = (ordinary == BEFORE || is_whole(&ordinary))
            && (primary == BEFORE || primary.is_empty());
        (!fine).then(|| format!("clipboard “{ordinary}”, primary selection “{primary}”"))
    })
    .await;
}

#[tokio::test]
async fn selecting_with_the_keyboard_gives_no_part_of_a_card() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    window.click("仅内部").await;
    window.shows(INTERNAL).await;
    window.focus(CARD).await;
    Clipboard::fill_both(BEFORE).await;
    window.press("Ctrl+A").await;
    nothing_leaks("Ctrl+A").await;
    window.press("Ctrl+C").await;
    nothing_leaks("Ctrl+A, Ctrl+C").await;
    window.press("Ctrl+X").await;
    nothing_leaks("Ctrl+A, Ctrl+X").await;
}

#[tokio::test]
async fn selecting_with_the_mouse_gives_no_part_of_a_card() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    window.click("仅内部").await;
    window.shows(INTERNAL).await;
    Clipboard::fill_both(BEFORE).await;
    window.drag_across(CARD).await;
    nothing_leaks("dragging across the card").await;
    window
        .click_times(&format!("{CARD} details li, {CARD} details p"), 3)
        .await;
    nothing_leaks("three clicks on 仅内部").await;
    window.press("Ctrl+C").await;
    nothing_leaks("three clicks on 仅内部, Ctrl+C").await;
}

/// Shows that the mouse of these tests does select, where selecting is allowed.
#[tokio::test]
async fn a_problems_file_name_may_be_selected() {
    let library = Library::copy_of("desk").with("entries/broken.md", "---\nid: broken\n---\n");
    let window = Window::open(&library).await;
    window.click("问题").await;
    window.shows("entries/broken.md").await;
    Clipboard::fill_both(BEFORE).await;
    window.drag_across("[data-selectable] li:first-child").await;
    eventually("the primary selection holds the problem", async || {
        let text = Clipboard::Primary.text().await;
        if text.contains("broken.md") {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

/// The web view's own copying, with the program's keys out of the way, of a selection that nobody could make by hand.
#[tokio::test]
async fn a_copy_event_on_a_card_gives_no_part_of_it() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    Clipboard::fill_both(BEFORE).await;
    window.focus(CARD).await;
    let script = "getSelection().selectAllChildren(document.querySelector(arguments[0]));
        window.addEventListener('keydown', (event) => event.stopImmediatePropagation(), true)";
    window.script(script, vec![CARD.into()]).await;
    window.press("Ctrl+C").await;
    never("the copy event gives a part of the card", async || {
        let text = Clipboard::Ordinary.text().await;
        (text != BEFORE && !is_whole(&text)).then_some(text)
    })
    .await;
}

#[tokio::test]
async fn dragging_and_the_context_menu_are_refused_on_a_card() {
    let library = Library::copy_of("desk");
    let window = card_of_the_lost_card(&library).await;
    for event in ["dragstart", "contextmenu", "selectstart", "cut"] {
        let script = "const text = document.querySelector(arguments[0]).querySelector('p, li');
            return !text.dispatchEvent(new Event(arguments[1], { bubbles: true, cancelable: true }))";
        let refused = window.script(script, vec![CARD.into(), event.into()]).await;
        assert_eq!(refused, true, "{event} is refused");
    }
}

#[tokio::test]
async fn an_expired_entry_is_not_copied_without_a_reason() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("旧版").await;
    window.card_is("银行卡挂失（旧版）").await;
    Clipboard::fill_both(BEFORE).await;
    window.press("Ctrl+C").await;
    window.shows("这个条目已过期").await;
    assert_eq!(Clipboard::Ordinary.text().await, BEFORE);
}
