//! A trainer makes a workspace, works in it, and leaves it; an agent sees nothing of it.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};
use serde_json::json;
use tempfile::TempDir;

async fn made(window: &Window, folder: &TempDir, person: &str) {
    let folder = folder.path().join("工作区");
    window.press("Ctrl+,").await;
    window.click("本机").await;
    window.click("打开工作区").await;
    window.fill("您的姓名", person).await;
    window.fill("文件夹", &folder.display().to_string()).await;
    window.click("新建").await;
    window.press("Enter").await;
    eventually("the workspace is open", async || {
        match window.ask("workspace").await {
            view if view["person"] == person => Ok(()),
            view => Err(Instead(view.to_string())),
        }
    })
    .await;
}

#[tokio::test]
async fn an_agent_sees_nothing_of_the_trainers_side() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.shows("通话台").await;
    window.does_not_show("编辑台").await;
    let refused = window
        .ask_with(
            "open_workspace",
            json!({ "folder": "/nowhere", "person": "周老师", "create": false }),
        )
        .await;
    assert_eq!(refused["code"], "workspaceRefused", "{refused}");
}

#[tokio::test]
async fn a_workspace_is_made_from_the_installed_library_and_closed_again() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let window = Window::open(&library).await;
    made(&window, &folder, "周老师").await;
    window.picture("workspace").await;
    assert!(folder.path().join("工作区/entries").is_dir());
    window.shows("周老师").await;
    window.press("Ctrl+K").await;
    window.press("Ctrl+,").await;
    window.click("本机").await;
    window.click("工作区").await;
    window.click("关闭工作区").await;
    window.does_not_show("编辑台").await;
}

#[tokio::test]
async fn a_workspace_named_at_the_start_is_open_for_its_person() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let window = Window::open(&library).await;
    made(&window, &folder, "周老师").await;
    window.close().await;
    let workspace = folder.path().join("工作区");
    let window = Window::open_workspace(&Home::empty(), &library, &workspace, "林老师").await;
    window.shows("林老师").await;
    window.search("挂失").await;
    window.card_is("银行卡挂失").await;
}
