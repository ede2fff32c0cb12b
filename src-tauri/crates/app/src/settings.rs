//! What a person chose, kept as JSON in the app's folder.
//!
//! A damaged file is read as the defaults; unknown keys of a newer version are ignored.

use crate::contract::{AppError, ErrorCode, Settings};
use crate::kept_file::replace;
use std::path::Path;
use std::{fs, io};

const FILE: &str = "settings.json";

pub(crate) fn read(folder: &Path) -> Settings {
    let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
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
}
