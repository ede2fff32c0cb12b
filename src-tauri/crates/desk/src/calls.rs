//! Calls that ended: which entries were shown in which version, which 必须说 were ticked, and when.
//!
//! Nothing about the customer is kept but, where the person chose so, notes without a customer's numbers, for
//! [`NOTES_DAYS`] days.

use crate::customer_numbers::hide;
use crate::fault::DeskFault;
use crate::record::seconds;
use crate::store::Store;
use rusqlite::{Connection, params};
use yingda_content::BeijingTime;

/// For so many days notes of calls are kept.
pub const NOTES_DAYS: i64 = 30;
/// For so many days calls are kept.
pub const CALL_DAYS: i64 = 400;
const DAY: i64 = 24 * 60 * 60;
/// The longest notes of a call, in characters.
const LONGEST_NOTES: usize = 4000;

/// A call that ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRecord {
    /// Who took it.
    pub person: String,
    /// When it began.
    pub started: BeijingTime,
    /// When it ended.
    pub ended: BeijingTime,
    /// What was shown, in order.
    pub shown: Vec<Shown>,
    /// What was ticked as said.
    pub ticked: Vec<Ticked>,
    /// Notes, if they are to be kept; the customer's numbers in them are not.
    pub notes: Option<String>,
}

/// An entry that was shown in a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The entry.
    pub entry: String,
    /// The digest of its text.
    pub version: String,
    /// When it was shown first.
    pub at: BeijingTime,
}

/// A 必须说 that was ticked as said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// The entry.
    pub entry: String,
    /// The digest of its text.
    pub version: String,
    /// Which of its sentences, from 0.
    pub must: u32,
    /// When.
    pub at: BeijingTime,
}

impl Store {
    /// Keeps a call, and lets go what is older than it may be; answers with the call's number.
    ///
    /// # Errors
    /// When the file can't be written; nothing is kept then.
    pub fn keep_call(&mut self, call: &CallRecord) -> Result<i64, DeskFault> {
        let all = self.connection.transaction()?;
        let notes: String = call
            .notes
            .as_deref()
            .map(|notes| hide(notes.trim()).chars().take(LONGEST_NOTES).collect())
            .unwrap_or_default();
        all.execute(
            "INSERT INTO calls (person, started, ended, notes) VALUES (?1, ?2, ?3, ?4)",
            params![
                call.person,
                seconds(call.started),
                seconds(call.ended),
                notes
            ],
        )?;
        let number = all.last_insert_rowid();
        for one in &call.shown {
            let sql = "INSERT OR IGNORE INTO call_entries (call, entry, version, at) VALUES (?1, ?2, ?3, ?4)";
            all.prepare_cached(sql)?.execute(params![
                number,
                one.entry,
                one.version,
                seconds(one.at)
            ])?;
        }
        for one in &call.ticked {
            let sql = "INSERT OR IGNORE INTO call_ticks (call, entry, version, must, at) VALUES (?1, ?2, ?3, ?4, ?5)";
            let values = params![number, one.entry, one.version, one.must, seconds(one.at)];
            all.prepare_cached(sql)?.execute(values)?;
        }
        let ended = seconds(call.ended);
        all.execute(
            "UPDATE calls SET notes = '' WHERE notes <> '' AND ended < ?1",
            [ended - NOTES_DAYS * DAY],
        )?;
        remove(&all, "ended < ?1", ended - CALL_DAYS * DAY)?;
        all.commit()?;
        Ok(number)
    }

    /// Takes a call back that was ended by mistake.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn take_back_call(&mut self, number: i64) -> Result<(), DeskFault> {
        let all = self.connection.transaction()?;
        remove(&all, "id = ?1", number)?;
        all.commit()?;
        Ok(())
    }

    /// The notes that are kept, the last call first, with the number of the call.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn call_notes(&self, person: &str) -> Result<Vec<(i64, String)>, DeskFault> {
        let sql = "SELECT id, notes FROM calls WHERE person = ?1 AND notes <> '' ORDER BY id DESC";
        self.rows(sql, &[&person], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Forgets the notes of all calls.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn forget_call_notes(&mut self) -> Result<(), DeskFault> {
        self.connection
            .execute("UPDATE calls SET notes = '' WHERE notes <> ''", [])?;
        self.forget_traces()
    }
}

