//! `yingda-cli show`.

use crate::{print, start};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use yingda_app::contract::EntryRequest;
use yingda_app::page;

pub(crate) fn run(id: &str, folder: &Path, json: bool) -> io::Result<ExitCode> {
    let snapshot = start::snapshot(folder)?;
    let request = EntryRequest {
        id: id.to_owned(),
        query: String::new(),
    };
    let Ok(entry) = yingda_app::entry(&snapshot, &request, start::now()) else {
        print::complain(&format!("no entry {id} / 没有条目 {id}"));
        return Ok(ExitCode::FAILURE);
    };
    if json {
        print::json(&entry)
    } else {
        print::text(&page(&entry))
    }
}
