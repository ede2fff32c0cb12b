//! Dialogs and the keyboard: the cursor goes in, Tab stays inside and gets everywhere, its ring is seen in every theme,
//! Esc closes, and the cursor is back where it was.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{Home, Library, Window};

const FOCUS: &str = include_str!("harness/focus.js");

/// How many places Tab must get to: a group of choices is one, what is unseen or can't be used is none.
const PLACES: &str = "const dialog = document.querySelector(arguments[0]);
    const all = [...dialog.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex=\"0\"]')];
    const usable = all.filter((one) => !one.disabled && one.checkVisibility() && one.tabIndex >= 0);
    return usable.filter((one) => one.type !== 'radio' || one.checked).length";

/// Marks where the cursor is.
const MARK: &str =
    "document.querySelectorAll('[data-was]').forEach((one) => one.removeAttribute('data-was'));
    document.activeElement.setAttribute('data-was', '')";

struct Keyboard {
    window: Window,
    _library: Library,
    found: Vec<String>,
}

impl Keyboard {
    async fn new() -> Self {
        let library = Library::copy_of("desk").with("entries/broken.md", "---\nid: broken\n---\n");
        let settings = json!({ "theme": "light", "welcomed": true, "language": "zh" });
        Self {
            window: Window::open_for(&Home::with_settings(&settings), &library).await,
            _library: library,
            found: Vec::new(),
        }
    }

    /// Opens it with `key` from where the cursor is, goes round in it, and leaves it.
    async fn round(&mut self, name: &str, key: &str, css: &str) {
        self.window.script(MARK, vec![]).await;
        self.window.press(key).await;
        self.inside(name, css).await;
        self.window.press("Esc").await;
        let gone = format!("return document.querySelector({}) === null", json!(css));
        self.window
            .comes_true(&format!("{name} is gone"), &gone)
            .await;
        if !self.window.has_focus("[data-was]").await {
            let at = "return document.activeElement.className";
            let at = self.window.script(at, vec![]).await;
            self.found
                .push(format!("{name}: the cursor is not back, but at {at}"));
        }
    }

    /// The cursor goes in by itself; Tab, then Shift+Tab, goes through all of it and stays.
    async fn inside(&mut self, name: &str, css: &str) {
        self.window.wait_for(css).await;
        let inside = format!(
            "return document.querySelector({})?.contains(document.activeElement) === true",
            json!(css)
        );
        self.window
            .comes_true(&format!("the cursor goes into {name}"), &inside)
            .await;
        let places = self.window.script(PLACES, vec![json!(css)]).await;
        let places = places.as_u64().expect("a number");
        assert!(places > 0, "{name} has something to use");
        for key in ["Tab", "Shift+Tab"] {
            let mut reached = BTreeSet::new();
            for _ in 0..places + 2 {
                self.window.press(key).await;
                let at = self.window.script(FOCUS, vec![json!(css)]).await;
                reached.insert(at["place"].as_i64());
                self.note(name, &at["faults"]);
            }
            if (reached.len() as u64) < places {
                self.found.push(format!(
                    "{name}: {key} gets to {} of {places} places",
                    reached.len()
                ));
            }
        }
    }

    fn note(&mut self, name: &str, faults: &Value) {
        for fault in faults.as_array().expect("a list") {
            let fault = format!("{name}: {}", fault.as_str().unwrap_or_default());
            if !self.found.contains(&fault) {
                self.found.push(fault);
            }
        }
    }

    fn ends(self) {
        assert!(self.found.is_empty(), "\n{}", self.found.join("\n"));
    }
}

#[tokio::test]
async fn the_dialogs_of_the_desk_keep_the_cursor_and_give_it_back() {
    let mut keys = Keyboard::new().await;
    keys.round("the keys", "F1", "dialog").await;
    keys.round("the settings", "Ctrl+,", "dialog").await;
    keys.window.search("旧版").await;
    keys.window.card_is("银行卡挂失（旧版）").await;
    keys.round("the reason", "Ctrl+C", "dialog").await;
    keys.window.search("挂失").await;
    keys.window.press("Alt+1").await;
    keys.window.card_is("银行卡挂失").await;
    keys.round("the report", "Ctrl+B", "dialog").await;
    keys.round("the summary", "Ctrl+Shift+S", "dialog").await;
    keys.round("the hand-over", "Ctrl+H", "dialog").await;
    keys.round("the announcements", "Ctrl+U", "dialog").await;
    // What was read goes on on its card.
    keys.window.press("Ctrl+R").await;
    keys.inside("the reading view", "[data-reading]").await;
    keys.window.press("Esc").await;
    let card = "return document.activeElement.matches('article[data-card]')";
    keys.window
        .comes_true("the cursor is on the card", card)
        .await;
    keys.window.press("Ctrl+K").await;
    keys.window.press("Ctrl+D").await;
    keys.window.press("Ctrl+P").await;
    keys.window.search("限额").await;
    keys.window.press("Alt+1").await;
    keys.window.card_is("转账限额").await;
    keys.round("the parked calls", "Ctrl+P", "dialog").await;
    keys.window.focus("footer .problems").await;
    keys.round("the problems", "Enter", "dialog").await;
    keys.window.press("Ctrl+K").await;
    keys.window.press("Esc").await;
    keys.window.focus("main .below .link").await;
    keys.round("the favourites", "Enter", "dialog").await;
    keys.window.press("F12").await;
    keys.window.wait_for("main.bar").await;
    keys.window.focus("[role=combobox]").await;
    keys.round("the call pad", "Ctrl+J", "dialog").await;
    keys.ends();
}

#[tokio::test]
async fn the_dialogs_of_the_trainer_keep_the_cursor_and_give_it_back() {
    let mut keys = Keyboard::new().await;
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("工作区");
    let wanted = json!({ "folder": place, "person": "周老师", "create": true });
    let made = keys.window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");
    keys.window.click("编辑台").await;
    keys.window.wait_for("[data-file$='card-loss.md']").await;
    keys.window.focus("[data-pane=list]").await;
    keys.round("a new entry", "Ctrl+N", "dialog").await;
    keys.round("the replacing", "Ctrl+Shift+F", "dialog").await;
    keys.round("the renaming", "F2", "dialog").await;
    keys.round("the syncing", "Ctrl+Shift+Y", "dialog").await;
    keys.round("the keys", "F1", "dialog").await;
    keys.window.focus("footer .who").await;
    keys.round("the workspace", "Enter", "dialog").await;
    keys.window.press("Enter").await;
    keys.window.click("名单与审批规则").await;
    keys.window.shows("还没有规则").await;
    keys.inside("the members", "dialog").await;
    keys.window.press("Esc").await;
    keys.window
        .click_times("[data-file$='card-loss.md']", 1)
        .await;
    keys.window.wait_for("[data-pane=side] [role=tab]").await;
    keys.window.click("审批").await;
    keys.window
        .wait_for("[data-pane=side] .steps .btn:not(:disabled)")
        .await;
    keys.window
        .focus("[data-pane=side] .steps .btn:not(:disabled)")
        .await;
    keys.round("the withdrawal", "Enter", "dialog").await;
    keys.ends();
}
