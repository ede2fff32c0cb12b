//! x
#![allow(missing_docs, clippy::all, clippy::print_stdout)]
use yingda_content::*;
fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let t = std::time::Instant::now();
    let loaded = load(&root);
    println!("{} entries in {:?}", loaded.library.len(), t.elapsed());
    let mut counts = std::collections::BTreeMap::new();
    for p in &loaded.problems {
        *counts.entry(p.fault.code()).or_insert(0) += 1;
        if !matches!(p.fault.code(), "approval-unbound") {
            println!(
                "{p} {} {}",
                p.fault.what(Language::English),
                p.fault.remedy(Language::English)
            );
        }
    }
    println!("{counts:?}");
    let judged = load_judged(&root, &loaded.library);
    println!("{} judged", judged.queries.len());
    for p in &judged.problems {
        println!("{p} {}", p.fault.what(Language::English));
    }
}
