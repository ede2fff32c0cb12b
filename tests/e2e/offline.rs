//! The window needs no network and has nothing to do with one.

use crate::harness::patience::{Instead, eventually};
use crate::harness::processes::network_sockets;
use crate::harness::program::can_lose_the_network;
use crate::harness::{Clipboard, Library, Network, Program, desktop};

/// Finds and copies with the keyboard alone, from the start of the program on.
async fn can_be_used() {
    Clipboard::fill_both("").await;
    desktop::focus_window("应答").await;
    eventually("the wording is found by pinyin and copied", async || {
        // What is typed before the page listens is lost, so it is typed again.
        desktop::press("ctrl+k").await;
        desktop::type_text("guashi").await;
        desktop::press("ctrl+c").await;
        let text = Clipboard::Ordinary.text().await;
        if text.contains("我马上帮您把卡停用") {
            Ok(())
        } else {
            Err(Instead(text))
        }
    })
    .await;
}

#[tokio::test]
async fn the_window_works_with_the_network_taken_away() {
    if !can_lose_the_network() {
        println!(
            "not checked: this machine lets nobody take the network away from a program (unshare --net)"
        );
        return;
    }
    let library = Library::copy_of("desk");
    let _program = Program::start(&library, Network::None);
    can_be_used().await;
}

#[tokio::test]
async fn no_process_of_the_window_holds_a_network_socket() {
    let library = Library::copy_of("desk");
    let program = Program::start(&library, Network::AsItIs);
    can_be_used().await;
    assert!(
        program.processes() > 1 && program.all_sockets() > 0,
        "the window's processes are seen"
    );
    assert_eq!(program.network_sockets(), Vec::<String>::new());
}

#[test]
fn a_network_socket_would_be_seen() {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a socket");
    assert_eq!(network_sockets(std::process::id()).len(), 1);
    drop(listener);
    assert!(network_sockets(std::process::id()).is_empty());
}
