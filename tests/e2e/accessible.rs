//! Every screen can be read by a screen reader and by weak eyes, in every theme.

use std::fmt::Write;

use serde_json::json;

use crate::harness::{Home, Library, Window};

const AUDIT: &str = include_str!("harness/audit.js");

const FLOW: &str = "---
id: flow-complaint
kind: flow
title: 客户投诉流程
fields: {登记编号: {type: digits}}
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕051\"}
valid: {from: 2026-05-01T00:00}
---
## 步骤
### listen 听完再核身
编号是{{登记编号}}。话术：[[card-loss]]
- [ ] 没有打断客户
- 若核身通过 → #close
### close 确认和结束
- [ ] 复述结论
";

const HOLD: &str = "---
id: hold
kind: script
title: 请客户稍候
tags: [过渡话术]
fields: {预计等候: {type: choice, options: [半分钟, 一分钟], required: true}, 金额: {type: amount}}
status: approved
approvals:
  - {role: 消保审查岗, by: 演示审查岗甲, date: 2026-05-01, number: \"演示审〔2026〕052\"}
valid: {from: 2026-05-01T00:00}
---
## 可直接说
{{客户称呼}}，请等{{预计等候}}，金额{{金额}}。
";

/// The settings with these colours, on a desk that was welcomed.
fn home(theme: &str) -> Home {
    Home::with_settings(&json!({ "theme": theme, "welcomed": true, "language": "zh" }))
}

struct Audit<'a> {
    window: &'a Window,
    least: f64,
    found: String,
}

impl Audit<'_> {
    /// Looks at the page as it is now, under the name of the screen.
    async fn look(&mut self, screen: &str) {
        let faults = self.window.script(AUDIT, vec![json!(self.least)]).await;
        for fault in faults.as_array().into_iter().flatten() {
            let fault = fault.as_str().unwrap_or_default();
            writeln!(self.found, "{screen}: {fault}").expect("a text");
        }
        assert!(faults.is_array(), "{screen}: {faults}");
    }
}

/// The desk, its cards and the reading view.
async fn cards(window: &Window, audit: &mut Audit<'_>, theme: &str) {
    audit.look("the empty desk").await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.click("仅内部").await;
    audit.look("results and a card").await;
    window.picture(&format!("accessible-{theme}")).await;
    window.press("Ctrl+R").await;
    window.wait_for("[data-reading]").await;
    audit.look("the reading view").await;
    window.press("Ctrl+L").await;
    audit.look("the reading view by sentence").await;
    window.press("Esc").await;
    window.search("旧版").await;
    window.card_is("银行卡挂失（旧版）").await;
    audit.look("an expired card").await;
    window.press("Ctrl+C").await;
    window.wait_for("dialog").await;
    audit.look("the question for a reason").await;
    window.press("Esc").await;
    window.search("请客户稍候").await;
    window.card_is("请客户稍候").await;
    window.press("Ctrl+C").await;
    window.shows("先填「预计等候」").await;
    audit.look("a card with blanks").await;
    window.search("完全没有的东西甲乙丙").await;
    window.shows("先稳住通话").await;
    audit.look("no result").await;
}

/// A flow from its first step to its end, with the bridge wording over it.
async fn flow(window: &Window, audit: &mut Audit<'_>) {
    window.search("客户投诉流程").await;
    window.card_is("客户投诉流程").await;
    window.press("Ctrl+O").await;
    window.shows("没有打断客户").await;
    audit.look("a flow").await;
    window.press("Ctrl+G").await;
    window.shows("请客户稍候").await;
    audit.look("the bridge wording").await;
    window.press("Esc").await;
    window.click("结束流程").await;
    window.shows("还有必做项没有完成").await;
    audit.look("the end of a flow").await;
    window.press("Ctrl+O").await;
}

/// The list of keys, the settings and the problems.
async fn dialogs(window: &Window, audit: &mut Audit<'_>) {
    for (key, screen) in [("F1", "the list of keys"), ("Ctrl+,", "the settings")] {
        window.press(key).await;
        window.wait_for("dialog").await;
        audit.look(screen).await;
        if key == "Ctrl+," {
            for tab in ["快查条", "通话", "按键", "本机"] {
                window.click(tab).await;
                audit.look(&format!("the settings, {tab}")).await;
            }
        }
        window.press("Esc").await;
        window
            .comes_true(
                "the dialog is gone",
                "return document.querySelector('dialog') === null",
            )
            .await;
    }
    window.click("问题").await;
    window.shows("entries/broken.md").await;
    audit.look("the problems").await;
}

/// Every screen an agent sees, one after the other.
async fn walk(theme: &str, least: f64) -> String {
    let library = Library::copy_of("desk")
        .with("entries/flow-complaint.md", FLOW)
        .with("entries/hold.md", HOLD)
        .approved()
        .with("entries/broken.md", "---\nid: broken\n---\n");
    let window = Window::open_for(&home(theme), &library).await;
    window.draws_theme(theme).await;
    let mut audit = Audit {
        window: &window,
        least,
        found: String::new(),
    };
    cards(&window, &mut audit, theme).await;
    flow(&window, &mut audit).await;
    dialogs(&window, &mut audit).await;
    audit.found
}

#[tokio::test]
async fn every_screen_in_light_colours() {
    assert_eq!(walk("light", 4.5).await, "");
}

#[tokio::test]
async fn every_screen_in_dark_colours() {
    assert_eq!(walk("dark", 4.5).await, "");
}

#[tokio::test]
async fn every_screen_in_high_contrast() {
    assert_eq!(walk("contrast", 7.0).await, "");
}

/// Shows that the audit finds what it looks for.
#[tokio::test]
async fn the_audit_finds_what_is_wrong() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    let spoil = "const main = document.querySelector('main');
        const button = document.createElement('button');
        button.className = 'btn';
        const faint = document.createElement('p');
        faint.textContent = '看不清';
        faint.style.color = '#ccc';
        const twice = document.createElement('p');
        twice.id = main.querySelector('[id]').id;
        twice.textContent = '两次';
        const lost = document.createElement('p');
        lost.setAttribute('aria-describedby', 'nowhere');
        main.append(button, faint, twice, lost)";
    window.script(spoil, vec![]).await;
    let found = window.script(AUDIT, vec![json!(4.5)]).await.to_string();
    for wrong in ["no name", "contrast 1.", "is there 2 times", "nowhere"] {
        assert!(found.contains(wrong), "{wrong}: {found}");
    }
}
