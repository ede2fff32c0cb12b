//! What a person sees in a window.

use std::fs;

use serde_json::{Value, json};

use super::patience::{Instead, answer, eventually, never};
use super::window::{CARD, Window};

impl Window {
    /// Waits until the best hit has this title.
    pub(crate) async fn first_hit_is(&self, title: &str) {
        self.reads(&title_of_line(1), title).await;
    }

    /// The title of a line of the result list, from 1.
    pub(crate) async fn title_of_line(&self, line: usize) -> String {
        let css = title_of_line(line);
        let look = async || {
            self.read(&css)
                .await
                .ok_or_else(|| Instead("fewer lines".to_owned()))
        };
        eventually(&format!("there is a line {line}"), look).await
    }

    /// Waits until the card of the entry with this title is shown.
    pub(crate) async fn card_is(&self, title: &str) {
        self.reads(&format!("{CARD} h2"), title).await;
    }

    /// Waits until an element's text is exactly this.
    async fn reads(&self, css: &str, wanted: &str) {
        eventually(
            &format!("{css} reads “{wanted}”"),
            async || match self.read(css).await {
                Some(text) if text == wanted => Ok(()),
                other => Err(Instead(format!("{other:?}"))),
            },
        )
        .await;
    }

    async fn read(&self, css: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.textContent ?? null";
        let text = self.script(script, vec![json!(css)]).await;
        text.as_str()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until the words are somewhere on the screen.
    pub(crate) async fn shows(&self, words: &str) {
        eventually(&format!("the window shows “{words}”"), async || {
            let text = self.visible_text().await;
            if text.contains(words) {
                Ok(())
            } else {
                Err(Instead(text))
            }
        })
        .await;
    }

    /// Waits until the words are nowhere on the screen.
    pub(crate) async fn does_not_show(&self, words: &str) {
        eventually(
            &format!("the window no longer shows “{words}”"),
            async || {
                let text = self.visible_text().await;
                if text.contains(words) {
                    Err(Instead(text))
                } else {
                    Ok(())
                }
            },
        )
        .await;
    }

    /// Fails when the words come onto the screen now.
    pub(crate) async fn never_shows(&self, words: &str) {
        never(&format!("the window shows “{words}”"), async || {
            let text = self.visible_text().await;
            text.contains(words).then_some(text)
        })
        .await;
    }

    async fn visible_text(&self) -> String {
        let text = self.script("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Whether the cursor is there.
    pub(crate) async fn has_focus(&self, css: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.script(script, vec![json!(css)]).await == true
    }

    /// Waits until these colours are drawn.
    pub(crate) async fn draws_theme(&self, name: &str) {
        eventually(&format!("the theme {name} is drawn"), async || {
            let now = self
                .script("return document.documentElement.dataset.theme", vec![])
                .await;
            if now == name {
                Ok(())
            } else {
                Err(Instead(now.to_string()))
            }
        })
        .await;
    }

    /// Waits until the search box holds this text.
    pub(crate) async fn box_reads(&self, text: &str) {
        let script = format!(
            "return document.querySelector('[role=combobox]').value === {}",
            json!(text)
        );
        self.comes_true(&format!("the search box reads “{text}”"), &script)
            .await;
    }

    /// Waits until what is typed goes into the search box.
    pub(crate) async fn has_keyboard(&self) {
        let script =
            "return document.hasFocus() && document.activeElement.matches('[role=combobox]')";
        self.comes_true("the search box has the keyboard", script)
            .await;
    }

    /// How far the first line of the results is from the window's upper edge, in pixels.
    pub(crate) async fn top_of_the_results(&self) -> Value {
        let script = "return document.querySelector('[role=listbox] [role=option]').getBoundingClientRect().top";
        self.script(script, vec![]).await
    }

    /// Waits until no dialog is open.
    pub(crate) async fn shows_no_dialog(&self) {
        let gone = "return document.querySelector('dialog') === null";
        self.comes_true("the dialog is gone", gone).await;
    }

    /// Waits until a script that says true or false says true.
    pub(crate) async fn comes_true(&self, wanted: &str, script: &str) {
        eventually(wanted, async || match self.script(script, vec![]).await {
            Value::Bool(true) => Ok(()),
            other => Err(Instead(other.to_string())),
        })
        .await;
    }

    /// What the window shows, as a PNG file that stays in `target/e2e` for a person to look at: the frame that belongs
    /// to the last change, not the one before.
    pub(crate) async fn picture(&self, name: &str) -> Vec<u8> {
        let drawn = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        answer(
            "the window draws",
            self.client().execute_async(drawn, vec![]),
        )
        .await;
        let picture = answer("a picture", self.client().screenshot()).await;
        let this_test = std::env::current_exe().expect("this test's own path");
        let folder = this_test.ancestors().nth(3).expect("target").join("e2e");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(name).with_extension("png"), &picture).expect("a file");
        picture
    }
}

fn title_of_line(line: usize) -> String {
    format!("[role=listbox] [role=option]:nth-child({line}) .name")
}
