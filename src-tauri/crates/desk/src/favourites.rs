//! The entries a person keeps at hand, in their order, some with a key of their own.

use crate::fault::DeskFault;
use crate::store::Store;
use rusqlite::params;
use std::collections::HashSet;

/// The keys a favourite may have: 1 to this.
pub const SLOTS: u8 = 8;
/// The longest list.
const MOST: usize = 100;

/// An entry at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Favourite {
    /// The entry.
    pub entry: String,
    /// Its key, 1 to [`SLOTS`].
    pub slot: Option<u8>,
}

impl Store {
    /// A person's favourites in their order.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn favourites(&self, person: &str) -> Result<Vec<Favourite>, DeskFault> {
        let sql = "SELECT entry, slot FROM favourites WHERE person = ?1 ORDER BY place, entry";
        self.rows(sql, &[&person], |row| {
            Ok(Favourite {
                entry: row.get(0)?,
                slot: row.get(1)?,
            })
        })
    }

    /// Replaces a person's favourites: all or nothing. An entry counts once; a key that is none, or is taken by one
    /// before it, is left out; beyond a hundred nothing is kept.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_favourites(&mut self, person: &str, list: &[Favourite]) -> Result<(), DeskFault> {
        let all = self.connection.transaction()?;
        all.execute("DELETE FROM favourites WHERE person = ?1", [person])?;
        let (mut entries, mut slots) = (HashSet::new(), HashSet::new());
        let once = list.iter().filter(|one| entries.insert(one.entry.as_str()));
        for (place, one) in once.take(MOST).enumerate() {
            let slot = one
                .slot
                .filter(|slot| (1..=SLOTS).contains(slot) && slots.insert(*slot));
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            let sql = "INSERT INTO favourites (person, entry, place, slot) VALUES (?1, ?2, ?3, ?4)";
            all.execute(sql, params![person, one.entry, place, slot])?;
        }
        all.commit()?;
        Ok(())
    }

    /// What a person used here, the last one first, each entry once.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn recent_of(&self, person: &str, most: u32) -> Result<Vec<String>, DeskFault> {
        let sql = "SELECT entry FROM uses WHERE source = '' AND person = ?1
                   GROUP BY entry ORDER BY max(at) DESC, max(id) DESC LIMIT ?2";
        self.rows(sql, &[&person, &most], |row| row.get(0))
    }

    /// What a person used most since a moment (seconds on the Beijing clock since 1970), a copy counting as four
    /// openings; a single opening makes none a usual one.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn usual_of(&self, person: &str, since: i64, most: u32) -> Result<Vec<String>, DeskFault> {
        let sql = "SELECT entry FROM uses WHERE source = '' AND person = ?1 AND at >= ?2
                   GROUP BY entry HAVING sum(1 + 3 * how) > 1 ORDER BY sum(1 + 3 * how) DESC, entry LIMIT ?3";
        self.rows(sql, &[&person, &since, &most], |row| row.get(0))
    }
}

#[cfg(test)]
mod tests {
    use super::Favourite;
    use crate::record::{Event, How, Use};
    use crate::store::Store;
    use time::macros::datetime;
    use time::{Duration, PrimitiveDateTime};
    use yingda_content::BeijingTime;

    const NOON: PrimitiveDateTime = datetime!(2026-11-22 12:00);

    fn favourite(entry: &str, slot: Option<u8>) -> Favourite {
        Favourite {
            entry: entry.to_owned(),
            slot,
        }
    }

    #[test]
    fn each_person_has_favourites_of_their_own_in_their_order() {
        let mut store = Store::in_memory().unwrap();
        let list = [favourite("limit", Some(2)), favourite("card-loss", None)];
        store.keep_favourites("林晓", &list).unwrap();
        assert_eq!(store.favourites("林晓").unwrap(), list);
        assert!(store.favourites("周敏").unwrap().is_empty());
        store.keep_favourites("林晓", &[]).unwrap();
        assert!(store.favourites("林晓").unwrap().is_empty());
    }

    #[test]
    fn a_key_belongs_to_one_entry_and_is_one_of_eight() {
        let mut store = Store::in_memory().unwrap();
        let list = [
            favourite("a", Some(1)),
            favourite("b", Some(1)),
            favourite("c", Some(9)),
            favourite("a", Some(3)),
        ];
        store.keep_favourites("", &list).unwrap();
        let kept = [
            favourite("a", Some(1)),
            favourite("b", None),
            favourite("c", None),
        ];
        assert_eq!(store.favourites("").unwrap(), kept);
    }

    #[test]
    fn what_somebody_else_used_is_not_mine() {
        let mut store = Store::in_memory().unwrap();
        let used = |person: &str, entry: &str, how: How, minutes: i64| {
            Event::Use(Use {
                person: person.to_owned(),
                at: BeijingTime::wall(NOON + Duration::minutes(minutes)),
                entry: entry.to_owned(),
                version: String::new(),
                how,
            })
        };
        let events = [
            used("林晓", "limit", How::Copied, 0),
            used("林晓", "card-loss", How::Opened, 1),
            used("林晓", "fee", How::Opened, 2),
            used("林晓", "fee", How::Opened, 3),
            used("周敏", "loan", How::Copied, 4),
        ];
        store.write(&events).unwrap();
        assert_eq!(store.recent_of("林晓", 2).unwrap(), ["fee", "card-loss"]);
        assert_eq!(store.usual_of("林晓", 0, 9).unwrap(), ["limit", "fee"]);
    }
}
