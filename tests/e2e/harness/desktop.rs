//! Keys and windows as the desktop knows them: for a program that no driver speaks to.

use std::process::Stdio;

use tokio::process::Command;

use super::patience::{Instead, eventually};

/// Waits for a visible window whose title holds `title` and gives it the keyboard.
pub(crate) async fn focus_window(title: &str) {
    eventually(&format!("there is a window called {title}"), async || {
        let found = xdotool(&[
            "search",
            "--onlyvisible",
            "--name",
            title,
            "windowfocus",
            "--sync",
        ])
        .await;
        found.map_err(|()| Instead("no such window".to_owned()))
    })
    .await;
}

/// Waits until no window with this title is left.
pub(crate) async fn is_closed(title: &str) {
    eventually(
        &format!("no window is called {title}"),
        async || match xdotool(&["search", "--onlyvisible", "--name", title]).await {
            Ok(()) => Err(Instead("it is still there".to_owned())),
            Err(()) => Ok(()),
        },
    )
    .await;
}

/// Types letters and digits.
pub(crate) async fn type_text(text: &str) {
    xdotool(&["type", "--delay", "5", text])
        .await
        .expect("the desktop takes keys");
}

/// Presses a chord such as `ctrl+c`.
pub(crate) async fn press(chord: &str) {
    xdotool(&["key", "--clearmodifiers", chord])
        .await
        .expect("the desktop takes keys");
}

async fn xdotool(arguments: &[&str]) -> Result<(), ()> {
    let mut command = Command::new("xdotool");
    let quiet = command
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let status = quiet.status().await.expect("xdotool is installed");
    if status.success() { Ok(()) } else { Err(()) }
}
