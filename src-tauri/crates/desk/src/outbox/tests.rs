use super::{Merged, Outbox};
use crate::fault::DeskFault;
use crate::figures::Period;
use crate::masking::{KnownWords, Masked};
use crate::record::{Event, Found, How, Opened, Receipt, Report, ReportKind, Search, Use};
use crate::store::Store;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tempfile::TempDir;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_content::problem::Language;
use yingda_text::Lexicon;

static KNOWN: LazyLock<KnownWords> =
    LazyLock::new(|| KnownWords::of(["挂失", "限额"], Arc::new(Lexicon::new([], []))));

fn now() -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 12:00))
}

fn branch() -> Store {
    let mut store = Store::in_memory().unwrap();
    let person = "林晓".to_owned();
    let (entry, version) = ("card-loss".to_owned(), "v1".to_owned());
    let events = [
        Event::Search(Search {
            person: person.clone(),
            at: now(),
            words: Masked::of("王小明挂失", &KNOWN),
            found: Found::Nothing,
            rung: None,
            took_ms: 3,
            opened: None,
        }),
        Event::Use(Use {
            person: person.clone(),
            at: now(),
            entry: entry.clone(),
            version: version.clone(),
            how: How::Copied,
        }),
        Event::Report(Report {
            person: person.clone(),
            at: now(),
            entry: entry.clone(),
            kind: ReportKind::Wrong,
            line: "王小明说限额是5万".to_owned(),
        }),
        Event::Receipt(Receipt {
            person,
            at: now(),
            entry,
            version,
        }),
    ];
    store.write(&events).unwrap();
    store
}

struct Sent {
    folder: TempDir,
    file: PathBuf,
}

fn sent(store: &Store) -> Sent {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("branch.jsonl");
    let written = store.write_outbox(&file, &KNOWN, now()).unwrap();
    assert_eq!(written, Outbox { records: 4 });
    Sent { folder, file }
}

fn gap_of(store: &Store) -> Option<(String, u32)> {
    let gaps = store.gaps(Period::ending(now(), 7)).unwrap();
    gaps.first().map(|gap| (gap.words.clone(), gap.failed))
}

#[test]
fn an_outbox_names_nobody_but_who_read_and_holds_no_unmasked_word() {
    let text = fs::read_to_string(sent(&branch()).file).unwrap();
    let naming: Vec<&str> = text.lines().filter(|line| line.contains("林晓")).collect();
    assert!(naming.len() == 1 && naming[0].contains("receipt"), "{text}");
    assert!(
        !text.contains('王') && !text.contains("5万") && text.contains("※限额※"),
        "{text}"
    );
}

#[test]
fn merging_the_same_outbox_twice_changes_nothing() {
    let sent = sent(&branch());
    let mut trainer = Store::in_memory().unwrap();
    let first = trainer.merge_outbox(&sent.file, &KNOWN).unwrap();
    assert_eq!(first, Merged { added: 4, known: 0 });
    assert_eq!(gap_of(&trainer), Some(("※挂失".to_owned(), 1)));
    let again = trainer.merge_outbox(&sent.file, &KNOWN).unwrap();
    assert_eq!(again, Merged { added: 0, known: 4 });
    assert_eq!(gap_of(&trainer), Some(("※挂失".to_owned(), 1)));
}

#[test]
fn a_later_outbox_adds_only_what_is_new_and_what_changed() {
    let mut store = branch();
    let early = sent(&store);
    let mut trainer = Store::in_memory().unwrap();
    trainer.merge_outbox(&early.file, &KNOWN).unwrap();
    let opened = Event::OpenedFromLast(Opened {
        entry: "card-loss".to_owned(),
        line: 1,
    });
    store.write(&[opened]).unwrap();
    let late = sent(&store);
    let merged = trainer.merge_outbox(&late.file, &KNOWN).unwrap();
    assert_eq!(merged, Merged { added: 1, known: 3 });
    let totals = trainer.totals(Period::ending(now(), 7)).unwrap();
    assert_eq!((totals.searches, totals.opened), (1, 1));
}

#[test]
fn a_computer_does_not_merge_its_own_outbox() {
    let mut store = branch();
    let sent = sent(&store);
    let merged = store.merge_outbox(&sent.file, &KNOWN).unwrap();
    assert_eq!(merged, Merged { added: 0, known: 4 });
    assert_eq!(gap_of(&store), Some(("※挂失".to_owned(), 1)));
}

#[test]
fn merged_records_are_not_sent_on() {
    let first = sent(&branch());
    let mut trainer = Store::in_memory().unwrap();
    trainer.merge_outbox(&first.file, &KNOWN).unwrap();
    let file = first.folder.path().join("trainer.jsonl");
    let written = trainer.write_outbox(&file, &KNOWN, now()).unwrap();
    assert_eq!(written.records, 0);
}

#[test]
fn a_damaged_outbox_is_told_by_its_line_and_merges_nothing() {
    let sent = sent(&branch());
    let text = fs::read_to_string(&sent.file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let cut = lines[..4].join("\n");
    let half: String = text.chars().take(text.chars().count() - 20).collect();
    let twisted = text.replace("\"found\":2", "\"found\":9");
    let other = text.replace("\"yingda_outbox\":1", "\"yingda_outbox\":7");
    let cases = [
        (String::new(), DeskFault::Outbox { line: 1 }),
        ("{}".to_owned(), DeskFault::Outbox { line: 1 }),
        (cut, DeskFault::Outbox { line: 5 }),
        (half, DeskFault::Outbox { line: 5 }),
        (twisted, DeskFault::Outbox { line: 2 }),
        (other, DeskFault::OutboxForm { form: 7 }),
    ];
    let mut trainer = Store::in_memory().unwrap();
    for (text, fault) in cases {
        fs::write(&sent.file, &text).unwrap();
        assert_eq!(
            trainer.merge_outbox(&sent.file, &KNOWN).unwrap_err(),
            fault,
            "{text}"
        );
        assert!(fault.sentence(Language::Chinese).contains("什么都没有合并"));
    }
    assert_eq!(gap_of(&trainer), None);
}

#[test]
fn bytes_that_are_no_text_are_told_by_their_line() {
    let sent = sent(&branch());
    let mut bytes = fs::read(&sent.file).unwrap();
    let second = bytes.iter().position(|b| *b == b'\n').unwrap() + 2;
    bytes[second] = 0xff;
    fs::write(&sent.file, bytes).unwrap();
    let fault = Store::in_memory()
        .unwrap()
        .merge_outbox(&sent.file, &KNOWN)
        .unwrap_err();
    assert_eq!(fault, DeskFault::Outbox { line: 2 });
}

#[test]
fn what_a_branch_did_not_mask_is_masked_here() {
    let sent = sent(&branch());
    let text = fs::read_to_string(&sent.file)
        .unwrap()
        .replace("※挂失", "王小明6222挂失");
    fs::write(&sent.file, text).unwrap();
    let mut trainer = Store::in_memory().unwrap();
    trainer.merge_outbox(&sent.file, &KNOWN).unwrap();
    assert_eq!(gap_of(&trainer), Some(("※挂失".to_owned(), 1)));
}
