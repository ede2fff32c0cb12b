//! What a person chose, kept as JSON in the app's folder.
//!
//! Written to a file beside it and renamed over it: a crash or a full disk leaves the old choices. A damaged file is
//! read as the defaults; unknown keys of a newer version are ignored.

use crate::contract::{AppError, ErrorCode, Settings};
use std::fs;
use std::io::Write;
use std::path::Path;

const FILE: &str = "settings.json";

pub(crate) fn read(folder: &Path) -> Settings {
    let text = fs::read_to_string(folder.join(FILE)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

pub(crate) fn write(folder: &Path, settings: &Settings) -> Result<(), AppError> {
    replace(folder, settings)
        .map_err(|error| AppError::new(ErrorCode::SettingsNotSaved, error.to_string()))
}

fn replace(folder: &Path, settings: &Settings) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let beside = folder.join(format!("{FILE}.new"));
    let mut file = fs::File::create(&beside)?;
    file.write_all(&serde_json::to_vec_pretty(settings)?)?;
    file.sync_all()?;
    fs::rename(beside, folder.join(FILE))
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
