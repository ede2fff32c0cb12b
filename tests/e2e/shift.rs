//! A stretch of a shift with random keys in the real window: it goes on answering and gives nothing away.

use serde_json::Value;

use crate::harness::{Clipboard, Library, Window};

const INTERNAL: &str = "系统里登记口头挂失";
/// How many things are done; the page's own test does ten thousand without a window.
const ACTIONS: u32 = 300;

/// The same numbers again for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("a small number")
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const CHORDS: [&str; 40] = [
    "Ctrl+K",
    "Ctrl+L",
    "Ctrl+G",
    "Ctrl+C",
    "Ctrl+T",
    "Ctrl+R",
    "Ctrl+O",
    "Ctrl+E",
    "Ctrl+P",
    "Ctrl+J",
    "Ctrl+D",
    "Ctrl+M",
    "Ctrl+B",
    "Ctrl+U",
    "Ctrl+H",
    "Ctrl+,",
    "F1",
    "F2",
    "F5",
    "Esc",
    "Esc",
    "Esc",
    "Enter",
    "Enter",
    "Tab",
    "Tab",
    "Down",
    "Up",
    "Space",
    "Backspace",
    "Alt+1",
    "Alt+2",
    "Alt+3",
    "Alt+4",
    "Alt+5",
    "1",
    "2",
    "3",
    "Ctrl+0",
    "Ctrl+6",
];
const TYPED: [&str; 8] = [
    "卡丢了",
    "挂失",
    "限额",
    "旧版",
    "核对身份",
    "没有的东西",
    "gs",
    "x",
];

#[tokio::test]
async fn random_keys_break_nothing_and_give_nothing_away() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    let watch = "window.faults = []; addEventListener('error', (event) => faults.push(String(event.error)));
        addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))";
    window.script(watch, vec![]).await;
    Clipboard::fill_both("别的").await;
    let mut random = Random(20_261_122);
    let mut done: Vec<String> = Vec::new();
    for turn in 0..ACTIONS {
        if random.below(4) == 0 {
            let text = random.of(&TYPED);
            window.press("Ctrl+K").await;
            window.write(text).await;
            done.push(format!("type {text}"));
        } else {
            let chord = random.of(&CHORDS);
            window.press(chord).await;
            done.push(chord.to_owned());
        }
        let last = done.iter().rev().take(10).collect::<Vec<_>>();
        let faults = window.script("return window.faults", vec![]).await;
        assert_eq!(faults, Value::Array(vec![]), "{turn}: after {last:?}");
        if turn % 10 == 0 {
            let text = Clipboard::Ordinary.text().await;
            assert!(!text.contains(INTERNAL), "{turn}: {text} after {last:?}");
        }
    }
    // It still does what it is for, whatever the keys have left open.
    for _ in 0..6 {
        window.press("Esc").await;
    }
    window.search("限额").await;
    window.first_hit_is("转账限额").await;
    assert!(!Clipboard::Primary.text().await.contains(INTERNAL));
}
