//! The window: what a person does in it, and what it shows.

use std::fs;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::driver::Driver;
use super::home::Home;
use super::keys;
use super::library::Library;
use super::patience::{Instead, eventually, never};

const SEARCH_BOX: &str = "[role=combobox]";
const FIRST_HIT: &str = "[role=listbox] [role=option]:first-child .name";
/// The call card.
pub(crate) const CARD: &str = "article[data-card]";

/// An open window.
pub(crate) struct Window {
    driver: Driver,
}

impl Window {
    /// Opens it over `library` for somebody who never started the program.
    pub(crate) async fn open(library: &Library) -> Self {
        Self::open_for(&Home::empty(), library).await
    }

    /// Opens it over a library that can't be searched.
    pub(crate) async fn open_in_trouble(library: &Library) -> Self {
        let window = Self {
            driver: Driver::start(library, &Home::empty()).await,
        };
        window.wait_for(SEARCH_BOX).await;
        window
    }

    /// Opens it for the person who lives in `home`, and waits until it can be searched.
    pub(crate) async fn open_for(home: &Home, library: &Library) -> Self {
        let window = Self {
            driver: Driver::start(library, home).await,
        };
        window.wait_for(SEARCH_BOX).await;
        eventually("library and index are ready", async || {
            let status = window.ask("status").await;
            let ready =
                status["library"]["state"] == "ready" && status["index"]["state"] == "ready";
            if ready {
                Ok(())
            } else {
                Err(Instead(status.to_string()))
            }
        })
        .await;
        window
    }

    /// Closes it as its cross does.
    pub(crate) async fn close(self) {
        self.client()
            .clone()
            .close()
            .await
            .expect("the window closes");
    }

    fn client(&self) -> &Client {
        &self.driver.client
    }

    /// Types into the search box, behind what is there.
    pub(crate) async fn type_text(&self, text: &str) {
        self.wait_for(SEARCH_BOX)
            .await
            .send_keys(text)
            .await
            .expect("the search box takes keys");
    }

    /// Empties the search box, then types.
    pub(crate) async fn search(&self, text: &str) {
        self.press("Ctrl+K").await;
        self.type_text(text).await;
    }

    /// Presses a chord such as `Alt+1`.
    pub(crate) async fn press(&self, chord: &str) {
        self.client()
            .perform_actions(keys::actions(chord))
            .await
            .expect("the window takes keys");
    }

    /// Clicks on a button, label or summary whose text or accessible name begins with `name`; while a dialog is open, on
    /// one of its own.
    pub(crate) async fn click(&self, name: &str) {
        let kind = "self::button or self::label or self::summary";
        let named = format!(
            "starts-with(normalize-space(.), '{name}') or starts-with(@aria-label, '{name}')"
        );
        let within_reach = "ancestor::dialog or not(//dialog[@open])";
        let path = format!("//*[{kind}][{named}][{within_reach}]");
        let found = self
            .client()
            .wait()
            .for_element(Locator::XPath(&path))
            .await;
        let control = found.unwrap_or_else(|_| panic!("there is something to click called {name}"));
        control
            .click()
            .await
            .unwrap_or_else(|fault| panic!("{name} can be clicked: {fault}"));
    }

    /// An input method begins to compose: `letters` stand in the search box but are not committed.
    pub(crate) async fn compose(&self, letters: &str) {
        self.composition("compose", letters).await;
    }

    /// The input method commits `text` in place of what it composed.
    pub(crate) async fn commit(&self, text: &str) {
        self.composition("commit", text).await;
    }

    /// A key that belongs to the input method, as the web view reports it while one composes.
    pub(crate) async fn press_in_composition(&self, key: &str) {
        self.composition("press", key).await;
    }

    async fn composition(&self, act: &str, text: &str) {
        self.script(
            include_str!("composition.js"),
            vec![json!(SEARCH_BOX), json!(act), json!(text)],
        )
        .await;
    }

    /// Drags the mouse, its left button down, from the top left to the bottom right corner of an element.
    pub(crate) async fn drag_across(&self, css: &str) {
        let (x, y, width, height) = self
            .wait_for(css)
            .await
            .rectangle()
            .await
            .expect("it has a place");
        let to = |x, y| PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let mouse = MouseActions::new("mouse".to_owned())
            .then(to(x + 2.0, y + 2.0))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(to(x + width / 2.0, y + height / 2.0))
            .then(to(x + width - 2.0, y + height - 2.0))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        self.client()
            .perform_actions(mouse)
            .await
            .expect("the window takes the mouse");
    }

