use crate::contract::{
    ChosenHits, ErrorCode, FindRequest, FindView, OpenWorkspace, RenameRequest, ReplaceRequest,
    TextPart,
};
use crate::training::Training;
use crate::{Desk, Places};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;
use time::macros::date;
use yingda_content::{BeijingTime, Kind};

/// A trainer at work in a workspace of three entries, one of them approved.
struct Work {
    folder: TempDir,
    training: Training,
}

fn now() -> BeijingTime {
    BeijingTime::start_of(date!(2026 - 11 - 22))
}

const APPROVED: &str = "status: approved\napprovals:\n  - {role: 审查岗, by: 演示甲, date: 2026-05-01, number: 演示1}\n";

fn entry(id: &str, title: &str, front: &str, body: &str) -> String {
    format!("---\nid: {id}\nkind: script\ntitle: {title}\n{front}---\n## 可直接说\n{body}\n")
}

fn work() -> Work {
    let folder = tempfile::tempdir().unwrap();
    let installed = folder.path().join("installed");
    fs::create_dir_all(installed.join("entries")).unwrap();
    fs::create_dir_all(installed.join("judged")).unwrap();
    let put = |file: &str, text: &str| fs::write(installed.join(file), text).unwrap();
    let body = "请打955线上挂失。\n## 必须说\n- 955线上挂失要核身。";
    put(
        "entries/card-loss.md",
        &entry("card-loss", "银行卡挂失", APPROVED, body),
    );
    put(
        "entries/found.md",
        &entry(
            "found",
            "955线上找回",
            "aliases: [955, 找到了]\nrelated: [card-loss]\nstatus: draft\n",
            "见[[card-loss]]。",
        ),
    );
    put(
        "entries/old.md",
        &entry(
            "old",
            "旧挂失",
            "superseded_by: card-loss\nstatus: draft\n",
            "见[[card-loss|这里]]。",
        ),
    );
    put(
        "judged/daily.tsv",
        "# 问句\n挂失\thanzi\tcard-loss,found\t\n找到了\thanzi\tfound\t\n",
    );
    put("judged/floors.tsv", "date\t2026-11-22\nhanzi\t0.1\t0.1\n");
    assert!(yingda_content::stamp(&installed).refused.is_empty());
    let desk = Arc::new(Desk::new(Places {
        knowledge: installed.clone(),
        index: None,
        settings: folder.path().join("settings"),
        model: None,
    }));
    let training = Training::new(desk, installed, Arc::new(|_| ()));
    let wanted = OpenWorkspace {
        folder: folder.path().join("work").display().to_string(),
        person: "周老师".to_owned(),
        create: true,
    };
    training.open_workspace(&wanted, now()).unwrap();
    Work { folder, training }
}

impl Work {
    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join("work").join(file)
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn find(&self, request: &FindRequest) -> FindView {
        self.training.find_everywhere(request).unwrap()
    }

    fn rename(&self, id: &str, to: &str) -> RenameRequest {
        let (id, to) = (id.to_owned(), to.to_owned());
        RenameRequest { id, to }
    }
}

fn looking_for(find: &str, replace: &str) -> FindRequest {
    FindRequest {
        find: find.to_owned(),
        replace: replace.to_owned(),
        ..FindRequest::default()
    }
}

fn all_of(view: &FindView) -> Vec<ChosenHits> {
    let chosen = view.entries.iter().map(|entry| ChosenHits {
        id: entry.id.clone(),
        fingerprint: entry.fingerprint.clone(),
        hits: (0..u32::try_from(entry.hits.len()).unwrap()).collect(),
    });
    chosen.collect()
}

fn places(view: &FindView) -> Vec<(&str, u32, TextPart)> {
    let of_entry = |entry: &'_ crate::contract::FoundEntry| {
        entry
            .hits
            .iter()
            .map(|hit| (hit.line, hit.part))
            .collect::<Vec<_>>()
    };
    let all = view.entries.iter();
    all.flat_map(|entry| {
        of_entry(entry)
            .into_iter()
            .map(|(line, part)| (entry.id.as_str(), line, part))
    })
    .collect()
}

