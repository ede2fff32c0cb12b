//! The trainer's whole way without a mouse: from an agent's window to an approved entry on the desk.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Clipboard, Library, Window};
use std::path::Path;

/// What the cursor is on, as a person would name it.
const HERE: &str = "let at = document.activeElement; \
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; \
    const label = at?.labels?.[0]?.innerText; \
    return at?.getAttribute('aria-label') ?? label ?? at?.innerText ?? ''";

/// Goes on with Tab until the cursor is on what is called so.
async fn tab_to(window: &Window, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let here = window.script(HERE, vec![]).await;
        let here = here.as_str().unwrap_or_default().trim().to_owned();
        if here.starts_with(name) {
            return;
        }
        passed.push(here.chars().take(12).collect::<String>());
        window.press("Tab").await;
    }
    panic!("Tab never comes to {name}, but to {passed:?}");
}

/// Presses what is called so.
async fn goes_for(window: &Window, name: &str) {
    tab_to(window, name).await;
    window.press("Enter").await;
}

/// The person says who they are and which folder they work in; Enter opens it.
async fn opens_workspace(window: &Window, person: &str, place: &Path, create: bool) {
    window.shows("您的姓名").await;
    tab_to(window, "您的姓名").await;
    window.type_here(person).await;
    tab_to(window, "文件夹").await;
    window.type_here(&place.display().to_string()).await;
    if create {
        tab_to(window, "打开已有的工作区").await;
        window.press("Down").await;
    }
    goes_for(window, "打开").await;
    window.wait_for("[data-pane=list]").await;
}

#[tokio::test]
async fn a_new_entry_is_written_handed_in_approved_and_found_by_keys_alone() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open(&library).await;

    window.press("Ctrl+,").await;
    tab_to(&window, "显示").await;
    // From the first tab to the last.
    for _ in 0..4 {
        window.press("Right").await;
    }
    goes_for(&window, "打开工作区").await;
    opens_workspace(&window, "周老师", &place, true).await;

    window.press("Ctrl+N").await;
    tab_to(&window, "标题").await;
    window.type_here("跨境汇款说明").await;
    window.press("Enter").await;
    let has_text = "return !!document.querySelector('[data-code]')?.shadowRoot?.activeElement";
    window
        .comes_true("the cursor is in the text", has_text)
        .await;
    window.press("Ctrl+End").await;
    for letter in "swift".chars() {
        window.press(&letter.to_string()).await;
    }
    window.shows("未保存").await;
    window.press("Ctrl+Shift+S").await;
    window.shows("待审批").await;
    window.picture("keyboard-submitted").await;

    // Somebody else sits down. In the text Tab is a key of the text: Esc comes first.
    window.press("Esc").await;
    goes_for(&window, "工作区，周老师").await;
    goes_for(&window, "关闭工作区").await;
    opens_workspace(&window, "林老师", &place, false).await;
    window.press("Ctrl+P").await;
    window.type_here("跨境汇款").await;
    window.press("Down").await;
    window.press("Enter").await;
    window.wait_for("[data-pane=side] [role=tab]").await;
    window.press("Esc").await;
    goes_for(&window, "批准").await;
    tab_to(&window, "审批岗位").await;
    window.press("Enter").await;
    window.shows("已审批").await;
    window.picture("keyboard-approved").await;

    window.search("跨境汇款").await;
    window.card_is("跨境汇款说明").await;
    // As an agent sees it: who approved it stands on the card, and its wording can be copied.
    window.shows("业务审查岗").await;
    window.press("Ctrl+C").await;
    eventually("the clipboard holds the wording", async || {
        let text = Clipboard::Ordinary.text().await;
        if text.contains("swift") || text.contains("您好") {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
    window.picture("keyboard-found").await;
}
