//! Remarks on lines, with their answers, made from a record; and where they stand in the text of now.

use super::record::{Record, What};
use std::collections::BTreeSet;

/// What somebody said at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: String,
    /// When: `2026-11-22T10:00:05`, Beijing.
    pub at: String,
    /// What.
    pub text: String,
}

/// A remark with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Its name in the record.
    pub id: String,
    /// The line it was made on, from 1; 0 for the whole entry.
    pub line: usize,
    /// What that line said.
    pub quote: String,
    /// The remark.
    pub remark: Said,
    /// The answers in their order.
    pub answers: Vec<Said>,
    /// Who settled it; `None` while it is open.
    pub resolved_by: Option<String>,
}

impl Thread {
    /// The line of a text that it stands on now, from 1: the nearest that still says the same, else the nearest that
    /// says much the same. `None` for a remark on the whole entry, and when no line is left of it.
    #[must_use]
    pub fn line_in(&self, text: &str) -> Option<usize> {
        let quote = self.quote.trim();
        if self.line == 0 || quote.is_empty() {
            return (self.line > 0)
                .then_some(self.line)
                .filter(|line| text.lines().nth(line - 1).is_some());
        }
        let nearest = |lines: Vec<usize>| {
            lines
                .into_iter()
                .min_by_key(|line| line.abs_diff(self.line))
        };
        let lines = || (1..).zip(text.lines());
        let same = lines()
            .filter(|(_, line)| line.trim() == quote)
            .map(|(at, _)| at)
            .collect();
        let alike = || {
            lines()
                .filter(|(_, line)| is_alike(line.trim(), quote))
                .map(|(at, _)| at)
                .collect()
        };
        nearest(same).or_else(|| nearest(alike()))
    }
}

/// Whether half of the neighbours of either are neighbours in both.
fn is_alike(one: &str, other: &str) -> bool {
    let pairs =
        |text: &str| -> BTreeSet<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, other) = (pairs(one), pairs(other));
    let both = one.intersection(&other).count();
    both > 0 && both * 4 >= one.len() + other.len()
}

/// The remarks of a record in the order they were made.
#[must_use]
pub fn threads(record: &Record) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for event in &record.events {
        let said = |text: &str| Said {
            by: event.by.clone(),
            at: event.at.clone(),
            text: text.to_owned(),
        };
        let mut on = |id: &str, change: &dyn Fn(&mut Thread)| {
            if let Some(thread) = threads.iter_mut().find(|thread| thread.id == id) {
                change(thread);
            }
        };
        match &event.what {
            What::Comment {
                id,
                line,
                quote,
                text,
            } => threads.push(Thread {
                id: id.clone(),
                line: *line,
                quote: quote.clone(),
                remark: said(text),
                answers: Vec::new(),
                resolved_by: None,
            }),
            What::Answer { to, text } => on(to, &|thread| thread.answers.push(said(text))),
            What::Resolved { to } => on(to, &|thread| thread.resolved_by = Some(event.by.clone())),
            What::Reopened { to } => on(to, &|thread| thread.resolved_by = None),
            _ => {}
        }
    }
    threads
}

/// How many are open.
#[must_use]
pub fn open(threads: &[Thread]) -> usize {
    threads
        .iter()
        .filter(|thread| thread.resolved_by.is_none())
        .count()
}

#[cfg(test)]
mod tests {
    use super::{Said, Thread, open, threads};
    use crate::review::record::{Event, Record, What, with_events};
    use yingda_content::BeijingTime;

    fn at(minute: u8) -> BeijingTime {
        let day = time::Date::from_calendar_date(2026, time::Month::November, 22).unwrap();
        BeijingTime::wall(day.with_hms(10, minute, 0).unwrap())
    }

    fn on(line: usize, quote: &str) -> Thread {
        let remark = Said {
            by: String::new(),
            at: String::new(),
            text: String::new(),
        };
        Thread {
            id: String::new(),
            line,
            quote: quote.to_owned(),
            remark,
            answers: Vec::new(),
            resolved_by: None,
        }
    }

    #[test]
    fn a_remark_is_answered_settled_and_opened_again() {
        let remark = Event::comment(3, "请您放心", "太长", "乙", at(1));
        let What::Comment { id, .. } = &remark.what else {
            unreachable!()
        };
        let to = || id.clone();
        let mut events = vec![
            remark.clone(),
            Event::new(
                What::Answer {
                    to: to(),
                    text: "已改短".to_owned(),
                },
                "甲",
                at(2),
            ),
            Event::new(What::Resolved { to: to() }, "乙", at(3)),
        ];
        let read = |events: &[Event]| threads(&Record::read(&with_events("", events)));
        let settled = read(&events);
        assert_eq!(settled[0].answers[0].text, "已改短");
        assert_eq!(
            (settled[0].resolved_by.as_deref(), open(&settled)),
            (Some("乙"), 0)
        );
        events.push(Event::new(What::Reopened { to: to() }, "乙", at(4)));
        assert_eq!(open(&read(&events)), 1);
    }

    #[test]
    fn a_remark_follows_its_line() {
        let text = "新的一行\n请您放心\n我先帮您把卡冻结\n请您放心\n";
        assert_eq!(on(1, "请您放心").line_in(text), Some(2));
        assert_eq!(on(9, "请您放心").line_in(text), Some(4));
        assert_eq!(on(1, "我先帮您把银行卡冻结").line_in(text), Some(3));
        assert_eq!(on(2, "完全是别的话").line_in(text), None);
        assert_eq!(on(0, "").line_in(text), None);
    }
}