#[test]
fn every_hit_is_shown_with_its_line_its_part_and_what_it_becomes() {
    let work = work();
    let found = work.find(&looking_for("955", "95500"));
    assert_eq!(
        places(&found),
        [
            ("card-loss", 10, TextPart::Say),
            ("card-loss", 12, TextPart::Must),
            ("found", 4, TextPart::Title),
            ("found", 5, TextPart::Names),
        ]
    );
    let after: Vec<&str> = found.entries[0].hits[0]
        .after
        .iter()
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(after, ["请打", "95500", "线上挂失。"]);
    assert!(found.entries[0].lapses && !found.entries[1].lapses);
}

#[test]
fn ids_states_and_links_are_never_hits() {
    let work = work();
    for words in ["card-loss", "approved", "演示甲", "script", "sha256"] {
        let found = work.find(&looking_for(words, "x"));
        let in_body = |entry: &crate::contract::FoundEntry| {
            entry.hits.iter().all(|hit| hit.part == TextPart::Say)
        };
        assert!(found.entries.iter().all(in_body), "{words}: {found:?}");
    }
}

#[test]
fn headings_of_ones_own_are_words_and_those_of_the_four_parts_are_not() {
    let work = work();
    let text = work.text("entries/old.md") + "## 办理955\n好。\n";
    fs::write(work.path("entries/old.md"), text).unwrap();
    let found = work.find(&looking_for("办理955", "x"));
    assert_eq!(places(&found), [("old", 10, TextPart::Other)]);
    assert_eq!(work.find(&looking_for("直接说", "x")).hits, 0);
}

#[test]
fn parts_and_kinds_narrow_what_is_found() {
    let work = work();
    let mut request = looking_for("955", "x");
    request.parts = vec![TextPart::Must];
    assert_eq!(
        places(&work.find(&request)),
        [("card-loss", 12, TextPart::Must)]
    );
    request.parts.clear();
    request.kinds = vec![Kind::Faq];
    assert_eq!(work.find(&request).hits, 0);
    assert_eq!(work.find(&looking_for("", "x")).hits, 0);
    let mut folded = looking_for("９５５", "x");
    assert_eq!(work.find(&folded).hits, 0);
    folded.folded = true;
    assert_eq!(work.find(&folded).hits, 4);
}

#[test]
fn chosen_hits_are_replaced_in_one_act_and_taken_back_by_one() {
    let work = work();
    let before = [
        work.text("entries/card-loss.md"),
        work.text("entries/found.md"),
    ];
    let find = looking_for("955", "95500");
    let mut chosen = all_of(&work.find(&find));
    chosen[0].hits = vec![1];
    let done = work
        .training
        .replace_everywhere(&ReplaceRequest { find, chosen }, now())
        .unwrap();
    assert_eq!(done.files, 2);
    let text = work.text("entries/card-loss.md");
    assert!(text.contains("请打955线上挂失。") && text.contains("- 95500线上挂失要核身。"));
    assert!(
        work.text("entries/found.md")
            .contains("aliases: [95500, 找到了]")
    );
    let snapshot = work.training.snapshot().unwrap();
    assert_eq!(snapshot.entry("found").unwrap().title, "95500线上找回");
    work.training.undo_replacing(&done.version, now()).unwrap();
    assert_eq!(
        [
            work.text("entries/card-loss.md"),
            work.text("entries/found.md")
        ],
        before
    );
}

