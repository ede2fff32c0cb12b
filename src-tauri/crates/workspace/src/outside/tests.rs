use std::fs;

use super::{Outside, OutsideChange};
use crate::WorkspaceFault;
use crate::fixture::{Fixture, act, fixture};

fn changed_by_others() -> Fixture {
    let fixture = fixture();
    fixture.write("entries/a.md", "别的程序\n");
    fixture.write("entries/new.md", "新\n");
    fixture.write("entries/.swp", "编辑器的");
    fs::remove_file(fixture.folder.join("words.txt")).unwrap();
    fixture
}

#[test]
fn what_other_programs_changed_is_listed() {
    let fixture = changed_by_others();
    let outside = |file: &str, change| Outside {
        file: file.to_owned(),
        change,
    };
    let expected = [
        outside("entries/a.md", OutsideChange::Edited),
        outside("entries/new.md", OutsideChange::Added),
        outside("words.txt", OutsideChange::Removed),
    ];
    assert_eq!(fixture.workspace.outside().unwrap(), expected);
}

#[test]
fn what_git_is_told_to_ignore_is_not_listed() {
    let fixture = fixture();
    fixture.save(".gitignore", None, Some("*.bak\n")).unwrap();
    fixture.write("entries/a.bak", "x");
    assert_eq!(fixture.workspace.outside().unwrap(), []);
    fixture.write(".gitignore", "");
    assert_eq!(fixture.workspace.outside().unwrap().len(), 2);
}

#[test]
fn changes_from_outside_are_kept_as_one_version_byte_for_byte() {
    let fixture = changed_by_others();
    fs::write(fixture.folder.join("entries/odd.bin"), [0xff, 0x00]).unwrap();
    let version = fixture
        .workspace
        .keep_outside(&act("收下外部改动"))
        .unwrap();
    assert_eq!(version.files.len(), 4);
    assert_eq!(fixture.workspace.outside().unwrap(), []);
    assert_eq!(
        fs::read(fixture.folder.join("entries/odd.bin")).unwrap(),
        [0xff, 0x00]
    );
    let again = fixture.workspace.keep_outside(&act("收下外部改动"));
    assert_eq!(again, Err(WorkspaceFault::NothingChanged));
}

#[test]
fn discarded_changes_leave_copies_and_the_committed_text() {
    let fixture = changed_by_others();
    let files: Vec<String> = fixture
        .workspace
        .outside()
        .unwrap()
        .into_iter()
        .map(|one| one.file)
        .collect();
    let copies = fixture
        .workspace
        .discard_outside(&files, act("").at)
        .unwrap();
    assert_eq!(fixture.workspace.outside().unwrap(), []);
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("一\n"));
    assert_eq!(fixture.lies("words.txt").as_deref(), Some("挂失\n"));
    assert_eq!(fixture.lies("entries/new.md"), None);
    assert_eq!(
        fs::read_to_string(copies.join("entries/a.md")).unwrap(),
        "别的程序\n"
    );
    assert_eq!(
        fs::read_to_string(copies.join("entries/new.md")).unwrap(),
        "新\n"
    );
    let again = fixture
        .workspace
        .discard_outside(&files, act("").at)
        .unwrap();
    assert_ne!(again, copies);
}

#[test]
fn line_ends_of_another_system_are_no_change_and_hinder_no_sync() {
    let fixture = fixture();
    fixture.write("entries/a.md", "一\r\n");
    assert_eq!(fixture.workspace.outside().unwrap(), []);
    let share = tempfile::tempdir().unwrap();
    let remote = crate::Remote::Folder(share.path().to_owned());
    fixture.workspace.sync(&remote, &act("同步")).unwrap();
    let colleague = crate::fixture::fixture();
    colleague.workspace.sync(&remote, &act("同步")).unwrap();
    colleague
        .save("entries/a.md", Some("一\n"), Some("二\n"))
        .unwrap();
    colleague.workspace.sync(&remote, &act("同步")).unwrap();
    fixture.workspace.sync(&remote, &act("同步")).unwrap();
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("二\n"));
    fixture.write("entries/a.md", "三\r\n");
    assert_eq!(fixture.workspace.outside().unwrap().len(), 1);
}
