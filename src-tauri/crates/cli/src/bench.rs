//! `yingda-cli bench`.

use crate::{print, start};
use serde::Serialize;
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use yingda_app::scale::{Scale, Wanted, measure};
use yingda_app::timings::Timings;

/// The stable JSON of `bench`; what the system does not say is null.
#[derive(Serialize)]
struct Figures {
    entries: usize,
    index_ms: f64,
    entries_per_second: f64,
    index_bytes: u64,
    resident_bytes: Option<u64>,
    corpus_bytes: Option<u64>,
    keys: usize,
    key_p50_us: u64,
    key_p95_us: u64,
    key_p99_us: u64,
    han_p50_us: u64,
    han_p95_us: u64,
    han_p99_us: u64,
    pinyin_p50_us: u64,
    pinyin_p95_us: u64,
    pinyin_p99_us: u64,
    edit_found_ms: Option<f64>,
}

pub(crate) fn run(
    entries: usize,
    corpus: Option<&Path>,
    knowledge: Option<&Path>,
    json: bool,
) -> io::Result<ExitCode> {
    let words = start::words(knowledge)?;
    // Its own folder, gone afterwards: the index of the installed library stays as it is.
    let index = tempfile::tempdir()?;
    let scale = measure(&Wanted {
        entries,
        corpus,
        knowledge: words.as_deref(),
        index: index.path(),
    })
    .map_err(io::Error::other)?;
    if json {
        print::json(&figures(&scale))
    } else {
        print::text(&page(&scale))
    }
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "a count of entries")]
fn per_second(scale: &Scale) -> f64 {
    scale.entries as f64 / scale.indexing.as_secs_f64()
}

fn figures(scale: &Scale) -> Figures {
    let (all, han, pinyin) = (scale.keys.all(), &scale.keys.han, &scale.keys.pinyin);
    Figures {
        entries: scale.entries,
        index_ms: ms(scale.indexing),
        entries_per_second: per_second(scale),
        index_bytes: scale.index_bytes,
        resident_bytes: scale.resident_bytes,
        corpus_bytes: scale.corpus_bytes,
        keys: all.len(),
        key_p50_us: all.at_us(50),
        key_p95_us: all.at_us(95),
        key_p99_us: all.at_us(99),
        han_p50_us: han.at_us(50),
        han_p95_us: han.at_us(95),
        han_p99_us: han.at_us(99),
        pinyin_p50_us: pinyin.at_us(50),
        pinyin_p95_us: pinyin.at_us(95),
        pinyin_p99_us: pinyin.at_us(99),
        edit_found_ms: scale.edit_found.map(ms),
    }
}

fn page(scale: &Scale) -> String {
    let memory = match (scale.resident_bytes, scale.corpus_bytes) {
        (Some(all), Some(before)) => format!(
            "{}  ({} before the index was built / 建索引之前)",
            mb(all),
            mb(before)
        ),
        _ => "unknown / 未知".to_owned(),
    };
    let edit = scale.edit_found.map_or_else(
        || "not found / 没有找到".to_owned(),
        |took| format!("{:.1} ms", ms(took)),
    );
    let indexing = scale.indexing.as_secs_f64();
    [
        format!("entries / 条目           {}", scale.entries),
        format!(
            "index from nothing / 建索引 {indexing:.2} s  ({:.0} entries a second / 条每秒)",
            per_second(scale)
        ),
        format!("index on disk / 索引大小 {}", mb(scale.index_bytes)),
        format!("resident memory / 内存   {memory}"),
        format!("a key / 一次按键         {}", line(&scale.keys.all())),
        format!("  Han / 汉字             {}", line(&scale.keys.han)),
        format!("  pinyin / 拼音          {}", line(&scale.keys.pinyin)),
        format!("an edit is found / 修改生效 {edit}"),
    ]
    .join("\n")
}

fn line(timings: &Timings) -> String {
    let [p50, p95, p99] = [50, 95, 99].map(|share| ms(timings.at(share)));
    let count = timings.len();
    format!("p50 {p50:.2} ms  p95 {p95:.2} ms  p99 {p99:.2} ms  ({count} keys / 次)")
}

#[expect(clippy::cast_precision_loss, reason = "bytes, shown in megabytes")]
fn mb(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1_000_000.0)
}

#[cfg(test)]
mod tests {
    use super::{figures, page};
    use std::time::Duration;
    use yingda_app::scale::{Keys, Scale};

    #[test]
    fn what_the_system_does_not_say_is_unknown_and_null() {
        let scale = Scale {
            entries: 10,
            indexing: Duration::from_millis(500),
            index_bytes: 2_000_000,
            resident_bytes: None,
            corpus_bytes: None,
            keys: Keys::default(),
            edit_found: None,
        };
        let page = page(&scale);
        for line in [
            "(20 entries a second",
            "2.0 MB",
            "unknown / 未知",
            "not found / 没有找到",
        ] {
            assert!(page.contains(line), "{line} in {page}");
        }
        let json = serde_json::to_value(figures(&scale)).unwrap();
        assert!(json["resident_bytes"].is_null() && json["edit_found_ms"].is_null());
        assert_eq!(json["index_ms"], 500.0);
    }
}
