//! Whole libraries: what is kept, what is left out, and why.

use super::*;
use crate::clock::BeijingTime;
use crate::entry::Status;
use crate::fixture::{Folder, codes, entry};
use crate::plain::searchable;
use crate::standing::Standing;
use time::macros::{date, datetime};

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded
        .library
        .entries()
        .iter()
        .map(|entry| entry.id.as_str())
        .collect()
}

/// Problems as `file:line:code`.
fn named(loaded: &Loaded) -> Vec<String> {
    let codes = codes(&loaded.problems);
    loaded
        .problems
        .iter()
        .zip(codes)
        .map(|(problem, code)| format!("{}:{code}", problem.file))
        .collect()
}

fn id(text: &str) -> EntryId {
    EntryId::parse(text).unwrap()
}

const APPROVED: &str = "status: approved\napprovals:\n- {role: 消保岗, by: 演示甲, date: 2026-05-01, number: 演示1}\n\
    valid: {from: 2026-05-01T09:00, until: 2027-04-30}\n";

/// A library with one approved and stamped entry `a`; `change` is made to its file after stamping.
fn after_approval(change: impl Fn(&str) -> String) -> Loaded {
    let folder = Folder::new().entry("a", APPROVED, "## 可直接说\n您好。\n");
    assert_eq!(crate::stamp(folder.path()).changed, ["entries/a.md"]);
    let text = change(&folder.text_of("entries/a.md"));
    folder.file("entries/a.md", text).load()
}

#[test]
fn entries_stand_in_the_order_of_their_ids() {
    let folder = Folder::new()
        .entry("b", "", "")
        .file("entries/x/y/c.MD", entry("a", "", ""))
        .file("entries/README.md", "no entry")
        .file("entries/x/readme.md", "no entry")
        .file("entries/note.txt", "no entry")
        .file("entries/.b.md.1.new", "no entry")
        .file("entries/.git/z.md", "no entry");
    let loaded = folder.load();
    assert_eq!((ids(&loaded), named(&loaded)), (vec!["a", "b"], Vec::new()));
    assert_eq!(
        loaded.library.get(&id("a")).unwrap().file,
        "entries/x/y/c.MD"
    );
    assert_eq!(loaded.library.get(&id("c")), None);
    assert_eq!(
        (loaded.library.len(), loaded.library.is_empty()),
        (2, false)
    );
}

#[test]
fn a_missing_folder_is_one_problem() {
    let folder = Folder::new();
    assert_eq!(
        codes(&load(&folder.path().join("gone")).problems),
        ["0:root-missing"]
    );
    std::fs::remove_dir(folder.path().join("entries")).unwrap();
    assert_eq!(named(&folder.load()), ["entries:0:entries-missing"]);
}

#[test]
fn one_bad_file_hides_no_other() {
    let (gbk, _, _) = encoding_rs::GBK.encode("---\nid: c\n---\n卡丢了");
    let folder = Folder::new()
        .file("entries/1.md", "no front matter")
        .file("entries/2.md", "---\nid: x: y\n---\n")
        .file("entries/3.md", gbk.as_ref())
        .file("entries/4.md", [b'-', 0xff, 0xfe, 0xff])
        .file("entries/5.md", vec![b'a'; 1024 * 1024 + 1])
        .entry("good", "", "");
    let loaded = folder.load();
    assert_eq!(ids(&loaded), ["good"]);
    assert_eq!(
        named(&loaded),
        [
            "entries/1.md:1:front-matter-missing",
            "entries/2.md:2:yaml-broken",
            "entries/3.md:0:file-not-utf8",
            "entries/4.md:0:file-not-utf8",
            "entries/5.md:0:file-too-large",
        ]
    );
    let guessed = |index: usize| format!("{:?}", loaded.problems[index].fault);
    assert!(guessed(2).contains("gb18030: true") && guessed(3).contains("gb18030: false"));
}

#[test]
fn the_first_of_two_files_with_one_id_is_kept() {
    let folder = Folder::new()
        .file("entries/a/x.md", entry("one", "", "## 仅内部\n先"))
        .file("entries/b.md", entry("one", "", ""));
    let loaded = folder.load();
    assert_eq!(named(&loaded), ["entries/b.md:0:id-twice"]);
    assert_eq!(searchable(&loaded.library.entries()[0].card.internal), "先");
    let LibraryFault::IdTwice { first, .. } = (match &loaded.problems[0].fault {
        crate::Fault::Library(fault) => fault,
        other => panic!("{other:?}"),
    }) else {
        panic!("another fault")
    };
    assert_eq!(first, "entries/a/x.md");
}

#[test]
fn names_of_entries_that_are_not_there_are_warnings() {
    let front = "related: [b, gone, gone]\nsuperseded_by: away\n";
    let folder = Folder::new()
        .entry("a", front, "见 [[lost]] 和 [[b]]")
        .entry("b", "", "");
    let loaded = folder.load();
    assert_eq!(named(&loaded), vec!["entries/a.md:0:dangling"; 3]);
    assert!(
        loaded
            .problems
            .iter()
            .all(|problem| problem.severity() == crate::Severity::Warning)
    );
}

