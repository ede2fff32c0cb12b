//! The window is called from any program, and goes away again without a trace.

use serde_json::{Value, json};

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::window::SEARCH_BOX;
use crate::harness::{Home, Library, Program, Window, desktop};

const HOTKEY: &str = "alt+q";
/// The window's title.
const OURS: &str = "应答";

/// Waits until the window has this shape and is on the screen, or is not.
async fn stands(window: &Window, mode: &str, shown: bool) {
    eventually(
        &format!("the window is a {mode}, shown: {shown}"),
        async || {
            let view = window.ask("window").await;
            let seen = desktop::is_shown(OURS).await;
            if view["mode"] == mode && seen == shown {
                Ok(())
            } else {
                Err(Instead(format!("{view}, shown: {seen}")))
            }
        },
    )
    .await;
}

/// A window that waits unseen behind another program.
async fn waiting(home: &Home, library: &Library, other: &OtherProgram) -> Window {
    let window = Window::open_for(home, library).await;
    stands(&window, "full", true).await;
    window.ask("hide_window").await;
    stands(&window, "bar", false).await;
    other.come_to_front().await;
    window
}

#[tokio::test]
async fn the_hotkey_brings_the_bar_and_takes_it_away_and_the_keyboard_goes_along() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&home, &library, &other).await;
    desktop::press(HOTKEY).await;
    stands(&window, "bar", true).await;
    desktop::has_state(OURS, "_NET_WM_STATE_ABOVE").await;
    desktop::has_state(OURS, "_NET_WM_STATE_SKIP_TASKBAR").await;
    window.has_keyboard().await;
    assert!(other.is_behind(), "the other program has no keyboard now");
    desktop::type_text("guashi").await;
    window.first_hit_is("银行卡挂失").await;
    window.picture("bar").await;
    desktop::press(HOTKEY).await;
    stands(&window, "bar", false).await;
    other.has_keyboard().await;
    assert_eq!(other.happened(), [], "nothing of it was typed there");
    desktop::press(HOTKEY).await;
    window.has_keyboard().await;
    desktop::type_text("xian").await;
    window.box_reads("xian").await;
}

#[tokio::test]
async fn six_presses_lead_to_a_line_at_reading_size() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&home, &library, &other).await;
    desktop::press(HOTKEY).await;
    window.has_keyboard().await;
    desktop::type_text("gs").await;
    window.first_hit_is("银行卡挂失").await;
    desktop::press("alt+1").await;
    window.shows("您别着急，我马上帮您把卡停用。").await;
    let large = "const text = document.querySelector('article .text'); \
        return text !== null && parseFloat(getComputedStyle(text).fontSize) >= 28";
    window.comes_true("it is at reading size", large).await;
    window.picture("bar-reading").await;
    desktop::press("Escape").await;
    window
        .comes_true(
            "the list is back",
            "return document.querySelector('article') === null",
        )
        .await;
    desktop::press("Escape").await;
    window.box_reads("").await;
    desktop::press("Escape").await;
    stands(&window, "bar", false).await;
    other.has_keyboard().await;
}

#[tokio::test]
async fn enter_opens_the_same_search_and_card_in_full() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&home, &library, &other).await;
    desktop::press(HOTKEY).await;
    window.has_keyboard().await;
    desktop::type_text("gs").await;
    window.first_hit_is("银行卡挂失").await;
    desktop::press("Return").await;
    stands(&window, "full", true).await;
    window.card_is("银行卡挂失").await;
    window.box_reads("gs").await;
}

#[tokio::test]
async fn a_hotkey_that_another_program_holds_is_told_with_what_to_do() {
    let other = OtherProgram::open("crm", "客户 甲").await;
    // The test before may still be letting go of it.
    eventually("the other program holds the hotkey", async || {
        match other.hold_alt_q() {
            true => Ok(()),
            false => Err(Instead("somebody else has it".to_owned())),
        }
    })
    .await;
    let window = Window::open(&Library::copy_of("desk")).await;
    window.shows("Alt+Q 已被别的程序占用").await;
    let mut settings = window.ask("settings").await;
    settings["hotkey"] = json!("Ctrl+Alt+K");
    window.ask_with("save_settings", settings).await;
    window.does_not_show("已被别的程序占用").await;
    window.ask("hide_window").await;
    stands(&window, "bar", false).await;
    desktop::press("ctrl+alt+k").await;
    stands(&window, "bar", true).await;
}

