use super::{NotMarked, NotSaved, VocabularySession, view};
use crate::contract::{
    BenchChangeKind, BenchProgress, BenchRequest, CustomerWords, EntryEdit, Movement, RowEdit,
    TrialRequest, TrialSearch, TrialView, VocabularyEdits, VocabularyPlace,
};
use crate::snapshot::{IndexPlace, Snapshot};
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::date;
use yingda_content::BeijingTime;

const SYNONYMS: &str = "vocabulary/synonyms.tsv";
const JUDGED: &str = "judged/daily.tsv";

/// A bank with three entries, its words, and the session over it.
struct Bank {
    folder: TempDir,
    session: VocabularySession,
    saved: Arc<Snapshot>,
}

fn now() -> BeijingTime {
    BeijingTime::start_of(date!(2026 - 11 - 22))
}

fn entry(id: &str, title: &str, front: &str) -> String {
    format!(
        "---\nid: {id}\nkind: faq\ntitle: {title}\n{front}status: draft\n---\n## 可直接说\n好的。\n"
    )
}

fn bank() -> Bank {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["entries", "vocabulary", "judged", ".git"] {
        fs::create_dir_all(root.join(name)).unwrap();
    }
    let put = |file: &str, text: &str| fs::write(root.join(file), text).unwrap();
    put(
        "entries/card-loss.md",
        &entry("card-loss", "银行卡挂失", "aliases: [卡丢了] # 客户原话\n"),
    );
    put("entries/limit.md", &entry("limit", "转账限额调整", ""));
    put("entries/close.md", &entry("close", "销户办理", ""));
    put(SYNONYMS, "# 近义词\n挂失\t遗失\n");
    put(JUDGED, "挂失\thanzi\tcard-loss\t\n额度\thanzi\tlimit\t\n");
    put("judged/floors.tsv", "date\t2026-11-22\nhanzi\t0.9\t1.0\n");
    let saved = Arc::new(taken(&folder));
    Bank {
        folder,
        session: VocabularySession::default(),
        saved,
    }
}

fn taken(folder: &TempDir) -> Snapshot {
    Snapshot::take(folder.path(), IndexPlace::Memory, None, &mut |_, _| {})
        .unwrap()
        .0
}

impl Bank {
    fn try_edits(&self, edits: VocabularyEdits, query: &str) -> TrialView {
        let query = query.to_owned();
        let request = TrialRequest { edits, query };
        let saved = Arc::clone(&self.saved);
        self.session
            .try_edits(self.folder.path(), saved, &request, now())
            .unwrap()
    }

    /// Writes what saving the edits would write, and reads the bank again as a desk does.
    fn save(&mut self, edits: &VocabularyEdits) {
        for file in self
            .session
            .files(self.folder.path(), &self.saved, edits)
            .unwrap()
        {
            let path = self.folder.path().join(&file.file);
            assert_eq!(file.before, fs::read_to_string(&path).ok());
            fs::write(path, file.after.unwrap()).unwrap();
        }
        self.saved = Arc::new(taken(&self.folder));
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.path().join(file)).unwrap()
    }

    fn bench(&self, edits: VocabularyEdits) -> BenchProgress {
        let request = BenchRequest { edits, from: 0 };
        let saved = Arc::clone(&self.saved);
        self.session
            .bench_step(self.folder.path(), saved, &request, now())
            .unwrap()
    }
}

fn rows(rows: Vec<RowEdit>) -> VocabularyEdits {
    VocabularyEdits {
        rows,
        entries: Vec::new(),
    }
}

fn added(file: &str, cells: &[&str]) -> RowEdit {
    RowEdit {
        file: file.to_owned(),
        line: None,
        was: String::new(),
        cells: Some(cells.iter().map(|cell| (*cell).to_owned()).collect()),
    }
}

fn row(file: &str, line: u32, was: &str, cells: Option<&[&str]>) -> RowEdit {
    RowEdit {
        line: Some(line),
        was: was.to_owned(),
        cells: cells.map(|cells| cells.iter().map(|cell| (*cell).to_owned()).collect()),
        ..added(file, &[])
    }
}

fn words(aliases: &[&str], not_for: &[&str]) -> CustomerWords {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    CustomerWords {
        aliases: owned(aliases),
        not_for: owned(not_for),
        pin: 0,
    }
}