#[test]
fn a_file_that_is_not_what_was_shown_keeps_everything_as_it_is() {
    let work = work();
    let find = looking_for("955", "95500");
    let chosen = all_of(&work.find(&find));
    let changed = work.text("entries/found.md") + "\n后来写的。\n";
    fs::write(work.path("entries/found.md"), changed).unwrap();
    let before = work.text("entries/card-loss.md");
    let refused = work
        .training
        .replace_everywhere(&ReplaceRequest { find, chosen }, now())
        .unwrap_err();
    assert_eq!(
        (refused.code, refused.detail.as_str()),
        (ErrorCode::ChangedMeanwhile, "entries/found.md")
    );
    assert_eq!(work.text("entries/card-loss.md"), before);
}

#[test]
fn what_would_break_an_entry_is_refused_with_the_reason() {
    let work = work();
    let find = looking_for("955", "[");
    let found = work.find(&find);
    assert!(found.entries[1].refused.is_some());
    let chosen = all_of(&found);
    let refused = work
        .training
        .replace_everywhere(&ReplaceRequest { find, chosen }, now())
        .unwrap_err();
    assert!(refused.detail.contains("955线上找回"), "{refused}");
    // A comma would make two aliases of one.
    assert!(
        work.find(&looking_for("955", "9, 55")).entries[1]
            .refused
            .is_some()
    );
}

#[test]
fn another_id_goes_with_its_file_its_links_and_its_judged_queries() {
    let work = work();
    let request = work.rename("card-loss", "card-lost");
    let preview = work.training.preview_rename(&request).unwrap();
    assert_eq!(preview.refused, None);
    let own = &preview.files[0];
    assert_eq!(own.to.as_deref(), Some("entries/card-lost.md"));
    assert_eq!(
        own.lines,
        [("id: card-loss".to_owned(), "id: card-lost".to_owned())]
    );
    assert!(!own.lapses);
    work.training.rename_entry(&request, now()).unwrap();
    assert!(!work.path("entries/card-loss.md").exists());
    assert!(
        work.text("entries/found.md")
            .contains("related: [card-lost]")
    );
    assert!(work.text("entries/found.md").contains("见[[card-lost]]。"));
    assert!(
        work.text("entries/old.md")
            .contains("superseded_by: card-lost")
    );
    assert!(
        work.text("entries/old.md")
            .contains("见[[card-lost|这里]]。")
    );
    assert_eq!(
        work.text("judged/daily.tsv"),
        "# 问句\n挂失\thanzi\tcard-lost,found\t\n找到了\thanzi\tfound\t\n"
    );
    let snapshot = work.training.snapshot().unwrap();
    assert!(
        snapshot
            .entry("card-lost")
            .unwrap()
            .is_approved_as_written()
    );
    assert_eq!(snapshot.problems, []);
}

#[test]
fn an_id_that_was_given_up_is_nobodys_again() {
    let work = work();
    work.training
        .rename_entry(&work.rename("card-loss", "card-lost"), now())
        .unwrap();
    assert!(work.text("retired-ids.txt").ends_with("\ncard-loss\n"));
    let again = work
        .training
        .preview_rename(&work.rename("found", "card-loss"))
        .unwrap();
    assert!(again.refused.unwrap().zh.contains("已经停用"));
    for (to, why) in [
        ("card-lost", "银行卡挂失"),
        ("Card Lost", "不能作编号"),
        ("found", "没有变"),
    ] {
        let refused = work
            .training
            .preview_rename(&work.rename("found", to))
            .unwrap()
            .refused;
        assert!(refused.unwrap().zh.contains(why), "{to}");
    }
}

#[test]
fn the_record_of_the_reviews_goes_along() {
    let work = work();
    fs::create_dir_all(work.path("reviews")).unwrap();
    fs::write(work.path("reviews/found.jsonl"), "{}\n").unwrap();
    work.training
        .rename_entry(&work.rename("found", "refound"), now())
        .unwrap();
    assert_eq!(work.text("reviews/refound.jsonl"), "{}\n");
    assert!(!work.path("reviews/found.jsonl").exists());
}
