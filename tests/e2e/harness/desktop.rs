//! Keys and windows as the desktop knows them: for a program that no driver speaks to.

use std::process::Stdio;

use tokio::process::Command;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask};
use x11rb::wrapper::ConnectionExt as _;

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

/// Presses a chord and keeps it down.
pub(crate) async fn hold(chord: &str) {
    xdotool(&["keydown", chord])
        .await
        .expect("the desktop takes keys");
}

/// Lets a chord go.
pub(crate) async fn release(chord: &str) {
    xdotool(&["keyup", chord])
        .await
        .expect("the desktop takes keys");
}

/// Whether a window with this title is on the screen.
pub(crate) async fn is_shown(title: &str) -> bool {
    xdotool(&["search", "--onlyvisible", "--name", title])
        .await
        .is_ok()
}

/// Waits until the desktop knows this state of a window.
pub(crate) async fn has_state(title: &str, state: &str) {
    let (connection, _) = x11rb::connect(None).expect("a screen");
    let number = |name: &str| {
        let asked = connection
            .intern_atom(false, name.as_bytes())
            .expect("asked");
        asked.reply().expect("a number").atom
    };
    let (states, wanted) = (number("_NET_WM_STATE"), number(state));
    eventually(&format!("{title} is {state}"), async || {
        let window = number_of(title).await?;
        let asked = connection.get_property(false, window, states, AtomEnum::ATOM, 0, 32);
        let answer = asked
            .expect("asked")
            .reply()
            .map_err(|fault| Instead(fault.to_string()))?;
        let seen = answer.value32().into_iter().flatten().collect::<Vec<_>>();
        if seen.contains(&wanted) {
            Ok(())
        } else {
            Err(Instead(format!("{seen:?}")))
        }
    })
    .await;
}

/// Moves a window as a person does, with the mouse at its edge.
pub(crate) async fn move_window(title: &str, x: u32, y: u32) {
    let (x, y) = (x.to_string(), y.to_string());
    let found = ["search", "--onlyvisible", "--name", title];
    let moved = ["windowmove", "--sync", &x, &y];
    xdotool(&[found.as_slice(), &moved].concat())
        .await
        .expect("it moves");
}

/// Waits until a window stands there and is so large.
pub(crate) async fn is_at(title: &str, place: (i32, i32), size: (u32, u32)) {
    eventually(
        &format!("{title} stands at {place:?}, {size:?}"),
        async || {
            let found = ["search", "--onlyvisible", "--name", title];
            let words = [found.as_slice(), &["getwindowgeometry", "--shell"]].concat();
            let told = said("xdotool", &words).await;
            let wanted = format!(
                "X={}\nY={}\nWIDTH={}\nHEIGHT={}\n",
                place.0, place.1, size.0, size.1
            );
            if told.contains(&wanted) {
                Ok(())
            } else {
                Err(Instead(told))
            }
        },
    )
    .await;
}

/// Asks a window to close, as its cross does.
pub(crate) async fn close_window(title: &str) {
    let window = eventually(&format!("there is {title}"), async || {
        number_of(title).await
    })
    .await;
    let (connection, screen) = x11rb::connect(None).expect("a screen");
    let root = connection.setup().roots[screen].root;
    let close = connection
        .intern_atom(false, b"_NET_CLOSE_WINDOW")
        .expect("asked");
    let close = close.reply().expect("a number").atom;
    let message = ClientMessageEvent::new(32, window, close, [0, 2, 0, 0, 0]);
    let to = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
    connection
        .send_event(false, root, to, message)
        .expect("asked");
    connection.sync().expect("the screen answers");
}

/// The desktop's number of a window.
async fn number_of(title: &str) -> Result<u32, Instead> {
    let found = said("xdotool", &["search", "--onlyvisible", "--name", title]).await;
    let first = found.lines().next().unwrap_or_default();
    first.parse().map_err(|_| Instead(found.clone()))
}

/// What a program of the desktop says.
async fn said(program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    let output = command.args(arguments).stderr(Stdio::null()).output();
    let output = output
        .await
        .unwrap_or_else(|fault| panic!("{program}: {fault}"));
    String::from_utf8_lossy(&output.stdout).into_owned()
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
