//! Who works in a workspace and who approves what is said in the window, by keys alone.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Library, Window};
use serde_json::json;

#[tokio::test]
async fn an_approver_and_a_rule_are_named_by_keys_and_then_a_trainer_changes_them_no_more() {
    let library = Library::copy_of("desk");
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let window = Window::open(&library).await;
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");

    window.click("工作区").await;
    window.click("名单与审批规则").await;
    window.shows("还没有规则").await;
    window.focus("dialog fieldset:nth-of-type(1) > .btn").await;
    window.press("Enter").await;
    // The cursor is in the name of the new row; then role and office.
    window.type_here("林老师").await;
    window.press("Tab").await;
    window.press("Down").await;
    window.press("Tab").await;
    for _ in 0..3 {
        window.press("Down").await;
    }
    window.focus("dialog fieldset:nth-of-type(2) > .btn").await;
    window.press("Enter").await;
    window.type_here("收费").await;
    window.shows("还没有审批岗").await;
    window.picture("members-fault").await;
    window.press("Tab").await;
    window.press("Space").await;
    window.shows("规则要业务审批").await;
    window.picture("members").await;
    window.press("Ctrl+S").await;
    window.shows("已保存为一个版本").await;
    eventually("both files say it", async || {
        let text = |file: &str| std::fs::read_to_string(place.join(file)).unwrap_or_default();
        let (people, rules) = (text("people.tsv"), text("review.tsv"));
        if people.ends_with("林老师\tapprover\t消保\n") && rules == "tag\t收费\t业务\n" {
            Ok(())
        } else {
            Err(Instead(format!("{people}{rules}")))
        }
    })
    .await;
    // Whoever is no approver changes the list no more, and is told why.
    window.shows("只有审批人能改").await;
    window.picture("members-refused").await;
    window.press("Ctrl+Z").await;
    window.shows("已撤销").await;
    assert!(!place.join("review.tsv").exists());
}
