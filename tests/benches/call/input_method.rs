//! A real input method, where one is installed: fcitx5 with its pinyin.

use std::fs;
use std::process::Stdio;

use tokio::process::Command;

use crate::harness::Home;
use crate::harness::patience::{Instead, eventually};
use crate::harness::processes::Group;

/// What the option is called with, and GTK's module.
pub(crate) const NAME: &str = "fcitx5";

/// Pinyin beside a plain keyboard, as fcitx5 keeps it.
const PROFILE: &str = "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n\n\
    [Groups/0/Items/0]\nName=keyboard-us\nLayout=\n\n\
    [Groups/0/Items/1]\nName=pinyin\nLayout=\n\n\
    [GroupOrder]\n0=Default\n";

/// Whether its name has an owner on the session bus. Asking itself for anything would start another one, in the folders
/// of whoever measures.
const IS_THERE: [&str; 6] = [
    "--session",
    "--print-reply",
    "--dest=org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus.NameHasOwner",
    "string:org.fcitx.Fcitx5",
];

/// It runs; gone with this value.
pub(crate) struct InputMethod {
    _processes: Group,
}

impl InputMethod {
    /// Whether it can be started here at all.
    pub(crate) async fn is_installed() -> bool {
        let starts = async |program: &str| {
            let mut command = Command::new(program);
            let quiet = command.arg("--version").stdout(Stdio::null());
            quiet.stderr(Stdio::null()).status().await.is_ok()
        };
        starts(NAME).await && starts("fcitx5-remote").await
    }

    /// Starts it for the person who lives in `home`, and waits until it answers.
    pub(crate) async fn start(home: &Home) -> Self {
        let folder = home.config().join(NAME);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("profile"), PROFILE).expect("a file");
        let mut command = std::process::Command::new(NAME);
        // The network's candidates would differ from day to day.
        command.args(["--disable", "wayland,waylandim,cloudpinyin"]);
        let processes = Group::start(command, home);
        eventually("the input method answers", async || {
            match said("dbus-send", &IS_THERE).await {
                Some(answer) if answer.ends_with("true") => Ok(()),
                other => Err(Instead(format!("{other:?}"))),
            }
        })
        .await;
        Self {
            _processes: processes,
        }
    }

    /// Turns pinyin on where the cursor is.
    pub(crate) async fn turn_on(&self) {
        eventually("pinyin is on", async || {
            said("fcitx5-remote", &["-o"]).await;
            match said("fcitx5-remote", &["-n"]).await.as_deref() {
                Some("pinyin") => Ok(()),
                other => Err(Instead(format!("{other:?}"))),
            }
        })
        .await;
    }
}

/// What a program says; nothing where it is not installed or fails.
async fn said(program: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    let output = command.args(arguments).stderr(Stdio::null()).output().await;
    let output = output.ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
