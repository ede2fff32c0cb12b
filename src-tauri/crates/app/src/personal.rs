//! What the desk knows of the person who sits at it: what they chose, and what they use.
//!
//! Uses are kept in a file of their own beside the choices. Noting one only changes the memory; [`Personal::keep`]
//! writes, so that no answer waits for a disk. A damaged file is read as empty.

use crate::contract::{AppError, ErrorCode, Settings};
use crate::kept_file::replace;
use crate::settings;
use crate::uses::Uses;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::{fs, io};
use time::Date;
use yingda_search::Habits;

const FILE: &str = "uses.json";

/// What the desk knows of a person.
#[derive(Debug)]
pub(crate) struct Personal {
    folder: PathBuf,
    known: Mutex<Known>,
    /// Held while writing, so that two writings follow each other.
    writing: Mutex<()>,
}

#[derive(Debug)]
struct Known {
    settings: Settings,
    uses: Uses,
    /// There are uses that the file does not have; the day of the last one.
    unsaved: Option<Date>,
    /// What the search gets, as of a day; made again when anything above changes.
    habits: Option<(Date, Arc<Habits>)>,
}

impl Personal {
    /// Reads what is kept in a folder.
    pub(crate) fn read(folder: PathBuf) -> Self {
        let uses = fs::read(folder.join(FILE)).unwrap_or_default();
        let known = Known {
            settings: settings::read(&folder),
            uses: serde_json::from_slice(&uses).unwrap_or_default(),
            unsaved: None,
            habits: None,
        };
        Self {
            folder,
            known: Mutex::new(known),
            writing: Mutex::new(()),
        }
    }

    pub(crate) fn settings(&self) -> Settings {
        self.known().settings.clone()
    }

    /// Keeps new choices.
    ///
    /// # Errors
    /// When the file can't be written; the old choices stay.
    pub(crate) fn choose(&self, chosen: &Settings) -> Result<(), AppError> {
        settings::write(&self.folder, chosen)?;
        let mut known = self.known();
        known.settings = chosen.clone();
        known.habits = None;
        drop(known);
        Ok(())
    }

    /// How this person types and what they use, as of a day.
    pub(crate) fn habits(&self, today: Date) -> Arc<Habits> {
        let mut known = self.known();
        if let Some((day, habits)) = &known.habits
            && *day == today
        {
            return Arc::clone(habits);
        }
        let uses = known
            .settings
            .remember_use
            .then(|| known.uses.shares(today));
        let habits = Arc::new(Habits {
            scheme: known.settings.double_pinyin,
            uses: uses.unwrap_or_default(),
        });
        known.habits = Some((today, Arc::clone(&habits)));
        habits
    }

    /// What was used, as far as the person wants that remembered.
    pub(crate) fn uses(&self) -> Uses {
        let known = self.known();
        if known.settings.remember_use {
            known.uses.clone()
        } else {
            Uses::default()
        }
    }

    /// Notes a use, unless the person wants none remembered.
    pub(crate) fn note(&self, today: Date, note: impl FnOnce(&mut Uses)) {
        let mut known = self.known();
        if known.settings.remember_use {
            note(&mut known.uses);
            known.unsaved = Some(today);
            known.habits = None;
        }
    }

    /// Writes what was noted since the last time.
    ///
    /// # Errors
    /// What the system says; it is tried again the next time.
    pub(crate) fn keep(&self) -> io::Result<()> {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let (today, uses) = {
            let mut known = self.known();
            let Some(today) = known.unsaved.take() else {
                return Ok(());
            };
            (today, known.uses.clone())
        };
        let written = serde_json::to_vec(&uses.faded(today))
            .map_err(io::Error::from)
            .and_then(|text| replace(&self.folder, FILE, &text));
        if written.is_err() {
            self.known().unsaved.get_or_insert(today);
        }
        written
    }

    /// Forgets every use, on the disk too.
    ///
    /// # Errors
    /// [`ErrorCode::SettingsNotSaved`] when the file stays.
    pub(crate) fn forget(&self) -> Result<(), AppError> {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let mut known = self.known();
            known.uses = Uses::default();
            known.unsaved = None;
            known.habits = None;
        }
        match fs::remove_file(self.folder.join(FILE)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(AppError::new(
                ErrorCode::SettingsNotSaved,
                error.to_string(),
            )),
            _ => Ok(()),
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{FILE, Personal};
    use crate::contract::{Scheme, Settings};
    use time::macros::date;
    use yingda_content::EntryId;

    const TODAY: time::Date = date!(2026 - 11 - 22);

    fn copied(person: &Personal) {
        let id = EntryId::parse("card-loss").unwrap();
        person.note(TODAY, |uses| uses.copied(&id, TODAY));
    }

    #[test]
    fn what_was_used_is_known_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let person = Personal::read(folder.path().to_owned());
        copied(&person);
        person.keep().unwrap();
        let later = Personal::read(folder.path().to_owned());
        assert_eq!(later.habits(TODAY).uses.len(), 1);
    }

    #[test]
    fn noting_writes_nothing_until_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let person = Personal::read(folder.path().to_owned());
        copied(&person);
        assert!(!folder.path().join(FILE).exists());
        assert_eq!(person.habits(TODAY).uses.len(), 1);
    }

    #[test]
    fn a_damaged_file_is_read_as_empty() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "{\"used\": {\"card").unwrap();
        let person = Personal::read(folder.path().to_owned());
        assert!(person.habits(TODAY).uses.is_empty());
    }

    #[test]
    fn who_wants_nothing_remembered_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let person = Personal::read(folder.path().to_owned());
        copied(&person);
        let off = Settings {
            remember_use: false,
            ..Settings::default()
        };
        person.choose(&off).unwrap();
        copied(&person);
        assert!(person.habits(TODAY).uses.is_empty());
        assert_eq!(person.uses().recent().count(), 0);
    }

    #[test]
    fn forgetting_leaves_nothing_on_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let person = Personal::read(folder.path().to_owned());
        copied(&person);
        person.keep().unwrap();
        person.forget().unwrap();
        assert!(person.habits(TODAY).uses.is_empty());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_chosen_scheme_is_searched_with_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let person = Personal::read(folder.path().to_owned());
        assert_eq!(person.habits(TODAY).scheme, Scheme::None);
        let chosen = Settings {
            double_pinyin: Scheme::Xiaohe,
            ..Settings::default()
        };
        person.choose(&chosen).unwrap();
        assert_eq!(person.habits(TODAY).scheme, Scheme::Xiaohe);
    }
}
