use std::fs;

use crate::fixture::{act, fixture};
use crate::{Workspace, WorkspaceFault};

#[test]
fn a_new_workspace_holds_the_librarys_files_as_its_first_version() {
    let fixture = fixture();
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("一\n"));
    let history = fixture.workspace.history(None, 9).unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].message, "建立工作区");
    assert_eq!(history[0].by, "培训师甲");
    assert_eq!(history[0].at, act("").at);
    assert_eq!(history[0].files, ["entries/a.md", "words.txt"]);
    assert!(fixture.is_clean_for_git());
}

#[test]
fn a_folder_that_holds_something_is_refused_and_kept() {
    let fixture = fixture();
    let made = Workspace::create(&fixture.folder, &fixture.folder, &act("再建"));
    assert!(matches!(made, Err(WorkspaceFault::NotEmpty { .. })));
    assert_eq!(fixture.lies("entries/a.md").as_deref(), Some("一\n"));
}

#[test]
fn an_interrupted_making_is_told_and_goes_on_when_made_again() {
    let folders = tempfile::tempdir().unwrap();
    let (from, to) = (folders.path().join("from"), folders.path().join("to"));
    fs::create_dir_all(&from).unwrap();
    fs::write(from.join("a.md"), "一").unwrap();
    fs::create_dir_all(to.join(".git/yingda")).unwrap();
    fs::write(to.join(".git/yingda/making"), "").unwrap();
    let opened = Workspace::open(&to);
    assert!(matches!(opened, Err(WorkspaceFault::Unfinished { .. })));
    let made = Workspace::create(&to, &from, &act("建立")).unwrap();
    assert_eq!(made.text("a.md").unwrap().as_deref(), Some("一"));
}

#[test]
fn many_files_are_kept_in_one_pack() {
    let folders = tempfile::tempdir().unwrap();
    let (from, to) = (folders.path().join("from"), folders.path().join("to"));
    fs::create_dir_all(&from).unwrap();
    for number in 0..40 {
        fs::write(from.join(format!("{number}.md")), format!("{number}")).unwrap();
    }
    let made = Workspace::create(&to, &from, &act("建立")).unwrap();
    let first = &made.history(None, 1).unwrap()[0];
    assert_eq!(first.files.len(), 40);
    assert_eq!(
        made.text_at(&first.id, "39.md").unwrap().as_deref(),
        Some("39")
    );
    let packs = fs::read_dir(to.join(".git/objects/pack"))
        .unwrap()
        .flatten();
    assert_eq!(
        packs
            .filter(|file| file.path().extension().unwrap() == "pack")
            .count(),
        1
    );
}

#[test]
fn what_is_no_workspace_is_told() {
    let folders = tempfile::tempdir().unwrap();
    let opened = Workspace::open(folders.path());
    assert!(matches!(opened, Err(WorkspaceFault::NotAWorkspace { .. })));
    git2::Repository::init_bare(folders.path()).unwrap();
    let opened = Workspace::open(folders.path());
    assert!(matches!(opened, Err(WorkspaceFault::Bare { .. })));
}
