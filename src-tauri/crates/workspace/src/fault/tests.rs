use yingda_content::problem::Language;

use super::WorkspaceFault;

fn said(fault: &WorkspaceFault) -> String {
    let say = |language| format!("{} {}", fault.what(language), fault.remedy(language));
    format!("{}\n{}", say(Language::Chinese), say(Language::English))
}

#[test]
fn a_full_disk_is_recognised_in_the_words_that_git_passes_on() {
    let error =
        git2::Error::from_str("failed to write to '/w/.git/objects/x': No space left on device");
    let fault = WorkspaceFault::from(error);
    let place = "/w/.git/objects/x".to_owned();
    assert_eq!(fault, WorkspaceFault::DiskFull { place });
}

#[test]
fn the_sentence_about_a_foreign_owner_holds_the_command_that_helps() {
    let folder = "/srv/工作区".to_owned();
    let said = said(&WorkspaceFault::NotOwned { folder });
    assert_eq!(said.matches("safe.directory \"/srv/工作区\"").count(), 2);
}

#[test]
fn a_lock_left_behind_is_named_by_its_file() {
    let error = git2::Error::from_str("failed to create locked file '/w/.git/index.lock': exists");
    assert!(said(&WorkspaceFault::from(error)).contains("/w/.git/index.lock"));
}
