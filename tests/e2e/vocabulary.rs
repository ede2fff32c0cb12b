//! The customer's words are changed, tried beside the change, saved, and found at the desk.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window, desktop};
use serde_json::json;

const JUDGED: &str = "卡丢了\thanzi\tcard-loss\t\n限额\thanzi\ttransfer-limit\t\n";
const FLOORS: &str = "date\t2026-11-22\nhanzi\t0.5\t0.9\n";

#[tokio::test]
async fn a_synonym_is_tried_before_it_is_saved_and_found_at_the_desk_then() {
    let library = Library::copy_of("desk")
        .with("judged/daily.tsv", JUDGED)
        .with("judged/floors.tsv", FLOORS)
        .with("vocabulary/synonyms.tsv", "# 近义词\n挂失\t遗失\n");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open(&library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");

    window.click("词库").await;
    window.shows("银行卡挂失").await;
    window.click("同义词").await;
    window.press("Ctrl+N").await;
    window.fill("同一组的词", "挂失、卡片遁地").await;
    window.fill("试搜", "卡片遁地").await;
    window.shows("新出现").await;
    window.shows("含未保存的改动").await;
    window.picture("vocabulary").await;

    window.press("F5").await;
    window.shows("运行完成").await;
    window.picture("vocabulary-bench").await;
    window.press("Ctrl+S").await;
    eventually("the file has the new line", async || {
        let text = std::fs::read_to_string(place.join("vocabulary/synonyms.tsv"));
        match text.as_deref() {
            Ok("# 近义词\n挂失\t遗失\n挂失\t卡片遁地\n") => Ok(()),
            other => Err(Instead(format!("{other:?}"))),
        }
    })
    .await;
    window.search("卡片遁地").await;
    window.card_is("银行卡挂失").await;
}

#[tokio::test]
async fn edits_come_back_after_the_window_was_closed_in_the_same_moment() {
    let library =
        Library::copy_of("desk").with("vocabulary/synonyms.tsv", "# 近义词\n挂失\t遗失\n");
    let home = Home::empty();
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open_for(&home, &library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");
    window.ends_when_closed().await;
    window.click("词库").await;
    window.click("同义词").await;
    window.press("Ctrl+N").await;
    window.fill("同一组的词", "挂失、卡片遁地").await;
    desktop::focus_window("应答").await;
    desktop::press("alt+F4").await;
    desktop::is_closed("应答").await;
    drop(window);

    let window = Window::open_workspace(&home, &library, &place, "周老师").await;
    window.click("词库").await;
    window.shows("恢复了 周老师").await;
    window.click("同义词").await;
    window.fill("试搜", "卡片遁地").await;
    window.shows("新出现").await;
    window.picture("vocabulary-recovered").await;
    window.click("放弃").await;
    window.does_not_show("放弃").await;
    window.does_not_show("新出现").await;
    let text = std::fs::read_to_string(place.join("vocabulary/synonyms.tsv"));
    assert_eq!(text.expect("the file"), "# 近义词\n挂失\t遗失\n");
}

#[tokio::test]
async fn words_are_replaced_everywhere_and_taken_back_and_an_id_goes_with_its_links() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open(&library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");
    let text = |file: &str| std::fs::read_to_string(place.join(file)).unwrap_or_default();
    let before = text("entries/card-loss.md");

    window.click("词库").await;
    window.press("Ctrl+Shift+F").await;
    window.fill("查找", "马上帮您").await;
    window.fill("替换为", "立刻帮您").await;
    window.press("Enter").await;
    window.shows("批准会失效").await;
    window.picture("replace").await;
    window.click("替换 ").await;
    window.shows("已替换").await;
    assert!(text("entries/card-loss.md").contains("立刻帮您"));
    window.click("撤销这一次").await;
    window.shows("已撤销").await;
    assert_eq!(text("entries/card-loss.md"), before);
    window.press("Esc").await;
    window.shows_no_dialog().await;

    window.press("F2").await;
    window.fill("条目", "card-loss").await;
    window.fill("新编号", "card-lost").await;
    window.shows("entries/card-lost.md").await;
    window.picture("rename").await;
    window.press("Enter").await;
    window.shows("编号 card-loss 已停用").await;
    assert!(text("entries/card-lost.md").contains("id: card-lost"));
    assert!(text("retired-ids.txt").ends_with("card-loss\n"));
}