#[tokio::test]
async fn a_second_start_calls_the_first() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&home, &library, &other).await;
    Program::start_again(&home, &["--summon"]).await;
    stands(&window, "bar", true).await;
    window.has_keyboard().await;
    Program::start_again(&home, &["--summon"]).await;
    stands(&window, "bar", false).await;
    Program::start_again(&home, &[]).await;
    stands(&window, "full", true).await;
}

#[tokio::test]
async fn a_first_start_that_summons_opens_as_the_bar() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let window = Window::open_with(&home, &library, &["--summon"]).await;
    stands(&window, "bar", true).await;
    window.has_keyboard().await;
}

#[tokio::test]
async fn the_bar_comes_back_where_it_was_moved_to_also_after_a_restart() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = waiting(&home, &library, &other).await;
    desktop::press(HOTKEY).await;
    stands(&window, "bar", true).await;
    desktop::move_window(OURS, 33, 210).await;
    desktop::press(HOTKEY).await;
    stands(&window, "bar", false).await;
    desktop::press(HOTKEY).await;
    desktop::is_at(OURS, (33, 210), (640, 420)).await;
    window.close().await;
    let window = Window::open_with(&home, &library, &["--summon"]).await;
    stands(&window, "bar", true).await;
    desktop::is_at(OURS, (33, 210), (640, 420)).await;
}

#[tokio::test]
async fn the_column_stands_at_its_edge_as_high_as_the_screen() {
    let window = Window::open(&Library::copy_of("desk")).await;
    let desk = size(&window).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("F11").await;
    stands(&window, "docked", true).await;
    desktop::is_at(OURS, (1366 - 420, 0), (420, 768)).await;
    window.card_is("银行卡挂失").await;
    window.picture("docked").await;
    window.ask_with("dock_window", json!("left")).await;
    desktop::is_at(OURS, (0, 0), (420, 768)).await;
    window.press("F11").await;
    stands(&window, "full", true).await;
    window.wait_for(SEARCH_BOX).await;
    eventually("the desk is as large as before", async || {
        let now = size(&window).await;
        if now == desk {
            Ok(())
        } else {
            Err(Instead(now.to_string()))
        }
    })
    .await;
}

async fn size(window: &Window) -> Value {
    window
        .script("return [innerWidth, innerHeight]", vec![])
        .await
}

#[tokio::test]
async fn closing_says_once_that_it_hides_and_ending_ends() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let window = Window::open_for(&home, &library).await;
    desktop::close_window(OURS).await;
    window.shows("应答会留在后台").await;
    window.picture("closing").await;
    // A click would wait for the window to be drawn again, which it is not.
    window
        .script("document.querySelector('dialog .primary').click()", vec![])
        .await;
    stands(&window, "bar", false).await;
    Program::start_again(&home, &[]).await;
    stands(&window, "full", true).await;
    desktop::close_window(OURS).await;
    stands(&window, "bar", false).await;
    let before = window.ask("window").await;
    assert_eq!(before["stays"], Value::Bool(true));
    window.close().await;
}

#[tokio::test]
async fn started_with_the_system_it_waits_unseen_until_it_is_called() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = Window::open_with(&home, &library, &["--hidden"]).await;
    let painted = "return performance.getEntriesByName('first-contentful-paint').length > 0";
    window.comes_true("it is painted unseen", painted).await;
    stands(&window, "bar", false).await;
    assert!(!other.is_behind(), "the keyboard stays where it is");
    desktop::press(HOTKEY).await;
    stands(&window, "bar", true).await;
    window.has_keyboard().await;
}

#[tokio::test]
async fn starting_with_the_system_is_a_file_that_desktops_read() {
    let (library, home) = (Library::copy_of("desk"), Home::empty());
    let window = Window::open_for(&home, &library).await;
    let file = home.config().join("autostart/cn.yingda.desk.desktop");
    for wanted in [true, false] {
        let mut settings = window.ask("settings").await;
        settings["startWithSystem"] = json!(wanted);
        window.ask_with("save_settings", settings).await;
        eventually("the file follows the setting", async || {
            if file.exists() == wanted {
                Ok(())
            } else {
                Err(Instead(format!("there: {}", file.exists())))
            }
        })
        .await;
    }
}
