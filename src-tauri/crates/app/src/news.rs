//! Announcements: what changed since a person looked last, and what they have to read.
//!
//! Told of is what could be said when they looked or can be said now: drafts come and go unannounced. Whoever looks for
//! the first time has nothing to catch up on but what must be read.

mod parts;
#[cfg(test)]
mod tests;

use crate::contract::{AppError, NewsItem, NewsKind, NewsRead, NewsView};
use crate::desk::Desk;
use crate::finding::{reference, successor};
use crate::snapshot::Snapshot;
use std::collections::HashMap;
use yingda_content::entry::Entry;
use yingda_content::{BeijingTime, Standing};
use yingda_desk::{Receipt, Seen};

/// The longest list.
const MOST: usize = 300;

impl Desk {
    /// What changed since who sits here looked last.
    ///
    /// # Errors
    /// Without a snapshot, or when the record can't be read or written.
    pub fn news(&self, now: BeijingTime) -> Result<NewsView, AppError> {
        let snapshot = self.snapshot()?;
        let person = self.person();
        let seen = self.ask_record({
            let person = person.clone();
            move |store| store.seen(&person)
        })?;
        if let Some(seen) = seen {
            return Ok(view(items(&seen, &snapshot, now)));
        }
        let entries = snapshot.library.entries().iter();
        let first: Vec<Seen> = entries
            .filter_map(|entry| Sight::of(entry, now))
            .filter(|sight| !(sight.entry.must_read && sight.ended.is_empty()))
            .map(Sight::seen)
            .collect();
        let view = view(items(&first, &snapshot, now));
        self.ask_record(move |store| store.keep_seen(&person, &first, &[], &[], now))?;
        Ok(view)
    }

    /// Notes what who sits here has read; reading what must be read is told the trainer. Answers with what is left.
    ///
    /// # Errors
    /// As [`Self::news`].
    pub fn read_news(&self, read: &NewsRead, now: BeijingTime) -> Result<NewsView, AppError> {
        let snapshot = self.snapshot()?;
        let person = self.person();
        let seen = self.ask_record({
            let person = person.clone();
            move |store| store.seen(&person)
        })?;
        let items = items(&seen.unwrap_or_default(), &snapshot, now);
        let read = items
            .iter()
            .filter(|item| read.ids.contains(&item.id) || (read.rest && !item.must_read));
        let (mut known, mut gone, mut receipts) = (Vec::new(), Vec::new(), Vec::new());
        for item in read {
            let entry = snapshot.entry(&item.id);
            let Some(sight) = entry.and_then(|entry| Sight::of(entry, now)) else {
                gone.push(item.id.clone());
                continue;
            };
            if item.must_read {
                receipts.push(Receipt {
                    person: person.clone(),
                    at: now,
                    entry: item.id.clone(),
                    version: sight.entry.digest.clone(),
                });
            }
            known.push(sight.seen());
        }
        self.ask_record(move |store| store.keep_seen(&person, &known, &gone, &receipts, now))?;
        self.news(now)
    }
}

/// An entry that people are told of, and why it can't be said any more; empty while it can.
#[derive(Clone, Copy)]
struct Sight<'a> {
    entry: &'a Entry,
    ended: &'static str,
}

impl<'a> Sight<'a> {
    /// `None` for an entry that nobody is told of.
    fn of(entry: &'a Entry, now: BeijingTime) -> Option<Self> {
        let ended = match Standing::of(entry, now) {
            Standing::Approved(_) => "",
            Standing::Expired(_) => "expired",
            Standing::Withdrawn => "withdrawn",
            Standing::NotYet(_) | Standing::Unapproved => return None,
        };
        Some(Self { entry, ended })
    }

    /// As it is kept.
    fn seen(self) -> Seen {
        Seen {
            entry: self.entry.id.to_string(),
            version: self.entry.digest.clone(),
            ended: self.ended.to_owned(),
            title: self.entry.title.clone(),
            parts: parts::marks(self.entry),
        }
    }
}

/// What differs between what a person saw and what there is, the most pressing first.
fn items(seen: &[Seen], snapshot: &Snapshot, now: BeijingTime) -> Vec<NewsItem> {
    let before: HashMap<&str, &Seen> = seen.iter().map(|one| (one.entry.as_str(), one)).collect();
    let entries = snapshot.library.entries().iter();
    let mut items: Vec<NewsItem> = entries
        .filter_map(|entry| {
            let sight = Sight::of(entry, now)?;
            let before = before.get(entry.id.as_str()).copied();
            let what = happened(before, sight)?;
            Some(item(sight, what, before, snapshot))
        })
        .collect();
    let is_gone = |one: &&Seen| one.ended.is_empty() && snapshot.entry(&one.entry).is_none();
    items.extend(seen.iter().filter(is_gone).map(gone));
    items.sort_by(|a, b| {
        let order = |item: &NewsItem| (!item.must_read, item.what);
        order(a).cmp(&order(b)).then_with(|| a.title.cmp(&b.title))
    });
    items
}

fn happened(before: Option<&Seen>, now: Sight<'_>) -> Option<NewsKind> {
    let ended = match now.ended {
        "" => None,
        "withdrawn" => Some(NewsKind::Withdrawn),
        _ => Some(NewsKind::Expired),
    };
    match (before, ended) {
        (None, None) => Some(NewsKind::New),
        (None, Some(_)) => None,
        (Some(before), Some(ended)) => before.ended.is_empty().then_some(ended),
        (Some(before), None) => {
            let same = before.version == now.entry.digest && before.ended.is_empty();
            (!same).then_some(NewsKind::Changed)
        }
    }
}

fn item(now: Sight<'_>, what: NewsKind, before: Option<&Seen>, snapshot: &Snapshot) -> NewsItem {
    let entry = now.entry;
    let changed = before.filter(|_| what == NewsKind::Changed);
    NewsItem {
        id: entry.id.to_string(),
        entry: Some(reference(entry)),
        title: entry.title.clone(),
        what,
        must_read: entry.must_read && now.ended.is_empty(),
        parts: changed.map_or_else(Vec::new, |before| {
            parts::changed(&before.parts, &parts::marks(entry))
        }),
        successor: successor(entry, snapshot),
    }
}

fn gone(seen: &Seen) -> NewsItem {
    NewsItem {
        id: seen.entry.clone(),
        entry: None,
        title: seen.title.clone(),
        what: NewsKind::Gone,
        must_read: false,
        parts: Vec::new(),
        successor: None,
    }
}

fn view(mut items: Vec<NewsItem>) -> NewsView {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let must_read = count(items.iter().filter(|item| item.must_read).count());
    let total = count(items.len());
    items.truncate(MOST);
    NewsView {
        items,
        total,
        must_read,
    }
}
