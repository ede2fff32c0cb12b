//! Chords as people write them: `Alt+1`, `Ctrl+C`, `Enter`.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

/// The presses and releases of a chord, in order.
pub(crate) fn actions(chord: &str) -> KeyActions {
    let keys = chord.split('+').map(key).collect::<Vec<_>>();
    let down = keys.iter().map(|&value| KeyAction::Down { value });
    let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
    down.chain(up)
        .fold(KeyActions::new("keyboard".to_owned()), InputSource::then)
}

fn key(name: &str) -> char {
    match name {
        "Alt" => Key::Alt.into(),
        "Ctrl" => Key::Control.into(),
        "Shift" => Key::Shift.into(),
        "Enter" => Key::Enter.into(),
        "Esc" => Key::Escape.into(),
        "Space" => ' ',
        "Tab" => Key::Tab.into(),
        "Backspace" => Key::Backspace.into(),
        "Right" => Key::Right.into(),
        "Down" => Key::Down.into(),
        "Up" => Key::Up.into(),
        "Home" => Key::Home.into(),
        "End" => Key::End.into(),
        "F1" => Key::F1.into(),
        "F2" => Key::F2.into(),
        "F5" => Key::F5.into(),
        "F3" => Key::F3.into(),
        "F6" => Key::F6.into(),
        "F11" => Key::F11.into(),
        "F12" => Key::F12.into(),
        one if one.chars().count() == 1 => one
            .chars()
            .flat_map(char::to_lowercase)
            .next()
            .expect("a character"),
        other => panic!("no key is called {other}"),
    }
}
