//! YAML as front matter needs it: a small tree of texts, lists and keys, every node with its place.
//!
//! It is built from the parser's events rather than from a ready-made document, because a document types its values
//! (`012` becomes 12) and keeps one of two equal keys only, and because its depth has no bound.

use crate::fault::ShapeFault;
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// Front matter needs three levels; whatever is deeper is a mistake or an attack on the stack.
const DEEPEST: usize = 12;

/// A place in the YAML text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Counted from 1.
    pub(crate) line: usize,
    /// In characters, counted from 0.
    pub(crate) column: usize,
}

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) start: Place,
    /// Just behind a text; on the closing bracket of `[ ]` and `{ }`.
    pub(crate) end: Place,
    pub(crate) value: Value,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// A text as it was typed; `plain` when it had no quotes.
    Text { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// Keys in their order, duplicates included.
    Keys(Vec<(Node, Node)>),
}

impl Node {
    /// The text, if it is one and not `null`.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// Nothing at all, `~` or `null`, without quotes.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Text { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// Reads one YAML document. `None` when it is empty.
///
/// # Errors
/// The fault and its line inside `text`, counted from 1; a YAML parser stops at its first.
pub(crate) fn parse(text: &str) -> Result<Option<Node>, (usize, ShapeFault)> {
    let mut parser = Parser::new_from_str(text);
    let mut tree = Tree::default();
    loop {
        let (event, span) = match parser.next_event() {
            None => return Ok(tree.root),
            Some(Ok(next)) => next,
            Some(Err(error)) => {
                let detail = error.info().to_owned();
                return Err((error.marker().line(), ShapeFault::YamlBroken { detail }));
            }
        };
        let line = span.start.line();
        tree.take(event, span).map_err(|fault| (line, fault))?;
    }
}

/// The tree while it grows. The stack holds the open lists and keys, so that nothing here recurses.
#[derive(Default)]
struct Tree {
    root: Option<Node>,
    open: Vec<Open>,
}

struct Open {
    start: Place,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Keys {
        pairs: Vec<(Node, Node)>,
        key: Option<Node>,
    },
}

impl Tree {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), ShapeFault> {
        match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                let value = Value::Text {
                    text: text.into_owned(),
                    plain,
                };
                self.close(Node {
                    start: place(span.start),
                    end: place(span.end),
                    value,
                })
            }
            Event::SequenceStart(..) => self.open(span, Kind::List(Vec::new())),
            Event::MappingStart(..) => self.open(
                span,
                Kind::Keys {
                    pairs: Vec::new(),
                    key: None,
                },
            ),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(open) => self.close(open.finish(span)),
                None => Ok(()),
            },
            Event::Alias(_) => Err(ShapeFault::YamlAlias),
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn open(&mut self, span: Span, kind: Kind) -> Result<(), ShapeFault> {
        if self.open.len() >= DEEPEST {
            return Err(ShapeFault::YamlTooDeep);
        }
        self.open.push(Open {
            start: place(span.start),
            kind,
        });
        Ok(())
    }

    fn close(&mut self, node: Node) -> Result<(), ShapeFault> {
        match self.open.last_mut().map(|open| &mut open.kind) {
            Some(Kind::List(items)) => items.push(node),
            Some(Kind::Keys { pairs, key }) => match key.take() {
                Some(key) => pairs.push((key, node)),
                None => *key = Some(node),
            },
            None if self.root.is_none() => self.root = Some(node),
            None => {
                let detail = "more than one document".to_owned();
                return Err(ShapeFault::YamlBroken { detail });
            }
        }
        Ok(())
    }
}

impl Open {
    fn finish(self, span: Span) -> Node {
        let value = match self.kind {
            Kind::List(items) => Value::List(items),
            Kind::Keys { pairs, .. } => Value::Keys(pairs),
        };
        Node {
            start: self.start,
            end: place(span.start),
            value,
        }
    }
}

fn place(marker: saphyr_parser::Marker) -> Place {
    Place {
        line: marker.line(),
        column: marker.col(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(yaml: &str) -> String {
        let root = parse(yaml).unwrap().unwrap();
        let Value::Keys(pairs) = root.value else {
            panic!("no keys")
        };
        pairs[0].1.text().unwrap_or("nothing").to_owned()
    }

    #[test]
    fn texts_survive_as_typed() {
        for typed in [
            "012",
            "0x1F",
            "1e3",
            "true",
            "2026-05-01",
            "是",
            "3.10",
            "+5",
            ".inf",
        ] {
            assert_eq!(value_of(&format!("number: {typed}\n")), typed);
        }
    }

    #[test]
    fn null_is_nothing_unless_quoted() {
        assert_eq!(value_of("a: null\n"), "nothing");
        assert_eq!(value_of("a:\n"), "nothing");
        assert_eq!(value_of("a: 'null'\n"), "null");
    }

    #[test]
    fn both_of_two_equal_keys_are_kept() {
        let Value::Keys(pairs) = parse("a: 1\na: 2\n").unwrap().unwrap().value else {
            panic!()
        };
        assert_eq!(pairs.len(), 2);
    }

    #[test]
    fn a_broken_line_is_named() {
        assert_eq!(parse("a: 1\nb: [2\nc: 3\n").unwrap_err().0, 3);
    }

    #[test]
    fn depth_is_bounded_however_it_is_written() {
        assert_eq!(
            parse(&"- ".repeat(100_000)).unwrap_err().1,
            ShapeFault::YamlTooDeep
        );
        assert_eq!(
            parse(&"[".repeat(20)).unwrap_err().1,
            ShapeFault::YamlTooDeep
        );
        for open in ["[", "{a: ", "? "] {
            assert!(parse(&open.repeat(100_000)).is_err(), "{open}");
        }
    }

    #[test]
    fn references_are_not_followed() {
        assert_eq!(
            parse("a: &x [1]\nb: *x\n").unwrap_err(),
            (2, ShapeFault::YamlAlias)
        );
    }
}
