use crate::contract::{
    DueWhy, ErrorCode, GapAlias, InsightsView, OpenWorkspace, OpenedLine, ReportNote, ReportedKind,
    SearchNote, SearchRequest, Settings,
};
use crate::desk::{Desk, Places};
use crate::training::Training;
use std::fs;
use std::sync::Arc;
use tempfile::TempDir;
use time::Duration;
use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_search::RungStep;

struct Bank {
    folder: TempDir,
    training: Training,
}

fn entry(id: &str, title: &str, more: &str) -> String {
    format!(
        "---\nid: {id}\nkind: faq\ntitle: {title}\n{more}status: draft\n---\n## 可直接说\n好的。\n"
    )
}

fn at(seconds: i64) -> BeijingTime {
    BeijingTime::wall(datetime!(2026-11-22 10:00) + Duration::seconds(seconds))
}

fn failed(text: &str) -> SearchNote {
    SearchNote {
        text: text.to_owned(),
        took_us: 900,
        ..SearchNote::default()
    }
}

impl Bank {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let entries = folder.path().join("knowledge/entries");
        fs::create_dir_all(&entries).unwrap();
        let loss = entry(
            "card-loss",
            "银行卡挂失",
            "aliases: [卡丢了]\nmust_read: true\nreview_by: 2026-11-19\n",
        );
        fs::write(entries.join("card-loss.md"), loss).unwrap();
        fs::write(
            entries.join("fee.md"),
            entry(
                "fee",
                "年费减免",
                "owner: 林老师\nvalid: {until: 2026-12-01}\n",
            ),
        )
        .unwrap();
        Self::over(folder)
    }

    fn over(folder: TempDir) -> Self {
        let knowledge = folder.path().join("knowledge");
        let desk = Arc::new(Desk::new(Places {
            knowledge: knowledge.clone(),
            index: Some(folder.path().join("data/index")),
            settings: folder.path().join("settings"),
            model: None,
        }));
        desk.load(&|_| ());
        let training = Training::new(desk, knowledge, Arc::new(|_| ()));
        Self { folder, training }
    }

    fn with_workspace() -> Self {
        let bank = Self::new();
        let request = OpenWorkspace {
            folder: bank.folder.path().join("workspace").display().to_string(),
            person: "周老师".to_owned(),
            create: true,
        };
        bank.training.open_workspace(&request, at(0)).unwrap();
        bank
    }

    fn desk(&self) -> &Desk {
        self.training.desk()
    }

    fn insights(&self) -> InsightsView {
        self.desk().insights(7, at(0)).unwrap()
    }

    fn gaps(&self) -> Vec<String> {
        self.insights()
            .gaps
            .into_iter()
            .map(|gap| gap.words)
            .collect()
    }

    fn finds(&self, text: &str) -> Vec<String> {
        let request = SearchRequest {
            text: text.to_owned(),
            ..SearchRequest::default()
        };
        let found = self.desk().search(&request, at(0)).unwrap();
        found.hits.into_iter().map(|hit| hit.id).collect()
    }
}

#[test]
fn a_failed_search_is_a_gap_in_masked_words_with_the_nearest_entry() {
    let bank = Bank::new();
    bank.desk().searched(&failed("王小明的年费6222"), at(0));
    let view = bank.insights();
    assert_eq!(
        (view.now.searches, view.now.failed, view.before.searches),
        (1, 1, 0)
    );
    let gap = &view.gaps[0];
    assert_eq!((gap.words.as_str(), gap.alias.as_str()), ("※年费※", "年费"));
    assert_eq!((gap.last.as_str(), gap.days_ago), ("2026-11-22 10:00", 0));
    assert_eq!(gap.nearest.as_ref().unwrap().id, "fee");
}

