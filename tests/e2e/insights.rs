//! What an agent did not find is there for the trainer, in masked words, and becomes an alias with one key.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Library, Window};
use serde_json::json;
use tempfile::TempDir;

/// A window with a trainer's workspace open.
async fn trainer(library: &Library, folder: &TempDir) -> Window {
    let window = Window::open(library).await;
    let workspace = folder.path().join("工作区").display().to_string();
    let wanted = json!({ "folder": workspace, "person": "周老师", "create": true });
    window.ask_with("open_workspace", wanted).await;
    window
}

#[tokio::test]
async fn a_search_that_found_little_becomes_an_alias_with_one_key_and_is_taken_back() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let window = trainer(&library, &folder).await;
    let file = folder.path().join("工作区/entries/card-loss.md");
    window.search("王小明挂失限额6222").await;
    eventually("the search is recorded", async || {
        let view = window.ask_with("insights", json!(7)).await;
        let gap = view["gaps"][0]["words"].as_str().unwrap_or_default();
        (gap == "※挂失限额※")
            .then_some(())
            .ok_or(Instead(view.to_string()))
    })
    .await;
    window.click("洞察").await;
    window.shows("※挂失限额※").await;
    window.does_not_show("王小明").await;
    window.picture("insights").await;
    window.press("a").await;
    window.shows("的别名。").await;
    let has_alias = || std::fs::read_to_string(&file).is_ok_and(|text| text.contains("挂失限额"));
    let limit = folder.path().join("工作区/entries/transfer-limit.md");
    let either = || {
        has_alias() || std::fs::read_to_string(&limit).is_ok_and(|text| text.contains("挂失限额"))
    };
    assert!(either(), "one of the two entries has the alias");
    window.press("Ctrl+z").await;
    window.shows("已撤销").await;
    assert!(!either(), "neither has it any more");
}

#[tokio::test]
async fn on_a_shared_computer_each_person_says_who_they_are() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.does_not_show("我是谁").await;
    window.press("Ctrl+,").await;
    window.click("本机").await;
    window.click("多人使用").await;
    window.press("Esc").await;
    window.click("还没有选我是谁").await;
    window.fill("或者输入姓名", "林晓").await;
    window.picture("who").await;
    window.press("Enter").await;
    window.shows("我是 林晓").await;
}
