//! Reading single values, each with its own faults.

use super::days::{parse_day, parse_moment};
use crate::clock::BeijingTime;
use crate::entry::EntryId;
use crate::fault::{Expected, ShapeFault, ValueFault};
use crate::nearest::nearest;
use crate::problem::Problems;
use crate::yaml::{Node, Value};
use time::Date;

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
