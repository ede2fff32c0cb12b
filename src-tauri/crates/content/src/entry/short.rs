//! Entries made in memory: a question and its answer from a table, not from a file.

use super::{Entry, EntryId, Kind, Status};
use crate::digest;
use crate::document::{Block, Inline};

impl Entry {
    /// A question with its answer as 可直接说, a paragraph a line: a draft like any entry nobody has approved, with no
    /// file behind it ([`Entry::file`] is empty). For measuring a search over somebody's list of questions, where a
    /// hundred thousand files would be in the way.
    ///
    /// Nothing in the two texts is read as Markdown: what looks like a blank or a link is text.
    #[must_use]
    pub fn question(id: EntryId, title: &str, answer: &str) -> Self {
        let paragraphs = answer
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let mut entry = Self {
            id,
            kind: Kind::Faq,
            title: title.to_owned(),
            status: Status::Draft,
            ..Self::blank("")
        };
        entry.card.say = paragraphs
            .map(|line| Block::Paragraph {
                children: vec![Inline::Text {
                    text: line.to_owned(),
                }],
            })
            .collect();
        entry.digest = digest::of(&entry, answer);
        // The digest covers all there is of it.
        entry.file_hash.clone_from(&entry.digest);
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, EntryId};
    use crate::plain::searchable;
    use crate::standing::Standing;
    use crate::{BeijingTime, Kind};
    use time::macros::date;

    fn question(title: &str, answer: &str) -> Entry {
        Entry::question(EntryId::parse("q-1").unwrap(), title, answer)
    }

    #[test]
    fn the_answer_is_what_can_be_said() {
        let entry = question(
            "怎么挂失？",
            "请拨打客服电话。\n\n或者到网点办理 {{甲}} [[乙]]。",
        );
        assert_eq!(
            (entry.kind, entry.title.as_str()),
            (Kind::Faq, "怎么挂失？")
        );
        assert_eq!(
            searchable(&entry.card.say),
            "请拨打客服电话。\n或者到网点办理 {{甲}} [[乙]]。"
        );
        assert_eq!(question("怎么挂失？", "").card.say, []);
    }

    #[test]
    fn nobody_has_approved_it() {
        let noon = BeijingTime::start_of(date!(2026 - 05 - 01));
        assert!(matches!(
            Standing::of(&question("怎么挂失？", "好的。"), noon),
            Standing::Unapproved
        ));
    }

    #[test]
    fn its_content_hash_changes_with_either_text() {
        let hash = |title, answer| question(title, answer).content_hash();
        assert_eq!(hash("挂失", "好的。"), hash("挂失", "好的。"));
        assert_ne!(hash("挂失", "好的。"), hash("解挂", "好的。"));
        assert_ne!(hash("挂失", "好的。"), hash("挂失", "不行。"));
    }
}
