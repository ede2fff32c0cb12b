//! Reading single values, each with its own faults.

use crate::clock::BeijingTime;
use crate::entry::EntryId;
use crate::fault::{Expected, ShapeFault, ValueFault};
use crate::nearest::nearest;
use crate::problem::Problems;
use crate::yaml::{Node, Value};
use time::{Date, Month, PrimitiveDateTime, Time};

/// Reads values and notes what is wrong with them.
pub(super) struct Reader<'a> {
    pub(super) problems: &'a mut Problems,
    /// The file's line of the first YAML line.
    pub(super) first_line: usize,
}

/// Keys with their values, `null` ones left out, each once.
pub(super) type Keys<'n> = Vec<(&'static str, &'n Node)>;

impl Reader<'_> {
    pub(super) fn line(&self, node: &Node) -> usize {
        node.start.line + self.first_line - 1
    }

    pub(super) fn wrong_type(&mut self, key: &str, node: &Node, expected: Expected) {
        let line = self.line(node);
        self.problems.at(
            line,
            ShapeFault::WrongType {
                key: key.to_owned(),
                expected,
            },
        );
    }

    /// Sorts the keys of a node into known ones; unknown and repeated ones are problems. `inside` is a prefix such as
    /// `valid.`, or empty.
    pub(super) fn keys<'n>(
        &mut self,
        pairs: &'n [(Node, Node)],
        inside: &str,
        known: &[&'static str],
    ) -> Keys<'n> {
        let mut seen: Vec<(&'static str, usize)> = Vec::new();
        let mut keys = Keys::new();
        for (key, value) in pairs {
            let line = self.line(key);
            let typed = key.text().unwrap_or("?");
            let full = format!("{inside}{typed}");
            let Some(name) = known.iter().copied().find(|name| *name == typed) else {
                let nearest = nearest(typed, known);
                self.problems
                    .at(line, ShapeFault::KeyUnknown { key: full, nearest });
                continue;
            };
            if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == name) {
                let first = *first;
                self.problems
                    .at(line, ShapeFault::KeyTwice { key: full, first });
                continue;
            }
            seen.push((name, line));
            if !value.is_null() {
                keys.push((name, value));
            }
        }
        keys
    }

    /// One text, trimmed; an empty one counts as missing.
    pub(super) fn text(&mut self, key: &str, node: &Node) -> Option<String> {
        let Some(text) = node.text() else {
            self.wrong_type(key, node, Expected::Text);
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            let line = self.line(node);
            self.problems.at(
                line,
                ShapeFault::KeyMissing {
                    key: key.to_owned(),
                },
            );
            return None;
        }
        Some(text.to_owned())
    }

    /// A list of texts with their lines.
    pub(super) fn texts(&mut self, key: &str, node: &Node) -> Vec<(String, usize)> {
        let Value::List(items) = &node.value else {
            self.wrong_type(key, node, Expected::Texts);
            return Vec::new();
        };
        let texts = items
            .iter()
            .map(|item| (self.text(key, item), self.line(item)));
        texts
            .filter_map(|(text, line)| text.map(|text| (text, line)))
            .collect()
    }

    /// A list of texts.
    pub(super) fn words(&mut self, key: &str, node: &Node) -> Vec<String> {
        self.texts(key, node)
            .into_iter()
            .map(|(text, _)| text)
            .collect()
    }

    pub(super) fn truth(&mut self, key: &str, node: &Node) -> bool {
        match &node.value {
            Value::Text { text, plain: true } if text == "true" => return true,
            Value::Text { text, plain: true } if text == "false" => {}
            _ => self.wrong_type(key, node, Expected::TrueOrFalse),
        }
        false
    }

    /// A weight from -2 to 2.
    pub(super) fn pin(&mut self, node: &Node) -> i8 {
        let Some(number) = node.text().and_then(|text| text.parse::<i64>().ok()) else {
            self.wrong_type("pin", node, Expected::WholeNumber);
            return 0;
        };
        match i8::try_from(number) {
            Ok(pin) if (-2..=2).contains(&pin) => pin,
            _ => {
                let line = self.line(node);
                self.problems.at(
                    line,
                    ValueFault::PinOutOfRange {
                        text: number.to_string(),
                    },
                );
                0
            }
        }
    }

    pub(super) fn id(&mut self, key: &str, node: &Node) -> Option<EntryId> {
        let text = self.text(key, node)?;
        self.id_of(key, text, self.line(node))
    }

    pub(super) fn ids(&mut self, key: &str, node: &Node) -> Vec<EntryId> {
        let texts = self.texts(key, node).into_iter();
        texts
            .filter_map(|(text, line)| self.id_of(key, text, line))
            .collect()
    }

    fn id_of(&mut self, key: &str, text: String, line: usize) -> Option<EntryId> {
        let id = EntryId::parse(&text);
        if id.is_none() {
            self.problems.at(
                line,
                ValueFault::IdBad {
                    key: key.to_owned(),
                    text,
                },
            );
        }
        id
    }

    /// One word of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &str,
        (word, line): (String, usize),
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let found = all.iter().copied().find(|item| name(*item) == word);
        if found.is_none() {
            let known = all.iter().copied().map(name).collect();
            self.problems.at(
                line,
                ValueFault::WordUnknown {
                    key: key.to_owned(),
                    word,
                    known,
                },
            );
        }
        found
    }

    pub(super) fn day(&mut self, key: &str, node: &Node) -> Option<Date> {
        let text = self.text(key, node)?;
        let day = parse_day(&text);
        if day.is_none() {
            self.bad_date(key, node, text, false);
        }
        day
    }

    pub(super) fn moment(&mut self, key: &str, node: &Node) -> Option<BeijingTime> {
        let text = self.text(key, node)?;
        let moment = parse_moment(&text);
        if moment.is_none() {
            self.bad_date(key, node, text, true);
        }
        moment
    }

    fn bad_date(&mut self, key: &str, node: &Node, text: String, with_time: bool) {
        let line = self.line(node);
        self.problems.at(
            line,
            ValueFault::DateBad {
                key: key.to_owned(),
                text,
                with_time,
            },
        );
    }
}

