//! The texts and queries that all searches get.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use yingda_app::BeijingTime;
use yingda_app::evaluation::{JudgedSet, Query};
use yingda_content::{Block, Entry, Inline, Library, searchable};

/// What a document says: its names, and everything else.
pub(crate) struct Document {
    /// A question; or title, aliases and tags of an entry, a line each.
    pub(crate) question: String,
    /// The answer; or all other text of an entry.
    pub(crate) answer: String,
}

/// What Yingda itself is built of.
pub(crate) enum Source {
    /// Questions and answers.
    Set(JudgedSet),
    /// Whole entries with the words of the bank, on the day their judged queries are meant for.
    Library(Library, BeijingTime),
}

/// Documents and judged queries.
pub(crate) struct Data {
    pub(crate) name: String,
    pub(crate) documents: Vec<Document>,
    pub(crate) queries: Vec<Query>,
    pub(crate) source: Source,
}

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The shipped knowledge base.
pub(crate) fn knowledge() -> PathBuf {
    project().join("knowledge")
}

impl Data {
    /// A folder of `corpus.tsv`, `queries.tsv` and `qrels.tsv`.
    pub(crate) fn judged_set(folder: &Path) -> Self {
        let mut set = JudgedSet::read(folder).unwrap_or_else(|fault| {
            println!("{fault}");
            std::process::exit(1);
        });
        let documents = set.questions.iter().map(|one| Document {
            question: one.question.clone(),
            answer: one.answer.clone(),
        });
        let documents = documents.collect();
        let mut queries = std::mem::take(&mut set.queries);
        queries.retain(|query| !query.answers.is_empty());
        Self {
            name: folder.display().to_string(),
            documents,
            queries,
            source: Source::Set(set),
        }
    }

    /// The shipped entries and their judged queries.
    pub(crate) fn shipped() -> Self {
        let library = yingda_content::load(&knowledge()).library;
        let judged = yingda_content::load_judged(&knowledge(), &library);
        let position = |id| library.entries().iter().position(|entry| entry.id == id);
        let soft = judged.queries.into_iter().filter(|query| !query.hard);
        let queries = soft.map(|query| Query {
            text: query.query,
            answers: query.expected.into_iter().filter_map(position).collect(),
            itself: None,
        });
        let queries: Vec<Query> = queries.collect();
        assert!(queries.iter().all(|query| query.answers != BTreeSet::new()));
        let day = BeijingTime::start_of(judged.day.expect("a fixed day"));
        Self {
            name: "the judged queries of knowledge/, without the hard ones".to_owned(),
            documents: library.entries().iter().map(document).collect(),
            queries,
            source: Source::Library(library, day),
        }
    }
}

/// Everything an entry says, so that no search has to do without a word that another one has.
fn document(entry: &Arc<Entry>) -> Document {
    let names = std::iter::once(&entry.title)
        .chain(&entry.aliases)
        .chain(&entry.tags)
        .chain(&entry.product);
    let card = &entry.card;
    let mut answer = vec![searchable(&card.say)];
    answer.extend(card.must.iter().map(|sentence| line(sentence)));
    for pair in &card.never {
        answer.push(line(&pair.phrase));
        answer.extend(pair.instead.as_ref().map(|instead| line(instead)));
    }
    for section in &entry.sections {
        answer.extend([section.title.clone(), searchable(&section.blocks)]);
    }
    for step in &entry.steps {
        answer.extend([step.title.clone(), searchable(&step.blocks)]);
        answer.extend(step.checks.iter().map(|check| line(check)));
        answer.extend(step.branches.iter().map(|branch| line(&branch.when)));
    }
    answer.push(searchable(&card.internal));
    Document {
        question: names.map(String::as_str).collect::<Vec<_>>().join("\n"),
        answer: answer.join("\n"),
    }
}

fn line(sentence: &[Inline]) -> String {
    searchable(&[Block::Paragraph {
        children: sentence.to_vec(),
    }])
}
