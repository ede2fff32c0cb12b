use super::fixture::{Computer, FILE, now, text};
use crate::contract::ErrorCode;
use std::fs;
use yingda_workspace::{Act, Change, Remote, Workspace};

#[test]
fn what_is_saved_is_found_at_once() {
    let trainer = Computer::opened();
    assert!(!trainer.finds("磁条刮花"));
    trainer.save("卡丢了", "磁条刮花").unwrap();
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn a_saved_act_can_be_taken_back() {
    let trainer = Computer::opened();
    let saved = trainer.save("卡丢了", "磁条刮花").unwrap();
    trainer
        .training
        .undo(&saved.version.id, "撤销", now())
        .unwrap();
    assert!(!trainer.finds("磁条刮花"));
    assert!(!trainer.training.look());
}

#[test]
fn what_changed_meanwhile_is_not_overwritten() {
    let trainer = Computer::opened();
    trainer.save("卡丢了", "磁条刮花").unwrap();
    let error = trainer.save("卡丢了", "补卡").unwrap_err();
    assert_eq!(
        (error.code, error.detail.as_str()),
        (ErrorCode::ChangedMeanwhile, FILE)
    );
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn the_installed_library_is_never_written_and_comes_back() {
    let trainer = Computer::opened();
    trainer.save("卡丢了", "磁条刮花").unwrap();
    let installed = fs::read_to_string(trainer.folder.path().join("knowledge").join(FILE)).unwrap();
    assert_eq!(installed, text("卡丢了"));
    trainer.training.close_workspace();
    assert!(!trainer.finds("磁条刮花"));
    trainer.open("林老师", false).unwrap();
    assert!(trainer.finds("磁条刮花"));
}

#[test]
fn nothing_is_saved_without_a_workspace_and_nobody_works_without_a_name() {
    let trainer = Computer::new();
    let error = trainer.save("卡丢了", "磁条刮花").unwrap_err();
    assert_eq!(error.code, ErrorCode::NoWorkspace);
    let error = trainer.open(" ", true).unwrap_err();
    assert_eq!(error.code, ErrorCode::PersonMissing);
}

#[test]
fn what_another_program_changed_is_picked_up_and_our_own_acts_are_not_read_twice() {
    let trainer = Computer::opened();
    assert!(!trainer.training.look());
    trainer.save("卡丢了", "磁条刮花").unwrap();
    assert!(!trainer.training.look());
    trainer.write(FILE, &text("折断了"));
    assert!(trainer.training.look());
    assert!(trainer.finds("折断了"));
    assert!(!trainer.training.look());
}

#[test]
fn what_another_program_changed_right_before_or_after_an_act_of_ours_is_read_at_the_next_look() {
    let other = text("卡断了").replace("card-loss", "card-break");
    for after in [false, true] {
        let trainer = Computer::opened();
        let write = || trainer.write("entries/card-break.md", &other);
        if !after {
            write();
        }
        trainer.save("卡丢了", "磁条刮花").unwrap();
        if after {
            write();
        }
        assert!(trainer.training.look(), "after the act: {after}");
        assert!(trainer.finds("卡断了") && trainer.finds("磁条刮花"));
        assert!(!trainer.training.look());
    }
}

#[test]
fn changes_taken_in_or_put_back_are_not_read_twice_and_hide_no_others() {
    let trainer = Computer::opened();
    trainer.write(FILE, &text("折断了"));
    assert!(trainer.training.look());
    trainer.training.keep_outside(now()).unwrap();
    assert!(!trainer.training.look());
    trainer.write(FILE, &text("泡水了"));
    assert!(trainer.training.look());
    let files = [FILE.to_owned()];
    trainer.training.discard_outside(&files, now()).unwrap();
    assert!(trainer.finds("折断了") && !trainer.finds("泡水了"));
    assert!(!trainer.training.look());
}

#[test]
fn what_is_synced_right_after_another_program_wrote_hides_nothing_of_it() {
    let trainer = Computer::opened();
    let share = trainer.folder.path().join("share");
    fs::create_dir(&share).unwrap();
    let share = share.display().to_string();
    trainer.training.sync(&share, now()).unwrap();
    let other = text("卡断了").replace("card-loss", "card-break");
    trainer.write("entries/card-break.md", &other);
    a_colleague_saves(&trainer, Some(text("卡丢了")), text("磁条刮花"), FILE);
    trainer.training.sync(&share, now()).unwrap();
    assert!(trainer.finds("磁条刮花") && trainer.finds("卡断了"));
    assert!(!trainer.training.look());
}

/// In a workspace of their own that is synced with the same folder.
fn a_colleague_saves(trainer: &Computer, before: Option<String>, after: String, file: &str) {
    let folder = |name: &str| trainer.folder.path().join(name);
    let act = Act {
        message: "修改".to_owned(),
        by: "陈老师".to_owned(),
        at: now(),
    };
    let colleague = Workspace::create(&folder("colleague"), &folder("knowledge"), &act).unwrap();
    let share = Remote::Folder(folder("share"));
    colleague.sync(&share, &act).unwrap();
    let change = Change {
        file: file.to_owned(),
        before,
        after: Some(after),
    };
    colleague.save(&[change], &act).unwrap();
    colleague.sync(&share, &act).unwrap();
}

#[test]
fn a_duty_that_came_by_a_sync_counts_at_once() {
    use crate::contract::Role;
    let trainer = Computer::opened();
    let share = trainer.folder.path().join("share");
    fs::create_dir(&share).unwrap();
    let share = share.display().to_string();
    trainer.training.sync(&share, now()).unwrap();
    let role = || trainer.training.workspace().unwrap().role;
    assert_eq!(role(), Role::Trainer);
    let list = fs::read_to_string(trainer.workspace().join("people.tsv")).unwrap();
    let changed = "陈老师\ttrainer\t\n周老师\tapprover\t法律\n".to_owned();
    a_colleague_saves(&trainer, Some(list), changed, "people.tsv");
    trainer.training.sync(&share, now()).unwrap();
    assert_eq!(role(), Role::Approver);
}
