//! The people who use this computer, by the names they picked.

use crate::fault::DeskFault;
use crate::record::seconds;
use crate::store::Store;
use rusqlite::params;
use yingda_content::BeijingTime;

/// The longest name, in characters.
const LONGEST: usize = 20;

/// A person known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The role the person had last, by its stable name.
    pub role: String,
}

impl Store {
    /// Everybody known here, who was here last first.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn people(&self) -> Result<Vec<Person>, DeskFault> {
        self.rows(
            "SELECT name, role FROM people ORDER BY seen DESC, name",
            &[],
            |row| {
                Ok(Person {
                    name: row.get(0)?,
                    role: row.get(1)?,
                })
            },
        )
    }

    /// Somebody is here, known before or not; answers with the name as it is kept.
    ///
    /// # Errors
    /// [`DeskFault::Name`], or what the system says.
    pub fn greet(&mut self, name: &str, role: &str, now: BeijingTime) -> Result<String, DeskFault> {
        let name = name.trim();
        let length = name.chars().count();
        if length == 0 || length > LONGEST || name.chars().any(char::is_control) {
            return Err(DeskFault::Name);
        }
        let sql = "INSERT OR REPLACE INTO people (name, role, seen) VALUES (?1, ?2, ?3)";
        self.connection
            .execute(sql, params![name, role, seconds(now)])?;
        Ok(name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use crate::fault::DeskFault;
    use crate::store::Store;
    use time::macros::datetime;
    use yingda_content::BeijingTime;

    #[test]
    fn who_was_here_last_comes_first() {
        let mut store = Store::in_memory().unwrap();
        let early = BeijingTime::wall(datetime!(2026-11-22 09:00));
        let late = BeijingTime::wall(datetime!(2026-11-22 10:00));
        store.greet("林晓", "agent", early).unwrap();
        store.greet(" 周敏 ", "agent", early).unwrap();
        store.greet("林晓", "trainer", late).unwrap();
        let people = store.people().unwrap();
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["林晓", "周敏"]);
        assert_eq!(people[0].role, "trainer");
    }

    #[test]
    fn a_name_that_is_none_is_refused() {
        let mut store = Store::in_memory().unwrap();
        let now = BeijingTime::wall(datetime!(2026-11-22 09:00));
        for name in [
            "",
            "  ",
            "a\u{7}b",
            "一二三四五六七八九十一二三四五六七八九十一",
        ] {
            assert_eq!(
                store.greet(name, "agent", now).unwrap_err(),
                DeskFault::Name
            );
        }
        assert!(store.people().unwrap().is_empty());
    }
}
