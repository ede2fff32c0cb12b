//! The presses with a real input method on: letters and Space, or letters and Enter, which commits them as they are.
//!
//! Counted: the hotkey 1, each letter 1, each press that commits 1, the digit's chord 1. Where Space's candidate is not
//! the words that are meant, the person presses the digit of one that is; where none is, Space's is searched all the same.

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};
use crate::input_method::InputMethod;
use crate::keyboard::{ALT, ESC, Keyboard, RETURN};
use crate::presses::{Asked, Counted, line_of};
use crate::screen::measured;

/// More than a candidate takes that covers a part of the letters only.
const SPACES: usize = 4;

struct Typist<'a> {
    window: &'a Window,
    keyboard: Keyboard,
}

/// The candidates that are shown at once, but the first, which Space takes.
const OTHERS: std::ops::RangeInclusive<u8> = b'2'..=b'7';
const SPACE: u32 = b' ' as u32;

/// Types the queries and prints each way, and the shorter of all.
pub(crate) async fn measure(library: &Library, asked: &[Asked]) {
    if !InputMethod::is_installed().await {
        println!("presses with fcitx5: it is not installed here, so nothing was measured with it");
        return;
    }
    let home = Home::empty();
    let other = OtherProgram::open("crm", "客户 乙").await;
    let method = InputMethod::start(&home).await;
    let window = Window::open_for(&home, library).await;
    window.press("Esc").await;
    window
        .ask_with("set_window_mode", serde_json::json!("bar"))
        .await;
    window.wait_for("main.bar").await;
    let keyboard = Keyboard::connect();
    window.ask("hide_window").await;
    other.come_to_front().await;
    keyboard.press(&[ALT, u32::from('q')]);
    eventually("the bar has the keyboard", async || {
        let behind = other.is_behind();
        behind
            .then_some(())
            .ok_or(Instead("another program".to_owned()))
    })
    .await;
    window.has_keyboard().await;
    method.turn_on().await;
    let typist = Typist {
        window: &window,
        keyboard,
    };
    let [mut spaced, mut initials, mut pinyin, mut shortest] = [(); 4].map(|()| Counted::default());
    for one in asked {
        let by_space = typist.words(one).await;
        let by_initials = typist
            .letters(&one.initials(), one.found.initials, one)
            .await;
        let by_pinyin = typist.letters(&one.pinyin(), one.found.pinyin, one).await;
        spaced.add(&one.query, by_space);
        initials.add(&one.query, by_initials);
        pinyin.add(&one.query, by_pinyin);
        let ways = [by_space, by_initials, by_pinyin];
        shortest.add(&one.query, ways.into_iter().flatten().min());
    }
    spaced.print("fcitx5 on, pinyin and a candidate   ");
    initials.print("fcitx5 on, first letters and Enter  ");
    pinyin.print("fcitx5 on, full pinyin and Enter    ");
    shortest.print("fcitx5 on, the shorter of these ways");
    drop((method, other));
}

impl Typist<'_> {
    /// The pinyin of ever more characters, each time committed, until a line has a digit; how many presses it took.
    async fn words(&self, asked: &Asked) -> Option<usize> {
        for characters in 1..=asked.letters.len() {
            let letters = asked.letters[..characters].concat();
            let meant = asked.query.chars().take(characters).collect::<String>();
            let mut pressed = self.commit(&letters, SPACE).await.unwrap_or_default();
            if self.typed().await != meant && self.chooses(&letters, &meant).await {
                pressed = letters.chars().count() + 1;
            }
            if self.picks(asked).await {
                return Some(pressed);
            }
        }
        None
    }

    /// Types it again and takes the candidate that is meant by its digit; false where none is, with Space's in the box.
    async fn chooses(&self, letters: &str, meant: &str) -> bool {
        for digit in OTHERS {
            self.empty().await;
            if self.commit(letters, u32::from(digit)).await.is_some() && self.typed().await == meant
            {
                return true;
            }
        }
        self.empty().await;
        self.commit(letters, SPACE).await;
        false
    }

    /// So many of the letters and Enter: as many as found it without the input method.
    async fn letters(&self, all: &str, enough: Option<usize>, asked: &Asked) -> Option<usize> {
        let letters = all.chars().take(enough?).collect::<String>();
        let pressed = self.commit(&letters, RETURN).await?;
        self.picks(asked).await.then_some(pressed)
    }

    /// Types, commits and waits until what was committed is answered; how many presses it took, nothing where a digit
    /// took a candidate for a part of the letters only.
    async fn commit(&self, letters: &str, key: u32) -> Option<usize> {
        self.window
            .script("performance.clearMeasures()", vec![])
            .await;
        self.keyboard.type_text(letters);
        let composed = "return document.querySelector('[role=combobox]').value !== ''";
        self.window
            .comes_true("something is composed", composed)
            .await;
        let answered = measured(self.window).await.len();
        assert_eq!(answered, 0, "{letters} is not committed and was searched");
        let most = if key == SPACE { SPACES } else { 1 };
        for commits in 1..=most {
            self.keyboard.press(&[key]);
            if self.is_answered().await {
                return Some(letters.chars().count() + commits);
            }
        }
        None
    }

    async fn typed(&self) -> String {
        let script = "return document.querySelector('[role=combobox]').value";
        let text = self.window.script(script, vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Whether results come for what was committed; a candidate for a part of the letters commits nothing yet.
    async fn is_answered(&self) -> bool {
        for _ in 0..40 {
            if !measured(self.window).await.is_empty() {
                return true;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        false
    }

    /// Picks the line by its digit if it has one, sees the card, and empties the box.
    async fn picks(&self, asked: &Asked) -> bool {
        let line = line_of(self.window, &asked.titles).await;
        if let Some(line) = line {
            let digit = u32::from(b'0') + u32::try_from(line).expect("a digit");
            self.keyboard.press(&[ALT, digit]);
            self.window.wait_for("article[data-card]").await;
            self.keyboard.press(&[ESC]);
            let gone = "return document.querySelector('article[data-card]') === null";
            self.window.comes_true("the list is back", gone).await;
        }
        self.empty().await;
        line.is_some()
    }

    /// Empties the box; what is composed goes first. Once it is empty, Esc would hide the bar: each press is waited for.
    async fn empty(&self) {
        loop {
            let before = self.typed().await;
            if before.is_empty() {
                return;
            }
            self.keyboard.press(&[ESC]);
            eventually("Esc empties", async || match self.typed().await {
                same if same == before => Err(Instead(same)),
                _ => Ok(()),
            })
            .await;
        }
    }
}
