//! What a person wrote beside an entry for themselves. Never part of its wording, and never sent to anybody.

use crate::customer_numbers::hide;
use crate::fault::DeskFault;
use crate::record::seconds;
use crate::store::Store;
use rusqlite::{OptionalExtension, params};
use yingda_content::BeijingTime;

/// The longest note, in characters.
pub const LONGEST: usize = 1000;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryNote {
    /// As typed, without a customer's numbers.
    pub text: String,
    /// When it was written last, in seconds on the Beijing clock since 1970.
    pub at: i64,
}

impl Store {
    /// A person's note on an entry.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn entry_note(&self, person: &str, entry: &str) -> Result<Option<EntryNote>, DeskFault> {
        let sql = "SELECT text, at FROM entry_notes WHERE person = ?1 AND entry = ?2";
        let note = self.connection.query_row(sql, [person, entry], |row| {
            Ok(EntryNote {
                text: row.get(0)?,
                at: row.get(1)?,
            })
        });
        Ok(note.optional()?)
    }

    /// Keeps a note without a customer's numbers, at most a thousand characters of it; an empty one goes.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_entry_note(
        &mut self,
        person: &str,
        entry: &str,
        text: &str,
        at: BeijingTime,
    ) -> Result<(), DeskFault> {
        let text: String = hide(text.trim()).chars().take(LONGEST).collect();
        if text.is_empty() {
            let sql = "DELETE FROM entry_notes WHERE person = ?1 AND entry = ?2";
            self.connection.execute(sql, [person, entry])?;
        } else {
            let sql = "INSERT OR REPLACE INTO entry_notes (person, entry, text, at) VALUES (?1, ?2, ?3, ?4)";
            self.connection
                .execute(sql, params![person, entry, text, seconds(at)])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::store::Store;
    use time::macros::datetime;
    use yingda_content::BeijingTime;

    #[test]
    fn a_note_belongs_to_one_person_keeps_no_card_number_and_goes_when_it_is_emptied() {
        let mut store = Store::in_memory().unwrap();
        let now = BeijingTime::wall(datetime!(2026-11-22 12:00));
        store
            .keep_entry_note("林晓", "fee", " 先问卡种 6222021234567890 ", now)
            .unwrap();
        let text = |person: &str| {
            store
                .entry_note(person, "fee")
                .unwrap()
                .map(|note| note.text)
        };
        assert_eq!(text("林晓").as_deref(), Some("先问卡种 ****7890"));
        assert_eq!(text("周敏"), None);
        store.keep_entry_note("林晓", "fee", "  ", now).unwrap();
        assert_eq!(store.entry_note("林晓", "fee").unwrap(), None);
    }
}