fn of_entry(id: &str, was: CustomerWords, words: CustomerWords) -> VocabularyEdits {
    let id = id.to_owned();
    VocabularyEdits {
        entries: vec![EntryEdit { id, was, words }],
        rows: Vec::new(),
    }
}

fn hits(trial: TrialView) -> Vec<(String, Movement)> {
    let hits = trial.search.unwrap().hits.into_iter();
    hits.map(|hit| (hit.hit.id, hit.movement)).collect()
}

#[test]
fn a_synonym_finds_before_it_is_saved_and_is_gone_when_it_is_taken_back() {
    let bank = bank();
    let synonym = || rows(vec![added(SYNONYMS, &["限额", "封顶"])]);
    assert_eq!(hits(bank.try_edits(VocabularyEdits::default(), "封顶")), []);
    let found = bank.try_edits(synonym(), "封顶");
    assert_eq!(found.faults, []);
    assert!(!found.search.as_ref().unwrap().hits[0].points.is_empty());
    assert_eq!(hits(found), [("limit".to_owned(), Movement::New)]);
    assert_eq!(hits(bank.try_edits(VocabularyEdits::default(), "封顶")), []);
    assert_eq!(bank.text(SYNONYMS), "# 近义词\n挂失\t遗失\n");
}

#[test]
fn an_alias_moves_its_entry_up_and_a_negative_word_takes_it_away() {
    let bank = bank();
    let before = words(&["卡丢了"], &[]);
    let edit = of_entry("card-loss", before.clone(), words(&["卡丢了", "限额"], &[]));
    let found = hits(bank.try_edits(edit, "限额"));
    assert_eq!(found[0], ("card-loss".to_owned(), Movement::New));
    assert_eq!(found[1], ("limit".to_owned(), Movement::Down { by: 1 }));
    let kept_out = of_entry("card-loss", before, words(&["卡丢了"], &["银行"]));
    let search: TrialSearch = bank.try_edits(kept_out, "银行卡挂失").search.unwrap();
    assert_eq!(search.gone[0].id, "card-loss");
}

#[test]
fn a_save_changes_the_lines_that_were_edited_and_nothing_else() {
    let mut bank = bank();
    let mut edits = of_entry(
        "card-loss",
        words(&["卡丢了"], &[]),
        words(&["卡丢了", "卡没了"], &[]),
    );
    edits.rows = vec![
        row(SYNONYMS, 2, "挂失\t遗失", Some(&["挂失", "遗失", "弄丢"])),
        added("vocabulary/words.txt", &["封顶额", ""]),
        row(JUDGED, 1, "挂失\thanzi\tcard-loss\t", None),
    ];
    bank.save(&edits);
    assert_eq!(bank.text(SYNONYMS), "# 近义词\n挂失\t遗失\t弄丢\n");
    assert_eq!(bank.text("vocabulary/words.txt"), "封顶额\n");
    assert_eq!(bank.text(JUDGED), "额度\thanzi\tlimit\t\n");
    assert!(
        bank.text("entries/card-loss.md")
            .contains("卡没了] # 客户原话\n")
    );
    // The trial goes on over what is saved now.
    assert_eq!(
        hits(bank.try_edits(VocabularyEdits::default(), "卡没了"))[0].1,
        Movement::Same
    );
}

#[test]
fn an_edit_that_cannot_be_saved_says_why_and_the_others_are_tried() {
    let bank = bank();
    let edits = || {
        rows(vec![
            added(SYNONYMS, &["限额"]),
            added(SYNONYMS, &["限额", "封顶"]),
        ])
    };
    let trial = bank.try_edits(edits(), "封顶");
    assert_eq!(trial.faults[0].place, VocabularyPlace::Added { index: 0 });
    assert_eq!(hits(trial).len(), 1);
    let refused = bank
        .session
        .files(bank.folder.path(), &bank.saved, &edits());
    assert!(matches!(refused, Err(NotSaved::Faults(faults)) if faults.len() == 1));
    let nothing = bank
        .session
        .files(bank.folder.path(), &bank.saved, &VocabularyEdits::default());
    assert_eq!(nothing, Err(NotSaved::Nothing));
}