/// Removes the calls for which a condition holds, with what belongs to them.
fn remove(store: &Connection, condition: &str, value: i64) -> Result<(), DeskFault> {
    for part in ["call_entries", "call_ticks"] {
        let sql =
            format!("DELETE FROM {part} WHERE call IN (SELECT id FROM calls WHERE {condition})");
        store.execute(&sql, [value])?;
    }
    store.execute(&format!("DELETE FROM calls WHERE {condition}"), [value])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{CallRecord, Shown, Ticked};
    use crate::store::Store;
    use time::macros::datetime;
    use time::{Duration, PrimitiveDateTime};
    use yingda_content::BeijingTime;

    const NOON: PrimitiveDateTime = datetime!(2026-11-22 12:00);

    fn call(day: i64, notes: Option<&str>) -> CallRecord {
        let at =
            |minutes| BeijingTime::wall(NOON + Duration::days(day) + Duration::minutes(minutes));
        let (entry, version) = ("card-loss".to_owned(), "sha256:1".to_owned());
        CallRecord {
            person: "林晓".to_owned(),
            started: at(0),
            ended: at(5),
            shown: vec![Shown {
                entry: entry.clone(),
                version: version.clone(),
                at: at(1),
            }],
            ticked: vec![Ticked {
                entry,
                version,
                must: 1,
                at: at(2),
            }],
            notes: notes.map(str::to_owned),
        }
    }

    /// Every value of every call that is kept, as one text.
    fn kept(store: &Store) -> String {
        let mut all = Vec::new();
        for sql in [
            "SELECT person || ' ' || (ended - started) || ' ' || notes FROM calls",
            "SELECT entry || ' ' || version FROM call_entries",
            "SELECT entry || ' ' || must FROM call_ticks",
        ] {
            all.extend(store.rows(sql, &[], |row| row.get::<_, String>(0)).unwrap());
        }
        all.join("|")
    }

    #[test]
    fn of_a_call_entries_versions_times_and_ticks_are_kept() {
        let mut store = Store::in_memory().unwrap();
        store.keep_call(&call(0, None)).unwrap();
        assert_eq!(kept(&store), "林晓 300 |card-loss sha256:1|card-loss 1");
    }

    #[test]
    fn notes_are_kept_without_the_customers_numbers() {
        let mut store = Store::in_memory().unwrap();
        let notes = "卡6222021234567890，电话13812345678，证件11010519491231002X";
        let number = store.keep_call(&call(0, Some(notes))).unwrap();
        let hidden = "卡****7890，电话****5678，证件****".to_owned();
        assert_eq!(store.call_notes("林晓").unwrap(), [(number, hidden)]);
        store.forget_call_notes().unwrap();
        assert!(store.call_notes("林晓").unwrap().is_empty());
    }

    #[test]
    fn notes_go_after_a_month_and_calls_after_a_year() {
        let mut store = Store::in_memory().unwrap();
        store.keep_call(&call(0, Some("要补卡"))).unwrap();
        store.keep_call(&call(31, None)).unwrap();
        assert!(store.call_notes("林晓").unwrap().is_empty());
        store.keep_call(&call(500, None)).unwrap();
        assert_eq!(kept(&store), "林晓 300 |card-loss sha256:1|card-loss 1");
    }

    #[test]
    fn a_call_ended_by_mistake_leaves_nothing() {
        let mut store = Store::in_memory().unwrap();
        let number = store.keep_call(&call(0, Some("要补卡"))).unwrap();
        store.take_back_call(number).unwrap();
        assert_eq!(kept(&store), "");
    }

    #[test]
    fn forgetting_leaves_no_call() {
        let mut store = Store::in_memory().unwrap();
        store.keep_call(&call(0, Some("要补卡"))).unwrap();
        store.forget().unwrap();
        assert_eq!(kept(&store), "");
    }
}
