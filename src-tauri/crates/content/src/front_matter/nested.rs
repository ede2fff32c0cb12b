//! The keys that have keys inside: `approvals`, `fields`, `valid`, `source`.

use super::values::{Keys, Reader};
use crate::entry::{Approval, FieldKind, FieldSpec, Source, Validity};
use crate::fault::{Expected, ShapeFault, ValueFault};
use crate::yaml::{Node, Value};
use std::collections::BTreeMap;

impl Reader<'_> {
    pub(super) fn approvals(&mut self, node: &Node) -> Vec<Approval> {
        let Value::List(items) = &node.value else {
            self.wrong_type("approvals", node, Expected::ListOfKeys);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.approval(item))
            .collect()
    }

    fn approval(&mut self, node: &Node) -> Option<Approval> {
        let known = ["role", "by", "date", "number", "digest"];
        let keys = self.inner_keys("approvals", node, &known)?;
        let (mut role, mut by, mut date, mut number, mut digest) = (None, None, None, None, None);
        for (key, value) in &keys {
            match *key {
                "role" => role = self.text("approvals.role", value),
                "by" => by = self.text("approvals.by", value),
                "date" => date = self.day("approvals.date", value),
                "number" => number = self.text("approvals.number", value),
                _ => digest = self.digest(value),
            }
        }
        self.require("approvals", node, &keys, &["role", "by", "date"]);
        Some(Approval {
            role: role?,
            by: by?,
            date: date?,
            number,
            digest,
        })
    }

    fn digest(&mut self, node: &Node) -> Option<String> {
        let text = self.text("approvals.digest", node)?;
        let hex = text.strip_prefix("sha256:").unwrap_or_default();
        let shape = hex.len() == 64
            && hex
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !shape {
            let line = self.line(node);
            self.problems.at(line, ValueFault::DigestBad);
        }
        // Kept all the same: it fits no text, so that it can't be taken for an approval not yet bound.
        Some(text)
    }

    pub(super) fn fields(&mut self, node: &Node) -> BTreeMap<String, FieldSpec> {
        let mut fields = BTreeMap::new();
        let Value::Keys(pairs) = &node.value else {
            self.wrong_type("fields", node, Expected::Keys);
            return fields;
        };
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for (key, value) in pairs {
            let Some(name) = self.text("fields", key) else {
                continue;
            };
            let line = self.line(key);
            if let Some(first) = lines.get(&name).copied() {
                let key = format!("fields.{name}");
                self.problems.at(line, ShapeFault::KeyTwice { key, first });
                continue;
            }
            lines.insert(name.clone(), line);
            let spec = if value.is_null() {
                Some(FieldSpec::default())
            } else {
                self.field(&name, value)
            };
            fields.insert(name, spec.unwrap_or_default());
        }
        fields
    }

    fn field(&mut self, name: &str, node: &Node) -> Option<FieldSpec> {
        let inside = format!("fields.{name}");
        let mut spec = FieldSpec::default();
        for (key, value) in self.inner_keys(&inside, node, &["type", "required", "options"])? {
            let full = format!("{inside}.{key}");
            match key {
                "type" => {
                    let Some(word) = self.text(&full, value) else {
                        continue;
                    };
                    let word = (word, self.line(value));
                    spec.kind = self
                        .word(&full, word, &FieldKind::ALL, FieldKind::as_str)
                        .unwrap_or(FieldKind::Text);
                }
                "required" => spec.required = self.truth(&full, value),
                _ => spec.options = self.words(&full, value),
            }
        }
        let (line, field) = (self.line(node), name.to_owned());
        match (spec.kind, spec.options.is_empty()) {
            (FieldKind::Choice, true) => self
                .problems
                .at(line, ValueFault::ChoiceWithoutOptions { field }),
            (FieldKind::Choice, false) | (_, true) => {}
            (_, false) => {
                self.problems.at(line, ValueFault::OptionsUnused { field });
                spec.options.clear();
            }
        }
        Some(spec)
    }

    pub(super) fn validity(&mut self, node: &Node) -> Validity {
        let mut valid = Validity::default();
        for (key, value) in self
            .inner_keys("valid", node, &["from", "until"])
            .unwrap_or_default()
        {
            match key {
                "from" => valid.from = self.moment("valid.from", value),
                _ => valid.until = self.day("valid.until", value),
            }
        }
        if valid
            .from
            .zip(valid.until)
            .is_some_and(|(from, until)| until < from.date())
        {
            let line = self.line(node);
            self.problems.at(line, ValueFault::UntilBeforeFrom);
        }
        valid
    }

    pub(super) fn source(&mut self, node: &Node) -> Option<Source> {
        let keys = self.inner_keys("source", node, &["title", "section"])?;
        let (mut title, mut section) = (None, None);
        for (key, value) in &keys {
            match *key {
                "title" => title = self.text("source.title", value),
                _ => section = self.text("source.section", value),
            }
        }
        self.require("source", node, &keys, &["title"]);
        Some(Source {
            title: title?,
            section,
        })
    }

    fn inner_keys<'n>(
        &mut self,
        key: &str,
        node: &'n Node,
        known: &[&'static str],
    ) -> Option<Keys<'n>> {
        let Value::Keys(pairs) = &node.value else {
            self.wrong_type(key, node, Expected::Keys);
            return None;
        };
        Some(self.keys(pairs, &format!("{key}."), known))
    }

    fn require(&mut self, inside: &str, node: &Node, keys: &Keys<'_>, required: &[&str]) {
        let line = self.line(node);
        for name in required {
            if !keys.iter().any(|(key, _)| key == name) {
                let key = format!("{inside}.{name}");
                self.problems.at(line, ShapeFault::KeyMissing { key });
            }
        }
    }
}
