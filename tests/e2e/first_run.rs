//! The page for somebody who never used the program.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};

const TITLE: &str = "第一次使用";

#[tokio::test]
async fn it_is_shown_until_it_was_read_and_never_again() {
    let library = Library::copy_of("desk");
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.shows(TITLE).await;
    window.click("知道了").await;
    window.does_not_show(TITLE).await;
    eventually("it is kept that it was read", async || {
        let settings = window.ask("settings").await;
        if settings["welcomed"] == true {
            Ok(())
        } else {
            Err(Instead(settings.to_string()))
        }
    })
    .await;
    window.close().await;
    let window = Window::open_for(&home, &library).await;
    window.shows("客户说什么，就打什么").await;
    window.never_shows(TITLE).await;
}

#[tokio::test]
async fn it_gives_way_to_the_first_search() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.shows(TITLE).await;
    window.type_text("挂失").await;
    window.first_hit_is("银行卡挂失").await;
    window.does_not_show(TITLE).await;
}
