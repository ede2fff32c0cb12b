//! What the trainer has beside the editor: import, insights, words, members, syncing, replacing, renaming.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;

use super::Audit;
use crate::harness::patience::{Instead, eventually};

const TABLE: &str = "标题,别名,可直接说\n银行卡挂失,卡丢了,您别着急，我马上帮您把卡停用。\n\
    贵宾厅怎么走,休息室在哪,贵宾厅在航站楼二层，请凭登机牌进入。\n";
const JUDGED: &str = "卡丢了\thanzi\tcard-loss\t\n限额\thanzi\tno-such\t\n";

/// A window with a workspace open in this folder.
async fn trainer(folder: &TempDir) -> (Audit, PathBuf) {
    let audit = Audit::at_the_desk("zh").await;
    let place = folder.path().join("工作区");
    sits(&audit, &place, true).await;
    (audit, place)
}

async fn sits(audit: &Audit, place: &Path, create: bool) {
    let wanted = json!({ "folder": place, "person": "周老师", "create": create });
    let made = audit.window.ask_with("open_workspace", wanted).await;
    assert_eq!(made["person"], "周老师", "{made}");
}

#[tokio::test]
async fn the_import() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut audit, _) = trainer(&folder).await;
    let table = folder.path().join("机场.csv");
    fs::write(&table, TABLE).expect("a table");
    audit.window.click("导入").await;
    audit.look("the import's start").await;
    for path in [table, folder.path().join("没有.docx")] {
        let path = path.display().to_string();
        audit.window.fill("或者输入文件路径", &path).await;
        audit.window.click("读取").await;
        audit.look_at("columns and drafts", "main nav .file").await;
        if path.ends_with("docx") {
            audit
                .look_at("a file that is not there", "main [role=alert]")
                .await;
            break;
        }
        audit.look_at("what is nearly the same", "main .near").await;
        audit.window.press("Ctrl+Enter").await;
        audit.window.shows("已导入").await;
        audit.look("what was imported").await;
        audit.window.click("通话台").await;
        audit.window.click("导入").await;
        audit.window.press("Ctrl+Z").await;
        audit.window.shows("或者输入文件路径").await;
    }
    audit.ends();
}

#[tokio::test]
async fn the_insights() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut audit, _) = trainer(&folder).await;
    audit.window.click("洞察").await;
    audit.look("no figures yet").await;
    audit.window.click("通话台").await;
    audit.window.search("王小明挂失限额6222").await;
    eventually("the search is recorded", async || {
        let view = audit.window.ask_with("insights", json!(7)).await;
        let known = view["gaps"].as_array().is_some_and(|gaps| !gaps.is_empty());
        known.then_some(()).ok_or(Instead(view.to_string()))
    })
    .await;
    audit.window.search("挂失").await;
    audit.window.press("Alt+1").await;
    audit.window.card_is("银行卡挂失").await;
    audit.window.press("Ctrl+C").await;
    audit.window.shows("已复制").await;
    audit.window.press("Ctrl+B").await;
    audit.window.fill("一句话说明", "改成7天了").await;
    audit.window.press("Enter").await;
    audit.window.shows("已报给培训师").await;
    audit.window.click("洞察").await;
    audit.look_at("the figures", "tr[data-selected]").await;
    audit.window.press("a").await;
    audit.window.shows("的别名。").await;
    audit.look("a gap that became an alias").await;
    audit.ends();
}

#[tokio::test]
async fn the_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut audit, place) = trainer(&folder).await;
    for (file, text) in [
        ("judged/daily.tsv", JUDGED),
        ("judged/floors.tsv", "date\t2026-11-22\nhanzi\t0.5\t0.9\n"),
        ("vocabulary/synonyms.tsv", "# 近义词\n挂失\t遗失\n"),
    ] {
        fs::create_dir_all(place.join(file).parent().expect("a folder")).expect("a folder");
        fs::write(place.join(file), text).expect("a file");
    }
    audit.window.click("词库").await;
    let tabs = "return document.querySelectorAll('main [role=tab], main .tabs button').length";
    audit.look_at("the customer's words", "main .halves").await;
    assert_ne!(audit.window.script(tabs, vec![]).await, 0, "there are tabs");
    audit.window.click("同义词").await;
    audit.window.press("Ctrl+N").await;
    audit.window.fill("同一组的词", "挂失").await;
    audit.look("a line that is wrong").await;
    audit.window.fill("同一组的词", "挂失、卡片遁地").await;
    audit.window.fill("试搜", "卡片遁地").await;
    audit.window.shows("新出现").await;
    audit.look("a trial").await;
    audit.window.press("F5").await;
    audit.window.shows("运行完成").await;
    audit.look("the judged queries").await;
    audit.window.press("Ctrl+Shift+F").await;
    audit.window.fill("查找", "马上帮您").await;
    audit.window.fill("替换为", "立刻帮您").await;
    audit.window.press("Enter").await;
    audit.window.shows("批准会失效").await;
    audit.look("what is replaced").await;
    audit.leave().await;
    audit.window.press("F2").await;
    audit.window.fill("条目", "card-loss").await;
    audit.window.fill("新编号", "card-lost").await;
    audit.window.shows("entries/card-lost.md").await;
    audit.look("another id").await;
    audit.leave().await;
    audit.ends();
}

#[tokio::test]
async fn the_members_and_a_folder_between_two() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut audit, place) = trainer(&folder).await;
    audit.window.click("工作区").await;
    audit.look_at("the workspace", "dialog[open]").await;
    audit.window.click("名单与审批规则").await;
    audit.window.shows("还没有规则").await;
    for group in [1, 2] {
        let add = format!("dialog fieldset:nth-of-type({group}) > .btn");
        audit.window.focus(&add).await;
        audit.window.press("Enter").await;
        audit.window.type_here("林老师").await;
    }
    audit.window.shows("还没有审批岗").await;
    audit.look("members and rules with faults").await;
    audit.leave().await;

    let share = folder.path().join("share");
    fs::create_dir(&share).expect("a share");
    let other = folder.path().join("另一个");
    let sync = async || audit.window.ask_with("sync", json!(share)).await;
    let writes = async |at: &Path, sentence: &str| {
        let file = at.join("entries/transfer-limit.md");
        let text = fs::read_to_string(&file).expect("the file");
        let changed = text.replace("以您手机银行页面显示的为准", sentence);
        assert_ne!(text, changed);
        fs::write(&file, changed).expect("the file is written");
        audit.window.ask("keep_outside").await;
    };
    sync().await;
    sits(&audit, &other, true).await;
    sync().await;
    sits(&audit, &place, false).await;
    writes(&place, "请看手机银行").await;
    sync().await;
    sits(&audit, &other, false).await;
    writes(&other, "每个人不一样").await;
    audit.window.click("编辑台").await;
    audit.window.press("Ctrl+Shift+Y").await;
    audit
        .look_at("the folder between two", "dialog[open]")
        .await;
    audit.window.press("Enter").await;
    audit.window.shows("1 处两边改得不一样").await;
    audit.window.press("Alt+3").await;
    audit.look("what both wrote differently").await;
    audit.window.press("Esc").await;
    audit.window.shows("还有 1 处冲突没有处理").await;
    audit.look("a conflict that waits").await;
    audit.ends();
}
