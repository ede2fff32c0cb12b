//! A chord as the settings write it: `Alt+Q`, `Ctrl+Shift+Space`, `F9`.

/// Modifiers and one key.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a keyboard has four modifiers"
)]
pub(crate) struct Chord {
    pub(crate) ctrl: bool,
    pub(crate) alt: bool,
    pub(crate) shift: bool,
    /// Windows or Command key.
    pub(crate) meta: bool,
    /// A capital letter, a digit, a sign, or a name such as `F9` or `Space`.
    pub(crate) key: String,
}

impl Chord {
    /// Reads it; nothing where it can't be a hotkey: without Ctrl, Alt or the system's key only F1…F12 may be held, for any
    /// other key would be missing while typing.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut words = text.split('+').map(str::trim).collect::<Vec<_>>();
        let key = words.pop()?.to_owned();
        let mut chord = Self {
            ctrl: false,
            alt: false,
            shift: false,
            meta: false,
            key: capital(&key)?,
        };
        for word in words {
            match word.to_lowercase().as_str() {
                "ctrl" | "control" => chord.ctrl = true,
                "alt" => chord.alt = true,
                "shift" => chord.shift = true,
                "meta" | "super" | "win" | "cmd" => chord.meta = true,
                _ => return None,
            }
        }
        let held_with = chord.ctrl || chord.alt || chord.meta;
        (held_with || chord.function().is_some()).then_some(chord)
    }

    /// The number of a function key.
    pub(crate) fn function(&self) -> Option<u8> {
        let number = self.key.strip_prefix('F')?.parse::<u8>().ok()?;
        (1..=12).contains(&number).then_some(number)
    }
}

fn capital(key: &str) -> Option<String> {
    let mut signs = key.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) if sign.is_ascii_graphic() => {
            Some(sign.to_ascii_uppercase().to_string())
        }
        (Some('f' | 'F' | 's' | 'S'), Some(_)) => {
            let mut name = key.to_lowercase();
            name.get_mut(..1)?.make_ascii_uppercase();
            (name == "Space" || name.trim_start_matches('F').parse::<u8>().is_ok()).then_some(name)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Chord;

    #[test]
    fn modifiers_are_read_in_any_order_and_case() {
        let chord = Chord::read("shift+CTRL+q").unwrap();
        assert!(chord.ctrl && chord.shift && !chord.alt && !chord.meta);
        assert_eq!(chord.key, "Q");
    }

    #[test]
    fn a_key_that_is_typed_with_can_not_be_held_alone() {
        assert_eq!(Chord::read("Q"), None);
        assert_eq!(Chord::read("Shift+Q"), None);
        assert_eq!(Chord::read("Space"), None);
        assert_eq!(Chord::read("F9").unwrap().function(), Some(9));
    }

    #[test]
    fn what_is_no_chord_is_refused() {
        for text in [
            "",
            "+",
            "Alt+",
            "Alt+银",
            "Hyper+Q",
            "Ctrl+Alt",
            "F99",
            "Ctrl+Sleep",
        ] {
            assert_eq!(Chord::read(text), None, "{text}");
        }
        assert_eq!(Chord::read("Alt+Space").unwrap().key, "Space");
    }
}