#[test]
fn what_was_changed_meanwhile_is_never_overwritten() {
    let bank = bank();
    let stale = rows(vec![row(
        SYNONYMS,
        2,
        "挂失\t丢失",
        Some(&["挂失", "没了"]),
    )]);
    assert_eq!(bank.try_edits(stale, "").faults.len(), 1);
    let stale = of_entry("card-loss", words(&[], &[]), words(&["没了"], &[]));
    assert_eq!(bank.try_edits(stale, "").faults.len(), 1);
    let outside = rows(vec![
        added("entries/limit.md", &["x"]),
        added("../x.tsv", &["x"]),
    ]);
    assert_eq!(bank.try_edits(outside, "").faults.len(), 2);
}

#[test]
fn the_first_judged_query_of_a_bank_makes_its_file() {
    let mut bank = bank();
    fs::remove_dir_all(bank.folder.path().join("judged")).unwrap();
    let first = ["卡丢了", "hanzi", "card-loss", ""];
    fs::create_dir(bank.folder.path().join("judged")).unwrap();
    bank.save(&rows(vec![added(JUDGED, &first)]));
    assert_eq!(bank.text(JUDGED), "卡丢了\thanzi\tcard-loss\t\n");
}

#[test]
fn doubles_and_contradictions_are_told_of() {
    let bank = bank();
    let mut edits = of_entry(
        "card-loss",
        words(&["卡丢了"], &[]),
        words(&["卡丢了", "销户"], &["丢"]),
    );
    edits.rows = vec![
        added("vocabulary/readings.tsv", &["重庆", "chong qing"]),
        added("vocabulary/readings.tsv", &["重庆", "zhong qing"]),
        added(SYNONYMS, &["遗失", "丢失"]),
        added(JUDGED, &["挂失", "hanzi", "close", ""]),
        added(JUDGED, &["我的卡丢了", "sentence", "card-loss", ""]),
    ];
    let notes = bank.try_edits(edits, "").notes;
    let told = |piece: &str| {
        notes
            .iter()
            .find(|note| note.what.zh.contains(piece))
            .unwrap()
    };
    assert!(told("「重庆」写了两种读音").contradiction);
    assert!(told("「挂失」评了两次，第一条不一样").contradiction);
    assert!(told("别名「卡丢了」里有排除词「丢」").contradiction);
    assert!(told("「我的卡丢了」应得《银行卡挂失》").contradiction);
    assert!(!told("「遗失」在两组同义词里").contradiction);
    assert_eq!(notes.len(), 5);
    assert_eq!(bank.try_edits(VocabularyEdits::default(), "").notes, []);
}

#[test]
fn the_bench_counts_classes_against_their_floors_and_what_changed_since_the_mark() {
    let bank = bank();
    assert_eq!(
        bank.session.mark(bank.folder.path(), now()),
        Err(NotMarked::NoWholeRun)
    );
    let first = bank.bench(VocabularyEdits::default());
    assert_eq!((first.done, first.total), (2, 2));
    let first = first.result.unwrap();
    assert!(first.classes[0].below);
    assert_eq!(first.failed[0].query, "额度");
    assert_eq!(first.mark, None);
    assert_eq!(
        bank.session
            .mark(bank.folder.path(), now())
            .unwrap()
            .queries,
        2
    );
    let synonym = rows(vec![added(SYNONYMS, &["限额", "额度"])]);
    let second = bank.bench(synonym).result.unwrap();
    assert!(!second.classes[0].below);
    assert_eq!(second.changes[0].change, BenchChangeKind::NewlyPassing);
    assert_eq!(
        (second.changes[0].before, second.changes[0].query.rank),
        (None, Some(1))
    );
    // A run over words that are not saved is no mark.
    assert_eq!(
        bank.session.mark(bank.folder.path(), now()),
        Err(NotMarked::NoWholeRun)
    );
}

#[test]
fn the_view_shows_every_file_with_its_rows_and_keeps_comments_out() {
    let bank = bank();
    let view = view(bank.folder.path(), &bank.saved.library);
    let files: Vec<(&str, usize)> = view
        .tables
        .iter()
        .map(|table| (table.file.as_str(), table.rows.len()))
        .collect();
    assert_eq!(
        files,
        [
            ("vocabulary/words.txt", 0),
            ("vocabulary/readings.tsv", 0),
            (SYNONYMS, 1),
            (JUDGED, 2)
        ]
    );
    assert_eq!(view.tables[2].rows[0].line, 2);
    assert_eq!(view.entries[0].words, words(&["卡丢了"], &[]));
}
