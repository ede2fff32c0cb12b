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
    window.draws_theme("light").await;
    for theme in ["dark", "contrast", "light"] {
        window.click("切换主题").await;
        window.draws_theme(theme).await;
    }
}
