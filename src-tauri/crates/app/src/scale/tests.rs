//! A bench of a few dozen entries: that all of it is measured, not how fast.

use super::{Scale, ScaleFault, Wanted, measure};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// `printf 'a\t怎么挂失银行卡\t请拨打客服电话。\nb\t转账多久到账\n' | zstd`
const PACKED: &[u8] = include_bytes!("two-questions.tsv.zst");

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    fn measure(
        &self,
        entries: usize,
        corpus: Option<&Path>,
        knowledge: Option<&Path>,
    ) -> Result<Scale, ScaleFault> {
        let index = self.folder.path().join("index");
        fs::create_dir_all(&index).unwrap();
        measure(&Wanted {
            entries,
            corpus,
            knowledge,
            index: &index,
        })
    }
}

#[test]
fn a_corpus_that_is_smaller_than_what_is_wanted_is_recombined_and_measured_whole() {
    let place = Place::new();
    let corpus = place.file(
        "corpus.tsv",
        "a\t怎么挂失银行卡\t请拨打客服电话。\nb\t转账多久到账\nc\t信用卡年费\n".as_bytes(),
    );
    let scale = place.measure(9, Some(&corpus), None).unwrap();
    assert_eq!(scale.entries, 9);
    assert!(scale.index_bytes > 0);
    // One key for each character; the letters are more.
    assert_eq!(scale.keys.han.len(), 7 + 6 + 5);
    assert!(scale.keys.pinyin.len() > scale.keys.han.len());
    assert_eq!(
        scale.keys.all().len(),
        scale.keys.han.len() + scale.keys.pinyin.len()
    );
    assert!(scale.edit_found.is_some());
}

#[test]
fn a_packed_corpus_is_unpacked() {
    let place = Place::new();
    let corpus = place.file("corpus.tsv.zst", PACKED);
    let scale = place.measure(2, Some(&corpus), None).unwrap();
    assert_eq!((scale.entries, scale.keys.han.len()), (2, 13));
    let both = place.file("both.tsv.zst", &[PACKED, PACKED].concat());
    let twice = place.measure(2, Some(&both), None).unwrap_err();
    assert!(
        twice
            .to_string()
            .contains("both.tsv.zst:3 has the id a again"),
        "{twice}"
    );
    let cut = place.file("cut.tsv.zst", &PACKED[..PACKED.len() / 2]);
    let cut = place.measure(2, Some(&cut), None).unwrap_err();
    assert!(
        cut.to_string().contains("cut.tsv.zst can't be read"),
        "{cut}"
    );
}

#[test]
fn without_a_corpus_titles_and_customers_words_of_the_library_are_used() {
    let place = Place::new();
    place.file(
        "bank/entries/a.md",
        "---\nid: a\nkind: script\ntitle: 银行卡挂失\naliases: [卡丢了]\nstatus: draft\n---\n## 可直接说\n好的。\n"
            .as_bytes(),
    );
    let bank = place.folder.path().join("bank");
    let scale = place.measure(2, None, Some(&bank)).unwrap();
    assert_eq!((scale.entries, scale.keys.han.len()), (2, 5 + 3));
}

#[test]
fn it_is_said_when_there_are_no_questions_or_too_few() {
    let place = Place::new();
    let nothing = place.measure(5, None, None).unwrap_err();
    assert!(
        nothing
            .to_string()
            .starts_with("no questions here; name a file with --corpus")
    );
    let corpus = place.file("corpus.tsv", "a\t怎么挂失\nb\t转账限额\n".as_bytes());
    let few = place.measure(100, Some(&corpus), None).unwrap_err();
    assert!(
        few.to_string()
            .starts_with("the questions make 4 different entries"),
        "{few}"
    );
}
