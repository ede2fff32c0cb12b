//! The digest that binds an approval to a text.
//!
//! It covers what is said and to whom: title, kind, text, fields, channel, scope, validity. Status, approvals, aliases,
//! not-for words, tags, pin, related entries, owner, review day, successor and source are *not* in it: a trainer may add
//! an alias or mark an entry as withdrawn without a new approval.

use crate::clock::BeijingTime;
use crate::entry::{Entry, FieldSpec};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use time::Date;

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
    form.text(&entry.valid.from.map(moment).unwrap_or_default());
    form.text(&entry.valid.until.map(day).unwrap_or_default());
    format!("sha256:{}", hex(&form.0.finalize()))
}

/// Written out here: how a library shows a date may change, and this form must not.
fn day(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

fn moment(moment: BeijingTime) -> String {
    let clock = moment.reading().time();
    format!(
        "{}T{:02}:{:02}",
        day(moment.date()),
        clock.hour(),
        clock.minute()
    )
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

#[cfg(test)]
mod tests {
    use crate::entry::Entry;
    use crate::reading::read_entry;

    const FRONT: &str = "id: a\nkind: script\ntitle: 挂失\nstatus: draft\nscope: [北京, 上海]\n\
        fields: {称呼: {type: text}}\nvalid: {from: 2026-05-01, until: 2027-04-30}\n";
    const BODY: &str = "## 可直接说\n{{称呼}}，您好。\n";

    fn read(front: &str, body: &str) -> Entry {
        read_entry("entries/a.md", &format!("---\n{front}---\n{body}"))
            .entry
            .unwrap()
    }

    fn digest(front: &str, body: &str) -> String {
        read(front, body).digest
    }

    #[test]
    fn it_is_named_hex_and_never_changes_for_one_text() {
        // Approvals in the field are bound to this form: if this value changes, all of them lapse.
        let frozen = "sha256:991f53ac995926fef8a1f315b7f4a79b76fbc860e9bb92a01d05e9b44624d192";
        assert_eq!(digest(FRONT, BODY), frozen);
    }

    #[test]
    fn what_is_said_and_to_whom_changes_it() {
        for (old, new) in [
            ("挂失", "解挂"),
            ("kind: script", "kind: faq"),
            ("上海", "天津"),
            ("type: text", "type: amount"),
            ("称呼: {type: text}", "称呼: {required: true}"),
            ("2026-05-01", "2026-05-01T00:01"),
            ("2027-04-30", "2027-05-01"),
            ("scope:", "channel: [phone]\nscope:"),
        ] {
            assert_ne!(
                digest(&FRONT.replace(old, new), BODY),
                digest(FRONT, BODY),
                "{old}"
            );
        }
        assert_ne!(
            digest(FRONT, &BODY.replace("您好", "你好")),
            digest(FRONT, BODY)
        );
    }

    #[test]
    fn what_only_helps_to_find_it_does_not() {
        let more = "aliases: [卡丢了]\nnot_for: [存折]\ntags: [x]\npin: 2\nowner: y\nmust_read: true\nrelated: [b]\n\
            review_by: 2026-12-01\nsuperseded_by: c\nsource: {title: z}\nproduct: 借记卡\nstage: 开场\n";
        let front = FRONT.replace("draft", "withdrawn") + more;
        assert_eq!(digest(&front, BODY), digest(FRONT, BODY));
    }

    #[test]
    fn writing_the_same_differently_does_not() {
        let same = FRONT
            .replace("[北京, 上海]", "[上海, 北京]")
            .replace("{type: text}", "{}")
            + "channel: [counter, phone]\n";
        assert_eq!(
            digest(&same.replace("2026-05-01", "2026-05-01T00:00"), BODY),
            digest(FRONT, BODY)
        );
        assert_eq!(
            digest(FRONT, &BODY.replace('\n', "  \r\n")),
            digest(FRONT, BODY)
        );
        assert_eq!(digest(FRONT, &format!("{BODY}\n\n")), digest(FRONT, BODY));
    }

    #[test]
    fn the_content_hash_sees_everything() {
        let changed = FRONT.to_owned() + "aliases: [卡丢了]\n";
        assert_ne!(
            read(&changed, BODY).content_hash(),
            read(FRONT, BODY).content_hash()
        );
        assert_eq!(
            read(FRONT, BODY).content_hash(),
            read(FRONT, BODY).content_hash()
        );
    }
}
