//! What each person has seen of the entries, so that they can be told what changed since.

use crate::fault::DeskFault;
use crate::record::{Receipt, seconds};
use crate::store::Store;
use rusqlite::{OptionalExtension, params};
use yingda_content::BeijingTime;

/// An entry as a person saw it last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The entry.
    pub entry: String,
    /// The digest of its text.
    pub version: String,
    /// Why it could not be said any more, by a stable name; empty while it could.
    pub ended: String,
    /// Its title, for telling of it when it has left the library.
    pub title: String,
    /// What tells its parts apart, for telling which of them changed.
    pub parts: String,
}

impl Store {
    /// What a person has seen; `None` for one who never looked.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn seen(&self, person: &str) -> Result<Option<Vec<Seen>>, DeskFault> {
        let looked = self
            .connection
            .query_row("SELECT at FROM looked WHERE person = ?1", [person], |row| {
                row.get::<_, i64>(0)
            })
            .optional()?;
        if looked.is_none() {
            return Ok(None);
        }
        let sql =
            "SELECT entry, version, ended, title, parts FROM seen WHERE person = ?1 ORDER BY entry";
        let seen = self.rows(sql, &[&person], |row| {
            Ok(Seen {
                entry: row.get(0)?,
                version: row.get(1)?,
                ended: row.get(2)?,
                title: row.get(3)?,
                parts: row.get(4)?,
            })
        })?;
        Ok(Some(seen))
    }

    /// A person has seen entries as they are now, `gone` has left the library, and `receipts` are given for the
    /// trainer: all of it or nothing.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn keep_seen(
        &mut self,
        person: &str,
        seen: &[Seen],
        gone: &[String],
        receipts: &[Receipt],
        now: BeijingTime,
    ) -> Result<(), DeskFault> {
        let all = self.connection.transaction()?;
        let looked = "INSERT OR REPLACE INTO looked (person, at) VALUES (?1, ?2)";
        all.execute(looked, params![person, seconds(now)])?;
        for one in seen {
            let sql = "INSERT OR REPLACE INTO seen (person, entry, version, ended, title, parts)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let values = params![
                person,
                one.entry,
                one.version,
                one.ended,
                one.title,
                one.parts
            ];
            all.prepare_cached(sql)?.execute(values)?;
        }
        for entry in gone {
            let sql = "DELETE FROM seen WHERE person = ?1 AND entry = ?2";
            all.prepare_cached(sql)?.execute([person, entry])?;
        }
        for receipt in receipts {
            crate::store::writing::read(&all, receipt)?;
        }
        all.commit()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use crate::record::Receipt;
    use crate::store::Store;
    use time::macros::datetime;
    use yingda_content::BeijingTime;

    fn now() -> BeijingTime {
        BeijingTime::wall(datetime!(2026-11-22 12:00))
    }

    fn seen(entry: &str, version: &str) -> Seen {
        Seen {
            entry: entry.to_owned(),
            version: version.to_owned(),
            ended: String::new(),
            title: "银行卡挂失".to_owned(),
            parts: "a b".to_owned(),
        }
    }

    #[test]
    fn who_never_looked_is_told_from_who_saw_nothing() {
        let mut store = Store::in_memory().unwrap();
        assert_eq!(store.seen("林晓").unwrap(), None);
        store.keep_seen("林晓", &[], &[], &[], now()).unwrap();
        assert_eq!(store.seen("林晓").unwrap(), Some(vec![]));
        assert_eq!(store.seen("周敏").unwrap(), None);
    }

    #[test]
    fn the_last_sight_counts_and_what_is_gone_goes() {
        let mut store = Store::in_memory().unwrap();
        let both = [seen("fee", "v1"), seen("loan", "v1")];
        store.keep_seen("", &both, &[], &[], now()).unwrap();
        let gone = ["loan".to_owned()];
        store
            .keep_seen("", &[seen("fee", "v2")], &gone, &[], now())
            .unwrap();
        assert_eq!(store.seen("").unwrap(), Some(vec![seen("fee", "v2")]));
    }

    #[test]
    fn a_receipt_is_given_once_for_a_version() {
        let mut store = Store::in_memory().unwrap();
        let receipt = Receipt {
            person: "林晓".to_owned(),
            at: now(),
            entry: "fee".to_owned(),
            version: "v1".to_owned(),
        };
        for _ in 0..2 {
            store
                .keep_seen("林晓", &[], &[], std::slice::from_ref(&receipt), now())
                .unwrap();
        }
        let count = store
            .rows("SELECT count(*) FROM receipts", &[], |row| {
                row.get::<_, u32>(0)
            })
            .unwrap();
        assert_eq!(count, [1]);
    }
}
