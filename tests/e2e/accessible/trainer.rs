//! The trainer's editor and the review: text, form, preview, problems, difference, history, remarks, and their dialogs.

use std::path::PathBuf;

use serde_json::json;
use tempfile::TempDir;

use super::Audit;
use crate::harness::{Home, Window};

/// A folder in which a workspace is made.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn workspace(&self) -> PathBuf {
        self.0.path().join("工作区")
    }

    /// Makes the workspace, and goes to the editor.
    async fn made(&self, audit: &Audit) {
        let wanted = json!({ "folder": self.workspace(), "person": "周老师", "create": true });
        let opened = audit.window.ask_with("open_workspace", wanted).await;
        assert_eq!(opened["person"], "周老师", "{opened}");
        audit.window.click("编辑台").await;
    }
}

async fn opens(audit: &Audit, file: &str) {
    audit.click(&format!("[data-file$='{file}']")).await;
    let open = format!(
        "return document.querySelector('main .tabs .meta')?.textContent.endsWith('{file}') === true"
    );
    audit.window.comes_true("it is open", &open).await;
}

async fn editor(audit: &mut Audit) {
    audit
        .look_at("the editor with nothing open", "main [data-file]")
        .await;
    opens(audit, "card-loss.md").await;
    audit
        .look_at("the text and its preview", "[data-pane=preview] article")
        .await;
    audit
        .click("[data-pane=preview] .tabs button:nth-of-type(2)")
        .await;
    audit.look("the preview as the bar").await;
    audit
        .click("[data-pane=preview] .tabs button:nth-of-type(1)")
        .await;
    audit.window.click("表单").await;
    audit.look_at("the form", "[data-pane=text] .input").await;
    opens(audit, "hold.md").await;
    audit.look("the form with blanks").await;
    opens(audit, "broken.md").await;
    audit.look_at("problems", "[data-pane=problems] li").await;
    audit.window.click("原文").await;
    audit.dialog("Ctrl+N", "a new entry").await;
    audit.dialog("F1", "the trainer's keys").await;
}

async fn writing(audit: &mut Audit) {
    opens(audit, "transfer-limit.md").await;
    audit.window.click("表单").await;
    audit.window.fill("标题", "转账限额说明").await;
    audit.window.press("Tab").await;
    audit
        .look_at("what must be approved again", "header .reopens")
        .await;
    audit.window.press("Ctrl+S").await;
    audit.window.shows("已保存").await;
    audit
        .look_at("the difference", "[data-pane=side] [role=tabpanel]")
        .await;
    audit.window.click("历史").await;
    audit.click("[data-pane=side] ol .what").await;
    audit.window.click("每一行是谁改的").await;
    audit.look_at("the history", "[data-pane=side] table").await;
    audit.window.click("审批").await;
    audit.window.fill("写意见", "请写明生效日期").await;
    audit.window.press("Enter").await;
    audit.look_at("a remark", "[data-pane=side] li p").await;
    audit.window.click("撤回").await;
    audit.look_at("the withdrawal", "dialog[open]").await;
    audit.window.fill("替代条目", "挂失").await;
    audit.look_at("the entry instead", "dialog fieldset").await;
    audit.leave().await;
    audit.window.focus("[data-pane=list]").await;
    audit.window.press("Down").await;
    audit.window.press("Shift+Down").await;
    audit.look_at("a selection", ".list .bar").await;
}

async fn reviewing(audit: &mut Audit, place: &Place) {
    audit.window.click("编辑台").await;
    opens(audit, "transfer-limit.md").await;
    audit.window.click("审批").await;
    audit.window.click("批准").await;
    audit.look_at("the approval", "dialog[open]").await;
    audit.leave().await;
    audit.window.click("退回").await;
    audit.look_at("the return", "dialog[open]").await;
    audit.leave().await;
    let file = place.workspace().join("entries/identity-check.md");
    let text = std::fs::read_to_string(&file).expect("the file");
    std::fs::write(&file, text.replace("##  ", "## ") + "\n").expect("another program writes");
    let back = "window.dispatchEvent(new Event('focus'))";
    audit.window.script(back, vec![]).await;
    audit.click(".list .notice summary").await;
    audit
        .look_at("what another program did", ".list .notice li")
        .await;
}

#[tokio::test]
async fn the_editor() {
    let place = Place::new();
    let mut audit = Audit::at_the_desk("zh").await;
    place.made(&audit).await;
    editor(&mut audit).await;
    writing(&mut audit).await;
    audit.ends();
}

#[tokio::test]
async fn the_review() {
    let place = Place::new();
    let first = Audit::at_the_desk("zh").await;
    place.made(&first).await;
    opens(&first, "transfer-limit.md").await;
    first.window.click("表单").await;
    first.window.fill("标题", "转账限额说明").await;
    first.window.press("Tab").await;
    first.window.press("Ctrl+S").await;
    first.window.shows("已保存").await;
    let Audit {
        window, library, ..
    } = first;
    window.close().await;
    let folder = place.workspace();
    let window = Window::open_workspace(&Home::empty(), &library, &folder, "林老师").await;
    let mut audit = Audit::of(window, library);
    reviewing(&mut audit, &place).await;
    audit.ends();
}
