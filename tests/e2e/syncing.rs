//! Two trainers and a folder between them: what both wrote differently, one of them decides in the window.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Library, Window};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FILE: &str = "entries/transfer-limit.md";
const SAY: &str = "限额以您手机银行页面显示的为准";

/// The workspaces of 周老师 and 林老师, who sit at one window in turn, and the folder they share.
struct Office {
    folder: TempDir,
    window: Window,
    /// New workspaces are made from it.
    _library: Library,
}

impl Office {
    async fn new() -> Self {
        let library = Library::copy_of("desk");
        let window = Window::open(&library).await;
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("share")).expect("a share");
        Self {
            folder,
            window,
            _library: library,
        }
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn sits(&self, person: &str, create: bool) {
        let folder = self.place(person).display().to_string();
        let request = json!({ "folder": folder, "person": person, "create": create });
        let opened = self.window.ask_with("open_workspace", request).await;
        assert_eq!(opened["person"], person, "{opened}");
    }

    async fn syncs(&self) -> Value {
        let share = json!(self.place("share").display().to_string());
        self.window.ask_with("sync", share).await
    }

    /// Another program writes, and the person takes that in.
    async fn writes(&self, person: &str, sentence: &str) {
        let file = self.place(person).join(FILE);
        let text = text(&file);
        assert!(text.contains(SAY), "{text}");
        fs::write(&file, text.replace(SAY, sentence)).expect("the file is written");
        self.window.ask("keep_outside").await;
    }
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).expect("the file is there")
}

async fn until(file: &Path, sentence: &str) {
    eventually("the file says what was decided", async || {
        let text = text(file);
        let says = text.contains(sentence);
        if says { Ok(()) } else { Err(Instead(text)) }
    })
    .await;
}

#[tokio::test]
async fn a_conflict_waits_on_the_screen_until_it_is_decided_and_then_both_have_it() {
    let office = Office::new().await;
    let window = &office.window;
    for (person, create) in [("周老师", true), ("林老师", true), ("周老师", false)] {
        office.sits(person, create).await;
        let synced = office.syncs().await;
        assert_eq!(synced["conflicts"], 0, "{synced}");
    }
    office.writes("周老师", "限额请看手机银行").await;
    assert_eq!(office.syncs().await["sent"], 1);
    office.sits("林老师", false).await;
    office.writes("林老师", "限额每个人不一样").await;

    window.click("编辑台").await;
    window.press("Ctrl+Shift+Y").await;
    window.picture("sync").await;
    window.press("Enter").await;
    window.shows("限额请看手机银行").await;
    window.shows("1 处两边改得不一样").await;
    window.press("Alt+3").await;
    window.picture("sync-conflict").await;
    window.press("Esc").await;
    window.shows("还有 1 处冲突没有处理").await;
    let there = text(&office.place("林老师").join(FILE));
    assert!(there.contains("限额每个人不一样"), "{there}");

    window.click("处理").await;
    window.press("Alt+2").await;
    window.press("Ctrl+Enter").await;
    until(&office.place("林老师").join(FILE), "限额请看手机银行").await;
    window.shows("送出").await;
    window.picture("sync-done").await;
    office.sits("周老师", false).await;
    let synced = office.syncs().await;
    assert_eq!(synced["conflicts"], 0, "{synced}");
    assert!(text(&office.place("周老师").join(FILE)).contains("限额请看手机银行"));
}

#[tokio::test]
async fn a_sync_that_takes_long_says_what_it_does_and_is_stopped_by_esc() {
    let office = Office::new().await;
    let window = &office.window;
    office.sits("周老师", true).await;
    office.syncs().await;
    // The page hears of the folder when the workspace is opened the next time.
    office.sits("林老师", true).await;
    office.sits("周老师", false).await;
    office.writes("周老师", "限额请看手机银行").await;
    // As while a colleague sends: this one waits for its turn.
    let lock = office.place("share").join("refs/heads/main.lock");
    fs::write(&lock, "").expect("the branch is held");

    window.click("编辑台").await;
    window.press("Ctrl+Shift+Y").await;
    window.press("Enter").await;
    window.shows("正在送出您的改动").await;
    window.picture("sync-running").await;
    window.press("Esc").await;
    window.shows("已停下").await;
    window.picture("sync-stopped").await;

    fs::remove_file(&lock).expect("the branch is free");
    window.press("Enter").await;
    window.shows("送出 1 次改动").await;
}
