//! The two clipboards of X11, as another program sees them.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::time::timeout;

use super::patience::{Instead, eventually};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clipboard {
    /// What Ctrl+C fills and Ctrl+V empties.
    Ordinary,
    /// What selecting with the mouse fills and the middle button empties.
    Primary,
}

const BOTH: [Clipboard; 2] = [Clipboard::Ordinary, Clipboard::Primary];
const WITHOUT_ANSWER: Duration = Duration::from_secs(5);

impl Clipboard {
    /// Another program puts `text` on both. A program that hands over just then may win, so it is put there again.
    pub(crate) async fn fill_both(text: &str) {
        for clipboard in BOTH {
            eventually("the clipboard holds what was put there", async || {
                clipboard.fill(text).await;
                match clipboard.text().await {
                    held if held == text => Ok(()),
                    held => Err(Instead(format!("{clipboard:?}: {held}"))),
                }
            })
            .await;
        }
    }

    /// What another program would paste; empty when there is nothing, or no text.
    pub(crate) async fn text(self) -> String {
        self.as_kind("UTF8_STRING").await
    }

    /// The kinds that it can be had as, a line each.
    pub(crate) async fn kinds(self) -> String {
        self.as_kind("TARGETS").await
    }

    async fn as_kind(self, kind: &str) -> String {
        let mut paste = self.xclip();
        let output = paste
            .args(["-out", "-target", kind])
            .stderr(Stdio::null())
            .output();
        // The owner of a clipboard may have gone without a word.
        let output = timeout(WITHOUT_ANSWER, output)
            .await
            .map(|output| output.expect("xclip is installed"));
        output.map_or_else(
            |_| String::new(),
            |output| String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    }

    async fn fill(self, text: &str) {
        let mut copy = self.xclip();
        // It stays behind to hand the text out, so nothing may wait for the end of its output.
        let silent = copy
            .arg("-in")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut copy = silent.spawn().expect("xclip is installed");
        let mut input = copy.stdin.take().expect("its input");
        input
            .write_all(text.as_bytes())
            .await
            .expect("xclip takes the text");
        drop(input);
        assert!(
            copy.wait().await.expect("xclip ends").success(),
            "xclip takes the {self:?} clipboard"
        );
    }

    fn xclip(self) -> Command {
        let mut xclip = Command::new("xclip");
        xclip.kill_on_drop(true).args([
            "-selection",
            match self {
                Self::Ordinary => "clipboard",
                Self::Primary => "primary",
            },
        ]);
        xclip
    }
}