#[test]
fn nothing_that_was_typed_lies_in_the_folder() {
    let bank = Bank::new();
    bank.desk().searched(&failed("王小明的年费62229988"), at(0));
    bank.desk().close_record();
    let files = fs::read_dir(bank.folder.path().join("data")).unwrap();
    let files = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.is_file());
    let kept: Vec<u8> = files.flat_map(|path| fs::read(path).unwrap()).collect();
    let holds = |text: &str| {
        kept.windows(text.len())
            .any(|bytes| bytes == text.as_bytes())
    };
    assert!(holds("年费"));
    assert!(!holds("王小明") && !holds("小明") && !holds("6222"));
}

#[test]
fn a_failed_search_followed_at_once_by_another_was_typed_anew() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    bank.desk().searched(&failed("减免"), at(29));
    bank.desk().searched(&failed("挂失"), at(60));
    let totals = bank.insights().now;
    assert_eq!((totals.searches, totals.retyped), (3, 1));
}

#[test]
fn what_is_opened_after_the_rest_belongs_to_the_same_search() {
    let bank = Bank::new();
    let rested = SearchNote {
        total: 3,
        rung: Some(RungStep::FewerWords),
        ..failed("年费")
    };
    bank.desk().searched(&rested, at(0));
    let opened = SearchNote {
        opened: Some(OpenedLine {
            id: "fee".to_owned(),
            line: 1,
        }),
        ..rested.clone()
    };
    bank.desk().searched(&opened, at(4));
    bank.desk().searched(&rested, at(9));
    let totals = bank.insights().now;
    assert_eq!(
        (
            totals.searches,
            totals.relaxed,
            totals.opened,
            totals.first_line
        ),
        (2, 2, 1, 1)
    );
    assert_eq!(totals.retyped, 0);
}

#[test]
fn who_wants_no_use_remembered_is_not_recorded_and_forgetting_empties_the_record() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    bank.desk().forget_use().unwrap();
    let off = Settings {
        remember_use: false,
        ..Settings::default()
    };
    bank.desk().save_settings(&off).unwrap();
    bank.desk().searched(&failed("年费"), at(1));
    bank.desk().opened("card-loss", at(1)).unwrap();
    let view = bank.insights();
    assert!(view.now.searches == 0 && view.gaps.is_empty() && view.most_used.is_empty());
}

#[test]
fn use_reports_receipts_and_what_is_due_are_told() {
    let bank = Bank::new();
    bank.training.be_person("林晓", at(0)).unwrap();
    bank.desk().opened("card-loss", at(0)).unwrap();
    let report = ReportNote {
        id: "fee".to_owned(),
        query: String::new(),
        kind: ReportedKind::Outdated,
        line: "  金额\n改了 ".to_owned(),
    };
    bank.desk().report(&report, at(0)).unwrap();
    let view = bank.insights();
    assert_eq!(
        (
            view.most_used[0].entry.id.as_str(),
            view.most_used[0].opened
        ),
        ("card-loss", 1)
    );
    assert_eq!(
        (
            view.reports[0].line.as_str(),
            view.reports[0].person.as_str()
        ),
        ("金额 改了", "林晓")
    );
    assert!(view.must_read[0].read.is_empty());
    let due: Vec<_> = view
        .due
        .iter()
        .map(|due| (due.entry.id.as_str(), due.why, due.days))
        .collect();
    assert_eq!(
        due,
        [("card-loss", DueWhy::Review, -3), ("fee", DueWhy::Ends, 9)]
    );
}

#[test]
fn a_report_of_a_search_keeps_words_of_the_vocabulary_and_can_be_taken_back() {
    let bank = Bank::new();
    let report = ReportNote {
        id: String::new(),
        query: "王小明的年费6222".to_owned(),
        kind: ReportedKind::Missing,
        line: "回电13812345678".to_owned(),
    };
    let number = bank.desk().report(&report, at(0)).unwrap();
    let told = bank.insights().reports;
    assert_eq!(told[0].line, "「※年费※」 回电****5678");
    assert!(told[0].entry.is_none() && told[0].id.is_empty());
    bank.desk().take_back_report(number).unwrap();
    assert!(bank.insights().reports.is_empty());
}

