//! What a trainer saved or typed is kept, whatever happens to the program.

mod kills;
mod working;

/// Not a test: what is killed. It runs only when its folder is named.
#[test]
#[ignore = "the process that the kill test starts and kills"]
fn works_until_it_is_killed() {
    working::until_killed();
}

#[test]
fn forty_kills_lose_nothing_that_was_accepted() {
    let words = [
        "keeping::works_until_it_is_killed",
        "--exact",
        "--ignored",
        "--nocapture",
    ];
    let told = kills::kill(40, &words);
    assert_eq!(told.lost, 0, "{told}");
    assert_eq!(told.broken, Vec::<String>::new(), "{told}");
    assert!(told.oldest_typing <= 1000, "{told}");
    assert!(told.accepted > 0, "{told}");
}
