//! A call from its beginning to its end: what is noted of it, what leaves it, and what stays.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Clipboard, Home, Library, Window};
use serde_json::json;
use std::path::PathBuf;

/// A library in which one entry has a blank.
fn library() -> Library {
    let blank = "---\nid: card-return\nkind: script\ntitle: 吞卡\naliases: [卡被吞了]\nstatus: approved\n\
        approvals:\n  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: 演示2}\n---\n\
        ## 可直接说\n{{客户称呼}}，您的卡还在机器里。\n## 必须说\n- 请不要离开机器。\n- 请带证件来取。\n## 仅内部\n查看设备号。\n";
    Library::copy_of("desk")
        .with("entries/card-return.md", blank)
        .approved()
}

/// Looks up the entry with the blank and picks it.
async fn open_card(window: &Window) {
    window.search("卡被吞了").await;
    window.press("Alt+1").await;
    window.card_is("吞卡").await;
}

/// Fills in the customer's name on the card.
async fn call_them(window: &Window, name: &str) {
    window.focus("article [data-blank='客户称呼']").await;
    window
        .type_into("article [data-blank='客户称呼']", name)
        .await;
}

async fn is_favourite(window: &Window) {
    window
        .comes_true(
            "it is a favourite",
            "return document.querySelector('article [aria-pressed=true]') !== null",
        )
        .await;
}

