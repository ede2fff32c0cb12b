//! How many presses lead from the hotkey to the line at reading size, over every n-th judged query of Chinese words.
//!
//! Counted: the hotkey 1, each letter 1, the digit's chord 1. Without an input method the first letters of the query's
//! characters are typed, or its full pinyin, one by one, until an entry that answers stands on a line with a digit. With
//! an input method the pinyin of the first n characters is typed and committed with one space, n as small as possible;
//! its letters and the space are counted, choosing among candidates is not.

use serde_json::{Value, json};
use yingda_content::judged::{Class, JudgedQuery};
use yingda_text::fold;

use crate::harness::other_program::OtherProgram;
use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};
use crate::scale;
use crate::screen::{measured, type_key};

const QUERIES: usize = 50;
/// The hotkey and the digit.
const AROUND: usize = 2;

/// What was counted one way.
#[derive(Default)]
struct Counted {
    presses: Vec<usize>,
    never: Vec<String>,
}

/// Types them and prints median, worst, and how many took at most six.
pub(crate) async fn measure(library: &Library) {
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = Window::open_for(&Home::empty(), library).await;
    window.press("Esc").await;
    window.ask_with("set_window_mode", json!("bar")).await;
    window.wait_for("main.bar").await;
    let lexicon = crate::lexicon();
    let [mut initials, mut pinyin, mut input_method] = [(); 3].map(|()| Counted::default());
    for (query, titles) in chosen() {
        let letters = lexicon.typed(fold(&query).chars());
        let first = letters.iter().filter_map(|one| one.chars().next());
        let typed = reach(&window, first.map(String::from), &titles).await;
        initials.add(&query, typed);
        let all = letters.concat();
        let typed = reach(&window, all.chars().map(String::from), &titles).await;
        pinyin.add(&query, typed);
        let characters = query.chars().map(String::from);
        let committed = reach(&window, characters, &titles).await;
        let count = |n: usize| {
            letters[..n]
                .iter()
                .map(|one| one.chars().count())
                .sum::<usize>()
                + 1
        };
        input_method.add(&query, committed.map(count));
    }
    initials.print("input method off, first letters");
    pinyin.print("input method off, full pinyin  ");
    input_method.print("input method on                ");
    drop(other);
}

/// Every n-th query of Chinese words, with the titles of the entries that answer it.
fn chosen() -> Vec<(String, Vec<String>)> {
    let loaded = yingda_content::load(&scale::shipped());
    let judged = yingda_content::load_judged(&scale::shipped(), &loaded.library);
    let words = judged
        .queries
        .iter()
        .filter(|query| query.class == Class::Hanzi);
    let words = words.collect::<Vec<&JudgedQuery>>();
    let title = |id: &yingda_content::EntryId| {
        let entry = loaded
            .library
            .entries()
            .iter()
            .find(|entry| entry.id == *id);
        entry.map(|entry| entry.title.clone())
    };
    (0..QUERIES)
        .map(|number| words[number * words.len() / QUERIES])
        .map(|query| {
            (
                query.query.clone(),
                query.expected.iter().filter_map(title).collect(),
            )
        })
        .collect()
}

/// Types one after the other until one of the titles has a digit; how many were typed. Then reads it, and clears.
async fn reach(
    window: &Window,
    typed: impl Iterator<Item = String>,
    titles: &[String],
) -> Option<usize> {
    window.script("performance.clearMeasures()", vec![]).await;
    let mut found = None;
    for (place, piece) in typed.enumerate() {
        for key in piece.chars() {
            type_key(window, key).await;
        }
        if let Some(line) = line_of(window, titles).await {
            found = Some((place + 1, line));
            break;
        }
    }
    if let Some((_, line)) = found {
        window.press(&format!("Alt+{line}")).await;
        window.wait_for("article[data-card]").await;
        window.press("Esc").await;
    }
    window.press("Esc").await;
    window.box_reads("").await;
    assert!(
        measured(window).await.len() < 1000,
        "the page keeps that many"
    );
    found.map(|(typed, _)| typed)
}

/// The digit of the first line with one of the titles.
async fn line_of(window: &Window, titles: &[String]) -> Option<usize> {
    let script = "return [...document.querySelectorAll('[role=option]')].map((line) => \
        [line.querySelector('kbd')?.textContent ?? '', line.querySelector('.name').textContent])";
    let lines = eventually("the list is read", async || {
        let lines = window.script(script, vec![]).await;
        lines
            .as_array()
            .cloned()
            .ok_or_else(|| Instead(lines.to_string()))
    })
    .await;
    let wanted = |line: &&Value| titles.iter().any(|title| line[1] == title.as_str());
    lines.iter().find(wanted)?[0].as_str()?.parse().ok()
}

impl Counted {
    fn add(&mut self, query: &str, typed: Option<usize>) {
        match typed {
            Some(letters) => self.presses.push(letters + AROUND),
            None => self.never.push(query.to_owned()),
        }
    }

    fn print(mut self, how: &str) {
        self.presses.sort_unstable();
        let (count, worst) = (
            self.presses.len(),
            self.presses.last().copied().unwrap_or(0),
        );
        let median = self.presses.get(count / 2).copied().unwrap_or(0);
        let six = self.presses.iter().filter(|presses| **presses <= 6).count();
        let never = match self.never.as_slice() {
            [] => String::new(),
            never => format!("; never on a line with a digit: {}", never.join("、")),
        };
        println!(
            "presses to a readable line, {how}: median {median}, worst {worst}, at most six {six} of {count}{never}"
        );
    }
}
