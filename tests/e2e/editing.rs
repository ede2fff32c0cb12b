//! A trainer edits an entry, sees what the agent will see, and loses nothing.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window, desktop};
use serde_json::{Value, json};
use std::path::PathBuf;
use tempfile::TempDir;

/// The text in the editor, drawn or not.
const TEXT: &str = "return document.querySelector('[data-code]')?.shadowRoot?.querySelector('.cm-content')?.innerText ?? null";

struct Trainer {
    library: Library,
    folder: TempDir,
    home: Home,
}

impl Trainer {
    fn new() -> Self {
        Self {
            library: Library::copy_of("desk"),
            folder: tempfile::tempdir().expect("a folder"),
            home: Home::empty(),
        }
    }

    fn workspace(&self) -> PathBuf {
        self.folder.path().join("工作区")
    }

    /// A window over a new workspace, at the editor.
    async fn first_window(&self) -> Window {
        let window = Window::open_for(&self.home, &self.library).await;
        let request = json!({
            "folder": self.workspace().display().to_string(), "person": "周老师", "create": true,
        });
        let opened = window.ask_with("open_workspace", request).await;
        assert_eq!(opened["person"], "周老师", "{opened}");
        window.click("编辑台").await;
        window
    }

    async fn next_window(&self) -> Window {
        let window =
            Window::open_workspace(&self.home, &self.library, &self.workspace(), "周老师").await;
        window.click("编辑台").await;
        window
    }

    fn file(&self, name: &str) -> String {
        let path = self.workspace().join("entries").join(name);
        std::fs::read_to_string(path).expect("the file")
    }
}

async fn opens(window: &Window, name: &str) {
    let line = format!("[data-file$='{name}']");
    window.click_times(&line, 1).await;
    eventually(&format!("{name} is open"), async || {
        match window.script(TEXT, vec![]).await {
            Value::String(text) if !text.is_empty() => Ok(()),
            other => Err(Instead(other.to_string())),
        }
    })
    .await;
}

async fn reads(window: &Window, wanted: &str) {
    eventually(&format!("the text holds “{wanted}”"), async || match window
        .script(TEXT, vec![])
        .await
    {
        Value::String(text) if text.contains(wanted) => Ok(()),
        other => Err(Instead(other.to_string())),
    })
    .await;
}

async fn type_at_the_end(window: &Window, letters: &str) {
    window.click_times("[data-code]", 1).await;
    window.press("Ctrl+End").await;
    for letter in letters.chars() {
        window.press(&letter.to_string()).await;
    }
    reads(window, letters).await;
}

#[tokio::test]
async fn a_changed_title_is_previewed_saved_and_found() {
    let trainer = Trainer::new();
    let window = trainer.first_window().await;
    opens(&window, "card-loss.md").await;
    window.picture("editing-text").await;
    window.click("表单").await;
    window.fill("标题", "银行卡挂失办理").await;
    window.press("Tab").await;
    window.card_is("银行卡挂失办理").await;
    window.shows("保存后要重新审批").await;
    window.picture("editing-form").await;
    window.press("Ctrl+S").await;
    window.shows("待审批").await;
    eventually("the file holds the new title", async || {
        let text = trainer.file("card-loss.md");
        if text.contains("title: 银行卡挂失办理") && text.contains("status: in_review") {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
    window.search("挂失办理").await;
    window.first_hit_is("银行卡挂失办理").await;
}

#[tokio::test]
async fn the_editor_is_drawn_in_its_own_style_and_takes_typing() {
    let trainer = Trainer::new();
    let window = trainer.first_window().await;
    opens(&window, "transfer-limit.md").await;
    let styled = "const root = document.querySelector('[data-code]').shadowRoot; \
        return getComputedStyle(root.querySelector('.cm-gutters')).display === 'flex'";
    window.comes_true("the editor has its styles", styled).await;
    type_at_the_end(&window, "abc").await;
    window.shows("未保存").await;
    window.press("Ctrl+Z").await;
    window.does_not_show("未保存").await;
}

#[tokio::test]
async fn typing_comes_back_after_the_program_was_killed_and_can_be_undone() {
    let trainer = Trainer::new();
    let window = trainer.first_window().await;
    opens(&window, "transfer-limit.md").await;
    type_at_the_end(&window, "xyz").await;
    window.shows("已自动保留").await;
    // Dropping a window kills the program.
    drop(window);
    let window = trainer.next_window().await;
    window.shows("未保存").await;
    opens(&window, "transfer-limit.md").await;
    reads(&window, "xyz").await;
    window.shows("未保存的修改").await;
    window.picture("editing-recovered").await;
    window.click_times("[data-code]", 1).await;
    window.press("Ctrl+Z").await;
    eventually("undo takes it back", async || {
        match window.script(TEXT, vec![]).await {
            Value::String(text) if !text.contains("xyz") => Ok(()),
            other => Err(Instead(other.to_string())),
        }
    })
    .await;
    assert!(!trainer.file("transfer-limit.md").contains("xyz"));
}

#[tokio::test]
async fn half_a_title_typed_in_the_form_is_there_after_the_window_was_closed() {
    let trainer = Trainer::new();
    let window = trainer.first_window().await;
    window.ends_when_closed().await;
    opens(&window, "transfer-limit.md").await;
    window.click("表单").await;
    window.fill("标题", "转账限额怎么").await;
    desktop::focus_window("应答").await;
    desktop::press("alt+F4").await;
    desktop::is_closed("应答").await;
    drop(window);
    let window = trainer.next_window().await;
    opens(&window, "transfer-limit.md").await;
    reads(&window, "title: 转账限额怎么").await;
    window.shows("未保存的修改").await;
    assert!(!trainer.file("transfer-limit.md").contains("怎么"));
}

#[tokio::test]
async fn typing_in_the_form_is_kept_while_the_cursor_is_still_in_the_box() {
    let trainer = Trainer::new();
    let window = trainer.first_window().await;
    opens(&window, "transfer-limit.md").await;
    window.click("表单").await;
    window.fill("标题", "转账限额怎么").await;
    window.shows("已自动保留").await;
    drop(window);
    let window = trainer.next_window().await;
    opens(&window, "transfer-limit.md").await;
    reads(&window, "title: 转账限额怎么").await;
}
