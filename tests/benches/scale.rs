//! A large library made of the shipped one: the same entries over and over, told apart by a place name in the title.

use std::fs;
use std::path::{Path, PathBuf};

const PLACES: [&str; 50] = [
    "北京",
    "上海",
    "天津",
    "重庆",
    "石家庄",
    "太原",
    "沈阳",
    "长春",
    "哈尔滨",
    "南京",
    "杭州",
    "合肥",
    "福州",
    "南昌",
    "济南",
    "郑州",
    "武汉",
    "长沙",
    "广州",
    "海口",
    "成都",
    "贵阳",
    "昆明",
    "西安",
    "兰州",
    "西宁",
    "呼和浩特",
    "南宁",
    "拉萨",
    "银川",
    "乌鲁木齐",
    "大连",
    "青岛",
    "宁波",
    "厦门",
    "深圳",
    "苏州",
    "无锡",
    "常州",
    "温州",
    "泉州",
    "东莞",
    "佛山",
    "珠海",
    "烟台",
    "洛阳",
    "襄阳",
    "桂林",
    "绵阳",
    "遵义",
];

/// How many entries the command line asks for.
pub(crate) fn asked_for() -> usize {
    option("--entries")
        .and_then(|count| count.parse().ok())
        .unwrap_or(10_000)
}

/// The word behind an option of the command line.
pub(crate) fn option(name: &str) -> Option<String> {
    std::env::args().skip_while(|word| word != name).nth(1)
}

/// The shipped knowledge base.
pub(crate) fn shipped() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../knowledge")
}

/// Writes `count` entries into a folder, with the shipped vocabulary; approvals are stamped anew.
pub(crate) fn write(folder: &Path, count: usize) {
    let entries = folder.join("entries");
    fs::create_dir_all(&entries).expect("a folder for the entries");
    copy_vocabulary(folder);
    let loaded = yingda_content::load(&shipped());
    let files: Vec<String> = loaded
        .library
        .entries()
        .iter()
        .map(|entry| fs::read_to_string(shipped().join(&entry.file)).expect("a shipped entry"))
        .collect();
    for number in 0..count {
        let (round, which) = (number / files.len(), number % files.len());
        let text = if round == 0 {
            files[which].clone()
        } else {
            varied(&files[which], round)
        };
        fs::write(entries.join(format!("{number:05}.md")), text).expect("an entry");
    }
    let stamped = yingda_content::stamp(folder);
    assert!(
        stamped.refused.is_empty() && stamped.problems.is_empty(),
        "{stamped:?}"
    );
}

fn copy_vocabulary(folder: &Path) {
    let to = folder.join("vocabulary");
    fs::create_dir_all(&to).expect("a folder for the vocabulary");
    for file in fs::read_dir(shipped().join("vocabulary")).expect("the vocabulary") {
        let file = file.expect("a vocabulary file");
        fs::copy(file.path(), to.join(file.file_name())).expect("a vocabulary file");
    }
}

/// The entry of another place: id and title changed, and the links within the first round kept.
fn varied(text: &str, round: usize) -> String {
    let place = PLACES[round % PLACES.len()];
    let mut front = true;
    let line = |line: &str| match line {
        "---" => line.to_owned(),
        _ if !front => line.to_owned(),
        _ => match line.split_once(": ") {
            Some(("id", id)) => format!("id: {}-{round}", id.split(' ').next().unwrap_or(id)),
            Some(("title", title)) => {
                front = false;
                format!("title: {place}{}", title.trim_matches('"'))
            }
            _ => line.to_owned(),
        },
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}