#[test]
fn a_link_shows_the_title_of_its_entry() {
    let body = "## 可直接说\n见 [[b]]，[[b|这里]]，[[gone]]。";
    let shown = |title: &str| {
        let b = entry("b", "", "").replace("标题b", title);
        let loaded = Folder::new()
            .entry("a", "", body)
            .file("entries/b.md", b)
            .load();
        let a = loaded.library.get(&id("a")).unwrap();
        (searchable(&a.card.say), a.content_hash())
    };
    assert_eq!(shown("核身").0, "见 核身，这里，gone。");
    assert_ne!(shown("核身").1, shown("身份核实").1);
}

#[test]
fn only_an_approval_that_fits_the_text_stands() {
    let noon = BeijingTime::wall(datetime!(2026-06-01 12:00));
    let standing_of = |change: fn(&str) -> String| {
        let loaded = after_approval(change);
        let entry = &loaded.library.entries()[0];
        (
            entry.status,
            matches!(Standing::of(entry, noon), Standing::Approved(_)),
            codes(&loaded.problems),
        )
    };
    let none = Vec::<String>::new;
    let stale = vec!["0:approval-stale".to_owned()];
    assert_eq!(standing_of(str::to_owned), (Status::Approved, true, none()));
    assert_eq!(
        standing_of(|text| text.replace('\n', "\r\n")),
        (Status::Approved, true, none())
    );
    assert_eq!(
        standing_of(|text| text.replace("您好", "你好")),
        (Status::InReview, false, stale.clone())
    );
    assert_eq!(
        standing_of(|text| text.replace("until: 2027", "until: 2028")),
        (Status::InReview, false, stale)
    );
    let unknown_key = standing_of(|text| text.replace("title:", "titel: x\ntitle:"));
    assert_eq!(
        unknown_key,
        (Status::InReview, false, vec!["4:key-unknown".to_owned()])
    );
    assert_eq!(
        standing_of(|text| text.replace("approved", "withdrawn")),
        (Status::Withdrawn, false, none())
    );
}

#[test]
fn an_approval_without_digest_or_none_at_all_is_in_review() {
    let loaded = Folder::new()
        .entry("a", APPROVED, "")
        .entry("b", "status: retired\n", "")
        .load();
    assert_eq!(
        named(&loaded),
        [
            "entries/a.md:0:approval-unbound",
            "entries/b.md:0:approval-missing"
        ]
    );
    assert!(
        loaded
            .library
            .entries()
            .iter()
            .all(|entry| entry.status == Status::InReview)
    );
}

#[test]
fn validity_is_read_at_the_moment_of_asking() {
    let loaded = after_approval(str::to_owned);
    let entry = &loaded.library.entries()[0];
    let at = |moment| Standing::of(entry, BeijingTime::wall(moment));
    assert!(matches!(
        at(datetime!(2026-05-01 8:59)),
        Standing::NotYet(_)
    ));
    assert!(matches!(
        at(datetime!(2026-05-01 9:00)),
        Standing::Approved(_)
    ));
    assert!(matches!(
        at(datetime!(2027-04-30 23:59)),
        Standing::Approved(_)
    ));
    let Standing::Expired(expired) = at(datetime!(2027-05-01 0:00)) else {
        panic!("not expired")
    };
    assert_eq!(expired.on, Some(date!(2027 - 04 - 30)));
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_are_followed_inside_the_folder_only_and_loops_end() {
        let outside = Folder::new().entry("secret", "", "");
        let folder = Folder::new()
            .entry("a", "", "")
            .file("shared/b.md", entry("b", "", ""));
        let entries = folder.path().join("entries");
        symlink(&entries, entries.join("loop")).unwrap();
        symlink(folder.path().join("shared"), entries.join("more")).unwrap();
        symlink(entries.join("a.md"), entries.join("z.md")).unwrap();
        symlink(outside.path().join("entries"), entries.join("out")).unwrap();
        symlink(
            outside.path().join("entries/secret.md"),
            entries.join("out.md"),
        )
        .unwrap();
        symlink(entries.join("self.md"), entries.join("self.md")).unwrap();
        symlink(entries.join("gone.md"), entries.join("broken.md")).unwrap();
        let loaded = folder.load();
        assert_eq!(ids(&loaded), ["a", "b"]);
        assert_eq!(
            named(&loaded),
            [
                "entries/broken.md:0:file-unreadable",
                "entries/out:0:link-leads-out",
                "entries/out.md:0:link-leads-out",
                "entries/self.md:0:file-unreadable",
            ]
        );
    }

    #[test]
    fn what_is_no_file_is_not_waited_for() {
        let folder = Folder::new().entry("a", "", "");
        let _socket =
            std::os::unix::net::UnixListener::bind(folder.path().join("entries/s.md")).unwrap();
        assert_eq!(named(&folder.load()), ["entries/s.md:0:file-unreadable"]);
    }

    #[test]
    fn vocabulary_does_not_come_from_outside() {
        let outside = Folder::new().file("words.txt", "机密\n");
        let folder = Folder::new().file("vocabulary/readings.tsv", "");
        symlink(
            outside.path().join("words.txt"),
            folder.path().join("vocabulary/words.txt"),
        )
        .unwrap();
        let loaded = folder.load();
        assert_eq!(named(&loaded), ["vocabulary/words.txt:0:link-leads-out"]);
        assert_eq!(loaded.library.vocabulary().words, Vec::new());
    }
}
