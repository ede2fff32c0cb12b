//! Blanks on a card: filled once in a call, shown as they are read aloud, and never copied empty.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Clipboard, Library, Window};

const REPAY: &str = "---
id: repay
kind: script
title: 提前还款
fields: {还款金额: {type: amount, required: true}, 还款日期: {type: date}, 回复时限: {type: text}}
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕011\"}
valid: {from: 2026-05-01T00:00}
---
## 可直接说
{{客户称呼}}，您要还{{还款金额}}，在{{还款日期}}扣款。登记好了，会在{{回复时限}}内回复您。
";

const FEE: &str = "---
id: fee
kind: script
title: 手续费
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕012\"}
valid: {from: 2026-05-01T00:00}
---
## 可直接说
{{客户称呼}}，手续费以页面为准。
";

fn library() -> Library {
    Library::copy_of("desk")
        .with("entries/repay.md", REPAY)
        .with("entries/fee.md", FEE)
        .approved()
}

async fn copied(wanted: &str) {
    eventually("the clipboard holds the filled wording", async || {
        let text = Clipboard::Ordinary.text().await;
        if text == wanted {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

#[tokio::test]
async fn an_amount_is_shown_in_capitals_and_aloud_and_an_empty_required_blank_stops_the_copy() {
    let library = library();
    let window = Window::open(&library).await;
    window.type_text("提前还款").await;
    window.card_is("提前还款").await;
    window.press("Ctrl+C").await;
    window.shows("先填「还款金额」，再复制").await;
    assert!(window.has_focus("[data-blank=还款金额]").await);
    window.write("1.2w").await;
    window.shows("壹万贰仟元整").await;
    window.shows("一万两千元").await;
    window.picture("filling").await;
    window.press("Shift+Tab").await;
    assert!(window.has_focus("[data-blank=客户称呼]").await);
    window.press("Tab").await;
    window.press("Tab").await;
    window.write("2026-12-01").await;
    window.shows("星期二").await;
    window.shows("二〇二六年十二月一日").await;
    window.press("Ctrl+C").await;
    copied("您要还12,000元，在2026年12月1日扣款。登记好了。").await;
}

#[tokio::test]
async fn a_name_is_filled_in_once_for_every_card_of_the_call() {
    let library = library();
    let window = Window::open(&library).await;
    window.type_text("提前还款").await;
    window.card_is("提前还款").await;
    window.press("Enter").await;
    window.write("王女士").await;
    window.search("手续费").await;
    window.card_is("手续费").await;
    window.press("Ctrl+K").await;
    window.press("End").await;
    window.press("Ctrl+C").await;
    copied("王女士，手续费以页面为准。").await;
}
