//! The digest that binds an approval to a text.
//!
//! It covers what is said and to whom: title, kind, text, fields, channel, scope, validity. Status, approvals, aliases,
//! not-for words, tags, pin, related entries, owner, review day, successor and source are *not* in it: a trainer may add
//! an alias or mark an entry as withdrawn without a new approval.

use crate::entry::{Entry, FieldSpec};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Changes when the form below does, so that an old digest can't fit by chance.
const FORM: &str = "yingda-approval-1";

/// The digest of an entry with the given text: `sha256:` and 64 hex digits.
pub(crate) fn of(entry: &Entry, body: &str) -> String {
    let mut form = Form::default();
    form.text(FORM);
    form.text(&entry.title);
    form.text(entry.kind.as_str());
    form.text(&settled(body));
    form.count(entry.fields.len());
    for (name, spec) in &entry.fields {
        form.field(name, spec);
    }
    let mut channels: Vec<&str> = entry
        .channel
        .iter()
        .map(|channel| channel.as_str())
        .collect();
    channels.sort_unstable();
    form.list(&channels);
    let mut scope: Vec<&str> = entry.scope.iter().map(String::as_str).collect();
    scope.sort_unstable();
    form.list(&scope);
    form.text(
        &entry
            .valid
            .from
            .map(|from| from.reading().to_string())
            .unwrap_or_default(),
    );
    form.text(
        &entry
            .valid
            .until
            .map(|until| until.to_string())
            .unwrap_or_default(),
    );
    format!("sha256:{}", hex(&form.0.finalize()))
}

/// The text as it counts: line ends of any system are one, blanks at line ends and empty lines at the end are none.
fn settled(body: &str) -> String {
    let unified = body.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = unified.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Texts one after the other, each behind its length, so that no two entries run into the same bytes.
#[derive(Default)]
struct Form(Sha256);

impl Form {
    fn count(&mut self, count: usize) {
        self.0
            .update(u64::try_from(count).unwrap_or(u64::MAX).to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.update(text.as_bytes());
    }

    fn list(&mut self, texts: &[&str]) {
        self.count(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    fn field(&mut self, name: &str, spec: &FieldSpec) {
        self.text(name);
        self.text(spec.kind.as_str());
        self.text(if spec.required {
            "required"
        } else {
            "optional"
        });
        let options: Vec<&str> = spec.options.iter().map(String::as_str).collect();
        self.list(&options);
    }
}
