//! A window, from its opening to its closing, and the way to ask it things.

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use std::path::Path;

use super::driver::Driver;
use super::home::Home;
use super::library::Library;
use super::patience::{Instead, answer, eventually};

/// Where one types.
pub(crate) const SEARCH_BOX: &str = "[role=combobox]";
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

    /// Opens it for the person who lives in `home`, and waits until it can be searched.
    pub(crate) async fn open_for(home: &Home, library: &Library) -> Self {
        Self::ready(Driver::start(library, home).await).await
    }

    /// Opens it over a workspace, for the person who works in it.
    pub(crate) async fn open_workspace(
        home: &Home,
        library: &Library,
        workspace: &Path,
        person: &str,
    ) -> Self {
        let folder = workspace.display().to_string();
        let words = ["--workspace", folder.as_str(), "--person", person];
        Self::ready(Driver::start_with(library, home, &words).await).await
    }

    /// Opens it for the person who lives in `home`, with further words on its command line.
    pub(crate) async fn open_with(home: &Home, library: &Library, words: &[&str]) -> Self {
        Self::ready(Driver::start_with(library, home, words).await).await
    }

    async fn ready(driver: Driver) -> Self {
        let window = Self { driver };
        window.wait_for(SEARCH_BOX).await;
        eventually("library and index are ready", async || {
            let status = window.ask("status").await;
            let is_ready = |part: &str| status[part]["state"] == "ready";
            if is_ready("library") && is_ready("index") {
                Ok(())
            } else {
                Err(Instead(status.to_string()))
            }
        })
        .await;
        window
    }

    /// Opens it over a library that can't be searched.
    pub(crate) async fn open_in_trouble(library: &Library) -> Self {
        let window = Self {
            driver: Driver::start(library, &Home::empty()).await,
        };
        window.wait_for(SEARCH_BOX).await;
        window
    }

    /// Closes it as its cross does.
    pub(crate) async fn close(self) {
        answer("the window closes", self.client().clone().close()).await;
    }

    /// The session.
    pub(super) fn client(&self) -> &Client {
        &self.driver.client
    }

    /// Where its driver listens.
    pub(super) fn port(&self) -> u16 {
        self.driver.port
    }

    /// Waits for an element.
    pub(crate) async fn wait_for(&self, css: &str) -> Element {
        answer(
            &format!("there is {css}"),
            self.client().wait().for_element(Locator::Css(css)),
        )
        .await
    }

    /// The answer of a command without a request, as the page gets it.
    pub(crate) async fn ask(&self, command: &str) -> Value {
        let script = "const [command, done] = arguments; window.__TAURI_INTERNALS__.invoke(command).then(done, done)";
        answer(
            command,
            self.client().execute_async(script, vec![json!(command)]),
        )
        .await
    }

    /// The answer of a command with a request, as the page gets it.
    pub(crate) async fn ask_with(&self, command: &str, request: Value) -> Value {
        let script = "const [command, request, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke(command, { request }).then(done, done)";
        let words = vec![json!(command), request];
        answer(command, self.client().execute_async(script, words)).await
    }

    /// Closing ends the program from now on, instead of hiding the window.
    pub(crate) async fn ends_when_closed(&self) {
        let mut chosen = self.ask("settings").await;
        chosen["keepInTray"] = false.into();
        self.ask_with("save_settings", chosen).await;
    }

    /// Runs a script in the page and returns what it returns.
    pub(crate) async fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        answer(script, self.client().execute(script, arguments)).await
    }
}
