//! Front matter: from YAML to an entry without its text. Every problem of a file is noted, not only the first.

mod days;
mod nested;
mod split;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use days::parse_day;
pub(crate) use split::{Halves, split};

use crate::entry::{Channel, Entry, EntryId, Kind, Stage, Status};
use crate::fault::{ShapeFault, ValueFault};
use crate::problem::Problems;
use crate::yaml::{self, Node, Value};
use values::Reader;

/// All the keys there are.
pub(crate) const KEYS: [&str; 21] = [
    "id",
    "kind",
    "title",
    "aliases",
    "not_for",
    "tags",
    "product",
    "stage",
    "channel",
    "scope",
    "related",
    "owner",
    "must_read",
    "pin",
    "fields",
    "status",
    "approvals",
    "valid",
    "review_by",
    "superseded_by",
    "source",
];

const REQUIRED: [&str; 4] = ["id", "kind", "title", "status"];

/// What was found so far of the keys that an entry can't be without.
#[derive(Default)]
struct Found {
    id: Option<EntryId>,
    kind: Option<Kind>,
    title: Option<String>,
    status: Option<Status>,
    stage: Option<(Stage, usize)>,
}

/// Reads front matter. The entry has no text, digest or hash yet; `None` when there is no entry to speak of: broken
/// YAML, or no usable id, kind, title or status.
pub(crate) fn read(halves: &Halves<'_>, file: &str, problems: &mut Problems) -> Option<Entry> {
    let root = match yaml::parse(halves.yaml) {
        Ok(root) => root,
        Err((line, fault)) => {
            problems.at(line + halves.yaml_line - 1, fault);
            return None;
        }
    };
    let Some(Value::Keys(pairs)) = root.map(|root| root.value) else {
        problems.at(halves.yaml_line, ShapeFault::NotKeys);
        return None;
    };
    let mut reader = Reader {
        problems,
        first_line: halves.yaml_line,
    };
    let keys = reader.keys(&pairs, "", &KEYS);
    for required in REQUIRED {
        if !keys.iter().any(|(key, _)| *key == required) {
            let key = required.to_owned();
            reader
                .problems
                .at(halves.yaml_line - 1, ShapeFault::KeyMissing { key });
        }
    }
    let mut found = Found::default();
    let mut entry = Entry::blank(file);
    for (key, node) in keys {
        reader.essential(key, node, &mut found);
        reader.describing(key, node, &mut entry);
        reader.governing(key, node, &mut entry);
    }
    found.complete(entry, reader.problems)
}

impl Reader<'_> {
    /// What an entry can't be without, and the stage that depends on it.
    fn essential(&mut self, key: &str, node: &Node, found: &mut Found) {
        match key {
            "id" => found.id = self.id(key, node),
            "title" => found.title = self.text(key, node),
            "kind" => found.kind = self.one_of(key, node, &Kind::ALL, Kind::as_str),
            "status" => found.status = self.one_of(key, node, &Status::ALL, Status::as_str),
            "stage" => {
                let stage = self.one_of(key, node, &Stage::ALL, Stage::as_str);
                found.stage = stage.map(|stage| (stage, self.line(node)));
            }
            _ => {}
        }
    }

    /// What describes it and helps to find it.
    fn describing(&mut self, key: &str, node: &Node, entry: &mut Entry) {
        match key {
            "aliases" => entry.aliases = self.words(key, node),
            "not_for" => entry.not_for = self.words(key, node),
            "tags" => entry.tags = self.words(key, node),
            "product" => entry.product = self.text(key, node),
            "related" => entry.related = self.ids(key, node),
            "pin" => entry.pin = self.pin(node),
            "fields" => entry.fields = self.fields(node),
            "source" => entry.source = self.source(node),
            _ => {}
        }
    }

    /// What decides who may say it, and when.
    fn governing(&mut self, key: &str, node: &Node, entry: &mut Entry) {
        match key {
            "channel" => entry.channel = self.channels(node),
            "scope" => entry.scope = self.words(key, node),
            "owner" => entry.owner = self.text(key, node),
            "must_read" => entry.must_read = self.truth(key, node),
            "approvals" => entry.approvals = self.approvals(node),
            "valid" => entry.valid = self.validity(node),
            "review_by" => entry.review_by = self.day(key, node),
            "superseded_by" => entry.superseded_by = self.id(key, node),
            _ => {}
        }
    }

    fn one_of<T: Copy>(
        &mut self,
        key: &str,
        node: &Node,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let word = self.text(key, node)?;
        self.word(key, (word, self.line(node)), all, name)
    }

    fn channels(&mut self, node: &Node) -> Vec<Channel> {
        let mut channels = Vec::new();
        for word in self.texts("channel", node) {
            let channel = self.word("channel", word, &Channel::ALL, Channel::as_str);
            channels.extend(channel.filter(|channel| !channels.contains(channel)));
        }
        if channels.is_empty() {
            Channel::ALL.to_vec()
        } else {
            channels
        }
    }
}

impl Found {
    fn complete(self, rest: Entry, problems: &mut Problems) -> Option<Entry> {
        let kind = self.kind?;
        if let Some((_, line)) = self.stage.filter(|_| kind != Kind::Script) {
            problems.at(
                line,
                ValueFault::StageOnOtherKind {
                    kind: kind.as_str(),
                },
            );
        }
        let stage = self
            .stage
            .filter(|_| kind == Kind::Script)
            .map(|(stage, _)| stage);
        Some(Entry {
            id: self.id?,
            kind,
            title: self.title?,
            status: self.status?,
            stage,
            ..rest
        })
    }
}
