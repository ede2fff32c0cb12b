use super::{Day, Period};
use crate::masking::{KnownWords, Masked};
use crate::record::{Event, Found, How, Opened, Receipt, Report, ReportKind, Search, Use};
use crate::store::Store;
use crate::store::writing::Settled;
use std::sync::{Arc, LazyLock};
use time::macros::datetime;
use time::{Duration, PrimitiveDateTime};
use yingda_content::BeijingTime;
use yingda_text::Lexicon;

static KNOWN: LazyLock<KnownWords> =
    LazyLock::new(|| KnownWords::of(["挂失", "年费", "转账"], Arc::new(Lexicon::new([], []))));

const NOON: PrimitiveDateTime = datetime!(2026-11-22 12:00);

fn ago(days: i64) -> BeijingTime {
    BeijingTime::wall(NOON - Duration::days(days))
}

fn search(words: &str, days: i64, found: Found) -> Search {
    Search {
        person: String::new(),
        at: ago(days),
        words: Masked::of(words, &KNOWN),
        found,
        rung: None,
        took_ms: 2,
        opened: None,
    }
}

fn store(searches: Vec<Search>) -> Store {
    let mut store = Store::in_memory().unwrap();
    let events: Vec<Event> = searches.into_iter().map(Event::Search).collect();
    store.write(&events).unwrap();
    store
}

fn week() -> Period {
    Period::ending(ago(0), 7)
}

#[test]
fn a_period_is_compared_with_the_one_before() {
    let store = store(vec![
        search("挂失", 0, Found::Nothing),
        search("挂失", 6, Found::AsTyped),
        search("挂失", 7, Found::Relaxed),
        search("挂失", 13, Found::Nothing),
        search("挂失", 14, Found::Nothing),
    ]);
    let now = store.totals(week()).unwrap();
    assert_eq!(
        (now.searches, now.failed, now.relaxed, now.machines),
        (2, 1, 0, 1)
    );
    let before = store.totals(week().before()).unwrap();
    assert_eq!((before.searches, before.failed, before.relaxed), (2, 1, 1));
}

#[test]
fn nothing_recorded_is_all_zero() {
    assert_eq!(
        store(vec![]).totals(week()).unwrap(),
        super::Totals::default()
    );
}

#[test]
fn the_slowest_five_of_a_hundred_are_above_the_95th() {
    let timed = |took_ms| Search {
        took_ms,
        ..search("挂失", 0, Found::AsTyped)
    };
    let totals = store((1..=100).map(timed).collect())
        .totals(week())
        .unwrap();
    assert_eq!((totals.p95_ms, totals.slow), (96, 50));
}

#[test]
fn gaps_are_grouped_by_their_words_the_most_frequent_first() {
    let store = store(vec![
        search("年费", 1, Found::Nothing),
        search("挂失", 2, Found::Nothing),
        search("挂失", 0, Found::Nothing),
        search("转账", 0, Found::Relaxed),
        search("转账挂失", 0, Found::AsTyped),
        search("王小二", 0, Found::Nothing),
    ]);
    let gaps = store.gaps(week()).unwrap();
    let told: Vec<(&str, u32, u32)> = gaps
        .iter()
        .map(|gap| (gap.words.as_str(), gap.failed, gap.relaxed))
        .collect();
    assert_eq!(told, [("挂失", 2, 0), ("年费", 1, 0), ("转账", 0, 1)]);
    assert_eq!(gaps[0].last - gaps[0].first, 2 * 86_400);
}

#[test]
fn a_settled_gap_is_gone_until_that_is_taken_back() {
    let mut store = store(vec![search("挂失", 0, Found::Nothing)]);
    store
        .settle("挂失", Settled::Alias, Some("card-loss"), ago(0))
        .unwrap();
    assert!(store.gaps(week()).unwrap().is_empty());
    store.unsettle("挂失").unwrap();
    assert_eq!(store.gaps(week()).unwrap().len(), 1);
}

#[test]
fn days_and_first_lines_are_counted() {
    let first = Search {
        opened: Some(Opened {
            entry: "card-loss".to_owned(),
            line: 1,
        }),
        ..search("挂失", 0, Found::AsTyped)
    };
    let store = store(vec![
        first,
        search("年费", 0, Found::Nothing),
        search("年费", 2, Found::Relaxed),
    ]);
    let days = store.days(week()).unwrap();
    let counted: Vec<(u32, u32, u32)> = days
        .iter()
        .map(|day: &Day| (day.searches, day.failed, day.relaxed))
        .collect();
    assert_eq!(counted, [(1, 0, 1), (2, 1, 0)]);
    assert_eq!(days[1].day - days[0].day, 2);
    assert_eq!(store.totals(week()).unwrap().first_line, 1);
}

#[test]
fn uses_reports_and_receipts_are_told() {
    let mut store = Store::in_memory().unwrap();
    let used = |entry: &str, how| {
        Event::Use(Use {
            person: String::new(),
            at: ago(0),
            entry: entry.to_owned(),
            version: "v1".to_owned(),
            how,
        })
    };
    let receipt = Event::Receipt(Receipt {
        person: "林晓".to_owned(),
        at: ago(0),
        entry: "card-loss".to_owned(),
        version: "v1".to_owned(),
    });
    let report = Event::Report(Report {
        person: "林晓".to_owned(),
        at: ago(0),
        entry: "card-loss".to_owned(),
        kind: ReportKind::Outdated,
        line: "限额改了".to_owned(),
    });
    let events = [
        used("fee", How::Opened),
        used("card-loss", How::Copied),
        receipt.clone(),
        receipt,
        report,
    ];
    store.write(&events).unwrap();
    let uses = store.entry_uses(week()).unwrap();
    assert_eq!(
        (uses[0].entry.as_str(), uses[0].copied, uses[1].opened),
        ("card-loss", 1, 1)
    );
    assert_eq!(store.receipts().unwrap().len(), 1);
    let reports = store.reports(week()).unwrap();
    assert_eq!(
        (reports[0].kind, reports[0].line.as_str()),
        (ReportKind::Outdated, "限额改了")
    );
}
