//! Documents come in: nothing is written before it is accepted, what came in is found at the desk, and one key takes it
//! back.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Library, Window};
use serde_json::json;
use std::path::Path;

const TABLE: &str =
    "标题,别名,可直接说\n贵宾厅怎么走,休息室在哪,贵宾厅在航站楼二层，请凭登机牌进入。\n";

fn files_in(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn an_accepted_table_is_found_at_the_desk_and_one_key_takes_it_back() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let table = folder.path().join("机场.csv");
    std::fs::write(&table, TABLE).expect("a table");
    let window = Window::open(&library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");
    let entries = place.join("entries");
    let before = files_in(&entries);

    window.click("导入").await;
    let path = table.display().to_string();
    window.fill("或者输入文件路径", &path).await;
    window.click("读取").await;
    window.shows("1 条草稿").await;
    window.shows("贵宾厅在航站楼二层").await;
    window.picture("importing").await;
    assert_eq!(
        files_in(&entries),
        before,
        "nothing is written before it is accepted"
    );

    window.press("Ctrl+Enter").await;
    window.shows("已导入：新增 1 条").await;
    assert_eq!(files_in(&entries), before + 1);
    window.press("Ctrl+K").await;
    window.search("休息室在哪").await;
    window.card_is("贵宾厅怎么走").await;

    window.click("导入").await;
    window.press("Ctrl+Z").await;
    window.does_not_show("已导入").await;
    eventually("the folder is as it was", async || {
        match files_in(&entries) {
            files if files == before => Ok(()),
            files => Err(Instead(files.to_string())),
        }
    })
    .await;
}

#[tokio::test]
async fn a_path_that_leads_nowhere_is_said_and_the_import_goes_on() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open(&library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    window.ask_with("open_workspace", wanted).await;

    window.click("导入").await;
    let path = folder.path().join("没有.docx").display().to_string();
    window.fill("或者输入文件路径", &path).await;
    window.click("读取").await;
    window.wait_for("[role=alert]").await;
    window.picture("importing-nowhere").await;
    window.click("移除 没有.docx").await;
    window.shows("或者输入文件路径").await;
}
