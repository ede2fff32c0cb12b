//! Wording goes into the window in use before, when that is certain to be the right one; else it is copied.

use serde_json::json;

use crate::harness::other_program::{Happened, OtherProgram};
use crate::harness::patience::{Instead, eventually, never};
use crate::harness::{Clipboard, Home, Library, Window, desktop};

const SAY: &str = "您别着急，我马上帮您把卡停用。";
const MUST: &str = "停用前已发生的交易不受影响。";
const INTERNAL: &str = "系统里登记口头挂失";

/// The card of the lost card in the bar, called from `other`; pasting is allowed into `allowed`.
async fn bar_over(other: &OtherProgram, library: &Library, allowed: &[&str]) -> Window {
    let window = Window::open_for(&Home::empty(), library).await;
    let mut settings = window.ask("settings").await;
    settings["pasteInto"] = json!(allowed);
    window.ask_with("save_settings", settings).await;
    window.ask("hide_window").await;
    other.come_to_front().await;
    desktop::press("alt+q").await;
    window.has_keyboard().await;
    desktop::type_text("gs").await;
    window.first_hit_is("银行卡挂失").await;
    window.shows(SAY).await;
    window
}

fn pasted(other: &OtherProgram) -> Result<String, Instead> {
    match other.happened().as_slice() {
        [Happened::Pasted(text)] => Ok(text.clone()),
        others => Err(Instead(format!("{others:?}"))),
    }
}

#[tokio::test]
async fn it_lands_in_an_allowed_window_whole_and_nothing_is_sent() {
    let library = Library::copy_of("desk");
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = bar_over(&other, &library, &["crm"]).await;
    desktop::press("ctrl+Return").await;
    let text = eventually("the wording lands there", async || pasted(&other)).await;
    assert!(text.contains(SAY) && text.contains(MUST), "{text}");
    assert!(!text.contains(INTERNAL), "{text}");
    other.has_keyboard().await;
    desktop::press("alt+q").await;
    window.shows("已贴到 crm，没有发送。").await;
    window.picture("pasted").await;
    window.click("撤销粘贴").await;
    eventually("it is taken back there", async || {
        match other.happened().last() {
            Some(Happened::Undone) => Ok(()),
            other => Err(Instead(format!("{other:?}"))),
        }
    })
    .await;
    assert!(!other.happened().contains(&Happened::Sent));
}

#[tokio::test]
async fn a_window_whose_title_changed_gets_nothing() {
    let library = Library::copy_of("desk");
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = bar_over(&other, &library, &["crm"]).await;
    other.rename("客户 乙");
    desktop::press("ctrl+Return").await;
    window.shows("已复制，请手动粘贴。那个窗口的标题变了").await;
    let text = Clipboard::Ordinary.text().await;
    assert!(text.contains(SAY), "{text}");
    never("something reaches the other program", async || {
        let happened = other.happened();
        (!happened.is_empty()).then(|| format!("{happened:?}"))
    })
    .await;
}

#[tokio::test]
async fn a_program_that_is_not_allowed_gets_nothing() {
    let library = Library::copy_of("desk");
    let other = OtherProgram::open("chat", "群").await;
    let window = bar_over(&other, &library, &["crm"]).await;
    desktop::press("ctrl+Return").await;
    window
        .shows("已复制，请手动粘贴。设置里没有允许 chat。")
        .await;
    assert_eq!(other.happened(), []);
}

#[tokio::test]
async fn an_enter_that_stays_down_never_reaches_the_other_window() {
    let library = Library::copy_of("desk");
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = bar_over(&other, &library, &["crm"]).await;
    desktop::hold("ctrl+Return").await;
    window.shows("有键一直按着没有松开").await;
    desktop::release("ctrl+Return").await;
    assert_eq!(other.happened(), []);
}

#[tokio::test]
async fn a_copy_asks_for_no_history() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+C").await;
    window.shows("已复制").await;
    eventually("the clipboard names the hint", async || {
        let kinds = Clipboard::Ordinary.kinds().await;
        if kinds.contains("x-kde-passwordManagerHint") {
            Ok(())
        } else {
            Err(Instead(kinds))
        }
    })
    .await;
}
