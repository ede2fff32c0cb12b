//! Wording that holds the call while nothing is opened yet.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Clipboard, Library, Window};

fn wording(id: &str, title: &str, stage: &str, say: &str) -> String {
    format!(
        "---\nid: {id}\nkind: script\ntitle: {title}\ntags: [过渡话术]\nstage: {stage}\nstatus: approved\napprovals:\n  \
         - {{role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕041\"}}\n\
         valid: {{from: 2026-05-01T00:00}}\n---\n## 可直接说\n{say}\n"
    )
}

#[tokio::test]
async fn ctrl_g_brings_the_wording_of_the_stage_and_leaves_the_list_where_it_is() {
    let library = Library::copy_of("desk")
        .with(
            "entries/hold.md",
            &wording("hold", "请客户稍候", "处理", "请您稍等，我马上回来。"),
        )
        .with(
            "entries/accept.md",
            &wording("accept", "受理中稍候", "受理", "我正在为您受理，请稍等。"),
        )
        .approved();
    let window = Window::open(&library).await;
    window.type_text("卡丢了").await;
    window.card_is("银行卡挂失").await;
    let before = window.top_of_the_results().await;
    window.press("Ctrl+G").await;
    window.shows("我正在为您受理，请稍等。").await;
    assert_eq!(window.top_of_the_results().await, before);
    window.picture("bridge").await;
    Clipboard::fill_both("别的").await;
    window.press("1").await;
    eventually("the wording of this stage is copied", async || {
        let text = Clipboard::Ordinary.text().await;
        if text == "我正在为您受理，请稍等。" {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
    window.press("Esc").await;
    window.does_not_show("请您稍等，我马上回来。").await;
    assert!(window.has_focus("[role=combobox]").await);
}
