//! Stamping: what is bound, what is refused, and that nothing else moves.

use super::*;
use crate::fixture::Folder;

const BODY: &str = "---\n## 可直接说\n您好。\n";

fn front(approvals: &str) -> String {
    format!("---\nid: a\nkind: faq\ntitle: 甲\nstatus: approved\n{approvals}")
}

const DEMO: &str = "{role: 消保岗, by: 演示甲, date: 2026-05-01, number: \"演示审〔2026〕1\"}";

/// Stamps an entry twice and gives its text after the first time; the second must change nothing.
fn stamped(text: &str) -> String {
    let folder = Folder::new().file("entries/a.md", text);
    let first = stamp(folder.path());
    assert_eq!(
        (first.changed, first.refused),
        (vec!["entries/a.md".to_owned()], Vec::new())
    );
    let after = folder.text_of("entries/a.md");
    assert_eq!(stamp(folder.path()), Stamped::default());
    assert_eq!(folder.text_of("entries/a.md"), after);
    assert_eq!(folder.load().problems, Vec::new());
    assert_eq!(
        std::fs::read_dir(folder.path().join("entries"))
            .unwrap()
            .count(),
        1
    );
    after
}

/// The text without its digests.
fn unbound(text: &str, before: &str, after: &str) -> String {
    let mut rest = text.to_owned();
    while let Some((head, tail)) = rest.split_once(before) {
        let (_, tail) = tail.split_once(after).unwrap();
        rest = format!("{head}{tail}");
    }
    rest
}

fn refused(text: &str) -> Vec<Refusal> {
    let folder = Folder::new().file("entries/a.md", text);
    let stamped = stamp(folder.path());
    assert_eq!(
        (stamped.changed, folder.text_of("entries/a.md").as_str()),
        (Vec::new(), text)
    );
    stamped.refused.into_iter().map(|(_, why)| why).collect()
}

#[test]
fn every_approval_in_braces_is_bound_and_no_other_byte_changes() {
    let text = front(&format!(
        "approvals:   # 两个\n  - {DEMO}\n  - {DEMO} # 第二\npin: 0\n"
    )) + BODY;
    let after = stamped(&text);
    assert_eq!(after.matches("digest: \"sha256:").count(), 2);
    assert_eq!(unbound(&after, ", digest: \"", "\""), text);
}

#[test]
fn approvals_written_line_by_line_are_bound() {
    let lines = "approvals:\n  - role: 消保岗\n    by: 演示甲\n    number: 演示1\n    date: 2026-05-01 # 日\npin: 0\n";
    let text = front(lines) + BODY;
    let after = stamped(&text);
    assert!(after.contains(" # 日\n    digest: \"sha256:"));
    assert_eq!(unbound(&after, "\n    digest: \"", "\""), text);
}

#[test]
fn an_old_digest_is_replaced() {
    let old = format!("sha256:{}", "0".repeat(64));
    for digest in [format!("\"{old}\""), old, "null".to_owned()] {
        let approval = DEMO.replace('}', &format!(", digest: {digest} }}"));
        let after = stamped(&(front(&format!("approvals: [{approval}]\n")) + BODY));
        assert!(
            !after.contains("sha256:000") && after.contains("\" }]"),
            "{after}"
        );
    }
    let empty = "approvals:\n- role: 消保岗\n  digest:\n  by: 演示甲\n  number: 演示1\n  date: 2026-05-01\n";
    assert!(stamped(&(front(empty) + BODY)).contains("  digest: \"sha256:"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_kept() {
    let lines =
        "approvals:\n  - role: 消保岗\n    by: 演示甲\n    number: 演示1\n    date: 2026-05-01\n";
    for approvals in [lines.to_owned(), format!("approvals:\n- {DEMO}\n")] {
        let text = format!(
            "\u{feff}{}",
            (front(&approvals) + BODY).replace('\n', "\r\n")
        );
        let after = stamped(&text);
        assert!(after.starts_with("\u{feff}---\r\n"));
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    }
}

#[test]
fn a_real_approval_is_never_touched() {
    let real = DEMO.replace("演示甲", "王甲");
    let by = "王甲".to_owned();
    assert_eq!(
        refused(&(front(&format!("approvals: [{DEMO}, {real}]\n")) + BODY)),
        [Refusal::RealApproval { by }]
    );
    let unnumbered = DEMO.replace(", number: \"演示审〔2026〕1\"", "");
    let by = "演示甲".to_owned();
    assert_eq!(
        refused(&(front(&format!("approvals: [{unnumbered}]\n")) + BODY)),
        [Refusal::RealApproval { by }]
    );
}

#[test]
fn errors_and_missing_approvals_are_refused() {
    assert_eq!(refused(&(front("") + BODY)), [Refusal::NoApproval]);
    assert_eq!(
        refused(&(front(&format!("approvals: [{DEMO}]\nx: y\n")) + BODY)),
        [Refusal::HasErrors]
    );
    assert_eq!(refused("nothing"), [Refusal::HasErrors]);
}

#[test]
fn what_can_not_be_edited_safely_is_left_as_it_is() {
    let comment = DEMO.replace('}', " # 日\n  }");
    let text = front(&format!("approvals:\n- {comment}\n")) + BODY;
    assert_eq!(refused(&text), [Refusal::CannotEdit]);
}

#[test]
fn drafts_and_withdrawn_entries_are_left_alone() {
    for status in ["draft", "in_review", "withdrawn"] {
        let text = front(&format!("approvals: [{DEMO}]\n")).replace("approved", status) + BODY;
        assert_eq!(refused(&text), [], "{status}");
    }
    let retired = front(&format!("approvals: [{DEMO}]\n")).replace("approved", "retired") + BODY;
    assert!(stamped(&retired).contains("sha256:"));
}

#[cfg(unix)]
#[test]
fn permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new().file(
        "entries/a.md",
        front(&format!("approvals: [{DEMO}]\n")) + BODY,
    );
    let path = folder.path().join("entries/a.md");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(stamp(folder.path()).changed.len(), 1);
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

#[test]
fn refusals_say_why_in_both_languages() {
    for refusal in [
        Refusal::NoApproval,
        Refusal::RealApproval {
            by: "XYZ".to_owned(),
        },
        Refusal::HasErrors,
        Refusal::CannotEdit,
    ] {
        assert!(refusal.what(Language::Chinese).ends_with('。'));
        assert!(refusal.what(Language::English).ends_with('.'));
    }
}
