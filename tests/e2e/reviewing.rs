//! Four eyes in the real window: what one person wrote another approves, and only then an agent says it.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Clipboard, Home, Library, Window};
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

/// A workspace made by 周老师, over a library that both people have.
struct Office {
    library: Library,
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        Self {
            library: Library::copy_of("desk"),
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("工作区")
    }

    /// The first window of all, in which 周老师 makes the workspace.
    async fn made(&self) -> Window {
        let window = Window::open(&self.library).await;
        let request = json!({
            "folder": self.workspace().display().to_string(), "person": "周老师", "create": true,
        });
        let opened = window.ask_with("open_workspace", request).await;
        assert_eq!(opened["person"], "周老师", "{opened}");
        window.click("编辑台").await;
        window
    }

    async fn sits(&self, person: &str) -> Window {
        let home = Home::empty();
        let window = Window::open_workspace(&home, &self.library, &self.workspace(), person).await;
        window.click("编辑台").await;
        window
    }
}

async fn opens(window: &Window, file: &str) {
    window
        .click_times(&format!("[data-file$='{file}']"), 1)
        .await;
    window.wait_for("[data-pane=side] [role=tab]").await;
}

async fn renames(window: &Window, title: &str) {
    window.click("表单").await;
    window.fill("标题", title).await;
    window.press("Tab").await;
    window.press("Ctrl+S").await;
    window.shows("已保存").await;
}

#[tokio::test]
async fn what_one_person_hands_in_another_approves_and_the_agent_copies_it() {
    let office = Office::new();
    let window = office.made().await;
    opens(&window, "transfer-limit.md").await;
    renames(&window, "转账限额说明").await;
    window.picture("review-difference").await;
    window.click("审批").await;
    window.click("收回").await;
    window.click("送审").await;
    window.shows("上次审批以后您改过这一条").await;
    window.picture("review-writer").await;
    window.close().await;

    let window = office.sits("林老师").await;
    opens(&window, "transfer-limit.md").await;
    window.click("审批").await;
    window.click("批准").await;
    window.fill("文号", "消保审〔2026〕012").await;
    window.picture("review-approve").await;
    window.click("批准").await;
    window.shows("消保审〔2026〕012").await;
    window.picture("review-approved").await;
    window.search("转账限额").await;
    window.card_is("转账限额说明").await;
    window.press("Ctrl+C").await;
    eventually("the clipboard holds the approved wording", async || {
        let text = Clipboard::Ordinary.text().await;
        if text.contains("限额以您手机银行页面显示的为准。") {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

#[tokio::test]
async fn a_selection_is_withdrawn_at_once_and_one_key_takes_that_back() {
    let office = Office::new();
    let window = office.made().await;
    window.focus("[data-pane=list]").await;
    window.press("Down").await;
    window.press("Shift+Down").await;
    window.shows("已选 2 条").await;
    window.picture("review-selection").await;
    window.click("撤回").await;
    window.fill("原因", "监管叫停").await;
    window.click("撤回").await;
    window.shows("已撤回").await;
    window.shows_no_dialog().await;
    window.picture("review-withdrawn").await;
    window.focus("[data-pane=list]").await;
    window.press("Ctrl+Z").await;
    window.does_not_show("已撤回").await;
}