async fn clipboard_holds(wanted: &[&str], unwanted: &[&str]) {
    eventually("the clipboard holds what was written up", async || {
        let text = Clipboard::Ordinary.text().await;
        let has_all = wanted.iter().all(|words| text.contains(words));
        let has_none = unwanted.iter().all(|words| !text.contains(words));
        if has_all && has_none {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

#[tokio::test]
async fn a_call_is_noted_by_itself_summed_up_without_numbers_and_leaves_nothing() {
    let library = library();
    let window = Window::open(&library).await;
    open_card(&window).await;
    call_them(&window, "王女士").await;
    window.press("Ctrl+C").await;
    window.shows("已复制").await;
    window.press("Ctrl+T").await;
    window.shows("已说 1 句").await;
    window.press("Ctrl+J").await;
    window
        .type_into(
            "aside textarea",
            "卡号6222021234567890，电话13812345678，要补卡",
        )
        .await;
    window.picture("call-pad").await;
    window.press("Ctrl+Shift+S").await;
    window.shows("已隐去").await;
    window.picture("call-summary").await;
    window.press("Enter").await;
    let wanted = [
        "吞卡，已复制",
        "- 请不要离开机器。",
        "尚未告知",
        "卡号****7890",
        "电话****5678",
    ];
    clipboard_holds(&wanted, &["王女士", "设备号", "622202", "1381234"]).await;
    window.press("Esc").await;
    window.press("Ctrl+E").await;
    window.shows("通话已结束").await;
    for words in ["王女士", "要补卡", "您的卡还在机器里"] {
        window.does_not_show(words).await;
    }
    window.picture("call-ended").await;
    window.click("通话已结束").await;
    window.card_is("吞卡").await;
    window.shows("已说 1 句").await;
}

#[tokio::test]
async fn nothing_of_the_customer_is_on_the_disk_while_or_after_the_call() {
    let library = library();
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.search("卡被吞了吗赵钱孙").await;
    open_card(&window).await;
    call_them(&window, "欧阳明月").await;
    window.press("Ctrl+C").await;
    window.shows("已复制").await;
    window.press("Ctrl+J").await;
    window
        .type_into("aside textarea", "尾号六六七七的卡，电话13812345678")
        .await;
    window.press("Ctrl+H").await;
    window.shows("转接交接").await;
    window.press("Enter").await;
    clipboard_holds(&["客户来办：吞卡", "电话****5678"], &["欧阳明月", "设备号"]).await;
    window.press("Esc").await;
    window.press("Ctrl+E").await;
    window.shows("通话已结束").await;
    window.close().await;
    assert_ne!(home.files_with("card-return"), Vec::<PathBuf>::new());
    for words in ["欧阳明月", "赵钱孙", "六六七七", "13812345678"] {
        assert_eq!(home.files_with(words), Vec::<PathBuf>::new(), "{words}");
    }
}

#[tokio::test]
async fn a_parked_call_keeps_its_blanks_and_another_never_shows_them() {
    let library = library();
    let window = Window::open(&library).await;
    open_card(&window).await;
    call_them(&window, "王女士").await;
    window.press("Ctrl+P").await;
    window.shows("暂挂 1 通").await;
    open_card(&window).await;
    let blank_is = |name: &str| {
        format!(
            "return document.querySelector(\"article [data-blank='客户称呼']\")?.value === '{name}'"
        )
    };
    window.comes_true("the blank is empty", &blank_is("")).await;
    call_them(&window, "李先生").await;
    window.press("Ctrl+P").await;
    window.shows("暂挂的通话").await;
    window.picture("parked").await;
    window.press("1").await;
    window
        .comes_true("the first customer is back", &blank_is("王女士"))
        .await;
    window.press("Ctrl+P").await;
    window.shows("暂挂的通话").await;
    window.press("1").await;
    window
        .comes_true("the second customer is back", &blank_is("李先生"))
        .await;
}

#[tokio::test]
async fn a_favourite_opens_with_its_key_after_a_restart_and_survives_nothing_but_its_own_file() {
    let library = library();
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+D").await;
    is_favourite(&window).await;
    window.press("Ctrl+M").await;
    window.type_into("aside [data-note]", "先问卡种").await;
    window.press("Ctrl+M").await;
    window.shows("先问卡种").await;
    window.picture("favourite-note").await;
    window.press("Ctrl+C").await;
    clipboard_holds(&["我马上帮您把卡停用"], &["先问卡种"]).await;
    window.close().await;

    let window = Window::open_for(&home, &library).await;
    window.click("知道了").await;
    window.shows("整理收藏").await;
    window.press("F2").await;
    window.card_is("银行卡挂失").await;
    window.shows("先问卡种").await;
    window.picture("favourites").await;
    window.close().await;

    home.lose_the_record();
    let window = Window::open_for(&home, &library).await;
    window.press("F2").await;
    window.search("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.card_is("银行卡挂失").await;
    window.does_not_show("先问卡种").await;
}

#[tokio::test]
async fn a_report_reaches_the_trainer_and_can_be_taken_back() {
    let library = library();
    let window = Window::open(&library).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+B").await;
    window.click("过时").await;
    window
        .fill("一句话说明", "改成7天了，回电13812345678")
        .await;
    window.picture("report").await;
    window.press("Enter").await;
    window.shows("已报给培训师").await;
    let reports = async || window.ask_with("insights", json!(7)).await["reports"].clone();
    let told = reports().await;
    assert_eq!(told[0]["kind"], "outdated", "{told}");
    assert_eq!(told[0]["line"], "改成7天了，回电****5678", "{told}");
    window.click("已报给培训师").await;
    eventually("the report is taken back", async || match reports().await {
        none if none.as_array().is_some_and(Vec::is_empty) => Ok(()),
        some => Err(Instead(some.to_string())),
    })
    .await;
}

#[tokio::test]
async fn what_must_be_read_is_announced_quietly_and_its_reading_told_the_trainer() {
    let must = "---\nid: fraud-call\nkind: script\ntitle: 疑似诈骗来电\nmust_read: true\nstatus: approved\n\
        approvals:\n  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: 演示3}\n---\n\
        ## 可直接说\n请您先不要转账。\n";
    let library = library().with("entries/fraud-call.md", must).approved();
    let window = Window::open(&library).await;
    window.click("知道了").await;
    window.shows("公告 1").await;
    window.press("Ctrl+U").await;
    window.shows("疑似诈骗来电").await;
    window.picture("news").await;
    window.press("Enter").await;
    window.card_is("疑似诈骗来电").await;
    let readers =
        async || window.ask_with("insights", json!(7)).await["mustRead"][0]["read"].clone();
    assert_eq!(readers().await, json!([]));
    window.picture("news-card").await;
    window.click("已读").await;
    window.does_not_show("公告 1").await;
    assert_eq!(readers().await, json!([""]));
}

#[tokio::test]
async fn a_damaged_record_is_set_aside_and_the_desk_works_on() {
    let library = library();
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+D").await;
    is_favourite(&window).await;
    window.close().await;
    home.damage_the_record();
    let window = Window::open_for(&home, &library).await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+D").await;
    is_favourite(&window).await;
    let told = window.ask_with("insights", json!(7)).await.to_string();
    assert!(told.contains("damaged-1.sqlite"), "{told}");
}
