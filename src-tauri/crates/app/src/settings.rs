//! What a person chose, kept as JSON in the app's folder.
//!
//! A damaged file is read as the defaults; unknown keys of a newer version are ignored.

use crate::contract::{AppError, ErrorCode, Settings};
use crate::kept_file::replace;
use serde_json::{Map, Value};
use std::path::Path;
use std::{fs, io};

const FILE: &str = "settings.json";

pub(crate) fn read(folder: &Path) -> Settings {
    let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    let mut stored: Value = serde_json::from_str(&text).unwrap_or_default();
    if let Some(keys) = stored.get_mut("keys") {
        mend(keys);
    }
    serde_json::from_value(stored).unwrap_or_default()
}

/// Makes texts of what should be texts, so that a damaged key loses no other choice: the window judges what it says.
fn mend(keys: &mut Value) {
    let Value::Object(keys) = keys else {
        *keys = Value::Object(Map::new());
        return;
    };
    for value in keys.values_mut().filter(|value| !value.is_string()) {
        *value = Value::String(value.to_string());
    }
}

pub(crate) fn write(folder: &Path, settings: &Settings) -> Result<(), AppError> {
    let kept = serde_json::to_vec_pretty(settings)
        .map_err(io::Error::from)
        .and_then(|text| replace(folder, FILE, &text));
    kept.map_err(|error| AppError::new(ErrorCode::SettingsNotSaved, error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{FILE, read, write};
    use crate::contract::{Settings, Theme};

    #[test]
    fn what_was_chosen_is_there_again() {
        let folder = tempfile::tempdir().unwrap();
        let chosen = Settings {
            theme: Theme::Dark,
            welcomed: true,
            ..Settings::default()
        };
        write(folder.path(), &chosen).unwrap();
        assert_eq!(read(folder.path()), chosen);
    }

    #[test]
    fn a_damaged_file_is_read_as_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"theme\": ").unwrap();
        assert_eq!(read(folder.path()), Settings::default());
    }

    #[test]
    fn a_damaged_key_is_kept_as_it_is_written_and_spoils_no_other_choice() {
        let folder = tempfile::tempdir().unwrap();
        let text = r#"{"theme": "dark", "keys": {"copy": "F10", "pick": 7, "tick": ["Ctrl+Y"]}}"#;
        std::fs::write(folder.path().join(FILE), text).unwrap();
        let read = read(folder.path());
        let keys = [("copy", "F10"), ("pick", "7"), ("tick", "[\"Ctrl+Y\"]")];
        let keys = keys.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!((read.theme, read.keys), (Theme::Dark, keys.into()));
    }

    #[test]
    fn keys_that_are_no_list_are_none() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(
            folder.path().join(FILE),
            r#"{"theme": "dark", "keys": "F10"}"#,
        )
        .unwrap();
        let read = read(folder.path());
        assert_eq!((read.theme, read.keys.is_empty()), (Theme::Dark, true));
    }
}
