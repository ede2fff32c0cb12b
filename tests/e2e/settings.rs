//! What a person chooses is drawn at once and kept.

use crate::harness::patience::{Instead, eventually};
use crate::harness::{Home, Library, Window};

async fn kept(window: &Window, key: &str, value: &str) {
    eventually(&format!("{key} is kept as {value}"), async || {
        let settings = window.ask("settings").await;
        if settings[key] == value {
            Ok(())
        } else {
            Err(Instead(settings.to_string()))
        }
    })
    .await;
}

#[tokio::test]
async fn theme_and_language_survive_a_restart() {
    let library = Library::copy_of("desk");
    let home = Home::empty();
    let window = Window::open_for(&home, &library).await;
    window.press("Ctrl+,").await;
    window.click("深色").await;
    window.click("English").await;
    window.draws_theme("dark").await;
    kept(&window, "theme", "dark").await;
    kept(&window, "language", "en").await;
    window.close().await;
    let window = Window::open_for(&home, &library).await;
    window.draws_theme("dark").await;
    window.shows("Settings").await;
}

#[tokio::test]
async fn the_theme_button_goes_round_light_dark_and_high_contrast() {
    let library = Library::copy_of("desk");
    let window = Window::open(&library).await;
    window.type_text("挂失").await;
    window.card_is("银行卡挂失").await;
    window.draws_theme("light").await;
    let light = window.picture("desk-light").await;
    window.click("切换主题").await;
    window.draws_theme("dark").await;
    let dark = window.picture("desk-dark").await;
    window.click("切换主题").await;
    window.draws_theme("contrast").await;
    let contrast = window.picture("desk-contrast").await;
    window.click("切换主题").await;
    window.draws_theme("light").await;
    assert!(
        light != dark && dark != contrast && contrast != light,
        "each theme has its own look"
    );
}