#[test]
fn a_series_has_every_day() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    let series = bank.insights().series;
    assert_eq!(series.len(), 7);
    assert_eq!(
        (series[0].date.as_str(), series[0].searches),
        ("2026-11-16", 0)
    );
    assert_eq!(
        (series[6].date.as_str(), series[6].failed),
        ("2026-11-22", 1)
    );
}

#[test]
fn a_gap_made_an_alias_finds_its_entry_and_comes_back_when_undone() {
    let bank = Bank::with_workspace();
    bank.desk().searched(&failed("丢了年费"), at(0));
    let words = bank.gaps().remove(0);
    let alias = GapAlias {
        words,
        id: "fee".to_owned(),
    };
    let done = bank.training.gap_to_alias(&alias, at(1)).unwrap();
    assert!(bank.gaps().is_empty());
    let file = bank.folder.path().join("workspace/entries/fee.md");
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .contains("aliases: [丢了年费]")
    );
    assert_eq!(bank.finds("丢了年费")[0], "fee");
    bank.training.undo_gap(&done, at(2)).unwrap();
    assert!(!fs::read_to_string(&file).unwrap().contains("丢了年费"));
    assert_eq!(bank.gaps(), ["丢了年费"]);
}

#[test]
fn a_gap_made_a_draft_is_an_entry_without_problems_besides_being_empty() {
    let bank = Bank::with_workspace();
    bank.desk().searched(&failed("丢了年费"), at(0));
    let done = bank.training.gap_to_draft("丢了年费", at(1)).unwrap();
    assert_eq!(done.entry.as_deref(), Some("gap-2026-11-22-1"));
    assert_eq!(bank.finds("丢了年费")[0], "gap-2026-11-22-1");
    assert!(
        bank.desk().problems().iter().all(|problem| !problem.error),
        "{:?}",
        bank.desk().problems()
    );
    bank.training.undo_gap(&done, at(2)).unwrap();
    assert_eq!(bank.gaps(), ["丢了年费"]);
}

#[test]
fn a_gap_set_aside_is_gone_and_comes_back_when_undone() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    let done = bank.desk().set_gap_aside("年费", at(1)).unwrap();
    assert!(bank.gaps().is_empty());
    bank.training.undo_gap(&done, at(2)).unwrap();
    assert_eq!(bank.gaps(), ["年费"]);
}

#[test]
fn without_a_workspace_no_gap_becomes_an_alias() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    let alias = GapAlias {
        words: "年费".to_owned(),
        id: "fee".to_owned(),
    };
    let error = bank.training.gap_to_alias(&alias, at(1)).unwrap_err();
    assert_eq!(error.code, ErrorCode::NoWorkspace);
    assert_eq!(bank.gaps(), ["年费"]);
}

#[test]
fn an_outbox_of_a_branch_is_merged_once_and_a_damaged_one_is_told() {
    let branch = Bank::new();
    branch.desk().searched(&failed("年费"), at(0));
    let file = branch.folder.path().join("out.jsonl");
    assert_eq!(branch.desk().write_outbox(&file, at(1)).unwrap(), 1);
    let bad = branch.folder.path().join("bad.jsonl");
    fs::write(&bad, "Excel").unwrap();
    let trainer = Bank::new();
    let files: Vec<String> = [&bad, &file, &file]
        .map(|file| file.display().to_string())
        .into();
    let merged = trainer.desk().merge_outboxes(&files).unwrap();
    let counts: Vec<_> = merged
        .iter()
        .map(|one| (one.added, one.known, one.fault.is_some()))
        .collect();
    assert_eq!(counts, [(0, 0, true), (1, 0, false), (0, 1, false)]);
    assert_eq!(trainer.insights().now.failed, 1);
}

#[test]
fn what_was_recorded_is_there_at_the_next_start() {
    let bank = Bank::new();
    bank.desk().searched(&failed("年费"), at(0));
    bank.desk().close_record();
    let Bank { folder, training } = bank;
    drop(training);
    assert_eq!(Bank::over(folder).gaps(), ["年费"]);
}
