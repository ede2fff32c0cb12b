//! x
#![allow(missing_docs, clippy::all, clippy::print_stdout)]
use yingda_content::*;
fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    for _ in 0..2 {
        let s = stamp(&root);
        println!(
            "{} changed {:?} refused {:?} problems",
            s.changed.len(),
            s.refused,
            s.problems
        );
    }
    let l = load(&root);
    println!(
        "{} {:?}",
        l.library.len(),
        l.problems.iter().take(5).collect::<Vec<_>>()
    );
    for e in l
        .library
        .entries()
        .iter()
        .filter(|e| e.kind == Kind::Flow)
        .take(1)
    {
        println!("{:#?}", e.steps);
        println!("{}", spoken(&e.card.say, &Default::default()));
    }
    for e in l
        .library
        .entries()
        .iter()
        .filter(|e| e.kind == Kind::Script)
        .take(2)
    {
        println!(
            "{}\n{:?}",
            spoken(&e.card.say, &Default::default()),
            e.card.never
        );
        println!(
            "{}",
            speaking_seconds(&spoken(&e.card.say, &Default::default()))
        );
    }
}
