use std::fs;

use crate::fixture::{act, change, fixture};
use crate::{NameFault, Workspace, WorkspaceFault};

#[test]
fn several_files_become_one_version() {
    let fixture = fixture();
    let changes = [
        change("entries/a.md", Some("一\n"), Some("二\n")),
        change("entries/b/c.md", None, Some("三\r\n")),
        change("words.txt", Some("挂失\n"), None),
    ];
    let version = fixture
        .workspace
        .save(&changes, &act("改三个文件"))
        .unwrap();
    assert_eq!(
        version.files,
        ["entries/a.md", "entries/b/c.md", "words.txt"]
    );
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("二\n"));
    assert_eq!(fixture.lies("entries/b/c.md").as_deref(), Some("三\r\n"));
    assert_eq!(fixture.lies("words.txt"), None);
    assert!(fixture.is_clean_for_git());
    let text = |file| fixture.workspace.text_at(&version.id, file).unwrap();
    assert_eq!(text("entries/b/c.md").as_deref(), Some("三\r\n"));
    assert_eq!(text("words.txt"), None);
}

#[test]
fn a_text_that_changed_meanwhile_is_not_overwritten_and_nothing_else_is_saved() {
    let fixture = fixture();
    fixture.write("words.txt", "别人的\n");
    let changes = [
        change("entries/a.md", Some("一\n"), Some("二\n")),
        change("words.txt", Some("挂失\n"), Some("我的\n")),
    ];
    let file = "words.txt".to_owned();
    let saved = fixture.workspace.save(&changes, &act("修改"));
    assert_eq!(saved, Err(WorkspaceFault::ChangedMeanwhile { file }));
    assert_eq!(fixture.lies("words.txt").as_deref(), Some("别人的\n"));
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("一\n"));
    assert_eq!(fixture.workspace.history(None, 9).unwrap().len(), 1);
}

#[test]
fn a_new_file_does_not_replace_one_that_is_there() {
    let fixture = fixture();
    let saved = fixture.save("words.txt", None, Some("新"));
    assert!(matches!(
        saved,
        Err(WorkspaceFault::ChangedMeanwhile { .. })
    ));
}

#[test]
fn what_says_nothing_new_or_nobody_is_refused() {
    let fixture = fixture();
    let saved = fixture.save("words.txt", Some("挂失\n"), Some("挂失\n"));
    assert_eq!(saved, Err(WorkspaceFault::NothingChanged));
    let changes = [change("words.txt", Some("挂失\n"), None)];
    let mut nobody = act("修改");
    nobody.by = " <> ".to_owned();
    assert_eq!(
        fixture.workspace.save(&changes, &nobody),
        Err(WorkspaceFault::NoName)
    );
    let silent = act(" ");
    assert_eq!(
        fixture.workspace.save(&changes, &silent),
        Err(WorkspaceFault::NoMessage)
    );
    assert!(fixture.lies("words.txt").is_some());
}

#[test]
fn no_name_leads_out_of_the_folder() {
    let fixture = fixture();
    let saved = fixture.save("../out.md", None, Some("x"));
    let (file, why) = ("../out.md".to_owned(), NameFault::LeadsOut);
    assert_eq!(saved, Err(WorkspaceFault::BadName { file, why }));
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let fixture = fixture();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), fixture.folder.join("away")).unwrap();
    let saved = fixture.save("away/x.md", None, Some("x"));
    assert!(matches!(saved, Err(WorkspaceFault::Link { .. })));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn the_history_of_a_file_holds_its_own_versions_newest_first() {
    let fixture = fixture();
    fixture
        .save("entries/a.md", Some("一\n"), Some("二\n"))
        .unwrap();
    fixture
        .save("words.txt", Some("挂失\n"), Some("补卡\n"))
        .unwrap();
    let last = fixture.save("entries/a.md", Some("二\n"), None).unwrap();
    let all = fixture.workspace.history(None, 9).unwrap();
    assert_eq!(all.len(), 4);
    assert_eq!(all[0], last);
    assert_eq!(fixture.workspace.history(None, 2).unwrap(), all[..2]);
    let own = fixture.workspace.history(Some("entries/a.md"), 9).unwrap();
    assert_eq!(own, [all[0].clone(), all[2].clone(), all[3].clone()]);
}

#[test]
fn an_act_is_undone_by_its_reverse_once_nothing_later_touched_its_files() {
    let fixture = fixture();
    let made = fixture.save("b.md", None, Some("乙")).unwrap();
    let edited = fixture.save("b.md", Some("乙"), Some("丙")).unwrap();
    let early = fixture.workspace.undo(&made.id, &act("撤销"));
    assert!(matches!(early, Err(WorkspaceFault::ChangedLater { .. })));
    fixture.workspace.undo(&edited.id, &act("撤销")).unwrap();
    assert_eq!(fixture.lies("b.md").as_deref(), Some("乙"));
    fixture.workspace.undo(&made.id, &act("撤销")).unwrap();
    assert_eq!(fixture.lies("b.md"), None);
    let first = fixture.workspace.history(None, 9).unwrap().pop().unwrap();
    let undone = fixture.workspace.undo(&first.id, &act("撤销"));
    assert!(matches!(undone, Err(WorkspaceFault::CannotUndo { .. })));
}

#[test]
fn a_repository_in_the_middle_of_a_merge_or_on_no_branch_is_told() {
    let fixture = fixture();
    let git = fixture.folder.join(".git");
    let tip = fs::read_to_string(git.join("refs/heads/main")).unwrap();
    fs::write(git.join("MERGE_HEAD"), &tip).unwrap();
    let opened = Workspace::open(&fixture.folder).unwrap_err();
    assert_eq!(opened, WorkspaceFault::InProgress { what: "merge" });
    fs::remove_file(git.join("MERGE_HEAD")).unwrap();
    fs::write(git.join("HEAD"), &tip).unwrap();
    let saved = fixture.save("words.txt", Some("挂失\n"), None);
    assert!(matches!(saved, Err(WorkspaceFault::Detached { .. })));
}

#[test]
fn a_damaged_repository_is_told_and_its_files_stay() {
    let fixture = fixture();
    let refs = fixture.folder.join(".git/refs/heads/main");
    let tip = fs::read_to_string(&refs).unwrap();
    let (folder, name) = tip.trim().split_at(2);
    let object = fixture.folder.join(".git/objects").join(folder).join(name);
    fs::remove_file(&object).unwrap();
    fs::write(&object, "damaged").unwrap();
    let opened = Workspace::open(&fixture.folder).unwrap_err();
    assert!(
        matches!(opened, WorkspaceFault::Damaged { .. }),
        "{opened:?}"
    );
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("一\n"));
}

#[test]
fn a_lock_of_another_git_program_is_named_and_left_alone() {
    let fixture = fixture();
    let lock = fixture.folder.join(".git/refs/heads/main.lock");
    fs::write(&lock, "").unwrap();
    let saved = fixture.save("words.txt", Some("挂失\n"), None);
    let file = lock.display().to_string();
    assert_eq!(saved, Err(WorkspaceFault::Locked { file }));
    assert!(lock.exists());
    assert!(fixture.lies("words.txt").is_some());
}

#[test]
fn an_index_that_another_git_program_holds_keeps_nobody_from_saving() {
    let fixture = fixture();
    let lock = fixture.folder.join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    fixture
        .save("words.txt", Some("挂失\n"), Some("补卡\n"))
        .unwrap();
    assert!(lock.exists());
    fs::remove_file(lock).unwrap();
    Workspace::open(&fixture.folder).unwrap();
    assert!(fixture.is_clean_for_git());
}
