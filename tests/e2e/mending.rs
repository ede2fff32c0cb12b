//! What is damaged is shown or made again; it never hides the rest.

use crate::harness::{Home, Library, Window};

#[tokio::test]
async fn a_damaged_entry_is_a_listed_problem_and_hides_no_other() {
    let damaged = "---\nid: broken\nkind: script\ntitle: [没有写完\n---\n## 可直接说\n你好。\n";
    let library = Library::copy_of("desk").with("entries/broken.md", damaged);
    let window = Window::open(&library).await;
    window.click("问题").await;
    window.shows("entries/broken.md").await;
    window.shows("怎么办").await;
    window.press("Esc").await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
}

#[tokio::test]
async fn an_entry_changed_after_its_approval_is_not_shown_as_approved() {
    let library = Library::copy_of("desk");
    let path = library.path().join("entries/card-loss.md");
    let text = std::fs::read_to_string(path).expect("the entry");
    let library = library.with(
        "entries/card-loss.md",
        &text.replace("马上帮您", "也许能帮您"),
    );
    let window = Window::open(&library).await;
    window.type_text("卡丢了").await;
    window.card_is("银行卡挂失").await;
    window.press("Ctrl+C").await;
    window.shows("还没有通过审批，不能复制").await;
}

#[tokio::test]
async fn an_index_deleted_while_the_window_was_closed_is_built_again() {
    let library = Library::copy_of("desk");
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.close().await;
    home.lose_the_index();
    let window = Window::open_for(&home, &library).await;
    assert_eq!(window.ask("status").await["index"]["rebuilt"], true);
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
}

#[tokio::test]
async fn a_missing_library_is_said_with_what_to_do() {
    let library = Library::copy_of("desk");
    std::fs::remove_dir_all(library.path()).expect("the library goes");
    let window = Window::open_in_trouble(&library).await;
    window.shows("找不到知识库").await;
    window.shows("重新读取").await;
}
