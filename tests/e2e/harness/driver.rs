//! The program with a WebDriver session to it.

use std::net::TcpListener;
use std::process::Command;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::net::TcpStream;

use super::home::Home;
use super::library::Library;
use super::patience::{Instead, answer, eventually};
use super::processes::{Group, program};

/// A driver and the program it started. Both are gone when this value is.
pub(crate) struct Driver {
    pub(crate) client: Client,
    /// Where the driver listens.
    pub(crate) port: u16,
    _processes: Group,
}

impl Driver {
    /// Starts the program over `library` for the person who lives in `home`.
    pub(crate) async fn start(library: &Library, home: &Home) -> Self {
        Self::start_with(library, home, &[]).await
    }

    /// The same with further words on its command line.
    pub(crate) async fn start_with(library: &Library, home: &Home, words: &[&str]) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        // Without the variable the web view takes no orders.
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let processes = Group::start(command, home);
        eventually("the driver listens", async || {
            let connection = TcpStream::connect(("127.0.0.1", port)).await;
            connection
                .map(drop)
                .map_err(|fault| Instead(fault.to_string()))
        })
        .await;
        let knowledge = library.path().display().to_string();
        let arguments = [&["--knowledge", knowledge.as_str()], words].concat();
        let start = json!({ "binary": program(), "args": arguments });
        let capabilities =
            Capabilities::from_iter([("webkitgtk:browserOptions".to_owned(), start)]);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = format!("http://127.0.0.1:{port}");
        let client = answer("the program answers its driver", builder.connect(&address)).await;
        Self {
            client,
            port,
            _processes: processes,
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}
