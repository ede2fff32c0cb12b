//! Insights: what agents did not find, what they use, what has to be looked at.
//!
//! The figures come from the desk's record; the library says which entries they are about.

mod answering;
mod due;
mod gaps;
#[cfg(test)]
mod tests;

use crate::contract::{
    DayView, InsightsView, MustReadView, PeriodTotals, RecordState, ReportView, ReportedKind,
    UseView, Words,
};
use crate::finding::reference;
use crate::meaning::Meaning;
use crate::snapshot::Snapshot;
use crate::standing::day;
use std::collections::{HashMap, HashSet};
use time::{Date, Duration, OffsetDateTime};
use yingda_content::problem::Language;
use yingda_content::{BeijingTime, Standing};
use yingda_desk::figures::{Day, ReadBy, Reported};
use yingda_desk::{DeskFault, EntryUse, Gap, Opening, Period, ReportKind, Store, Totals};

/// The longest list of most used entries.
const MOST_USED: usize = 10;
/// The longest list of unused entries.
const MOST_UNUSED: usize = 100;

/// What the record says of a period.
pub(crate) struct Figures {
    now: Totals,
    before: Totals,
    gaps: Vec<Gap>,
    days: Vec<Day>,
    uses: Vec<EntryUse>,
    reports: Vec<Reported>,
    receipts: Vec<ReadBy>,
}

impl Figures {
    /// Reads them.
    pub(crate) fn of(store: &Store, period: Period) -> Result<Self, DeskFault> {
        Ok(Self {
            now: store.totals(period)?,
            before: store.totals(period.before())?,
            gaps: store.gaps(period)?,
            days: store.days(period)?,
            uses: store.entry_uses(period)?,
            reports: store.reports(period)?,
            receipts: store.receipts()?,
        })
    }
}

/// The days a person may choose from; anything else is the nearest below, 7 at least.
pub(crate) const fn days_of(asked: u16) -> u16 {
    match asked {
        90.. => 90,
        30.. => 30,
        _ => 7,
    }
}

/// What the record says about a library.
pub(crate) fn view(
    figures: &Figures,
    days: u16,
    record: RecordState,
    snapshot: &Snapshot,
    meaning: Option<&Meaning>,
    now: BeijingTime,
) -> InsightsView {
    let (unused, unused_total) = unused(&figures.uses, snapshot, now);
    InsightsView {
        days,
        record,
        now: totals(&figures.now),
        before: totals(&figures.before),
        gaps: gaps::views(&figures.gaps, snapshot, meaning, now),
        series: series(&figures.days, days, now.date()),
        most_used: most_used(&figures.uses, snapshot),
        unused,
        unused_total,
        reports: figures
            .reports
            .iter()
            .map(|report| report_view(report, snapshot))
            .collect(),
        due: due::views(snapshot, now.date()),
        must_read: must_read(&figures.receipts, snapshot),
    }
}

fn totals(of: &Totals) -> PeriodTotals {
    PeriodTotals {
        searches: of.searches,
        failed: of.failed,
        relaxed: of.relaxed,
        retyped: of.retyped,
        slow: of.slow,
        opened: of.opened,
        first_line: of.first_line,
        p95_ms: of.p95_ms,
        machines: of.machines,
    }
}

/// Every day of the period, those without a search too.
fn series(days: &[Day], length: u16, today: Date) -> Vec<DayView> {
    let known: HashMap<i64, &Day> = days.iter().map(|day| (day.day, day)).collect();
    let number = |date: Date| {
        date.midnight()
            .assume_utc()
            .unix_timestamp()
            .div_euclid(24 * 60 * 60)
    };
    let dates = (0..i64::from(length))
        .rev()
        .map(|ago| today - Duration::days(ago));
    let one = |date: Date| {
        let found = known.get(&number(date));
        DayView {
            date: day(date),
            searches: found.map_or(0, |day| day.searches),
            failed: found.map_or(0, |day| day.failed),
            relaxed: found.map_or(0, |day| day.relaxed),
        }
    };
    dates.map(one).collect()
}

fn most_used(uses: &[EntryUse], snapshot: &Snapshot) -> Vec<UseView> {
    let view = |one: &EntryUse| {
        Some(UseView {
            entry: reference(snapshot.entry(&one.entry)?),
            copied: one.copied,
            opened: one.opened,
        })
    };
    uses.iter().filter_map(view).take(MOST_USED).collect()
}

/// Entries that may be said and were not used, and how many there are.
fn unused(
    uses: &[EntryUse],
    snapshot: &Snapshot,
    now: BeijingTime,
) -> (Vec<crate::contract::EntryRef>, u32) {
    let used: HashSet<&str> = uses.iter().map(|one| one.entry.as_str()).collect();
    let unused: Vec<_> = snapshot
        .library
        .entries()
        .iter()
        .filter(|entry| !used.contains(entry.id.as_str()))
        .filter(|entry| matches!(Standing::of(entry, now), Standing::Approved(_)))
        .collect();
    let total = u32::try_from(unused.len()).unwrap_or(u32::MAX);
    let shown = unused.into_iter().take(MOST_UNUSED);
    (shown.map(|entry| reference(entry)).collect(), total)
}

fn report_view(report: &Reported, snapshot: &Snapshot) -> ReportView {
    ReportView {
        entry: snapshot.entry(&report.entry).map(|entry| reference(entry)),
        id: report.entry.clone(),
        kind: match report.kind {
            ReportKind::Wrong => ReportedKind::Wrong,
            ReportKind::Outdated => ReportedKind::Outdated,
            ReportKind::Missing => ReportedKind::Missing,
            ReportKind::HardToSay => ReportedKind::HardToSay,
        },
        line: report.line.clone(),
        person: report.person.clone(),
        at: moment(report.at),
    }
}

fn must_read(receipts: &[ReadBy], snapshot: &Snapshot) -> Vec<MustReadView> {
    let entries = snapshot
        .library
        .entries()
        .iter()
        .filter(|entry| entry.must_read);
    let view = |entry: &std::sync::Arc<yingda_content::Entry>| {
        let of: Vec<&ReadBy> = receipts
            .iter()
            .filter(|read| read.entry == entry.id.as_str())
            .collect();
        let names = |current: bool| -> Vec<String> {
            let those = of
                .iter()
                .filter(|read| (read.version == entry.digest) == current);
            those.map(|read| read.person.clone()).collect()
        };
        let read = names(true);
        let mut outdated = names(false);
        outdated.retain(|name| !read.contains(name));
        outdated.dedup();
        MustReadView {
            entry: reference(entry),
            read,
            outdated,
        }
    };
    entries.map(view).collect()
}

/// A moment of the record as `YYYY-MM-DD HH:MM`.
fn moment(seconds: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!("{} {:02}:{:02}", day(at.date()), at.hour(), at.minute())
}

/// How the record was found, in words.
pub(crate) fn record_state(opening: Option<&Opening>) -> RecordState {
    match opening {
        Some(Opening::SetAside { kept }) => RecordState::SetAside {
            file: kept.display().to_string(),
        },
        Some(Opening::InMemory { fault }) => RecordState::NotKept { what: words(fault) },
        Some(Opening::Ready) | None => RecordState::Ready,
    }
}

/// A fault in both languages.
pub(crate) fn words(fault: &DeskFault) -> Words {
    Words {
        zh: fault.sentence(Language::Chinese),
        en: fault.sentence(Language::English),
    }
}
