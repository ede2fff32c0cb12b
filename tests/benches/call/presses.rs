//! How many presses lead from the hotkey to the line at reading size, over every n-th judged query of Chinese words.
//!
//! Counted: the hotkey 1, each letter 1, the digit's chord 1. Without an input method the first letters of the query's
//! characters are typed, or its full pinyin, one by one, until an entry that answers stands on a line with a digit. With
//! an input method, simulated, the pinyin of the first n characters is typed and committed with one space, n as small as
//! possible; its letters and the space are counted, choosing among candidates is not. `composed` has a real one.

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
/// As many as a person should need.
const WANTED: usize = 6;

/// What was counted one way.
#[derive(Default)]
pub(crate) struct Counted {
    /// How many, and which query.
    presses: Vec<(usize, String)>,
    never: Vec<String>,
}

/// A judged query, with what its typing needs.
pub(crate) struct Asked {
    pub(crate) query: String,
    /// The titles of the entries that answer it.
    pub(crate) titles: Vec<String>,
    /// The letters of each character.
    pub(crate) letters: Vec<String>,
    /// How many letters found it without an input method.
    pub(crate) found: Found,
}

/// How many letters were enough; none where all were not.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) initials: Option<usize>,
    pub(crate) pinyin: Option<usize>,
}

impl Asked {
    /// The first letters of its characters.
    pub(crate) fn initials(&self) -> String {
        let first = self.letters.iter().filter_map(|one| one.chars().next());
        first.collect()
    }

    /// All its letters.
    pub(crate) fn pinyin(&self) -> String {
        self.letters.concat()
    }
}

/// Types them and prints median, worst, and how many took at most six.
pub(crate) async fn measure(library: &Library) -> Vec<Asked> {
    let other = OtherProgram::open("crm", "客户 甲").await;
    let window = Window::open_for(&Home::empty(), library).await;
    window.press("Esc").await;
    window.ask_with("set_window_mode", json!("bar")).await;
    window.wait_for("main.bar").await;
    let [mut initials, mut pinyin, mut input_method] = [(); 3].map(|()| Counted::default());
    let mut queries = chosen();
    for asked in &mut queries {
        let Asked { query, titles, .. } = &*asked;
        let pieces = |text: String| text.chars().map(String::from).collect::<Vec<_>>();
        let typed = reach(&window, pieces(asked.initials()), titles).await;
        initials.add(query, typed);
        let spelt = reach(&window, pieces(asked.pinyin()), titles).await;
        pinyin.add(query, spelt);
        let committed = reach(&window, pieces(query.clone()), titles).await;
        let letters = |n: usize| asked.letters[..n].concat().chars().count();
        input_method.add(query, committed.map(|n| letters(n) + 1));
        asked.found = Found {
            initials: typed,
            pinyin: spelt,
        };
    }
    initials.print("input method off, first letters");
    pinyin.print("input method off, full pinyin  ");
    input_method.print("input method on, simulated     ");
    drop(other);
    queries
}

/// Every n-th query of Chinese words, with the titles of the entries that answer it.
fn chosen() -> Vec<Asked> {
    let lexicon = crate::lexicon();
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
        .map(|judged| Asked {
            query: judged.query.clone(),
            titles: judged.expected.iter().filter_map(title).collect(),
            letters: lexicon.typed(fold(&judged.query).chars()),
            found: Found::default(),
        })
        .collect()
}

/// Types one after the other until one of the titles has a digit; how many were typed. Then reads it, and clears.
async fn reach(window: &Window, typed: Vec<String>, titles: &[String]) -> Option<usize> {
    window.script("performance.clearMeasures()", vec![]).await;
    let mut found = None;
    for (place, piece) in typed.into_iter().enumerate() {
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
pub(crate) async fn line_of(window: &Window, titles: &[String]) -> Option<usize> {
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
    /// Notes one query: how many were pressed between the hotkey and the digit.
    pub(crate) fn add(&mut self, query: &str, typed: Option<usize>) {
        match typed {
            Some(letters) => self.presses.push((letters + AROUND, query.to_owned())),
            None => self.never.push(query.to_owned()),
        }
    }

    /// Prints them, with those that took more than is wanted.
    pub(crate) fn print(mut self, how: &str) {
        self.presses.sort();
        let count = self.presses.len();
        let at = |place: usize| self.presses.get(place).map_or(0, |(presses, _)| *presses);
        let (median, worst) = (at(count / 2), at(count.saturating_sub(1)));
        let more = self.presses.iter().filter(|(presses, _)| *presses > WANTED);
        let more = more.map(|(presses, query)| format!("{query} {presses}"));
        let more = more.collect::<Vec<_>>();
        let six = count - more.len();
        let listed = |what: &str, queries: &[String]| match queries {
            [] => String::new(),
            queries => format!("; {what}: {}", queries.join("、")),
        };
        println!(
            "presses to a readable line, {how}: median {median}, worst {worst}, at most six {six} of {count}{}{}",
            listed("more", &more),
            listed("never on a line with a digit", &self.never),
        );
    }
}
