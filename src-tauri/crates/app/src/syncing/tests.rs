use std::fs;

use time::macros::datetime;
use yingda_content::BeijingTime;
use yingda_workspace::{Act, Workspace};

use super::sync;

#[test]
fn a_sync_is_told_in_plain_words() {
    let at = BeijingTime::wall(datetime!(2026-05-01 09:30:00));
    let folders = tempfile::tempdir().unwrap();
    let folder = |name: &str| folders.path().join(name);
    fs::create_dir_all(folder("library")).unwrap();
    fs::create_dir_all(folder("share")).unwrap();
    fs::write(folder("library").join("words.txt"), "挂失\n").unwrap();
    for name in ["one", "other"] {
        let act = Act {
            message: "建立".to_owned(),
            by: name.to_owned(),
            at,
        };
        Workspace::create(&folder(name), &folder("library"), &act).unwrap();
    }
    let share = folder("share").display().to_string();
    let first = sync(&folder("one"), &share, "甲", at).unwrap();
    assert_eq!((first.sent, first.merged), (1, false));
    let second = sync(&folder("other"), &share, "乙", at).unwrap();
    assert_eq!(
        (second.received, second.sent, second.merged),
        (vec!["one 建立".to_owned()], 2, true)
    );
    let refused = sync(
        &folder("one"),
        &folder("none").display().to_string(),
        "甲",
        at,
    )
    .unwrap_err();
    assert!(refused.zh.contains("找不到同步文件夹") && refused.zh.contains("都在本机"));
}