    /// Clicks so many times, quickly, on the middle of the first such element.
    pub(crate) async fn click_times(&self, css: &str, times: usize) {
        let element = self.wait_for(css).await;
        let over = PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let down = PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        };
        let up = PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        };
        let clicks = (0..times).flat_map(|_| [down.clone(), up.clone()]);
        let mouse = clicks.fold(
            MouseActions::new("mouse".to_owned()).then(over),
            InputSource::then,
        );
        self.client()
            .perform_actions(mouse)
            .await
            .expect("the window takes the mouse");
    }

    /// Puts the cursor there, as Tab would.
    pub(crate) async fn focus(&self, css: &str) {
        self.wait_for(css).await;
        self.script(
            "document.querySelector(arguments[0]).focus()",
            vec![json!(css)],
        )
        .await;
        assert!(self.has_focus(css).await, "{css} takes the cursor");
    }

    /// Whether the cursor is there.
    pub(crate) async fn has_focus(&self, css: &str) -> bool {
        self.script(
            "return document.activeElement.matches(arguments[0])",
            vec![json!(css)],
        )
        .await
            == true
    }

    /// Waits for an element.
    pub(crate) async fn wait_for(&self, css: &str) -> Element {
        let found = self.client().wait().for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|fault| panic!("there is {css}: {fault}"))
    }

    /// The text of the first element, once there is one.
    pub(crate) async fn text_of(&self, css: &str) -> String {
        eventually(&format!("there is {css}"), async || {
            self.read(css)
                .await
                .ok_or_else(|| Instead("nothing".to_owned()))
        })
        .await
    }

    async fn read(&self, css: &str) -> Option<String> {
        let text = self.script(
            "return document.querySelector(arguments[0])?.textContent ?? null",
            vec![json!(css)],
        );
        text.await
            .as_str()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until an element's text is exactly this.
    pub(crate) async fn reads(&self, css: &str, wanted: &str) {
        eventually(
            &format!("{css} reads “{wanted}”"),
            async || match self.read(css).await {
                Some(text) if text == wanted => Ok(()),
                other => Err(Instead(format!("{other:?}"))),
            },
        )
        .await;
    }

    /// Waits until the best hit has this title.
    pub(crate) async fn first_hit_is(&self, title: &str) {
        self.reads(FIRST_HIT, title).await;
    }

    /// Waits until the card of the entry with this title is shown.
    pub(crate) async fn card_is(&self, title: &str) {
        self.reads(&format!("{CARD} h2"), title).await;
    }

    /// The title of a line of the result list, from 1.
    pub(crate) async fn title_of_line(&self, line: usize) -> String {
        self.text_of(&format!(
            "[role=listbox] [role=option]:nth-child({line}) .name"
        ))
        .await
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
        self.script("return document.body.innerText", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The name of the colours that are drawn.
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

    /// The answer of a command without a request, as the page gets it.
    pub(crate) async fn ask(&self, command: &str) -> Value {
        let script = "const [command, done] = arguments; window.__TAURI_INTERNALS__.invoke(command).then(done, done)";
        let answer = self
            .client()
            .execute_async(script, vec![json!(command)])
            .await;
        answer.unwrap_or_else(|fault| panic!("{command} answers: {fault}"))
    }

    /// Runs a script in the page and returns what it returns.
    pub(crate) async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client()
            .execute(script, arguments)
            .await
            .unwrap_or_else(|fault| panic!("{script}\n{fault}"))
    }

    /// What the window shows, as a PNG file that stays in `target/e2e` for a person to look at: the frame that belongs
    /// to the last change, not the one before.
    pub(crate) async fn picture(&self, name: &str) -> Vec<u8> {
        let drawn = "const [done] = arguments; let n = 0; const f = () => { if (++n === 2) done(); if (n < 120) requestAnimationFrame(f); }; requestAnimationFrame(f)";
        self.client()
            .execute_async(drawn, vec![])
            .await
            .expect("the window draws");
        println!("drawn");
        let picture = self.client().screenshot().await.expect("a picture");
        let this_test = std::env::current_exe().expect("this test's own path");
        let folder = this_test.ancestors().nth(3).expect("target").join("e2e");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(name).with_extension("png"), &picture).expect("a file");
        picture
    }
}
