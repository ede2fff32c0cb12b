//! Lists of questions for measuring, and the library made of one: no entry is read from a file or written to one.

mod fault;
pub(crate) mod list;
mod table;

pub use fault::{At, TableFault};
pub(crate) use table::{Row, Table};

use std::path::Path;
use std::sync::Arc;
use time::macros::date;
use yingda_content::BeijingTime;
use yingda_content::entry::{Approval, Entry, EntryId, Status};
use yingda_content::library::Library;
use yingda_content::vocabulary::{self, Vocabulary};

/// A question with its answer; the answer may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is asked; the entry's title.
    pub question: String,
    /// What can be said.
    pub answer: String,
}

/// The day on which such entries are approved, and on which they are searched: standing plays no part.
pub(crate) fn day() -> BeijingTime {
    BeijingTime::start_of(date!(2026 - 01 - 01))
}

/// The words of the library in a folder, as far as they can be read; none where no folder is named.
pub(crate) fn words_of(knowledge: Option<&Path>) -> Vocabulary {
    knowledge.map_or_else(Vocabulary::default, |folder| vocabulary::load(folder).0)
}

/// The id of the question at a position: ids keep the order of the list.
pub(crate) fn id_at(position: usize) -> Option<EntryId> {
    EntryId::parse(&format!("q-{position:09}"))
}

/// The position that an id stands for.
pub(crate) fn position_of(id: &str) -> Option<usize> {
    id.strip_prefix("q-")?.parse().ok()
}

/// An approved entry for the question at a position. The approval says of itself that it is a demonstration.
pub(crate) fn entry_at(position: usize, question: &str, answer: &str) -> Option<Arc<Entry>> {
    let mut entry = Entry::question(id_at(position)?, question, answer);
    entry.status = Status::Approved;
    entry.approvals = vec![Approval {
        role: String::new(),
        by: "演示".to_owned(),
        date: day().date(),
        number: Some("演示".to_owned()),
        digest: Some(entry.digest.clone()),
    }];
    Some(Arc::new(entry))
}

/// All questions as a library with the words of a bank.
pub(crate) fn library<'a>(
    questions: impl Iterator<Item = &'a Question>,
    words: Vocabulary,
) -> Library {
    let entries = questions
        .enumerate()
        .filter_map(|(position, one)| entry_at(position, &one.question, &one.answer));
    Library::new(entries.collect(), words)
}

#[cfg(test)]
mod tests {
    use super::{Question, day, library, position_of};
    use yingda_content::{Standing, Vocabulary};

    #[test]
    fn questions_become_entries_that_may_be_said_in_the_order_of_the_list() {
        let questions = ["怎么挂失", "怎么解挂"].map(|question| Question {
            question: question.to_owned(),
            answer: "请到网点。".to_owned(),
        });
        let library = library(questions.iter(), Vocabulary::default());
        for (position, entry) in library.entries().iter().enumerate() {
            assert_eq!(entry.title, questions[position].question);
            assert_eq!(position_of(entry.id.as_str()), Some(position));
            assert!(matches!(Standing::of(entry, day()), Standing::Approved(_)));
        }
        assert_eq!(library.len(), 2);
    }
}
