use std::fs;

use super::{Draft, text_hash};
use crate::fixture::{act, fixture};

fn draft(file: &str, text: &str) -> Draft {
    Draft {
        file: file.to_owned(),
        base: text_hash("一\n"),
        text: text.to_owned(),
        undo: "[1,2]".to_owned(),
        at: act("").at,
        by: "培训师甲".to_owned(),
    }
}

#[test]
fn typed_text_is_kept_until_it_is_forgotten_and_is_no_change() {
    let fixture = fixture();
    let recovery = fixture.workspace.recovery().unwrap();
    assert_eq!(recovery.all().unwrap().drafts, []);
    recovery.keep(&draft("entries/a.md", "一二")).unwrap();
    recovery.keep(&draft("entries/a.md", "一二三\r\n")).unwrap();
    recovery.keep(&draft("entries/b.md", "乙")).unwrap();
    let kept = recovery.all().unwrap();
    assert_eq!(
        kept.drafts,
        [
            draft("entries/a.md", "一二三\r\n"),
            draft("entries/b.md", "乙")
        ]
    );
    assert_eq!(fixture.workspace.outside().unwrap(), []);
    recovery.forget("entries/a.md").unwrap();
    recovery.forget("entries/a.md").unwrap();
    assert_eq!(
        recovery.all().unwrap().drafts,
        [draft("entries/b.md", "乙")]
    );
}

#[test]
fn a_damaged_copy_is_told_and_hides_no_other() {
    let fixture = fixture();
    let recovery = fixture.workspace.recovery().unwrap();
    recovery.keep(&draft("entries/a.md", "甲")).unwrap();
    recovery.keep(&draft("entries/b.md", "乙")).unwrap();
    let path = recovery.path("entries/a.md");
    let json = fs::read_to_string(&path).unwrap();
    fs::write(&path, json.replace('甲', "丙")).unwrap();
    let kept = recovery.all().unwrap();
    assert_eq!(kept.damaged, [path.display().to_string()]);
    assert_eq!(kept.drafts, [draft("entries/b.md", "乙")]);
}