/// Reads `YYYY-MM-DD`; `None` for a day that no calendar has.
pub(crate) fn parse_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let day = u8::try_from(digits(parts.next()?, 2)?).ok()?;
    let month = Month::try_from(month).ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::from_calendar_date(i32::from(year), month, day).ok()
}

/// Reads `YYYY-MM-DDTHH:MM` or a day, which means its midnight.
fn parse_moment(text: &str) -> Option<BeijingTime> {
    let Some((day, clock)) = text.split_once('T') else {
        return parse_day(text).map(BeijingTime::start_of);
    };
    let (hour, minute) = clock.split_once(':')?;
    let hour = u8::try_from(digits(hour, 2)?).ok()?;
    let minute = u8::try_from(digits(minute, 2)?).ok()?;
    let time = Time::from_hms(hour, minute, 0).ok()?;
    Some(BeijingTime::wall(PrimitiveDateTime::new(
        parse_day(day)?,
        time,
    )))
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let shape = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    shape.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_calendar_are_read_and_no_others() {
        assert!(parse_day("2028-02-29").is_some());
        for wrong in [
            "2026-02-30",
            "2026-2-3",
            "2026-13-01",
            "2026-01-01-01",
            "20260101",
            "+026-01-01",
            "",
            "二〇二六",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_is_its_midnight() {
        assert_eq!(parse_moment("2026-05-01"), parse_moment("2026-05-01T00:00"));
        assert!(parse_moment("2026-05-01T24:00").is_none());
        assert!(parse_moment("2026-05-01 09:00").is_none());
    }
}
