//! What a person does in a window.

use fantoccini::Locator;
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::json;

use super::keys;
use super::patience::answer;
use super::window::{SEARCH_BOX, Window};

const DOWN: PointerAction = PointerAction::Down {
    button: MOUSE_BUTTON_LEFT,
};
const UP: PointerAction = PointerAction::Up {
    button: MOUSE_BUTTON_LEFT,
};

impl Window {
    /// Types into the search box, behind what is there.
    pub(crate) async fn type_text(&self, text: &str) {
        let search_box = self.wait_for(SEARCH_BOX).await;
        answer("the search box takes keys", search_box.send_keys(text)).await;
    }

    /// Empties the search box, then types.
    pub(crate) async fn search(&self, text: &str) {
        self.press("Ctrl+K").await;
        self.type_text(text).await;
    }

    /// Types where the cursor is.
    pub(crate) async fn write(&self, text: &str) {
        let here = answer("there is a cursor", self.client().active_element()).await;
        answer("it takes keys", here.send_keys(text)).await;
    }

    /// Gives the window this size, in pixels of the page: half of the screen's is the whole screen at 200 %.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        answer(
            "the window has another size",
            self.client().set_window_size(width, height),
        )
        .await;
    }

    /// Presses a chord such as `Alt+1`.
    pub(crate) async fn press(&self, chord: &str) {
        answer(
            "the window takes keys",
            self.client().perform_actions(keys::actions(chord)),
        )
        .await;
    }

    /// Types where the cursor is.
    pub(crate) async fn type_here(&self, text: &str) {
        let at = answer("the cursor is somewhere", self.client().active_element()).await;
        answer("it takes keys", at.send_keys(text)).await;
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
        let found = self.client().wait().for_element(Locator::XPath(&path));
        let control = answer(&format!("there is something to click called {name}"), found).await;
        answer(&format!("{name} can be clicked"), control.click()).await;
    }

    /// Types into the field whose label or accessible name begins with `name`, in place of what stood there.
    pub(crate) async fn fill(&self, name: &str, text: &str) {
        let within_reach = "ancestor::dialog or not(//dialog[@open])";
        let path = format!(
            "//label[starts-with(normalize-space(.), '{name}')][{within_reach}] | \
             //input[starts-with(@aria-label, '{name}')][{within_reach}]"
        );
        let found = self.client().wait().for_element(Locator::XPath(&path));
        let named = answer(&format!("there is a field called {name}"), found).await;
        let field = match answer("its label", named.attr("for")).await {
            Some(id) => self.wait_for(&format!("[id='{id}']")).await,
            None => named,
        };
        answer(&format!("{name} is emptied"), field.clear()).await;
        answer(&format!("{name} takes keys"), field.send_keys(text)).await;
    }

    /// Chooses the option with this value from a list that unfolds.
    pub(crate) async fn choose(&self, css: &str, value: &str) {
        let list = self.wait_for(css).await;
        answer(&format!("{css} has {value}"), list.select_by_value(value)).await;
    }

    /// Types into an element, behind what is there.
    pub(crate) async fn type_into(&self, css: &str, text: &str) {
        let element = self.wait_for(css).await;
        answer(&format!("{css} takes keys"), element.send_keys(text)).await;
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
        self.mouse(
            [over]
                .into_iter()
                .chain((0..times).flat_map(|_| [DOWN, UP])),
        )
        .await;
    }

    /// Drags the mouse, its left button down, from the top left to the bottom right corner of an element.
    pub(crate) async fn drag_across(&self, css: &str) {
        let place = self.wait_for(css).await;
        let (x, y, width, height) = answer("it has a place", place.rectangle()).await;
        let to = |x, y| PointerAction::MoveTo {
            duration: None,
            x,
            y,
        };
        let (first, middle, last) = (
            to(x + 2.0, y + 2.0),
            to(x + width / 2.0, y + height / 2.0),
            to(x + width - 2.0, y + height - 2.0),
        );
        self.mouse([first, DOWN, middle, last, UP]).await;
    }

    async fn mouse(&self, actions: impl IntoIterator<Item = PointerAction>) {
        let mouse = actions
            .into_iter()
            .fold(MouseActions::new("mouse".to_owned()), InputSource::then);
        answer(
            "the window takes the mouse",
            self.client().perform_actions(mouse),
        )
        .await;
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
        let arguments = vec![json!(SEARCH_BOX), json!(act), json!(text)];
        self.script(include_str!("composition.js"), arguments).await;
    }
}
